#include "extract/sanctions/needs.h"

#include <algorithm>
#include <array>

#include "extract/around.h"
#include "extract/near.h"
#include "extract/sanctions/frame.h"
#include "text/utf8.h"

namespace guanlan::sanctions {

template <class F>
void Needs::each_quantity(Span window, F&& f) const {
  auto it = std::lower_bound(all_.quantities.begin(), all_.quantities.end(), window.begin,
                             [](const Quantity& q, std::uint32_t at) { return q.span.begin < at; });
  for (; it != all_.quantities.end() && it->span.end <= window.end; ++it) f(*it);
}

bool Needs::met(const Need& need, std::string_view type, const Act& s) {
  quantities_.clear();
  switch (need.kind) {
    case Need::none:
      return true;
    case Need::amount:
      return monies(s);
    case Need::duration:
      return durations(s);
    case Need::count:
      return count(s) != nullptr;
    case Need::next:
      return count_next(s);
    case Need::thing:
      return object(need, type, s);
    case Need::imposed:
      return imposed(s);
    case Need::judged:
      return frame_before(s, "judged");
    case Need::notified:
      return notified(s);
    case Need::headline:
      return p_.title.contains(all_.words[s.index].span) && object_in(s.after, "app") != nullptr;
    case Need::order:
      return ordered(s);
    case Need::given:
      return given(s);
  }
  return false;
}

bool Needs::monies(const Act& s) {
  constexpr std::uint32_t kReach = 60, kReachOfSeveral = 120;  // bytes before the act
  bool bounded = false;
  // 分别处|A、B和C|罚款: one for each, else only the last of them
  const bool several = frame().holds(p_.of({s.clause.begin, s.before.end}), Frame::apart);
  const auto take = [&](Span window, bool last_only) {
    each_quantity(window, [&](const Quantity& q) {
      if (q.kind != Quantity::money || is_base(q)) return;
      if (q.bounded) bounded = true;
      const bool goes_on =
          several && !quantities_.empty() && listed(quantities_.back()->span.end, q.span.begin);
      if (last_only && !goes_on) quantities_.clear();
      if (!quantities_.empty() && !listed(quantities_.back()->span.end, q.span.begin)) return;
      quantities_.push_back(&q);
    });
  };
  take(s.after, false);
  if (quantities_.empty()) {
    const std::uint32_t reach = several ? kReachOfSeveral : kReach;
    take({std::max(s.before.begin, s.before.end - std::min(s.before.end, reach)), s.before.end},
         true);
  }
  if (quantities_.empty()) sum_beside(s);
  if (bounded) quantities_.clear();
  return !quantities_.empty();
}

// 销售额4557.12亿元|4%的罚款: what the fine is reckoned from.
bool Needs::is_base(const Quantity& q) const {
  std::uint32_t at = q.span.end;
  while (utf8::is_digit(around::next(p_.text, at)) || around::next(p_.text, at) == '.') ++at;
  return at != q.span.end && around::next(p_.text, at) == '%';
}

// …4%的罚款,计182.28亿元; 退出违法所得3200元,予以没收: the sum stands in the clause beside.
void Needs::sum_beside(const Act& s) {
  constexpr std::uint32_t kReach = 60;
  if (around::starts(p_.text, s.clause.end, ",") && s.after.end == s.clause.end &&
      frame().at(p_.text, s.clause.end + 1, Frame::comes_to) != 0) {
    each_quantity({s.clause.end, s.clause.end + kReach}, [&](const Quantity& q) {
      if (quantities_.empty() && q.kind == Quantity::money) quantities_.push_back(&q);
    });
  }
  const std::string_view own = p_.of(s.clause);
  const bool bare = own.starts_with("予以没收") || own.starts_with("依法予以没收");
  if (!quantities_.empty() || !bare || s.clause.begin == 0) return;
  const std::uint32_t previous = clause_begin(p_, s.clause.begin - 1);
  each_quantity({previous, s.clause.begin}, [&](const Quantity& q) {
    if (q.kind == Quantity::money) quantities_.assign(1, &q);
  });
}

bool Needs::durations(const Act& s) {
  bool range = false;
  const auto take = [&](Span window) {
    each_quantity(window, [&](const Quantity& q) {
      if (q.kind != Quantity::duration) return;
      if (!quantities_.empty()) {
        const std::uint32_t end = quantities_.back()->span.end;
        const std::string_view gap = p_.text.substr(end, q.span.begin - end);
        if (gap == "至" || gap == "到" || gap == "-" || gap == "—") range = true;
        if (!gap.empty() && !listed(end, q.span.begin)) return;
      }
      quantities_.push_back(&q);
    });
  };
  take(s.after);
  if (quantities_.empty())
    take({std::max(s.before.begin, s.before.end > 30 ? s.before.end - 30 : 0), s.before.end});
  const bool any = !quantities_.empty();
  if (range || (any && quantities_.front()->bounded)) quantities_.clear();
  return any;
}

bool Needs::listed(std::uint32_t from, std::uint32_t to) const {
  constexpr std::string_view kMoney = "人民币";
  std::string_view gap = p_.text.substr(from, to - from);
  if (gap.size() > kMoney.size() && gap.ends_with(kMoney)) gap.remove_suffix(kMoney.size());
  if (gap == "、" || gap == "和" || gap == "及" || gap == "以及" || gap == "不等、") return true;
  // 精神损失1500元、|财产损失|5000元
  const bool joined = gap.starts_with("、") || gap.starts_with("和") || gap.starts_with("及");
  return joined && gap.size() <= 27 && frame().before(gap, gap.size(), Frame::cost) != 0;
}

const Quantity* Needs::count(const Act& s) const {
  const Quantity* found = nullptr;
  each_quantity(s.after, [&](const Quantity& q) {
    if (found == nullptr && q.kind == Quantity::count) found = &q;
  });
  if (found != nullptr) return found;
  each_quantity(s.before, [&](const Quantity& q) {
    if (q.kind == Quantity::count) found = &q;
  });
  return found;
}

bool Needs::count_next(const Act& s) const {
  const Quantity* n = count(s);
  return n != nullptr && n->span.begin >= s.after.begin && n->span.begin - s.after.begin <= 3;
}

const Word* Needs::object_in(Span window, std::string_view type) const {
  auto it = std::lower_bound(all_.words.begin(), all_.words.end(), window.begin,
                             [](const Word& w, std::uint32_t at) { return w.span.begin < at; });
  for (; it != all_.words.end() && it->span.end <= window.end; ++it) {
    if (it->is(Pattern::object, type)) return &*it;
  }
  return nullptr;
}

bool Needs::object(const Need& need, std::string_view type, const Act& s) const {
  const bool told = type == "public_notice";  // 通报7款未完成整改的APP
  const Word* found = object_in(told ? Span{s.after.begin, s.clause.end} : s.after, need.object);
  if (found == nullptr) found = object_in(s.before, need.object);
  if (found == nullptr) return false;
  if (frame().holds(p_.text.substr(found->span.end, 12), Frame::option))
    return false;  // 注销用户账号功能
  if (need.counted && count(s) == nullptr) return false;
  if (type == "public_notice") {
    return frame().before(p_.text, s.after.end, Frame::about) == 0;
  }
  return true;
}

bool Needs::imposed(const Act& s) const {
  const Word& word = all_.words[s.index];
  const std::string_view own = p_.of(word.span);
  if (frame().at(own, 0, Frame::imposes) != 0 || frame().holds(own, Frame::imposed)) return true;
  if (frame().before(p_.text, word.span.begin, Frame::imposes) != 0) return true;
  constexpr std::uint32_t kAgent = 36;  // bytes: 受到|电信管理机构|行政处罚
  const std::uint32_t from =
      std::max(s.clause.begin, word.span.begin - std::min(word.span.begin, kAgent));
  return holds_word(p_.text.substr(from, word.span.begin - from), "受到");
}

// 给予|该公司|警告, 被处以警告
bool Needs::given(const Act& s) const {
  constexpr std::uint32_t kReach = 60;
  if (frame().at(p_.text, all_.words[s.index].span.end, Frame::beside_fine) != 0) return true;
  const Span window{std::max(s.before.begin, s.before.end > kReach ? s.before.end - kReach : 0),
                    s.before.end};
  return frame().holds(p_.of(window), Frame::gives);
}

bool Needs::frame_before(const Act& s, std::string_view type) const {
  const std::uint32_t from = s.clause.begin > 240 ? s.clause.begin - 240 : 0;
  for (std::size_t k = s.index; k-- > 0 && all_.words[k].span.begin >= from;) {
    if (sentence_ends_between(p_.text, all_.words[k].span.end, all_.words[s.index].span.begin))
      return false;
    if (all_.words[k].is(Pattern::frame, type)) return true;
  }
  return false;
}

// 责令 … 整改, 应于3日前完成整改, in one clause; not 未按照我部要求完成整改.
bool Needs::ordered(const Act& s) const {
  constexpr std::size_t kReach = 36;  // bytes from 按照 to 要求
  for (std::size_t k = s.index; k-- > 0 && all_.words[k].span.begin >= s.clause.begin;) {
    if (all_.words[k].is(Pattern::frame, "due")) return true;
    if (all_.words[k].is(Pattern::frame, "order")) {
      const std::string_view before =
          p_.text.substr(s.clause.begin, all_.words[k].span.begin - s.clause.begin);
      const auto by = before.rfind("按");
      return by == std::string_view::npos || before.size() - by > kReach;
    }
    // 按要求整改; not the 办法 of a title
    if (all_.words[k].is(Pattern::frame, "noun") && holds_word(p_.of(all_.words[k].span), "要求"))
      return false;
  }
  return ordered_before(s);
}

// 要求企业对照问题清单,|举一反三全面整改: the order stands in the clause before; not …,已完成整改.
bool Needs::ordered_before(const Act& s) const {
  constexpr std::uint32_t kSubject = 36;  // bytes of who orders
  constexpr std::array<std::string_view, 8> kPapers = {"按",   "文件", "通知", "办法",
                                                       "规定", "方案", "意见", "法"};
  constexpr std::array<std::string_view, 7> kTold = {"已", "未",   "逾期", "拒不",
                                                     "尚", "表示", "如"};
  if (s.clause.begin == 0 || p_.text[s.clause.begin - 1] != ',') return false;
  const std::string_view deed = p_.of(all_.words[s.index].span);
  if (!holds_word(deed, "整改") && !holds_word(deed, "改正")) return false;
  const std::string_view own =
      p_.text.substr(s.clause.begin, all_.words[s.index].span.begin - s.clause.begin);
  if (around::holds_any(own, kTold)) return false;
  Span before{clause_begin(p_, s.clause.begin - 1), s.clause.begin};
  // 约谈要求,|各平台公司要排查自身问题,|立即整改
  constexpr std::string_view kDemands = "要求,";
  if (around::ends(p_.text, before.begin, kDemands) && !around::holds_any(p_.of(before), kTold)) {
    const Span opening{clause_begin(p_, before.begin - 1), before.begin};
    if (opening.size() <= kSubject) before = opening;
  }
  for (std::size_t k = s.index; k-- > 0 && all_.words[k].span.begin >= before.begin;) {
    if (!all_.words[k].is(Pattern::frame, "order") ||
        all_.words[k].span.begin - before.begin > kSubject)
      continue;
    const std::string_view who =
        p_.text.substr(before.begin, all_.words[k].span.begin - before.begin);
    return !around::holds_any(who, kPapers);
  }
  return false;
}

// 尚有15款APP未完成整改,现予以通报
bool Needs::notified(const Act& s) const {
  const std::string_view own = p_.of(all_.words[s.index].span);
  const bool formal = holds_word(own, "予") || own.ends_with("如下") ||
                      around::ends(p_.text, all_.words[s.index].span.begin, "予以");
  if (!formal) return false;
  const std::uint32_t from = s.clause.begin > kScope ? s.clause.begin - kScope : 0;
  for (std::size_t k = s.index; k-- > 0 && all_.words[k].span.begin >= from;) {
    if (all_.words[k].is(Pattern::object, "app")) return true;
  }
  return false;
}

}  // namespace guanlan::sanctions
