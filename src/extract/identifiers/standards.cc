#include "extract/identifiers/identifiers.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::uint32_t kLongest = 48;  // bytes of one identifier

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// National, industry and foreign standard codes that may stand without /T.
constexpr std::array<std::string_view, 74> kCodes = {
    "GB", "GBZ", "GM", "GY",  "GA",  "YD",   "YDB",  "YZ",  "JR",  "JT", "JG", "JB", "JJ",
    "SJ", "SL",  "SN", "SC",  "SB",  "SY",   "SH",   "HG",  "HJ",  "HY", "HB", "QB", "QC",
    "QX", "QJ",  "WS", "WH",  "WB",  "WM",   "WW",   "XB",  "XF",  "YB", "YC", "YS", "YY",
    "CB", "CH",  "CJ", "CY",  "DA",  "DL",   "DB",   "DZ",  "EJ",  "FZ", "GD", "LB", "LD",
    "LS", "LY",  "MH", "MT",  "MZ",  "NB",   "NY",   "RB",  "TB",  "TD", "TY", "AQ", "BB",
    "MR", "SF",  "GH", "ISO", "IEC", "IEEE", "ETSI", "ITU", "NIST"};

struct Cursor {
  std::string_view text;
  std::uint32_t at;
  std::uint32_t limit;

  [[nodiscard]] char peek() const { return at < limit ? text[at] : '\0'; }
  bool take(char c) {
    if (peek() != c) return false;
    ++at;
    return true;
  }
  void blanks() {
    while (peek() == ' ') ++at;
  }
  std::string digits() {
    const std::uint32_t begin = at;
    while (is_digit(peek())) ++at;
    return std::string(text.substr(begin, at - begin));
  }
  // Any dash, blanks around it: - – — ― － −
  bool dash() {
    const std::uint32_t begin = at;
    blanks();
    bool any = false;
    while (at < limit) {
      const auto d = utf8::decode(text, at);
      if (d.cp != '-' && (d.cp < 0x2010 || d.cp > 0x2015) && d.cp != 0x2212 && d.cp != U'─') break;
      any = true;
      at += d.size;
    }
    if (!any) {
      at = begin;
      return false;
    }
    blanks();
    return true;
  }
};

// GB/T · T/CCSA · DB11/T · ISO/IEC · ITU-T: letters, digits and slashes; blanks around / go.
std::string read_code(Cursor& c) {
  std::string code;
  while (code.size() < 20) {
    if (is_letter(c.peek()) || (is_digit(c.peek()) && code.starts_with("DB"))) {
      code += c.peek();
      ++c.at;
      continue;
    }
    Cursor ahead = c;
    ahead.blanks();
    if (ahead.take('/')) {
      ahead.blanks();
      if (is_upper(ahead.peek())) {
        code += '/';
        c = ahead;
        continue;
      }
    }
    break;
  }
  return code;
}

bool known_code(std::string_view code) {
  const std::string_view head = code.substr(0, code.find('/'));
  if (head == "T") return code.size() > 3;                                 // 团体标准: T/CCSA
  if (head.starts_with("DB") && head.size() > 2) return head.size() <= 8;  // 地方标准: DB11, DB4403
  return std::find(kCodes.begin(), kCodes.end(), head) != kCodes.end();
}

bool is_international(std::string_view code) {
  return code.starts_with("ISO") || code.starts_with("IEC") || code.starts_with("IEEE") ||
         code.starts_with("ETSI");
}

// 43698-2024 · 22239.1—2019 · 27001:2022 · 0001.3-2021; the year may be missing after a known code.
bool read_number(Cursor& c, std::string_view code, std::string& out) {
  std::string number = c.digits();
  if (number.empty() || number.size() > 7) return false;
  while (c.peek() == '.' && c.at + 1 < c.limit && is_digit(c.text[c.at + 1])) {
    ++c.at;
    number += '.' + c.digits();
  }
  out += number;
  Cursor ahead = c;
  const bool colon = ahead.take(':');
  ahead.blanks();
  if (colon || ahead.dash()) {
    const std::string year = ahead.digits();
    const bool is_year = year.size() == 4 && (year.starts_with("19") || year.starts_with("20"));
    const bool short_year = year.size() == 2 && !colon && !is_international(code);
    const bool part = year.size() == 1 && is_international(code) && !colon;  // ISO/IEC 27036-3
    if ((is_year || short_year || part) && !is_letter(ahead.peek())) {
      out += (colon ? ":" : "-") + year;
      c = ahead;
      if (part) {
        Cursor more = c;
        if (more.take(':')) {
          const std::string after = more.digits();
          if (after.size() == 4) {
            out += ":" + after;
            c = more;
          }
        }
      }
      return true;
    }
  }
  // Without a year only what can be nothing else: GB/T 22239, not GA 12.
  return number.size() >= 4 || (is_international(code) && number.size() >= 3);
}

