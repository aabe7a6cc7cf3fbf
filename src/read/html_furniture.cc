#include "read/html_furniture.h"

#include <algorithm>
#include <array>

#include "read/date_text.h"
#include "text/utf8.h"

namespace guanlan::html {
namespace {

using namespace std::string_view_literals;

// What the site's own lines begin with.
constexpr std::array kOpenings{
    "当前位置"sv,   "您的位置"sv, "您所在的位置"sv, "您当前的位置"sv, "您现在的位置"sv,
    "所在位置"sv,   "现在位置"sv, "你的位置"sv,     "当前栏目"sv,     "上一篇"sv,
    "下一篇"sv,     "上一条"sv,   "下一条"sv,       "上一页"sv,       "下一页"sv,
    "上篇："sv,     "下篇："sv,   "前一篇"sv,       "后一篇"sv,       "相关阅读"sv,
    "相关链接"sv,   "相关新闻"sv, "相关文章"sv,     "相关推荐"sv,     "相关稿件"sv,
    "相关报道"sv,   "相关信息"sv, "相关内容"sv,     "推荐阅读"sv,     "热门文章"sv,
    "热门推荐"sv,   "热点新闻"sv, "分享到"sv,       "分享至"sv,       "扫一扫"sv,
    "扫描二维码"sv, "打印本页"sv, "关闭窗口"sv,     "关闭本页"sv,     "返回顶部"sv,
    "返回首页"sv,   "返回列表"sv, "我要纠错"sv,     "加入收藏"sv,     "设为首页"sv,
    "友情链接"sv,   "网站地图"sv, "版权所有"sv,     "举报"sv,         "用手机看"sv,
    "长按识别"sv,   "点击关注"sv, "微信扫一扫"sv,   "阅读原文"sv,     "阅读全文"sv,
    "查看原文"sv,   "点击查看"sv, "点击蓝字"sv,     "点击上方"sv,     "关注我们"sv,
    "往期推荐"sv,   "往期回顾"sv, "往期精彩"sv,     "更多精彩"sv,     "精彩推荐"sv,
    "喜欢此内容"sv, "继续滑动"sv, "轻触阅读"sv,     "预览时标签"sv,   "微信号："sv,
    "热门评论"sv,   "网友评论"sv, "附件下载"sv,     "猜你喜欢"sv,     "延伸阅读"sv};
// Words of which a line of buttons is made.
constexpr std::array kButtons{
    "复制链接"sv, "QQ空间"sv, "QQ好友"sv, "朋友圈"sv, "新浪微博"sv, "字体"sv,   "字号"sv, "打印"sv,
    "关闭"sv,     "窗口"sv,   "本页"sv,   "正文"sv,   "收藏"sv,     "分享到"sv, "分享"sv, "返回"sv,
    "顶部"sv,     "微信"sv,   "微博"sv,   "首页"sv,   "点赞"sv,     "评论"sv,   "下载"sv, "默认"sv,
    "特大"sv,     "此文"sv,   "文章"sv,   "放大"sv,   "缩小"sv,     "QQ"sv,     "大"sv,   "中"sv,
    "小"sv,       "A+"sv,     "A-"sv,     "到"sv,     "T"sv};
// What a site prints at its foot.
constexpr std::array kFooters{"ICP备"sv, "ICP证"sv, "公网安备"sv, "网站标识码"sv, "网安备"sv};

// Labels of a byline, and whether a colon must follow.
constexpr std::array kLabels{
    "发布时间"sv,   "发布日期"sv,   "发表时间"sv, "发表日期"sv, "更新时间"sv, "发文时间"sv,
    "公开日期"sv,   "成文日期"sv,   "信息来源"sv, "文章来源"sv, "稿件来源"sv, "来源"sv,
    "稿源"sv,       "浏览次数"sv,   "浏览量"sv,   "浏览"sv,     "点击次数"sv, "点击率"sv,
    "点击数"sv,     "点击量"sv,     "点击"sv,     "阅读次数"sv, "阅读量"sv,   "阅读数"sv,
    "阅读"sv,       "访问次数"sv,   "访问量"sv,   "作者"sv,     "字号"sv,     "字体"sv,
    "责任编辑"sv,   "责编"sv,       "编辑"sv,     "审核"sv,     "校对"sv,     "时间"sv,
    "日期"sv,       "供稿"sv,       "撰稿"sv,     "发布机构"sv, "发布人"sv,   "信息员"sv,
    "视力保护色"sv, "保护视力色"sv, "分享"sv,     "打印"sv};
constexpr std::array kOutletLabels{"信息来源"sv, "文章来源"sv, "稿件来源"sv, "来源"sv, "稿源"sv};

template <std::size_t N>
std::size_t prefix_of(const std::array<std::string_view, N>& words, std::string_view text) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

std::size_t colon(std::string_view text) {
  if (text.starts_with("：")) return 3;
  return text.starts_with(":") ? 1 : 0;
}

bool is_letter(char32_t cp) { return utf8::is_han(cp) || utf8::is_latin(cp) || utf8::is_digit(cp); }

// Text from its first letter on: 【关闭】 → 关闭】
std::string_view from_letter(std::string_view text) {
  while (!text.empty()) {
    const utf8::Decoded d = utf8::decode(text, 0);
    if (is_letter(d.cp)) break;
    text.remove_prefix(d.size);
  }
  return text;
}

bool only_buttons(std::string_view text) {
  bool any = false;
  for (;;) {
    text = from_letter(text);
    if (text.empty()) return any;
    const std::size_t size = prefix_of(kButtons, text);
    if (size == 0) return false;
    any = true;
    text.remove_prefix(size);
  }
}

// Labels with their colon in the line; a label counts only where a word can begin.
std::size_t count_labels(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    const std::size_t size = prefix_of(kLabels, text);
    std::string_view after = text.substr(size);
    while (after.starts_with(' ') || after.starts_with("　"))
      after.remove_prefix(after[0] == ' ' ? 1 : 3);
    if (size > 0 && colon(after) > 0) {
      ++count;
      text = after;
      continue;
    }
    text.remove_prefix(utf8::decode(text, 0).size);
  }
  return count;
}

// Nothing but a date and a time.
bool bare_date(std::string_view text) {
  if (find_date(text).empty()) return false;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    const bool fits = utf8::is_digit(d.cp) || utf8::is_blank(d.cp) ||
                      std::u32string_view(U"年月日时分秒-/.:：星期一二三四五六周").find(d.cp) !=
                          std::u32string_view::npos;
    if (!fits) return false;
    at += d.size;
  }
  return true;
}

