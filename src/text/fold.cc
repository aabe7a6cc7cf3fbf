#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <array>

namespace guanlan {
namespace {

char32_t by_nfkc(char32_t cp) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (nfkc == nullptr) return cp;
  icu::UnicodeString mapped;
  if (!nfkc->getDecomposition(static_cast<UChar32>(cp), mapped)) return cp;
  return mapped.countChar32() == 1 ? static_cast<char32_t>(mapped.char32At(0)) : cp;
}

bool enclosed(char32_t cp) {  // ①, ㊀, ², ₂, ½, Ⅳ: numbers that must not become digits
  return (cp >= 0x2070 && cp <= 0x209F) || (cp >= 0x2150 && cp <= 0x218F) ||
         (cp >= 0x2460 && cp <= 0x24FF) || (cp >= 0x3200 && cp <= 0x33FF) || cp == 0xB2 ||
         cp == 0xB3 || cp == 0xB9;
}

char32_t compute(char32_t cp) {
  switch (cp) {
    case U'「':
    case U'『':
    case 0x201F:
    case 0x201E:
      return U'“';
    case U'」':
    case U'』':
      return U'”';
    case 0xFE63:
    case 0xFF0D:
      return U'-';
    case 0x3008:
      return U'〈';
    case 0xFFE5:
      return 0xA5;
    case 0x2E3A:
      return U'—';
    case 0x3000:
    case 0xA0:
      return U' ';
    default:
      break;
  }
  if (enclosed(cp)) return cp;
  const char32_t folded = by_nfkc(cp);
  return folded == cp ? cp : compute(folded);  // ﹁ becomes 「, and that a curly quote
}

// One table for the blocks where anything folds; the rest of Unicode folds to itself.
struct FoldTable {
  std::array<char16_t, 0x3400> low{};  // U+0000–33FF
  std::array<char16_t, 0x700> high{};  // U+F900–FFFF
  FoldTable() {
    for (char32_t cp = 0; cp < low.size(); ++cp) low[cp] = static_cast<char16_t>(compute(cp));
    for (char32_t cp = 0; cp < high.size(); ++cp) {
      high[cp] = static_cast<char16_t>(compute(0xF900 + cp));
    }
  }
};

}  // namespace

char32_t fold(char32_t cp) {
  static const FoldTable table;
  if (cp < table.low.size()) return table.low[cp];
  if (cp >= 0xF900 && cp <= 0xFFFF) return table.high[cp - 0xF900];
  return cp;
}

}  // namespace guanlan
