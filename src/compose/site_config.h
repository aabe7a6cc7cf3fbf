// What templates/site/site.yaml says.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "compose/style.h"

namespace guanlan::compose {

struct SiteConfig {
  std::string name, about;
  std::vector<std::pair<std::string, std::string>> sections;  // id, title
  Style style;  // rules and levels only: place_for() answers with the id of a section
  std::vector<std::pair<std::string, std::string>> links;  // title, address
};

[[nodiscard]] Result<SiteConfig> load_site_config(const Templates& templates);

}  // namespace guanlan::compose
