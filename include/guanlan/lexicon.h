// lexicon: the words as data.
//
// Every file lexicon/<class>.tsv is one word class; its rows are compiled into the binary, and
// further rows may be loaded at run time. A row's first column is the canonical name, the column
// `forms` lists other spellings separated by '|'. All forms of all classes stand in one trie, so
// that a text is scanned once for all of them.
//
// A Lexicon is immutable after construction and safe to share between threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/gazetteer.h"
#include "guanlan/result.h"
#include "guanlan/span.h"

namespace guanlan {

// One class a file; the enumerator is the file's stem. Order is the order in which hits of the
// same span are reported.
enum class WordClass : std::uint8_t {
  region,          // regions.tsv: provinces, cities, counties (GB/T 2260)
  country,         // countries.tsv: countries and their first-level regions
  authority,       // authorities.tsv: bodies with a name of their own
  authority_head,  // authority_heads.tsv: 通信管理局, 公安局 …: place + head composes a body
  foreign_authority,  // foreign_authorities.tsv
  generic_body,       // generic_bodies.tsv: 公安机关, 有关部门: never a body by itself
  law,                // laws.tsv: laws of the field and their short names
  unit,               // units.tsv: units and measure words
  outlet,             // outlets.tsv: media
  sanction,           // sanctions.tsv: verbs and nouns of sanctions
  status,             // statuses.tsv: words that tell an instrument's status
  org_suffix,         // org_suffixes.tsv: 有限公司, 协会, 研究院 …
  org,                // orgs.tsv: companies and bodies with well-known short names
  kind_cue,           // kind_cues.tsv: words that point to a kind of item
  time_word,  // time_words.tsv: 去年, 上半年, 近日; heads of names that hold a year (大会)
  stopper,    // stoppers.tsv: words that only look like another class (合作, 公安, 共和)
  title_head,  // title_heads.tsv: the word an instrument's title ends in (办法, 白皮书)
  app,         // apps.tsv: well-known apps, and the words around apps
  act,         // acts.tsv: what bodies do, and the words that tell that they do not
  count_
};

struct Hit {
  Span span;
  WordClass cls{};
  std::uint32_t row = 0;  // into Lexicon::rows(cls)
};

// The rows of one class: cell(row, column).
class WordTable {
 public:
  [[nodiscard]] std::size_t size() const {
    return columns_.empty() ? 0 : cells_.size() / columns_.size();
  }
  [[nodiscard]] std::string_view cell(std::size_t row, std::string_view column_name) const {
    return at(row, column(column_name));
  }
  [[nodiscard]] std::string_view name(std::size_t row) const { return at(row, 0); }
  [[nodiscard]] int column(std::string_view name) const;  // -1: none
  // Empty where the row ends before that column, and in column -1.
  [[nodiscard]] std::string_view at(std::size_t row, int column) const {
    return column < 0 ? std::string_view{}
                      : cells_[row * columns_.size() + static_cast<std::size_t>(column)];
  }

 private:
  friend class Lexicon;
  std::vector<std::string_view> columns_;
  std::vector<std::string_view> cells_;  // row by row, each as long as columns_
};

class Lexicon {
 public:
  // The words compiled into the binary. Built at first use, some milliseconds; then shared.
  static const Lexicon& builtin();
  // The built-in words and further tables: name → TSV text. invalid: a bad row, named by line.
  static Result<Lexicon> with(const std::vector<std::pair<std::string, std::string>>& tables);

  Lexicon(Lexicon&&) noexcept;
  ~Lexicon();

  [[nodiscard]] const WordTable& table(WordClass cls) const;
  [[nodiscard]] const Gazetteer& gazetteer() const;
  // All hits whose first byte lies in `part` of folded text, in order of begin, longest first at
  // one begin. A hit may be contained in another one; choosing is the caller's grammar. A word that
  // begins or ends in a Latin letter or a digit is none inside a longer run of letters or digits.
  void scan(std::string_view text, Span part, std::vector<Hit>& out) const;

 private:
  Lexicon();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guanlan
