#include "testing/memory_store.h"

#include <algorithm>
#include <tuple>

#include "store/reread.h"

namespace guanlan::testing {
namespace {

struct KeptItem {
  StoredItem row;
  std::uint32_t begin = 0;
  std::vector<Fact> facts;
};

struct KeptDocument {
  StoredDocument row;
  std::string bytes;
  std::vector<StoredSource> sources;
  std::vector<std::string> raws;
  std::vector<KeptItem> items;
};

bool starts_with(const std::string& text, const std::string& beginning) {
  return text.compare(0, beginning.size(), beginning) == 0;
}

bool holds(const KeptItem& item, const char* field, const std::string& words) {
  return words.empty() || std::any_of(item.facts.begin(), item.facts.end(), [&](const Fact& f) {
           return f.field == field && f.value.find(words) != std::string::npos;
         });
}

bool matches(const KeptItem& item, const ItemFilter& filter) {
  const StoredItem& row = item.row;
  const std::string& date = row.event_date;
  const auto& kinds = filter.kinds;
  if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), row.kind) == kinds.end())
    return false;
  if (!filter.since.empty() &&
      (date.empty() || !(date >= filter.since || starts_with(filter.since, date)))) {
    return false;
  }
  if (!filter.until.empty() &&
      (date.empty() || !(date <= filter.until || starts_with(date, filter.until)))) {
    return false;
  }
  return holds(item, "regions", filter.region) && holds(item, "authorities", filter.authority) &&
         row.file.find(filter.file) != std::string::npos &&
         (filter.document == 0 || filter.document == row.document);
}

class MemoryStore final : public Store {
 public:
  explicit MemoryStore(Clock clock) : clock_(std::move(clock)) {}

  Result<PutResult> put(const Reading& reading) override {
    PutResult result;
    KeptDocument* kept = by_digest(reading.digest);
    if (kept != nullptr && kept->row.rules == reading.rules) {
      return PutResult{Stored::unchanged, kept->row.id, kept->row.items};
    }
    std::erase_if(aside_, [&](const Quarantined& q) { return q.digest == reading.digest; });
    std::vector<std::int64_t> ids;
    if (kept == nullptr) {
      kept = &documents_.emplace_back();
      kept->row = {++last_document_,    reading.digest, reading.name, iso8601(clock_()), {},
                   reading.bytes.size()};
      kept->bytes = reading.bytes;
    } else {
      result.what = Stored::reread;
      ids = retire(*kept, reading, result);
    }
    fill(*kept, reading, ids);
    result.document = kept->row.id;
    result.items = kept->row.items;
    return result;
  }

  Result<void> set_aside(const Quarantined& file) override {
    std::erase_if(aside_, [&](const Quarantined& q) { return q.digest == file.digest; });
    aside_.push_back(file);
    if (file.time.empty()) aside_.back().time = iso8601(clock_());
    return {};
  }

  Result<std::optional<StoredDocument>> find(std::string_view digest) const override {
    for (const KeptDocument& d : documents_) {
      if (d.row.digest == digest) return std::optional(d.row);
    }
    return std::optional<StoredDocument>();
  }

  Result<std::vector<StoredDocument>> documents() const override {
    std::vector<StoredDocument> out;
    for (const KeptDocument& d : documents_) out.push_back(d.row);
    return out;
  }

  Result<std::vector<StoredSource>> sources(std::int64_t document) const override {
    for (const KeptDocument& d : documents_) {
      if (d.row.id == document) return d.sources;
    }
    return std::vector<StoredSource>();
  }

  Result<std::string> bytes(std::int64_t document) const override {
    for (const KeptDocument& d : documents_) {
      if (d.row.id == document) return d.bytes;
    }
    return fail(Code::not_found, "库中没有这个文件");
  }

  Result<std::string> raw(std::int64_t document, int entry) const override {
    for (const KeptDocument& d : documents_) {
      if (d.row.id == document && entry >= 1 && static_cast<std::size_t>(entry) <= d.raws.size()) {
        return d.raws[static_cast<std::size_t>(entry) - 1];
      }
    }
    return fail(Code::not_found, "库中没有这个文件");
  }

  Result<void> each(const ItemFilter& filter, const ItemSink& f) const override {
    std::vector<StoredItem> found;
    for (const KeptDocument& d : documents_) {
      for (const KeptItem& item : d.items) {
        if (matches(item, filter)) found.push_back(item.row);
      }
    }
    std::sort(found.begin(), found.end(), [&](const StoredItem& a, const StoredItem& b) {
      if (filter.as_stored) {
        return std::tie(a.document, a.ordinal) < std::tie(b.document, b.ordinal);
      }
      return a.event_date != b.event_date ? a.event_date > b.event_date : a.id < b.id;
    });
    std::int64_t given = 0;
    for (StoredItem& item : found) {
      if (filter.limit > 0 && given++ == filter.limit) break;
      if (!f(std::move(item))) break;
    }
    return {};
  }

