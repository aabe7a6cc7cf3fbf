#include "layout/measure.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

namespace guanlan {
namespace {

constexpr std::size_t kWindow = 12;

// The middle one of the largest values that lie near each other and are a good part of all; 0
// where there is none.
template <class T>
T supported(std::array<T, kWindow>& values, std::size_t n, T near, std::size_t percent) {
  std::sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(n), std::greater<>());
  for (std::size_t k = 0; k < n && k < 4; ++k) {
    std::size_t count = 0;
    for (std::size_t j = k; j < n && values[j] + near >= values[k]; ++j) ++count;
    if (count >= 3 && count * 100 >= percent * n) return values[k + count / 2];
  }
  return T{};
}

bool same_type(const LineView& a, const LineView& b) {
  return a.has_box == b.has_box && (!a.has_box || std::abs(a.em - b.em) <= 0.15f * a.em);
}

}  // namespace

LineMeasure::LineMeasure(const std::vector<LineView>& lines, const std::vector<std::size_t>& words)
    : lines_(lines), words_(words) {
  learn_habit();
}

void LineMeasure::learn_habit() {
  std::size_t gaps = 0, blank = 0, unknown = 0, indented = 0;
  for (std::size_t k = 0; k < words_.size(); ++k) {
    const LineView& line = at(k);
    if (line.role != Role::unknown) continue;
    ++unknown;
    indented += !line.has_box && line.left >= 1 && line.left <= 6;
    if (k == 0 || line.page_top) continue;
    ++gaps;
    blank += line.blank_lines > 0;
  }
  habit_.spread = gaps > 0 && blank * 10 >= gaps * 8;
  habit_.blanked = !habit_.spread && blank > 0;
  habit_.indented = indented * 100 >= unknown * 5 && indented * 100 <= unknown * 60;
  habit_.em = usual_em();
}

// The em that most characters are set in.
float LineMeasure::usual_em() const {
  std::map<int, std::size_t> chars;  // by quarters of a point
  for (const std::size_t i : words_) {
    if (lines_[i].has_box) chars[static_cast<int>(lines_[i].em * 4)] += lines_[i].chars;
  }
  const auto most = std::max_element(chars.begin(), chars.end(),
                                     [](auto& a, auto& b) { return a.second < b.second; });
  return most == chars.end() ? 0 : static_cast<float>(most->first) / 4;
}

bool LineMeasure::same_column(const LineView& a, const LineView& b) {
  if (a.has_box != b.has_box || !a.has_box) return a.has_box == b.has_box;
  const float overlap = std::min(a.right, b.right) - std::max(a.left, b.left);
  return overlap > 0.5f * std::min(a.right - a.left, b.right - b.left);
}

// The measure around a line is asked for several times, while the lines beside it are judged.
const LineMeasure::Around& LineMeasure::around(std::size_t k, int step) const {
  Known& known = known_[(k % 4) * 2 + (step > 0)];
  if (known.line != k) known = {k, measure(k, step)};
  return known.around;
}

