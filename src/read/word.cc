#include "read/word.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace guanlan {
namespace {

constexpr float kMaxCoordinate = 1e6F;
constexpr std::size_t kMaxPageText = 64u << 20;
constexpr float kLeastConfidence = 0.35F;  // of a recognised line
constexpr float kLatinEm = 0.9F;  // of the height from descender to ascender in common Latin fonts

enum Column { kLevel, kPage, kLine = 4, kLeft = 6, kTop, kWidth, kHeight, kConfidence, kText };
using Row = std::array<std::string_view, 12>;

std::optional<Row> split(std::string_view line) {
  Row row;
  for (std::size_t i = 0; i + 1 < row.size(); ++i) {
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    row[i] = line.substr(0, tab);
    line.remove_prefix(tab + 1);
  }
  row.back() = line;
  return row;
}

template <class T>
std::optional<T> number(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<float> coordinate(std::string_view text) {
  const auto value = number<float>(text);
  if (!value || !std::isfinite(*value) || std::abs(*value) > kMaxCoordinate) return std::nullopt;
  return value;
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

// Appends with control characters as blanks: a tab or line end would break the raw text's own.
void append_printable(std::string_view text, std::string& into) {
  for (const char c : text) into += static_cast<unsigned char>(c) < ' ' || c == 0x7F ? ' ' : c;
}

// Lead bytes E2 BA and above: U+2E80 and up, the full-width scripts and marks.
void count_letters(std::string_view text, Word& word) {
  constexpr std::uint16_t kMax = 65535;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if ((c & 0xC0) == 0x80) continue;
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    const bool wide = c > 0xE2 || (c == 0xE2 && next >= 0xBA);
    auto& count = wide ? word.wide : word.narrow;
    if (count < kMax) ++count;
  }
}

float guess_em(const Word& word) {
  const float height = word.box.y1 - word.box.y0;
  if (word.wide == 0) return height * kLatinEm;
  const float width = word.box.x1 - word.box.x0;
  return std::min(height, width / (static_cast<float>(word.wide) + 0.5F * word.narrow));
}

void add_word(const Row& row, std::uint32_t line, PageWords& page) {
  const auto left = coordinate(row[kLeft]), top = coordinate(row[kTop]);
  const auto width = coordinate(row[kWidth]), height = coordinate(row[kHeight]);
  const auto text = row[kText];
  if (!left || !top || !width || !height || *width < 0 || *height < 0) return;
  if (is_blank(text) || page.text.size() + text.size() > kMaxPageText) return;
  Word word;
  word.box = {*left, *top, *left + *width, *top + *height};
  word.text.begin = static_cast<std::uint32_t>(page.text.size());
  append_printable(text, page.text);
  word.text.end = static_cast<std::uint32_t>(page.text.size());
  word.line = line;
  count_letters(text, word);
  word.em = guess_em(word);
  word.confidence = std::clamp(number<float>(row[kConfidence]).value_or(100) / 100, 0.F, 1.F);
  page.words.push_back(word);
}

PageWords begin_page(const Row& row, int otherwise) {
  PageWords page;
  page.page = number<int>(row[kPage]).value_or(otherwise);
  page.width = coordinate(row[kWidth]).value_or(0);
  page.height = coordinate(row[kHeight]).value_or(0);
  return page;
}

template <class F>
void for_each_row(std::string_view tsv, F&& f) {
  while (!tsv.empty()) {
    const auto end = std::min(tsv.find('\n'), tsv.size());
    const auto row = split(tsv.substr(0, end));
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    if (row && row->front().size() == 1) f(row->front().front(), *row);
  }
}

// The line of tesseract's table whose words are being read.
struct RecognisedLine {
  std::uint32_t number = 0;
  std::optional<float> top, height;
  std::size_t first = 0;  // word

  void start(const Row& row, std::vector<PageWords>& pages) {
    finish(pages);
    ++number;
    top = coordinate(row[kTop]);
    height = coordinate(row[kHeight]);
    first = pages.empty() ? 0 : pages.back().words.size();
  }

  // Gives the words their line's height, or takes them away.
  void finish(std::vector<PageWords>& pages) {
    if (pages.empty() || !top || !height || first >= pages.back().words.size()) return;
    auto& words = pages.back().words;
    float confidence = 0, width = 0, letters = 0;
    for (auto i = first; i < words.size(); ++i) {
      const float n = static_cast<float>(words[i].wide) + 0.5F * words[i].narrow;
      letters += n;
      confidence += n * words[i].confidence;
      width += words[i].box.x1 - words[i].box.x0;
    }
    if (confidence < kLeastConfidence * letters) {
      words.resize(first);
    } else {
      for (auto i = first; i < words.size(); ++i) {
        words[i].box.y0 = *top;
        words[i].box.y1 = *top + std::max(0.F, *height);
        words[i].em = std::max(0.F, std::min(*height, 1.2F * width / letters));
      }
    }
    top.reset();
  }
};

}  // namespace

void rescale(PageWords& page, float factor) {
  page.width *= factor;
  page.height *= factor;
  for (auto& word : page.words) {
    word.box = {word.box.x0 * factor, word.box.y0 * factor, word.box.x1 * factor,
                word.box.y1 * factor};
    word.em *= factor;
  }
}

std::vector<PageWords> parse_words(std::string_view tsv) {
  std::vector<PageWords> pages;
  for_each_row(tsv, [&, line = 0U](char level, const Row& row) mutable {
    if (level == '1') pages.push_back(begin_page(row, static_cast<int>(pages.size()) + 1));
    if (level == '4') ++line;
    if (level == '5' && !pages.empty()) add_word(row, line, pages.back());
  });
  return pages;
}

std::vector<PageWords> parse_recognised(std::string_view tsv, float scale) {
  std::vector<PageWords> pages;
  RecognisedLine line;
  for_each_row(tsv, [&](char level, const Row& row) {
    if (level == '1') {
      line.finish(pages);
      pages.push_back(begin_page(row, static_cast<int>(pages.size()) + 1));
      pages.back().recognised = true;
    }
    if (level == '4') line.start(row, pages);
    if (level == '5' && !pages.empty()) add_word(row, line.number, pages.back());
  });
  line.finish(pages);
  for (auto& page : pages) rescale(page, scale);
  return pages;
}

void settle_sizes(std::vector<PageWords>& pages) {
  const auto key = [](const Word& word) {
    return static_cast<int>(std::lround((word.box.y1 - word.box.y0) * 10));
  };
  std::unordered_map<int, std::vector<float>> sizes;
  for (const auto& page : pages) {
    for (const auto& word : page.words) {
      if (word.wide > 0 && word.narrow == 0) sizes[key(word)].push_back(word.em);
    }
  }
  std::unordered_map<int, float> usual;
  for (auto& [height, all] : sizes) {
    // The lower quartile: lines spread to fill their measure are wider than they should be.
    const auto at = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 4);
    std::nth_element(all.begin(), at, all.end());
    usual[height] = *at;
  }
  for (auto& page : pages) {
    for (auto& word : page.words) {
      const auto found = usual.find(key(word));
      if (found != usual.end()) word.em = found->second;
    }
  }
}

}  // namespace guanlan
