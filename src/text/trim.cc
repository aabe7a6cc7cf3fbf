#include "text/trim.h"

#include "text/utf8.h"

namespace guanlan {

std::string_view trim(std::string_view text) {
  const auto gone = [](char32_t cp) {
    return utf8::is_blank(cp) || utf8::is_invisible(cp) || cp == '\n';
  };
  while (!text.empty()) {
    const utf8::Decoded d = utf8::decode(text, 0);
    if (!gone(d.cp)) break;
    text.remove_prefix(d.size);
  }
  while (!text.empty()) {
    const utf8::Decoded d = utf8::decode_before(text, text.size());
    if (!gone(d.cp)) break;
    text.remove_suffix(d.size);
  }
  return text;
}

}  // namespace guanlan
