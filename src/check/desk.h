// The desk of a proofreader: the document, read once into what the rules look at, and the pile of
// what they found.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/amounts.h"
#include "check/table_view.h"
#include "guanlan/check.h"
#include "guanlan/passage.h"

namespace guanlan::checking {

// A stretch of running text with what extract found in it: an item, or the lead of a part.
struct Section {
  std::int32_t item = -1;  // index into Issue::items; -1: a lead
  std::int32_t part = -1;  // index into Issue::parts
  Passage passage;
  const Mentions* mentions = nullptr;
  std::vector<Amount> amounts;  // of the body
  Passage head;                 // the title alone, as text of its own; empty for a lead
  std::vector<Amount> head_amounts;
};

// A place in the clean text, or in the raw text where a stage keeps only that (tables, contents).
struct Place {
  Span span;
  bool raw = false;
};

struct Draft {
  std::string_view rule;
  Place at;
  std::vector<std::pair<std::string_view, std::string>> parts;  // what {name} stands for
  std::optional<std::string> fix = {};
  std::vector<Place> others = {};
};

class Desk {
 public:
  Desk(const Document& document, const CheckOptions& options);
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const CheckOptions& options() const { return options_; }
  [[nodiscard]] std::string_view text() const { return document_.layout.clean.text; }
  [[nodiscard]] std::string_view raw() const { return document_.source.raw; }
  [[nodiscard]] const std::vector<Section>& sections() const { return sections_; }
  [[nodiscard]] const std::vector<TableView>& tables() const { return tables_; }
  [[nodiscard]] std::string_view of(Span clean) const { return clean.of(text()); }
  // As printed, wraps undone.
  [[nodiscard]] std::string printed(Span clean) const { return wording(document_, clean); }

  void report(const Draft& draft);
  void report_house(const HouseWord& word, Span clean);
  void not_run(std::string_view rule, Bilingual why);

  [[nodiscard]] Report take() { return std::move(report_); }

 private:
  [[nodiscard]] Quote quote(const Place& place) const;
  [[nodiscard]] std::int32_t item_at(const Place& place) const;

  const Document& document_;
  const CheckOptions& options_;
  std::vector<Mentions> lead_mentions_;
  std::vector<Section> sections_;
  std::vector<TableView> tables_;
  std::vector<std::pair<Span, std::int32_t>> stretches_;  // titles and bodies → item, ascending
  Report report_;
};

[[nodiscard]] inline Place in_raw(Span raw) { return {raw, true}; }
[[nodiscard]] inline Place in_clean(Span clean) { return {clean, false}; }

// "{a} ÷ {b}" with its parts; a name that is not there stays as it is.
[[nodiscard]] std::string filled(
    std::string_view pattern, const std::vector<std::pair<std::string_view, std::string>>& parts);

}  // namespace guanlan::checking
