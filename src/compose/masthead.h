// The masthead: its patterns filled, its keys read.
#pragma once

#include "check/yaml.h"
#include "compose/style.h"

namespace guanlan::compose {

// {year}, {month}, {day}, {number}, {running} of the period's last day.
void fill_masthead(Outline& outline, const Style& style, const Period& period);

// What stands under `masthead`, in issue.yaml or, as patterns and with `running_from`, in
// style.yaml.
void read_masthead(check_yaml::Map& map, Outline& outline, std::string* running_from = nullptr);

}  // namespace guanlan::compose
