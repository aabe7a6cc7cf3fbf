#include "compose/masthead.h"

#include <charconv>

namespace guanlan::compose {
namespace {

int number(std::string_view text) {
  int out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

void replace(std::string& text, std::string_view hole, const std::string& value) {
  for (auto at = text.find(hole); at != std::string::npos;
       at = text.find(hole, at + value.size())) {
    text.replace(at, hole.size(), value);
  }
}

}  // namespace

void fill_masthead(Outline& outline, const Style& style, const Period& period) {
  const int year = number(std::string_view(period.last).substr(0, 4));
  const int month = number(std::string_view(period.last).substr(5, 2));
  const int day = number(std::string_view(period.last).substr(8, 2));
  std::string running;
  if (style.running_from.size() == 7) {
    const int first_year = number(std::string_view(style.running_from).substr(0, 4));
    const int first_month = number(std::string_view(style.running_from).substr(5, 2));
    const int n = (year - first_year) * 12 + month - first_month + 1;
    if (n > 0) running = std::to_string(n);
  }
  Masthead& m = outline.masthead;
  if (m.date.empty()) m.date = period.last;
  for (std::string* text : {&m.name, &m.issue, &m.running_number, &m.statement}) {
    replace(*text, "{year}", std::to_string(year));
    replace(*text, "{month}", std::to_string(month));
    replace(*text, "{day}", std::to_string(day));
    replace(*text, "{number}", std::to_string(month));
  }
  if (running.empty() && m.running_number.find("{running}") != std::string::npos) {
    m.running_number.clear();
  }
  replace(m.running_number, "{running}", running);
}

namespace {

void read_keys(check_yaml::Map& map, Outline& outline) {
  Masthead& m = outline.masthead;
  m.name = map.text("name");
  m.issue = map.text("issue");
  m.running_number = map.text("running_number");
  m.date = map.date("date");
  m.statement = map.text("statement");
  outline.masthead_latin = map.text("latin");
  outline.cadence = map.text("cadence");
  map.each("bodies", {"role", "name"}, [&](check_yaml::Map& body) {
    m.bodies.emplace_back(body.required("role"), body.required("name"));
  });
  map.each("people", {"role", "name", "office"}, [&](check_yaml::Map& person) {
    m.people.push_back({person.text("role"), person.required("name"), person.text("office")});
  });
}

}  // namespace

void read_masthead(check_yaml::Map& map, Outline& outline, std::string* running_from) {
  if (running_from == nullptr) {
    map.inner("masthead",
              {"name", "latin", "cadence", "issue", "running_number", "date", "bodies", "people",
               "statement"},
              [&](check_yaml::Map& masthead) { read_keys(masthead, outline); });
    return;
  }
  map.inner("masthead",
            {"name", "latin", "cadence", "issue", "running_number", "date", "bodies", "people",
             "statement", "running_from"},
            [&](check_yaml::Map& masthead) {
              read_keys(masthead, outline);
              *running_from = masthead.text("running_from");
            });
}

}  // namespace guanlan::compose
