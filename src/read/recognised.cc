#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "read/word.h"
#include "read/word_table.h"
#include "text/utf8.h"

namespace guanlan {

using namespace word_table;

namespace {

constexpr float kLeastConfidence = 0.35F;  // of a recognised line
constexpr float kSameSize = 0.15F;         // recognised ems that differ less are one size
constexpr std::uint32_t kFewOnLine = 6;    // of a line; too few to tell its size

// Specks at the ends of a line are read as marks: one that no line begins with, or a doubtful one.
constexpr float kDoubtful = 0.65F;
constexpr float kSpeckWidth = 3;  // pixels at 300 dpi and more: no mark is as narrow

bool begins_no_line(char32_t cp) {
  constexpr std::u32string_view kMarks = U".,;:!?'`|_~^，、。；：！？”’·";
  return kMarks.find(cp) != std::u32string_view::npos;
}

bool is_opening_quote(char32_t cp) { return cp == U'“' || cp == U'‘' || cp == '"'; }

// Takes marks off the first word; a quotation mark only where none closes it in the line.
void take_leading_specks(std::string_view text, bool closed, Word& word) {
  while (!word.text.empty()) {
    const auto d = utf8::decode(text, word.text.begin);
    const bool doubtful = word.confidence < kDoubtful && is_opening_quote(d.cp) && !closed;
    if (!begins_no_line(d.cp) && !doubtful) break;
    word.text.begin += std::min<std::uint32_t>(d.size, word.text.size());
    if (word.narrow > 0) --word.narrow;
  }
}

bool is_trailing_speck(std::string_view text, const Word& word) {
  const auto d = utf8::decode(text, word.text.begin);
  return word.confidence < kDoubtful && d.size == word.text.size() && begins_no_line(d.cp) &&
         word.box.x1 - word.box.x0 < kSpeckWidth + 1;
}

// Whether every opening quotation mark of the words has its closing one.
bool closes_quotes(std::string_view text, const std::vector<Word>& words, std::size_t first) {
  int open = 0;
  for (auto i = first; i < words.size(); ++i) {
    const auto word = words[i].text.of(text);
    open += word.find("“") != std::string_view::npos;
    open -= word.find("”") != std::string_view::npos;
  }
  return open <= 0;
}

void take_specks(PageWords& page, std::size_t first) {
  auto& words = page.words;
  while (words.size() > first + 1 && is_trailing_speck(page.text, words.back())) words.pop_back();
  const bool closed = closes_quotes(page.text, words, first);
  std::size_t empty = 0;
  for (auto i = first; i < words.size(); ++i) {
    take_leading_specks(page.text, closed, words[i]);
    if (!words[i].text.empty()) break;
    ++empty;
  }
  const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
  words.erase(begin, begin + static_cast<std::ptrdiff_t>(empty));
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
    take_specks(pages.back(), first);
    auto& words = pages.back().words;
    if (first >= words.size()) return;
    float confidence = 0, letters = 0;
    for (auto i = first; i < words.size(); ++i) {
      const float n = static_cast<float>(words[i].wide) + 0.5F * words[i].narrow;
      letters += n;
      confidence += n * words[i].confidence;
    }
    const float width = std::max(0.F, words.back().box.x1 - words[first].box.x0);
    if (confidence < kLeastConfidence * letters) {
      words.resize(first);
    } else {
      for (auto i = first; i < words.size(); ++i) {
        words[i].box.y0 = *top;
        words[i].box.y1 = *top + std::max(0.F, *height);
        words[i].em = std::max(0.F, std::min(*height, width / letters));
      }
    }
    top.reset();
  }
};

// Recognised lines of about the size that most letters of the page have are of that size; of a
// line of few letters it is only known that it is not larger.
void settle_recognised(PageWords& page) {
  std::vector<const Word*> words;
  std::unordered_map<std::uint32_t, std::uint32_t> letters;  // by line
  for (const auto& word : page.words) {
    letters[word.line] += std::uint32_t{word.wide} + word.narrow;
    if (word.wide > 0) words.push_back(&word);
  }
  if (words.empty()) return;
  const auto middle = words.begin() + static_cast<std::ptrdiff_t>(words.size() / 2);
  std::nth_element(words.begin(), middle, words.end(),
                   [](const Word* a, const Word* b) { return a->em < b->em; });
  const float usual = (*middle)->em, most = usual * (1 + kSameSize);
  for (auto& word : page.words) {
    const bool few = letters[word.line] < kFewOnLine;
    if (word.em <= most && (few || word.em >= usual * (1 - kSameSize))) word.em = usual;
  }
}

}  // namespace

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
  for (auto& page : pages) {
    rescale(page, scale);
    settle_recognised(page);
  }
  return pages;
}

}  // namespace guanlan
