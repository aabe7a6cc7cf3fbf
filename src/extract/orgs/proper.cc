#include "extract/orgs/proper.h"

#include <algorithm>
#include <array>

#include "extract/orgs/words.h"
#include "text/utf8.h"

namespace guanlan::orgs {
namespace {

// 10家, 多个: a count; not 5G, 360.
bool holds_count(std::string_view text) {
  char32_t before = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto d = utf8::decode(text, i);
    const bool number = utf8::is_digit(before) || std::u32string_view(U"一二两三四五六七八九十百千余多几数各").find(before) != std::u32string_view::npos;
    if (before != 0 && number && std::u32string_view(U"家个所名").find(d.cp) != std::u32string_view::npos) return true;
    before = d.cp;
    i += d.size;
  }
  return false;
}
bool is_carrier(std::string_view trade) {
  static constexpr std::array<std::string_view, 9> kCarriers = {"航空", "电信", "石油", "广播", "电力", "铁路", "银行", "保险", "能源"};
  return std::find(kCarriers.begin(), kCarriers.end(), trade) != kCarriers.end();
}

}  // namespace

Proper::Proper(const bodies::Part& part, const Tokens& tokens, const Edges& edges)
    : part_(part), tokens_(tokens), edges_(edges), endings_(part.passage().lexicon->table(WordClass::org_suffix)),
      kind_(endings_.column("kind")), weak_(endings_.column("weak")) {}

bool Proper::behind_place(const Name& name, const Hit& ending) const {
  const Token* place = tokens_.at(name.span.begin);
  std::uint32_t own = place == nullptr ? name.span.begin : place->span.end;
  if (own > ending.span.begin) own = ending.span.begin;
  const std::string_view text = part_.of({own, ending.span.begin});
  for (const std::string_view masked : {"一", "一家", "一所", "两家", "多"}) {  // 宁乡一医院
    if (text.ends_with(masked)) return false;
  }
  const bool country = place != nullptr && place->kind == Token::place && !text.empty() && is_country(place->span);
  if (country && is_trade(text) && !is_carrier(text)) return false;  // 荷兰安全公司, not 澳洲航空公司
  if (text.empty() && place != nullptr && is_country(place->span)) return false;  // 中国实验室
  const std::string_view next = part_.next(ending.span.end);
  if (country && name.kind == "company" && !next.empty() && utf8::is_latin(utf8::decode(next, 0).cp)) return false;  // 美国人脸识别公司|Facebox
  if (name.kind == "body" && part_.of(ending.span) != "部队") return false;  // a public body
  if (name.weak && (text.empty() || std::find(kNational.begin(), kNational.end(), text) != kNational.end())) return false;
  if (text.empty() && place != nullptr && place->kind == Token::place && name.kind == "hospital") return false;
  if (holds_count(text)) return false;
  static constexpr std::array<std::string_view, 7> kPlanned = {"建设", "工程", "布局", "集群", "的设立", "的组成", "的运作"};
  if ((name.weak || name.kind == "committee") && !part_.one_of(ending.span.end, kPlanned).empty()) return false;
  static constexpr std::array<std::string_view, 6> kBranches = {"分行", "支行", "分公司", "子公司", "营业部", "分店"};
  const bool branch = std::any_of(kBranches.begin(), kBranches.end(), [&](auto w) { return part_.of(ending.span).ends_with(w); });
  if (text.empty() && name.kind == "association" && part_.of(ending.span) == "协会") return false;  // 陕西省协会
  if (text.empty() && branch && (place == nullptr || place->kind == Token::place)) return false;  // 甲分行和|娄底市分行
  static constexpr std::array<std::string_view, 14> kCommon = {"基础", "互联网企", "各", "全", "省内", "多家", "本地", "某", "有关", "知名",
                                                               "大型", "中小", "地方", "上市"};
  const bool national = name.kind == "association" && text.starts_with("全国") && text.size() + ending.span.size() >= 24;  // not 全国学会
  if (!national && std::any_of(kCommon.begin(), kCommon.end(), [&](auto w) { return text.starts_with(w); })) return false;
  static constexpr std::array<std::string_view, 10> kVenues = {"会议中心", "会展中心", "博览中心", "体育中心", "新闻中心", "展览中心", "基地", "宾馆", "酒店", "商场"};
  const std::string_view whole = part_.of({name.span.begin, ending.span.end});
  return std::none_of(kVenues.begin(), kVenues.end(), [&](auto w) { return whole.ends_with(w); });
}

