// How far the lines of a document are set: the measure around a line, learned from its neighbours,
// and what a line comes to beside it.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "layout/line_view.h"

namespace guanlan {

// How the document sets off a paragraph.
struct Habit {
  bool spread = false;    // an empty line stands after every line: it says nothing
  bool blanked = false;   // an empty line stands between paragraphs
  bool indented = false;  // the first line of a paragraph is indented
  float em = 0;           // of most of the text, where lines have boxes
};

enum class Reach { unknown, shorter, full };

// Lines are named by their place among the lines of words. Keeps references to both lists.
class LineMeasure {
 public:
  LineMeasure(const std::vector<LineView>& lines, const std::vector<std::size_t>& words);

  [[nodiscard]] const Habit& habit() const { return habit_; }
  // Whether line k reaches the measure of the lines before or after it. One that ends a sentence
  // (`stop`) must come closer: the lost indent of a first line does not excuse it.
  [[nodiscard]] Reach reach(std::size_t k, bool stop) const;
  // Whether no line near it reaches further: a line that was broken at a measure is full.
  [[nodiscard]] bool is_longest(std::size_t k) const;
  // Whether no line near it on its page reaches further to the right.
  [[nodiscard]] bool is_widest(std::size_t k) const;
  // Whether what line k+1 begins with would have fitted into line k, also if it had lost an indent:
  // no machine broke it there.
  [[nodiscard]] bool has_room(std::size_t k) const;
  [[nodiscard]] float indent(std::size_t k) const;
  // A text whose indents were lost: a first line is two ems short and goes on all the same.
  [[nodiscard]] bool first_line_shape(std::size_t k) const;
  [[nodiscard]] static bool same_column(const LineView& a, const LineView& b);

 private:
  // The measure around a line, in its units; 0: the lines around are set to none.
  struct Around {
    float right = 0;          // where full lines end
    float left = 0;           // where lines begin that are not indented
    std::uint32_t chars = 0;  // where a machine wrapped by counting characters
  };
  struct Known {
    std::size_t line = SIZE_MAX;
    Around around;
  };

  [[nodiscard]] const LineView& at(std::size_t k) const { return lines_[words_[k]]; }
  void learn_habit();
  [[nodiscard]] float usual_em() const;
  [[nodiscard]] const Around& around(std::size_t k, int step) const;
  [[nodiscard]] Around measure(std::size_t k, int step) const;

  const std::vector<LineView>& lines_;
  const std::vector<std::size_t>& words_;
  Habit habit_;
  mutable std::array<Known, 8> known_;
};

}  // namespace guanlan
