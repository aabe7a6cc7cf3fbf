// What every page template is filled with.
#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <vector>

namespace guanlan::compose {

inline kainjow::mustache::data flag(bool on) {
  using kainjow::mustache::data;
  return data(on ? data::type::bool_true : data::type::bool_false);
}

// A text and whether it is there: {{#x_there}}…{{x}}…{{/x_there}}.
inline void put(kainjow::mustache::data& to, const std::string& key, const std::string& text) {
  to.set(key, text);
  to.set(key + "_there", flag(!text.empty()));
}

// {{#rows}}{{#cells}}{{text}} with {{#head}} of the first row.
[[nodiscard]] kainjow::mustache::data table_data(const std::vector<std::vector<std::string>>& rows);

}  // namespace guanlan::compose
