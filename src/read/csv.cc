#include "read/csv.h"

#include "read/sniff.h"

namespace guanlan {

CellGrid parse_csv(std::string_view text, char delimiter) {
  CellGrid grid;
  std::vector<Slot> row;
  std::string field;
  bool quoted = false;
  const auto end_field = [&] {
    row.push_back({unwrapped(field), -1, -1});
    field.clear();
  };
  const auto end_row = [&] {
    end_field();
    grid.rows.push_back(std::move(row));
    row.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        field += '"';
        ++i;
      } else {
        quoted = false;
      }
    } else if (c == '"' && field.empty()) {
      quoted = true;
    } else if (c == delimiter) {
      end_field();
    } else if (c == '\n') {
      end_row();
    } else {
      field += c;
    }
  }
  if (!field.empty() || !row.empty()) end_row();
  return grid;
}

Result<std::vector<Source>> read_csv(DecodedText text, std::string_view name,
                                     const ReadOptions& options) {
  const char delimiter = sniff::delimiter(text.text);
  std::vector<Source> sources(1);
  Source& source = sources.front();
  source.format = Format::csv;
  source.charset = std::move(text.charset);
  source.warnings = std::move(text.warnings);
  LineWriter writer(source, options);
  write_stacked(writer, parse_csv(text.text, delimiter == 0 ? ',' : delimiter), {});
  if (writer.overflow()) return tl::unexpected(too_long(name));
  return sources;
}

}  // namespace guanlan
