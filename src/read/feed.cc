#include "read/feed.h"

#include <initializer_list>

#include "read/date_text.h"
#include "read/html.h"
#include "read/line_writer.h"
#include "read/xml.h"
#include "text/trim.h"

namespace guanlan {
namespace {

using pugi::xml_node;

// The first child by one of these names, tried in order; names without a prefix come before the
// same name of a foreign namespace (<title> before <media:title>).
xml_node first(const xml_node& entry, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (const xml_node plain = entry.child(name)) return plain;
    if (std::string_view(name).find(':') != std::string_view::npos) continue;
    if (const xml_node other = child(entry, name)) return other;
  }
  return {};
}

std::string serialized(const xml_node& node) {
  struct Writer : pugi::xml_writer {
    std::string out;
    void write(const void* data, std::size_t size) override {
      out.append(static_cast<const char*>(data), size);
    }
  } writer;
  for (const xml_node& inner : node.children()) inner.print(writer, "", pugi::format_raw);
  return std::move(writer.out);
}

// An address in the entry, seen from the feed's own (xml:base).
std::string absolute(std::string_view base, std::string_view link) {
  if (!link.starts_with('/') || link.starts_with("//")) return one_line(link);
  const auto host = base.find("://");
  if (host == std::string_view::npos) return one_line(link);
  return one_line(std::string(base.substr(0, base.find('/', host + 3))) + std::string(link));
}

std::string link_of(const xml_node& entry, std::string_view base) {
  xml_node best;
  for (const xml_node& node : entry.children()) {
    if (local_name(node) != "link") continue;
    const std::string_view rel = value(node, "rel");
    const bool here = rel.empty() || rel == "alternate";
    if (here && (!best || std::string_view(best.name()) != "link")) best = node;
  }
  if (!best) {
    const xml_node id = first(entry, {"guid", "id"});
    const std::string text = one_line(inner_text(id));
    return text.starts_with("http") ? text : std::string();
  }
  const std::string_view href = value(best, "href");
  return absolute(base, href.empty() ? inner_text(best) : std::string(href));
}

struct Content {
  std::string text;
  bool html = true;
  bool whole = true;  // false: a summary only
};

Content content_of(const xml_node& entry) {
  xml_node node = first(entry, {"content:encoded", "encoded", "content"});
  Content content;
  if (!node || (has_value(node, "src") && inner_text(node).empty())) {
    node = first(entry, {"description", "summary", "subtitle"});
    content.whole = false;
  }
  const std::string_view type = value(node, "type");
  if (type == "xhtml" || type == "application/xhtml+xml") {
    content.text = serialized(node);
  } else {
    content.text = inner_text(node);
    const bool atom = std::string_view(node.name()) == "content" || local_name(node) == "summary";
    const bool marked = content.text.find('<') != std::string::npos;
    content.html = type == "html" || type == "text/html" || (!atom && type.empty()) ||
                   (type.empty() && marked);
  }
  return content;
}

void write_plain(std::string_view text, std::string_view title, LineWriter& writer) {
  if (!title.empty()) writer.add(title, {Role::heading, 1});
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::string_view line = trim(text.substr(0, end));
    if (!line.empty()) writer.add(line, {});
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
}

Result<Source> read_entry(const xml_node& entry, std::string_view base, std::string_view name,
                          const ReadOptions& options) {
  Source source;
  source.format = Format::feed;
  source.title = html_words(inner_text(first(entry, {"title"})));
  source.link = link_of(entry, base);
  source.published =
      find_date(inner_text(first(entry, {"pubDate", "published", "issued", "date", "updated"})));
  const Content content = content_of(entry);
  LineWriter writer(source, options);
  if (content.html) {
    const auto written = write_html_fragment(content.text, source.title, writer);
    if (!written) return tl::unexpected(written.error());
  } else {
    write_plain(content.text, source.title, writer);
  }
  if (writer.overflow()) return tl::unexpected(too_long(name));
  if (content.text.empty()) {
    source.warnings.emplace_back("条目没有正文");
  } else if (!content.whole) {
    source.warnings.emplace_back("条目只有摘要，没有全文");
  }
  return source;
}

}  // namespace

Result<std::vector<Source>> read_feed(DecodedText text, std::string_view name,
                                      const ReadOptions& options) {
  auto document = parse_xml(std::move(text.text), true);
  if (!document) return tl::unexpected(document.error());
  const xml_node root = (*document)->tree.document_element();
  const xml_node channel = child(root, "channel");
  const bool rss = local_name(root) == "rss";
  std::string base(value(root, "base"));
  if (base.empty()) base = link_of(channel ? channel : root, "");
  std::vector<Source> sources;
  for (const xml_node& entry : (rss ? channel : root).children()) {
    if (local_name(entry) != "item" && local_name(entry) != "entry") continue;
    auto source = read_entry(entry, base, name, options);
    if (!source) return tl::unexpected(source.error());
    source->charset = text.charset;
    sources.push_back(std::move(*source));
  }
  if (!sources.empty()) {
    auto& warnings = sources.front().warnings;
    warnings.insert(warnings.begin(), text.warnings.begin(), text.warnings.end());
  }
  return sources;
}

}  // namespace guanlan
