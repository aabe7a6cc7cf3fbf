#include "read/html_article.h"

#include <algorithm>
#include <array>

#include "read/html_furniture.h"
#include "read/html_style.h"

namespace guanlan::html {
namespace {

using namespace std::string_view_literals;

// Ids and classes that content systems give to the body of an article.
constexpr std::array kContentNames{"zoom"sv,
                                   "fontzoom"sv,
                                   "ozoom"sv,
                                   "conzoom"sv,
                                   "zoomcon"sv,
                                   "trs_editor"sv,
                                   "trs_ueditor"sv,
                                   "trs_paper_default"sv,
                                   "ucap-content"sv,
                                   "ucapcontent"sv,
                                   "js_content"sv,
                                   "rich_media_content"sv,
                                   "vsb_content"sv,
                                   "v_news_content"sv,
                                   "wp_articlecontent"sv,
                                   "article-content"sv,
                                   "article_content"sv,
                                   "articlecontent"sv,
                                   "article-body"sv,
                                   "article_body"sv,
                                   "articlebody"sv,
                                   "articletext"sv,
                                   "article_text"sv,
                                   "article_con"sv,
                                   "article-con"sv,
                                   "artibody"sv,
                                   "art_content"sv,
                                   "post_body"sv,
                                   "post-content"sv,
                                   "entry-content"sv,
                                   "pages_content"sv,
                                   "content_body"sv,
                                   "contentbody"sv,
                                   "news_content"sv,
                                   "newscontent"sv,
                                   "news-content"sv,
                                   "newstext"sv,
                                   "news_body"sv,
                                   "newsbody"sv,
                                   "rm_txt_con"sv,
                                   "p-detail"sv,
                                   "detailcontent"sv,
                                   "detail-content"sv,
                                   "detail_content"sv,
                                   "con_con"sv,
                                   "bodylabel"sv,
                                   "view_content"sv,
                                   "xl_content"sv,
                                   "xilan_con"sv,
                                   "text_content"sv,
                                   "content_text"sv,
                                   "contenttext"sv,
                                   "wordcontent"sv,
                                   "infocontent"sv,
                                   "info_content"sv,
                                   "j-fontcontent"sv,
                                   "content_nr"sv,
                                   "bt_content"sv,
                                   "bt-content"sv,
                                   "htmlcontent"sv,
                                   "vsb_content_2"sv,
                                   "vsb_content_4"sv,
                                   "vsb_content_500"sv,
                                   "vsb_content_501"sv,
                                   "ivs_content"sv};
// Parts of names of boxes that are never the article.
constexpr std::array kBoxNames{
    "nav"sv,     "navbar"sv,     "menu"sv,      "footer"sv,     "foot"sv,       "sidebar"sv,
    "side"sv,    "aside"sv,      "crumb"sv,     "crumbs"sv,     "breadcrumb"sv, "breadcrumbs"sv,
    "bread"sv,   "position"sv,   "location"sv,  "share"sv,      "comment"sv,    "comments"sv,
    "related"sv, "relate"sv,     "recommend"sv, "relevant"sv,   "copyright"sv,  "banner"sv,
    "login"sv,   "search"sv,     "links"sv,     "friendlink"sv, "qrcode"sv,     "erweima"sv,
    "pager"sv,   "pagination"sv, "toolbar"sv,   "topbar"sv,     "advert"sv,     "ads"sv,
    "hot"sv,     "rank"sv,       "cookie"sv,    "cookies"sv};
// Parts of names that make up for one of those: main-nav-content.
constexpr std::array kTextNames{"content"sv, "article"sv, "main"sv, "text"sv, "body"sv, "detail"sv};

template <std::size_t N>
bool any_of(const std::array<std::string_view, N>& list, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
  });
}

bool is_box(const GumboNode& node) {
  const GumboTag name = tag(node);
  if (name == GUMBO_TAG_NAV || name == GUMBO_TAG_FOOTER || name == GUMBO_TAG_ASIDE) return true;
  const std::vector<std::string> words = names(node);
  return any_of(kBoxNames, words) && !any_of(kTextNames, words);
}

bool is_content(const GumboNode& node) {
  return lower(attribute(node, "itemprop")) == "articlebody" || any_of(kContentNames, names(node));
}

// Elements that can hold an article; paragraphs and headings cannot.
bool can_hold(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DL:
      return true;
    default:
      return false;
  }
}

bool mostly_links(const HtmlLine& line) { return line.links * 10 >= line.size * 6; }

// How much a line looks like running text.
double weight(const HtmlLine& line) {
  if (line.size <= 2 * line.links || is_navigation(line) || is_byline(line)) return 0;
  const auto words = static_cast<double>(line.size - 2 * line.links);
  if (line.grid >= 0) return 0.7 * words;
  for (const std::string_view mark : {"。"sv, "，"sv, "；"sv, "、"sv, ", "sv}) {
    if (line.text.find(mark) != std::string::npos) return words;
  }
  return 0.3 * words;
}

