#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "cli/terminal.h"

namespace guanlan::cli {
namespace {

// Text as the answer: exact in a pipe, harmless on a terminal.
void put(const Call& call, std::string_view text) {
  call.env.out << (call.env.out_is_terminal ? harmless(text, true) : std::string(text));
}

Document laid_out(const Source& source) {
  Document document;
  document.source = source;
  document.layout = lay_out(document.source);
  document.issue = outline(document.layout, document.source);
  return document;
}

void clean(const Call& call, const Source& source) {
  const Layout layout = lay_out(source);
  std::string text;
  for (const Paragraph& p : layout.paragraphs) {
    text += layout.clean.surface(p.span, source.raw);
    text += '\n';
  }
  put(call, text);
}

void lines(const Call& call, const Source& source) {
  constexpr std::string_view kRoles[] = {"",          "paragraph", "heading", "list_item",
                                         "table_row", "caption",   "note",    "furniture"};
  Sheet sheet{{{"begin", {"起", "begin"}, true},
               {"end", {"止", "end"}, true},
               {"page", {"页", "page"}, true},
               {"role", {"角色", "role"}},
               {"text", {"文字", "text"}, false, true}},
              {}};
  for (const Line& line : source.lines) {
    sheet.rows.push_back({std::to_string(line.span.begin), std::to_string(line.span.end),
                          std::to_string(line.page),
                          std::string(kRoles[static_cast<std::size_t>(line.role)]),
                          std::string(line.span.of(source.raw))});
  }
  print(call, sheet, chosen_format(call));
}

std::string cells(const std::vector<TableCell>& row) {
  std::vector<std::string> fields;
  for (const TableCell& cell : row) fields.push_back(cell.text);
  return csv_line(fields);
}

void tables(const Call& call, const Source& source) {
  const Document document = laid_out(source);
  const std::string format = chosen_format(call);
  if (format == "jsonl" || format == "json") {
    const auto all = table_lines(document);
    if (format == "json") return put(call, fmt::format("[{}]\n", fmt::join(all, ",\n")));
    for (const std::string& line : all) put(call, line + "\n");
    return;
  }
  for (const Table& table : document.layout.tables) {
    if (format == "csv") {
      put(call, cells(table.columns));
      for (const auto& row : table.rows) put(call, cells(row));
      call.env.out << '\n';
      continue;
    }
    Sheet sheet;
    std::vector<std::string> keys;
    for (const TableCell& c : table.columns) keys.push_back(harmless(c.text));
    for (const std::string& key : keys) sheet.columns.push_back({key, {key, key}, false, true});
    for (const auto& row : table.rows) {
      auto& out = sheet.rows.emplace_back(keys.size());
      for (std::size_t i = 0; i < row.size() && i < out.size(); ++i) out[i] = row[i].text;
    }
    call.env.out << coloured(harmless(table.title), Colour::bold, wants_colour(call)) << '\n';
    print(call, sheet, format);
    call.env.out << '\n';
  }
}

void tree(const Call& call, const Source& source) {
  const Document document = laid_out(source);
  const Issue& issue = document.issue;
  if (const auto format = chosen_format(call, "table", "table"); format.starts_with("json")) {
    const int indent = format == "json" ? 2 : -1;
    auto json = document_json(document);
    json["items"] = nlohmann::ordered_json::array();
    for (const guanlan::Item& item : issue.items) {
      json["items"].push_back({{"n", item.n},
                               {"path", path(issue, item)},
                               {"number", item.number},
                               {"title", wording(document, item.title)},
                               {"page", item.page}});
    }
    return put(call,
               json.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  }
  const bool colour = wants_colour(call);
  const auto line = [&](std::size_t depth, std::string_view text, Colour paint) {
    call.env.out << std::string(2 * depth, ' ') << coloured(harmless(text), paint, colour) << '\n';
  };
  const Masthead& head = issue.masthead;
  const std::string name = head.name.empty() ? source.name : head.name;
  line(0, fmt::format("{} {} {}", name, head.issue, head.running_number), Colour::bold);
  std::vector<std::string> open;
  for (const guanlan::Item& item : issue.items) {
    const auto above = path(issue, item);
    std::size_t same = 0;
    while (same < open.size() && same < above.size() && open[same] == above[same]) ++same;
    for (std::size_t i = same; i < above.size(); ++i) line(i + 1, above[i], Colour::cyan);
    open = above;
    line(above.size() + 1,
         item.number.empty() ? wording(document, item.title)
                             : item.number + " " + wording(document, item.title),
         Colour::none);
    for (const SubReport& part : item.parts) {
      line(above.size() + 2, part.number + " " + wording(document, part.title), Colour::dim);
    }
  }
}

void show(const Call& call, const Source& source) {
  if (call.args.has("--raw")) return put(call, source.raw);
  if (call.args.has("--lines")) return lines(call, source);
  if (call.args.has("--tables")) return tables(call, source);
  if (call.args.has("--outline")) return tree(call, source);
  clean(call, source);
}

Result<void> show_all(const Call& call, const Input& input) {
  auto sources = sources_of(call, input);
  if (!sources) return tl::unexpected(std::move(sources.error()));
  if (call.args.has("--entry")) {
    const auto entry = call.args.number("--entry").value_or(0);
    if (entry < 1 || static_cast<std::size_t>(entry) > sources->size()) {
      return fail(Code::invalid, say(call.language, Say::no_such_entry, entry, sources->size()));
    }
    show(call, (*sources)[static_cast<std::size_t>(entry - 1)]);
    return {};
  }
  for (std::size_t i = 0; i < sources->size(); ++i) {
    if (i > 0 && !call.args.has("--tables") && !call.args.has("--lines")) call.env.out << "\f\n";
    show(call, (*sources)[i]);
  }
  return {};
}

int read_files(const Call& call) {
  const Inputs inputs = expand(call, call.args.positionals());
  for (const Error& failure : inputs.failures) complain(call, failure);
  std::size_t failed = inputs.failures.size();
  for (const Input& input : inputs.files) {
    if (call.interrupted()) break;
    if (auto done = show_all(call, input); !done) {
      ++failed;
      complain(call, done.error(), input);
    }
  }
  return verdict(call, failed, inputs.files.size() + inputs.failures.size());
}

}  // namespace

CommandSpec read_command() {
  return {
      "read",
      {"只读出文字：净文、原文、目录树、表格或行",
       "read only: clean text, raw text, outline, tables or lines"},
      {"默认打印净文：一段一行，硬换行、页眉页脚、目录引导点已去掉，用词和标点与原件一致。\n"
       "--raw 打印解码后的原文，所有 span 都是它的字节偏移。\n"
       "一个文件含多篇（订阅源、邮件箱）时，各篇之间以换页符分隔；--entry 只取一篇。",
       "Prints the clean text: one paragraph a line; hard wraps, running heads and dot leaders "
       "are\n"
       "gone, wording and punctuation are the document's own.\n"
       "--raw prints the decoded text; every span counts its bytes.\n"
       "Where a file holds several documents (a feed), a form feed stands between them; --entry\n"
       "chooses one."},
      {{"FILE", {"文件、文件夹或 -", "a file, a folder, or -"}, 1}},
      {{"--raw", "", {"解码后的原文，一字不动", "the decoded text, exactly"}},
       {"--outline",
        "",
        {"目录树：部分、条目、分报道", "the tree of parts, items and sub-reports"}},
       {"--tables", "", {"表格：title、columns、rows、span", "tables: title, columns, rows, span"}},
       {"--lines",
        "",
        {"逐行，带字节偏移、页码与角色", "line by line, with byte offsets, page and role"}},
       {"--entry", "N", {"只取第 N 篇", "only the Nth document of the file"}},
       format_option(
           {"--tables、--lines、--outline 的格式；终端上默认 table，否则 jsonl",
            "format of --tables, --lines and --outline; table on a terminal, else jsonl"})},
      {{"read monthly.pdf", {"读净文", "read the clean text"}},
       {"read monthly.pdf --outline", {"看结构", "see the structure"}},
       {"read report.pdf --tables --format csv", {"取出表格", "take the tables out"}},
       {"read monthly.pdf --raw | head -c 1200 | tail -c 40",
        {"核对一个 span", "look a span up by hand"}}},
      read_files};
}

}  // namespace guanlan::cli
