// Workbooks written: the empty form, and the acceptance sheet that goes back.
#include <xlsxwriter.h>

#include <memory>

#include "guanlan/returns.h"
#include "returns/sheet_form.h"
#include "returns/workbook.h"

namespace guanlan {
namespace {

using namespace returning;

tl::unexpected<Error> cannot_write(const std::string& path) {
  return fail(Code::io, "文件写不出", path, "请检查写入权限和磁盘空间");
}

struct Formats {
  lxw_format *title, *head, *open, *date, *percent;
};

Formats formats(lxw_workbook* book) {
  Formats out{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book),
              workbook_add_format(book), workbook_add_format(book)};
  format_set_bold(out.title);
  format_set_font_size(out.title, 16);
  format_set_bold(out.head);
  format_set_border(out.head, LXW_BORDER_THIN);
  format_set_bg_color(out.head, 0xDDEBF7);
  format_set_text_wrap(out.head);
  for (lxw_format* one : {out.open, out.date, out.percent}) format_set_unlocked(one);
  format_set_num_format(out.date, "yyyy-mm-dd");
  format_set_num_format(out.percent, "0.00%");
  return out;
}

// What Excel lets into the cells of a column.
void validate(lxw_worksheet* sheet, const ReturnColumn& column, lxw_col_t c) {
  lxw_data_validation rule{};
  std::vector<std::string> codes;
  std::vector<char*> list;  // the library takes none of these as const
  std::string title = "填写有误", message = column.name + "：请按说明填写";
  rule.error_title = title.data();
  rule.error_message = message.data();
  rule.ignore_blank = column.required ? LXW_VALIDATION_OFF : LXW_VALIDATION_ON;
  switch (column.type) {
    case ReturnType::choice:
      for (const auto& [code, meaning] : column.codes) codes.push_back(code + " " + meaning);
      for (std::string& code : codes) list.push_back(code.data());
      list.push_back(nullptr);
      rule.validate = LXW_VALIDATION_TYPE_LIST;
      rule.value_list = list.data();
      break;
    case ReturnType::credit_code:
      rule.validate = LXW_VALIDATION_TYPE_LENGTH;
      rule.criteria = LXW_VALIDATION_CRITERIA_EQUAL_TO;
      rule.value_number = 18;
      break;
    case ReturnType::date:
      rule.validate = LXW_VALIDATION_TYPE_DATE;
      rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
      rule.minimum_datetime = {1990, 1, 1, 0, 0, 0};
      rule.maximum_datetime = {2099, 12, 31, 0, 0, 0};
      break;
    case ReturnType::number:
    case ReturnType::integer:
    case ReturnType::percent: {
      const double scale = column.type == ReturnType::percent ? 100 : 1;
      rule.validate = column.type == ReturnType::integer ? LXW_VALIDATION_TYPE_INTEGER
                                                         : LXW_VALIDATION_TYPE_DECIMAL;
      rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
      rule.minimum_number = column.least.value_or(-1e12) / scale;
      rule.maximum_number = column.most.value_or(1e12) / scale;
      break;
    }
    case ReturnType::text:
      return;
  }
  (void)worksheet_data_validation_range(sheet, kFirstRow - 1, c, kFirstRow - 2 + kTemplateRows, c,
                                        &rule);
}

void write_column(lxw_worksheet* sheet, const Formats& f, const ReturnColumn& column, lxw_col_t c) {
  std::string head = column.name;
  if (!column.unit.empty()) head += "（" + column.unit + "）";
  (void)worksheet_write_string(sheet, kHeadRow - 1, c, head.c_str(), f.head);
  lxw_format* format = column.type == ReturnType::date      ? f.date
                       : column.type == ReturnType::percent ? f.percent
                                                            : f.open;
  const double width = column.type == ReturnType::credit_code ? 22 : 16;
  (void)worksheet_set_column(sheet, c, c, width, format);
  validate(sheet, column, c);
}

void write_notes(lxw_workbook* book, const Formats& f, const ReturnForm& form) {
  lxw_worksheet* notes = workbook_add_worksheet(book, "填表说明");
  lxw_row_t row = 0;
  for (const char* head : {"栏目或规则", "要求"}) {
    (void)worksheet_write_string(notes, 0, static_cast<lxw_col_t>(row++), head, f.head);
  }
  row = 1;
  for (const ReturnColumn& column : form.columns) {
    std::string demand = column.required ? "必填；" : "";
    if (column.unique) demand += "不得重复；";
    for (const auto& [code, meaning] : column.codes) demand += code + " " + meaning + "；";
    (void)worksheet_write_string(notes, row, 0, column.name.c_str(), nullptr);
    (void)worksheet_write_string(notes, row++, 1, demand.c_str(), nullptr);
  }
  for (const ReturnRule& rule : form.rules) {
    (void)worksheet_write_string(notes, row, 0, rule.id.c_str(), nullptr);
    const std::string& words = rule.message.empty() ? rule.check : rule.message;
    (void)worksheet_write_string(notes, row++, 1, words.c_str(), nullptr);
  }
  (void)worksheet_set_column(notes, 0, 1, 36, nullptr);
  worksheet_protect(notes, nullptr, nullptr);
}

}  // namespace

