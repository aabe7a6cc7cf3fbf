// Where an item happens, piece by piece: each method looks for one kind of evidence (regions.cc
// lists them).
#pragma once

#include <string>
#include <vector>

#include "extract/bodies/part.h"
#include "extract/regions/clause.h"
#include "guanlan/mention.h"

namespace guanlan::regions {

using bodies::Part;

class Survey {
 public:
  Survey(const Passage& passage, const Mentions& done);
  std::vector<RegionMention> take();

 private:
  void add(PlaceId place, const std::string& path, Span span, const char* rule, Span cue);
  void add(const PlaceMention& place, const char* rule, Span cue);
  [[nodiscard]] bool countable(const PlaceMention& place) const;
  [[nodiscard]] bool is_campus(const PlaceMention& place) const;
  [[nodiscard]] bool is_airport(const PlaceMention& place) const;
  [[nodiscard]] bool is_nationality(const PlaceMention& place) const;
  [[nodiscard]] bool is_sanctioned(const PlaceMention& place) const;
  [[nodiscard]] bool in_app(Span place) const;
  [[nodiscard]] const Part& part_of(const PlaceMention& place) const;
  void seats();
  void headline();
  void countries();
  [[nodiscard]] std::size_t list_end(std::size_t first) const;
  void scenes();
  [[nodiscard]] bool is_inside(PlaceId place) const;
  void abbreviations();
  void branches();
  [[nodiscard]] PlaceId of_branch(PlaceId city, std::string_view rest) const;
  [[nodiscard]] PlaceId named_last(Span words, bool county) const;
  [[nodiscard]] PlaceId named_inside(Span words) const;
  [[nodiscard]] PlaceId named_county(Span words) const;
  [[nodiscard]] PlaceId rural_bank(Span org, std::string_view name) const;
  void projects();
  void rooms();
  void finer();
  [[nodiscard]] bool is_address(const PlaceMention& place) const;
  [[nodiscard]] bool names_an_organisation(const PlaceMention& place) const;
  [[nodiscard]] const Hit* place_of(const NameMention& org) const;
  void add_place_of(const NameMention& org, const char* rule);
  void papers();
  void venues();
  [[nodiscard]] bool leads(std::uint32_t at) const;
  [[nodiscard]] bool is_behind_reporters(std::uint32_t at) const;
  [[nodiscard]] const NameMention* leading_org() const;
  [[nodiscard]] const PlaceMention* leading_place() const;
  void organiser();
  void figures();
  void home();
  [[nodiscard]] bool acts_nationally() const;
  void national();
  void drop_wider();

  const Passage& passage_;
  const Mentions& done_;
  const Gazetteer& map_;
  Part title_, body_;
  Clause clause_;
  std::vector<RegionMention> out_;
  std::vector<PlaceId> places_;
};

}  // namespace guanlan::regions
