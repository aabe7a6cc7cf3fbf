// select: the year's highlights – screening with reasons, public votes, expert scores, a ranking.
//
// All sums are whole numbers (points in ten-thousandths), so that anyone can recompute the ranking
// with paper and pencil (docs/composing.md, "The year's highlights"). No clock, no chance.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/compose.h"

namespace guanlan::compose {

// An item that may be voted on, or why it may not.
struct Nominee {
  std::string id, title, date, kind, sources;
  std::string reason;  // why it was screened out; empty: it stands for election
};
// Those of a desk in reading order; the `keep` whose facts weigh most stand, 0: all.
[[nodiscard]] std::vector<Nominee> nominees(const Desk& desk, std::size_t keep);

// One line of the votes: key names the voter, time is ISO 8601 to the minute or finer.
struct Ballot {
  int line = 0;
  std::string key, time, item;
};
struct Score {
  int line = 0;
  std::string expert, item;
  int points = 0;  // 0 to 100
};
// What was not counted, and what was counted but looks wrong.
struct Objection {
  std::string file;  // votes, scores
  int line = 0;
  std::string rule;  // unknown-item, duplicate, too-many, flood, bad-points
  std::string text;
  bool counted = false;
};

struct SelectRules {
  int votes_weight = 40, experts_weight = 60;  // together 100
  int choices = 10;                            // items that one key may vote for
  int flood = 60;  // ballots for one item within one minute that are reported
  int take = 10;   // ranks that are published
};

struct Rank {
  int place = 0;  // equal where every tie rule leaves two equal
  Nominee nominee;
  int votes = 0, experts = 0;
  // Ten-thousandths of a point: votes as a share of the most voted item's, the experts' mean
  // (without the highest and lowest score where five or more were given), and the weighted sum.
  std::int64_t vote_points = 0, expert_points = 0, total = 0;
  std::string tie;  // the rule that decided against the one before it; empty: no tie
};
struct Selection {
  std::vector<Rank> ranks;
  std::vector<Objection> objections;
};
// Ties: experts' mean, then votes, then the earlier date. invalid: weights that are not 100.
[[nodiscard]] Result<Selection> rank(const std::vector<Nominee>& all,
                                     const std::vector<Ballot>& ballots,
                                     const std::vector<Score>& scores, const SelectRules& rules);

// CSV with a head: key,time,item · expert,item,points · id,title,date,kind,sources,reason.
// invalid: a column is missing, a row is short; the place names the line.
[[nodiscard]] Result<std::vector<Ballot>> parse_ballots(std::string_view csv,
                                                        std::string_view path);
[[nodiscard]] Result<std::vector<Score>> parse_scores(std::string_view csv, std::string_view path);
[[nodiscard]] Result<std::vector<Nominee>> parse_nominees(std::string_view csv,
                                                          std::string_view path);

// The ids of a ranking in CSV, as `select rank` writes it, in its order.
[[nodiscard]] Result<std::vector<std::string>> parse_ranking(std::string_view csv,
                                                             std::string_view path);
// The issue of the highlights: of a gathered desk the ranked items alone, in that order, under one
// title. not_found: an id that the desk does not hold.
[[nodiscard]] Result<void> keep_ranked(Desk& desk, const std::vector<std::string>& ids);

}  // namespace guanlan::compose
