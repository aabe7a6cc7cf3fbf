#include <nlohmann/json.hpp>

#include "guanlan/diff.h"
#include "resolve/canonical.h"

namespace guanlan {
namespace {

using Json = nlohmann::ordered_json;

std::string text(const Json& object, const char* key) {
  const auto it = object.find(key);
  return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

std::optional<double> number(const Json& object, const char* key) {
  const auto it = object.find(key);
  return it != object.end() && it->is_number() ? std::optional(it->get<double>()) : std::nullopt;
}

std::string date(const Json& v) { return canonical::date(text(v, "value"), text(v, "role")); }

std::string from_object(const Json& v, std::string_view field) {
  if (field == "dates" || field == "event_date") return date(v);
  if (field == "terms") return canonical::term(text(v, "value"), text(v, "role"), text(v, "derivation"));
  if (field == "regions") return text(v, "path");
  if (field == "instruments") return canonical::words({text(v, "title"), text(v, "status")});
  if (field == "citations") return canonical::words({text(v, "instrument"), text(v, "provision")});
  if (field == "parts") return canonical::words({text(v, "number"), text(v, "title")});
  if (field == "figures") {
    return canonical::figure(number(v, "value").value_or(0), text(v, "unit"), text(v, "approx"));
  }
  if (field == "enumerations") {
    return canonical::enumeration(number(v, "announced").value_or(0),
                                  number(v, "listed").value_or(0));
  }
  if (field == "sanctions") {
    return canonical::sanction(text(v, "type"), text(v, "target"), number(v, "amount"),
                               text(v, "currency"), number(v, "count"));
  }
  return text(v, "name");
}

}  // namespace

const std::vector<std::string_view>& record_fields() {
  static const std::vector<std::string_view> kFields{
      "path", "number",     "title",        "body",      "sources",     "parts",
      "kind", "event_date", "dates",        "deadlines", "terms", "authorities", "regions",
      "apps", "orgs",       "instruments",  "citations", "standards",   "doc_numbers",
      "cve",  "figures",    "enumerations", "sanctions"};
  return kFields;
}

std::vector<std::string> field_values(const Json& record, std::string_view field) {
  std::vector<std::string> out;
  if (!record.is_object()) return out;
  const auto it = record.find(std::string(field));
  if (it == record.end()) return out;
  const auto add = [&](const Json& v) {
    if (v.is_string()) out.push_back(v.get<std::string>());
    if (v.is_number()) out.push_back(canonical::number(v.get<double>()));
    if (v.is_object()) out.push_back(from_object(v, field));
  };
  if (!it->is_array()) {
    add(*it);
  } else {
    for (const Json& v : *it) add(v);
  }
  if (field == "path" && !out.empty()) {
    std::string joined = out.front();
    for (std::size_t i = 1; i < out.size(); ++i) joined += " > " + out[i];
    out.assign(1, joined);
  }
  return out;
}

}  // namespace guanlan
