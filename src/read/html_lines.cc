#include "read/html_lines.h"

#include <algorithm>

#include "read/html_list.h"
#include "read/html_style.h"
#include "read/html_table.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace guanlan::html {
namespace {

struct Look {  // what inline elements say about the text within
  bool bold = false;
  bool link = false;
  bool preformatted = false;
  float font_size = 0;
};

std::size_t visible(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    count += !utf8::is_blank(d.cp) && !utf8::is_invisible(d.cp) && d.cp != '\n';
    at += d.size;
  }
  return count;
}

bool leads_away(const GumboNode& node) {
  const std::string_view href = attribute(node, "href");
  return !href.empty() && !href.starts_with('#');
}

// One line in the making.
class Draft {
 public:
  [[nodiscard]] bool empty() const { return trim(text_).empty(); }

  void add(std::string_view words, const Look& look) {
    const std::size_t size = visible(words);
    if (size > 0 && look.bold) bold_ += size;
    if (size > 0 && look.link) links_ += size;
    if (size > 0 && font_size_ == 0) font_size_ = look.font_size;
    size_ += size;
    for (const char c : words) {
      const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!space || look.preformatted) {
        text_ += c;
      } else if (!text_.empty() && text_.back() != ' ') {
        text_ += ' ';
      }
    }
  }

  HtmlLine take() {
    HtmlLine line;
    line.text = trim(text_);
    line.bold = size_ > 0 && bold_ == size_;
    line.font_size = font_size_;
    line.size = size_;
    line.links = links_;
    *this = Draft();
    return line;
  }

 private:
  std::string text_;
  std::size_t size_ = 0, bold_ = 0, links_ = 0;
  float font_size_ = 0;
};

class Setter {
 public:
  explicit Setter(HiddenNames hidden) : hidden_(std::move(hidden)) {}

  Page set(const GumboNode& root) {
    for (const GumboNode* child : children(root)) {
      if (tag(*child) == GUMBO_TAG_BODY) walk_block(*child, {}, -1);
    }
    return std::move(page_);
  }

 private:
  // Folded up beneath a drawing: what it is made of, said once more.
  static bool is_figure_data(const GumboNode& node) {
    const GumboNode* parent = node.parent;
    return tag(node) == GUMBO_TAG_DETAILS && parent != nullptr && is_element(*parent) &&
           tag(*parent) == GUMBO_TAG_FIGURE;
  }
  void walk(const GumboNode& node, const Look& look, std::int32_t container) {
    if (!is_element(node)) {
      add_text(text(node), look);
      return;
    }
    const GumboTag name = tag(node);
    if (is_dropped(name) || is_hidden(node, hidden_) || is_figure_data(node)) return;
    if (name == GUMBO_TAG_BR) {
      flush(Role::paragraph);
    } else if (is_block(name) || style(node, "display") == "block") {
      flush(Role::paragraph);
      walk_block(node, look, container);
      flush(Role::paragraph);
    } else {
      walk_children(node, inside(node, look), container);
    }
  }

  void walk_children(const GumboNode& node, const Look& look, std::int32_t container) {
    if (!is_element(node)) return;
    const GumboVector& list = node.v.element.children;
    for (unsigned i = 0; i < list.length; ++i) {
      walk(*static_cast<const GumboNode*>(list.data[i]), look, container);
    }
  }

  void walk_block(const GumboNode& node, const Look& outer, std::int32_t parent) {
    const auto self = static_cast<std::int32_t>(page_.containers.size());
    page_.containers.push_back({&node, parent, page_.lines.size(), 0});
    Look look = inside(node, outer);
    const GumboTag name = tag(node);
    if (name == GUMBO_TAG_TABLE && is_data_table(node)) {
      add_table(node);
    } else if (name == GUMBO_TAG_OL || name == GUMBO_TAG_UL) {
      walk_list(node, look, self);
    } else {
      const std::size_t first = page_.lines.size();
      look.preformatted |= name == GUMBO_TAG_PRE || name == GUMBO_TAG_LISTING ||
                           name == GUMBO_TAG_XMP || name == GUMBO_TAG_PLAINTEXT;
      walk_children(node, look, self);
      flush(Role::paragraph);
      mark(node, first);
    }
    page_.containers[static_cast<std::size_t>(self)].last = page_.lines.size();
  }

