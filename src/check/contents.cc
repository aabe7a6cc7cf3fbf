// Contents (目录) against the headings and titles of the body.
//
//   contents.title    目录作“培育”,正文作“培养”
//   contents.missing  a line of the contents that no heading answers
#include <algorithm>
#include <unordered_map>

#include "check/families.h"
#include "check/likeness.h"
#include "text/code_points.h"

namespace guanlan::checking {
namespace {

struct Heading {
  Span span;
  std::u32string letters;
  bool found = false;  // a line of the contents has the same words
};

std::vector<Heading> headings(const Desk& desk) {
  std::vector<Heading> out;
  const Issue& issue = desk.document().issue;
  for (const Part& part : issue.parts) out.push_back({part.heading, letters(part.path_text)});
  for (const Item& item : issue.items) {
    out.push_back({item.title, letters(item.number + desk.printed(item.title))});
  }
  std::sort(out.begin(), out.end(),
            [](const Heading& a, const Heading& b) { return a.span < b.span; });
  return out;
}

// Lines of the body by their letters: a heading that the outline did not see is not missing.
bool printed_somewhere(const Desk& desk, const std::u32string& line) {
  constexpr std::size_t kLine = 10;  // characters that make a line a heading's first line
  for (const auto& p : desk.document().layout.paragraphs) {
    if (p.span.size() > 600) continue;
    const auto words = letters(desk.of(p.span));
    if (words == line || (words.size() >= kLine && line.starts_with(words))) return true;
  }
  return false;
}

// The difference with two characters on either side.
std::string shown(const std::u32string& whole, const Difference& d) {
  const std::size_t begin = d.before - std::min<std::size_t>(d.before, 2);
  const std::size_t end = whole.size() - d.after + std::min<std::size_t>(d.after, 2);
  return utf8_of(std::u32string_view(whole).substr(begin, end - begin));
}

std::string_view without_leaders(std::string_view text) {
  while (text.ends_with('.') || text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// The heading that is most like a line, of those that no line has word for word.
const Heading* most_alike(const std::vector<Heading>& all, const std::u32string& line) {
  constexpr double kAlike = 0.6;
  const Heading* best = nullptr;
  double best_likeness = kAlike;
  for (const Heading& h : all) {
    if (h.found || h.letters.empty() || h.letters.front() != line.front()) continue;
    const double likeness = difference(line, h.letters).likeness;
    if (likeness >= best_likeness) best = &h, best_likeness = likeness;
  }
  return best;
}

}  // namespace

void check_contents(Desk& desk) {
  const auto& contents = desk.document().layout.contents;
  constexpr std::size_t kFewest = 3, kMostUnlike = 200;
  if (contents.size() < kFewest) return;
  std::vector<Heading> all = headings(desk);
  std::unordered_multimap<std::string, Heading*> by_words;
  for (Heading& h : all) by_words.emplace(utf8_of(h.letters), &h);
  std::vector<std::pair<const ContentsEntry*, std::u32string>> left;
  for (const ContentsEntry& entry : contents) {
    auto line = letters(entry.text);
    if (line.empty()) continue;
    const auto it = by_words.find(utf8_of(line));
    if (it == by_words.end()) {
      left.emplace_back(&entry, std::move(line));
    } else {
      it->second->found = true;
    }
  }
  if (left.size() > kMostUnlike || left.size() * 2 > contents.size()) {
    return desk.not_run("contents.title", {"目录与正文标题大多不能对应，未逐条比对",
                                           "the contents hardly match the headings; not compared"});
  }
  for (const auto& [entry, line] : left) {
    const std::string printed(without_leaders(entry->text));
    const Heading* heading = most_alike(all, line);
    if (heading == nullptr) {
      if (printed_somewhere(desk, line)) continue;
      desk.report({"contents.missing", in_raw(entry->raw), {{"line", printed}}});
      continue;
    }
    const Difference d = difference(line, heading->letters);
    desk.report({"contents.title",
                 in_raw(entry->raw),
                 {{"line", printed},
                  {"heading", desk.printed(heading->span)},
                  {"left", shown(line, d)},
                  {"right", shown(heading->letters, d)}},
                 {},
                 {in_clean(heading->span)}});
  }
}

}  // namespace guanlan::checking
