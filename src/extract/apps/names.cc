#include "extract/apps/names.h"

#include <algorithm>
#include <array>

#include "extract/apps/frame.h"
#include "extract/around.h"
#include "extract/near.h"
#include "text/utf8.h"

namespace guanlan::apps {
namespace {

constexpr std::uint32_t kLongestRun = 90;   // bytes
constexpr std::uint32_t kLongestName = 48;  // bytes
constexpr std::size_t kMostMembers = 400;
constexpr std::size_t kMostBackwards = 40;

// Words before a name (Frame::before) of one character that names hold as well: 和平精英, 日日顺,
// 有道词典.
constexpr std::u32string_view kOwn = U"和日月为在有如将";

bool in_name(char32_t cp) {
  return utf8::is_han(cp) || utf8::is_latin(cp) || utf8::is_digit(cp) || cp == '+' || cp == '-' ||
         cp == '&' || cp == U'·' || cp == '!';
}

// 12款, 第四期: a count, not a name.
bool holds_count(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kUnits = {"款", "批", "期", "家", "年", "月"};
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (!utf8::is_digit(static_cast<unsigned char>(text[at - 1]))) continue;
    const auto unit = static_cast<std::uint32_t>(at);
    const std::uint32_t more = around::starts(text, unit, "余") ? 3 : 0;  // 1100余款
    if (around::starts_any(text, unit + more, kUnits) != 0) return true;
  }
  return text.starts_with("第");
}

// Where the last of the words before a name ends in a run of characters; 0: none stands there. Of
// each word only the last place counts: not the one where the run ends, nor near its end or at its
// beginning for one that names hold as well.
std::uint32_t behind_last_word(std::string_view run) {
  const std::string_view at_end =
      run.substr(run.size() - frame().before(run, run.size(), Frame::before));
  std::u32string seen;  // of kOwn
  for (std::size_t at = run.size(); at > 0; at -= utf8::decode_before(run, at).size) {
    const std::size_t size = frame().before(run, at, Frame::before);
    const std::string_view word = run.substr(at - size, size);
    if (word.empty() || at_end.ends_with(word)) continue;
    if (word.size() == 3 && kOwn.find(utf8::decode(word, 0).cp) != std::u32string_view::npos) {
      const char32_t cp = utf8::decode(word, 0).cp;
      if (seen.find(cp) != std::u32string::npos) continue;
      seen += cp;
      if (run.size() - at < 6 || at == word.size()) continue;
    }
    return static_cast<std::uint32_t>(at);
  }
  return 0;
}

}  // namespace

std::uint32_t joiner_before(std::string_view text, std::uint32_t end) {
  constexpr std::array<std::string_view, 6> kWords = {"涉及", "普及", "提及", "波及",
                                                      "危及", "参与"};  // no joiner at their end
  if (around::ends_any(text, end, kWords) != 0) return 0;
  constexpr std::array<std::string_view, 6> kJoiners = {"、", "以及", "和", "及", "与", "以及:"};
  return around::ends_any(text, end, kJoiners);
}

std::uint32_t Names::begin_of(std::uint32_t end) const {
  const std::uint32_t low =
      std::max(part_of(p_, end).begin, end > kLongestRun ? end - kLongestRun : 0);
  std::uint32_t begin = end;
  while (begin > low) {
    const auto d = utf8::decode_before(p_.text, begin);
    const bool blank = d.cp == ' ' && begin > low + 1 &&
                       utf8::is_latin(utf8::decode_before(p_.text, begin - 1).cp);
    if (!in_name(d.cp) && !blank) break;
    begin -= d.size;
  }
  std::uint32_t cut = begin + behind_last_word(p_.text.substr(begin, end - begin));
  if (const Word* done = words_.last_in({cut, end}, act | blame);
      done != nullptr && done->span.end + 3 < end) {
    cut = std::max(cut, done->span.end);
  }
  return cut;
}

bool Names::may_be(Span name) const {
  if (name.size() < 2 || name.size() > kLongestName) return false;
  const std::string_view text = p_.of(name);
  if (name.size() < 6 && utf8::is_han(utf8::decode(text, 0).cp)) return false;
  if (holds_word(text, "某") || holds_word(text, "公司")) return false;
  if (text.find_first_of(",:;!?\n\t%") != std::string_view::npos || holds_word(text, "。"))
    return false;
  if (words_.beginning_at(name.begin, vague) != nullptr || holds_count(text)) return false;
  // 警惕该|移动应用, 通报一批|App, 生活服务类|App; not 示例电话本
  if (frame().before(text, text.size(), Frame::which) != 0 &&
      frame().before(text, text.size(), Frame::book) == 0)
    return false;
  if (words_.ending_at(name.end, act | blame) != nullptr) return false;  // 联合下架|12款…
  const Word* only = words_.beginning_at(name.begin, strong | weak | trade | act | blame);
  if (only != nullptr && only->span.end >= name.end) return false;
  // 投资理财, 社交聊天: two kinds
  while (only != nullptr && (only->uses & trade) != 0 && only->span.end < name.end) {
    only = words_.beginning_at(only->span.end, strong | weak | trade);
    if (only != nullptr && only->span.end >= name.end) return false;
  }
  return true;
}

