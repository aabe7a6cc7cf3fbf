#include "read/format_code.h"

#include <array>
#include <cstdlib>

#include "read/numbering.h"

namespace guanlan {
namespace {

// Sections apart by ';', quotes and brackets respected.
std::vector<std::string_view> sections(std::string_view code) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  bool quoted = false, bracketed = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '\\') {
      ++i;
    } else if (code[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && (code[i] == '[' || code[i] == ']')) {
      bracketed = code[i] == '[';
    } else if (!quoted && !bracketed && code[i] == ';') {
      out.push_back(code.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  out.push_back(code.substr(std::min(begin, code.size())));
  return out;
}

class Scanner {
 public:
  explicit Scanner(std::string_view code) : code_(code) {}

  FormatCode scan() {
    while (at_ < code_.size()) step();
    minutes();
    return std::move(format_);
  }

 private:
  void literal(std::string_view text) {
    auto& pieces = format_.pieces;
    if (pieces.empty() || pieces.back().token != Token::literal)
      pieces.push_back({Token::literal, {}});
    pieces.back().text += text;
  }

  void bracket() {
    const auto end = std::min(code_.find(']', at_), code_.size());
    const std::string_view inside = code_.substr(at_ + 1, end - at_ - 1);
    at_ = std::min(end + 1, code_.size());
    if (same_letters(inside, "DBNum1")) format_.chinese = true;
    if (same_letters(inside, "DBNum2")) format_.legal = true;
    if (inside.starts_with('$')) literal(inside.substr(1, inside.find('-') - 1));
    const bool repeated =
        !inside.empty() && inside.find_first_not_of("hH") == std::string_view::npos;
    if (repeated) format_.pieces.push_back({Token::elapsed, std::string(inside)});
  }

  void step() {
    const char c = code_[at_];
    if (c == '[') return bracket();
    if (c == '"') {
      const auto end = std::min(code_.find('"', at_ + 1), code_.size());
      literal(code_.substr(at_ + 1, end - at_ - 1));
      at_ = std::min(end + 1, code_.size());
      return;
    }
    if (c == '\\' || c == '_' || c == '*') {
      if (c == '\\') literal(code_.substr(at_ + 1, 1));
      at_ = std::min(at_ + 2, code_.size());
      return;
    }
    if (same_letters(code_.substr(at_, 7), "General")) {
      format_.pieces.push_back({Token::digits, "General"});
      at_ += 7;
      return;
    }
    if (const std::size_t half = half_day(); half > 0) {
      format_.pieces.push_back({Token::half, std::string(code_.substr(at_, half))});
      at_ += half;
      return;
    }
    if (!placeholder(c)) {
      literal(code_.substr(at_, 1));
      ++at_;
    }
  }

  [[nodiscard]] std::size_t half_day() const {
    const std::string_view rest = code_.substr(at_);
    if (same_letters(rest.substr(0, 5), "AM/PM")) return 5;
    constexpr std::string_view kChinese = "上午/下午";
    return rest.starts_with(kChinese) ? kChinese.size() : 0;
  }

  bool placeholder(char c) {
    const std::size_t begin = at_;
    const char low = static_cast<char>(c | 0x20);
    constexpr std::string_view kDates = "ymdhse";
    if (kDates.find(low) != std::string_view::npos && !(low == 'e' && exponent())) {
      while (at_ < code_.size() && (code_[at_] | 0x20) == low) ++at_;
      constexpr std::array kTokens{Token::year, Token::month,  Token::day,
                                   Token::hour, Token::second, Token::year};
      format_.pieces.push_back(
          {kTokens[kDates.find(low)], std::string(code_.substr(begin, at_ - begin))});
      return true;
    }
    if (exponent()) {
      at_ += 2;
      while (at_ < code_.size() && code_[at_] == '0') ++at_;
      format_.pieces.push_back(
          {Token::exponent, std::string(code_.substr(begin + 2, at_ - begin - 2))});
      return true;
    }
    if (c == '%') {
      ++at_;
      format_.pieces.push_back({Token::percent, "%"});
      return true;
    }
    if (c == '@') {
      ++at_;
      format_.pieces.push_back({Token::text, "@"});
      return true;
    }
    const auto digit = [&](std::size_t i) {
      return i < code_.size() && std::string_view("0#?,.").find(code_[i]) != std::string_view::npos;
    };
    if (!digit(at_)) return false;
    const bool after_second =
        !format_.pieces.empty() && format_.pieces.back().token == Token::second;
    while (digit(at_)) ++at_;
    if (after_second) return true;  // fractions of a second are not shown
    format_.pieces.push_back({Token::digits, std::string(code_.substr(begin, at_ - begin))});
    return true;
  }

  [[nodiscard]] bool exponent() const {
    return at_ + 2 < code_.size() && (code_[at_] | 0x20) == 'e' &&
           (code_[at_ + 1] == '+' || code_[at_ + 1] == '-') && code_[at_ + 2] == '0';
  }

  // An m after hours or before seconds means minutes.
  void minutes() {
    std::vector<Piece*> parts;
    for (Piece& piece : format_.pieces) {
      if (piece.token >= Token::year && piece.token != Token::half) parts.push_back(&piece);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (parts[i]->token != Token::month) continue;
      const bool after =
          i > 0 && (parts[i - 1]->token == Token::hour || parts[i - 1]->token == Token::elapsed);
      const bool before = i + 1 < parts.size() && parts[i + 1]->token == Token::second;
      if (after || before) parts[i]->token = Token::minute;
    }
  }

  std::string_view code_;
  std::size_t at_ = 0;
  FormatCode format_;
};

// A condition like [>=100] at the head of a section; true without one.
enum class Fit { none, yes, no };
Fit condition(std::string_view section, double value) {
  for (auto at = section.find('['); at != std::string_view::npos; at = section.find('[', at + 1)) {
    const std::string inside(
        section.substr(at + 1, std::min(section.find(']', at), section.size()) - at - 1));
    if (inside.empty() || std::string_view("<>=").find(inside[0]) == std::string_view::npos)
      continue;
    const auto digits = inside.find_first_not_of("<>=");
    if (digits == std::string::npos) continue;
    const double limit = std::strtod(inside.c_str() + digits, nullptr);
    const std::string sign = inside.substr(0, digits);
    const bool fits = (sign == ">" && value > limit) || (sign == ">=" && value >= limit) ||
                      (sign == "<" && value < limit) || (sign == "<=" && value <= limit) ||
                      (sign == "=" && value == limit) || (sign == "<>" && value != limit);
    return fits ? Fit::yes : Fit::no;
  }
  return Fit::none;
}

}  // namespace

bool same_letters(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return (x | 0x20) == (y | 0x20);
         });
}

std::pair<std::string_view, bool> choose_section(std::string_view code, double value) {
  const std::vector<std::string_view> parts = sections(code);
  bool conditions = false;
  for (const std::string_view part : parts) {
    const Fit fit = condition(part, value);
    conditions |= fit != Fit::none;
    if (fit == Fit::yes) return {part, value < 0};
    if (conditions && fit == Fit::none) return {part, value < 0};
  }
  if (parts.size() >= 2 && value < 0) return {parts[1], false};
  if (parts.size() >= 3 && value == 0) return {parts[2], false};
  return {parts[0], value < 0};
}

FormatCode parse_format_code(std::string_view section) { return Scanner(section).scan(); }

std::string in_numerals(std::string text, const FormatCode& format) {
  if (!format.chinese && !format.legal) return text;
  const bool plain =
      !text.empty() && text.size() < 6 && text.find_first_not_of("0123456789") == std::string::npos;
  if (!plain) return text;
  return format_number(std::stoi(text),
                       format.legal ? NumberFormat::chinese_legal : NumberFormat::chinese);
}

}  // namespace guanlan
