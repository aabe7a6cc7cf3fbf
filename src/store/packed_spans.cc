#include "store/packed_spans.h"

#include "store/varint.h"

namespace guanlan {

std::string packed(const std::vector<Span>& spans) {
  std::string out;
  std::int64_t at = 0;
  for (const Span span : spans) {
    const std::int64_t step = std::int64_t{span.begin} - at;
    append_varint(out, static_cast<std::uint64_t>(step < 0 ? -2 * step - 1 : 2 * step));
    append_varint(out, span.size());
    at = span.end;
  }
  return out;
}

std::vector<Span> unpacked(std::string_view bytes) {
  std::vector<Span> out;
  std::int64_t at = 0;
  while (!bytes.empty()) {
    const auto step = take_varint(bytes);
    const auto size = step ? take_varint(bytes) : std::nullopt;
    if (!size) break;
    const auto distance = static_cast<std::int64_t>(*step);
    const std::int64_t begin = at + (distance % 2 != 0 ? -(distance + 1) / 2 : distance / 2);
    const std::int64_t end = begin + static_cast<std::int64_t>(*size);
    if (begin < 0 || end > INT64_C(0xFFFFFFFF)) break;
    out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    at = end;
  }
  return out;
}

}  // namespace guanlan