void Names::split_last(std::vector<Span>& members) const {
  const Span last = members.back();
  const std::string_view text = p_.of(last);
  for (const std::string_view word : {"以及", "和", "及", "与"}) {
    const auto at = text.find(word);
    if (at == std::string_view::npos || at < 4 || text.size() - at - word.size() < 4) continue;
    const auto middle = last.begin + static_cast<std::uint32_t>(at);
    members.back().end = middle;
    members.push_back({middle + static_cast<std::uint32_t>(word.size()), last.end});
    return;
  }
}

std::vector<Span> Names::before(std::uint32_t end) const {
  std::vector<Span> members;
  for (std::uint32_t at = end; members.size() < kMostBackwards;) {
    Span member{begin_of(at), at};
    const Word* known = words_.ending_at(at, name);  // 今日头条, whose 日 is its own
    if (known != nullptr && known->span.begin < member.begin) member.begin = known->span.begin;
    std::uint32_t joiner = joiner_before(p_.text, member.begin);
    if (!may_be(member)) break;
    members.push_back(member);
    if (joiner == 0) break;
    at = member.begin - joiner;
  }
  std::reverse(members.begin(), members.end());
  return members;
}

// An entry of a list without its number, blanks and brackets.
Span Names::trimmed(Span entry) const {
  while (entry.begin < entry.end && p_.text[entry.begin] == ' ') ++entry.begin;
  std::uint32_t digits = entry.begin;
  while (digits < entry.end && utf8::is_digit(static_cast<unsigned char>(p_.text[digits])))
    ++digits;
  if (digits > entry.begin && digits < entry.end) {
    if (p_.text[digits] == '.' || p_.text[digits] == ')')
      entry.begin = digits + 1;
    else if (around::starts(p_.text, digits, "、"))
      entry.begin = digits + 3;
  }
  while (entry.begin < entry.end && p_.text[entry.begin] == ' ') ++entry.begin;
  if (const auto paren = p_.of(entry).find('('); paren != std::string_view::npos) {
    entry.end = entry.begin + static_cast<std::uint32_t>(paren);
  }
  while (entry.end > entry.begin && p_.text[entry.end - 1] == ' ') --entry.end;
  return entry;
}

// 1.甲,|2.乙
bool Names::has_number(std::uint32_t at) const {
  std::uint32_t i = at;
  while (utf8::is_digit(around::next(p_.text, i))) ++i;
  return i != at && i - at < 4 &&
         (around::starts(p_.text, i, ".") || around::starts(p_.text, i, "、"));
}

// 1|、甲
bool Names::has_number_before(std::uint32_t begin, std::uint32_t at) const {
  std::uint32_t i = begin;
  while (i < at && utf8::is_digit(static_cast<unsigned char>(p_.text[i]))) ++i;
  return i == at && i != begin && i - begin < 4;
}

std::vector<Span> Names::from(std::uint32_t at, std::uint32_t limit) const {
  std::vector<Span> entries;
  std::uint32_t begin = at, i = at;
  int depth = 0;
  for (; i < limit && entries.size() < kMostMembers; ++i) {
    if (p_.text[i] == '(') ++depth;
    if (p_.text[i] == ')') depth = std::max(0, depth - 1);
    if (depth > 0) continue;
    const bool mark = p_.text[i] == ',' || p_.text[i] == ';';
    if ((mark && !(has_number(at) && has_number(i + 1))) || p_.text[i] == '\n' ||
        around::starts(p_.text, i, "。"))
      break;
    const bool pause = around::starts(p_.text, i, "、") && !has_number_before(begin, i);
    if (mark || pause || (i > begin && around::starts(p_.text, i, "以及"))) {
      entries.push_back({begin, i});
      begin = i + (mark ? 1 : pause ? 3 : 6);
    }
  }
  Span last{begin, i};
  const std::string_view words = p_.of(last);
  const auto paren = words.rfind(')');
  if (const auto etc = words.rfind("等");
      etc != std::string_view::npos && (paren == std::string_view::npos || paren < etc)) {
    last.end = begin + static_cast<std::uint32_t>(etc);
  }
  entries.push_back(last);
  split_last(entries);
  for (Span& entry : entries) entry = trimmed(entry);
  std::erase_if(entries, [&](Span entry) {
    return !may_be(entry) || around::starts(p_.text, entry.begin, "“") ||
           around::starts(p_.text, entry.begin, "《");
  });
  return entries;
}

}  // namespace guanlan::apps
