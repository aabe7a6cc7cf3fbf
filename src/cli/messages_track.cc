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
    {"「{}」不止一个：{}", "several are called \"{}\": {}"},
    {"在名称后加 @条目编号，如列出的那样", "add @ITEM behind the name, as listed"},
    {"没有编号 {} 的关联", "there is no link {}"},
    {"编号见 guanlan timeline --links", "guanlan timeline --links lists the numbers"},
    {"没有这种主体", "there is no such kind of subject"},
    {"可用：instrument、campaign、case、app、authority、org",
     "there are: instrument, campaign, case, app, authority, org"},
    {"缺少参数 name", "the parameter name is missing"},
    {"state 应是 accepted 或 undone", "state should be accepted or undone"},
    {"2024、2024-05 或 2024-05-01", "write 2024, 2024-05 or 2024-05-01"},
    // alerts
    {"名称应有 1 到 80 个字", "a name has 1 to 80 characters"},
    {"查询太长", "the query is too long"},
    {"已有名为「{}」的查询", "there is a query named \"{}\" already"},
    {"换一个名称，或先删除它", "take another name, or drop it first"},
    {"没有编号 {} 的查询", "there is no query {}"},
    {"须给出 name 与 query", "name and query are needed"},
    {"筛选条件的转义有误", "a filter is escaped wrongly"},
    {"没有筛选条件「{}」", "there is no filter \"{}\""},
    {"可用：q、kind、region、authority、law、org、app、outlet、month、since、until",
     "there are: q, kind, region, authority, law, org, app, outlet, month, since, until"},
    // channels
    {"渠道缺少 kind", "the channel lacks its kind"},
    {"可用：file、feed、email、webhook", "there are: file, feed, email, webhook"},
    {"渠道缺少 path", "the channel lacks its path"},
    {"渠道缺少 url（或 url_file、url_env）", "the channel lacks its url (or url_file, url_env)"},
    {"url 应以 https:// 开头", "a url should begin with https://"},
    {"url 应以 smtps:// 或 smtp:// 开头", "a url should begin with smtps:// or smtp://"},
    {"电子邮件缺少 from 或 to", "an e-mail lacks from or to"},
    {"地址里不能有换行", "an address cannot hold a line end"},
    {"环境变量 {} 未设置", "the environment variable {} is not set"},
    {"先设置它，或改用文件", "set it, or name a file"},
    {"due_days 应是天数", "due_days should be numbers of days"},
    {"channels 应是列表", "channels should be a list"},
    {"两个渠道同名：{}", "two channels have one name: {}"},
    {"用 name 区分", "tell them apart with name"},
    {"请检查磁盘空间和写入权限", "check the space on the disk and the permission to write"},
    {"发不出去：{}", "cannot send: {}"},
    {"请检查网络、地址和口令；未送达的下次再送",
     "check network, address and password; what was not delivered is sent next time"},
    {"对方回答 HTTP {}", "the other side answered HTTP {}"},
    {"机器人拒收，代码 {}", "the bot refused, code {}"},
    {"机器人的回答看不懂", "the bot's answer cannot be understood"},
};

}  // namespace

std::span<const Text> track_messages() { return kTrack; }

}  // namespace guanlan::cli
