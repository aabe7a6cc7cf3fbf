#include "read/text.h"

#include <algorithm>

#include "read/line_writer.h"

namespace guanlan {
namespace {

// Cuts raw into lines at '\n' and '\f'; false when there are more than a document can have.
bool cut_lines(Source& source) {
  const std::string_view raw = source.raw;
  std::int32_t page = 1;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t end = std::min(raw.find_first_of("\n\f", at), raw.size());
    const bool page_ends = end < raw.size() && raw[end] == '\f';
    if (end > at || !page_ends) {
      if (source.lines.size() >= kMaxLines) return false;
      Line line;
      line.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      line.page = page;
      source.lines.push_back(line);
    }
    if (page_ends) ++page;
    at = end + 1;
    if (page_ends && at < raw.size() && raw[at] == '\n') ++at;
  }
  source.pages = source.lines.empty() ? 1 : source.lines.back().page;
  return true;
}

}  // namespace

Result<std::vector<Source>> read_text(DecodedText text, std::string_view name,
                                      const ReadOptions& options) {
  if (text.text.size() > options.max_text) return tl::unexpected(too_long(name));
  std::vector<Source> sources(1);
  Source& source = sources.front();
  source.format = Format::text;
  source.charset = std::move(text.charset);
  source.warnings = std::move(text.warnings);
  source.raw = std::move(text.text);
  if (!cut_lines(source)) return tl::unexpected(too_long(name));
  return sources;
}

}  // namespace guanlan
