// Checks the word tables themselves: format, folded spelling, no duplicates, codes and references.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "extract/kind/rule_table.h"
#include "guanlan/record.h"
#include "testing/place.h"

namespace guanlan {
namespace {

using Row = std::map<std::string, std::string>;

struct Table {
  std::string stem;
  std::vector<std::string> columns;
  std::vector<Row> rows;
  std::vector<std::string> faults;  // what the format forbids, by line
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find(separator, begin)) != std::string::npos; begin = end + 1)
    parts.push_back(text.substr(begin, end - begin));
  parts.push_back(text.substr(begin));
  return parts;
}

std::vector<std::string> list(const std::string& cell) {
  return cell.empty() ? std::vector<std::string>{} : split(cell, '|');
}

Table read_table(const std::filesystem::path& path) {
  Table table{path.stem().string(), {}, {}, {}};
  std::ifstream in(path, std::ios::binary);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::string where = path.filename().string() + ":" + std::to_string(number);
    if (line.find('\r') != std::string::npos) table.faults.push_back(where + ": carriage return");
    if (line.empty() || line.front() == '#') continue;
    auto cells = split(line, '\t');
    if (table.columns.empty()) {
      table.columns = std::move(cells);
      continue;
    }
    if (cells.size() != table.columns.size()) {
      table.faults.push_back(where + ": " + std::to_string(cells.size()) + " cells");
      continue;
    }
    Row row;
    for (std::size_t i = 0; i < cells.size(); ++i) row[table.columns[i]] = cells[i];
    table.rows.push_back(std::move(row));
  }
  return table;
}

const std::map<std::string, Table>& tables() {
  static const auto all = [] {
    std::map<std::string, Table> result;
    const auto folder = testing::root() / "lexicon";
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.path().extension() == ".tsv")
        result.emplace(entry.path().stem().string(), read_table(entry.path()));
    return result;
  }();
  return all;
}

std::set<std::string> names(const std::string& stem) {
  std::set<std::string> result;
  for (const auto& row : tables().at(stem).rows) result.insert(row.at("name"));
  return result;
}

// Full-width ASCII is folded in clean text, so that a spelling with it would never be found.
bool folded(const std::string& text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
    if (byte(0) == 0xEF && (byte(1) == 0xBC || (byte(1) == 0xBD && byte(2) <= 0x9E))) return false;
    if (byte(0) == 0xE3 && byte(1) == 0x80 &&
        (byte(2) == 0x80 || (byte(2) >= 0x8C && byte(2) <= 0x8F)))
      return false;  // ideographic space, 「」『』
  }
  return true;
}

void expect_one_of(const std::string& stem, const std::string& column,
                   const std::set<std::string>& allowed) {
  for (const auto& row : tables().at(stem).rows)
    EXPECT_TRUE(allowed.count(row.at(column)))
        << stem << ": " << row.at("name") << ": " << column << " = " << row.at(column);
}

TEST(Tables, KeepTheFormat) {
  for (const auto& [stem, table] : tables()) {
    EXPECT_FALSE(table.columns.empty()) << stem;
    EXPECT_EQ(table.columns.front(), "name") << stem;
    EXPECT_FALSE(table.rows.empty()) << stem;
    for (const auto& fault : table.faults) ADD_FAILURE() << fault;
  }
}

TEST(Tables, AreOfTheClassesOfTheHeader) {
  const std::set<std::string> classes{"regions",
                                      "countries",
                                      "authorities",
                                      "authority_heads",
                                      "foreign_authorities",
                                      "generic_bodies",
                                      "laws",
                                      "units",
                                      "outlets",
                                      "sanctions",
                                      "statuses",
                                      "org_suffixes",
                                      "orgs",
                                      "kind_cues",
                                      "time_words",
                                      "stoppers",
                                      "title_heads",
                                      "apps",
                                      "acts",
                                      "confusables"};  // read by check, no class of hits
  for (const auto& [stem, table] : tables()) EXPECT_TRUE(classes.count(stem)) << stem;
}

