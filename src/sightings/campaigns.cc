// Campaigns: launched, and what came of them, of a period and from the beginning kept apart.
//
// Forms of a name: “清朗·X”专项行动 · “X”和“Y”专项行动 · 开展X专项行动 (cut at the verb) ·
// 净网2024. The one that the title names, or else the first, is what the item reports; others are
// mentioned.
#include <algorithm>

#include "sightings/finder.h"
#include "sightings/keys.h"
#include "sightings/words.h"
#include "text/few_characters.h"
#include "text/utf8.h"

namespace guanlan::sighting {
namespace {

using Words = std::vector<std::string_view>;

struct Named {
  std::string key;
  std::string_view name;
  Span at;
};

constexpr std::string_view kOpen = "“", kClose = "”";
constexpr std::size_t kFarBack = 120;                 // bytes that a name may take
constexpr std::size_t kShortest = 12, kLongest = 72;  // of an unquoted one

const Words& heads() {
  static const Words words = words_of("campaigns", "head");
  return words;
}

bool holds_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != text.npos; });
}

// What a head or a code begins with.
const FewCharacters& beginnings() {
  static const FewCharacters characters = [] {
    FewCharacters out;
    for (const char* kind : {"head", "code"}) {
      for (const std::string_view word : words_of("campaigns", kind)) out.add(word);
    }
    return out;
  }();
  return characters;
}

class Names {
 public:
  explicit Names(std::string_view text) : text_(text) {}

  std::vector<Named> find() {
    for (std::size_t at = 0; (at = beginnings().skip(text_, at)) < text_.size();) {
      const std::string_view head = beginning(text_.substr(at), heads());
      if (!head.empty()) before_head(at);
      const std::string_view code = head.empty() ? code_at(at) : std::string_view();
      if (!code.empty()) add(at, at + code.size());
      at +=
          head.empty() ? (code.empty() ? utf8::decode(text_, at).size : code.size()) : head.size();
    }
    std::stable_sort(out_.begin(), out_.end(),
                     [](const Named& a, const Named& b) { return a.at.begin < b.at.begin; });
    return std::move(out_);
  }

