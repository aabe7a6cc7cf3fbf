#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/search_batch.h"
#include "cli/sheet.h"
#include "cli/terminal.h"
#include "guanlan/search.h"

namespace guanlan::cli {
namespace {

using Json = nlohmann::ordered_json;

Result<std::unique_ptr<Search>> open_index(const Call& call) {
  const auto path = database_path(call);
  if (!path) return tl::unexpected(path.error());
  return open_search(*path);
}

std::string joined(const std::vector<Segment>& segments, bool colour, std::string_view open,
                   std::string_view close) {
  std::string out;
  for (const Segment& s : segments) {
    if (!s.hit) {
      out += harmless(s.text);
    } else {
      out += colour ? coloured(harmless(s.text), Colour::red, true)
                    : fmt::format("{}{}{}", open, harmless(s.text), close);
    }
  }
  return out;
}

Json json_of(const std::vector<Segment>& segments) {
  Json out = Json::array();
  for (const Segment& s : segments) {
    Json segment{{"text", s.text}};
    if (s.hit) segment["hit"] = true;
    out.push_back(std::move(segment));
  }
  return out;
}

Json json_of(const SearchHit& hit) {
  Json places = Json::array();
  for (const Span span : hit.places) places.push_back({{"begin", span.begin}, {"end", span.end}});
  const auto date = hit.event_date.empty() ? Json(nullptr) : Json(hit.event_date);
  return {{"id", hit.item},
          {"title", hit.title},
          {"kind", hit.kind},
          {"date", date},
          {"file", hit.file},
          {"score", std::round(hit.score * 1e4) / 1e4},
          {"title_segments", json_of(hit.title_segments)},
          {"snippet", json_of(hit.snippet)},
          {"places", std::move(places)}};
}

Json json_of(const SearchAnswer& answer) {
  Json out{{"total", answer.total},
           {"hits", Json::array()},
           {"facets", Json::array()},
           {"expanded", Json::array()},
           {"did_you_mean", answer.did_you_mean}};
  for (const SearchHit& hit : answer.hits) out["hits"].push_back(json_of(hit));
  for (const Facet& facet : answer.facets) {
    Json values = Json::array();
    for (const auto& [value, count] : facet.values) {
      values.push_back({{"value", value}, {"count", count}});
    }
    out["facets"].push_back({{"field", facet.field}, {"values", std::move(values)}});
  }
  for (const auto& [word, added] : answer.expanded) {
    out["expanded"].push_back({{"word", word}, {"added", added}});
  }
  out["next"] = answer.next.empty() ? Json(nullptr) : Json(answer.next);
  return out;
}

std::string dumped(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

// The query again, with a mark under what is wrong.
void point_at(const Call& call, std::string_view query, Span span) {
  const std::size_t before = display_width(harmless(query.substr(0, span.begin)));
  const std::size_t wide =
      std::max<std::size_t>(1, display_width(harmless(query.substr(span.begin, span.size()))));
  call.env.err << "  " << harmless(query) << "\n  " << std::string(before, ' ')
               << std::string(wide, '^') << '\n';
}

int bad_query(const Call& call, std::string_view query, const QueryProblem& problem) {
  point_at(call, query, problem.span);
  complain(call, problem.error);
  return exit_code::kUsage;
}

void print_text(const Call& call, const SearchAnswer& answer) {
  const bool colour = wants_colour(call);
  std::ostream& out = call.env.out;
  for (const SearchHit& hit : answer.hits) {
    const std::string about = fmt::format(
        "{}  {}  {}", hit.kind, hit.event_date.empty() ? "—" : hit.event_date, harmless(hit.file));
    out << coloured(fmt::format("{:>6}", hit.item), Colour::bold, colour) << "  "
        << joined(hit.title_segments, colour, "【", "】") << "\n        "
        << coloured(about, Colour::dim, colour) << '\n';
    const std::string snippet = joined(hit.snippet, colour, "【", "】");
    if (!snippet.empty()) out << "        " << snippet << '\n';
  }
}

void print_facets(const Call& call, const SearchAnswer& answer) {
  for (const Facet& facet : answer.facets) {
    if (facet.values.empty()) continue;
    std::string line = facet.field + ":";
    for (const auto& [value, count] : facet.values) {
      line += fmt::format("  {} ({})", harmless(value), count);
    }
    call.env.out << line << '\n';
  }
}

void print_sheet(const Call& call, const SearchAnswer& answer, std::string_view format) {
  Sheet sheet{{{"id", {"编号", "id"}, true},
               {"date", {"日期", "date"}},
               {"kind", {"类别", "kind"}},
               {"title", {"标题", "title"}, false, true},
               {"snippet", {"摘录", "snippet"}, false, true},
               {"file", {"文件", "file"}, false, true}},
              {}};
  for (const SearchHit& hit : answer.hits) {
    const bool markdown = format == "md";
    sheet.rows.push_back({std::to_string(hit.item), hit.event_date, hit.kind,
                          markdown ? joined(hit.title_segments, false, "**", "**") : hit.title,
                          joined(hit.snippet, false, markdown ? "**" : "", markdown ? "**" : ""),
                          hit.file});
  }
  print(call, sheet, format);
}

void print_answer(const Call& call, const SearchAnswer& answer) {
  const std::string format = chosen_format(call);
  if (format == "json") {
    call.env.out << dumped(json_of(answer), 2) << '\n';
  } else if (format == "jsonl") {
    for (const SearchHit& hit : answer.hits) call.env.out << dumped(json_of(hit)) << '\n';
  } else if (format == "table") {
    print_text(call, answer);
  } else {
    print_sheet(call, answer, format);
  }
  if (format == "table" && call.args.has("--facets")) print_facets(call, answer);
}

// What the reader should know about the answer, on stderr.
void remark(const Call& call, const SearchAnswer& answer) {
  std::ostream& err = call.env.err;
  for (const auto& [word, added] : answer.expanded) {
    err << say(call.language, Say::search_expanded, harmless(word),
               fmt::format("{}", fmt::join(added, call.language == Language::zh ? "、" : ", ")))
        << '\n';
  }
  err << say(call.language, Say::search_total, answer.total, answer.hits.size()) << '\n';
  for (const std::string& other : answer.did_you_mean) {
    err << say(call.language, Say::search_did_you_mean, harmless(other)) << '\n';
  }
  if (!answer.next.empty()) err << say(call.language, Say::search_next, answer.next) << '\n';
}

// The query with the filters of the options as further conditions.
std::string narrowed(const std::string& query, const ItemFilter& filter) {
  std::string out;
  if (!filter.kinds.empty()) {
    out += " (";
    for (const std::string& kind : filter.kinds) {
      out += fmt::format("{}kind:{}", out.ends_with('(') ? "" : " OR ", kind);
    }
    out += ")";
  }
  for (const auto& [field, value] :
       {std::pair{"region", &filter.region}, std::pair{"authority", &filter.authority},
        std::pair{"file", &filter.file}}) {
    if (!value->empty()) out += fmt::format(" {}:\"{}\"", field, *value);
  }
  if (!filter.since.empty() || !filter.until.empty()) {
    out += fmt::format(" date:{}..{}", filter.since, filter.until);
  }
  return query.empty() || out.empty() ? query + out : "(" + query + ")" + out;
}

std::string query_of(const Call& call) {
  return fmt::format("{}", fmt::join(call.args.positionals(), " "));
}

Result<SearchRequest> request_of(const Call& call) {
  SearchRequest request;
  if (call.args.value("--sort") == "date") request.sort = SortBy::date;
  request.cursor = call.args.value("--cursor");
  const auto filter = filter_of(call);
  if (!filter) return tl::unexpected(filter.error());
  request.query = narrowed(query_of(call), *filter);
  if (filter->limit > 0) request.limit = static_cast<std::size_t>(filter->limit);
  return request;
}

int search(const Call& call) {
  const std::string query = query_of(call);
  if (const auto problem = check_query(query)) return bad_query(call, query, *problem);
  const auto request = request_of(call);
  if (!request) return no_database(call, request.error());
  const auto index = open_index(call);
  if (!index) return no_database(call, index.error());
  if (call.args.has("--batch")) {
    return search_batch(call, **index, *request,
                        [&](const std::string& line) { return narrowed(line, *filter_of(call)); });
  }
  const auto answer = (*index)->find(*request);
  if (!answer) return no_database(call, answer.error());
  print_answer(call, *answer);
  remark(call, *answer);
  return exit_code::kFine;
}

}  // namespace

CommandSpec search_command() {
  auto options = filter_options();
  options.insert(
      options.end(),
      {{"--sort",
        "ORDER",
        {"relevance（默认）或 date", "relevance (the default) or date"},
        {"relevance", "date"},
        Complete::choice},
       {"--facets",
        "",
        {"按类别、地区、机关、来源、月份、处置计数",
         "count by kind, region, authority, outlet, month, sanction"}},
       {"--batch",
        "FILE",
        {"逐行查询一份名单（- 为标准输入），一行一条结果；# 起的行略过",
         "a list with a query a line (- is stdin), a line of answer each; lines with # are left out"},
        {},
        Complete::file},
       {"--cursor", "WORD", {"从上一页给出的标记继续", "go on from the mark of the page before"}},
       format_option({"输出格式；终端上默认 table，否则 jsonl",
                      "output format; table on a terminal, jsonl elsewhere"})});
  return {
      "search",
      {"检索库中的条目", "search the stored items"},
      {"词之间默认同时满足；\"短语\"、-排除、OR（或）、NEAR/10、括号、字段:值。\n"
       "字段有 kind authority region law outlet app org sanction title file date fine has 等，\n"
       "见 docs/search.md。宽窄、大小写、繁简不分；标点只起分隔作用；字母数字按整词（app* 查前缀）。",
       "Words must all be there; \"phrases\", -not, OR, NEAR/10, parentheses, field:value.\n"
       "Fields: kind authority region law outlet app org sanction title file date fine has …,\n"
       "see docs/search.md. Width, case and traditional forms make no difference; punctuation\n"
       "only separates; letters and digits count as whole words (app* finds beginnings)."},
      {{"QUERY",
        {"查询；几个参数按空格连起来", "the query; several arguments are joined"},
        0,
        -1,
        {},
        Complete::nothing}},
      std::move(options),
      {{"search 网络安全法 罚款", {"两个词都有", "both words"}},
       {"search '\"个人信息\" region:甘肃 date:2024-04..2024-11' --facets",
        {"短语、地区和日期，带计数", "a phrase, a region and dates, with counts"}},
       {"search 'law:网络安全法#44 fine:>10万' --sort date",
        {"按条款和金额", "by provision and amount"}},
       {"search --batch names.txt --format csv > found.csv",
        {"名单里的每一个各有几条", "how many items each name of a list has"}}},
      search};
}

}  // namespace guanlan::cli
