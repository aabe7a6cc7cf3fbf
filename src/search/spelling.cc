#include "search/spelling.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <unordered_map>

#include "text/code_points.h"
#include "text/terms.h"

namespace guanlan {
namespace {

constexpr std::size_t kLongest = 16;       // characters of a word that is mended
constexpr std::size_t kSuccessors = 2000;  // of a character that are looked at

// Toneless pinyin (拼音) of single characters, and who else sounds so.
class Sounds {
 public:
  static const Sounds& shared() {
    static const Sounds sounds;
    return sounds;
  }
  [[nodiscard]] bool alike(char32_t a, char32_t b) const {
    const auto first = sound_.find(a), second = sound_.find(b);
    return first != sound_.end() && second != sound_.end() && first->second == second->second;
  }
  [[nodiscard]] const std::u32string& homophones(char32_t cp) const {
    static const std::u32string kNone;
    const auto sound = sound_.find(cp);
    return sound == sound_.end() ? kNone : by_sound_.at(sound->second);
  }

 private:
  Sounds() {
    constexpr char32_t kFirst = 0x4E00, kLast = 0x9FA5;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> latin(icu::Transliterator::createInstance(
        "Han-Latin; NFD; [:Nonspacing Mark:] Remove", UTRANS_FORWARD, status));
    if (U_FAILURE(status) || latin == nullptr) return;  // nothing sounds alike then
    icu::UnicodeString all;                             // one call for all: 字\n字\n…
    for (char32_t cp = kFirst; cp <= kLast; ++cp) {
      all.append(static_cast<UChar32>(cp)).append(static_cast<UChar32>('\n'));
    }
    latin->transliterate(all);
    std::string lines;
    all.toUTF8String(lines);
    std::string_view rest = lines;
    for (char32_t cp = kFirst; cp <= kLast && !rest.empty(); ++cp) {
      const std::size_t end = rest.find('\n');
      std::string sound(rest.substr(0, end));
      std::erase(sound, ' ');
      rest.remove_prefix(std::min(end, rest.size() - 1) + 1);
      by_sound_[sound] += cp;
      sound_.emplace(cp, std::move(sound));
    }
  }

  std::unordered_map<char32_t, std::string> sound_;
  std::unordered_map<std::string, std::u32string> by_sound_;
};

// Mends one Chinese word.
class Han {
 public:
  Han(std::u32string word, Vocabulary& vocabulary)
      : word_(std::move(word)), vocabulary_(vocabulary) {
    for (std::size_t i = 0; i + 1 < word_.size(); ++i) {
      if (!has(word_[i], word_[i + 1])) broken_.push_back(i);
    }
  }

  std::vector<std::vector<std::string>> run() {
    if (broken_.empty() || word_.size() < 2) return {};
    for (std::size_t i = 0; i < word_.size(); ++i) {
      if (mends(i, i)) {
        replace(i);
        leave_out(i);
      }
      if (i + 1 < word_.size() && mends(i, i + 1)) {
        replace_two(i);
        exchange(i);
      }
    }
    return {std::move(alike_), std::move(others_), std::move(shorter_)};
  }

