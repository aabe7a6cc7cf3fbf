#include "guanlan/record.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

#include "lexicon/embedded.h"
#include "read/digest.h"
#include "resolve/writer.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

// Names found in clean text take the document's own wording: full-width brackets, quotation marks.
void restore_wording(const CleanText& clean, std::string_view raw, Mentions& mentions) {
  const auto restore = [&](auto& cited) {
    if (cited.wording.empty()) return;
    cited.instrument = clean.surface(cited.wording, raw);
    std::erase(cited.instrument, '\n');
  };
  for (CitationMention& c : mentions.citations) restore(c);
  for (ReferenceMention& r : mentions.references) {
    for (CitedProvision& candidate : r.candidates) restore(candidate);
  }
}

// Its layout and outline; the mentions are still to be found.
Document open_document(Source source) {
  Document d;
  d.source = std::move(source);
  d.layout = lay_out(d.source);
  d.issue = outline(d.layout, d.source);
  return d;
}

// The end of the items from `first` on whose passages are read together: half a megabyte of text.
std::size_t end_of_batch(const std::vector<Item>& items, std::size_t first) {
  constexpr std::size_t kTogether = 1u << 19;
  std::size_t end = first, bytes = 0;
  while (end < items.size() && bytes < kTogether)
    bytes += items[end].title.size() + items[end].body.size(), ++end;
  return end;
}

// Finds the mentions of the items in their order; `each(i)` is called when those of item i stand in
// d.mentions[i].
template <class F>
void find_mentions(Document& d, const Lexicon& lexicon, F each) {
  const std::string_view text = d.layout.clean.text;
  const Setting setting = survey(text, d.issue, lexicon);
  const std::vector<Item>& items = d.issue.items;
  d.mentions.resize(items.size());
  std::vector<Passage> passages;
  for (std::size_t first = 0, end = 0; first < items.size(); first = end) {
    end = end_of_batch(items, first);
    passages.clear();
    for (std::size_t i = first; i < end; ++i) {
      Passage& p =
          passages.emplace_back(scan(text, items[i].title, items[i].body, d.issue.date, lexicon));
      p.document = &d.issue;
      p.item = &items[i];
      p.setting = &setting;
    }
    extract(passages, std::span(d.mentions).subspan(first, end - first));
    for (std::size_t i = first; i < end; ++i) {
      d.mentions[i].ledger = find_ledger(passages[i - first], d.mentions[i]);
      restore_wording(d.layout.clean, d.source.raw, d.mentions[i]);
    }
    for (std::size_t i = first; i < end; ++i) each(i);
  }
}

}  // namespace

Document process(Source source, const Lexicon& lexicon) {
  Document d = open_document(std::move(source));
  find_mentions(d, lexicon, [](std::size_t) {});
  return d;
}

const std::string& rules_version() {
  static const std::string version = [] {
    std::string words;
    for (const EmbeddedFile& file : embedded_files()) {
      if (!file.path().starts_with("lexicon/")) continue;
      words += file.path();
      words += file.text();
    }
    return std::to_string(kRulesVersion) + "-" + sha256_digest(words).substr(7, 8);
  }();
  return version;
}

RawSpan raw_span(const Document& document, Span clean) {
  const Span raw = document.layout.clean.raw(clean);
  const auto& lines = document.source.lines;
  const auto after =
      std::upper_bound(lines.begin(), lines.end(), raw.begin,
                       [](std::uint32_t at, const Line& line) { return at < line.span.begin; });
  return {after == lines.begin() ? 1 : std::prev(after)->page, raw};
}

std::vector<Span> raw_pieces(const Document& document, Span clean) {
  std::vector<Span> out;
  document.layout.clean.map.pieces(clean, [&](Span piece) {
    if (!out.empty() && out.back().end == piece.begin) {
      out.back().end = piece.end;
    } else {
      out.push_back(piece);
    }
  });
  return out;
}

const std::vector<std::string_view>& item_kinds() {
  static const std::vector<std::string_view> kKinds{
      "legislation", "standard", "enforcement",  "app-notice", "criminal-case", "judgment",
      "campaign",    "filing",   "incident",     "report",     "statistics",    "warning",
      "meeting",     "activity", "organization", "industry",   "other"};
  return kKinds;
}

// A headline set in several lines is one line; a blank stays only between Latin words.
std::string wording(const Document& document, Span clean) {
  std::string text = document.layout.clean.surface(clean, document.source.raw);
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) {
    const bool latin = at > 0 && at + 1 < text.size() &&
                       utf8::is_latin(utf8::decode_before(text, at).cp) &&
                       utf8::is_latin(utf8::decode(text, at + 1).cp);
    latin ? void(text[at] = ' ') : void(text.erase(at, 1));
  }
  return text;
}

std::string record_line(const Document& document, std::size_t item) {
  std::string out;
  RecordWriter(document, out).item(item);
  return out;
}

std::vector<std::string> record_lines(const Document& document) {
  std::vector<std::string> out;
  out.reserve(document.issue.items.size());
  for (std::size_t i = 0; i < document.issue.items.size(); ++i) {
    out.push_back(record_line(document, i));
  }
  return out;
}

std::vector<std::string> record_lines(Source source, const Lexicon& lexicon) {
  Document d = open_document(std::move(source));
  std::vector<std::string> out;
  out.reserve(d.issue.items.size());
  std::string line;
  find_mentions(d, lexicon, [&](std::size_t i) {
    line.clear();
    RecordWriter(d, line).item(i);
    out.push_back(line);
    d.mentions[i] = {};
  });
  return out;
}

std::vector<nlohmann::ordered_json> records(const Document& document) {
  std::vector<nlohmann::ordered_json> out;
  out.reserve(document.issue.items.size());
  for (std::size_t i = 0; i < document.issue.items.size(); ++i) {
    out.push_back(nlohmann::ordered_json::parse(record_line(document, i)));
  }
  return out;
}

std::vector<std::string> table_lines(const Document& document) {
  std::vector<std::string> out;
  out.reserve(document.layout.tables.size());
  for (const Table& table : document.layout.tables) {
    RecordWriter(document, out.emplace_back()).table(table);
  }
  return out;
}

}  // namespace guanlan
