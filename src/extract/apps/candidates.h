// Where an app's name may stand: each function finds one kind of place.
#pragma once

#include <vector>

#include "extract/apps/names.h"
#include "extract/apps/words.h"
#include "extract/instruments/titles.h"
#include "guanlan/mention.h"

namespace guanlan::apps {

struct Candidate {
  Span span;
  const char* rule = "";
  Span cue;
};

// What the finders look at.
struct Ground {
  const Passage& passage;
  const Words& words;
  const Names& names;
};

// The noun that closes a list ending at the offset: 等11款APP, 等存在问题的移动应用, 这三款App,
// 8家应用商店, APP.
struct Closing {
  const Word* noun = nullptr;  // strong or weak; null: none
  bool counted = false;        // 11款
  bool open = false;           // 等
};
[[nodiscard]] Closing closing(const Passage& p, const Words& words, std::uint32_t at);

// APP“太享福利社” · “展讯通”“小艺宝”等11款APP · 《…》(版本9.0,应用宝) · “…”平台 where it is
// launched or punished · 甲公司的“…” where something is filed.
void in_quotes(const Ground& g, const Titles& titles, std::vector<Candidate>& out);

// …公共服务管理平台同步上线 · 举办…平台发布仪式: a name without marks, by the act beside it.
void launched(const Ground& g, std::vector<Candidate>& out);

// 备案清单包含甲、乙、丙等 · 已备案模型,具体包括甲(某公司)、乙(某公司)等 · 涉及的App为甲、乙和丙
void listed(const Ground& g, std::vector<Candidate>& out);

// 运营的甲、乙等14款App · 甲和乙两款小程序 · 甲、乙5家企业在APP…
void counted(const Ground& g, std::vector<Candidate>& out);

// 甲(版本2.1,应用宝)
void versioned(const Ground& g, std::vector<Candidate>& out);

// 名单如下: 1.甲(甲公司) 2.乙(乙公司), a line each.
void numbered(const Ground& g, std::vector<Candidate>& out);

// 甲App存在…问题 · 约谈乙小程序运营企业 · 甲有限公司的乙大模型 where something is filed.
void alone(const Ground& g, std::vector<Candidate>& out);

// The rows of a table with a column 应用名称; cells are separated by tabs. No ranking.
void in_tables(const Passage& p, const Words& words, std::vector<Candidate>& out);

// Well-known names in the headline, as what is punished, in 甲、乙等人工智能服务, and side by side
// in a comparison.
void well_known(const Ground& g, std::vector<Candidate>& out);

}  // namespace guanlan::apps
