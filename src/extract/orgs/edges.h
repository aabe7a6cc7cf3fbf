// Where a name of an organisation begins and ends around what was found of it: the words to its
// left that may belong to it, and what follows and belongs to it (浙江有限公司|嘉兴分公司).
#pragma once

#include <array>

#include "extract/orgs/names.h"
#include "extract/orgs/tokens.h"

namespace guanlan::orgs {

// Words beside places and organisations that names begin with.
inline constexpr std::array<std::string_view, 10> kNational = {
    "国家", "首都", "海峡两岸", "全国", "中华", "国际", "世界", "亚太", "粤港澳", "长三角"};

class Edges {
 public:
  Edges(const bodies::Part& part, const Tokens& tokens);

  // Where the stretch of words begins that may hold a name that ends at `end`. What a name of legal
  // form holds may be any character but a hard one; a soft one is part of it only where else
  // nothing of its own is left.
  [[nodiscard]] std::uint32_t stretch(std::uint32_t end, bool legal) const;
  // The place, organisation or 国家… that a name in the stretch begins with; `end`: none.
  [[nodiscard]] std::uint32_t proper_start(std::uint32_t from, std::uint32_t end) const;
  // 立足|…, 设立|新一代信息技术…中心: verbs at the beginning of the stretch are not the name's.
  [[nodiscard]] std::uint32_t past_verbs(std::uint32_t from, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t past_joiner(std::uint32_t from, std::uint32_t end) const;
  // 、云上|贵州示例有限公司: in a list or behind a lead a few characters before the place belong to
  // the name.
  [[nodiscard]] bool is_whole(std::uint32_t from, std::uint32_t end, std::uint32_t reach) const;
  // 在金昌市|金示集团: where it is, before a name of its own.
  [[nodiscard]] std::uint32_t past_venue(const Name& name, const Hit& ending) const;
  // 《示例杂志》电子杂志社有限公司
  [[nodiscard]] std::uint32_t book_before(std::uint32_t end) const;
  // 省铁塔公司 after a stop: what stands behind 省 or 市 at the offset.
  [[nodiscard]] bool begins_relative(std::uint32_t at) const;
  // 赛示时公司 from a mark or a lead to a mark, 的, a verb or a post.
  [[nodiscard]] bool has_clean_left(std::uint32_t from) const;
  [[nodiscard]] bool has_clean_edges(std::uint32_t from, std::uint32_t end) const;
  // What follows a name and belongs to it: 浙江有限公司嘉兴分公司, 中国研究院, 智能技术与工程学院.
  void extend(Name& name) const;
  // 公司们, 公司等企业 say nothing; 公司法 is another word.
  [[nodiscard]] bool is_plural(std::uint32_t end) const;

  // Behind (广州) at the offset, a seat in brackets inside a name; the offset: there is none.
  [[nodiscard]] std::uint32_t past_seat(std::uint32_t at) const;

 private:
  [[nodiscard]] bool follows_place(Span verb) const;
  [[nodiscard]] bool in_word(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t opened_at(std::uint32_t at) const;
  [[nodiscard]] bool opens_name(std::uint32_t at, char32_t cp) const;
  [[nodiscard]] const Hit* ending_at(std::uint32_t at) const;
  [[nodiscard]] bool is_numbered_hospital(std::uint32_t at) const;
  [[nodiscard]] bool extend_once(Name& name) const;

  const bodies::Part& part_;
  const Tokens& tokens_;
  const WordTable& endings_;
  int kind_, weak_;
};

// 有限公司, 股份公司, 合伙企业: a name that ends so is one to its last character.
[[nodiscard]] bool is_legal_form(std::string_view ending);

}  // namespace guanlan::orgs
