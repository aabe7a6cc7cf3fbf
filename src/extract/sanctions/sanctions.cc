// 处罚与措施: what was imposed or ordered.
//
// Accepted: 处以罚款5000元 · 分别处1万元罚款 · 约谈处罚网站5家 · 关停违法违规账号6.3万个 · 7款APP…，现予以通报 ·
// 责令APP运营者限期整改 · 判令被告赔偿3080元 · 判处有期徒刑三年六个月 · 抓获犯罪嫌疑人124人.
// Not: what is threatened or possible (将视情采取下架等措施), claimed (请求法院判令…), the words of a law
// (处五万元以下罚款), a name of the thing (处罚标准, 约谈机制), 破获 and 查处 of cases.
//
// Rules, as `explain` prints them: sanction.<need>, the need of lexicon/sanctions.tsv that was met.
#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "extract/around.h"
#include "extract/near.h"
#include "extract/sanctions/words.h"
#include "guanlan/mention.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

using namespace sanctions;

constexpr std::uint32_t kScope = 360;  // bytes over which the words of a claim reach

// One act with the words around it.
struct Setting {
  std::size_t index = 0;    // into words
  Span clause;
  Span after, before;       // up to the next and the previous act in the clause
};

class Finder {
 public:
  Finder(const Passage& p, Span part) : p_(p), part_(part), all_(read_words(p, part)) {}

  std::vector<SanctionMention> find() {
    for (std::size_t i = 0; i < all_.words.size(); ++i) {
      if (all_.words[i].is(Pattern::act)) at(i);
    }
    return std::move(out_);
  }

 private:
  const std::vector<Word>& words() const { return all_.words; }

  void at(std::size_t index) {
    const Word& word = words()[index];
    if (words_of_a_law(word.span.begin) || names_the_thing(index) || undone(index)) return;
    const Setting s = setting(index);
    for (const Row* row : word.rows) {
      if (row->pattern != Pattern::act) continue;
      for (const Need& need : row->needs) {
        if (!met(need, row->type, s)) continue;
        emit(*row, need, s);
        return;
      }
    }
  }

  Setting setting(std::size_t index) const {
    const Word& word = words()[index];
    Setting s{index, {clause_begin(p_, word.span.begin), clause_end(p_, word.span.end)}, {}, {}};
    s.after = {word.span.end, s.clause.end};
    s.before = {s.clause.begin, word.span.begin};
    for (std::size_t k = index + 1; k < words().size() && words()[k].span.begin < s.clause.end; ++k) {
      if (!words()[k].is(Pattern::act)) continue;
      s.after.end = words()[k].span.begin;
      break;
    }
    for (std::size_t k = index; k-- > 0 && words()[k].span.end > s.clause.begin;) {
      if (!words()[k].is(Pattern::act)) continue;
      s.before.begin = words()[k].span.end;
      break;
    }
    return s;
  }

  // 第六十四条 … at the head of the paragraph; …的,由…处.
  bool words_of_a_law(std::uint32_t at) {
    if (at >= paragraph_.end || at < paragraph_.begin) {
      const std::string_view text = p_.text.substr(0, part_.end);
      std::uint32_t begin = at;
      if (paragraph_.end != 0 && at >= paragraph_.end) {
        begin = paragraph_.end;
      } else {
        begin = part_.begin;
      }
      for (;;) {
        const auto line = text.find('\n', begin);
        const auto end = static_cast<std::uint32_t>(line == std::string_view::npos ? part_.end : line);
        if (at < end || line == std::string_view::npos) {
          paragraph_ = {begin, std::max(end, at + 1)};
          break;
        }
        begin = end + 1;
      }
      const auto head = text.substr(begin, 40);
      const auto article = head.find("条");
      law_paragraph_ = head.starts_with("第") && article != std::string_view::npos && article < 24;
    }
    return law_paragraph_;
  }

