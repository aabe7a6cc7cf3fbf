#include "check/amounts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "extract/around.h"
#include "extract/quantities/amount.h"
#include "extract/quantities/context.h"
#include "extract/quantities/qualifier.h"
#include "extract/quantities/unit.h"

namespace guanlan::checking {
namespace {

using around::starts;

constexpr std::string_view kFalling[] = {"下降", "减少", "降低", "回落",   "降幅",
                                         "下滑", "减幅", "缩减", "负增长", "收窄"};
constexpr std::string_view kRising[] = {"增长", "增加", "新增", "净增", "上升", "提高", "提升",
                                        "增幅", "增速", "扩大", "上涨", "涨幅", "增至", "升至"};

bool contains(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}
template <std::size_t N>
bool contains_any(std::string_view text, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return contains(text, word); });
}

constexpr std::string_view kShareTails[] = {"分别", "达到", "达",   "为",   "约", "是",
                                            "比例", "比重", "份额", "的比", "的"};
constexpr std::string_view kTotalTails[] = {"分别", "达到", "总数", "总计", "合计", "共计", "超过",
                                            "达",   "为",   "是",   "有",   "共",   "约",   "近",
                                            "至",   "已经", "已",   "的",   "了"};

template <std::size_t N>
void drop_tails(std::string_view& words, const std::string_view (&tails)[N]) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view tail : tails) {
      if (!words.ends_with(tail)) continue;
      words.remove_suffix(tail.size());
      again = true;
    }
  }
}

bool ends_lead(char32_t cp) {
  return around::ends_clause(cp) || cp == '(' || cp == ')' || cp == U'、' || cp == '\t';
}

class Reader {
 public:
  explicit Reader(const Passage& p) : p_(p), text_(p.text), units_(p, p.body), context_(p) {}

  std::vector<Amount> run() {
    for (const Numeral& n : p_.numerals) {
      if (!p_.body.contains(n.span)) continue;
      advance(n.span.begin);
      if (auto a = read(n)) {
        last_end_ = a->span.end;
        out_.push_back(std::move(*a));
      }
    }
    return std::move(out_);
  }

 private:
  std::optional<Amount> read(const Numeral& n);
  bool unit(const quantities::Amount& q, Amount& a);
  void lead(Amount& a) const;
  void classify(Amount& a) const;
  void join(Amount& a) const;
  void advance(std::uint32_t at);

  const Passage& p_;
  std::string_view text_;
  quantities::Units units_;
  quantities::Context context_;
  std::vector<Amount> out_;
  std::uint32_t last_end_ = 0, sentence_ = 0, paragraph_ = 0, seen_ = 0, ordinal_end_ = 0;
};

// Keeps count of sentences and paragraphs on the way to `at`.
void Reader::advance(std::uint32_t at) {
  while (sentence_ < p_.sentences.size() && p_.sentences[sentence_].end <= at) ++sentence_;
  if (seen_ < p_.body.begin) seen_ = p_.body.begin;
  for (; seen_ < at; ++seen_) paragraph_ += text_[seen_] == '\n';
}

std::optional<Amount> Reader::read(const Numeral& n) {
  using namespace quantities;
  if (context_.excludes(n) || n.form == NumeralForm::indefinite) return {};
  if (n.form == NumeralForm::fraction) return {};
  if (is_ordinal(text_, n) || follows_ordinal(text_, ordinal_end_, n)) {
    ordinal_end_ = n.span.end;
    return {};
  }
  if (is_date_or_time(text_, n) || is_code(text_, n)) return {};
  const quantities::Amount q = amount_of(text_, n);
  Amount a;
  a.number = a.span = n.span;
  a.sentence = sentence_;
  a.paragraph = paragraph_;
  a.exact = n.approx == Approx::none;
  const double last = q.scale * std::pow(10.0, -n.decimals);
  a.half = n.decimals > 0 || q.scale > 1 || q.value >= 1e5 ? last / 2 : 0;
  a.value = n.value;
  if (!unit(q, a)) return {};
  const Qualifier before = qualifier_before(text_, a.span.begin, last_end_);
  const Qualifier over = qualifier_over_noun(text_, a.span.begin, last_end_);
  const Qualifier after = qualifier_after(text_, a.span.end);
  a.exact = a.exact && before.approx == Approx::none && over.approx == Approx::none &&
            after.approx == Approx::none;
  lead(a);
  classify(a);
  join(a);
  return a;
}

