#include <fmt/format.h>

#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/page.h"
#include "cli/sheet.h"
#include "cli/terminal.h"
#include "guanlan/diff.h"
#include "text/markup.h"

namespace guanlan::cli {
namespace {

// Which item of which documents: `document` and `item` index into them.
struct Choice {
  std::vector<Document> documents;
  std::vector<std::pair<std::size_t, std::size_t>> items;
};

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

// Why a candidate lost, in words.
struct Reason {
  std::string_view rule;
  Text text;
};
constexpr Reason kReasons[] = {
    {"unused.generic-body", {"泛称，不指某一机关", "names no body in particular"}},
    {"unused.law-named",
     {"未写条文号，也不是依据或违反的对象；或其条文已另引",
      "no article, neither basis nor broken; or cited by an article elsewhere"}},
    {"unused.vague", {"约数，没有数值", "vague, has no value"}},
    {"unused.vague-time", {"时间笼统，不推算", "a vague time, not reckoned"}},
};

std::string_view reason(const Call& call, std::string_view rule) {
  for (const Reason& known : kReasons) {
    if (known.rule == rule) return known.text.in(call.language);
  }
  return {};
}

struct Explained {
  Fact fact;
  bool taken = true;
};

std::vector<Explained> explained(const Call& call, const Document& document, std::size_t item) {
  const std::string field = call.args.value("--field");
  std::vector<Explained> out;
  const auto add = [&](std::vector<Fact> facts, bool taken) {
    for (Fact& f : facts) {
      if (field.empty() || f.field == field || f.field.starts_with(field + "."))
        out.push_back({std::move(f), taken});
    }
  };
  add(facts(document, item), true);
  add(ledger_facts(document, item), true);
  for (Fact& kind : kind_facts(document, item)) {
    const bool taken = kind.field == "kind." + document.mentions[item].kind;
    add({std::move(kind)}, taken);
  }
  add(unused_candidates(document, item), false);
  return out;
}

std::string place(const Fact& f) {
  if (f.place.span.empty()) return {};
  return fmt::format(" p{} @{}–{}", f.place.page, f.place.span.begin, f.place.span.end);
}

std::string readable(const Call& call, const Explained& e, bool colour) {
  const Fact& f = e.fact;
  const std::string words = f.text.empty() ? "" : fmt::format("「{}」", harmless(f.text));
  const std::string field = coloured(f.field, Colour::cyan, colour);
  if (!e.taken) {
    const std::string_view why = reason(call, f.rule);
    const std::string value = f.value.empty() ? "" : "= " + harmless(f.value) + "  ";
    return fmt::format("    {} {}{}{}{}{}", field, value, words, place(f), why.empty() ? "" : "  ",
                       why);
  }
  std::string out = fmt::format("  {} = {}  {}{}", field, harmless(f.value), words, place(f));
  if (!f.rule.empty()) out += fmt::format("  {} {}", say(call.language, Say::by_rule), f.rule);
  if (!f.cue.empty()) {
    out += fmt::format("  {}「{}」", say(call.language, Say::by_words), harmless(f.cue));
  }
  return out;
}

void print_readable(const Call& call, const Document& document, std::size_t index) {
  const bool colour = wants_colour(call);
  const Item& item = document.issue.items[index];
  const std::string head = fmt::format("{}. {}", item.n, harmless(wording(document, item.title)));
  call.env.out << coloured(head, Colour::bold, colour) << '\n';
  const auto all = explained(call, document, index);
  bool rest = false;
  for (const Explained& e : all) {
    if (!e.taken && !rest) call.env.out << "  " << say(call.language, Say::not_taken) << ":\n";
    rest = rest || !e.taken;
    call.env.out << readable(call, e, colour) << '\n';
  }
  if (all.empty()) call.env.out << "  " << say(call.language, Say::no_values) << '\n';
}

constexpr Text kHeads[] = {{"字段", "field"}, {"值", "value"},  {"原文", "words"},
                           {"位置", "place"}, {"规则", "rule"}, {"依据", "cue"}};

// A table of what was taken or not; empty where there is none.
std::string rows_of(const Call& call, const std::vector<Explained>& all, bool taken) {
  std::vector<std::string_view> heads;
  for (const Text& head : kHeads) heads.push_back(head.in(call.language));
  std::string rows;
  for (const auto& [f, was_taken] : all) {
    if (was_taken != taken) continue;
    const std::string_view why = taken ? std::string_view(f.rule) : reason(call, f.rule);
    rows += row_of({cell(f.field), cell(f.value), "<td><mark>" + escaped(f.text) + "</mark></td>",
                    "<td class=\"place\">" + escaped(place(f)) + "</td>", cell(why), cell(f.cue)});
  }
  if (rows.empty()) return {};
  return "<div class=\"scroll\"><table>" + head_of(heads) + "<tbody>\n" + rows +
         "</tbody></table></div>\n";
}

void print_page(const Call& call, const Choice& choice, std::string_view title) {
  std::string body;
  for (const auto& [d, i] : choice.items) {
    const Document& document = choice.documents[d];
    const Item& item = document.issue.items[i];
    const auto all = explained(call, document, i);
    body += "<h2>" + escaped(fmt::format("{}. {}", item.n, wording(document, item.title))) +
            "</h2>\n" + rows_of(call, all, true);
    const std::string rest = rows_of(call, all, false);
    if (!rest.empty())
      body += "<p><small>" + escaped(say(call.language, Say::not_taken)) + "</small></p>\n" + rest;
  }
  call.env.out << page(call, title, body);
}

void print_rows(const Call& call, const Choice& choice, std::string_view format) {
  Sheet sheet{{{"n", {"序", "n"}, true},
               {"field", {"字段", "field"}},
               {"value", {"值", "value"}, false, true},
               {"text", {"原文", "text"}, false, true},
               {"page", {"页", "page"}, true},
               {"begin", {"起", "begin"}, true},
               {"end", {"止", "end"}, true},
               {"rule", {"规则", "rule"}},
               {"cue", {"依据", "cue"}, false, true},
               {"taken", {"采用", "taken"}, true}},
              {}};
  for (const auto& [d, i] : choice.items) {
    const int n = choice.documents[d].issue.items[i].n;
    for (const auto& [f, taken] : explained(call, choice.documents[d], i)) {
      sheet.rows.push_back({std::to_string(n), f.field, f.value, f.text,
                            std::to_string(f.place.page), std::to_string(f.place.span.begin),
                            std::to_string(f.place.span.end), f.rule, f.cue,
                            taken ? "true" : "false"});
    }
  }
  print(call, sheet, format);
}

int explain(const Call& call) {
  const auto choice = choose(call, call.args.positionals().front());
  if (!choice) {
    complain(call, choice.error());
    return exit_code::kInputs;
  }
  const std::string format = call.args.value("--format", "text");
  if (format == "text") {
    for (const auto& [d, i] : choice->items) print_readable(call, choice->documents[d], i);
  } else if (format == "html") {
    print_page(call, *choice, call.args.positionals().front());
  } else {
    print_rows(call, *choice, format);
  }
  return exit_code::kFine;
}

}  // namespace

CommandSpec explain_command() {
  std::vector<std::string_view> choices{"text", "html"};
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
        {"text（默认）、html（一页）或表格格式",
         "text (the default), html (one page) or a format for rows"},
        choices,
        Complete::choice}},
      {{"explain 4 --field event_date",
        {"第 4 条的事件日期从何而来", "where the event date of item 4 comes from"}},
       {"explain monthly.pdf:12", {"文件中的第 12 条", "item 12 of a file"}}},
      explain};
}

}  // namespace guanlan::cli
