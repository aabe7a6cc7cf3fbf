#include "cli/marked_text.h"

#include <algorithm>

namespace guanlan::cli {
namespace {

struct FieldColour {
  std::string_view field;
  Colour colour;
};
constexpr FieldColour kColours[] = {
    {"event_date", Colour::cyan},     {"dates", Colour::cyan},
    {"deadlines", Colour::cyan},      {"authorities", Colour::green},
    {"regions", Colour::blue},        {"figures", Colour::yellow},
    {"instruments", Colour::magenta}, {"citations", Colour::magenta},
    {"standards", Colour::magenta},   {"doc_numbers", Colour::magenta},
    {"sanctions", Colour::red},       {"cve", Colour::red},
    {"apps", Colour::bold},           {"orgs", Colour::bold},
};

// Where each raw byte stands in the joined pieces.
class Positions {
 public:
  explicit Positions(const std::vector<Span>& pieces) : pieces_(pieces) {
    std::size_t at = 0;
    for (const Span piece : pieces) {
      starts_.push_back(at);
      at += piece.size();
    }
  }

  template <class F>
  void each(Span raw, F f) const {
    auto piece = std::partition_point(pieces_.begin(), pieces_.end(),
                                      [&](Span p) { return p.end <= raw.begin; });
    for (; piece != pieces_.end() && piece->begin < raw.end; ++piece) {
      const std::size_t start = starts_[static_cast<std::size_t>(piece - pieces_.begin())];
      const auto from = std::max(piece->begin, raw.begin);
      const auto to = std::min(piece->end, raw.end);
      f(start + (from - piece->begin), start + (to - piece->begin));
    }
  }

 private:
  const std::vector<Span>& pieces_;
  std::vector<std::size_t> starts_;
};

}  // namespace

Colour colour_of(std::string_view field) {
  for (const FieldColour& known : kColours) {
    if (known.field == field) return known.colour;
  }
  return Colour::none;
}

std::string marked(std::string_view raw, const std::vector<Span>& pieces,
                   const std::vector<Fact>& facts, bool colour) {
  std::string text;
  for (const Span piece : pieces) {
    if (piece.end <= raw.size()) text += piece.of(raw);
  }
  std::vector<Colour> paint(text.size(), Colour::none);
  std::vector<const Fact*> ordered;
  for (const Fact& f : facts) {
    if (colour_of(f.field) != Colour::none) ordered.push_back(&f);
  }
  std::stable_sort(ordered.begin(), ordered.end(), [](const Fact* a, const Fact* b) {
    return a->place.span.size() > b->place.span.size();
  });
  const Positions positions(pieces);
  for (const Fact* f : ordered) {
    positions.each(f->place.span, [&](std::size_t from, std::size_t to) {
      std::fill(paint.begin() + static_cast<std::ptrdiff_t>(std::min(from, paint.size())),
                paint.begin() + static_cast<std::ptrdiff_t>(std::min(to, paint.size())),
                colour_of(f->field));
    });
  }
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    std::size_t to = from + 1;
    while (to < text.size() && paint[to] == paint[from]) ++to;
    out += coloured(harmless(std::string_view(text).substr(from, to - from), true), paint[from],
                    colour);
    from = to;
  }
  return out;
}

}  // namespace guanlan::cli
