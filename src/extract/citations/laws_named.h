// The legal instruments a passage names, in reading order: titles in 《》, laws without them
// (依据网络安全法…, 个保法), short names defined in the text, and words that point back (该法,
// 本办法).
#pragma once

#include <string>
#include <vector>

#include "extract/instruments/status.h"
#include "extract/instruments/titles.h"
#include "guanlan/mention.h"

namespace guanlan {

struct NamedLaw {
  Span span;           // what stands there, with 《》
  Span wording;        // where its full name is printed; empty: the name is the word table's
  std::string name;    // without 中华人民共和国
  bool legal = false;  // a law, regulation or rule: may be a basis without an article
  bool in_title = false;
  bool issued_here = false;  // the item reports its issue, so naming it is no citation
  bool points_back = false;  // 该法, 本办法, 同法
};

// The name without a leading 中华人民共和国.
[[nodiscard]] Span without_republic(const Passage& passage, Span name);

// `instruments`: what find_instruments said, for issued_here.
[[nodiscard]] std::vector<NamedLaw> find_named_laws(
    const Passage& passage, const Titles& titles,
    const std::vector<InstrumentMention>& instruments);

}  // namespace guanlan
