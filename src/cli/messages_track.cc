// What deadlines, timelines and alerts say, in both languages.
#include "cli/library_messages.h"

namespace guanlan::cli {
namespace {

constexpr Text kTrack[] = {
    {"「{}」不是日期", "\"{}\" is no date"},
    {"库中没有「{}」的记载", "nothing is stored about \"{}\""},
    {"相近的有：{}", "there are: {}"},
    {"用 guanlan search 查它怎样写", "look with guanlan search how it is written"},
    {"「{}」不止一种：{}", "\"{}\" is of several kinds: {}"},
    {"用 --of 指明是哪一种", "say with --of which one"},
    {"没有编号 {} 的关联", "there is no link {}"},
    {"编号见 guanlan timeline --links", "guanlan timeline --links lists the numbers"},
    {"没有这种主体", "there is no such kind of subject"},
    {"可用：instrument、campaign、case、app、authority、org",
     "there are: instrument, campaign, case, app, authority, org"},
    {"缺少参数 name", "the parameter name is missing"},
    {"state 应是 accepted 或 undone", "state should be accepted or undone"},
    {"2024、2024-05 或 2024-05-01", "write 2024, 2024-05 or 2024-05-01"},
};

}  // namespace

std::span<const Text> track_messages() { return kTrack; }

}  // namespace guanlan::cli
