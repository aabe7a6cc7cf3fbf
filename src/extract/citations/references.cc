#include "extract/citations/references.h"

#include <algorithm>
#include <array>

#include "extract/around.h"
#include "extract/citations/own_text.h"
#include "extract/citations/provisions.h"
#include "text/utf8.h"
#include "text/word_set.h"

namespace guanlan {
namespace {

constexpr std::uint32_t kFar = 1200;  // bytes over which a pointer goes with a citation before
constexpr std::size_t kMostCandidates =
    8;  // a sentence that cites more is a list, not an antecedent

enum class Level : std::uint8_t { paragraph, article, rule, law };

struct Pointer {
  std::string_view word;
  Level level;
  bool said = false;  // counts only before 规定, 所列, 行为 …: 该条线索 is no article
  bool based = false;  // counts only behind 违反, 依据 …: 该办法 is mostly what the item is about
};

constexpr std::array<Pointer, 29> kPointers = {{
    {"前款", Level::paragraph},
    {"前两款", Level::paragraph},
    {"前二款", Level::paragraph},
    {"前三款", Level::paragraph},
    {"该款", Level::paragraph, true},
    {"同款", Level::paragraph, true},
    {"前条", Level::article, true},
    {"该条", Level::article, true},
    {"同条", Level::article, true},
    {"上述规定", Level::rule},
    {"前述规定", Level::rule},
    {"上列规定", Level::rule},
    {"上述条款", Level::rule},
    {"前述条款", Level::rule},
    {"上述条文", Level::rule},
    {"前述条文", Level::rule},
    {"该条款", Level::rule, true},
    {"该规定", Level::rule, false, true},
    {"上述法律法规", Level::law},
    {"前述法律法规", Level::law},
    {"上述法律", Level::law},
    {"前述法律", Level::law},
    {"上述法规", Level::law},
    {"前述法规", Level::law},
    {"上述条例", Level::law},
    {"前述条例", Level::law},
    {"该法", Level::law, false, true},
    {"该条例", Level::law, false, true},
    {"该办法", Level::law, false, true},
}};
constexpr std::array<std::string_view, 9> kSays = {"规定", "的规定", "之规定", "所列", "所规定",
                                                   "行为", "情形",   "要求",   "明确"};
constexpr std::array<std::string_view, 12> kBasis = {"违反了", "违反", "依据", "根据",
                                                     "按照",   "依照", "适用", "遵守",
                                                     "符合",   "触犯", "违背", "落实"};

const WordSet& pointer_words() {
  static const WordSet words = [] {
    std::vector<std::string_view> all;
    for (const Pointer& pointer : kPointers) all.push_back(pointer.word);
    return WordSet(all);
  }();
  return words;
}

const Pointer& pointer_of(std::string_view word) {
  return *std::find_if(kPointers.begin(), kPointers.end(),
                       [word](const Pointer& pointer) { return pointer.word == word; });
}

class Resolver {
 public:
  Resolver(const Passage& p, const std::vector<ToldCitation>& told) : p_(p), own_(p) {
    for (const ToldCitation& t : told) {
      if (p.body.contains(t.span)) told_.push_back(&t);
    }
  }

  std::vector<ReferenceMention> find() {
    if (told_.empty() && own_.empty()) return {};
    const std::string_view text = p_.text.substr(0, p_.body.end);
    for (std::uint32_t at = p_.body.begin; at < p_.body.end;) {
      const auto size = static_cast<std::uint32_t>(pointer_words().longest_at(text, at));
      if (size != 0) add(pointer_of(text.substr(at, size)), {at, at + size});
      at += size != 0 ? size : utf8::decode(text, at).size;
    }
    return std::move(out_);
  }

 private:
  void add(const Pointer& pointer, Span at) {
    if (pointer.said && around::starts_any(p_.text, at.end, kSays) == 0) return;
    if (pointer.based && around::ends_any(p_.text, at.begin, kBasis) == 0) return;
    const bool goes_on = around::starts(p_.text, at.end, "第");
    if (goes_on && pointer.level != Level::paragraph)
      return;  // 同条第二款, 前述法律第五条 are citations
    if (pointer.level == Level::paragraph || pointer.level == Level::article) {
      if (const auto own = own_.before(pointer.word, at.begin); own.holds)
        return say(at, own.provisions, "reference.own-text");
    }
    if (told_.empty() || pointer.word.starts_with("前两") || pointer.word.starts_with("前二") ||
        pointer.word.starts_with("前三"))
      return;
    point_back(pointer, at);
  }

