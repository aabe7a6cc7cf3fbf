// Law (法条): what the library of laws says of the articles cited.
//
//   law.article        the article, paragraph or item does not exist in the version in force
//   law.not-in-force   every version of the law begins later than the day
//   law.renumbered     the number is that of another version (renumbered.cc)
//   law.quote          a quotation that is not the article's (quotations.cc)
//   law.fine           a fine outside of what the cited articles allow
// Without imported laws, or for laws not in the library, the rules say that they could not run.
#include <set>

#include "check/families.h"
#include "extract/around.h"
#include "guanlan/law_check.h"
#include "text/numeral.h"

namespace guanlan::checking {
namespace {

// 五万元以上五十万元以下: what an article allows in money.
struct FineRange {
  double low = 1e300, high = 0;
  bool relative = false;  // 违法所得一倍以上, 营业额百分之五: the amount cannot be judged

  [[nodiscard]] bool known() const { return high > 0 && !relative; }
  void add(const FineRange& other) {
    low = std::min(low, other.low);
    high = std::max(high, other.high);
    relative = relative || other.relative;
  }
};

FineRange fines_of(std::string_view article) {
  FineRange out;
  if (article.find("罚款") == std::string_view::npos) return out;
  for (std::uint32_t at = 0; at < article.size();) {
    const auto n = numeral_at(article, at, static_cast<std::uint32_t>(article.size()));
    if (!n) {
      at += utf8::decode(article, at).size;
      continue;
    }
    at = n->span.end;
    if (around::starts(article, at, "倍") || n->form == NumeralForm::percent) out.relative = true;
    if (!around::starts(article, at, "元")) continue;
    at += 3;
    const bool least = around::starts(article, at, "以上");
    if (least) out.low = std::min(out.low, n->value);
    if (around::starts(article, at, "以下")) {
      out.high = std::max(out.high, n->value);
      if (out.low > 1e299) out.low = 0;  // 五万元以下
    }
  }
  return out;
}

void article(Desk& desk, const CitationCheck& c, const CitationMention& citation) {
  const bool later = c.state == CitationState::not_in_force;
  desk.report({later ? "law.not-in-force" : "law.article",
               in_clean(citation.span),
               {{"law", citation.instrument},
                {"provision", citation.provision},
                {"day", c.day},
                {"note", c.note}}});
}

// The fines of one item against the articles that it cites.
void fines(Desk& desk, const Section& section, const std::vector<const CitationCheck*>& checks) {
  FineRange allowed;
  std::string articles;
  std::vector<Place> places;
  for (const CitationCheck* c : checks) {
    if (c->state != CitationState::found) return;  // one that is not known may allow it
    const auto& citation = section.mentions->citations[static_cast<std::size_t>(c->citation)];
    const FineRange range = fines_of(c->answer->provision.text);
    allowed.add(range);
    if (range.high == 0) continue;
    articles +=
        (articles.empty() ? "" : "、") + ("《" + citation.instrument + "》" + citation.provision);
    places.push_back(in_clean(citation.span));
  }
  if (!allowed.known()) return;
  for (const SanctionMention& s : section.mentions->sanctions) {
    if (s.type != "fine" || !s.amount || s.currency != "CNY") continue;
    if (*s.amount >= allowed.low && *s.amount <= allowed.high) continue;
    desk.report({"law.fine",
                 in_clean(s.span),
                 {{"articles", articles},
                  {"low", decimal(allowed.low, 0)},
                  {"high", decimal(allowed.high, 0)}},
                 {},
                 places});
  }
}

std::string joined(const std::set<std::string>& names) {
  constexpr std::size_t kNamed = 5;
  std::string out;
  std::size_t n = 0;
  for (const std::string& name : names) {
    if (n++ == kNamed) return out + "…";
    out += (out.empty() ? "" : "、") + name;
  }
  return out;
}

}  // namespace

void check_law(Desk& desk) {
  const Document& document = desk.document();
  bool cites = false;
  for (const Mentions& m : document.mentions) cites = cites || !m.citations.empty();
  if (!cites) return;
  if (desk.options().laws == nullptr) {
    return desk.not_run("law.*",
                        {"没有导入法规（guanlan laws import），法条未核对",
                         "no laws are imported (guanlan laws import); articles were not checked"});
  }
  const auto checks = check_citations(document, *desk.options().laws);
  if (!checks) {
    return desk.not_run("law.*", {"法规库读不了：" + checks.error().message,
                                  "the library of laws cannot be read: " + checks.error().message});
  }
  std::set<std::string> unknown, other_text;
  std::vector<std::vector<const CitationCheck*>> by_item(document.issue.items.size());
  for (const CitationCheck& c : *checks) {
    if (c.citation < 0) continue;  // what it points to is checked where it is cited
    const auto item = static_cast<std::size_t>(c.item);
    const auto& citation = document.mentions[item].citations[static_cast<std::size_t>(c.citation)];
    by_item[item].push_back(&c);
    if (c.state == CitationState::unknown_law) unknown.insert(citation.instrument);
    if (c.state == CitationState::unknown_text) other_text.insert(citation.instrument);
    if (c.state == CitationState::no_provision || c.state == CitationState::not_in_force) {
      article(desk, c, citation);
    }
  }
  for (const Section& section : desk.sections()) {
    if (section.item < 0) continue;
    const auto& own = by_item[static_cast<std::size_t>(section.item)];
    const auto rest = check_renumbered(desk, section, own);
    if (rest.size() == own.size()) fines(desk, section, own);
    check_quotations(desk, section, rest);
  }
  if (!other_text.empty()) {
    desk.not_run("law.article",
                 {"法规库中没有当日的文本，只有修改后的：" + joined(other_text),
                  "only later texts are in the library of laws: " + joined(other_text)});
  }
  if (!unknown.empty()) {
    desk.not_run("law.article", {"法规库中没有：" + joined(unknown),
                                 "not in the library of laws: " + joined(unknown)});
  }
}

}  // namespace guanlan::checking
