#include "guanlan/layout.h"

#include "layout/bare_numbers.h"
#include "layout/contents.h"
#include "layout/furniture.h"
#include "layout/line_view.h"
#include "layout/tables.h"
#include "layout/wraps.h"
#include "layout/writer.h"

namespace guanlan {
namespace {

class Assembly {
 public:
  Assembly(const Source& source, const std::vector<LineView>& lines, Layout& out)
      : source_(source), lines_(lines), out_(out), writer_(source.raw, out.clean) {}

  void run() {
    const std::vector<bool> joins = find_wraps(source_.raw, lines_);
    bool page_top = false, gap = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const LineView& line = lines_[i];
      page_top = page_top || line.page_top;
      gap = gap || line.blank_lines > 0;
      if (line.use == Use::furniture || line.use == Use::contents) continue;
      if (line.use == Use::table) {
        table_row(i, page_top, gap);
      } else if (joins[i] && open_) {
        writer_.line(line.words, Writer::Seam::wrap);
        raw_end_ = line.words.end;
      } else {
        begin(i, page_top, gap);
        writer_.line(line.words, line.bare_number ? Writer::Seam::numbered : Writer::Seam::begin);
        raw_end_ = line.words.end;
      }
      page_top = gap = false;
    }
    close();
  }

 private:
  void begin(std::size_t i, bool page_top, bool gap) {
    close();
    const LineView& line = lines_[i];
    const Line& from = source_.lines[static_cast<std::size_t>(line.line)];
    Paragraph p;
    p.span.begin = writer_.size();
    p.kind = kind(line);
    p.level = line.role == Role::heading ? from.level : 0;
    p.page = line.page;
    p.table = line.use == Use::table ? line.table : -1;
    p.first_line = line.line;
    p.page_top = page_top;
    p.blank_before = gap;
    p.font_size = from.font_size;
    p.bold = from.bold;
    out_.paragraphs.push_back(p);
    open_ = true;
  }

  void close() {
    if (!open_) return;
    open_ = false;
    Paragraph& p = out_.paragraphs.back();
    p.span.end = writer_.size();
    if (p.span.empty()) {
      out_.paragraphs.pop_back();
      return;
    }
    writer_.end(raw_end_);
    if (p.kind == ParagraphKind::body && is_caption(p.span.of(out_.clean.text))) {
      p.kind = ParagraphKind::caption;
    }
  }

  // A row is a paragraph; the lines of a header are one.
  void table_row(std::size_t i, bool page_top, bool gap) {
    const LineView& line = lines_[i];
    const bool format = line.role == Role::table_row;
    const bool goes_on = open_ && in_header_ && in_header(i);
    if (!goes_on) begin(i, page_top, gap);
    writer_.row(line.words, format,
                !goes_on ? Writer::Seam::begin
                : glue_  ? Writer::Seam::glue
                         : Writer::Seam::cell);
    raw_end_ = line.words.end;
    in_header_ = in_header(i);
    glue_ = line.joins_next;
  }

  // A header line of a table set in a text lies before its first row.
  [[nodiscard]] bool in_header(std::size_t i) const {
    const LineView& line = lines_[i];
    if (line.role == Role::table_row || line.table < 0) return false;
    const Table& table = out_.tables[static_cast<std::size_t>(line.table)];
    return !table.rows.empty() && !table.rows.front().empty() &&
           line.words.end <= table.rows.front().front().raw.begin;
  }

  static ParagraphKind kind(const LineView& line) {
    switch (line.role) {
      case Role::heading:
        return ParagraphKind::heading;
      case Role::caption:
        return ParagraphKind::caption;
      case Role::note:
        return ParagraphKind::note;
      default:
        break;
    }
    return line.use == Use::table ? ParagraphKind::table_row : ParagraphKind::body;
  }

  const Source& source_;
  const std::vector<LineView>& lines_;
  Layout& out_;
  Writer writer_;
  bool open_ = false;
  bool in_header_ = false;
  bool glue_ = false;
  std::uint32_t raw_end_ = 0;
};

}  // namespace

Layout lay_out(const Source& source) {
  Layout out;
  std::vector<LineView> lines = view_lines(source);
  mark_furniture(source.raw, lines);
  out.contents = take_contents(source.raw, lines);
  take_source_tables(source, lines, out.tables);
  take_text_tables(source.raw, lines, out.tables);
  mark_bare_numbers(source.raw, lines);
  out.clean.text.reserve(source.raw.size());
  Assembly(source, lines, out).run();
  return out;
}

}  // namespace guanlan
