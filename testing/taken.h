// A notice as the store takes it in, from its text.
#pragma once

#include <string>
#include <string_view>

#include "guanlan/lexicon.h"
#include "guanlan/store.h"

namespace guanlan::testing {

inline Reading taken(std::string text, std::string_view name = "notice.txt") {
  return take_in(std::move(text), name, Lexicon::builtin()).value();
}

// Its first item.
inline ItemReading taken_item(std::string text) {
  return taken(std::move(text)).sources.front().items.front();
}

}  // namespace guanlan::testing
