// Scales (量级): a column whose numbers are all of another size than its sisters in other tables.
//
//   unit.scale   访问量(万次) from 107591.7 up, in the other tables 21114.9 at most: 次?
#include <algorithm>
#include <map>

#include "check/families.h"
#include "check/table_view.h"

namespace guanlan::checking {
namespace {

constexpr double kFar = 1000;  // medians so far apart are of another unit

struct Sample {
  const TableView* view;
  std::size_t column;
  double low, high, median;
};

std::optional<Sample> sample(const TableView& v, std::size_t column) {
  std::vector<double> values;
  for (std::size_t row = 0; row < v.table->rows.size(); ++row) {
    if (static_cast<int>(row) == v.total) continue;
    if (const auto& n = v.number(row, column); n && n->value > 0) values.push_back(n->value);
  }
  if (values.size() < 5) return {};
  std::sort(values.begin(), values.end());
  return Sample{&v, column, values.front(), values.back(), values[values.size() / 2]};
}

}  // namespace

void check_scales(Desk& desk) {
  std::map<std::string, std::vector<Sample>> by_header;  // 访问量（万次）
  for (const TableView& v : desk.tables()) {
    for (std::size_t c = 0; c < v.kinds.size(); ++c) {
      if (v.kinds[c] != ColumnKind::value) continue;
      const std::string& header = v.table->columns[c].text;
      if (header_unit(header).empty()) continue;
      if (auto s = sample(v, c)) by_header[header].push_back(*s);
    }
  }
  for (const auto& [header, samples] : by_header) {
    for (const Sample& s : samples) {
      const Sample* next = nullptr;  // the largest of the others
      for (const Sample& o : samples) {
        if (o.view != s.view && (next == nullptr || o.median > next->median)) next = &o;
      }
      if (next == nullptr || s.low <= next->high || s.median < kFar * next->median) continue;
      const TableCell& top = s.view->cell(0, s.column);
      desk.report({"unit.scale",
                   in_raw(top.raw),
                   {{"unit", std::string(header_unit(header))},
                    {"header", std::string(header_name(header))},
                    {"low", decimal(s.low, 1)},
                    {"high", decimal(next->high, 1)}},
                   {},
                   {in_raw(s.view->table->columns[s.column].raw)}});
    }
  }
}

}  // namespace guanlan::checking
