// Enumerations: a count that the text announces, and the list that goes with it.
//
//   六项重点任务:1.…;2.…   四方面工作:一是…二是…   三点思考。第一,…第二,…   三个挑战:挑战一,…
//   A、B、C三大板块   A、B、C、D等14部门   《A》《B》等九项   “A”“B”等11款
//   五个网站分别是A、B、C、D、E   117个模型,具体包括A、B等   三大模块——A、B以及C
//   …A、B、C。这三类产品   四部门 in the title, A、B、C、D in the lead
// A list closed by 等: listed is what is named. Lists without a count and counts without a list are
// none.
//
// Rules, as `explain` prints them:
//   enumeration.markers       list markers behind the count
//   enumeration.before        items up to the count       enumeration.before-etc   … 等
//   enumeration.titles        《》 or “” up to the count
//   enumeration.after         behind 分别是, 包括, :      enumeration.after-copula behind 是, 为
//   enumeration.names         masked names behind 两名嫌疑人
//   enumeration.earlier       in the statement before     enumeration.lead         in the lead
//   enumeration.rows          前20位 above a table
//   enumeration.sublists      十款…如下:1.《甲》《乙》… 2.《丙》…: titles of several numbered lists
//   together
#include <algorithm>
#include <array>
#include <set>

#include "extract/around.h"
#include "extract/enumerations/candidate.h"
#include "extract/enumerations/marker.h"
#include "extract/enumerations/rules.h"
#include "extract/enumerations/series.h"
#include "guanlan/mention.h"

namespace guanlan {
namespace {

using namespace enumerations;

class Finder {
 public:
  explicit Finder(const Passage& passage)
      : p_(passage),
        series_(passage),
        body_(candidates_in(passage, passage.body)),
        title_(candidates_in(passage, passage.title)),
        used_(body_.size(), false) {}

  std::vector<EnumerationMention> run() {
    for (const Run& r : marker_runs(p_)) {
      sublists(r);
      markers(r);
    }
    for (std::size_t i = 0; i < body_.size(); ++i) {
      if (!used_[i]) list(i);
    }
    for (const Candidate& c : title_) {
      if (const auto l = listed_in_lead(p_, series_, c)) add(c, *l);
    }
    for (const auto& [candidate, listing] : singles_) {  // 等五部门: only where no list tells more
      if (announced_.count(candidate.count) == 0) add(candidate, listing);
    }
    std::sort(out_.begin(), out_.end(),
              [](const auto& a, const auto& b) { return a.span < b.span; });
    return std::move(out_);
  }

 private:
  void markers(const Run& run);
  void sublists(const Run& run);
  void list(std::size_t i);
  std::optional<Listing> rows(const Candidate& c) const;
  void add(const Candidate& c, const Listing& listing);