TEST(Tables, NameEachRowOnce) {
  for (const auto& [stem, table] : tables()) {
    std::set<std::string> seen;
    for (const auto& row : table.rows) {
      EXPECT_FALSE(row.at("name").empty()) << stem;
      EXPECT_TRUE(seen.insert(row.at("name")).second) << stem << ": twice: " << row.at("name");
    }
  }
}

TEST(Tables, SpellFolded) {
  for (const auto& [stem, table] : tables())
    for (const auto& row : table.rows)
      for (const auto& [column, cell] : row)
        EXPECT_TRUE(folded(cell)) << stem << ": " << column << " of " << row.at("name");
}

TEST(Tables, ListFormsWithoutBlanksOrRepetition) {
  for (const auto& [stem, table] : tables()) {
    if (std::find(table.columns.begin(), table.columns.end(), "forms") == table.columns.end())
      continue;
    for (const auto& row : table.rows) {
      std::set<std::string> seen{row.at("name")};
      for (const auto& form : list(row.at("forms"))) {
        EXPECT_FALSE(form.empty() || form.front() == ' ' || form.back() == ' ')
            << stem << ": " << row.at("name");
        EXPECT_TRUE(seen.insert(form).second)
            << stem << ": " << row.at("name") << " repeats " << form;
      }
    }
  }
}

TEST(Regions, HaveCodesAndParents) {
  const auto& rows = tables().at("regions").rows;
  std::set<std::string> codes;
  for (const auto& row : rows)
    for (const auto& code : list(row.at("code"))) codes.insert(code);
  for (const auto& row : rows) {
    const auto code = list(row.at("code")), parent = list(row.at("parent"));
    for (const auto& c : code) {
      EXPECT_EQ(c.size(), 6u) << row.at("name");
      EXPECT_EQ(c.find_first_not_of("0123456789"), std::string::npos) << row.at("name");
    }
    for (const auto& p : parent) EXPECT_TRUE(codes.count(p)) << row.at("name") << " under " << p;
    if (row.at("level") == "province")
      EXPECT_TRUE(parent.empty() && code.size() == 1) << row.at("name");
    else if (row.at("level") == "zone")
      EXPECT_TRUE(code.empty() && parent.size() == 1) << row.at("name");
    else
      EXPECT_TRUE(!parent.empty() && (code.empty() || code.size() == parent.size()))
          << row.at("name");
  }
}

TEST(Regions, LieInTheirParents) {
  for (const auto& row : tables().at("regions").rows) {
    if (!row.at("former").empty()) continue;  // the parent may have gone, too
    const auto code = list(row.at("code")), parent = list(row.at("parent"));
    for (std::size_t i = 0; i < std::min(code.size(), parent.size()); ++i) {
      const std::size_t prefix = parent[i].substr(2) == "0000" ? 2 : 4;
      EXPECT_EQ(code[i].substr(0, prefix), parent[i].substr(0, prefix)) << row.at("name");
    }
  }
}

TEST(Regions, GiveACodeOnce) {
  std::map<std::string, std::string> owner;
  for (const auto& row : tables().at("regions").rows) {
    if (!row.at("former").empty()) continue;  // a former name keeps the code of its place
    for (const auto& code : list(row.at("code"))) {
      const auto [it, fresh] = owner.emplace(code, row.at("name"));
      EXPECT_TRUE(fresh) << code << ": " << it->second << ", " << row.at("name");
    }
  }
}

TEST(Regions, ScanNoFormOfOneCharacter) {
  for (const auto& row : tables().at("regions").rows)
    for (const auto& form : list(row.at("forms"))) EXPECT_GT(form.size(), 3u) << row.at("name");
}

