// Bookmarks: the outline of a PDF, which names its headings and how deep each stands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guanlan {

struct Bookmark {
  int page = 0;            // 1-based
  std::uint8_t level = 1;  // 1 is the outermost
  std::string title;
};

// The outline at the end of the output of `pdftohtml -xml`, in its order; entries that lead to no
// page are left out. Linear.
[[nodiscard]] std::vector<Bookmark> parse_bookmarks(std::string_view xml);

// A bookmark's title held against printed lines, which may break it anywhere and be set with other
// blanks and widths.
class BookmarkTitle {
 public:
  explicit BookmarkTitle(std::string_view title);
  // How many letters of the title `line` takes up from `at` on; 0: it does not go on there.
  [[nodiscard]] std::size_t reach(std::size_t at, std::string_view line) const;
  [[nodiscard]] bool ends(std::size_t at) const { return at == letters_.size(); }
  // Whether a blank stands before the letter `at`.
  [[nodiscard]] bool blank(std::size_t at) const { return at < blank_.size() && blank_[at]; }

 private:
  std::u32string letters_;  // folded, without blanks
  std::vector<bool> blank_;
};

}  // namespace guanlan
