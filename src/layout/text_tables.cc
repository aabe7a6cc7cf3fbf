#include <algorithm>

#include "layout/tables.h"
#include "text/fold.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::size_t kFewest = 3, kMost = 12;

// The blank-separated fields of a line.
std::vector<Span> fields(std::string_view raw, Span words) {
  std::vector<Span> out;
  bool inside = false;
  for (std::uint32_t at = words.begin; at < words.end;) {
    const auto d = utf8::decode(raw, at);
    if (utf8::is_blank(d.cp)) {
      inside = false;
    } else if (!utf8::is_invisible(d.cp)) {
      if (!inside) out.push_back({at, at});
      inside = true;
      out.back().end = at + d.size;
    }
    at += d.size;
  }
  return out;
}

}  // namespace

// 8479.1 · 10.7% · -2.9% · ↑1 · - · 2,993
bool is_number_cell(std::string_view raw, Span cell) {
  bool any = false;
  for (std::uint32_t at = cell.begin; at < cell.end;) {
    const auto d = utf8::decode(raw, at);
    const char32_t cp = fold(d.cp);
    at += d.size;
    if (utf8::is_digit(cp) || cp == '-' || cp == U'—' || cp == U'↑' || cp == U'↓')
      any = true;
    else if (cp != '.' && cp != ',' && cp != '%' && cp != '+' && cp != U'‰')
      return false;
  }
  return any;
}

