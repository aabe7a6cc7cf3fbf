#include "stats/target.h"

#include "guanlan/stats.h"
#include "stats/words.h"
#include "text/utf8.h"

namespace guanlan::stats {
namespace {

// Names end somewhere: what is longer is a sentence.
constexpr std::size_t kLongestName = 180;

// 互联网用户 of 互联网用户总数: what the next head is joined to.
std::string stem_of(std::string_view name) {
  const Word head = suffix(Cue::head, name);
  return std::string(
      name.substr(0, head.size() < name.size() ? name.size() - head.size() : name.size()));
}

// The longest beginning of `words` that the catalogue knows: 电信业务收入|平稳增长.
std::string known_beginning(std::string_view words) {
  for (std::size_t end = std::min(words.size(), kLongestName); end > 6;) {
    const auto d = utf8::decode_before(words, end);
    if (find_indicator(words.substr(0, end)) != nullptr) return std::string(words.substr(0, end));
    end -= d.size;
  }
  return {};
}

// IP地址所对应的主机被僵尸网络控制 → 被僵尸网络控制的主机IP地址: a sentence about what is counted
// becomes its name.
std::string counted_name(std::string name) {
  constexpr std::string_view kPassive = "被", kOf = "的";
  std::string attribute;
  if (const auto at = name.find(kPassive); at != std::string::npos && at > 0) {
    const bool inside = name.find(kOf, at) != std::string::npos;  // IP地址被…控制的主机
    if (!inside) {
      attribute = name.substr(at) + std::string(kOf);
      name.erase(at);
    }
  }
  for (const std::string_view link : {"所对应的", "对应的"}) {
    const auto at = name.find(link);
    if (at == std::string::npos) continue;
    name = name.substr(at + link.size()) + name.substr(0, at);
    break;
  }
  return attribute + name;
}

// 网络安全事件报告 of 接到网络安全事件报告.
std::string object_of(std::string_view name) {
  return std::string(name.substr(prefix(Cue::handled, name).size()));
}

Target named_target(std::string name) {
  Target target;
  if (const Word added = prefix(Cue::added, name)) {  // 新增5G基站1200个
    if (added.size() < name.size()) {
      name.erase(0, added.size());
      target.measure = Measure::added;
    }
  } else if (prefix(Cue::issued, name)) {
    target.measure = Measure::added;
  }
  target.stem = stem_of(name);
  target.name = std::move(name);
  return target;
}

}  // namespace

Targets::Targets(const View& view, Period& period)
    : view_(view), period_(period), home_(view.home) {}

void Targets::apply(const Phrase& phrase) {
  if (resume_ && (phrase.period || !phrase.name.empty() || phrase.names_whom())) {
    period_ = *resume_;
    resume_.reset();
  }
  if (phrase.names_whom()) parts_ = phrase.parts;
  if (!phrase.period) return;
  if (phrase.passing) resume_ = period_;
  period_ = phrase.period;
}

void Targets::mention(Span clause, bool announces) {
  const Phrase phrase = read_phrase(view_, clause);
  apply(phrase);
  if (phrase.name.empty()) {
    if (!phrase.regions.empty()) home_ = phrase.regions.front();
    return;
  }
  std::string name;
  if (phrase.topic || announces) name = name_of(view_, phrase.name);
  if (name.empty() || name.size() > kLongestName) name = known_beginning(view_.of(phrase.name));
  if (name.empty()) return;
  Target target = named_target(std::move(name));
  target.region = phrase.regions.empty() ? home_ : phrase.regions.front();
  if (!phrase.operators.empty()) target.operator_name = phrase.operators.front();
  set({std::move(target)});
}

// 东、中、西部…分别为…; 京津冀、长三角地区…领先,5G用户分别达…: also of the clause before, but for
// values that have names of their own (云计算和大数据收入分别…).
bool Targets::lists_parts(const Phrase& phrase, std::size_t count) const {
  if (count < 2) return false;
  if (!phrase.parts.empty()) return phrase.parts.size() == count;
  return !phrase.names_whom() && parts_.size() == count &&
         list_of(view_, phrase.name, count).empty();
}

// The names in a phrase: one for each value, or one for all operators or places of a list.
bool Targets::named(const Phrase& phrase, std::size_t count, std::vector<Target>& out) {
  const bool lists_whom =
      count > 1 && (phrase.operators.size() == count || phrase.regions.size() == count ||
                    lists_parts(phrase, count));
  std::vector<std::string> names;
  if (count == 1 || lists_whom) {
    names.assign(count, name_of(view_, phrase.name));
  } else {
    names = list_of(view_, phrase.name, count);
  }
  for (std::string& name : names) {
    if (name.empty() || name.size() > kLongestName) return false;
    out.push_back(named_target(std::move(name)));
  }
  return out.size() == count;
}

// 渗透率 of 在移动电话用户中的渗透率, 总数 of 用户总数 behind 移动互联网用户: what goes on with the
// indicator before. Any other words as they are.
std::string_view Targets::head_of(Span name) const {
  const std::string_view words = view_.of(name);
  constexpr std::string_view kIn = "在", kOf = "中的";
  if (const std::size_t of = words.find(kOf); words.starts_with(kIn) && of != words.npos) {
    const std::string_view rate = words.substr(of + kOf.size());
    if (prefix(Cue::rate, rate).size() == rate.size()) return rate;
  }
  const Word head = suffix(Cue::head, words);
  if (!head || head.size() == words.size() || current_.empty()) return words;
  const std::string_view noun = words.substr(0, words.size() - head.size());
  const std::string& stem = current_.front().stem;
  const bool goes_on = stem.size() > noun.size() && stem.ends_with(noun);
  return goes_on && find_indicator(words) == nullptr ? head.text : words;
}

std::vector<Target> Targets::of(Span subject, std::size_t count, Role role) {
  const Phrase phrase = read_phrase(view_, subject);
  apply(phrase);
  const std::string_view words = head_of(phrase.name);
  const auto only = [&](Cue cue) { return prefix(cue, words).size() == words.size(); };
  const bool goes_on = !words.empty() && !current_.empty();
  const bool growth = goes_on && role == Role::rank && only(Cue::growth);  // 增速居全国第6位
  const bool joined = goes_on && (growth || only(Cue::head) || only(Cue::rate));
  const bool elided = goes_on && current_.size() == 1 && only(Cue::handled);  // 处置9087件
  std::vector<Target> out;
  if (words.empty() || joined || elided) {
    out = current_;
    if (out.size() == 1 && count > 1) out.resize(count, out.front());
    if (out.size() != count) return {};
    for (Target& target : out) {
      if (elided) target.name = std::string(words) + object_of(target.name);
      if (growth) target.name += words;
      if (!joined || growth) continue;
      if (role == Role::rank && suffix(Cue::head, target.name)) continue;  // 总量居第18位
      target.name = target.stem + std::string(words);
      target.measure = Measure::total;
    }
    if (count > 1 && current_.size() == 1 && !phrase.names_whom()) return {};
  } else {
    if (!named(phrase, count, out)) return {};
    const bool listed = lists_parts(phrase, count);
    for (std::size_t i = 0; i < count; ++i) {
      out[i].region = home_;
      if (listed) out[i].part = parts_[i];
    }
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!phrase.operators.empty())
      out[i].operator_name = phrase.operators[phrase.operators.size() == count ? i : 0];
    if (!phrase.parts.empty()) out[i].part = phrase.parts[phrase.parts.size() == count ? i : 0];
    if (!phrase.regions.empty()) out[i].part.clear();
    if (!phrase.regions.empty())
      out[i].region = phrase.regions[phrase.regions.size() == count ? i : 0];
    if (phrase.everyone) out[i].operator_name.clear();
  }
  if (!growth && (role != Role::share || !words.empty())) set(out);
  return out;
}

bool Targets::counted(Span before, Span noun) {
  if (noun.size() > 2 * kLongestName) return false;
  const Phrase phrase = read_phrase(view_, before);
  apply(phrase);
  std::string name = counted_name(view_.name(without_verbs(view_, noun)));
  const std::string_view act = view_.of(phrase.name);
  if (prefix(Cue::issued, act) || prefix(Cue::handled, act)) name = std::string(act) + name;
  if (name.empty() || name.size() > kLongestName) return false;
  Target target = named_target(std::move(name));
  target.region = phrase.regions.empty() ? home_ : phrase.regions.front();
  if (!phrase.operators.empty()) target.operator_name = phrase.operators.front();
  set({std::move(target)});
  return true;
}

void Targets::measured(std::string_view unit) {
  for (Target& target : current_) target.unit = unit;
}

}  // namespace guanlan::stats
