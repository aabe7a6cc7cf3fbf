#include "read/page_source.h"

#include <algorithm>
#include <optional>

#include "read/furniture.h"
#include "read/geometry.h"
#include "read/gutter.h"
#include "read/line_text.h"
#include "read/reading_order.h"

namespace guanlan {
namespace {

struct Parts {
  std::vector<Fragment> head, body, foot;
};

Parts part(const std::vector<Fragment>& fragments, const std::vector<Furniture>& marks) {
  Parts parts;
  for (std::size_t i = 0; i < fragments.size(); ++i) {
    auto& where = marks[i] == Furniture::head   ? parts.head
                  : marks[i] == Furniture::foot ? parts.foot
                                                : parts.body;
    where.push_back(fragments[i]);
  }
  return parts;
}

// The middle of what single pages say.
std::optional<float> usual_gutter(const std::vector<Parts>& pages) {
  std::vector<float> gutters;
  for (const auto& page : pages) {
    if (const auto x = certain_gutter(page.body)) gutters.push_back(*x);
  }
  if (gutters.empty()) return std::nullopt;
  const auto middle = gutters.begin() + static_cast<std::ptrdiff_t>(gutters.size() / 2);
  std::nth_element(gutters.begin(), middle, gutters.end());
  return *middle;
}

float line_em(const std::vector<Fragment>& fragments, const OrderedLine& ordered) {
  float size = 0;
  std::uint32_t letters = 0;
  for (std::size_t i = ordered.drop_cap ? 1 : 0; i < ordered.fragments.size(); ++i) {
    const auto& fragment = fragments[ordered.fragments[i]];
    if (fragment.letters <= letters) continue;
    letters = fragment.letters;
    size = fragment.em;
  }
  return size;
}

void add_lines(const PageWords& page, const std::vector<Fragment>& fragments, Role role,
               std::optional<float> gutter, Source& source) {
  for (const auto& ordered : order_lines(fragments, gutter)) {
    Line line;
    line.page = page.page;
    line.role = role;
    line.span.begin = static_cast<std::uint32_t>(source.raw.size());
    source.raw += line_text(page, fragments, ordered);
    line.span.end = static_cast<std::uint32_t>(source.raw.size());
    source.raw += '\n';
    line.box = static_cast<std::int32_t>(source.boxes.size());
    source.boxes.push_back(ordered.box);
    line.font_size = line_em(fragments, ordered);
    source.lines.push_back(line);
  }
}

}  // namespace

void add_pages(const std::vector<PageWords>& pages, Source& source) {
  std::vector<std::vector<Fragment>> fragments;
  for (const auto& page : pages) fragments.push_back(make_fragments(page));
  const auto marks = find_furniture(pages, fragments);
  std::vector<Parts> parts;
  for (std::size_t i = 0; i < pages.size(); ++i) parts.push_back(part(fragments[i], marks[i]));
  const auto gutter = usual_gutter(parts);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    add_lines(pages[i], parts[i].head, Role::furniture, {}, source);
    add_lines(pages[i], parts[i].body, Role::unknown, gutter, source);
    add_lines(pages[i], parts[i].foot, Role::furniture, {}, source);
  }
}

}  // namespace guanlan
