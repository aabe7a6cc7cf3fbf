// Mentions: what the extractors find in a passage, one plain struct per dimension.
// Vocabularies are those of docs/record.md. Spans are clean coordinates.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "guanlan/bodies.h"
#include "guanlan/passage.h"
#include "guanlan/span.h"

namespace guanlan {

// Why a value is what it is: the rule's id and the words it went by. Printed by `explain`.
struct Why {
  const char* rule = "";  // "date.year-from-issue"; ids are stable and documented beside the rule
  Span cue;               // the words that decided, may be empty
};

struct DateMention {
  Span span;
  std::string value;  // ISO 8601 prefix, or 2020-H1, 2024-Q3
  std::string role;   // on reported effective expires deadline comment_by start end past
  bool in_title = false;
  Why why;
};
// 期间: a day that the text does not print but lets one reckon (自公布之日起施行, 30日内,
// 有效期5年).
struct TermMention {
  Span span;
  std::string value;        // ISO 8601 prefix; empty: its anchor is not known
  std::string role;         // effective expires deadline comment_by end
  std::string anchor;       // the value reckoned from; empty: not known
  Span anchor_span;         // the words that give it; empty: not in the text
  std::string anchor_kind;  // issue signature page date receipt event …: what the text reckons from
  std::string derivation;  // "2024-11-05 + 10 working days (calendar of 2024)"
  Why why;
};
// A date as often as it is printed, the event's and the deadlines' too.
struct ToldDate {
  Span span;
  std::string value;
  std::string_view role;
  bool range_first = false, range_last = false;  // 1月, 8月 of 1-8月
};
struct Dates {
  std::optional<DateMention> event;
  std::vector<DateMention> others;
  std::vector<DateMention> deadlines;  // value: dates by which somebody must act
  std::vector<TermMention> terms;      // computed; never in `others` or `deadlines`
  std::vector<ToldDate> told;          // ascending; for the stages that follow, not in the record
};

struct QuantityMention {
  Span span;         // with its qualifier: 近1600件
  double value = 0;  // money in 元
  std::string unit;  // empty: none printed
  Approx approx = Approx::none;
  Span number;  // the numeral alone
  Why why;
};

// 账: what a figure counts, of whom, when, and against what. A part whose span is empty is not
// said by the text. Names are those of docs/ledger.md.
struct LedgerEntry {
  struct Counts {
    Span span;  // 违法违规账号; where no noun is printed, what was done: 行政拘留
    std::string_view deed,
        thing;  // closed, accounts: of lexicon/ledger/words.tsv; either may be empty
    [[nodiscard]] std::string noun() const;  // closed-accounts; empty: no word that the table knows
  };
  struct Whom {
    Span span;
    std::string_view kind;  // authority body org operator region case
    std::string name;  // as the record has it elsewhere: official, a path; as printed for a case
  };
  struct When {
    Span span;
    std::string_view kind;    // during up_to as_of
    std::string from, until;  // ISO prefixes; equal for one month; `from` may be empty for up_to
    bool cumulative = false;  // said to run from a beginning: 累计, 截至, …以来
  };
  struct Against {
    Span span;
    std::string_view kind;   // share yoy mom since average growth
    int direction = 0;       // 1 up, -1 down
    Span base;               // 全省总流量, 上年同期; empty: 同比 says it itself
    std::string base_value;  // the period that is compared with, where it can be reckoned
  };
  Counts counts;
  Whom of;
  When period;
  Against comparison;
};

struct EnumerationMention {
  Span span;
  int announced = 0;
  int listed = 0;
  Why why;
};

struct InstrumentMention {
  Span span;           // the title without 《》
  std::string title;   // clean wording; filled by resolve from the raw text
  std::string status;  // issued draft effective published cited
  Why why;
};

struct CitationMention {
  Span span;
  std::string instrument;  // without 《》 and 中华人民共和国, as printed
  Span wording;            // where that name is printed; empty: it comes from the word table
  std::string provision;   // 第四十四条; empty: none given
  Why why;
};

// A provision or a law as a reference may mean it.
struct CitedProvision {
  std::string instrument;  // as in CitationMention
  Span wording;
  std::string provision;  // empty: the law as a whole
};
// 前款规定, 上述规定, 前述法律: words that point back to what the text cited before. One candidate:
// it is what they mean. Several: unresolved.
struct ReferenceMention {
  Span span;
  std::vector<CitedProvision> candidates;  // in the order of the text, at least one
  Why why;
};

// Standards, document numbers, CVE ids: the printed identifier, blanks normalised.
enum class IdentifierKind : std::uint8_t { standard, doc_number, cve };
struct IdentifierMention {
  Span span;
  IdentifierKind kind{};
  std::string value;
  Why why;
};

struct AuthorityMention {
  Span span;
  std::string name;        // official
  std::string role;        // issue decide investigate publish punish act
  std::int32_t body = -1;  // index into Bodies::bodies
  Why why;
};

struct RegionMention {
  Span span;
  std::string path;  // 甘肃省/天水市/武山县
  std::string code;  // GB/T 2260; empty abroad
  Why why;
};

struct SanctionMention {
  Span span;
  std::string type;
  std::string target;
  std::optional<double> amount;
  std::string currency;
  std::optional<double> count;
  Why why;
};

struct NameMention {  // apps and orgs
  Span span;
  std::string name;  // empty: the words of the span
  Why why;
};

// What speaks for a kind, or against it where the weight is negative; the greatest sum was taken.
struct KindCue {
  std::string kind;
  double weight = 0;
  Why why;
};

struct Mentions {
  Bodies bodies;  // places and bodies as parsed, for the dimensions that follow; not in the record
  std::string kind;
  Why kind_why;
  std::vector<KindCue> kind_cues;  // of all kinds
  Dates dates;
  std::vector<QuantityMention> figures;
  std::vector<LedgerEntry>
      ledger;  // one for every figure, in their order; empty before find_ledger
  std::vector<EnumerationMention> enumerations;
  std::vector<InstrumentMention> instruments;
  std::vector<CitationMention> citations;
  std::vector<ReferenceMention> references;
  std::vector<IdentifierMention> identifiers;
  std::vector<AuthorityMention> authorities;
  std::vector<RegionMention> regions;
  std::vector<SanctionMention> sanctions;
  std::vector<NameMention> apps;
  std::vector<NameMention> orgs;
};

struct Titles;  // src/extract/instruments/titles.h

// One free function a dimension; each lives in src/extract/<dimension>/. A later one may look at
// what an earlier one found: `done` holds the dimensions above it in this list.
Bodies find_bodies(const Passage& passage);
Dates find_dates(const Passage& passage);
std::vector<InstrumentMention> find_instruments(const Passage& passage, const Titles& titles,
                                                const Mentions& done);
// And references.
void find_citations(const Passage& passage, const Titles& titles, Mentions& done);
std::vector<IdentifierMention> find_identifiers(const Passage& passage);
std::vector<QuantityMention> find_quantities(const Passage& passage, const Mentions& done);
std::vector<EnumerationMention> find_enumerations(const Passage& passage, const Mentions& done);
std::vector<AuthorityMention> find_authorities(const Passage& passage, const Mentions& done);
std::vector<RegionMention> find_regions(const Passage& passage, const Mentions& done);
std::vector<SanctionMention> find_sanctions(const Passage& passage, const Mentions& done);
std::vector<NameMention> find_apps(const Passage& passage, const Titles& titles,
                                   const Mentions& done);
std::vector<NameMention> find_orgs(const Passage& passage, const Mentions& done);
void find_kind(const Passage& passage, Mentions& done);

// All of the above, in that order, of one passage and of several at once (`out` is as long).
Mentions extract(const Passage& passage);
void extract(std::span<const Passage> passages, std::span<Mentions> out);

// What each of `done.figures` counts (src/ledger); after extract().
std::vector<LedgerEntry> find_ledger(const Passage& passage, const Mentions& done);

}  // namespace guanlan
