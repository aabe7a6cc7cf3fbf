#include <algorithm>

#include "extract/near.h"
#include "extract/stopped.h"
#include "guanlan/passage.h"
#include "text/few_characters.h"
#include "text/numeral.h"
#include "text/stands.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

struct MarkPair {
  std::string_view open, close;
  Mark mark;
};
constexpr MarkPair kPairs[] = {
    {"《", "》", Mark::book},   {"〈", "〉", Mark::book}, {"<<", ">>", Mark::book},
    {"“", "”", Mark::quote},    {"‘", "’", Mark::quote},  {"(", ")", Mark::paren},
    {"【", "】", Mark::square}, {"[", "]", Mark::square}, {"〔", "〕", Mark::square},
};

// Pairs brackets of each kind within one paragraph, or within a headline set in lines; what is not
// closed there is no bracket.
class Brackets {
 public:
  Brackets(std::vector<Bracket>& out, bool over_lines) : out_(out), over_lines_(over_lines) {}

  void at(std::string_view text, std::uint32_t at, std::uint32_t limit) {
    if (text[at] == '\n') {
      if (!over_lines_) open_.clear();
      return;
    }
    if (text[at] == '"') return straight(at);
    for (const MarkPair& pair : kPairs) {
      if (matches(text, at, limit, pair.open)) return push(at, pair);
      if (matches(text, at, limit, pair.close)) return close(at, pair);
    }
  }

 private:
  struct Open {
    std::uint32_t at;
    std::string_view open;
  };
  static bool matches(std::string_view text, std::uint32_t at, std::uint32_t limit,
                      std::string_view mark) {
    return at + mark.size() <= limit && stands(text, at, mark);
  }
  void push(std::uint32_t at, const MarkPair& pair) {
    if (open_.size() < 64) open_.push_back({at, pair.open});
  }
  void close(std::uint32_t at, const MarkPair& pair) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].open != pair.open) continue;
      std::uint8_t depth = 0;
      for (std::size_t k = 0; k < i; ++k) depth += open_[k].open == pair.open;
      emit(open_[i].at, pair.open.size(), at, pair.close.size(), pair.mark, depth);
      open_.resize(i);
      return;
    }
  }
  void straight(std::uint32_t at) {  // " opens and closes in turn
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].open != "\"") continue;
      emit(open_[i].at, 1, at, 1, Mark::quote, 0);
      open_.resize(i);
      return;
    }
    if (open_.size() < 64) open_.push_back({at, "\""});
  }
  void emit(std::uint32_t open, std::size_t open_size, std::uint32_t close, std::size_t close_size,
            Mark mark, std::uint8_t depth) {
    const Span span{open, close + static_cast<std::uint32_t>(close_size)};
    out_.push_back({span, {open + static_cast<std::uint32_t>(open_size), close}, mark, depth});
  }
  std::vector<Bracket>& out_;
  bool over_lines_;
  std::vector<Open> open_;
};

bool ends_sentence(char32_t cp) {
  return cp == U'。' || cp == '!' || cp == '?' || cp == ';' || cp == '\n';
}

// What a character may begin or end, so that most characters cost one look.
enum Role : std::uint8_t { kNumeral = 1, kMark = 2, kEnd = 4 };

const std::vector<std::uint8_t>& roles() {
  static const auto table = [] {
    std::vector<std::uint8_t> t(0x10000, 0);
    for (char32_t c = 0; c < t.size(); ++c) {
      if (begins_numeral(c)) t[c] |= kNumeral;
      if (ends_sentence(c)) t[c] |= kEnd;
    }
    t['"'] |= kMark;
    t['\n'] |= kMark;
    for (const MarkPair& pair : kPairs) {
      t[utf8::decode(pair.open, 0).cp] |= kMark;
      t[utf8::decode(pair.close, 0).cp] |= kMark;
    }
    return t;
  }();
  return table;
}

std::uint8_t role(char32_t cp) { return cp < roles().size() ? roles()[cp] : 0; }

// The characters that have one.
const FewCharacters& with_roles() {
  static const FewCharacters characters = [] {
    FewCharacters out;
    for (char32_t c = 0; c < roles().size(); ++c) {
      std::string character;
      utf8::append(character, c);
      if (roles()[c] != 0) out.add(character);
    }
    return out;
  }();
  return characters;
}

