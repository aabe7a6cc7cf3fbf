#include "read/html_title.h"

#include <algorithm>

#include "read/html_furniture.h"
#include "read/line_writer.h"
#include "text/trim.h"

namespace guanlan::html {
namespace {

constexpr std::size_t kBefore = 15;   // lines looked at before the article
constexpr std::size_t kOpening = 20;  // lines looked at in it

// The lines that may hold title and bylines, and which of them belong to the article.
struct Head {
  std::vector<std::size_t> lines;
  std::size_t inside = 0;  // index of the first line of the article
};

bool is_body(const HtmlLine& line) {
  constexpr std::size_t kLong = 40;
  return line.grid >= 0 || line.role == Role::list_item ||
         (line.size > kLong && line.text.find("。") != std::string::npos);
}

Head head_of(const Page& page, const std::vector<std::size_t>& article) {
  Head head;
  const std::size_t first = article.empty() ? page.lines.size() : article.front();
  for (std::size_t i = first - std::min(first, kBefore); i < first; ++i) {
    if (page.lines[i].grid < 0 && !is_navigation(page.lines[i])) head.lines.push_back(i);
  }
  head.inside = head.lines.size();
  for (const std::size_t i : article) {
    if (head.lines.size() - head.inside >= kOpening || is_body(page.lines[i])) break;
    head.lines.push_back(i);
  }
  return head;
}

// Part of a window title before what the site appends: 标题_栏目_网站, 标题 - 网站, 标题|网站.
std::string before_site(const std::string& title) {
  std::size_t cut = title.size();
  for (const char* mark : {"_", " - ", "|", "－", "—", " – ", "-"}) {
    const auto at = title.find(mark);
    if (at != std::string::npos && at >= 12) cut = std::min(cut, at);
  }
  return std::string(trim(std::string_view(title).substr(0, cut)));
}

class TitleFinder {
 public:
  TitleFinder(const Page& page, const Head& head, const Meta& meta)
      : page_(page),
        head_(head),
        said_(skeleton(meta.title)),
        window_(skeleton(meta.window_title)) {}

  // Indexes into head.lines: [first, last) spell the title; empty where no line does.
  struct Lines {
    std::size_t first = 0, last = 0;
  };
  [[nodiscard]] Lines find() const {
    Lines best;
    std::size_t longest = 11;  // four Han at least
    for (std::size_t i = 0; i < head_.lines.size(); ++i) {
      std::string joined;
      for (std::size_t j = i; j < std::min(i + 3, head_.lines.size()); ++j) {
        const HtmlLine& line = line_at(j);
        if (is_byline(line) || (j > i && j == head_.inside)) break;
        joined += skeleton(line.text);
        const std::size_t fit = named(joined, j == i);
        if (fit <= longest) continue;
        longest = fit;
        best = {i, j + 1};
      }
    }
    return best.last > 0 ? best : heading();
  }

 private:
  [[nodiscard]] const HtmlLine& line_at(std::size_t i) const { return page_.lines[head_.lines[i]]; }

  // How many bytes of the title in the metadata these words spell: all or most of it; 0: too few.
  // One line may have more words than the metadata, joined lines may not.
  [[nodiscard]] std::size_t named(const std::string& words, bool one_line) const {
    if (said_.empty()) return window_.find(words) == std::string::npos ? 0 : words.size();
    if (words.size() * 2 <= said_.size() || said_.size() * 2 <= words.size()) return 0;
    if (said_.find(words) != std::string::npos) return words.size();
    return one_line && words.find(said_) != std::string::npos ? said_.size() - 1 : 0;
  }

  [[nodiscard]] Lines heading() const {
    Lines best;
    for (std::size_t i = 0; i < head_.lines.size(); ++i) {
      const HtmlLine& line = line_at(i);
      if (line.role == Role::heading && line.level == 1 && line.size >= 4) best = {i, i + 1};
    }
    return best.last > 0 ? best : over_byline();
  }

