// CleanText: a document's text with typesetting undone, widths folded, and a way back to the raw
// bytes.
//
// Built once by layout; every later stage works on `text` by spans and asks raw() or surface() for
// what stands in the document. Folding follows Unicode NFKC for width variants (UAX #15), so that
// `２０２４` matches `2024` and `（` matches `(`; quotation marks 「」 become “”. Words never
// change.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/span.h"

namespace guanlan {

// A monotone map from clean to raw bytes, kept as runs. Within a run of equal length on both
// sides bytes correspond one to one; a run of different lengths corresponds as a whole.
class OffsetMap {
 public:
  // Appends a run: the next `clean_size` clean bytes come from raw.
  void append(Span raw, std::uint32_t clean_size);
  [[nodiscard]] Span raw(Span clean) const;  // smallest raw range that covers the clean span
  // Calls f(Span raw_piece) for each contiguous raw piece of the clean span, in clean order.
  template <class F>
  void pieces(Span clean, F&& f) const;
  [[nodiscard]] std::uint32_t clean_size() const { return clean_size_; }
  void reserve(std::size_t runs) { runs_.reserve(runs); }

 private:
  struct Run {
    std::uint32_t clean, raw, clean_size, raw_size;
  };
  [[nodiscard]] std::size_t find(std::uint32_t clean) const;  // the run that holds it
  std::vector<Run> runs_;
  std::uint32_t clean_size_ = 0;
};

struct CleanText {
  std::string text;  // UTF-8; paragraphs end with '\n'
  OffsetMap map;

  [[nodiscard]] Span raw(Span clean) const { return map.raw(clean); }
  // The document's own wording of a clean span: wraps undone, widths and quotes as printed. A
  // paragraph ends with '\n' and cells of a row are parted by '\t' whatever blanks stand there in
  // the document; no other tab is in it.
  [[nodiscard]] std::string surface(Span clean, std::string_view raw_text) const;
};

template <class F>
void OffsetMap::pieces(Span clean, F&& f) const {
  for (std::size_t i = find(clean.begin); i < runs_.size() && runs_[i].clean < clean.end; ++i) {
    const Run& run = runs_[i];
    if (run.clean + run.clean_size <= clean.begin) continue;
    if (run.clean_size == run.raw_size) {
      const auto from = clean.begin > run.clean ? clean.begin - run.clean : 0;
      const auto to =
          clean.end < run.clean + run.clean_size ? clean.end - run.clean : run.clean_size;
      f(Span{run.raw + from, run.raw + to});
    } else {
      f(Span{run.raw, run.raw + run.raw_size});
    }
  }
}

}  // namespace guanlan
