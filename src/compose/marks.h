// States in the files of the folder.
#pragma once

#include <yaml-cpp/yaml.h>

#include <optional>

#include "compose/yaml_text.h"
#include "guanlan/compose.h"

namespace guanlan::compose {

[[nodiscard]] Mark parse_mark(const YAML::Node& node, std::string_view path,
                              std::optional<Error>& error);
void write_marks(YamlText& out, const std::vector<Mark>& marks);

}  // namespace guanlan::compose
