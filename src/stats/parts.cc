#include "stats/parts.h"

#include "extract/around.h"
#include "stats/words.h"

namespace guanlan::stats {
namespace {

constexpr std::string_view kAreas[] = {"地区", "区域"};
constexpr std::string_view kJoints[] = {"、", "和", "及", "与"};

// 东 of 东、中、西部: its 部 stands behind the last of the list.
std::uint32_t abridged(std::string_view text, std::uint32_t at) {
  constexpr std::string_view kSides[] = {"东", "中", "西"};
  const std::uint32_t side = around::starts_any(text, at, kSides);
  return side != 0 && around::starts(text, at + side, "、") ? side : 0;
}

}  // namespace

Parts parts_at(std::string_view text) {
  Parts out;
  bool sure = false;
  for (std::uint32_t at = 0;;) {
    const Word part = prefix(Cue::part, text.substr(at));
    std::uint32_t size = part.size();
    std::string name(part.text);
    if (size == 0) {
      size = abridged(text, at);
      if (size == 0) break;
      name = std::string(text.substr(at, size)) + "部";
    }
    at += size;
    const std::uint32_t area = around::starts_any(text, at, kAreas);
    sure = sure || area != 0 || part.value == "sure";
    at += area;
    out.names.push_back(name + "地区");
    out.end = at;
    const std::uint32_t joint = around::starts_any(text, at, kJoints);
    if (joint == 0) break;
    at += joint;
  }
  if (!sure && out.names.size() < 2) return {};
  return out;
}

}  // namespace guanlan::stats
