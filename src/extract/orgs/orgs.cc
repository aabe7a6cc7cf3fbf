// Organisations (机构): companies, associations, institutes, universities, foreign bodies, groups.
//
// Accepted forms
//   known      中国移动, 科大讯飞, LockBit                     (orgs.tsv)
//   composed   北京百度网讯科技有限公司, 嘉兴市互联网协会        (left part + org_suffixes.tsv)
// Nothing: masked ones (某公司), public bodies, words inside 《》, what an outlet's mark names.
#include <algorithm>
#include <set>

#include "guanlan/mention.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::size_t kMaxLeft = 26;  // characters of a name before its ending

// Characters that no name is read across.
bool is_border(char32_t cp) {
  constexpr std::u32string_view kWords =
      U"的由和与及或向对为在是被将了从把给等以据经因至到并该各其这那个家名次受让请随同则即又";
  if (utf8::is_han(cp)) return kWords.find(cp) != std::u32string_view::npos;
  return !utf8::is_digit(cp) && !utf8::is_latin(cp) && cp != U'·' && cp != '-' && cp != '&';
}

struct Candidate {
  Span span;
  const char* rule;
  std::uint32_t row = UINT32_MAX;  // of orgs.tsv
};

class Finder {
 public:
  Finder(const Passage& passage, const Mentions& done) : p_(passage), done_(done) {
    const WordTable& endings = p_.lexicon->table(WordClass::org_suffix);
    weak_ = endings.column("weak");
    needs_ = endings.column("needs_left");
  }

  std::vector<NameMention> find() {
    for (std::size_t i = 0; i < p_.hits.size(); ++i) {
      const Hit& hit = p_.hits[i];
      if (hit.cls == WordClass::org) add({hit.span, "org.known", hit.row});
      if (hit.cls == WordClass::org_suffix) compose(i);
    }
    return settle();
  }

 private:
  void add(Candidate c) {
    if (!ruled_out(c.span)) found_.push_back(c);
  }

  [[nodiscard]] bool ruled_out(Span span) const {
    for (const AuthorityMention& a : done_.authorities) {
      if (a.span.overlaps(span)) return true;
    }
    for (const Bracket& b : p_.brackets) {
      if (b.mark == Mark::book && b.span.contains(span)) return true;
    }
    return masked(span);
  }

  // 某公司, 一家公司, 上述企业: no name.
  [[nodiscard]] bool masked(Span span) const {
    const std::string_view words = p_.of(span);
    if (words.find("某") != std::string_view::npos) return true;
    return span.begin >= 3 && p_.text.substr(span.begin - 3, 3) == "某";
  }

  // The leftmost offset that the name may begin at.
  [[nodiscard]] std::uint32_t reach(std::uint32_t end) const {
    const std::uint32_t floor = p_.body.contains(end - 1) ? p_.body.begin : p_.title.begin;
    std::uint32_t at = end;
    for (std::size_t n = 0; at > floor && n < kMaxLeft; ++n) {
      const auto d = utf8::decode_before(p_.text, at);
      if (is_border(d.cp)) break;
      at -= d.size;
    }
    return at;
  }

  // A name begins with the first place or known name in reach; else where the reach itself begins.
  void compose(std::size_t index) {
    const Hit& ending = p_.hits[index];
    const WordTable& table = p_.lexicon->table(WordClass::org_suffix);
    const bool weak = table.at(ending.row, weak_) == "yes";
    const std::uint32_t left = reach(ending.span.begin);
    if (left == ending.span.begin) return;
    std::uint32_t begin = ending.span.begin;
    for (std::size_t i = index; i-- > 0 && p_.hits[i].span.begin >= left;) {
      const Hit& h = p_.hits[i];
      const bool opens =
          h.cls == WordClass::region || h.cls == WordClass::country || h.cls == WordClass::org;
      if (opens && h.span.end <= ending.span.begin) begin = h.span.begin;
    }
    const bool anchored = begin < ending.span.begin;
    if (!anchored) {
      if (weak || table.at(ending.row, needs_) == "place") return;
      begin = left;
    }
    const std::uint32_t size = ending.span.begin - begin;
    if (size < 6 && !anchored) return;
    if (weak && size > 24) return;
    add({{begin, ending.span.end}, "org.composed"});
  }

  // The longest reading of a place wins; each name once.
  std::vector<NameMention> settle() {
    std::stable_sort(found_.begin(), found_.end(), [](const Candidate& a, const Candidate& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    std::vector<NameMention> out;
    std::set<std::string_view> names;
    std::set<std::uint32_t> rows;
    std::uint32_t end = 0;
    for (const Candidate& c : found_) {
      if (c.span.begin < end && c.span.end <= end) continue;
      end = std::max(end, c.span.end);
      if (c.row != UINT32_MAX && !rows.insert(c.row).second) continue;
      if (!names.insert(p_.of(c.span)).second || is_app(c.span)) continue;
      NameMention m;
      m.span = c.span;
      m.name = p_.of(c.span);
      m.why = {c.rule, c.span};
      out.push_back(std::move(m));
    }
    return out;
  }

  [[nodiscard]] bool is_app(Span span) const {
    return std::any_of(done_.apps.begin(), done_.apps.end(),
                       [&](const NameMention& a) { return p_.of(a.span) == p_.of(span); });
  }

  const Passage& p_;
  const Mentions& done_;
  int weak_ = -1, needs_ = -1;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<NameMention> find_orgs(const Passage& passage, const Mentions& done) {
  return Finder(passage, done).find();
}

}  // namespace guanlan
