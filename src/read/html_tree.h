// An HTML document as a tree (gumbo), parsed within limits of memory, nesting and time.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/result.h"

namespace guanlan::html {

// No element stands deeper than this in a tree that was given out, so walking it may recurse.
inline constexpr int kMaxDepth = 1000;

class Tree {
 public:
  // `text` is valid UTF-8 and is not kept. damaged: nested too deeply, or a page that would need
  // far more memory than its size justifies.
  static Result<Tree> parse(std::string_view text);

  Tree(Tree&&) noexcept;
  Tree& operator=(Tree&&) noexcept;
  ~Tree();

  [[nodiscard]] const GumboNode& root() const { return *root_; }  // <html>

 private:
  class Arena;
  Tree(std::unique_ptr<Arena> arena, const GumboNode* root);
  std::unique_ptr<Arena> arena_;
  const GumboNode* root_;
};

// The children of an element; none for text.
[[nodiscard]] std::vector<const GumboNode*> children(const GumboNode& node);
[[nodiscard]] bool is_element(const GumboNode& node);
// GUMBO_TAG_UNKNOWN for text.
[[nodiscard]] GumboTag tag(const GumboNode& node);
// The value of an attribute, empty where it is missing.
[[nodiscard]] std::string_view attribute(const GumboNode& node, const char* name);
[[nodiscard]] bool has_attribute(const GumboNode& node, const char* name);
// Decoded text of a text node, empty for elements and comments.
[[nodiscard]] std::string_view text(const GumboNode& node);
// A number in an attribute, `otherwise` where there is none; kept within 0..max.
[[nodiscard]] int number(const GumboNode& node, const char* name, int otherwise, int max);

[[nodiscard]] std::string lower(std::string_view text);

}  // namespace guanlan::html
