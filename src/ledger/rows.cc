#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "guanlan/ledger.h"
#include "resolve/json_fields.h"

namespace guanlan {
namespace {

using Json = nlohmann::ordered_json;

const Json& child(const Json& object, const char* key) {
  static const Json none = Json::object();
  const auto it = object.find(key);
  return it != object.end() && it->is_object() ? *it : none;
}

RawSpan place_of(const Json& span) {
  const auto number = [&](const char* key) {
    const auto it = span.find(key);
    return it != span.end() && it->is_number_unsigned() ? it->get<std::uint32_t>() : 0;
  };
  return {static_cast<int>(number("page")), {number("begin"), number("end")}};
}

LedgerRow row_of(const Json& figure) {
  LedgerRow row;
  const Json &counts = child(figure, "counts"), &of = child(figure, "of"),
             &period = child(figure, "period"), &comparison = child(figure, "comparison"),
             &base = child(figure, "base");
  row.noun = text_field(counts, "noun");
  row.counts = text_field(counts, "text");
  row.of_kind = text_field(of, "kind");
  row.of = text_field(of, "name");
  row.period_kind = text_field(period, "kind");
  row.from = text_field(period, "from");
  row.until = text_field(period, "until");
  row.cumulative = period.value("cumulative", false);
  row.comparison = text_field(comparison, "kind");
  row.direction = text_field(comparison, "direction");
  row.base = text_field(base, "text");
  row.base_period = text_field(base, "period");
  row.value = figure.value("value", 0.0);
  row.unit = text_field(figure, "unit");
  row.approx = text_field(figure, "approx");
  row.text = text_field(figure, "text");
  row.place = place_of(child(figure, "span"));
  return row;
}

LedgerRow row_of(const Document& document, const QuantityMention& figure,
                 const LedgerEntry& entry) {
  const auto words = [&](Span span) {
    return span.empty() ? std::string() : wording(document, span);
  };
  LedgerRow row;
  if (!entry.counts.span.empty()) row.noun = entry.counts.noun();
  row.counts = words(entry.counts.span);
  if (!entry.of.span.empty()) row.of_kind = entry.of.kind, row.of = entry.of.name;
  if (!entry.period.span.empty()) {
    row.period_kind = entry.period.kind;
    row.from = entry.period.from;
    row.until = entry.period.until;
    row.cumulative = entry.period.cumulative;
  }
  const LedgerEntry::Against& against = entry.comparison;
  if (!against.span.empty()) {
    row.comparison = against.kind;
    row.direction = against.direction == 0 ? "" : against.direction < 0 ? "down" : "up";
  }
  row.base = words(against.base);
  if (!against.base.empty()) row.base_period = against.base_value;
  row.value = figure.value;
  row.unit = figure.unit;
  row.approx = name(figure.approx);
  row.text = words(figure.span);
  row.place = raw_span(document, figure.span);
  return row;
}

bool holds(std::string_view text, std::string_view words) {
  return words.empty() || text.find(words) != text.npos;
}

// 2024-04 of 2024-04-12; a half-year, a quarter and a year stay.
std::string month_of(const std::string& value) {
  const bool day = value.size() == 10;
  return day ? value.substr(0, 7) : value;
}

}  // namespace

std::vector<LedgerRow> ledger_rows(std::string_view record) {
  const Json item = Json::parse(record, nullptr, false);
  std::vector<LedgerRow> out;
  if (!item.is_object() || !item.contains("figures") || !item["figures"].is_array()) return out;
  std::vector<std::string> regions;
  for (const Json& region : item.value("regions", Json::array()))
    regions.push_back(text_field(region, "path"));
  for (const Json& figure : item["figures"]) {
    if (!figure.is_object()) continue;
    LedgerRow row = row_of(figure);
    row.file = text_field(item, "file");
    row.title = text_field(item, "title");
    row.kind = text_field(item, "kind");
    row.event_date = text_field(child(item, "event_date"), "value");
    row.item = item.value("n", std::int64_t{0});
    row.regions = row.of_kind == "region" ? std::vector{row.of} : regions;
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<LedgerRow> ledger_rows(const Document& document, std::size_t item) {
  const Mentions& m = document.mentions[item];
  const Item& it = document.issue.items[item];
  std::vector<std::string> regions;
  for (const RegionMention& region : m.regions) regions.push_back(region.path);
  std::vector<LedgerRow> out;
  for (std::size_t i = 0; i < m.figures.size(); ++i) {
    LedgerRow row =
        row_of(document, m.figures[i], i < m.ledger.size() ? m.ledger[i] : LedgerEntry{});
    row.file = document.source.name;
    row.title = wording(document, it.title);
    row.kind = m.kind;
    if (m.dates.event) row.event_date = m.dates.event->value;
    row.item = it.n;
    row.regions = row.of_kind == "region" ? std::vector{row.of} : regions;
    out.push_back(std::move(row));
  }
  return out;
}

bool matches(const LedgerRow& row, const LedgerQuery& query) {
  if (row.counts.empty()) return false;
  if (!query.counts.empty() && row.noun != query.counts && !holds(row.counts, query.counts))
    return false;
  if (!holds(row.of, query.of)) return false;
  const auto in = [&](const std::string& path) { return holds(path, query.region); };
  if (!query.region.empty() && std::none_of(row.regions.begin(), row.regions.end(), in))
    return false;
  const std::string_view end = row.until;
  if (!query.since.empty() &&
      (end.empty() || end < std::string_view(query.since).substr(0, end.size())))
    return false;
  return query.until.empty() || (!end.empty() && end.substr(0, query.until.size()) <= query.until);
}

std::vector<LedgerSum> ledger_sums(const std::vector<LedgerRow>& rows) {
  using Key = std::tuple<std::string, std::string, std::string, std::string, bool>;
  struct Sum {
    LedgerSum sum;
    std::string last;
    std::set<std::int64_t> items;
  };
  std::map<Key, Sum> sums;
  std::set<std::tuple<std::string, std::int64_t, std::string, std::string, double, bool>> told;
  for (const LedgerRow& row : rows) {
    if (!row.comparison.empty() || row.noun.empty() || row.until.empty()) continue;
    const bool stands = row.cumulative || row.period_kind == "as_of";
    if (!told.emplace(row.file, row.item, row.noun, row.of, row.value, stands).second) continue;
    Sum& one = sums[{row.noun, row.of, month_of(row.until), row.unit, stands}];
    one.sum.value = !stands                 ? one.sum.value + row.value
                    : row.until >= one.last ? row.value
                                            : one.sum.value;
    one.last = std::max(one.last, row.until);
    one.sum.approximate |= !row.approx.empty();
    one.items.insert(row.item);
  }
  std::vector<LedgerSum> out;
  for (auto& [key, one] : sums) {
    std::tie(one.sum.noun, one.sum.of, one.sum.month, one.sum.unit, one.sum.cumulative) = key;
    one.sum.items.assign(one.items.begin(), one.items.end());
    out.push_back(std::move(one.sum));
  }
  return out;
}

}  // namespace guanlan
