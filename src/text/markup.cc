#include "text/markup.h"

#include "text/utf8.h"

namespace guanlan {

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    const std::string_view character = text.substr(at, d.size);
    at += d.size;
    if (d.cp == '&') {
      out += "&amp;";
    } else if (d.cp == '<') {
      out += "&lt;";
    } else if (d.cp == '>') {
      out += "&gt;";
    } else if (d.cp == '"') {
      out += "&quot;";
    } else if (d.cp >= 0x20 ? d.cp != 0x7f && d.cp != 0xfffe && d.cp != 0xffff
                            : d.cp == '\n' || d.cp == '\t') {
      out += character;
    }
  }
  return out;
}

}  // namespace guanlan
