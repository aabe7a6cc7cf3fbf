#include "compose/body_text.h"

#include <algorithm>

#include "text/trim.h"

namespace guanlan::compose {
namespace {

using Cells = std::vector<std::string>;

// | --- | :-: |
bool is_ruler(std::string_view row) {
  return row.find('-') != std::string_view::npos &&
         row.find_first_not_of("|-: \t") == std::string_view::npos;
}

Cells cells_of(std::string_view row) {
  row = trim(row);
  row.remove_prefix(1);
  Cells out(1);
  for (std::size_t at = 0; at + 1 < row.size(); ++at) {  // the last is the closing bar
    if (row[at] == '|') {
      out.emplace_back();
    } else {
      if (row[at] == '\\' && row[at + 1] == '|' && at + 2 < row.size()) ++at;
      out.back() += row[at];
    }
  }
  for (std::string& cell : out) cell = trim(cell);
  return out;
}

Cells at_tabs(std::string_view row) {
  Cells out;
  while (true) {
    const auto tab = row.find('\t');
    out.emplace_back(trim(row.substr(0, tab)));
    if (tab == std::string_view::npos) return out;
    row.remove_prefix(tab + 1);
  }
}

// A title that a table has over all its columns.
bool is_title(const Cells& cells) {
  return !cells.front().empty() &&
         std::all_of(cells.begin() + 1, cells.end(),
                     [](const std::string& cell) { return cell.empty(); });
}

// Rows as they come in, written as a table.
class Rows {
 public:
  explicit Rows(std::string& out) : out_(out) {}

  void add(Cells cells) {
    if (head_.empty() || cells.size() != head_.size()) {
      if (is_title(cells)) return line(cells.front());
      line(row_text(cells));
      line(ruler(cells.size()));
      head_ = std::move(cells);
    } else if (cells != head_) {
      line(row_text(cells));
    }
  }
  void end() { head_.clear(); }
  void line(std::string_view text) {
    if (!out_.empty()) out_ += '\n';
    out_ += text;
  }

 private:
  std::string& out_;
  Cells head_;
};

template <class F>
void each_line(std::string_view text, F&& f) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    f(text.substr(at, end - at), at);
    at = end + 1;
  }
}

}  // namespace

bool is_row(std::string_view line) {
  line = trim(line);
  return line.size() > 1 && line.front() == '|' && line.back() == '|';
}

std::string row_text(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells) {
    out += ' ';
    for (const char c : cell) {
      if (c == '|') out += '\\';
      out += c;
    }
    out += " |";
  }
  return out;
}

std::string ruler(std::size_t columns) { return row_text(Cells(columns, "---")); }

std::string with_tables(std::string_view record_body) {
  if (record_body.find('\t') == std::string_view::npos) return std::string(record_body);
  std::string out;
  Rows rows(out);
  each_line(record_body, [&](std::string_view line, std::size_t) {
    if (line.find('\t') != std::string_view::npos) return rows.add(at_tabs(line));
    rows.end();
    rows.line(line);
  });
  return out;
}

std::vector<Stretch> stretches(std::string_view body) {
  std::vector<Stretch> out;
  each_line(body, [&](std::string_view line, std::size_t at) {
    if (!is_row(line)) return out.push_back({line, {}, at});
    const bool goes_on = !out.empty() && !out.back().rows.empty();
    if (!goes_on) out.push_back({{}, {}, at});
    if (!is_ruler(line)) return out.back().rows.push_back(cells_of(line));
    if (out.back().rows.size() < 2) return;
    // The row above heads a table of its own.
    Cells head = std::move(out.back().rows.back());
    out.back().rows.pop_back();
    out.push_back({{}, {std::move(head)}, at});
  });
  return out;
}

std::string words_of(std::string_view body) {
  std::string out;
  const auto line = [&](std::string_view text) {
    out.append(out.empty() ? "" : "\n").append(text);
  };
  for (const Stretch& stretch : stretches(body)) {
    if (stretch.rows.empty()) line(stretch.line);
    for (const Cells& row : stretch.rows) {
      std::string text;
      for (const std::string& cell : row) text += (text.empty() ? "" : " ") + cell;
      line(text);
    }
  }
  return out;
}

}  // namespace guanlan::compose
