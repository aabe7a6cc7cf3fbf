// The slow, obvious twin of laws/alignment.h: every provision of one version against every one of
// the other.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "check/likeness.h"
#include "laws/alignment.h"

namespace guanlan::testing {

using Threes = std::map<std::u32string, int>;  // how often three letters in a row stand there

inline std::vector<Threes> threes_of(const std::vector<Provision>& provisions) {
  std::vector<Threes> out;
  for (const Provision& p : provisions) {
    const std::u32string letters = checking::letters(p.text);
    out.emplace_back();
    for (std::size_t i = 0; i + 3 <= letters.size(); ++i) ++out.back()[letters.substr(i, 3)];
  }
  return out;
}

inline double likeness_of(const Threes& left, const Threes& right) {
  double shared = 0, all = 0;
  for (const auto& [three, count] : left) {
    all += count;
    if (const auto it = right.find(three); it != right.end()) shared += std::min(count, it->second);
  }
  for (const auto& [three, count] : right) all += count;
  return all == 0 ? 0 : 2 * shared / all;
}

inline std::vector<Correspondence> correspond_every_pair(const std::vector<Provision>& older,
                                                         const std::vector<Provision>& newer) {
  const std::vector<Threes> before = threes_of(older), after = threes_of(newer);
  // Likeness, another number, how far apart, places: the least is the best.
  std::vector<std::tuple<double, bool, double, std::size_t, std::size_t>> pairs;
  for (std::size_t n = 0; n < newer.size(); ++n) {
    for (std::size_t o = 0; o < older.size(); ++o) {
      const double like = likeness_of(before[o], after[n]);
      const auto place = [](std::size_t at, std::size_t of) {
        return static_cast<double>(at) / static_cast<double>(of);
      };
      if (like >= 0.4)
        pairs.emplace_back(-like, older[o].number != newer[n].number,
                           std::abs(place(o, older.size()) - place(n, newer.size())), n, o);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<Correspondence> out;
  for (const auto& [unlike, other_number, apart, n, o] : pairs) {
    const bool taken = std::any_of(out.begin(), out.end(), [n = n, o = o](const auto& c) {
      return c.newer == n || c.older == o;
    });
    if (!taken) out.push_back({o, n, -unlike});
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.newer < b.newer; });
  return out;
}

}  // namespace guanlan::testing
