// Shares (占比): part ÷ whole.
//
//   share.of-total   网民9.40亿 … 在线教育用户3.81亿,占网民整体的40.5%: 3.81 ÷ 9.40
//   share.implied    A 587.8万个,占总量的57.7% … B 228.7万个,占总量的22.4%: one total must fit both
//   share.hundred    占总量的57.7% … 22.4% … 21.9%: more than the whole
#include <cmath>
#include <map>
#include <optional>

#include "check/families.h"
#include "check/interval.h"

namespace guanlan::checking {
namespace {

// What a whole is called without the words for its size and reach: 全省IPv4地址总量 → IPv4地址.
std::string_view core(std::string_view name) {
  constexpr std::string_view kHeads[] = {"全省", "全国", "全市", "全球", "我国", "我省", "我市",
                                         "其中", "总",   "该",   "当前", "本市", "本省"};
  constexpr std::string_view kTails[] = {"总量", "总数", "总额", "整体", "总体", "规模",
                                         "数量", "总和", "的",   "合计", "人数", "数"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view head : kHeads) {
      if (name.starts_with(head)) name.remove_prefix(head.size()), again = true;
    }
    for (const std::string_view tail : kTails) {
      if (name.ends_with(tail)) name.remove_suffix(tail.size()), again = true;
    }
  }
  return name;
}

struct Share {
  const Amount* share;
  const Amount* part;  // null: not found
  std::string core;
};

// The last total in the same sentence before a share; in lists the one of the same place.
const Amount* part_of_share(const std::vector<Amount>& all, std::size_t i) {
  const Amount& share = all[i];
  std::size_t at = i - share.place;  // the first share of its list
  std::size_t size = 0;
  while (at + size < all.size() && all[at + size].place == size &&
         (size == 0 || all[at + size].place > 0))
    ++size;
  while (at-- > 0 && all[at].sentence == share.sentence) {
    const Amount& a = all[at];
    if (a.percent() || a.kind != Kind::total) continue;
    const bool listed = a.place > 0;
    if (!listed) return size == 1 ? &a : nullptr;
    return a.place + 1 == size ? &all[at - a.place + share.place] : nullptr;
  }
  return nullptr;
}

std::vector<Share> shares_of(std::string_view text, const Section& section) {
  std::vector<Share> out;
  const auto& all = section.amounts;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].kind != Kind::share || !all[i].exact || all[i].whole.empty()) continue;
    const Amount* part = part_of_share(all, i);
    if (part != nullptr && (!part->exact || part->value <= 0)) part = nullptr;
    out.push_back({&all[i], part, std::string(core(all[i].whole.of(text)))});
  }
  return out;
}

std::string shown(const Desk& desk, const Amount& a) { return desk.printed(a.span); }

// The totals of a section by unit and by what they are of.
using Wholes = std::map<std::pair<std::string, std::string>, std::vector<const Amount*>>;

Wholes wholes_of(std::string_view text, const Section& section) {
  constexpr std::size_t kMost = 16;  // of one name; more are a series
  Wholes out;
  for (const Amount& a : section.amounts) {
    if (a.percent() || a.kind != Kind::total || !a.exact) continue;
    auto& all = out[{a.unit, std::string(core(label(text, a)))}];
    if (all.size() < kMost) all.push_back(&a);
  }
  return out;
}

// Held against a whole that the section names.
bool of_total(Desk& desk, const Wholes& wholes, const Share& s) {
  const auto found = wholes.find({s.part->unit, s.core});
  if (found == wholes.end()) return false;
  for (const Amount* candidate : found->second) {
    const Amount& whole = *candidate;
    if (candidate == s.part || whole.value <= s.part->value) continue;
    const Interval right = percent(ratio(interval(*s.part), interval(whole)));
    if (right.meets(interval(*s.share))) return true;
    const double exact = s.part->value / whole.value * 100;
    desk.report({"share.of-total",
                 in_clean(s.share->span),
                 {{"part", shown(desk, *s.part)},
                  {"whole", shown(desk, whole)},
                  {"right", decimal(exact, printed_decimals(desk.text(), *s.share) + 1)}},
                 with_number(desk.text(), *s.share, exact),
                 {in_clean(s.part->span), in_clean(whole.span)}});
    return true;
  }
  return false;
}

