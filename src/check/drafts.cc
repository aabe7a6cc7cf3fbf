// Drafts (草案、征求意见稿): a draft is not in force.
//
//   law.draft   《示例办法（征求意见稿）》自2024年5月1日起施行
#include "check/families.h"

namespace guanlan::checking {
namespace {

bool is_draft(std::string_view title) {
  constexpr std::string_view kDrafts[] = {"征求意见稿", "草案", "送审稿", "讨论稿"};
  for (const std::string_view word : kDrafts) {
    if (title.find(word) != std::string_view::npos) return true;
  }
  return false;
}

// The words right behind a title say that it begins to apply, and not that it is to.
bool takes_effect(std::string_view clause) {
  const auto says = [&](std::string_view word) {
    return clause.find(word) != std::string_view::npos;
  };
  const bool begins = says("起施行") || says("起实施") || says("起生效") || says("正式施行") ||
                      says("正式实施") || says("已经施行");
  const bool planned = says("拟") || says("将") || says("建议") || says("审议") || says("通过") ||
                       says("规定") || says("明确") || says("提出");
  return begins && !planned;
}

}  // namespace

void check_drafts(Desk& desk) {
  for (const Section& section : desk.sections()) {
    for (const Bracket& b : section.passage.brackets) {
      if (b.mark != Mark::book || b.depth > 0 || !is_draft(desk.of(b.inner))) continue;
      for (const Span sentence : section.passage.sentences) {
        if (!sentence.contains(b.span.begin)) continue;
        const std::string_view rest = desk.of({b.span.end, std::max(sentence.end, b.span.end)});
        if (takes_effect(rest.substr(0, rest.find("《")))) {
          desk.report({"law.draft", in_clean(b.span), {{"sentence", desk.printed(sentence)}}});
        }
        break;
      }
    }
  }
}

}  // namespace guanlan::checking
