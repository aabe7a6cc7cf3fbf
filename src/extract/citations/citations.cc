// 引用: which provision of which instrument the text goes by.
//
// Accepted: 《网络安全法》第四十四条、第六十四条 · 依据网络安全法第二十一条 · 该法第六十六条 ·
// 同条第二款 · 办法第五条 after (以下简称“办法”) · 违反《甲法》《乙条例》 without an article ·
// 《甲法》规定,…. Not: the articles of a law text itself (第一条 at the head of a paragraph),
// 宣传《甲法》, a law whose issue the item reports, contracts (合同第三条).
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "extract/citations/laws_named.h"
#include "extract/citations/provisions.h"
#include "extract/citations/references.h"
#include "guanlan/mention.h"
#include "text/numeral.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::uint32_t kCarry = 1200;  // bytes over which an article goes with a law named before

// 第二十一条 and 第21条 are one provision.
std::string in_digits(std::string_view provision) {
  constexpr std::string_view kHan = "〇零一二三四五六七八九十百千";
  std::string out;
  for (std::size_t at = 0; at < provision.size();) {
    std::size_t end = at;
    while (end + 3 <= provision.size() &&
           kHan.find(provision.substr(end, 3)) != std::string_view::npos)
      end += 3;
    const auto value = end > at ? numeral_value(provision.substr(at, end - at)) : std::nullopt;
    if (value) {
      out += std::to_string(static_cast<long>(*value));
      at = end;
    } else {
      out += provision[at++];
    }
  }
  return out;
}

class Finder {
 public:
  Finder(const Passage& p, const Titles& titles, const std::vector<InstrumentMention>& instruments)
      : p_(p),
        laws_(find_named_laws(p, titles, instruments)),
        cues_(p, WordClass::status),
        basis_(p.lexicon->table(WordClass::status).column("basis")),
        pinpoint_(laws_.size()) {}

  // Every citation as often as it is printed, ascending.
  [[nodiscard]] std::vector<ToldCitation> told() {
    std::stable_sort(told_.begin(), told_.end(), [](const ToldCitation& a, const ToldCitation& b) {
      return a.span.begin < b.span.begin;
    });
    return std::move(told_);
  }

  std::vector<CitationMention> find() {
    for (const Numeral& n : p_.numerals) {
      if (n.span.begin < 3 || p_.text.compare(n.span.begin - 3, 3, "第") != 0) continue;
      at_article(n.span.begin - 3);
    }
    add_bases();
    return take();
  }

 private:
  static constexpr std::size_t kNone = SIZE_MAX;

  void at_article(std::uint32_t at) {
    const Span part = p_.title.contains(at) ? p_.title : p_.body;
    if (part != part_) {
      part_ = part;
      reach_ = part.begin;
      article_.clear();
    }
    if (at < reach_) return;
    if (same_article(at)) return;
    if (at == part.begin || p_.text[at - 1] == '\n') return;
    const ProvisionList list = read_provisions(p_.text, at, part.end);
    if (list.provisions.empty()) return;
    reach_ = list.end;
    const std::size_t law = law_before(at);
    std::uint32_t begin = at;
    Why why{"citation.article", {}};
    if (law == kNone) {
      if (const Span name = unlisted_law(at); !name.empty())
        emit(p_.of(name), name, list, name.begin, {"citation.unlisted-law", name});
      return;
    }
    if (laws_[law].span.end == at) begin = laws_[law].span.begin;
    why.cue = laws_[law].span;
    pinpoint_[law] = true;
    emit(laws_[law].name, laws_[law].wording, list, begin, why);
    last_law_ = law;
  }

  // 同条第二款, 该条第一项: of the article cited last.
  bool same_article(std::uint32_t at) {
    if (article_.empty() || at < 6) return false;
    const auto before = p_.text.substr(at - 6, 6);
    if (before != "同条" && before != "该条") return false;
    const ProvisionList list = read_paragraphs(p_.text, at, part_.end, article_);
    if (list.provisions.empty() || last_law_ == kNone) return false;
    reach_ = list.end;
    emit(laws_[last_law_].name, laws_[last_law_].wording, list, at - 6,
         {"citation.same-article", {at - 6, at}});
    return true;
  }

