#include "testing/items.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "guanlan/lexicon.h"
#include "read/digest.h"

namespace guanlan::testing {
namespace {

using Json = nlohmann::ordered_json;

// xorshift: the same numbers everywhere, unlike the distributions of <random>.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}
  std::size_t below(std::size_t n) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<std::size_t>(state_ >> 11) % n;
  }
  int between(int low, int high) {
    return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1)));
  }
  bool one_in(std::size_t n) { return below(n) == 0; }
  // 0 most often, n - 1 least: the logarithm of the rank is even.
  std::size_t zipf(std::size_t n) {
    const double share = static_cast<double>(below(1u << 20)) / (1u << 20);
    return static_cast<std::size_t>(std::pow(static_cast<double>(n) + 1, share)) - 1;
  }
  template <class A>
  const auto& pick(const A& list) {
    return list[below(list.size())];
  }
  template <class A>
  const auto& pick_zipf(const A& list) {
    return list[zipf(list.size())];
  }

 private:
  std::uint64_t state_;
};

constexpr std::array<std::string_view, 24> kSubjects{
    "有关负责人", "属地网信部门", "运营者",
    "平台企业",   "检查组",       "技术支撑单位",
    "行业协会",   "主管部门",     "涉事单位",
    "第三方机构", "办案民警",     "消费者代表",
    "专家组",     "监管人员",     "接入服务商",
    "应用商店",   "数据处理者",   "关键信息基础设施运营单位",
    "各市州",     "参会代表",     "高校院所",
    "金融机构",   "医疗机构",     "物业公司"};
constexpr std::array<std::string_view, 36> kVerbs{
    "督促落实", "依法开展", "持续推进", "严格执行", "及时修复", "全面梳理", "组织开展", "公开征求",
    "抽查检测", "依法查处", "约谈提醒", "限期整改", "建立健全", "定期评估", "集中整治", "联合部署",
    "研究制定", "加快完善", "主动报告", "妥善处置", "跟踪复测", "培训宣讲", "备案登记", "审慎评估",
    "清理规范", "推广应用", "披露说明", "明确界定", "汇总分析", "受理举报", "封堵删除", "溯源核查",
    "签署承诺", "归档留存", "更新补丁", "停用下线"};
constexpr std::array<std::string_view, 48> kObjects{
    "网络安全责任制",       "个人信息保护措施", "数据分类分级工作", "等级保护测评",
    "移动应用检测",         "算法推荐备案",     "数据出境安全评估", "未成年人网络保护",
    "违法违规收集行为",     "账号注销机制",     "隐私政策公示",     "权限申请规则",
    "第三方软件开发工具包", "漏洞排查台账",     "应急响应预案",     "重要数据目录",
    "人脸识别设备",         "弹窗信息推送",     "电信网络诈骗治理", "网络暴力线索",
    "虚假不实信息",         "直播带货乱象",     "自动续费条款",     "云平台访问控制",
    "工业互联网标识",       "车联网卡实名",     "域名解析服务",     "口令强度策略",
    "日志留存期限",         "供应链安全审查",   "密码应用评估",     "公共数据授权运营",
    "生成式人工智能服务",   "深度合成标识",     "青少年模式",       "网络直播打赏",
    "客服投诉渠道",         "视频监控终端",     "勒索软件样本",     "远程运维接口",
    "数据交易合同",         "征信信息查询",     "电子病历系统",     "教育类小程序",
    "快递面单信息",         "共享充电设备",     "智能门锁固件",     "儿童手表应用"};
constexpr std::array<std::string_view, 16> kTails{
    "并形成工作报告", "取得阶段性成效", "防止问题反弹", "维护群众合法权益",
    "确保整改到位",   "消除风险隐患",   "提升防护能力", "接受社会监督",
    "纳入年度考核",   "通报全省系统",   "回应社会关切", "压实主体责任",
    "堵塞管理漏洞",   "完善长效机制",   "支撑产业发展", "开展回头看"};
constexpr std::array<std::string_view, 60> kSyllables{
    "云", "海", "星", "蓝", "青", "禾", "木", "川", "岚", "晨", "晓", "安", "信", "达", "通",
    "智", "慧", "联", "芯", "橙", "柠", "沐", "锦", "鹿", "鲸", "雀", "鹭", "枫", "竹", "松",
    "柏", "溪", "泉", "澜", "洲", "屿", "帆", "舟", "轮", "驿", "坊", "阁", "亭", "廊", "砚",
    "墨", "琴", "棋", "书", "画", "盐", "麦", "豆", "茶", "糖", "瓜", "果", "梨", "桃", "杏"};