bool read_standard(Cursor& c, std::string& out) {
  const std::string code = read_code(c);
  if (code.size() < 2 || !known_code(code)) return false;
  c.blanks();
  if (is_international(code) &&
      (c.text.substr(c.at).starts_with("TS ") || c.text.substr(c.at).starts_with("TR "))) {
    out = code + " " + std::string(c.text.substr(c.at, 2)) + " ";
    c.at += 2;
    c.blanks();
  } else {
    out = code + " ";
  }
  if (!is_digit(c.peek())) return false;
  if (!read_number(c, code, out)) return false;
  return !is_letter(c.peek());
}

// 网络安全标准实践指南 and the like of TC260: TC260-PG-20244A, TC260-003.
bool read_tc260(Cursor& c, std::string& out) {
  constexpr std::string_view kHead = "TC260";
  if (!c.text.substr(c.at, c.limit - c.at).starts_with(kHead)) return false;
  c.at += kHead.size();
  out = kHead;
  bool any = false;
  while (out.size() < 24) {
    Cursor ahead = c;
    if (!ahead.dash() || !(is_upper(ahead.peek()) || is_digit(ahead.peek()))) break;
    out += '-';
    while (is_upper(ahead.peek()) || is_digit(ahead.peek())) {
      out += ahead.peek();
      ++ahead.at;
    }
    c = ahead;
    any = true;
  }
  return any && out.find_first_of("0123456789", kHead.size() + 1) != std::string::npos;
}

// NIST SP 800-53, NIST AI 100-1.
bool read_nist(Cursor& c, std::string& out) {
  if (!c.text.substr(c.at, c.limit - c.at).starts_with("NIST ")) return false;
  c.at += 5;
  std::string series;
  while (is_upper(c.peek())) series += c.text[c.at++];
  if (series.empty() || series.size() > 4) return false;
  c.blanks();
  std::string number = c.digits();
  if (number.empty() || !c.dash()) return false;
  const std::string minor = c.digits();
  if (minor.empty()) return false;
  out = "NIST " + series + " " + number + "-" + minor;
  return true;
}

// CVE-2024-3094 with any dash, any case.
bool read_cve(Cursor& c, std::string& out) {
  const auto upper = [&](std::uint32_t i) { return static_cast<char>(c.text[i] & ~0x20); };
  if (c.at + 3 > c.limit || upper(c.at) != 'C' || upper(c.at + 1) != 'V' || upper(c.at + 2) != 'E')
    return false;
  c.at += 3;
  if (!c.dash()) c.blanks();
  const std::string year = c.digits();
  if (year.size() != 4 || !(year.starts_with("19") || year.starts_with("20")) || !c.dash())
    return false;
  const std::string number = c.digits();
  if (number.size() < 4 || number.size() > 9) return false;
  out = "CVE-" + year + "-" + number;
  return true;
}

struct Form {
  bool (*read)(Cursor&, std::string&);
  IdentifierKind kind;
  const char* rule;
};
constexpr std::array<Form, 4> kForms = {
    {{read_cve, IdentifierKind::cve, "identifier.cve"},
     {read_tc260, IdentifierKind::standard, "identifier.tc260"},
     {read_nist, IdentifierKind::standard, "identifier.nist"},
     {read_standard, IdentifierKind::standard, "identifier.standard"}}};

bool may_begin(std::string_view text, std::uint32_t at) {
  const char c = text[at];
  if (!is_upper(c) && c != 'c') return false;
  if (at == 0) return true;
  const char before = text[at - 1];
  const bool cve = text.substr(at).starts_with("CVE-");
  if (cve && before == '/') return true;  // CVE-2025-0001/CVE-2025-0002
  return !is_letter(before) && !is_digit(before) && before != '/' && before != '_' &&
         before != '-' && before != '.';
}

}  // namespace

void find_coded_identifiers(const Passage& p, Span part, std::vector<IdentifierMention>& out) {
  std::uint32_t url_end = part.begin;
  for (std::uint32_t at = part.begin; at < part.end; ++at) {
    at = static_cast<std::uint32_t>(utf8::skip_han(p.text, at, part.end));
    if (at == part.end) break;
    if (p.text[at] == ':' && p.text.compare(at, 3, "://") == 0) {  // nothing inside an address
      while (at<part.end&& static_cast<unsigned char>(p.text[at])> ' ' &&
             static_cast<unsigned char>(p.text[at]) < 0x80)
        ++at;
      url_end = at;
      if (at >= part.end) break;
    }
    if (at < url_end || !may_begin(p.text, at)) continue;
    const std::uint32_t limit = std::min(part.end, at + kLongest);
    for (const Form& form : kForms) {
      Cursor c{p.text, at, limit};
      std::string value;
      if (!form.read(c, value)) continue;
      out.push_back({{at, c.at}, form.kind, value, {form.rule, {}}});
      at = c.at - 1;
      break;
    }
  }
}

}  // namespace guanlan