// The measure learned from the lines before (step -1) or after (step 1) and the line itself:
// those of its type in its column, which is as wide as the lines seen of it.
LineMeasure::Around LineMeasure::measure(std::size_t k, int step) const {
  std::array<float, kWindow> rights{}, lefts{};
  std::array<std::uint32_t, kWindow> counts{};
  std::array<const LineView*, kWindow> seen{};
  std::size_t n = 0, prose = 0;
  LineView column = at(k);
  for (std::size_t j = k, steps = 0; j < words_.size() && n < kWindow; ++steps) {
    const LineView& line = at(j);
    const bool mine =
        line.role == Role::unknown && same_type(at(k), line) && same_column(column, line);
    if (line.has_box && steps > 3 * kWindow) break;
    if (mine) {
      rights[n] = line.right;
      lefts[n] = -line.left;
      counts[n] = line.chars;
      prose += line.prose;
      seen[n++] = &line;
      column.left = std::min(column.left, line.left);
      column.right = std::max(column.right, line.right);
    }
    if (step < 0 && j == 0) break;
    j = step < 0 ? j - 1 : j + 1;
  }
  // Of the short lines of a column fewer have a comma or a full stop.
  const std::size_t share = at(k).has_box ? 5 : 4;
  if (n < 3 || prose * 10 < n * (at(k).has_box ? 2 : 3)) return {};
  constexpr float kLongest = 75, kShortest = 13;  // no text is set wider or narrower
  Around out;
  const float em = at(k).em;
  const float near = (at(k).has_box ? 1.5f : 2.6f) * em;
  // At a measure that lines were wrapped to, most of them stop in the middle of a sentence; and
  // they are text: headlines of like length make no measure.
  const auto wrapped = [&](auto reaches) {
    std::size_t full = 0, open = 0, text = 0;
    for (std::size_t j = 0; j < n; ++j) {
      if (!reaches(*seen[j])) continue;
      ++full;
      open += !ends_sentence(seen[j]->last);
      text += seen[j]->prose;
    }
    return open * 2 >= full && text * share >= full;
  };
  out.right = supported(rights, n, near, 30);
  if (!at(k).has_box && (out.right > kLongest || out.right < kShortest)) out.right = 0;
  if (!wrapped([&](const LineView& l) { return std::abs(l.right - out.right) <= near; })) {
    out.right = 0;
  }
  out.left = -supported(lefts, n, 0.5f * em, 20);
  out.chars = supported<std::uint32_t>(counts, n, 1, 50);
  if (out.chars > 2 * kLongest || out.chars < kShortest || at(k).has_box) out.chars = 0;
  if (!wrapped(
          [&](const LineView& l) { return l.chars == out.chars || l.chars + 1 == out.chars; })) {
    out.chars = 0;
  }
  return out;
}

Reach LineMeasure::reach(std::size_t k, bool stop) const {
  const LineView& line = at(k);
  const float loose = line.has_box ? 1.6f : habit_.indented ? 2.1f : 4.1f;
  const float slack = (stop ? 1.6f : loose) * line.em;
  Reach best = Reach::unknown;
  for (const int step : {-1, 1}) {
    const Around& a = around(k, step);
    const bool measured =
        a.right > 0 && line.right + slack >= a.right && line.right <= a.right + 4 * line.em;
    const bool counted = a.chars > 0 && line.chars + 1 >= a.chars && line.chars <= a.chars + 1;
    if (measured || counted) return Reach::full;
    if (a.right > 0 || a.chars > 0) best = Reach::shorter;
  }
  return best;
}

bool LineMeasure::is_longest(std::size_t k) const {
  const std::size_t from = k < kWindow ? 0 : k - kWindow;
  const std::size_t to = std::min(words_.size(), k + kWindow);
  for (std::size_t j = from; j < to; ++j) {
    if (same_column(at(k), at(j)) && at(j).right > at(k).right + 2 * at(k).em) return false;
  }
  return true;
}

bool LineMeasure::is_widest(std::size_t k) const {
  const std::size_t from = k < kWindow ? 0 : k - kWindow;
  for (std::size_t j = from; j < std::min(words_.size(), k + kWindow); ++j) {
    if (at(j).page == at(k).page && at(j).right > at(k).right + 2 * at(k).em) return false;
  }
  return true;
}

bool LineMeasure::has_room(std::size_t k) const {
  constexpr float kIndent = 2, kToken = 2;  // ems; a character and a mark that may not begin a line
  if (k + 1 >= words_.size() || at(k + 1).first < 0x2E80) return false;  // a word may be long
  const float right = std::max(around(k, -1).right, around(k, 1).right);
  return right > 0 && at(k).right + kIndent + kToken <= right;
}

float LineMeasure::indent(std::size_t k) const {
  const LineView& line = at(k);
  if (!line.has_box) return line.left;
  const Around &after = around(k, 1), &before = around(k, -1);
  float left = line.left;
  if (after.right > 0)
    left = std::min(left, after.left);
  else if (before.right > 0)
    left = std::min(left, before.left);
  return (line.left - left) / line.em;
}

bool LineMeasure::first_line_shape(std::size_t k) const {
  const LineView& b = at(k);
  if (ends_sentence(b.last)) return false;
  const auto lost = [](float missing) { return missing >= 1.4f && missing <= 2.6f; };
  const Around& after = around(k, 1);
  if (after.right <= 0 || b.right > after.right - 1.4f || k + 1 == words_.size()) return false;
  return lost(after.right - b.right) || lost(at(k + 1).right - b.right);
}

}  // namespace guanlan
