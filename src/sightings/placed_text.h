// The wording of a stored item – its title, a line end, its body – with the way to and from the
// bytes of its source.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "guanlan/sightings.h"

namespace guanlan::sighting {

using Json = nlohmann::json;

// A field of an object; an empty string or list where it is missing or of another type.
[[nodiscard]] std::string text_of(const Json& node, const char* key);
[[nodiscard]] const Json& list_of(const Json& node, const char* key);

class PlacedText {
 public:
  explicit PlacedText(const SeenItem& item);

  [[nodiscard]] const Json& record() const { return record_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t title_size() const { return title_size_; }
  [[nodiscard]] std::string_view of(Span span) const {
    return text().substr(span.begin, span.size());
  }
  // Bytes of raw that cover a span of the text.
  [[nodiscard]] Span raw(Span span) const;
  // The span of the text that a place in raw stands for; nothing where it lies outside the item.
  [[nodiscard]] std::optional<Span> find(Span raw) const;
  // The span of the text that an object's `span`, or another member of its, names.
  [[nodiscard]] std::optional<Span> find(const Json& object, const char* member = "span") const;
  // The sub-reports (parts of the record), each from its title to its end.
  [[nodiscard]] std::vector<Span> parts() const;
  [[nodiscard]] RawSpan place(Span span) const;  // with the page, as near as the record tells it
  // The sentence around a span: between 。！？； and line ends.
  [[nodiscard]] Span sentence(Span span) const;

 private:
  struct Run {
    std::uint32_t at, raw, size;
  };
  void add(const std::vector<Span>& pieces, std::size_t end);
  void collect_pages(const Json& node);

  Json record_;
  std::string text_;
  std::size_t title_size_ = 0;
  std::vector<Run> runs_;                             // ascending in the text
  std::vector<std::pair<std::uint32_t, int>> pages_;  // byte of raw → page
};

// The place that the record gives for a value: {"page":3,"begin":10,"end":16}.
[[nodiscard]] std::optional<RawSpan> place_of(const Json& span);

}  // namespace guanlan::sighting
