#include "testing/generate.h"

#include <array>
#include <random>
#include <string_view>

namespace guanlan::testing {
namespace {

class Writer {
 public:
  explicit Writer(std::uint32_t seed) : random_(seed) {}

  std::string out;

  void item(int number) {
    const std::string place(pick(kPlaces));
    const int day = 1 + below(28);
    switch (below(4)) {
      case 0:
        return enforcement(number, place, day);
      case 1:
        return legislation(number, place, day);
      case 2:
        return crime(number, place, day);
      default:
        return apps(number, place, day);
    }
  }

 private:
  static constexpr std::array<std::string_view, 10> kPlaces = {
      "湖南省长沙市", "四川省成都市", "广东省佛山市", "浙江省宁波市", "河北省保定市",
      "贵州省遵义市", "江西省赣州市", "山东省烟台市", "湖北省宜昌市", "福建省泉州市"};
  static constexpr std::array<std::string_view, 6> kTopics = {
      "数据分级", "个人信息保护", "公共数据开放", "算法备案", "网络安全等级保护", "数据出境"};

  int below(int n) { return static_cast<int>(random_() % static_cast<std::uint32_t>(n)); }
  template <class A>
  std::string_view pick(const A& list) {
    return list[random_() % list.size()];
  }
  std::string num(int low, int high) { return std::to_string(low + below(high - low)); }

  void head(int number, const std::string& title) {
    out += std::to_string(number) + ". " + title + "\n\n";
  }
  void filler() {
    static constexpr std::array<std::string_view, 5> kSentences = {
        "有关单位应当建立健全管理制度，明确责任部门和责任人，定期开展自查自纠。",
        "下一步将持续加大监督检查力度，督促企业落实主体责任，维护群众合法权益。",
        "相关负责人表示，工作中坚持问题导向，推动形成齐抓共管的良好局面。",
        "专家认为，制度落地仍需在标准、技术和人才三方面协同推进。",
        "群众可以通过投诉举报渠道反映问题线索，主管部门将依法处理。"};
    const int count = 2 + below(5);
    for (int i = 0; i < count; ++i) out += pick(kSentences);
    out += "\n\n";
  }
  void source(const std::string& name) { out += "（来源：" + name + "）\n\n"; }

  void enforcement(int number, const std::string& place, int day) {
    const std::string n = num(2, 40);
    head(number, "因未履行网络安全保护义务，" + place + num(2, 9) + "家示例企业被处罚");
    out += "3月" + std::to_string(day) + "日消息，" + place +
           "互联网信息办公室近日开展示例检查，发现" + n + "家企业存在" + num(10, 900) +
           "万余条个人信息泄露风险，依据《网络安全法》第二十一条、第五十九条之规定，对其中" +
           num(2, 9) + "家企业处以罚款" + num(1, 50) + "万元的行政处罚并责令限期改正。\n\n";
    filler();
    source("网信" + place.substr(9));
  }
  void legislation(int number, const std::string& place, int day) {
    const std::string title =
        "《" + place + "示例" + std::string(pick(kTopics)) + "管理办法（征求意见稿）》";
    head(number, place + "发布" + title);
    out += "3月" + std::to_string(day) + "日，" + place + "人民政府发布" + title +
           "，意见反馈截止时间为2025年4月" + num(10, 28) + "日。办法共" + num(5, 9) +
           "章，到2027年底建成示例平台" + num(3, 60) + "个。\n\n";
    filler();
    source(place + "人民政府");
  }
  void crime(int number, const std::string& place, int day) {
    head(number, place + "警方侦破一起示例侵犯公民个人信息案");
    out += "3月" + std::to_string(day) + "日消息，" + place +
           "公安局近日侦破一起示例案件，抓获犯罪嫌疑人" + num(3, 200) + "名，扣押手机" +
           num(10, 900) + "余部，冻结涉案资金" + num(10, 9000) + "余万元。2024年" + num(1, 12) +
           "月，民警在工作中发现线索。\n\n";
    filler();
    source("公安部网安局");
  }
  void apps(int number, const std::string& place, int day) {
    const std::string province = place.substr(0, 9);
    head(number, province + "通信管理局通报" + num(2, 30) + "款侵害用户权益的APP");
    out += "3月" + std::to_string(day) + "日，" + province + "通信管理局通报“示例" + num(1, 99) +
           "号”等" + num(2, 30) + "款APP，要求在4月" + num(1, 28) + "日前完成整改，占检查总数的" +
           num(1, 99) + "." + num(0, 9) + "%。\n\n";
    filler();
    source(province + "通信管理局");
  }

  std::mt19937 random_;
};

}  // namespace

std::string monthly(const MonthlyOptions& options) {
  Writer w(options.seed);
  w.out =
      "示例数据观察\n\n(月刊)\n\n2025年4月第4期 "
      "(总第16期)\n\n2025年4月10日\n\n主办单位：示例市数据治理研究中心\n\n";
  for (int part = 1; w.out.size() < options.bytes; ++part) {
    w.out += "第" + std::to_string(part) + "部分：示例动态" + std::to_string(part) +
             "\n\n导读：3月，各地继续推进示例工作。\n\n关键词：示例、数据\n\n";
    for (int i = 1; i <= 60 && w.out.size() < options.bytes; ++i) w.item(i);
  }
  return std::move(w.out);
}

}  // namespace guanlan::testing
