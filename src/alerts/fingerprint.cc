#include "alerts/fingerprint.h"

#include <map>
#include <nlohmann/json.hpp>

#include "read/digest.h"

namespace guanlan::alerting {
namespace {

using Sorted = nlohmann::json;  // members in order, so that equal values have equal bytes

constexpr const char* kFields[] = {"title",   "body",        "kind",      "event_date",
                                   "dates",   "deadlines",   "terms",     "authorities",
                                   "regions", "instruments", "citations", "sanctions",
                                   "figures", "apps",        "orgs"};

// Places move where a file is read anew; only what is said counts.
void drop_places(Sorted& node) {
  if (node.is_object()) {
    for (const char* place : {"span", "anchor", "page"}) node.erase(place);
  }
  if (!node.is_structured()) return;
  for (Sorted& child : node) drop_places(child);
}

std::map<std::string_view, std::string_view> parts_of(std::string_view print) {
  std::map<std::string_view, std::string_view> out;
  while (!print.empty()) {
    const std::string_view part = print.substr(0, print.find(' '));
    print.remove_prefix(std::min(part.size() + 1, print.size()));
    const std::size_t colon = part.find(':');
    if (colon != part.npos) out.emplace(part.substr(0, colon), part.substr(colon + 1));
  }
  return out;
}

}  // namespace

std::string fingerprint(std::string_view line) {
  constexpr std::size_t kHead = 7, kShort = 12;  // behind "sha256:"
  const Sorted record = Sorted::parse(line, nullptr, false);
  std::string out;
  if (!record.is_object()) return out;
  for (const char* field : kFields) {
    const auto it = record.find(field);
    if (it == record.end() || it->is_null() || it->empty()) continue;
    Sorted value = *it;
    drop_places(value);
    const std::string digest =
        sha256_digest(value.dump(-1, ' ', false, Sorted::error_handler_t::replace));
    out += (out.empty() ? "" : " ") + std::string(field) + ":" + digest.substr(kHead, kShort);
  }
  return out;
}

std::string difference(std::string_view before, std::string_view after) {
  const auto old = parts_of(before), now = parts_of(after);
  std::string out;
  for (const char* field : kFields) {
    const auto a = old.find(field), b = now.find(field);
    const std::string_view left = a == old.end() ? std::string_view() : a->second;
    const std::string_view right = b == now.end() ? std::string_view() : b->second;
    if (left != right) out += (out.empty() ? "" : "、") + std::string(field);
  }
  return out;
}

}  // namespace guanlan::alerting
