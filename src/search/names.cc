#include "search/names.h"

#include "guanlan/laws.h"
#include "guanlan/lexicon.h"
#include "text/numeral.h"
#include "text/terms.h"

namespace guanlan {
namespace {

// The canonical names of the words that the whole value is a spelling of.
void add_official(std::string_view value, WordClass cls, std::vector<std::string>& out) {
  const Lexicon& lexicon = Lexicon::builtin();
  std::vector<Hit> hits;
  lexicon.scan(value, {0, static_cast<std::uint32_t>(value.size())}, hits);
  for (const Hit& hit : hits) {
    if (hit.cls == cls && hit.span.size() == value.size()) {
      out.push_back(search_folded(lexicon.table(cls).name(hit.row)));
    }
  }
}

// 网络安全法#第四十四条, #四十四 → 网络安全法#44
std::string law_value(std::string_view value) {
  const auto mark = value.find('#');
  std::string law = law_key(value.substr(0, mark));
  std::vector<std::string> official;
  add_official(law, WordClass::law, official);
  if (official.size() == 1) law = law_key(official.front());
  if (mark == std::string_view::npos) return law;
  std::string_view article = value.substr(mark + 1);
  if (article.starts_with("第")) article.remove_prefix(std::string_view("第").size());
  const auto end = article.find("条");
  std::string_view rest = end == std::string_view::npos
                              ? std::string_view()
                              : article.substr(end + std::string_view("条").size());
  if (!rest.starts_with("之")) rest = {};
  const auto number = numeral_value(article.substr(0, end));
  if (!number) return law + "#" + std::string(article);
  return law + "#" + fmt::format("{:.0f}", *number) + std::string(rest);
}

}  // namespace

std::vector<std::string> needles(NameField field, std::string_view value) {
  std::vector<std::string> out;
  if (field == NameField::law) {
    out.push_back(search_folded(law_value(value)));
    return out;
  }
  out.push_back(search_folded(value));
  if (field == NameField::authority) {
    add_official(out.front(), WordClass::authority, out);
    add_official(out.front(), WordClass::authority_head, out);
  }
  if (field == NameField::outlet) add_official(out.front(), WordClass::outlet, out);
  if (field == NameField::org) add_official(out.front(), WordClass::org, out);
  return out;
}

std::vector<std::uint32_t> names_meant(const Columns& columns, NameField field,
                                       std::string_view value) {
  const std::vector<std::string> wanted = needles(field, value);
  std::vector<std::uint32_t> equal, containing;
  for (std::uint32_t id = 0; id < columns.end_of_names(); ++id) {
    const Name& name = columns.name(id);
    if (name.field != field || name.folded.empty()) continue;
    for (const std::string& needle : wanted) {
      if (name.folded == needle) equal.push_back(id);
      if (name.folded.find(needle) == std::string::npos) continue;
      containing.push_back(id);
      break;
    }
  }
  const bool parts = field == NameField::authority || field == NameField::region;
  return equal.empty() || parts ? containing : equal;
}

}  // namespace guanlan
