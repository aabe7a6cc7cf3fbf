// States in the files of the folder.
#pragma once

#include "check/yaml.h"
#include "compose/yaml_text.h"
#include "guanlan/compose.h"

namespace guanlan::compose {

// The list under `states`.
[[nodiscard]] std::vector<Mark> read_marks(check_yaml::Map& map);
void write_marks(YamlText& out, const std::vector<Mark>& marks);

}  // namespace guanlan::compose
