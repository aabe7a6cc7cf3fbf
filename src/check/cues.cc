#include "check/cues.h"

#include <algorithm>
#include <array>

#include "lexicon/rows.h"

namespace guanlan::checking {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Cue::count_)> kClasses = {
    "former", "sort", "press", "name_head", "seam"};

}  // namespace

const std::vector<std::string_view>& cues(Cue cue) {
  static const auto kCues = [] {
    std::array<std::vector<std::string_view>, kClasses.size()> out;
    for (const auto& row : rows_of("lexicon/frame/check.tsv")) {
      const auto cls = std::find(kClasses.begin(), kClasses.end(), row[1]);
      if (cls != kClasses.end()) out[static_cast<std::size_t>(cls - kClasses.begin())].push_back(row[0]);
    }
    return out;
  }();
  return kCues[static_cast<std::size_t>(cue)];
}

}  // namespace guanlan::checking