  // 前两款 of a law's own text means both: one reference each.
  void say(Span at, std::vector<CitedProvision> provisions, const char* rule) {
    for (CitedProvision& one : provisions) with_items(at, {std::move(one)}, {rule, at});
  }

  // 前款第(二)项: the items of what the pointer means.
  void with_items(Span at, std::vector<CitedProvision> candidates, const Why& why) {
    const ProvisionList items =
        candidates.size() == 1
            ? read_paragraphs(p_.text, at.end, p_.body.end, candidates.front().provision)
            : ProvisionList{{}, at.end};
    if (items.provisions.empty() || !around::starts(p_.text, at.end, "第")) {
      out_.push_back({at, std::move(candidates), why});
      return;
    }
    for (const ProvisionMention& item : items.provisions) {
      out_.push_back({{at.begin, items.end},
                      {{candidates.front().instrument, candidates.front().wording, item.value}},
                      why});
    }
  }

  void point_back(const Pointer& pointer, Span at) {
    std::vector<const ToldCitation*> group = sentence_before(pointer, at.begin);
    if (pointer.level == Level::paragraph &&
        std::any_of(group.begin(), group.end(), has_paragraph)) {
      std::erase_if(group, [](const ToldCitation* t) { return !has_paragraph(t); });
    }
    if (pointer.level == Level::rule && std::any_of(group.begin(), group.end(), has_article)) {
      std::erase_if(group, [](const ToldCitation* t) { return !has_article(t); });
    }
    std::vector<CitedProvision> candidates;
    for (const ToldCitation* t : group) {
      CitedProvision one = t->cited;
      if (pointer.level == Level::law) one.provision.clear();
      if (pointer.level == Level::article) one.provision = t->article;
      const bool known =
          std::any_of(candidates.begin(), candidates.end(), [&](const CitedProvision& c) {
            return c.instrument == one.instrument && c.provision == one.provision;
          });
      if (!known) candidates.push_back(std::move(one));
    }
    if (candidates.empty() || candidates.size() > kMostCandidates) return;
    with_items(at, std::move(candidates), {"reference.sentence-before", group.back()->span});
  }

  // The citations of the last sentence before the pointer that holds one of its level.
  [[nodiscard]] std::vector<const ToldCitation*> sentence_before(const Pointer& pointer,
                                                                 std::uint32_t at) const {
    std::vector<const ToldCitation*> out;
    std::uint32_t floor = at > kFar ? at - kFar : 0;
    for (std::size_t i = told_.size(); i-- > 0;) {
      const ToldCitation& t = *told_[i];
      if (t.span.end > at || !fits(pointer, t)) continue;
      if (t.span.begin < floor) break;
      if (out.empty()) floor = std::max(floor, sentence_begin(t.span.begin));
      out.push_back(&t);
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

  [[nodiscard]] std::uint32_t sentence_begin(std::uint32_t at) const {
    const std::string_view before = p_.text.substr(0, at);
    std::size_t begin = p_.body.begin;
    for (const std::string_view end : {"。", ";", "\n"}) {
      const std::size_t found = before.substr(p_.body.begin).rfind(end);
      if (found != before.npos) begin = std::max(begin, p_.body.begin + found + end.size());
    }
    return static_cast<std::uint32_t>(begin);
  }

  static bool has_article(const ToldCitation* t) { return !t->article.empty(); }
  static bool has_paragraph(const ToldCitation* t) { return holds_word(t->cited.provision, "款"); }

  // 上述条例: of the laws named so; 上述法律法规: any.
  static bool fits(const Pointer& pointer, const ToldCitation& t) {
    if (pointer.level == Level::paragraph || pointer.level == Level::article)
      return has_article(&t);
    if (pointer.level == Level::rule || pointer.word.ends_with("法规")) return true;
    const std::string_view name = t.cited.instrument;
    if (pointer.word.ends_with("条例")) return name.find("条例") != name.npos;
    if (pointer.word.ends_with("办法")) return name.find("办法") != name.npos;
    return (name.ends_with("法") && !name.ends_with("办法")) || name.ends_with("法典");
  }

  const Passage& p_;
  OwnText own_;
  std::vector<const ToldCitation*> told_;
  std::vector<ReferenceMention> out_;
};

}  // namespace

std::vector<ReferenceMention> find_references(const Passage& passage,
                                              const std::vector<ToldCitation>& told) {
  return Resolver(passage, told).find();
}

}  // namespace guanlan