  const Passage& p_;
  Series series_;
  std::vector<Candidate> body_, title_;
  std::vector<bool> used_;
  int looked_ = 0;  // runs whose titles were counted
  std::set<std::pair<int, int>> known_;
  std::set<int> announced_;
  std::vector<std::pair<Candidate, Listing>> singles_;
  std::vector<EnumerationMention> out_;
};

// 现公布10起典型案例: of which a digest may print some.
bool is_of_cases(const Candidate& c) {
  constexpr std::array<std::string_view, 5> kUnits = {"起", "个", "件", "例", "大"};
  return c.exact && std::find(kUnits.begin(), kUnits.end(), c.unit) != kUnits.end() &&
         holds_word(c.noun, "案例");
}

// The run belongs to the nearest count before it that it fits, or to one of the title
// (10起典型案例); where none fits, to one of a text's parts right before it (five announced, four
// listed).
void Finder::markers(const Run& run) {
  constexpr std::uint32_t kFar = 240, kNear = 75, kCases = 900, kBeside = 9;
  const std::uint32_t reach = run.count >= 5 ? kCases : kFar;
  const Listing listing{run.count, {"enumeration.markers", {run.begin, run.end}}};
  auto it = std::partition_point(body_.begin(), body_.end(),
                                 [&](const Candidate& c) { return c.unit_end <= run.begin; });
  std::size_t near = body_.size();
  while (it != body_.begin() && run.begin - (it - 1)->unit_end <= reach) {
    --it;
    const auto index = static_cast<std::size_t>(it - body_.begin());
    if (used_[index]) continue;
    if (it->count == run.count) {
      used_[index] = true;
      return add(*it, listing);
    }
    const std::uint32_t gap = run.begin - it->unit_end;
    if (near == body_.size() && gap <= kNear && is_of_cases(*it) && it->count > run.count)
      near = index;
    const bool opens = gap <= kNear && it->parts && it->exact &&
                       p_.text.substr(it->unit_end, gap).find(':') != std::string_view::npos;
    if (opens && near == body_.size()) near = index;
  }
  // 七个阶段:(1)…: what stands right before the list is its count, whatever the title says.
  const bool beside =
      near != body_.size() && run.begin - body_[near].unit_end <= kBeside + body_[near].noun.size();
  for (const Candidate& c : title_) {
    if (!beside && c.count == run.count && c.count >= 3) return add(c, listing);
  }
  if (near == body_.size()) return;
  used_[near] = true;
  add(body_[near], listing);
}

// Apps that a notice lists by what is wrong with them, some in several lists: as many titles as the
// count before says.
void Finder::sublists(const Run& run) {
  constexpr std::uint32_t kFar = 600;
  constexpr std::size_t kFew = 4;  // fewer may be as many by chance
  constexpr int kMostLooks = 8;    // each goes over all brackets
  constexpr std::string_view kOpens = "如下:";
  if (!around::ends(p_.text, run.begin, kOpens) &&
      !around::ends(p_.text, run.begin - std::min(run.begin, 1u), kOpens))
    return;
  if (looked_ == kMostLooks) return;
  ++looked_;
  std::set<std::string_view> titles;
  for (const Bracket& b : p_.brackets) {
    if (b.mark == Mark::book && b.span.begin >= run.begin && p_.body.contains(b.span.begin))
      titles.insert(p_.of(b.inner));
  }
  if (titles.size() < kFew) return;
  const Listing listing{static_cast<int>(titles.size()),
                        {"enumeration.sublists", {run.begin, run.end}}};
  for (std::size_t i = 0; i < body_.size() && body_[i].unit_end <= run.begin; ++i) {
    if (used_[i] || body_[i].count != listing.listed || run.begin - body_[i].unit_end > kFar)
      continue;
    used_[i] = true;
    return add(body_[i], listing);
  }
}

void Finder::list(std::size_t i) {
  const Candidate& c = body_[i];
  const std::uint32_t next = i + 1 < body_.size() ? body_[i + 1].begin : p_.body.end;
  auto listing = listed_before(p_, series_, c);
  if (listing && listing->single) {
    singles_.emplace_back(c, *listing);
    return;
  }
  if (!listing) listing = listed_after(p_, series_, c, next);
  if (!listing) listing = listed_earlier(p_, series_, c);
  if (!listing) listing = rows(c);
  if (listing) add(c, *listing);
}

// 前20位排名见表3.1: as many rows of a table.
std::optional<Listing> Finder::rows(const Candidate& c) const {
  if (!around::ends(p_.text, c.begin, "前") || (c.unit != "位" && c.unit != "名")) return {};
  constexpr int kFar = 60;  // lines between the count and its table
  int rows = 0, between = 0;
  std::uint32_t at = c.unit_end;
  const std::string_view text = p_.text.substr(0, p_.body.end);
  while (rows < c.count) {
    const std::size_t line = text.find('\n', at);
    if (line == std::string_view::npos || line + 1 >= text.size()) break;
    at = static_cast<std::uint32_t>(line) + 1;
    const std::string_view words = text.substr(at, text.find('\n', at) - at);
    const bool row = words.find('\t') != std::string_view::npos;
    if (row && utf8::is_digit(static_cast<unsigned char>(text[at]))) ++rows;
    if (!row && (rows > 0 || ++between > kFar)) break;
  }
  if (rows < 2) return {};
  return Listing{rows, {"enumeration.rows", {c.unit_end, at}}};
}

void Finder::add(const Candidate& c, const Listing& listing) {
  announced_.insert(c.count);
  if (!known_.insert({c.count, listing.listed}).second) return;
  out_.push_back({c.span, c.count, listing.listed, listing.why});
}

}  // namespace

std::vector<EnumerationMention> find_enumerations(const Passage& passage, const Mentions&) {
  return Finder(passage).run();
}

}  // namespace guanlan
