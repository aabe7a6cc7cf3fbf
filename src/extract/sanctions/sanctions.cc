// 处罚与措施: what was imposed or ordered.
//
// Accepted: 处以罚款5000元 · 分别处1万元罚款 · 约谈处罚网站5家 · 关停违法违规账号6.3万个 ·
// 7款APP…，现予以通报 · 责令APP运营者限期整改 · 判令被告赔偿3080元 · 判处有期徒刑三年六个月 ·
// 抓获犯罪嫌疑人124人. Not: what is threatened or possible (将视情采取下架等措施), claimed
// (请求法院判令…), the words of a law (处五万元以下罚款), a name of the thing (处罚标准, 约谈机制),
// 破获 and 查处 of cases.
//
// Rules, as `explain` prints them: sanction.<need>, the need of lexicon/sanctions.tsv that was met.
#include <algorithm>

#include "extract/near.h"
#include "extract/sanctions/facts.h"
#include "extract/sanctions/frame.h"
#include "extract/sanctions/needs.h"
#include "extract/sanctions/settle.h"
#include "guanlan/mention.h"
#include "text/stands.h"

namespace guanlan {
namespace {

using namespace sanctions;

class Finder {
 public:
  Finder(const Passage& p, Span part)
      : p_(p), all_(read_words(p, part)), facts_(p, part, all_), needs_(p, all_) {}

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
    if (!facts_.is_one(index)) return;
    const Act s = around_word(index);
    for (const Row* row : word.rows) {
      if (row->pattern != Pattern::act) continue;
      for (const Need& need : row->needs) {
        if (!needs_.met(need, row->type, s)) continue;
        emit(*row, need, s);
        return;
      }
    }
  }