TEST(Regions, ShareNoForm) {
  std::map<std::string, std::string> owner;
  for (const auto& row : tables().at("regions").rows)
    for (const auto& form : list(row.at("forms"))) {
      const auto [it, fresh] = owner.emplace(form, row.at("name"));
      EXPECT_TRUE(fresh) << form << ": " << it->second << ", " << row.at("name");
    }
}

TEST(Authorities, HaveLevelsAndSuccessors) {
  expect_one_of("authorities", "level",
                {"party", "central", "ministry", "department", "bureau", "institution", "court",
                 "procuratorate", "military", "association"});
  const auto known = names("authorities");
  for (const auto& row : tables().at("authorities").rows) {
    for (const auto& successor : list(row.at("successor")))
      EXPECT_TRUE(known.count(successor)) << row.at("name") << " → " << successor;
    for (const auto* year : {"valid_from", "valid_to"})
      EXPECT_TRUE(row.at(year).empty() || row.at(year).size() == 4) << row.at("name");
    EXPECT_TRUE(row.at("successor").empty() || !row.at("valid_to").empty()) << row.at("name");
  }
}

TEST(Authorities, ShareNoSpelling) {
  std::map<std::string, std::string> owner;
  for (const auto& row : tables().at("authorities").rows) {
    auto spellings = list(row.at("forms"));
    spellings.push_back(row.at("name"));
    for (const auto& form : spellings) {
      const auto [it, fresh] = owner.emplace(form, row.at("name"));
      EXPECT_TRUE(fresh) << form << ": " << it->second << ", " << row.at("name");
    }
  }
}

TEST(AuthorityHeads, HaveLevelsAndNationalBodies) {
  expect_one_of("authority_heads", "attach", {"place", "body", "both"});
  expect_one_of("authority_heads", "as_printed", {"", "yes"});
  auto known = names("authorities");
  for (const auto& row : tables().at("authority_heads").rows) {
    EXPECT_EQ(row.at("levels").find_first_not_of("pcdt"), std::string::npos) << row.at("name");
    EXPECT_FALSE(row.at("levels").empty() || row.at("kind").empty()) << row.at("name");
    EXPECT_TRUE(row.at("national").empty() || known.count(row.at("national")))
        << row.at("name") << " under " << row.at("national");
  }
}

TEST(Acts, HaveUsesAndRoles) {
  expect_one_of("acts", "use", {"do", "say", "attend", "duty", "under", "office", "medium"});
  expect_one_of("acts", "role", {"", "issue", "decide", "investigate", "publish", "punish", "act"});
  expect_one_of("acts", "object", {"", "told"});
}

TEST(Laws, HaveKindsAndDates) {
  expect_one_of("laws", "kind",
                {"law", "admin_regulation", "department_rule", "local_regulation", "interpretation",
                 "guideline", "policy", "standard", "draft", "foreign"});
  for (const auto& row : tables().at("laws").rows) {
    for (const auto* date : {"issued", "effective"}) {
      const auto& value = row.at(date);
      EXPECT_TRUE(value.empty() || (value.size() == 10 && value[4] == '-' && value[7] == '-'))
          << row.at("name");
    }
    EXPECT_TRUE(row.at("effective").empty() || row.at("issued") <= row.at("effective"))
        << row.at("name");
    EXPECT_NE(row.at("name").rfind("中华人民共和国", 0), 0u) << row.at("name");
  }
}

TEST(Units, HaveClassesAndFlags) {
  expect_one_of("units", "class",
                {"count",   "people", "money",       "length",    "area",  "volume",  "mass",
                 "speed",   "data",   "rate",        "frequency", "time",  "energy",  "power",
                 "percent", "ratio",  "temperature", "angle",     "sound", "pressure"});
  const std::set<std::string> flags{"structural", "duration", "ordinal", "name",
                                    "compound",   "part",     "never"};
  for (const auto& row : tables().at("units").rows) {
    std::istringstream given(row.at("flags"));
    for (std::string flag; std::getline(given, flag, ',');)
      EXPECT_TRUE(flags.count(flag)) << row.at("name");
    EXPECT_EQ(row.at("scale").empty(), row.at("base").empty()) << row.at("name");
  }
}

