#include "read/detect.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/markdown.h"
#include "read/sniff.h"
#include "read/zip.h"

namespace guanlan {
namespace {

constexpr const char* kConvert = "请另存为 DOCX，或运行 soffice --headless --convert-to docx 转换";
constexpr const char* kConvertSheet =
    "请另存为 XLSX，或运行 soffice --headless --convert-to xlsx 转换";
constexpr const char* kUnpack = "请先解压，再读入其中的文件";
constexpr const char* kToPdf = "请先转换为 PDF 再读入";

struct Magic {
  std::string_view bytes;
  Kind kind;
};
constexpr std::array<Magic, 8> kReadable{{{"\x89PNG\r\n\x1A\n", Kind::image},
                                          {"\xFF\xD8\xFF", Kind::image},
                                          {std::string_view("II*\0", 4), Kind::image},
                                          {std::string_view("MM\0*", 4), Kind::image},
                                          {"GIF87a", Kind::image},
                                          {"GIF89a", Kind::image},
                                          {"BM", Kind::image},
                                          {std::string_view("\0\0\0\x0CjP  ", 8), Kind::image}}};

struct Refused {
  std::string_view bytes;
  const char* what;
  const char* hint;
};
constexpr std::array<Refused, 12> kRefused{{
    {"{\\rtf", "RTF 文档暂不支持", kConvert},
    {"7z\xBC\xAF\x27\x1C", "这是 7z 压缩包", kUnpack},
    {"Rar!\x1A\x07", "这是 RAR 压缩包", kUnpack},
    {"\x1F\x8B", "这是 gzip 压缩文件", kUnpack},
    {std::string_view("\xFD"
                      "7zXZ\0",
                      6),
     "这是 xz 压缩文件", kUnpack},
    {"BZh", "这是 bzip2 压缩文件", kUnpack},
    {"\x7F"
     "ELF",
     "这是可执行文件", nullptr},
    {std::string_view("MZ\x90\0", 4), "这是可执行文件", nullptr},
    {"SQLite format 3", "这是 SQLite 数据库", nullptr},
    {"ID3", "这是音频文件", nullptr},
    {"OggS", "这是音视频文件", nullptr},
    {"%!PS", "PostScript 暂不支持", kToPdf},
}};

tl::unexpected<Error> unsupported(const char* what, const char* hint) {
  return fail(Code::unsupported, what, {}, hint == nullptr ? "" : hint);
}

std::string utf16le(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) {
    wide += c;
    wide += '\0';
  }
  return wide;
}

// OLE compound files: legacy Office, or an encrypted package.
Result<Kind> detect_compound(std::string_view bytes) {
  const auto has = [&](std::string_view stream) {
    return bytes.find(utf16le(stream)) != std::string_view::npos;
  };
  if (has("EncryptedPackage")) {
    return fail(Code::damaged, "文档有密码保护", {}, "请在 Office 中解除密码后另存，再读入");
  }
  if (has("WordDocument")) return unsupported("旧版 Word 文档（.doc）暂不支持", kConvert);
  if (has("Workbook") || has("Book")) {
    return unsupported("旧版 Excel 工作簿（.xls）暂不支持", kConvertSheet);
  }
  if (has("PowerPoint Document")) return unsupported("PowerPoint 文稿暂不支持", kToPdf);
  return unsupported("不认识的 OLE 复合文档", kConvert);
}

Result<Kind> detect_zip(std::string_view bytes) {
  const auto names = zip_names(bytes);
  if (!names) return tl::unexpected(names.error());
  const auto has = [&](std::string_view name) {
    return std::find(names->begin(), names->end(), name) != names->end();
  };
  const auto under = [&](std::string_view folder) {
    return std::any_of(names->begin(), names->end(),
                       [&](const std::string& n) { return n.starts_with(folder); });
  };
  if (has("[Content_Types].xml")) {
    if (under("word/")) return Kind::docx;
    if (under("xl/")) {
      if (has("xl/workbook.bin")) return unsupported("XLSB 工作簿暂不支持", kConvertSheet);
      return Kind::xlsx;
    }
    if (under("ppt/")) return unsupported("PowerPoint 文稿暂不支持", kToPdf);
  }
  if (has("OFD.xml")) return unsupported("OFD 版式文件暂不支持", kToPdf);
  if (has("content.xml") && has("mimetype")) return unsupported("ODF 文档暂不支持", kConvert);
  if (has("META-INF/container.xml")) return unsupported("EPUB 电子书暂不支持", kToPdf);
  return unsupported("这是 ZIP 压缩包", kUnpack);
}

bool is_webp(std::string_view bytes) {
  return bytes.starts_with("RIFF") && bytes.substr(8).starts_with("WEBP");
}

}  // namespace

Result<Kind> detect(std::string_view bytes, std::string_view name) {
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Kind::pdf;
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return detect_zip(bytes);
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return detect_compound(bytes);
  for (const Magic& magic : kReadable) {
    if (magic.bytes == "BM" && !sniff::is_bitmap(bytes)) continue;
    if (bytes.starts_with(magic.bytes)) return magic.kind;
  }
  if (is_webp(bytes)) return Kind::image;
  for (const Refused& refused : kRefused) {
    if (bytes.starts_with(refused.bytes)) return unsupported(refused.what, refused.hint);
  }
  if (sniff::is_mailbox(bytes)) return Kind::mailbox;
  if (sniff::is_mail(bytes)) return Kind::mail;
  if (sniff::is_binary(bytes)) {
    return fail(Code::unsupported, "不认识的二进制格式", std::string(name),
                "支持：文本、HTML、DOCX、PDF、图像、RSS/Atom、EML、CSV、XLSX");
  }
  return Kind::text;
}

Result<Kind> detect_text(std::string_view text, std::string_view name) {
  if (const auto root = sniff::xml_root(text); !root.empty()) {
    if (root == "rss" || root == "feed" || root == "RDF") return Kind::feed;
    if (root == "html") return Kind::html;
    if (text.substr(0, 5) == "<?xml" && !sniff::is_html(text)) {
      return unsupported("不认识的 XML 文件", "支持的 XML：RSS、Atom、XHTML");
    }
  }
  if (sniff::is_html(text)) return Kind::html;
  if (is_markdown(text, name)) return Kind::markdown;
  return sniff::is_csv(text, name) ? Kind::csv : Kind::text;
}

}  // namespace guanlan
