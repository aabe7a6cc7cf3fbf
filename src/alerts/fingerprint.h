// What an item said when it was last told, small enough to keep for each query: one short digest a
// field.
#pragma once

#include <string>
#include <string_view>

namespace guanlan::alerting {

// title:1f2e… dates:… of the fields whose change a reader wants to know; empty fields are left out.
[[nodiscard]] std::string fingerprint(std::string_view record);
// The fields that differ, joined by 、.
[[nodiscard]] std::string difference(std::string_view before, std::string_view after);

}  // namespace guanlan::alerting
