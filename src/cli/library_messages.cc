// What the library says, for both languages. The library speaks Chinese (child processes English);
// {} stands for a part that is taken over. A test holds every literal message against this table.
#include <optional>
#include <vector>

#include "cli/messages.h"

namespace guanlan::cli {
namespace {

constexpr Text kLibrary[] = {
    // read: any file
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
    {"文件过大：{} MB，上限 {} MB", "the file is too large: {} MB of at most {} MB"},
    {"请拆分文件，或提高 max_bytes 上限", "split the file, or raise the limit max_bytes"},
    {"解出的文字超过上限", "the decoded text is over the limit"},
    {"请拆分文件，或提高 max_text 上限", "split the file, or raise the limit max_text"},
    {"请检查文件", "check the file"},
    {"请检查文件是否完整", "check that the file is complete"},
    {"请检查文件来源", "check where the file comes from"},
    {"请拆分文件再读入", "split the file first"},
    {"请重新下载，或从原件另存", "download it again, or save it anew from the original"},
    {"请重新下载或复制文件", "download or copy the file again"},
    {"打开 ocr 选项", "turn the option ocr on"},
    {"第 {} 行", "line {}"},
    // read: formats that are not read
    {"不认识的二进制格式", "an unknown binary format"},
    {"支持：文本、HTML、DOCX、PDF、图像、RSS/Atom、EML、CSV、XLSX",
     "supported: text, HTML, DOCX, PDF, images, RSS/Atom, EML, CSV, XLSX"},
    {"不认识的 XML 文件", "an unknown sort of XML"},
    {"支持的 XML：RSS、Atom、XHTML", "XML that is read: RSS, Atom, XHTML"},
    {"请另存为 DOCX，或运行 soffice --headless --convert-to docx 转换",
     "save it as DOCX, or convert it: soffice --headless --convert-to docx"},
    {"请另存为 XLSX，或运行 soffice --headless --convert-to xlsx 转换",
     "save it as XLSX, or convert it: soffice --headless --convert-to xlsx"},
    {"请先解压，再读入其中的文件", "unpack it and read the files in it"},
    {"请先转换为 PDF 再读入", "convert it to PDF first"},
    {"RTF 文档暂不支持", "RTF documents are not supported yet"},
    {"这是 7z 压缩包", "this is a 7z archive"},
    {"这是 RAR 压缩包", "this is a RAR archive"},
    {"这是 gzip 压缩文件", "this is a gzip file"},
    {"这是 xz 压缩文件", "this is an xz file"},
    {"这是 bzip2 压缩文件", "this is a bzip2 file"},
    {"这是 ZIP 压缩包", "this is a ZIP archive"},
    {"这是可执行文件", "this is an executable"},
    {"这是 SQLite 数据库", "this is an SQLite database"},
    {"这是音频文件", "this is an audio file"},
    {"这是音视频文件", "this is an audio or video file"},
    {"PostScript 暂不支持", "PostScript is not supported yet"},
    {"旧版 Word 文档（.doc）暂不支持", "legacy Word documents (.doc) are not supported yet"},
    {"旧版 Excel 工作簿（.xls）暂不支持", "legacy Excel workbooks (.xls) are not supported yet"},
    {"PowerPoint 文稿暂不支持", "PowerPoint files are not supported yet"},
    {"不认识的 OLE 复合文档", "an unknown OLE compound document"},
    {"XLSB 工作簿暂不支持", "XLSB workbooks are not supported yet"},
    {"OFD 版式文件暂不支持", "OFD documents are not supported yet"},
    {"ODF 文档暂不支持", "ODF documents are not supported yet"},
    {"EPUB 电子书暂不支持", "EPUB books are not supported yet"},
    // read: PDF, scans, images
    {"PDF 有打开口令", "the PDF asks for a password"},
    {"先去掉口令，例如 qpdf --password=口令 --decrypt 原文件 新文件",
     "remove it first: qpdf --password=PASSWORD --decrypt OLD NEW"},
    {"PDF 不完整：末尾的交叉引用表缺失，找不到任何一页",
     "the PDF is incomplete: its cross-reference table is missing and no page can be found"},
    {"PDF 里没有页面", "the PDF has no pages"},
    {"PDF 已损坏，找不到任何一页", "the PDF is damaged, no page can be found"},
    {"PDF 的页面读不出来", "the pages of the PDF cannot be read"},
    {"PDF 里没有可读的文字", "the PDF has no readable text"},
    {"页面是空白的，或文字太模糊", "the pages are blank, or the print is too faint"},
    {"PDF 没有文字层，而识别已关闭", "the PDF has no text layer, and recognition is turned off"},
    {"图像需要文字识别，而识别已关闭", "an image needs recognition, which is turned off"},
    {"图像无法解码", "the image cannot be decoded"},
    {"tesseract 没有识别数据 {}", "tesseract lacks its data {}"},
    {"pdftoppm 没有给出图像", "pdftoppm gave no image"},
    {"无法启动 {}：{}", "cannot start {}: {}"},
    {"无法建立临时文件：{}", "no temporary file: {}"},
    {"临时文件写入失败：{}", "the temporary file cannot be written: {}"},
    {"没有安装 {}", "{} is not installed"},
    {"{} 超过 {} 秒，已放弃", "{} took longer than {} s and was given up"},
    {"{} 的输出超过 {} MB", "{} printed more than {} MB"},
    {"{} 被信号 {}（{}）终止", "{} was ended by signal {} ({})"},
    {"{} 失败，状态 {}：{}", "{} failed with status {}: {}"},
    {"{} 失败，状态 {}", "{} failed with status {}"},
    // read: office, mail, XML
    {"ZIP 容器不完整或已损坏", "the ZIP container is incomplete or damaged"},
    {"请重新获取文件，或用原软件另存一次",
     "get the file again, or save it once more where it was made"},
    {"疑为压缩炸弹，未予解压", "it looks like a decompression bomb and was not unpacked"},
    {"ZIP 容器内的文件多于 {} 个", "the ZIP container holds more than {} files"},
    {"解压后的内容超过上限", "the unpacked content is over the limit"},
    {"文件有密码保护", "the file is protected by a password"},
    {"请先解除密码再读入", "remove the password first"},
    {"文档有密码保护", "the document is protected by a password"},
    {"请在 Office 中解除密码后另存，再读入",
     "remove the password in the office program and save it again"},
    {"文档没有正文", "the document has no body"},
    {"文档缺少部件", "the document lacks a part"},
    {"文档缺少正文部件", "the document lacks its main part"},
    {"请用 Office 打开后另存一次", "open it in the office program and save it again"},
    {"工作表单元格过多", "the sheet has too many cells"},
    {"请拆分工作表再读入", "split the sheet first"},
    {"邮箱文件里没有可读的邮件", "the mailbox holds no readable mail"},
    {"HTML 嵌套过深", "the HTML is nested too deep"},
    {"HTML 展开后过大", "the HTML grows too large when it is built"},
    {"网页结构异常，请用浏览器另存为纯文本再读入",
     "the page is oddly built; save it as plain text in a browser"},
    {"XML 带有内部 DTD 或实体声明，不予展开",
     "the XML declares entities or an internal DTD, which are not expanded"},
    {"请去掉 DOCTYPE 中的声明再读入", "remove the declarations in its DOCTYPE"},
    {"XML 嵌套过深", "the XML is nested too deep"},
    {"XML 元素过多", "the XML has too many elements"},
    {"XML 不合规范：{}", "the XML is not well-formed: {}"},
    // read: what was repaired or left out
    {"{} 处字节不合 {} 编码，以 U+FFFD 代替",
     "{} places hold bytes that are not {}; U+FFFD stands for them"},
    {"文件混有两种编码：{} 行为 {}（首见于第 {} 行），已逐行转换",
     "the file mixes two charsets: {} lines are {} (first on line {}), converted line by line"},
    {"删去 {} 个空字符（NUL）", "{} NUL characters were removed"},
    {"含 {} 个{}（首见于第 {} 行）", "{} {} (first on line {})"},
    {"双向控制字符", "bidi control characters"},
    {"零宽字符", "zero-width characters"},
    {"控制字符", "control characters"},
    {"文件末尾缺少 %%EOF，可能没有下载完整",
     "%%EOF is missing at the end; the download may be incomplete"},
    {"PDF 已损坏，由 qpdf 修复后读入，可能缺页",
     "the PDF is damaged and was read as qpdf repaired it; pages may be missing"},
    {"共 {} 页，只读入前 {} 页（max_pages）",
     "{} pages, of which the first {} were read (max_pages)"},
    {"{} 页中只读出 {} 页：{}", "of {} pages only {} could be read: {}"},
    {"第 {} 页未能识别：{}", "page {} was not recognised: {}"},
    {"只识别了前 {} 页扫描页，共 {} 页", "only the first {} scanned pages were recognised, of {}"},
    {"第 {} 页没有文字层，识别已关闭，未读入",
     "page {} has no text layer and was not read: recognition is turned off"},
    {"第 {} 页没有文字层，未能识别：{}（{}）",
     "page {} has no text layer and was not recognised: {} ({})"},
    {"图像上没有认出文字", "no text was recognised on the image"},
    {"文档嵌有外部内容（altChunk），未读入", "embedded content (altChunk) was not read"},
    {"部件 {} 未读：{}", "part {} was not read: {}"},
    {"工作表 {} 是隐藏的，未读入", "sheet {} is hidden and was not read"},
    {"工作表 {} 有隐藏的行或列，未读入",
     "sheet {} has hidden rows or columns, which were not read"},
    {"单元格 {} 的公式没有存结果，按空处理",
     "cell {} holds a formula without its result, taken as empty"},
    {"条目没有正文", "an entry has no body"},
    {"条目只有摘要，没有全文", "an entry has only its summary, not its full text"},
    {"网页中没有找到正文", "no article was found on the page"},
    {"附件 {} 未读入：{}", "attachment {} was not read: {}"},
    {"邮件没有可读的正文", "the mail has no readable body"},
    {"第 {} 封邮件未读入：{}", "mail {} was not read: {}"},
    {"已读入；请与原件核对", "it was read; compare it with the original"},
    {"已读入其余部分；请重新获取文件", "the rest was read; get the file again"},
    {"已读入其余部分；请拆分文件", "the rest was read; split the file"},
    // read: hints by code, where the reader gave none
    {"重新获取文件，或从原件另存", "get the file again, or save it anew from the original"},
    {"换成支持的格式再试；guanlan doctor 列出缺少的程序",
     "convert it to a format that is read; guanlan doctor lists missing programs"},
    {"请检查磁盘、权限与 guanlan doctor，再试一次",
     "check disk, permissions and guanlan doctor, then try again"},
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
    {"库中的文件字节已损坏", "the stored bytes of the file are damaged"},
    {"从备份恢复数据库，或重新存入该文件",
     "restore the database from a backup, or add the file again"},
    {"这是另一个程序的数据库", "this database belongs to another program"},
    {"用 --db 指定另一个文件", "name another file with --db"},
    {"数据库由更新的版本写成（格式 {}）",
     "the database was written by a newer version (format {})"},
    {"请更新 guanlan，或用 --db 指定另一个文件", "update guanlan, or name another file with --db"},
    {"库中没有这个文件", "the store does not hold this file"},
    {"没有编号 {} 的条目", "there is no item {}"},
    {"没有这个旧版本", "there is no such older revision"},
    // laws
    {"没有这个文件夹或归档", "there is no such folder or archive"},
    {"读不了文件夹：{}", "the folder cannot be read: {}"},
    {"归档读不下去：{}", "the archive breaks off: {}"},
    {"应为 tar、tar.gz 或 zip", "expected: tar, tar.gz or zip"},
    {"未知原因", "the reason is not known"},
    {"归档解开后过大", "the archive grows too large when it is unpacked"},
    {"里面没有 Markdown 法规文件（*.md）", "there are no law texts in it (Markdown, *.md)"},
    {"同一日期已有另一文本：{}", "another text of the same date is there already: {}"},
    {"只保留先导入的一份", "the one imported first is kept"},
    {"法规库里没有《{}》", "the law library does not hold 《{}》"},
    {"用 laws list 查名称；用 laws import 导入",
     "laws list shows the titles, laws import brings more"},
    {"不止一部文件叫这个名字", "more than one text has this name"},
    {"写出全称", "write the full title"},
    {"《{}》在 {} 尚未施行", "《{}》 did not yet apply on {}"},
    {"最早 {}", "the earliest: {}"},
    {"库中没有更早的版本", "the library holds no earlier version"},
    {"《{}》没有{}", "《{}》 has no {}"},
    {"最后一条是{}", "its last article is {}"},
    {"{}没有所引的款或项", "{} has no such paragraph or item"},
    {"没有要找的词", "there is no word to look for"},
    {"没有标题行（# 标题）", "there is no title line (# title)"},
    {"标题下没有正文", "there is no text under the title"},
    {"施行日期不明", "its date of application is not known"},
    {"{} 起施行", "applies from {}"},
    {"{} 之前", "before {}"},
    {"日期不存在：{}", "there is no such date: {}"},
    {"核对该文件的沿革日期", "check the dates of the text's history"},
    {"条文重复：{}", "an article twice: {}"},
    {"条文缺号：{}", "articles are missing: {}"},
    {"不是条文号：{}", "not the number of a provision: {}"},
    {"例如 第四十四条、44条、第十七条之一、第二十条第二款第（三）项",
     "for example 第四十四条, 44条, 第十七条之一, 第二十条第二款第（三）项"},
    // check
    {"YAML 有误：{}", "bad YAML: {}"},
    {"应为键值对：rules", "expected a mapping: rules"},
    // lexicon
    {"词表的一行列数不对", "a row of a word list has the wrong number of columns"},
    {"列以制表符分隔，列名在首行",
     "columns are separated by tabs, their names stand in the first row"},
    {"没有这类词表", "there is no such word list"},
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

std::string filled(std::string_view pattern, const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) {
    const auto hole = pattern.find("{}");
    if (hole == std::string_view::npos) break;
    out += pattern.substr(0, hole);
    out += value;
    pattern.remove_prefix(hole + 2);
  }
  return out += pattern;
}

}  // namespace

bool fits(std::string_view pattern, std::string_view message) {
  return parts(pattern, message).has_value();
}

std::string translated(Language language, std::string_view message) {
  for (const Text& row : kLibrary) {
    for (const std::string_view form : {row.zh, row.en}) {
      const auto values = parts(form, message);
      if (!values) continue;
      std::vector<std::string> own;  // a part may be a message of its own: why a step failed
      for (const std::string_view value : *values) {
        own.push_back(value.size() < message.size() ? translated(language, value)
                                                    : std::string(value));
      }
      return filled(row.in(language), own);
    }
  }
  return std::string(message);
}

}  // namespace guanlan::cli
