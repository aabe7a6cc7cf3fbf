#include "outline/masthead.h"

#include <fmt/format.h>

#include <algorithm>

#include "outline/issue_date.h"
#include "outline/words.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan::outlining {
namespace {

std::vector<std::string_view> tokens(std::string_view words) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= words.size(); ++at) {
    if (at < words.size() && words[at] != ' ' && words[at] != '\t') continue;
    if (at > begin) out.push_back(words.substr(begin, at - begin));
    begin = at + 1;
  }
  return out;
}

bool is_han_only(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const auto d = utf8::decode(words, at);
    if (!utf8::is_han(d.cp) && d.cp != U'·') return false;
    at += d.size;
  }
  return !words.empty();
}

bool is_name(std::string_view word) {
  const auto chars = count_chars(word);
  return chars >= 2 && chars <= 4 && is_han_only(word);
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < words.size(); ++i) {
    if (!out.empty()) out += ' ';
    out += words[i];
  }
  return out;
}

class MastheadReader {
 public:
  explicit MastheadReader(std::string_view text) : text_(text) {}

  Masthead read(const Source& source, const std::vector<Block>& blocks, std::size_t front) {
    std::size_t issue = SIZE_MAX;
    for (std::size_t i = 0; i < std::min(front, blocks.size()); ++i) {
      const Block& b = blocks[i];
      const std::string_view line = b.span.of(text_);
      if (begins_with(Cue::statement, line) && line.find(':') < 24) {
        out_.statement = std::string(line);
        role_.clear();
        continue;
      }
      if (b.chars > 80 || b.sentence) continue;
      if (read_issue(line)) {
        issue = std::min(issue, i);
      } else if (!read_labelled(line)) {
        read_plain(line);
      }
    }
    name_from(source, blocks, issue);
    date_from(blocks, front);
    return std::move(out_);
  }

 private:
  // 2024年5月第5期(总第10期)
  bool read_issue(std::string_view line) {
    const auto unit = line.find("期");
    const auto at = line.find("第");
    if (unit == std::string_view::npos || at == std::string_view::npos || at > unit) return false;
    if (count_chars(line) > 40) return false;
    const auto total = line.find("总第");
    if (total != std::string_view::npos) {
      const auto end = line.find("期", total);
      if (end != std::string_view::npos) out_.running_number = line.substr(total, end + 3 - total);
    }
    if (!out_.issue.empty()) return true;
    std::string_view issue = line.substr(0, line.find('('));
    while (issue.ends_with(" ")) issue.remove_suffix(1);
    if (holds_word(issue, "期")) out_.issue = std::string(issue);
    return true;
  }

  // 主办单位:… and 总编辑:…
  bool read_labelled(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const std::string_view label = line.substr(0, colon);
    std::string_view rest = line.substr(colon + 1);
    while (rest.starts_with(" ")) rest.remove_prefix(1);
    if (is(Cue::sponsor, label)) {
      body_ = std::string(label);
      role_.clear();
      if (!rest.empty()) out_.bodies.emplace_back(body_, std::string(rest));
      return true;
    }
    if (!is(Cue::role, label)) return false;
    role_ = std::string(label);
    body_.clear();
    if (!rest.empty() && rest.front() != '(') read_people(rest);
    return true;
  }

  void read_people(std::string_view rest) {
    const auto words = tokens(rest);
    if (words.empty() || !is_name(words[0])) return;
    const bool names = std::all_of(words.begin(), words.end(), is_name);
    if (names) {
      for (const auto name : words) out_.people.push_back({role_, std::string(name), {}});
      return;
    }
    out_.people.push_back({role_, std::string(words[0]), joined(words, 1)});
  }

  // A line below a label: another sponsor, another person, or more of an office.
  void read_plain(std::string_view line) {
    const auto words = tokens(line);
    if (!role_.empty()) {
      const bool person = !words.empty() && is_name(words[0]) && words.size() >= 2;
      if (person) {
        read_people(line);
      } else if (!words.empty() && words.size() == 1 && is_name(line)) {
        out_.people.push_back({role_, std::string(line), {}});
      } else if (!out_.people.empty() && out_.people.back().role == role_) {
        std::string& office = out_.people.back().office;
        if (!office.empty()) office += ' ';
        office += line;
      }
    } else if (!body_.empty() && is_han_only(line) && count_chars(line) >= 6) {
      out_.bodies.emplace_back(body_, std::string(line));
    }
  }

  // The Chinese lines above the issue number, the two nearest; else what the format calls it.
  void name_from(const Source& source, const std::vector<Block>& blocks, std::size_t issue) {
    if (issue != SIZE_MAX) {
      std::vector<std::string_view> lines;
      for (std::size_t i = issue; i-- > 0 && lines.size() < 2;) {
        const std::string_view line = blocks[i].span.of(text_);
        if (line.front() == '(' || !utf8::is_han(utf8::decode(line, 0).cp)) continue;
        if (blocks[i].chars > 30 || blocks[i].stop) break;
        lines.push_back(line);
      }
      for (auto it = lines.rbegin(); it != lines.rend(); ++it) out_.name += *it;
      if (out_.name.empty()) {  // 某某动态 2024年第5期 in one line
        const std::string_view line = blocks[issue].span.of(text_);
        std::size_t end = 0;
        while (end < line.size()) {
          const auto d = utf8::decode(line, end);
          if (!utf8::is_han(d.cp) && d.cp != U'·') break;
          end += d.size;
        }
        const std::string_view name = line.substr(0, end);
        if (!name.starts_with("第") && !name.starts_with("总")) out_.name = std::string(name);
      }
    }
    if (out_.name.empty()) out_.name = source.title;
  }

  void date_from(const std::vector<Block>& blocks, std::size_t front) {
    FullDate best;
    for (std::size_t i = 0; i < std::min(front, blocks.size()); ++i) {
      if (blocks[i].chars > 50 || blocks[i].stop) continue;
      for (const FullDate& d : find_full_dates(text_, blocks[i].span)) {
        const bool fuller = d.day > 0     ? best.day == 0
                            : d.month > 0 ? best.month == 0
                                          : best.year == 0;
        if (fuller) best = d;
      }
    }
    if (best.year == 0) return;
    out_.date = fmt::format("{:04}", best.year);
    if (best.month > 0) out_.date += fmt::format("-{:02}", best.month);
    if (best.day > 0) out_.date += fmt::format("-{:02}", best.day);
  }

  std::string_view text_;
  Masthead out_;
  std::string role_, body_;
};

}  // namespace

Masthead read_masthead(std::string_view text, const Source& source,
                       const std::vector<Block>& blocks, std::size_t front) {
  return MastheadReader(text).read(source, blocks, front);
}

}  // namespace guanlan::outlining
