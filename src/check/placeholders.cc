// Placeholders (占位): what was to be filled in before printing.
//
//   text.placeholder   待补充, TODO, XXX, ____
#include "check/families.h"
#include "check/words.h"
#include "extract/around.h"

namespace guanlan::checking {

void check_placeholders(Desk& desk) {
  static const std::vector<Word> kWords = {
      {"待补充", {}, {"待补充完善", "待补充修改"}, {}, {}},
      {"此处插入", {}, {}, {}, {}},
      {"此处填写", {}, {}, {}, {}},
      {"(略图)", {}, {}, {}, {}},
      {"TODO", {}, {}, {}, {}},
      {"FIXME", {}, {}, {}, {}},
      {"TBD", {}, {}, {}, {}},
      {"XXX", {}, {}, {}, {}},
      {"xxx", {}, {}, {}, {}},
      {"____", {}, {}, {}, {}},
      {"{{", {}, {}, {}, {}},
      {"????", {}, {}, {}, {}},
      {"�", {}, {}, {}, {}},
  };
  std::uint32_t last = 0;
  for (const WordHit& hit : find_words(desk.text(), kWords)) {
    const char32_t before = around::previous(desk.text(), hit.span.begin);
    const char32_t after = around::next(desk.text(), hit.span.end);
    if (hit.span.begin < last || utf8::is_latin(before) || utf8::is_latin(after)) continue;
    if (before == '.' || before == '/' || after == '.') continue;  // part of an address
    desk.report({"text.placeholder", in_clean(hit.span), {}});
    last = hit.span.end + 8;
  }
}

}  // namespace guanlan::checking
