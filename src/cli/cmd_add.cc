#include <mutex>
#include <optional>
#include <ostream>

#include "cli/database.h"
#include "cli/in_order.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/progress.h"
#include "cli/remarks.h"
#include "read/digest.h"

namespace guanlan::cli {
namespace {

struct Tally {
  std::size_t added = 0, items = 0, reread = 0, known = 0, failed = 0, aside = 0, damaged = 0;
  int changed = 0, gained = 0, lost = 0;

  void count(const PutResult& put) {
    switch (put.what) {
      case Stored::added:
        ++added;
        items += static_cast<std::size_t>(put.items);
        break;
      case Stored::reread:
        ++reread;
        changed += put.changed;
        gained += put.gained;
        lost += put.lost;
        break;
      case Stored::unchanged:
        ++known;
        break;
    }
  }
};

// A file that could not be read goes into quarantine, so that it is not forgotten.
void set_aside(const Call& call, Store& store, const std::string& digest, const Input& input,
               const Error& error, Tally& tally) {
  const Quarantined file{digest,        name_of(input), std::string(name(error.code)),
                         error.message, error.hint,     {}};
  if (auto done = store.set_aside(file); !done) {
    complain(call, done.error());
  } else {
    ++tally.aside;
  }
}

// A file as it comes from the threads that read: its digest, and what it holds where that is not
// stored yet.
struct TakenIn {
  std::string digest;                      // empty: there were no bytes
  std::optional<Result<Reading>> reading;  // none: known under today's rules
};

// The store is asked by several threads, one at a time.
struct Shelf {
  Store& store;
  std::mutex mutex;

