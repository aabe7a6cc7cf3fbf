#include "cli/messages.h"

#include <array>

#include "cli/terminal.h"

namespace guanlan::cli {
namespace {

struct Row {
  Say key;
  Text text;
};

constexpr std::array<Row, static_cast<std::size_t>(Say::count_)> kRows{{
    {Say::hint, {"提示", "hint"}},
    {Say::see_help, {"见 {}", "see {}"}},
    {Say::did_you_mean, {"是不是 {}？", "did you mean {}?"}},
    {Say::bad_choice, {"{} 没有这个值：{}", "{} has no such value: {}"}},
    {Say::legal_values, {"可用：{}", "one of {}"}},
    {Say::argument_missing, {"缺少参数 {}", "{} is missing"}},
    {Say::too_many_arguments, {"多出的参数：{}", "one argument too many: {}"}},
    {Say::value_missing, {"选项缺少值：{}", "an option lacks its value: {}"}},
    {Say::unknown_command, {"没有这个命令：{}", "no such command: {}"}},
    {Say::unknown_option, {"没有这个选项：{}", "no such option: {}"}},
    {Say::bad_number, {"{} 要一个正整数：{}", "{} takes a whole number above 0: {}"}},
    {Say::bad_date, {"{} 不是日期：{}", "{} is no date: {}"}},
    {Say::date_forms, {"写作 2024、2024-05 或 2024-05-01", "write 2024, 2024-05 or 2024-05-01"}},
    {Say::stdin_name, {"标准输入", "standard input"}},
    {Say::empty_folder, {"文件夹里没有文件", "the folder holds no files"}},
    {Say::no_such_entry, {"没有第 {} 篇：文件共 {} 篇", "no document {}: the file holds {}"}},
    {Say::entry_hint, {"不带 --entry 可读出全部", "leave --entry out to read them all"}},
    {Say::failed_inputs, {"{} 个输入失败，共 {} 个", "{} of {} inputs failed"}},
    {Say::note, {"guanlan: 注意：{} ({})", "guanlan: note: {} ({})"}},
    {Say::interrupted, {"已中断；完成的部分有效", "interrupted; what was finished stays"}},
    {Say::cannot_write,
     {"写不出结果：磁盘已满或管道已关", "the answer cannot be written: disk full or pipe closed"}},
    {Say::out_of_memory, {"内存不足", "out of memory"}},
    {Say::no_home,
     {"不知道数据库放哪里：HOME 与 XDG_DATA_HOME 都未设",
      "no place for the database: neither HOME nor XDG_DATA_HOME is set"}},
    {Say::no_store, {"还没有数据库", "there is no database yet"}},
    {Say::no_store_hint,
     {"先用 guanlan add 存入文件，或用 --db 指定",
      "store files with guanlan add first, or name one with --db"}},
    {Say::add_summary,
     {"新增 {} 个文件、{} 条；重读 {} 个；已有 {} 个；失败 {} 个",
      "{} files added with {} items; {} read again; {} already there; {} failed"}},
    {Say::add_quarantined,
     {"失败的已记入隔离区：guanlan list --quarantine",
      "what failed is kept in quarantine: guanlan list --quarantine"}},
    {Say::add_damaged,
     {"{} 个文件有损，已读入其余部分，见上", "{} files were stored with a loss, see above"}},
    {Say::reread_summary,
     {"重读 {} 个文件：{} 条记录有变化；得 {}，失 {}",
      "{} files read again: {} records changed; {} values gained, {} lost"}},
    {Say::older_rules,
     {"{} 个文件是用旧规则读的；guanlan add --reread 可按新规则重读",
      "{} files were read under older rules; guanlan add --reread reads them again"}},
    {Say::nothing_listed, {"没有符合的条目", "no items match"}},
    {Say::no_such_item, {"没有编号 {} 的条目", "there is no item {}"}},
    {Say::bad_id, {"不是条目编号：{}", "not the number of an item: {}"}},
    {Say::id_hint, {"guanlan list 列出编号", "guanlan list shows the numbers"}},
    {Say::search_total, {"共 {} 条，列出 {} 条", "{} items, {} shown"}},
    {Say::search_expanded, {"“{}”也按这些词查：{}", "\"{}\" was also looked for as: {}"}},
    {Say::search_did_you_mean, {"是不是要查：{}", "did you mean: {}"}},
    {Say::search_next, {"下一页：--cursor {}", "next page: --cursor {}"}},
    {Say::no_values, {"没有这样的值", "no such value"}},
    {Say::by_rule, {"规则", "rule"}},
    {Say::by_words, {"依据", "by"}},
    {Say::not_taken, {"看到但未采用", "seen, not taken"}},
    {Say::not_records, {"不是记录文件", "not a file of records"}},
    {Say::records_hint,
     {"要 guanlan extract --format jsonl 的输出",
      "give the output of guanlan extract --format jsonl"}},
    {Say::diff_totals, {"得 {}，失 {}，移动 {}", "{} gained, {} lost, {} moved"}},
    {Say::check_not_run, {"规则 {} 未能执行：{}", "rule {} could not run: {}"}},
    {Say::check_watching,
     {"正在留意 {}，保存后重新校对", "watching {}: checked again when it is saved"}},
    {Say::stats_refused, {"{} 未读入：“{}”（{}）", "{} not taken: \"{}\" ({})"}},
    {Say::check_totals,
     {"{}：error {}，warning {}，note {}，已豁免 {}",
      "{}: {} errors, {} warnings, {} notes, {} suppressed"}},
    {Say::serving,
     {"正在 http://{}:{}/ 上提供服务，Ctrl-C 结束", "serving at http://{}:{}/, Ctrl-C ends it"}},
    {Say::served, {"已停止", "stopped"}},
    {Say::password, {"密码：", "Password: "}},
    {Say::password_again, {"再输一次：", "Again: "}},
    {Say::doctor_missing, {"缺 {} 项", "{} missing"}},
    {Say::doctor_fine, {"一切就绪", "everything is there"}},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (static_cast<std::size_t>(kRows[i].key) != i) return false;
  }
  return true;
}
static_assert(in_order(), "one row a message, in the order of Say");

}  // namespace

std::string_view pattern(Language language, Say message) {
  return kRows[static_cast<std::size_t>(message)].text.in(language);
}

std::string report(Language language, const Error& error) {
  std::string out = fmt::format("guanlan: [{}] {}", name(error.code),
                                harmless(translated(language, error.message)));
  if (!error.place.empty())
    out += fmt::format(" ({})", harmless(translated(language, error.place)));
  out += '\n';
  if (!error.hint.empty()) {
    out += fmt::format("  {}: {}\n", pattern(language, Say::hint),
                       harmless(translated(language, error.hint)));
  }
  return out;
}

}  // namespace guanlan::cli
