#include "cli/step_roles.h"

#include <utility>

namespace guanlan::cli {
namespace {

constexpr std::pair<std::string_view, Text> kRoles[] = {
    {"draft", {"征求意见", "draft"}},
    {"comment_by", {"意见截止", "comments by"}},
    {"adopted", {"审议通过", "adopted"}},
    {"issued", {"发布", "issued"}},
    {"published", {"公布", "published"}},
    {"effective", {"施行", "in force"}},
    {"amended", {"修订", "amended"}},
    {"expires", {"失效", "expires"}},
    {"repealed", {"废止", "repealed"}},
    {"launched", {"启动", "launched"}},
    {"ends", {"结束", "ends"}},
    {"results_period", {"阶段成果", "results"}},
    {"results_total", {"累计成果", "results so far"}},
    {"mentioned", {"提及", "mentioned"}},
    {"filed", {"立案", "case filed"}},
    {"accepted", {"受理", "accepted"}},
    {"solved", {"破案", "solved"}},
    {"captured", {"抓获", "captured"}},
    {"detained", {"刑拘", "detained"}},
    {"restrained", {"刑事强制措施", "restrained"}},
    {"bailed", {"取保候审", "bailed"}},
    {"arrested", {"逮捕", "arrested"}},
    {"transferred", {"移送审查起诉", "sent for prosecution"}},
    {"indicted", {"提起公诉", "indicted"}},
    {"dropped", {"不起诉、撤诉", "dropped"}},
    {"sued", {"起诉（民事）", "sued"}},
    {"heard", {"开庭", "heard"}},
    {"settled", {"和解、调解", "settled"}},
    {"judged", {"判决", "judged"}},
    {"appealed", {"上诉、抗诉", "appealed"}},
    {"appeal_judged", {"二审裁判", "judged on appeal"}},
    {"retried", {"再审", "retried"}},
    {"reported", {"报道", "reported"}},
    {"notified", {"通报", "notified"}},
    {"rectify_by", {"限期整改", "rectify by"}},
    {"retested", {"复测", "retested"}},
    {"removed", {"下架", "removed"}},
    {"restored", {"恢复上架", "restored"}},
    {"relapse", {"再次被通报", "notified again"}},
    {"registered", {"备案", "registered"}},
    {"punished", {"被处罚", "punished"}},
    {"named", {"提及", "named"}},
    {"issue", {"发布", "issues"}},
    {"decide", {"决定", "decides"}},
    {"investigate", {"调查", "investigates"}},
    {"publish", {"公布", "publishes"}},
    {"punish", {"处罚", "punishes"}},
    {"act", {"行动", "acts"}},
};

}  // namespace

std::string_view step_role(Language language, std::string_view role) {
  for (const auto& [name, text] : kRoles) {
    if (name == role) return text.in(language);
  }
  return role;
}

}  // namespace guanlan::cli
