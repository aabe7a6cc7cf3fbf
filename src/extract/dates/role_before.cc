// The words before a date: 有效期至, 截止日期为, 截至, 到, 请于.
#include <algorithm>

#include "extract/around.h"
#include "extract/dates/frame.h"
#include "extract/dates/place.h"

namespace guanlan::dates {

using around::ends;
using around::starts;

namespace {

// 到2022年,: a target, somebody has to reach it; 到2030年 inside a phrase: an end.
Reading aimed_at(const Place& p, std::uint32_t word) {
  const std::uint32_t before = p.begin - word;
  const char32_t lead = around::previous(p.text, before);
  const bool striven = frame().before(p.text, before, Frame::strives) != 0;
  const bool opens = before <= p.sentence.begin || around::ends_clause(lead) || lead == U'“' ||
                     striven || frame().before(p.text, before, Frame::plans) != 0;
  const bool reached =
      frame().at(p.text, p.end, Frame::reached) != 0 && !frame().holds(p.right(45), Frame::done);
  const bool aimed = reached && (opens || frame().before(p.text, before, Frame::states) !=
                                              0);  // 提出到2025年底建成…
  const bool target = ends(p.text, p.begin, "到") &&
                      (aimed || (opens && (striven || starts(p.text, p.end, ",")))) &&
                      p.e.point.day == 0;
  const std::string_view left =
      between(p.text, std::max(p.sentence.begin, before > 90 ? before - 90 : 0), before, 90);
  const std::string_view clause = left.substr(left.find_last_of(",;") + 1);
  // 有效期至; 有效期延长两年,至
  if (holds_word(clause.empty() ? left : clause, "有效期"))
    return made(DateRole::expires, why("date.expires", before, word));
  if (starts(p.text, p.end, "的今天")) return {};
  const bool period =
      ends(p.text, before, "期") || ends(p.text, before, "时间");  // 征求期至5月20日
  const bool open = frame().before(p.text, before, Frame::open_until) != 0;
  std::string_view said = open ? p.right(60) : std::string_view();  // 即日起至5月31日接受报名
  said = said.substr(0, said.find_first_of(",;", 1));
  if ((period && frame().holds(clause, Frame::opinions)) || frame().holds(said, Frame::opinions))
    return made(DateRole::comment_by, why("date.comment-by", before, word));
  if (!target) {
    Reading r = made(DateRole::end, why("date.end", before, word));
    r.must_act = ((period || open) && frame().holds(clause, Frame::turns_in)) ||
                 frame().holds(said, Frame::turns_in);
    r.future = r.must_act || frame().holds(clause, Frame::goes_on);
    return r;
  }
  return made(DateRole::deadline, why("date.target", before, word));
}

// 截止日期, 截止时间延长至, 报名时间延期至: the words before the day that say so.
std::uint32_t closing_day(const Place& p) {
  const std::uint32_t colon = ends(p.text, p.begin, ":") ? 1 : 0;
  const std::uint32_t is = colon != 0 ? colon : frame().before(p.text, p.begin, Frame::closing_is);
  if (const auto n = frame().before(p.text, p.begin - is, Frame::closing_day)) return n + is;
  const std::uint32_t off = frame().before(p.text, p.begin, Frame::put_off);
  return off != 0 && (frame().holds(p.left(60), Frame::turns_in) ||
                      frame().holds(p.left(60), Frame::opinions))
             ? off
             : 0;
}

// 超过5月10日|未提交的,视为放弃; not 流量超过5月10日的峰值.
bool forfeits(std::string_view right) {
  if (right.starts_with(")")) right.remove_prefix(1);
  const std::string_view clause = right.substr(0, right.find_first_of(",;"));
  return (frame().at(clause, 0, Frame::undone) != 0 && holds_word(clause, "的")) ||
         frame().holds(right.substr(0, right.find("。")), Frame::forfeits);
}

}  // namespace

// 请于2024年上半年完成整改; a day on which something takes place is none.
std::optional<Reading> asked_for(const Place& p) {
  const std::uint32_t asked = frame().before(p.text, p.begin, Frame::asked);
  if (asked == 0 || p.e.point.day != 0) return {};
  const std::string_view right = p.right(90);
  const std::string_view clause =
      right.substr(0, std::min({right.find("。"), right.find(";"), right.find(","), right.size()}));
  if (!frame().holds(clause, Frame::asked_for)) return {};
  return made(DateRole::deadline, why("date.deadline", p.begin - asked, asked));
}

std::optional<Reading> by_words_before(const Place& p) {
  const std::string_view t = p.text;
  if (const auto n = frame().before(t, p.begin, Frame::valid_to))
    return made(DateRole::expires, why("date.expires", p.begin - n, n));
  if (const auto n = frame().before(t, p.begin, Frame::in_force))
    return made(DateRole::effective, why("date.effective", p.begin - n, n));
  if (const auto n = closing_day(p); n != 0 && !p.e.range_first) {
    const std::string_view left = p.left(120);
    if (frame().holds(left.substr(left.find_last_of(",;") + 1),
                      Frame::valid)) {  // 有效期截止日期
      return made(DateRole::expires, why("date.expires", p.begin - n, n));
    }
    const bool opinions = frame().holds(left, Frame::opinions);
    return made(opinions ? DateRole::comment_by : DateRole::deadline,
                why("date.deadline", p.begin - n, n));
  }
  if (const auto n = frame().before(t, p.begin, Frame::due); n != 0 && !p.e.range_first) {
    const bool opinions = frame().holds(p.left(120), Frame::opinions);
    return made(opinions ? DateRole::comment_by : DateRole::deadline,
                why("date.deadline", p.begin - n, n));
  }
  if (const auto n = frame().before(t, p.begin, Frame::too_late);
      n != 0 && p.e.point.day != 0 && forfeits(p.right(90)))
    return made(DateRole::deadline, why("date.deadline", p.begin - n, n));
  if (const auto n = frame().before(t, p.begin, Frame::until)) {
    const bool opinions = frame().holds(p.left(120), Frame::opinions);
    if (opinions) return made(DateRole::comment_by, why("date.comment-by", p.begin - n, n));
    const bool closes = frame().before(t, p.begin - n, Frame::closing) != 0;  // 报名截至
    return closes ? made(DateRole::deadline, why("date.deadline", p.begin - n, n))
                  : made(DateRole::end, why("date.as-of", p.begin - n, n));
  }
  if (const auto n = frame().before(t, p.begin, Frame::since))
    return made(DateRole::start, why("date.start", p.begin - n, n));
  if (p.e.range_first || p.e.range_last) return {};
  if (const auto n = frame().before(t, p.begin, Frame::to);
      n != 0 && frame().before(t, p.begin, Frame::verb_to) == 0)
    return aimed_at(p, n);
  return {};
}

}  // namespace guanlan::dates