  // 处罚标准, 约谈机制, 被通报的APP: the word is a name or a modifier.
  bool names_the_thing(std::size_t index) const {
    const Word& word = words()[index];
    if (index + 1 < words().size() && words()[index + 1].span.begin == word.span.end &&
        words()[index + 1].is(Pattern::frame, "noun")) {
      const char behind = p_.text[std::min<std::size_t>(words()[index + 1].span.end, p_.text.size() - 1)];
      return !utf8::is_digit(static_cast<unsigned char>(behind));  // 侦办案件500起
    }
    const bool passive = around::ends(p_.text, word.span.begin, "被") || p_.of(word.span).starts_with("被");
    return passive && around::starts(p_.text, word.span.end, "的");
  }

  // Threatened, possible, claimed, forbidden: by the nearest word of that kind before the act.
  bool undone(std::size_t index) const {
    const Word& word = words()[index];
    const std::uint32_t clause = clause_begin(p_, word.span.begin);
    const std::uint32_t scope = word.span.begin > kScope ? word.span.begin - kScope : 0;
    for (std::size_t k = index; k-- > 0 && words()[k].span.begin >= scope;) {
      const Word& before = words()[k];
      if (sentence_ends_between(before.span.end, word.span.begin)) break;
      if (before.is(Pattern::frame, "judged")) return asked_for(before.span.begin);
      if (before.is(Pattern::frame, "asked")) return true;
      if (before.span.end <= clause) continue;
      if (before.is(Pattern::frame, "done")) return false;
      if (before.is(Pattern::frame, "undone") && !tells_which(before.span.end, word.span.begin)) return true;
      if (before.is(Pattern::frame, "denied") && word.span.begin - before.span.end <= 12) return true;
    }
    // 关停、行政处罚等措施
    const std::uint32_t end = std::min(clause_end(p_, word.span.end), word.span.end + 60);
    for (std::size_t k = index + 1; k < words().size() && words()[k].span.end <= end; ++k) {
      if (words()[k].is(Pattern::frame, "noun") && p_.of(words()[k].span).starts_with("等")) return true;
    }
    return false;
  }

  // 对逾期不整改的|3款APP: what is conditional only tells which ones.
  bool tells_which(std::uint32_t from, std::uint32_t to) const {
    const std::string_view between = p_.text.substr(from, to - from);
    const auto of = between.find("的");
    if (of == std::string_view::npos || of > 36) return false;
    const std::string_view head = between.substr(of + 3);
    constexpr std::array<std::string_view, 8> kGoesOn = {",", "将", "予以", "处", "依法", "可", "由", "、"};
    return head.size() >= 3 && around::starts_any(head, 0, kGoesOn) == 0;
  }

  // 请求|判令: what the plaintiff wants is not what the court said.
  bool asked_for(std::uint32_t at) const {
    constexpr std::array<std::string_view, 6> kWants = {"请求", "请求法院", "诉请", "要求", "要求法院", "请求依法"};
    return around::ends_any(p_.text, at, kWants) != 0;
  }

  bool sentence_ends_between(std::uint32_t from, std::uint32_t to) const {
    const std::string_view between = p_.text.substr(from, to - from);
    return between.find("。") != std::string_view::npos || between.find('\n') != std::string_view::npos;
  }

  bool met(const Need& need, std::string_view type, const Setting& s) {
    quantities_.clear();
    switch (need.kind) {
      case Need::none: return true;
      case Need::amount: return monies(s);
      case Need::duration: return durations(s);
      case Need::count: return count(s) != nullptr;
      case Need::next: return count_next(s);
      case Need::thing: return object(need, type, s);
      case Need::imposed: return imposed(s);
      case Need::judged: return frame_before(s, "judged");
      case Need::notified: return notified(s);
      case Need::order: return ordered(s);
      case Need::given: return given(s);
    }
    return false;
  }

  template <class F>
  void each_quantity(Span window, F&& f) const {
    auto it = std::lower_bound(all_.quantities.begin(), all_.quantities.end(), window.begin,
                               [](const Quantity& q, std::uint32_t at) { return q.span.begin < at; });
    for (; it != all_.quantities.end() && it->span.end <= window.end; ++it) f(*it);
  }

