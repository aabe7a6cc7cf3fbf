#include "extract/dates/role.h"

#include <algorithm>

#include "extract/around.h"

namespace guanlan::dates {
namespace {

using around::ends;
using around::ends_any;
using around::starts;
using around::starts_any;
using Words = around::Words;

// Behind the date.
constexpr std::string_view kForce[] = {"施行", "实施", "生效", "执行", "适用", "试行", "实行"};
constexpr std::string_view kAdverbs[] = {"正式", "开始", "全面",   "同步",   "统一",   "陆续",
                                         "分步", "依法", "在全国", "在全省", "在全市", "强制"};
constexpr std::string_view kBeforeWords[] = {"之前", "以前", "前", "日前"};  // 8月2日(星期五)日前
// 6月1日前上架的应用: which ones are meant; nobody must act by then.
constexpr std::string_view kCameToBe[] = {
    "上架", "上市", "上线", "生产", "出厂", "注册", "成立", "设立", "取得", "备案", "签订",
    "购买", "开通", "入网", "立案", "发生", "产生", "形成", "建成", "发布", "公布", "印发"};
constexpr std::string_view kAfterWords[] = {"以后", "之后", "后"};
constexpr std::string_view kNotAfter[] = {"后续", "后台", "后期", "后来", "后缀",
                                          "后方", "后勤", "后端", "后半", "后果"};
constexpr std::string_view kNotBefore[] = {"前夕", "前后", "前期", "前述", "前三",
                                           "前两", "前往", "前瞻", "前来", "前身"};
constexpr std::string_view kCease[] = {
    "起废止", "起失效",   "起停止执行", "起停止施行", "起停止实施", "起不再执行", "到期",
    "失效",   "自动失效", "废止",       "期满",       "届满",       "终止"};
constexpr std::string_view kClosed[] = {"截止", "为止", "止"};
constexpr std::string_view kStarted[] = {"以来", "开始", "至今", "来,"};
constexpr std::string_view kReported[] = {"消息",     "电",       "讯",       "报道",   "上午消息",
                                          "下午消息", "午间消息", "晚间消息", "晚消息", "早间消息",
                                          "晨间消息", "凌晨消息", "上午电",   "下午电", "晚电"};
// Before the date.
constexpr std::string_view kUntil[] = {"截至", "截止到",    "截止至",   "截至到",
                                       "截止", "截至目前(", "截至今日("};
constexpr std::string_view kDue[] = {
    "截止于", "期限为", "期限至", "时限为", "时限:",  "期限截至", "最迟",     "最迟于", "不迟于",
    "至迟",   "至迟于", "最晚",   "最晚于", "不晚于", "不得晚于", "不得迟于", "期限:",  "时间截至"};
// 截止日期, 截至时间 … and what may stand behind them: 为, :, 延长至.
constexpr std::string_view kClosingDay[] = {"截止日期", "截止时间", "截至日期", "截至时间",
                                            "截止日"};
constexpr std::string_view kClosingIs[] = {"延长至", "延期至", "延至", "调整为", "调整至", "顺延至",
                                           "定为",   "为",     "是",   ":",      "至",     "到"};
constexpr std::string_view kPutOff[] = {"延长至", "延长到", "延期至", "延期到", "延至",  "顺延至",
                                        "推迟至", "推迟到", "宽限至", "放宽至", "展期至"};
constexpr std::string_view kValidTo[] = {
    "执行期限至",   "施行期限至", "实施期限至", "试行期限至",  "试行期至",     "试行至",
    "施行至",       "执行期至",   "执行至",     "实施至",      "有效期至",     "有效期限至",
    "有效期到",     "有效至",     "有效期截至", "有效期限到",  "有效期截止至", "有效期延长至",
    "有效期延续至", "失效日期为", "失效日期:",  "有效期截止到"};
constexpr std::string_view kValid[] = {"有效期", "有效截止"};
constexpr std::string_view kInForce[] = {"施行日期",   "实施日期",   "生效日期",  "实施时间",
                                         "施行日期:",  "实施日期:",  "生效日期:", "施行日期为",
                                         "实施日期为", "生效日期为", "施行时间:", "实施时间:"};
constexpr std::string_view kSince[] = {"起始于", "开始于", "始于"};
constexpr std::string_view kTo[] = {"至", "到"};
constexpr std::string_view kVerbTo[] = {"受到", "达到", "收到", "得到", "看到", "遭到",   "接到",
                                        "遇到", "感到", "提到", "找到", "起到", "做到",   "听到",
                                        "回到", "谈到", "想到", "直到", "等到", "涉及到", "甚至",
                                        "乃至", "以至", "直至", "不到", "拿到"};
constexpr std::string_view kAim[] = {"力争", "争取",   "确保", "计划",
                                     "预计", "目标是", "提出", "明确"};
// 报名时间为即日起至, 材料受理至, 报名通道开放至: until then it can be done.
constexpr std::string_view kOpenUntil[] = {"即日起", "受理", "开放", "报名", "申报", "接收"};
// 逾期(5月10日), 超过5月10日未提交的: the day itself is the last one.
constexpr std::string_view kTooLate[] = {"逾期(", "过期(", "超过", "晚于", "迟于", "过了"};
constexpr std::string_view kForfeits[] = {"不予", "不再受理", "视为", "无效", "不候", "不受理"};
// 6月1日后,未备案的不得上线: what is to be, not what was.
constexpr std::string_view kBinds[] = {"不得", "应当", "须", "将",   "不再",
                                       "方可", "一律", "应", "禁止", "符合"};
constexpr std::string_view kGoesOn[] = {"持续", "即日起", "延续", "延长", "将"};
constexpr std::string_view kDone[] = {"了", "已"};
// 请于上半年完成整改: who is asked, and for what.
constexpr std::string_view kAsked[] = {
    "请于",   "请在",   "应于", "应在",   "应当于", "应当在", "须于",   "须在", "需于", "需在",
    "务必于", "务必在", "务于", "必须于", "必须在", "限于",   "确保于", "要于", "要在"};
constexpr std::string_view kAskedFor[] = {"完成", "报送", "提交", "整改", "改正", "上报",
                                          "报至", "报我", "反馈", "回复", "缴纳", "备案",
                                          "办理", "登记", "寄至", "送至"};
constexpr std::string_view kAhead[] = {"将于",   "将在", "拟于",   "拟在",   "定于",  "定在",
                                       "计划于", "预计", "计划在", "预计于", "预计在"};

constexpr std::string_view kOpinions[] = {"征求意见", "反馈意见", "意见反馈", "提出意见",
                                          "公众咨询", "修改意见", "意见建议", "意见和建议",
                                          "公开征求", "征集意见", "书面意见", "意见"};
constexpr std::string_view kTurnsIn[] = {"公示", "报名",   "申报",   "受理",   "征集",    "填报",
                                         "提交", "申请",   "整改期", "整改时", "投稿",    "报送",
                                         "征稿", "异议期", "缴费",   "登记",   "材料接收"};
constexpr std::string_view kClosing[] = {"报名", "报名时间", "报名日期", "申报", "申报时间",
                                         "投稿", "征集",     "征稿",     "提交", "报送",
                                         "期限", "受理",     "申请",     "缴费"};
constexpr std::string_view kBegins[] = {"启动", "开工", "开始", "起步", "开展以来", "动工"};

bool contains(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view w) { return holds_word(text, w); });
}

