// Export: every record, streamed while it is read.
#include <algorithm>

#include "guanlan/diff.h"
#include "serve/answers.h"
#include "serve/pipe.h"
#include "serve/service.h"
#include "serve/table.h"

namespace guanlan::serve {
namespace {

constexpr std::size_t kBatch = 64 * 1024;

std::vector<std::string> columns() {
  std::vector<std::string> out{"document", "file", "n"};
  for (const std::string_view field : record_fields()) out.emplace_back(field);
  return out;
}

std::string csv_row(const std::string& line) {
  const Json record = Json::parse(line, nullptr, false);
  std::string out;
  for (const std::string& column : columns()) {
    std::string values;
    for (const std::string& value : field_values(record, column)) {
      values += (values.empty() ? "" : "; ") + value;
    }
    out += (out.empty() ? "" : ",") + csv_cell(std::move(values));
  }
  return out + "\r\n";
}

std::string csv_head() {
  std::string out = "\xEF\xBB\xBF";
  for (const std::string& column : columns()) out += (out.size() > 3 ? "," : "") + column;
  return out + "\r\n";
}

using Writer = std::string (*)(const std::string& line);

// Runs in a thread of its own; ends when the reader has all, leaves or falls asleep.
void write_all(Service& service, const std::shared_ptr<Pipe>& pipe, std::string head, Writer row) {
  ItemFilter filter;
  filter.as_stored = true;
  auto reader = service.reader();
  if (!reader) return pipe->close(false);
  std::string block = std::move(head);
  bool there = true;
  const auto done = (*reader)->store->each(filter, [&](StoredItem&& item) {
    block += row(item.record);
    if (block.size() < kBatch) return true;
    there = pipe->write(block);
    block.clear();
    return there;
  });
  if (there) there = pipe->write(block);
  pipe->close(done.has_value() && there);
}

Result<Response> streamed(const Exchange& x, const char* type, const char* name, std::string head,
                          Writer row) {
  auto pipe = std::make_shared<Pipe>();
  Service& service = x.service;
  const bool posted = service.exporter().post(
      [&service, pipe, head = std::move(head), row] { write_all(service, pipe, head, row); }, 8);
  if (!posted) return fail(Code::conflict, "正在进行的导出太多", {}, "稍后再试");
  Response out{200, type, {}};
  out.stream = std::move(pipe);
  return out.with("Content-Disposition", "attachment; filename=" + std::string(name));
}

Result<Response> jsonl(const Exchange& x) {
  return streamed(x, "application/x-ndjson", "guanlan.jsonl", {},
                  [](const std::string& line) { return line + "\n"; });
}

Result<Response> csv(const Exchange& x) {
  return streamed(x, "text/csv; charset=utf-8", "guanlan.csv", csv_head(), csv_row);
}

}  // namespace

std::vector<Route> export_routes() {
  return {
      {Method::get, "/api/v1/export.jsonl", Role::reader, jsonl,
       "All records, one JSON object a line (docs/record.md)", "application/x-ndjson"},
      {Method::get, "/api/v1/export.csv", Role::reader, csv,
       "All records as a table; cells that a spreadsheet would run begin with an apostrophe",
       "text/csv"},
  };
}

}  // namespace guanlan::serve
