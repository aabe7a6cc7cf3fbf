#include "extract/dates/role.h"

#include <algorithm>

#include "extract/around.h"
#include "extract/dates/frame.h"
#include "extract/dates/place.h"

namespace guanlan::dates {
namespace {

Reading of_range(const Place& p) {
  Reading r = made(p.e.range_first ? DateRole::start : DateRole::end,
                   why("date.range", p.e.span.begin, p.e.span.size()));
  const std::string_view left =
      between(p.text, std::max(p.sentence.begin, p.begin > 150 ? p.begin - 150 : 0), p.begin, 150);
  const std::size_t cut = left.find_last_of(",;");
  const std::string_view clause = cut == std::string_view::npos ? left : left.substr(cut);
  const bool period = holds_word(clause, "期限") || holds_word(clause, "时间");
  const bool opinions =
      frame().holds(clause, Frame::opinions) || (period && frame().holds(left, Frame::opinions));
  const bool from =
      clause.substr(std::min<std::size_t>(1, clause.size())).starts_with("自");  // 有效期5年,自…至…
  const bool valid = holds_word(clause, "有效期") || (from && holds_word(left, "有效期"));
  const bool turns_in = frame().holds(clause, Frame::turns_in);
  const bool named = frame().before(p.text, p.begin, Frame::period) != 0;
  r.term = opinions || valid || turns_in || named || holds_word(clause, "过渡期");
  r.future = r.term || holds_word(clause, "阶段");
  if (p.e.range_first) return r;
  if (opinions) return made(DateRole::comment_by, r.why);
  if (valid) return made(DateRole::expires, r.why);
  r.must_act = turns_in;
  return r;
}

// 2023年12月,公安部部署…专项行动以来; 2008年开始; 于今年5月初启动.
std::optional<Reading> by_verb_further_on(const Place& p) {
  const std::string_view right = p.right(150);
  if (const std::size_t since = right.find("以来"); since != std::string_view::npos) {
    const std::string_view gap = right.substr(0, since);
    if (std::count(gap.begin(), gap.end(), ',') <= 1 && !holds_word(gap, "。")) {
      Reading r =
          made(DateRole::start, why("date.start", p.end + static_cast<std::uint32_t>(since), 6));
      r.weak = true;
      return r;
    }
  }
  const std::string_view near = right.substr(0, 48);
  for (const std::string_view verb : frame().words(Frame::begins)) {
    const std::size_t at = near.find(verb);
    if (at == std::string_view::npos) continue;
    if (std::count(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(at), ',') > 1) continue;
    Reading r = made(DateRole::start, why("date.begins", p.end + static_cast<std::uint32_t>(at),
                                          static_cast<std::uint32_t>(verb.size())));
    r.weak = true;
    return r;
  }
  return {};
}

// 4月9日示例日报|消息,: the outlet stands between the day and its report.
bool told_by_outlet(std::string_view text, std::uint32_t at) {
  constexpr std::size_t kLongest = 60;
  const auto found = text.substr(at, kLongest).find("消息,");
  if (found == std::string_view::npos || found == 0) return false;
  const std::string_view between = text.substr(at, found);
  return between.find_first_of(",;:(") == std::string_view::npos &&
         !frame().holds(between, Frame::no_outlet);
}

}  // namespace

const char* name(DateRole role) {
  switch (role) {
    case DateRole::past:
      return "past";
    case DateRole::end:
      return "end";
    case DateRole::start:
      return "start";
    case DateRole::deadline:
      return "deadline";
    case DateRole::comment_by:
      return "comment_by";
    case DateRole::expires:
      return "expires";
    case DateRole::effective:
      return "effective";
  }
  return "past";
}

Reading read_role(std::string_view text, const Expression& e, Span sentence, std::uint32_t floor,
                  std::uint32_t next) {
  Place p{text, e, sentence, floor, next, e.span.begin, skip_clock(text, e.span.end)};
  Reading r;
  if (auto behind = by_words_behind(p)) {
    r = *behind;
  } else if (auto before = by_words_before(p)) {
    r = *before;
  } else if (auto asked = asked_for(p)) {
    r = *asked;
  } else if (e.range_first || e.range_last) {
    r = of_range(p);
  } else if (auto verb = by_verb_further_on(p)) {
    r = *verb;
  }
  r.reported =
      frame().at(text, e.span.end, Frame::reported) != 0 || told_by_outlet(text, e.span.end);
  if (frame().before(text, e.span.begin, Frame::ahead) != 0) r.future = true;
  return r;
}

}  // namespace guanlan::dates
