// What the search index keeps of an item beside its text: enough to filter, count and rank without
// reading the item. Derived from the record alone, so that an index can be made again from the
// items.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guanlan {

// Fields whose values are names. The numbers stand in database files; the first ones are counted
// as facets.
enum class NameField : std::uint8_t {
  kind = 0,
  province = 1,  // or country
  authority = 2,
  outlet = 3,
  sanction = 4,
  region = 5,  // the whole path
  law = 6,     // 网络安全法, 网络安全法#44; of citations and of 《》
  app = 7,
  org = 8,
  standard = 9,
  doc_number = 10,
  cve = 11,
  figure = 12,  // what figures count: 犯罪嫌疑人 as printed, captured-persons of the ledger
  count_
};

// Days since 1970-01-01 that a date of the form 2024, 2024-H1, 2024-Q3, 2024-05, 2024-05-01 covers.
struct DayRange {
  std::int32_t begin = 0, end = 0;  // half-open; empty: no date
  [[nodiscard]] bool empty() const { return begin == end; }
};
[[nodiscard]] DayRange days_of(std::string_view date);
[[nodiscard]] std::string day_text(std::int32_t day);  // 2024-05-01

struct SearchRow {
  std::uint32_t document = 0;
  std::uint32_t length = 0;  // of title and body, in bytes
  std::uint32_t has = 0;     // bit i: record_fields()[i] is not empty
  DayRange days;
  std::vector<std::uint64_t> fines;  // 分
  std::vector<std::uint32_t> names;  // ids, ascending
};

struct SearchEntry {
  std::string title, body;
  SearchRow row;  // without document and names
  std::vector<std::pair<NameField, std::string>> names;
};
[[nodiscard]] SearchEntry search_entry(std::string_view record, std::string_view event_date);

// The key of an item's text in the full-text table: ordered by month, so that a span of days is a
// span of keys (days instead of months would make the index a third larger). Dates longer than a
// month stand behind all others, undated items in front.
inline constexpr int kItemBits = 32;
[[nodiscard]] std::int64_t text_key(std::int64_t item, DayRange days);
[[nodiscard]] constexpr std::int64_t item_of(std::int64_t key) {
  return key & ((std::int64_t{1} << kItemBits) - 1);
}
struct KeyRange {
  std::int64_t begin = 0, end = 0;  // half-open
};
// The keys of all items whose date may share a day with `days`; some others are among them.
[[nodiscard]] std::vector<KeyRange> key_ranges(DayRange days);

// Rows of items that follow each other, as one blob.
inline constexpr std::int64_t kRowsOfBlock = 256;
using SearchBlock =
    std::vector<std::pair<std::uint8_t, SearchRow>>;  // (item % 256, row), ascending
[[nodiscard]] std::string packed(const SearchBlock& block);
// Calls f(item % 256, row) for each; ends where the bytes are damaged.
void each_row(std::string_view bytes, const std::function<void(std::uint8_t, const SearchRow&)>& f);

}  // namespace guanlan
