#include "sightings/party.h"

#include <algorithm>
#include <array>

#include "sightings/words.h"

namespace guanlan::sighting {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::size_t kLongest = 90;  // bytes: thirty characters
constexpr std::string_view kMarks[] = {"，", ",", "；", "：", ":",  "（", "）",
                                       "(",  ")", "。", "《", "》", "“",  "”"};
constexpr std::string_view kJoins[] = {"、", "和", "及", "与", "或", "以及"};

const Words& party_words(std::string_view kind) {
  static const std::array<std::pair<std::string_view, Words>, 5> kAll = [] {
    std::array<std::pair<std::string_view, Words>, 5> out;
    std::size_t at = 0;
    for (const std::string_view one : {"head", "lead", "modal", "pointer", "addressed"})
      out[at++] = {one, words_of("parties", one)};
    return out;
  }();
  return std::find_if(kAll.begin(), kAll.end(), [&](const auto& row) { return row.first == kind; })
      ->second;
}

std::string_view without(std::string_view text, const Words& ends, bool at_end) {
  for (;;) {
    const auto word = at_end ? ending(text, ends) : beginning(text, ends);
    if (word.empty()) return text;
    at_end ? text.remove_suffix(word.size()) : text.remove_prefix(word.size());
  }
}

std::string_view before_day(std::string_view before) {
  std::string_view clause = without(behind_last(before, kMarks), party_words("modal"), true);
  clause = without(clause, party_words("lead"), false);
  const bool fits = clause.size() <= kLongest && !ending(clause, party_words("head")).empty();
  return fits ? clause : std::string_view();
}

std::size_t head_end(std::string_view text) {
  std::size_t out = text.npos;
  for (const std::string_view head : party_words("head")) {
    const std::size_t at = text.find(head);
    if (at == text.npos) continue;
    if (out == text.npos || at + head.size() < out) out = at + head.size();
  }
  return out;
}

// 前，各地工业和信息化主管部门、通信管理局组织开展…: names joined by 、 and the like, each up to
// its head.
std::string_view after_day(std::string_view after) {
  const std::size_t comma = after.find("，");
  if (comma == after.npos || comma > 9) return {};  // 底之前，
  std::string_view rest = after.substr(comma + std::string_view("，").size());
  rest = without(rest, party_words("lead"), false);
  const char* const from = rest.data();
  std::size_t taken = 0;
  for (;;) {
    std::string_view part = rest.substr(taken);
    part = part.substr(0, std::min(part.size(), kLongest));
    for (const std::string_view mark : kMarks) part = part.substr(0, part.find(mark));
    const std::size_t end = head_end(part);
    if (end == part.npos) break;
    taken += end;
    const std::string_view join =
        beginning(rest.substr(taken), {std::begin(kJoins), std::end(kJoins)});
    if (join.empty()) return {from, taken};
    taken += join.size();
  }
  std::string_view out(from, taken);
  for (const std::string_view join : kJoins) {
    if (out.ends_with(join)) out.remove_suffix(join.size());
  }
  // What comes before the first head may be an act (组织有关企业): only a short name is a party.
  return out.size() <= kLongest ? out : std::string_view();
}

std::string_view addressed(std::string_view sentence) {
  std::string_view best;
  for (const std::string_view word : party_words("addressed")) {
    const std::size_t at = sentence.find(word);
    if (at == sentence.npos) continue;
    const auto found = sentence.substr(at, word.size());
    if (best.empty() || found.data() < best.data()) best = found;
  }
  return best;
}

}  // namespace

std::string_view party_of(std::string_view sentence, Span day) {
  if (const auto party = before_day(sentence.substr(0, day.begin)); !party.empty()) return party;
  if (const auto party = after_day(sentence.substr(day.end)); !party.empty()) return party;
  return addressed(sentence);
}

bool points_to_named(std::string_view party) {
  return std::any_of(party_words("pointer").begin(), party_words("pointer").end(),
                     [&](std::string_view word) { return party.find(word) != party.npos; });
}

}  // namespace guanlan::sighting
