#include "read/page_source.h"

#include <algorithm>
#include <optional>

#include "read/geometry.h"
#include "read/gutter.h"
#include "read/line_text.h"
#include "read/reading_order.h"

namespace guanlan {
namespace {

// The middle of what single pages say.
std::optional<float> usual_gutter(const std::vector<std::vector<Fragment>>& pages) {
  std::vector<float> gutters;
  for (const auto& fragments : pages) {
    if (const auto x = certain_gutter(fragments)) gutters.push_back(*x);
  }
  if (gutters.empty()) return std::nullopt;
  const auto middle = gutters.begin() + static_cast<std::ptrdiff_t>(gutters.size() / 2);
  std::nth_element(gutters.begin(), middle, gutters.end());
  return *middle;
}

float line_em(const std::vector<Fragment>& fragments, const OrderedLine& ordered) {
  float em = 0;
  std::uint32_t letters = 0;
  for (std::size_t i = ordered.drop_cap ? 1 : 0; i < ordered.fragments.size(); ++i) {
    const auto& fragment = fragments[ordered.fragments[i]];
    if (fragment.letters <= letters) continue;
    letters = fragment.letters;
    em = fragment.em;
  }
  return em;
}

void add_line(const PageWords& page, const std::vector<Fragment>& fragments,
              const OrderedLine& ordered, Source& source) {
  Line line;
  line.page = page.page;
  line.span.begin = static_cast<std::uint32_t>(source.raw.size());
  source.raw += line_text(page, fragments, ordered);
  line.span.end = static_cast<std::uint32_t>(source.raw.size());
  source.raw += '\n';
  line.box = static_cast<std::int32_t>(source.boxes.size());
  source.boxes.push_back(ordered.box);
  line.font_size = line_em(fragments, ordered);
  source.lines.push_back(line);
}

}  // namespace

void add_pages(const std::vector<PageWords>& pages, Source& source) {
  std::vector<std::vector<Fragment>> fragments;
  for (const auto& page : pages) fragments.push_back(make_fragments(page));
  const auto gutter = usual_gutter(fragments);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const auto& line : order_lines(fragments[i], gutter))
      add_line(pages[i], fragments[i], line, source);
  }
}

}  // namespace guanlan
