#include <fmt/format.h>

#include <fstream>
#include <system_error>

#include "guanlan/source.h"
#include "read/csv.h"
#include "read/detect.h"
#include "read/digest.h"
#include "read/dispatch.h"
#include "read/docx.h"
#include "read/feed.h"
#include "read/html.h"
#include "read/image.h"
#include "read/mail.h"
#include "read/markdown.h"
#include "read/pdf.h"
#include "read/text.h"
#include "read/xlsx.h"
#include "text/charset.h"

namespace guanlan {
namespace {

using Sources = std::vector<Source>;

Error too_large(std::uintmax_t size, std::string_view name, const ReadOptions& options) {
  return {Code::unsupported,
          fmt::format("文件过大：{} MB，上限 {} MB", size >> 20, options.max_bytes >> 20),
          std::string(name), "请拆分文件，或提高 max_bytes 上限"};
}

Result<Sources> read_decoded(std::string_view bytes, std::string_view name,
                             const ReadOptions& options) {
  DecodedText text = decode_text(bytes, declared_charset(bytes));
  const auto kind = detect_text(text.text, name);
  if (!kind) return tl::unexpected(kind.error());
  switch (*kind) {
    case Kind::html:
      return read_html(std::move(text), name, options);
    case Kind::feed:
      return read_feed(std::move(text), name, options);
    case Kind::markdown:
      return read_markdown(std::move(text), name, options);
    case Kind::csv:
      return read_csv(std::move(text), name, options);
    default:
      return read_text(std::move(text), name, options);
  }
}

Result<Sources> dispatch(std::string_view bytes, std::string_view name, const ReadOptions& options,
                         int depth) {
  const auto kind = detect(bytes, name);
  if (!kind) return tl::unexpected(kind.error());
  switch (*kind) {
    case Kind::pdf:
      return read_pdf(bytes, name, options);
    case Kind::docx:
      return read_docx(bytes, name, options);
    case Kind::xlsx:
      return read_xlsx(bytes, name, options);
    case Kind::mail:
      return read_mail(bytes, name, options, depth);
    case Kind::mailbox:
      return read_mailbox(bytes, name, options, depth);
    case Kind::image:
      return read_image(bytes, name, options);
    default:
      return read_decoded(bytes, name, options);
  }
}

}  // namespace

std::string_view name(Format format) {
  switch (format) {
    case Format::text:
      return "text";
    case Format::html:
      return "html";
    case Format::docx:
      return "docx";
    case Format::pdf:
      return "pdf";
    case Format::scan:
      return "scan";
    case Format::feed:
      return "feed";
    case Format::mail:
      return "mail";
    case Format::xlsx:
      return "xlsx";
    case Format::csv:
      return "csv";
  }
  return "text";
}

Result<Sources> read_nested(std::string_view bytes, std::string_view name,
                            const ReadOptions& options, int depth) {
  if (bytes.size() > options.max_bytes) {
    return tl::unexpected(too_large(bytes.size(), name, options));
  }
  if (bytes.empty()) {
    return fail(Code::damaged, "空文件（0 字节）", std::string(name), "请检查下载或复制是否完整");
  }
  if (depth > kMaxNesting) {
    return fail(Code::damaged, "嵌套层数过多", std::string(name), "请取出内层文件单独读入");
  }
  auto sources = dispatch(bytes, name, options, depth);
  if (!sources) {
    Error error = sources.error();
    error.place = error.place.empty() || error.place == name
                      ? std::string(name)
                      : fmt::format("{}: {}", name, error.place);
    return tl::unexpected(std::move(error));
  }
  std::string digest;
  for (Source& source : *sources) {
    if (source.name.empty()) source.name = name;
    if (!source.digest.empty()) continue;
    if (digest.empty()) digest = sha256_digest(bytes);
    source.digest = digest;
  }
  return sources;
}

Result<Sources> read_bytes(std::string_view bytes, std::string_view name,
                           const ReadOptions& options) {
  return read_nested(bytes, name, options, 0);
}

Result<std::string> load(const std::filesystem::path& file, const ReadOptions& options) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) {
    return fail(Code::not_found, "没有这个文件", file.string(), "请检查路径");
  }
  if (std::filesystem::is_directory(status)) {
    return fail(Code::invalid, "这是文件夹，不是文件", file.string(), "请给出其中的文件");
  }
  if (!std::filesystem::is_regular_file(status)) {
    return fail(Code::invalid, "不是普通文件", file.string(), "请先存为普通文件再读入");
  }
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (!error && size > options.max_bytes) {
    return tl::unexpected(too_large(size, file.string(), options));
  }
  std::ifstream in(file, std::ios::binary);
  if (!in || error) return fail(Code::io, "文件打不开", file.string(), "请检查读取权限");
  std::string bytes(size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) return fail(Code::io, "读取中断", file.string(), "请检查磁盘或网络盘");
  return bytes;
}

Result<Sources> read(const std::filesystem::path& file, const ReadOptions& options) {
  auto bytes = load(file, options);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  return read_bytes(*bytes, file.filename().string(), options);
}

}  // namespace guanlan
