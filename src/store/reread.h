// Reading a stored file again under other rules: which items are the same, and what changed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "guanlan/store.h"

namespace guanlan {

// What is stored of an item before it is read again.
struct OldItem {
  std::int64_t id = 0;
  int entry = 1;
  std::string title;
  std::uint32_t begin = 0;
  std::string record;
};

struct Reread {
  // For each new item, over all sources in order: the id it keeps; 0 for a new one.
  std::vector<std::int64_t> ids;
  int changed = 0, gained = 0, lost = 0;
};

[[nodiscard]] Reread plan_reread(const std::vector<OldItem>& old, const Reading& reading);

}  // namespace guanlan
