// Laws: the library's instruments and versions, their text on a day, what cites each article.
#include <algorithm>
#include <map>

#include "serve/answers.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

constexpr std::size_t kMostItems = 50;

// Calls f(item, citation) for every citation of the stored items.
template <class F>
Result<void> each_citation(const Store& store, F f) {
  return store.each({}, [&](StoredItem&& item) {
    if (item.record.find("\"citations\":[]") != std::string::npos) return true;
    const Json record = Json::parse(item.record, nullptr, false);
    const auto it = record.is_object() ? record.find("citations") : record.end();
    if (!record.is_object() || it == record.end()) return true;
    for (const Json& citation : *it) f(item, citation);
    return true;
  });
}

std::string instrument_of(const Json& citation) {
  return law_key(citation.value("instrument", ""));
}

// 第四十四条 of 第四十四条第二款.
std::string article_of(const Json& citation) {
  const auto it = citation.find("provision");
  if (it == citation.end() || !it->is_string()) return {};
  const auto reference = parse_provision(it->get<std::string>());
  return reference ? reference->article : std::string();
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
  std::map<std::string, std::int64_t> cited;
  const auto done = each_citation(*(*reader)->store, [&](const StoredItem&, const Json& citation) {
    ++cited[instrument_of(citation)];
  });
  if (!done) return tl::unexpected(done.error());
  Json rows = Json::array();
  for (const auto& [key, versions] : by_key) {
    rows.push_back({{"id", key},
                    {"title", versions.back().title},
                    {"versions", versions_json(versions)},
                    {"cited", cited[key]}});
  }
  return json_answer(list_answer(*window, std::move(rows)));
}

Result<Response> law(const Exchange& x) {
  const auto on = date_of(x, "on");
  if (!on) return tl::unexpected(on.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto versions = (*reader)->laws.versions(x.parts[0]);
  if (!versions) return tl::unexpected(versions.error());
  const auto chosen = in_force(*versions, *on);
  if (!chosen) return tl::unexpected(chosen.error());
  const LawVersion& version = (*versions)[*chosen];
  const auto provisions = (*reader)->laws.provisions(version.id);
  if (!provisions) return tl::unexpected(provisions.error());
  Json articles = Json::array();
  for (const Provision& p : *provisions) {
    articles.push_back({{"number", p.number}, {"heading", p.heading}, {"text", p.text}});
  }
  return json_answer({{"title", version.title},
                      {"on", on->empty() ? applies_from(version) : *on},
                      {"versions", versions_json(*versions)},
                      {"articles", std::move(articles)}});
}

Result<Response> citations(const Exchange& x) {
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const std::string key = law_key(x.parts[0]);
  struct Article {
    std::int64_t count = 0;
    std::vector<std::int64_t> items;
  };
  std::map<std::string, Article> articles;
  const auto done =
      each_citation(*(*reader)->store, [&](const StoredItem& item, const Json& citation) {
        if (instrument_of(citation) != key) return;
        Article& article = articles[article_of(citation)];
        ++article.count;
        if (article.items.size() < kMostItems &&
            (article.items.empty() || article.items.back() != item.id)) {
          article.items.push_back(item.id);
        }
      });
  if (!done) return tl::unexpected(done.error());
  Json rows = Json::array();
  for (const auto& [number, article] : articles) {
    rows.push_back({{"article", number}, {"count", article.count}, {"items", article.items}});
  }
  return json_answer(rows);
}

}  // namespace

std::vector<Route> law_routes() {
  const Parameter id{"id", "name of the instrument, as the list gives it"};
  return {
      {Method::get, "/api/v1/laws", Role::reader, laws,
       "Imported laws with their versions, and how often the stored items cite them", "LawList",
       with_list({{"q", "contained in the title"}}), Body::none, {}, Pace::slow},
      {Method::get, "/api/v1/laws/{id}", Role::reader, law, "The text of a law on a day",
       "LawText", {id, {"on", "a day; default: the latest version"}}},
      {Method::get, "/api/v1/laws/{id}/citations", Role::reader, citations,
       "For each article the items that cite it; article empty: the law as a whole",
       "CitationCounts", {id}, Body::none, {}, Pace::slow},
  };
}

}  // namespace guanlan::serve
