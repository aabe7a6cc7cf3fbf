// Two languages: Chinese where the locale is Chinese, English elsewhere.
#pragma once

#include <string_view>

namespace guanlan::cli {

enum class Language { zh, en };

struct Text {
  std::string_view zh;
  std::string_view en;

  [[nodiscard]] std::string_view in(Language language) const {
    return language == Language::zh ? zh : en;
  }
};

}  // namespace guanlan::cli
