#include "extract/list_noun.h"

#include <algorithm>
#include <array>

#include "extract/around.h"
#include "extract/near.h"
#include "extract/shared_words.h"

namespace guanlan {
namespace {

constexpr std::uint32_t kListReach = 240;  // bytes from a member to the end of its list
constexpr std::size_t kNounReach = 60;

// Where the first of the words stands; the text's size: none.
std::size_t first_of(std::string_view text, around::Words words) {
  std::size_t first = text.size();
  for (const std::string_view word : words) first = std::min(first, text.find(word));
  return first;
}

}  // namespace

ListNoun noun_of_list(const Passage& p, Span member) {
  constexpr std::array<std::string_view, 2> kSites = {"平台", "网站"};
  constexpr std::array<std::string_view, 3> kOthers = {"巨头", "企业", "公司"};
  constexpr std::string_view kEtc = "等";
  const std::uint32_t end = std::min(clause_end(p, member.end), member.end + kListReach);
  const std::string_view rest = p.text.substr(member.end, end - member.end);
  const auto etc = rest.find(kEtc);
  const auto close = std::min(etc, rest.find_first_of("0123456789"));
  if (close == std::string_view::npos) return ListNoun::none;
  const std::string_view noun = rest.substr(close == etc ? close + kEtc.size() : close, kNounReach);
  if (close == etc && shared_at(noun, 0, Shared::shop) != 0) return ListNoun::shops;
  if (!holds_word(noun, "、") && holds_shared(noun, Shared::firm)) return ListNoun::firms;
  if (close != etc) return ListNoun::none;
  const std::size_t site = first_of(noun, kSites), other = first_of(noun, kOthers);
  const std::size_t account = find_shared(noun, Shared::account);
  if (std::min(site, account) >= other) return ListNoun::none;
  return site < account ? ListNoun::sites : ListNoun::accounts;
}

}  // namespace guanlan
