#include "guanlan/outline.h"

#include "text/utf8.h"

namespace guanlan {
namespace {

// "12. 标题" → length of the number and dot; 0 otherwise.
std::size_t number_length(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && utf8::is_digit(static_cast<unsigned char>(line[i]))) ++i;
  return i > 0 && i < 3 && i < line.size() && line[i] == '.' ? i + 1 : 0;
}

bool is_part(std::string_view line) {
  return line.size() < 300 && (line.starts_with("境内前沿") || line.starts_with("境外前沿") || line.starts_with("行业前沿"));
}
bool is_section(std::string_view line) {
  return line.size() < 60 && line.starts_with("(") && line.find(')') < 6 && line.find("层面") + line.find("治理实践") != 0 &&
         (line.ends_with("动向") || line.ends_with("治理实践"));
}

}  // namespace

Issue outline(const Layout& layout, const Source&) {
  Issue issue;
  issue.date = {2024, 5, 15, "thin slice"};
  const std::string& text = layout.clean.text;
  bool started = false;
  std::int32_t part = -1, section = -1;
  Item* item = nullptr;
  for (const Paragraph& p : layout.paragraphs) {
    const std::string_view line = p.span.of(text);
    if (line.starts_with("导读")) started = true;
    if (is_part(line) && line.find('\t') == std::string_view::npos) {
      Part h;
      h.heading = p.span;
      h.path_text = line;
      issue.parts.push_back(h);
      part = section = static_cast<std::int32_t>(issue.parts.size()) - 1;
      item = nullptr;
      continue;
    }
    if (started && is_section(line)) {
      Part h;
      h.heading = p.span;
      h.path_text = line;
      h.parent = part;
      issue.parts.push_back(h);
      section = static_cast<std::int32_t>(issue.parts.size()) - 1;
      item = nullptr;
      continue;
    }
    const auto number = number_length(line);
    if (started && number > 0 && line.size() < 240) {
      Item i;
      i.n = static_cast<std::int32_t>(issue.items.size()) + 1;
      i.part = section;
      i.number = std::string(line.substr(0, number - 1));
      i.title = {p.span.begin + static_cast<std::uint32_t>(number), p.span.end};
      i.page = p.page;
      issue.items.push_back(i);
      item = &issue.items.back();
      continue;
    }
    if (item == nullptr) continue;
    if (item->body.empty()) item->body.begin = p.span.begin;
    item->body.end = p.span.end;
    const auto mark = line.rfind("(来源:");
    if (mark != std::string_view::npos) {
      item->body.end = p.span.begin + static_cast<std::uint32_t>(mark);
      item->sources.push_back({item->body.end + 8, p.span.end - 1});
      item = nullptr;
    }
  }
  return issue;
}

std::vector<std::string> path(const Issue& issue, const Item& item) {
  std::vector<std::string> out;
  for (std::int32_t p = item.part; p >= 0; p = issue.parts[static_cast<std::size_t>(p)].parent) {
    out.insert(out.begin(), issue.parts[static_cast<std::size_t>(p)].path_text);
  }
  return out;
}

}  // namespace guanlan
