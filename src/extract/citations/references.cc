#include "extract/citations/references.h"

#include <algorithm>
#include <array>

#include "extract/around.h"
#include "extract/citations/own_text.h"
#include "extract/citations/provisions.h"
#include "lexicon/frame_table.h"
#include "text/word_set.h"

namespace guanlan {
namespace {

constexpr std::uint32_t kFar = 1200;  // bytes over which a pointer goes with a citation before
constexpr std::size_t kMostCandidates =
    8;  // a sentence that cites more is a list, not an antecedent

enum class Level : std::uint8_t { paragraph, article, rule, law };

// lexicon/frame/references.tsv; the pointers first, plain, then with a condition.
enum class Word : std::uint8_t {
  paragraph,
  rule,
  law,
  said_paragraph,
  said_article,
  said_rule,
  based_rule,
  based_law,
  says,
  basis,
  count_
};

const FrameTable<Word>& words() {
  static constexpr std::array<std::string_view, FrameTable<Word>::kClasses> kNames = {
      "paragraph", "rule",       "law",       "said_paragraph", "said_article",
      "said_rule", "based_rule", "based_law", "says",           "basis"};
  static const FrameTable<Word> table("lexicon/frame/references.tsv", kNames);
  return table;
}

struct Pointer {
  std::string_view word;
  Level level;
  bool said = false;   // counts only before a word of says
  bool based = false;  // counts only behind a word of basis
};

struct PointerClass {
  Word cls;
  Level level;
  bool said = false, based = false;
};
constexpr std::array<PointerClass, 8> kPointers = {{
    {Word::paragraph, Level::paragraph},
    {Word::rule, Level::rule},
    {Word::law, Level::law},
    {Word::said_paragraph, Level::paragraph, true},
    {Word::said_article, Level::article, true},
    {Word::said_rule, Level::rule, true},
    {Word::based_rule, Level::rule, false, true},
    {Word::based_law, Level::law, false, true},
}};

const WordSet& pointers() {
  static const WordSet all = [] {
    std::vector<std::string_view> out;
    for (const PointerClass& c : kPointers) {
      const auto& of_class = words().words(c.cls);
      out.insert(out.end(), of_class.begin(), of_class.end());
    }
    return WordSet(out);
  }();
  return all;
}

// What a word of pointers() points to.
Pointer pointer_of(std::string_view word) {
  const auto c = std::find_if(kPointers.begin(), kPointers.end(),
                              [&](const PointerClass& p) { return words().is_one(word, p.cls); });
  return {word, c->level, c->said, c->based};
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
    for (auto found = pointers().next_at(text, p_.body.begin); found.size != 0;
         found = pointers().next_at(text, found.at + found.size)) {
      const auto at = static_cast<std::uint32_t>(found.at);
      add(pointer_of(text.substr(found.at, found.size)),
          {at, at + static_cast<std::uint32_t>(found.size)});
    }
    return std::move(out_);
  }

 private:
  void add(const Pointer& pointer, Span at) {
    if (pointer.said && words().at(p_.text, at.end, Word::says) == 0) return;
    if (pointer.based && words().before(p_.text, at.begin, Word::basis) == 0) return;
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
