// A table of lexicon/frame by its classes: which word of a class begins, ends or stands somewhere
// in a text. Immutable after construction; safe to share.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "lexicon/frame.h"
#include "text/word_set.h"

namespace guanlan {

// `Cls` is an enumeration of the classes that ends in count_.
template <class Cls>
class FrameTable {
 public:
  static constexpr std::size_t kClasses = static_cast<std::size_t>(Cls::count_);

  // The names of the classes in the rows' second column, in the order of `Cls`.
  FrameTable(std::string_view path, std::span<const std::string_view, kClasses> names) {
    for (const FrameWord& row : frame_words(path, names))
      classes_[row.cls].words.push_back(row.word);
    for (Class& cls : classes_) cls.set = WordSet(cls.words);
  }

  // The length of the longest word of the class that begins (ends) at `at`; 0: none.
  [[nodiscard]] std::uint32_t at(std::string_view text, std::size_t at, Cls cls) const {
    return static_cast<std::uint32_t>(of(cls).set.longest_at(text, at));
  }
  [[nodiscard]] std::uint32_t before(std::string_view text, std::size_t at, Cls cls) const {
    return static_cast<std::uint32_t>(of(cls).set.longest_before(text, at));
  }
  [[nodiscard]] bool is_one(std::string_view text, Cls cls) const {
    return !text.empty() && at(text, 0, cls) == text.size();
  }
  [[nodiscard]] bool holds(std::string_view text, Cls cls) const {  // anywhere
    return find(text, cls) != std::string_view::npos;
  }
  // Where the first word of the class begins; npos: none.
  [[nodiscard]] std::size_t find(std::string_view text, Cls cls) const {
    return next_at(text, 0, cls).at;
  }
  // The first word of the class that begins at or behind `from` (ends behind it).
  [[nodiscard]] WordSet::Found next_at(std::string_view text, std::size_t from, Cls cls) const {
    return of(cls).set.next_at(text, from);
  }
  [[nodiscard]] WordSet::Found next_before(std::string_view text, std::size_t from, Cls cls) const {
    return of(cls).set.next_before(text, from);
  }
  [[nodiscard]] const std::vector<std::string_view>& words(Cls cls) const { return of(cls).words; }

 private:
  struct Class {
    std::vector<std::string_view> words;
    WordSet set;
  };
  [[nodiscard]] const Class& of(Cls cls) const { return classes_[static_cast<std::size_t>(cls)]; }

  std::vector<Class> classes_ = std::vector<Class>(kClasses);
};

}  // namespace guanlan