  // The law that an article at `at` belongs to: named in the clause, else the last one before it.
  std::size_t law_before(std::uint32_t at) const {
    const bool in_title = p_.title.contains(at);
    const auto it = std::partition_point(laws_.begin(), laws_.end(), [&](const NamedLaw& l) {
      return in_title ? l.in_title && l.span.end <= at : l.in_title || l.span.end <= at;
    });
    if (it == laws_.begin()) return kNone;
    const auto index = static_cast<std::size_t>(std::prev(it) - laws_.begin());
    const NamedLaw& law = laws_[index];
    if (law.in_title != in_title) return kNone;
    if (law.span.end == at) return index;
    if (const Hit* head = ending_at(p_, WordClass::title_head, at, at > 30 ? at - 30 : 0);
        head != nullptr) {
      const bool short_name =
          law.legal && opens_clause(head->span.begin) && law.name.ends_with(p_.of(head->span));
      return short_name ? index : kNone;  // 《某条例》… 条例第三条; not 合同第三条
    }
    if (at - law.span.end > kCarry) return kNone;
    return law.legal || law.span.begin >= clause_begin(p_, at) ? index : kNone;
  }

  [[nodiscard]] bool opens_clause(std::uint32_t at) const { return clause_begin(p_, at) == at; }

  // 依据某某条例第三条 where the word table does not know it: from the word before to the article.
  Span unlisted_law(std::uint32_t at) const {
    const std::uint32_t from = std::max(clause_begin(p_, at), at > 90 ? at - 90 : 0);
    const Hit* head = ending_at(p_, WordClass::title_head, at, from);
    if (head == nullptr ||
        p_.lexicon->table(WordClass::title_head).cell(head->row, "kind") != "law")
      return {};
    const Hit* cue = cues_.before(head->span.begin, from);
    if (cue == nullptr || p_.lexicon->table(WordClass::status).at(cue->row, basis_) != "before")
      return {};
    const Span name{cue->span.end, at};
    if (name.size() < head->span.size() + 6) return {};
    const std::string_view words = p_.of(name);
    for (std::string_view stop :
         {"、", "和", "本", "该", "上述", "前述", "有关", "相关", "》", "("}) {
      if (words.find(stop) != std::string_view::npos) return {};
    }
    return name;
  }

  void emit(std::string_view name, Span wording, const ProvisionList& list, std::uint32_t begin,
            const Why& why) {
    for (const ProvisionMention& m : list.provisions) {
      article_ = m.article;
      add(name, wording, m.value, {std::min(m.span.begin, begin), m.span.end}, why);
      begin = UINT32_MAX;
    }
  }

  void add(std::string_view name, Span wording, const std::string& provision, Span span,
           const Why& why) {
    told_.push_back({span, {std::string(name), wording, provision}, article_});
    std::string key(name);
    key += '\n';
    key += in_digits(provision);
    if (!seen_.insert(std::move(key)).second) return;
    CitationMention c;
    c.span = span;
    c.instrument = name;
    c.wording = wording;
    c.provision = provision;
    c.why = why;
    if (!provision.empty()) pinpointed_.insert(c.instrument);
    out_.push_back(std::move(c));
  }

  // Laws that are a basis, or broken, as a whole. Laws named in one breath share the word.
  void add_bases() {
    for (std::size_t i = 0; i < laws_.size();) {
      std::size_t last = i + 1;
      while (last < laws_.size() && named_together(laws_[last - 1], laws_[last])) ++last;
      const Span cue = basis_cue(laws_[i].span.begin, laws_[last - 1].span.end);
      for (; i < last; ++i) {
        const NamedLaw& law = laws_[i];
        if (cue.empty() || !law.legal || law.issued_here || law.points_back || pinpoint_[i])
          continue;
        bases_.push_back({i, cue});
      }
    }
    for (const auto& [index, cue] : bases_) {
      const NamedLaw& law = laws_[index];
      article_.clear();
      if (!pinpointed_.contains(law.name))
        add(law.name, law.wording, {}, law.span, {"citation.basis", cue});
    }
  }

