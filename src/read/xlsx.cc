#include "read/xlsx.h"

#include <fmt/format.h>

#include <charconv>
#include <map>

#include "read/cell_grid.h"
#include "read/number_format.h"
#include "read/office.h"

namespace guanlan {
namespace {

constexpr int kMaxRows = 1 << 20, kMaxColumns = 1 << 14;
constexpr std::size_t kMaxSlots = 4'000'000;

struct Place {
  int row = -1, column = -1;
};

// B7 → row 6, column 1; nothing for what is no place of a sheet.
Place place_of(std::string_view name) {
  Place out;
  int column = 0;
  std::size_t i = 0;
  for (; i < name.size() && name[i] >= 'A' && name[i] <= 'Z' && column < kMaxColumns; ++i)
    column = column * 26 + (name[i] - 'A' + 1);
  int row = 0;
  const auto read = std::from_chars(name.data() + i, name.data() + name.size(), row);
  if (i == 0 || read.ec != std::errc() || row < 1 || row > kMaxRows || column > kMaxColumns)
    return out;
  return {row - 1, column - 1};
}

// The words of a shared or inline string; phonetic guides (rPh) are no words of it.
std::string words(const pugi::xml_node& string) {
  std::string out;
  for (const pugi::xml_node& node : string.children()) {
    if (local_name(node) == "t") out += node.text().get();
    if (local_name(node) == "r") out += child(node, "t").text().get();
  }
  return out;
}

class Workbook {
 public:
  Workbook(const OfficePackage& package, std::string main)
      : package_(package), main_(std::move(main)) {}

  Result<void> open() {
    auto tree = package_.parse(main_);
    if (!tree) return tl::unexpected(tree.error());
    workbook_ = std::move(*tree);
    relationships_ = package_.relationships(main_);
    since_1904_ = value(child(root(), "workbookPr"), "date1904") == "1";
    read_strings();
    read_formats();
    return {};
  }

  Result<void> write(LineWriter& writer) {
    for (const pugi::xml_node& sheet : child(root(), "sheets").children()) {
      const std::string name(value(sheet, "name"));
      const std::string_view state = value(sheet, "state");
      if (!state.empty() && state != "visible") {
        writer.source().warnings.push_back("隐藏的工作表未读：" + name);
        continue;
      }
      const Relationship* part = relationship(value(sheet, "id"));
      if (part == nullptr) continue;
      auto tree = package_.parse(part->target);
      if (!tree) {
        writer.source().warnings.push_back("工作表未读：" + name + "：" + tree.error().message);
        continue;
      }
      write_stacked(writer, grid_of((*tree)->tree.document_element(), name, writer.source()), name);
      if (writer.overflow()) break;
    }
    return {};
  }

 private:
  [[nodiscard]] pugi::xml_node root() const { return workbook_->tree.document_element(); }

  [[nodiscard]] const Relationship* relationship(std::string_view id) const {
    for (const Relationship& r : relationships_) {
      if (r.id == id) return &r;
    }
    return nullptr;
  }
  std::unique_ptr<XmlDocument> part(std::string_view type) const {
    for (const Relationship& r : relationships_) {
      if (r.type != type) continue;
      if (auto tree = package_.parse(r.target)) return std::move(*tree);
    }
    return nullptr;
  }

  void read_strings() {
    const auto tree = part("sharedStrings");
    if (tree == nullptr) return;
    for (const pugi::xml_node& si : tree->tree.document_element().children())
      strings_.push_back(words(si));
  }

  void read_formats() {
    const auto tree = part("styles");
    if (tree == nullptr) return;
    const pugi::xml_node styles = tree->tree.document_element();
    std::map<int, std::string> codes;
    for (const pugi::xml_node& f : child(styles, "numFmts").children()) {
      codes[int_value(f, "numFmtId", -1)] = value(f, "formatCode");
    }
    for (const pugi::xml_node& xf : child(styles, "cellXfs").children()) {
      const int id = int_value(xf, "numFmtId", 0);
      const auto own = codes.find(id);
      formats_.push_back(own != codes.end() ? own->second : std::string(builtin_format(id)));
    }
  }

