// laws: statutes, regulations and interpretations by article and by version.
//
// A law text (法律文本) is one version of one instrument, cut into provisions (条). Versions of the
// same instrument share a key. The library answers what a provision said on a given day.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guanlan/result.h"

namespace guanlan {

// 条: `number` as printed (第四十四条, 第十七条之一; 一 in amendments), empty for text without
// numbers.
struct Provision {
  std::string number;
  std::string heading;  // the headings above it, outermost first, joined by " / "
  std::string text;     // its paragraphs (款) joined by '\n', without the number

  friend bool operator==(const Provision&, const Provision&) = default;
};

struct LawText {
  std::string title;  // as printed: 中华人民共和国网络安全法
  std::string key;    // law_key(title)
  std::string category;  // 行政法, 司法解释, 浙江地方法规 …: where the collection files it
  std::string version;    // ISO date of adoption or last amendment; empty: unknown
  std::string effective;  // ISO date from which the law applies; empty: unknown
  std::vector<std::pair<std::string, std::string>> events;  // (ISO date, words)
  std::vector<Provision> provisions;
};

// The name under which versions and spellings of one instrument meet: without 《》, 〈〉,
// 中华人民共和国, blanks and a closing date; widths folded. （试行）,
// （草案） stay: they are other texts.
[[nodiscard]] std::string law_key(std::string_view title);

struct ParsedLaw {
  LawText law;
  std::vector<Error> findings;  // duplicate articles, gaps, impossible dates: named, not fatal
};

// Reads one file of the Markdown layout: `# title`, lines `YYYY年M月D日 event`, `<!-- INFO END
// -->`,
// `##` headings, articles that begin with 第N条. damaged: no title, or no text under it.
[[nodiscard]] Result<ParsedLaw> parse_law(std::string_view markdown, std::string_view path);

// A reference to a provision: 第四十四条第二款第（三）项.
struct ProvisionRef {
  std::string article;  // 第四十四条; 第十七条之一
  int paragraph = 0;    // 款, from 1; 0: none named
  int item = 0;         // 项, from 1; 0: none named
};
// Reads 第四十四条第二款第三项, 44条2款, 四十四; invalid: what is legal.
[[nodiscard]] Result<ProvisionRef> parse_provision(std::string_view text);

// What one import did. Findings name file and place; a file with a finding may still be imported.
struct LawImport {
  int files = 0;
  int added = 0;  // law texts
  int known = 0;  // the same text was there already
  int provisions = 0;
  std::vector<Error> findings;
};

// One version as the library lists it.
struct LawVersion {
  std::int64_t id = 0;
  std::string title;
  std::string key;
  std::string category;
  std::string version;
  std::string effective;
  int provisions = 0;
};

// The day from which a version applies. An amended text keeps the clause by which the law itself
// once came into force (自2010年1月1日起施行), and applies from its amendment.
[[nodiscard]] const std::string& applies_from(const LawVersion& version);

// Which of the versions (oldest first, at least one) is in force on a day (ISO date; empty: the
// latest). The first, where the law was in force by then in a text that the library has not.
// not_found: the law applies only later.
[[nodiscard]] Result<std::size_t> in_force(const std::vector<LawVersion>& versions,
                                           std::string_view on);

// What a provision is in another version, under whatever number: amendments move articles.
struct LawCounterpart {
  LawVersion law;
  Provision provision;
  double likeness = 0;  // of the whole provisions' texts, to 1; over several versions the least
};

// The one of the version; nothing: the provision is not in it.
[[nodiscard]] const LawCounterpart* counterpart_in(const std::vector<LawCounterpart>& all,
                                                   const LawVersion& version);

// The answer to “what did this article say on that day”.
struct LawAnswer {
  LawVersion law;                   // the version in force on the day
  Provision provision;              // with paragraph or item cut out where one was named
  std::optional<Provision> before;  // its neighbours in that version
  std::optional<Provision> after;
  std::optional<LawVersion> previous;  // the versions around it, where the library has them
  std::optional<LawVersion> next;
  std::vector<LawCounterpart> counterparts;  // in the other versions that have one, oldest first
  bool later_text = false;  // the text of the day is not in the library; this is its earliest one
  std::string note;         // why this version: "2017-06-01 起施行", or that no date is known

  // Nothing: the provision is not in that version.
  [[nodiscard]] const LawCounterpart* in(const LawVersion& version) const;
};

struct LawHit {
  LawVersion law;
  Provision provision;
};

// 法规库: imported law texts in the database file of the store. Opening is cheap; lookups read a
// few rows. One object is used by one thread at a time.
class LawLibrary {
 public:
  [[nodiscard]] static Result<LawLibrary> open(const std::filesystem::path& database);
  LawLibrary(LawLibrary&&) noexcept;
  ~LawLibrary();

  using Progress = std::function<void(int files, std::string_view path)>;
  // A folder or an archive (tar, tar.gz, zip) of Markdown files; one transaction.
  [[nodiscard]] Result<LawImport> import(const std::filesystem::path& from,
                                         const Progress& progress = {});

  [[nodiscard]] bool empty() const;
  // Versions whose title contains the words (all of them for none), by title and version.
  [[nodiscard]] Result<std::vector<LawVersion>> list(std::string_view words) const;
  // All versions of one instrument, oldest first. Title with or without 《》, 中华人民共和国,
  // （试行）, a year; or a short name. not_found; conflict: several instruments fit, all named.
  [[nodiscard]] Result<std::vector<LawVersion>> versions(std::string_view title) const;
  // A code whose books (编) are texts of their own (民法典 总则, 民法典 物权编), by title and
  // version; empty: the title names none.
  [[nodiscard]] Result<std::vector<LawVersion>> books(std::string_view title) const;
  [[nodiscard]] Result<std::vector<Provision>> provisions(std::int64_t law) const;
  // For each provision of the version at `at` of versions(): what it is in the others, oldest
  // first.
  [[nodiscard]] Result<std::vector<std::vector<LawCounterpart>>> counterparts(
      const std::vector<LawVersion>& versions, std::size_t at) const;
  // The provision on a day (ISO date; empty: today's latest version); of a code in books, in the
  // one that has it. Counterparts are known of versions that an import has compared.
  [[nodiscard]] Result<LawAnswer> look_up(std::string_view title, const ProvisionRef& reference,
                                          std::string_view on) const;
  // Provisions that contain all words (separated by blanks), latest versions first.
  [[nodiscard]] Result<std::vector<LawHit>> search(std::string_view words, int limit) const;

 private:
  struct Impl;
  [[nodiscard]] Result<LawAnswer> look_up_in_books(const std::vector<LawVersion>& books,
                                                   const ProvisionRef& reference,
                                                   std::string_view on) const;
  [[nodiscard]] Result<std::vector<LawCounterpart>> counterparts_of(
      const std::vector<LawVersion>& versions, std::size_t at, std::int64_t ord) const;
  explicit LawLibrary(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Cuts a paragraph (款) or item (项) out of a provision's text; nothing where it has none such.
[[nodiscard]] std::optional<std::string> part_of(const Provision& provision, int paragraph,
                                                 int item);

}  // namespace guanlan
