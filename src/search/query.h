// The query language: text → a tree of conditions. Grammar:
//
//   query   := [ either ]
//   either  := all { ("OR" | "或" | "|") all }
//   all     := near { ["AND" | "且"] near }
//   near    := not { ("NEAR" | "NEAR/" number) not }        of words and phrases only
//   not     := ("-" | "NOT" | "非") not | primary
//   primary := "(" either ")" | phrase | field ":" value | word ["*"]
//   phrase  := " … " in straight, curly or corner quotes
//
// Widths are folded before: （ ） ： ＞ “ ” 「 」 － are what their ASCII forms are.
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/search.h"
#include "store/search_entry.h"

namespace guanlan::query {

enum class Op {
  everything,
  both,     // all children
  either,   // one of the children
  without,  // not the only child
  text,     // a word or phrase
  near,     // its text children, at most `distance` terms apart
  name,     // a name of `field` that `text` means
  file,     // `text` is contained in the file's name
  days,     // the event's date shares a day with `days`
  fine,     // a fine between `least` and `most` 分
  has,      // a field of the record is filled: bit `bit`
};

enum class Where { anywhere, title };

struct Node {
  Op op = Op::everything;
  std::vector<Node> children = {};
  std::string text = {};
  Where where = Where::anywhere;
  bool prefix = false;  // of the last word
  bool quoted = false;  // as it is, without further names
  int distance = 0;
  NameField field = NameField::kind;
  DayRange days = {};
  std::uint64_t least = 0, most = std::numeric_limits<std::uint64_t>::max();
  unsigned bit = 0;
  Span span = {};  // in the query
};

struct Parsed {
  Node root;
  std::optional<QueryProblem> problem;
};
[[nodiscard]] Parsed parse(std::string_view query);

}  // namespace guanlan::query
