// publish: a static micro-site from the store and the finished issues. It needs no server: every
// link is relative, search runs in the page, and it opens from file:// as well.
//
// templates/site/site.yaml names the site, its sections and which items go where; the pages are
// mustache templates like those of the issues. Text of documents is set as text. The same store,
// issues and templates give the same bytes: no clock is read. No thread state.
#pragma once

#include <string>
#include <vector>

#include "guanlan/compose.h"

namespace guanlan::compose {

struct SiteOptions {
  ItemFilter filter = {};  // which items of the store
  std::vector<std::filesystem::path> issues =
      {};  // folders of issues; what passes the gate is published
  std::vector<Output> outputs = {Output::html, Output::docx};  // of each issue
  std::string address =
      {};  // https://…/ that the site will stand under, for the feeds; empty: relative
  GateOptions gate = {};
};

// An issue that may not be published yet.
struct HeldBack {
  std::filesystem::path folder;
  std::vector<Obstacle> obstacles;
};

struct Site {
  Rendered files;  // path below the site → bytes
  std::size_t items = 0, issues = 0;
  std::vector<HeldBack> held_back;
};

// invalid: site.yaml or a template, with its line; errors of the store, the issues and render().
[[nodiscard]] Result<Site> make_site(const Store& store, const Templates& templates,
                                     const SiteOptions& options);

// Puts the site where `folder` is, in one step: until then, and where it fails, the old one stays.
// conflict: the folder holds something that is no site, or another run is at work there; io.
[[nodiscard]] Result<void> put_site(const std::filesystem::path& folder, const Rendered& files);

}  // namespace guanlan::compose
