// Translations (译名): a foreign body that an earlier issue calls otherwise.
//
//   name.translation   爱尔兰数据保护局(DPC); in the store 爱尔兰数据保护委员会(DPC)
#include <algorithm>
#include <set>

#include "check/abbreviations.h"
#include "check/families.h"
#include "check/likeness.h"
#include "guanlan/search.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan::checking {
namespace {

constexpr int kName = 10;  // characters of a name that are compared
constexpr std::size_t kSameTail =
    5;  // names that end so far alike differ in what stands before only
constexpr std::size_t kShared =
    2;  // characters that two names of one body have in common somewhere

struct Named {
  std::string name, file;
};

// The names that stand before （ABBR） in the shown piece of a hit.
void names_in(const SearchHit& hit, std::string_view abbreviation, std::vector<Named>& out) {
  std::string text;
  for (const Segment& s : hit.snippet) text += s.text;
  for (std::size_t at = text.find(abbreviation); at != std::string::npos;
       at = text.find(abbreviation, at + 1)) {
    if (at == 0) continue;
    const auto before = utf8::decode_before(text, static_cast<std::uint32_t>(at));
    if (fold(before.cp) != '(') continue;
    const auto bracket = static_cast<std::uint32_t>(at - before.size);
    if (auto name = tail_of_name(text, bracket, 0, kName); !name.empty()) {
      out.push_back({std::move(name), hit.file});
    }
  }
}

bool share_words(const std::u32string& a, const std::u32string& b) {
  for (std::size_t i = 0; i + kShared <= a.size(); ++i) {
    if (b.find(a.substr(i, kShared)) != std::u32string::npos) return true;
  }
  return false;
}

// Two names for one body: neither ends as the other does, yet they have words in common.
bool otherwise(std::string_view ours, std::string_view theirs) {
  std::u32string a = letters(ours), b = letters(theirs);
  if (a.empty() || b.empty() || !share_words(a, b)) return false;
  const std::size_t tail = std::min({kSameTail, a.size(), b.size()});
  return a.substr(a.size() - tail) != b.substr(b.size() - tail);
}

// The foreign body whose name ends at `end`; null: none.
const BodyMention* foreign_body(const Section& section, std::uint32_t end) {
  for (const BodyMention& body : section.mentions->bodies.bodies) {
    if (body.kind == BodyKind::foreign && body.span.end == end) return &body;
  }
  return nullptr;
}

// False where the archive cannot be asked.
bool compare(Desk& desk, Span name, std::string_view abbreviation) {
  constexpr std::size_t kHits = 20;
  const auto answer = desk.options().archive->find(
      {.query = "\"" + std::string(abbreviation) + "\"", .limit = kHits, .facets = false});
  if (!answer) {
    desk.not_run("name.translation", {answer.error().message, answer.error().message});
    return false;
  }
  std::vector<Named> stored;
  for (const SearchHit& hit : answer->hits) {
    if (hit.file != desk.document().source.name) names_in(hit, abbreviation, stored);
  }
  const std::string ours = tail_of_name(desk.text(), name.end, 0, kName);
  const auto same = [&](const Named& n) { return !otherwise(ours, n.name); };
  if (stored.empty() || std::any_of(stored.begin(), stored.end(), same)) return true;
  desk.report({"name.translation",
               in_clean(name),
               {{"short", std::string(abbreviation)},
                {"other", stored.front().name},
                {"file", stored.front().file}}});
  return true;
}

}  // namespace

void check_translations(Desk& desk) {
  std::set<std::string_view> asked;
  for (const Section& section : desk.sections()) {
    for (const Bracket& b : section.passage.brackets) {
      const std::string_view abbreviation = b.inner.of(desk.text());
      if (b.mark != Mark::paren || !is_abbreviation(abbreviation)) continue;
      const BodyMention* body = foreign_body(section, b.span.begin);
      if (body == nullptr || !asked.insert(abbreviation).second) continue;
      if (desk.options().archive == nullptr) {
        desk.not_run(
            "name.translation",
            {"没有往期可比（guanlan add 往期，或用 --db 指明库）",
             "no earlier issues to compare with (guanlan add them, or name the store by --db)"});
        return;
      }
      if (!compare(desk, body->span, abbreviation)) return;
    }
  }
}

}  // namespace guanlan::checking
