#include <nlohmann/json.hpp>

#include "guanlan/diff.h"
#include "resolve/canonical.h"
#include "resolve/json_fields.h"

namespace guanlan {
namespace {

using Json = nlohmann::ordered_json;

std::optional<double> number(const Json& object, const char* key) {
  const auto it = object.find(key);
  return it != object.end() && it->is_number() ? std::optional(it->get<double>()) : std::nullopt;
}

std::string date(const Json& v) {
  return canonical::date(text_field(v, "value"), text_field(v, "role"));
}

std::string cited(const Json& v) {
  return canonical::words({text_field(v, "instrument"), text_field(v, "provision")});
}

std::string reference(const Json& v) {
  std::vector<std::string> all;
  if (const auto candidates = v.find("candidates"); candidates != v.end()) {
    for (const Json& one : *candidates) all.push_back(cited(one));
  }
  if (all.empty()) all.push_back(cited(v));
  return canonical::one_of(all);
}

std::string from_object(const Json& v, std::string_view field) {
  if (field == "dates" || field == "event_date") return date(v);
  if (field == "terms")
    return canonical::term(text_field(v, "value"), text_field(v, "role"),
                           text_field(v, "derivation"));
  if (field == "regions") return text_field(v, "path");
  if (field == "instruments")
    return canonical::words({text_field(v, "title"), text_field(v, "status")});
  if (field == "citations") return cited(v);
  if (field == "references") return reference(v);
  if (field == "parts") return canonical::words({text_field(v, "number"), text_field(v, "title")});
  if (field == "figures") {
    return canonical::figure(number(v, "value").value_or(0), text_field(v, "unit"),
                             text_field(v, "approx"));
  }
  if (field == "enumerations") {
    return canonical::enumeration(number(v, "announced").value_or(0),
                                  number(v, "listed").value_or(0));
  }
  if (field == "sanctions") {
    return canonical::sanction(text_field(v, "type"), text_field(v, "target"), number(v, "amount"),
                               text_field(v, "currency"), number(v, "count"));
  }
  return text_field(v, "name");
}

}  // namespace

// The places are bits of the search index (SearchRow::has): a new field comes last.
const std::vector<std::string_view>& record_fields() {
  static const std::vector<std::string_view> kFields{
      "path",        "number",     "title",   "body",         "sources",   "parts",
      "kind",        "event_date", "dates",   "deadlines",    "terms",     "authorities",
      "regions",     "apps",       "orgs",    "instruments",  "citations", "standards",
      "doc_numbers", "cve",        "figures", "enumerations", "sanctions", "references"};
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
