#include "lexicon/frame_table.h"

#include "lexicon/frame.h"
#include "text/utf8.h"

namespace guanlan {

FrameTable::FrameTable(std::string_view path, std::span<const std::string_view> classes)
    : classes_(classes.size()) {
  for (const FrameWord& row : frame_words(path, classes))
    classes_[row.cls].words.push_back(row.word);
  for (Class& cls : classes_) cls.set = WordSet(cls.words);
}

std::size_t FrameTable::find(std::string_view text, std::size_t cls) const {
  for (std::size_t i = 0; i < text.size(); i += utf8::decode(text, i).size) {
    if (at(text, i, cls) != 0) return i;
  }
  return std::string_view::npos;
}

bool FrameTable::holds(std::string_view text, std::size_t cls) const {
  return find(text, cls) != std::string_view::npos;
}

}  // namespace guanlan
