#include "read/open_table.h"

#include <algorithm>
#include <optional>

#include "read/geometry.h"
#include "read/line_text.h"

namespace guanlan {
namespace {

constexpr std::size_t kMaxColumns = 30;
constexpr float kRowGap = 2.5F;  // heights of white between rows of one table, at most
constexpr float kTight = 0.75F;  // of the usual distance of rows: a wrapped cell

struct Column {
  float x0, x1;
};

class Run {
 public:
  Run(const PageWords& page, const std::vector<Fragment>& fragments,
      const std::vector<OrderedLine>& lines, std::size_t first)
      : page_(page), fragments_(fragments), lines_(lines), first_(first), last_(first) {}

  // Takes lines as long as each piece falls into one column.
  void grow() {
    while (last_ < lines_.size() && fits(lines_[last_])) ++last_;
    while (last_ > first_ && lines_[last_ - 1].fragments.size() < 2) --last_;
  }
  [[nodiscard]] std::size_t last() const { return last_; }
  [[nodiscard]] bool is_table() const;
  [[nodiscard]] PageTable table() const;

 private:
  // Columns that a piece stands over: at most one, or it is no cell.
  [[nodiscard]] std::optional<std::size_t> column_of(const Box& box, bool& clash) const;
  bool fits(const OrderedLine& line);
  [[nodiscard]] bool has_leader(const Fragment& fragment) const;
  [[nodiscard]] std::vector<std::vector<std::size_t>> rows() const;

  const PageWords& page_;
  const std::vector<Fragment>& fragments_;
  const std::vector<OrderedLine>& lines_;
  std::size_t first_, last_;
  std::vector<Column> columns_;  // from left to right
};

std::optional<std::size_t> Run::column_of(const Box& box, bool& clash) const {
  std::optional<std::size_t> found;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (box.x0 >= columns_[c].x1 || box.x1 <= columns_[c].x0) continue;
    clash = clash || found;
    found = c;
  }
  return found;
}

bool Run::has_leader(const Fragment& fragment) const {
  return std::any_of(fragment.words.begin(), fragment.words.end(), [&](std::uint32_t id) {
    const auto text = page_.of(page_.words[id]);
    return text.find("....") != std::string_view::npos ||
           text.find("……") != std::string_view::npos || text.find("····") != std::string_view::npos;
  });
}

bool Run::fits(const OrderedLine& line) {
  if (line.drop_cap || (last_ == first_ && line.fragments.size() < 2)) return false;
  if (last_ > first_) {
    const Box& above = lines_[last_ - 1].box;
    const float gap = line.box.y0 - above.y1;
    if (gap > kRowGap * height(above) || line.box.y0 < above.y0) return false;
  }
  auto columns = columns_;
  for (const auto id : line.fragments) {
    const auto& fragment = fragments_[id];
    if (fragment.table >= 0 || has_leader(fragment)) return false;
    bool clash = false;
    const auto at = column_of(fragment.box, clash);
    if (clash) return false;
    if (at) {
      columns[*at] = {std::min(columns[*at].x0, fragment.box.x0),
                      std::max(columns[*at].x1, fragment.box.x1)};
    } else if (line.fragments.size() >= 2) {
      columns.push_back({fragment.box.x0, fragment.box.x1});
    } else {
      return false;
    }
  }
  std::sort(columns.begin(), columns.end(), [](auto& a, auto& b) { return a.x0 < b.x0; });
  for (std::size_t c = 1; c < columns.size(); ++c) {
    if (columns[c].x0 < columns[c - 1].x1) return false;
  }
  if (columns.size() > kMaxColumns) return false;
  columns_ = std::move(columns);
  return true;
}

bool is_figure(std::string_view text) {
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits > 0 && static_cast<std::size_t>(digits) * 3 >= text.size();
}

bool Run::is_table() const {
  std::size_t rows = 0, cells = 0;
  std::vector<std::size_t> figures(columns_.size(), 0);
  for (auto i = first_; i < last_; ++i) {
    if (lines_[i].fragments.size() < 2) continue;
    ++rows;
    cells += lines_[i].fragments.size();
    for (const auto id : lines_[i].fragments) {
      bool clash = false;
      const auto at = column_of(fragments_[id].box, clash);
      if (at && is_figure(words_text(page_, fragments_[id].words))) ++figures[*at];
    }
  }
  if (columns_.size() >= 3) return rows >= 3 && cells * 10 >= rows * columns_.size() * 6;
  const bool has_figures = std::any_of(figures.begin(), figures.end(),
                                       [&](std::size_t n) { return n * 10 >= rows * 6; });
  return columns_.size() == 2 && rows >= 4 && has_figures;
}

// Lines by row of the table.
std::vector<std::vector<std::size_t>> Run::rows() const {
  std::vector<float> steps;
  for (auto i = first_ + 1; i < last_; ++i)
    steps.push_back(middle_y(lines_[i].box) - middle_y(lines_[i - 1].box));
  const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
  std::nth_element(steps.begin(), middle, steps.end());
  std::vector<std::vector<std::size_t>> rows;
  for (auto i = first_; i < last_; ++i) {
    const auto& line = lines_[i];
    bool clash = false;
    const bool first_column = column_of(fragments_[line.fragments.front()].box, clash) == 0U;
    const bool tight =
        i > first_ && middle_y(line.box) - middle_y(lines_[i - 1].box) < kTight * *middle;
    const bool wrapped = i > first_ && !first_column && line.fragments.size() * 2 < columns_.size();
    if (rows.empty() || !(tight || wrapped)) rows.emplace_back();
    rows.back().push_back(i);
  }
  return rows;
}

PageTable Run::table() const {
  PageTable table;
  table.box = lines_[first_].box;
  std::size_t id = 0;
  for (const auto& row : rows()) {
    std::vector<std::vector<std::uint32_t>> words(columns_.size());
    for (const auto i : row) {
      table.box = join(table.box, lines_[i].box);
      for (const auto fragment : lines_[i].fragments) {
        bool clash = false;
        const auto at = column_of(fragments_[fragment].box, clash).value_or(0);
        const auto& more = fragments_[fragment].words;
        words[at].insert(words[at].end(), more.begin(), more.end());
        table.words.insert(table.words.end(), more.begin(), more.end());
      }
    }
    auto& cells = table.rows.emplace_back();
    for (const auto& cell : words) cells.push_back({cell_text(page_, cell), id++, false});
  }
  table.header_rows = count_header_rows(table.rows);
  return table;
}

}  // namespace

std::vector<OpenTable> find_open_tables(const PageWords& page,
                                        const std::vector<Fragment>& fragments,
                                        const std::vector<OrderedLine>& lines) {
  std::vector<OpenTable> tables;
  for (std::size_t i = 0; i < lines.size();) {
    Run run(page, fragments, lines, i);
    run.grow();
    if (run.last() > i + 1 && run.is_table()) {
      tables.push_back({i, run.last(), run.table()});
      i = run.last();
    } else {
      ++i;
    }
  }
  return tables;
}

}  // namespace guanlan