std::string_view between(std::string_view text, std::uint32_t begin, std::uint32_t end,
                         std::uint32_t reach) {
  if (end <= begin) return {};
  return text.substr(begin, std::min(end - begin, reach));
}

// (星期五), (周五).
std::uint32_t skip_weekday(std::string_view text, std::uint32_t at) {
  constexpr std::uint32_t kLongest = 14;
  if (!starts(text, at, "(星期") && !starts(text, at, "(周")) return at;
  const std::size_t close = text.find(')', at);
  return close != std::string_view::npos && close - at <= kLongest
             ? static_cast<std::uint32_t>(close) + 1
             : at;
}

// 18时, 24:00, 零时, (星期五): what may stand between a day and the word that tells its role.
std::uint32_t skip_clock(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kParts[] = {"下班", "上班", "中午下班", "下午下班", "上午",
                                         "下午", "晚上", "晚",       "中午",     "凌晨",
                                         "零时", "当日", "(含)",     "(含当日)"};
  at = skip_weekday(text, at);
  at += starts_any(text, at, kParts);
  std::uint32_t digits = at;
  while (digits < at + 2 && digits < text.size() &&
         utf8::is_digit(static_cast<unsigned char>(text[digits])))
    ++digits;
  if (digits == at) return at;
  if (starts(text, digits, ":")) {
    std::uint32_t end = digits + 1;
    while (end < digits + 3 && end < text.size() &&
           utf8::is_digit(static_cast<unsigned char>(text[end])))
      ++end;
    return end;
  }
  if (starts(text, digits, "时") || starts(text, digits, "点")) return digits + 3;
  return at;
}

