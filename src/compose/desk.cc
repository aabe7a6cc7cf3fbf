// Questions to a desk: where an item stands, what it looks like today, how far it has come.
#include "guanlan/compose.h"

#include "compose/files.h"
#include "read/digest.h"

namespace guanlan::compose {
namespace {

State state_of(const std::vector<Mark>& marks, const std::string& now) {
  if (marks.empty()) return State::draft;
  const Mark& last = marks.back();
  if (last.of.empty() || last.of == now) return last.state;
  return std::min(last.state, State::edited);
}

}  // namespace

std::optional<Seat> seat_of(const Outline& outline, std::string_view id) {
  const auto in = [&](const std::vector<std::string>& ids) -> std::optional<std::size_t> {
    const auto it = std::find(ids.begin(), ids.end(), id);
    if (it == ids.end()) return std::nullopt;
    return static_cast<std::size_t>(it - ids.begin());
  };
  for (std::size_t p = 0; p < outline.parts.size(); ++p) {
    const Part& part = outline.parts[p];
    if (const auto at = in(part.items)) return Seat{static_cast<int>(p), -1, *at};
    for (std::size_t s = 0; s < part.sections.size(); ++s) {
      if (const auto at = in(part.sections[s].items)) {
        return Seat{static_cast<int>(p), static_cast<int>(s), *at};
      }
    }
  }
  return std::nullopt;
}

std::vector<std::string> seated(const Outline& outline) {
  std::vector<std::string> out;
  for (const Part& part : outline.parts) {
    out.insert(out.end(), part.items.begin(), part.items.end());
    for (const Section& s : part.sections) out.insert(out.end(), s.items.begin(), s.items.end());
  }
  return out;
}

std::string content_mark(const Item& item) {
  std::string text = item.title + '\n' + item.body + '\n';
  for (const std::string& source : item.sources) text += source + '\n';
  return sha256_digest(text).substr(7, 8);
}

std::string content_mark(const Desk& desk) {
  Desk plain;
  plain.outline = desk.outline;
  plain.outline.marks.clear();
  std::string text = outline_text(plain);
  for (const std::string& id : seated(desk.outline)) {
    const auto it = desk.items.find(id);
    if (it != desk.items.end()) text += content_mark(it->second);
  }
  for (const auto& [file, chart] : desk.charts) text += file + chart;
  return sha256_digest(text).substr(7, 8);
}

std::string revision(const Item& item) { return sha256_digest(item_text(item)).substr(7, 16); }
std::string revision(const Desk& desk) {
  std::string text = outline_text(desk);
  for (const auto& [id, item] : desk.items) text += revision(item);
  for (const auto& [file, chart] : desk.charts) text += file + chart;
  return sha256_digest(text).substr(7, 16);
}

State state_of(const Item& item) { return state_of(item.marks, content_mark(item)); }
State state_of(const Desk& desk) { return state_of(desk.outline.marks, content_mark(desk)); }

}  // namespace guanlan::compose
