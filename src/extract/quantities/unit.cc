#include "extract/quantities/unit.h"

#include <cstdlib>

#include "extract/around.h"

namespace guanlan::quantities {
namespace {

using around::starts;

bool has_flag(std::string_view flags, std::string_view flag) {
  return flags.find(flag) != std::string_view::npos;
}

bool is_latin_word(std::string_view unit) {
  return utf8::is_latin(static_cast<unsigned char>(unit.back()));
}

}  // namespace

Units::Units(const Passage& passage, Span part)
    : p_(passage), part_(part), table_(passage.lexicon->table(WordClass::unit)) {
  class_ = table_.column("class");
  scale_ = table_.column("scale");
  flags_ = table_.column("flags");
  unless_ = table_.column("unless");
  while (cursor_ < p_.hits.size() && !part_.contains(p_.hits[cursor_].span.begin)) ++cursor_;
  first_ = cursor_;
}

std::size_t Units::first(std::uint32_t at) {
  while (cursor_ < p_.hits.size() && p_.hits[cursor_].span.begin < at) ++cursor_;
  while (cursor_ > first_ && p_.hits[cursor_ - 1].span.begin >= at) --cursor_;
  return cursor_;
}

// Whether the word goes on into one of those that its row names, or into more Latin letters.
bool Units::another_word(const Hit& hit) const {
  const std::uint32_t end = hit.span.end;
  if (is_latin_word(p_.of(hit.span))) {
    const char32_t next = around::next(p_.text, end);
    if (utf8::is_latin(next) || utf8::is_digit(next)) return true;
  }
  std::string_view words = table_.at(hit.row, unless_);
  while (!words.empty()) {
    const std::size_t bar = words.find('|');
    if (starts(p_.text, end, words.substr(0, bar))) return true;
    words = bar == std::string_view::npos ? std::string_view{} : words.substr(bar + 1);
  }
  return false;
}

std::optional<Unit> Units::plain(std::uint32_t at) {
  for (std::size_t i = first(at); i < p_.hits.size() && p_.hits[i].span.begin == at; ++i) {
    const Hit& hit = p_.hits[i];
    if (hit.cls != WordClass::unit || another_word(hit)) continue;
    const std::string_view flags = table_.at(hit.row, flags_);
    if (has_flag(flags, "never")) return {};
    Unit unit{hit.span, hit.span.end, table_.name(hit.row), p_.of(hit.span)};
    unit.structural = has_flag(flags, "structural");
    unit.part = has_flag(flags, "part");
    unit.duration = has_flag(flags, "duration");
    unit.rare = has_flag(flags, "name");
    unit.money = table_.at(hit.row, class_) == "money";
    if (unit.money) unit.printed = unit.name;
    if (const std::string_view scale = table_.at(hit.row, scale_); !scale.empty()) {
      unit.scale = std::strtod(std::string(scale).c_str(), nullptr);
      unit.printed = "元";
    }
    return unit;
  }
  return {};
}

// 部/百户, 元/次: a unit per another one.
void Units::widen(Unit& unit) {
  if (!starts(p_.text, unit.end, "/")) return;
  std::uint32_t at = unit.end + 1;
  for (const std::string_view scale : {"百", "千", "万"}) {
    if (starts(p_.text, at, scale)) at += static_cast<std::uint32_t>(scale.size());
  }
  if (const auto per = plain(at)) {
    unit.end = unit.span.end = per->end;
    unit.printed = p_.of(unit.span);
  } else if (starts(p_.text, at, "月")) {
    unit.end = unit.span.end = at + 3;
    unit.printed = p_.of(unit.span);
  }
}

std::optional<Unit> Units::at(std::uint32_t at) {
  constexpr std::uint32_t kGe = 3;  // 个
  const std::string_view text = p_.text;
  auto unit = plain(at);
  if (!unit) return {};
  if (unit->printed == "个") {
    std::uint32_t inner = unit->end;
    if (starts(text, inner, "多") || starts(text, inner, "余") || starts(text, inner, "来"))
      inner += 3;
    if (inner != unit->end && starts(text, inner, "月")) {
      return Unit{{at, inner + 3}, inner + 3, "个月", "个月", 1, 0,
                  Approx::over,    false,     false,  true};
    }
    if (starts(text, inner, "半月")) {
      return Unit{{at, inner + 6}, inner + 6, "个月", "个月", 1, 0.5,
                  Approx::none,    false,     false,  true};
    }
    const auto longer = plain(inner);  // 54个批次, 一个多小时
    if (longer && longer->span.size() >= 2 * kGe && inner != unit->end && longer->duration) {
      unit = longer;
      unit->approx = Approx::over;
    } else if (longer && longer->span.size() >= 2 * kGe && longer->printed.ends_with("次")) {
      unit = longer;
    }
  }
  widen(*unit);
  if (unit->duration && starts(text, unit->end, "半") && !starts(text, unit->end, "半数")) {
    unit->plus = 0.5;
    unit->end += 3;
  }
  return unit;
}

bool Units::structural_at(std::uint32_t at) {
  const auto unit = plain(at);
  return unit && unit->structural;
}

bool Units::part_follows(std::uint32_t at) {
  constexpr std::uint32_t kReach = 30;
  std::uint32_t limit = at;
  while (limit < part_.end && limit - at < kReach) {
    const auto d = utf8::decode(p_.text, limit);
    if (around::ends_clause(d.cp) || d.cp == U'、' || d.cp == U'的' || d.cp == U'“' || d.cp == '(')
      break;
    limit += d.size;
  }
  for (std::size_t i = first(at); i < p_.hits.size() && p_.hits[i].span.begin < limit; ++i) {
    const Hit& hit = p_.hits[i];
    if (hit.cls == WordClass::unit && has_flag(table_.at(hit.row, flags_), "part") &&
        hit.span.end <= limit && !another_word(hit)) {
      return true;
    }
  }
  return false;
}

}  // namespace guanlan::quantities