TEST(Units, ShareNoSpelling) {
  std::map<std::string, std::string> owner;
  for (const auto& row : tables().at("units").rows) {
    auto spellings = list(row.at("forms"));
    spellings.push_back(row.at("name"));
    for (const auto& form : spellings) {
      const auto [it, fresh] = owner.emplace(form, row.at("name"));
      EXPECT_TRUE(fresh) << form << ": " << it->second << ", " << row.at("name");
    }
  }
}

TEST(Countries, HaveCodesAndParents) {
  expect_one_of("countries", "level", {"country", "union", "area", "region", "city"});
  const auto known = names("countries");
  std::set<std::string> codes;
  for (const auto& row : tables().at("countries").rows) {
    const bool inside = row.at("level") == "region" || row.at("level") == "city";
    EXPECT_EQ(inside, known.count(row.at("parent")) == 1) << row.at("name");
    EXPECT_TRUE(row.at("code").empty() || codes.insert(row.at("code")).second) << row.at("name");
  }
}

TEST(ForeignAuthorities, HaveCountries) {
  auto known = names("countries");
  known.insert("国际");
  known.insert("各国");
  expect_one_of("foreign_authorities", "country", known);
  expect_one_of("foreign_authorities", "kind",
                {"regulator", "security", "intelligence", "police", "court", "prosecutor",
                 "legislature", "government", "ministry", "bank", "standards", "organisation"});
}

TEST(Orgs, HaveKindsAndCountries) {
  auto known = names("countries");
  known.insert("");
  expect_one_of("orgs", "country", known);
  expect_one_of("orgs", "kind",
                {"operator", "internet", "ai", "security", "telecom", "software", "hardware",
                 "finance", "industry", "association", "institute", "university", "group"});
}

TEST(Outlets, HaveKinds) {
  expect_one_of("outlets", "kind",
                {"agency", "newspaper", "broadcaster", "site", "account", "magazine"});
}

TEST(OrgSuffixes, SayWhatStandsLeft) {
  expect_one_of("org_suffixes", "needs_left", {"name", "field", "place"});
  expect_one_of("org_suffixes", "weak", {"", "yes"});
}

TEST(Sanctions, SayWhatTheGrammarKnows) {
  const std::set<std::string> types{
      "warning",         "fine",          "confiscation",     "order_to_correct",
      "suspension",      "removal",       "public_notice",    "interview",
      "account_closure", "admin_penalty", "admin_detention",  "criminal_detention",
      "capture",         "arrest",        "coercive_measure", "case_filed",
      "imprisonment",    "damages",       "apology",          "criticism",
      "freezing",        "seizure"};
  const std::set<std::string> objects{"account", "content", "app",   "site",   "person",
                                      "party",   "case",    "funds", "device", "service"};
  const std::set<std::string> frames{"undone", "asked", "done",  "judged", "denied",
                                     "total",  "part",  "order", "due",    "noun"};
  const std::set<std::string> needs{"none",   "amount",   "duration", "count", "next", "imposed",
                                    "judged", "notified", "headline", "order", "given"};
  for (const auto& row : tables().at("sanctions").rows) {
    const auto& pattern = row.at("pattern");
    const auto& allowed = pattern == "act" ? types : pattern == "object" ? objects : frames;
    EXPECT_TRUE(allowed.count(row.at("type"))) << row.at("name");
    for (auto need : split(row.at("needs"), '/')) {
      if (pattern != "act") {
        EXPECT_EQ(need, "") << row.at("name");
      }
      if (!need.empty() && need.back() == '+') need.pop_back();
      if (pattern == "act") {
        EXPECT_TRUE(needs.count(need) || objects.count(need)) << row.at("name");
      }
    }
  }
}

