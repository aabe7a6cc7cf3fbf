#include "store/reread.h"

#include <map>
#include <nlohmann/json.hpp>

#include "guanlan/diff.h"

namespace guanlan {
namespace {

// Hands out the old items by a key, each once, in their order.
template <class Key>
class Pool {
 public:
  void add(Key key, std::size_t old) { waiting_[std::move(key)].items.push_back(old); }
  // The next one that is not taken yet; `none` where there is none.
  std::size_t take(const Key& key, const std::vector<bool>& taken, std::size_t none) {
    const auto it = waiting_.find(key);
    if (it == waiting_.end()) return none;
    Queue& queue = it->second;
    while (queue.next < queue.items.size() && taken[queue.items[queue.next]]) ++queue.next;
    return queue.next < queue.items.size() ? queue.items[queue.next++] : none;
  }

 private:
  struct Queue {
    std::vector<std::size_t> items;
    std::size_t next = 0;
  };
  std::map<Key, Queue> waiting_;
};

using Records = std::vector<nlohmann::ordered_json>;

void add_parsed(Records& out, const std::string& line) {
  auto record = nlohmann::ordered_json::parse(line, nullptr, false);
  if (!record.is_discarded()) out.push_back(std::move(record));
}

}  // namespace

Reread plan_reread(const std::vector<OldItem>& old, const Reading& reading) {
  Pool<std::pair<int, std::string>> by_title;
  Pool<std::pair<int, std::uint32_t>> by_place;
  for (std::size_t i = 0; i < old.size(); ++i) {
    by_title.add({old[i].entry, old[i].title}, i);
    by_place.add({old[i].entry, old[i].begin}, i);
  }
  Reread plan;
  std::vector<bool> taken(old.size());
  std::vector<std::size_t> partner;
  const auto match = [&](auto& pool, auto key_of) {
    std::size_t at = 0;
    int entry = 0;
    for (const SourceReading& source : reading.sources) {
      ++entry;
      for (const ItemReading& item : source.items) {
        if (at == partner.size()) partner.push_back(old.size());
        if (partner[at] == old.size())
          partner[at] = pool.take(key_of(entry, item), taken, old.size());
        if (partner[at] != old.size()) taken[partner[at]] = true;
        ++at;
      }
    }
  };
  match(by_title, [](int entry, const ItemReading& i) { return std::pair(entry, i.title); });
  match(by_place, [](int entry, const ItemReading& i) { return std::pair(entry, i.begin); });

  Records before, after;
  for (const OldItem& item : old) add_parsed(before, item.record);
  std::size_t at = 0;
  for (const SourceReading& source : reading.sources) {
    for (const ItemReading& item : source.items) {
      add_parsed(after, item.record);
      const std::size_t same = partner[at++];
      plan.ids.push_back(same == old.size() ? 0 : old[same].id);
      plan.changed += same == old.size() || old[same].record != item.record;
    }
  }
  const Difference difference = compare(before, after);
  for (const FieldTally& tally : difference.fields) {
    plan.gained += tally.gained;
    plan.lost += tally.lost;
  }
  return plan;
}

}  // namespace guanlan
