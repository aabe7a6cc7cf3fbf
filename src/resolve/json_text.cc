#include "resolve/json_text.h"

#include <charconv>
#include <cmath>
#include <cstring>

#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

void append_escaped_byte(std::string& out, unsigned char byte) {
  constexpr char kHex[] = "0123456789abcdef";
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
  }
}

// decode() is lenient about overlong forms and surrogates; JSON is not.
bool well_formed(utf8::Decoded d) {
  switch (d.size) {
    case 1:
      return d.cp < 0x80;
    case 2:
      return true;
    case 3:
      return d.cp >= 0x800 && (d.cp < 0xD800 || d.cp > 0xDFFF);
    default:
      return d.cp >= 0x10000 && d.cp <= 0x10FFFF;
  }
}

}  // namespace

void JsonText::separate() {
  if (comma_) out_ += ',';
  comma_ = true;
}

void JsonText::open(char mark) {
  separate();
  out_ += mark;
  comma_ = false;
}

void JsonText::close(char mark) {
  out_ += mark;
  comma_ = true;
}

void JsonText::key(std::string_view name) {
  const std::size_t begin = out_.size() + (comma_ ? 1 : 0), size = name.size();
  out_.resize(begin + size + 3);
  char* at = out_.data() + begin;
  if (comma_) at[-1] = ',';
  *at++ = '"';
  std::memcpy(at, name.data(), size);
  at[size] = '"';
  at[size + 1] = ':';
  comma_ = false;
}

void JsonText::string(std::string_view text) {
  separate();
  out_ += '"';
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size();) {
    at = utf8::skip_han(text, at, text.size());
    if (at == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\') {
      ++at;
      continue;
    }
    const utf8::Decoded next = utf8::decode(text, at);
    const bool good = well_formed(next);
    if (good && byte >= 0x20 && byte != '"' && byte != '\\') {
      at += next.size;
      continue;
    }
    out_ += text.substr(from, at - from);
    if (good) {
      append_escaped_byte(out_, byte);
    } else {
      out_ += kReplacement;
    }
    from = ++at;
  }
  out_ += text.substr(from);
  out_ += '"';
}

void JsonText::number(double value) {
  if (!std::isfinite(value)) return null();
  if (std::abs(value) < 9e15 && value == std::floor(value)) {
    return number(static_cast<std::int64_t>(value));
  }
  separate();
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  out_.append(buffer, end);
}

void JsonText::number(std::int64_t value) {
  separate();
  char buffer[24];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  out_.append(buffer, end);
}

void JsonText::null() { raw("null"); }

void JsonText::raw(std::string_view json) {
  separate();
  out_ += json;
}

}  // namespace guanlan
