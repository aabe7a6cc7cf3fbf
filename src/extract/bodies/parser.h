// Walks one part of a passage from left to right and reads its places and bodies.
//
// Accepted forms
//   named      公安部, 国家数据局综合司, 中央网信办网络执法与监督局
//   composed   杭州市数据资源管理局, 甘肃天水武山县公安局, 国家税务总局北京市税务局, 北京市委市政府
//   branch     北京市公安局海淀分局, 长治屯留分局, 西湖区公安分局网安大队
//   by place   青岛警方, 浙江、江苏公安机关
//   relative   省发展改革委, 市公安局, 我省…: the place is supplied from before or from home
//   in a list  江苏省通信管理局、省数据局; 省扶贫办、农业农村厅; 北京、上海、广东通信管理局
//   free       河南省加快5G网络建设和产业发展工作领导小组办公室
//   foreign    美国联邦贸易委员会, 赞比亚卫生部, 塔兰特县的地方财产税评估部门
#pragma once

#include <optional>

#include "extract/bodies/chain.h"
#include "extract/bodies/compose.h"
#include "guanlan/bodies.h"

namespace guanlan::bodies {

// A reading of the text at one offset.
struct Found {
  BodyMention body;
  std::optional<Chain> chain;
  std::optional<Head> head;
  std::uint32_t end = 0;
};

class Parser {
 public:
  Parser(const Passage& passage, Context& context, Bodies& out);
  void walk(Span part, bool in_title);

 private:
  std::uint32_t step(std::uint32_t offset);  // end of what was read; the offset: nothing
  std::optional<Found> named(const Hit& hit) const;
  [[nodiscard]] Head of_one_told(const Head& head) const;
  std::optional<Found> placed(const Chain& chain) const;
  std::optional<Found> composed(const Chain& chain, const Head& head) const;
  std::optional<Found> abroad(const Chain& chain) const;
  std::optional<Found> relative(const Hit& hit) const;
  std::optional<Found> better(std::optional<Found> a, std::optional<Found> b) const;
  void add(Found found);
  std::int32_t add_place(const Chain& chain, std::int32_t body);
  void share_head(const Found& found);
  [[nodiscard]] bool is_namesake(const Chain& chain) const;
  std::uint32_t mates_abroad(std::uint32_t end);
  [[nodiscard]] std::uint32_t foreign_of(PlaceId country, std::uint32_t offset) const;
  [[nodiscard]] PlaceId single_before(std::uint32_t offset) const;
  [[nodiscard]] std::optional<Found> of_single(std::uint32_t offset) const;
  [[nodiscard]] std::optional<Head> head_at(std::uint32_t offset, bool after_body) const;
  [[nodiscard]] std::optional<Head> head_below(std::uint32_t offset,
                                               std::string_view national) const;
  [[nodiscard]] PlaceId city_itself(PlaceLevel level) const;
  [[nodiscard]] PlaceId place_before(std::uint32_t offset, std::uint32_t& begin) const;
  [[nodiscard]] PlaceId stem_before(std::uint32_t offset, std::uint32_t& begin) const;
  [[nodiscard]] std::string_view zone_before(std::uint32_t offset) const;
  [[nodiscard]] std::optional<Found> of_zone(const Head& head, std::string_view zone) const;
  [[nodiscard]] Found police_of(PlaceId place, Span span) const;
  [[nodiscard]] bool is_national_mate(const Head& head, std::uint32_t offset) const;
  [[nodiscard]] static Found of_state(const Head& head);
  [[nodiscard]] bool goes_on_as_office(const Hit& committee) const;
  [[nodiscard]] std::optional<Found> youth_league(const Head& head) const;
  [[nodiscard]] const BodyMention* list_mate(std::uint32_t offset) const;
  [[nodiscard]] std::uint32_t taken_by_other(std::uint32_t offset) const;
  [[nodiscard]] std::optional<Found> of_scene(Span span) const;
  [[nodiscard]] std::optional<Found> of_country_told(Span span) const;
  [[nodiscard]] PlaceId officers_place(const Head& head) const;
  [[nodiscard]] bool repeats_foreign(Span span) const;
  [[nodiscard]] bool among_authorities(Span span) const;

  const Passage& passage_;
  const Lexicon& lexicon_;
  const Gazetteer& map_;
  Heads heads_;
  Context& context_;
  Bodies& out_;
  const Part* part_ = nullptr;
  bool in_title_ = false;
  std::uint32_t reach_ = 0;
  PlaceId scene_ = kNoPlace;  // the country that an item from abroad began with
};

}  // namespace guanlan::bodies
