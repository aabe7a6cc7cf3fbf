#include "guanlan/diff.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>

#include "resolve/json_fields.h"
#include "text/trim.h"

namespace guanlan {
namespace {

using Json = nlohmann::ordered_json;
using Records = std::vector<Json>;

constexpr std::size_t kNone = SIZE_MAX;

int running_number(const Json& record) {
  const auto it = record.find("n");
  return it != record.end() && it->is_number_integer() ? it->get<int>() : 0;
}

std::string begin_of(const Json& record) {
  const auto it = record.find("span");
  return it != record.end() && it->is_object() ? it->value("begin", Json()).dump() : std::string();
}

// From behind the stop or line end before `at` to the next one, that included.
std::string_view sentence_around(std::string_view text, std::size_t at) {
  constexpr std::string_view kStops[] = {"。", "；", "！", "？", "\n"};
  std::size_t begin = 0, end = text.size();
  for (const std::string_view stop : kStops) {
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind(stop, at - 1);
    if (before != std::string_view::npos) begin = std::max(begin, before + stop.size());
    const std::size_t after = text.find(stop, at);
    if (after != std::string_view::npos)
      end = std::min(end, after + (stop == "\n" ? 0 : stop.size()));
  }
  return trim(text.substr(begin, end - begin));
}

// For each old record the index of the same item among the new ones, or kNone.
class Alignment {
 public:
  Alignment(const Records& before, const Records& after)
      : before_(before), after_(after), partner_(before.size(), kNone), used_(after.size()) {
    match([](const Json& r) { return text_field(r, "title"); });
    match(begin_of);
    match([](const Json& r) { return text_field(r, "body").substr(0, 24); });
    match([](const Json& r) { return r.dump(); });
  }
  [[nodiscard]] std::size_t partner(std::size_t old) const { return partner_[old]; }
  [[nodiscard]] bool used(std::size_t fresh) const { return used_[fresh]; }

 private:
  template <class Key>
  void match(Key key) {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> waiting;
    for (std::size_t i = after_.size(); i-- > 0;) {
      if (!used_[i]) waiting[{text_field(after_[i], "file"), key(after_[i])}].push_back(i);
    }
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (partner_[i] != kNone) continue;
      const std::string value = key(before_[i]);
      const auto it = waiting.find({text_field(before_[i], "file"), value});
      if (value.empty() || it == waiting.end() || it->second.empty()) continue;
      partner_[i] = it->second.back();
      used_[partner_[i]] = true;
      it->second.pop_back();
    }
  }

  const Records& before_;
  const Records& after_;
  std::vector<std::size_t> partner_;
  std::vector<bool> used_;
};

struct Placed {
  std::string value;
  std::string words;  // as printed
  std::string place;  // the span as text; empty: none
  std::int64_t begin = -1;
};

// The sentence of the body that the words stand in. Where they stand more than once, the place that
// lies as far into the body as the span lies into the item is taken.
std::string sentence_of(const Json& record, const Placed& p) {
  const std::string body = text_field(record, "body");
  if (p.words.empty() || body.empty()) return {};
  const auto item = record.find("span");
  const Json& span = item != record.end() && item->is_object() ? *item : Json::object();
  const std::int64_t begin = span.value("begin", std::int64_t{0}),
                     end = span.value("end", std::int64_t{0});
  const double share = p.begin < begin || end <= begin ? 0
                                                       : static_cast<double>(p.begin - begin) /
                                                             static_cast<double>(end - begin);
  const auto wanted = static_cast<std::int64_t>(share * static_cast<double>(body.size()));
  std::size_t best = std::string::npos;
  for (std::size_t at = body.find(p.words); at != std::string::npos;
       at = body.find(p.words, at + p.words.size())) {
    if (best != std::string::npos && std::abs(static_cast<std::int64_t>(at) - wanted) >
                                         std::abs(static_cast<std::int64_t>(best) - wanted))
      break;
    best = at;
  }
  return best == std::string::npos ? std::string() : std::string(sentence_around(body, best));
}

// The printed words of the date that begins at the place; empty: there is none.
std::string date_words_at(const Json& record, std::int64_t begin) {
  const auto at = [&](const Json& date) {
    const auto span = date.is_object() ? date.find("span") : date.end();
    return date.is_object() && span != date.end() && span->is_object() &&
           span->value("begin", Json()) == Json(begin);
  };
  if (const auto event = record.find("event_date"); event != record.end() && at(*event))
    return text_field(*event, "text");
  const auto dates = record.find("dates");
  if (dates == record.end() || !dates->is_array()) return {};
  for (const Json& date : *dates) {
    if (at(date)) return text_field(date, "text");
  }
  return {};
}

// The field's values with their places: in the value itself, or beside it in `spans`.
std::vector<Placed> placed(const Json& record, std::string_view field) {
  std::vector<Placed> out;
  for (std::string& value : field_values(record, field)) out.push_back({value, value, {}});
  const auto it = record.find(std::string(field));
  const auto put = [&](Placed& one, const Json& span) {
    one.place = span.dump();
    one.begin = span.is_object() && span.contains("begin") && span["begin"].is_number()
                    ? span["begin"].get<std::int64_t>()
                    : -1;
  };
  const auto place = [&](std::size_t i, const Json& holder) {
    if (i >= out.size() || !holder.is_object()) return;
    put(out[i], holder.value("span", Json()));
    out[i].words = text_field(holder, "text");
  };
  if (it == record.end()) return out;
  if (it->is_object()) place(0, *it);
  if (it->is_array() && it->size() == out.size()) {
    for (std::size_t i = 0; i < it->size(); ++i) place(i, (*it)[i]);
  }
  const auto spans = record.find("spans");
  if (spans == record.end() || !spans->is_object()) return out;
  const auto list = spans->find(std::string(field));
  if (list == spans->end() || !list->is_array() || list->size() != out.size()) return out;
  for (std::size_t i = 0; i < out.size(); ++i) {
    put(out[i], (*list)[i]);
    // A deadline is a bare day; its words are those of the date at its place.
    if (field == "deadlines") out[i].words = date_words_at(record, out[i].begin);
  }
  return out;
}

class Comparison {
 public:
  Comparison() {
    out_.fields.push_back({"items"});
    for (const std::string_view field : record_fields())
      out_.fields.push_back({std::string(field)});
  }

