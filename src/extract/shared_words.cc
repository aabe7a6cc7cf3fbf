#include "extract/shared_words.h"

#include <array>

namespace guanlan {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Shared::count_)> kSharedClasses = {
    "made_up", "message", "shop", "firm", "account", "media", "site", "company"};

}  // namespace

const FrameTable<Shared>& shared_words() {
  static const FrameTable<Shared> table("lexicon/frame/names.tsv", kSharedClasses);
  return table;
}

}  // namespace guanlan
