#include "ledger/counts.h"

#include <algorithm>

#include "extract/around.h"
#include "stats/words.h"

namespace guanlan::ledger {
namespace {

using around::ends_any;
using around::starts_any;

constexpr std::uint32_t kLongestNoun =
    60;  // bytes of a printed noun with what stands before its head
constexpr std::uint32_t kLongestOther = 45;  // of one that no word tells

class Nouns {
 public:
  Nouns(std::string_view text, const Sentence& sentence, std::size_t figure, const Counted* before)
      : text_(text), s_(sentence), q_(*sentence.figures[figure]), before_(before), index_(figure) {
    clause_ = s_.clauses[s_.clause_of(q_.number.begin)];
    floor_ = clause_.begin;
    ceiling_ = std::max(clause_.end, q_.span.end);
    if (figure > 0)
      floor_ = std::max(floor_, std::min(s_.figures[figure - 1]->span.end, q_.number.begin));
    if (figure + 1 < s_.figures.size())
      ceiling_ = std::min(ceiling_, std::max(s_.figures[figure + 1]->number.begin, q_.span.end));
  }

  Counted run() {
    strip();
    out_.lead_begin = floor_;
    out_.lead_end = end_;
    if (!whole_before() && !noun_before() && !total() && !noun_behind() && !open_noun()) bare();
    if (!whole_ && !total_) deed();
    finish();
    return std::move(out_);
  }

 private:
  // Back over 共, 达到, 约, 人民币 to the words that they join to the number.
  void strip() {
    end_ = std::min(q_.number.begin, std::max(q_.number.begin, floor_));
    for (bool again = true; again && end_ > floor_;) {
      again = false;
      if (const Word* deed = s_.ending_at(Class::deed, end_, floor_)) {  // 用户|新增|75.5万户
        const std::string_view id = deed->id(Class::deed);
        const bool change = id == "added" || id == "reduced";
        if (!change && text_.substr(deed->span.begin, deed->span.size()) != "完成")
          return;  // 收入累计|完成|9055亿元
        if (change) change_ = deed;
        end_ = deed->span.begin;
        again = true;
        continue;
      }
      const std::string_view lead = text_.substr(floor_, end_ - floor_);
      std::uint32_t size =
          ends_any(lead, static_cast<std::uint32_t>(lead.size()), group(Group::link));
      if (size != 0 && s_.ending_at(Class::whole, end_, floor_) != nullptr) return;
      if (size == 0) size = stats::suffix(stats::Cue::verb, lead).size();
      if (size == 0) size = stats::suffix(stats::Cue::approx, lead).size();
      if (size == 0 && (lead.ends_with(" ") || lead.ends_with("-"))) size = 1;
      if (size == 0) return;
      const auto states = group(Group::state);
      if (std::find(states.begin(), states.end(), lead.substr(lead.size() - size)) != states.end())
        out_.stated = true;
      end_ -= size;
      again = true;
    }
  }

  // 涉案金额|1.12亿元; 冻结|涉案资金|2亿元 is money that was frozen.
  bool whole_before() {
    const Word* whole = s_.ending_at(Class::whole, end_, floor_);
    constexpr double kLarge = 10000;
    if (whole == nullptr || !(q_.unit == "元" || (q_.unit.empty() && q_.value >= kLarge)))
      return false;
    const bool fine = whole->id(Class::whole) == "fined-money";
    const Word* deed = fine ? nullptr : s_.ending_at(Class::deed, whole->span.begin, floor_);
    out_.counts = {whole->span, {}, deed != nullptr ? "money" : whole->id(Class::whole)};
    noun_ = whole->span;
    whole_ = deed == nullptr;
    return true;
  }

