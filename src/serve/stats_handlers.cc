// What enforcement the store holds, counted: as JSON, and as a table to take away.
#include "guanlan/enforcement.h"
#include "serve/answers.h"
#include "serve/service.h"
#include "serve/table.h"

namespace guanlan::serve {
namespace {

Result<EnforcementQuery> enforcement_query(const Exchange& x) {
  EnforcementQuery out;
  const std::string_view by = x.query("by");
  const auto group = enforcement_group(by.empty() ? "law" : by);
  if (!group) {
    return fail(Code::invalid, "by 没有这个值", std::string(by.substr(0, 40)),
                "可用：law、article、authority、level、region、sanction、violation、month");
  }
  out.by = *group;
  auto since = date_of(x, "since");
  if (!since) return tl::unexpected(std::move(since.error()));
  auto until = date_of(x, "until");
  if (!until) return tl::unexpected(std::move(until.error()));
  out.filter.since = std::move(*since);
  out.filter.until = std::move(*until);
  if (!x.query("kind").empty()) out.filter.kinds = {std::string(x.query("kind"))};
  return out;
}

Result<Enforcement> counted(const Exchange& x) {
  const auto query = enforcement_query(x);
  if (!query) return tl::unexpected(query.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  return enforcement(*(*reader)->store, *query);
}

std::string label_of(const EnforcementRow& row) { return row.key.empty() ? "未注明" : row.key; }

Result<Response> statistics(const Exchange& x) {
  constexpr std::size_t kMostItems = 50;
  const auto found = counted(x);
  if (!found) return tl::unexpected(found.error());
  Json rows = Json::array();
  for (const EnforcementRow& row : found->rows) {
    Json items = Json::array();
    for (std::size_t i = 0; i < std::min(row.items.size(), kMostItems); ++i)
      items.push_back(row.items[i]);
    rows.push_back({{"key", row.key},
                    {"label", label_of(row)},
                    {"count", row.items.size()},
                    {"parties", row.parties.value},
                    {"fines", row.fines.value},
                    {"items", std::move(items)}});
  }
  return json_answer({{"rows", std::move(rows)}, {"total", found->total.items.size()}});
}

std::vector<Cell> cells_of(const EnforcementRow& row, std::string label) {
  std::string items;
  for (const std::int64_t item : row.items)
    items += (items.empty() ? "" : " ") + std::to_string(item);
  return {std::move(label), static_cast<double>(row.items.size()), row.parties.value,
          row.fines.value, std::move(items)};
}

Result<Table> table_of(const Exchange& x) {
  const auto found = counted(x);
  if (!found) return tl::unexpected(found.error());
  Table out{{"名称", "条目数", "对象数", "罚没金额（元）", "条目编号"}, {}};
  for (const EnforcementRow& row : found->rows) out.rows.push_back(cells_of(row, label_of(row)));
  out.rows.push_back(cells_of(found->total, "合计（每条只计一次）"));
  return out;
}

Response file_of(std::string type, std::string bytes, const char* name) {
  Response out{200, std::move(type), std::move(bytes)};
  return std::move(out.with("Content-Disposition", "attachment; filename=" + std::string(name)));
}

Result<Response> csv(const Exchange& x) {
  const auto table = table_of(x);
  if (!table) return tl::unexpected(table.error());
  return file_of("text/csv; charset=utf-8", csv_of(*table), "guanlan-stats.csv");
}

Result<Response> xlsx(const Exchange& x) {
  const auto table = table_of(x);
  if (!table) return tl::unexpected(table.error());
  auto bytes = xlsx_of(*table);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  return file_of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                 std::move(*bytes), "guanlan-stats.xlsx");
}

}  // namespace

std::vector<Route> stats_routes() {
  const std::vector<Parameter> parameters{
      {"by", "law (default), article, authority, level, region, sanction, violation or month"},
      {"kind", "a value of the record's `kind`; default: those that enforcement is reported in"},
      {"since", "from this date on"},
      {"until", "up to this date"}};
  return {
      {Method::get,
       "/api/v1/stats",
       Role::reader,
       statistics,
       "Enforcement counted; each number names its items (50 at most)",
       "Statistics",
       parameters,
       Body::none,
       {},
       Pace::slow},
      {Method::get,
       "/api/v1/stats.csv",
       Role::reader,
       csv,
       "The same as a table with all items; cells that a spreadsheet would run begin with an apostrophe",
       "text/csv",
       parameters,
       Body::none,
       {},
       Pace::slow},
      {Method::get,
       "/api/v1/stats.xlsx",
       Role::reader,
       xlsx,
       "The same as a workbook",
       "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
       parameters,
       Body::none,
       {},
       Pace::slow},
  };
}

}  // namespace guanlan::serve
