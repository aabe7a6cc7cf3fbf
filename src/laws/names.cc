#include "laws/names.h"

#include "guanlan/laws.h"
#include "guanlan/lexicon.h"
#include "text/numeral.h"

namespace guanlan {

std::string loose_key(std::string_view title) {
  std::string key = law_key(title);
  while (key.ends_with(")")) {
    const auto open = key.rfind('(');
    if (open == std::string::npos || open == 0) break;
    key.resize(open);
  }
  const auto year = numeral_at(key, 0, static_cast<std::uint32_t>(key.size()));
  constexpr std::string_view kYear = "年";
  if (year && std::string_view(key).substr(year->span.end).starts_with(kYear))
    key.erase(0, year->span.end + kYear.size());
  return key;
}

std::vector<std::string> key_candidates(std::string_view title) {
  std::vector<std::string> out{law_key(title)};
  const Lexicon& lexicon = Lexicon::builtin();
  std::vector<Hit> hits;
  const std::string& key = out.front();
  lexicon.scan(key, {0, static_cast<std::uint32_t>(key.size())}, hits);
  for (const Hit& hit : hits) {
    if (hit.cls != WordClass::law || hit.span.begin != 0 || hit.span.end != key.size()) continue;
    out.push_back(law_key(lexicon.table(WordClass::law).name(hit.row)));
  }
  return out;
}

}  // namespace guanlan
