#include "extract/orgs/aliases.h"

#include <algorithm>
#include <array>

#include "extract/orgs/words.h"
#include "text/stands.h"
#include "text/word_set.h"

namespace guanlan::orgs {
namespace {

constexpr std::array<std::string_view, 5> kOperators = {"移动", "联通", "电信", "铁塔", "广电"};
constexpr std::size_t kFewOperators = 64;

// What stands before each word of the class that the name ends with.
void add_stems(std::string_view name, Around cls, std::unordered_set<std::string_view>& out) {
  for (const std::string_view word : words_of(cls)) {
    if (name.ends_with(word)) out.insert(name.substr(0, name.size() - word.size()));
  }
}

}  // namespace

Aliases::Aliases(const Passage& passage, const std::vector<Name>& names,
                 const std::vector<std::string>& texts)
    : names_(names), texts_(texts) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string& text = texts[i];
    if (names[i].source == Source::known) {
      std::string_view& longest = longest_[names[i].row];
      if (text.size() > longest.size() && !names[i].abroad) longest = text;
    }
    if (!all_.insert(text).second) continue;
    if (const auto blank = text.find(' ');
        names[i].source == Source::latin && blank != std::string::npos) {
      latin_heads_.insert(std::string_view(text).substr(0, blank));
    }
    add_stems(text, Around::group, grouped_);
    add_stems(text, Around::alias_form, formed_);
    reversed_.emplace_back(text.rbegin(), text.rend());
    if (text.ends_with("公司")) companies_.push_back(text);
    if (holds_word(text, "中国") && operators_.size() < kFewOperators) operators_.push_back(text);
  }
  std::sort(reversed_.begin(), reversed_.end());
  std::sort(companies_.begin(), companies_.end());
  announce(passage);
}

// (以下简称上海电信), (下称“上海电信”).
void Aliases::announce(const Passage& passage) {
  static const WordSet marks(words_of(Around::short_for));
  const std::string_view body = passage.of(passage.body);
  for (auto mark = marks.next_at(body, 0); mark.size != 0;
       mark = marks.next_at(body, mark.at + mark.size)) {
    std::string_view rest = body.substr(mark.at + mark.size, 60);
    for (const std::string_view open : {":", "为", "“", "\""}) {
      if (rest.starts_with(open)) rest.remove_prefix(open.size());
    }
    const auto end = std::min({rest.find(")"), rest.find("”"), rest.find(","), rest.find("\"")});
    if (end != std::string_view::npos) announced_.insert(rest.substr(0, end));
  }
}

bool Aliases::stands_for_another(std::size_t i) const {
  const std::string& text = texts_[i];
  const bool known = names_[i].source == Source::known;
  if ((known && is_of_longest(i)) ||
      ((known || names_[i].source == Source::latin) && begins_another(text)))
    return true;
  if ((known || names_[i].source == Source::list) && begins_company(text)) return true;
  if (grouped_.contains(text) || ends_another(text) || announced_.contains(text) ||
      is_rural_bank(text))
    return true;
  return names_[i].source == Source::op && is_operator_of(text);
}

// 建设银行|德阳分行 beside 中国建设银行股份有限公司德阳分行; another branch stands for itself.
bool Aliases::is_of_longest(std::size_t i) const {
  const std::string_view longest = longest_.at(names_[i].row);
  if (names_[i].kind == "group" && longest.size() == texts_[i].size())
    return longest != texts_[i];  // 甲团伙 beside 甲组织
  if (longest.size() <= texts_[i].size() || names_[i].abroad) return false;
  if (names_[i].kind == "university" && longest.starts_with(texts_[i]))
    return false;  // the university beside its school
  const Span whole = names_[i].span, known = names_[i].known;
  if (known.end >= whole.end || !whole.contains(known)) return true;
  const std::string_view rest = std::string_view(texts_[i]).substr(known.end - whole.begin);
  return !ends_with(rest, Around::branch) || longest.find(rest) != std::string_view::npos;
}

// 示岛农商银行 beside 示岛农村商业银行股份有限公司
bool Aliases::is_rural_bank(std::string_view text) const {
  constexpr std::string_view kBrief = "农商银行", kFull = "农村商业银行";
  const bool brief = text.ends_with(kBrief);
  if (!brief && !text.ends_with("农商行")) return false;
  text.remove_suffix(brief ? kBrief.size() : kBrief.size() - 3);
  const std::string full = std::string(text) + std::string(kFull);
  return all_.contains(full) || all_.contains(full + "股份有限公司") ||
         all_.contains(full + "有限责任公司");
}

bool Aliases::ends_another(std::string_view text) const {
  const std::string back(text.rbegin(), text.rend());
  const auto it = std::upper_bound(reversed_.begin(), reversed_.end(), back);
  return it != reversed_.end() && it->starts_with(back);
}

// 示例数智 beside 示例数智科技有限责任公司: only its trade and its legal form go on.
bool Aliases::begins_company(std::string_view text) const {
  const auto it = std::upper_bound(companies_.begin(), companies_.end(), text);
  if (it == companies_.end() || !it->starts_with(text)) return false;
  std::string_view rest = it->substr(text.size());
  for (const std::string_view form : {"股份有限公司", "有限责任公司", "有限公司", "公司"}) {
    if (!rest.ends_with(form)) continue;
    rest.remove_suffix(form.size());
    return rest.ends_with("集团") || is_trade(rest);
  }
  return false;
}

bool Aliases::begins_another(std::string_view text) const {
  return latin_heads_.contains(text) || formed_.contains(text);
}

bool Aliases::is_operator_of(std::string_view text) const {
  for (const std::string_view op : kOperators) {
    const auto at = text.find(op);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string whole = "中国" + std::string(op);
    for (const std::string_view full : operators_) {
      const auto found = full.find(whole);
      if (found != std::string_view::npos &&
          full.find(text.substr(0, at), found + 6) != std::string_view::npos)
        return true;
    }
  }
  return false;
}

}  // namespace guanlan::orgs
