// Whether a draft says only what its items say.
#include <set>

#include "guanlan/draft.h"
#include "guanlan/lexicon.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan::compose {
namespace {

// What joins words without naming anything: a draft may use these where the items do not.
constexpr std::u32string_view kJoining =
    U"的了在因被对将已于与和等并其为由从至中是有及以称该此上下后前就也又而或还再均共各曾向据经按把让给使所者之不未无可应须需要会能";
constexpr std::u32string_view kNumerals = U"零〇一二三四五六七八九十百千万亿两";

std::u32string folded(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    at += d.size;
    out += fold(d.cp);
  }
  return out;
}
std::string narrow(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) utf8::append(out, c);
  return out;
}

bool joins(char32_t c) { return kJoining.find(c) != std::u32string_view::npos; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_number(char32_t c) { return is_digit(c) || c == U'.' || c == U','; }
bool is_numeral(char32_t c) { return kNumerals.find(c) != std::u32string_view::npos; }
bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

// What the items say: their texts folded, and their facts.
class Ground {
 public:
  explicit Ground(const std::vector<const Item*>& items) {
    for (const Item* item : items) {
      text_ += folded(item->title + "\n" + item->body + "\n");
      for (const std::string& source : item->sources) text_ += folded(source + "\n");
      for (const Value& v : item->facts) facts_.insert(key(v.field, v.value));
    }
    characters_.insert(text_.begin(), text_.end());
  }
  [[nodiscard]] bool holds(std::u32string_view words) const {
    return text_.find(words) != std::u32string::npos;
  }
  [[nodiscard]] bool has(char32_t c) const { return characters_.contains(c); }
  [[nodiscard]] bool knows(const Fact& fact) const {
    return facts_.contains(key(fact.field, fact.value));
  }
  // Stands there without a neighbour of its own kind: 12 does not stand in 312.
  template <class F>
  [[nodiscard]] bool holds_whole(std::u32string_view words, F alike) const {
    for (auto at = text_.find(words); at != std::u32string::npos; at = text_.find(words, at + 1)) {
      const std::size_t end = at + words.size();
      if ((at == 0 || !alike(text_[at - 1])) && (end == text_.size() || !alike(text_[end])))
        return true;
    }
    return false;
  }

 private:
  // Of a sanction only its kind: whom it hit and how much is looked at by itself.
  static std::string key(const std::string& field, const std::string& value) {
    return field + '\t' + (field == "sanctions" ? value.substr(0, value.find(' ')) : value);
  }

  std::u32string text_;
  std::set<char32_t> characters_;
  std::set<std::string> facts_;
};

class Examiner {
 public:
  Examiner(std::string_view draft, const Ground& ground)
      : draft_(draft), words_(folded(draft)), ground_(ground) {}

  std::vector<Unfounded> run() {
    runs("number", is_digit, 1,
         [&](std::u32string_view one) { return ground_.holds_whole(one, is_digit); });
    runs("number", is_numeral, 2,
         [&](std::u32string_view one) { return ground_.holds_whole(one, is_numeral); });
    runs("latin", is_latin, 2,
         [&](std::u32string_view one) { return ground_.holds_whole(one, is_latin); });
    runs(
        "word", [&](char32_t c) { return utf8::is_han(c) && !ground_.has(c) && !joins(c); }, 1,
        [](auto) { return false; });
    enclosed("title", U'《', U'》');
    enclosed("quotation", U'“', U'”');
    named();
    return std::move(out_);
  }

 private:
  void complain(std::string_view rule, std::string text) {
    out_.push_back({std::string(rule), std::move(text)});
  }

  // Maximal runs of a kind of character.
  template <class Kind, class Founded>
  void runs(std::string_view rule, Kind kind, std::size_t least, Founded founded) {
    for (std::size_t at = 0; at < words_.size();) {
      std::size_t end = at;
      while (end < words_.size() && kind(words_[end])) ++end;
      const auto one = std::u32string_view(words_).substr(at, end - at);
      if (one.size() >= least && !one.empty() && !founded(one)) complain(rule, narrow(one));
      at = std::max(end, at + 1);
    }
  }
  void enclosed(std::string_view rule, char32_t open, char32_t close) {
    const char32_t first = fold(open), last = fold(close);
    for (auto at = words_.find(first); at != std::u32string::npos;
         at = words_.find(first, at + 1)) {
      const auto end = words_.find(last, at + 1);
      if (end == std::u32string::npos) return;
      const auto one = std::u32string_view(words_).substr(at, end + 1 - at);
      if (!ground_.holds(one)) complain(rule, narrow(one));
    }
  }
  // What is read from the draft as a fact: the same value is a fact of an item, or the same words
  // stand in its text.
  void named() {
    static const std::set<std::string, std::less<>> kFields{
        "figures", "dates",     "deadlines",   "instruments", "citations", "authorities", "orgs",
        "apps",    "standards", "doc_numbers", "cve",         "sanctions", "regions"};
    auto sources = read_bytes("标题\n\n" + std::string(draft_) + "\n", "draft.txt");
    if (!sources) return;
    const Document document = process(std::move(sources->front()), Lexicon::builtin());
    for (std::size_t i = 0; i < document.issue.items.size(); ++i) {
      for (const Fact& fact : facts(document, i)) {
        if (!kFields.contains(fact.field) || ground_.knows(fact)) continue;
        const std::u32string words = folded(fact.text);
        const bool counted =
            !words.empty() && (is_number(words.front()) || is_numeral(words.front()));
        const bool there =
            counted ? ground_.holds_whole(words,
                                          [](char32_t c) { return is_number(c) || is_numeral(c); })
                    : ground_.holds(words);
        if (!there) complain(fact.field, fact.text);
      }
    }
  }

  std::string_view draft_;
  std::u32string words_;
  const Ground& ground_;
  std::vector<Unfounded> out_;
};

}  // namespace

std::vector<Unfounded> unfounded(std::string_view draft, const std::vector<const Item*>& items) {
  const Ground ground(items);
  return Examiner(draft, ground).run();
}

}  // namespace guanlan::compose
