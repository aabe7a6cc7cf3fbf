#include "sightings/case_stages.h"

#include <unordered_map>

#include "sightings/words.h"
#include "text/word_set.h"

namespace guanlan::sighting {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::string_view kClauseMarks[] = {"，", "。", "；", "：", "\n", ",", ";"};

class StageWords {
 public:
  StageWords() {
    Words all = words_of("cases", "other");
    for (const std::string_view word : words_of("cases", "stage")) {
      roles_.emplace(word, third_column("cases", word));
      all.push_back(word);
    }
    set_ = WordSet(all);
  }
  [[nodiscard]] WordSet::Found next(std::string_view text, std::size_t from) const {
    return set_.next_at(text, from);
  }
  // Empty: the words hold a stage's and tell none.
  [[nodiscard]] std::string_view role(std::string_view word) const {
    const auto it = roles_.find(word);
    return it == roles_.end() ? std::string_view() : it->second;
  }

 private:
  std::unordered_map<std::string_view, std::string_view> roles_;
  WordSet set_;
};

bool happened(std::string_view clause) {
  static const Words nots = words_of("cases", "not");
  static const WordSet past(words_of("cases", "past"));
  return ending(clause, nots).empty() && past.next_at(clause, 0).size == 0;
}

}  // namespace

std::vector<Stage> stages_in(std::string_view text, Span scope) {
  static const StageWords words;
  std::vector<Stage> out;
  const std::string_view until = text.substr(0, scope.end);
  for (std::size_t at = scope.begin;;) {
    const auto found = words.next(until, at);
    if (found.size == 0) return out;
    at = found.at + found.size;
    const std::string_view role = words.role(until.substr(found.at, found.size));
    const std::string_view clause =
        behind_last(until.substr(scope.begin, found.at - scope.begin), kClauseMarks);
    if (role.empty() || !happened(clause)) continue;
    // 二审公开|宣判: the second court's judgment, told already.
    const bool again = role == "judged" && !out.empty() && out.back().role == "appeal_judged" &&
                       out.back().at.end + clause.size() > found.at;
    if (!again)
      out.push_back({role, {static_cast<std::uint32_t>(found.at), static_cast<std::uint32_t>(at)}});
  }
}

}  // namespace guanlan::sighting