constexpr std::array<std::string_view, 12> kTrades{
    "网络科技", "信息技术", "数据服务", "软件",       "文化传媒", "电子商务",
    "医疗科技", "教育科技", "物联网",   "供应链管理", "智能装备", "通信工程"};
constexpr std::array<std::string_view, 4> kLaws{"网络安全法", "个人信息保护法", "数据安全法",
                                                "反电信网络诈骗法"};
constexpr std::array<std::string_view, 10> kDigits{"",   "一", "二", "三", "四",
                                                   "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 8> kOutlets{"新华社",   "人民日报", "法治日报", "中国网信网",
                                                   "央视新闻", "科技日报", "澎湃新闻", "光明日报"};

std::string chinese(int n) {  // 1 to 99
  const auto digit = [](int i) { return std::string(kDigits[static_cast<std::size_t>(i)]); };
  if (n < 10) return digit(n);
  return (n < 20 ? "" : digit(n / 10)) + "十" + digit(n % 10);
}

struct Seat {
  std::string path, name;  // 甘肃省/天水市, 天水市
};

std::vector<Seat> seats() {
  std::vector<Seat> out;
  const Gazetteer& places = Lexicon::builtin().gazetteer();
  for (PlaceId id = 0; id < places.size(); ++id) {
    if (places.is_domestic(id) && places[id].level == PlaceLevel::prefecture) {
      out.push_back({places.path(id), std::string(places[id].name)});
    }
  }
  return out;
}

// The running text of a file, with the values that stand in it.
class Page {
 public:
  std::string text;
  std::vector<Fact> facts;

  void say(std::string_view words) { text += words; }
  void say(std::string_view words, const char* field, std::string value) {
    Fact f;
    f.field = field;
    for (const Fact& other : facts) f.index += other.field == f.field;
    f.value = std::move(value);
    f.text = words;
    f.place.span.begin = static_cast<std::uint32_t>(text.size());
    text += words;
    f.place.span.end = static_cast<std::uint32_t>(text.size());
    f.rule = "generated";
    facts.push_back(std::move(f));
  }
  [[nodiscard]] std::uint32_t at() const { return static_cast<std::uint32_t>(text.size()); }
};

Json span_json(const RawSpan& place) {
  return {{"page", place.page}, {"begin", place.span.begin}, {"end", place.span.end}};
}

}  // namespace

struct ItemGenerator::Impl {
  explicit Impl(std::uint32_t seed) : random(seed) {
    const WordTable& heads = Lexicon::builtin().table(WordClass::authority_head);
    for (std::size_t i = 0; i < heads.size() && offices.size() < 40; ++i) {
      if (heads.at(i, heads.column("levels")).find('c') != std::string_view::npos) {
        offices.push_back(heads.name(i));
      }
    }
  }

  std::string invented_name() {
    std::string out;
    for (int i = random.between(2, 3); i > 0; --i) out += random.pick(kSyllables);
    return out;
  }

  void clause(Page& page) {
    page.say(random.pick_zipf(kSubjects));
    page.say(random.pick_zipf(kVerbs));
    page.say(random.pick_zipf(kObjects));
    if (random.one_in(2)) {
      page.say("，");
      page.say(random.pick_zipf(kTails));
    }
    page.say("。");
  }

  void company(Page& page, const Seat& seat) {
    const std::string name =
        seat.name + invented_name() + std::string(random.pick_zipf(kTrades)) + "有限公司";
    page.say(name, "orgs", name);
  }

  void penalty(Page& page) {
    const int number = random.between(1, 79);
    const auto law = random.pick_zipf(kLaws);
    page.say("违反《");
    page.say(law, "citations", fmt::format("{} 第{}条", law, chinese(number)));
    page.say(fmt::format("》第{}条规定，", chinese(number)));
    const int fine = random.between(1, 500) * 1000;
    page.say(fmt::format("被处以罚款{}元", fine), "sanctions", fmt::format("fine {} 元", fine));
    page.say("。");
  }

  void notice(Page& page) {
    const std::string name = invented_name();
    page.say("“");
    page.say(name, "apps", name);
    page.say(fmt::format("”APP（版本{}.{}.{}）", random.between(1, 9), random.between(0, 20),
                         random.between(0, 99)));
    page.say("被责令整改", "sanctions", "order_to_correct");
    page.say("，");
    const int count = random.between(2, 90);
    page.say(fmt::format("共{}款", count), "figures", fmt::format("{} 款", count));
    page.say("。");
  }