  bool noun_before() {
    std::uint32_t end = end_;
    const Word* thing = s_.ending_at(Class::thing, end, floor_);
    if (thing == nullptr && end > floor_) {
      end -= ends_any(text_, end, group(Group::number_of));
      thing = s_.ending_at(Class::thing, end, floor_);
    }
    if (thing == nullptr || thing->is(Class::deed)) return false;
    const std::string_view id = thing->id(Class::thing);
    const bool percent = q_.unit.starts_with("%") || q_.unit == "个百分点" || q_.unit == "‰" ||
                         q_.unit.starts_with("部");
    if (id == "rate" && !percent) return false;  // 速率为120Mbps
    const bool people = thing_of_unit(q_.unit) == "persons";
    if (people && id != "persons" && id != "police" && !thing->is(Class::whole) &&
        !counts_people(id))
      return false;
    constexpr std::string_view kCountWords[] = {"家", "家次", "个", "户", "批", "%"};
    const bool counted =
        std::find(std::begin(kCountWords), std::end(kCountWords), q_.unit) != std::end(kCountWords);
    if (id == "companies" && !counted) return false;  // 河南联通公司为29613万G
    noun_ = {thing->span.begin, end_};
    if (q_.unit == "元" && id == "persons") {  // 返还群众460万元
      out_.counts.thing = "money";
      return true;
    }
    const bool stock = has(thing->id(Class::thing), Trait::stock);
    const Word* deed = stock ? nullptr : deed_before(thing->span.begin, floor_);
    set_noun(text_, s_, {deed != nullptr ? deed->span.end : floor_, end}, out_.counts);
    if (!out_.counts.span.empty()) out_.counts.span.end = end_;
    return true;
  }

  // 刑事案件45人: the persons of it; 网民规模10.92亿人.
  [[nodiscard]] static bool counts_people(std::string_view id) {
    return id == "users" || id == "views" || id == "jobs";
  }

  // The deed before a noun, not one inside its attribute: 起诉|泄露个人信息的“内鬼”.
  [[nodiscard]] const Word* deed_before(std::uint32_t noun, std::uint32_t from) const {
    const Word* deed = s_.last(Class::deed, from, noun);
    if (deed == nullptr) return nullptr;
    const std::string_view between = text_.substr(deed->span.end, noun - deed->span.end);
    const auto crime = [](const Word& word) {  // 关闭|贩卖个人信息网站3个
      const std::string_view id = word.id(Class::deed);
      return id == "obtained" || id == "leaked" || id == "attacked";
    };
    if (!crime(*deed) && !between.ends_with("的") && !between.ends_with("的“")) return deed;
    for (const Word* outer = deed; outer != nullptr;) {
      outer = s_.last(Class::deed, near(noun), outer->span.begin);
      if (outer != nullptr && !crime(*outer)) return outer;
    }
    return deed;
  }

  // 总数达到6131万户: of what the figure before counts.
  bool total() {
    if (before_ == nullptr) return false;
    const bool amount_of_share = end_ == floor_ && out_.stated;  // 占53.3%,达638.5万件
    if (!amount_of_share && end_ <= floor_) return false;
    if (!amount_of_share && !stats::is(stats::Cue::head, text_.substr(floor_, end_ - floor_)))
      return false;
    total_ = true;
    out_.counts = before_->counts;
    out_.counts.deed = {};
    return true;
  }

  // 挂牌整治治安乱点506个: a noun that no word tells, right behind what was done to it.
  bool open_noun() {
    const Word* deed = s_.last(Class::deed, floor_, end_);
    if (deed == nullptr || deed->span.end == end_ || end_ - deed->span.end > kLongestOther)
      return false;
    const std::string_view words = text_.substr(deed->span.end, end_ - deed->span.end);
    if (words.find_first_of("0123456789") != words.npos) return false;
    noun_ = {deed->span.end, end_};
    set_noun(text_, s_, noun_, out_.counts);
    out_.counts.thing = thing_of_unit(q_.unit);
    return !out_.counts.span.empty();
  }

