#include "read/docx_numbering.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace guanlan::docx {
namespace {

constexpr std::array<std::pair<std::string_view, NumberFormat>, 34> kFormats{{
    {"none", NumberFormat::none},
    {"bullet", NumberFormat::bullet},
    {"decimal", NumberFormat::decimal},
    {"decimalHalfWidth", NumberFormat::decimal},
    {"decimalZero", NumberFormat::decimal_zero},
    {"decimalFullWidth", NumberFormat::decimal_full},
    {"decimalFullWidth2", NumberFormat::decimal_full},
    {"upperRoman", NumberFormat::upper_roman},
    {"lowerRoman", NumberFormat::lower_roman},
    {"upperLetter", NumberFormat::upper_letter},
    {"lowerLetter", NumberFormat::lower_letter},
    {"chineseCounting", NumberFormat::chinese},
    {"chineseCountingThousand", NumberFormat::chinese},
    {"japaneseCounting", NumberFormat::chinese},
    {"taiwaneseCounting", NumberFormat::chinese},
    {"taiwaneseCountingThousand", NumberFormat::chinese},
    {"koreanDigital2", NumberFormat::chinese_digits},
    {"ideographDigital", NumberFormat::chinese_digits},
    {"japaneseDigitalTenThousand", NumberFormat::chinese_digits},
    {"taiwaneseDigital", NumberFormat::chinese_digits},
    {"chineseLegalSimplified", NumberFormat::chinese_legal},
    {"ideographLegalTraditional", NumberFormat::chinese_legal},
    {"japaneseLegal", NumberFormat::chinese_legal},
    {"ideographTraditional", NumberFormat::stems},
    {"ideographZodiac", NumberFormat::branches},
    {"ideographZodiacTraditional", NumberFormat::branches},
    {"decimalEnclosedCircle", NumberFormat::enclosed_circle},
    {"decimalEnclosedCircleChinese", NumberFormat::enclosed_circle},
    {"ideographEnclosedCircle", NumberFormat::chinese},
    {"decimalEnclosedParen", NumberFormat::enclosed_paren},
    {"decimalEnclosedFullstop", NumberFormat::enclosed_stop},
    {"ordinal", NumberFormat::decimal},
    {"numberInDash", NumberFormat::decimal},
    {"cardinalText", NumberFormat::decimal},
}};

NumberFormat format_of(std::string_view name) {
  const auto* known = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const auto& f) { return f.first == name; });
  return known == kFormats.end() ? NumberFormat::decimal : known->second;
}

}  // namespace

Numbering::Numbering(const pugi::xml_node& root) {
  for (const pugi::xml_node& node : root.children()) {
    if (local_name(node) == "abstractNum") read_abstract(node);
  }
  for (const pugi::xml_node& node : root.children()) {
    if (local_name(node) == "num") read_num(node);
  }
  for (const auto& [abstract, style] : style_links_) {
    const auto target = by_style_.find(style);
    if (target != by_style_.end()) abstracts_[abstract] = abstracts_[target->second];
  }
}

Numbering::Level Numbering::read_level(const pugi::xml_node& node) {
  Level level;
  level.start = int_value(child(node, "start"), "val", 1);
  level.restart = int_value(child(node, "lvlRestart"), "val", -1);
  const auto format = child(node, "numFmt");
  level.format = format ? format_of(value(format, "val")) : NumberFormat::decimal;
  level.text = value(child(node, "lvlText"), "val");
  level.legal = static_cast<bool>(child(node, "isLgl"));
  if (value(child(node, "suff"), "val") == "nothing") level.gap.clear();
  return level;
}

void Numbering::read_abstract(const pugi::xml_node& node) {
  const int id = int_value(node, "abstractNumId", -1);
  Levels& levels = abstracts_[id];
  for (const pugi::xml_node& inner : node.children()) {
    if (local_name(inner) == "styleLink") by_style_[std::string(value(inner, "val"))] = id;
    if (local_name(inner) == "numStyleLink") style_links_[id] = value(inner, "val");
    if (local_name(inner) != "lvl") continue;
    const int index = int_value(inner, "ilvl", -1);
    if (index >= 0 && index < kLevels) levels[static_cast<std::size_t>(index)] = read_level(inner);
  }
}

void Numbering::read_num(const pugi::xml_node& node) {
  Num num;
  num.abstract = int_value(child(node, "abstractNumId"), "val", -1);
  for (const pugi::xml_node& inner : node.children()) {
    if (local_name(inner) != "lvlOverride") continue;
    const int index = int_value(inner, "ilvl", -1);
    if (index < 0 || index >= kLevels) continue;
    if (const auto start = child(inner, "startOverride")) {
      num.starts[index] = int_value(start, "val", 1);
    }
    if (const auto level = child(inner, "lvl")) num.levels[index] = read_level(level);
  }
  nums_[int_value(node, "numId", -1)] = std::move(num);
}

const Numbering::Level& Numbering::level_of(const Num& num, int level) const {
  static const Level none;
  const auto own = num.levels.find(level);
  if (own != num.levels.end()) return own->second;
  const auto abstract = abstracts_.find(num.abstract);
  return abstract == abstracts_.end() ? none : abstract->second[static_cast<std::size_t>(level)];
}

void Numbering::count(Num& num, Counters& counters, int level) const {
  if (!num.used) {
    num.used = true;
    for (const auto& [index, start] : num.starts) {
      counters.running[static_cast<std::size_t>(index)] = false;
    }
  }
  const auto at = static_cast<std::size_t>(level);
  const auto start = [&](int index) {
    const auto own = num.starts.find(index);
    return own != num.starts.end() ? own->second : level_of(num, index).start;
  };
  for (int above = 0; above < level; ++above) {
    const auto i = static_cast<std::size_t>(above);
    if (!counters.running[i]) counters.value[i] = start(above);
    counters.running[i] = true;
  }
  counters.value[at] = counters.running[at] ? counters.value[at] + 1 : start(level);
  counters.running[at] = true;
  for (int below = level + 1; below < kLevels; ++below) {
    const int restart = level_of(num, below).restart;
    const bool restarts = restart < 0 || (restart > 0 && level < restart);
    if (restarts) counters.running[static_cast<std::size_t>(below)] = false;
  }
}

std::string Numbering::print(const Num& num, const Counters& counters, int level) const {
  const Level& own = level_of(num, level);
  if (own.format == NumberFormat::bullet) return {};
  std::string out;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const bool place = own.text[i] == '%' && i + 1 < own.text.size() && own.text[i + 1] >= '1' &&
                       own.text[i + 1] <= '9';
    if (!place) {
      out += own.text[i];
      continue;
    }
    const int index = own.text[++i] - '1';
    const NumberFormat format = level_of(num, index).format;
    out += format_number(counters.value[static_cast<std::size_t>(index)],
                         own.legal ? NumberFormat::decimal : format);
  }
  return out.empty() ? out : out + own.gap;
}

std::string Numbering::next(int num_id, int level) {
  const auto num = nums_.find(num_id);
  if (num == nums_.end()) return {};
  level = std::clamp(level, 0, kLevels - 1);
  Counters& counters = counters_[num->second.abstract];
  count(num->second, counters, level);
  return print(num->second, counters, level);
}

}  // namespace guanlan::docx
