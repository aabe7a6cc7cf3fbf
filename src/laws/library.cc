#include <openssl/evp.h>

#include <algorithm>

#include "guanlan/laws.h"
#include "guanlan/lexicon.h"
#include "laws/files.h"
#include "laws/moves.h"
#include "laws/names.h"
#include "store/schema.h"
#include "store/sqlite.h"

namespace guanlan {
namespace {

using sqlite::Database;
using sqlite::Statement;

constexpr const char* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS law(
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  key TEXT NOT NULL,         -- law_key(title)
  loose TEXT NOT NULL,       -- loose_key(title)
  category TEXT NOT NULL,
  version TEXT NOT NULL,     -- ISO date; '' unknown
  effective TEXT NOT NULL,
  digest BLOB NOT NULL UNIQUE);
CREATE INDEX IF NOT EXISTS law_by_key ON law(key, version);
CREATE INDEX IF NOT EXISTS law_by_loose ON law(loose, version);
CREATE TABLE IF NOT EXISTS law_event(law INTEGER NOT NULL REFERENCES law(id) ON DELETE CASCADE, date TEXT NOT NULL, words TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS provision(
  law INTEGER NOT NULL REFERENCES law(id) ON DELETE CASCADE,
  ord INTEGER NOT NULL,      -- reading order, from 0
  number TEXT NOT NULL,
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(law, ord)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS provision_by_number ON provision(law, number);
)sql";

constexpr std::string_view kVersionColumns =
    "SELECT l.id, l.title, l.key, l.category, l.version, l.effective, "
    "(SELECT count(*) FROM provision p WHERE p.law = l.id) FROM law l ";

std::string digest(std::string_view bytes) {
  unsigned char hash[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), hash, &size, EVP_sha256(), nullptr);
  return {reinterpret_cast<const char*>(hash), size};
}

LawVersion version_row(const Statement& row) {
  return {row.integer(0),
          std::string(row.text(1)),
          std::string(row.text(2)),
          std::string(row.text(3)),
          std::string(row.text(4)),
          std::string(row.text(5)),
          static_cast<int>(row.integer(6))};
}

Provision provision_row(const Statement& row, int first) {
  return {std::string(row.text(first)), std::string(row.text(first + 1)),
          std::string(row.text(first + 2))};
}

}  // namespace

struct LawLibrary::Impl {
  Database database;

  Result<std::vector<LawVersion>> select(const std::string& where, std::string_view value) const {
    auto rows = database.prepare(std::string(kVersionColumns) + where);
    if (!rows) return tl::unexpected(rows.error());
    rows->bind(1, value);
    std::vector<LawVersion> out;
    for (;;) {
      auto more = rows->step();
      if (!more) return tl::unexpected(more.error());
      if (!*more) return out;
      out.push_back(version_row(*rows));
    }
  }