 private:
  void add(std::size_t begin, std::size_t end) {
    const std::string_view name = text_.substr(begin, end - begin);
    std::string key = campaign_key(name);
    const Span at{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const bool known =
        std::any_of(out_.begin(), out_.end(), [&](const Named& n) { return n.at.overlaps(at); });
    if (!key.empty() && !known) out_.push_back({std::move(key), name, at});
  }

  // 净网2024 anywhere; a bare code is a word like any other (清朗的网络空间).
  [[nodiscard]] std::string_view code_at(std::size_t at) const {
    static const Words codes = words_of("campaigns", "code");
    const std::string_view code = beginning(text_.substr(at), codes);
    if (code.empty()) return {};
    const std::string_view behind = text_.substr(at + code.size());
    constexpr std::size_t kYear = 4;
    const std::size_t digits = std::min(behind.find_first_not_of("0123456789"), behind.size());
    if (digits == kYear) return text_.substr(at, code.size() + kYear);
    const bool quoted =
        at >= kOpen.size() && text_.substr(at - kOpen.size(), kOpen.size()) == kOpen;
    const std::size_t close = behind.find(kClose);
    if (!quoted || close == behind.npos || close > kFarBack || close == 0) return {};
    return text_.substr(at, code.size() + close);
  }

  // The quoted name that ends at `end`; its opening mark is looked for on the same line.
  bool quoted_before(std::size_t end) {
    if (!text_.substr(0, end).ends_with(kClose)) return false;
    const std::size_t close = end - kClose.size();
    const std::size_t floor = close > kFarBack ? close - kFarBack : 0;
    const std::size_t open = text_.substr(0, close).rfind(kOpen);
    if (open == text_.npos || open < floor) return true;
    add(open + kOpen.size(), close);
    for (const std::string_view join : {"和", "、", "及", "与"}) {
      if (text_.substr(0, open).ends_with(std::string(kClose) + std::string(join)))
        return quoted_before(open - join.size());
    }
    return true;
  }

  void before_head(std::size_t head) {
    static const Words attributes = words_of("campaigns", "attribute");
    std::size_t end = head;
    for (std::string_view tail = ending(text_.substr(0, end), attributes); !tail.empty();
         tail = ending(text_.substr(0, end), attributes))
      end -= tail.size();
    if (quoted_before(end)) return;
    const std::size_t begin = unquoted_begin(end);
    if (end - begin < kShortest || end - begin > kLongest) return;
    if (text_.substr(begin, end - begin).find(kOpen) == text_.npos) add(begin, end);
  }

  // Behind the last mark or verb before the head.
  [[nodiscard]] std::size_t unquoted_begin(std::size_t end) const {
    static const Words verbs = words_of("campaigns", "verb");
    const std::size_t floor = end > kFarBack ? end - kFarBack : 0;
    const std::string_view near = text_.substr(floor, end - floor);
    std::size_t begin = 0;
    for (const Words& stops : {verbs, Words{"，", "。", "；", "：", "\n", "《", "》", "（", "）",
                                            ",", ":", "(", ")", "”", "年"}}) {
      for (const std::string_view stop : stops) {
        const std::size_t at = near.rfind(stop);
        if (at != near.npos) begin = std::max(begin, at + stop.size());
      }
    }
    begin += floor;
    while (begin < end && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) ++begin;
    return begin;
  }

  std::string_view text_;
  std::vector<Named> out_;
};

// What the ledger says of a figure (docs/ledger.md); where it knows no period, the words of the
// sentence.
struct Outcome {
  bool told = false;   // something done, counted for a period or up to a day
  bool total = false;  // from the beginning on
  std::string date;    // the period, or the day up to which it counts; empty: not known
};

Outcome result_of(const Json& figure, std::string_view sentence) {
  static const Words deeds = words_of("campaigns", "deed"), totals = words_of("campaigns", "total");
  const auto part = [&](const char* name) {
    const auto it = figure.find(name);
    return it != figure.end() && it->is_object() ? &*it : nullptr;
  };
  const Json* period = part("period");
  if (period == nullptr) return {holds_any(sentence, deeds), holds_any(sentence, totals), {}};
  const std::string kind = text_of(*period, "kind");
  const auto cumulative = period->find("cumulative");
  const bool total =
      cumulative != period->end() && cumulative->is_boolean() && cumulative->get<bool>();
  const bool compared = part("comparison") != nullptr;  // 同比增长20%
  const bool counted = part("counts") != nullptr && !compared && kind != "as_of";
  const bool one_period = kind == "during" && text_of(*period, "from") == text_of(*period, "until");
  return {counted, total, one_period || total ? text_of(*period, "until") : std::string()};
}

// The day up to which a sentence counts, else the last day that an item tells before it:
// 4月30日，…公布成效.
std::string told_on(const Finder& finder, std::uint32_t from, Span sentence) {
  std::string out = finder.event_date();
  for (const DateAt& date : finder.dates()) {
    if (date.at.begin < from || date.at.begin >= sentence.end || date.value.size() != 10) continue;
    const bool until = date.role == "end" && sentence.contains(date.at);
    if (until) return date.value;
    if ((date.role == "past" || date.role == "on") && date.value > out) out = date.value;
  }
  return out;
}

// What came of the item's campaign: each sentence with figures and deeds.
void add_results(Finder& finder, const Named& main) {
  static const Words past = words_of("campaigns", "past");
  constexpr std::size_t kMost = 8;
  std::size_t count = 0;
  Span last{};
  for (const Json& figure : list_of(finder.record(), "figures")) {
    const auto at = finder.at(figure);
    if (!at || at->begin < main.at.begin || count == kMost) continue;
    const Span sentence = finder.text().sentence(*at);
    if (sentence == last) continue;
    const Outcome result = result_of(figure, finder.text().of(sentence));
    if (!result.told) continue;
    last = sentence;
    if (holds_any(finder.text().of(sentence), past)) continue;
    std::string date = result.date.empty() ? told_on(finder, main.at.end, sentence) : result.date;
    finder.add(SubjectType::campaign, main.key, std::string(main.name),
               result.total ? "results_total" : "results_period", std::move(date), *at);
    ++count;
  }
}

// The day on which the sentence says that it began; nothing where it tells something else.
std::optional<std::string> launch_day(const Finder& finder, Span at) {
  static const Words launch = words_of("campaigns", "launch"),
                     outcome = words_of("campaigns", "outcome"),
                     totals = words_of("campaigns", "total");
  const Span sentence = finder.text().sentence(at);
  const std::string_view words = finder.text().of(sentence);
  if (!holds_any(words, launch)) return {};
  for (const DateAt& date : finder.dates()) {
    const bool earlier = date.role == "past" || date.role == "start";
    if (earlier && sentence.contains(date.at) && date.at.end <= at.begin &&
        date.value < finder.event_date())
      return date.value;
  }
  if (holds_any(words, totals) || holds_any(words, outcome)) return {};
  return finder.event_date();
}

// “清朗·示例整治” of a headline is the “清朗·2026年示例整治” of the text below it.
void unite_years(std::vector<Named>& all) {
  for (Named& bare : all) {
    const auto full = std::find_if(all.begin(), all.end(), [&](const Named& other) {
      return other.key != bare.key && without_year(other.key) == bare.key;
    });
    if (full == all.end()) continue;
    bare.key = full->key;
    bare.name = full->name;
  }
}

// The last day of a campaign, as its launch gives it: 4月至6月, 自即日起为期三个月.
void add_end(Finder& finder, const Named& one) {
  const Span sentence = finder.text().sentence(one.at);
  for (const DateAt& date : finder.dates()) {
    if (date.role == "end" && sentence.contains(date.at))
      finder.add(SubjectType::campaign, one.key, std::string(one.name), "ends", date.value,
                 date.at);
  }
}

}  // namespace

void find_campaigns(Finder& finder) {
  static const Words outcome = words_of("campaigns", "outcome");
  std::vector<Named> all = Names(finder.text().text()).find();
  if (all.empty()) return;
  unite_years(all);
  const std::string_view title = finder.text().of(finder.title());
  const bool reports = finder.kind() == "campaign" || finder.kind() == "legislation";
  std::string_view main = all.front().key;
  for (const Named& one : all) {
    const bool in_title = one.at.end <= finder.title().end;
    const bool chief = one.key == main && (in_title || reports);
    if (const auto day = chief ? launch_day(finder, one.at) : std::nullopt) {
      finder.add(SubjectType::campaign, one.key, std::string(one.name), "launched", *day, one.at);
      add_end(finder, one);
    }
    if (!chief)
      finder.add(SubjectType::campaign, one.key, std::string(one.name), "mentioned",
                 finder.event_date(), one.at);
  }
  const bool told = holds_any(title, outcome) || holds_any(finder.text().text(), outcome);
  if (reports && told) add_results(finder, all.front());
}

}  // namespace guanlan::sighting