  // One numbered entry; its title, its body, its values.
  ItemReading item(Page& page, int n, const std::string& month) {
    page.facts.clear();
    ItemReading out;
    out.n = n;
    const Seat& seat = random.pick_zipf(places);
    const std::string office = seat.name + std::string(random.pick_zipf(offices));
    const std::size_t shape = random.below(3);
    out.kind = std::array{"enforcement", "app-notice", "legislation"}[shape];
    page.say(fmt::format("{}. ", n));
    out.begin = page.at();
    page.say(office, "authorities", office);
    page.say(random.pick_zipf(kVerbs));
    page.say(random.pick_zipf(kObjects));
    out.title_pieces = {{out.begin, page.at()}};
    page.say("\n\n");
    const std::uint32_t body = page.at();
    const int day = random.between(1, 28);
    out.event_date = fmt::format("{}-{:02}", month, day);
    const int month_number = std::stoi(month.substr(5));
    page.say(fmt::format("{}月{}日", month_number, day), "event_date", out.event_date + " on");
    page.say("，");
    page.say(seat.name, "regions", seat.path);
    page.say("消息，");
    company(page, seat);
    if (shape == 0) penalty(page);
    if (shape == 1) notice(page);
    for (int i = random.between(4, 12); i > 0; --i) clause(page);
    out.body_pieces = {{body, page.at()}};
    page.say("（来源：");
    const std::string outlet(random.pick_zipf(kOutlets));
    page.say(outlet);
    page.say("）\n\n");
    finish(out, page, outlet);
    return out;
  }

  static void finish(ItemReading& out, Page& page, const std::string& outlet) {
    page.facts.insert(page.facts.begin(), Fact{"kind", 0, out.kind, "", {}, "generated", ""});
    const auto wording = [&](const std::vector<Span>& pieces) {
      return std::string(pieces.front().of(page.text));
    };
    out.title = wording(out.title_pieces);
    Json record{{"document", ""},
                {"file", ""},
                {"n", out.n},
                {"path", Json::array()},
                {"number", std::to_string(out.n)},
                {"title", out.title},
                {"body", wording(out.body_pieces)},
                {"span", span_json({1, out.body_pieces.front()})},
                {"sources", {outlet}},
                {"kind", out.kind}};
    for (const Fact& fact : page.facts) add(record, fact);
    out.record = record.dump();
    out.facts = page.facts;
  }

  static void add(Json& record, const Fact& fact) {
    const auto first = fact.value.substr(0, fact.value.find(' '));
    const auto rest = fact.value.substr(std::min(fact.value.size(), first.size() + 1));
    Json value{{"text", fact.text}, {"span", span_json(fact.place)}};
    const auto put = [&](const char* key, Json what) { value[key] = std::move(what); };
    if (fact.field == "kind") return;
    if (fact.field == "orgs" || fact.field == "apps") {
      record[fact.field].push_back(fact.value);
      record["spans"][fact.field].push_back(span_json(fact.place));
      return;
    }
    if (fact.field == "authorities") put("name", fact.value);
    if (fact.field == "regions") put("path", fact.value);
    if (fact.field == "event_date") {
      put("value", first);
      put("role", rest);
      record["event_date"] = value;
      return;
    }
    if (fact.field == "citations") {
      put("instrument", first);
      put("provision", rest);
    }
    if (fact.field == "figures") put("value", std::stod(first));
    if (fact.field == "sanctions") {
      put("type", first);
      if (!rest.empty()) put("amount", std::stod(rest));
      if (!rest.empty()) put("currency", "元");
    }
    record[fact.field].push_back(value);
  }

  Random random;
  std::vector<Seat> places = seats();
  std::vector<std::string_view> offices;
  int files = 0;
};

ItemGenerator::ItemGenerator(std::uint32_t seed) : impl_(std::make_unique<Impl>(seed)) {}
ItemGenerator::~ItemGenerator() = default;

Reading ItemGenerator::next(int items) {
  Reading out;
  const std::string month =
      fmt::format("{}-{:02}", impl_->random.between(2018, 2025), impl_->random.between(1, 12));
  out.name = fmt::format("示例月报-{}-{}.txt", month, ++impl_->files);
  out.rules = rules_version();
  Page page;
  page.say(fmt::format("示例月报 {} 第{}期\n\n", month, impl_->files));
  SourceReading source;
  source.format = "text";
  source.charset = "UTF-8";
  source.title = out.name;
  source.published = month;
  source.json = "{}";
  for (int n = 1; n <= items; ++n) source.items.push_back(impl_->item(page, n, month));
  source.raw = page.text;
  out.bytes = std::move(page.text);
  out.digest = sha256_digest(out.bytes);
  out.sources.push_back(std::move(source));
  return out;
}

}  // namespace guanlan::testing
