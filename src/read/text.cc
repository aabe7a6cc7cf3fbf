#include "read/text.h"

#include <algorithm>

#include "read/line_writer.h"
#include "read/tabbed.h"

namespace guanlan {
namespace {

// Where the next line or page ends: memchr for each, since form feeds are rare.
class Ends {
 public:
  explicit Ends(std::string_view raw) : raw_(raw), feed_(find('\f', 0)) {}
  std::size_t after(std::size_t at) {
    if (feed_ < at) feed_ = find('\f', at);
    return std::min(find('\n', at), feed_);
  }

 private:
  [[nodiscard]] std::size_t find(char c, std::size_t at) const {
    return std::min(raw_.find(c, at), raw_.size());
  }
  std::string_view raw_;
  std::size_t feed_;
};

// Cuts raw into lines at '\n' and '\f'; false when there are more than a document can have.
bool cut_lines(Source& source) {
  const std::string_view raw = source.raw;
  Ends ends(raw);
  std::int32_t page = 1;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t end = ends.after(at);
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
  find_tabbed_tables(source);
  return sources;
}

}  // namespace guanlan
