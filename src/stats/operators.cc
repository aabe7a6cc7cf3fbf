#include "stats/operators.h"

#include <algorithm>

#include "extract/around.h"
#include "lexicon/rows.h"
#include "stats/words.h"

namespace guanlan::stats {
namespace {

struct Brands {
  std::vector<std::string_view> brands, suffixes, not_before;  // longest first

  Brands() {
    for (const auto& row : rows_of("lexicon/stats/operators.tsv")) {
      (row[1] == "brand" ? brands : row[1] == "suffix" ? suffixes : not_before).push_back(row[0]);
    }
    const auto longer = [](std::string_view a, std::string_view b) { return a.size() > b.size(); };
    for (auto* list : {&brands, &suffixes}) std::stable_sort(list->begin(), list->end(), longer);
  }
};

const Brands& brands() {
  static const Brands all;
  return all;
}

class Reader {
 public:
  Reader(const View& view, std::uint32_t at, std::uint32_t limit)
      : view_(view), text_(view.text().substr(0, limit)), at_(at) {}

  Operators run() {
    bool sure = owner();
    Operators out{{}, at_};
    while (const std::uint32_t brand = around::starts_any(text_, at_, brands().brands)) {
      const bool third =
          out.names.size() >= 2;  // 移动、电信、联通|互联网用户 is a list of operators
      if (!third && around::starts_any(text_, at_ + brand, brands().not_before) != 0) break;
      std::string name = owner_ + std::string(text_.substr(at_, brand));
      at_ += brand;
      sure |= suffixes();
      out.names.push_back(std::move(name));
      out.end = at_;
      if (!next_in_list()) break;
    }
    if (!sure) out.names.clear();
    return out;
  }

 private:
  // 河南, 河南省, 省, 中国: whose operator it is.
  bool owner() {
    if (around::starts(text_, at_, "中国")) {
      owner_ = "中国";
      at_ += 6;
      return true;
    }
    PlaceId place = kNoPlace;
    std::uint32_t size = 0;
    for (const Hit& hit : hits_at(at_)) {
      if (hit.cls != WordClass::region || hit.span.size() <= size) continue;
      place = view_.map().region(hit.row).front();
      size = hit.span.size();
    }
    if (place == kNoPlace) {
      size = prefix(Cue::own, text_.substr(at_)).size();
      if (size == 0) return false;
      place = view_.home;
    }
    if (around::starts_any(text_, at_ + size, brands().brands) == 0) return false;
    at_ += size;
    if (place != kNoPlace)
      owner_ = view_.map()[place].stem.empty() ? view_.map()[place].name : view_.map()[place].stem;
    return true;
  }

  [[nodiscard]] std::span<const Hit> hits_at(std::uint32_t at) const {
    const auto& hits = view_.passage->hits;
    const auto body = std::lower_bound(
        hits.begin(), hits.end(), view_.passage->body.begin,
        [this](const Hit& h, std::uint32_t) { return !view_.passage->body.contains(h.span); });
    const auto first = std::lower_bound(
        body, hits.end(), at, [](const Hit& h, std::uint32_t a) { return h.span.begin < a; });
    auto last = first;
    while (last != hits.end() && last->span.begin == at) ++last;
    return {first, last};
  }

  bool suffixes() {
    bool any = false;
    if (const PlaceMention* place = view_.place_at(at_)) {  // 中国移动河南公司
      const std::uint32_t size = around::starts_any(text_, place->span.end, brands().suffixes);
      if (size != 0) at_ = place->span.end;
    }
    while (const std::uint32_t size = around::starts_any(text_, at_, brands().suffixes)) {
      at_ += size;
      any = true;
    }
    return any;
  }

  // Past 、 or 和 if another operator follows.
  bool next_in_list() {
    constexpr std::string_view kJoints[] = {"、", "以及", "和", "及", "与"};
    const std::uint32_t joint = around::starts_any(text_, at_, kJoints);
    if (joint == 0) return false;
    const std::uint32_t before = at_;
    at_ += joint;
    const std::string first = owner_;
    if (around::starts_any(text_, at_, brands().brands) != 0) return true;
    if (owner()) return true;
    owner_ = first;
    at_ = before;
    return false;
  }

  const View& view_;
  const std::string_view text_;
  std::uint32_t at_;
  std::string owner_;
};

}  // namespace

Operators operators_at(const View& view, std::uint32_t at, std::uint32_t limit) {
  return Reader(view, at, limit).run();
}

}  // namespace guanlan::stats
