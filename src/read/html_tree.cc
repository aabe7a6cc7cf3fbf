#include "read/html_tree.h"

#include <array>
#include <charconv>
#include <chrono>
#include <csetjmp>
#include <cstdlib>
#include <cstring>

namespace guanlan::html {
namespace {

constexpr std::size_t kBlock = 1u << 20;
constexpr double kSeconds = 8;

tl::unexpected<Error> too_deep() {
  return fail(Code::damaged, "HTML 嵌套过深", {}, "网页结构异常，请用浏览器另存为纯文本再读入");
}

// Elements that have no end tag, or whose end tag is usually left out without nesting.
constexpr std::array<std::string_view, 32> kFlat{
    "area",   "base",     "br",       "col",    "embed",  "hr",    "img",   "input",
    "link",   "meta",     "param",    "source", "track",  "wbr",   "p",     "li",
    "dt",     "dd",       "tr",       "td",     "th",     "tbody", "thead", "tfoot",
    "option", "optgroup", "colgroup", "frame",  "keygen", "rp",    "rt",    "html"};
// Elements whose content is no markup.
constexpr std::array<std::string_view, 5> kOpaque{"script", "style", "textarea", "title", "xmp"};

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  for (const std::string_view w : words) {
    if (w == word) return true;
  }
  return false;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The name of the tag at `at`, in lower case, cut at 16 letters.
std::string tag_name(std::string_view text, std::size_t at) {
  std::string name;
  while (at < text.size() && name.size() < 16 &&
         (is_letter(text[at]) || (text[at] >= '0' && text[at] <= '9'))) {
    name += static_cast<char>(text[at] | 0x20);
    ++at;
  }
  return name;
}

// How deep the tags are nested at most, as far as they can be told apart without parsing; what is
// reported is never far below the truth. Stops counting at `limit`.
std::size_t nesting(std::string_view text, std::size_t limit) {
  std::size_t depth = 0, deepest = 0;
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    ++at;
    if (text.substr(at, 3) == "!--") {
      at = text.find("-->", at);
      if (at == std::string_view::npos) break;
      continue;
    }
    const bool closes = at < text.size() && text[at] == '/';
    if (closes) ++at;
    if (at >= text.size() || !is_letter(text[at])) continue;
    const std::string name = tag_name(text, at);
    if (one_of(kFlat, name)) continue;
    if (closes) {
      depth -= depth > 0;
      continue;
    }
    deepest = std::max(deepest, ++depth);
    if (deepest > limit) break;
    if (one_of(kOpaque, name)) {
      const auto end = text.find("</", at);
      if (end == std::string_view::npos) break;
      at = end;
    }
  }
  return deepest;
}

bool deeper_than(const GumboNode& root, int limit) {
  const GumboNode* node = &root;
  for (int depth = 0;;) {
    const bool open = is_element(*node) && node->v.element.children.length > 0;
    if (open) {
      node = static_cast<const GumboNode*>(node->v.element.children.data[0]);
      if (++depth > limit) return true;
      continue;
    }
    for (;;) {
      if (node == &root) return false;
      const GumboNode* parent = node->parent;
      const auto next = node->index_within_parent + 1;
      if (next < parent->v.element.children.length) {
        node = static_cast<const GumboNode*>(parent->v.element.children.data[next]);
        break;
      }
      node = parent;
      --depth;
    }
  }
}

}  // namespace

// Memory that is given back all at once. gumbo asks for memory through allocate(); past the limits
// that leaves the parser by longjmp, since gumbo itself cannot be told to stop. gumbo is C and owns
// nothing but this memory.
class Tree::Arena {
 public:
  explicit Arena(std::size_t limit) : limit_(limit) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    for (void* block : blocks_) std::free(block);
  }

  static void* allocate(void* self, std::size_t size) {
    return static_cast<Arena*>(self)->take(size);
  }
  static void release(void*, void*) {}

  // Parses; nullptr when a limit was met.
  const GumboNode* run(std::string_view text) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = this;
    options.max_errors = 0;
    if (setjmp(out_) != 0) return nullptr;
    return gumbo_parse_with_options(&options, text.data(), text.size())->root;
  }

 private:
  void* take(std::size_t size) {
    size = (std::max<std::size_t>(size, 1) + 15) & ~std::size_t{15};
    if (size > left_) grow(size);
    char* result = next_;
    next_ += size;
    left_ -= size;
    return result;
  }
  void grow(std::size_t size) {
    const std::size_t block = std::max(size, kBlock);
    const bool late =
        std::chrono::steady_clock::now() - start_ > std::chrono::duration<double>(kSeconds);
    void* memory = used_ + block > limit_ || late ? nullptr : std::malloc(block);
    if (memory == nullptr) std::longjmp(out_, 1);
    blocks_.push_back(memory);
    used_ += block;
    next_ = static_cast<char*>(memory);
    left_ = block;
  }

  std::size_t limit_, used_ = 0, left_ = 0;
  char* next_ = nullptr;
  std::vector<void*> blocks_;
  std::jmp_buf out_{};
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

Tree::Tree(std::unique_ptr<Arena> arena, const GumboNode* root)
    : arena_(std::move(arena)), root_(root) {}
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;
Tree::~Tree() = default;

Result<Tree> Tree::parse(std::string_view text) {
  constexpr std::size_t kOpenAtOnce = 3000;
  if (nesting(text, kOpenAtOnce) > kOpenAtOnce) return too_deep();
  const std::size_t limit = std::min<std::size_t>((32u << 20) + 40 * text.size(), 700u << 20);
  auto arena = std::make_unique<Arena>(limit);
  const GumboNode* root = arena->run(text);
  if (root == nullptr) {
    return fail(Code::damaged, "HTML 展开后过大", {}, "网页结构异常，请用浏览器另存为纯文本再读入");
  }
  if (deeper_than(*root, kMaxDepth)) return too_deep();
  return Tree(std::move(arena), root);
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

std::vector<const GumboNode*> children(const GumboNode& node) {
  if (!is_element(node)) return {};
  const GumboVector& list = node.v.element.children;
  std::vector<const GumboNode*> result(list.length);
  for (unsigned i = 0; i < list.length; ++i)
    result[i] = static_cast<const GumboNode*>(list.data[i]);
  return result;
}

GumboTag tag(const GumboNode& node) {
  return is_element(node) ? node.v.element.tag : GUMBO_TAG_UNKNOWN;
}

std::string_view attribute(const GumboNode& node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool has_attribute(const GumboNode& node, const char* name) {
  return is_element(node) && gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

std::string_view text(const GumboNode& node) {
  const bool words = node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
                     node.type == GUMBO_NODE_CDATA;
  return words ? node.v.text.text : std::string_view();
}

int number(const GumboNode& node, const char* name, int otherwise, int max) {
  const std::string_view value = attribute(node, name);
  int result = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
  if (error == std::errc::result_out_of_range) return max;
  if (error != std::errc() || result < 0) return otherwise;
  return std::min(result, max);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

}  // namespace guanlan::html
