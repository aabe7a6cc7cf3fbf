// Gazetteer: the places of the word tables as a tree – countries, provinces, cities, counties,
// zones.
//
// Built once with a Lexicon from regions.tsv and countries.tsv; immutable, safe to share. A name
// that several places have (西湖区) is one row and several places: choosing is the caller's.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guanlan {

class WordTable;

using PlaceId = std::uint32_t;
inline constexpr PlaceId kNoPlace = UINT32_MAX;

// area: 欧洲, 东南亚; foreign: a state, region or city abroad.
enum class PlaceLevel : std::uint8_t { area, country, province, prefecture, county, zone, foreign };

struct Place {
  std::string_view name;  // 武山县
  std::string_view stem;  // 武山; empty: none
  std::string_view code;  // GB/T 2260; empty abroad and for zones
  PlaceId parent = kNoPlace;
  PlaceLevel level = PlaceLevel::county;
};

class Gazetteer {
 public:
  Gazetteer() = default;
  Gazetteer(const WordTable& regions, const WordTable& countries);

  [[nodiscard]] const Place& operator[](PlaceId id) const { return places_[id]; }
  [[nodiscard]] std::size_t size() const { return places_.size(); }
  // The places that a row of regions.tsv or countries.tsv stands for, at least one.
  [[nodiscard]] std::span<const PlaceId> region(std::uint32_t row) const {
    return row_of(regions_, row);
  }
  [[nodiscard]] std::span<const PlaceId> country(std::uint32_t row) const {
    return row_of(countries_, row);
  }
  [[nodiscard]] PlaceId country_named(
      std::string_view name) const;  // canonical name; kNoPlace: none
  // The place below `above` (at any depth) with that full name or stem; kNoPlace: none or several.
  [[nodiscard]] PlaceId below(PlaceId above, std::string_view name) const;
  [[nodiscard]] bool within(PlaceId place, PlaceId above) const;  // true also for the place itself
  [[nodiscard]] PlaceId province(PlaceId place) const;            // kNoPlace: abroad or a country
  [[nodiscard]] PlaceId up_to(PlaceId place,
                              PlaceLevel level) const;  // itself or the one above of that level
  [[nodiscard]] std::string path(PlaceId place) const;  // 甘肃省/天水市/武山县
  [[nodiscard]] PlaceId china() const { return china_; }
  [[nodiscard]] PlaceId abbreviated(std::string_view one) const;  // 京, 沪, 豫; kNoPlace: none
  [[nodiscard]] PlaceId country_abbreviated(std::string_view one) const;  // 美, 日; kNoPlace: none
  [[nodiscard]] bool is_domestic(PlaceId place) const {
    return place < domestic_ || place == china_;
  }

 private:
  struct Row {
    std::uint32_t first, count;
  };
  [[nodiscard]] std::span<const PlaceId> row_of(const std::vector<Row>& rows,
                                                std::uint32_t row) const {
    return {ids_.data() + rows[row].first, rows[row].count};
  }
  void add_regions(const WordTable& table);
  void add_countries(const WordTable& table);
  void index();

  std::vector<Place> places_;  // provinces and what lies in them first, then countries
  std::vector<PlaceId> ids_;
  std::vector<Row> regions_, countries_;
  struct Below {
    PlaceId upper;
    std::string_view name;  // or stem
    bool operator==(const Below&) const = default;
  };
  struct BelowHash {
    std::size_t operator()(const Below& b) const {
      return std::hash<std::string_view>()(b.name) ^ b.upper * std::size_t{0x9E3779B97F4A7C15};
    }
  };
  std::unordered_map<Below, PlaceId, BelowHash> below_;
  std::unordered_map<std::string_view, PlaceId> abbreviated_, by_country_, by_single_;
  PlaceId china_ = kNoPlace;
  PlaceId domestic_ = 0;
};

}  // namespace guanlan
