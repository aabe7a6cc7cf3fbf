// 指标目录: names and synonyms of indicators, and the units that values are converted to.
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "guanlan/indicators.h"
#include "lexicon/rows.h"
#include "stats/words.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

// Width folded, without blanks and without what stands in brackets.
std::string bare(std::string_view name) {
  std::string out;
  int depth = 0;
  for (std::size_t at = 0; at < name.size();) {
    const auto d = utf8::decode(name, at);
    at += d.size;
    const char32_t cp = fold(d.cp);
    if (cp == '(') ++depth;
    if (depth == 0 && !utf8::is_blank(cp) && !utf8::is_invisible(cp)) utf8::append(out, cp);
    if (cp == ')' && depth > 0) --depth;
  }
  return out;
}

// Without 总数, 数量, 规模, 数 at its end.
std::string_view without_head(std::string_view name) {
  if (const auto head = stats::suffix(stats::Cue::head, name); head && head.size() < name.size()) {
    return name.substr(0, name.size() - head.size());
  }
  constexpr std::string_view kNumber = "数";
  if (name.ends_with(kNumber) && name.size() > kNumber.size()) name.remove_suffix(kNumber.size());
  return name;
}

struct Catalogue {
  std::vector<Indicator> entries;
  std::unordered_map<std::string, std::size_t> by_name;

  Catalogue() {
    for (const auto& row : rows_of("lexicon/stats/indicators.tsv")) {
      const IndicatorKind kind = row[3] == "flow"   ? IndicatorKind::flow
                                 : row[3] == "rate" ? IndicatorKind::rate
                                                    : IndicatorKind::stock;
      entries.push_back({row[0], row[2], row[4], kind});
      add(row[0]);
      for (const std::string_view form : split(row[1], '|')) add(form);
    }
  }
  void add(std::string_view form) {
    const std::string name = bare(form);
    if (name.empty()) return;
    by_name.emplace(name, entries.size() - 1);
    by_name.emplace(without_head(name), entries.size() - 1);
  }
};

}  // namespace

namespace {

// What stands before the noun and makes no other indicator of it: 境内, 在网, 接到, and who it was
// that did so (…平台收集整理漏洞).
std::string_view without_frame(std::string_view name) {
  using stats::Cue;
  for (const Cue cue : {Cue::nation, Cue::home, Cue::exist}) {
    const auto word = stats::prefix(cue, name);
    if (word.size() < name.size()) name.remove_prefix(word.size());
  }
  for (const Cue cue : {Cue::handled, Cue::issued}) {
    const auto act = stats::first(cue, name);
    if (act && act.end() < name.size()) return name.substr(act.end());
  }
  return name;
}

const Catalogue& catalogue() {
  static const Catalogue all;
  return all;
}

}  // namespace

const std::vector<Indicator>& all_indicators() { return catalogue().entries; }

std::vector<std::string_view> children_of(std::string_view name) {
  std::vector<std::string_view> out;
  for (const Indicator& entry : all_indicators()) {
    if (entry.parent == name) out.push_back(entry.name);
  }
  return out;
}

const Indicator* find_indicator(std::string_view name) {
  const std::string whole = bare(name);
  const std::string_view noun = without_frame(whole);
  for (const std::string_view form :
       {std::string_view(whole), without_head(whole), noun, without_head(noun)}) {
    const auto it = catalogue().by_name.find(std::string(form));
    if (it != catalogue().by_name.end()) return &catalogue().entries[it->second];
  }
  return nullptr;
}

namespace {

// The nearest number of 15 digits: 1.16 times a hundred million is 116000000, not a little less.
double of_fifteen_digits(double value) {
  constexpr int kDigits = 15,
                kExactPower = 22;  // 10^22 is the last power that a double holds exactly
  if (value == 0 || !std::isfinite(value)) return value;
  const int behind_point = kDigits - 1 - static_cast<int>(std::floor(std::log10(std::abs(value))));
  if (behind_point < 0 || behind_point > kExactPower) return value;
  const double scale = std::pow(10.0, behind_point);
  return std::round(value * scale) / scale;
}

}  // namespace

std::optional<Converted> convert(double value, std::string_view unit) {
  struct Factor {
    std::string_view base;
    double factor;
  };
  static const auto units = [] {
    std::map<std::string_view, Factor> out;
    for (const auto& row : rows_of("lexicon/stats/units.tsv")) {
      out[row[0]] = {row[1], std::stod(std::string(row[2]))};
    }
    return out;
  }();
  bool multiplied = false;
  constexpr std::pair<std::string_view, double> kMultipliers[] = {
      {"万亿", 1e12}, {"亿", 1e8}, {"万", 1e4}, {"千", 1e3}, {"百万", 1e6}};
  for (const auto& [word, factor] : kMultipliers) {
    if (!unit.starts_with(word)) continue;
    unit.remove_prefix(word.size());
    value *= factor;
    multiplied = true;
    break;
  }
  const auto it = units.find(unit);
  if (it != units.end())
    return Converted{of_fifteen_digits(value * it->second.factor), std::string(it->second.base)};
  if (multiplied && !unit.empty())
    return Converted{of_fifteen_digits(value), std::string(unit)};  // 万个 → 个
  return {};
}

}  // namespace guanlan
