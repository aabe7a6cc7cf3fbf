#include "enforcement/case.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "lexicon/rows.h"
#include "text/utf8.h"

namespace guanlan::enforcing {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& node, const char* key) {
  const auto it = node.find(key);
  return it != node.end() && it->is_string() ? it->get<std::string>() : std::string();
}

double number_of(const Json& node, const char* key) {
  const auto it = node.find(key);
  return it != node.end() && it->is_number() ? it->get<double>() : 0;
}

const Json& list_of(const Json& record, const char* key) {
  static const Json none = Json::array();
  const auto it = record.find(key);
  return it != record.end() && it->is_array() ? *it : none;
}

void add(std::vector<std::string>& all, std::string one) {
  if (!one.empty() && std::find(all.begin(), all.end(), one) == all.end())
    all.push_back(std::move(one));
}

// lexicon/stats/violations.tsv: kinds of violation by the words that tell them.
struct Violation {
  std::string_view name;
  std::vector<std::string_view> words;
};
const std::vector<Violation>& violations() {
  static const auto all = [] {
    std::vector<Violation> out;
    for (const auto& row : rows_of("lexicon/stats/violations.tsv"))
      out.push_back({row[0], split(row[1], '|')});
    return out;
  }();
  return all;
}

std::vector<std::string> violations_in(const std::string& text) {
  std::vector<std::string> out;
  for (const Violation& one : violations()) {
    const bool told = std::any_of(one.words.begin(), one.words.end(), [&](std::string_view word) {
      return text.find(word) != std::string::npos;
    });
    if (told) out.emplace_back(one.name);
  }
  return out;
}

// The sentence that a span stands in, wraps undone.
std::string sentence_at(std::string_view raw, std::uint32_t begin, std::uint32_t end) {
  constexpr std::size_t kFar = 900;
  constexpr std::string_view kStop = "。";
  if (begin > raw.size()) return {};
  const std::size_t floor = begin > kFar ? begin - kFar : 0;
  std::size_t from = raw.substr(0, begin).rfind(kStop);
  from = from == std::string_view::npos || from < floor ? floor : from + kStop.size();
  std::string out(raw.substr(from, std::min<std::size_t>(end, raw.size()) - from));
  std::erase_if(out, [](char c) { return c == '\n' || c == '\r' || c == ' '; });
  return out;
}

bool is_cumulative(std::string_view sentence) {
  constexpr std::string_view kCues[] = {"截至", "截止", "累计", "以来", "专项行动期间"};
  return std::any_of(std::begin(kCues), std::end(kCues), [&](std::string_view cue) {
    return sentence.find(cue) != std::string_view::npos;
  });
}

// “清朗·网络戾气整治” of …专项行动; empty: none is named.
std::string campaign_in(const std::string& text) {
  for (const std::string_view head : {"专项行动", "专项整治"}) {
    const std::size_t at = text.find(head);
    if (at == std::string::npos) continue;
    constexpr std::string_view kOpen = "“", kClose = "”";
    const std::size_t close = text.rfind(kClose, at);
    const std::size_t open = close == std::string::npos ? close : text.rfind(kOpen, close);
    constexpr std::size_t kNear = 24;
    if (open != std::string::npos && at - close <= kNear)
      return text.substr(open + kOpen.size(), close - open - kOpen.size());
    constexpr std::size_t kName = 24;  // eight characters before 专项行动
    std::size_t from = at > kName ? at - kName : 0;
    while (from < at && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
    return text.substr(from, at - from);
  }
  return {};
}

Sanction sanction_of(const Json& node, std::string_view raw, const std::string& campaign,
                     const std::string& authority) {
  Sanction out;
  out.type = text_of(node, "type");
  out.count = number_of(node, "count");
  const bool money = out.type == "fine" || out.type == "confiscation";
  if (money && text_of(node, "currency") == "CNY") out.amount = number_of(node, "amount");
  const Json span = node.value("span", Json::object());
  const auto begin = static_cast<std::uint32_t>(number_of(span, "begin"));
  const auto end = static_cast<std::uint32_t>(number_of(span, "end"));
  if (is_cumulative(sentence_at(raw, begin, end))) {
    const std::string target = text_of(node, "target");
    const std::size_t unit = target.find_last_of("0123456789");
    out.stream = (campaign.empty() ? authority : campaign) + "\t" + out.type + "\t" +
                 (unit == std::string::npos ? target : std::string());
  }
  return out;
}

std::string level_of(const Json& record, std::string& region) {
  std::string path;
  for (const Json& one : list_of(record, "regions")) {
    const std::string found = text_of(one, "path");
    if (path.empty() ||
        std::count(found.begin(), found.end(), '/') > std::count(path.begin(), path.end(), '/'))
      path = found;
  }
  region = path.substr(0, path.find('/'));
  if (path.empty()) return {};
  if (path == "中国") return "national";
  constexpr const char* kLevels[] = {"province", "city", "county"};
  return kLevels[std::min<std::size_t>(
      static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')), 2)];
}

}  // namespace

std::vector<std::string> Case::keys(EnforcementGroup by) const {
  std::vector<std::string> out;
  switch (by) {
    case EnforcementGroup::law:
      out = laws;
      break;
    case EnforcementGroup::article:
      out = articles;
      break;
    case EnforcementGroup::authority:
      out = authorities;
      break;
    case EnforcementGroup::level:
      out = {level};
      break;
    case EnforcementGroup::region:
      out = {region};
      break;
    case EnforcementGroup::sanction:
      for (const Sanction& s : sanctions) add(out, s.type);
      break;
    case EnforcementGroup::violation:
      out = violations;
      break;
    case EnforcementGroup::month:
      out = {date.size() >= 7 ? date.substr(0, 7) : std::string()};
      break;
  }
  if (out.empty()) out.emplace_back();
  return out;
}

Case read_case(const StoredItem& item, std::string_view raw) {
  Case out;
  out.id = item.id;
  out.title = item.title;
  out.date = item.event_date;
  const Json record = Json::parse(item.record, nullptr, false);
  if (!record.is_object()) return out;
  for (const Json& one : list_of(record, "citations")) {
    const std::string law = text_of(one, "instrument"), article = text_of(one, "provision");
    add(out.laws, law);
    if (!article.empty()) add(out.articles, law + article);
  }
  for (const Json& one : list_of(record, "authorities")) add(out.authorities, text_of(one, "name"));
  out.level = level_of(record, out.region);
  const std::string body = item.title + text_of(record, "body");
  out.violations = violations_in(body);
  const std::string campaign = campaign_in(body);
  const std::string authority = out.authorities.empty() ? out.region : out.authorities.front();
  for (const Json& one : list_of(record, "sanctions"))
    out.sanctions.push_back(sanction_of(one, raw, campaign, authority));
  return out;
}

}  // namespace guanlan::enforcing
