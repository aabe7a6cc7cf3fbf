// A house style as data: templates/<style>/style.yaml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/yaml.h"
#include "guanlan/check.h"
#include "guanlan/compose.h"

namespace guanlan::compose {

enum class Scope : std::uint8_t { none, national, local, abroad };

// Where an item goes: the first rule whose conditions all hold.
struct SeatRule {
  std::string to;                                  // "part" or "part/section"
  std::vector<std::string> kinds, levels, scopes;  // empty: any
  std::vector<std::string> places;                 // beginnings of a region path; empty: any
  std::vector<std::string> names;  // one stands in the headline, the outlets or the organisations
};

// A level of bodies and the words that name them.
struct LevelWords {
  std::string level;
  std::vector<std::string> words;
};

struct StylePart {
  Part part;      // without items
  int limit = 0;  // the weightiest only; 0: all
};

struct Style {
  std::string name;  // monthly
  Bilingual title;
  Outline outline;           // masthead patterns: {year} {month} {day} {number}
  std::string running_from;  // the first month of a running number; empty: not counted
  std::vector<StylePart> parts;
  std::vector<SeatRule> rules;
  std::vector<LevelWords> levels;
  int lead_sentences = 0, keywords = 0;
  std::string statistics;  // id of the part that the statistics section goes to; empty: none
  bool lead = true;
  // How things are printed.
  std::string part_number, section_number, item_number;  // shapes: 一、 （一） 1.
  std::string lead_label, keywords_label, contents_title;
  std::string source_open, source_close;  // （来源： and ）
  bool source_line = false;               // on a line of its own
  bool bracketed = false;                 // 【协会简讯】
  bool cover = true, contents = true, page_per_part = false, columns = false;
};

// Every level that the house has a word for: those of levels.yaml, of its rules, and those that
// gathering gives.
[[nodiscard]] std::vector<std::string> known_levels(const Style& style);

[[nodiscard]] SeatRule read_seat_rule(check_yaml::Map& map);
// f(Map&, SeatRule) for each entry under `rules`.
template <class F>
void each_seat_rule(check_yaml::Map& map, const F& f) {
  map.each("rules", {"to", "kinds", "levels", "scopes", "places", "names"},
           [&](check_yaml::Map& rule) { f(rule, read_seat_rule(rule)); });
}
[[nodiscard]] Result<std::vector<LevelWords>> load_levels(const Templates& templates,
                                                          std::string_view name);
[[nodiscard]] Result<Style> load_style(const Templates& templates, std::string_view name);

}  // namespace guanlan::compose
