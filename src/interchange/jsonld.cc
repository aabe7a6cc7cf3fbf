// Records as schema.org (JSON-LD): what is reported, of which bodies and places, about which
// legislation and by which provision.
#include <nlohmann/json.hpp>

#include "guanlan/interchange.h"

namespace guanlan {
namespace {

using Json = nlohmann::ordered_json;

std::string word(const Json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

const Json& list(const Json& record, const char* key) {
  static const Json kNone = Json::array();
  const auto at = record.find(key);
  return at != record.end() && at->is_array() ? *at : kNone;
}

// schema.org/LegalForceStatus of an instrument's status; empty: the record does not say.
std::string legal_force(const std::string& status) {
  if (status == "effective") return "https://schema.org/InForce";
  if (status == "draft") return "https://schema.org/NotInForce";
  return {};
}

Json instruments(const Json& record) {
  Json out = Json::array();
  for (const Json& one : list(record, "instruments")) {
    Json legislation{{"@type", "Legislation"}, {"name", word(one, "title")}};
    if (auto force = legal_force(word(one, "status")); !force.empty()) {
      legislation["legislationLegalForce"] = std::move(force);
    }
    out.push_back(std::move(legislation));
  }
  return out;
}

Json citations(const Json& record) {
  Json out = Json::array();
  for (const Json& one : list(record, "citations")) {
    Json law{{"@type", "Legislation"}, {"name", word(one, "instrument")}};
    const std::string provision = word(one, "provision");
    if (provision.empty()) {
      out.push_back(std::move(law));
    } else {
      out.push_back({{"@type", "Legislation"},
                     {"legislationIdentifier", provision},
                     {"isPartOf", std::move(law)}});
    }
  }
  return out;
}

Json bodies(const Json& record) {
  Json out = Json::array();
  for (const Json& one : list(record, "authorities")) {
    out.push_back({{"@type", "GovernmentOrganization"}, {"name", word(one, "name")}});
  }
  for (const Json& one : list(record, "orgs")) {
    if (one.is_string()) out.push_back({{"@type", "Organization"}, {"name", one}});
  }
  for (const Json& one : list(record, "apps")) {
    if (one.is_string()) out.push_back({{"@type", "SoftwareApplication"}, {"name", one}});
  }
  return out;
}

// 甘肃省/天水市 → 天水市 in 甘肃省.
Json place(const std::string& path, const std::string& code) {
  const auto cut = path.rfind('/');
  Json out{{"@type", "AdministrativeArea"},
           {"name", cut == std::string::npos ? path : path.substr(cut + 1)}};
  if (!code.empty()) out["identifier"] = code;
  if (cut != std::string::npos) out["containedInPlace"] = place(path.substr(0, cut), {});
  return out;
}

Json places(const Json& record) {
  Json out = Json::array();
  for (const Json& one : list(record, "regions"))
    out.push_back(place(word(one, "path"), word(one, "code")));
  return out;
}

Json publishers(const Json& record) {
  Json out = Json::array();
  for (const Json& one : list(record, "sources")) {
    if (one.is_string()) out.push_back({{"@type", "Organization"}, {"name", one}});
  }
  return out;
}

void put(Json& node, const char* key, Json value) {
  if (!value.empty()) node[key] = std::move(value);
}

}  // namespace

Result<std::string> jsonld_line(std::string_view record_line) {
  const Json record = Json::parse(record_line, nullptr, false);
  if (!record.is_object() || !record.contains("title")) return fail(Code::invalid, "不是一条记录");
  Json node{{"@context", "https://schema.org"},
            {"@type", "Report"},
            {"@id", "urn:guanlan:" + word(record, "document") + ":" +
                        std::to_string(record.value("n", 0))},
            {"name", word(record, "title")},
            {"inLanguage", "zh"}};
  put(node, "genre", word(record, "kind"));
  if (const auto event = record.find("event_date"); event != record.end() && event->is_object()) {
    put(node, "temporalCoverage", word(*event, "value"));
  }
  put(node, "about", instruments(record));
  put(node, "citation", citations(record));
  put(node, "mentions", bodies(record));
  put(node, "spatialCoverage", places(record));
  put(node, "publisher", publishers(record));
  node["isBasedOn"] = {{"@type", "DigitalDocument"},
                       {"name", word(record, "file")},
                       {"identifier", word(record, "document")}};
  return node.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace guanlan
