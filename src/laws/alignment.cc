#include "laws/alignment.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "text/dice.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr double kLeastLikeness = 0.4;  // below: written anew, or another article
constexpr std::size_t kCommon = 8;      // what more provisions hold tells none of them
constexpr std::size_t kMostCandidates = 4;

using Grams = std::vector<std::uint64_t>;  // groups of three letters, ascending, repeats kept

Grams grams_of(std::string_view text) {
  Grams out;
  std::uint64_t last = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    at += d.size;
    const char32_t cp = fold(d.cp);
    if (!utf8::is_han(cp) && !utf8::is_digit(cp) && !utf8::is_latin(cp)) continue;
    constexpr std::uint64_t kThree = (std::uint64_t{1} << 63) - 1;
    last = (last << 21 | cp) & kThree;
    if (++letters >= 3) out.push_back(last);
  }
  std::sort(out.begin(), out.end());
  return out;
}

struct Pair {
  Correspondence is;
  bool same_number = false;
  double apart = 0;  // of their places in the two texts
};

class Aligner {
 public:
  Aligner(const std::vector<Provision>& older, const std::vector<Provision>& newer)
      : older_(older), newer_(newer) {
    for (std::size_t i = 0; i < older.size(); ++i) {
      grams_.push_back(grams_of(older[i].text));
      by_number_.emplace(older[i].number, i);
      std::uint64_t before = 0;
      for (const std::uint64_t gram : grams_.back()) {
        if (gram != before) holders_[gram].push_back(i);
        before = gram;
      }
    }
    shared_.resize(older.size());
  }

  std::vector<Correspondence> align() {
    for (std::size_t i = 0; i < newer_.size(); ++i) compare(i);
    std::sort(pairs_.begin(), pairs_.end(), [](const Pair& a, const Pair& b) {
      if (a.is.likeness != b.is.likeness) return a.is.likeness > b.is.likeness;
      if (a.same_number != b.same_number) return a.same_number;
      if (a.apart != b.apart) return a.apart < b.apart;
      return a.is.newer != b.is.newer ? a.is.newer < b.is.newer : a.is.older < b.is.older;
    });
    std::vector<bool> old_taken(older_.size()), new_taken(newer_.size());
    std::vector<Correspondence> out;
    for (const Pair& pair : pairs_) {
      if (old_taken[pair.is.older] || new_taken[pair.is.newer]) continue;
      old_taken[pair.is.older] = new_taken[pair.is.newer] = true;
      out.push_back(pair.is);
    }
    std::sort(out.begin(), out.end(),
              [](const auto& a, const auto& b) { return a.newer < b.newer; });
    return out;
  }

 private:
  void compare(std::size_t newer) {
    const Grams grams = grams_of(newer_[newer].text);
    for (const std::size_t older : candidates(newer, grams)) {
      Pair pair{{older, newer, dice(grams_[older], grams)}};
      if (pair.is.likeness < kLeastLikeness) continue;
      pair.same_number = older_[older].number == newer_[newer].number;
      pair.apart = std::abs(place(older, older_.size()) - place(newer, newer_.size()));
      pairs_.push_back(pair);
    }
  }

  // The provisions that share the most rare words with this one, and the one of its number.
  std::vector<std::size_t> candidates(std::size_t newer, const Grams& grams) {
    std::vector<std::size_t> out;
    for (const std::uint64_t gram : grams) {
      const auto it = holders_.find(gram);
      if (it == holders_.end() || it->second.size() > kCommon) continue;
      for (const std::size_t older : it->second) {
        if (shared_[older]++ == 0) out.push_back(older);
      }
    }
    const auto most =
        out.begin() + static_cast<std::ptrdiff_t>(std::min(out.size(), kMostCandidates));
    std::partial_sort(out.begin(), most, out.end(), [this](std::size_t a, std::size_t b) {
      return shared_[a] != shared_[b] ? shared_[a] > shared_[b] : a < b;
    });
    for (const std::size_t older : out) shared_[older] = 0;
    out.erase(most, out.end());
    const auto same = by_number_.find(newer_[newer].number);
    if (same != by_number_.end() && std::find(out.begin(), out.end(), same->second) == out.end())
      out.push_back(same->second);
    return out;
  }

  static double place(std::size_t at, std::size_t of) {
    return static_cast<double>(at) / static_cast<double>(of);
  }

  const std::vector<Provision>&older_, &newer_;
  std::vector<Grams> grams_;  // of the older version
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> holders_;
  std::unordered_map<std::string_view, std::size_t> by_number_;
  std::vector<std::size_t> shared_;  // scratch, all 0 between two calls
  std::vector<Pair> pairs_;
};

}  // namespace

std::vector<Correspondence> correspond(const std::vector<Provision>& older,
                                       const std::vector<Provision>& newer) {
  return Aligner(older, newer).align();
}

}  // namespace guanlan
