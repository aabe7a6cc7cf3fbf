// Whether an act was done: not threatened, possible, claimed or forbidden, not the words of a law,
// not the name of the thing (处罚标准).
#pragma once

#include "extract/sanctions/act.h"
#include "extract/sanctions/words.h"

namespace guanlan::sanctions {

class Facts {
 public:
  Facts(const Passage& passage, Span part, const Words& all)
      : p_(passage), part_(part), all_(all) {}
  [[nodiscard]] bool is_one(std::size_t index);

 private:
  [[nodiscard]] bool words_of_a_law(std::uint32_t at);
  [[nodiscard]] bool names_the_thing(std::size_t index) const;
  [[nodiscard]] bool goes_on_planned(Span planned, std::uint32_t clause) const;
  [[nodiscard]] bool one_of_a_sum(const Word& word) const;
  [[nodiscard]] bool is_prize(const Word& word) const;
  [[nodiscard]] bool compared(std::uint32_t at) const;
  [[nodiscard]] bool undone(std::size_t index) const;
  [[nodiscard]] bool orders_by_day(const Word& word, std::uint32_t from) const;
  [[nodiscard]] bool tells_which(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] bool follows_a_case(std::uint32_t clause) const;
  [[nodiscard]] bool asked_for(std::uint32_t at) const;

  const Passage& p_;
  Span part_;
  const Words& all_;
  Span paragraph_;  // the last one looked at
  bool law_paragraph_ = false;
};

}  // namespace guanlan::sanctions
