// Masks (隐名): a person's name is masked in one way within an item.
//
//   name.mask   张某某 … 张某
// Two masks side by side (张某、张某某) are two persons.
#include <map>

#include "check/families.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

struct MaskedName {
  Span span;
  std::string surname;
};

// 张某, 张某某, 张某明 at the 某.
std::optional<MaskedName> masked_at(std::string_view text, std::uint32_t mou, std::uint32_t floor) {
  constexpr std::string_view kSome = "某";
  constexpr std::u32string_view kSurnames =
      U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程魏苏吕丁任"
      U"沈姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔"
      U"向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮纪梅童凌毕单"
      U"裴霍涂成苗谷盛曲翁冉骆蓝路游辛欧靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆卫邬闫褚";
  if (mou <= floor) return {};
  const auto before = utf8::decode_before(text, mou);
  if (kSurnames.find(before.cp) == std::u32string_view::npos) return {};
  const std::uint32_t begin = mou - before.size;
  const char32_t further = begin > floor ? around::previous(text, begin) : 0;
  if (further == U'某') return {};
  std::uint32_t end = mou + 3;
  if (around::starts(text, end, kSome)) end += 3;
  return MaskedName{{begin, end}, std::string(text.substr(begin, before.size))};
}

std::vector<MaskedName> names_of(std::string_view text, Span body) {
  std::vector<MaskedName> out;
  for (std::size_t at = text.find("某", body.begin); at < body.end; at = text.find("某", at + 3)) {
    const auto name = masked_at(text, static_cast<std::uint32_t>(at), body.begin);
    if (name && (out.empty() || name->span.begin >= out.back().span.end)) out.push_back(*name);
  }
  return out;
}

// 张某、张某某: persons listed side by side.
bool listed(std::string_view text, const MaskedName& a, const MaskedName& b) {
  const std::string_view gap = text.substr(a.span.end, b.span.begin - a.span.end);
  return gap == "、" || gap == "和" || gap == "与" || gap == "及" || gap == "," ||
         (gap.size() < 60 && gap.find("、") != std::string_view::npos &&
          gap.find("。") == std::string_view::npos);
}

}  // namespace

void check_masks(Desk& desk) {
  for (const Section& section : desk.sections()) {
    const auto names = names_of(desk.text(), section.passage.body);
    std::map<std::string, MaskedName> first;
    for (const MaskedName& name : names) {
      const auto [it, fresh] = first.try_emplace(name.surname, name);
      if (fresh || it->second.span.of(desk.text()) == name.span.of(desk.text())) continue;
      if (listed(desk.text(), it->second, name)) continue;
      desk.report({"name.mask",
                   in_clean(name.span),
                   {{"first", desk.printed(it->second.span)}},
                   {},
                   {in_clean(it->second.span)}});
      it->second = name;
    }
  }
}

}  // namespace guanlan::checking
