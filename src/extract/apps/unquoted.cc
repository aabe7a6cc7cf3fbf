#include <algorithm>
#include <array>

#include "extract/apps/candidates.h"
#include "extract/around.h"
#include "extract/near.h"
#include "text/utf8.h"

namespace guanlan::apps {
namespace {

constexpr std::uint32_t kLongestName = 90;  // bytes
constexpr std::uint32_t kShortBody = 4500;  // bytes; in a longer text a launch is one of many things told

// Words that end where an unmarked name begins.
constexpr std::array<std::string_view, 44> kBefore = {
    "举办了", "举行了", "建成了", "上线了", "推出了", "发布了", "开发了", "研发了", "打造了", "启动了", "开通了", "搭建了", "建设了", "承接了",
    "举办", "举行", "建成", "上线", "推出", "发布", "开发", "研发", "打造", "启动", "开通", "搭建", "建设", "启用",
    "首个", "的", "了", "由", "在", "将", "对", "与", "和", "及", "为", "日", "月", "称", "随着", "是"};

// The begin of the run of characters that ends at `end`, cut behind the last word of kBefore in it.
std::uint32_t run_begin(const Passage& p, std::uint32_t end) {
  const std::uint32_t low = std::max(part_of(p, end).begin, end > kLongestName ? end - kLongestName : 0);
  std::uint32_t begin = end;
  while (begin > low) {
    const auto d = utf8::decode_before(p.text, begin);
    if (!utf8::is_han(d.cp) && !utf8::is_latin(d.cp) && !utf8::is_digit(d.cp) && d.cp != '+' && d.cp != '-') break;
    begin -= d.size;
  }
  const std::string_view run = p.text.substr(begin, end - begin);
  std::uint32_t cut = begin;
  for (std::string_view word : kBefore) {
    const auto at = run.rfind(word);
    if (at != std::string_view::npos) cut = std::max(cut, begin + static_cast<std::uint32_t>(at + word.size()));
  }
  return cut;
}

bool has_class(const Passage& p, Span span, std::initializer_list<WordClass> classes) {
  // the title's hits stand first, then the body's; both ascending
  const auto middle = std::partition_point(p.hits.begin(), p.hits.end(), [&](const Hit& h) { return p.title.contains(h.span.begin); });
  const bool in_title = p.title.contains(span.begin);
  const auto last = in_title ? middle : p.hits.end();
  auto it = std::lower_bound(in_title ? p.hits.begin() : middle, last, span.begin, [](const Hit& h, std::uint32_t at) { return h.span.begin < at; });
  for (; it != last && it->span.end <= span.end; ++it) {
    if (std::find(classes.begin(), classes.end(), it->cls) != classes.end()) return true;
  }
  return false;
}

// A name, not a kind of thing: with a place, a body or a company in it, Latin letters, or long.
bool is_specific(const Passage& p, const Words& words, Span name, Span noun, std::size_t long_enough) {
  if (noun.begin <= name.begin + 5 || words.beginning_at(name.begin, vague) != nullptr) return false;
  const std::string_view own = p.text.substr(name.begin, noun.begin - name.begin);
  if (own.size() >= long_enough) return true;
  if (std::any_of(own.begin(), own.end(), [](char c) { return utf8::is_latin(static_cast<unsigned char>(c)) && c > 0; })) return true;
  return has_class(p, {name.begin, noun.begin}, {WordClass::region, WordClass::country, WordClass::authority, WordClass::org});
}

// Only a date and words like 正式, 同步 between a name and its act.
bool is_near(std::string_view gap) {
  constexpr std::array<std::string_view, 30> kBetween = {
      "于", "正式", "同步", "今日", "近日", "日前", "成功", "已", "年", "月", "日", "上午", "下午", "在", "全面", "暨", "将", "建成", "并", "顺利",
      "率先", "全新", "今天", "昨天", "也", "同时", "今年", "同日", "起", "举行"};
  for (std::size_t at = 0; at < gap.size();) {
    if (utf8::is_digit(static_cast<unsigned char>(gap[at]))) {
      ++at;
      continue;
    }
    const auto size = around::starts_any(gap, static_cast<std::uint32_t>(at), kBetween);
    if (size == 0) return false;
    at += size;
  }
  return true;
}

}  // namespace

namespace {

// 打造了|…系统, 推出全国首个|…平台: the word that says that it was made or opened, before a name.
Span made_before(const Passage& p, std::uint32_t at) {
  constexpr std::array<std::string_view, 10> kMade = {"打造", "建成", "研发", "开发", "推出", "上线", "发布", "启用", "开通", "承接"};
  constexpr std::array<std::string_view, 12> kFirst = {"首个", "首款", "国内", "全国", "全省", "全市", "我国", "我省", "我市", "省内", "一个", "了"};
  std::uint32_t i = at;
  for (int step = 0; step < 4; ++step) {
    if (const auto size = around::ends_any(p.text, i, kFirst)) {
      i -= size;
    } else if (const auto own = ending_at(p, WordClass::region, i, i > 30 ? i - 30 : 0)) {
      i = own->span.begin;
    }
  }
  const auto size = around::ends_any(p.text, i, kMade);
  return size != 0 ? Span{i - size, i} : Span{};
}

// …系统|标杆: the noun is only part of a longer word.
bool goes_on(const Passage& p, std::uint32_t at) { return utf8::is_han(around::next(p.text, at)); }

bool has_flaw(const Passage& p, std::uint32_t at) {
  const std::string_view clause = p.text.substr(at, clause_end(p, at) - at);
  for (std::string_view flaw : {"漏洞", "泄露", "风险", "隐患", "万能密码", "问题"}) {
    if (clause.find(flaw) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

void launched(const Passage& p, const Words& words, std::vector<Candidate>& out) {
  const bool short_body = p.body.size() <= kShortBody;
  const bool opening = words.first_in(p.title, act) != nullptr;
  for (const Word& noun : words.all()) {
    if ((noun.uses & weak) == 0 || p.of(noun.span) == "应用") continue;
    if (!short_body && !p.title.contains(noun.span)) continue;
    const std::uint32_t begin = run_begin(p, noun.span.begin);
    const Span name{begin, noun.span.end};
    const std::uint32_t at = noun.span.end;
    const std::string_view own = p.of(name);
    if (own.find("某") != std::string_view::npos || own.find("公司") != std::string_view::npos) continue;
    const bool flawed = around::starts(p.text, at, "存在") && has_flaw(p, at);
    if (begin == noun.span.begin || !is_specific(p, words, name, noun.span, flawed ? 15 : 30)) continue;
    const std::uint32_t end = std::min(clause_end(p, at), at + 60);
    const Word* after = words.first_in({at, end}, act);
    const std::string_view gap = after != nullptr ? p.text.substr(at, after->span.begin - at) : std::string_view();
    const bool ceremony = gap.starts_with("暨");  // …平台暨《…》发布仪式
    if (after != nullptr && (is_near(gap) || ceremony)) {
      out.push_back({name, "app.launched", after->span});
    } else if (const Span made = made_before(p, name.begin); !made.empty() && opening && !goes_on(p, at)) {
      out.push_back({name, "app.launched", made});
    } else if (flawed) {
      out.push_back({name, "app.flawed", {at, at + 6}});
    }
  }
}

namespace {

// One entry of a list: its name without (…); empty where it is no name.
Span entry_name(const Passage& p, Span entry) {
  while (entry.begin < entry.end && (p.text[entry.begin] == ' ' || (p.text[entry.begin] >= '0' && p.text[entry.begin] <= '9' && p.text.substr(entry.begin, 3).find('.') != std::string_view::npos))) ++entry.begin;
  const std::string_view words = p.of(entry);
  const auto paren = words.find('(');
  if (paren != std::string_view::npos) entry.end = entry.begin + static_cast<std::uint32_t>(paren);
  for (std::string_view mark : {"“", "《"}) {
    if (p.of(entry).starts_with(mark)) return {};  // read as a quote
  }
  return entry.size() >= 3 && entry.size() <= 48 ? entry : Span{};
}

constexpr std::array<std::string_view, 6> kHeads = {"清单", "名单", "名称", "算法", "目录", "模型"};
constexpr std::array<std::string_view, 8> kOpeners = {"具体包括", "主要包括", "包括", "包含", "分别为", "分别是", "涉及", ":"};

// Whether what stands before 包括 is apps: 已备案模型,具体|包括; 备案清单|包含.
bool heads_apps(const Passage& p, const Words& words, std::uint32_t at) {
  std::uint32_t i = at;
  while (i > 3 && (p.text[i - 1] == ',' || around::ends(p.text, i, "具体") || around::ends(p.text, i, "主要") || around::ends(p.text, i, "分别"))) {
    i -= p.text[i - 1] == ',' ? 1 : 6;
  }
  return words.ending_at(i, strong) != nullptr || around::ends_any(p.text, i, kHeads) != 0;
}

// Reads the entries from `at` to the sentence's end; fewer than two are no list.
void read_list(const Passage& p, std::uint32_t at, Span cue, std::vector<Candidate>& out) {
  const std::uint32_t limit = std::min<std::uint32_t>(p.body.end, at + 6000);
  std::vector<Span> entries;
  std::uint32_t begin = at;
  int depth = 0;
  std::uint32_t i = at;
  for (; i < limit; ++i) {
    if (p.text[i] == '(') ++depth;
    if (p.text[i] == ')') depth = std::max(0, depth - 1);
    if (depth > 0) continue;
    if (p.text[i] == ',' || p.text[i] == ';' || p.text[i] == '\n' || around::starts(p.text, i, "。")) break;
    if (around::starts(p.text, i, "、")) {
      entries.push_back({begin, i});
      begin = i + 3;
    }
  }
  std::uint32_t end = i;
  const std::string_view last = p.text.substr(begin, end - begin);
  if (const auto etc = last.find("等"); etc != std::string_view::npos && depth == 0) {
    const auto paren = last.rfind(')');
    if (paren == std::string_view::npos || paren < etc) end = begin + static_cast<std::uint32_t>(etc);
    else if (const auto behind = last.find("等", paren); behind != std::string_view::npos) end = begin + static_cast<std::uint32_t>(behind);
  }
  entries.push_back({begin, end});
  if (entries.size() < 2) return;
  for (const Span entry : entries) {
    if (const Span name = entry_name(p, entry); !name.empty()) out.push_back({name, "app.listed", cue});
  }
}

}  // namespace

void listed(const Passage& p, const Words& words, std::vector<Candidate>& out) {
  if (words.first_in(p.body, strong | weak) == nullptr) return;
  const bool filed = words.first_in(p.title, act) != nullptr;
  if (!filed) return;
  for (const Span sentence : p.sentences) {
    if (p.title.contains(sentence)) continue;
    const std::string_view text = p.of(sentence);
    for (std::string_view opener : kOpeners) {
      const auto found = text.find(opener);
      if (found == std::string_view::npos) continue;
      const auto at = sentence.begin + static_cast<std::uint32_t>(found);
      if (!heads_apps(p, words, at)) continue;
      read_list(p, at + static_cast<std::uint32_t>(opener.size()), {at, at + static_cast<std::uint32_t>(opener.size())}, out);
      break;
    }
  }
}

namespace {

// 等14款|App, 等8款违规移动|应用: where 等 begins; 0: no count stands before the noun.
std::uint32_t before_count(const Passage& p, std::uint32_t at) {
  constexpr std::array<std::string_view, 4> kCounters = {"款", "个", "家", "种"};
  const std::uint32_t low = std::max(part_of(p, at).begin, at - std::min(at, 30u));
  for (std::uint32_t i = at; i > low;) {
    const auto d = utf8::decode_before(p.text, i);
    if (const auto size = around::ends_any(p.text, i, kCounters)) {
      std::uint32_t digits = i - size;
      while (digits > low && utf8::is_digit(static_cast<unsigned char>(p.text[digits - 1]))) --digits;
      if (digits != i - size && around::ends(p.text, digits, "等")) return digits - 3;
    }
    if (!utf8::is_han(d.cp)) return 0;
    i -= d.size;
  }
  return 0;
}

}  // namespace

// 的甲、乙等14款App: the members of a list that a counted noun closes.
void counted(const Passage& p, const Words& words, std::vector<Candidate>& out) {
  for (const Word& noun : words.all()) {
    if ((noun.uses & strong) == 0) continue;
    const std::uint32_t etc = before_count(p, noun.span.begin);
    if (etc == 0) continue;
    for (std::uint32_t end = etc;;) {
      Span name{run_begin(p, end), end};
      if (const Word* done = words.last_in(name, act)) name.begin = done->span.end;  // 下架|甲
      if (name.size() < 6 || name.size() > 48 || words.beginning_at(name.begin, vague | strong) != nullptr) break;
      out.push_back({name, "app.counted", noun.span});
      if (!around::ends(p.text, name.begin, "、")) break;
      end = name.begin - 3;
    }
  }
}

void well_known(const Passage& p, const Words& words, std::vector<Candidate>& out) {
  constexpr std::array<std::string_view, 9> kChannels = {"小程序", "公众号", "群", "朋友圈", "视频号", "号", "账号", "用户", "支付"};
  for (const Word& w : words.all()) {
    if ((w.uses & name) == 0) continue;
    if (p.title.contains(w.span)) {
      if (around::starts_any(p.text, w.span.end, kChannels) == 0) out.push_back({w.span, "app.headline", {}});
      continue;
    }
    // 甲、乙和丙等人工智能服务
    const std::uint32_t end = std::min(clause_end(p, w.span.end), w.span.end + 90);
    const Word* noun = words.first_in({w.span.end, end}, strong);
    if (noun == nullptr || !around::ends(p.text, noun->span.begin, "等")) continue;
    const std::string_view gap = p.text.substr(w.span.end, noun->span.begin - 3 - w.span.end);
    if (gap.find("的") == std::string_view::npos || gap.find("、") < gap.find("的") || gap.find("和") != std::string_view::npos) {
      out.push_back({w.span, "app.known-list", noun->span});
    }
  }
}

}  // namespace guanlan::apps
