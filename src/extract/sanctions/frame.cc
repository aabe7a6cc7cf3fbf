#include "extract/sanctions/frame.h"

#include <array>

namespace guanlan::sanctions {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Frame::count_)> kFrameClasses = {
    "comes_to", "cost",        "option",      "about", "imposes", "imposed", "gives", "than",
    "at_most",  "case",        "then",        "wants", "orders",  "each",    "sums",  "took",
    "prize",    "beside_fine", "kind_of_act", "party", "fault",   "dealt",   "apart"};

}  // namespace

const FrameTable<Frame>& frame() {
  static const FrameTable<Frame> table("lexicon/frame/sanctions.tsv", kFrameClasses);
  return table;
}

}  // namespace guanlan::sanctions
