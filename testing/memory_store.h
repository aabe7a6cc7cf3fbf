// The store without a database: plain vectors. Slow, obvious, and held to the same tests.
#pragma once

#include <memory>

#include "guanlan/store.h"

namespace guanlan::testing {

[[nodiscard]] std::unique_ptr<Store> memory_store(Clock clock);

}  // namespace guanlan::testing
