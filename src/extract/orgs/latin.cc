// Organisations in Latin letters: Example Analytics(EA)咨询公司, 服务提供商Acme Data,
// Golfcom因…被处以罚款, and what stands beside one of them in a list.
#include <algorithm>
#include <array>

#include "extract/near.h"
#include "extract/orgs/lists.h"
#include "extract/orgs/taken.h"
#include "extract/orgs/words.h"
#include "text/utf8.h"

namespace guanlan::orgs {
namespace {

using bodies::Part;

struct Latin {
  Span span;
  std::uint32_t after = 0;  // behind its bracket: Acme(AC)|公司
  bool told = false;        // that it is an organisation
  bool known = false;       // a group that the table knows: it tells of those beside it
};

// MCN, IPTV, IDC: a kind of company (stoppers.tsv).
bool is_term(const Part& part, Span word) {
  const Hit* hit = ending_at(part.passage(), WordClass::stopper, word.end, word.begin);
  return hit != nullptr && hit->span == word;
}

// Golfzon因…被处以, Snowcloud表示: at the head of a clause, before what a company does or suffers;
// no acronym.
bool is_subject(const Part& part, Span word, std::uint32_t after) {
  const std::string_view name = part.of(word);
  if (name.size() < 4 ||
      std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    return false;
  if (word_at(part, after, Around::does) == 0) return false;
  const std::string_view before = part.before(word.begin);
  static constexpr std::u32string_view kOpens = U",。;:!?\n“\"和与及、";
  return before.empty() || kOpens.find(utf8::decode(before, 0).cp) != std::u32string_view::npos;
}

bool goes_on(char32_t cp) {
  return utf8::is_latin(cp) || utf8::is_digit(cp) || cp == '&' || cp == '.' || cp == '-' ||
         cp == ' ' || cp == '$';
}

// Whether something beside the word says that it is an organisation.
bool is_told(const Part& part, const Latin& word) {
  const bool before = word_before(part, word.span.begin, Around::told_before) != 0;
  return before || has_latin_form(part.of(word.span)) ||
         word_at(part, word.after, Around::told_after) != 0 ||
         is_subject(part, word.span, word.after);
}

// Lockbit| 2.0: the version of what a group uses.
std::uint32_t before_version(std::string_view all, Span word) {
  std::uint32_t at = word.end;
  while (at > word.begin &&
         (utf8::is_digit(static_cast<unsigned char>(all[at - 1])) || all[at - 1] == '.'))
    --at;
  const bool version = at + 3 <= word.end && at > word.begin + 3 && all[at - 1] == ' ' &&
                       all.substr(at, word.end - at).find('.') != std::string_view::npos;
  return version ? at - 1 : word.end;
}

// The word that begins at the offset, up to its last letter, digit or point.
Latin latin_at(const Part& part, std::uint32_t at) {
  const std::string_view all = part.passage().text;
  std::uint32_t end = at;
  while (end < part.span().end && goes_on(utf8::decode(all, end).cp))
    end += utf8::decode(all, end).size;
  Latin word{{at, end}, end, false};
  const auto last = [&] { return static_cast<unsigned char>(all[word.span.end - 1]); };
  while (word.span.end > at && !utf8::is_latin(last()) && !utf8::is_digit(last()) && last() != '.')
    --word.span.end;
  word.after = word.span.end;
  word.span.end = before_version(all, word.span);
  if (part.looking_at(word.after, "(")) {
    const auto close = all.substr(word.after, 24).find(')');
    if (close != std::string_view::npos) word.after += static_cast<std::uint32_t>(close) + 1;
  }
  return word;
}

// 示例国际有限公司|(Example International Inc.): the same name in another script.
bool is_other_name(const Part& part, const Taken& taken, const Latin& word) {
  const std::uint32_t open = word.span.begin - 1;
  return part.looking_back(word.span.begin, "(") && taken.begin_of(open) != open;
}

// The known group that the word belongs to; `from`: the first of the names, which stand in order,
// that is not before it.
const Name* group_over(const std::vector<Name>& names, std::size_t& from, Span word) {
  while (from < names.size() && (names[from].source != Source::known ||
                                 names[from].kind != "group" || names[from].span.end <= word.begin))
    ++from;
  return from < names.size() && names[from].span.overlaps(word) ? &names[from] : nullptr;
}

// 甲|、|乙, 甲|及英国|乙: only a joiner and perhaps a country between them.
bool beside(const Part& part, const Latin& a, const Latin& b) {
  static constexpr std::array<std::string_view, 5> kMates = {"、", "以及", "和", "及", "与"};
  const std::string_view joiner = part.one_of(a.after, kMates);
  const std::uint32_t at = a.after + static_cast<std::uint32_t>(joiner.size());
  if (joiner.empty() || at > b.span.begin) return false;
  if (at == b.span.begin) return true;
  const auto hits = part.at(at);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& h) {
    return h.cls == WordClass::country && h.span.end == b.span.begin;
  });
}

}  // namespace

std::uint32_t group_at(const Part& part, std::uint32_t at) {
  return word_at(part, at, Around::group);
}

void find_latin(const Part& part, std::vector<Name>& out) {
  const std::string_view all = part.passage().text;
  const Taken taken(out);
  std::vector<Latin> words;
  std::size_t known = 0;
  for (std::uint32_t at = part.span().begin; at < part.span().end;) {
    at = static_cast<std::uint32_t>(utf8::skip_han(all, at, part.span().end));
    if (at == part.span().end) break;
    const auto d = utf8::decode(all, at);
    if (!utf8::is_latin(d.cp)) {
      at += d.size;
      continue;
    }
    Latin word = latin_at(part, at);
    while (at < part.span().end && goes_on(utf8::decode(all, at).cp))
      at += utf8::decode(all, at).size;
    const bool capital =
        all[word.span.begin] >= 'A' && all[word.span.begin] <= 'Z' && word.span.size() >= 3;
    if (const Name* group = group_over(out, known, word.span); group != nullptr) {
      words.push_back({group->span, group->span.end, true, true});
      continue;
    }
    if (!capital || is_term(part, word.span) || taken.overlaps(word.span) ||
        is_other_name(part, taken, word))
      continue;
    word.told = is_told(part, word);
    words.push_back(word);
  }
  for (std::size_t i = 1; i < words.size(); ++i)
    words[i].told = words[i].told || (words[i - 1].told && beside(part, words[i - 1], words[i]));
  for (std::size_t i = words.size(); i-- > 1;)
    words[i - 1].told =
        words[i - 1].told || (words[i].told && beside(part, words[i - 1], words[i]));
  for (const Latin& word : words) {
    if (!word.told || word.known) continue;
    Span span = word.span;
    for (const std::string_view form : {"公司", "集团"}) {  // Luka公司
      if (word.after == span.end && part.looking_at(span.end, form))
        span.end += static_cast<std::uint32_t>(form.size());
    }
    if (word.after == span.end) span.end += group_at(part, span.end);
    out.push_back({span, {}, Source::latin, 0, "company", false, {}});
  }
}

}  // namespace guanlan::orgs
