#include "search/snippet.h"

#include "text/terms.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

using query::Node;
using query::Op;

void collect(const Node& node, std::vector<WantedPhrase>& out) {
  if (node.op == Op::without) return;
  for (const Node& child : node.children) collect(child, out);
  if (node.op != Op::text) return;
  WantedPhrase phrase{{}, node.prefix || ends_in_single_character(node.text), node.where};
  each_term(node.text, true, [&](const Term& term) {
    phrase.terms.emplace_back(term.text);
    return true;
  });
  if (!phrase.terms.empty()) out.push_back(std::move(phrase));
}

// The terms of a text, their words in one string.
class Tokens {
 public:
  explicit Tokens(std::string_view text) {
    words_.reserve(text.size() * 2);
    each_term(text, false, [&](const Term& term) {
      rows_.push_back({static_cast<std::uint32_t>(words_.size()), term.span, term.first});
      words_ += term.text;
      return true;
    });
  }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::string_view word(std::size_t at) const {
    const std::size_t end = at + 1 < rows_.size() ? rows_[at + 1].begin : words_.size();
    return std::string_view(words_).substr(rows_[at].begin, end - rows_[at].begin);
  }
  [[nodiscard]] Span span(std::size_t at) const { return rows_[at].span; }
  [[nodiscard]] Span first(std::size_t at) const { return rows_[at].first; }

 private:
  struct Row {
    std::uint32_t begin;
    Span span, first;
  };
  std::string words_;
  std::vector<Row> rows_;
};

// Whether the phrase stands at token `at`; its end.
std::optional<std::uint32_t> match_at(const Tokens& tokens, std::size_t at,
                                      const WantedPhrase& phrase) {
  if (at + phrase.terms.size() > tokens.size()) return std::nullopt;
  const std::size_t last = phrase.terms.size() - 1;
  for (std::size_t i = 0; i < last; ++i) {
    if (tokens.word(at + i) != phrase.terms[i]) return std::nullopt;
  }
  const std::string_view end = tokens.word(at + last);
  const std::string& wanted = phrase.terms[last];
  if (!phrase.prefix) {
    return end == wanted ? std::optional(tokens.span(at + last).end) : std::nullopt;
  }
  if (!end.starts_with(wanted)) return std::nullopt;
  const bool one = utf8::decode(wanted, 0).size == wanted.size();
  return one ? tokens.first(at + last).end : tokens.span(at + last).end;
}

std::vector<Span> joined(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> out;
  for (const Span span : spans) {
    if (!out.empty() && span.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

bool inside_character(std::string_view text, std::uint32_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

// `characters` to the left or right of a place, as far as the text goes.
std::uint32_t back(std::string_view text, std::uint32_t at, std::size_t characters) {
  while (at > 0 && characters > 0) {
    do --at;
    while (at > 0 && inside_character(text, at));
    --characters;
  }
  return at;
}
std::uint32_t ahead(std::string_view text, std::uint32_t at, std::size_t characters) {
  while (at < text.size() && characters > 0) {
    do ++at;
    while (inside_character(text, at));
    --characters;
  }
  return at;
}

// A span that ends at most a few characters outside: at a sentence's beginning where one is near.
std::uint32_t sentence_begin(std::string_view text, std::uint32_t from, std::uint32_t hit) {
  for (const std::string_view stop : {std::string_view("。"), std::string_view("\n")}) {
    const auto found = text.substr(from, hit - from).rfind(stop);
    if (found != std::string_view::npos) {
      from += static_cast<std::uint32_t>(found + stop.size());
    }
  }
  return from;
}

}  // namespace

std::vector<WantedPhrase> wanted_phrases(const Node& root) {
  std::vector<WantedPhrase> out;
  collect(root, out);
  return out;
}

std::vector<Span> find_hits(std::string_view text, const std::vector<WantedPhrase>& phrases,
                            bool is_title) {
  if (phrases.empty()) return {};
  const Tokens tokens(text);
  std::vector<Span> out;
  for (const WantedPhrase& phrase : phrases) {
    if (phrase.where == query::Where::title && !is_title) continue;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (const auto end = match_at(tokens, at, phrase)) {
        out.push_back({tokens.span(at).begin, *end});
      }
    }
  }
  return joined(std::move(out));
}

std::vector<Segment> segments_of(std::string_view text, Span span, const std::vector<Span>& hits) {
  std::vector<Segment> out;
  std::uint32_t at = span.begin;
  const auto add = [&](std::uint32_t end, bool hit) {
    if (end > at) out.push_back({std::string(text.substr(at, end - at)), hit});
    at = std::max(at, end);
  };
  for (const Span hit : hits) {
    if (hit.end <= span.begin || hit.begin >= span.end) continue;
    add(hit.begin, false);
    add(std::min(hit.end, span.end), true);
  }
  add(span.end, false);
  return out;
}

Snippet snippet_of(std::string_view text, const std::vector<Span>& hits, std::size_t characters) {
  const auto size = static_cast<std::uint32_t>(text.size());
  Span best{0, ahead(text, 0, characters)};
  std::size_t most = 0;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const std::uint32_t reach = ahead(text, hits[i].begin, characters * 3 / 4);
    std::size_t inside = 0;
    while (i + inside < hits.size() && hits[i + inside].end <= reach) ++inside;
    if (inside <= most) continue;
    most = inside;
    const std::uint32_t from = back(text, hits[i].begin, characters / 4);
    best.begin = sentence_begin(text, from, hits[i].begin);
    best.end = ahead(text, best.begin, characters);
  }
  best.end = std::min(best.end, size);
  return {best, segments_of(text, best, hits)};
}

std::vector<Span> raw_places(const std::vector<Span>& pieces, Span wording) {
  std::vector<Span> out;
  std::uint32_t at = 0;
  for (const Span piece : pieces) {
    const std::uint32_t from = std::max(at, wording.begin),
                        to = std::min(at + piece.size(), wording.end);
    if (from < to) out.push_back({piece.begin + (from - at), piece.begin + (to - at)});
    at += piece.size();
    if (at >= wording.end) break;
  }
  return out;
}

}  // namespace guanlan
