// word/numbering.xml: the numbers that Word prints before paragraphs.
#pragma once

#include <array>
#include <map>
#include <string>
#include <unordered_map>

#include "read/numbering.h"
#include "read/xml.h"

namespace guanlan::docx {

class Numbering {
 public:
  explicit Numbering(const pugi::xml_node& root);  // <w:numbering>, or an empty node

  // The next number of a list: "（二）", "3.", "1.2 ", with what separates it from the text.
  // Empty for bullets, for lists that print nothing and for lists that do not exist. Counts on.
  std::string next(int num_id, int level);
  [[nodiscard]] bool is_list(int num_id) const { return nums_.contains(num_id); }

 private:
  static constexpr int kLevels = 9;
  struct Level {
    int start = 1;
    int restart = -1;  // after a number of this level or above (1-based); 0: never; -1: any above
    NumberFormat format = NumberFormat::none;
    std::string text, gap = " ";
    bool legal = false;  // all numbers in decimal
  };
  using Levels = std::array<Level, kLevels>;
  struct Num {
    int abstract = -1;
    std::map<int, int> starts;  // level → the number to begin with
    std::map<int, Level> levels;
    bool used = false;
  };
  struct Counters {
    std::array<int, kLevels> value{};
    std::array<bool, kLevels> running{};
  };

  static Level read_level(const pugi::xml_node& node);
  void read_abstract(const pugi::xml_node& node);
  void read_num(const pugi::xml_node& node);
  [[nodiscard]] const Level& level_of(const Num& num, int level) const;
  void count(Num& num, Counters& counters, int level) const;
  [[nodiscard]] std::string print(const Num& num, const Counters& counters, int level) const;

  std::unordered_map<int, Levels> abstracts_;
  std::unordered_map<std::string, int> by_style_;     // styleLink → abstract
  std::unordered_map<int, std::string> style_links_;  // abstract → numStyleLink
  std::unordered_map<int, Num> nums_;
  std::unordered_map<int, Counters> counters_;  // by abstract
};

}  // namespace guanlan::docx
