#include "read/xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace guanlan {
namespace {

constexpr std::size_t kMaxTree = 500u << 20;

// What parsing would build, told from the brackets.
struct Scan {
  std::size_t bytes = 0;  // of the tree, from above
  int depth = 0;
  bool entities = false;
};

// End of a construct that begins at `at` and holds no tags; 0: there is none here.
std::size_t skip_opaque(std::string_view text, std::size_t at) {
  const auto past = [&](std::string_view end) {
    const auto found = text.find(end, at);
    return found == std::string_view::npos ? text.size() : found + end.size();
  };
  const std::string_view rest = text.substr(at, 9);
  if (rest.starts_with("<!--")) return past("-->");
  if (rest.starts_with("<![CDATA[")) return past("]]>");
  if (rest.starts_with("<?")) return past("?>");
  return 0;
}

Scan scan(std::string_view text) {
  constexpr std::size_t kNode = 64, kAttribute = 40;
  Scan s;
  int depth = 0;
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    if (const std::size_t end = skip_opaque(text, at); end > 0) {
      s.bytes += kNode;
      at = end;
      continue;
    }
    if (text.substr(at, 9) == "<!DOCTYPE") {
      const auto subset = text.find_first_of("[>", at);
      s.entities |= subset != std::string_view::npos && text[subset] == '[';
    }
    const auto close = std::min(text.find('>', at), text.size());
    const std::string_view tag = text.substr(at, close - at);
    s.bytes += 2 * kNode;
    if (tag.starts_with("</")) {
      --depth;
    } else if (!tag.ends_with('/') && !tag.starts_with("<!")) {
      s.depth = std::max(s.depth, ++depth);
    }
    s.bytes += kAttribute * static_cast<std::size_t>(std::count(tag.begin(), tag.end(), '='));
    at = close;
  }
  return s;
}

std::string place_of(std::string_view text, std::ptrdiff_t offset) {
  const auto at =
      std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)), text.size());
  const auto line =
      1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return fmt::format("第 {} 行", line);
}

void append_text(const pugi::xml_node& node, std::string& out) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) out += node.value();
  for (const pugi::xml_node& inner : node.children()) append_text(inner, out);
}

std::string_view local(const char* name) {
  const std::string_view whole = name;
  const auto colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

}  // namespace

Result<std::unique_ptr<XmlDocument>> parse_xml(std::string text, bool mixed) {
  const Scan s = scan(text);
  if (s.entities) {
    return fail(Code::damaged, "XML 带有内部 DTD 或实体声明，不予展开", {},
                "请去掉 DOCTYPE 中的声明再读入");
  }
  if (s.depth > kMaxXmlDepth) return fail(Code::damaged, "XML 嵌套过深", {}, "请检查文件来源");
  if (s.bytes > kMaxTree) return fail(Code::damaged, "XML 元素过多", {}, "请拆分文件再读入");
  auto document = std::make_unique<XmlDocument>();
  const std::string original = text;
  document->buffer = std::move(text);
  unsigned flags =
      pugi::parse_cdata | pugi::parse_escapes | pugi::parse_wconv_attribute | pugi::parse_eol;
  flags |= mixed ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single;
  const auto result = document->tree.load_buffer_inplace(
      document->buffer.data(), document->buffer.size(), flags, pugi::encoding_utf8);
  if (!result) {
    return fail(Code::damaged, fmt::format("XML 不合规范：{}", result.description()),
                place_of(original, result.offset), "请检查文件是否完整");
  }
  return document;
}

std::string_view local_name(const pugi::xml_node& node) { return local(node.name()); }

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& inner : node.children()) {
    if (local_name(inner) == name) return inner;
  }
  return {};
}

std::string_view value(const pugi::xml_node& node, std::string_view attribute) {
  for (const pugi::xml_attribute& a : node.attributes()) {
    if (local(a.name()) == attribute) return a.value();
  }
  return {};
}

bool has_value(const pugi::xml_node& node, std::string_view attribute) {
  for (const pugi::xml_attribute& a : node.attributes()) {
    if (local(a.name()) == attribute) return true;
  }
  return false;
}

int int_value(const pugi::xml_node& node, std::string_view attribute, int otherwise) {
  const std::string_view text = value(node, attribute);
  int result = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), result);
  return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() ? result : otherwise;
}

std::string inner_text(const pugi::xml_node& node) {
  std::string out;
  append_text(node, out);
  return out;
}

}  // namespace guanlan
