#include "check/likeness.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan::checking {

std::u32string letters(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    at += d.size;
    const char32_t cp = fold(d.cp);
    if (utf8::is_han(cp) || utf8::is_digit(cp) || utf8::is_latin(cp)) out += cp;
  }
  return out;
}

Difference difference(const std::u32string& a, const std::u32string& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  Difference d;
  while (d.before < shorter && a[d.before] == b[d.before]) ++d.before;
  while (d.after < shorter - d.before && a[a.size() - 1 - d.after] == b[b.size() - 1 - d.after]) {
    ++d.after;
  }
  d.left = a.substr(d.before, a.size() - d.before - d.after);
  d.right = b.substr(d.before, b.size() - d.before - d.after);
  const std::size_t longer = std::max(a.size(), b.size());
  d.likeness =
      longer == 0 ? 1 : static_cast<double>(d.before + d.after) / static_cast<double>(longer);
  return d;
}

}  // namespace guanlan::checking
