// Atom feeds (RFC 4287).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanlan::alerting {

struct Entry {
  std::string id;  // urn:…, never given twice
  std::string title, updated, summary;
  std::string link;  // empty: none
};

// `updated` of the feed is that of its newest entry; without entries `otherwise`.
[[nodiscard]] std::string atom(std::string_view id, std::string_view title,
                               const std::vector<Entry>& entries, std::string_view otherwise);

// A day or a prefix of one as a point in time: 2024-05 → 2024-05-01T00:00:00Z.
[[nodiscard]] std::string point_in_time(std::string_view date, std::string_view otherwise);

}  // namespace guanlan::alerting
