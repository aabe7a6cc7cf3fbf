#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "cli/terminal.h"
#include "guanlan/diff.h"

namespace guanlan::cli {
namespace {

// Which item of which documents: `document` and `item` index into them.
struct Choice {
  std::vector<Document> documents;
  std::vector<std::pair<std::size_t, std::size_t>> items;
};

// Something in the text that looks like a value and gave none.
struct Unused {
  std::string_view field;
  Span span;
  Text reason;
};

constexpr Text kNoReason{"", ""};

struct ClassField {
  WordClass cls;
  std::string_view field;
  Text reason;
};
constexpr ClassField kClassFields[] = {
    {WordClass::region, "regions", kNoReason},
    {WordClass::country, "regions", kNoReason},
    {WordClass::authority, "authorities", kNoReason},
    {WordClass::authority_head, "authorities", kNoReason},
    {WordClass::foreign_authority, "authorities", kNoReason},
    {WordClass::generic_body, "authorities", {"泛称，不是某一机关", "names no body in particular"}},
    {WordClass::law, "citations", kNoReason},
    {WordClass::sanction, "sanctions", kNoReason},
    {WordClass::org, "orgs", kNoReason},
};

std::vector<Unused> candidates(const Passage& passage) {
  std::vector<Unused> out;
  for (const Hit& hit : passage.hits) {
    for (const ClassField& known : kClassFields) {
      if (hit.cls == known.cls) out.push_back({known.field, hit.span, known.reason});
    }
  }
  for (const Numeral& n : passage.numerals) {
    const bool vague = n.form == NumeralForm::indefinite;
    out.push_back(
        {"figures", n.span, vague ? Text{"约数，没有数值", "vague, no value"} : kNoReason});
  }
  for (const Bracket& b : passage.brackets) {
    if (b.mark == Mark::book && b.depth == 0) out.push_back({"instruments", b.inner, kNoReason});
  }
  return out;
}

// The candidates that no value covers, outermost ones only.
std::vector<Unused> unused(const Document& document, std::size_t item) {
  const Item& it = document.issue.items[item];
  const Passage passage =
      scan(document.layout.clean.text, it.title, it.body, document.issue.date, Lexicon::builtin());
  auto all = candidates(passage);
  std::stable_sort(all.begin(), all.end(), [](const Unused& a, const Unused& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<Span> taken;
  for (const Fact& f : facts(document, item)) taken.push_back(f.place.span);
  std::sort(taken.begin(), taken.end());
  std::vector<Unused> out;
  std::uint32_t covered = 0;  // end of the last candidate that was kept
  std::size_t next = 0;
  std::uint32_t reach = 0;  // how far the values that begin before here reach
  for (const Unused& candidate : all) {
    const Span raw = document.layout.clean.raw(candidate.span);
    while (next < taken.size() && taken[next].begin < raw.end)
      reach = std::max(reach, taken[next++].end);
    if (reach > raw.begin || candidate.span.end <= covered) continue;
    covered = candidate.span.end;
    out.push_back(candidate);
  }
  return out;
}

std::optional<long> split_number(std::string& word) {
  const auto colon = word.rfind(':');
  std::error_code ignored;
  if (colon == std::string::npos || std::filesystem::exists(word, ignored)) return std::nullopt;
  const auto number = whole_number(std::string_view(word).substr(colon + 1));
  if (number) word.resize(colon);
  return number;
}

void keep(Choice& choice, std::optional<long> ordinal) {
  long n = 0;
  for (std::size_t d = 0; d < choice.documents.size(); ++d) {
    for (std::size_t i = 0; i < choice.documents[d].issue.items.size(); ++i) {
      if (++n == ordinal.value_or(n)) choice.items.emplace_back(d, i);
    }
  }
}

Result<Choice> choose(const Call& call, std::string word) {
  std::error_code ignored;
  const auto id = whole_number(word);
  Result<std::vector<Source>> sources;
  std::optional<long> ordinal;
  if (id && !std::filesystem::exists(word, ignored)) {
    const auto store = open_existing(call);
    if (!store) return tl::unexpected(store.error());
    const auto item = (*store)->item(*id);
    if (!item) return tl::unexpected(item.error());
    const auto bytes = (*store)->bytes(item->document);
    if (!bytes) return tl::unexpected(bytes.error());
    sources = read_bytes(*bytes, item->file);
    ordinal = item->ordinal;
    mention_older_rules(call, **store);
  } else {
    ordinal = split_number(word);
    sources = sources_of(call, {word, word});
  }
  if (!sources) return tl::unexpected(sources.error());
  Choice choice;
  for (Source& s : *sources) choice.documents.push_back(process(std::move(s), Lexicon::builtin()));
  keep(choice, ordinal);
  if (choice.items.empty()) {
    return fail(Code::not_found, say(call.language, Say::no_such_item, ordinal.value_or(1)), word);
  }
  return choice;
}

std::vector<std::string> row(const Document& document, int n, std::string_view field,
                             std::string value, Span raw, int page, std::string rule,
                             std::string cue, bool taken) {
  return {std::to_string(n),       std::string(field),
          std::move(value),        std::string(raw.of(document.source.raw)),
          std::to_string(page),    std::to_string(raw.begin),
          std::to_string(raw.end), std::move(rule),
          std::move(cue),          taken ? "true" : "false"};
}

void add_rows(const Call& call, const Document& document, std::size_t item, Sheet& sheet) {
  const std::string field = call.args.value("--field");
  const int n = document.issue.items[item].n;
  for (const Fact& f : facts(document, item)) {
    if (!field.empty() && f.field != field) continue;
    sheet.rows.push_back(
        row(document, n, f.field, f.value, f.place.span, f.place.page, f.rule, f.cue, true));
    sheet.rows.back()[3] = f.text;
  }
  for (const Unused& u : unused(document, item)) {
    if (!field.empty() && u.field != field) continue;
    const RawSpan place = raw_span(document, u.span);
    sheet.rows.push_back(row(document, n, u.field, "", place.span, place.page, "",
                             std::string(u.reason.in(call.language)), false));
    sheet.rows.back()[3] = wording(document, u.span);
  }
}

void print_readable(const Call& call, const Document& document, std::size_t item,
                    const Sheet& sheet) {
  const bool colour = wants_colour(call);
  std::ostream& out = call.env.out;
  const Item& it = document.issue.items[item];
  out << coloured(fmt::format("{}. {}", it.n, harmless(wording(document, it.title))), Colour::bold,
                  colour)
      << '\n';
  bool rest = false;
  for (const auto& r : sheet.rows) {
    const bool taken = r[9] == "true";
    if (!taken && !rest) out << "  " << say(call.language, Say::not_taken) << ":\n";
    rest = rest || !taken;
    out << fmt::format(
        "  {}{}{}「{}」 p{} @{}–{}", taken ? "" : "  ", coloured(r[1], Colour::cyan, colour),
        taken ? " = " + harmless(r[2]) + "  " : " ", harmless(r[3]), r[4], r[5], r[6]);
    if (!r[7].empty()) out << fmt::format("  {} {}", say(call.language, Say::by_rule), r[7]);
    if (!r[8].empty())
      out << fmt::format("  {}「{}」", say(call.language, Say::by_words), harmless(r[8]));
    out << '\n';
  }
  if (sheet.rows.empty()) out << "  " << say(call.language, Say::no_values) << '\n';
}

int explain(const Call& call) {
  const auto choice = choose(call, call.args.positionals().front());
  if (!choice) {
    complain(call, choice.error());
    return exit_code::kInputs;
  }
  Sheet sheet{{{"n", {"序", "n"}, true},
               {"field", {"字段", "field"}},
               {"value", {"值", "value"}, false, true},
               {"text", {"原文", "text"}, false, true},
               {"page", {"页", "page"}, true},
               {"begin", {"起", "begin"}, true},
               {"end", {"止", "end"}, true},
               {"rule", {"规则", "rule"}},
               {"cue", {"依据", "cue"}, false, true},
               {"taken", {"采用", "taken"}}},
              {}};
  const std::string format = call.args.value("--format", "text");
  for (const auto& [d, i] : choice->items) {
    add_rows(call, choice->documents[d], i, sheet);
    if (format != "text") continue;
    print_readable(call, choice->documents[d], i, sheet);
    sheet.rows.clear();
  }
  if (format != "text") print(call, sheet, format);
  return exit_code::kFine;
}

}  // namespace

CommandSpec explain_command() {
  std::vector<std::string_view> choices{"text"};
  choices.insert(choices.end(), formats().begin(), formats().end());
  return {
      "explain",
      {"说明每个值的来由：规则、依据的字、落选的候选",
       "say why: the rule, the words, the candidates that lost"},
      {"先列每个值：原文、位置、给出它的规则、起决定作用的字；再列看到但未采用的字样。\n"
       "编号指库中的一条；文件名后加 :n 指其中第 n 条。总按现行规则解释。",
       "First each value: its words, their place, the rule that gave it and the words that "
       "decided;\n"
       "then what was seen and not taken. A number is a stored item; FILE:n is item n of a file.\n"
       "Explains by today's rules."},
      {{"ID|FILE[:n]",
        {"编号，或文件（可加 :n）", "a stored item's number, or a file (with :n)"},
        1,
        1}},
      {{"--field",
        "FIELD",
        {"只看一个字段，如 sanctions", "one field only, such as sanctions"},
        record_fields(),
        Complete::choice},
       {"--format",
        "FORMAT",
        {"text（默认）或表格格式", "text (the default) or a format for rows"},
        choices,
        Complete::choice}},
      {{"explain 4 --field event_date",
        {"第 4 条的事件日期从何而来", "where the event date of item 4 comes from"}},
       {"explain monthly.pdf:12", {"文件中的第 12 条", "item 12 of a file"}}},
      explain};
}

}  // namespace guanlan::cli
