// Where the article stands on a page, among navigation, adverts and the site's own boxes.
#pragma once

#include <cstddef>
#include <vector>

#include "read/html_lines.h"

namespace guanlan::html {

// Indexes of the page's lines that belong to the article, ascending.
//
// The container that holds most of the running text is taken; one that content systems name so
// (TRS_Editor, UCAP-CONTENT, zoom …) is preferred. Boxes inside it that are named or filled like
// navigation are left out. Where nothing stands out: every line that is not mostly links.
[[nodiscard]] std::vector<std::size_t> find_article(const Page& page);

}  // namespace guanlan::html