// 示例日报 2024-07-02 09:12: a day with its clock time, and hardly more.
bool timed_date(const HtmlLine& line) {
  constexpr std::size_t kMost = 48;  // characters
  if (line.size > kMost || line.text.find("，") != std::string::npos) return false;
  if (find_date(line.text).empty()) return false;
  const std::string_view text = line.text;
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    const auto digit = [&](std::size_t i) { return i < text.size() && utf8::is_digit(text[i]); };
    if (at >= 4 && digit(at - 1) && digit(at - 2) && digit(at + 1) && digit(at + 2)) return true;
  }
  return false;
}

}  // namespace

bool is_navigation(const HtmlLine& line) {
  if (line.grid >= 0 || line.size > 200) return false;
  const std::string_view text = from_letter(line.text);
  for (const std::string_view mark : kFooters) {
    if (text.find(mark) != std::string_view::npos && line.size < 120) return true;
  }
  if (line.text.find("首页") != std::string::npos && line.links * 2 > line.size) return true;
  const bool opens = prefix_of(kOpenings, text) > 0;
  if (opens)
    return line.size <= 12 || line.links > 0 || colon(text.substr(prefix_of(kOpenings, text))) > 0;
  return line.size <= 40 && line.text.find("。") == std::string::npos && only_buttons(line.text);
}

