#include "extract/orgs/short.h"

#include <algorithm>
#include <array>

#include "extract/orgs/lists.h"
#include "extract/orgs/words.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan::orgs {
namespace {

using bodies::Part;

constexpr int kShortest = 2, kLongest = 7;  // characters before the ending
constexpr std::u32string_view kStops = U",。;:!?()《》“”\n\t的由对向被将给以从于在把";
constexpr std::u32string_view kMates = U"和与及";

enum class Edge : std::uint8_t { none, clean, list, post, closed };

struct Candidate {
  Span span;
  Edge left = Edge::none, right = Edge::none;
  bool sure = false;
};

class Reader {
 public:
  Reader(const Part& part, std::vector<Name>& out) : part_(part), out_(out) {
    for (const Name& n : out) known_.push_back(n.span);
    std::sort(known_.begin(), known_.end());
  }

  void read() {
    for (WordIn tail = next_word_end(part_, part_.span().begin, Around::tail); tail.size != 0;
         tail = next_word_end(part_, tail.at, Around::tail))
      consider(tail);
    spread();
    for (const Candidate& c : all_) {
      if (c.sure) out_.push_back({c.span, {}, Source::list, 0, "company", false, {}});
    }
  }

 private:
  [[nodiscard]] bool is_known(Span span) const {
    auto it = std::lower_bound(known_.begin(), known_.end(), Span{span.end, 0});
    for (int look = 0; it != known_.begin() && look < 4; ++look) {
      if ((--it)->overlaps(span)) return true;
    }
    return false;
  }

  [[nodiscard]] Edge left_of(std::uint32_t at) const {
    if (at == part_.span().begin || word_before(part_, at, Around::lead) != 0) return Edge::clean;
    const char32_t cp = utf8::decode(part_.before(at), 0).cp;
    if (cp == U'、') return Edge::list;
    if (kMates.find(cp) != std::u32string_view::npos) return Edge::list;
    return kStops.find(cp) != std::u32string_view::npos ? Edge::clean : Edge::none;
  }
  [[nodiscard]] Edge right_of(std::uint32_t at) const {
    if (word_at(part_, at, Around::post) != 0) return Edge::post;
    if (part_.looking_at(at, "等")) return closes_list(part_, at + 3) ? Edge::closed : Edge::none;
    const std::string_view next = part_.next(at);
    if (next.empty()) return Edge::clean;
    const char32_t cp = utf8::decode(next, 0).cp;
    if (cp == U'、' || kMates.find(cp) != std::u32string_view::npos) return Edge::list;
    return std::u32string_view(U",。;!?)”\n\t").find(cp) != std::u32string_view::npos ? Edge::clean
                                                                                      : Edge::none;
  }

  // Where the characters before an ending begin: behind a stop, a joiner or a lead.
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t end) const {
    std::uint32_t at = end;
    for (int n = 0; n <= kLongest && at > part_.span().begin; ++n) {
      if (n > 0 && word_before(part_, at, Around::lead) != 0) break;
      const auto d = utf8::decode_before(part_.passage().text, at);
      const bool stop = d.cp == U'、' || kStops.find(d.cp) != std::u32string_view::npos ||
                        (n >= kShortest && kMates.find(d.cp) != std::u32string_view::npos);
      if (stop || (!utf8::is_han(d.cp) && !utf8::is_latin(d.cp) && !utf8::is_digit(d.cp))) break;
      at -= d.size;
    }
    return at;
  }

  static bool holds_other_words(std::string_view text) {
    constexpr std::u32string_view kNever = U"某该等我这两家款种了是有为各";
    constexpr std::u32string_view kNumerals = U"二三四五六七八九十多数几";
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
      const auto d = utf8::decode(text, at);
      const bool counted = d.cp == U'位' && kNumerals.find(before) != std::u32string_view::npos;
      if (counted || kNever.find(d.cp) != std::u32string_view::npos) return true;  // 五位|网络专家
      before = d.cp;
      at += d.size;
    }
    constexpr std::string_view kWords[] = {"全国", "余名", "多名", "余人"};
    return std::any_of(std::begin(kWords), std::end(kWords),
                       [text](std::string_view word) { return holds_word(text, word); });
  }

  void consider(const WordIn& tail) {
    const Edge right = right_of(tail.at);
    if (right == Edge::none) return;
    const Span own{begin_of(tail.at - tail.size), tail.at - tail.size};
    const Span span{own.begin, tail.at};
    if (!all_.empty() && all_.back().span.overlaps(span)) return;
    const std::string_view text = part_.of(own);
    const auto size =
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
    if (size < kShortest || size > kLongest || is_trade(text) || is_known(span)) return;
    if (holds_other_words(text) || (text.starts_with("未") && !text.starts_with("未来")))
      return;                                     // 未确定网络安全|负责人
    for (const Hit& hit : part_.at(own.begin)) {  // 决定组建网络
      if (hit.cls == WordClass::act || hit.cls == WordClass::kind_cue) return;
    }
    if (holds(text, Around::deed) || holds_word(text, "黑客")) return;  // 大规模勒索|软件
    Candidate c{span, left_of(span.begin), right, false};
    c.sure = c.left != Edge::none &&
             (c.right == Edge::post || (c.right == Edge::closed && c.left == Edge::list));
    all_.push_back(c);
  }

  // Beside a name in a list, a candidate is one.
  void spread() {
    const auto name_at = [&](std::uint32_t from, std::uint32_t to) {
      return from < to && is_known({from, to});
    };
    const auto by = [&](Candidate& c, const Candidate* left, const Candidate* right) {
      if (c.sure || c.left == Edge::none || c.right == Edge::none) return;
      const bool l = c.left == Edge::list &&
                     (name_at(c.span.begin - 4, c.span.begin - 3) ||
                      (left != nullptr && left->sure && left->span.end + 3 == c.span.begin));
      const bool r = c.right == Edge::list &&
                     (name_at(c.span.end + 3, c.span.end + 4) ||
                      (right != nullptr && right->sure && c.span.end + 3 == right->span.begin));
      c.sure = l || r;
    };
    for (std::size_t i = 0; i < all_.size(); ++i)
      by(all_[i], i > 0 ? &all_[i - 1] : nullptr, i + 1 < all_.size() ? &all_[i + 1] : nullptr);
    for (std::size_t i = all_.size(); i-- > 0;)
      by(all_[i], i > 0 ? &all_[i - 1] : nullptr, i + 1 < all_.size() ? &all_[i + 1] : nullptr);
  }

  const Part& part_;
  std::vector<Name>& out_;
  std::vector<Span> known_;
  std::vector<Candidate> all_;
};

}  // namespace

void find_short(const Part& part, std::vector<Name>& out) { Reader(part, out).read(); }

}  // namespace guanlan::orgs
