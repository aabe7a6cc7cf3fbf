#include <array>

#include "read/line_writer.h"
#include "read/mime.h"
#include "text/charset.h"
#include "text/charset_convert.h"

namespace guanlan::mime {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::array<signed char, 256> base64_values() {
  std::array<signed char, 256> values{};
  values.fill(-1);
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    values[static_cast<unsigned char>(kAlphabet[i])] = static_cast<signed char>(i);
  }
  return values;
}

// =?charset?encoding?text?= at the beginning; size 0: there is none.
struct EncodedWord {
  std::size_t size = 0;
  std::string charset, bytes;
};
EncodedWord encoded_word(std::string_view text) {
  EncodedWord word;
  if (!text.starts_with("=?")) return word;
  const auto charset = text.find('?', 2);
  if (charset == std::string_view::npos || charset + 2 >= text.size()) return word;
  const auto end = text.find("?=", charset + 3);
  if (text[charset + 2] != '?' || end == std::string_view::npos) return word;
  const std::string_view payload = text.substr(charset + 3, end - charset - 3);
  word.charset = text.substr(2, std::min(charset, text.find('*', 2)) - 2);
  if ((text[charset + 1] | 0x20) == 'b') {
    word.bytes = decode_base64(payload);
  } else {
    std::string spaced(payload);
    for (char& c : spaced) c = c == '_' ? ' ' : c;
    word.bytes = decode_quoted_printable(spaced);
  }
  word.size = end + 2;
  return word;
}

}  // namespace

std::string decode_base64(std::string_view text) {
  static const auto values = base64_values();
  std::string out;
  out.reserve(text.size() / 4 * 3);
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const int v = values[static_cast<unsigned char>(c)];
    if (c == '=') break;
    if (v < 0) continue;
    bits = bits << 6 | static_cast<unsigned>(v);
    if (++count % 4 == 0) {
      out += static_cast<char>(bits >> 16);
      out += static_cast<char>(bits >> 8);
      out += static_cast<char>(bits);
      bits = 0;
    }
  }
  if (count % 4 == 2) out += static_cast<char>(bits >> 4);
  if (count % 4 == 3) {
    out += static_cast<char>(bits >> 10);
    out += static_cast<char>(bits >> 2);
  }
  return out;
}

std::string decode_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
      continue;
    }
    if (i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
      continue;
    }
    std::size_t end = i + 1;  // soft line break
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) ++end;
    if (end < text.size() && text[end] == '\n') {
      i = end;
    } else if (end < text.size()) {
      out += '=';
    }
  }
  return out;
}

std::string decode_header(std::string_view value) {
  std::string out, pending, charset;  // words in one encoding may break a character between them
  const auto flush = [&] {
    if (!pending.empty()) out += decode_text(pending, charset).text;
    pending.clear();
  };
  const std::string whole = decode_text(value).text;  // headers in bare GBK do occur
  std::string_view text = whole;
  while (!text.empty()) {
    const EncodedWord word = encoded_word(text);
    if (word.size > 0) {
      if (word.charset != charset) flush();
      charset = word.charset;
      pending += word.bytes;
      text.remove_prefix(word.size);
      const auto next = text.find_first_not_of(" \t");
      if (next != std::string_view::npos && encoded_word(text.substr(next)).size > 0) {
        text.remove_prefix(next);
      }
      continue;
    }
    flush();
    out += text.front();
    text.remove_prefix(1);
  }
  flush();
  return one_line(out);
}

}  // namespace guanlan::mime