Result<void> write_return_template(const ReturnForm& form, const std::string& path) {
  lxw_workbook* book = workbook_new(path.c_str());
  if (book == nullptr) return cannot_write(path);
  const Formats f = formats(book);
  lxw_worksheet* sheet = workbook_add_worksheet(book, "填报");
  for (std::size_t c = 0; c < form.columns.size(); ++c)
    write_column(sheet, f, form.columns[c], static_cast<lxw_col_t>(c));
  (void)worksheet_write_string(sheet, 0, 0, form.title.c_str(), f.title);
  const std::pair<std::uint32_t, const char*> labels[] = {
      {kSenderRow, kSenderLabel}, {kCodeRow, kCodeLabel}, {kPeriodRow, kPeriodLabel}};
  for (const auto& [row, label] : labels) {
    (void)worksheet_write_string(sheet, row - 1, 0, label, f.head);
    (void)worksheet_write_blank(sheet, row - 1, 1, f.open);
  }
  worksheet_freeze_panes(sheet, kHeadRow, 0);
  worksheet_protect(sheet, nullptr, nullptr);
  write_notes(book, f, form);
  return workbook_close(book) == LXW_NO_ERROR ? Result<void>() : cannot_write(path);
}

Result<void> write_acceptance(const ReturnForm& form, const FilledReturn& filled,
                              const std::string& path) {
  lxw_workbook* book = workbook_new(path.c_str());
  if (book == nullptr) return cannot_write(path);
  const Formats f = formats(book);
  lxw_worksheet* sheet = workbook_add_worksheet(book, "回执");
  const auto text = [&](lxw_row_t row, lxw_col_t column, const std::string& words,
                        lxw_format* format = nullptr) {
    (void)worksheet_write_string(sheet, row, column, words.c_str(), format);
  };
  text(0, 0, form.title + " 回执", f.title);
  const std::pair<const char*, std::string> lines[] = {
      {kSenderLabel, filled.sender},
      {kCodeLabel, filled.code},
      {kPeriodLabel, filled.period},
      {"文件", filled.file},
      {"行数", std::to_string(filled.rows)},
      {"结论", filled.accepted() ? "通过" : "退回，请改正下列单元格后重报"}};
  lxw_row_t row = 1;
  for (const auto& [label, words] : lines) {
    text(row, 0, label, f.head);
    text(row++, 1, words);
  }
  ++row;
  lxw_col_t column = 0;
  for (const char* head : {"工作表", "单元格", "规则", "问题", "所填"})
    text(row, column++, head, f.head);
  for (const CellFinding& one : filled.findings) {
    ++row;
    column = 0;
    for (const std::string& words : {one.sheet, one.cell, one.rule, one.message, one.value})
      text(row, column++, words);
  }
  if (filled.unlisted > 0) text(++row, 0, "另有 " + std::to_string(filled.unlisted) + " 处未列出");
  (void)worksheet_set_column(sheet, 0, 2, 20, nullptr);
  (void)worksheet_set_column(sheet, 3, 4, 48, nullptr);
  return workbook_close(book) == LXW_NO_ERROR ? Result<void>() : cannot_write(path);
}

}  // namespace guanlan
