#include "layout/bare_numbers.h"

#include <algorithm>

#include "layout/line_shape.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

// 12 某部门…, 3 “示例”…, 4 2024年…: the number, 0 for none.
int bare_number(std::string_view raw, const LineView& line) {
  constexpr std::size_t kHead = 48;
  if (!utf8::is_digit(line.first) || line.first == '0' || line.label != Numbering::none) return 0;
  const std::string head = folded_words(raw, line.words, kHead);
  std::size_t digits = 0;
  int value = 0;
  while (digits < head.size() && utf8::is_digit(static_cast<unsigned char>(head[digits]))) {
    value = value * 10 + (head[digits++] - '0');
    if (digits > 2) return 0;
  }
  if (digits + 1 >= head.size() || head[digits] != ' ') return 0;
  const std::string_view words = std::string_view(head).substr(digits + 1);
  const char32_t next = utf8::decode(words, 0).cp;
  const bool year = words.size() > 4 && words.find("年") == 4 && (next == '1' || next == '2');
  constexpr std::u32string_view kUnits = U"年月日号时分点级款项版批期个家名起万亿余";
  const bool han = utf8::is_han(next) && kUnits.find(next) == std::u32string_view::npos;
  return han || next == U'“' || next == U'《' || year ? value : 0;
}

}  // namespace

void mark_bare_numbers(std::string_view raw, std::vector<LineView>& lines) {
  std::vector<std::size_t> found;
  int last = 0, most = 0;
  bool text = true;  // since the last number
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const LineView& line = lines[i];
    if (line.use != Use::words) continue;
    const int value = line.prose && ends_with_stop(raw, line) ? 0 : bare_number(raw, line);
    if (value == 0 || !text || (value != 1 && value != last + 1)) {
      text = text || line.prose;
      continue;
    }
    found.push_back(i);
    most = std::max(most, last = value);
    text = false;
  }
  if (most < 3) return;
  for (const std::size_t i : found) {
    lines[i].label = Numbering::padded;
    lines[i].bare_number = true;
  }
}

}  // namespace guanlan
