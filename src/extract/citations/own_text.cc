#include "extract/citations/own_text.h"

#include <algorithm>

#include "extract/around.h"
#include "extract/citations/laws_named.h"
#include "extract/citations/provisions.h"
#include "extract/near.h"
#include "laws/dates.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::string_view kDi = "第";

// (一), 1., 一、: an item of the paragraph above.
bool is_item(std::string_view line) {
  if (line.empty()) return true;
  if (line.front() == '(' || utf8::is_digit(static_cast<unsigned char>(line.front()))) return true;
  constexpr std::string_view kHan = "一二三四五六七八九十";
  return kHan.find(line.substr(0, 3)) != std::string_view::npos &&
         holds_word(line.substr(0, 12), "、");
}

// 示例条例, 示例办法(试行); the whole headline, which is no news about one.
Span law_name(const Passage& p) {
  Span name = p.title;
  for (const Bracket& b : p.brackets) {
    if (b.mark == Mark::paren && b.span.end == name.end) name.end = b.span.begin;
  }
  const Hit* head =
      name.empty() ? nullptr : ending_at(p, WordClass::title_head, name.end, name.begin);
  if (head == nullptr || p.lexicon->table(WordClass::title_head).cell(head->row, "kind") != "law")
    return {};
  if (holds_word(p.of(p.title), "《")) return {};
  return without_republic(p, p.title);
}

}  // namespace

OwnText::OwnText(const Passage& p) {
  const std::string_view body = p.of(p.body);
  if (!body.starts_with(kDi) && body.find("\n第") == body.npos) return;
  wording_ = law_name(p);
  if (wording_.empty()) return;
  name_ = p.of(wording_);
  for (std::uint32_t at = p.body.begin; at < p.body.end;) {
    const auto end =
        static_cast<std::uint32_t>(std::min<std::size_t>(p.text.find('\n', at), p.body.end));
    const std::string_view line = p.of({at, end});
    const ProvisionList head =
        line.starts_with(kDi) ? read_provisions(p.text, at, end) : ProvisionList{};
    if (head.provisions.size() == 1 &&
        head.provisions.front().value == head.provisions.front().article) {
      articles_.push_back({p.of({at, head.end}), {at}});
    } else if (!articles_.empty() && !is_item(line)) {
      articles_.back().paragraphs.push_back(at);
    }
    at = end + 1;
  }
}

CitedProvision OwnText::own(std::string provision) const {
  return {std::string(name_), wording_, std::move(provision)};
}

OwnText::Answer OwnText::before(std::string_view pointer, std::uint32_t at) const {
  const auto after =
      std::partition_point(articles_.begin(), articles_.end(),
                           [&](const Article& a) { return a.paragraphs.front() <= at; });
  if (after == articles_.begin()) return {};
  const auto article = std::prev(after);
  Answer out{true, {}};
  if (pointer == "前条") {
    if (article != articles_.begin())
      out.provisions.push_back(own(std::string(std::prev(article)->number)));
    return out;
  }
  const auto& lines = article->paragraphs;
  const auto here =
      static_cast<int>(std::upper_bound(lines.begin(), lines.end(), at) - lines.begin());  // 第几款
  const int back = pointer == "前款"                            ? 1
                   : pointer == "前两款" || pointer == "前二款" ? 2
                   : pointer == "前三款"                        ? 3
                                                                : 0;
  if (back == 0 || here <= back) return out;
  for (int n = here - back; n < here; ++n) {
    out.provisions.push_back(own(std::string(article->number) + "第" + han_number(n) + "款"));
  }
  return out;
}

}  // namespace guanlan
