#include "read/html.h"

#include <algorithm>
#include <numeric>

#include "read/caption.h"
#include "read/html_article.h"
#include "read/html_furniture.h"
#include "read/html_lines.h"
#include "read/html_meta.h"
#include "read/html_title.h"

namespace guanlan {
namespace {

using html::HtmlLine;
using html::Page;

LineStyle style_of(const HtmlLine& line) {
  LineStyle style;
  style.role = line.role;
  style.level = line.level;
  style.bold = line.bold;
  style.font_size = line.font_size;
  return style;
}

// Writes the lines given; a caption before a table becomes its title.
void write_lines(const Page& page, const std::vector<std::size_t>& lines, LineWriter& writer) {
  TableTitle title;
  for (const std::size_t i : lines) {
    const HtmlLine& line = page.lines[i];
    if (line.grid >= 0) {
      write_grid(writer, page.grids[static_cast<std::size_t>(line.grid)], title);
      title = {};
      continue;
    }
    LineStyle style = style_of(line);
    if (style.role == Role::paragraph && is_table_caption(line.text)) style.role = Role::caption;
    const Span span = writer.add(line.text, style);
    title = style.role == Role::caption ? TableTitle{line.text, span} : TableTitle{};
  }
}

// The byline: a note beside the text where it tells a day or an outlet, for the outline to read;
// else furniture. What it tells goes to the source, too.
void write_byline(const HtmlLine& line, LineWriter& writer) {
  Source& source = writer.source();
  const html::Byline told = html::read_byline(line.text);
  const bool tells = !told.published.empty() || !told.outlet.empty();
  const Span span = writer.add(line.text, {tells ? Role::note : Role::furniture});
  const std::string_view raw = span.of(source.raw);
  const html::Byline byline = html::read_byline(raw);
  if (source.published.empty()) source.published = byline.published;
  if (byline.outlet.empty()) return;
  const auto begin = span.begin + static_cast<std::uint32_t>(byline.outlet.data() - raw.data());
  source.outlets.push_back({begin, begin + static_cast<std::uint32_t>(byline.outlet.size())});
}

// The outlet that only the page's metadata name.
void write_said_outlet(const html::Meta& meta, LineWriter& writer) {
  if (meta.outlet.empty() || !writer.source().outlets.empty()) return;
  const Span span = writer.add(meta.outlet, {Role::furniture});
  if (!span.empty()) writer.source().outlets.push_back(span);
}

void write_article(const Page& page, const html::Meta& meta, LineWriter& writer) {
  std::vector<std::size_t> lines = html::find_article(page);
  const html::Heading heading = html::find_heading(page, lines, meta);
  Source& source = writer.source();
  source.title = heading.title;
  if (!meta.issue.empty()) {  // its cover stands outside of the text, or is set in many lines
    writer.add(meta.periodical, {});
    writer.add(meta.issue, {});
    writer.add(meta.published, {});
  }
  const bool said = !meta.issue.empty() && heading.title.find(meta.issue) != std::string::npos;
  if (heading.print && !said)
    writer.add(heading.title, {Role::heading, 1, heading.font_size, true});
  for (const std::size_t i : heading.bylines) write_byline(page.lines[i], writer);
  write_said_outlet(meta, writer);
  if (!heading.number.empty()) writer.add(heading.number, {});
  std::erase_if(lines, [&](std::size_t i) {
    return std::binary_search(heading.used.begin(), heading.used.end(), i);
  });
  std::vector<std::size_t> colophon;
  while (!lines.empty() && html::is_colophon(page.lines[lines.back()])) {
    colophon.push_back(lines.back());
    lines.pop_back();
  }
  write_lines(page, lines, writer);
  for (auto i = colophon.rbegin(); i != colophon.rend(); ++i) {
    writer.add(page.lines[*i].text, {Role::furniture});
  }
}

}  // namespace

Result<std::vector<Source>> read_html(DecodedText text, std::string_view name,
                                      const ReadOptions& options) {
  auto tree = html::Tree::parse(text.text);
  if (!tree) return tl::unexpected(tree.error());
  std::vector<Source> sources(1);
  Source& source = sources.front();
  source.format = Format::html;
  source.charset = std::move(text.charset);
  source.warnings = std::move(text.warnings);
  const html::Meta meta = html::read_meta(*tree);
  source.published = meta.published;
  source.link = meta.link;
  LineWriter writer(source, options);
  write_article(html::set_lines(*tree), meta, writer);
  if (writer.overflow()) return tl::unexpected(too_long(name));
  if (source.lines.empty()) source.warnings.emplace_back("网页中没有找到正文");
  return sources;
}

Result<void> write_html_fragment(std::string_view html, std::string_view title,
                                 LineWriter& writer) {
  auto tree = html::Tree::parse(html);
  if (!tree) return tl::unexpected(tree.error());
  const Page page = html::set_lines(*tree);
  std::vector<std::size_t> lines(page.lines.size());
  std::iota(lines.begin(), lines.end(), std::size_t{0});
  while (!lines.empty() && html::is_navigation(page.lines[lines.back()])) lines.pop_back();
  if (!title.empty()) {
    const std::size_t same = html::opening_with(page, lines, title);
    if (same == 1) lines.erase(lines.begin());
    if (same <= 1) writer.add(title, {Role::heading, 1});
  }
  write_lines(page, lines, writer);
  return {};
}

std::string html_words(std::string_view html) {
  if (html.find_first_of("<&") == std::string_view::npos) return one_line(html);
  const auto tree = html::Tree::parse(html);
  if (!tree) return one_line(html);
  std::string words;
  for (const HtmlLine& line : html::set_lines(*tree).lines) {
    if (!words.empty()) words += ' ';
    words += line.text;
  }
  return one_line(words);
}

}  // namespace guanlan