namespace {

bool is_digits(std::string_view raw, Span cell) {
  return cell.size() <= 4 && is_number_cell(raw, cell) && raw[cell.begin] != '-';
}

bool has_stop(std::string_view words) {
  for (const std::string_view mark : {"，", "。", "；", "：", "？", "！"}) {
    if (words.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

bool may_be_row(std::string_view raw, const LineView& line) {
  return line.use == Use::words && line.role == Role::unknown && line.chars <= 120 &&
         line.chars >= 5 && !has_stop(line.words.of(raw));
}

using Rows = std::vector<std::pair<std::size_t, std::vector<Span>>>;  // line, its fields

class TextTables {
 public:
  TextTables(std::string_view raw, std::vector<LineView>& lines, std::vector<Table>& tables)
      : raw_(raw), lines_(lines), tables_(tables) {}

  void take() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (!may_be_row(raw_, lines_[i])) {
        ++i;
        continue;
      }
      const Rows rows = without_header(run(i));
      if (rows.size() >= kFewest && looks_tabular(rows)) add(rows.front().first, rows);
      i = rows.empty() ? i + 1 : rows.back().first + 1;
    }
  }

 private:
  // A header of one line has as many fields as the rows below it, and no number.
  [[nodiscard]] Rows without_header(Rows rows) const {
    const auto numbers = [&](const Rows::value_type& row) {
      return std::any_of(row.second.begin(), row.second.end(),
                         [&](Span cell) { return is_number_cell(raw_, cell); });
    };
    if (rows.size() > kFewest && !numbers(rows[0]) && numbers(rows[1])) rows.erase(rows.begin());
    return rows;
  }

  // Neighbouring lines with the same number of fields; furniture between them is passed over.
  [[nodiscard]] Rows run(std::size_t begin) const {
    Rows rows;
    for (std::size_t i = begin; i < lines_.size(); ++i) {
      if (lines_[i].use == Use::furniture) continue;
      if (!may_be_row(raw_, lines_[i])) break;
      auto cells = fields(raw_, lines_[i].words);
      if (cells.size() < kFewest || cells.size() > kMost) break;
      if (!rows.empty() && cells.size() != rows.front().second.size()) break;
      rows.emplace_back(i, std::move(cells));
    }
    return rows;
  }

  [[nodiscard]] bool looks_tabular(const Rows& rows) const {
    const std::size_t columns = rows.front().second.size();
    std::size_t numeric = 0;
    for (std::size_t c = 0; c < columns; ++c) {
      std::size_t numbers = 0;
      for (const auto& row : rows) numbers += is_number_cell(raw_, row.second[c]);
      numeric += numbers * 5 >= rows.size() * 4;
    }
    return numeric > 0 && numeric < columns;
  }

  void add(std::size_t first, const Rows& rows) {
    const std::size_t columns = rows.front().second.size();
    if (!tables_.empty() && goes_on(tables_.back(), first, rows)) {
      append(tables_.back(), static_cast<std::int32_t>(tables_.size()) - 1, rows);
      return;
    }
    Table table;
    table.page = lines_[first].page;
    const auto index = static_cast<std::int32_t>(tables_.size());
    std::size_t above = header(first, columns, index, table);
    set_title(above, table);
    append(table, index, rows);
    tables_.push_back(std::move(table));
  }

  // Rows that number on from the table before, with nothing but a page or its header between.
  [[nodiscard]] bool goes_on(const Table& table, std::size_t first, const Rows& rows) const {
    if (table.rows.empty() || table.rows.back().size() != rows.front().second.size()) return false;
    const Span last = table.rows.back().front().raw, next = rows.front().second.front();
    if (!is_digits(raw_, last) || !is_digits(raw_, next)) return false;
    const auto value = [&](Span s) { return std::atoi(std::string(s.of(raw_)).c_str()); };
    return value(next) == value(last) + 1 && first > 0;
  }

  void append(Table& table, std::int32_t index, const Rows& rows) {
    for (const auto& [line, cells] : rows) {
      lines_[line].use = Use::table;
      lines_[line].table = index;
      std::vector<TableCell> row;
      for (const Span cell : cells) row.push_back({std::string(cell.of(raw_)), cell});
      table.rows.push_back(std::move(row));
    }
  }

  // Folds the short lines above `first` into `columns` cells; gives the line above the header.
  std::size_t header(std::size_t first, std::size_t columns, std::int32_t index, Table& table) {
    constexpr std::size_t kHighest = 10;
    std::vector<std::size_t> above;
    std::size_t i = first;
    std::size_t tokens = 0;
    while (i > 0 && above.size() < kHighest) {
      const LineView& line = lines_[i - 1];
      if (line.use == Use::furniture) {
        --i;
        continue;
      }
      if (!may_be_header(line)) break;
      above.push_back(--i);
      tokens += fields(raw_, line.words).size();
    }
    std::reverse(above.begin(), above.end());
    if (tokens < columns) return first;
    fold_header(above, columns, tokens, table);
    if (table.columns.empty()) return first;
    for (const std::size_t line : above) {
      lines_[line].use = Use::table;
      lines_[line].table = index;
    }
    return above.front();
  }

  [[nodiscard]] bool may_be_header(const LineView& line) const {
    return line.use == Use::words && line.role == Role::unknown && line.chars <= 60 &&
           line.label == Numbering::none && !has_stop(line.words.of(raw_)) && line.last != '.' &&
           !is_caption(folded(raw_, line.words, 60));
  }

  // Cells may go on over a line end only; as many joins as there are tokens too many are chosen,
  // a unit in brackets first, then where the words that meet also meet in the text around.
  void fold_header(const std::vector<std::size_t>& above, std::size_t columns, std::size_t tokens,
                   Table& table) {
    struct Seam {
      std::size_t token;  // joins this token to the next one
      std::size_t line;
      int score;
    };
    std::vector<Span> cells;
    std::vector<Seam> seams;
    for (const std::size_t line : above) {
      if (!cells.empty()) seams.push_back({cells.size() - 1, line, 0});
      for (const Span cell : fields(raw_, lines_[line].words)) cells.push_back(cell);
    }
    if (tokens - columns > seams.size()) return;
    for (Seam& seam : seams) seam.score = seam_score(cells[seam.token], cells[seam.token + 1]);
    std::stable_sort(seams.begin(), seams.end(),
                     [](const Seam& a, const Seam& b) { return a.score > b.score; });
    std::vector<bool> joined(cells.size(), false);
    for (std::size_t k = 0; k < tokens - columns; ++k) joined[seams[k].token] = true;
    for (std::size_t k = 0; k < tokens - columns; ++k) {
      const auto at = std::find(above.begin(), above.end(), seams[k].line);
      lines_[*(at - 1)].joins_next = true;
    }
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (c > 0 && joined[c - 1]) {
        table.columns.back().text += cells[c].of(raw_);
        table.columns.back().raw.end = cells[c].end;
      } else {
        table.columns.push_back({std::string(cells[c].of(raw_)), cells[c]});
      }
    }
  }

  [[nodiscard]] int seam_score(Span left, Span right) const {
    const auto last = utf8::decode_before(raw_, left.end);
    const auto first = utf8::decode(raw_, right.begin);
    if (is_closing(fold(last.cp))) return -4;
    if (fold(first.cp) == '(') return 8;
    const std::string pair = std::string(raw_.substr(left.end - last.size, last.size)) +
                             std::string(raw_.substr(right.begin, first.size));
    constexpr std::size_t kAround = 20000;
    const std::size_t from = left.begin > kAround ? left.begin - kAround : 0;
    const std::string_view around = raw_.substr(from, 2 * kAround);
    int met = 0;
    for (auto at = around.find(pair); at != std::string_view::npos && met < 4;
         at = around.find(pair, at + 1)) {
      ++met;
    }
    return met;
  }

  // A caption above, or the heading above within reach.
  void set_title(std::size_t above, Table& table) {
    constexpr std::size_t kReach = 12;
    for (std::size_t i = above; i > 0 && above - i < kReach; --i) {
      const LineView& line = lines_[i - 1];
      if (line.use != Use::words) {
        if (line.use == Use::table) return;
        continue;
      }
      const std::string words = folded_words(raw_, line.words, 240);
      if (is_caption(words)) {
        table.title = std::string(line.words.of(raw_));
        table.title_raw = line.words;
        return;
      }
      if (line.label == Numbering::none || line.chars > 60 || has_stop(line.words.of(raw_)))
        continue;
      Span title = line.words;
      const auto skip = label_bytes(title);
      title.begin += skip;
      table.title = std::string(title.of(raw_));
      table.title_raw = title;
      return;
    }
  }

  // Raw bytes that the label and its blanks take.
  [[nodiscard]] std::uint32_t label_bytes(Span words) const {
    const std::string head = folded_words(raw_, words, 64);
    std::uint32_t left = 0;
    for (std::uint32_t at = 0, end = read_label(head).size; at < end;) {
      const auto d = utf8::decode(head, at);
      if (!utf8::is_blank(d.cp)) ++left;
      at += d.size;
    }
    std::uint32_t at = words.begin;
    while (at < words.end) {
      const auto d = utf8::decode(raw_, at);
      const bool printed = !utf8::is_blank(d.cp) && !utf8::is_invisible(d.cp);
      if (printed && left == 0) break;
      if (printed) --left;
      at += d.size;
    }
    return at - words.begin;
  }

  std::string_view raw_;
  std::vector<LineView>& lines_;
  std::vector<Table>& tables_;
};

}  // namespace

void take_text_tables(std::string_view raw, std::vector<LineView>& lines,
                      std::vector<Table>& tables) {
  TextTables(raw, lines, tables).take();
}

bool is_caption(std::string_view line) {
  std::size_t at = 0;
  if (line.starts_with("附")) at = 3;
  const std::string_view rest = line.substr(at);
  if (!rest.starts_with("图") && !rest.starts_with("表")) return false;
  at = 3;
  while (at < rest.size() && rest[at] == ' ') ++at;
  const std::size_t digits = at;
  while (at < rest.size() && (utf8::is_digit(static_cast<unsigned char>(rest[at])) ||
                              rest[at] == '.' || rest[at] == '-')) {
    ++at;
  }
  if (at == digits) {
    const auto d = at < rest.size() ? utf8::decode(rest, at) : utf8::Decoded{0, 1};
    constexpr std::u32string_view kHan = U"一二三四五六七八九十";
    if (kHan.find(d.cp) == std::u32string_view::npos) return false;
    at += d.size;
  }
  return line.size() < 240 && !holds_word(line, "。");
}

}  // namespace guanlan
