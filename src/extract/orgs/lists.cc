#include "extract/orgs/lists.h"

#include <algorithm>
#include <array>

#include "extract/near.h"
#include "extract/orgs/taken.h"
#include "extract/orgs/words.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan::orgs {
namespace {

using bodies::Part;

constexpr std::u32string_view kEdges =
    U",。;:!?()《》“”‘’、的了在由对向被将为是等该其某从给经有至于自让使家个";

bool is_edge(char32_t cp) {
  return kEdges.find(cp) != std::u32string_view::npos || cp == '\n' || cp == '"';
}

// Where the member of a list begins that ends at `end`.
std::uint32_t member_begin(const Part& part, std::uint32_t end) {
  std::uint32_t at = end;
  while (at > part.span().begin) {
    const auto d = utf8::decode_before(part.passage().text, at);
    if (is_edge(d.cp) ||
        (!utf8::is_han(d.cp) && !utf8::is_latin(d.cp) && !utf8::is_digit(d.cp) && d.cp != '&'))
      break;
    at -= d.size;
  }
  return at;
}

// The verbs at the beginning of the first member are not its own: 来自|深圳金蝶, 吸引了|华为; a
// verb inside a known name is none (中国信息安全|测评|中心).
std::uint32_t past_verbs(const Part& part, std::uint32_t from, std::uint32_t end) {
  std::uint32_t reach = from;
  for (const Hit& hit : part.from(from)) {
    if (hit.span.begin >= end) break;
    if (hit.span.begin < reach) continue;
    const bool name = hit.cls == WordClass::org || hit.cls == WordClass::org_suffix ||
                      hit.cls == WordClass::region || hit.cls == WordClass::authority ||
                      hit.cls == WordClass::outlet;
    if (name)
      reach = hit.span.end;
    else if (hit.cls != WordClass::act)
      continue;
    else if (hit.span.end < end)
      from = std::max(from, hit.span.end);
  }
  return from;
}

// 董事长兼|CEO: the post before a post is not the company's name.
std::uint32_t before_posts(const Part& part, std::uint32_t begin, std::uint32_t end) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view word : words_of(Around::post_before)) {
      if (end - begin < word.size() || !part.looking_back(end, word)) continue;
      end -= static_cast<std::uint32_t>(word.size());
      more = true;
    }
  }
  return end;
}

// Whether the words hold a place, an organisation or Latin letters: what a company's name has and a
// trade has not.
bool names_one(const Part& part, const Taken& taken, Span member) {
  if (taken.overlaps(member)) return true;
  if (utf8::is_latin(utf8::decode(part.passage().text, member.begin).cp)) return true;
  for (const Hit& hit : part.from(member.begin)) {
    if (hit.span.begin > member.begin) break;
    if (hit.span.end >= member.end) continue;
    if (hit.cls == WordClass::region || hit.cls == WordClass::org) return true;
  }
  return false;
}