  // Sums of money right after the act, else the last one before it: 罚款5000元, 处1万元罚款.
  bool monies(const Setting& s) {
    bool bounded = false;
    const auto take = [&](Span window, bool last_only) {
      each_quantity(window, [&](const Quantity& q) {
        if (q.kind != Quantity::money) return;
        if (q.bounded) bounded = true;
        if (last_only) quantities_.clear();
        if (!quantities_.empty() && !listed(quantities_.back()->span.end, q.span.begin)) return;
        quantities_.push_back(&q);
      });
    };
    take(s.after, false);
    if (quantities_.empty()) take({std::max(s.before.begin, s.before.end > 60 ? s.before.end - 60 : 0), s.before.end}, true);
    if (bounded) quantities_.clear();
    return !quantities_.empty();
  }

  // Terms of imprisonment: 三年六个月, 三年、二年; empty for a range (三年至十年不等).
  bool durations(const Setting& s) {
    bool range = false;
    const auto take = [&](Span window) {
      each_quantity(window, [&](const Quantity& q) {
        if (q.kind != Quantity::duration) return;
        if (!quantities_.empty()) {
          const std::uint32_t end = quantities_.back()->span.end;
          const std::string_view gap = p_.text.substr(end, q.span.begin - end);
          if (gap == "至" || gap == "到" || gap == "-" || gap == "—") range = true;
          if (!gap.empty() && !listed(end, q.span.begin)) return;
        }
        quantities_.push_back(&q);
      });
    };
    take(s.after);
    if (quantities_.empty()) take({std::max(s.before.begin, s.before.end > 30 ? s.before.end - 30 : 0), s.before.end});
    const bool any = !quantities_.empty();
    if (range || (any && quantities_.front()->bounded)) quantities_.clear();
    return any;
  }

  bool listed(std::uint32_t from, std::uint32_t to) const {
    const std::string_view gap = p_.text.substr(from, to - from);
    return gap == "、" || gap == "和" || gap == "及" || gap == "以及" || gap == "不等、";
  }

  const Quantity* count(const Setting& s) const {
    const Quantity* found = nullptr;
    each_quantity(s.after, [&](const Quantity& q) {
      if (found == nullptr && q.kind == Quantity::count) found = &q;
    });
    if (found != nullptr) return found;
    each_quantity(s.before, [&](const Quantity& q) {
      if (q.kind == Quantity::count) found = &q;
    });
    return found;
  }

  bool count_next(const Setting& s) const {
    const Quantity* n = count(s);
    return n != nullptr && n->span.begin >= s.after.begin && n->span.begin - s.after.begin <= 3;
  }

  const Word* object_in(Span window, std::string_view type) const {
    auto it = std::lower_bound(words().begin(), words().end(), window.begin,
                               [](const Word& w, std::uint32_t at) { return w.span.begin < at; });
    for (; it != words().end() && it->span.end <= window.end; ++it) {
      if (it->is(Pattern::object, type)) return &*it;
    }
    return nullptr;
  }

  bool object(const Need& need, std::string_view type, const Setting& s) const {
    const bool told = type == "public_notice";  // 通报7款未完成整改的APP
    const Word* found = object_in(told ? Span{s.after.begin, s.clause.end} : s.after, need.object);
    if (found == nullptr) found = object_in(s.before, need.object);
    if (found == nullptr) return false;
    if (need.counted && count(s) == nullptr) return false;
    if (type == "public_notice") {
      constexpr std::array<std::string_view, 7> kAbout = {"情况", "成效", "进展", "案例", "工作", "会", "经验"};
      return around::ends_any(p_.text, s.after.end, kAbout) == 0;
    }
    return true;
  }

  bool imposed(const Setting& s) const {
    constexpr std::array<std::string_view, 12> kBefore = {"予以", "处以", "给予", "作出", "做出", "被", "处", "实施", "进行", "受到", "责令", "开出"};
    const Word& word = words()[s.index];
    const std::string_view own = p_.of(word.span);
    for (std::string_view w : kBefore) {
      if (own.starts_with(w)) return true;
    }
    for (std::string_view w : {"予以", "处以", "给予", "作出", "责令", "全网", "组织", "依法"}) {
      if (own.find(w) != std::string_view::npos) return true;
    }
    return around::ends_any(p_.text, word.span.begin, kBefore) != 0;
  }