  Act around_word(std::size_t index) const {
    const Word& word = words()[index];
    Act s{index, {clause_begin(p_, word.span.begin), clause_end(p_, word.span.end)}, {}, {}};
    s.after = {word.span.end, s.clause.end};
    s.before = {s.clause.begin, word.span.begin};
    for (std::size_t k = index + 1; k < words().size() && words()[k].span.begin < s.clause.end;
         ++k) {
      if (!words()[k].is(Pattern::act)) continue;
      if (shares_object(s.after.begin, words()[k].span.begin)) {
        s.after.begin = words()[k].span.end;
        continue;
      }
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

  // 关停|或|禁言违规账号2000个: what is done to the same.
  bool shares_object(std::uint32_t from, std::uint32_t to) const {
    const std::string_view gap = p_.text.substr(from, to - from);
    return gap == "或" || gap == "、" || gap == "或者" || gap == "和" || gap == "及";
  }

  void emit(const Row& row, const Need& need, const Act& s) {
    const Word& word = words()[s.index];
    SanctionMention m;
    m.type = row.type;
    m.why = {rule(need), word.span};
    m.span = word.span;
    const Quantity* n = needs_.count(s);
    if (n != nullptr) m.count = n->value;
    m.target = target(row, s, n);
    if (row.type == "freezing" || row.type == "seizure") {
      if (needs_.monies(s)) add_amounts(m, s);
      if (n != nullptr || needs_.found().empty()) add(m, n);
      return;
    }
    if (row.type == "fine" || row.type == "confiscation" || row.type == "damages") needs_.monies(s);
    if (row.type == "imprisonment") return add_terms(m, s);
    if (holds_word(p_.of(word.span), "罚没") && sums_up(s)) return;
    if (!needs_.found().empty()) return add_amounts(m, s);
    add(m, n);
  }

  // 罚没合计192万元, after what was fined and what was confiscated.
  bool sums_up(const Act& s) const {
    const bool before = !out_.empty() &&
                        (out_.back().type == "fine" || out_.back().type == "confiscation") &&
                        !sentence_ends_between(p_.text, out_.back().span.end, s.clause.begin);
    return before && frame().holds(p_.of(s.clause), Frame::sums);
  }

  void add_amounts(SanctionMention m, const Act&) {
    m.count.reset();
    for (const Quantity* q : needs_.found()) {
      const bool again = m.type == told_type_ && q->span.end <= told_end_;
      if (again) continue;  // 处以|10万元|罚款: both acts have the sum
      told_type_ = m.type;
      told_end_ = q->span.end;
      SanctionMention one = m;
      one.amount = q->value;
      one.currency = q->currency;
      add(one, q);
    }
  }

  void add_terms(SanctionMention m, const Act& s) {
    m.count.reset();
    needs_.durations(s);
    if (needs_.found().empty()) return add(m, nullptr);
    for (std::size_t i = 0; i < needs_.found().size(); ++i) {
      SanctionMention one = m;
      one.currency = "years";
      one.amount = needs_.found()[i]->value;
      const Quantity* last = needs_.found()[i];
      // 三年六个月 is one term
      if (i + 1 < needs_.found().size() && needs_.found()[i + 1]->span.begin == last->span.end) {
        last = needs_.found()[++i];
        *one.amount += last->value;
      }
      add(one, last);
    }
  }

  void add(SanctionMention m, const Quantity* quantity) {
    if (quantity != nullptr) {
      m.span = {std::min(m.span.begin, quantity->span.begin),
                std::max(m.span.end, quantity->span.end)};
    }
    out_.push_back(std::move(m));
  }

  static const char* rule(const Need& need) {
    switch (need.kind) {
      case Need::none:
        return "sanction.none";
      case Need::amount:
        return "sanction.amount";
      case Need::duration:
        return "sanction.duration";
      case Need::count:
        return "sanction.count";
      case Need::next:
        return "sanction.next";
      case Need::thing:
        return "sanction.object";
      case Need::imposed:
        return "sanction.imposed";
      case Need::judged:
        return "sanction.judged";
      case Need::notified:
        return "sanction.notified";
      case Need::headline:
        return "sanction.headline";
      case Need::order:
        return "sanction.order";
      case Need::given:
        return "sanction.given";
    }
    return "sanction";
  }

  // Where the passive, or the fault that it tells, begins before the act or in its words
  // (示例公司|因…被罚款); the beginning of what stands before it: it is none.
  std::uint32_t passive(const Act& s) const {
    const std::string_view words = p_.of({s.before.begin, words_end(s)});
    for (auto at = words.find("被"); at != words.npos; at = words.find("被", at + 3)) {
      if (frame().at(words, at, Frame::party) != 0) continue;
      return s.before.begin +
             static_cast<std::uint32_t>(std::min(at, frame().find(words, Frame::fault)));
    }
    return s.before.begin;
  }
  std::uint32_t words_end(const Act& s) const { return words()[s.index].span.end; }

  // Whom: 对…处以罚款; 徐某等12人|因…被…批准逮捕; 抓获|犯罪嫌疑人|1500余名; 通报|15款…APP.
  std::string target(const Row& row, const Act& s, const Quantity* n) const {
    const std::string_view before = p_.of(s.before);
    if (const auto at = before.rfind("对");
        at != std::string_view::npos && before.size() - at < 120) {
      const std::string_view whom = before.substr(at + 3);
      const std::size_t dealt = std::min(whom.size(), frame().find(whom, Frame::dealt));
      const auto begin = s.before.begin + static_cast<std::uint32_t>(at) + 3;
      return trimmed({begin, begin + static_cast<std::uint32_t>(dealt)});
    }
    const bool of_things = row.type == "removal" || row.type == "account_closure" ||
                           row.type == "freezing" || row.type == "seizure";
    const std::uint32_t suffers = passive(s);
    if (suffers > s.before.begin && (!of_things || trimmed(s.after).empty()))
      return trimmed({s.before.begin, suffers});
    if (n != nullptr && s.after.contains(n->span)) {
      const Span front{s.after.begin, n->span.begin};
      if (front.size() >= 3) return trimmed(front);
      if (!n->currency.empty()) return {};  // 没收|27.6万元
      return trimmed({n->span.begin, s.after.end});
    }
    if (n != nullptr && s.before.contains(n->span)) return trimmed({n->span.begin, s.before.end});
    const bool sum = std::any_of(needs_.found().begin(), needs_.found().end(),
                                 [&](const Quantity* q) { return s.after.begin == q->span.begin; });
    return sum ? std::string() : trimmed(s.after);  // 罚款|80万元
  }

  std::string trimmed(Span span) const {
    std::string_view words = p_.of(span);
    for (std::string_view w :
         {"分别", "予以", "处以", "给予", "作出", "依法", "进行", "开展", "责令", "并", "处",
          "了",   "的",   "被",   "约",   "近",   "超",   "已",   "、",   "和",   "及"}) {
      while (words.ends_with(w)) words.remove_suffix(w.size());
      while (w != "处" && words.starts_with(w)) words.remove_prefix(w.size());
    }
    if (const auto cut = words.find_first_of(",:;(\n"); cut != std::string_view::npos)
      words = words.substr(0, cut);
    if (words.size() > 90) return {};
    return std::string(words);
  }

  const Passage& p_;
  const Words all_;
  Facts facts_;
  Needs needs_;
  std::string told_type_;  // of the last sum, and where that ends
  std::uint32_t told_end_ = 0;
  std::vector<SanctionMention> out_;
};

bool is_notice(const SanctionMention& m) { return m.type == "public_notice"; }

}  // namespace

std::vector<SanctionMention> find_sanctions(const Passage& passage, const Mentions&) {
  auto out = Finder(passage, passage.body).find();
  auto headline = Finder(passage, passage.title).find();
  if (out.empty()) {
    out = std::move(headline);
  } else if (std::none_of(out.begin(), out.end(),
                          is_notice)) {  // 某局关于…APP的通报: the paper itself is the notice
    std::copy_if(headline.begin(), headline.end(), std::back_inserter(out), is_notice);
  }
  settle(out);
  return out;
}

}  // namespace guanlan
