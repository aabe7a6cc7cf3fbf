#include "read/csv.h"

#include "read/cell_grid.h"
#include "read/line_writer.h"
#include "read/sniff.h"

namespace guanlan {
namespace {

constexpr std::size_t kMaxCells = 3'000'000;

// Cuts records and fields; quotes may stand around fields, doubled inside them. A quote that never
// closes ends with the file.
class Records {
 public:
  Records(std::string_view text, char separator) : text_(text), separator_(separator) {}

  // False when there are more cells than a table can have.
  bool read(CellGrid& grid) {
    std::vector<Slot> row;
    while (at_ < text_.size()) {
      row.push_back({field(), -1, -1});
      if (++cells_ > kMaxCells) return false;
      const bool more = at_ < text_.size() && text_[at_] == separator_;
      ++at_;  // the separator or the line end
      if (more && at_ < text_.size()) continue;
      grid.rows.push_back(std::move(row));
      row.clear();
    }
    return true;
  }

 private:
  std::string field() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted();
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string quoted() {
    std::string out;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] != '"') {
        out += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        out += text_[at_++];
      } else {
        break;
      }
    }
    at_ = std::min(at_ + 1, text_.size());
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n')
      out += text_[at_++];
    return out;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0, cells_ = 0;
};

}  // namespace

Result<std::vector<Source>> read_csv(DecodedText text, std::string_view name,
                                     const ReadOptions& options) {
  CellGrid grid;
  char separator = sniff::delimiter(text.text);
  if (separator == 0) separator = ',';
  if (!Records(text.text, separator).read(grid)) return tl::unexpected(too_long(name));
  std::vector<Source> sources(1);
  Source& source = sources.front();
  source.format = Format::csv;
  source.charset = std::move(text.charset);
  source.warnings = std::move(text.warnings);
  LineWriter writer(source, options);
  write_stacked(writer, grid, "");
  if (writer.overflow()) return tl::unexpected(too_long(name));
  return sources;
}

}  // namespace guanlan
