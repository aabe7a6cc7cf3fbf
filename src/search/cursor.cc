#include "search/cursor.h"

#include <bit>
#include <charconv>

namespace guanlan {
namespace {

// FNV-1a over what a cursor belongs to.
std::uint32_t owner(const SearchRequest& request) {
  std::uint32_t hash = 2166136261u;
  const auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 16777619u; };
  for (const char c : request.query) add(static_cast<unsigned char>(c));
  add(request.sort == SortBy::date ? 1 : 0);
  return hash;
}

}  // namespace

std::string cursor_of(const SearchRequest& request, const PageEnd& last) {
  return fmt::format("{:08x}{:08x}{:08x}{:08x}", owner(request),
                     std::bit_cast<std::uint32_t>(last.score),
                     std::bit_cast<std::uint32_t>(last.day), last.item);
}

Result<PageEnd> page_end(const SearchRequest& request) {
  const auto wrong = [] {
    return fail(Code::invalid, "这个翻页标记不属于这次检索", {},
                "用上一页给出的标记，检索词和排序保持不变");
  };
  std::uint32_t parts[4];
  if (request.cursor.size() != 32) return wrong();
  for (std::size_t i = 0; i < 4; ++i) {
    const char* begin = request.cursor.data() + 8 * i;
    const auto [end, code] = std::from_chars(begin, begin + 8, parts[i], 16);
    if (code != std::errc() || end != begin + 8) return wrong();
  }
  const auto score = std::bit_cast<float>(parts[1]);
  if (parts[0] != owner(request) || score != score) return wrong();
  return PageEnd{score, std::bit_cast<std::int32_t>(parts[2]), parts[3]};
}

}  // namespace guanlan
