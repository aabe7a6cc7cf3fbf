// What a typesetter or an exporter does to a text must not change its records.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "guanlan/record.h"
#include "testing/generate.h"
#include "testing/variants.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

using nlohmann::ordered_json;
using testing::MonthlyOptions;

std::string file(const std::string& name) {
  std::ifstream in(std::string(GUANLAN_ROOT) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Drops what names bytes, pages and the file; folds widths and blanks of what is left.
ordered_json comparable(ordered_json value) {
  if (value.is_object()) {
    for (const char* key : {"document", "file", "span", "spans", "title_span", "source_spans", "deadline_spans", "page", "text"}) {
      value.erase(key);
    }
    for (auto& [key, inner] : value.items()) {
      (void)key;
      inner = comparable(inner);
    }
  } else if (value.is_array()) {
    for (auto& inner : value) inner = comparable(inner);
  } else if (value.is_string()) {
    const auto text = value.get<std::string>();
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const auto d = utf8::decode(text, at);
      at += d.size;
      if (!utf8::is_blank(d.cp) && d.cp != '\n') utf8::append(out, fold(d.cp));
    }
    value = out;
  }
  return value;
}

std::vector<ordered_json> read_records(const std::string& bytes) {
  auto sources = read_bytes(bytes, "text.txt");
  EXPECT_TRUE(sources) << (sources ? "" : sources.error().message);
  std::vector<ordered_json> out;
  if (!sources) return out;
  for (auto& r : records(process(std::move(sources->front()), Lexicon::builtin()))) {
    out.push_back(comparable(std::move(r)));
  }
  return out;
}

void expect_same(const std::string& text, const std::string& variant) {
  const auto want = read_records(text);
  const auto have = read_records(variant);
  ASSERT_FALSE(want.empty());
  ASSERT_EQ(want.size(), have.size());
  for (std::size_t i = 0; i < want.size(); ++i) {
    if (want[i] == have[i]) continue;
    for (const auto& [key, value] : want[i].items()) EXPECT_EQ(value, have[i][key]) << "item " << i + 1 << ' ' << key;
  }
}

class Invariance : public ::testing::TestWithParam<const char*> {
 protected:
  std::string text() const {
    const std::string name = GetParam();
    return name == "generated" ? testing::monthly({7, 20000}) : file(name);
  }
};

TEST_P(Invariance, LineEnds) { expect_same(text(), testing::crlf(text())); }
TEST_P(Invariance, Charset) { expect_same(text(), testing::encode(text(), "gb18030")); }
TEST_P(Invariance, Utf16) { expect_same(text(), "\xFF\xFE" + testing::encode(text(), "UTF-16LE")); }
TEST_P(Invariance, HalfWidthPunctuation) { expect_same(text(), testing::half_width(text())); }
TEST_P(Invariance, CornerQuotes) { expect_same(text(), testing::corner_quotes(text())); }
TEST_P(Invariance, Rewrapped76) { expect_same(text(), testing::rewrap(text(), 76)); }
TEST_P(Invariance, Rewrapped60) { expect_same(text(), testing::rewrap(text(), 60)); }
TEST_P(Invariance, PageBreaks) { expect_same(text(), testing::paginate(testing::rewrap(text(), 80), 38)); }

INSTANTIATE_TEST_SUITE_P(Samples, Invariance, ::testing::Values("samples/monthly.txt", "generated"));

}  // namespace
}  // namespace guanlan
