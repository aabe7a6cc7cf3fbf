#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "compose/docx_text.h"
#include "compose/body_text.h"
#include "compose/site.h"
#include "read/digest.h"

namespace guanlan::compose {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kNewest = 50;

// 2024-05 → 2024-05-01T00:00:00Z
std::string instant(const std::string& date) {
  static constexpr std::string_view kRest = "0000-01-01";
  return date + std::string(kRest.substr(std::min(date.size(), kRest.size()))) + "T00:00:00Z";
}

std::string urn(std::string_view what) {
  return "urn:guanlan:" + sha256_digest(what).substr(7, 32);
}

}  // namespace

std::string site_feed(const SiteConfig& config, const std::vector<SiteEntry>& entries,
                      std::optional<std::size_t> section, std::string_view address) {
  const std::string up = !address.empty() ? std::string(address) : section ? "../" : "";
  const std::string place = section ? config.sections[*section].first + "/" : "";
  const std::string title =
      section ? config.name + " " + config.sections[*section].second : config.name;
  std::string rows, updated = "1970-01-01T00:00:00Z";
  std::size_t count = 0;
  for (const SiteEntry& entry : entries) {
    if (entry.date.size() < 4 || (section && entry.section != *section) || count == kNewest)
      continue;
    if (++count == 1) updated = instant(entry.date);
    rows += fmt::format(
        "<entry>\n<id>urn:guanlan:item:{}</id>\n<title>{}</title>\n<updated>{}</updated>\n"
        "<link rel=\"alternate\" href=\"{}\"/>\n<author><name>{}</name></author>\n"
        "<summary>{}</summary>\n</entry>\n",
        entry.id, xml_escaped(entry.title), instant(entry.date), xml_escaped(up + entry.href),
        xml_escaped(entry.source.empty() ? config.name : entry.source), xml_escaped(entry.summary));
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xml:lang=\"zh-CN\">\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n"
      "<link rel=\"self\" href=\"{}\"/>\n<link rel=\"alternate\" href=\"{}\"/>\n"
      "<author><name>{}</name></author>\n{}</feed>\n",
      urn(config.name + "/" + place), xml_escaped(title), updated,
      xml_escaped(address.empty() ? "feed.xml" : up + place + "feed.xml"),
      xml_escaped(address.empty() ? "index.html" : up + place + "index.html"),
      xml_escaped(config.name), rows);
}

std::string site_index(const std::vector<SiteEntry>& entries) {
  Json all = Json::array();
  for (const SiteEntry& entry : entries) {
    all.push_back(
        {{"u", entry.href}, {"t", entry.title}, {"d", entry.date}, {"b", words_of(entry.body)}});
  }
  return "window.guanlanIndex=" + all.dump(-1, ' ', false, Json::error_handler_t::replace) + ";\n";
}

}  // namespace guanlan::compose
