// What series, reconcile, enforcement, monthly, chart and returns say, for both languages.
#include "cli/library_messages.h"

namespace guanlan::cli {
namespace {

constexpr Text kStats[] = {
    // series, reconcile, monthly
    {"库中没有这个指标：{}", "no such indicator is stored: {}"},
    {"用 guanlan stats list 查看库中的指标", "guanlan stats list shows what is stored"},
    {"指标不止一个：{}", "more than one indicator: {}"},
    {"请写全名：{}", "write the whole name: {}"},
    {"库中没有这个月的指标：{}", "nothing is stored of this month: {}"},
    {"用 guanlan stats list 查看库中的时期", "guanlan stats list shows which periods are stored"},
    {"月份写作 2020-08：{}", "a month is written 2020-08: {}"},
    {"文件写不出", "the file cannot be written"},
    {"请检查写入权限和磁盘空间", "check the permission to write and the room on the disk"},
    // chart
    {"应为文字：{}", "expected a text: {}"},
    {"应为 {} 到 {} 的整数：{}", "expected a whole number from {} to {}: {}"},
    {"应为数或 null：values", "expected numbers or null: values"},
    {"应为列表：{}", "expected a list: {}"},
    {"应为键值对：图表描述", "expected a mapping: a chart description"},
    {"应为键值对：series", "expected a mapping: series"},
    {"没有这种图：{}", "no such kind of chart: {}"},
    {"没有 labels 或 series", "labels or series are missing"},
    {"labels 或 series 过多", "too many labels or series"},
    {"values 与 labels 个数不同：{}", "values and labels differ in number: {}"},
    {"占比图与堆积图不画负数：{}", "shares and stacks have no negative values: {}"},
    {"名次应为 1 到 1000：{}", "a rank is from 1 to 1000: {}"},
    {"见 docs/charts.md", "see docs/charts.md"},
    // returns: forms
    {"规则写法有误：{}", "the rule cannot be read: {}"},
    {"没有这一列：{}", "there is no such column: {}"},
    {"例如 [期末] = previous.[期末] + [增加] - [减少]",
     "for example [end] = previous.[end] + [in] - [out]"},
    {"缺少键：{}", "a key is missing: {}"},
    {"值不合要求：{}", "not a legal value: {}"},
    {"没有这种类型：{}", "no such type: {}"},
    {"没有 codes：{}", "codes are missing: {}"},
    {"应为键值对：form", "expected a mapping: form"},
    {"统一社会信用代码有误：{}", "not a valid credit code: {}"},
    {"列重名：{}", "two columns of one name: {}"},
    {"上期规则需要 key：{}", "a rule on the period before needs a key: {}"},
    {"见 docs/returns.md", "see docs/returns.md"},
    // returns: workbooks
    {"工作簿不完整或已损坏", "the workbook is incomplete or damaged"},
    {"请用 Excel 或 WPS 另存后重报", "save it anew with Excel or WPS and send it again"},
    {"不是 XLSX 工作簿", "not an XLSX workbook"},
    {"请另存为 .xlsx", "save it as .xlsx"},
    {"工作簿不是这张表的模板", "the workbook is not made from this form"},
    {"请用 guanlan returns template 生成的模板填报",
     "fill in a template made by guanlan returns template"},
    // returns: cells
    {"必填：{}", "must be filled in: {}"},
    {"不是数字：{}", "not a number: {}"},
    {"数字写法有歧义：{}", "a number that can be read in two ways: {}"},
    {"应为整数：{}", "expected a whole number: {}"},
    {"小于下限：{}", "below the least value: {}"},
    {"大于上限：{}", "above the largest value: {}"},
    {"不是日期：{}", "not a date: {}"},
    {"不在可选值之内：{}", "not one of the codes: {}"},
    {"不是统一社会信用代码（18 位）：{}", "not a credit code of 18 characters: {}"},
    {"统一社会信用代码的校验位不符：{}", "the check character of the credit code is wrong: {}"},
    {"公式没有保存结果，请在 Excel 或 WPS 中重算后保存：{}",
     "a formula without a stored result; recalculate and save it: {}"},
    {"单元格是错误值：{}", "the cell holds an error: {}"},
    {"数据区有合并单元格", "merged cells among the data"},
    {"{}重复，已见于 {} {}", "{} twice, first in {} {}"},
    {"填报单位的统一社会信用代码有误", "the sender's credit code is not valid"},
    {"填报单位不在名单之内", "the sender is not on the list"},
    {"同一单位同一报告期重复报送", "a second return of this sender and period"},
};

}  // namespace

std::span<const Text> stats_messages() { return kStats; }

}  // namespace guanlan::cli
