// Readings made by hand, for store tests.
#pragma once

#include <string>

#include "guanlan/store.h"

namespace guanlan::testing {

inline Clock stopped_clock() {
  return [] { return std::chrono::sys_seconds(std::chrono::seconds(1714550400)); };
}
inline constexpr const char* kStoppedTime = "2024-05-01T08:00:00Z";

inline ItemReading item_reading(int n, std::string title, std::string kind, std::string date) {
  ItemReading item;
  item.n = n;
  item.record = "{\"file\":\"示例.txt\",\"n\":" + std::to_string(n) + ",\"title\":\"" + title +
                "\",\"kind\":\"" + kind + "\"}";
  item.title = std::move(title);
  item.kind = std::move(kind);
  item.event_date = std::move(date);
  item.begin = static_cast<std::uint32_t>(n) * 100;
  item.path = "执法动态";
  item.title_pieces = {{0, 6}, {9, 12}};
  item.body_pieces = {{1, 3}, {70'000, 70'002}};
  return item;
}

inline Fact fact(std::string field, int index, std::string value) {
  Fact f;
  f.field = std::move(field);
  f.index = index;
  f.text = value;
  f.value = std::move(value);
  f.place = {2, {10, 20}};
  f.rule = "test.rule";
  f.cue = "依据";
  return f;
}

// Two sources, three items: a penalty in 天水市, an undated app notice, a law of a month.
inline Reading reading(std::string bytes = "示例文件", std::string rules = "1-a") {
  Reading out;
  out.digest = "sha256:" + std::to_string(std::hash<std::string>{}(bytes));
  out.name = "示例.txt";
  out.bytes = std::move(bytes);
  out.rules = std::move(rules);
  SourceReading first;
  first.format = "text";
  first.charset = "UTF-8";
  first.raw = out.bytes;
  first.json = "{}";
  first.items = {item_reading(1, "某公司被处罚", "enforcement", "2024-04-12"),
                 item_reading(2, "通报一批应用", "app-notice", "")};
  first.items[0].facts = {fact("kind", 0, "enforcement"), fact("authorities", 0, "天水市公安局"),
                          fact("regions", 0, "甘肃省/天水市")};
  SourceReading second = first;
  second.raw = "另一篇的文字";
  second.items = {item_reading(1, "条例公布", "legislation", "2024-05")};
  out.sources = {first, second};
  return out;
}

}  // namespace guanlan::testing
