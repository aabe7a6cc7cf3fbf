#include "extract/sanctions/facts.h"

#include <algorithm>
#include <array>

#include "extract/around.h"
#include "extract/near.h"
#include "extract/rumour.h"
#include "extract/sanctions/frame.h"
#include "text/utf8.h"

namespace guanlan::sanctions {

bool Facts::is_one(std::size_t index) {
  const std::uint32_t at = all_.words[index].span.begin;
  return !words_of_a_law(at) && !names_the_thing(index) && !in_a_rumour(p_, at) && !compared(at) &&
         !one_of_a_sum(all_.words[index]) && !is_prize(all_.words[index]) && !undone(index);
}

// ,超过2022年对甲处以的罚款: what it is measured against.
bool Facts::compared(std::uint32_t at) const {
  constexpr std::uint32_t kReach = 90;
  const std::uint32_t clause = clause_begin(p_, at);
  const std::uint32_t than = frame().at(p_.text, clause, Frame::than);
  if (than == 0 || at - clause > kReach) return false;
  const std::string_view between = p_.text.substr(clause + than, at - clause - than);
  return holds_word(between, "年") || holds_word(between, "此前");
}

// 第六十四条 … at the head of the paragraph; …的,由…处.
bool Facts::words_of_a_law(std::uint32_t at) {
  if (at >= paragraph_.end || at < paragraph_.begin) {
    const std::string_view text = p_.text.substr(0, part_.end);
    std::uint32_t begin = at;
    if (paragraph_.end != 0 && at >= paragraph_.end) {
      begin = paragraph_.end;
    } else {
      begin = part_.begin;
    }
    for (;;) {
      const auto line = text.find('\n', begin);
      const auto end =
          static_cast<std::uint32_t>(line == std::string_view::npos ? part_.end : line);
      if (at < end || line == std::string_view::npos) {
        paragraph_ = {begin, std::max(end, at + 1)};
        break;
      }
      begin = end + 1;
    }
    const auto head = text.substr(begin, 40);
    const auto article = head.find("条");
    law_paragraph_ = head.starts_with("第") && article != std::string_view::npos && article < 24;
  }
  return law_paragraph_;
}

// 处罚标准, 约谈机制, 被通报的APP: the word is a name or a modifier.
bool Facts::names_the_thing(std::size_t index) const {
  const Word& word = all_.words[index];
  if (index + 1 < all_.words.size() && all_.words[index + 1].span.begin == word.span.end &&
      all_.words[index + 1].is(Pattern::frame, "noun")) {
    const char behind =
        p_.text[std::min<std::size_t>(all_.words[index + 1].span.end, p_.text.size() - 1)];
    return !utf8::is_digit(static_cast<unsigned char>(behind));  // 侦办案件500起
  }
  const bool passive =
      around::ends(p_.text, word.span.begin, "被") || p_.of(word.span).starts_with("被");
  // not 被给予警告|的处罚
  return passive && around::starts(p_.text, word.span.end, "的") &&
         frame().at(p_.text, word.span.end, Frame::kind_of_act) == 0;
}

// Threatened, possible, claimed, forbidden: by the nearest word of that kind before the act.
bool Facts::undone(std::size_t index) const {
  const Word& word = all_.words[index];
  const std::uint32_t clause = clause_begin(p_, word.span.begin);
  if (follows_a_case(clause)) return true;
  if (frame().at(p_.text, word.span.end, Frame::at_most) != 0)
    return true;  // 罚款|可高达营业额的20%
  const std::uint32_t scope = word.span.begin > kScope ? word.span.begin - kScope : 0;
  for (std::size_t k = index; k-- > 0 && all_.words[k].span.begin >= scope;) {
    const Word& before = all_.words[k];
    if (sentence_ends_between(p_.text, before.span.end, word.span.begin)) break;
    if (before.is(Pattern::frame, "judged")) return asked_for(before.span.begin);
    if (before.is(Pattern::frame, "asked")) return true;
    if (before.is(Pattern::frame, "due") && orders_by_day(word, before.span.end)) return false;
    if (before.span.end <= clause) {
      if (goes_on_planned(before.span, clause)) return true;
      continue;
    }
    if (before.is(Pattern::frame, "done")) return false;
    if (before.is(Pattern::frame, "undone") && !tells_which(before.span.end, word.span.begin))
      return true;
    if (before.is(Pattern::frame, "denied") && word.span.begin - before.span.end <= 12) return true;
  }
  // 关停、行政处罚等措施; not 已采取关停等措施
  if (frame().holds(p_.text.substr(clause, word.span.begin - clause), Frame::took)) return false;
  const std::uint32_t end = std::min(clause_end(p_, word.span.end), word.span.end + 60);
  for (std::size_t k = index + 1; k < all_.words.size() && all_.words[k].span.end <= end; ++k) {
    if (all_.words[k].is(Pattern::frame, "noun") && p_.of(all_.words[k].span).starts_with("等"))
      return true;
  }
  return false;
}

// 将约谈相关企业,|督促其整改; 将被撤销,|并予以通报: what is planned goes on in the next clause.
bool Facts::goes_on_planned(Span planned, std::uint32_t clause) const {
  if (!around::starts(p_.text, planned.begin, "将") ||
      frame().at(p_.text, clause, Frame::orders) == 0)
    return false;
  const std::string_view between = p_.text.substr(planned.end, clause - planned.end);
  return between.find_first_of(",;") == between.size() - 1;
}

// 多次予以50万元罚款,|共累计罚款900万元: one of those that the sum holds.
bool Facts::one_of_a_sum(const Word& word) const {
  constexpr std::uint32_t kReach = 60;
  if (!word.is(Pattern::act, "fine")) return false;
  const std::uint32_t clause = clause_begin(p_, word.span.begin),
                      end = clause_end(p_, word.span.end);
  if (!frame().holds(p_.text.substr(clause, word.span.begin - clause), Frame::each) ||
      !around::starts(p_.text, end, ","))
    return false;
  return frame().holds(
      p_.text.substr(end, std::min<std::size_t>(clause_end(p_, end + 1) - end, kReach)),
      Frame::sums);
}

// 愿意支付1000万元|赏金: what somebody may earn.
bool Facts::is_prize(const Word& word) const {
  if (!word.is(Pattern::act, "fine")) return false;
  const std::uint32_t end = clause_end(p_, word.span.end);
  return frame().holds(p_.text.substr(word.span.end, end - word.span.end), Frame::prize);
}

// 上述APP应于3月1日|前|完成整改: a notice that sets a day orders it.
bool Facts::orders_by_day(const Word& word, std::uint32_t from) const {
  if (!word.is(Pattern::act, "order_to_correct")) return false;
  const std::string_view between = p_.text.substr(from, word.span.begin - from);
  return around::holds_any(between, {"前", "日内", "天内", "月内"});
}

// 对逾期不整改的|3款APP: what is conditional only tells which ones.
bool Facts::tells_which(std::uint32_t from, std::uint32_t to) const {
  constexpr std::size_t kWhich = 60;  // bytes that tell which
  const std::string_view between = p_.text.substr(from, to - from);
  const auto of = between.find("的");
  if (of == std::string_view::npos || of > kWhich) return false;
  const std::string_view head = between.substr(of + 3);
  constexpr std::array<std::string_view, 8> kGoesOn = {",",    "将", "予以", "处",
                                                       "依法", "可", "由",   "、"};
  return head.size() >= 3 && around::starts_any(head, 0, kGoesOn) == 0;
}

// 有上述行为之一的,|给予警告: the words of a rule.
bool Facts::follows_a_case(std::uint32_t clause) const {
  return frame().before(p_.text, clause, Frame::rule_case) != 0 &&
         frame().at(p_.text, clause, Frame::then) != 0;
}

// 请求|判令: what the plaintiff wants is not what the court said.
bool Facts::asked_for(std::uint32_t at) const {
  return frame().before(p_.text, at, Frame::wants) != 0;
}

}  // namespace guanlan::sanctions