struct Place {
  std::string_view text;
  const Expression& e;
  Span sentence;
  std::uint32_t floor, next;
  std::uint32_t begin, end;  // of the expression, the clock skipped

  [[nodiscard]] std::string_view left(std::uint32_t reach) const {
    const std::uint32_t from = std::max({floor, sentence.begin, begin > reach ? begin - reach : 0});
    return text.substr(from, begin - from);
  }
  // Also what stands before the first day: 公示期7天,自5月11日起至17日止.
  [[nodiscard]] std::string_view left_of_range(std::uint32_t reach) const {
    const std::uint32_t from = std::max(sentence.begin, begin > reach ? begin - reach : 0);
    return text.substr(from, begin - from);
  }
  [[nodiscard]] std::string_view right(std::uint32_t reach) const {
    return between(text, end, std::min(next, sentence.end), reach);
  }
};

Why why(const char* rule, std::uint32_t begin, std::uint32_t size) {
  return {rule, {begin, begin + size}};
}

Reading made(DateRole role, Why reason) {
  Reading r;
  r.role = role;
  r.why = reason;
  r.must_act = role == DateRole::deadline || role == DateRole::comment_by;
  r.future = r.must_act || role == DateRole::effective || role == DateRole::expires;
  return r;
}

// 起施行, 起正式实施, 施行: length of the words.
std::uint32_t comes_into_force(const Place& p) {
  std::uint32_t at = p.end;
  const bool from = starts(p.text, at, "起");
  if (from) at += 3;
  while (const std::uint32_t adverb = starts_any(p.text, at, kAdverbs)) at += adverb;
  const std::uint32_t force = starts_any(p.text, at, kForce);
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
  const std::uint32_t word = starts_any(p.text, p.end, kBeforeWords);
  if (word == 0 || starts_any(p.text, p.end, kNotBefore) != 0) return {};
  if (starts(p.text, p.end + word, "的")) return {};  // 2023年底前的数据
  const std::uint32_t was = starts_any(p.text, p.end + word, kCameToBe);
  if (was != 0 && starts(p.text, p.end + word + was, "的"))
    return made(DateRole::end, why("date.end", p.end, word));
  const std::string_view right = p.right(150);
  constexpr std::string_view kWork[] = {"整改", "完成", "清理",
                                        "落实", "建成", "实现"};  // 意见要求,…前完成清理
  const bool opinions =
      contains(right, kOpinions) || (contains(p.left(150), kOpinions) && !contains(right, kWork));
  return made(opinions ? DateRole::comment_by : DateRole::deadline,
              why(opinions ? "date.comment-by" : "date.deadline", p.end, word));
}