int characters(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

namespace {

// 等方式|推动企业, 等部门|约谈两家企业: the noun behind a verb is not that of the list.
bool is_verb(const Part& part, std::uint32_t at) {
  const auto hits = part.at(at);
  const bool act =
      std::any_of(hits.begin(), hits.end(), [](const Hit& h) { return h.cls == WordClass::act; });
  return act && word_at(part, at, Around::joint) == 0;
}

}  // namespace

bool closes_list(const Part& part, std::uint32_t at) {
  bool counted = false;
  for (int n = 0; n < 14; ++n) {
    if (const std::uint32_t noun = word_at(part, at, Around::member); noun != 0) {
      return !part.looking_at(at + noun, "、") && (counted || n < 7);
    }
    if (is_verb(part, at) || word_at(part, at, Around::other_list) != 0) return false;
    const std::string_view c = part.next(at);
    if (c.empty() || c == "。" || c == "," || c == "、" || c == "的" || c == ";") return false;
    counted = counted || is_one(c, Around::counter);
    at += static_cast<std::uint32_t>(c.size());
  }
  return false;
}

namespace {

// The members of the list that ends at `close`, last to first.
std::vector<Span> members_before(const Part& part, const Taken& taken, std::uint32_t close) {
  std::vector<Span> members;
  for (std::uint32_t end = close; members.size() < 24;) {
    const std::uint32_t known = taken.begin_of(end);  // 华为: an edge inside
    const std::uint32_t begin = known != end ? known : member_begin(part, end);
    const bool first = !part.looking_back(begin, "、");
    const Span member{first && known == end ? past_verbs(part, begin, end) : begin, end};
    const int size = characters(part.of(member));
    if (size < 2 || (size > 14 && known == end)) break;
    members.push_back(member);
    if (first) break;
    end = begin - 3;
  }
  return members;
}

bool is_number(std::string_view c) {
  if (c.empty()) return false;
  const char32_t cp = utf8::decode(c, 0).cp;
  return utf8::is_digit(cp) ||
         std::u32string_view(U"两一二三四五六七八九十").find(cp) != std::u32string_view::npos;
}

// The count at the offset: 三|家, 30|多家; 0: none that is exact.
std::size_t count_at(const Part& part, std::uint32_t at) {
  static constexpr std::array<std::string_view, 11> kNumbers = {"零", "一", "二", "三", "四", "五",
                                                                "六", "七", "八", "九", "十"};
  std::size_t value = 0;
  while (
      utf8::is_digit(static_cast<unsigned char>(part.next(at).empty() ? 'x' : part.next(at)[0])) &&
      value < 100) {
    value = value * 10 + static_cast<std::size_t>(part.next(at)[0] - '0');
    ++at;
  }
  if (value == 0) {
    const auto number = std::find(kNumbers.begin(), kNumbers.end(), part.next(at));
    if (number == kNumbers.end()) return part.looking_at(at, "两家") ? 2 : 0;
    value = static_cast<std::size_t>(number - kNumbers.begin());
    at += 3;
  }
  return part.looking_at(at, "家") ? value : 0;
}

// 丙科技和丁通信|等30多家: two at the list's end, unless 和 belongs to a known name or to a short
// one (示和科技); where the count needs one more, short ones as well: 甲示、乙示和丙示|三家.
void split_last(const Part& part, const Taken& taken, std::vector<Span>& members,
                std::size_t count) {
  const std::size_t shortest = count == members.size() + 1 ? 6 : 9;  // bytes on either side
  if (members.size() < (count == 2 ? 1u : 2u) || taken.overlaps(members.front())) return;
  const Span last = members.front();
  const std::string_view text = part.of(last);
  for (const std::string_view word : words_of(Around::joiner)) {
    const auto at = text.find(word);
    if (at == std::string_view::npos || at < shortest || text.size() - at - word.size() < shortest)
      continue;
    const auto middle = last.begin + static_cast<std::uint32_t>(at);
    members.front().begin = middle + static_cast<std::uint32_t>(word.size());
    members.insert(members.begin() + 1, {last.begin, middle});
    return;
  }
}

void add_list(const Part& part, std::uint32_t close, std::uint32_t count_at_offset, Taken& taken) {
  std::vector<Span> members = members_before(part, taken, close);
  const std::size_t count = count_at(part, count_at_offset);
  split_last(part, taken, members, count);
  if (members.size() < 2) return;
  const bool exact = count == members.size();
  if (!exact && std::none_of(members.begin(), members.end(),
                             [&](Span m) { return names_one(part, taken, m); }))
    return;
  if (std::all_of(members.begin(), members.end(), [&](Span m) { return is_trade(part.of(m)); }))
    return;
  for (auto it = members.rbegin(); it != members.rend(); ++it) taken.add(*it);
}

// Behind 涉及企业包括: 甲、乙、丙等 up to a stop, where each member may be a name.
void add_announced(const Part& part, std::uint32_t at, Taken& taken) {
  constexpr std::size_t kMost = 24;
  constexpr std::uint32_t kLongest = 42;  // bytes
  std::vector<Span> members;
  for (std::uint32_t begin = at, end = at; members.size() < kMost;) {
    const std::string_view c = part.next(end);
    const bool etc = c == "等";
    const bool stop = c.empty() || c == "," || c == "。" || c == ";" || c == "\n" || etc;
    if (!stop && c != "、" && c != "和") {
      if (c == "(" || c == "“" || c == "《" || end - begin > kLongest) return;
      end += static_cast<std::uint32_t>(c.size());
      continue;
    }
    const int size = characters(part.of({begin, end}));
    if (size < 2 || size > 14 || past_verbs(part, begin, end) != begin) return;
    members.push_back({begin, end});
    if (stop) break;
    begin = end += static_cast<std::uint32_t>(c.size());
  }
  if (members.size() < 2 ||
      std::all_of(members.begin(), members.end(), [&](Span m) { return is_trade(part.of(m)); }))
    return;
  if (std::none_of(members.begin(), members.end(),
                   [&](Span m) { return names_one(part, taken, m); }))
    return;
  for (const Span member : members) taken.add(member);
}

}  // namespace

void find_announced(const Part& part, std::vector<Name>& out) {
  Taken taken(out);
  for (WordIn opener = next_word(part, part.span().begin, Around::opener); opener.size != 0;
       opener = next_word(part, opener.at + opener.size, Around::opener))
    add_announced(part, opener.at + opener.size, taken);
}

void find_lists(const Part& part, std::vector<Name>& out) {
  const std::string_view text = part.of(part.span());
  Taken taken(out);
  for (std::size_t found = find_word(text, "、"); found != std::string_view::npos;) {
    // from the last 、 of a list on: 丙等30家企业, 丙三家企业
    const std::uint32_t at = part.span().begin + static_cast<std::uint32_t>(found) + 3;
    found = find_word(text, "、", found + 3);
    const std::uint32_t next = found == std::string_view::npos
                                   ? part.span().end
                                   : part.span().begin + static_cast<std::uint32_t>(found);
    const std::uint32_t limit = std::min({next, part.span().end, at + 48});
    for (std::uint32_t end = at; end < limit;) {
      if (part.looking_at(end, "等")) {
        if (closes_list(part, end + 3)) add_list(part, end, end + 3, taken);
        break;
      }
      const std::string_view c = part.next(end);
      const std::uint32_t number = c == "这" ? end + 3 : end;  // 甲、乙和丙这三家企业
      if (end > at && is_number(part.next(number)) && count_at(part, number) != 0) {
        if (closes_list(part, number)) add_list(part, end, number, taken);
        break;
      }
      if (c.empty() || c == "," || c == "。" || c == ";" || c == "\n") break;
      end += static_cast<std::uint32_t>(c.size());
    }
  }
}

namespace {

// The stretch of Chinese characters from `at` to the next verb or stop.
Span until_verb(const Part& part, std::uint32_t at) {
  const auto hits = part.from(at);
  std::uint32_t stop = std::min(part.span().end, at + 36);
  for (const Hit& hit : hits) {
    if (hit.span.begin >= stop) break;
    if (hit.cls == WordClass::act && hit.span.begin == at)
      return {at, at};  // 印度航空公司|发表声明
    if (hit.cls == WordClass::act) stop = hit.span.begin;
    if (hit.cls == WordClass::kind_cue)
      return {at, at};  // 美国…服务提供商数据|泄露: what happened, not who
  }
  std::uint32_t end = at;
  while (end < stop) {
    const auto d = utf8::decode(part.passage().text, end);
    if (is_edge(d.cp) || !utf8::is_han(d.cp) || d.cp == U'遭' || d.cp == U'因' || d.cp == U'称' ||
        d.cp == U'就')
      break;
    end += d.size;
  }
  return {at, end};
}

}  // namespace

void find_foreign(const Part& part, std::vector<Name>& out) {
  Taken taken(out);
  for (const Hit& hit : part.hits()) {
    if (hit.cls != WordClass::country) continue;
    std::uint32_t at = hit.span.end;
    for (int n = 0; n < 6; ++n) {
      if (const std::uint32_t trade = word_at(part, at, Around::seller); trade != 0) {
        const Span name = until_verb(part, at + trade);
        const int size = characters(part.of(name));
        if (size >= 2 && size <= 8 && word_at(part, name.begin, Around::lead) == 0)
          taken.add(name);  // not 近日
        break;
      }
      const std::string_view c = part.next(at);
      if (c.empty() || is_edge(utf8::decode(c, 0).cp)) break;
      at += static_cast<std::uint32_t>(c.size());
    }
  }
}

void find_officers(const Part& part, std::vector<Name>& out) {
  Taken taken(out);
  for (WordIn post = next_word(part, part.span().begin, Around::officer); post.size != 0;
       post = next_word(part, post.at + post.size, Around::officer)) {
    const std::uint32_t begin = past_verbs(part, member_begin(part, post.at), post.at);
    const Span name{begin, before_posts(part, begin, post.at)};
    const int size = characters(part.of(name));
    if (size < 3 || size > 8) continue;
    if (holds_word(part.of(name), "公司") && size < 5) continue;
    taken.add(name);
  }
}

}  // namespace guanlan::orgs
