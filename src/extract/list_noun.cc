#include "extract/list_noun.h"

#include <algorithm>

#include "extract/around.h"
#include "extract/near.h"
#include "extract/shared_words.h"

namespace guanlan {
namespace {

constexpr std::uint32_t kListReach = 240;  // bytes from a member to the end of its list
constexpr std::size_t kNounReach = 60;

}  // namespace

ListNoun noun_of_list(const Passage& p, Span member) {
  constexpr std::string_view kEtc = "等";
  const std::uint32_t end = std::min(clause_end(p, member.end), member.end + kListReach);
  const std::string_view rest = p.text.substr(member.end, end - member.end);
  const auto etc = rest.find(kEtc);
  const auto close = std::min(etc, rest.find_first_of("0123456789"));
  if (close == std::string_view::npos) return ListNoun::none;
  const std::string_view noun = rest.substr(close == etc ? close + kEtc.size() : close, kNounReach);
  if (close == etc && shared_words().at(noun, 0, Shared::shop) != 0) return ListNoun::shops;
  if (!holds_word(noun, "、") && shared_words().holds(noun, Shared::firm)) return ListNoun::firms;
  if (close != etc) return ListNoun::none;
  const auto first = [noun](Shared cls) {
    return std::min(noun.size(), shared_words().find(noun, cls));
  };
  const std::size_t site = first(Shared::site), other = first(Shared::company);
  const std::size_t account = first(Shared::account);
  if (std::min(site, account) >= other) return ListNoun::none;
  return site < account ? ListNoun::sites : ListNoun::accounts;
}

}  // namespace guanlan
