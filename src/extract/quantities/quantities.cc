// Quantities: numeral + qualifier + unit.
//
//   10款 · 三家 · 73.5万余条 · 3000余万元 · 近1600件 · 20%以上 · 百分之三 · 6.1个百分点
//   24个月 · 一个多月 · 两年半 · 半年左右 · 六成以上 · 三分之一 · 1/3 · 近半数
//   600元至2000元 · 70到100人 · 5%—10% · 二三十个    two figures each
//   突破2亿 · 2.92亿                                 no unit printed
// Not: dates, clock times, ordinals, ranks, codes, rows of tables, titles, slogans, the indefinite
// 一 (一起, 一名), vague numbers (数十, 几百), counts of a text's own parts (六方面, 三个阶段).
//
// Rules, as `explain` prints them:
//   figure.unit                a numeral and its unit
//   figure.percent             %, ‰, 百分之
//   figure.fraction            三分之一, 1/3, 半数
//   figure.no-unit             万 or 亿 and no unit printed
//   figure.range               the first number of a range takes the unit of the second
//   figure.qualifier-before    近1600件
//   figure.qualifier-after     20%以上
//   figure.qualifier-inside    3000余万元, 30余台, 一个多月
//   figure.qualifier-over-noun 约占全国总量的2.1%
#include <cmath>
#include <optional>
#include <unordered_map>

#include "extract/around.h"
#include "extract/quantities/amount.h"
#include "extract/quantities/context.h"
#include "extract/quantities/plausible.h"
#include "extract/quantities/qualifier.h"
#include "extract/quantities/unit.h"
#include "guanlan/mention.h"

namespace guanlan {
namespace {

using namespace quantities;
using around::starts;

class Finder {
 public:
  explicit Finder(const Passage& passage)
      : p_(passage), text_(passage.text), units_(passage, passage.body), context_(passage) {}

  std::vector<QuantityMention> run() {
    std::size_t i = 0;
    while (i < p_.numerals.size() && !p_.body.contains(p_.numerals[i].span)) ++i;
    for (; i < p_.numerals.size() && p_.body.contains(p_.numerals[i].span); ++i) i += numeral(i);
    flush();
    return std::move(out_);
  }

 private:
  // The first number of a range: without a unit, or without one of its own.
  struct Pending {
    Amount amount;
    std::optional<QuantityMention> alone;  // what it is if no range comes of it
  };

  std::size_t numeral(std::size_t i);  // how many further numerals are used up
  [[nodiscard]] bool excluded(const Numeral& n);
  [[nodiscard]] bool goes_on(std::size_t i) const;
  QuantityMention range_begin(const Amount& first, const Amount& second,
                              const QuantityMention& figure);
  std::optional<QuantityMention> read(const Amount& amount);
  std::optional<QuantityMention> percent(const Amount& amount);
  std::optional<QuantityMention> fraction(const Amount& amount);
  std::optional<QuantityMention> counted(Amount amount);
  std::optional<QuantityMention> no_unit(const Amount& amount);
  bool qualify(QuantityMention& q, Approx inside, bool over_noun);
  [[nodiscard]] bool negative(std::uint32_t begin) const;
  void add(QuantityMention q);
  void flush();

