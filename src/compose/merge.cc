// merge: what the store gives now, laid into what people made of it.
//
// Field by field: where people left what was generated, the new value comes in; where they changed
// it, theirs stays, and a new value under it is reported.
#include <fmt/format.h>

#include <set>

#include "guanlan/compose.h"

namespace guanlan::compose {
namespace {

class Merger {
 public:
  Merger(const Desk& base, const Desk& mine, const Desk& fresh)
      : base_(base), fresh_(fresh), out_{mine, {}, {}} {}

  Merged run() {
    index();
    for (const auto& [id, item] : fresh_.items) take(item);
    for (const std::string& id : seated(fresh_.outline)) seat(id);
    gone();
    for (const Dropped& d : fresh_.outline.dropped) also_dropped(d);
    masthead();
    parts();
    charts();
    out_.generated = renamed();
    return std::move(out_);
  }

 private:
  // Which item of the folder holds a report already: the one that was generated from it, whatever
  // was joined with it or split from it since; else the one that has it now.
  void index() {
    for (const auto& [id, item] : base_.items) {
      if (out_.desk.items.contains(id)) index(item);
    }
    for (const auto& [id, item] : out_.desk.items) index(item);
  }
  void index(const Item& item) {
    if (!item.made_from.empty()) return;
    for (const Origin& o : item.origins) holder_.emplace(o.key(), item.id);
  }
  void say(std::string_view what, const Item& item, std::string detail = {}) {
    out_.changes.push_back({std::string(what), item.id, item.title, std::move(detail)});
  }
  const Item* base_item(const std::string& id) const {
    const auto it = base_.items.find(id);
    return it == base_.items.end() ? nullptr : &it->second;
  }

  // The item of the folder that a fresh one is: by its reports, or by its id where it is none.
  std::string holder_of(const Item& fresh) const {
    if (!fresh.made_from.empty())
      return out_.desk.items.contains(fresh.id) ? fresh.id : std::string();
    for (const Origin& o : fresh.origins) {
      const auto it = holder_.find(o.key());
      if (it != holder_.end()) return it->second;
    }
    return {};
  }

  void take(const Item& fresh) {
    const std::string holder = holder_of(fresh);
    if (holder.empty()) {
      out_.desk.items.emplace(fresh.id, fresh);
      say("added", fresh);
      name_of_[fresh.id] = fresh.id;
      return;
    }
    name_of_[fresh.id] = holder;
    Item& mine = out_.desk.items.at(holder);
    const Item* base = base_item(holder);
    if (fresh.made_from.empty()) new_reports(mine, fresh);
    if (base != nullptr) update(mine, *base, fresh);
  }

  // Reports that no item of the folder holds yet come to this one.
  void new_reports(Item& mine, const Item& fresh) {
    for (std::size_t i = 0; i < fresh.origins.size(); ++i) {
      const Origin& o = fresh.origins[i];
      const auto [it, news] = holder_.emplace(o.key(), mine.id);
      if (!news) {
        if (it->second != mine.id) say("twin", mine, it->second);
        continue;
      }
      say("twin", mine, fmt::format("{}#{}", o.file, o.n));
    }
  }

  template <class T>
  void field(Item& mine, T& now, const T& was, const T& fresh, std::string_view label) {
    if (fresh == was || fresh == now) return;
    if (now == was) {
      now = fresh;
      say("updated", mine, std::string(label));
    } else {
      say("kept", mine, std::string(label));
    }
  }
  void update(Item& mine, const Item& base, const Item& fresh) {
    field(mine, mine.title, base.title, fresh.title, "title");
    field(mine, mine.body, base.body, fresh.body, "body");
    field(mine, mine.sources, base.sources, fresh.sources, "sources");
    field(mine, mine.kind, base.kind, fresh.kind, "kind");
    field(mine, mine.event_date, base.event_date, fresh.event_date, "event_date");
    field(mine, mine.summary, base.summary, fresh.summary, "summary");
    field(mine, mine.level, base.level, fresh.level, "level");
    field(mine, mine.place, base.place, fresh.place, "place");
    // Facts and origins are the machine's: always those of today, but for what people joined.
    const auto joined = [&](const Origin& o) {
      const auto same = [&](const Origin& other) { return other.key() == o.key(); };
      return std::none_of(fresh.origins.begin(), fresh.origins.end(), same) &&
             std::none_of(base.origins.begin(), base.origins.end(), same);
    };
    if (std::none_of(mine.origins.begin(), mine.origins.end(), joined)) {
      mine.origins = fresh.origins;
      mine.facts = fresh.facts;
    }
  }

