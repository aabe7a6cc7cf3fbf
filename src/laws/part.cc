#include <vector>

#include "guanlan/laws.h"
#include "text/numeral.h"

namespace guanlan {
namespace {

// （三） or (三) or 3. at the head of a line → 3; 0: the line is no item.
int item_number(std::string_view line) {
  for (const std::string_view open : {std::string_view("（"), std::string_view("(")}) {
    if (!line.starts_with(open)) continue;
    const auto n = numeral_at(line, static_cast<std::uint32_t>(open.size()),
                              static_cast<std::uint32_t>(line.size()));
    if (!n) return 0;
    const std::string_view rest = line.substr(n->span.end);
    return rest.starts_with("）") || rest.starts_with(")") ? static_cast<int>(n->value) : 0;
  }
  return 0;
}

// 款 are the lines that are no items; items belong to the paragraph above them.
struct Paragraphs {
  std::vector<std::string> text;
  std::vector<std::vector<std::pair<int, std::string>>> items;
};

Paragraphs split(std::string_view text) {
  Paragraphs out;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    const int n = item_number(line);
    if (n > 0 && !out.text.empty()) {
      out.items.back().emplace_back(n, std::string(line));
      out.text.back() += '\n' + std::string(line);
    } else {
      out.text.emplace_back(line);
      out.items.emplace_back();
    }
  }
  return out;
}

}  // namespace

std::optional<std::string> part_of(const Provision& provision, int paragraph, int item) {
  const Paragraphs all = split(provision.text);
  if (paragraph > static_cast<int>(all.text.size())) return {};
  if (item == 0) return all.text[static_cast<std::size_t>(paragraph - 1)];
  for (std::size_t p = 0; p < all.text.size(); ++p) {
    if (paragraph > 0 && p + 1 != static_cast<std::size_t>(paragraph)) continue;
    for (const auto& [n, words] : all.items[p]) {
      if (n == item) return words;
    }
  }
  return {};
}

}  // namespace guanlan