  // 给予|该公司|警告, 被处以警告
  bool given(const Setting& s) const {
    constexpr std::array<std::string_view, 6> kVerbs = {"给予", "予以", "处以", "作出", "做出", "被处"};
    constexpr std::uint32_t kReach = 60;
    const Span window{std::max(s.before.begin, s.before.end > kReach ? s.before.end - kReach : 0), s.before.end};
    const std::string_view before = p_.of(window);
    return std::any_of(kVerbs.begin(), kVerbs.end(), [&](auto verb) { return before.find(verb) != std::string_view::npos; });
  }

  bool frame_before(const Setting& s, std::string_view type) const {
    const std::uint32_t from = s.clause.begin > 240 ? s.clause.begin - 240 : 0;
    for (std::size_t k = s.index; k-- > 0 && words()[k].span.begin >= from;) {
      if (sentence_ends_between(words()[k].span.end, words()[s.index].span.begin)) return false;
      if (words()[k].is(Pattern::frame, type)) return true;
    }
    return false;
  }

  // 责令 … 整改, in one clause.
  bool ordered(const Setting& s) const {
    for (std::size_t k = s.index; k-- > 0 && words()[k].span.begin >= s.clause.begin;) {
      if (words()[k].is(Pattern::frame, "order")) return true;
      if (words()[k].is(Pattern::frame, "noun")) return false;
    }
    return false;
  }

  // 尚有15款APP未完成整改,现予以通报
  bool notified(const Setting& s) const {
    const std::string_view own = p_.of(words()[s.index].span);
    const bool formal = own.find("予") != std::string_view::npos || around::ends(p_.text, words()[s.index].span.begin, "予以");
    if (!formal) return false;
    const std::uint32_t from = s.clause.begin > kScope ? s.clause.begin - kScope : 0;
    for (std::size_t k = s.index; k-- > 0 && words()[k].span.begin >= from;) {
      if (words()[k].is(Pattern::object, "app")) return true;
    }
    return false;
  }

  void emit(const Row& row, const Need& need, const Setting& s) {
    const Word& word = words()[s.index];
    SanctionMention m;
    m.type = row.type;
    m.why = {rule(need), word.span};
    m.span = word.span;
    const Quantity* n = count(s);
    if (n != nullptr) m.count = n->value;
    m.target = target(s, n);
    if (row.type == "freezing" || row.type == "seizure") {
      if (monies(s)) add_amounts(m, s);
      if (n != nullptr || quantities_.empty()) add(m, n);
      return;
    }
    if (row.type == "fine" || row.type == "confiscation" || row.type == "damages") monies(s);
    if (row.type == "imprisonment") return add_terms(m, s);
    if (p_.of(word.span).find("罚没") != std::string_view::npos && sums_up(s)) return;
    if (!quantities_.empty()) return add_amounts(m, s);
    add(m, n);
  }

  // 罚没合计192万元, after what was fined and what was confiscated.
  bool sums_up(const Setting& s) const {
    const bool before = !out_.empty() && (out_.back().type == "fine" || out_.back().type == "confiscation") &&
                        !sentence_ends_between(out_.back().span.end, s.clause.begin);
    constexpr std::array<std::string_view, 4> kTotals = {"合计", "总计", "共计", "累计"};
    const std::string_view words = p_.of(s.clause);
    return before && std::any_of(kTotals.begin(), kTotals.end(), [&](auto total) { return words.find(total) != std::string_view::npos; });
  }

  void add_amounts(SanctionMention m, const Setting&) {
    m.count.reset();
    for (const Quantity* q : quantities_) {
      SanctionMention one = m;
      one.amount = q->value;
      one.currency = q->currency;
      add(one, q);
    }
  }

  void add_terms(SanctionMention m, const Setting& s) {
    m.count.reset();
    durations(s);
    if (quantities_.empty()) return add(m, nullptr);
    for (std::size_t i = 0; i < quantities_.size(); ++i) {
      SanctionMention one = m;
      one.currency = "years";
      one.amount = quantities_[i]->value;
      const Quantity* last = quantities_[i];
      // 三年六个月 is one term
      if (i + 1 < quantities_.size() && quantities_[i + 1]->span.begin == last->span.end) {
        last = quantities_[++i];
        *one.amount += last->value;
      }
      add(one, last);
    }
  }

