#include "extract/orgs/lists.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace guanlan::orgs {
namespace {

using bodies::Part;

constexpr std::array<std::string_view, 18> kNouns = {
    "企业", "公司", "单位",   "机构", "高校", "院校", "厂商", "制造商", "运营商",
    "巨头", "集团", "制造业", "学校", "协会", "媒体", "银行", "券商",   "供应商"};
constexpr std::array<std::string_view, 7> kPosts = {"CEO", "首席执行官", "首席科学家", "首席技术官", "创始人", "联合创始人", "首席安全官"};
constexpr std::u32string_view kEdges = U",。;:!?()《》“”‘’、的了在由对向被将为是等该其某从给经有至于自让使家个";

bool is_edge(char32_t cp) { return kEdges.find(cp) != std::u32string_view::npos || cp == '\n' || cp == '"'; }

bool overlaps(const std::vector<Name>& names, Span span) {
  return std::any_of(names.begin(), names.end(), [&](const Name& n) { return n.span.overlaps(span); });
}

// Whether 等 at the offset closes a list of organisations: 等30多家知名互联网企业.
bool closes_list(const Part& part, std::uint32_t at) {
  bool counted = false;
  for (int n = 0; n < 14; ++n) {
    if (!part.one_of(at, kNouns).empty()) {
      const std::string_view noun = part.one_of(at, kNouns);
      return !part.looking_at(at + static_cast<std::uint32_t>(noun.size()), "、") && (counted || n < 7);
    }
    const std::string_view c = part.next(at);
    if (c.empty() || c == "。" || c == "," || c == "、" || c == "的" || c == ";") return false;
    counted = counted || c == "家" || c == "所";
    at += static_cast<std::uint32_t>(c.size());
  }
  return false;
}

// Where the member of a list begins that ends at `end`.
std::uint32_t member_begin(const Part& part, std::uint32_t end) {
  std::uint32_t at = end;
  while (at > part.span().begin) {
    const auto d = utf8::decode_before(part.passage().text, at);
    if (is_edge(d.cp) || (!utf8::is_han(d.cp) && !utf8::is_latin(d.cp) && !utf8::is_digit(d.cp) && d.cp != '&')) break;
    at -= d.size;
  }
  return at;
}

// The verbs at the beginning of the first member are not its own: 来自|深圳金蝶, 吸引了|华为.
std::uint32_t past_verbs(const Part& part, std::uint32_t from, std::uint32_t end) {
  for (const Hit& hit : part.from(from)) {
    if (hit.span.begin >= end) break;
    if (hit.cls == WordClass::act && hit.span.end < end) from = std::max(from, hit.span.end);
  }
  return from;
}

int characters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

void find_lists(const Part& part, std::vector<Name>& out) {
  const std::string_view text = part.of(part.span());
  for (std::size_t found = text.find("等"); found != std::string_view::npos; found = text.find("等", found + 3)) {
    const std::uint32_t close = part.span().begin + static_cast<std::uint32_t>(found);
    if (!closes_list(part, close + 3)) continue;
    std::vector<Span> members;
    for (std::uint32_t end = close; members.size() < 24;) {
      const std::uint32_t begin = member_begin(part, end);
      const bool first = !part.looking_back(begin, "、");
      const Span member{first ? past_verbs(part, begin, end) : begin, end};
      const int size = characters(part.of(member));
      if (size < 2 || size > 14) break;
      members.push_back(member);
      if (first) break;
      end = begin - 3;
    }
    if (members.size() < 2) continue;
    for (const Span member : members) {
      if (!overlaps(out, member)) out.push_back({member, {}, Source::list, 0, "company", false});
    }
  }
}

void find_latin(const Part& part, std::vector<Name>& out) {
  static constexpr std::array<std::string_view, 9> kAfter = {"公司", "集团", "咨询公司", "银行", "组织", "团伙", "大学", "机构", "勒索"};
  static constexpr std::array<std::string_view, 7> kBefore = {"公司", "提供商", "运营商", "供应商", "服务商", "组织", "团伙"};
  const std::string_view all = part.passage().text;
  for (std::uint32_t at = part.span().begin; at < part.span().end;) {
    const auto d = utf8::decode(all, at);
    if (!utf8::is_latin(d.cp)) {
      at += d.size;
      continue;
    }
    std::uint32_t end = at;
    while (end < part.span().end) {
      const auto e = utf8::decode(all, end);
      const bool inside = utf8::is_latin(e.cp) || utf8::is_digit(e.cp) || e.cp == '&' || e.cp == '.' || e.cp == '-' || e.cp == ' ';
      if (!inside) break;
      end += e.size;
    }
    Span word{at, end};
    while (word.end > word.begin && !utf8::is_latin(static_cast<unsigned char>(all[word.end - 1])) &&
           !utf8::is_digit(static_cast<unsigned char>(all[word.end - 1])) && all[word.end - 1] != '.') {
      --word.end;
    }
    std::uint32_t after = word.end;
    if (part.looking_at(after, "(")) {
      const auto close = all.substr(after, 24).find(')');
      if (close != std::string_view::npos) after += static_cast<std::uint32_t>(close) + 1;
    }
    const bool capital = all[at] >= 'A' && all[at] <= 'Z' && word.size() >= 3;
    const bool before = std::any_of(kBefore.begin(), kBefore.end(), [&](auto w) { return part.looking_back(at, w); });
    if (capital && (before || !part.one_of(after, kAfter).empty()) && !overlaps(out, word)) {
      out.push_back({word, {}, Source::latin, 0, "company", false});
    }
    at = end;
  }
}

void find_officers(const Part& part, std::vector<Name>& out) {
  for (const std::string_view post : kPosts) {
    const std::string_view text = part.of(part.span());
    for (std::size_t found = text.find(post); found != std::string_view::npos; found = text.find(post, found + post.size())) {
      const std::uint32_t end = part.span().begin + static_cast<std::uint32_t>(found);
      const std::uint32_t begin = past_verbs(part, member_begin(part, end), end);
      const int size = characters(part.of({begin, end}));
      if (size < 3 || size > 8 || overlaps(out, {begin, end})) continue;
      if (part.of({begin, end}).find("公司") != std::string_view::npos && size < 5) continue;
      out.push_back({{begin, end}, {}, Source::list, 0, "company", false});
    }
  }
}

}  // namespace guanlan::orgs
