// A workbook of series: the points with their sources on one sheet, the chart's figures and a
// native chart on another.
#include <xlsxwriter.h>

#include "guanlan/chart.h"
#include "guanlan/series.h"

namespace guanlan {
namespace {

constexpr std::size_t kMostRows = 1'000'000;  // of a sheet

class Book {
 public:
  explicit Book(const std::string& path) : book_(workbook_new(path.c_str())) {
    if (book_ == nullptr) return;
    head_ = workbook_add_format(book_);
    format_set_bold(head_);
    format_set_bottom(head_, LXW_BORDER_THIN);
    number_ = workbook_add_format(book_);
    format_set_num_format(number_, "#,##0.################");
  }
  ~Book() {
    if (book_ != nullptr) (void)workbook_close(book_);
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  [[nodiscard]] bool ok() const { return book_ != nullptr; }
  lxw_worksheet* sheet(const char* name) { return workbook_add_worksheet(book_, name); }
  lxw_chart* line_chart() { return workbook_add_chart(book_, LXW_CHART_LINE); }
  void text(lxw_worksheet* sheet, std::size_t row, int column, const std::string& words,
            bool head = false) {
    (void)worksheet_write_string(sheet, static_cast<lxw_row_t>(row), col(column), words.c_str(),
                                 head ? head_ : nullptr);
  }
  void number(lxw_worksheet* sheet, std::size_t row, int column, double value) {
    (void)worksheet_write_number(sheet, static_cast<lxw_row_t>(row), col(column), value, number_);
  }
  [[nodiscard]] lxw_error close() {
    lxw_workbook* closing = book_;
    book_ = nullptr;
    return workbook_close(closing);
  }

 private:
  static lxw_col_t col(int column) { return static_cast<lxw_col_t>(column); }

  lxw_workbook* book_;
  lxw_format *head_ = nullptr, *number_ = nullptr;
};

void write_points(Book& book, const std::vector<Series>& all) {
  lxw_worksheet* sheet = book.sheet("数值");
  constexpr const char* kHeads[] = {"指标", "地区", "企业",     "口径", "范围", "时期", "数值",
                                    "单位", "换算", "换算单位", "状态", "来源", "原文"};
  int column = 0;
  for (const char* head : kHeads) book.text(sheet, 0, column++, head, true);
  std::size_t row = 0;
  for (const Series& one : all) {
    for (const SeriesPoint& point : one.points) {
      if (++row > kMostRows) return;
      const Observation& o = point.stored.observation;
      const std::string words[] = {one.key.indicator, o.region,
                                   o.operator_name,   std::string(name(o.measure)),
                                   one.key.whole,     o.period};
      for (int i = 0; i < 6; ++i) book.text(sheet, row, i, words[i]);
      book.number(sheet, row, 6, o.value);
      book.text(sheet, row, 7, o.unit);
      book.number(sheet, row, 8, point.stored.number);
      book.text(sheet, row, 9, one.key.unit);
      book.text(sheet, row, 10, std::string(name(point.standing)));
      book.text(sheet, row, 11, point.stored.file);
      book.text(sheet, row, 12, o.text);
    }
  }
  worksheet_freeze_panes(sheet, 1, 0);
  (void)worksheet_set_column(sheet, 0, 0, 24, nullptr);
  (void)worksheet_set_column(sheet, 11, 12, 36, nullptr);
}

void write_chart(Book& book, const Chart& chart) {
  lxw_worksheet* sheet = book.sheet("图");
  book.text(sheet, 0, 0, "时期", true);
  for (std::size_t s = 0; s < chart.series.size(); ++s)
    book.text(sheet, 0, static_cast<int>(s) + 1, chart.series[s].name, true);
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    book.text(sheet, i + 1, 0, chart.labels[i]);
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
      const auto& v = chart.series[s].values[i];
      if (v) book.number(sheet, i + 1, static_cast<int>(s) + 1, *v);
    }
  }
  lxw_chart* drawing = book.line_chart();
  const auto last = static_cast<lxw_row_t>(chart.labels.size());
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const auto column = static_cast<lxw_col_t>(s + 1);
    lxw_chart_series* series = chart_add_series(drawing, nullptr, nullptr);
    chart_series_set_categories(series, "图", 1, 0, last, 0);
    chart_series_set_values(series, "图", 1, column, last, column);
    chart_series_set_name_range(series, "图", 0, column);
  }
  chart_title_set_name(drawing, chart.title.c_str());
  chart_axis_set_name(drawing->y_axis, chart.unit.c_str());
  if (chart.kind == ChartKind::rank) chart_axis_set_reverse(drawing->y_axis);
  (void)worksheet_insert_chart(sheet, 1, static_cast<lxw_col_t>(chart.series.size() + 2), drawing);
}

}  // namespace

Result<void> write_xlsx(const std::vector<Series>& series, const std::string& path) {
  Book book(path);
  if (!book.ok()) return fail(Code::io, "文件写不出", path, "请检查写入权限和磁盘空间");
  write_points(book, series);
  write_chart(book, chart_of(series));
  if (book.close() == LXW_NO_ERROR) return {};
  return fail(Code::io, "文件写不出", path, "请检查写入权限和磁盘空间");
}

}  // namespace guanlan
