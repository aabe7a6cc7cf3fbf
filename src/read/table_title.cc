#include "read/table_title.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "read/geometry.h"

namespace guanlan {
namespace {

constexpr float kNear = 3;             // lines of white between caption and table, at most
constexpr std::size_t kLongest = 180;  // bytes

bool names_a_table(std::string_view text) {
  constexpr std::array<std::string_view, 3> kWords{"附表", "续表", "表"};
  constexpr std::string_view kNumbers[] = {"一", "二", "三", "四", "五", "六",
                                           "七", "八", "九", "十", "：", ":"};
  for (const auto word : kWords) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    if (text.empty()) return word != "表";
    if (text.front() >= '0' && text.front() <= '9') return true;
    return std::any_of(std::begin(kNumbers), std::end(kNumbers),
                       [&](std::string_view n) { return text.starts_with(n); });
  }
  return false;
}

bool gives_the_unit(std::string_view text) {
  return text.starts_with("单位") || text.starts_with("（单位") || text.starts_with("(单位");
}

bool is_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 8> kEnds{"。", "；", "：", "，", "！", "？", ";", ":"};
  return std::any_of(kEnds.begin(), kEnds.end(), [&](auto end) { return text.ends_with(end); });
}

}  // namespace

std::optional<std::size_t> find_table_title(const Source& source, int page, const Box& box) {
  float bottom = box.y0;
  for (auto i = source.lines.size(); i-- > 0;) {
    const Line& line = source.lines[i];
    if (line.page != page || line.role != Role::unknown || line.box < 0) break;
    const Box& at = source.boxes[static_cast<std::size_t>(line.box)];
    const auto text = line.span.of(source.raw);
    if (at.y1 > bottom + height(at) || bottom - at.y1 > kNear * height(at)) break;
    if (names_a_table(text)) return i;
    if (gives_the_unit(text)) {
      bottom = at.y0;
      continue;
    }
    const bool middle = std::abs(middle_x(at) - middle_x(box)) < 0.05F * width(box) &&
                        width(at) < 0.8F * width(box) && at.x0 > box.x0 + line.font_size;
    if (middle && text.size() <= kLongest && !is_sentence(text)) return i;
    break;
  }
  return std::nullopt;
}

}  // namespace guanlan