class Finder {
 public:
  explicit Finder(const Page& page) : page_(page), boxed_(page.lines.size()), sums_(1, 0.0) {
    mark_boxes();
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      sums_.push_back(sums_.back() + weight(page.lines[i]) * (boxed_[i] ? 0.1 : 1.0));
    }
    best_child_.assign(page.containers.size(), -1);
    for (std::size_t i = 1; i < page.containers.size(); ++i) {
      const auto parent = static_cast<std::size_t>(page.containers[i].parent);
      const std::int32_t best = best_child_[parent];
      if (best < 0 || score(i) > score(static_cast<std::size_t>(best))) {
        best_child_[parent] = static_cast<std::int32_t>(i);
      }
    }
  }

  std::vector<std::size_t> find() {
    if (page_.containers.empty()) return {};
    std::size_t at = named();
    if (at == 0) at = widen(descend());
    return lines_of(at);
  }

 private:
  [[nodiscard]] double score(std::size_t container) const {
    const Container& c = page_.containers[container];
    return sums_[c.last] - sums_[c.first];
  }

  void mark_boxes() {
    for (std::size_t i = 1; i < page_.containers.size(); ++i) {
      const Container& c = page_.containers[i];
      if (c.first == c.last || (boxed_[c.first] && boxed_[c.last - 1])) continue;
      if (is_box(*c.node))
        std::fill(boxed_.begin() + static_cast<std::ptrdiff_t>(c.first),
                  boxed_.begin() + static_cast<std::ptrdiff_t>(c.last), true);
    }
  }

  // <article> names the content where there is only one: teasers have one each.
  [[nodiscard]] bool single_article(std::size_t i) const {
    const auto is_article = [](const Container& c) { return tag(*c.node) == GUMBO_TAG_ARTICLE; };
    return is_article(page_.containers[i]) &&
           std::count_if(page_.containers.begin(), page_.containers.end(), is_article) == 1;
  }

  // The best container that is named as content, 0 if none holds a fair share of the text.
  [[nodiscard]] std::size_t named() const {
    std::size_t best = 0;
    for (std::size_t i = 1; i < page_.containers.size(); ++i) {
      if (score(i) < 0.3 * score(0) || score(i) <= 0) continue;
      if (best != 0 && score(i) <= score(best)) continue;
      if (is_content(*page_.containers[i].node) || single_article(i)) best = i;
    }
    return best;
  }

  // Down from the body, as long as one child holds nearly all of the text.
  [[nodiscard]] std::size_t descend() const {
    std::size_t at = 0;
    for (;;) {
      const std::int32_t child = best_child_[at];
      if (child < 0) return at;
      const auto next = static_cast<std::size_t>(child);
      if (!can_hold(tag(*page_.containers[next].node)) || score(next) < 0.85 * score(at)) return at;
      at = next;
    }
  }

  // Up again, where the lines around are of the same kind: paragraphs set in boxes of their own.
  [[nodiscard]] std::size_t widen(std::size_t at) const {
    while (at != 0) {
      const Container& inner = page_.containers[at];
      const auto parent = static_cast<std::size_t>(inner.parent);
      const Container& outer = page_.containers[parent];
      const auto plain = [&](std::size_t i) {
        const HtmlLine& line = page_.lines[i];
        return line.links == 0 && !boxed_[i] && !is_navigation(line) && !is_byline(line);
      };
      bool same = true;
      for (std::size_t i = outer.first; same && i < inner.first; ++i) same = plain(i);
      for (std::size_t i = inner.last; same && i < outer.last; ++i) same = plain(i);
      if (!same) break;
      at = parent;
    }
    return at;
  }

  [[nodiscard]] std::vector<std::size_t> lines_of(std::size_t at) const {
    const Container& c = page_.containers[at];
    std::vector<bool> inner(page_.lines.size());
    for (std::size_t i = at + 1; i < page_.containers.size(); ++i) {
      const Container& box = page_.containers[i];
      if (box.first >= c.last) break;
      const bool small = score(i) < 0.25 * score(at);
      if (box.first == box.last || inner[box.first] || !small || !is_box(*box.node)) continue;
      std::fill(inner.begin() + static_cast<std::ptrdiff_t>(box.first),
                inner.begin() + static_cast<std::ptrdiff_t>(box.last), true);
    }
    std::vector<std::size_t> lines;
    bool site = at == 0;  // among links of the site's own: the whole page, or after 相关阅读
    for (std::size_t i = c.first; i < c.last; ++i) {
      const HtmlLine& line = page_.lines[i];
      if (inner[i]) continue;
      if (is_navigation(line)) {
        site = true;
      } else if (!site || !mostly_links(line)) {
        site = at == 0;
        lines.push_back(i);
      }
    }
    return lines;
  }

  const Page& page_;
  std::vector<bool> boxed_;
  std::vector<double> sums_;
  std::vector<std::int32_t> best_child_;
};

}  // namespace

std::vector<std::size_t> find_article(const Page& page) { return Finder(page).find(); }

}  // namespace guanlan::html
