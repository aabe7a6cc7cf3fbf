// Small issues made by hand, for tests of composing.
#pragma once

#include <string>

#include "guanlan/compose.h"

namespace guanlan::testing {

inline compose::Item desk_item(std::string id, std::string title, std::string body) {
  compose::Item item;
  item.id = std::move(id);
  item.title = std::move(title);
  item.body = std::move(body);
  item.kind = "enforcement";
  item.event_date = "2025-03-06";
  item.sources = {"示例网警"};
  item.origins = {{"sha256:" + item.id, "示例.txt", 1, 1, {10, 20}, {21, 90}}};
  return item;
}

// Two items in one part, one of them in a section.
inline compose::Desk desk() {
  compose::Desk out;
  out.outline.style = "monthly";
  out.outline.period = "2025-03";
  out.outline.masthead.name = "示例观察";
  out.outline.masthead.issue = "2025年3月第3期";
  out.outline.masthead.date = "2025-03-31";
  compose::Item first = desk_item("aaaa0001", "示例市两家酒店被处罚",
                                  "3月6日，示例市公安局通报2家酒店。\n经查，涉及1.8万条个人信息。");
  first.facts = {{"figures", "2 家", "2家", 1, {30, 34}, 1},
                 {"figures", "18000 条", "1.8万条", 1, {60, 70}, 1}};
  compose::Item second = desk_item("bbbb0002", "示例条例公布", "3月20日，示例市公布《示例条例》。");
  compose::Part part;
  part.id = "governance";
  part.label = "境内前沿观察";
  part.title = "治理实践";
  part.items = {first.id};
  part.sections = {{"others", "其他部门", {second.id}}};
  part.lead = {{first.id, "3月6日，示例市公安局通报2家酒店。", {}}};
  part.keywords = {"示例条例"};
  out.outline.parts = {part};
  out.items.emplace(first.id, first);
  out.items.emplace(second.id, second);
  return out;
}

}  // namespace guanlan::testing
