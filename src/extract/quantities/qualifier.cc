#include "extract/quantities/qualifier.h"

#include <algorithm>

#include "extract/around.h"

namespace guanlan::quantities {
namespace {

struct Word {
  std::string_view text;
  Approx approx;
};

// Right before the number. A word that ends another one stands behind it.
constexpr Word kBefore[] = {
    {"不得超过", Approx::under}, {"不能超过", Approx::under}, {"不超过", Approx::under},
    {"未超过", Approx::under},   {"不得超", Approx::under},   {"不超", Approx::under},
    {"超过了", Approx::over},    {"超过", Approx::over},      {"突破了", Approx::over},
    {"突破", Approx::over},      {"不少于", Approx::over},    {"不得少于", Approx::over},
    {"不低于", Approx::over},    {"不得低于", Approx::over},  {"不小于", Approx::over},
    {"不亚于", Approx::over},    {"不下于", Approx::over},    {"不下", Approx::over},
    {"不高于", Approx::under},   {"不多于", Approx::under},   {"不大于", Approx::under},
    {"高于", Approx::over},      {"多于", Approx::over},      {"大于", Approx::over},
    {"低于", Approx::under},     {"少于", Approx::under},     {"小于", Approx::under},
    {"超出", Approx::over},      {"至少", Approx::over},      {"最少", Approx::over},
    {"起码", Approx::over},      {"至多", Approx::under},     {"最多", Approx::under},
    {"不足", Approx::under},     {"不满", Approx::under},     {"未满", Approx::under},
    {"不到", Approx::under},     {"未到", Approx::under},     {"大约", Approx::about},
    {"大概", Approx::about},     {"大致", Approx::about},     {"约合", Approx::about},
    {"接近", Approx::nearly},    {"逼近", Approx::nearly},    {"将近", Approx::nearly},
    {"几近", Approx::nearly},    {"几乎", Approx::nearly},    {"差不多", Approx::about},
    {"未达", Approx::under},     {"未达到", Approx::under},   {"逾", Approx::over},
    {"超", Approx::over},        {"约", Approx::about},       {"近", Approx::nearly},
};
// Words that end in a qualifier but are none: 最近3年, 签约3家.
constexpr std::string_view kNotBefore[] = {"最近", "附近", "临近", "靠近", "亲近", "远近", "相近",
                                           "签约", "履约", "预约", "制约", "节约", "违约", "合约",
                                           "续约", "公约", "解约", "集约", "毁约", "邀约", "条约",
                                           "赶超", "反超", "英超", "中超", "领超"};
// Verbs between a qualifier and its number: 至少包含一家, 约为3成.
constexpr std::string_view kLinks[] = {
    "包含",     "包括",   "需要", "达到", "保存", "留存", "提供", "完成", "建成", "覆盖",
    "于",       "为",     "有",   "占",   "达",   "需",   "设",   "是",   "应",   "建",
    "合人民币", "人民币", "抽查", "检查", "培训", "遴选", "支持", "培育", "打造", "形成",
    "推出",     "举办",   "吸引", "带动", "罚款", "处罚", "奖励", "补助", "资助"};
// Qualifiers that reach over a noun to the number at the end of their clause.
constexpr Word kOver[] = {
    {"约占", Approx::about},     {"约高于", Approx::about}, {"约低于", Approx::about},
    {"约相当于", Approx::about}, {"约为", Approx::about},   {"约是", Approx::about},
    {"近占", Approx::nearly},    {"超过", Approx::over},    {"超出", Approx::over},
    {"不足", Approx::under},     {"接近", Approx::nearly},  {"不到", Approx::under}};

constexpr Word kAfter[] = {
    {"及以上", Approx::over},  {"或以上", Approx::over}, {"以上", Approx::over},
    {"及以下", Approx::under}, {"以下", Approx::under},  {"以内", Approx::under},
    {"左右", Approx::about},   {"上下", Approx::about},  {"之多", Approx::over},
    {"开外", Approx::over},    {"有余", Approx::over}};
// Words that only begin like one: 以下简称.
constexpr std::string_view kNotAfter[] = {"以下简称", "以下措施", "以下方面", "以下行为",
                                          "上下游",   "左右两",   "以上述"};

Span behind(std::uint32_t at, std::string_view word) {
  return {at - static_cast<std::uint32_t>(word.size()), at};
}

// 过百家, 过亿元; not 通过百家.
bool passes(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kRound[] = {"百", "千", "万", "亿"};
  constexpr std::string_view kOther[] = {"通过", "经过", "不过", "度过", "受过", "做过",
                                         "去过", "有过", "见过", "走过", "跨过", "路过"};
  return around::ends(text, at, "过") && around::starts_any(text, at, kRound) != 0 &&
         around::ends_any(text, at, kOther) == 0;
}

Qualifier adjacent(std::string_view text, std::uint32_t at) {
  for (const Word& word : kBefore) {
    if (!around::ends(text, at, word.text)) continue;
    if (around::ends_any(text, at, kNotBefore) != 0) return {};
    return {word.approx, behind(at, word.text), "figure.qualifier-before"};
  }
  if (passes(text, at)) return {Approx::over, behind(at, "过"), "figure.qualifier-before"};
  return {};
}

}  // namespace

Qualifier qualifier_before(std::string_view text, std::uint32_t at, std::uint32_t floor) {
  if (auto q = adjacent(text, at); q.approx != Approx::none && q.cue.begin >= floor) return q;
  const std::uint32_t link = around::ends_any(text, at, kLinks);
  if (link == 0) return {};
  const auto q = adjacent(text, at - link);
  const bool fits = q.approx != Approx::none && q.cue.begin >= floor;
  return fits && !around::ends(text, at - link, "近") ? q : Qualifier{};
}

// Only 的 and the verbs of comparison leave room for a noun.
Qualifier qualifier_over_noun(std::string_view text, std::uint32_t at, std::uint32_t floor) {
  constexpr std::uint32_t kReach = 60;
  std::uint32_t begin = at;
  while (begin > floor && at - begin < kReach) {
    const auto d = utf8::decode_before(text, begin);
    if (around::ends_clause(d.cp) || d.cp == U'、' || d.cp == '(') break;
    begin -= d.size;
  }
  const std::string_view clause = text.substr(begin, at - begin);
  const bool of = around::ends(text, at, "的");
  for (const Word& word : kOver) {
    if (word.approx != Approx::about && !of) continue;
    const std::size_t found = clause.find(word.text);
    if (found == std::string_view::npos) continue;
    const auto from = begin + static_cast<std::uint32_t>(found);
    if (around::ends_any(text, from + 3, kNotBefore) != 0) continue;
    return {word.approx,
            {from, from + static_cast<std::uint32_t>(word.text.size())},
            "figure.qualifier-over-noun"};
  }
  return {};
}

Qualifier qualifier_after(std::string_view text, std::uint32_t at) {
  if (around::starts_any(text, at, kNotAfter) != 0) return {};
  for (const Word& word : kAfter) {
    if (around::starts(text, at, word.text)) {
      return {word.approx,
              {at, at + static_cast<std::uint32_t>(word.text.size())},
              "figure.qualifier-after"};
    }
  }
  return {};
}

}  // namespace guanlan::quantities
