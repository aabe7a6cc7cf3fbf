// What a typesetter, an exporter or a mail program does to a text must not change its records:
// only spans and pages may differ.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "guanlan/record.h"
#include "testing/generate.h"
#include "testing/place.h"
#include "testing/source_checks.h"
#include "testing/variants.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string bare(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    at += d.size;
    if (utf8::is_blank(d.cp) || d.cp == '\n') continue;
    const char32_t cp = fold(d.cp);  // gives 『』 the same twin as 「」
    utf8::append(out, cp == U'‘' ? U'“' : cp == U'’' ? U'”' : cp);
  }
  return out;
}

// Without what names bytes, pages and the file; widths folded, blanks dropped.
Json comparable(Json value) {
  if (value.is_object()) {
    for (const char* key : {"document", "file", "span", "spans", "title_span"}) value.erase(key);
    for (auto& inner : value.items()) inner.value() = comparable(inner.value());
  } else if (value.is_array()) {
    for (auto& inner : value) inner = comparable(inner);
  } else if (value.is_string()) {
    value = bare(value.get<std::string>());
  }
  return value;
}

std::vector<Json> read_records(const std::string& bytes) {
  auto sources = read_bytes(bytes, "text.txt");
  EXPECT_TRUE(sources) << (sources ? "" : sources.error().message);
  std::vector<Json> out;
  if (!sources) return out;
  for (auto& r : records(process(std::move(sources->front()), Lexicon::builtin()))) {
    out.push_back(comparable(std::move(r)));
  }
  return out;
}

std::string shown(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 400);
}

void expect_same(const std::vector<Json>& want, const std::string& variant) {
  const auto have = read_records(variant);
  for (std::size_t i = 0; i < std::min(want.size(), have.size()); ++i) {
    if (want[i] == have[i]) continue;
    for (const auto& field : want[i].items()) {
      if (field.value() == have[i][field.key()]) continue;
      ADD_FAILURE() << "item " << i + 1 << ' ' << field.key() << "\n  was " << shown(field.value())
                    << "\n  is  " << shown(have[i][field.key()]);
    }
    if (want.size() != have.size()) break;  // the rest is shifted
  }
  EXPECT_EQ(want.size(), have.size()) << "items";
}

// The text with each paragraph on one line: what a width is undone to before another is set.
std::string unwrapped(const std::string& text) {
  auto sources = read_bytes(text, "text.txt");
  if (!sources) return text;
  const Source& source = sources->front();
  const Layout layout = lay_out(source);
  std::string out;
  std::size_t at = 0;
  for (const Paragraph& p : layout.paragraphs) {
    const Span raw = layout.clean.raw(p.span);
    if (p.kind == ParagraphKind::table_row || raw.begin < at || raw.size() == 0) continue;
    out += source.raw.substr(at, raw.begin - at);
    out += layout.clean.surface(p.span, source.raw);
    at = raw.end;
  }
  return out + source.raw.substr(at);
}

struct Variant {
  const char* name;
  std::function<std::string(const std::string&)> of;
};

const std::vector<Variant>& variants() {
  using namespace testing;
  static const std::vector<Variant> all{
      {"CRLF", [](const std::string& t) { return crlf(t); }},
      {"GB18030", [](const std::string& t) { return encode(t, "gb18030"); }},
      {"UTF-16LE", [](const std::string& t) { return "\xFF\xFE" + encode(t, "UTF-16LE"); }},
      {"UTF-16BE", [](const std::string& t) { return encode(t, "UTF-16BE"); }},
      {"half width", [](const std::string& t) { return half_width(t); }},
      {"corner quotes", [](const std::string& t) { return corner_quotes(t); }},
      {"wide digits", [](const std::string& t) { return wide_digits(t); }},
      {"spaced digits", [](const std::string& t) { return spaced_digits(t); }},
      {"width 80", [](const std::string& t) { return rewrap(unwrapped(t), 80); }},
      {"width 68", [](const std::string& t) { return rewrap(unwrapped(t), 68); }},
      {"width 62", [](const std::string& t) { return rewrap(unwrapped(t), 62); }},
      {"indented", [](const std::string& t) { return rewrap(indented(unwrapped(t)), 72); }},
      {"spread", [](const std::string& t) { return spread(unwrapped(t)); }},
      {"pages", [](const std::string& t) { return paginate(rewrap(unwrapped(t), 76), 38); }},
  };
  return all;
}

void expect_invariant(const std::string& name, const std::string& printed,
                      const std::set<std::string>& without = {}) {
  const auto want = read_records(printed);
  ASSERT_FALSE(want.empty()) << name;
  for (const Variant& variant : variants()) {
    if (without.contains(variant.name)) continue;
    SCOPED_TRACE(name + ", " + variant.name);
    expect_same(want, variant.of(printed));
  }
}

TEST(InvarianceTest, OfTheSample) {
  expect_invariant("monthly.txt", contents(testing::root() / "samples/monthly.txt"));
}

TEST(InvarianceTest, OfGeneratedMonthlies) {
  for (const std::uint32_t seed : {7u, 8u, 9u}) {
    expect_invariant("seed " + std::to_string(seed), testing::monthly({seed, 20'000}));
  }
}

TEST(InvarianceTest, OfTheNotices) {
  for (const auto& entry : fs::directory_iterator(testing::root() / "tests/notices")) {
    if (entry.path().extension() != ".txt") continue;
    expect_invariant(entry.path().filename().string(), contents(entry.path()));
  }
}

TEST(InvarianceTest, OfTheCorpus) {
  GUANLAN_NEEDS_SHARED();
  for (const auto& entry : fs::directory_iterator(testing::shared_folder() / "corpus")) {
    if (entry.path().extension() != ".txt") continue;
    const std::string name = entry.path().filename().string();
    // At the narrow width headlines just fill the line, and nothing says that they end there. The
    // newsletter 004 is set in narrow columns: its headlines are known by their short lines.
    std::set<std::string> without{"width 62"};
    if (name == "004.txt") {
      without.insert({"width 80", "width 68", "indented", "spread", "pages", "half width",
                      "wide digits", "spaced digits"});
    }
    expect_invariant(name, contents(entry.path()), without);
  }
}

}  // namespace
}  // namespace guanlan