  void item(const Json& record, ChangeKind kind) {
    FieldTally& tally = out_.fields.front();
    ++(kind == ChangeKind::gained ? tally.gained : tally.lost);
    note(record, kind, "items", {text_field(record, "title"), {}, {}});
  }

  void items(const Json& before, const Json& after) {
    ++out_.fields.front().same;
    for (std::size_t i = 1; i < out_.fields.size(); ++i) field(out_.fields[i], before, after);
  }

  Difference take() { return std::move(out_); }

 private:
  void note(const Json& record, ChangeKind kind, const std::string& field, const Placed& p) {
    out_.changes.push_back({kind, text_field(record, "file"), running_number(record),
                            text_field(record, "title"), field, p.value, sentence_of(record, p)});
  }

  void field(FieldTally& tally, const Json& before, const Json& after) {
    std::map<std::string, std::vector<Placed>> fresh;  // value → those not yet taken
    for (Placed& p : placed(after, tally.field)) fresh[p.value].push_back(std::move(p));
    std::vector<Placed> rest;
    for (Placed& p : placed(before, tally.field)) {
      auto& places = fresh[p.value];
      const auto here = std::find_if(places.begin(), places.end(),
                                     [&](const Placed& one) { return one.place == p.place; });
      if (here == places.end()) {
        rest.push_back(std::move(p));
      } else {
        places.erase(here);
        ++tally.same;
      }
    }
    for (const Placed& p : rest) elsewhere(tally, p, fresh[p.value], before, after);
    for (const auto& [value, places] : fresh) {
      for (const Placed& p : places) {
        ++tally.gained;
        note(after, ChangeKind::gained, tally.field, p);
      }
    }
  }

  void elsewhere(FieldTally& tally, const Placed& old, std::vector<Placed>& places,
                 const Json& before, const Json& after) {
    if (places.empty()) {
      ++tally.lost;
      return note(before, ChangeKind::lost, tally.field, old);
    }
    const bool comparable = !old.place.empty() && !places.back().place.empty();
    const Placed now = std::move(places.back());
    places.pop_back();
    if (!comparable) {
      ++tally.same;
      return;
    }
    ++tally.moved;
    note(after, ChangeKind::moved, tally.field, now);
  }

  Difference out_;
};

}  // namespace

std::string_view name(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::gained:
      return "gained";
    case ChangeKind::lost:
      return "lost";
    case ChangeKind::moved:
      return "moved";
  }
  return "moved";
}

bool Difference::has_losses() const {
  return std::any_of(fields.begin(), fields.end(), [](const FieldTally& f) { return f.lost > 0; });
}

Difference compare(const std::vector<Json>& before, const std::vector<Json>& after) {
  const Alignment alignment(before, after);
  Comparison comparison;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const std::size_t partner = alignment.partner(i);
    if (partner == kNone) {
      comparison.item(before[i], ChangeKind::lost);
    } else {
      comparison.items(before[i], after[partner]);
    }
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (!alignment.used(i)) comparison.item(after[i], ChangeKind::gained);
  }
  return comparison.take();
}

}  // namespace guanlan
