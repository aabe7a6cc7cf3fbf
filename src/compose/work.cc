// Work at the desk: move, drop, split, join, retitle, mark.
#include <fmt/format.h>

#include "compose/body_text.h"
#include "guanlan/compose.h"
#include "read/digest.h"

namespace guanlan::compose {
namespace {

Result<Item*> find(Desk& desk, std::string_view id) {
  const auto it = desk.items.find(std::string(id));
  if (it != desk.items.end()) return &it->second;
  return fail(Code::not_found, fmt::format("没有这个条目：{}", id), {},
              "guanlan issue show 列出编号");
}

Result<std::vector<std::string>*> list_at(Outline& outline, std::string_view place) {
  const auto slash = place.find('/');
  const std::string_view part = place.substr(0, slash);
  std::string all;
  for (Part& p : outline.parts) {
    all += (all.empty() ? "可用：" : "、") + p.id;
    if (p.id == part && slash == std::string_view::npos) return &p.items;
    for (Section& s : p.sections) {
      all += "、" + p.id + "/" + s.id;
      if (p.id == part && slash != std::string_view::npos && s.id == place.substr(slash + 1)) {
        return &s.items;
      }
    }
  }
  return fail(Code::not_found, fmt::format("没有这个栏目：{}", place), {}, all);
}

void unseat(Outline& outline, std::string_view id) {
  for (Part& p : outline.parts) {
    std::erase(p.items, id);
    for (Section& s : p.sections) std::erase(s.items, id);
  }
}

// A sentence of the lead goes with its item, unless somebody made it his own.
void unlead(Outline& outline, std::string_view id) {
  for (Part& p : outline.parts) {
    std::erase_if(p.lead, [&](const LeadSentence& s) { return s.item == id && s.by.empty(); });
  }
}

void insert(std::vector<std::string>& list, std::string_view id, int at) {
  const std::size_t place = at <= 0 || static_cast<std::size_t>(at) > list.size()
                                ? list.size()
                                : static_cast<std::size_t>(at - 1);
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(place), std::string(id));
}

}  // namespace

Result<void> move(Desk& desk, std::string_view id, std::string_view place, int at) {
  const auto item = find(desk, id);
  if (!item) return tl::unexpected(item.error());
  if (const auto there = list_at(desk.outline, place); !there) return tl::unexpected(there.error());
  unseat(desk.outline, id);
  std::erase_if(desk.outline.dropped, [&](const Dropped& d) { return d.item == id; });
  insert(**list_at(desk.outline, place), id, at);
  return {};
}

Result<void> drop(Desk& desk, std::string_view id, const Hand& hand, std::string_view why) {
  const auto item = find(desk, id);
  if (!item) return tl::unexpected(item.error());
  if (!seat_of(desk.outline, id)) {
    return fail(Code::conflict, fmt::format("条目不在刊物中：{}", id), {},
                "guanlan issue show 列出编号");
  }
  unseat(desk.outline, id);
  unlead(desk.outline, id);
  desk.outline.dropped.push_back({std::string(id), hand.by, std::string(why)});
  return {};
}

Result<void> take_back(Desk& desk, std::string_view id, std::string_view place) {
  return move(desk, id, place, 0);
}

Result<std::string> split(Desk& desk, std::string_view id, int paragraph, std::string_view title) {
  const auto found = find(desk, id);
  if (!found) return tl::unexpected(found.error());
  Item& item = **found;
  const std::vector<Stretch> all = stretches(item.body);
  if (paragraph < 2 || static_cast<std::size_t>(paragraph) > all.size()) {
    return fail(Code::invalid, fmt::format("没有第 {} 段可拆", paragraph), {},
                fmt::format("本条共 {} 段，一张表算一段；从第 2 段起可拆", all.size()));
  }
  const std::size_t at = all[static_cast<std::size_t>(paragraph) - 1].begin;
  const auto seat = seat_of(desk.outline, id);
  if (!seat) {
    return fail(Code::conflict, fmt::format("条目不在刊物中：{}", id), {},
                "guanlan issue show 列出编号");
  }
  Item rest = item;
  rest.body = item.body.substr(at);
  rest.title = title;
  rest.summary.clear();
  rest.marks.clear();
  rest.id = sha256_digest(item.id + ":" + rest.body).substr(7, 8);
  item.body.resize(at - 1);
  Part& part = desk.outline.parts[static_cast<std::size_t>(seat->part)];
  auto& list =
      seat->section < 0 ? part.items : part.sections[static_cast<std::size_t>(seat->section)].items;
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(seat->at) + 1, rest.id);
  std::string new_id = rest.id;
  desk.items.insert_or_assign(new_id, std::move(rest));
  return new_id;
}

Result<void> join(Desk& desk, std::string_view id, std::string_view other, const Hand& hand) {
  const auto first = find(desk, id);
  if (!first) return tl::unexpected(first.error());
  const auto second = find(desk, other);
  if (!second) return tl::unexpected(second.error());
  if (id == other) return fail(Code::invalid, "不能与自身合并", {}, "给出两个不同的编号");
  Item& into = **first;
  const Item& from = **second;
  for (const std::string& source : from.sources) {
    if (std::find(into.sources.begin(), into.sources.end(), source) == into.sources.end()) {
      into.sources.push_back(source);
    }
  }
  const int shift = static_cast<int>(into.origins.size());
  into.origins.insert(into.origins.end(), from.origins.begin(), from.origins.end());
  for (Value v : from.facts) {
    v.origin += shift;
    into.facts.push_back(std::move(v));
  }
  into.words.insert(into.words.end(), from.words.begin(), from.words.end());
  unseat(desk.outline, other);
  unlead(desk.outline, other);
  std::erase_if(desk.outline.dropped, [&](const Dropped& d) { return d.item == other; });
  desk.outline.dropped.push_back({std::string(other), hand.by, fmt::format("并入 {}", id)});
  return {};
}

Result<void> retitle(Desk& desk, std::string_view id, std::string_view title) {
  const auto item = find(desk, id);
  if (!item) return tl::unexpected(item.error());
  if (title.empty()) return fail(Code::invalid, "标题为空", {}, "写出标题");
  (*item)->title = title;
  return {};
}

Result<void> mark(Desk& desk, std::string_view id, State state, const Hand& hand) {
  if (hand.by.empty()) return fail(Code::invalid, "没有署名", {}, "用 --by 写明是谁");
  const std::string at = iso8601(hand.clock());
  if (id.empty()) {
    desk.outline.marks.push_back({state, hand.by, at, content_mark(desk)});
    return {};
  }
  const auto item = find(desk, id);
  if (!item) return tl::unexpected(item.error());
  (*item)->marks.push_back({state, hand.by, at, content_mark(**item)});
  return {};
}

}  // namespace guanlan::compose