  [[nodiscard]] Result<std::optional<StoredDocument>> find(const std::string& digest) {
    const std::lock_guard lock(mutex);
    return store.find(digest);
  }
};

Result<TakenIn> take_in_one(const Call& call, Shelf& shelf, const Input& input) {
  auto bytes = bytes_of(call, input);
  if (!bytes) return TakenIn{{}, tl::unexpected(std::move(bytes.error()))};
  const auto alone = alone_if_large(*bytes);
  TakenIn out{sha256_digest(*bytes), {}};
  const auto known = shelf.find(out.digest);
  if (!known) return tl::unexpected(known.error());
  if (*known && (*known)->rules == rules_version()) return out;
  out.reading = take_in(std::move(*bytes), name_of(input), Lexicon::builtin());
  return out;
}

// One file, one transaction. The error is that of the store; what is wrong with the file itself is
// reported and counted.
Result<void> add_one(const Call& call, Shelf& shelf, const Input& input, TakenIn file,
                     Progress& progress, Tally& tally) {
  const auto known = file.digest.empty() ? Result<std::optional<StoredDocument>>(std::nullopt)
                                         : shelf.find(file.digest);
  if (!known) return tl::unexpected(known.error());
  if (!file.reading || (*known && (*known)->rules == rules_version())) {
    ++tally.known;
    return {};
  }
  if (!*file.reading) {
    Error& error = file.reading->error();
    give_hint(error);
    ++tally.failed;
    progress.clear();
    complain(call, error, input);
    const std::lock_guard lock(shelf.mutex);
    if (!file.digest.empty() && !*known)
      set_aside(call, shelf.store, file.digest, input, error, tally);
    return {};
  }
  Reading& reading = **file.reading;
  std::vector<std::string> warnings;
  for (SourceReading& source : reading.sources) {
    std::move(source.warnings.begin(), source.warnings.end(), std::back_inserter(warnings));
  }
  std::unique_lock lock(shelf.mutex);
  const auto put = shelf.store.put(reading);
  lock.unlock();
  if (!put) return tl::unexpected(put.error());
  tally.count(*put);
  if (!warnings.empty()) progress.clear();
  tally.damaged += remark(call, input, warnings);
  return {};
}

Result<void> reread_one(const Call& call, Store& store, const StoredDocument& document,
                        Progress& progress, Tally& tally) {
  auto bytes = store.bytes(document.id);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  auto reading = take_in(std::move(*bytes), document.name, Lexicon::builtin());
  if (!reading) {
    ++tally.failed;
    progress.clear();
    complain(call, reading.error(), {document.name, document.name});
    return {};
  }
  const auto put = store.put(*reading);
  if (!put) return tl::unexpected(put.error());
  tally.count(*put);
  return {};
}

int store_failed(const Call& call, const Error& error) {
  complain(call, error);
  return exit_code::kInputs;
}

int reread_all(const Call& call, Store& store) {
  auto documents = store.documents();
  if (!documents) return store_failed(call, documents.error());
  std::erase_if(*documents, [](const StoredDocument& d) { return d.rules == rules_version(); });
  Tally tally;
  Progress progress(call, documents->size());
  for (std::size_t i = 0; i < documents->size() && !call.interrupted(); ++i) {
    progress.at(i, (*documents)[i].name);
    if (auto done = reread_one(call, store, (*documents)[i], progress, tally); !done) {
      progress.clear();
      return store_failed(call, done.error());
    }
  }
  progress.clear();
  call.env.out << say(call.language, Say::reread_summary, tally.reread, tally.changed, tally.gained,
                      tally.lost)
               << '\n';
  return verdict(call, tally.failed, documents->size());
}

// A folder may hold the database itself: that is no document.
void leave_out_database(const Call& call, Inputs& inputs) {
  const auto path = database_path(call);
  if (!path) return;
  std::erase_if(inputs.files, [&](const Input& input) {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm"}) {
      const std::filesystem::path own = path->string() + suffix;
      if (std::filesystem::equivalent(input.path, own, ignored)) return true;
    }
    return false;
  });
}

int add_all(const Call& call, Store& store, std::size_t jobs) {
  Inputs inputs = expand(call, call.args.positionals());
  leave_out_database(call, inputs);
  for (const Error& failure : inputs.failures) complain(call, failure);
  Tally tally;
  tally.failed = inputs.failures.size();
  Progress progress(call, inputs.files.size());
  Shelf shelf{store, {}};
  std::optional<Error> broken;  // what the store said
  const auto put = [&](std::size_t i, Result<TakenIn> file) {
    if (!file) {
      broken = file.error();
    } else if (auto done = add_one(call, shelf, inputs.files[i], std::move(*file), progress, tally);
               !done) {
      broken = done.error();
    }
    if (i + 1 < inputs.files.size()) progress.at(i + 1, inputs.files[i + 1].shown);
    return !broken && !call.interrupted();
  };
  if (!inputs.files.empty()) progress.at(0, inputs.files[0].shown);
  in_order(
      inputs.files.size(), jobs,
      [&](std::size_t i) { return take_in_one(call, shelf, inputs.files[i]); }, put);
  if (broken) {
    progress.clear();
    return store_failed(call, *broken);
  }
  progress.clear();
  call.env.out << say(call.language, Say::add_summary, tally.added, tally.items, tally.reread,
                      tally.known, tally.failed)
               << '\n';
  if (tally.aside > 0) call.env.err << say(call.language, Say::add_quarantined) << '\n';
  if (tally.damaged > 0) {
    call.env.err << say(call.language, Say::add_damaged, tally.damaged) << '\n';
  }
  mention_older_rules(call, store);
  const int code = verdict(call, tally.failed, inputs.files.size() + inputs.failures.size());
  return code == exit_code::kFine && tally.damaged > 0 ? exit_code::kInputs : code;
}

int add(const Call& call) {
  const bool reread = call.args.has("--reread");
  if (!reread && call.args.positionals().empty()) {
    complain(call, {Code::invalid,
                    say(call.language, Say::argument_missing, "FILE"),
                    {},
                    say(call.language, Say::see_help, "guanlan add --help")});
    return exit_code::kUsage;
  }
  const auto jobs = jobs_of(call);
  if (!jobs) {
    complain(call, jobs.error());
    return exit_code::kUsage;
  }
  auto store = open_or_create(call);
  if (!store) return no_database(call, store.error());
  if (call.args.positionals().empty()) return reread_all(call, **store);
  const int code = add_all(call, **store, *jobs);
  if (!reread || code == exit_code::kInterrupted) return code;
  return std::max(code, reread_all(call, **store));
}

}  // namespace

CommandSpec add_command() {
  return {
      "add",
      {"把出版物读成记录，存入数据库", "read publications and store them with their records"},
      {"文件的字节、文字与记录一并保存；每个文件一个事务，要么全存，要么不存。\n"
       "同一文件（按 SHA-256）再存一次不会有变化；规则更新后再存则重读。\n"
       "读不了的文件列出原因并记入隔离区，其余照存，退出码为 3。",
       "Keeps the file's bytes, its text and its records; each file is one transaction, stored "
       "whole\n"
       "or not at all. The same file (by SHA-256) adds nothing; after an update of the rules it "
       "is\n"
       "read again. What cannot be read is listed with its reason and kept in quarantine, the "
       "others\n"
       "are stored, exit status 3."},
      {{"FILE",
        {"文件、文件夹（递归，隐藏文件除外）或 -",
         "a file, a folder (recursive, without hidden files), or -"}}},
      {{"--reread",
        "",
        {"按现行规则重读库中用旧规则读的文件，报告变化",
         "read what was stored under older rules again and report what changed"}},
       jobs_option()},
      {{"add inbox/", {"存入整个文件夹", "store a whole folder"}},
       {"add notice.html report.pdf --db work.db", {"存入另一个数据库", "into another database"}},
       {"add --reread", {"更新后重读", "after an update"}},
       {"list --quarantine", {"看哪些没读成", "see what could not be read"}}},
      add};
}

}  // namespace guanlan::cli
