// A table of lexicon/frame by its classes: which word of a class begins, ends or stands somewhere
// in a text. Immutable after construction; safe to share.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "text/word_set.h"

namespace guanlan {

class FrameTable {
 public:
  // The classes are the rows' second column, in the order by which they are asked for.
  FrameTable(std::string_view path, std::span<const std::string_view> classes);

  // The length of the longest word of the class that begins (ends) at `at`; 0: none.
  [[nodiscard]] std::uint32_t at(std::string_view text, std::size_t at, std::size_t cls) const {
    return static_cast<std::uint32_t>(classes_[cls].set.longest_at(text, at));
  }
  [[nodiscard]] std::uint32_t before(std::string_view text, std::size_t at, std::size_t cls) const {
    return static_cast<std::uint32_t>(classes_[cls].set.longest_before(text, at));
  }
  [[nodiscard]] bool is_one(std::string_view text, std::size_t cls) const {
    return !text.empty() && at(text, 0, cls) == text.size();
  }
  [[nodiscard]] bool holds(std::string_view text, std::size_t cls) const;  // anywhere
  // Where the first word of the class begins; npos: none.
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t cls) const;
  [[nodiscard]] const std::vector<std::string_view>& words(std::size_t cls) const {
    return classes_[cls].words;
  }

 private:
  struct Class {
    std::vector<std::string_view> words;
    WordSet set;
  };
  std::vector<Class> classes_;
};

}  // namespace guanlan
