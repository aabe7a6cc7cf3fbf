// A law text as Akoma Ntoso 3.0 (OASIS LegalDocML): its life, its chapters, articles, paragraphs.
#include <pugixml.hpp>
#include <sstream>

#include "guanlan/interchange.h"
#include "text/numeral.h"

namespace guanlan {
namespace {

constexpr const char* kNamespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

pugi::xml_node with_value(pugi::xml_node above, const char* name, const std::string& value) {
  auto out = above.append_child(name);
  out.append_attribute("value") = value.c_str();
  return out;
}

void with_date(pugi::xml_node above, const std::string& date, const char* name) {
  auto out = above.append_child("FRBRdate");
  out.append_attribute("date") = date.c_str();
  out.append_attribute("name") = name;
}

void with_reference(pugi::xml_node above, const char* name) {
  above.append_child(name).append_attribute("href") = "#guanlan";
}

// 第四十四条 → 44; the words themselves where they are no number.
std::string number_of(const std::string& printed) {
  std::string_view words = printed;
  if (words.starts_with("第")) words.remove_prefix(std::string_view("第").size());
  const auto mark = words.find("条");
  const auto value = numeral_value(words.substr(0, mark));
  if (!value) return printed;
  std::string out = fmt::format("{:.0f}", *value);
  if (mark != std::string_view::npos) {
    std::string_view rest = words.substr(mark + std::string_view("条").size());
    if (rest.starts_with("之")) {
      const auto more = numeral_value(rest.substr(std::string_view("之").size()));
      out += more ? fmt::format("-{:.0f}", *more) : std::string(rest);
    }
  }
  return out;
}

void identification(pugi::xml_node meta, const LawVersion& law) {
  const std::string date = law.version.empty() ? "0001-01-01" : law.version;
  const std::string work = "/akn/cn/act/" + date + "/" + law.key,
                    expression = work + "/zho@" + date;
  auto node = meta.append_child("identification");
  node.append_attribute("source") = "#guanlan";
  auto about = node.append_child("FRBRWork");
  with_value(about, "FRBRthis", work + "/!main");
  with_value(about, "FRBRuri", work);
  with_value(about, "FRBRalias", law.title).append_attribute("name") = "title";
  with_date(about, date, "version");
  with_reference(about, "FRBRauthor");
  with_value(about, "FRBRcountry", "cn");
  about = node.append_child("FRBRExpression");
  with_value(about, "FRBRthis", expression + "/!main");
  with_value(about, "FRBRuri", expression);
  with_date(about, date, "version");
  with_reference(about, "FRBRauthor");
  about.append_child("FRBRlanguage").append_attribute("language") = "zho";
  about = node.append_child("FRBRManifestation");
  with_value(about, "FRBRthis", expression + "/!main.xml");
  with_value(about, "FRBRuri", expression + ".akn");
  with_date(about, date, "version");
  with_reference(about, "FRBRauthor");
}

void life(pugi::xml_node meta, const LawVersion& law) {
  if (!law.effective.empty()) {
    auto cycle = meta.append_child("lifecycle");
    cycle.append_attribute("source") = "#guanlan";
    auto event = cycle.append_child("eventRef");
    event.append_attribute("eId") = "effective";
    event.append_attribute("date") = law.effective.c_str();
    event.append_attribute("source") = "#guanlan";
    event.append_attribute("type") = "generation";
  }
  auto references = meta.append_child("references");
  references.append_attribute("source") = "#guanlan";
  auto self = references.append_child("TLCOrganization");
  self.append_attribute("eId") = "guanlan";
  self.append_attribute("href") = "/akn/ontology/organization/guanlan";
  self.append_attribute("showAs") = "Guanlan 观澜";
}

void article(pugi::xml_node above, const Provision& provision, std::size_t index) {
  auto node = above.append_child("article");
  const std::string id = "art_" + (provision.number.empty() ? "n" + std::to_string(index)
                                                            : number_of(provision.number));
  node.append_attribute("eId") = id.c_str();
  if (!provision.number.empty()) node.append_child("num").text() = provision.number.c_str();
  std::istringstream paragraphs(provision.text);
  int count = 0;
  for (std::string line; std::getline(paragraphs, line);) {
    if (line.empty()) continue;
    auto paragraph = node.append_child("paragraph");
    paragraph.append_attribute("eId") = (id + "__para_" + std::to_string(++count)).c_str();
    paragraph.append_child("content").append_child("p").text() = line.c_str();
  }
}

}  // namespace

std::string akoma_ntoso(const LawVersion& law, const std::vector<Provision>& provisions) {
  pugi::xml_document document;
  auto root = document.append_child("akomaNtoso");
  root.append_attribute("xmlns") = kNamespace;
  auto act = root.append_child("act");
  act.append_attribute("name") = "act";
  auto meta = act.append_child("meta");
  identification(meta, law);
  life(meta, law);
  auto title = act.append_child("preface").append_child("p").append_child("docTitle");
  title.text() = law.title.c_str();
  auto body = act.append_child("body");
  pugi::xml_node chapter = body;
  std::string heading;
  int chapters = 0;
  for (std::size_t i = 0; i < provisions.size(); ++i) {
    if (provisions[i].heading != heading) {
      heading = provisions[i].heading;
      chapter = body;
      if (!heading.empty()) {
        chapter = body.append_child("hcontainer");
        chapter.append_attribute("name") = "chapter";
        chapter.append_attribute("eId") = ("chp_" + std::to_string(++chapters)).c_str();
        chapter.append_child("heading").text() = heading.c_str();
      }
    }
    article(chapter, provisions[i], i + 1);
  }
  std::ostringstream out;
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
  return std::move(out).str();
}

}  // namespace guanlan
