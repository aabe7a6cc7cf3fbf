// Variants (异写): the same words with one character otherwise.
//
//   name.variant   专业技术人员知识更新工程 … 专业技术人才知识更新工程
// Four characters before and four behind are the same, and the words run on to what ends a name
// (工程, 平台, 协会): elsewhere two wordings are two wordings. Numbers, and pairs that mean two
// things (市 and 县, 前 and 后), are none.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "check/cues.h"
#include "check/families.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

constexpr std::size_t kSide = 4;

bool may_differ(char32_t cp) {
  constexpr std::u32string_view kMeans =
      U"一二三四五六七八九十百千万亿零〇两几省市县区州镇乡村前后上下左右内外大小多少高低年月日时分"
      U"个家名起件条款项次批第甲乙丙丁东西南北中的地得了和与及或是为在于将由对从向以并被把不未无我本该各"
      U"其他她它这那全首末初新旧老再又也都就只等类种男女正副长短增减升降进出买卖";
  return kMeans.find(cp) == std::u32string_view::npos;
}

struct Seen {
  char32_t middle = 0;
  std::uint32_t at = 0;  // of the middle, clean
  std::uint32_t count = 0;
};

class Finder {
 public:
  explicit Finder(Desk& desk) : desk_(desk), text_(desk.text()) {}

  void run() {
    for (std::uint32_t at = 0; at < text_.size();) {
      const auto d = utf8::decode(text_, at);
      if (!utf8::is_han(d.cp)) {
        run_.clear();
        places_.clear();
      } else {
        run_ += d.cp;
        places_.push_back(at);
        if (run_.size() >= 2 * kSide + 1) window();
      }
      at += d.size;
    }
    for (auto& [key, all] : conflicts_) report(all);
  }

 private:
  // The last nine characters of the run.
  void window() {
    const std::size_t middle = run_.size() - kSide - 1;
    const char32_t cp = run_[middle];
    if (!may_differ(cp) || run_[middle + 1] == U'某' || run_[middle - 1] == U'某') return;
    std::u32string key = run_.substr(middle - kSide, kSide);
    key += run_.substr(middle + 1, kSide);
    const std::uint32_t at = places_[middle];
    auto [it, fresh] = seen_.try_emplace(key, Seen{cp, at, 1});
    if (fresh) return;
    if (it->second.middle == cp) {
      ++it->second.count;
      if (const auto known = conflicts_.find(it->second.at); known != conflicts_.end()) {
        ++known->second.front().count;
      }
      return;
    }
    auto& all = conflicts_[it->second.at];
    if (all.empty()) all.push_back(it->second);
    const auto same =
        std::find_if(all.begin(), all.end(), [cp](const Seen& s) { return s.middle == cp; });
    if (same == all.end()) {
      all.push_back({cp, at, 1});
    } else {
      ++same->count;
    }
  }

  [[nodiscard]] Span around(std::uint32_t at) const {
    std::uint32_t begin = at, end = at;
    for (std::size_t i = 0; i < kSide; ++i) begin -= utf8::decode_before(text_, begin).size;
    for (std::size_t i = 0; i <= kSide; ++i) end += utf8::decode(text_, end).size;
    return {begin, end};
  }

  // Whether the head of a name stands in the words or soon behind them.
  [[nodiscard]] bool runs_into_name(Span words) const {
    constexpr int kReach = 8;  // characters
    std::uint32_t end = words.end;
    for (int i = 0; i < kReach && end < text_.size(); ++i) {
      const auto d = utf8::decode(text_, end);
      if (!utf8::is_han(d.cp) || joins(d.cp)) break;
      end += d.size;
    }
    const std::uint32_t middle = words.begin + words.size() / 2;
    const auto& heads = cues(Cue::name_head);
    return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) {
      return text_.substr(middle, end - middle).find(head) != std::string_view::npos;
    });
  }
  // Characters that names do not run over.
  static bool joins(char32_t cp) {
    return std::u32string_view(U"的了和与及在对将把被为是等").find(cp) != std::u32string_view::npos;
  }

  // The rarer spelling is pointed out, with the other one beside it.
  void report(std::vector<Seen> all) {
    std::stable_sort(all.begin(), all.end(),
                     [](const Seen& a, const Seen& b) { return a.count > b.count; });
    const Span usual = around(all.front().at), rare = around(all.back().at);
    if (!runs_into_name(usual) && !runs_into_name(rare)) return;
    desk_.report({"name.variant",
                  in_clean(rare),
                  {{"other", desk_.printed(usual)},
                   {"times", std::to_string(all.front().count)},
                   {"rare_times", std::to_string(all.back().count)}},
                  {},
                  {in_clean(usual)}});
  }

  Desk& desk_;
  std::string_view text_;
  std::u32string run_;
  std::vector<std::uint32_t> places_;
  std::unordered_map<std::u32string, Seen> seen_;
  std::map<std::uint32_t, std::vector<Seen>> conflicts_;  // by the place of the first
};

}  // namespace

void check_variants(Desk& desk) { Finder(desk).run(); }

}  // namespace guanlan::checking
