// The words behind a date: 起施行, 前, 后, 止, 以来.
#include <algorithm>

#include "extract/around.h"
#include "extract/dates/frame.h"
#include "extract/dates/place.h"

namespace guanlan::dates {

using around::ends;
using around::starts;

namespace {

// 起施行, 起正式实施, 施行: length of the words.
std::uint32_t comes_into_force(const Place& p) {
  std::uint32_t at = p.end;
  const bool from = starts(p.text, at, "起");
  if (from) at += 3;
  while (const std::uint32_t adverb = frame().at(p.text, at, Frame::adverb)) at += adverb;
  const std::uint32_t force = frame().at(p.text, at, Frame::force);
  if (force == 0) return 0;
  at += force;
  if (!from) {  // 5月1日实施清朗行动
    if (p.e.point.month == 0) return 0;
    const char32_t behind = around::next(p.text, at);
    if (!around::ends_clause(behind) && behind != U'的' && behind != ')' && behind != 0 &&
        behind != U'、')
      return 0;
  }
  return at - p.end;
}

// …前: by that day; somebody comments or acts.
std::optional<Reading> by_that_day(const Place& p) {
  const std::uint32_t word = frame().at(p.text, p.end, Frame::by);
  if (word == 0 || frame().at(p.text, p.end, Frame::not_by) != 0) return {};
  if (starts(p.text, p.end + word, "的")) return {};  // 2023年底前的数据
  const std::uint32_t was = frame().at(p.text, p.end + word, Frame::came_to_be);
  if (was != 0 && starts(p.text, p.end + word + was, "的"))
    return made(DateRole::end, why("date.end", p.end, word));
  const std::string_view right = p.right(150);
  const bool opinions =
      frame().holds(right, Frame::opinions) ||
      (frame().holds(p.left(150), Frame::opinions) && !frame().holds(right, Frame::work));
  return made(opinions ? DateRole::comment_by : DateRole::deadline,
              why(opinions ? "date.comment-by" : "date.deadline", p.end, word));
}

// 5月10日后仍未整改的: by that day. 6月1日后, 6月1日以后: from that day on.
std::optional<Reading> after_that_day(const Place& p) {
  const std::uint32_t word = frame().at(p.text, p.end, Frame::after);
  if (word == 0 || frame().at(p.text, p.end, Frame::not_after) != 0) return {};
  const std::string_view right = p.right(90);
  const std::string_view clause = right.substr(0, right.find_first_of(",;"));
  if (p.e.point.day != 0 &&
      (frame().at(p.text, p.end + word, Frame::undone) != 0 ||
       frame().at(p.text, p.end + word, Frame::still) != 0) &&
      clause.ends_with("的"))
    return made(DateRole::deadline, why("date.deadline", p.end, word));
  Reading r = made(DateRole::start, why("date.start", p.end, word));
  r.future = frame().holds(p.right(120), Frame::binds);
  return r;
}

// 2024年1月1日起,《未成年人网络保护条例》正式施行; 2021年9月1日,《…》正式施行.
std::optional<Reading> law_comes_into_force(const Place& p) {
  const std::string_view right = p.right(180);
  const std::string_view clause = right.substr(0, std::min(right.find("。"), right.find(";")));
  const std::size_t title = clause.starts_with(",") ? 1 : 4;
  if (!clause.substr(std::min(title, clause.size())).starts_with("《")) return {};
  const std::size_t close = clause.find("》");
  for (const std::string_view word : frame().words(Frame::into_force)) {
    const bool right_behind =
        close != std::string_view::npos && clause.substr(close + 3).starts_with(word);
    if (!clause.ends_with(word) && !right_behind) continue;
    const std::size_t found = right_behind ? close + 3 : clause.size() - word.size();
    const auto at = p.end + static_cast<std::uint32_t>(found);
    return made(DateRole::effective,
                why("date.effective", at, static_cast<std::uint32_t>(word.size())));
  }
  return {};
}

// 2024年10月1日起,一批国家标准开始实施: what is laid down, and no more in the clause.
std::optional<Reading> rules_come_into_force(const Place& p) {
  constexpr std::size_t kLongest = 90;
  const std::string_view right = p.right(180).substr(std::min<std::size_t>(4, p.right(180).size()));
  const std::string_view clause =
      right.substr(0, std::min({right.find("。"), right.find(";"), right.find(","), right.find(":"),
                                right.size()}));
  if (clause.size() > kLongest || !frame().holds(clause, Frame::rules)) return {};
  for (const std::string_view word : frame().words(Frame::into_force)) {
    if (!clause.ends_with(word)) continue;
    const auto at = p.end + 4 + static_cast<std::uint32_t>(clause.size() - word.size());
    return made(DateRole::effective,
                why("date.effective", at, static_cast<std::uint32_t>(word.size())));
  }
  return {};
}

}  // namespace

std::optional<Reading> by_words_behind(const Place& p) {
  const std::string_view t = p.text;
  if (const auto n = comes_into_force(p))
    return made(DateRole::effective, why("date.effective", p.end, n));
  if (const auto n = frame().at(t, p.end, Frame::cease))
    return made(DateRole::expires, why("date.expires", p.end, n));
  if (auto due = by_that_day(p)) return due;
  if (auto after = after_that_day(p)) return after;
  if (const auto n = frame().at(t, p.end, Frame::limit); n != 0 && ends(t, p.begin, "以"))
    return made(DateRole::deadline, why("date.deadline", p.end, n));
  if (starts(t, p.end, "关闭") &&
      frame().holds(p.left(60), Frame::turns_in))  // 申报系统将于5月31日关闭
    return made(DateRole::deadline, why("date.deadline", p.end, 6));
  if (starts(t, p.end, "停止") && frame().at(t, p.end + 6, Frame::turns_in) != 0)
    return made(DateRole::deadline, why("date.deadline", p.end, 6));
  if (const auto n = frame().at(t, p.end, Frame::closed)) {
    if (const auto valid = frame().before(t, p.begin, Frame::valid_to))
      return made(DateRole::expires, why("date.expires", p.begin - valid, valid));
    if (const auto from = frame().before(t, p.begin, Frame::force_to))
      return made(DateRole::expires, why("date.expires", p.begin - from, from));
    const bool of_range = p.e.range_last || ends(t, p.begin, "起至");
    const std::string_view left = of_range ? p.left_of_range(150) : p.left(150);
    const bool opinions = frame().holds(left, Frame::opinions),
               turns_in = frame().holds(left, Frame::turns_in) ||
                          frame().at(t, p.end + n, Frame::turns_in) != 0;
    if (opinions) return made(DateRole::comment_by, why("date.comment-by", p.end, n));
    if (turns_in) return made(DateRole::deadline, why("date.deadline", p.end, n));
    return made(DateRole::end, why("date.end", p.end, n));
  }
  if (starts(t, p.end, "起,") || starts(t, p.end, ",《")) {
    if (auto force = law_comes_into_force(p)) return force;
    if (auto force = rules_come_into_force(p); force && starts(t, p.end, "起,")) return force;
  }
  if (starts(t, p.end, "起")) {
    Reading r = made(DateRole::start, why("date.start", p.end, 3));
    const std::string_view right = p.right(120);
    r.future = frame().holds(right, Frame::binds) && p.e.point.day != 0;
    r.opens =
        p.e.point.day != 0 && !frame().holds(right.substr(0, right.find("。")), Frame::has_been);
    return r;
  }
  if (const auto n = frame().at(t, p.end, Frame::started))
    return made(DateRole::start, why("date.start", p.end, n));
  return {};
}

}  // namespace guanlan::dates
