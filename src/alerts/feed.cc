#include "alerts/feed.h"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "guanlan/alerts.h"
#include "store/search_entry.h"

namespace guanlan {
namespace alerting {
namespace {

void add(pugi::xml_node parent, const char* name, std::string_view text) {
  std::string clean(text);  // what XML 1.0 cannot hold
  std::erase_if(
      clean, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; });
  parent.append_child(name).text().set(clean.c_str());
}

}  // namespace

std::string atom(std::string_view id, std::string_view title, const std::vector<Entry>& entries,
                 std::string_view otherwise) {
  pugi::xml_document document;
  pugi::xml_node feed = document.append_child("feed");
  feed.append_attribute("xmlns") = "http://www.w3.org/2005/Atom";
  std::string newest(otherwise);
  if (!entries.empty()) {
    newest = std::max_element(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
               return a.updated < b.updated;
             })->updated;
  }
  add(feed, "id", id);
  add(feed, "title", title);
  add(feed, "updated", newest);
  add(feed.append_child("author"), "name", "Guanlan 观澜");
  for (const Entry& entry : entries) {
    pugi::xml_node node = feed.append_child("entry");
    add(node, "id", entry.id);
    add(node, "title", entry.title);
    add(node, "updated", entry.updated);
    if (!entry.link.empty())
      node.append_child("link").append_attribute("href") = entry.link.c_str();
    add(node, "summary", entry.summary);
  }
  std::ostringstream out;
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
  return out.str();
}

std::string point_in_time(std::string_view date, std::string_view otherwise) {
  const DayRange days = days_of(date);
  return days.empty() ? std::string(otherwise) : fmt::format("{}T00:00:00Z", day_text(days.begin));
}

}  // namespace alerting

Result<std::string> query_feed(Search& search, const SavedQuery& query, std::string_view address) {
  constexpr std::size_t kNewest = 50;
  auto words = search_query(query.query);
  if (!words) return tl::unexpected(std::move(words.error()));
  SearchRequest request;
  request.query = std::move(*words);
  request.sort = SortBy::date;
  request.limit = kNewest;
  request.facets = false;
  const auto found = search.find(request);
  if (!found) return tl::unexpected(found.error());
  std::vector<alerting::Entry> entries;
  for (const SearchHit& hit : found->hits) {
    std::string summary;
    for (const Segment& segment : hit.snippet) summary += segment.text;
    const std::string number = std::to_string(hit.item);
    entries.push_back({"urn:guanlan:item:" + number, hit.title,
                       alerting::point_in_time(hit.event_date, query.created), std::move(summary),
                       address.empty() ? "" : std::string(address) + "/items/" + number});
  }
  return alerting::atom("urn:guanlan:query:" + std::to_string(query.id), "观澜：" + query.name,
                        entries, query.created);
}

}  // namespace guanlan
