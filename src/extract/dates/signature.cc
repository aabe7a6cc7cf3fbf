#include "extract/dates/signature.h"

#include <algorithm>

#include "extract/around.h"

namespace guanlan::dates {
namespace {

constexpr std::uint32_t kLine = 150;  // bytes of a line of names
constexpr std::uint32_t kRest = 300;  // bytes that may follow the last date: addressees, a contact
constexpr int kLinesAbove = 14;       // names and annexes between text and date

bool blank(char c) { return c == ' ' || c == '(' || c == ')'; }

class Signature {
 public:
  Signature(const Passage& passage, const std::vector<Expression>& all) : p_(passage), all_(all) {}

  [[nodiscard]] std::optional<std::size_t> find() const {
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      const Expression& e = all_[i];
      if (e.point.month == 0 || e.reckoning != Reckoning::written || e.in_title) continue;
      const Span line = line_of(e.span);
      if (line.empty()) continue;
      const Span before = trimmed({line.begin, e.span.begin});
      const bool alone = before.empty();
      if (!alone && (e.point.day == 0 || !is_signer(before))) continue;
      if (below_text(line.begin, !alone)) return i;
      if (p_.body.end - line.end <= kRest) last = i;
    }
    return last;
  }

 private:
  // The line that the date ends; empty where it stands in running text, or opens the body.
  [[nodiscard]] Span line_of(Span date) const {
    std::uint32_t end = date.end;
    while (end < p_.body.end && blank(p_.text[end])) ++end;
    if (end < p_.body.end && p_.text[end] != '\n') return {};
    const std::uint32_t begin = line_begin(date.begin);
    if (begin == date.begin && begin == p_.body.begin) return {};
    return date.begin - begin <= kLine ? Span{begin, end} : Span{};
  }

  // Of the line that holds `at`; looks no further back than a line of names is long.
  [[nodiscard]] std::uint32_t line_begin(std::uint32_t at) const {
    const std::uint32_t low = std::max(p_.body.begin, at > kLine ? at - kLine - 1 : 0);
    while (at > low && p_.text[at - 1] != '\n') --at;
    return at;
  }

  [[nodiscard]] Span trimmed(Span s) const {
    while (!s.empty() && blank(p_.text[s.begin])) ++s.begin;
    while (!s.empty() && blank(p_.text[s.end - 1])) --s.end;
    return s;
  }

  [[nodiscard]] bool is_signer(Span words) const {
    constexpr std::string_view kMarks[] = {",", ":", ";", "。", "、", "《", "!", "?"};
    constexpr std::string_view kEnds[] = {"日期", "时间", "于",   "自",   "至", "在",
                                          "到",   "从",   "截至", "截止", "为"};
    constexpr std::uint32_t kShort = 9;
    const std::string_view name = p_.of(words);
    if (std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; }))
      return false;  // the row of a table
    if (words.size() < kShort || around::ends_any(p_.text, words.end, kEnds) != 0) return false;
    return std::none_of(std::begin(kMarks), std::end(kMarks), [&](std::string_view mark) {
      return name.find(mark) != std::string_view::npos;
    });
  }

  // 附件:, 联系人: over a list; not 名单如下:
  [[nodiscard]] bool heads_notes(std::uint32_t line) const {
    constexpr std::string_view kNotes[] = {"附件", "附:",  "联系", "咨询",
                                           "电话", "邮箱", "地址", "通讯地址"};
    return around::starts_any(p_.text, line, kNotes) != 0;
  }

  // Whether the lines above are names, perhaps annexes, and then the end of a sentence.
  [[nodiscard]] bool below_text(std::uint32_t begin, bool named) const {
    constexpr std::string_view kStops[] = {"。",       "!",        "。”",      "。)",
                                           "特此通知", "特此公告", "特此通告", "特此通报",
                                           "特此公示", "特此函复", "特此说明"};
    for (int lines = 0; lines < kLinesAbove && begin > p_.body.begin; ++lines) {
      const std::uint32_t end = begin - 1;
      if (around::ends_any(p_.text, end, kStops) != 0) return named;
      begin = line_begin(end);
      if (end - begin > kLine) return false;
      if (begin < end && p_.text[end - 1] == ':' && !heads_notes(begin)) return false;
      named = true;
    }
    return false;
  }

  const Passage& p_;
  const std::vector<Expression>& all_;
};

}  // namespace

std::optional<std::size_t> find_signature(const Passage& passage,
                                          const std::vector<Expression>& expressions) {
  return Signature(passage, expressions).find();
}

}  // namespace guanlan::dates