  void add(SanctionMention m, const Quantity* quantity) {
    if (quantity != nullptr) {
      m.span = {std::min(m.span.begin, quantity->span.begin), std::max(m.span.end, quantity->span.end)};
    }
    out_.push_back(std::move(m));
  }

  static const char* rule(const Need& need) {
    switch (need.kind) {
      case Need::none: return "sanction.none";
      case Need::amount: return "sanction.amount";
      case Need::duration: return "sanction.duration";
      case Need::count: return "sanction.count";
      case Need::next: return "sanction.next";
      case Need::thing: return "sanction.object";
      case Need::imposed: return "sanction.imposed";
      case Need::judged: return "sanction.judged";
      case Need::notified: return "sanction.notified";
      case Need::order: return "sanction.order";
      case Need::given: return "sanction.given";
    }
    return "sanction";
  }

  // Whom: 对…处以罚款; 抓获|犯罪嫌疑人|1500余名; 通报|15款…APP.
  std::string target(const Setting& s, const Quantity* n) const {
    const std::string_view before = p_.of(s.before);
    if (const auto at = before.rfind("对"); at != std::string_view::npos && before.size() - at < 120) {
      return trimmed({s.before.begin + static_cast<std::uint32_t>(at) + 3, s.before.end});
    }
    if (n != nullptr && s.after.contains(n->span)) {
      const Span front{s.after.begin, n->span.begin};
      if (front.size() >= 3) return trimmed(front);
      return trimmed({n->span.begin, s.after.end});
    }
    if (n != nullptr && s.before.contains(n->span)) return trimmed({n->span.begin, s.before.end});
    return trimmed(s.after);
  }

  std::string trimmed(Span span) const {
    std::string_view words = p_.of(span);
    for (std::string_view w : {"分别", "予以", "处以", "给予", "作出", "依法", "进行", "开展", "责令", "并", "处", "了", "的", "被", "约", "近", "超", "、", "和", "及"}) {
      while (words.ends_with(w)) words.remove_suffix(w.size());
      while (w != "处" && words.starts_with(w)) words.remove_prefix(w.size());
    }
    if (const auto cut = words.find_first_of(",:;(\n"); cut != std::string_view::npos) words = words.substr(0, cut);
    if (words.size() > 90) return {};
    return std::string(words);
  }

  const Passage& p_;
  Span part_;
  Words all_;
  Span paragraph_;
  bool law_paragraph_ = false;
  std::vector<const Quantity*> quantities_;  // of the act being read
  std::vector<SanctionMention> out_;
};

bool is_specific(std::string_view type) {
  return type == "fine" || type == "warning" || type == "confiscation" || type == "suspension" || type == "order_to_correct";
}

// One per type and target; the general word gives way to what it consisted in, and a bare mention
// to the one that has the sum.
void settle(std::vector<SanctionMention>& list) {
  const auto has = [&](auto test) { return std::any_of(list.begin(), list.end(), test); };
  const bool specific = has([](const SanctionMention& m) { return is_specific(m.type); });
  std::set<std::string> with_amount;
  for (const auto& m : list) {
    if (m.amount && m.type != "freezing" && m.type != "seizure") with_amount.insert(m.type);
  }
  std::erase_if(list, [&](const SanctionMention& m) {
    if (m.type == "admin_penalty" && specific && !m.count) return true;
    return !m.amount && !m.count && with_amount.contains(m.type);
  });
  std::set<std::tuple<std::string, std::string, double, double>> seen;
  std::set<std::string> types;
  std::erase_if(list, [&](const SanctionMention& m) {
    const bool bare = !m.amount && !m.count;
    if (bare && types.contains(m.type)) return true;
    types.insert(m.type);
    const bool counted = !m.amount && m.count;
    return !seen.emplace(m.type, m.amount || counted ? std::string() : m.target, m.amount.value_or(-1), m.amount ? -1 : m.count.value_or(-1)).second;
  });
}

}  // namespace

std::vector<SanctionMention> find_sanctions(const Passage& passage, const Mentions&) {
  auto out = Finder(passage, passage.body).find();
  if (out.empty()) out = Finder(passage, passage.title).find();
  settle(out);
  return out;
}

}  // namespace guanlan
