// Apps, authorities and organisations: the names are the record's, the roles those of the item.
#include <algorithm>

#include "sightings/finder.h"
#include "sightings/keys.h"
#include "sightings/words.h"

namespace guanlan::sighting {
namespace {

// A list of names with the places that the record keeps beside it.
template <class F>
void each_name(const Finder& finder, const char* field, F f) {
  const Json spans = finder.record().value("spans", Json());
  const Json& places = list_of(spans, field);
  const Json& names = list_of(finder.record(), field);
  for (std::size_t i = 0; i < std::min(names.size(), places.size()); ++i) {
    const auto place = place_of(places[i]);
    const auto at = place ? finder.text().find(place->span) : std::nullopt;
    if (at && names[i].is_string()) f(names[i].get<std::string>(), *at);
  }
}

bool sanctioned(const Finder& finder, std::string_view type) {
  const Json& all = list_of(finder.record(), "sanctions");
  return std::any_of(all.begin(), all.end(),
                     [&](const Json& s) { return text_of(s, "type") == type; });
}

// What the item does to its apps.
std::string_view app_role(const Finder& finder) {
  const std::string_view title = finder.text().of(finder.title());
  if (finder.kind() == "filing") return "registered";
  if (finder.kind() != "app-notice" && finder.kind() != "enforcement") return "mentioned";
  if (title.find("恢复上架") != title.npos) return "restored";
  if (title.find("下架") != title.npos) return "removed";
  if (title.find("复测") != title.npos || title.find("复查") != title.npos ||
      title.find("未完成整改") != title.npos || title.find("整改不到位") != title.npos)
    return "retested";
  if (sanctioned(finder, "public_notice") || finder.kind() == "app-notice") return "notified";
  return "punished";
}

// 示例天气（示例科技有限公司）: who made it; empty: the text does not say so there.
std::string maker_behind(std::string_view text, Span at) {
  static const auto ends = words_of("apps", "maker");
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    std::string_view behind = text.substr(at.end);
    for (const std::string_view mark : {"”", "》", "」"}) {
      if (behind.starts_with(mark)) behind.remove_prefix(mark.size());
    }
    if (!behind.starts_with(open)) continue;
    const std::size_t end = behind.find(close);
    constexpr std::size_t kLong = 120;
    if (end == behind.npos || end > kLong) continue;
    const std::string_view inside = behind.substr(open.size(), end - open.size());
    if (!ending(inside, ends).empty()) return std::string(inside);
  }
  return {};
}

// The developers that the tables of an item name, a cell a row: 序号 | 应用名称 | 应用开发者 |
// 应用版本 | 问题.
class MakerColumns {
 public:
  explicit MakerColumns(std::string_view text) : text_(text) {
    std::size_t column = kNone;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::vector<Span> cells = cells_of(at, end);
      const std::size_t head = cells.size() < 2 ? kNone : head_of(cells);
      if (head != kNone)
        column = head;
      else if (cells.size() < 2)
        column = kNone;
      else if (column < cells.size())
        rows_.push_back(
            {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, cells[column]});
      at = end + 1;
    }
  }
  // Of the app that stands at the place; empty: its row names none.
  [[nodiscard]] std::string_view maker(Span app) const {
    const auto row =
        std::upper_bound(rows_.begin(), rows_.end(), app.begin,
                         [](std::uint32_t at, const Row& r) { return at < r.line.begin; });
    if (row == rows_.begin() || !std::prev(row)->line.contains(app) ||
        std::prev(row)->maker.overlaps(app))
      return {};
    const Span maker = std::prev(row)->maker;
    static const auto ends = words_of("apps", "maker");
    const std::string_view name = text_.substr(maker.begin, maker.size());
    return ending(name, ends).empty() ? std::string_view() : name;
  }