  bool named_together(const NamedLaw& a, const NamedLaw& b) const {
    if (a.in_title != b.in_title || b.span.begin < a.span.end || b.span.begin - a.span.end > 240)
      return false;
    std::uint32_t at = a.span.end;
    for (std::uint32_t next = skip_paren(p_, at); next != at; next = skip_paren(p_, at)) at = next;
    if (at > b.span.begin) return true;  // the second stands in the bracket behind the first
    const ProvisionList list = read_provisions(p_.text, at, b.span.begin);
    if (!list.provisions.empty()) at = list.end;
    const std::string_view gap = p_.text.substr(at, b.span.begin - at);
    return gap.empty() || gap == "、" || gap == "和" || gap == "及" || gap == "以及" ||
           gap == "与" || gap == "," || gap == "或" || gap == "或者";
  }

  // 依据|《…》, 《…》|规定; empty where the law is only mentioned (宣传《…》, 《…》发布).
  Span basis_cue(std::uint32_t begin, std::uint32_t end) const {
    const WordTable& words = p_.lexicon->table(WordClass::status);
    const std::uint32_t from = clause_begin(p_, begin);
    std::uint32_t at = begin;
    for (const Hit* hit = cues_.before(at, from); hit != nullptr; hit = cues_.before(at, from)) {
      if (words.at(hit->row, basis_) == "before") {
        const Hit* chained = cues_.before(hit->span.begin, from);
        const bool preached = chained != nullptr && chained->span.end == hit->span.begin &&
                              words.at(chained->row, basis_) != "before" &&
                              words.cell(chained->row, "before") == "cited";
        return preached ? Span{} : hit->span;  // 宣传|贯彻
      }
      const bool modifies = p_.text.substr(hit->span.end, begin - hit->span.end) == "的";
      if (!modifies && !words.cell(hit->row, "before").empty()) break;
      at = hit->span.begin;
    }
    std::uint32_t after = end;
    for (std::uint32_t next = skip_paren(p_, after); next != after; next = skip_paren(p_, after))
      after = next;
    const Hit* hit = cues_.after(after, std::min(clause_end(p_, after), after + 45));
    if (hit != nullptr && words.at(hit->row, basis_) == "after" && hit->span.begin - after <= 24)
      return hit->span;
    return {};
  }

  std::vector<CitationMention> take() {
    std::stable_sort(out_.begin(), out_.end(),
                     [&](const CitationMention& a, const CitationMention& b) {
                       const bool ta = p_.title.contains(a.span), tb = p_.title.contains(b.span);
                       return ta != tb ? ta : a.span.begin < b.span.begin;
                     });
    return std::move(out_);
  }

  const Passage& p_;
  std::vector<NamedLaw> laws_;
  Near cues_;
  int basis_;
  std::vector<bool> pinpoint_;  // an article follows this naming of the law
  std::unordered_set<std::string> seen_, pinpointed_;
  std::vector<std::pair<std::size_t, Span>> bases_;
  std::vector<CitationMention> out_;
  std::vector<ToldCitation> told_;
  Span part_{UINT32_MAX, UINT32_MAX};
  std::uint32_t reach_ = 0;
  std::string article_;
  std::size_t last_law_ = kNone;
};

}  // namespace

void find_citations(const Passage& passage, const Titles& titles, Mentions& done) {
  Finder finder(passage, titles, done.instruments);
  done.citations = finder.find();
  done.references = find_references(passage, finder.told());
}

}  // namespace guanlan
