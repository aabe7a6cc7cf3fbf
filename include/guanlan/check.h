// check: proofreading. Reads a document as a record and says what cannot be right, with the place,
// the sum or the quotations that show it, and a fix where there is one.
//
// Only what is computed is an error; what takes judgement is a warning; style is a note. A rule
// that could not run says so. The rules' words and examples are data: checks/<rule>.yaml.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/laws.h"
#include "guanlan/record.h"

namespace guanlan {

class ObservationStore;
class Search;

enum class Level : std::uint8_t { error, warning, note };
[[nodiscard]] std::string_view name(Level level);  // "error" …

// The same words in Chinese and English.
struct Bilingual {
  std::string zh, en;
};

// Another place that a finding speaks of: the total beside a part, the heading beside the contents.
struct Quote {
  RawSpan place;
  std::string text;
};

struct Finding {
  std::string rule;  // "count.list": the file checks/count.list.yaml tells what it means
  Level level = Level::warning;
  Bilingual message;               // what is wrong
  Bilingual reason;                // why: the sum, the two quotations, the article
  std::string link;                // the standard or page that says how it should be; may be empty
  RawSpan place;                   // of `text` in Source::raw
  std::string text;                // the words complained of, as printed, wraps undone
  std::optional<std::string> fix;  // what `text` should read
  std::vector<Quote> others;
  std::int32_t item = -1;  // index into Document::issue.items; -1: outside of items
};

// A rule that could not run, and why.
struct NotRun {
  std::string rule;
  Bilingual why;
};

// What the house decided not to hear of, with its reason.
struct Suppressed {
  Finding finding;
  std::string reason;
};

struct Report {
  std::vector<Finding> findings;  // by place
  std::vector<NotRun> not_run;
  std::vector<Suppressed> suppressed;

  [[nodiscard]] std::size_t count(Level level) const;
};

// A word rule of a house: `find` is not written here, `fix` is.
struct HouseWord {
  std::string id;  // "house.<id>"; "house.word" where none is given
  std::string find;
  std::string fix;                  // empty: none proposed
  std::vector<std::string> unless;  // longer words in which it is right
  Level level = Level::warning;
  Bilingual message;
  std::string reason;
};

// What a house wants of the rules, read from YAML (docs/checking.md, "Configuration").
struct CheckConfig {
  struct Switch {
    std::string rule;            // an id, or a family: count.*
    std::optional<Level> level;  // none: off
    std::string reason;
  };
  struct Suppression {
    std::string rule;  // an id or a family
    std::string text;  // found in the words complained of; empty: any
    std::string file;  // the name of the file; empty: any
    std::string reason;
  };
  std::vector<Switch> switches;
  std::vector<Suppression> suppressions;
  std::vector<HouseWord> words;

  // invalid: what is wrong, and in which line; a switch or suppression without a reason is.
  [[nodiscard]] static Result<CheckConfig> parse(std::string_view yaml, std::string_view path);
};

// What a document may be held against. Of what is null, the rules that need it report that they
// could not run.
struct CheckOptions {
  const CheckConfig* config = nullptr;  // null: every rule as it comes
  const LawLibrary* laws = nullptr;
  const ObservationStore* observations = nullptr;  // figures of earlier issues
  Search* archive = nullptr;                       // items of earlier issues
};

// Whether CheckOptions::observations is of use to the document: it holds statistics.
[[nodiscard]] bool wants_observations(const Document& document);

// Never fails; linear in the text but for sorting. `document` outlives the call only.
[[nodiscard]] Report check(const Document& document, const CheckOptions& options = {});

// A rule as data. One that has not both valid and invalid examples does not load.
struct CheckRule {
  std::string id;
  Level level = Level::warning;
  Bilingual about;    // one sentence for the manual
  Bilingual message;  // {name} stands for a part of the finding
  Bilingual reason;
  std::string link;
  std::vector<std::string> valid;    // texts that give no such finding
  std::vector<std::string> invalid;  // texts that give one
  std::string law;  // law texts (Markdown, one under another) that the examples are held against
  std::string earlier;  // an earlier issue that the store holds; may be empty

  // invalid: what is missing or unknown, and in which line.
  [[nodiscard]] static Result<CheckRule> parse(std::string_view yaml, std::string_view path);
};

// The rules compiled into the binary, by id.
[[nodiscard]] const std::vector<CheckRule>& check_rules();
[[nodiscard]] const CheckRule* find_check_rule(std::string_view id);

}  // namespace guanlan
