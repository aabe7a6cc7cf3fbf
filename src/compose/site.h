// What stands on the micro-site, before it is written as pages, feeds and the search index.
#pragma once

#include <string>
#include <vector>

#include "compose/site_config.h"

namespace guanlan::compose {

struct SiteEntry {
  std::string id, href, title, date, summary, source, body;
  std::size_t section = 0;  // of SiteConfig::sections
  std::vector<std::string> sources;
};
struct SiteIssue {
  std::string href, name, issue, date;                     // href: its web page
  std::vector<std::pair<std::string, std::string>> files;  // label, path
};

// Atom (RFC 4287) of the newest dated entries; `section` none: of all.
[[nodiscard]] std::string site_feed(const SiteConfig& config, const std::vector<SiteEntry>& entries,
                                    std::optional<std::size_t> section, std::string_view address);
// A script that sets window.guanlanIndex to [{u, t, d, b}]: address, title, date, text.
[[nodiscard]] std::string site_index(const std::vector<SiteEntry>& entries);

// Every page; error: a template.
[[nodiscard]] Result<Rendered> site_pages(const SiteConfig& config, const Templates& templates,
                                          const std::vector<SiteEntry>& entries,
                                          const std::vector<SiteIssue>& issues);

}  // namespace guanlan::compose