  // A provision and its place; `where` has one condition on it. The first one where several fit.
  Result<std::optional<std::pair<std::int64_t, Provision>>> one(std::int64_t law,
                                                                std::string_view where,
                                                                const auto& value) const {
    auto rows = database.prepare(
        "SELECT ord, number, heading, text FROM provision WHERE law = ? AND " + std::string(where));
    if (!rows) return tl::unexpected(rows.error());
    rows->bind(1, law).bind(2, value);
    auto any = rows->step();
    if (!any) return tl::unexpected(any.error());
    if (!*any) return std::nullopt;
    return std::pair(rows->integer(0), provision_row(*rows, 1));
  }
  auto numbered(std::int64_t law, std::string_view number) const {
    return one(law, "number = ? ORDER BY ord LIMIT 1", number);
  }
  std::optional<Provision> placed(std::int64_t law, std::int64_t ord) const {
    auto found = one(law, "ord = ?", ord);
    if (!found || !*found) return {};
    return std::move((*found)->second);
  }
};

LawLibrary::LawLibrary(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
LawLibrary::LawLibrary(LawLibrary&&) noexcept = default;
LawLibrary::~LawLibrary() = default;

Result<LawLibrary> LawLibrary::open(const std::filesystem::path& file) {
  auto database = open_database(file);
  if (!database) return tl::unexpected(database.error());
  for (const char* schema : {kSchema, kMovesSchema}) {
    if (auto ok = database->run(schema); !ok) return tl::unexpected(ok.error());
  }
  return LawLibrary(std::make_unique<Impl>(Impl{std::move(*database)}));
}

namespace {

// Writes law texts; statements are prepared once per import.
class Importer {
 public:
  static Result<Importer> make(const Database& database) {
    auto known = database.prepare("SELECT 1 FROM law WHERE digest = ?");
    auto twin =
        database.prepare("SELECT title FROM law WHERE key = ? AND version = ? AND version <> ''");
    auto law = database.prepare(
        "INSERT INTO law(title, key, loose, category, version, effective, digest) "
        "VALUES(?,?,?,?,?,?,?)");
    auto event = database.prepare("INSERT INTO law_event VALUES(?,?,?)");
    auto provision = database.prepare("INSERT INTO provision VALUES(?,?,?,?,?)");
    for (const auto* s : {&known, &twin, &law, &event, &provision}) {
      if (!*s) return tl::unexpected(s->error());
    }
    return Importer(database, std::move(*known), std::move(*twin), std::move(*law),
                    std::move(*event), std::move(*provision));
  }

  Result<void> file(std::string_view path, std::string_view bytes) {
    ++out.files;
    auto parsed = parse_law(bytes, path);
    if (!parsed) {
      out.findings.push_back(parsed.error());
      return {};
    }
    auto& notes = parsed->findings;
    out.findings.insert(out.findings.end(), notes.begin(), notes.end());
    return law(parsed->law, path, digest(bytes));
  }

  LawImport out;

 private:
  Importer(const Database& database, Statement known, Statement twin, Statement law,
           Statement event, Statement provision)
      : database_(&database),
        known_(std::move(known)),
        twin_(std::move(twin)),
        law_(std::move(law)),
        event_(std::move(event)),
        provision_(std::move(provision)) {}

  // A text that is there already, or another text of the same instrument and day.
  Result<bool> skip(const LawText& law, std::string_view path, const std::string& hash) {
    auto same = known_.bind_blob(1, hash).step();
    if (!same) return same;
    known_.reset();
    if (*same) {
      ++out.known;
      return true;
    }
    auto twin = twin_.bind(1, law.key).bind(2, law.version).step();
    if (!twin) return twin;
    if (*twin) {
      out.findings.push_back({Code::conflict,
                              "同一日期已有另一文本：" + law.title + " " + law.version,
                              std::string(path), "只保留先导入的一份"});
    }
    twin_.reset();
    return *twin;
  }

  Result<void> law(const LawText& law, std::string_view path, const std::string& hash) {
    auto skipped = skip(law, path, hash);
    if (!skipped) return tl::unexpected(skipped.error());
    if (*skipped) return {};
    law_.bind(1, law.title).bind(2, law.key).bind(3, loose_key(law.title)).bind(4, law.category);
    if (auto ok = law_.bind(5, law.version).bind(6, law.effective).bind_blob(7, hash).run(); !ok)
      return ok;
    const std::int64_t id = database_->last_id();
    for (const auto& [date, words] : law.events) {
      if (auto ok = event_.bind(1, id).bind(2, date).bind(3, words).run(); !ok) return ok;
    }
    std::int64_t ord = 0;
    for (const Provision& p : law.provisions) {
      provision_.bind(1, id).bind(2, ord++).bind(3, p.number).bind(4, p.heading);
      if (auto ok = provision_.bind(5, p.text).run(); !ok) return ok;
    }
    ++out.added;
    out.provisions += static_cast<int>(law.provisions.size());
    return {};
  }

  const Database* database_;
  Statement known_, twin_, law_, event_, provision_;
};

}  // namespace

Result<LawImport> LawLibrary::import(const std::filesystem::path& from, const Progress& progress) {
  auto transaction = sqlite::Transaction::begin(impl_->database);
  if (!transaction) return tl::unexpected(transaction.error());
  auto importer = Importer::make(impl_->database);
  if (!importer) return tl::unexpected(importer.error());
  auto walked = for_each_markdown(from, [&](std::string_view path, std::string_view bytes) {
    if (progress) progress(importer->out.files, path);
    return importer->file(path, bytes);
  });
  if (!walked) return tl::unexpected(walked.error());
  if (importer->out.files == 0)
    return fail(Code::not_found, "里面没有 Markdown 法规文件（*.md）", from.string());
  if (auto ok = keep_moves(impl_->database); !ok) return tl::unexpected(ok.error());
  if (auto ok = transaction->commit(); !ok) return tl::unexpected(ok.error());
  return std::move(importer->out);
}

bool LawLibrary::empty() const {
  auto rows = impl_->database.prepare("SELECT 1 FROM law LIMIT 1");
  if (!rows) return true;
  const auto any = rows->step();
  return !any || !*any;
}

Result<std::vector<LawVersion>> LawLibrary::list(std::string_view words) const {
  return impl_->select("WHERE instr(l.key, ?1) > 0 ORDER BY l.key, l.version, l.id",
                       law_key(words));
}

Result<std::vector<LawVersion>> LawLibrary::versions(std::string_view title) const {
  for (const std::string& key : key_candidates(title)) {
    auto exact = impl_->select("WHERE l.key = ?1 ORDER BY l.version, l.id", key);
    if (!exact || !exact->empty()) return exact;
  }
  auto loose =
      impl_->select("WHERE l.loose = ?1 ORDER BY l.key, l.version, l.id", loose_key(title));
  if (!loose) return loose;
  if (loose->empty()) {
    return fail(Code::not_found, "法规库里没有《" + std::string(title) + "》", {},
                "用 laws list 查名称；用 laws import 导入");
  }
  if (loose->front().key != loose->back().key) {
    std::string names;
    for (const LawVersion& v : *loose) names += "《" + v.title + "》" + v.version + " ";
    return fail(Code::conflict, "不止一部文件叫这个名字", names, "写出全称");
  }
  return loose;
}

Result<std::vector<LawVersion>> LawLibrary::books(std::string_view title) const {
  for (const std::string& key : key_candidates(title)) {
    // The key of a book begins with that of its code; its title has a blank between the two.
    auto all = impl_->select(
        "WHERE l.key > ?1 AND l.key < ?1 || char(1114111) AND instr(l.title, ' ') > 0 "
        "ORDER BY l.key, l.version, l.id",
        key);
    if (!all) return all;
    std::erase_if(*all, [&](const LawVersion& v) {
      return law_key(v.title.substr(0, v.title.find(' '))) != key;
    });
    if (!all->empty()) return all;
  }
  return std::vector<LawVersion>{};
}

Result<LawAnswer> LawLibrary::look_up_in_books(const std::vector<LawVersion>& books,
                                               const ProvisionRef& reference,
                                               std::string_view on) const {
  for (const LawVersion& book : books) {
    const auto has = impl_->numbered(book.id, reference.article);
    if (!has) return tl::unexpected(has.error());
    if (*has) return look_up(book.title, reference, on);
  }
  const LawVersion& first = books.front();
  return fail(Code::not_found,
              "《" + first.title.substr(0, first.title.find(' ')) + "》没有" + reference.article,
              first.version);
}

Result<std::vector<Provision>> LawLibrary::provisions(std::int64_t law) const {
  auto rows = impl_->database.prepare(
      "SELECT number, heading, text FROM provision WHERE law = ? ORDER BY ord");
  if (!rows) return tl::unexpected(rows.error());
  rows->bind(1, law);
  std::vector<Provision> out;
  for (;;) {
    auto more = rows->step();
    if (!more) return tl::unexpected(more.error());
    if (!*more) return out;
    out.push_back(provision_row(*rows, 0));
  }
}

const std::string& applies_from(const LawVersion& version) {
  return std::max(version.effective, version.version);
}

Result<std::size_t> in_force(const std::vector<LawVersion>& versions, std::string_view on) {
  for (std::size_t i = versions.size(); i-- > 0;) {
    if (on.empty() || applies_from(versions[i]) <= on) return i;
  }
  const LawVersion& first = versions.front();
  if (!first.effective.empty() && first.effective <= on) return 0;
  return fail(Code::not_found, "《" + first.title + "》在 " + std::string(on) + " 尚未施行",
              "最早 " + applies_from(first), "库中没有更早的版本");
}

namespace {

std::string why(const LawVersion& law, bool later_text) {
  if (later_text) return "库中没有当日的文本，这是 " + law.version + " 的文本";
  if (law.effective.empty()) return "施行日期不明";
  return (law.effective < law.version ? law.version + " 修改，" : "") + law.effective + " 起施行";
}

}  // namespace

Result<LawAnswer> LawLibrary::look_up(std::string_view title, const ProvisionRef& reference,
                                      std::string_view on) const {
  auto all = versions(title);
  if (!all) {
    if (const auto code = books(title); code && !code->empty())
      return look_up_in_books(*code, reference, on);
    return tl::unexpected(all.error());
  }
  const auto chosen = in_force(*all, on);
  if (!chosen) return tl::unexpected(chosen.error());
  const std::size_t at = *chosen;
  auto found = impl_->numbered((*all)[at].id, reference.article);
  if (!found) return tl::unexpected(found.error());
  if (!*found) {
    const auto last = impl_->placed((*all)[at].id, (*all)[at].provisions - 1);
    return fail(Code::not_found, "《" + (*all)[at].title + "》没有" + reference.article,
                (*all)[at].version, last ? "最后一条是" + last->number : "");
  }
  LawAnswer out;
  out.law = (*all)[at];
  const std::int64_t ord = (*found)->first;
  out.provision = std::move((*found)->second);
  if (reference.paragraph > 0 || reference.item > 0) {
    auto part = part_of(out.provision, reference.paragraph, reference.item);
    if (!part) return fail(Code::not_found, reference.article + "没有所引的款或项", out.law.title);
    out.provision.text = std::move(*part);
  }
  out.before = impl_->placed(out.law.id, ord - 1);
  out.after = impl_->placed(out.law.id, ord + 1);
  out.later_text = !on.empty() && applies_from(out.law) > on;
  out.note = why(out.law, out.later_text);
  if (at > 0) out.previous = (*all)[at - 1];
  if (at + 1 < all->size()) out.next = (*all)[at + 1];
  auto others = counterparts_of(*all, at, ord);
  if (!others) return tl::unexpected(others.error());
  out.counterparts = std::move(*others);
  return out;
}

// From version to version: back to the first, then on to the last.
Result<std::vector<LawCounterpart>> LawLibrary::counterparts_of(
    const std::vector<LawVersion>& versions, std::size_t at, std::int64_t ord) const {
  std::vector<LawCounterpart> out;
  const auto follow = [&](auto moved, std::ptrdiff_t step) -> Result<void> {
    Move here{versions[at].id, ord, 1};
    for (auto i = static_cast<std::ptrdiff_t>(at) + step;
         i >= 0 && i < static_cast<std::ptrdiff_t>(versions.size()); i += step) {
      const LawVersion& version = versions[static_cast<std::size_t>(i)];
      const auto there = moved(impl_->database, here.law, here.ord);
      if (!there) return tl::unexpected(there.error());
      if (!*there || (*there)->law != version.id) break;
      here = {(*there)->law, (*there)->ord, std::min(here.likeness, (*there)->likeness)};
      if (auto text = impl_->placed(here.law, here.ord))
        out.push_back({version, std::move(*text), here.likeness});
    }
    return {};
  };
  if (auto ok = follow(moved_from, -1); !ok) return tl::unexpected(ok.error());
  std::reverse(out.begin(), out.end());
  if (auto ok = follow(moved_to, 1); !ok) return tl::unexpected(ok.error());
  return out;
}

Result<std::vector<std::vector<LawCounterpart>>> LawLibrary::counterparts(
    const std::vector<LawVersion>& versions, std::size_t at) const {
  std::vector<std::vector<LawCounterpart>> out;
  for (std::int64_t ord = 0; ord < versions[at].provisions; ++ord) {
    auto one = counterparts_of(versions, at, ord);
    if (!one) return tl::unexpected(std::move(one.error()));
    out.push_back(std::move(*one));
  }
  return out;
}

const LawCounterpart* counterpart_in(const std::vector<LawCounterpart>& all,
                                     const LawVersion& version) {
  const auto it = std::find_if(all.begin(), all.end(),
                               [&](const LawCounterpart& c) { return c.law.id == version.id; });
  return it == all.end() ? nullptr : &*it;
}

const LawCounterpart* LawAnswer::in(const LawVersion& version) const {
  return counterpart_in(counterparts, version);
}

Result<std::vector<LawHit>> LawLibrary::search(std::string_view words, int limit) const {
  std::vector<std::string> terms;
  for (std::size_t at = 0; at < words.size();) {
    const auto end = std::min(words.find(' ', at), words.size());
    if (end > at) terms.emplace_back(words.substr(at, end - at));
    at = end + 1;
  }
  if (terms.empty()) return fail(Code::invalid, "没有要找的词");
  std::string sql = std::string(kVersionColumns);
  sql.replace(sql.find(" FROM law l "), 12,
              ", p.number, p.heading, p.text FROM law l JOIN provision p ON p.law = l.id WHERE 1 ");
  for (std::size_t i = 0; i < terms.size(); ++i)
    sql += "AND instr(p.text, ?" + std::to_string(i + 1) + ") > 0 ";
  sql += "ORDER BY l.version DESC, l.key, p.ord LIMIT " + std::to_string(std::max(limit, 1));
  auto rows = impl_->database.prepare(sql);
  if (!rows) return tl::unexpected(rows.error());
  for (std::size_t i = 0; i < terms.size(); ++i) rows->bind(static_cast<int>(i) + 1, terms[i]);
  std::vector<LawHit> out;
  for (;;) {
    auto more = rows->step();
    if (!more) return tl::unexpected(more.error());
    if (!*more) return out;
    out.push_back({version_row(*rows), provision_row(*rows, 7)});
  }
}

}  // namespace guanlan
