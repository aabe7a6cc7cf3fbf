#include "check/cues.h"

#include <array>

#include "lexicon/frame.h"

namespace guanlan::checking {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Cue::count_)> kClasses = {
    "former", "sort",       "press",       "name_head",     "seam",
    "cases",  "app_column", "body_column", "other_version", "so_far"};

}  // namespace

const std::vector<std::string_view>& cues(Cue cue) {
  static const auto kCues = [] {
    std::array<std::vector<std::string_view>, kClasses.size()> out;
    for (const FrameWord& w : frame_words("lexicon/frame/check.tsv", kClasses))
      out[w.cls].push_back(w.word);
    return out;
  }();
  return kCues[static_cast<std::size_t>(cue)];
}

}  // namespace guanlan::checking