// Numerals that are part of a word (统一, 四川) are not numerals. Stoppers of other classes take
// away no number: that of 第八条 is one, though 第八 is no start of a region's name.
class Stoppers {
 public:
  Stoppers(std::string_view text, std::span<const Hit> hits, const WordTable& words)
      : text_(text), hits_(hits), words_(words), class_(words.column("class")) {}
  bool covers(Span span) {
    while (next_ < hits_.size() && hits_[next_].span.begin <= span.begin) {
      const Hit& hit = hits_[next_++];
      if (hit.cls != WordClass::stopper || words_.at(hit.row, class_) != "numeral") continue;
      if (hit.span == span && counts(span.end)) continue;
      if (hit.span.begin == span.begin && hit.span.end > span.end &&
          unit_outlasts(hits_.subspan(next_), span.end, hit.span.end))
        continue;
      reach_ = std::max(reach_, hit.span.end);
    }
    return span.end <= reach_;
  }

 private:
  // 10000元, 12345人: a telephone number too, were it not for the unit.
  [[nodiscard]] bool counts(std::uint32_t at) const {
    constexpr std::u32string_view kUnits = U"元人名家件起条个余多款台部户万美欧%";
    return at < text_.size() &&
           kUnits.find(utf8::decode(text_, at).cp) != std::u32string_view::npos;
  }

  std::string_view text_;
  std::span<const Hit> hits_;
  const WordTable& words_;
  int class_;
  std::size_t next_ = 0;
  std::uint32_t reach_ = 0;
};

void scan_part(Passage& p, Span part, Stoppers& stoppers) {
  const auto first_bracket = static_cast<std::ptrdiff_t>(p.brackets.size());
  Brackets brackets(p.brackets, part == p.title);
  std::uint32_t sentence = part.begin;
  std::uint32_t numeral_end = part.begin;
  for (std::uint32_t at = part.begin;;) {
    at = static_cast<std::uint32_t>(with_roles().skip(p.text, at, part.end));
    if (at >= part.end) break;
    const auto d = utf8::decode(p.text, at);
    const std::uint8_t what = role(d.cp);
    if (what == 0) {
      at += d.size;
      continue;
    }
    if (what & kMark) brackets.at(p.text, at, part.end);
    if ((what & kNumeral) != 0 && at >= numeral_end) {
      if (auto n = numeral_at(p.text, at, part.end)) {
        if (!stoppers.covers(n->span)) p.numerals.push_back(*n);
        numeral_end = n->span.end;
      }
    }
    at += d.size;
    if (what & kEnd) {
      p.sentences.push_back({sentence, at});
      sentence = at;
    }
  }
  if (sentence < part.end) p.sentences.push_back({sentence, part.end});
  std::sort(p.brackets.begin() + first_bracket, p.brackets.end(),
            [](const Bracket& a, const Bracket& b) { return a.span.begin < b.span.begin; });
}

}  // namespace

std::string_view name(Approx approx) {
  switch (approx) {
    case Approx::none:
      return "";
    case Approx::over:
      return "over";
    case Approx::about:
      return "about";
    case Approx::nearly:
      return "nearly";
    case Approx::under:
      return "under";
  }
  return "";
}

Passage scan(std::string_view text, Span title, Span body, const IssueDate& issue,
             const Lexicon& lexicon) {
  Passage p;
  p.text = text;
  p.title = title;
  p.body = body;
  p.issue = issue;
  p.lexicon = &lexicon;
  for (const Span part : {title, body}) {
    const std::size_t before = p.hits.size();
    lexicon.scan(text, part, p.hits);
    const auto hits = std::span<const Hit>(p.hits).subspan(before);
    Stoppers stoppers(text, hits, lexicon.table(WordClass::stopper));
    scan_part(p, part, stoppers);
    PlacedHits& names = part == title ? p.title_names : p.body_names;
    names = PlacedHits(part, without_stopped(hits, lexicon.table(WordClass::stopper)));
  }
  return p;
}

}  // namespace guanlan
