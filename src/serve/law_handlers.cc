// Laws: the library's instruments and versions, their text on a day, what cites each article.
#include <algorithm>
#include <charconv>
#include <map>

#include "guanlan/interchange.h"
#include "serve/answers.h"
#include "serve/service.h"
#include "text/numeral.h"

namespace guanlan::serve {
namespace {

constexpr std::size_t kMostItems = 50;

// 第四十四条之一 of 44之一; what is no number stays as it is.
std::string provision_of(std::string_view article) {
  int number = 0;
  const auto [end, error] =
      std::from_chars(article.data(), article.data() + article.size(), number);
  if (error != std::errc{}) return std::string(article);
  return "第" + chinese_numeral(number) + "条" + std::string(end, article.data() + article.size());
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json versions_json(const std::vector<LawVersion>& versions) {
  Json out = Json::array();
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const std::string to = i + 1 < versions.size() ? applies_from(versions[i + 1]) : std::string();
    out.push_back({{"from", text_or_null(applies_from(versions[i]))}, {"to", text_or_null(to)}});
  }
  return out;
}

Result<Response> laws(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto all = (*reader)->laws.list(x.query("q"));
  if (!all) return tl::unexpected(all.error());
  std::map<std::string, std::vector<LawVersion>> by_key;
  for (const LawVersion& version : *all) by_key[version.key].push_back(version);
  const auto uses = x.service.search().law_uses("");
  if (!uses) return tl::unexpected(uses.error());
  std::map<std::string, std::size_t> cited;
  for (const LawUse& use : *uses) cited[use.law] = use.items.size();
  Json rows = Json::array();
  for (const auto& [key, versions] : by_key) {
    rows.push_back({{"id", key},
                    {"title", versions.back().title},
                    {"versions", versions_json(versions)},
                    {"cited", cited[key]}});
  }
  return json_answer(list_answer(*window, std::move(rows)));
}

struct Versions {
  std::vector<LawVersion> all;  // oldest first
  std::size_t chosen = 0;       // in force on the day that is asked for; none: the latest
  [[nodiscard]] const LawVersion& version() const { return all[chosen]; }
};

Result<Versions> versions_asked(const Exchange& x, const Reader& reader) {
  const auto on = date_of(x, "on");
  if (!on) return tl::unexpected(on.error());
  auto all = reader.laws.versions(x.parts[0]);
  if (!all) return tl::unexpected(std::move(all.error()));
  const auto chosen = in_force(*all, *on);
  if (!chosen) return tl::unexpected(chosen.error());
  return Versions{std::move(*all), *chosen};
}

using Counterparts = std::vector<LawCounterpart>;

// What an article is in the other versions where number or words differ; number null: it is not
// there. Versions that no import has compared with this one say nothing.
Json elsewhere_json(const Versions& versions, const std::vector<Counterparts>& all,
                    std::size_t article, const Provision& here) {
  Json out = Json::array();
  for (const LawVersion& version : versions.all) {
    const bool compared = std::any_of(all.begin(), all.end(), [&](const Counterparts& one) {
      return counterpart_in(one, version) != nullptr;
    });
    if (!compared) continue;
    const LawCounterpart* there = counterpart_in(all[article], version);
    const bool same_words = there != nullptr && there->likeness == 1;
    if (same_words && there->provision.number == here.number) continue;
    out.push_back({{"from", text_or_null(applies_from(version))},
                   {"number", there == nullptr ? Json(nullptr) : Json(there->provision.number)},
                   {"same_words", same_words}});
  }
  return out;
}

Result<Response> law(const Exchange& x) {
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto versions = versions_asked(x, **reader);
  if (!versions) return tl::unexpected(versions.error());
  const LawVersion& version = versions->version();
  const auto provisions = (*reader)->laws.provisions(version.id);
  if (!provisions) return tl::unexpected(provisions.error());
  const auto counterparts = (*reader)->laws.counterparts(versions->all, versions->chosen);
  if (!counterparts) return tl::unexpected(counterparts.error());
  Json articles = Json::array();
  for (std::size_t i = 0; i < provisions->size(); ++i) {
    const Provision& p = (*provisions)[i];
    articles.push_back({{"number", p.number},
                        {"heading", p.heading},
                        {"text", p.text},
                        {"elsewhere", elsewhere_json(*versions, *counterparts, i, p)}});
  }
  return json_answer(
      {{"title", version.title},
       {"on", x.query("on").empty() ? applies_from(version) : std::string(x.query("on"))},
       {"versions", versions_json(versions->all)},
       {"articles", std::move(articles)}});
}

Result<Response> citations(const Exchange& x) {
  const auto uses = x.service.search().law_uses(law_key(x.parts[0]));
  if (!uses) return tl::unexpected(uses.error());
  Json rows = Json::array();
  for (const LawUse& use : *uses) {
    const auto shown = static_cast<std::ptrdiff_t>(std::min(use.items.size(), kMostItems));
    rows.push_back({{"article", provision_of(use.article)},
                    {"count", use.items.size()},
                    {"items", std::vector(use.items.begin(), use.items.begin() + shown)}});
  }
  return json_answer(rows);
}

Result<Response> akoma(const Exchange& x) {
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto versions = versions_asked(x, **reader);
  if (!versions) return tl::unexpected(versions.error());
  const auto provisions = (*reader)->laws.provisions(versions->version().id);
  if (!provisions) return tl::unexpected(provisions.error());
  return Response{200, "application/akn+xml; charset=utf-8",
                  akoma_ntoso(versions->version(), *provisions)};
}

}  // namespace

std::vector<Route> law_routes() {
  const Parameter id{"id", "name of the instrument, as the list gives it"};
  return {
      {Method::get, "/api/v1/laws", Role::reader, laws,
       "Imported laws with their versions, and how many stored items name them", "LawList",
       with_list({{"q", "contained in the title"}})},
      {Method::get,
       "/api/v1/laws/{id}",
       Role::reader,
       law,
       "The text of a law on a day",
       "LawText",
       {id, {"on", "a day; default: the latest version"}}},
      {Method::get,
       "/api/v1/laws/{id}/citations",
       Role::reader,
       citations,
       "For each article the items that cite it (50 at most; count: all); article empty: those that name the law",
       "CitationCounts",
       {id}},
      {Method::get,
       "/api/v1/laws/{id}/akn",
       Role::reader,
       akoma,
       "The text of a law on a day as Akoma Ntoso 3.0 (OASIS LegalDocML)",
       "application/akn+xml",
       {id, {"on", "a day; default: the latest version"}}},
  };
}

}  // namespace guanlan::serve
