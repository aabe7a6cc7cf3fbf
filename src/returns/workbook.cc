#include "returns/workbook.h"

#include <charconv>
#include <deque>

#include "read/zip.h"
#include "text/utf8.h"

namespace guanlan::returning {
namespace {

constexpr std::size_t kMostColumns = 512, kMostRows = 1'048'576;

tl::unexpected<Error> damaged(std::string place) {
  return fail(Code::damaged, "工作簿不完整或已损坏", std::move(place),
              "请用 Excel 或 WPS 另存后重报");
}

// The value of an attribute inside a start tag; empty: none.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = 0; (at = tag.find(name, at)) != std::string_view::npos; at += name.size()) {
    const std::size_t after = at + name.size();
    if (at == 0 || tag[at - 1] != ' ' || !tag.substr(after).starts_with("=\"")) continue;
    const std::size_t end = tag.find('"', after + 2);
    return end == std::string_view::npos ? std::string_view()
                                         : tag.substr(after + 2, end - after - 2);
  }
  return {};
}

void decode_into(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    out.append(text.substr(at, mark - at));
    if (mark == text.size()) return;
    const std::size_t end = text.find(';', mark);
    if (end == std::string_view::npos) return;
    const std::string_view name = text.substr(mark + 1, end - mark - 1);
    constexpr std::pair<std::string_view, char> kNamed[] = {
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    for (const auto& [word, character] : kNamed) {
      if (name == word) out += character;
    }
    if (name.starts_with("#")) {
      const bool hex = name.starts_with("#x");
      unsigned code = 0;
      const char* first = name.data() + (hex ? 2 : 1);
      std::from_chars(first, name.data() + name.size(), code, hex ? 16 : 10);
      if (code != 0 && code < 0x110000) utf8::append(out, static_cast<char32_t>(code));
    }
    at = end + 1;
  }
}

// The text of all <t> in a piece of XML but those of phonetic hints.
std::string text_in(std::string_view xml) {
  std::string out;
  std::size_t phonetic = xml.find("<rPh");
  for (std::size_t at = 0; (at = xml.find("<t", at)) != std::string_view::npos;) {
    if (phonetic != std::string_view::npos && phonetic < at) {
      at = xml.find("</rPh>", phonetic);
      if (at == std::string_view::npos) break;
      phonetic = xml.find("<rPh", at);
      continue;
    }
    const std::size_t open = xml.find('>', at);
    if (open == std::string_view::npos) break;
    const char next = xml[at + 2];
    at = open + 1;
    if ((next != '>' && next != ' ') || xml[open - 1] == '/') continue;
    const std::size_t close = xml.find("</t>", at);
    if (close == std::string_view::npos) break;
    decode_into(out, xml.substr(at, close - at));
    at = close;
  }
  return out;
}

std::vector<std::string> shared_strings(std::string_view xml) {
  std::vector<std::string> out;
  for (std::size_t at = 0; (at = xml.find("<si", at)) != std::string_view::npos;) {
    if (xml.substr(at, 5) == "<si/>") {
      out.emplace_back();
      at += 5;
      continue;
    }
    const std::size_t end = xml.find("</si>", at);
    if (end == std::string_view::npos) break;
    out.push_back(text_in(xml.substr(at, end - at)));
    at = end;
  }
  return out;
}

// A7 → row 7, column 1.
struct Reference {
  std::uint32_t row = 0;
  std::size_t column = 0;
};
Reference reference(std::string_view text) {
  Reference out;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && at < 3; ++at)
    out.column = out.column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
  std::from_chars(text.data() + at, text.data() + text.size(), out.row);
  return out;
}

std::vector<MergedRange> merged_ranges(std::string_view xml) {
  std::vector<MergedRange> out;
  for (std::size_t at = 0; (at = xml.find("<mergeCell ", at)) != std::string_view::npos; ++at) {
    const std::size_t end = xml.find('>', at);
    if (end == std::string_view::npos) break;
    const std::string_view range = attribute(xml.substr(at, end - at), "ref");
    const std::size_t colon = range.find(':');
    if (colon == std::string_view::npos) continue;
    out.push_back({reference(range.substr(0, colon)).row, reference(range.substr(colon + 1)).row,
                   std::string(range)});
  }
  return out;
}

// The part that a relationship id of workbook.xml names.
std::string target_of(std::string_view relationships, std::string_view id) {
  for (std::size_t at = 0;
       (at = relationships.find("<Relationship ", at)) != std::string_view::npos; ++at) {
    const std::size_t end = relationships.find('>', at);
    if (end == std::string_view::npos) break;
    const std::string_view tag = relationships.substr(at, end - at);
    if (attribute(tag, "Id") != id) continue;
    const std::string_view target = attribute(tag, "Target");
    return target.starts_with("/") ? std::string(target.substr(1)) : "xl/" + std::string(target);
  }
  return {};
}

bool is_wanted(std::string_view name) {
  return name == "xl/workbook.xml" || name == "xl/_rels/workbook.xml.rels" ||
         name == "xl/sharedStrings.xml" || name.starts_with("xl/worksheets/sheet");
}

