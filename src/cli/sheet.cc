#include "cli/sheet.h"

#include <algorithm>
#include <ostream>

#include "cli/terminal.h"
#include "resolve/json_text.h"

namespace guanlan::cli {
namespace {

// "-2.9%" and "+86" are no formulas: a sign followed by a plain number stays as it is.
bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.ends_with('%')) text.remove_suffix(1);
  return !text.empty() && text.find_first_not_of("0123456789.,") == std::string_view::npos;
}

std::string json_object(const Sheet& sheet, const std::vector<std::string>& row) {
  std::string out;
  JsonText json(out);
  json.begin_object();
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    json.key(sheet.columns[i].key);
    if (row[i].empty()) {
      json.null();
    } else if (sheet.columns[i].number) {
      json.raw(row[i]);
    } else {
      json.string(row[i]);
    }
  }
  json.end_object();
  return out;
}

void print_json(const Call& call, const Sheet& sheet, bool lines) {
  std::ostream& out = call.env.out;
  if (!lines) out << '[';
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    if (!lines) out << (i == 0 ? "\n" : ",\n");
    out << json_object(sheet, sheet.rows[i]);
    if (lines) out << '\n';
  }
  if (!lines) out << "\n]\n";
}

void print_csv(const Call& call, const Sheet& sheet) {
  std::vector<std::string> head;
  for (const Column& c : sheet.columns) head.emplace_back(c.key);
  call.env.out << csv_line(head);
  for (const auto& row : sheet.rows) call.env.out << csv_line(row);
}

void print_markdown(const Call& call, const Sheet& sheet) {
  std::string head = "|", rule = "|";
  for (const Column& c : sheet.columns) {
    head += " " + std::string(c.title.in(call.language)) + " |";
    rule += c.number ? " ---: |" : " --- |";
  }
  call.env.out << head << '\n' << rule << '\n';
  for (const auto& row : sheet.rows) {
    std::string line = "|";
    for (const std::string& cell : row) {
      line += ' ';
      for (const char c : harmless(cell)) line += c == '|' ? std::string("\\|") : std::string(1, c);
      line += " |";
    }
    call.env.out << line << '\n';
  }
}

std::vector<std::size_t> widths(const Call& call, const Sheet& sheet) {
  std::vector<std::size_t> out;
  for (const Column& c : sheet.columns) out.push_back(display_width(c.title.in(call.language)));
  for (const auto& row : sheet.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out[i] = std::max(out[i], display_width(row[i]));
  }
  const auto total = [&] {
    std::size_t sum = 2 * (out.size() - 1);
    for (const std::size_t w : out) sum += w;
    return sum;
  };
  const auto limit = static_cast<std::size_t>(std::max(call.env.width, 40));
  for (std::size_t over = total(); over > limit; over = total()) {
    std::size_t widest = out.size();
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (sheet.columns[i].shrinks && (widest == out.size() || out[i] > out[widest])) widest = i;
    }
    if (widest == out.size() || out[widest] <= 8) break;
    out[widest] -= std::min(over - limit, out[widest] - 8);
  }
  return out;
}

void print_table(const Call& call, Sheet sheet) {
  if (sheet.rows.empty()) return;
  for (auto& row : sheet.rows) {
    for (std::string& cell : row) cell = harmless(cell);
  }
  const auto width = widths(call, sheet);
  const bool colour = wants_colour(call);
  const auto line = [&](const auto& cell_of, Colour paint) {
    std::string text;
    for (std::size_t i = 0; i < width.size(); ++i) {
      const std::string cell = clipped(cell_of(i), width[i]);
      const std::size_t gap = width[i] - std::min(width[i], display_width(cell));
      if (i > 0) text += "  ";
      text += sheet.columns[i].number ? std::string(gap, ' ') + cell
                                      : cell + std::string(i + 1 < width.size() ? gap : 0, ' ');
    }
    while (text.ends_with(' ')) text.pop_back();
    call.env.out << coloured(text, paint, colour) << '\n';
  };
  line([&](std::size_t i) { return sheet.columns[i].title.in(call.language); }, Colour::bold);
  for (const auto& row : sheet.rows) {
    line([&](std::size_t i) { return std::string_view(row[i]); }, Colour::none);
  }
}

}  // namespace

const std::vector<std::string_view>& formats() {
  static const std::vector<std::string_view> kFormats{"table", "json", "jsonl", "csv", "md"};
  return kFormats;
}

OptionSpec format_option(Text otherwise) {
  return {"--format", "FORMAT", otherwise, formats(), Complete::choice};
}

std::string chosen_format(const Call& call, std::string_view on_terminal,
                          std::string_view elsewhere) {
  return call.args.value("--format", call.env.out_is_terminal ? on_terminal : elsewhere);
}

std::string csv_field(std::string_view text) {
  std::string out;
  const bool formula = !text.empty() &&
                       std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos &&
                       !is_number(text) && text != "-";
  if (formula) out += '\'';
  out += text;
  if (out.find_first_of(",\"\n\r") == std::string::npos) return out;
  std::string quoted = "\"";
  for (const char c : out) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_line(const std::vector<std::string>& fields) {
  std::string out;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += ',';
    out += csv_field(fields[i]);
  }
  return out + "\r\n";
}

void print(const Call& call, const Sheet& sheet, std::string_view format) {
  if (format == "csv") return print_csv(call, sheet);
  if (format == "md") return print_markdown(call, sheet);
  if (format == "table") return print_table(call, sheet);
  print_json(call, sheet, format == "jsonl");
}

}  // namespace guanlan::cli
