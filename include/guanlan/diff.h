// Gains and losses between two sets of records: which facts appeared, vanished or moved.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace guanlan {

// The fields of a record that hold values, in the record's order.
[[nodiscard]] const std::vector<std::string_view>& record_fields();

// The values of one field, each as one canonical line (2024-04-12 on; 735000 条 over), in order.
// A record that lacks the field or has another type there gives none.
[[nodiscard]] std::vector<std::string> field_values(const nlohmann::ordered_json& record,
                                                    std::string_view field);

enum class ChangeKind { gained, lost, moved };  // moved: the same value at another place
[[nodiscard]] std::string_view name(ChangeKind kind);

struct Change {
  ChangeKind kind{};
  std::string file;
  int n = 0;  // the item's number; of the old record where it was lost
  std::string title;
  std::string field;  // "items" where the whole item came or went
  std::string value;
  std::string
      sentence;  // of the item around the value's words; empty: it has none (a kind, a path)
};

struct FieldTally {
  std::string field;
  int same = 0, gained = 0, lost = 0, moved = 0;
};

struct Difference {
  std::vector<Change> changes;     // in the order of the old records, new items last
  std::vector<FieldTally> fields;  // "items" first, then record_fields()

  [[nodiscard]] bool has_losses() const;
};

// Items are the same where file and title agree, else file and place, else file and first words.
[[nodiscard]] Difference compare(const std::vector<nlohmann::ordered_json>& before,
                                 const std::vector<nlohmann::ordered_json>& after);

}  // namespace guanlan