  // Words behind the number: the noun's head at once, or at the end of the phrase.
  bool noun_behind() {
    std::uint32_t begin = q_.span.end;
    if (begin >= ceiling_ || starts_any(text_, begin, group(Group::goes_on)) != 0) return false;
    const bool of = around::starts(text_, begin, "的");
    if (of) begin += 3;
    constexpr std::string_view kEnds[] = {"、", "以及", "并"};
    std::uint32_t end = begin;
    while (end < ceiling_ && starts_any(text_, end, kEnds) == 0) ++end;
    const bool people = thing_of_unit(q_.unit) == "persons", money = q_.unit == "元";
    const Word* head = nullptr;
    for (auto it =
             std::lower_bound(s_.words.begin(), s_.words.end(), begin,
                              [](const Word&w, std::uint32_t at) { return w.span.begin < at; });
         it != s_.words.end() && it->span.end <= end; ++it) {
      if (it->is(Class::undone) && head != nullptr) break;
      if (it->is(Class::deed) && !it->is(Class::thing) && head != nullptr &&
          head->span.end == it->span.begin)
        break;
      if (!it->is(Class::thing)) continue;
      const std::string_view id = it->id(Class::thing);
      if ((people && id != "persons" && id != "police") || (money && id != "money")) continue;
      // The first, right behind the number; else the last: 93家存在侵害用户权益行为的|企业.
      const bool right_behind = head != nullptr && head->span.begin == begin;
      if (!right_behind || it->span.begin == head->span.end || it->span.end == end) head = &*it;
      if (it->span.begin == begin &&
          (it + 1 == s_.words.end() || (it + 1)->span.begin != it->span.end))
        break;
    }
    if (head != nullptr) {
      behind_ = true;
      const Span words{begin, head->span.end};
      if (head->span.begin - begin <= kLongestNoun) {
        out_.counts.span = words.size() <= kLongestNoun ? words : head->span;
        out_.counts.thing = head->id(Class::thing);
        return true;
      }
    }
    if (of || end - begin > kLongestOther || end == begin || stated()) return false;
    if (s_.last(Class::deed, clause_.begin, end_) == nullptr) return false;
    if (people || money) return false;
    out_.counts.span = {begin, end};
    out_.counts.thing = thing_of_unit(q_.unit);
    return behind_ = true;
  }

  [[nodiscard]] bool stated() const { return out_.stated && end_ > floor_; }

  // 行政拘留6人; 一半企业(50%).
  void bare() {
    out_.counts.thing = thing_of_unit(q_.unit);
    if (out_.counts.thing == "persons" && q_.number.end < q_.span.end)
      unit_ = {q_.number.end, q_.span.end};
    if (floor_ > 0 && end_ == floor_ && text_[floor_ - 1] == '(') {
      const Word* thing = s_.ending_at(Class::thing, floor_ - 1, s_.span.begin);
      if (thing == nullptr) return;
      out_.counts.span = thing->span;
      out_.counts.thing = thing->id(Class::thing);
    }
  }

  void deed() {
    const std::uint32_t limit = !noun_.empty() ? noun_.begin : end_;
    const Word* deed = deed_before(limit, clause_.begin);
    if (change_ != nullptr) deed = change_;
    if (text_.substr(out_.counts.span.begin, out_.counts.span.size()).ends_with("案例"))
      deed = made_known(deed);
    if (const Word* passive = done_to_it()) deed = passive;
    if (deed != nullptr) return set_deed(*deed);
    const bool goes_on = before_ != nullptr && !before_->deed.empty() && !out_.stated && !behind_ &&
                         !q_.unit.starts_with("%");
    if (!goes_on || out_.counts.thing.empty()) return;
    if (end_ > floor_ && noun_.empty()) return;
    out_.counts.deed = before_->counts.deed;
    out_.deed = before_->deed;
    out_.planned = before_->planned;
    inherited_ = true;
  }

  // Where the clause begins, or so far back as is looked.
  [[nodiscard]] std::uint32_t near(std::uint32_t at) const {
    constexpr std::uint32_t kFar = 400;
    return std::max(clause_.begin, at > kFar ? at - kFar : 0);
  }

  // 公布…查处的“示例案”等10起典型案例: what is done to a story is telling it.
  [[nodiscard]] const Word* made_known(const Word* deed) const {
    while (deed != nullptr && deed->id(Class::deed) != "published" &&
           deed->id(Class::deed) != "notified")
      deed = s_.last(Class::deed, near(end_), deed->span.begin);
    return deed;
  }

