#include "ledger/when.h"

#include <algorithm>

#include "extract/around.h"
#include "text/word_set.h"

namespace guanlan::ledger {
namespace {

using around::ends_any;
using around::starts_any;

constexpr std::string_view kSamePeriod[] = {"相比", "同期"};
constexpr std::string_view kBase[] = {"较", "比", "由", "从"};
constexpr std::string_view kTo[] = {"至", "到"};
constexpr std::string_view kFuture[] = {"deadline", "effective", "comment_by", "expires"};

bool ahead(const ToldDate& date) {
  return std::find(std::begin(kFuture), std::end(kFuture), date.role) != std::end(kFuture);
}

// Where the word stands in the text from `from` to `until`; npos: nowhere.
std::size_t within(std::string_view text, std::uint32_t from, std::uint32_t until,
                   std::string_view word) {
  return find_word(text.substr(0, until), word, from);
}

WordSet set_of(Group of) {
  const auto words = group(of);
  return WordSet({words.begin(), words.end()});
}

}  // namespace

void When::enter(const Sentence& sentence, bool paragraph) {
  while (next_ < dates_.told.size() && dates_.told[next_].span.begin < sentence.span.begin) ++next_;
  if (paragraph) same_paragraph_ = false;
  sentence_ = sentence.span;
  said_ = {};
  from_.clear();
  first_ = nullptr;
  now_ = since_ = total_ = {};
  const auto find = [&](const WordSet& words) {
    const auto found = words.next_at(p_.text.substr(0, sentence_.end), sentence_.begin);
    const auto begin = static_cast<std::uint32_t>(found.at);
    return found.size == 0 ? Span{} : Span{begin, begin + static_cast<std::uint32_t>(found.size)};
  };
  static const WordSet since({"以来"}), as_of = set_of(Group::as_of), total = set_of(Group::total);
  since_ = find(since);
  now_ = find(as_of);
  total_ = find(total);
}

// The last full day that the item tells before, else its event: the day the report speaks from.
const ToldDate* When::report(std::uint32_t before) const {
  const ToldDate* out = nullptr;
  if (!dates_.event) return nullptr;
  const auto end =
      std::lower_bound(dates_.told.begin(), dates_.told.end(), before,
                       [](const ToldDate& d, std::uint32_t at) { return d.span.begin < at; });
  for (auto it = end; it != dates_.told.begin();) {
    --it;
    if (it->value == dates_.event->value) {
      if (out == nullptr) out = &*it;
      break;
    }
    const bool later =
        it->value.size() == 10 && it->value > dates_.event->value && it->role == "past";
    if (later && out == nullptr) out = &*it;
    if (end - it > 64) break;
  }
  return out;
}

// 截至目前; …以来 with no date of its own: up to the day of the report.
bool When::to_date(std::uint32_t until, Said& out) const {
  out.as_of = !now_.empty() && now_.end <= until;
  if (!out.as_of && (since_.empty() || since_.end > until)) return false;
  out.since = true;
  out.when.span = out.as_of ? now_ : since_;
  if (const ToldDate* day = report(sentence_.begin + 1))
    out.when.until = day->value;
  else if (dates_.event)
    out.when.until = dates_.event->value;
  return true;
}

void When::take(const ToldDate& date, std::uint32_t until) {
  const std::uint32_t end = date.span.end;
  const bool since = starts_any(p_.text, end, group(Group::since)) != 0 ||
                     (date.role == "start" && within(p_.text, end, std::min(until, end + 60),
                                                     "以来") != std::string_view::npos);
  if (since && !date.range_first && !date.range_last) {
    from_ = date.value;
    said_.since = true;
    said_.when.span = date.span;
    return;
  }
  if (date.range_first) {
    from_ = date.value;
    first_ = &date;
    return;
  }
  if (starts_any(p_.text, end, kSamePeriod) != 0) return;
  if (ends_any(p_.text, date.span.begin, kBase) != 0) return;  // a base
  const bool goes_on = said_.since && said_.when.until.empty() &&
                       ends_any(p_.text, date.span.begin, kTo) != 0;  // 自3月1日起至
  if (!date.range_last && !goes_on) from_.clear();
  const bool range = date.range_last && first_ != nullptr;
  said_.as_of = ends_any(p_.text, date.span.begin, group(Group::until)) != 0;
  said_.since = false;
  said_.when.span = range ? Span{first_->span.begin, end} : date.span;
  said_.when.until = date.value;
  said_.when.from = from_;
}

When::Said When::said(std::uint32_t until) {
  for (; next_ < dates_.told.size() && dates_.told[next_].span.end <= until; ++next_) {
    if (!ahead(dates_.told[next_])) take(dates_.told[next_], until);
  }
  Said out = said_;
  if (out.since && out.when.until.empty()) {
    out.when.from = from_;
    const ToldDate* day = report(sentence_.begin + 1);
    out.when.until = day != nullptr ? day->value
                     : dates_.event ? dates_.event->value
                                    : std::string();
    return out;
  }
  Said now;
  if (to_date(until, now) &&
      (now.as_of || out.when.until.empty() || out.when.until == now.when.until)) {
    now.when.from = out.since ? from_ : now.when.from;
    return now;
  }
  return out;
}

// What runs from a beginning was not done on the one day that is told.
bool When::in_total(std::uint32_t until) const { return !total_.empty() && total_.end <= until; }

LedgerEntry::When When::amount(std::uint32_t at, bool flow) {
  Said now = said(at);
  if (now.when.until.empty() && (of_amount_ || same_paragraph_)) now = holds_;
  if (now.when.until.empty() && dates_.event) {
    const bool told = p_.body.contains(dates_.event->span) && dates_.event->span.begin < at;
    if (!told || dates_.event->value.size() > 7) return {};
    now.when.until = dates_.event->value;
    now.when.span = dates_.event->span;
  }
  if (now.when.until.empty()) return {};
  holds_ = now;
  same_paragraph_ = of_amount_ = true;
  LedgerEntry::When out = now.when;
  const bool range = !out.from.empty() && out.from != out.until;
  if (now.since) {
    out.kind = flow ? "up_to" : "as_of";
    out.cumulative = flow;
  } else if (now.as_of) {
    out.kind = flow ? "up_to" : "as_of";
    out.cumulative = flow;
  } else if (!flow && (range || !now.when.until.empty())) {
    out.kind = "as_of";
  } else {
    out.kind = "during";
  }
  if (out.kind == "as_of") out.from.clear();
  if (out.kind == "during" && !range) out.from = out.until;
  return out;
}

LedgerEntry::When When::deed(const Sentence& sentence, const Counted& counted) {
  const std::uint32_t until = std::max(counted.lead_end, counted.deed.begin);
  Said now = said(until);
  const bool reported =
      dates_.event && dates_.event->role == "reported" && now.when.until == dates_.event->value;
  const bool named = !now.when.until.empty();
  if (!named && same_paragraph_ && !holds_.when.until.empty()) now = holds_;
  if (now.when.until.empty()) {
    const ToldDate* day = report(sentence.span.begin);
    if (day == nullptr || day->span.begin >= until) return {};
    const bool period =
        day->value.size() < 10;  // 2024年,… in a sentence before: not a day of report
    return {day->span, period ? "during" : "up_to", period ? day->value : std::string(), day->value,
            !period && in_total(until)};
  }
  if (named) {
    holds_ = now;
    same_paragraph_ = true;
    of_amount_ = false;
  }
  LedgerEntry::When out = now.when;
  const bool one_day = out.from.empty() && out.until.size() == 10;
  const bool open = now.since || now.as_of || (one_day && in_total(until));
  out.kind = open || (reported && out.from.empty()) ? "up_to" : "during";
  out.cumulative = open;
  if (out.kind == "during" && out.from.empty()) out.from = out.until;
  return out;
}

}  // namespace guanlan::ledger
