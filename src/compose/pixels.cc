// Charts as PNG pictures, by rsvg-convert as a limited process: the same SVG, fonts and version of
// the tool give the same bytes.
#include "compose/publication.h"
#include "read/child.h"

namespace guanlan::compose {
namespace {

constexpr int kZoom = 3;  // 15 cm of a printed page at some 360 dots an inch

// The height that the SVG says, in CSS pixels.
int height_of(std::string_view svg) {
  constexpr std::string_view kHeight = " height=\"";
  const auto at = svg.find(kHeight);
  return at == std::string_view::npos ? 0 : std::atoi(svg.data() + at + kHeight.size());
}

Result<void> draw(Picture& picture) {
  const std::string svg = chart_svg(*picture.chart);
  const auto input = AnonymousFile::with(svg);
  if (!input) return tl::unexpected(input.error());
  Child child;
  child.program = "rsvg-convert";
  child.arguments = {"--format", "png", "--zoom", std::to_string(kZoom)};
  child.input = &*input;
  child.limits.seconds = 30;
  child.limits.memory = 2ull << 30;
  auto out = run(child);
  if (!out) return tl::unexpected(std::move(out.error()));
  if (!out->ok() || !out->out.starts_with("\x89PNG")) {
    return fail(Code::io, "图表不能转为图片：" + describe(child, *out), picture.file,
                "先输出 HTML 检查图表");
  }
  picture.bytes = std::move(out->out);
  picture.width = picture.chart->width;
  picture.height = height_of(svg);
  picture.chart.reset();
  return {};
}

Result<void> draw_all(std::vector<PrintedItem>& items) {
  for (PrintedItem& item : items) {
    for (Block& block : item.blocks) {
      auto* picture = std::get_if<Picture>(&block);
      if (picture == nullptr || !picture->chart) continue;
      if (auto done = draw(*picture); !done) return done;
    }
  }
  return {};
}

}  // namespace

Result<Publication> in_pixels(Publication p) {
  for (PrintedPart& part : p.parts) {
    if (auto done = draw_all(part.items); !done) return tl::unexpected(std::move(done.error()));
    for (PrintedSection& section : part.sections) {
      if (auto done = draw_all(section.items); !done)
        return tl::unexpected(std::move(done.error()));
    }
  }
  return p;
}

}  // namespace guanlan::compose
