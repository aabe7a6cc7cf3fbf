// How printed names are brought to a key, one function a kind of subject.
#pragma once

#include <string>
#include <string_view>

namespace guanlan::sighting {

// Widths and small letters as one; without blanks and the punctuation that names are printed with.
[[nodiscard]] std::string plain_key(std::string_view name);

// What a title says beside the instrument's name.
struct TitleRead {
  std::string name;     // 示例数据安全管理条例
  bool draft = false;   // （征求意见稿）, （草案）
  bool amend = false;   // 关于修改《…》的决定, （修订）
  bool repeal = false;  // 关于废止《…》的决定
};
[[nodiscard]] TitleRead read_title(std::string_view title);

[[nodiscard]] std::string instrument_key(std::string_view title);
[[nodiscard]] std::string campaign_key(std::string_view name);
// 清朗·2024年示例整治 → 清朗·示例整治; a year at the end (净网2024) stays.
[[nodiscard]] std::string without_year(const std::string& campaign);
[[nodiscard]] std::string app_key(std::string_view name);
[[nodiscard]] std::string authority_key(std::string_view name);
[[nodiscard]] std::string org_key(std::string_view name);

}  // namespace guanlan::sighting
