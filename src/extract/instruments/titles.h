// 书名号: the titles of a passage – what each names, and which are short forms of another.
//
// Accepted: 《…》 with whatever stands nested inside; 〈…〉 and <<…>> alone; “…” where it holds a
// title (“关于…的通知”, 印发“…办法”). Read by instruments, citations and apps.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/near.h"
#include "guanlan/passage.h"

namespace guanlan {

// What the last word of the title says (lexicon/title_heads.tsv, column kind).
enum class TitleKind : std::uint8_t { unknown, law, document, standard, report, work };

struct Title {
  Span span;   // with the marks
  Span inner;  // without
  TitleKind kind = TitleKind::unknown;
  bool bare = false;     // nothing but a head: 《通知》
  bool defined = false;  // stands in the bracket that defines it: (以下简称《办法》)
  std::size_t main = 0;  // index of the fullest form of the same title; itself where it is that
  bool quoted = false;   // in “” instead of 《》
};

struct Titles {
  std::vector<Title> all;  // title's first, then body's, ascending
  // 以下简称: the short name → index of the title. Names are clean text without marks.
  std::unordered_map<std::string, std::size_t> aliases;

  [[nodiscard]] const Title& main(const Title& title) const { return all[title.main]; }
};

[[nodiscard]] Titles find_titles(const Passage& passage);

// The wording by which forms of one title are compared: no marks, blanks, closing brackets
// ((试行), (征求意见稿)) and no leading 中华人民共和国.
[[nodiscard]] std::string title_core(std::string_view inner);

// The end of a title without the brackets that close it: …办法(试行) → before "(".
[[nodiscard]] std::size_t without_tail(std::string_view inner);

}  // namespace guanlan
