#include "read/word_table.h"

#include <charconv>
#include <cmath>

namespace guanlan::word_table {
namespace {

constexpr float kMaxCoordinate = 1e6F;
constexpr std::size_t kMaxPageText = 64u << 20;
constexpr float kLatinEm = 0.9F;  // of the height from descender to ascender in common Latin fonts

template <class T>
std::optional<T> number(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
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

}  // namespace

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

std::optional<float> coordinate(std::string_view text) {
  const auto value = number<float>(text);
  if (!value || !std::isfinite(*value) || std::abs(*value) > kMaxCoordinate) return std::nullopt;
  return value;
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

}  // namespace guanlan::word_table