 private:
  struct Row {
    Span line, maker;
  };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  [[nodiscard]] std::vector<Span> cells_of(std::size_t begin, std::size_t end) const {
    std::vector<Span> out;
    while (begin <= end) {
      std::size_t tab = std::min(text_.find('\t', begin), end);
      Span cell{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(tab)};
      while (cell.begin < cell.end && text_[cell.begin] == ' ') ++cell.begin;
      while (cell.end > cell.begin && text_[cell.end - 1] == ' ') --cell.end;
      out.push_back(cell);
      begin = tab + 1;
    }
    return out;
  }
  [[nodiscard]] std::size_t head_of(const std::vector<Span>& cells) const {
    static const auto heads = words_of("apps", "column"), makers = words_of("apps", "maker");
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string_view words = text_.substr(cells[i].begin, cells[i].size());
      const std::string_view head = beginning(words, heads);
      constexpr std::size_t kMore = 12;  // 名称, 全称
      if (!head.empty() && words.size() <= head.size() + kMore && ending(words, makers).empty())
        return i;
    }
    return kNone;
  }

  std::string_view text_;
  std::vector<Row> rows_;
};

// The first day to rectify by behind a name, else the last one before it; null where there is none.
const DateAt* rectify_day(const Finder& finder, Span at) {
  const DateAt* before = nullptr;
  for (const DateAt& date : finder.dates()) {
    if (date.role != "deadline") continue;
    if (date.at.begin >= at.end) return &date;
    before = &date;
  }
  return before;
}

// The day that the sentence gives before a name, else the item's.
std::string day_before(const Finder& finder, Span at) {
  const Span sentence = finder.text().sentence(at);
  std::string out = finder.event_date();
  for (const DateAt& date : finder.dates()) {
    const bool told = date.role == "past" || date.role == "on" || date.role == "reported";
    if (told && date.value.size() == 10 && sentence.contains(date.at) && date.at.end <= at.begin)
      out = date.value;
  }
  return out;
}

// 通报下架“示例天气”: what the sentence itself does to the app. What is threatened is not done.
bool taken_down(const Finder& finder, Span at) {
  const Span sentence = finder.text().sentence(at);
  const std::string_view before = finder.text().of({sentence.begin, at.begin});
  return before.find("下架") != before.npos && before.find("将") == before.npos;
}

// Who was punished is told by the target of a sanction, or by the kind of the item.
std::string_view org_role(const Finder& finder, const std::string& name) {
  for (const Json& sanction : list_of(finder.record(), "sanctions")) {
    if (text_of(sanction, "target").find(name) != std::string::npos) return "punished";
  }
  return "named";
}

}  // namespace

void find_apps(Finder& finder) {
  const std::string_view role = app_role(finder);
  const MakerColumns columns(finder.text().text());
  const bool told = role == "notified" || role == "retested" || role == "punished";
  each_name(finder, "apps", [&](const std::string& name, Span at) {
    std::string key = app_key(name), shown = name;
    std::string maker = maker_behind(finder.text().text(), at);
    if (maker.empty()) maker = columns.maker(at);
    if (!maker.empty()) {
      key += "|" + org_key(maker);
      shown += "（" + maker + "）";
    }
    const std::string_view own = told && taken_down(finder, at) ? "removed" : role;
    finder.add(SubjectType::app, key, shown, own, day_before(finder, at), at);
    const DateAt* until = told && own == role ? rectify_day(finder, at) : nullptr;
    if (until != nullptr)
      finder.add(SubjectType::app, key, shown, "rectify_by", until->value, until->at);
  });
}

void find_bodies(Finder& finder) {
  // Roles of the record, as constants that outlive it.
  constexpr std::string_view kRoles[] = {"issue",   "decide", "investigate",
                                         "publish", "punish", "act"};
  for (const Json& body : list_of(finder.record(), "authorities")) {
    const auto at = finder.at(body);
    const std::string name = text_of(body, "name"), role = text_of(body, "role");
    const auto known = std::find(std::begin(kRoles), std::end(kRoles), role);
    if (at && !name.empty())
      finder.add(SubjectType::authority, authority_key(name), name,
                 known == std::end(kRoles) ? "act" : *known, finder.event_date(), *at);
  }
  each_name(finder, "orgs", [&](const std::string& name, Span at) {
    finder.add(SubjectType::org, org_key(name), name, org_role(finder, name), finder.event_date(),
               at);
  });
}

}  // namespace guanlan::sighting
