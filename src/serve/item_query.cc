#include "serve/item_query.h"

#include "guanlan/search.h"
#include "serve/answers.h"

namespace guanlan::serve {
namespace {

// A value of the query language: quoted, so that nothing in it is an operator.
std::string quoted(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) out += c == '"' ? ' ' : c;
  return out + '"';
}

}  // namespace

Result<std::string> query_of(const Exchange& x) {
  // What the reader typed is checked alone.
  if (const auto problem = check_query(x.query("q"))) return tl::unexpected(problem->error);
  const auto since = date_of(x, "since");
  if (!since) return tl::unexpected(since.error());
  const auto until = date_of(x, "until");
  if (!until) return tl::unexpected(until.error());
  std::string out;
  if (const std::string_view words = x.query("q"); !words.empty()) {
    out = "(" + std::string(words) + ")";
  }
  for (const std::string_view field :
       {"kind", "region", "authority", "law", "org", "app", "outlet"}) {
    const std::string_view value = x.query(field);
    if (!value.empty()) out += " " + std::string(field) + ":" + quoted(value);
  }
  if (!since->empty() || !until->empty()) out += " date:" + *since + ".." + *until;
  return out;
}

std::vector<Parameter> item_filters() {
  return {{"q", "a query, docs/search.md"},
          {"kind", "a value of the record's `kind`"},
          {"region", "a place, with all that lies in it: 甘肃, 天水市"},
          {"authority", "an authority whose name is or contains that"},
          {"law", "a law that is cited: 网络安全法, 网络安全法#44"},
          {"org", "an organisation"},
          {"app", "an app"},
          {"outlet", "a source"},
          {"since", "from this date on (2024, 2024-05, 2024-05-01)"},
          {"until", "up to this date"}};
}

}  // namespace guanlan::serve
