#include "extract/identifiers/identifiers.h"

#include <algorithm>
#include <set>
#include <string>

namespace guanlan {

std::vector<IdentifierMention> find_identifiers(const Passage& passage) {
  std::vector<IdentifierMention> found;
  find_coded_identifiers(passage, passage.title, found);
  find_coded_identifiers(passage, passage.body, found);
  find_document_numbers(passage, found);
  const auto place = [&](const IdentifierMention& m) {
    return std::pair{!passage.title.contains(m.span), m.span.begin};
  };
  std::stable_sort(
      found.begin(), found.end(),
      [&](const IdentifierMention& a, const IdentifierMention& b) { return place(a) < place(b); });
  std::set<std::pair<IdentifierKind, std::string>> seen;
  std::erase_if(found,
                [&](const IdentifierMention& m) { return !seen.emplace(m.kind, m.value).second; });
  return found;
}

}  // namespace guanlan
