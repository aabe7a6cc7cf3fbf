// What search and export say, in both languages.
#include "cli/library_messages.h"

namespace guanlan::cli {
namespace {

constexpr Text kSearch[] = {
    {"工作簿要写入文件", "a workbook is written to a file"},
    {"无法写入", "cannot be written"},
    {"无法写入：{}", "cannot be written: {}"},
    {"不是一条记录", "that is no record"},
    {"缺少法规名称", "the title of a law is missing"},
    {"查询第 {} 字", "character {} of the query"},
    {"右括号没有对应的左括号", "a closing bracket without its opening one"},
    {"去掉它，或在前面补上左括号", "drop it, or open a bracket before it"},
    {"左括号没有对应的右括号", "an opening bracket without its closing one"},
    {"补上右括号；要查括号本身请加引号", "close it; brackets only group conditions"},
    {"引号没有收尾", "a quotation mark without its closing one"},
    {"补上后引号", "close the quotation"},
    {"这里缺一个条件", "a condition is missing here"},
    {"OR（或）、括号的两边都要有词、短语或字段条件",
     "operators and brackets want a word, a phrase or a field beside them"},
    {"NEAR 的两边只能是词或短语", "beside NEAR only words and phrases may stand"},
    {"例如：罚款 NEAR/10 \"个人信息\"", "for example: 罚款 NEAR/10 \"个人信息\""},
    {"NEAR/ 后面要有距离", "NEAR/ wants a distance"},
    {"1 到 {} 的整数，例如 NEAR/10", "a whole number from 1 to {}, for example NEAR/10"},
    {"括号或否定套得太深", "brackets or negations are nested too deep"},
    {"最多 {} 层", "at most {} levels"},
    {"条件太多", "too many conditions"},
    {"最多 {} 个", "at most {}"},
    {"这里没有可查的字", "there is nothing to look for here"},
    {"要查的是文字、字母或数字；标点不参与检索",
     "words are of characters, letters or digits; punctuation is not looked for"},
    {"没有字段「{}」", "there is no field \"{}\""},
    {"字段有：{}；要查冒号两边的文字请加引号",
     "the fields are: {}; quote it to look for text around a colon"},
    {"「{}:」后面缺值", "\"{}:\" lacks its value"},
    {"{}，例如 {}", "{}, for example {}"},
    {"「{}」不是日期或日期区间", "\"{}\" is no date and no range of dates"},
    {"例如 2024、2024-04、2024-04-12、2024-Q2、2024-04..2024-11、>=2024-04、..2023",
     "for example 2024, 2024-04, 2024-04-12, 2024-Q2, 2024-04..2024-11, >=2024-04, ..2023"},
    {"「{}」不是金额或金额区间", "\"{}\" is no amount and no range of amounts"},
    {"例如 >100000、>=10万、1万..50万、<1.5亿",
     "for example >100000, >=10万 (ten thousands), 1万..50万, <1.5亿 (hundred millions)"},
    {"记录没有字段「{}」", "a record has no field \"{}\""},
    {"例如 has:deadline、has:sanction、has:citation；全部字段见 docs/record.md",
     "for example has:deadline, has:sanction, has:citation; docs/record.md lists all fields"},
    {"这个翻页标记不属于这次检索", "this cursor belongs to another search"},
    {"用上一页给出的标记，检索词和排序保持不变",
     "use the one of the page before, with the same query and order"},
    {"没有这个数据库", "there is no such database"},
    {"先用 guanlan add 存入文件", "store files with guanlan add first"},
    {"这个 SQLite 没有全文检索（FTS5）", "this SQLite has no full-text search (FTS5)"},
    {"换一个带 FTS5 的 SQLite", "use an SQLite with FTS5"},
};

}  // namespace

std::span<const Text> search_messages() { return kSearch; }

}  // namespace guanlan::cli
