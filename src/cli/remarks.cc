#include "cli/remarks.h"

#include <array>
#include <ostream>
#include <set>

#include "cli/messages.h"

namespace guanlan::cli {
namespace {

// The warnings that tell of a loss; all others are notes.
struct Loss {
  std::string_view pattern;  // as in library_messages.h
  Code code;
  std::string_view hint;
};
constexpr std::string_view kCompare = "已读入；请与原件核对";
constexpr std::string_view kFetch = "已读入其余部分；请重新获取文件";
constexpr std::string_view kSplit = "已读入其余部分；请拆分文件";
constexpr std::array<Loss, 11> kLosses{{
    {"{} 处字节不合 {} 编码，以 U+FFFD 代替", Code::damaged, kCompare},
    {"文件混有两种编码：{} 行为 {}（首见于第 {} 行），已逐行转换", Code::damaged, kCompare},
    {"删去 {} 个空字符（NUL）", Code::damaged, kCompare},
    {"含 {} 个双向控制字符（首见于第 {} 行）", Code::damaged, kCompare},
    {"文件末尾缺少 %%EOF，可能没有下载完整", Code::damaged, kFetch},
    {"PDF 已损坏，由 qpdf 修复后读入，可能缺页", Code::damaged, kFetch},
    {"{} 页中只读出 {} 页：{}", Code::damaged, kFetch},
    {"第 {} 页未能识别：{}", Code::damaged, kCompare},
    {"第 {} 页没有文字层，未能识别：{}（{}）", Code::unsupported, kCompare},
    {"共 {} 页，只读入前 {} 页（max_pages）", Code::unsupported, kSplit},
    {"只识别了前 {} 页扫描页，共 {} 页", Code::unsupported, kSplit},
}};

const Loss* loss_of(std::string_view warning) {
  for (const Loss& loss : kLosses) {
    if (fits(loss.pattern, warning)) return &loss;
  }
  return nullptr;
}

}  // namespace

bool remark(const Call& call, const Input& input, const std::vector<std::string>& warnings) {
  bool lost = false;
  const std::set<std::string_view> once(warnings.begin(), warnings.end());
  for (const std::string_view warning : once) {
    if (const Loss* loss = loss_of(warning)) {
      lost = true;
      complain(call, {loss->code, std::string(warning), {}, std::string(loss->hint)}, input);
    } else {
      call.env.err << say(call.language, Say::note, translated(call.language, warning), input.shown)
                   << '\n';
    }
  }
  return lost;
}

}  // namespace guanlan::cli
