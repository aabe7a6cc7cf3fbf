// laws: statutes, regulations and interpretations by article and by version.
//
// A law text (法律文本) is one version of one instrument, cut into provisions (条). Versions of the
// same instrument share a key. The library answers what a provision said on a given day.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guanlan/result.h"

namespace guanlan {

// 条: `number` as printed (第四十四条, 第十七条之一; 一 in amendments), empty for text without numbers.
struct Provision {
  std::string number;
  std::string heading;  // the headings above it, outermost first, joined by " / "
  std::string text;     // its paragraphs (款) joined by '\n', without the number

  friend bool operator==(const Provision&, const Provision&) = default;
};

struct LawText {
  std::string title;      // as printed: 中华人民共和国网络安全法
  std::string key;        // law_key(title)
  std::string category;   // 行政法, 司法解释, 浙江地方法规 …: where the collection files it
  std::string version;    // ISO date of adoption or last amendment; empty: unknown
  std::string effective;  // ISO date from which it applies; empty: unknown
  std::vector<std::pair<std::string, std::string>> events;  // (ISO date, words)
  std::vector<Provision> provisions;
};

// The name under which versions and spellings of one instrument meet: without 《》,
// 中华人民共和国, blanks and a closing date; widths folded. （试行）, （草案） stay: they are other texts.
[[nodiscard]] std::string law_key(std::string_view title);

struct ParsedLaw {
  LawText law;
  std::vector<Error> findings;  // duplicate articles, gaps, impossible dates: named, not fatal
};

// Reads one file of the Markdown layout: `# title`, lines `YYYY年M月D日 event`, `<!-- INFO END -->`,
// `##` headings, articles that begin with 第N条. damaged: no title, or no text under it.
[[nodiscard]] Result<ParsedLaw> parse_law(std::string_view markdown, std::string_view path);

// A reference to a provision: 第四十四条第二款第（三）项.
struct ProvisionRef {
  std::string article;  // 第四十四条; 第十七条之一
  int paragraph = 0;    // 款, from 1; 0: none named
  int item = 0;         // 项, from 1; 0: none named
};
// Reads 第四十四条第二款第三项, 44条2款, 四十四; invalid: what is legal.
[[nodiscard]] Result<ProvisionRef> parse_provision(std::string_view text);

}  // namespace guanlan
