// Instruments over their lives: draft → comments until → adopted → issued → effective → amended →
// repealed.
//
// Forms: the status that the record gives (印发《X》 issued, 《X（征求意见稿）》 draft);
// 审议通过《X（草案）》 adopted; 关于修改《X》的决定, 新修订的《X》 amended; 关于废止《X》的决定,
// 《X》同时废止, 废止《X》《Y》 repealed; 《X》有效期延长至 expires. Days to comment by belong to
// the draft before them, days of effect to the decided text before them.
#include <algorithm>

#include "sightings/finder.h"
#include "sightings/keys.h"
#include "sightings/words.h"

namespace guanlan::sighting {
namespace {

struct Seen {
  std::string key, name;
  std::string_view role;
  Span at;
};

constexpr std::string_view kBookOpen = "《", kBookClose = "》";
constexpr std::size_t kNear = 36;  // bytes behind 》 in which a word still speaks of it

bool is_ended(std::string_view text, Span at) {
  static const auto ends = words_of("instruments", "end");
  std::string_view behind = text.substr(at.end);
  if (!behind.starts_with(kBookClose)) return false;
  behind = behind.substr(kBookClose.size(), kNear);
  for (const std::string_view stop : {"。", "，", "；", "\n"})
    behind = behind.substr(0, behind.find(stop));
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view word) { return behind.find(word) != behind.npos; });
}

// 废止《X》、《Y》: the words before the first of the titles that stand together.
std::string_view before_titles(std::string_view text, Span at) {
  std::string_view before = text.substr(0, at.begin);
  while (before.ends_with(kBookOpen)) {
    before.remove_suffix(kBookOpen.size());
    std::string_view joined = before;
    for (const std::string_view joiner : {"、", "和", "及", "以及"}) {
      if (joined.ends_with(joiner)) joined.remove_suffix(joiner.size());
    }
    const std::size_t open = joined.ends_with(kBookClose) ? joined.rfind(kBookOpen) : joined.npos;
    if (open == joined.npos) break;
    before = joined.substr(0, open + kBookOpen.size());
  }
  return before;
}

bool is_prolonged(std::string_view text, Span at) {
  static const auto words = words_of("instruments", "prolongs");
  const std::string_view behind = text.substr(at.end);
  return behind.starts_with(kBookClose) &&
         std::any_of(words.begin(), words.end(), [&](std::string_view word) {
           return behind.substr(kBookClose.size()).starts_with(word);
         });
}

bool is_amended(std::string_view text, Span at) {
  static const auto words = words_of("instruments", "amended");
  return !ending(before_titles(text, at), words).empty();
}

// 国务院常务会议审议通过|《X（草案）》
bool is_adopted(std::string_view text, Span at) {
  static const auto words = words_of("instruments", "adopts");
  return !ending(before_titles(text, at), words).empty();
}

// Empty: the item only refers to it.
std::string_view role_of(const Finder& finder, const std::string& status, const TitleRead& title,
                         Span at) {
  const std::string_view text = finder.text().text();
  static const auto ends = words_of("instruments", "ends");
  if (title.repeal || is_ended(text, at) || !ending(before_titles(text, at), ends).empty())
    return "repealed";
  if (status == "cited" && is_prolonged(text, at)) return "expires";
  if (status == "cited") return {};
  if (title.draft || status == "draft") return is_adopted(text, at) ? "adopted" : "draft";
  if (title.amend || is_amended(text, at)) return "amended";
  if (status == "issued") return "issued";
  if (status == "effective") return "effective";
  return status == "published" ? "published" : std::string_view();
}

std::vector<Seen> seen_in(const Finder& finder) {
  std::vector<Seen> out;
  for (const Json& one : list_of(finder.record(), "instruments")) {
    const auto at = finder.at(one);
    if (!at) continue;
    const std::string title = text_of(one, "title");
    const TitleRead read = read_title(title);
    const auto role = role_of(finder, text_of(one, "status"), read, *at);
    if (!role.empty()) out.push_back({instrument_key(title), read.name, role, *at});
  }
  return out;
}

// The last one before `at` that is in a state to have such a day; where several are and none stands
// in the same sentence, nobody knows which is meant.
const Seen* bearer(const Finder& finder, const std::vector<Seen>& all, Span at, bool draft) {
  const Seen* out = nullptr;
  std::size_t fitting = 0;
  for (const Seen& one : all) {
    if ((one.role == "draft") != draft || one.role == "repealed" || one.role == "published" ||
        one.role == "expires")
      continue;
    ++fitting;
    if (out == nullptr || one.at.begin < at.begin) out = &one;
  }
  if (fitting < 2) return out;
  return finder.text().sentence(at).contains(out->at) ? out : nullptr;
}

std::string date_in_sentence(const Finder& finder, Span at, std::string_view role) {
  const Span sentence = finder.text().sentence(at);
  for (const DateAt& date : finder.dates()) {
    if (date.role == role && sentence.contains(date.at)) return date.value;
  }
  return {};
}

}  // namespace

void find_instruments(Finder& finder) {
  const std::vector<Seen> all = seen_in(finder);
  for (const Seen& one : all) {
    std::string date = finder.event_date();
    if (one.role == "repealed" || one.role == "effective") {
      auto said = date_in_sentence(finder, one.at, "effective");
      if (said.empty() && one.role == "repealed")
        said = date_in_sentence(finder, one.at, "expires");
      if (!said.empty()) date = std::move(said);
    }
    if (one.role == "expires") {
      date = date_in_sentence(finder, one.at, "expires");
      if (date.empty()) continue;  // 有效期延长两年
    }
    finder.add(SubjectType::instrument, one.key, one.name, one.role, std::move(date), one.at);
  }
  for (const DateAt& date : finder.dates()) {
    const bool comments = date.role == "comment_by";
    if (!comments && date.role != "effective" && date.role != "expires") continue;
    const Seen* whose = bearer(finder, all, date.at, comments);
    if (whose == nullptr) continue;
    const std::string_view role = comments                 ? "comment_by"
                                  : date.role == "expires" ? "expires"
                                                           : "effective";
    finder.add(SubjectType::instrument, whose->key, whose->name, role, date.value, date.at);
  }
}

}  // namespace guanlan::sighting
