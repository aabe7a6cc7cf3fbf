// Where the tests find the repository and the binary under test.
#pragma once

#include <filesystem>
#include <string>

namespace guanlan::testing {

[[nodiscard]] std::filesystem::path root();    // the repository's folder
[[nodiscard]] std::filesystem::path binary();  // the program `guanlan` of this build
[[nodiscard]] std::filesystem::path shared();  // the corpus beside it, or where GUANLAN_SHARED says

}  // namespace guanlan::testing
