#include "cli/library_messages.h"

namespace guanlan::cli {
namespace {

constexpr Text kCheck[] = {
    {"库中没有这个文件", "the store has no such file"},
    {"guanlan list 列出库中文件", "guanlan list shows the stored files"},
    {"库中有几个这样的文件：{}", "the store has several such files: {}"},
    {"请给出完整的文件名", "give the whole file name"},
    {"没有给出要校对的文件", "no file to check was given"},
    {"给出文件，或用 --stored 指明库中的文件", "name a file, or one of the store with --stored"},
    {"--watch 只看一个文件", "--watch takes one file"},
    {"一份 DOCX 只批注一个文件", "a DOCX takes the comments of one file"},
    {"逐个文件校对", "check the files one by one"},
    {"DOCX 不能显示在终端上", "a DOCX cannot be shown on a terminal"},
    {"用 --output checked.docx 写入文件", "write it to a file with --output checked.docx"},
    {"ZIP 容器写不出", "the ZIP container cannot be written"},
    {"请检查内存", "check the memory"},
    {"文档缺少部件", "the document lacks a part"},
    {"请用 Office 另存一次", "save it anew from Office"},
};

}  // namespace

std::span<const Text> check_messages() { return kCheck; }

}  // namespace guanlan::cli
