// Reads a collection: from blocks to the tree of headings.
//
// One pass. A run of title lines that are not numbered is a part, a headline, several of them, or
// words inside a report; which one it is follows from what stands before (has the report ended?)
// and after it (a lead, a list that counts from one, a report that begins with a date).
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "outline/cohesion.h"
#include "outline/habits.h"
#include "outline/tree.h"

namespace guanlan::outlining {

class Reader {
 public:
  Reader(std::string_view text, const std::vector<Block>& blocks, const Habits& habits)
      : text_(text), blocks_(blocks), habits_(habits), cohesion_(text) {}

  [[nodiscard]] Tree read();
  // Blocks before the first heading: the masthead.
  [[nodiscard]] std::size_t front() const { return front_; }

 private:
  using Index = std::size_t;

  Index step(Index i);
  Index lead(Index i);
  void body(Index i);
  void end_report(Index i);
  [[nodiscard]] bool begins_headless(Index i) const;
  void open_headless(Index i);

  // Headings.
  Index numbered(Index i);
  Index run(Index i);
  Index tag(Index i);
  Index bulleted(Index i, Index end);
  bool run_in_item(Index i);
  Index title_end(Index first) const;
  Index run_end(Index i) const;
  Index after_heading(Index i) const;
  [[nodiscard]] bool restarts(Index next) const;
  [[nodiscard]] bool lists_reports(Index first) const;
  [[nodiscard]] bool over_alike(Index i) const;
  [[nodiscard]] bool begins_inside(Index i) const;
  [[nodiscard]] bool names_section(Index i) const;
  [[nodiscard]] bool begins_below_number(Index i, Index end) const;
  [[nodiscard]] bool dated_alike(Index next);
  [[nodiscard]] bool counts_on(Index next) const;
  [[nodiscard]] bool heads_part(Index i) const;
  [[nodiscard]] bool is_column_name(Index i) const;
  [[nodiscard]] bool closes_with_list(Index heading, Index next) const;
  [[nodiscard]] char32_t dress(Index i) const;
  [[nodiscard]] bool turns_away(std::int32_t part, Index i) const;
  [[nodiscard]] bool right_below_numbered(Index i) const;
  [[nodiscard]] std::size_t part_depth(Index i, Kind kind, bool over_list) const;
  void open_part(Index first, Index last, bool over_list);
  void open_over_list(Index first, Index heading);
  [[nodiscard]] Index behind_masthead(Index i, Index heading) const;
  Index headlines(Index first, Index end);
  void open_headline(Index first, Index end);
  Index give_back(Index first, Index end);
  Index split_group(Index first, Index end) const;
  [[nodiscard]] bool is_group(Index end) const;
  [[nodiscard]] bool interior(Index first, Index end) const;
  [[nodiscard]] float score(Index first, Index end) const;
  void leave_column(Index first);
  [[nodiscard]] bool is_masthead(Index i) const;

  [[nodiscard]] std::string_view words(Index i) const { return blocks_[i].span.of(text_); }
  [[nodiscard]] bool known_headline_type(const Block& block) const;
  [[nodiscard]] Span following_text(Index i) const;

  std::string_view text_;
  const std::vector<Block>& blocks_;
  const Habits& habits_;
  Cohesion cohesion_;
  Tree tree_;
  bool closed_ = true;  // no report is open
  bool in_lead_ = false;
  bool started_ = false;  // the front matter is over
  // The last number of each kind.
  std::array<int, static_cast<std::size_t>(Numbering::article) + 1> counts_{};
  std::int32_t headless_ = -1;   // a report that still wants its headline
  std::size_t since_close_ = 0;  // first node since the last report ended
  std::size_t front_ = SIZE_MAX;
  float headline_font_ = 0;  // of the headlines so far
};

}  // namespace guanlan::outlining