bool Proper::is_country(Span span) const {
  const auto hits = part_.at(span.begin);
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& h) { return h.cls == WordClass::country && h.span == span; });
}

bool Proper::is_venue(const Name& name) const {
  static constexpr std::array<std::string_view, 8> kBeside = {"旁", "门口", "附近", "对面", "周边", "门前", "校门", "大门"};
  if (name.kind != "company" && !part_.one_of(name.span.end, kBeside).empty()) return true;
  const bool room = name.kind == "institute";  // not a company's, a university's
  if (!name.weak || !room || !part_.looking_back(name.span.begin, "在")) return false;
  const std::string_view rest = part_.of({name.span.end, std::min(part_.span().end, name.span.end + 18)});
  return rest.find("举") != std::string_view::npos || rest.find("召开") != std::string_view::npos;
}

// 省通信行业协会 after a stop; not 省级…, 市场….
bool Proper::is_relative(std::uint32_t from) const {
  if (part_.one_of(from, std::array<std::string_view, 2>{"省", "市"}).empty()) return false;
  return part_.one_of(from + 3, std::array<std::string_view, 6>{"级", "场", "内", "市", "区", "外"}).empty() &&
         edges_.begins_relative(from + 3);
}

bool Proper::alone(std::uint32_t from, const Hit& ending) const {
  const std::uint32_t own = ending.span.begin - from;
  const bool weak = endings_.at(ending.row, weak_) == "yes";
  const std::string_view kind = endings_.at(ending.row, kind_);
  if (kind == "committee" && !part_.one_of(ending.span.end, std::array<std::string_view, 3>{"的设立", "的组成", "的运作"}).empty()) return false;
  const bool strong = kind == "company" || kind == "university" || kind == "group" || kind == "media";
  const std::string_view own_text = part_.of({from, ending.span.begin});
  const bool plain = part_.of(ending.span) == "公司";
  const bool masked = own_text.starts_with("一") && is_trade(own_text.substr(3));
  const bool dated = own_text.find("日") != std::string_view::npos && own_text.find_first_of("0123456789") != std::string_view::npos;
  const bool company = plain && !masked && !dated && !holds_count(own_text) && !is_trade(own_text) && edges_.has_clean_edges(from, ending.span.end);
  if (own < ((weak && !company) || !strong ? 12u : 6u) || own > 45) return false;
  if (kind == "association") return is_relative(from);
  if (kind == "institute" || part_.of(ending.span) == "理事会") return false;
  const bool allowed = company || part_.of(ending.span) == "集团" || kind == "body" || kind == "group" || kind == "committee";
  if (weak && !allowed) return false;
  if (kind == "hospital" || kind == "bank" || kind == "club") return false;
  const std::string_view before = part_.before(from);
  for (const std::string_view mark : {"某", "该", "各", "其", "每", "此", "的"}) {
    if (before == mark) return false;
  }
  static constexpr std::array<std::string_view, 23> kCounted = {"多家", "两家", "三家", "一家", "上述", "相关", "有关", "其他",
                                                                "本", "我国", "部分", "例如", "伴随", "某", "数家", "几家",
                                                                "一个", "一伙", "一起", "多个", "数个", "两个", "这个"};
  static constexpr std::array<std::string_view, 32> kCommon = {
      "物业", "互联网", "网络", "电信", "基础", "平台", "母", "子", "分", "咨询", "外资", "中小", "龙头", "软件", "征信", "知名",
      "国内", "省内", "数字", "信息", "法律", "售楼", "房产", "金融", "第三方", "境外", "海外", "大型", "社会", "行业", "产业", "企业"};
  const std::string_view text = part_.of({from, ending.span.begin});
  static constexpr std::array<std::string_view, 10> kDeeds = {"勒索", "攻击", "木马", "病毒", "恶意", "诈骗", "犯罪", "爆发", "窃取", "贩卖"};
  if (kind != "body" && std::any_of(kDeeds.begin(), kDeeds.end(), [&](auto w) { return text.find(w) != std::string_view::npos; })) return false;
  const auto begins = [&](std::string_view word) { return text.starts_with(word); };
  if (std::any_of(kCounted.begin(), kCounted.end(), begins)) return false;
  if (is_legal_form(part_.of(ending.span))) return true;
  return std::none_of(kCommon.begin(), kCommon.end(), begins) && !utf8::is_digit(utf8::decode(text, 0).cp);
}

}  // namespace guanlan::orgs