TEST(Statuses, SayWhatTheGrammarKnows) {
  const std::set<std::string> says{"",      "issued",  "released", "draft", "effective",
                                   "cited", "planned", "list",     "shown", "not"};
  expect_one_of("statuses", "before", says);
  expect_one_of("statuses", "after", says);
  expect_one_of("statuses", "basis", {"", "before", "after"});
  expect_one_of(
      "apps", "use",
      {"name", "strong", "weak", "act", "store", "column", "ranked", "vague", "trade", "blame"});
  expect_one_of("title_heads", "kind", {"law", "document", "standard", "report", "work"});
}

TEST(KindCues, PointToTheRecordsKinds) {
  expect_one_of("kind_cues", "kind",
                {"legislation", "standard", "enforcement", "app-notice", "criminal-case",
                 "judgment", "campaign", "filing", "incident", "report", "statistics", "warning",
                 "meeting", "activity", "organization", "industry", "other"});
  expect_one_of("kind_cues", "weight", {"1", "2", "3", "4", "5"});
  expect_one_of("kind_cues", "where", {"title", "body", "any"});
}

// Of lexicon/kind: the columns `kind` hold kinds of the record, and a row of rules.tsv needs what
// the grammar knows.
TEST(KindTables, SayWhatTheGrammarKnows) {
  const auto known = [](std::span<const std::string_view> names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const char* file : {"rules", "headings", "papers"}) {
    const Table table = read_table(testing::root() / "lexicon/kind" / (std::string(file) + ".tsv"));
    EXPECT_FALSE(table.rows.empty()) << file;
    for (const auto& fault : table.faults) ADD_FAILURE() << file << ": " << fault;
    for (const auto& row : table.rows) {
      EXPECT_TRUE(known(item_kinds(), row.at("kind"))) << file << ": " << row.at("kind");
      if (row.count("weight")) {
        EXPECT_NE(std::stod(row.at("weight")), 0) << file;
      }
      for (const auto& [column, cell] : row) EXPECT_TRUE(folded(cell)) << file << ": " << cell;
      if (!row.count("needs")) continue;
      for (const auto& need : list(row.at("needs")))
        EXPECT_TRUE(known(kind::rule_needs(), need)) << need;
    }
  }
}

// A word that stands in two rows counts for the first only.
TEST(KindCues, StandOnce) {
  std::set<std::string> seen;
  for (const auto& row : tables().at("kind_cues").rows) {
    std::vector<std::string> forms = list(row.at("forms"));
    forms.push_back(row.at("name"));
    for (const auto& form : forms) EXPECT_TRUE(seen.insert(form).second) << form;
  }
}

TEST(Stoppers, TakeNoWordOfTheirOwnClass) {
  expect_one_of("stoppers", "class", {"numeral", "region", "country", "authority", "law", "org"});
  const std::map<std::string, std::vector<std::string>> tables_of{
      {"region", {"regions"}},
      {"country", {"countries"}},
      {"authority", {"authorities", "generic_bodies"}},
      {"law", {"laws"}},
      {"org", {"orgs"}}};
  for (const auto& [cls, stems] : tables_of) {
    std::set<std::string> words;
    for (const auto& stem : stems) {
      for (const auto& row : tables().at(stem).rows) {
        if (row.count("only") == 0 || row.at("only") != "forms") words.insert(row.at("name"));
        for (const auto& form : list(row.at("forms"))) words.insert(form);
      }
    }
    for (const auto& row : tables().at("stoppers").rows) {
      if (row.at("class") != cls) continue;
      auto spellings = list(row.at("forms"));
      spellings.push_back(row.at("name"));
      for (const auto& word : spellings) EXPECT_FALSE(words.count(word)) << cls << ": " << word;
    }
  }
}

}  // namespace
}  // namespace guanlan
