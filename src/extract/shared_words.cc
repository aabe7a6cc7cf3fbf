#include "extract/shared_words.h"

#include <algorithm>
#include <array>

#include "lexicon/frame_table.h"

namespace guanlan {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Shared::count_)> kSharedClasses = {
    "made_up", "message", "shop", "firm", "account", "media"};

const FrameTable& shared_words() {
  static const FrameTable table("lexicon/frame/names.tsv", kSharedClasses);
  return table;
}

}  // namespace

std::uint32_t shared_at(std::string_view text, std::size_t at, Shared cls) {
  return shared_words().at(text, at, static_cast<std::size_t>(cls));
}
std::uint32_t shared_before(std::string_view text, std::size_t at, Shared cls) {
  return shared_words().before(text, at, static_cast<std::size_t>(cls));
}
bool holds_shared(std::string_view text, Shared cls) {
  return shared_words().holds(text, static_cast<std::size_t>(cls));
}
std::size_t find_shared(std::string_view text, Shared cls) {
  return std::min(text.size(), shared_words().find(text, static_cast<std::size_t>(cls)));
}

}  // namespace guanlan
