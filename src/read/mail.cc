#include "read/mail.h"

#include <fmt/format.h>

#include "read/date_text.h"
#include "read/digest.h"
#include "read/dispatch.h"
#include "read/html.h"
#include "read/line_writer.h"
#include "read/mime.h"
#include "text/charset.h"

namespace guanlan {
namespace {

using mime::Part;

// What a message consists of: the parts to be read as its text, and the files it carries.
struct Contents {
  std::vector<const Part*> bodies, attachments;
};

bool is_text(const Part& part) {
  return part.type.text == "text/plain" || part.type.text == "text/html";
}

// The best version that can be read: the last one, as RFC 2046 orders them.
const Part* best_alternative(const Part& part) {
  const Part* best = nullptr;
  for (const Part& version : part.parts) {
    const bool readable = is_text(version) || version.is_multipart();
    if (readable && (best == nullptr || version.type.text != "text/plain")) best = &version;
  }
  return best;
}

void collect(const Part& part, Contents& out) {
  if (part.type.text == "multipart/alternative") {
    if (const Part* best = best_alternative(part)) collect(*best, out);
    return;
  }
  if (part.is_multipart()) {
    for (const Part& inner : part.parts) collect(inner, out);
    return;
  }
  if (is_text(part) && !part.is_attachment()) {
    out.bodies.push_back(&part);
    return;
  }
  const bool inline_picture =
      part.type.text.starts_with("image/") && !part.header("content-id").empty();
  const bool style =
      part.type.text == "text/css" || part.type.text.find("javascript") != std::string::npos;
  const bool signature = part.type.text.find("signature") != std::string::npos;
  if (!inline_picture && !style && !signature) out.attachments.push_back(&part);
}

DecodedText decoded(const Part& part) {
  const std::string bytes = part.content();
  std::string_view charset = part.type.parameter("charset");
  if (charset.empty()) charset = declared_charset(bytes);
  return decode_text(bytes, charset);
}

Result<void> write_body(const Part& part, LineWriter& writer) {
  Source& source = writer.source();
  const DecodedText text = decoded(part);
  source.warnings.insert(source.warnings.end(), text.warnings.begin(), text.warnings.end());
  if (source.charset.empty()) source.charset = text.charset;
  if (part.type.text == "text/html") return write_html_fragment(text.text, "", writer);
  std::string_view rest = text.text;
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    writer.add(rest.substr(0, end), {Role::unknown});
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return {};
}

// A page that a browser saved as MHTML: one HTML document, its pictures and styles.
const Part* saved_page(const Part& message) {
  if (message.type.text != "multipart/related" || message.parts.empty()) return nullptr;
  const bool sent = !message.header("to").empty();
  const Part& first = message.parts.front();
  return !sent && first.type.text == "text/html" ? &first : nullptr;
}

void read_attachments(const Contents& contents, const ReadOptions& options, int depth,
                      std::vector<Source>& sources) {
  for (const Part* part : contents.attachments) {
    const std::string bytes = part->content();
    std::string name = part->file_name();
    if (name.empty()) name = part->type.text;
    auto read = read_nested(bytes, name, options, depth + 1);
    if (!read) {
      sources.front().warnings.push_back(
          fmt::format("附件 {} 未读入：{}", name, read.error().message));
      continue;
    }
    for (Source& source : *read) sources.push_back(std::move(source));
  }
}

}  // namespace

Result<std::vector<Source>> read_mail(std::string_view bytes, std::string_view name,
                                      const ReadOptions& options, int depth) {
  const Part message = mime::parse(bytes);
  if (const Part* page = saved_page(message)) return read_html(decoded(*page), name, options);
  std::vector<Source> sources(1);
  sources.front().format = Format::mail;
  sources.front().digest = sha256_digest(bytes);
  sources.front().name = name;
  sources.front().title = mime::decode_header(message.header("subject"));
  sources.front().published = find_date(message.header("date"));
  Contents contents;
  collect(message, contents);
  {
    LineWriter writer(sources.front(), options);
    if (!sources.front().title.empty()) writer.add(sources.front().title, {Role::heading, 1});
    for (const Part* part : contents.bodies) {
      if (const auto written = write_body(*part, writer); !written) {
        return tl::unexpected(written.error());
      }
    }
    if (writer.overflow()) return tl::unexpected(too_long(name));
  }
  if (sources.front().charset.empty()) sources.front().charset = "UTF-8";
  if (contents.bodies.empty()) sources.front().warnings.emplace_back("邮件没有可读的正文");
  read_attachments(contents, options, depth, sources);
  return sources;
}

Result<std::vector<Source>> read_mailbox(std::string_view bytes, std::string_view name,
                                         const ReadOptions& options, int depth) {
  std::vector<Source> sources;
  std::vector<std::string> failures;
  while (!bytes.empty()) {
    bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);  // the "From " line
    const auto next = bytes.find("\n\nFrom ");
    const auto crlf = bytes.find("\n\r\nFrom ");
    const auto end =
        std::min({next == std::string_view::npos ? bytes.size() : next + 2,
                  crlf == std::string_view::npos ? bytes.size() : crlf + 3, bytes.size()});
    auto message = read_mail(bytes.substr(0, end), name, options, depth);
    if (message) {
      for (Source& source : *message) sources.push_back(std::move(source));
    } else {
      failures.push_back(fmt::format("第 {} 封邮件未读入：{}", sources.size() + failures.size() + 1,
                                     message.error().message));
    }
    bytes.remove_prefix(end);
  }
  if (sources.empty()) return fail(Code::damaged, "邮箱文件里没有可读的邮件", std::string(name));
  auto& warnings = sources.front().warnings;
  warnings.insert(warnings.end(), failures.begin(), failures.end());
  return sources;
}

}  // namespace guanlan
