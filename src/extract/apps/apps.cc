// 应用: apps, mini-programs, platforms and AI models that an item is about – notified, taken down,
// filed, launched, reviewed. Not platforms named in passing (在抖音、快手等平台发布…).
//
// Rules, as `explain` prints them: app.quoted, app.quoted-platform, app.quoted-system,
// app.quoted-game, app.version, app.owned, app.launched, app.flawed, app.listed, app.counted,
// app.numbered, app.alone, app.table, app.headline, app.punished, app.known-list, app.compared,
// app.topic.
#include <algorithm>
#include <string>
#include <unordered_set>

#include "extract/apps/candidates.h"
#include "guanlan/mention.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

// Compared without case, blanks and the noun behind it (甲APP and 甲).
std::string key_of(std::string_view name) {
  std::string key;
  for (char c : name) {
    if (c == ' ') continue;
    key += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  for (std::string_view noun : {"app", "小程序"}) {
    if (key.size() > noun.size() && key.ends_with(noun)) key.erase(key.size() - noun.size());
  }
  return key;
}

// All characters of `part` stand in `whole` in their order: 上海反…平台 in 上海市反…平台.
bool is_shortened(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < whole.size() && at < part.size(); ++i) at += whole[i] == part[at];
  return at == part.size() && part.size() * 2 > whole.size();
}

// AliExpress of 全球速卖通(AliExpress): the same app by another name.
std::string_view bracketed_after(std::string_view text, std::uint32_t at) {
  constexpr std::size_t kLongest = 40;
  const std::string_view after = text.substr(std::min<std::size_t>(at, text.size()), kLongest);
  const auto close = after.find(')');
  return after.starts_with('(') && close != std::string_view::npos ? after.substr(1, close - 1)
                                                                   : std::string_view{};
}

// https://app.example.|vip: a piece of an address.
bool in_address(std::string_view text, std::uint32_t at) {
  const auto letter = [&](std::uint32_t i) {
    return i < text.size() && utf8::is_latin(static_cast<unsigned char>(text[i]));
  };
  return at >= 2 && (text[at - 1] == '.' || text[at - 1] == '@') && letter(at - 2) && letter(at);
}

}  // namespace

std::vector<NameMention> find_apps(const Passage& passage, const Titles& titles, const Mentions&) {
  const apps::Words words(passage);
  if (words.all().empty()) return {};
  std::vector<apps::Candidate> found;
  const apps::Names names(passage, words);
  const apps::Ground ground{passage, words, names};
  apps::in_quotes(ground, titles, found);
  apps::launched(ground, found);
  apps::listed(ground, found);
  apps::counted(ground, found);
  apps::versioned(ground, found);
  apps::numbered(ground, found);
  apps::alone(ground, found);
  apps::in_tables(passage, words, found);
  apps::well_known(ground, found);
  const auto place = [&](const apps::Candidate& c) {
    return std::pair{passage.title.contains(c.span), c.span.begin};
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  std::vector<NameMention> out;
  std::unordered_set<std::string> seen;
  for (const apps::Candidate& c : found) {
    if (in_address(passage.text, c.span.begin)) continue;
    std::string key = key_of(passage.of(c.span));
    if (passage.title.contains(c.span) && out.size() < 64 &&
        std::any_of(out.begin(), out.end(), [&](const NameMention& m) {
          return is_shortened(key, key_of(passage.of(m.span)));
        })) {
      continue;
    }
    if (!seen.insert(std::move(key)).second) continue;
    const std::string_view other = bracketed_after(passage.text, c.span.end);
    if (!other.empty()) seen.insert(key_of(other));
    out.push_back({c.span, std::string(passage.of(c.span)), {c.rule, c.cue}});
  }
  return out;
}

}  // namespace guanlan
