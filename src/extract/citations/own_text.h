// An item that is a law text itself: its articles stand at the heads of lines, its paragraphs (款)
// are lines, and 前款, 前条 mean its own.
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/mention.h"

namespace guanlan {

class OwnText {
 public:
  explicit OwnText(const Passage& passage);

  [[nodiscard]] bool empty() const { return articles_.empty(); }

  struct Answer {
    bool holds = false;  // the place is inside of an own article
    std::vector<CitedProvision> provisions;
  };
  // What 前款, 前两款, 前条 at `at` mean; nothing where no such paragraph stands before.
  [[nodiscard]] Answer before(std::string_view pointer, std::uint32_t at) const;

 private:
  struct Article {
    std::string_view number;                // 第三条
    std::vector<std::uint32_t> paragraphs;  // where each begins
  };
  [[nodiscard]] CitedProvision own(std::string provision) const;

  std::vector<Article> articles_;
  std::string_view name_;
  Span wording_;
};

}  // namespace guanlan
