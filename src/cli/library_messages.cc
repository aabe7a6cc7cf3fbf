// What the library says, for both languages. The library speaks Chinese (child processes English);
// {} stands for a part that is taken over. A test holds every literal message against this table.
#include <optional>
#include <vector>

#include "cli/messages.h"

namespace guanlan::cli {
namespace {

constexpr Text kLibrary[] = {
    // read
    {"没有这个文件", "there is no such file"},
    {"请检查路径", "check the path"},
    {"这是文件夹，不是文件", "this is a folder, not a file"},
    {"请给出其中的文件", "name the files in it"},
    {"不是普通文件", "not a regular file"},
    {"请先存为普通文件再读入", "save it as a regular file first"},
    {"文件打不开", "the file cannot be opened"},
    {"请检查读取权限", "check the permission to read it"},
    {"读取中断", "reading broke off"},
    {"请检查磁盘或网络盘", "check the disk or the network share"},
    {"空文件（0 字节）", "the file is empty (0 bytes)"},
    {"请检查下载或复制是否完整", "check that the download or copy is complete"},
    {"嵌套层数过多", "nested too deep"},
    {"请取出内层文件单独读入", "take the inner file out and read it alone"},
    {"图像暂不支持", "images are not supported yet"},
    {"不认识的二进制格式", "an unknown binary format"},
    {"支持：文本、HTML、DOCX、PDF、图像、RSS/Atom、EML、CSV、XLSX",
     "supported: text, HTML, DOCX, PDF, images, RSS/Atom, EML, CSV, XLSX"},
    {"PDF 有打开口令", "the PDF asks for a password"},
    {"先去掉口令，例如 qpdf --password=口令 --decrypt 原文件 新文件",
     "remove it first: qpdf --password=PASSWORD --decrypt OLD NEW"},
    {"ZIP 容器不完整或已损坏", "the ZIP container is incomplete or damaged"},
    {"请重新获取文件，或用原软件另存一次",
     "get the file again, or save it once more where it was made"},
    {"疑为压缩炸弹，未予解压", "it looks like a decompression bomb and was not unpacked"},
    {"文件有密码保护", "the file is protected by a password"},
    {"请先解除密码再读入", "remove the password first"},
    {"文档有密码保护", "the document is protected by a password"},
    {"请在 Office 中解除密码后另存，再读入",
     "remove the password in the office program and save it again"},
    {"{} 未能启动：{}", "cannot start {}: {}"},
    {"没有临时文件：{}", "no temporary file: {}"},
    {"临时文件没有写成：{}", "temporary file not written: {}"},
    {"{} 没有安装", "{} is not installed"},
    // store
    {"数据库正被占用：{}", "the database is in use: {}"},
    {"等另一个程序结束后再试", "try again when the other program has ended"},
    {"不是数据库或已损坏：{}", "not a database, or damaged: {}"},
    {"换一个 --db，或从备份恢复", "name another --db, or restore a backup"},
    {"磁盘已满：{}", "the disk is full: {}"},
    {"腾出空间后再试；已存入的不受影响", "free some space and try again; what was stored is safe"},
    {"数据库拒绝了请求：{}", "the database refused the request: {}"},
    {"数据库读写失败：{}", "the database cannot be read or written: {}"},
    {"检查路径与权限", "check path and permissions"},
    {"打不开数据库", "the database cannot be opened"},
    {"检查路径与权限，或用 --db 指定另一个",
     "check path and permissions, or name another with --db"},
};

// The parts that the {} of `pattern` stand for, where the message has that form.
std::optional<std::vector<std::string_view>> parts(std::string_view pattern,
                                                   std::string_view message) {
  std::vector<std::string_view> out;
  for (;;) {
    const auto hole = pattern.find("{}");
    const std::string_view literal = pattern.substr(0, hole);
    if (!message.starts_with(literal)) return std::nullopt;
    message.remove_prefix(literal.size());
    if (hole == std::string_view::npos) break;
    pattern.remove_prefix(hole + 2);
    const std::string_view next = pattern.substr(0, pattern.find("{}"));
    const auto end = next.empty() ? message.size() : message.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    out.push_back(message.substr(0, end));
    message.remove_prefix(end);
  }
  if (!message.empty()) return std::nullopt;
  return out;
}

std::string filled(std::string_view pattern, const std::vector<std::string_view>& values) {
  std::string out;
  for (const std::string_view value : values) {
    const auto hole = pattern.find("{}");
    if (hole == std::string_view::npos) break;
    out += pattern.substr(0, hole);
    out += value;
    pattern.remove_prefix(hole + 2);
  }
  return out += pattern;
}

}  // namespace

std::string translated(Language language, std::string_view message) {
  for (const Text& row : kLibrary) {
    for (const std::string_view form : {row.zh, row.en}) {
      if (const auto values = parts(form, message)) return filled(row.in(language), *values);
    }
  }
  return std::string(message);
}

}  // namespace guanlan::cli
