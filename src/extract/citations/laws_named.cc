#include "extract/citations/laws_named.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "extract/around.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::size_t kBack = 64;  // how many names back 该法 may point
constexpr std::string_view kRepublic = "中华人民共和国";

bool is_legal_kind(std::string_view kind) {
  return kind == "law" || kind == "admin_regulation" || kind == "department_rule" ||
         kind == "interpretation" || kind == "foreign";
}

// A short name with an official one in the word table (个保法); a revised text keeps its wording.
const Hit* table_name(const Passage& p, Span inner) {
  const Hit* hit = ending_at(p, WordClass::law, inner.end, inner.begin);
  return hit != nullptr && hit->span == inner ? hit : nullptr;
}

class Collector {
 public:
  Collector(const Passage& p, const Titles& titles,
            const std::vector<InstrumentMention>& instruments)
      : p_(p), titles_(titles), laws_(p.lexicon->table(WordClass::law)) {
    for (const InstrumentMention& i : instruments) {
      if (i.status == "issued" || i.status == "draft" || i.status == "effective")
        issued_.insert(i.span.begin);
    }
  }

  std::vector<NamedLaw> collect() {
    for (const Title& title : titles_.all) {
      if (!title.defined) add_title(title);
    }
    add_bare_laws();
    add_before_articles();
    std::stable_sort(out_.begin(), out_.end(), [&](const NamedLaw& a, const NamedLaw& b) {
      return a.in_title != b.in_title ? a.in_title : a.span.begin < b.span.begin;
    });
    resolve_back();
    return std::move(out_);
  }

 private:
  void add_title(const Title& title) {
    const Title& main = titles_.main(title);
    if (main.bare || main.kind == TitleKind::work) return;
    NamedLaw law = start(title.span);
    law.wording = without_republic(p_, main.inner);
    law.name = p_.of(law.wording);
    const Hit* known = table_name(p_, main.inner);
    if (known != nullptr && title_core(laws_.name(known->row)) != title_core(law.name)) {
      law.name = laws_.name(known->row);
      law.wording = {};
    }
    law.legal = main.kind == TitleKind::law;
    law.issued_here = issued(main.inner);
    out_.push_back(std::move(law));
  }

  NamedLaw start(Span span) const {
    NamedLaw law;
    law.span = span;
    law.in_title = p_.title.contains(span);
    return law;
  }

  bool issued(Span inner) const { return issued_.contains(inner.begin); }

  bool inside_title(Span span) const {
    const auto it =
        std::upper_bound(titles_.all.begin(), titles_.all.end(), span.begin,
                         [](std::uint32_t at, const Title& t) { return at < t.span.begin; });
    return it != titles_.all.begin() && std::prev(it)->span.contains(span);
  }

  // 网络安全法 in 网络安全法律, 公司法 in 公司法人 is no law; that of 网络安全法规定, 刑法定罪 is
  // one.
  bool word_goes_on(std::uint32_t at) const {
    constexpr std::string_view kAfter = "律规治人定院学制务庭官警典医";
    if (at >= p_.text.size() || around::starts(p_.text, at, "规定") ||
        around::starts(p_.text, at, "定罪"))
      return false;
    const auto d = utf8::decode(p_.text, at);
    return d.size == 3 && kAfter.find(p_.text.substr(at, 3)) != std::string_view::npos;
  }

  void add_bare_laws() {
    const Near laws(p_, WordClass::law);
    for (const Hit& hit : laws.hits()) {
      if (inside_title(hit.span) || word_goes_on(hit.span.end)) continue;
      NamedLaw law = start(hit.span);
      law.name = laws_.name(hit.row);
      law.legal = is_legal_kind(laws_.cell(hit.row, "kind"));
      out_.push_back(std::move(law));
    }
  }

  // What stands right before 第N条: a short name defined in the text (办法), or 该法, 本办法.
  void add_before_articles() {
    for (const Numeral& n : p_.numerals) {
      if (n.span.begin < 6 || p_.text.compare(n.span.begin - 3, 3, "第") != 0) continue;
      add_alias(n.span.begin - 3);
      add_pointer(n.span.begin - 3);
    }
  }