  Result<StoredItem> item(std::int64_t id) const override {
    const KeptItem* kept = by_id(id);
    if (kept == nullptr) return fail(Code::not_found, "没有编号 " + std::to_string(id) + " 的条目");
    return kept->row;
  }

  Result<std::vector<Fact>> facts(std::int64_t item) const override {
    const KeptItem* kept = by_id(item);
    if (kept == nullptr) return std::vector<Fact>();
    auto out = kept->facts;
    std::sort(out.begin(), out.end(), [](const Fact& a, const Fact& b) {
      return std::tie(a.field, a.index) < std::tie(b.field, b.index);
    });
    return out;
  }

  Result<std::vector<Quarantined>> quarantine() const override { return aside_; }

  Result<std::vector<Revision>> revisions() const override {
    std::vector<Revision> out;
    for (const auto& [revision, lines] : revisions_) out.push_back(revision);
    std::sort(out.begin(), out.end(), [](const Revision& a, const Revision& b) {
      return a.replaced != b.replaced ? a.replaced > b.replaced : a.document < b.document;
    });
    return out;
  }

  Result<std::vector<std::string>> records(const Revision& wanted) const override {
    for (const auto& [revision, lines] : revisions_) {
      if (revision.document == wanted.document && revision.rules == wanted.rules) return lines;
    }
    return fail(Code::not_found, "没有这个旧版本");
  }

 private:
  KeptDocument* by_digest(const std::string& digest) {
    for (KeptDocument& d : documents_) {
      if (d.row.digest == digest) return &d;
    }
    return nullptr;
  }

  const KeptItem* by_id(std::int64_t id) const {
    for (const KeptDocument& d : documents_) {
      for (const KeptItem& item : d.items) {
        if (item.row.id == id) return &item;
      }
    }
    return nullptr;
  }

  std::vector<std::int64_t> retire(KeptDocument& kept, const Reading& reading, PutResult& result) {
    std::vector<OldItem> old;
    std::vector<std::string> lines;
    for (const KeptItem& item : kept.items) {
      old.push_back({item.row.id, item.row.entry, item.row.title, item.begin, item.row.record});
      lines.push_back(item.row.record);
    }
    const Revision revision{kept.row.rules, iso8601(clock_()), kept.row.id};
    std::erase_if(revisions_, [&](const auto& r) {
      return r.first.document == revision.document && r.first.rules == revision.rules;
    });
    revisions_.emplace_back(revision, std::move(lines));
    const Reread plan = plan_reread(old, reading);
    result.changed = plan.changed;
    result.gained = plan.gained;
    result.lost = plan.lost;
    return plan.ids;
  }

  void fill(KeptDocument& kept, const Reading& reading, const std::vector<std::int64_t>& ids) {
    kept.row.rules = reading.rules;
    kept.raws.clear();
    kept.sources.clear();
    kept.items.clear();
    int entry = 0, ordinal = 0;
    for (const SourceReading& source : reading.sources) {
      ++entry;
      kept.raws.push_back(source.raw);
      kept.sources.push_back({entry, source.format, source.charset, source.title, source.published,
                              source.link, source.raw.size()});
      for (const ItemReading& item : source.items) {
        const auto at = static_cast<std::size_t>(ordinal++);
        const std::int64_t keep = at < ids.size() ? ids[at] : 0;
        const StoredItem row{keep != 0 ? keep : ++last_item_,
                             kept.row.id,
                             kept.row.name,
                             entry,
                             ordinal,
                             item.n,
                             item.title,
                             item.kind,
                             item.event_date,
                             item.path,
                             item.record,
                             item.title_pieces,
                             item.body_pieces};
        kept.items.push_back({row, item.begin, item.facts});
      }
    }
    kept.row.items = ordinal;
  }

  Clock clock_;
  std::vector<KeptDocument> documents_;
  std::vector<Quarantined> aside_;
  std::vector<std::pair<Revision, std::vector<std::string>>> revisions_;
  std::int64_t last_document_ = 0, last_item_ = 0;
};

}  // namespace

std::unique_ptr<Store> memory_store(Clock clock) {
  return std::make_unique<MemoryStore>(std::move(clock));
}

}  // namespace guanlan::testing
