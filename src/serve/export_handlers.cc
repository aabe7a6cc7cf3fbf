// Export: the records that a query finds, streamed while they are read.
#include <fstream>
#include <functional>

#include "guanlan/interchange.h"
#include "serve/item_query.h"
#include "serve/passing_file.h"
#include "serve/pipe.h"
#include "serve/service.h"
#include "serve/table.h"

namespace guanlan::serve {
namespace {

constexpr std::size_t kBatch = 64 * 1024;
constexpr int kAtOnce = 8;  // exports

// The text of one item after the other.
using Writer = std::function<Result<std::string>(const StoredItem&)>;

// A text format: what the file begins with, and a writer for each export.
struct TextFormat {
  const char* type;
  const char* name;
  std::string head;
  Writer (*writer)(const Store&);
};

std::string csv_line(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& cell : cells) out += (out.empty() ? "" : ",") + csv_cell(cell);
  return out + "\r\n";
}

const TextFormat& jsonl_format() {
  static const TextFormat kFormat{
      "application/x-ndjson", "guanlan.jsonl", {}, [](const Store&) -> Writer {
        return [](const StoredItem& item) -> Result<std::string> { return item.record + "\n"; };
      }};
  return kFormat;
}

const TextFormat& csv_format() {
  static const TextFormat kFormat{
      "text/csv; charset=utf-8", "guanlan.csv",
      "\xEF\xBB\xBF" + csv_line({row_fields().begin(), row_fields().end()}),
      [](const Store&) -> Writer {
        return [](const StoredItem& item) -> Result<std::string> {
          return csv_line(row_of_record(item.record));
        };
      }};
  return kFormat;
}

const TextFormat& jsonld_format() {
  static const TextFormat kFormat{
      "application/x-ndjson", "guanlan.jsonld.jsonl", {}, [](const Store&) -> Writer {
        return [](const StoredItem& item) -> Result<std::string> {
          auto line = jsonld_line(item.record);
          if (line) *line += '\n';
          return line;
        };
      }};
  return kFormat;
}

const TextFormat& annotation_format() {
  static const TextFormat kFormat{
      "application/x-ndjson", "guanlan.annotations.jsonl", {}, [](const Store& store) -> Writer {
        return [annotator = std::make_shared<ItemAnnotator>(store)](
                   const StoredItem& item) -> Result<std::string> {
          const auto lines = annotator->lines(item);
          if (!lines) return tl::unexpected(lines.error());
          std::string out;
          for (const std::string& line : *lines) out += line + "\n";
          return out;
        };
      }};
  return kFormat;
}

// Calls f for the items of these numbers until it says false; false: not to the end. Those that
// were taken out in between are passed over.
template <class F>
bool each_item(const Store& store, const std::vector<std::int64_t>& items, F f) {
  for (const std::int64_t id : items) {
    const auto item = store.item(id);
    if (!item && item.error().code != Code::not_found) return false;
    if (item && !f(*item)) return false;
  }
  return true;
}

// Each of these runs in a thread of its own; it ends when the reader has all, leaves or falls
// asleep.
void write_text(Service& service, const std::vector<std::int64_t>& items, const TextFormat& format,
                Pipe& pipe) {
  auto reader = service.reader();
  if (!reader) return pipe.close(false);
  const Store& store = *(*reader)->store;
  const Writer writer = format.writer(store);
  std::string block = format.head;
  const bool whole = each_item(store, items, [&](const StoredItem& item) {
    const auto text = writer(item);
    if (!text) return false;
    block += *text;
    if (block.size() < kBatch) return true;
    const bool there = pipe.write(block);
    block.clear();
    return there;
  });
  pipe.close(whole && pipe.write(block));
}

// False: the reader left.
bool copy_file(const std::filesystem::path& path, Pipe& pipe) {
  std::ifstream file(path, std::ios::binary);
  std::string block(kBatch, '\0');
  while (file.read(block.data(), kBatch) || file.gcount() > 0) {
    if (!pipe.write(std::string_view(block).substr(0, static_cast<std::size_t>(file.gcount()))))
      return false;
  }
  return file.eof();
}

// A workbook is whole before its first byte can leave.
void write_workbook(Service& service, const std::vector<std::int64_t>& items, Pipe& pipe) {
  const PassingFile file(".xlsx");
  auto reader = service.reader();
  auto book = RecordWorkbook::create(file.path());
  if (!reader || !book) return pipe.close(false);
  const bool whole = each_item(*(*reader)->store, items, [&](const StoredItem& item) {
    book->add(item.record);
    return !pipe.abandoned();
  });
  pipe.close(whole && book->finish() && copy_file(file.path(), pipe));
}

template <class Write>
Result<Response> streamed(const Exchange& x, const char* type, const char* name, Write write) {
  const auto query = query_of(x);
  if (!query) return tl::unexpected(query.error());
  auto items = x.service.search().all(*query);
  if (!items) return tl::unexpected(std::move(items.error()));
  auto pipe = std::make_shared<Pipe>();
  Service& service = x.service;
  const bool posted = service.exporter().post(
      [&service, pipe, items = std::move(*items), write] { write(service, items, *pipe); },
      kAtOnce);
  if (!posted) return fail(Code::conflict, "正在进行的导出太多", {}, "稍后再试");
  Response out{200, type, {}};
  out.stream = std::move(pipe);
  return out.with("Content-Disposition", "attachment; filename=" + std::string(name));
}

template <const TextFormat& (*format)()>
Result<Response> text(const Exchange& x) {
  return streamed(x, format().type, format().name,
                  [](Service& service, const std::vector<std::int64_t>& items, Pipe& pipe) {
                    write_text(service, items, format(), pipe);
                  });
}

constexpr const char* kWorkbook =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

Result<Response> xlsx(const Exchange& x) {
  return streamed(x, kWorkbook, "guanlan.xlsx", write_workbook);
}

}  // namespace

std::vector<Route> export_routes() {
  const std::vector<Parameter> parameters = item_filters();
  return {
      {Method::get, "/api/v1/export.jsonl", Role::reader, text<jsonl_format>,
       "The records that all conditions find (none: all), one JSON object a line (docs/record.md)",
       "application/x-ndjson", parameters},
      {Method::get, "/api/v1/export.csv", Role::reader, text<csv_format>,
       "The same as a table; cells that a spreadsheet would run begin with an apostrophe",
       "text/csv", parameters},
      {Method::get, "/api/v1/export.xlsx", Role::reader, xlsx, "That table as a workbook",
       kWorkbook, parameters},
      {Method::get, "/api/v1/export.jsonld", Role::reader, text<jsonld_format>,
       "The same as JSON-LD of schema.org, one object a line (docs/interchange.md)",
       "application/x-ndjson", parameters},
      {Method::get, "/api/v1/export.annotations", Role::reader, text<annotation_format>,
       "Each of their values with its quotation and position as a W3C Web Annotation, one a line",
       "application/x-ndjson", parameters},
  };
}

}  // namespace guanlan::serve
