#include "cli/search_batch.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "text/trim.h"

namespace guanlan::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Asked {
  std::size_t line = 0;
  std::string query;
  SearchAnswer answer;
};

Json json_of(const Asked& asked) {
  Json hits = Json::array();
  for (const SearchHit& hit : asked.answer.hits) {
    hits.push_back({{"id", hit.item},
                    {"title", hit.title},
                    {"kind", hit.kind},
                    {"date", hit.event_date.empty() ? Json(nullptr) : Json(hit.event_date)},
                    {"file", hit.file}});
  }
  return {{"line", asked.line},
          {"query", asked.query},
          {"total", asked.answer.total},
          {"hits", std::move(hits)},
          {"did_you_mean", asked.answer.did_you_mean}};
}

Sheet sheet_of(const std::vector<Asked>& all) {
  Sheet sheet{{{"line", {"行", "line"}, true},
               {"query", {"查询", "query"}, false, true},
               {"total", {"条数", "items"}, true},
               {"id", {"最前一条", "first"}, true},
               {"title", {"标题", "title"}, false, true}},
              {}};
  for (const Asked& asked : all) {
    const bool found = !asked.answer.hits.empty();
    sheet.rows.push_back({std::to_string(asked.line), asked.query,
                          std::to_string(asked.answer.total),
                          found ? std::to_string(asked.answer.hits.front().item) : "",
                          found ? asked.answer.hits.front().title : ""});
  }
  return sheet;
}

void print_all(const Call& call, const std::vector<Asked>& all) {
  const std::string format = chosen_format(call);
  if (format != "json" && format != "jsonl") return print(call, sheet_of(all), format);
  Json array = Json::array();
  for (const Asked& asked : all) {
    Json line = json_of(asked);
    if (format == "json") {
      array.push_back(std::move(line));
    } else {
      call.env.out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    }
  }
  if (format == "json")
    call.env.out << array.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace

int search_batch(const Call& call, Search& index, const SearchRequest& base,
                 const std::function<std::string(const std::string&)>& narrow) {
  const std::string file = call.args.value("--batch");
  const auto list = bytes_of(call, {file, file});
  if (!list) {
    complain(call, list.error());
    return exit_code::kInputs;
  }
  std::vector<Asked> all;
  std::size_t failed = 0, number = 0;
  for (std::string_view rest = *list; !rest.empty() && !call.interrupted();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string query(trim(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (query.empty() || query.front() == '#') continue;
    SearchRequest request = base;
    request.query = narrow(query);
    const auto problem = check_query(query);
    auto answer =
        problem ? Result<SearchAnswer>(tl::unexpected(problem->error)) : index.find(request);
    if (!answer) {
      ++failed;
      answer.error().place = file + ":" + std::to_string(number);
      complain(call, answer.error());
      continue;
    }
    all.push_back({number, query, std::move(*answer)});
  }
  print_all(call, all);
  return verdict(call, failed, all.size() + failed);
}

}  // namespace guanlan::cli