  [[nodiscard]] std::string shown(const pugi::xml_node& cell, std::string_view at,
                                  Source& source) const {
    const std::string_view type = value(cell, "t");
    if (type == "inlineStr") return words(child(cell, "is"));
    const pugi::xml_node stored = child(cell, "v");
    if (!stored) {
      if (child(cell, "f")) source.warnings.push_back(fmt::format("公式没有存下结果：{}", at));
      return {};
    }
    const std::string_view text = stored.text().get();
    if (type == "s") {
      const int index = stored.text().as_int(-1);
      return index >= 0 && static_cast<std::size_t>(index) < strings_.size()
                 ? strings_[static_cast<std::size_t>(index)]
                 : std::string();
    }
    if (type == "b") return text == "1" ? "TRUE" : "FALSE";
    if (type == "str" || type == "e" || type == "d") return std::string(text);
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc()) return std::string(text);
    const auto style = static_cast<std::size_t>(std::max(int_value(cell, "s", 0), 0));
    return show_number(number, style < formats_.size() ? formats_[style] : "General", since_1904_);
  }

  CellGrid grid_of(const pugi::xml_node& sheet, const std::string& name, Source& source) const {
    CellGrid grid;
    std::size_t slots = 0;
    int next_row = 0;
    for (const pugi::xml_node& row : child(sheet, "sheetData").children()) {
      const int at_row = int_value(row, "r", next_row + 1) - 1;
      int next_column = 0;
      for (const pugi::xml_node& cell : row.children()) {
        Place at = place_of(value(cell, "r"));
        if (at.row < 0) at = {at_row, next_column};
        if (at.row < 0 || at.row >= kMaxRows || (slots += 1) > kMaxSlots) continue;
        next_column = at.column + 1;
        std::string text = shown(cell, fmt::format("{}!{}", name, value(cell, "r")), source);
        if (!text.empty()) put(grid, at, {unwrapped(text), -1, -1}, slots);
      }
      next_row = at_row + 1;
    }
    merge(grid, child(sheet, "mergeCells"));
    return grid;
  }

  static void put(CellGrid& grid, Place at, Slot slot, std::size_t& slots) {
    const auto row = static_cast<std::size_t>(at.row), column = static_cast<std::size_t>(at.column);
    if (grid.rows.size() <= row) grid.rows.resize(row + 1);
    auto& cells = grid.rows[row];
    if (cells.size() <= column) {
      slots += column + 1 - cells.size();
      cells.resize(column + 1);
    }
    cells[column] = std::move(slot);
  }

  // Covered places of a merged range point to its first cell; only rows that hold something count.
  static void merge(CellGrid& grid, const pugi::xml_node& merges) {
    for (const pugi::xml_node& m : merges.children()) {
      const std::string_view range = value(m, "ref");
      const auto colon = range.find(':');
      if (colon == std::string_view::npos) continue;
      const Place from = place_of(range.substr(0, colon)), to = place_of(range.substr(colon + 1));
      if (from.row < 0 || to.row < from.row || to.column < from.column ||
          to.column - from.column > 256)
        continue;
      for (int r = from.row; r <= to.row && static_cast<std::size_t>(r) < grid.rows.size(); ++r) {
        auto& cells = grid.rows[static_cast<std::size_t>(r)];
        if (cells.size() <= static_cast<std::size_t>(to.column))
          cells.resize(static_cast<std::size_t>(to.column) + 1);
        for (int c = from.column; c <= to.column; ++c) {
          if (r != from.row || c != from.column)
            cells[static_cast<std::size_t>(c)] = {{}, from.row, from.column};
        }
      }
    }
  }

  const OfficePackage& package_;
  std::string main_;
  std::unique_ptr<XmlDocument> workbook_;
  std::vector<Relationship> relationships_;
  std::vector<std::string> strings_, formats_;
  bool since_1904_ = false;
};

}  // namespace

Result<std::vector<Source>> read_xlsx(std::string_view bytes, std::string_view name,
                                      const ReadOptions& options) {
  const auto package = OfficePackage::open(bytes);
  if (!package) return tl::unexpected(package.error());
  const auto main = package->main_part();
  if (!main) return tl::unexpected(main.error());
  Workbook workbook(*package, *main);
  if (auto ok = workbook.open(); !ok) return tl::unexpected(ok.error());
  std::vector<Source> sources(1);
  Source& source = sources.front();
  source.format = Format::xlsx;
  source.charset = "UTF-8";
  source.title = package->title();
  LineWriter writer(source, options);
  if (auto ok = workbook.write(writer); !ok) return tl::unexpected(ok.error());
  if (writer.overflow()) return tl::unexpected(too_long(name));
  return sources;
}

}  // namespace guanlan
