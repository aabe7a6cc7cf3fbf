#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/record_output.h"
#include "guanlan/interchange.h"

namespace guanlan::cli {
namespace {

int rows(const Call& call, const Store& store, const ItemFilter& filter,
         const std::string& format) {
  if (format == "csv" && call.args.has("--bom")) call.env.out << "\xEF\xBB\xBF";
  RecordOutput output(call, format);
  const auto done = store.each(filter, [&](StoredItem&& item) {
    output.add(item.record);
    return !call.interrupted();
  });
  output.finish();
  return done ? verdict(call, 0, 0) : no_database(call, done.error());
}

int workbook(const Call& call, const Store& store, const ItemFilter& filter) {
  const std::string file = call.args.value("--output");
  if (file.empty()) {
    complain(
        call,
        Error{Code::invalid, "工作簿要写入文件", {}, "export --format xlsx --output records.xlsx"});
    return exit_code::kUsage;
  }
  auto book = RecordWorkbook::create(file);
  if (!book) return no_database(call, book.error());
  const auto done = store.each(filter, [&](StoredItem&& item) {
    book->add(item.record);
    return !call.interrupted();
  });
  if (!done) return no_database(call, done.error());
  if (call.interrupted()) return verdict(call, 0, 0);
  if (const auto whole = book->finish(); !whole) return no_database(call, whole.error());
  return verdict(call, 0, 0);
}

int linked_data(const Call& call, const Store& store, const ItemFilter& filter) {
  std::size_t failed = 0, all = 0;
  const auto done = store.each(filter, [&](StoredItem&& item) {
    ++all;
    const auto line = jsonld_line(item.record);
    if (line) {
      call.env.out << *line << '\n';
    } else {
      ++failed;
      complain(call, line.error());
    }
    return !call.interrupted();
  });
  return done ? verdict(call, failed, all) : no_database(call, done.error());
}

// Items come as stored, source by source, so that each text is counted through once.
int annotations(const Call& call, const Store& store, const ItemFilter& filter) {
  ItemAnnotator annotator(store);
  Result<void> read;
  const auto done = store.each(filter, [&](StoredItem&& item) {
    const auto lines = annotator.lines(item);
    if (!lines) return read = tl::unexpected(lines.error()), false;
    for (const std::string& line : *lines) call.env.out << line << '\n';
    return !call.interrupted();
  });
  if (!done) return no_database(call, done.error());
  return read ? verdict(call, 0, 0) : no_database(call, read.error());
}

int export_items(const Call& call) {
  const auto store = open_existing(call);
  if (!store) return no_database(call, store.error());
  auto filter = filter_of(call);
  if (!filter) return no_database(call, filter.error());
  filter->as_stored = true;
  const std::string format = call.args.value("--format", "jsonl");
  int code = exit_code::kFine;
  if (format == "xlsx") {
    code = workbook(call, **store, *filter);
  } else if (format == "jsonld") {
    code = linked_data(call, **store, *filter);
  } else if (format == "annotations") {
    code = annotations(call, **store, *filter);
  } else {
    code = rows(call, **store, *filter, format);
  }
  mention_older_rules(call, **store);
  return code;
}

}  // namespace

CommandSpec export_command() {
  auto options = filter_options();
  options.push_back({"--format",
                     "FORMAT",
                     {"jsonl（默认）、csv、xlsx、jsonld、annotations",
                      "jsonl (the default), csv, xlsx, jsonld, annotations"},
                     {"jsonl", "csv", "xlsx", "jsonld", "annotations"},
                     Complete::choice});
  options.push_back({"--output",
                     "FILE",
                     {"xlsx 写入的文件", "the file that xlsx is written to"},
                     {},
                     Complete::file});
  options.push_back(
      {"--bom",
       "",
       {"CSV 前加 BOM，便于 Excel、WPS 直接打开", "begin CSV with a BOM, for Excel and WPS"}});
  return {
      "export",
      {"导出库中的记录", "export the stored records"},
      {"按存入的先后与文中的次序，每条一行。字段见 docs/record.md。\n"
       "jsonld 是 schema.org 的 Report 与 Legislation；annotations 是 W3C Web Annotation，每个值\n"
       "一条，带原文引句与位置；见 docs/interchange.md。",
       "As stored and in reading order, one record a line. The fields are those of "
       "docs/record.md.\n"
       "jsonld is schema.org's Report and Legislation; annotations are W3C Web Annotations, one a\n"
       "value, with its quotation and position; see docs/interchange.md."},
      {},
      std::move(options),
      {{"export > records.jsonl", {"全部记录", "all records"}},
       {"export --format csv --bom --since 2024 > 2024.csv", {"给电子表格", "for a spreadsheet"}},
       {"export --format xlsx --kind enforcement --output cases.xlsx",
        {"执法条目的工作簿", "a workbook of enforcement"}},
       {"export --format annotations > facts.jsonl",
        {"每个值及其原文位置", "each value with its place"}}},
      export_items};
}

}  // namespace guanlan::cli