  bool dropped(const std::string& id) const {
    const auto& list = out_.desk.outline.dropped;
    return std::any_of(list.begin(), list.end(), [&](const Dropped& d) { return d.item == id; });
  }

  static std::vector<std::string>* list_at(Outline& outline, const std::string& part,
                                           const std::string& section) {
    for (Part& p : outline.parts) {
      if (p.id != part) continue;
      if (section.empty()) return &p.items;
      for (Section& s : p.sections) {
        if (s.id == section) return &s.items;
      }
    }
    return nullptr;
  }

  // The list that the fresh seat belongs to, made where the folder lacks it.
  std::vector<std::string>& list_for(const Seat& seat) {
    const Part& part = fresh_.outline.parts[static_cast<std::size_t>(seat.part)];
    Outline& outline = out_.desk.outline;
    const std::string section =
        seat.section < 0 ? std::string() : part.sections[static_cast<std::size_t>(seat.section)].id;
    if (auto* list = list_at(outline, part.id, section)) return *list;
    auto it = std::find_if(outline.parts.begin(), outline.parts.end(),
                           [&](const Part& p) { return p.id == part.id; });
    if (it == outline.parts.end()) {
      Part made = part;
      made.items.clear();
      made.sections.clear();
      it = outline.parts.insert(place_of_part(part.id), std::move(made));
    }
    if (section.empty()) return it->items;
    it->sections.push_back(
        {section, part.sections[static_cast<std::size_t>(seat.section)].title, {}});
    return it->sections.back().items;
  }
  // After the last part of the folder that stands before it in the fresh outline.
  std::vector<Part>::iterator place_of_part(const std::string& id) {
    auto& parts = out_.desk.outline.parts;
    auto place = parts.begin();
    for (const Part& p : fresh_.outline.parts) {
      if (p.id == id) break;
      const auto it =
          std::find_if(parts.begin(), parts.end(), [&](const Part& q) { return q.id == p.id; });
      if (it != parts.end()) place = it + 1;
    }
    return place;
  }

  void seat(const std::string& fresh_id) {
    const std::string& id = name_of_[fresh_id];
    const auto fresh = seat_of(fresh_.outline, fresh_id);
    const auto mine = seat_of(out_.desk.outline, id);
    if (mine || dropped(id) || !fresh) return;
    if (base_item(id) != nullptr && seat_of(base_.outline, id)) {
      // It had a seat and people took it out by hand.
      out_.desk.outline.dropped.push_back({id, "?", "从 issue.yaml 中删去"});
      return;
    }
    std::vector<std::string>& list = list_for(*fresh);
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(index_in(list, *fresh)), id);
  }
  // After the nearest neighbour before it that stands in the same list.
  std::size_t index_in(const std::vector<std::string>& list, const Seat& seat) {
    const Part& part = fresh_.outline.parts[static_cast<std::size_t>(seat.part)];
    const auto& peers =
        seat.section < 0 ? part.items : part.sections[static_cast<std::size_t>(seat.section)].items;
    for (std::size_t i = seat.at; i-- > 0;) {
      const auto it = std::find(list.begin(), list.end(), name_of_[peers[i]]);
      if (it != list.end()) return static_cast<std::size_t>(it - list.begin()) + 1;
    }
    return 0;
  }

