// Names of one organisation in an item: only the fullest is listed.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/orgs/names.h"

namespace guanlan::orgs {

// Shorter names stand for the full one that the item gives as well:
//   its end        省互联网协会, 新媒体运营中心
//   its beginning  科大讯飞 of 科大讯飞股份有限公司, 示例数智 of 示例数智科技有限责任公司
//   the operator   浙江电信 of 中国电信浙江公司
//   as it says     上海电信 after (以下简称“上海电信”)
class Aliases {
 public:
  // `texts` are the words of the names, and live as long as this.
  Aliases(const Passage& passage, const std::vector<Name>& names,
          const std::vector<std::string>& texts);
  [[nodiscard]] bool stands_for_another(std::size_t i) const;

 private:
  [[nodiscard]] bool is_of_longest(std::size_t i) const;
  [[nodiscard]] bool is_rural_bank(std::string_view text) const;
  [[nodiscard]] bool ends_another(std::string_view text) const;
  [[nodiscard]] bool begins_another(std::string_view text) const;
  [[nodiscard]] bool begins_company(std::string_view text) const;
  [[nodiscard]] bool is_operator_of(std::string_view text) const;
  void announce(const Passage& passage);

  const std::vector<Name>& names_;
  const std::vector<std::string>& texts_;
  std::vector<std::string> reversed_;        // sorted
  std::vector<std::string_view> companies_;  // sorted
  std::unordered_set<std::string_view> all_;
  std::unordered_set<std::string_view> latin_heads_;  // Meta of Meta Platforms
  std::unordered_set<std::string_view> grouped_;  // Example勒索软件 of Example勒索软件组织
  std::unordered_set<std::string_view> formed_;   // before a form that an alias leaves out
  std::unordered_set<std::string_view> announced_;               // behind 简称
  std::unordered_map<std::uint32_t, std::string_view> longest_;  // of a row of orgs.tsv
  std::vector<std::string_view> operators_;  // that hold 中国移动, 中国联通 …
};

}  // namespace guanlan::orgs