  // 124人被抓获.
  [[nodiscard]] const Word* done_to_it() const {
    std::uint32_t at = std::max(q_.span.end, out_.counts.span.end);
    constexpr std::string_view kPassive[] = {"已被依法", "被依法", "已被", "被"};
    constexpr std::string_view kObject[] = {"依法对", "对上述", "将上述", "对", "将", "给"};
    if (noun_.empty() && ends_any(text_, q_.number.begin, kObject) != 0) {  // 对3家企业作出行政处罚
      constexpr std::uint32_t kFar = 90;
      if (const Word* deed = s_.first(Class::deed, at, std::min(at + kFar, clause_.end)))
        return deed->span.end <= clause_.end ? deed : nullptr;
    }
    const std::uint32_t passive = at < ceiling_ ? starts_any(text_, at, kPassive) : 0;
    if (passive == 0) return nullptr;
    at += passive;
    constexpr std::uint32_t kAgent = 36;  // 被警方刑事拘留
    const Word* deed = s_.first(Class::deed, at, at + kAgent);
    return deed != nullptr && deed->span.end <= clause_.end ? deed : nullptr;
  }

  void set_deed(const Word& deed) {
    if (s_.ending_at(Class::undone, deed.span.begin, clause_.begin) != nullptr) return;
    out_.deed = deed.span;
    out_.counts.deed = deed.id(Class::deed);
    constexpr std::uint32_t kNear = 36;
    const Word* plan = s_.last(Class::plan, clause_.begin, deed.span.begin);
    const bool between =
        plan != nullptr && s_.last(Class::thing, plan->span.end, deed.span.begin) != nullptr;
    out_.planned = plan != nullptr && !between && deed.span.begin - plan->span.end <= kNear;
    constexpr std::string_view kBounds[] = {"以上", "以下"};
    const bool bounded =
        starts_any(text_, q_.span.end, kBounds) != 0 || ends_any(text_, q_.span.end, kBounds) != 0;
    out_.planned |= bounded && (out_.counts.deed == "fined" || out_.counts.deed == "penalised");
  }

  // What no noun names is printed as what was done.
  void finish() {
    LedgerEntry::Counts& c = out_.counts;
    const bool change = c.deed == "added" || c.deed == "reduced";
    if (!change && has(c.thing, Trait::stock)) c.deed = {}, out_.deed = {}, out_.planned = false;
    if (c.thing.empty() && (q_.unit == "件" || q_.unit == "起") && has(c.deed, Trait::case_work))
      c.thing = "cases";
    as_before(c);
    if (c.deed == "fined" && q_.unit == "元") c = {c.span, {}, "fined-money"};
    if (c.span.empty() && !out_.deed.empty()) c.span = inherited_ ? q_.span : out_.deed;
    if (c.span != q_.span && c.span.overlaps(q_.span)) c = {};  // 70到100人
    if (c.span.empty()) c.span = unit_;
    if (c.span.empty()) c = {};
  }

  // 约谈网站5518家,警告48家; 检测应用1200款,通报45款: what the same unit counted before.
  void as_before(LedgerEntry::Counts& c) const {
    if (before_ == nullptr || index_ == 0 || !(c.thing.empty() || c.thing == "bodies")) return;
    if (!c.span.empty() || out_.deed.empty() || inherited_) return;
    const auto plain = [](std::string_view unit) {
      return unit == "家次" ? std::string_view("家") : unit;
    };
    if (plain(s_.figures[index_ - 1]->unit) != plain(q_.unit)) return;
    if (!before_->counts.thing.empty()) c.thing = before_->counts.thing;
  }

  std::string_view text_;
  const Sentence& s_;
  const QuantityMention& q_;
  const Counted* before_;
  std::size_t index_;
  Span clause_, noun_, unit_;
  std::uint32_t floor_ = 0, ceiling_ = 0, end_ = 0;
  const Word* change_ = nullptr;  // 新增, 减少
  bool whole_ = false, total_ = false, behind_ = false, inherited_ = false;
  Counted out_;
};

}  // namespace

void set_noun(std::string_view text, const Sentence& sentence, Span words,
              LedgerEntry::Counts& out) {
  for (std::uint32_t size = 1; size != 0 && words.begin < words.end; words.begin += size) {
    size = starts_any(text.substr(0, words.end), words.begin, group(Group::lead));
  }
  const Word* head = sentence.ending_at(Class::thing, words.end, words.begin);
  if (words.size() > kLongestNoun)
    words = head != nullptr ? head->span : Span{words.end, words.end};
  out.span = words;
  if (head != nullptr) out.thing = head->id(Class::thing);
}

Counted read_counts(std::string_view text, const Sentence& sentence, std::size_t figure,
                    const Counted* before) {
  return Nouns(text, sentence, figure, before).run();
}

}  // namespace guanlan::ledger
