#include "compose/digest_text.h"

#include <algorithm>
#include <map>

#include "compose/body_text.h"
#include "text/code_points.h"
#include "text/utf8.h"

namespace guanlan::compose {
namespace {

constexpr std::size_t kSummary = 60;        // characters
constexpr std::size_t kLeadSentence = 160;  // longer sentences make no lead

int opening(char32_t cp) {
  switch (cp) {
    case U'（':
    case U'(':
    case U'《':
    case U'“':
    case U'【':
      return 1;
    case U'）':
    case U')':
    case U'》':
    case U'”':
    case U'】':
      return -1;
    default:
      return 0;
  }
}

double weight_in(const Candidate& c, std::string_view sentence) {
  double out = 0;
  for (const Value& v : c.item.facts) {
    if (v.text.empty() || sentence.find(v.text) == std::string_view::npos) continue;
    if (v.field == "sanctions" || (v.field == "instruments" && !v.value.ends_with(" cited")))
      out += 3;
    else if (v.field == "figures" || v.field == "dates" || v.field == "event_date")
      out += 1;
    else if (v.field == "authorities")
      out += 0.5;
  }
  return out;
}

void add_sentences(std::string_view line, std::vector<std::string_view>& out) {
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto d = utf8::decode(line, at);
    at += d.size;
    depth = std::max(0, depth + opening(d.cp));
    const bool end = d.cp == U'。' || d.cp == U'！' || d.cp == U'？';
    if (end && depth == 0) {
      out.push_back(line.substr(begin, at - begin));
      begin = at;
    }
  }
  if (begin < line.size()) out.push_back(line.substr(begin));
}

struct Pick {
  std::size_t item = 0;
  std::string_view text;
  double weight = 0;
};

// The item's weightiest sentence; an earlier one wins ties.
Pick best(const Candidate& c, std::size_t index) {
  Pick out{index, {}, 0};
  double order = 1;
  for (const std::string_view s : sentences(c.item.body)) {
    if (characters(s) <= kLeadSentence && characters(s) >= 12) {
      const double weight = weight_in(c, s) * order;
      if (weight > out.weight) out = {index, s, weight};
    }
    order *= 0.85;  // what matters stands first
  }
  out.weight += c.scope == Scope::national ? 2 : 0;
  return out;
}

std::string_view trimmed_title(std::string_view value) {
  const auto space = value.rfind(' ');
  if (space != std::string_view::npos) value = value.substr(0, space);
  for (const std::string_view tail : {"（征求意见稿）", "(征求意见稿)", "（草案）", "(草案)"}) {
    if (value.ends_with(tail)) value.remove_suffix(tail.size());
  }
  return value;
}

}  // namespace

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> out;
  for (const Stretch& stretch : stretches(text)) {
    if (stretch.rows.empty()) add_sentences(stretch.line, out);
  }
  return out;
}

std::vector<LeadSentence> lead_of(const std::vector<const Candidate*>& items, int count) {
  std::vector<Pick> picks;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (Pick pick = best(*items[i], i); !pick.text.empty()) picks.push_back(pick);
  }
  std::stable_sort(picks.begin(), picks.end(),
                   [](const Pick& a, const Pick& b) { return a.weight > b.weight; });
  if (picks.size() > static_cast<std::size_t>(count)) picks.resize(static_cast<std::size_t>(count));
  std::sort(picks.begin(), picks.end(),
            [](const Pick& a, const Pick& b) { return a.item < b.item; });
  std::vector<LeadSentence> out;
  for (const Pick& pick : picks) {
    out.push_back({items[pick.item]->item.id, std::string(pick.text), {}});
  }
  return out;
}

std::vector<std::string> keywords_of(const std::vector<const Candidate*>& items, int count) {
  struct Name {
    double weight = 0;
    std::size_t first = 0;
  };
  std::map<std::string, Name, std::less<>> names;
  std::size_t order = 0;
  for (const Candidate* c : items) {
    for (const Value& v : c->item.facts) {
      ++order;
      const bool title = v.field == "instruments" && !v.value.ends_with(" cited");
      if (!title && v.field != "apps" && v.field != "standards") continue;
      const std::string_view word = title ? trimmed_title(v.value) : std::string_view(v.value);
      if (characters(word) > 18 || characters(word) < 3) continue;
      auto [it, fresh] = names.try_emplace(std::string(word));
      if (fresh) it->second.first = order;
      it->second.weight += title ? 3 + c->weight / 20 : 1;
    }
  }
  std::vector<std::pair<std::string, Name>> sorted(names.begin(), names.end());
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.second.weight != b.second.weight ? a.second.weight > b.second.weight
                                              : a.second.first < b.second.first;
  });
  std::vector<std::string> out;
  for (const auto& [word, name] : sorted) {
    if (out.size() < static_cast<std::size_t>(count)) out.push_back(word);
  }
  return out;
}

std::string summary_of(const Item& item) {
  const auto all = sentences(item.body);
  const auto whole = [](std::string_view s) {
    return s.ends_with("。") || s.ends_with("！") || s.ends_with("？");
  };
  const auto begin =
      std::find_if(all.begin(), all.end(), whole);  // past a line that only heads something
  const std::string_view first = begin != all.end() ? *begin
                                 : all.empty()      ? std::string_view()
                                                    : all.front();
  if (!first.empty() && characters(first) <= kSummary) return std::string(first);
  std::size_t cut = 0;
  int depth = 0;
  std::size_t length = 0;
  for (std::size_t at = 0; at < first.size() && length < kSummary;) {
    const auto d = utf8::decode(first, at);
    depth = std::max(0, depth + opening(d.cp));
    if (depth == 0 && (d.cp == U'，' || d.cp == U'；')) cut = at;
    at += d.size;
    ++length;
  }
  const std::string_view clause = first.substr(0, cut);
  if (characters(clause) >= 15) return std::string(clause) + "。";
  if (characters(item.title) <= kSummary) return item.title;
  return std::string(clause);
}

}  // namespace guanlan::compose
