// The runs of a paragraph: its text as printed, line by line.
//
// Deleted text (tracked changes) is out, inserted text in; of fields the result shows, not the
// instruction; hidden text is out; text boxes and notes are handed over to be written after.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "read/docx_styles.h"
#include "read/line_writer.h"
#include "read/xml.h"

namespace guanlan::docx {

// Words with the elements that they came from.
struct Words {
  std::string text;
  std::vector<TextOrigin> origins;

  void append(std::string_view more) { text += more; }
  void append(const Words& more);
  [[nodiscard]] Words trimmed() const;
};

struct InlineLine {
  Words words;
  int page = 1;       // where its first word stands
  bool bold = false;  // all of it
  float size = 0;     // of its first word
};

struct Note {
  bool end = false;  // an endnote
  int id = 0;
  int number = 0;  // as printed
};

struct Inline {
  std::vector<InlineLine> lines;      // at least one
  std::vector<pugi::xml_node> boxes;  // <w:txbxContent>
  std::vector<Note> notes;
};

// Reads one paragraph after another; fields and pages go on from one to the next.
class InlineReader {
 public:
  // `rendered`: the document says where its pages were broken when it was last printed, so that
  // breaks which only ask for a new page are not counted twice.
  InlineReader(const Styles& styles, bool rendered) : styles_(styles), rendered_(rendered) {}

  Inline read(const pugi::xml_node& paragraph, const Properties& properties);
  void new_page();  // a break outside of runs
  [[nodiscard]] int page() const { return page_; }
  [[nodiscard]] bool rendered() const { return rendered_; }
  void end_fields() { fields_.clear(); }  // a story ends
  // Whether the words' elements are noted: those of the main part's own story are.
  bool trace(bool wanted) { return std::exchange(tracing_, wanted); }

 private:
  struct Draft {
    Inline result;
    std::size_t size = 0, bold = 0;  // characters of the line
    Properties paragraph;
  };

  void walk(const pugi::xml_node& node, Draft& draft);
  void walk_run(const pugi::xml_node& run, Draft& draft);
  void walk_run_part(const pugi::xml_node& part, const Properties& look, Draft& draft);
  void add_note(const pugi::xml_node& part, bool end, Draft& draft);
  void add_text(std::string_view text, const Properties& look, Draft& draft,
                const pugi::xml_node& element = {});
  void end_line(Draft& draft);
  void field(std::string_view type);
  [[nodiscard]] bool showing() const;

  const Styles& styles_;
  bool rendered_;
  bool tracing_ = true;
  int page_ = 1;
  int footnotes_ = 0, endnotes_ = 0;
  std::vector<bool> fields_;  // open fields: true once its result has begun
};

}  // namespace guanlan::docx
