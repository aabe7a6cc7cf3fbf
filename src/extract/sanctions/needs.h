// Whether what must stand with an act does: a sum, a count, an object, a form of words.
#pragma once

#include <vector>

#include "extract/sanctions/act.h"
#include "extract/sanctions/words.h"

namespace guanlan::sanctions {

class Needs {
 public:
  Needs(const Passage& passage, const Words& all) : p_(passage), all_(all) {}

  [[nodiscard]] bool met(const Need& need, std::string_view type, const Act& s);
  // Sums of money right after the act, else the last one before it: 罚款5000元, 处1万元罚款.
  bool monies(const Act& s);
  // Terms of imprisonment: 三年六个月, 三年、二年; none for a range (三年至十年不等).
  bool durations(const Act& s);
  // The sums or terms that the last of these three found.
  [[nodiscard]] const std::vector<const Quantity*>& found() const { return quantities_; }
  // The count beside the act: the first behind it, else the last before it; null: none.
  [[nodiscard]] const Quantity* count(const Act& s) const;

 private:
  template <class F>
  void each_quantity(Span window, F&& f) const;
  [[nodiscard]] bool is_base(const Quantity& q) const;
  void sum_beside(const Act& s);
  [[nodiscard]] bool listed(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] bool count_next(const Act& s) const;
  [[nodiscard]] const Word* object_in(Span window, std::string_view type) const;
  [[nodiscard]] bool object(const Need& need, std::string_view type, const Act& s) const;
  [[nodiscard]] bool imposed(const Act& s) const;
  [[nodiscard]] bool given(const Act& s) const;
  [[nodiscard]] bool frame_before(const Act& s, std::string_view type) const;
  [[nodiscard]] bool ordered(const Act& s) const;
  [[nodiscard]] bool ordered_before(const Act& s) const;
  [[nodiscard]] bool notified(const Act& s) const;

  const Passage& p_;
  const Words& all_;
  std::vector<const Quantity*> quantities_;
};

}  // namespace guanlan::sanctions
