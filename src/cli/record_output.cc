#include "cli/record_output.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "guanlan/diff.h"
#include "guanlan/interchange.h"

namespace guanlan::cli {
namespace {

constexpr std::size_t kBatch = 1 << 20;

std::string joined(const std::vector<std::string>& values) {
  return fmt::format("{}", fmt::join(values, "; "));
}

const std::vector<Column>& table_columns() {
  static const std::vector<Column> kColumns{
      {"n", {"序", "n"}, true},
      {"event_date", {"日期", "date"}},
      {"kind", {"类别", "kind"}},
      {"title", {"标题", "title"}, false, true},
      {"authorities", {"机关", "authorities"}, false, true},
      {"regions", {"地区", "regions"}, false, true},
      {"file", {"文件", "file"}, false, true},
  };
  return kColumns;
}

std::vector<std::string> row(const nlohmann::ordered_json& record,
                             const std::vector<Column>& columns) {
  std::vector<std::string> out;
  for (const Column& column : columns) {
    std::string cell = joined(field_values(record, column.key));
    if (column.key == "event_date") cell = cell.substr(0, cell.find(' '));
    out.push_back(std::move(cell));
  }
  return out;
}

}  // namespace

RecordOutput::RecordOutput(const Call& call, std::string format)
    : call_(call), format_(std::move(format)), sheet_{table_columns(), {}} {
  if (format_ != "csv") return;
  std::vector<std::string> head;
  for (const std::string_view field : row_fields()) head.emplace_back(field);
  buffer_ = csv_line(head);
}

void RecordOutput::add(const std::string& record_line) {
  if (format_ == "jsonl") {
    buffer_ += record_line;
    buffer_ += '\n';
  } else if (format_ == "json") {
    buffer_ += first_ ? "[\n" : ",\n";
    buffer_ += record_line;
  } else {
    if (format_ == "csv") {
      buffer_ += csv_line(row_of_record(record_line));
    } else {
      const auto record = nlohmann::ordered_json::parse(record_line, nullptr, false);
      sheet_.rows.push_back(row(record, table_columns()));
    }
  }
  first_ = false;
  if (buffer_.size() >= kBatch) flush();
}

void RecordOutput::flush() {
  call_.env.out.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  buffer_.clear();
}

void RecordOutput::finish() {
  if (format_ == "json") buffer_ += first_ ? "[]\n" : "\n]\n";
  flush();
  if (format_ == "table" || format_ == "md") print(call_, sheet_, format_);
  call_.env.out.flush();
}

}  // namespace guanlan::cli
