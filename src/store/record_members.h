// The members of a stored record, found without parsing what they hold: a row of a list needs six
// of a record's twenty-six fields, and its body alone is most of its bytes.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace guanlan {

class RecordMembers {
 public:
  // `record`: one JSON object (RFC 8259) as the program writes it, whose keys have no escapes; it
  // must outlive this. What is no such object has the members before the place where it ceases to
  // be one.
  explicit RecordMembers(std::string_view record);

  // The JSON text of a member's value; "null" where there is none.
  [[nodiscard]] std::string_view operator[](std::string_view key) const;

 private:
  std::vector<std::pair<std::string_view, std::string_view>> members_;
};

}  // namespace guanlan
