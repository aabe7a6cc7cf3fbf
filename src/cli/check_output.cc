#include "cli/check_output.h"

#include <fmt/format.h>

#include <ostream>

#include "cli/messages.h"
#include "cli/terminal.h"

namespace guanlan::cli {
namespace {

Colour colour_of(Level level) {
  switch (level) {
    case Level::error:
      return Colour::red;
    case Level::warning:
      return Colour::yellow;
    case Level::note:
      return Colour::cyan;
  }
  return Colour::none;
}

// The last beginning of a character at or before `at`.
std::size_t character(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return std::min(at, text.size());
}

// The printed line around the finding, cut to the width, and carets under the words.
void print_line(const Call& call, const Document& document, const Finding& f, std::ostream& out) {
  constexpr std::size_t kBefore = 60;
  const std::string_view raw = document.source.raw;
  const Span span = f.place.span;
  if (span.empty() || span.end > raw.size()) return;
  std::size_t begin = span.begin == 0 ? 0 : raw.rfind('\n', span.begin - 1) + 1;
  if (begin > span.begin) begin = 0;
  if (span.begin - begin > kBefore) begin = character(raw, span.begin - kBefore);
  const std::size_t end = std::min(raw.find('\n', span.begin), raw.size());
  const std::size_t stop = std::min<std::size_t>(end, span.end);
  const std::string lead = harmless(raw.substr(begin, span.begin - begin));
  const std::string words = harmless(raw.substr(span.begin, stop - span.begin));
  const std::string tail = harmless(raw.substr(stop, end - stop));
  const bool colour = wants_colour(call);
  const std::size_t width = static_cast<std::size_t>(std::max(call.env.width - 4, 40));
  const std::size_t used = display_width(lead) + display_width(words);
  out << "    " << lead << coloured(words, colour_of(f.level), colour)
      << (used < width ? clipped(tail, width - used) : "") << "\n    "
      << std::string(display_width(lead), ' ')
      << coloured(std::string(std::max<std::size_t>(display_width(words), 1), '^'),
                  colour_of(f.level), colour)
      << '\n';
}

void print_finding(const Call& call, const Document& document, const Finding& f,
                   std::ostream& out) {
  const bool colour = wants_colour(call);
  const ReportLanguage language = report_language(call);
  const bool zh = call.language == Language::zh;
  out << coloured(fmt::format("{}", name(f.level)), colour_of(f.level), colour) << "  "
      << coloured(harmless(in(f.message, language)), Colour::bold, colour) << "  "
      << coloured(fmt::format("{} p{}", f.rule, f.place.page), Colour::dim, colour) << '\n';
  print_line(call, document, f, out);
  out << "    " << harmless(in(f.reason, language)) << '\n';
  for (const Quote& q : f.others) {
    out << "    " << coloured(fmt::format("p{}", q.place.page), Colour::dim, colour) << ' '
        << clipped(harmless(q.text), static_cast<std::size_t>(std::max(call.env.width - 10, 40)))
        << '\n';
  }
  if (f.fix) {
    out << "    " << (zh ? "改为：" : "fix: ") << coloured(harmless(*f.fix), Colour::green, colour)
        << '\n';
  }
  out << '\n';
}

}  // namespace

ReportLanguage report_language(const Call& call) {
  return call.language == Language::zh ? ReportLanguage::zh : ReportLanguage::en;
}

void print_findings(const Call& call, const Checked& checked, std::ostream& out) {
  const Report& report = checked.report;
  for (const Finding& f : report.findings) print_finding(call, *checked.document, f, out);
  const ReportLanguage language = report_language(call);
  for (const NotRun& n : report.not_run) {
    out << say(call.language, Say::check_not_run, n.rule, harmless(in(n.why, language))) << '\n';
  }
  out << say(call.language, Say::check_totals, harmless(checked.document->source.name),
             report.count(Level::error), report.count(Level::warning), report.count(Level::note),
             report.suppressed.size())
      << '\n';
}

}  // namespace guanlan::cli