Interval implied(const Share& s) {
  const Interval share = interval(*s.share);
  return {(s.part->value - s.part->half) / share.high * 100,
          (s.part->value + s.part->half) / std::max(share.low, 1e-6) * 100};
}

// The total that all but one imply; empty (low > high) where they do not agree.
Interval agreed(const std::vector<const Share*>& group, std::size_t without) {
  Interval out{0, 1e300};
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (i != without) out = out.common(implied(*group[i]));
  }
  return out;
}

void report_implied(Desk& desk, const Share& wrong, const Share& other, Interval total) {
  const double right = wrong.part->value / total.middle() * 100;
  desk.report({"share.implied",
               in_clean(wrong.share->span),
               {{"part", shown(desk, *wrong.part)},
                {"other", shown(desk, *other.part)},
                {"other_share", shown(desk, *other.share)},
                {"right", decimal(right, printed_decimals(desk.text(), *wrong.share) + 1)},
                {"whole", desk.printed(wrong.share->whole)}},
               {},
               {in_clean(wrong.part->span), in_clean(other.share->span)}});
}

// One total must fit all shares of it: the one that does not fit what the others agree on is wrong.
void implied_total(Desk& desk, const std::vector<const Share*>& group) {
  constexpr std::size_t kMost = 64;
  if (group.size() < 2 || group.size() > kMost) return;
  const Interval all = agreed(group, group.size());
  if (all.low <= all.high * (1 + 1e-9)) return;
  std::vector<std::size_t> suspects;
  for (std::size_t i = 0; i < group.size(); ++i) {
    const Interval rest = agreed(group, i);
    if (rest.low <= rest.high) suspects.push_back(i);
  }
  if (suspects.empty()) return;  // wholes of the same name, not one whole
  if (group.size() == 2) {
    if (group[0]->share->paragraph != group[1]->share->paragraph) return;
    return report_implied(desk, *group[1], *group[0], implied(*group[0]));
  }
  if (suspects.size() > 1) return;
  const std::size_t wrong = suspects.front();
  report_implied(desk, *group[wrong], *group[wrong == 0 ? 1 : 0], agreed(group, wrong));
}

// Shares of one whole in one paragraph that make more than it.
void hundred(Desk& desk, const std::vector<const Share*>& group) {
  constexpr double kNear = 103;  // beyond that they answer several questions
  double sum = 0, slack = 0;
  std::string terms;
  for (const Share* s : group) {
    if (s->share->paragraph != group.front()->share->paragraph) return;
    sum += s->share->value;
    slack += s->share->half;
    terms += (terms.empty() ? "" : " + ") +
             decimal(s->share->value, printed_decimals(desk.text(), *s->share));
  }
  if (group.size() < 2 || sum <= 100 + slack + 1e-9 || sum > kNear) return;
  desk.report({"share.hundred",
               in_clean(group.back()->share->span),
               {{"terms", terms}, {"sum", decimal(sum, 2)}},
               {},
               {in_clean(group.front()->share->span)}});
}

}  // namespace

void check_shares(Desk& desk) {
  for (const Section& section : desk.sections()) {
    const std::vector<Share> shares = shares_of(desk.text(), section);
    const Wholes wholes = wholes_of(desk.text(), section);
    std::map<std::pair<std::string, std::string>, std::vector<const Share*>> with_part;
    std::map<std::string, std::vector<const Share*>> by_whole;
    for (const Share& s : shares) {
      by_whole[std::string(s.share->whole.of(desk.text()))].push_back(&s);
      if (s.part == nullptr) continue;
      if (!of_total(desk, wholes, s) && s.core.size() >= 6) {
        with_part[{s.core, s.part->unit}].push_back(&s);
      }
    }
    for (const auto& [key, group] : with_part) implied_total(desk, group);
    for (const auto& [key, group] : by_whole) hundred(desk, group);
  }
}

}  // namespace guanlan::checking