  void gone() {
    std::set<std::string> there;
    for (const auto& [fresh, id] : name_of_) there.insert(id);
    for (const auto& [id, item] : base_.items) {
      const auto mine = out_.desk.items.find(id);
      if (mine != out_.desk.items.end() && !there.contains(id)) say("gone", mine->second);
    }
  }
  void also_dropped(const Dropped& d) {
    const std::string& id = name_of_[d.item];
    if (seat_of(out_.desk.outline, id) || dropped(id)) return;
    out_.desk.outline.dropped.push_back({id, d.by, d.why});
  }

  template <class T>
  static void keep(T& mine, const T& base, const T& fresh) {
    if (mine == base) mine = fresh;
  }
  void masthead() {
    Masthead& m = out_.desk.outline.masthead;
    const Masthead &b = base_.outline.masthead, &f = fresh_.outline.masthead;
    keep(m.name, b.name, f.name);
    keep(m.issue, b.issue, f.issue);
    keep(m.running_number, b.running_number, f.running_number);
    keep(m.date, b.date, f.date);
    keep(m.bodies, b.bodies, f.bodies);
    keep(m.statement, b.statement, f.statement);
    keep(out_.desk.outline.masthead_latin, base_.outline.masthead_latin,
         fresh_.outline.masthead_latin);
    keep(out_.desk.outline.cadence, base_.outline.cadence, fresh_.outline.cadence);
  }
  // Leads and keywords that nobody touched follow the items.
  void parts() {
    const auto part = [](const Outline& outline, const std::string& id) -> const Part* {
      for (const Part& p : outline.parts) {
        if (p.id == id) return &p;
      }
      return nullptr;
    };
    for (Part& p : out_.desk.outline.parts) {
      const Part *was = part(base_.outline, p.id), *now = part(fresh_.outline, p.id);
      if (was == nullptr || now == nullptr) continue;
      keep(p.title, was->title, now->title);
      keep(p.keywords, was->keywords, now->keywords);
      std::vector<LeadSentence> lead = now->lead;
      for (LeadSentence& s : lead) s.item = name_of_.contains(s.item) ? name_of_[s.item] : s.item;
      keep(p.lead, was->lead, lead);
      std::erase_if(p.lead, [&](const LeadSentence& s) {
        return !s.item.empty() && s.by.empty() && dropped(s.item);
      });
    }
  }

  void charts() {
    for (const auto& [file, fresh] : fresh_.charts) {
      const auto was = base_.charts.find(file);
      const auto [mine, added] = out_.desk.charts.emplace(file, fresh);
      if (!added && was != base_.charts.end()) keep(mine->second, was->second, fresh);
    }
  }

  Desk renamed() {
    Desk out = fresh_;
    const auto rename = [&](std::vector<std::string>& ids) {
      for (std::string& id : ids) id = name_of_[id];
      // Two fresh items may be one in the folder.
      std::erase_if(ids, [&](const std::string& id) { return !seen_.insert(id).second; });
    };
    for (Part& p : out.outline.parts) {
      rename(p.items);
      for (Section& s : p.sections) rename(s.items);
      for (LeadSentence& s : p.lead) {
        if (name_of_.contains(s.item)) s.item = name_of_[s.item];
      }
    }
    out.items.clear();
    for (auto [id, item] : fresh_.items) {
      item.id = name_of_[id];
      out.items.emplace(item.id, std::move(item));
    }
    for (Dropped& d : out.outline.dropped) d.item = name_of_[d.item];
    return out;
  }

  const Desk& base_;
  const Desk& fresh_;
  Merged out_;
  std::set<std::string> seen_;                  // ids that have a seat in `generated`
  std::map<std::string, std::string> holder_;   // report → item of the folder
  std::map<std::string, std::string> name_of_;  // fresh id → id in the folder
};

}  // namespace

Merged merge(const Desk& base, const Desk& mine, const Desk& fresh) {
  return Merger(base, mine, fresh).run();
}

}  // namespace guanlan::compose
