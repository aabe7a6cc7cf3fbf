// Records as rows: the cells that CSV and XLSX share, and the workbook.
#include <xlsxwriter.h>

#include <nlohmann/json.hpp>

#include "guanlan/diff.h"
#include "guanlan/interchange.h"

namespace guanlan {
namespace {

constexpr lxw_row_t kMostRows = 1'048'576;    // of a sheet
constexpr std::size_t kLongestCell = 32'767;  // characters; counted in bytes here, to be safe

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
  return out;
}

// What a cell can hold, cut between characters.
std::string fitting(std::string cell) {
  if (cell.size() <= kLongestCell) return cell;
  std::size_t end = kLongestCell - 3;
  while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0) == 0x80) --end;
  return cell.substr(0, end) + "…";
}

}  // namespace

const std::vector<std::string_view>& row_fields() {
  static const std::vector<std::string_view> kFields = [] {
    std::vector<std::string_view> out{"document", "file", "n"};
    out.insert(out.end(), record_fields().begin(), record_fields().end());
    return out;
  }();
  return kFields;
}

std::vector<std::string> row_of_record(std::string_view record_line) {
  const auto record = nlohmann::ordered_json::parse(record_line, nullptr, false);
  std::vector<std::string> out;
  for (const std::string_view field : row_fields())
    out.push_back(joined(field_values(record, field)));
  return out;
}

struct RecordWorkbook::Inside {
  std::filesystem::path file, part;  // it is written beside its place and moved there whole
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* head = nullptr;
  lxw_row_t row = 0;

  ~Inside() {
    if (book == nullptr) return;
    (void)workbook_close(book);
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
  }
  void open_sheet() {
    sheet = workbook_add_worksheet(book, nullptr);
    row = 0;
    lxw_col_t column = 0;
    for (const std::string_view field : row_fields()) {
      (void)worksheet_write_string(sheet, row, column++, std::string(field).c_str(), head);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    ++row;
  }
};

RecordWorkbook::RecordWorkbook(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
RecordWorkbook::RecordWorkbook(RecordWorkbook&&) noexcept = default;
RecordWorkbook::~RecordWorkbook() = default;

Result<RecordWorkbook> RecordWorkbook::create(const std::filesystem::path& file) {
  auto inside = std::make_unique<Inside>();
  inside->file = file;
  inside->part = file;
  inside->part += ".part";
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  inside->book = workbook_new_opt(inside->part.c_str(), &options);
  if (inside->book == nullptr) return fail(Code::io, "无法写入", file.string());
  inside->head = workbook_add_format(inside->book);
  format_set_bold(inside->head);
  inside->open_sheet();
  return RecordWorkbook(std::move(inside));
}

void RecordWorkbook::add(std::string_view record_line) {
  if (inside_->row == kMostRows) inside_->open_sheet();
  lxw_col_t column = 0;
  for (std::string& cell : row_of_record(record_line)) {
    // Written as a string, never as a formula.
    if (!cell.empty()) {
      (void)worksheet_write_string(inside_->sheet, inside_->row, column,
                                   fitting(std::move(cell)).c_str(), nullptr);
    }
    ++column;
  }
  ++inside_->row;
}

Result<void> RecordWorkbook::finish() {
  lxw_workbook* book = inside_->book;
  inside_->book = nullptr;
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR) {
    return fail(Code::io, std::string("无法写入：") + lxw_strerror(error), inside_->file.string());
  }
  std::error_code failed;
  std::filesystem::rename(inside_->part, inside_->file, failed);
  if (failed) return fail(Code::io, failed.message(), inside_->file.string());
  return {};
}

}  // namespace guanlan
