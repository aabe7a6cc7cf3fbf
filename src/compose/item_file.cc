// items/<id>.md: front matter with the facts and their places, then the text.
#include <fmt/format.h>

#include <charconv>

#include "check/yaml.h"
#include "compose/files.h"
#include "compose/marks.h"
#include "compose/yaml_text.h"

namespace guanlan::compose {
namespace {

using check_yaml::Map;

std::string span_text(Span span) { return fmt::format("{}-{}", span.begin, span.end); }

std::optional<Span> span_of(std::string_view text) {
  Span out;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, out.begin);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != '-') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, out.end);
  if (second.ec != std::errc() || second.ptr != end || out.end < out.begin) return std::nullopt;
  return out;
}

Span read_span(Map& map, const char* key) {
  const std::string text = map.text(key);
  if (text.empty()) return {};
  const auto out = span_of(text);
  if (!out) map.complain("不是字节范围：" + text, map.node(key), "例如 1741-1750");
  return out.value_or(Span{});
}

Origin read_origin(Map& map) {
  Origin out;
  out.document = map.required("document");
  out.file = map.text("file");
  out.entry = map.number("entry", 1, 1);
  out.n = map.number("n", 1, 1);
  out.title = read_span(map, "title");
  out.body = read_span(map, "body");
  return out;
}

Value read_value(Map& map) {
  Value out;
  out.field = map.required("field");
  out.value = map.text("value");  // empty: a term whose anchor is not known
  out.text = map.text("text");
  out.page = map.number("page", 1, 1);
  out.at = read_span(map, "at");
  out.origin = map.number("origin", 1, 1);
  return out;
}

std::string read_kind(Map& map) {
  std::string kind = map.text("kind");
  const auto& known = item_kinds();
  if (kind.empty() || std::find(known.begin(), known.end(), kind) != known.end()) return kind;
  std::string all;
  for (const std::string_view one : known) all.append(all.empty() ? "可用：" : "、").append(one);
  map.complain("没有这个值：" + kind, map.node("kind"), all);
  return kind;
}

Item read_item(Map& map) {
  Item out;
  out.id = map.required("id");
  out.title = map.required("title");
  out.kind = read_kind(map);
  out.event_date = map.date("event_date");
  out.level = map.text("level");
  out.place = map.text("place");
  out.summary = map.text("summary");
  out.sources = map.list("sources");
  out.made_from = map.choice("made_from", {"statistics"});
  map.each("origins", {"document", "file", "entry", "n", "title", "body"},
           [&](Map& one) { out.origins.push_back(read_origin(one)); });
  map.each("facts", {"field", "value", "text", "page", "at", "origin"},
           [&](Map& one) { out.facts.push_back(read_value(one)); });
  map.each("words", {"text", "by", "note"}, [&](Map& one) {
    out.words.push_back({one.required("text"), one.required("by"), one.text("note")});
  });
  out.marks = read_marks(map);
  return out;
}

// The paragraphs of a Markdown text: blank lines between them are typesetting.
std::string paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    if (!out.empty()) out += '\n';
    out += line;
  }
  return out;
}

// The line on which the YAML of the front matter begins is the second of the file.
constexpr std::string_view kFence = "---\n";

Error unfenced(std::string_view path, int line) {
  return {Code::invalid, "条目文件应以 --- 行开头，元数据之后再有一行 ---",
          fmt::format("{}:{}", path, line), "见 docs/composing.md"};
}

}  // namespace

Result<Item> parse_item(std::string_view text, std::string_view path) {
  std::string normal;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.find('\r') != std::string_view::npos) {
    for (const char c : text) {
      if (c != '\r') normal += c;
    }
    text = normal;
  }
  if (!text.starts_with(kFence)) return tl::unexpected(unfenced(path, 1));
  const auto end = text.find("\n---\n", kFence.size() - 1);
  if (end == std::string_view::npos) return tl::unexpected(unfenced(path, 1));
  // A blank line stands for the fence, so that line numbers are those of the file.
  const std::string yaml = "\n" + std::string(text.substr(kFence.size(), end + 1 - kFence.size()));
  auto root = check_yaml::load(yaml, path);
  if (!root) return tl::unexpected(std::move(root.error()));
  Map map(*root, path,
          {"id", "title", "kind", "event_date", "level", "place", "summary", "sources", "made_from",
           "origins", "facts", "words", "states"});
  Item out = read_item(map);
  if (!map.ok()) return tl::unexpected(map.error());
  out.body = paragraphs(text.substr(end + 5));
  return out;
}

std::string item_text(const Item& item) {
  YamlText out;
  out.out_ = kFence;
  out.key("id", item.id).key("title", item.title).key("kind", item.kind);
  out.key("event_date", item.event_date).key("level", item.level).key("place", item.place);
  out.list("sources", item.sources).key("summary", item.summary).key("made_from", item.made_from);
  if (!item.origins.empty()) out.open("origins");
  for (const Origin& o : item.origins) {
    YamlLine line;
    line.add("document", o.document).add("file", o.file);
    if (o.entry != 1) line.add("entry", std::to_string(o.entry));
    line.add("n", std::to_string(o.n))
        .add("title", span_text(o.title))
        .add("body", span_text(o.body));
    out.entry(line.str(), 2);
  }
  if (!item.facts.empty()) out.open("facts");
  for (const Value& v : item.facts) {
    YamlLine line;
    line.add("field", v.field).add("value", v.value).add("text", v.text);
    if (v.page != 1) line.add("page", std::to_string(v.page));
    line.add("at", span_text(v.at));
    if (v.origin != 1) line.add("origin", std::to_string(v.origin));
    out.entry(line.str(), 2);
  }
  if (!item.words.empty()) out.open("words");
  for (const Word& w : item.words) {
    out.entry(YamlLine().add("text", w.text).add("by", w.by).add("note", w.note).str(), 2);
  }
  write_marks(out, item.marks);
  std::string text = out.take() + "---\n";
  for (std::size_t at = 0; at < item.body.size();) {
    const auto end = std::min(item.body.find('\n', at), item.body.size());
    const std::string_view line = std::string_view(item.body).substr(at, end - at);
    const bool in_table = line.starts_with('|') && at > 0 && text.ends_with("|\n");
    text += fmt::format("{}{}\n", in_table ? "" : "\n", line);
    at = end + 1;
  }
  return text;
}

}  // namespace guanlan::compose
