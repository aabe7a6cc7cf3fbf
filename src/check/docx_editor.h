// Edits the body of a Word document at places that its reader noted: comments and tracked changes
// (ECMA-376 part 1, 17.13). Structure and formatting stay; a run is split only where a place
// begins or ends inside it.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guanlan::checking {

// Bytes [begin, end) of the text of one text element; `element` as in Origin. Not empty.
struct Stretch {
  std::uint32_t element = 0;
  std::uint32_t begin = 0, end = 0;
};

class DocxEditor {
 public:
  // `tree` is the parsed main part and outlives the editor. Stretches of elements that it does not
  // hold (formulas) are passed over.
  explicit DocxEditor(pugi::xml_document& tree);

  // Puts the range of a comment around the stretches, which ascend; false: there is no such place.
  bool comment(const std::vector<Stretch>& stretches, int id);
  // Takes the stretches out and puts the words in after the last, both as tracked changes with ids
  // `id` and up. False, and nothing is done: they stand in several paragraphs or in an insertion.
  bool change(const std::vector<Stretch>& stretches, std::string_view words,
              std::string_view author, int id);

  // The prefix of the document's own elements, with its colon.
  [[nodiscard]] const std::string& prefix() const { return prefix_; }

 private:
  // What is left of a text element after cuts; `begin` counts in the original text.
  struct Piece {
    std::uint32_t begin = 0;
    pugi::xml_node text;
  };

  [[nodiscard]] std::string tag(std::string_view name) const { return prefix_ + std::string(name); }
  void index(const pugi::xml_node& node);
  [[nodiscard]] std::vector<Stretch> known(const std::vector<Stretch>& stretches) const;
  Piece& piece_at(std::uint32_t element, std::uint32_t at);
  // The run that begins before, or ends behind, a byte of an element; split where it has to be.
  pugi::xml_node run_from(std::uint32_t element, std::uint32_t at);
  pugi::xml_node run_until(std::uint32_t element, std::uint32_t at);
  void cut_text(std::uint32_t element, std::uint32_t at);
  [[nodiscard]] pugi::xml_node mark(const pugi::xml_node& change, std::string_view author, int id);

  std::string prefix_;
  std::unordered_map<std::uint32_t, std::vector<Piece>> pieces_;  // ascending
};

}  // namespace guanlan::checking
