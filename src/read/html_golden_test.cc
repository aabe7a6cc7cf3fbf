// Saved web pages of invented bodies: title, date, outlet and text come out, the site does not.
#include <gtest/gtest.h>

#include "guanlan/source.h"
#include "testing/golden.h"
#include "testing/source_checks.h"

namespace guanlan {
namespace {

std::optional<std::string> print(const std::string& html) {
  const auto sources = read_bytes(html, "page.html");
  if (!sources) return std::nullopt;
  const Source& source = sources->front();
  testing::check_source(source);
  std::string out = "title: " + source.title + "\npublished: " + source.published + "\noutlets:";
  for (const Span outlet : source.outlets) out += " " + std::string(outlet.of(source.raw));
  out += "\n\n";
  for (const Line& line : source.lines) {
    if (line.role == Role::furniture) continue;
    out += std::string(line.span.of(source.raw)) + "\n";
  }
  return out;
}

TEST(HtmlGoldenTest, GoldenPages) { testing::check_golden("pages", print); }

}  // namespace
}  // namespace guanlan