  void walk_list(const GumboNode& list, const Look& look, std::int32_t container) {
    ListNumbers numbers(list);
    for (const GumboNode* item : children(list)) {
      if (tag(*item) != GUMBO_TAG_LI) {
        walk(*item, look, container);
        continue;
      }
      if (is_hidden(*item, hidden_)) continue;
      flush(Role::paragraph);
      const std::size_t first = page_.lines.size();
      const std::string number = numbers.next(*item);
      walk_block(*item, look, container);
      if (first == page_.lines.size()) continue;
      HtmlLine& line = page_.lines[first];
      if (line.role == Role::paragraph) line.role = Role::list_item;
      if (line.grid < 0) line.text = with_number(number, line.text);
    }
  }

  // Gives the lines of a block the role that its tag names.
  void mark(const GumboNode& node, std::size_t first) {
    const GumboTag name = tag(node);
    const bool heading = is_heading(name);
    const bool caption = name == GUMBO_TAG_CAPTION || name == GUMBO_TAG_FIGCAPTION;
    if (!heading && !caption) return;
    for (std::size_t i = first; i < page_.lines.size(); ++i) {
      HtmlLine& line = page_.lines[i];
      if (line.grid >= 0) continue;
      constexpr std::size_t kLongest = 120;  // a heading in name only beyond that
      if (heading && line.size <= kLongest) {
        line.role = Role::heading;
        line.level = static_cast<std::uint8_t>(attribute_level(name));
        line.bold = true;
      } else if (caption) {
        line.role = Role::caption;
      }
    }
  }

  static int attribute_level(GumboTag name) {
    return static_cast<int>(name) - static_cast<int>(GUMBO_TAG_H1) + 1;
  }

  static Look inside(const GumboNode& node, Look look) {
    look.bold |= is_bold(node);
    look.link |= tag(node) == GUMBO_TAG_A && leads_away(node);
    if (const float size = font_size(node); size > 0) look.font_size = size;
    return look;
  }

  void add_text(std::string_view words, const Look& look) {
    if (!look.preformatted) {
      draft_.add(words, look);
      return;
    }
    for (;;) {
      const auto end = words.find('\n');
      draft_.add(words.substr(0, end), look);
      if (end == std::string_view::npos) return;
      flush(Role::unknown);
      words.remove_prefix(end + 1);
    }
  }

  void flush(Role role) {
    if (draft_.empty()) {
      draft_ = Draft();
      return;
    }
    HtmlLine line = draft_.take();
    line.role = role;
    page_.lines.push_back(std::move(line));
  }

  void add_table(const GumboNode& node) {
    TableText table = table_text(node, hidden_);
    if (!table.caption.empty()) {
      HtmlLine caption;
      caption.role = Role::caption;
      caption.size = visible(table.caption);
      caption.text = std::move(table.caption);
      page_.lines.push_back(std::move(caption));
    }
    HtmlLine line;
    line.role = Role::table_row;
    line.grid = static_cast<int>(page_.grids.size());
    for (const auto& row : table.grid.rows) {
      for (const Slot& slot : row) line.text += slot.text;
    }
    line.size = visible(line.text);
    line.links = table.links;
    page_.grids.push_back(std::move(table.grid));
    if (line.size > 0) page_.lines.push_back(std::move(line));
  }

  HiddenNames hidden_;
  Page page_;
  Draft draft_;
};

}  // namespace

Page set_lines(const Tree& tree) { return Setter(hidden_names(tree)).set(tree.root()); }

}  // namespace guanlan::html
