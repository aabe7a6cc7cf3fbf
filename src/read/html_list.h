// The numbers that a browser prints before the items of <ol>.
#pragma once

#include <string>
#include <string_view>

#include "read/html_tree.h"

namespace guanlan::html {

class ListNumbers {
 public:
  explicit ListNumbers(const GumboNode& list);
  // The number before this item, "3." or "c."; empty in <ul> and in lists without markers.
  std::string next(const GumboNode& item);

 private:
  bool numbered_;
  char type_;
  int value_;
};

// The item's text with its number, unless it brings one of its own (1、 （一） ① …).
[[nodiscard]] std::string with_number(std::string_view number, std::string_view text);

}  // namespace guanlan::html
