// Text bytes through layout and outline: every span lies in its text and leads back to raw bytes.
// The first byte chooses what the format claims about the lines: nothing, roles, or boxes.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "guanlan/outline.h"

namespace {

using namespace guanlan;

void check(bool holds, int line = __builtin_LINE()) {
  if (holds) return;
  std::fprintf(stderr, "line %d does not hold\n", line);
  std::abort();
}

// Claims about lines, drawn from their own bytes.
void dress(Source& source, std::uint8_t how) {
  std::uint32_t seed = how;
  for (Line& line : source.lines) {
    for (std::uint32_t at = line.span.begin; at < line.span.end && at < line.span.begin + 4; ++at) {
      seed = seed * 31 + static_cast<unsigned char>(source.raw[at]);
    }
    if (how & 1) line.role = static_cast<Role>(seed % 8);
    if (line.role == Role::heading) line.level = static_cast<std::uint8_t>(1 + seed % 4);
    if (how & 2) {
      const float x = static_cast<float>(seed % 300), y = static_cast<float>(seed / 7 % 800);
      line.box = static_cast<std::int32_t>(source.boxes.size());
      source.boxes.push_back({x, y, x + static_cast<float>(seed % 250), y + 12});
      line.font_size = 9.0f + static_cast<float>(seed % 9);
      line.bold = seed % 5 == 0;
    }
    if (how & 4) line.page = source.pages = source.pages + (seed % 6 == 0);
  }
}

void check_layout(const Layout& layout, const Source& source) {
  const auto size = static_cast<std::uint32_t>(layout.clean.text.size());
  check(layout.clean.map.clean_size() == size);
  std::uint32_t last = 0;
  for (const Paragraph& p : layout.paragraphs) {
    check(last <= p.span.begin && p.span.begin < p.span.end && p.span.end <= size);
    check(p.table < static_cast<std::int32_t>(layout.tables.size()));
    const Span raw = layout.clean.raw(p.span);
    check(raw.begin <= raw.end && raw.end <= source.raw.size());
    last = p.span.end;
  }
  for (const ContentsEntry& e : layout.contents) {
    check(e.raw.begin <= e.raw.end && e.raw.end <= source.raw.size());
  }
}

void check_issue(const Issue& issue, const Layout& layout) {
  const auto size = static_cast<std::uint32_t>(layout.clean.text.size());
  const auto in_text = [&](Span s, int line = __builtin_LINE()) {
    check(s.begin <= s.end && s.end <= size, line);
  };
  const auto parts = static_cast<std::int32_t>(issue.parts.size());
  for (std::int32_t i = 0; i < parts; ++i) {
    const Part& p = issue.parts[static_cast<std::size_t>(i)];
    in_text(p.heading);
    check(p.parent < i);
    if (p.lead) in_text(*p.lead);
    for (const Span k : p.keywords) in_text(k);
  }
  for (const Item& item : issue.items) {
    in_text(item.title);
    in_text(item.body);
    check(item.part < parts);
    for (const Span s : item.sources) in_text(s);
    for (const SubReport& s : item.parts) {
      in_text(s.title);
      in_text(s.body);
    }
    for (const std::int32_t t : item.tables) {
      check(t >= 0 && t < static_cast<std::int32_t>(layout.tables.size()));
    }
    check(path(issue, item).size() <= issue.parts.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  auto sources = read_bytes({reinterpret_cast<const char*>(data) + 1, size - 1}, "fuzz.txt");
  if (!sources) return 0;
  for (Source& source : *sources) {
    dress(source, data[0] & 7);
    const Layout layout = lay_out(source);
    check_layout(layout, source);
    check_issue(outline(layout, source), layout);
  }
  return 0;
}