 private:
  [[nodiscard]] bool has(char32_t a, char32_t b) {
    return vocabulary_.has(utf8_of(std::u32string{a, b}));
  }
  // Whether every broken pair holds one of the characters `first` to `last`.
  [[nodiscard]] bool mends(std::size_t first, std::size_t last) const {
    return std::all_of(broken_.begin(), broken_.end(),
                       [&](std::size_t pair) { return pair + 1 >= first && pair <= last; });
  }
  void add(const std::u32string& word, std::vector<std::string>& list) {
    std::string out = utf8_of(word);
    if (std::find(list.begin(), list.end(), out) == list.end()) list.push_back(std::move(out));
  }
  void replace_by(std::size_t i, char32_t cp) {
    if (cp == word_[i]) return;
    if (i > 0 && !has(word_[i - 1], cp)) return;
    if (i + 1 < word_.size() && !has(cp, word_[i + 1])) return;
    std::u32string out = word_;
    out[i] = cp;
    add(out, Sounds::shared().alike(word_[i], cp) ? alike_ : others_);
  }
  void replace(std::size_t i) {
    for (const char32_t cp : Sounds::shared().homophones(word_[i])) replace_by(i, cp);
    if (i == 0 || word_.size() < 3) return;  // of two characters too much would be left open
    std::u32string after;
    vocabulary_.each(utf8_of(word_.substr(i - 1, 1)), [&](std::string_view term) {
      const std::u32string pair = code_points(term);
      if (pair.size() == 2) after += pair[1];
      return after.size() < kSuccessors;
    });
    for (const char32_t cp : after) replace_by(i, cp);
  }
  // Whether the index holds a term that begins so: whether the character stands in it.
  [[nodiscard]] bool begins(char32_t cp) {
    bool found = false;
    vocabulary_.each(utf8_of(std::u32string{cp}),
                     [&](std::string_view) { return !(found = true); });
    return found;
  }
  // What sounds like the character there and fits.
  template <class Fits>
  std::u32string homophones(std::size_t i, Fits fits) {
    std::u32string out;
    for (const char32_t cp : Sounds::shared().homophones(word_[i])) {
      if (cp != word_[i] && fits(cp)) out += cp;
    }
    return out;
  }
  // 拥护 for 用户: both sound alike, as an input method mistakes them.
  void replace_two(std::size_t i) {
    const std::u32string first =
        homophones(i, [&](char32_t a) { return i == 0 ? begins(a) : has(word_[i - 1], a); });
    if (first.empty()) return;
    const std::u32string second = homophones(i + 1, [&](char32_t b) {
      return i + 2 == word_.size() ? begins(b) : has(b, word_[i + 2]);
    });
    for (const char32_t a : first) {
      for (const char32_t b : second) {
        if (!has(a, b)) continue;
        std::u32string out = word_;
        out[i] = a;
        out[i + 1] = b;
        add(out, alike_);
      }
    }
  }
  void leave_out(std::size_t i) {
    if (word_.size() < 3) return;
    if (i > 0 && i + 1 < word_.size() && !has(word_[i - 1], word_[i + 1])) return;
    std::u32string out = word_;
    out.erase(i, 1);
    add(out, shorter_);
  }
  void exchange(std::size_t i) {
    std::u32string out = word_;
    std::swap(out[i], out[i + 1]);
    for (std::size_t k = i == 0 ? 0 : i - 1; k <= std::min(i + 1, out.size() - 2); ++k) {
      if (!has(out[k], out[k + 1])) return;
    }
    add(out, others_);
  }

  std::u32string word_;
  Vocabulary& vocabulary_;
  std::vector<std::size_t> broken_;  // pairs that the index does not hold, by their first character
  std::vector<std::string> alike_, others_, shorter_;
};

// Whether one insertion, deletion, change or exchange makes one word of the other.
bool one_slip(std::string_view a, std::string_view b) {
  std::size_t head = 0, tail = 0;
  while (head < std::min(a.size(), b.size()) && a[head] == b[head]) ++head;
  while (tail < std::min(a.size(), b.size()) - head &&
         a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
    ++tail;
  const std::string_view left = a.substr(head, a.size() - head - tail),
                         right = b.substr(head, b.size() - head - tail);
  if (left.size() <= 1 && right.size() <= 1) return true;
  return left.size() == 2 && right.size() == 2 && left[0] == right[1] && left[1] == right[0];
}

std::vector<std::string> latin(std::string_view word, Vocabulary& vocabulary) {
  std::vector<std::string> out;
  constexpr std::size_t kShortest = 3;
  if (word.size() < kShortest || vocabulary.has(word)) return out;
  vocabulary.each(word.substr(0, 1), [&](std::string_view term) {
    if (term.size() >= kShortest && one_slip(word, term)) out.emplace_back(term);
    return true;
  });
  return out;
}

}  // namespace

std::vector<std::vector<std::string>> respelled(std::string_view word, Vocabulary& vocabulary) {
  const std::string folded = search_folded(word);
  const std::u32string characters = code_points(folded);
  if (characters.size() > kLongest) return {};
  const auto is = [&](TermClass cls) {
    return std::all_of(characters.begin(), characters.end(),
                       [cls](char32_t cp) { return search_character(cp).cls == cls; });
  };
  if (is(TermClass::ideograph)) return Han(characters, vocabulary).run();
  if (is(TermClass::word)) return {latin(folded, vocabulary)};
  return {};
}

}  // namespace guanlan
