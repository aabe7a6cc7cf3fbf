#include "store/item_learning.h"

#include "store/item_dictionary.h"
#include "store/packed_item.h"
#include "store/work.h"

namespace guanlan {
namespace {

using sqlite::Statement;
using sqlite::Work;

constexpr std::int64_t kSamples = 3000;

// As many items as are learned from, evenly over all of them.
Result<std::vector<std::string>> sampled(const sqlite::Database& database, std::int64_t items) {
  Work work(database);
  std::vector<std::string> out;
  work.rows(
      "SELECT record FROM (SELECT record, row_number() OVER (ORDER BY id) AS at FROM items) WHERE at % ? = 0",
      [&](const Statement& row) {
        auto text = unpacked_text(database, row.blob(0));
        if (!text) return work.fail_with(std::move(text.error())), false;
        out.push_back(std::move(*text));
        return true;
      },
      std::max<std::int64_t>(1, items / kSamples));
  return work.give(std::move(out));
}

struct Row {
  std::int64_t id;
  std::string record;
};

// The items behind `last`, some at once.
std::vector<Row> rows_behind(Work& work, std::int64_t last) {
  std::vector<Row> out;
  work.rows(
      "SELECT id, record FROM items WHERE id > ? ORDER BY id LIMIT 1000",
      [&](const Statement& row) {
        out.push_back({row.integer(0), std::string(row.blob(1))});
        return true;
      },
      last);
  return out;
}

Result<void> pack_again(const sqlite::Database& database, std::int64_t items,
                        const std::function<void(std::int64_t, std::int64_t)>& progress) {
  auto packer = ItemPacker::of(database);
  if (!packer) return tl::unexpected(std::move(packer.error()));
  Work work(database);
  std::int64_t last = 0, done = 0;
  for (auto rows = rows_behind(work, last); work.ok() && !rows.empty();
       rows = rows_behind(work, last)) {
    for (const Row& row : rows) {
      const auto record = packed_record(database, row.record);
      if (!record) return tl::unexpected(record.error());
      const auto facts = packed_facts(database, row.record);
      if (!facts) return tl::unexpected(facts.error());
      work.run("UPDATE items SET record = ? WHERE id = ?",
               sqlite::Blob{packer->pack(*record, *facts)}, row.id);
      last = row.id;
    }
    done += static_cast<std::int64_t>(rows.size());
    if (progress) progress(done, items);
  }
  return work.result();
}

}  // namespace

Result<void> learn_items(const sqlite::Database& database,
                         const std::function<void(std::int64_t, std::int64_t)>& progress) {
  const auto learned = has_dictionary(database);
  if (!learned) return tl::unexpected(learned.error());
  if (*learned) return {};
  Work work(database);
  std::int64_t items = 0;
  work.rows("SELECT count(*) FROM items", [&](const Statement& row) {
    items = row.integer(0);
    return false;
  });
  if (!work.ok() || items < kEnoughItems) return work.result();
  const auto samples = sampled(database, items);
  if (!samples) return tl::unexpected(samples.error());
  const std::string dictionary = learned_dictionary(*samples);
  if (auto kept = keep_dictionary(database, dictionary); !kept) return kept;
  return dictionary.empty() ? Result<void>() : pack_again(database, items, progress);
}

}  // namespace guanlan
