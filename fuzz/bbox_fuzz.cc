// Word tables of pdftotext and tesseract, with rulings and fonts, through the line builder: spans
// ascend, lines lie in raw, every word of the page comes out.
//
// Input: words (TSV), then "\n%%rulings\n" and lines "h|v at from to", then "\n%%fonts\n" and the
// XML of pdftohtml.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "read/page_source.h"
#include "read/typeface.h"

namespace {

using namespace guanlan;

void check(bool holds) {
  if (!holds) std::abort();
}

// What stands before the mark; `rest` keeps what follows it.
std::string_view cut(std::string_view& rest, std::string_view mark) {
  const auto at = std::min(rest.find(mark), rest.size());
  const auto head = rest.substr(0, at);
  rest.remove_prefix(std::min(at + mark.size(), rest.size()));
  return head;
}

Rulings parse_rulings(std::string_view text) {
  constexpr std::size_t kMost = 300;
  Rulings rulings;
  while (!text.empty() && rulings.horizontal.size() + rulings.vertical.size() < kMost) {
    const std::string line(cut(text, "\n"));
    char kind = 0;
    Ruling r;
    if (std::sscanf(line.c_str(), "%c %f %f %f", &kind, &r.at, &r.from, &r.to) != 4) continue;
    if (!(r.at >= 0 && r.at < 1e5F && r.from >= 0 && r.to < 1e5F && r.from <= r.to)) continue;
    (kind == 'h' ? rulings.horizontal : rulings.vertical).push_back(r);
  }
  return rulings;
}

std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return c != ' ' && c != '\t' && c != '\n'; }));
}

void read(std::vector<PageWords> words, const Rulings& rulings, bool all_words) {
  std::size_t given = 0;
  std::vector<PageInput> pages;
  for (auto& page : words) {
    for (const auto& word : page.words) given += letters(page.of(word));
    (void)may_hold_table(page);
    pages.push_back({std::move(page), rulings, {}});
  }
  Source source;
  add_pages(pages, source);
  std::uint32_t last = 0;
  for (const auto& line : source.lines) {
    check(last <= line.span.begin && line.span.begin <= line.span.end);
    check(line.span.end <= source.raw.size());
    check(line.box < static_cast<std::int32_t>(source.boxes.size()));
    check(line.table < static_cast<std::int32_t>(source.tables.size()));
    last = line.span.end;
  }
  for (const auto& table : source.tables) {
    for (const auto& row : table.rows) {
      for (const auto& cell : row) check(cell.span.of(source.raw) == cell.text);
    }
  }
  if (all_words) check(letters(source.raw) == given);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const auto tsv = cut(rest, "\n%%rulings\n");
  const auto rulings = parse_rulings(cut(rest, "\n%%fonts\n"));
  auto words = parse_words(tsv);
  mark_bold(rest, words);
  settle_sizes(words);
  read(std::move(words), rulings, true);
  read(parse_recognised(tsv, 0.24F), rulings, false);
  return 0;
}