  // What is set off by its type just above the first byline.
  [[nodiscard]] Lines over_byline() const {
    constexpr std::size_t kLeast = 8, kMost = 100;  // characters
    for (std::size_t i = 1; i < head_.lines.size(); ++i) {
      if (!is_byline(line_at(i))) continue;
      const HtmlLine& line = line_at(i - 1);
      const bool set_off = line.role == Role::heading || line.bold || line.font_size >= 13;
      if (!set_off || line.size < kLeast || line.size > kMost || line.links > 0) return {};
      return {i - 1, i};
    }
    return {};
  }

  const Page& page_;
  const Head& head_;
  std::string said_, window_;
};

std::string fallback_title(const Meta& meta) {
  return meta.title.empty() ? before_site(meta.window_title) : meta.title;
}

// Bylines from `from` on. Inside the article they follow the title at once; one that names an
// outlet may stand a little further down (after the document number).
void take_bylines(const Page& page, const Head& head, std::size_t from, Heading& result) {
  std::size_t between = 0;
  for (std::size_t i = from; i < head.lines.size() && between <= 2; ++i) {
    const std::size_t index = head.lines[i];
    const HtmlLine& line = page.lines[index];
    const bool inside = i >= head.inside;
    if (is_byline(line) && (between == 0 || !read_byline(line.text).outlet.empty())) {
      result.bylines.push_back(index);
      if (inside) result.used.push_back(index);
    } else {
      between += inside;
    }
  }
}

// 示例办〔2024〕9号 alone on its line between title and text, or in a cell of the index above them;
// empty where the article says it itself.
std::string number_outside(const Page& page, const std::vector<std::size_t>& article) {
  const std::size_t first = article.empty() ? page.lines.size() : article.front();
  std::string number;
  const auto keep = [&](std::string_view text) {
    if (is_document_number(trim(text))) number = trim(text);
  };
  for (std::size_t i = first - std::min(first, kBefore); i < first; ++i) {
    const HtmlLine& line = page.lines[i];
    if (line.grid < 0) {
      keep(line.text);
      continue;
    }
    for (const auto& row : page.grids[static_cast<std::size_t>(line.grid)].rows) {
      for (const auto& cell : row) keep(cell.text);
    }
  }
  for (std::size_t k = 0; k < std::min(article.size(), kOpening); ++k) {
    if (page.lines[article[k]].text.find(number) != std::string::npos) return {};
  }
  return number;
}

}  // namespace

std::size_t opening_with(const Page& page, const std::vector<std::size_t>& lines,
                         std::string_view title) {
  const std::string whole = skeleton(title);
  std::string joined;
  std::size_t count = 0, skipped = 0;
  for (const std::size_t i : lines) {
    if (whole.empty() || page.lines[i].grid >= 0 || count + skipped > kOpening) break;
    const std::string words = skeleton(page.lines[i].text);
    if (words.empty()) continue;
    if (std::string_view(whole).substr(joined.size()).starts_with(words)) {
      joined += words;
      ++count;
      if (joined.size() == whole.size()) return count;
    } else {
      ++skipped;
    }
  }
  return 0;
}

Heading find_heading(const Page& page, const std::vector<std::size_t>& article, const Meta& meta) {
  Heading result;
  const Head head = head_of(page, article);
  const auto title = TitleFinder(page, head, meta).find();
  for (std::size_t i = title.first; i < title.last; ++i) {
    result.title += page.lines[head.lines[i]].text;
    result.font_size = page.lines[head.lines[i]].font_size;
    if (i >= head.inside) result.used.push_back(head.lines[i]);
  }
  if (title.last == 0) result.title = fallback_title(meta);
  result.title = one_line(result.title);
  take_bylines(page, head, title.last, result);
  result.number = number_outside(page, article);
  std::vector<std::size_t> rest;
  std::set_difference(article.begin(), article.end(), result.used.begin(), result.used.end(),
                      std::back_inserter(rest));
  const std::size_t same = opening_with(page, rest, result.title);
  if (same == 1) {
    const std::string whole = skeleton(result.title);
    const auto line = std::find_if(rest.begin(), rest.end(), [&](std::size_t i) {
      return skeleton(page.lines[i].text) == whole;
    });
    result.used.push_back(*line);
    std::sort(result.used.begin(), result.used.end());
  }
  result.print = !result.title.empty() && same <= 1;
  return result;
}

}  // namespace guanlan::html