// 5月10日后仍未整改的: by that day. 6月1日后, 6月1日以后: from that day on.
std::optional<Reading> after_that_day(const Place& p) {
  const std::uint32_t word = starts_any(p.text, p.end, kAfterWords);
  if (word == 0 || starts_any(p.text, p.end, kNotAfter) != 0) return {};
  constexpr std::string_view kStill[] = {"仍未", "未", "仍不", "尚未", "还未"};
  const std::string_view right = p.right(90);
  const std::string_view clause = right.substr(0, right.find_first_of(",;"));
  if (p.e.point.day != 0 && starts_any(p.text, p.end + word, kStill) != 0 && clause.ends_with("的"))
    return made(DateRole::deadline, why("date.deadline", p.end, word));
  Reading r = made(DateRole::start, why("date.start", p.end, word));
  r.future = contains(p.right(120), kBinds);
  return r;
}

// 2024年1月1日起,《未成年人网络保护条例》正式施行; 2021年9月1日,《…》正式施行.
std::optional<Reading> law_comes_into_force(const Place& p) {
  constexpr std::string_view kWords[] = {"正式施行", "正式实施", "施行", "实施", "生效"};
  const std::string_view right = p.right(180);
  const std::string_view clause = right.substr(0, std::min(right.find("。"), right.find(";")));
  const std::size_t title = clause.starts_with(",") ? 1 : 4;
  if (!clause.substr(std::min(title, clause.size())).starts_with("《")) return {};
  const std::size_t close = clause.find("》");
  for (const std::string_view word : kWords) {
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
  constexpr std::string_view kWords[] = {"开始实施", "正式实施", "正式施行", "开始施行",
                                         "施行",     "实施",     "生效"};
  constexpr std::string_view kRules[] = {"标准", "办法", "规定", "条例", "规则",
                                         "细则", "新规", "法律", "法规", "制度"};
  constexpr std::size_t kLongest = 90;
  const std::string_view right = p.right(180).substr(std::min<std::size_t>(4, p.right(180).size()));
  const std::string_view clause =
      right.substr(0, std::min({right.find("。"), right.find(";"), right.find(","), right.find(":"),
                                right.size()}));
  if (clause.size() > kLongest || !contains(clause, kRules)) return {};
  for (const std::string_view word : kWords) {
    if (!clause.ends_with(word)) continue;
    const auto at = p.end + 4 + static_cast<std::uint32_t>(clause.size() - word.size());
    return made(DateRole::effective,
                why("date.effective", at, static_cast<std::uint32_t>(word.size())));
  }
  return {};
}

std::optional<Reading> by_words_behind(const Place& p) {
  const std::string_view t = p.text;
  if (const auto n = comes_into_force(p))
    return made(DateRole::effective, why("date.effective", p.end, n));
  if (const auto n = starts_any(t, p.end, kCease))
    return made(DateRole::expires, why("date.expires", p.end, n));
  if (auto due = by_that_day(p)) return due;
  if (auto after = after_that_day(p)) return after;
  constexpr std::string_view kLimit[] = {"为限", "为截止"};  // 以5月31日为限
  if (const auto n = starts_any(t, p.end, kLimit); n != 0 && ends(t, p.begin, "以"))
    return made(DateRole::deadline, why("date.deadline", p.end, n));
  if (starts(t, p.end, "关闭") && contains(p.left(60), kTurnsIn))  // 申报系统将于5月31日关闭
    return made(DateRole::deadline, why("date.deadline", p.end, 6));
  if (starts(t, p.end, "停止") && starts_any(t, p.end + 6, kTurnsIn) != 0)
    return made(DateRole::deadline, why("date.deadline", p.end, 6));
  if (const auto n = starts_any(t, p.end, kClosed)) {
    if (const auto valid = ends_any(t, p.begin, kValidTo))
      return made(DateRole::expires, why("date.expires", p.begin - valid, valid));
    constexpr std::string_view kFrom[] = {"起施行,至", "起执行,至", "起实施,至", "起试行,至"};
    if (const auto from = ends_any(t, p.begin, kFrom))
      return made(DateRole::expires, why("date.expires", p.begin - from, from));
    const bool of_range = p.e.range_last || ends(t, p.begin, "起至");
    const std::string_view left = of_range ? p.left_of_range(150) : p.left(150);
    const bool opinions = contains(left, kOpinions),
               turns_in = contains(left, kTurnsIn) || starts_any(t, p.end + n, kTurnsIn) != 0;
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
    r.future = contains(p.right(120), kBinds) && p.e.point.day != 0;
    return r;
  }
  if (const auto n = starts_any(t, p.end, kStarted))
    return made(DateRole::start, why("date.start", p.end, n));
  return {};
}

// 到2022年,: a target, somebody has to reach it; 到2030年 inside a phrase: an end.
Reading aimed_at(const Place& p, std::uint32_t word) {
  const std::uint32_t before = p.begin - word;
  const char32_t lead = around::previous(p.text, before);
  const bool opens = before <= p.sentence.begin || around::ends_clause(lead) || lead == U'“' ||
                     ends_any(p.text, before, around::Words(kAim).first(6)) != 0;
  const bool striven = ends_any(p.text, before, around::Words(kAim).first(3)) != 0;
  constexpr std::string_view kReached[] = {"建成", "实现", "完成", "基本", "形成",
                                           "达到", "全面", "初步", "力争", "建立"};
  const bool reached =
      starts_any(p.text, p.end, kReached) != 0 && !contains(p.right(45), around::Words(kDone));
  const bool aimed =
      reached && (opens || ends_any(p.text, before, kAim) != 0);  // 提出到2025年底建成…
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
  const bool open = ends_any(p.text, before, kOpenUntil) != 0;
  std::string_view said = open ? p.right(60) : std::string_view();  // 即日起至5月31日接受报名
  said = said.substr(0, said.find_first_of(",;", 1));
  if ((period && contains(clause, kOpinions)) || contains(said, kOpinions))
    return made(DateRole::comment_by, why("date.comment-by", before, word));
  if (!target) {
    Reading r = made(DateRole::end, why("date.end", before, word));
    r.must_act = ((period || open) && contains(clause, kTurnsIn)) || contains(said, kTurnsIn);
    r.future = r.must_act || contains(clause, kGoesOn);
    return r;
  }
  return made(DateRole::deadline, why("date.target", before, word));
}

// 截止日期, 截止时间延长至, 报名时间延期至: the words before the day that say so.
std::uint32_t closing_day(const Place& p) {
  const std::uint32_t is = ends_any(p.text, p.begin, kClosingIs);
  if (const auto n = ends_any(p.text, p.begin - is, kClosingDay)) return n + is;
  const std::uint32_t off = ends_any(p.text, p.begin, kPutOff);
  return off != 0 && (contains(p.left(60), kTurnsIn) || contains(p.left(60), kOpinions)) ? off : 0;
}

// 请于2024年上半年完成整改; a day on which something takes place is none.
std::optional<Reading> asked_for(const Place& p) {
  const std::uint32_t asked = ends_any(p.text, p.begin, kAsked);
  if (asked == 0 || p.e.point.day != 0) return {};
  const std::string_view right = p.right(90);
  const std::string_view clause =
      right.substr(0, std::min({right.find("。"), right.find(";"), right.find(","), right.size()}));
  if (!contains(clause, kAskedFor)) return {};
  return made(DateRole::deadline, why("date.deadline", p.begin - asked, asked));
}

// 超过5月10日|未提交的,视为放弃; not 流量超过5月10日的峰值.
bool forfeits(std::string_view right) {
  constexpr std::string_view kNot[] = {"未", "仍未", "尚未", "还未"};
  if (right.starts_with(")")) right.remove_prefix(1);
  const std::string_view clause = right.substr(0, right.find_first_of(",;"));
  return (starts_any(clause, 0, kNot) != 0 && holds_word(clause, "的")) ||
         contains(right.substr(0, right.find("。")), kForfeits);
}

std::optional<Reading> by_words_before(const Place& p) {
  const std::string_view t = p.text;
  if (const auto n = ends_any(t, p.begin, kValidTo))
    return made(DateRole::expires, why("date.expires", p.begin - n, n));
  if (const auto n = ends_any(t, p.begin, kInForce))
    return made(DateRole::effective, why("date.effective", p.begin - n, n));
  if (const auto n = closing_day(p); n != 0 && !p.e.range_first) {
    const std::string_view left = p.left(120);
    if (contains(left.substr(left.find_last_of(",;") + 1),
                 around::Words(kValid))) {  // 有效期截止日期
      return made(DateRole::expires, why("date.expires", p.begin - n, n));
    }
    const bool opinions = contains(left, kOpinions);
    return made(opinions ? DateRole::comment_by : DateRole::deadline,
                why("date.deadline", p.begin - n, n));
  }
  if (const auto n = ends_any(t, p.begin, kDue); n != 0 && !p.e.range_first) {
    const bool opinions = contains(p.left(120), kOpinions);
    return made(opinions ? DateRole::comment_by : DateRole::deadline,
                why("date.deadline", p.begin - n, n));
  }
  if (const auto n = ends_any(t, p.begin, kTooLate);
      n != 0 && p.e.point.day != 0 && forfeits(p.right(90)))
    return made(DateRole::deadline, why("date.deadline", p.begin - n, n));
  if (const auto n = ends_any(t, p.begin, kUntil)) {
    const bool opinions = contains(p.left(120), kOpinions);
    if (opinions) return made(DateRole::comment_by, why("date.comment-by", p.begin - n, n));
    const bool closes = ends_any(t, p.begin - n, kClosing) != 0;  // 报名截至
    return closes ? made(DateRole::deadline, why("date.deadline", p.begin - n, n))
                  : made(DateRole::end, why("date.as-of", p.begin - n, n));
  }
  if (const auto n = ends_any(t, p.begin, kSince))
    return made(DateRole::start, why("date.start", p.begin - n, n));
  if (p.e.range_first || p.e.range_last) return {};
  if (const auto n = ends_any(t, p.begin, kTo); n != 0 && ends_any(t, p.begin, kVerbTo) == 0)
    return aimed_at(p, n);
  return {};
}

Reading of_range(const Place& p) {
  Reading r = made(p.e.range_first ? DateRole::start : DateRole::end,
                   why("date.range", p.e.span.begin, p.e.span.size()));
  const std::string_view left =
      between(p.text, std::max(p.sentence.begin, p.begin > 150 ? p.begin - 150 : 0), p.begin, 150);
  const std::size_t cut = left.find_last_of(",;");
  const std::string_view clause = cut == std::string_view::npos ? left : left.substr(cut);
  const bool period = holds_word(clause, "期限") || holds_word(clause, "时间");
  const bool opinions = contains(clause, kOpinions) || (period && contains(left, kOpinions));
  const bool from =
      clause.substr(std::min<std::size_t>(1, clause.size())).starts_with("自");  // 有效期5年,自…至…
  const bool valid = holds_word(clause, "有效期") || (from && holds_word(left, "有效期"));
  const bool turns_in = contains(clause, kTurnsIn);
  constexpr std::string_view kPeriod[] = {"期为", "期自", "期从", "期限为"};  // 试运行期为
  const bool named = ends_any(p.text, p.begin, kPeriod) != 0;
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
  for (const std::string_view verb : kBegins) {
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

namespace {

// 4月9日示例日报|消息,: the outlet stands between the day and its report.
bool told_by_outlet(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kNoOutlet[] = {",",    "。",   ";",    ":",    "、",   "(",
                                            "《",   "发布", "公布", "获悉", "得到", "证实",
                                            "传出", "放出", "从",   "据",   "的"};
  constexpr std::size_t kLongest = 60;
  const auto found = text.substr(at, kLongest).find("消息,");
  return found != std::string_view::npos && found > 0 &&
         !around::holds_any(text.substr(at, found), kNoOutlet);
}

}  // namespace

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
  r.reported = starts_any(text, e.span.end, kReported) != 0 || told_by_outlet(text, e.span.end);
  if (ends_any(text, e.span.begin, kAhead) != 0) r.future = true;
  return r;
}

}  // namespace guanlan::dates
