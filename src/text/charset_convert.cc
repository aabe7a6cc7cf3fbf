#include "text/charset_convert.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "text/utf8_check.h"

namespace guanlan {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Closer {
  void operator()(UConverter* c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, Closer>;

Converter open(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find(kReplacement); at != std::string_view::npos;
       at = text.find(kReplacement, at + 3)) {
    ++count;
  }
  return count;
}

// What a label of the web means (WHATWG Encoding, shortened to what Chinese documents carry).
struct Label {
  std::string_view label, charset;
};
constexpr std::array<Label, 34> kLabels{{
    {"gb2312", "GB18030"},
    {"gb_2312", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},
    {"gb18030", "GB18030"},
    {"cp936", "GB18030"},
    {"ms936", "GB18030"},
    {"windows-936", "GB18030"},
    {"936", "GB18030"},
    {"csgb2312", "GB18030"},
    {"chinese", "GB18030"},
    {"euc-cn", "GB18030"},
    {"hz-gb-2312", "HZ-GB-2312"},
    {"big5", "Big5"},
    {"big5-hkscs", "Big5"},
    {"x-x-big5", "Big5"},
    {"cn-big5", "Big5"},
    {"csbig5", "Big5"},
    {"cp950", "Big5"},
    {"utf8", "UTF-8"},
    {"utf-8", "UTF-8"},
    {"unicode-1-1-utf-8", "UTF-8"},
    {"unicode", "UTF-16LE"},
    {"utf-16", "UTF-16LE"},
    {"utf-16le", "UTF-16LE"},
    {"utf-16be", "UTF-16BE"},
    {"utf-32", "UTF-32LE"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"gb13000", "GB18030"},
    {"windows-1252", "windows-1252"},
}};

const char* icu_name(std::string_view charset) {
  return charset == "Big5" ? "Big5-HKSCS" : nullptr;
}

}  // namespace

std::string charset_name(std::string_view label) {
  std::string key;
  for (const char c : label.substr(0, 40)) {
    if (c == ' ' || c == '"' || c == '\'') continue;
    key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  const auto* known =
      std::find_if(kLabels.begin(), kLabels.end(), [&](const Label& l) { return l.label == key; });
  if (known != kLabels.end()) return std::string(known->charset);
  UErrorCode status = U_ZERO_ERROR;
  const char* iana = ucnv_getStandardName(key.c_str(), "IANA", &status);
  return U_SUCCESS(status) && iana != nullptr ? iana : "";
}

std::optional<Conversion> convert(std::string_view bytes, std::string_view charset) {
  Conversion result;
  if (charset == "UTF-8") {
    result.bad = utf8::append_repaired(result.text, bytes);
    return result;
  }
  const std::string name(charset);
  const Converter from = open(icu_name(charset) != nullptr ? icu_name(charset) : name.c_str());
  const Converter to = open("UTF-8");
  if (!from || !to) return std::nullopt;
  std::vector<UChar> pivot(16384);
  std::string chunk(65536, '\0');
  UChar* pivot_from = pivot.data();
  UChar* pivot_to = pivot.data();
  const char* source = bytes.data();
  const char* source_end = source + bytes.size();
  result.text.reserve(bytes.size() + bytes.size() / 2);
  for (bool first = true;; first = false) {
    char* target = chunk.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, target + chunk.size(), &source, source_end,
                   pivot.data(), &pivot_from, &pivot_to, pivot.data() + pivot.size(), first, true,
                   &status);
    result.text.append(chunk.data(), static_cast<std::size_t>(target - chunk.data()));
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    if (U_FAILURE(status)) result.text.append(kReplacement);
    break;
  }
  result.bad = count_replacements(result.text);
  return result;
}

}  // namespace guanlan