// 4.09亿、3.81亿和2.76亿: what stands in a list is what its first is.
void Reader::join(Amount& a) const {
  if (out_.empty() || out_.back().sentence != a.sentence || out_.back().unit != a.unit) return;
  const Amount& before = out_.back();
  const std::string_view gap = text_.substr(before.span.end, a.span.begin - before.span.end);
  constexpr std::string_view kGaps[] = {"、", "和", "及", "与", ",", "以及", "、约", "、-"};
  if (std::find(std::begin(kGaps), std::end(kGaps), gap) == std::end(kGaps)) return;
  const bool falls = a.falls;
  a.kind = before.kind;
  a.whole = before.whole;
  a.falls = falls || (before.falls && a.kind == Kind::change);
  a.lead = before.lead;
  a.place = before.place + 1;
}

// Puts the unit behind the number; false where the number counts nothing.
bool Reader::unit(const quantities::Amount& q, Amount& a) {
  if (q.form == NumeralForm::percent || starts(text_, a.span.end, "%")) {
    a.unit = "%";
    if (q.form != NumeralForm::percent) ++a.span.end;
    a.half = std::max(a.half, 0.5 * (a.half == 0 ? 1 : 0));
    if (a.number.begin > p_.body.begin && text_[a.number.begin - 1] == '-') {
      const char32_t before = around::previous(text_, a.number.begin - 1);
      if (!utf8::is_digit(before) && before != '%' && !utf8::is_latin(before)) {
        a.falls = true;
        --a.span.begin;
      }
    }
    return true;
  }
  std::uint32_t at = a.span.end;
  if (const std::uint32_t more = quantities::vague_suffix(text_, at)) {
    if (units_.at(at + more)) {
      at += more;
      a.exact = false;
    }
  }
  auto found = units_.at(at);
  if (!found && starts(text_, at, " ")) found = units_.at(at + 1);
  if (!found) return q.scale >= 1e4;  // 达2.92亿
  a.unit = std::string(found->printed);
  a.value *= found->scale;
  a.half *= found->scale;
  a.span.end = found->end;
  if (found->duration || found->approx != Approx::none) a.exact = false;
  return true;
}

void Reader::lead(Amount& a) const {
  std::uint32_t begin = a.span.begin;
  const std::uint32_t floor = std::max(last_end_, p_.body.begin);
  while (begin > floor) {
    const auto d = utf8::decode_before(text_, begin);
    if (ends_lead(d.cp)) break;
    begin -= d.size;
  }
  a.lead = {begin, a.span.begin};
}

void Reader::classify(Amount& a) const {
  const std::string_view words = a.lead.of(text_);
  const bool falling = contains_any(words, kFalling), rising = contains_any(words, kRising);
  const bool base = contains(words, "同比") || contains(words, "环比") || contains(words, "较") ||
                    contains(words, "比上") || contains(words, "比去年");
  if (!a.percent()) {
    const bool reached = contains(words, "至") || contains(words, "到") || contains(words, "达");
    if ((falling || rising) && !reached) a.kind = Kind::change;
    a.falls = a.kind == Kind::change && falling;
    return;
  }
  const std::size_t of = words.rfind("占");
  if (of != std::string_view::npos && !falling && !rising) {
    a.kind = Kind::share;
    std::string_view whole = words.substr(of + 3);
    drop_tails(whole, kShareTails);
    const std::uint32_t begin = a.lead.begin + static_cast<std::uint32_t>(of) + 3;
    a.whole = {begin, begin + static_cast<std::uint32_t>(whole.size())};
  } else if (falling || rising || base) {
    a.kind = Kind::rate;
    a.falls = a.falls || falling;
  } else {
    a.kind = Kind::other;
  }
}

}  // namespace

std::vector<Amount> amounts_of(const Passage& passage) { return Reader(passage).run(); }

std::string_view label(std::string_view text, const Amount& amount) {
  std::string_view out = amount.lead.of(text);
  drop_tails(out, kTotalTails);
  return out;
}

std::string decimal(double value, int digits) { return fmt::format("{:.{}f}", value, digits); }

}  // namespace guanlan::checking