  void add_pointer(std::uint32_t at) {
    constexpr std::array<std::string_view, 10> kHeads = {"法",   "办法", "条例", "规定", "细则",
                                                         "规则", "决定", "解释", "公约", "法律"};
    for (std::string_view head : kHeads) {
      if (at < head.size() + 3 || p_.text.compare(at - head.size(), head.size(), head) != 0)
        continue;
      constexpr std::array<std::string_view, 5> kPointers = {"上述", "前述", "该", "本", "同"};
      const auto noun = static_cast<std::uint32_t>(at - head.size());
      const std::uint32_t pointer = around::ends_any(p_.text, noun, kPointers);
      if (pointer == 0) continue;
      NamedLaw law = start({noun - pointer, at});
      law.points_back = true;
      out_.push_back(std::move(law));
    }
  }

  void add_alias(std::uint32_t at) {
    int tried = 0;
    for (const auto& [name, index] : titles_.aliases) {
      if (++tried > 32) return;
      if (at < name.size() || p_.text.compare(at - name.size(), name.size(), name) != 0) continue;
      const Span span{static_cast<std::uint32_t>(at - name.size()), at};
      if (inside_title(span)) continue;
      const Title& main = titles_.all[titles_.all[index].main];
      NamedLaw law = start(span);
      law.wording = without_republic(p_, main.inner);
      law.name = p_.of(law.wording);
      law.legal = main.kind == TitleKind::law;
      out_.push_back(std::move(law));
    }
  }

  // 该法, 同法: the last law named before whose name ends so. 本办法: the one that the item is.
  void resolve_back() {
    for (std::size_t i = 0; i < out_.size(); ++i) {
      NamedLaw& law = out_[i];
      if (!law.points_back) continue;
      const std::string_view words = p_.of(law.span);
      const bool own = words.starts_with("本");
      const bool paired = words.starts_with("上述") || words.starts_with("前述");
      const std::string_view head = words.substr(paired ? 6 : 3);
      for (std::size_t back = 1; back <= std::min<std::size_t>(i, kBack); ++back) {
        // 本办法 is looked for from the headline on.
        const NamedLaw& named = out_[own ? back - 1 : i - back];
        if (named.name.empty() || !fits_head(named.name, head)) continue;
        if (own && !named.in_title && !named.issued_here) continue;
        law.name = named.name;
        law.wording = named.wording;
        law.legal = named.legal;
        break;
      }
      if (own && law.name.empty()) name_by_headline(law, head);
    }
    std::erase_if(out_, [](const NamedLaw& law) { return law.name.empty(); });
  }

  // A law text by itself: its headline is its name.
  void name_by_headline(NamedLaw& law, std::string_view head) const {
    const std::string_view headline = p_.of(p_.title);
    if (headline.empty() || headline.size() > 240 || holds_word(headline, "《") ||
        !fits_head(headline, head))
      return;
    law.wording = without_republic(p_, p_.title);
    law.name = p_.of(law.wording);
    std::erase(law.name, '\n');
    law.legal = true;
  }

  static bool fits_head(std::string_view name, std::string_view head) {
    name = name.substr(0, without_tail(name));
    if (head == "法" || head == "法律")
      return (name.ends_with("法") && !name.ends_with("办法") && !name.ends_with("方法")) ||
             name.ends_with("法典");
    return name.ends_with(head);
  }

  const Passage& p_;
  const Titles& titles_;
  const WordTable& laws_;
  std::unordered_set<std::uint32_t> issued_;
  std::vector<NamedLaw> out_;
};

}  // namespace

Span without_republic(const Passage& passage, Span name) {
  if (passage.of(name).starts_with(kRepublic) && name.size() > kRepublic.size()) {
    name.begin += static_cast<std::uint32_t>(kRepublic.size());
  }
  return name;
}

std::vector<NamedLaw> find_named_laws(const Passage& passage, const Titles& titles,
                                      const std::vector<InstrumentMention>& instruments) {
  return Collector(passage, titles, instruments).collect();
}

}  // namespace guanlan
