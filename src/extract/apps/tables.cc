#include <algorithm>
#include <array>

#include "extract/apps/candidates.h"
#include "extract/apps/frame.h"
#include "text/stands.h"

namespace guanlan::apps {
namespace {

constexpr std::uint32_t kLongestCell = 120;   // bytes
constexpr std::string_view kNumber = "序号";  // heads a table that lost its lines
constexpr int kFarFromTable = 4;              // lines without cells after which a table has ended

Span trimmed(const Passage& p, Span cell) {
  while (cell.begin < cell.end && p.text[cell.begin] == ' ') ++cell.begin;
  while (cell.end > cell.begin && p.text[cell.end - 1] == ' ') --cell.end;
  return cell;
}

// The cells of the line that begins at `at`; one where there is no tab.
std::vector<Span> cells_of_line(const Passage& p, std::uint32_t at) {
  std::vector<Span> cells;
  std::uint32_t begin = at;
  for (; at < p.body.end && p.text[at] != '\n'; ++at) {
    if (p.text[at] != '\t') continue;
    cells.push_back({begin, at});
    begin = at + 1;
  }
  cells.push_back({begin, at});
  return cells;
}

// The column of names that a header announces, and the table below it.
class Table {
 public:
  Table(const Passage& p, const Words& words)
      : passage_(p),
        words_(words),
        of_apps_(words.first_in(p.title, strong | act | blame) != nullptr) {}

  // Whether the cells are a header; a ranking or a table of something else has no column of apps.
  bool opens(const std::vector<Span>& cells) {
    std::size_t column = SIZE_MAX;
    bool ranking = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Span cell = trimmed(passage_, cells[i]);
      if (const Word* w = words_.beginning_at(cell.begin, ranked);
          w != nullptr && w->span.begin == cell.begin)
        ranking = true;
      if (column == SIZE_MAX && is_column(cell)) column = i;
    }
    if (column == SIZE_MAX && !ranking) return false;
    column_ = ranking ? SIZE_MAX : column;
    width_ = cells.size();
    if (!ranking) cue_ = trimmed(passage_, cells[column]);
    return true;
  }
  void read(const std::vector<Span>& cells, std::vector<Candidate>& out) const {
    if (column_ >= cells.size() || cells.size() + 1 < width_) return;
    const Span cell = trimmed(passage_, cells[column_]);
    const std::string_view words = passage_.of(cell);
    if (cell.empty() || cell.size() > kLongestCell || words == "/" || words == "-" || words == "无")
      return;
    out.push_back({cell, "app.table", cue_});
  }
  void close() { column_ = SIZE_MAX; }

 private:
  [[nodiscard]] bool is_column(Span cell) const {
    static constexpr std::array<std::string_view, 6> kOfAnything = {
        "名称", "产品名称", "网站名称", "平台名称", "系统名称", "服务名称"};
    const Word* w = words_.beginning_at(cell.begin, column);
    if (w == nullptr || w->span != cell) return false;
    return of_apps_ || std::find(kOfAnything.begin(), kOfAnything.end(), passage_.of(cell)) ==
                           kOfAnything.end();
  }

  const Passage& passage_;
  const Words& words_;
  bool of_apps_;  // the headline speaks of apps or of what is done to them
  std::size_t column_ = SIZE_MAX, width_ = 0;
  Span cue_;
};

// A table that lost its lines: 序号, then a heading a line, then the cells one by one. Its numbers
// may be lost as page numbers, so that the company tells where a row stands: the name is as many
// lines before it as its heading is.
class Stacked {
 public:
  Stacked(const Passage& p, const Words& words) : p_(p), words_(words) {}

  void line(Span line, std::vector<Candidate>& out) {
    const Span cell = trimmed(p_, line);
    if (cell.empty()) return;
    const std::string_view text = p_.of(cell);
    if (text == kNumber) {
      open_ = true;
      headings_ = name_ = company_ = 0;
      last_.clear();
      return;
    }
    if (!open_ || cell.size() > kLongestCell) return close();
    if (text.find_first_not_of("0123456789") == std::string_view::npos) return;
    if (company_ == 0) return read_heading(cell, text);
    if (text.ends_with("公司") && last_.size() >= company_ - name_)
      out.push_back({last_[last_.size() - (company_ - name_)], "app.table", cue_});
    last_.push_back(cell);
  }

 private:
  void close() { open_ = false, company_ = 0; }
  void read_heading(Span cell, std::string_view text) {
    ++headings_;
    const Word* w = words_.beginning_at(cell.begin, column);
    if (name_ == 0 && w != nullptr && w->span == cell) name_ = headings_, cue_ = cell;
    const bool company = frame().before(text, text.size(), Frame::developer) != 0;
    if (name_ != 0 && company) company_ = headings_;
    if (headings_ > kMostHeadings) close();
  }

  static constexpr std::size_t kMostHeadings = 14;
  const Passage& p_;
  const Words& words_;
  bool open_ = false;
  std::size_t headings_ = 0, name_ = 0,
              company_ = 0;  // how many were read; which name the apps and the companies
  std::vector<Span> last_;   // the cells read so far
  Span cue_;
};

}  // namespace

void in_tables(const Passage& p, const Words& words, std::vector<Candidate>& out) {
  const std::string_view body = p.of(p.body);
  if (body.find('\t') == std::string_view::npos && !holds_word(body, kNumber)) return;
  Table table(p, words);
  Stacked stacked(p, words);
  int apart = 0;
  for (std::uint32_t at = p.body.begin; at < p.body.end;) {
    const std::vector<Span> cells = cells_of_line(p, at);
    at = cells.back().end + 1;
    if (cells.size() < 2) {
      stacked.line(cells.front(), out);
      if (++apart == kFarFromTable) table.close();
      continue;
    }
    apart = 0;
    if (!table.opens(cells)) table.read(cells, out);
  }
}

}  // namespace guanlan::apps