bool is_byline(const HtmlLine& line) {
  if (line.grid >= 0 || line.size > 160 || line.size == 0) return false;
  if (line.text.find("。") != std::string::npos) return false;
  if (bare_date(line.text) || timed_date(line)) return true;
  const std::size_t labels = count_labels(line.text);
  if (labels == 0) return false;
  const std::string_view text = from_letter(line.text);
  const bool starts = prefix_of(kLabels, text) > 0;
  const bool dated = !find_date(line.text).empty();
  const bool outlet = !read_byline(line.text).outlet.empty();
  return labels >= 2 || (dated && outlet) ||
         (starts &&
          (outlet || text.starts_with("发布") || text.starts_with("浏览") ||
           text.starts_with("字") || text.starts_with("点击") || text.starts_with("阅读") ||
           text.starts_with("更新") || text.starts_with("作者")));
}

bool is_colophon(const HtmlLine& line) {
  if (line.grid >= 0 || line.size > 40) return false;
  const std::string_view text = from_letter(line.text);
  constexpr std::array kStarts{"责任编辑"sv, "责编"sv,   "编辑："sv, "编辑:"sv,
                               "网站编辑"sv, "审核："sv, "校对："sv, "值班编辑"sv};
  return prefix_of(kStarts, text) > 0;
}

bool is_document_number(std::string_view text) {
  constexpr std::size_t kMost = 80;  // bytes
  if (text.size() > kMost || !text.ends_with("号")) return false;
  const auto year = text.find_first_of("0123456789");
  if (year == std::string_view::npos || text.size() < year + 8) return false;
  const auto digits = [&](std::size_t at) {
    std::size_t n = 0;
    while (at + n < text.size() && utf8::is_digit(text[at + n])) ++n;
    return n;
  };
  if (digits(year) != 4) return false;
  const std::string_view before = text.substr(0, year), after = text.substr(year + 4);
  constexpr std::array kOpen{"〔"sv, "["sv, "［"sv, "("sv, "（"sv, "【"sv};
  constexpr std::array kClose{"〕"sv, "]"sv, "］"sv, ")"sv, "）"sv, "】"sv, "年"sv};
  const std::size_t close = prefix_of(kClose, after);
  const bool framed = std::any_of(kOpen.begin(), kOpen.end(),
                                  [&](std::string_view mark) { return before.ends_with(mark); });
  if (close == 0 || framed == after.starts_with("年")) return false;
  std::size_t at = year + 4 + close;
  if (text.substr(at).starts_with("第")) at += "第"sv.size();
  const std::size_t number = digits(at);
  return number > 0 && number <= 5 && text.substr(at + number) == "号";
}

Byline read_byline(std::string_view text) {
  Byline result;
  result.published = find_date(text);
  for (std::size_t at = 0; at < text.size(); at += utf8::decode(text, at).size) {
    const std::size_t label = prefix_of(kOutletLabels, text.substr(at));
    if (label == 0) continue;
    std::size_t begin = at + label;
    const std::size_t mark = colon(text.substr(begin));
    if (mark == 0) continue;
    begin += mark;
    while (begin < text.size() && utf8::is_blank(utf8::decode(text, begin).cp)) {
      begin += utf8::decode(text, begin).size;
    }
    std::size_t end = begin;
    while (end < text.size()) {
      const utf8::Decoded d = utf8::decode(text, end);
      const std::size_t next = prefix_of(kLabels, text.substr(end));
      const bool stop =
          utf8::is_blank(d.cp) ||
          std::u32string_view(U"|｜│】）)]［[【(（").find(d.cp) != std::u32string_view::npos;
      if (stop || (next > 0 && colon(text.substr(end + next)) > 0)) break;
      end += d.size;
    }
    result.outlet = text.substr(begin, end - begin);
    break;
  }
  return result;
}

std::string skeleton(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    utf8::Decoded d = utf8::decode(text, at);
    at += d.size;
    if (d.cp >= 0xFF01 && d.cp <= 0xFF5E) d.cp -= 0xFEE0;
    if (d.cp >= 'A' && d.cp <= 'Z') d.cp += 32;
    if (is_letter(d.cp)) utf8::append(out, d.cp);
  }
  return out;
}

}  // namespace guanlan::html