// One <c …>…</c>: `tag` its start tag, `inside` what follows it.
Cell read_cell(std::string_view tag, std::string_view inside,
               const std::vector<std::string>& strings, std::deque<std::string>& kept) {
  const std::string_view type = attribute(tag, "t");
  if (type == "inlineStr") {
    kept.push_back(text_in(inside));
    return {CellKind::text, kept.back()};
  }
  const std::size_t open = inside.find("<v>");
  const std::size_t close = open == std::string_view::npos ? open : inside.find("</v>", open);
  if (close == std::string_view::npos)
    return {inside.find("<f") != std::string_view::npos ? CellKind::no_result : CellKind::empty,
            {}};
  const std::string_view value = inside.substr(open + 3, close - open - 3);
  if (type == "s") {
    std::size_t index = strings.size();
    std::from_chars(value.data(), value.data() + value.size(), index);
    if (index >= strings.size()) return {CellKind::error, value};
    return {strings[index].empty() ? CellKind::empty : CellKind::text, strings[index]};
  }
  if (type == "e") return {CellKind::error, value};
  if (type == "str") {
    if (value.find('&') == std::string_view::npos) return {CellKind::text, value};
    kept.emplace_back();
    decode_into(kept.back(), value);
    return {CellKind::text, kept.back()};
  }
  return {value.empty() ? CellKind::empty : CellKind::number, value};
}

}  // namespace

std::string cell_name(std::uint32_t row, std::size_t column) {
  std::string letters;
  for (std::size_t c = column; c > 0; c = (c - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (c - 1) % 26));
  return letters + std::to_string(row);
}

Result<Workbook> Workbook::open(std::string_view bytes) {
  auto members = unzip(bytes, is_wanted);
  if (!members) return tl::unexpected(std::move(members.error()));
  const auto part = [&](std::string_view name) {
    const auto it = members->find(name);
    return it == members->end() ? std::string_view() : std::string_view(it->second);
  };
  const std::string_view book = part("xl/workbook.xml");
  if (book.empty()) return fail(Code::unsupported, "不是 XLSX 工作簿", {}, "请另存为 .xlsx");
  Workbook out;
  out.since_1904_ = book.find("date1904=\"1\"") != std::string_view::npos ||
                    book.find("date1904=\"true\"") != std::string_view::npos;
  std::string target;
  for (std::size_t at = 0; (at = book.find("<sheet ", at)) != std::string_view::npos; ++at) {
    const std::size_t end = book.find('>', at);
    if (end == std::string_view::npos) return damaged("xl/workbook.xml");
    const std::string_view tag = book.substr(at, end - at);
    ++out.sheets_;
    if (!target.empty() || attribute(tag, "state").find("idden") != std::string_view::npos)
      continue;
    decode_into(out.sheet_, attribute(tag, "name"));
    target = target_of(part("xl/_rels/workbook.xml.rels"), attribute(tag, "r:id"));
  }
  const auto sheet = members->find(target);
  if (sheet == members->end()) return damaged(target);
  out.strings_ = shared_strings(part("xl/sharedStrings.xml"));
  out.xml_ = std::move(sheet->second);
  const std::size_t tail = out.xml_.rfind("</sheetData>");
  if (tail == std::string::npos && out.xml_.find("<sheetData/>") == std::string::npos)
    return damaged(target);
  if (tail != std::string::npos)
    out.merged_ = merged_ranges(std::string_view(out.xml_).substr(tail));
  return out;
}

Result<void> Workbook::each_row(const std::function<bool(const Row&)>& f) const {
  const std::string_view xml = xml_;
  std::deque<std::string> kept;
  Row row;
  std::size_t count = 0;
  const auto give = [&] {
    if (row.number == 0) return true;
    const bool goes_on = f(row);
    row.cells.clear();
    row.number = 0;
    kept.clear();
    return goes_on;
  };
  for (std::size_t at = xml.find("<sheetData"); at != std::string_view::npos;) {
    at = xml.find('<', at + 1);
    if (at == std::string_view::npos) break;
    const std::string_view rest = xml.substr(at);
    if (rest.starts_with("</sheetData")) break;
    const bool is_row = rest.starts_with("<row ") || rest.starts_with("<row>");
    const bool is_cell = rest.starts_with("<c ");
    if (!is_row && !is_cell) continue;
    const std::size_t end = xml.find('>', at);
    if (end == std::string_view::npos) return damaged(sheet_);
    const std::string_view tag = xml.substr(at, end - at);
    if (is_row) {
      if (!give()) return {};
      if (++count > kMostRows) return damaged(sheet_);
      const std::string_view number = attribute(tag, "r");
      row.number = static_cast<std::uint32_t>(count);
      std::from_chars(number.data(), number.data() + number.size(), row.number);
      continue;
    }
    if (tag.ends_with('/')) continue;
    const std::size_t close = xml.find("</c>", end);
    if (close == std::string_view::npos) return damaged(sheet_);
    const Reference where = reference(attribute(tag, "r"));
    const std::size_t column = where.column == 0 ? row.cells.size() + 1 : where.column;
    at = close;
    if (column > kMostColumns) continue;
    if (row.cells.size() < column) row.cells.resize(column);
    row.cells[column - 1] = read_cell(tag, xml.substr(end + 1, close - end - 1), strings_, kept);
  }
  (void)give();
  return {};
}

}  // namespace guanlan::returning
