// What deadlines, timelines and alerts say, in both languages.
#include "cli/library_messages.h"

namespace guanlan::cli {
namespace {

constexpr Text kTrack[] = {
    {"「{}」不是日期", "\"{}\" is no date"},
    {"2024、2024-05 或 2024-05-01", "write 2024, 2024-05 or 2024-05-01"},
};

}  // namespace

std::span<const Text> track_messages() { return kTrack; }

}  // namespace guanlan::cli
