// Where an app's name may stand: each function finds one kind of place.
#pragma once

#include <vector>

#include "extract/apps/words.h"
#include "extract/instruments/titles.h"
#include "guanlan/mention.h"

namespace guanlan::apps {

struct Candidate {
  Span span;
  const char* rule = "";
  Span cue;
};

// APP“太享福利社” · “展讯通”“小艺宝”等11款APP · 《…》(版本9.0,应用宝) · “…”平台 where it is launched or punished.
void in_quotes(const Passage& p, const Words& words, const Titles& titles, std::vector<Candidate>& out);

// …公共服务管理平台同步上线 · 举办…平台发布仪式: a name without marks, by the act beside it.
void launched(const Passage& p, const Words& words, std::vector<Candidate>& out);

// 备案清单包含甲、乙、丙等 · 已备案模型,具体包括甲(某公司)、乙(某公司)等
void listed(const Passage& p, const Words& words, std::vector<Candidate>& out);

// 运营的甲、乙等14款App
void counted(const Passage& p, const Words& words, std::vector<Candidate>& out);

// The rows of a table with a column 应用名称; cells are separated by tabs. No ranking.
void in_tables(const Passage& p, const Words& words, std::vector<Candidate>& out);

// Well-known names in the headline, and in 甲、乙等人工智能服务.
void well_known(const Passage& p, const Words& words, std::vector<Candidate>& out);

}  // namespace guanlan::apps
