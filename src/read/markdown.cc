#include "read/markdown.h"

#include <algorithm>

#include "read/cell_grid.h"
#include "read/line_writer.h"
#include "text/trim.h"

namespace guanlan {
namespace {

int heading_level(std::string_view line) {
  const auto hashes = line.find_first_not_of('#');
  if (hashes == 0 || hashes == std::string_view::npos || hashes > 6 || line[hashes] != ' ')
    return 0;
  return static_cast<int>(hashes);
}

bool is_mark(char c) {
  return std::string_view("\\`*_{}[]()#+-.!|<>~=&\"'/:;,?@^$%").find(c) != std::string_view::npos;
}

// ](target) at `at`: its length, 0 where there is none.
std::size_t link_tail(std::string_view line, std::size_t at) {
  if (line.substr(at, 2) != "](") return 0;
  const auto close = line.find(')', at);
  return close == std::string_view::npos ? 0 : close + 1 - at;
}

// The words of a line, its inline marks taken off.
std::string words(std::string_view line) {
  std::string out;
  bool in_link = false;
  const auto last_link = line.rfind("](");  // none: npos, and no '[' opens one
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '\\' && at + 1 < line.size() && is_mark(line[at + 1])) {
      out += line[++at];
    } else if (c == '*' || c == '`') {
      continue;
    } else if (c == '[' && last_link != std::string_view::npos && at < last_link) {
      in_link = true;
    } else if (const std::size_t tail = c == ']' && in_link ? link_tail(line, at) : 0; tail > 0) {
      at += tail - 1;
      in_link = false;
    } else {
      out += c;
    }
  }
  return out;
}

bool is_row(std::string_view line) {
  return line.size() > 1 && line.front() == '|' && line.back() == '|';
}
bool is_ruler(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

std::vector<SpannedCell> cells(std::string_view row) {
  std::vector<SpannedCell> out;
  row.remove_prefix(1);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (row[at] == '\\') {
      ++at;
    } else if (row[at] == '|') {
      out.push_back({words(trim(row.substr(begin, at - begin))), 1, 1});
      begin = at + 1;
    }
  }
  return out;
}

std::string_view unquoted(std::string_view value) {
  value = trim(value);
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
    value = value.substr(1, value.size() - 2);
  return value;
}

class Reader {
 public:
  Reader(Source& source, const ReadOptions& options) : source_(source), writer_(source, options) {}

  void read(std::string_view text) {
    if (text.starts_with("---\n")) text = front_matter(text);
    while (!text.empty() && !writer_.overflow()) {
      const auto end = std::min(text.find('\n'), text.size());
      line(trim(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    close();
  }
  [[nodiscard]] bool overflow() const { return writer_.overflow(); }

 private:
  // What follows it; all of the text where it does not end.
  std::string_view front_matter(std::string_view text) {
    const auto end = text.find("\n---\n", 3);
    if (end == std::string_view::npos) return text;
    std::string title, issue, running, date;
    std::string_view matter = text.substr(4, end - 3);
    while (!matter.empty()) {
      const auto stop = std::min(matter.find('\n'), matter.size());
      const std::string_view row = matter.substr(0, stop);
      matter.remove_prefix(std::min(stop + 1, matter.size()));
      for (const auto& [key, value] : {std::pair{"title: ", &title},
                                       {"issue: ", &issue},
                                       {"running_number: ", &running},
                                       {"date: ", &date}}) {
        if (row.starts_with(key)) *value = one_line(unquoted(row.substr(row.find(' '))));
      }
    }
    source_.title = title;
    source_.published = date;
    if (!title.empty()) writer_.add(title, {});
    if (!issue.empty()) writer_.add(issue + (running.empty() ? "" : " (" + running + ")"), {});
    if (!issue.empty()) writer_.add(date, {});
    return text.substr(end + 5);
  }

  void line(std::string_view text) {
    if (is_row(text)) {
      close_paragraph();
      if (!is_ruler(text)) rows_.push_back(cells(text));
      return;
    }
    close_table();
    if (text.empty() || text.starts_with("> ") || text.starts_with("![")) return close_paragraph();
    if (const int level = heading_level(text); level > 0) {
      close_paragraph();
      LineStyle style{Role::heading};
      style.level = static_cast<std::uint8_t>(level);
      writer_.add(words(trim(text.substr(static_cast<std::size_t>(level)))), style);
      return;
    }
    if (!paragraph_.empty()) paragraph_ += ' ';  // a soft break
    paragraph_ += words(text);
  }
  void close_paragraph() {
    if (!paragraph_.empty()) writer_.add(paragraph_, {});
    paragraph_.clear();
  }
  void close_table() {
    if (rows_.empty()) return;
    CellGrid grid = place(rows_);
    grid.header_rows = 1;
    write_grid(writer_, grid);
    rows_.clear();
  }
  void close() {
    close_paragraph();
    close_table();
  }

  Source& source_;
  LineWriter writer_;
  std::string paragraph_;
  std::vector<std::vector<SpannedCell>> rows_;
};

}  // namespace

bool is_markdown(std::string_view text, std::string_view name) {
  if (!name.ends_with(".md") && !name.ends_with(".markdown")) return false;
  if (text.starts_with("---\n") || heading_level(text.substr(0, text.find('\n'))) > 0) return true;
  for (std::size_t at = text.find("\n#"); at != std::string_view::npos;
       at = text.find("\n#", at + 1)) {
    if (heading_level(text.substr(at + 1, 8)) > 0) return true;
  }
  return false;
}

Result<std::vector<Source>> read_markdown(DecodedText text, std::string_view name,
                                          const ReadOptions& options) {
  if (text.text.size() > options.max_text) return tl::unexpected(too_long(name));
  std::vector<Source> sources(1);
  Source& source = sources.front();
  source.format = Format::text;
  source.charset = std::move(text.charset);
  source.warnings = std::move(text.warnings);
  Reader reader(source, options);
  reader.read(text.text);
  if (reader.overflow()) return tl::unexpected(too_long(name));
  return sources;
}

}  // namespace guanlan
