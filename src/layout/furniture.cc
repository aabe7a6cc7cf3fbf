#include "layout/furniture.h"

#include <algorithm>
#include <unordered_map>

#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

bool is_ornament(char32_t cp) {
  constexpr std::u32string_view kOrnaments = U"-—–―·•~|_*=<>《》[]【】";
  return kOrnaments.find(cp) != std::u32string_view::npos;
}

// The line without digits' values: 第9期 and 第10期 are one head. An entry of a numbered list keeps
// them: 3. 第5批… and 4. 第6批… are two headlines.
std::string head_key(std::string_view raw, const LineView& line) {
  std::string key = folded(raw, line.words, 240), out;
  if (line.label != Numbering::none && line.label != Numbering::bullet) return key;
  for (const char c : key) {
    if (c < '0' || c > '9')
      out += c;
    else if (out.empty() || out.back() != '#')
      out += '#';
  }
  return out;
}

// Indexes of the words lines at the edges of each page, `depth` from the top and the bottom.
void page_edges(const std::vector<LineView>& lines, std::vector<std::size_t>& edges) {
  constexpr std::size_t kDepth = 2;
  std::vector<std::size_t> page;
  const auto close = [&] {
    for (std::size_t i = 0; i < page.size(); ++i) {
      if (i < kDepth || i + kDepth >= page.size()) edges.push_back(page[i]);
    }
    page.clear();
  };
  const auto by_height = [&](std::size_t a, std::size_t b) { return lines[a].top < lines[b].top; };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].page_top) {
      if (!page.empty() && lines[page.front()].has_box) {
        std::stable_sort(page.begin(), page.end(), by_height);
      }
      close();
    }
    if (lines[i].use == Use::words && lines[i].role != Role::table_row) page.push_back(i);
  }
  if (!page.empty() && lines[page.front()].has_box) {
    std::stable_sort(page.begin(), page.end(), by_height);
  }
  close();
}

// Bare numbers that count on, one after the other, far enough apart to be pages.
void mark_bare_numbers(const std::vector<std::pair<std::size_t, int>>& bare, bool paged,
                       std::vector<LineView>& lines) {
  struct Chain {
    std::size_t length = 0, previous = SIZE_MAX;
  };
  std::vector<Chain> chains(bare.size());
  std::unordered_map<int, std::size_t> latest;  // value → index of its last chain
  std::size_t best = SIZE_MAX;
  const std::size_t apart = paged ? 1 : 6;
  for (std::size_t i = 0; i < bare.size(); ++i) {
    chains[i].length = 1;
    if (const auto it = latest.find(bare[i].second - 1); it != latest.end()) {
      if (bare[i].first - bare[it->second].first > apart) {
        chains[i] = {chains[it->second].length + 1, it->second};
      }
    }
    latest[bare[i].second] = i;
    if (best == SIZE_MAX || chains[i].length > chains[best].length) best = i;
  }
  if (best == SIZE_MAX || chains[best].length < 3) return;
  for (std::size_t i = best; i != SIZE_MAX; i = chains[i].previous) {
    lines[bare[i].first].use = Use::furniture;
  }
}

void mark_numbers(std::string_view raw, std::vector<LineView>& lines) {
  bool paged = false;
  std::vector<std::pair<std::size_t, int>> bare, decorated;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const LineView& line = lines[i];
    paged = paged || (i > 0 && line.page_top);
    if (line.chars > 24 || line.use != Use::words || line.role == Role::heading) continue;
    if (line.role == Role::table_row) continue;
    const PageNumber n = page_number(folded(raw, line.words, 64));
    if (n.form == PageNumber::bare) bare.emplace_back(i, n.value);
    if (n.form == PageNumber::decorated) decorated.emplace_back(i, n.value);
  }
  for (const auto& [i, value] : decorated) lines[i].use = Use::furniture;
  mark_bare_numbers(bare, paged, lines);
}

// Lines that stand beside a page number or at the edge of a page.
void mark_heads(std::string_view raw, std::vector<LineView>& lines) {
  std::vector<std::size_t> edges;
  page_edges(lines, edges);
  const std::size_t at_edges = edges.size();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].use != Use::furniture) continue;
    if (i > 0) edges.push_back(i - 1);
    if (i + 1 < lines.size()) edges.push_back(i + 1);
  }
  std::sort(edges.begin() + static_cast<std::ptrdiff_t>(at_edges), edges.end());
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  std::unordered_map<std::string, std::vector<std::size_t>> heads;
  std::size_t pages = 0, numbers = 0;
  for (const LineView& line : lines) {
    pages += line.page_top;
    numbers += line.use == Use::furniture;
  }
  for (const std::size_t i : edges) {
    if (lines[i].use != Use::words || lines[i].chars > 60) continue;
    if (lines[i].prose && lines[i].chars > 24) continue;  // a sentence that is often printed
    if (ends_sentence(lines[i].last) && lines[i].last != ')' && lines[i].last != U'》') continue;
    heads[head_key(raw, lines[i])].push_back(i);
  }
  const std::size_t enough = std::max<std::size_t>(3, std::max(pages, numbers) * 3 / 10);
  for (const auto& [key, where] : heads) {
    if (where.size() < enough || key.size() < 4 || holds_word(key, "来源")) continue;
    for (const std::size_t i : where) lines[i].use = Use::furniture;
  }
}

}  // namespace

PageNumber page_number(std::string_view line) {
  std::size_t digits = 0, numbers = 0;
  int values[2] = {0, 0};
  bool ornament = false, in_number = false, word = false;
  for (std::size_t at = 0; at < line.size();) {
    const auto d = utf8::decode(line, at);
    at += d.size;
    if (utf8::is_digit(d.cp)) {
      if (!in_number) ++numbers;
      in_number = true;
      if (numbers > 2 || ++digits > 8) return {};
      int& value = values[numbers - 1];
      value = value * 10 + static_cast<int>(d.cp - '0');
      if (value > 9999) return {};
      continue;
    }
    in_number = false;
    constexpr std::u32string_view kWords = U"第页共/PageofpP版,;";
    if (is_ornament(d.cp))
      ornament = true;
    else if (kWords.find(d.cp) != std::u32string_view::npos)
      word = true;
    else
      return {};
  }
  if (numbers == 0) return {};
  const bool page_word = holds_word(line, "页") || holds_word(line, "age");
  if (numbers == 2) {
    const bool of = page_word || line.find('/') != std::string_view::npos;
    const bool plausible = values[0] >= 1 && values[0] <= values[1] && !ornament;
    return of && plausible ? PageNumber{PageNumber::decorated, values[0]} : PageNumber{};
  }
  if (page_word) return {PageNumber::decorated, values[0]};
  if (word) return {};
  if (!ornament) return {PageNumber::bare, values[0]};
  const bool both = !utf8::is_digit(static_cast<unsigned char>(line.front())) &&
                    !utf8::is_digit(static_cast<unsigned char>(line.back()));
  return both ? PageNumber{PageNumber::decorated, values[0]} : PageNumber{};
}

void mark_furniture(std::string_view raw, std::vector<LineView>& lines) {
  mark_numbers(raw, lines);
  mark_heads(raw, lines);
}

}  // namespace guanlan
