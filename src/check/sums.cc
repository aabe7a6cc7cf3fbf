// Sums (合计): a total and its parts.
//
//   sum.parts    新增75.5万户,其中:宽带24.3万户,移动51.2万户
//   sum.exceeds  其中 names more than there is
#include <algorithm>
#include <cmath>

#include "check/families.h"
#include "check/interval.h"

namespace guanlan::checking {
namespace {

constexpr std::size_t kReach = 40;  // amounts behind a total that are looked at

struct Group {
  const Amount* total;
  std::vector<const Amount*> parts;
};

bool said_between(std::string_view text, const Amount& total, const Amount& part,
                  std::string_view word) {
  const std::string_view gap = text.substr(total.span.end, part.span.begin - total.span.end);
  return gap.find(word) != std::string_view::npos;
}

// The characters, in bytes, that two labels have in common at their ends.
std::size_t common_tail(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
  while (n > 0 && (static_cast<unsigned char>(a[a.size() - n]) & 0xC0) == 0x80) --n;
  return n;
}

bool comparable(const Amount& total, const Amount& part) {
  return !part.percent() && part.exact && part.unit == total.unit && part.kind == total.kind;
}

// 其中 behind a total: the parts named up to the end of the sentence.
Group named_parts(std::string_view text, const std::vector<Amount>& all, std::size_t i) {
  Group out{&all[i], {}};
  for (std::size_t k = i + 1; k < std::min(all.size(), i + kReach); ++k) {
    if (all[k].sentence != all[i].sentence) break;
    if (all[k].percent()) continue;
    if (out.parts.empty() && !said_between(text, all[i], all[k], "其中")) return out;
    if (!out.parts.empty() && said_between(text, *out.parts.back(), all[k], "其中")) break;
    if (!comparable(all[i], all[k])) continue;
    out.parts.push_back(&all[k]);
  }
  return out;
}

// A total, and behind it amounts of things called alike:
// 我省…流量为11185496T。…河南联通公司…流量为…
Group alike(std::string_view text, const std::vector<Amount>& all, std::size_t i) {
  constexpr std::size_t kName = 9;  // three characters
  constexpr std::uint32_t kFar = 4;
  Group out{&all[i], {}};
  const std::string_view name = label(text, all[i]);
  for (std::size_t k = i + 1; k < std::min(all.size(), i + kReach); ++k) {
    if (all[k].paragraph > all[i].paragraph + kFar) break;
    if (!comparable(all[i], all[k])) continue;
    const std::string_view other = label(text, all[k]);
    const bool same = all[k].place > 0 || (common_tail(name, other) >= kName && name != other);
    if (same && all[k].value < all[i].value) {
      out.parts.push_back(&all[k]);
    } else if (!out.parts.empty()) {
      break;
    }
  }
  return out;
}

struct Sum {
  double value = 0, half = 0;
  std::string terms;
};

Sum add(const Desk& desk, const Group& g) {
  Sum out;
  for (const Amount* part : g.parts) {
    out.value += part->value;
    out.half += part->half;
    out.terms += (out.terms.empty() ? "" : " + ") + desk.printed(part->span);
  }
  return out;
}

void report(Desk& desk, std::string_view rule, const Group& g, const Sum& sum) {
  std::vector<Place> others;
  for (const Amount* part : g.parts) others.push_back(in_clean(part->span));
  desk.report({rule,
               in_clean(g.total->span),
               {{"terms", sum.terms},
                {"sum", in_unit_of(desk.text(), *g.total, sum.value)},
                {"total", desk.printed(g.total->span)}},
               {},
               std::move(others)});
}

bool fits(const Group& g, const Sum& sum) {
  const double slack = sum.half + g.total->half + 1e-9 * g.total->value;
  return std::abs(sum.value - g.total->value) <= slack;
}

// True where the group says something of its total.
bool judge(Desk& desk, const Group& g, bool subset) {
  if (g.parts.empty() || !g.total->exact || g.total->value <= 0) return false;
  const Sum sum = add(desk, g);
  if (fits(g, sum)) return true;
  const double off = (sum.value - g.total->value) / g.total->value;
  if (g.parts.size() >= 2 && std::abs(off) <= kNearTotal) {
    report(desk, "sum.parts", g, sum);
    return true;
  }
  if (subset && g.parts.size() == 1 && off > 0) {
    report(desk, "sum.exceeds", g, sum);
    return true;
  }
  return false;
}

}  // namespace

void check_sums(Desk& desk) {
  for (const Section& section : desk.sections()) {
    const auto& all = section.amounts;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].percent() || all[i].place > 0) continue;
      const Group named = named_parts(desk.text(), all, i);
      if (judge(desk, named, true)) continue;
      if (named.parts.empty()) judge(desk, alike(desk.text(), all, i), false);
    }
  }
}

}  // namespace guanlan::checking