  const Passage& p_;
  const std::string_view text_;
  Units units_;
  Context context_;
  std::vector<QuantityMention> out_;
  std::unordered_map<double, std::vector<std::size_t>> seen_;  // by value: indexes into out_
  std::optional<Pending> pending_;
  std::uint32_t last_end_ = 0;     // of the last figure
  std::uint32_t ordinal_end_ = 0;  // of the last ordinal: 第三、四条
};

bool Finder::excluded(const Numeral& n) {
  if (context_.excludes(n) || n.form == NumeralForm::indefinite) return true;
  if (is_ordinal(text_, n) || follows_ordinal(text_, ordinal_end_, n)) {
    ordinal_end_ = n.span.end;
    return true;
  }
  return is_date_or_time(text_, n) || is_code(text_, n);
}

// Whether a range goes on to the next numeral: 70到100, 二三十.
bool Finder::goes_on(std::size_t i) const {
  if (i + 1 >= p_.numerals.size()) return false;
  const Numeral &n = p_.numerals[i], &next = p_.numerals[i + 1];
  if (next.span.begin == n.span.end) {
    return n.form == NumeralForm::han && next.form == NumeralForm::han;
  }
  const std::uint32_t mark = range_mark(text_, n.span.end);
  return mark != 0 && next.span.begin == n.span.end + mark;
}

std::size_t Finder::numeral(std::size_t i) {
  const Numeral& n = p_.numerals[i];
  if (excluded(n)) {
    flush();  // 3月至5月, 第3-5条: no range of quantities
    return 0;
  }
  Amount amount = amount_of(text_, n);
  const bool slash =
      i + 1 < p_.numerals.size() && slash_fraction(text_, n, p_.numerals[i + 1], amount);
  std::optional<Pending> first;
  first.swap(pending_);
  if (first && !align_range(first->amount, amount, first->amount.span.end == n.span.begin)) {
    if (first->alone) add(std::move(*first->alone));
    first.reset();
  }
  auto figure = read(amount);
  if (goes_on(i) && (!figure || figure->unit.empty())) {
    pending_ = Pending{amount, std::move(figure)};
    return 0;
  }
  if (first && figure) {
    add(range_begin(first->amount, amount, *figure));
  } else if (first && first->alone) {
    add(std::move(*first->alone));
  }
  if (figure) add(std::move(*figure));
  return slash ? 1 : 0;
}

// The first number of a range takes the unit of the second.
QuantityMention Finder::range_begin(const Amount& first, const Amount& second,
                                    const QuantityMention& figure) {
  QuantityMention q = figure;
  q.span = q.number = first.span;
  if (second.value != 0) q.value = first.value * figure.value / second.value;
  q.approx = Approx::none;
  q.why = {"figure.range", figure.span};
  qualify(q, first.approx, false);
  q.span.end = figure.span.end;
  return q;
}

std::optional<QuantityMention> Finder::read(const Amount& amount) {
  if (auto q = percent(amount)) return q;
  if (amount.form == NumeralForm::fraction) return fraction(amount);
  if (auto q = counted(amount)) return q;
  return no_unit(amount);
}

// A minus sign, not the mark of a range.
bool Finder::negative(std::uint32_t begin) const {
  if (begin == 0 || text_[begin - 1] != '-' || begin - 1 == last_end_) return false;
  const char32_t before = around::previous(text_, begin - 1);
  return !utf8::is_digit(before) && !utf8::is_latin(before) && before != '%' && before != ')';
}

std::optional<QuantityMention> Finder::percent(const Amount& amount) {
  std::uint32_t end = amount.span.end;
  std::string_view unit = "%";
  if (amount.form != NumeralForm::percent) {
    if (starts(text_, end, "‰")) {
      unit = "‰";
    } else if (!starts(text_, end, "%")) {
      return {};
    }
    end += static_cast<std::uint32_t>(unit.size());
  }
  QuantityMention q{
      {amount.span.begin, end}, amount.value, std::string(unit), Approx::none, amount.span,
      {"figure.percent", {}}};
  if (negative(amount.span.begin)) {
    q.value = -q.value;
    --q.span.begin;
  }
  qualify(q, amount.approx, true);
  return q;
}

// 三分之一, 1/3, 半年; 一半 and 半数 with a qualifier only (一半企业 is a way of speaking), and no
// fraction that a percentage in brackets makes precise.
std::optional<QuantityMention> Finder::fraction(const Amount& amount) {
  QuantityMention q{amount.span,  amount.value, {},
                    Approx::none, amount.span,  {"figure.fraction", {}}};
  if (const auto unit = units_.at(amount.span.end); unit && unit->duration) {
    q.unit = unit->printed;
    q.span.end = unit->end;
    q.why.rule = "figure.unit";
  } else {
    q.value = std::round(q.value * 1e4) / 1e4;
  }
  const bool qualified = qualify(q, Approx::none, true);
  if (!q.unit.empty()) return q;
  if (amount.value == 0.5 && !qualified && !starts(amount.text, 0, "二")) return {};
  if (percent_in_brackets_follows(text_, q.span.end)) return {};
  return q;
}

std::optional<QuantityMention> Finder::counted(Amount amount) {
  const std::uint32_t more = vague_suffix(text_, amount.span.end);
  std::optional<Unit> unit = units_.at(amount.span.end + more);
  if (unit && more != 0) {
    amount.approx = Approx::over;
    amount.span.end += more;
  } else if (!unit && more != 0) {
    unit = units_.at(amount.span.end);
  }
  if (!unit && starts(text_, amount.span.end, " ")) {  // 11185496 T
    unit = units_.at(amount.span.end + 1);
    if (unit && !utf8::is_latin(static_cast<unsigned char>(unit->printed.front()))) unit.reset();
  }
  if (!unit) return {};
  QuantityMention q{{amount.span.begin, unit->end},
                    (amount.value + unit->plus) * unit->scale,
                    std::string(unit->printed),
                    Approx::none,
                    amount.span,
                    {"figure.unit", {}}};
  if (unit->duration && more == 0 &&
      (starts(text_, unit->end, "多") || starts(text_, unit->end, "余"))) {
    q.span.end += 3;  // 3年多
    unit->approx = Approx::over;
  }
  bool qualified = qualify(q, unit->approx != Approx::none ? unit->approx : amount.approx,
                           unit->name == "个百分点");
  if (starts(p_.of(q.why.cue), 0, "突破") && amount.value == 1) qualified = false;  // 突破一批技术
  if (!plausible(text_, amount, *unit, qualified)) return {};
  const bool parts =
      unit->structural || unit->printed == "个" || unit->printed == "种" || unit->printed == "条";
  if (parts && (starts(text_, unit->end, ":") || units_.part_follows(unit->end))) return {};
  return q;
}

// 突破2亿, 270余万: only with 万 or 亿, and a scale alone (近百万) only with a qualifier.
std::optional<QuantityMention> Finder::no_unit(const Amount& amount) {
  if (!amount.large() || units_.structural_at(amount.span.end)) return {};
  QuantityMention q{amount.span,  amount.value, {},
                    Approx::none, amount.span,  {"figure.no-unit", {}}};
  if (starts(text_, q.span.end, "级")) q.span.end += 3;  // 百万级
  Approx inside = amount.approx;
  if (const std::uint32_t more = vague_suffix(text_, q.span.end)) {
    q.span.end += more;
    inside = Approx::over;
  }
  const bool qualified = qualify(q, inside, false);
  if (amount.scale_alone() && !qualified) return {};
  return q;
}

// Sets approx and the words of the qualifier; whether there is one.
bool Finder::qualify(QuantityMention& q, Approx inside, bool over_noun) {
  const Qualifier after = qualifier_after(text_, q.span.end);
  if (after.approx != Approx::none) q.span.end = after.cue.end;
  Qualifier before = qualifier_before(text_, q.span.begin, last_end_);
  if (before.approx == Approx::nearly && recent_years(text_, q)) before = {};
  if (before.approx == Approx::none && over_noun && after.approx == Approx::none) {
    before = qualifier_over_noun(text_, q.span.begin, last_end_);
  }
  if (before.approx != Approx::none) q.span.begin = before.cue.begin;
  const bool said_inside =
      inside != Approx::none && before.approx == Approx::about;  // 约合1.12亿多元
  if (said_inside) before.approx = Approx::none;
  const Qualifier& said = before.approx != Approx::none ? before : after;
  if (said.approx != Approx::none) {
    q.approx = said.approx;
    q.why = {said.rule, said.cue};
  } else if (inside != Approx::none) {
    q.approx = inside;
    q.why.rule = "figure.qualifier-inside";
  }
  return q.approx != Approx::none;
}

// The same quantity of the same thing is listed once: equal, and with the same word beside it.
void Finder::add(QuantityMention q) {
  last_end_ = std::max(last_end_, q.span.end);
  auto& same = seen_[q.value];
  for (const std::size_t index : same) {
    const QuantityMention& other = out_[index];
    if (other.unit != q.unit || other.approx != q.approx) continue;
    if (same_neighbour(text_, other.span, q.span)) return;
  }
  if (same.size() < 8) same.push_back(out_.size());
  out_.push_back(std::move(q));
}

void Finder::flush() {
  if (pending_ && pending_->alone) add(std::move(*pending_->alone));
  pending_.reset();
}

}  // namespace

std::vector<QuantityMention> find_quantities(const Passage& passage, const Mentions&) {
  return Finder(passage).run();
}

}  // namespace guanlan
