#include "read/caption.h"

#include <string_view>

#include "read/line_writer.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace guanlan {

bool is_table_caption(std::string_view text) {
  text = trim(text);
  constexpr std::size_t kLongest = 180;
  if (text.size() > kLongest || text.find("。") != std::string_view::npos) return false;
  if (text.starts_with("附")) text.remove_prefix(std::string_view("附").size());
  if (!text.starts_with("表")) return false;
  text = trim(text.substr(std::string_view("表").size()));
  if (text.empty()) return false;
  const char32_t cp = utf8::decode(text, 0).cp;
  return utf8::is_digit(cp) || (cp >= 0xFF10 && cp <= 0xFF19) ||
         std::u32string_view(U"一二三四五六七八九十").find(cp) != std::u32string_view::npos;
}

}  // namespace guanlan
