// What an HTML page says about itself in its head.
#pragma once

#include <string>

#include "read/html_tree.h"

namespace guanlan::html {

struct Meta {
  std::string window_title;  // <title>, with whatever the site appends
  std::string title;         // ArticleTitle, og:title; empty: not given
  std::string published;     // ISO date; empty: not given
  std::string outlet;        // ContentSource; empty: not given
  std::string link;          // canonical address; empty: not given
  // schema.org's PublicationIssue: the page is an issue of a periodical; empty: not given.
  std::string periodical, issue;
};
[[nodiscard]] Meta read_meta(const Tree& tree);

}  // namespace guanlan::html
