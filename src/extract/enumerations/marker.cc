#include "extract/enumerations/marker.h"

#include <algorithm>
#include <array>

#include "extract/around.h"

namespace guanlan::enumerations {
namespace {

using around::starts;

using Kind = MarkerKind;

// Where a marker may stand: at the start of a paragraph, behind a mark.
bool opens(std::string_view text, std::uint32_t at) {
  const char32_t before = around::previous(text, at);
  return before == 0 || around::ends_clause(before) || before == U'“' || before == U'—' ||
         before == ' ' || before == ')';
}

// 第一,… 第二大方向是…: an ordinal that counts its own sentences.
bool lists(std::string_view text, std::uint32_t end) {
  constexpr std::string_view kBehind[] = {",",  "、", "是", "个",   "大",
                                          "种", "类", "点", "方面", ":"};
  return around::starts_any(text, end, kBehind) != 0;
}

bool marker(std::string_view text, const Numeral& n, Marker& out) {
  const std::uint32_t begin = n.span.begin, end = n.span.end;
  if (n.value < 1 || n.value > 99 || n.decimals > 0 || n.form == NumeralForm::mixed) return false;
  out.ordinal = static_cast<int>(n.value);
  out.span = n.span;
  const bool han = n.form == NumeralForm::han;
  if (around::ends(text, begin, "(") && starts(text, end, ")")) {
    out.kind = han ? Kind::han_bracket : Kind::bracket;
    out.span = {begin - 1, end + 1};
    return true;
  }
  if (around::ends(text, begin, "第")) {
    out.kind = Kind::ordinal;
    out.span.begin -= 3;
    return lists(text, end) && opens(text, out.span.begin);
  }
  if (around::ends(text, begin, "其") && han) {
    out.kind = Kind::ordinal;
    out.span.begin -= 3;
    return opens(text, out.span.begin);
  }
  if (han && starts(text, end, "个是")) {
    out.kind = Kind::one_is;
    return n.value == 1;
  }
  if (han && (starts(text, end, "是") || starts(text, end, "要")) && opens(text, begin)) {
    out.kind = starts(text, end, "是") ? Kind::shi : Kind::yao;
    return true;
  }
  const char32_t before = around::previous(text, begin);
  if (n.form == NumeralForm::digits && opens(text, begin) && n.span.size() <= 2 &&
      (starts(text, end, ".") || starts(text, end, "、"))) {
    out.kind = Kind::point;
    return true;
  }
  if (han && starts(text, end, "、") && (before == '\n' || before == 0)) {
    out.kind = Kind::comma;
    return true;
  }
  const bool numbered = han || around::ends(text, begin, "案例");  // 挑战一,… 案例一:… 案例1:…
  if (numbered && utf8::is_han(before) && begin >= 6 && opens(text, begin - 6)) {
    out.kind = Kind::noun;
    return starts(text, end, ",") || starts(text, end, ":") || starts(text, end, "\n");
  }
  return false;
}

class Runs {
 public:
  explicit Runs(std::string_view text) : text_(text) {}
  void add(const Marker& m) {
    Open& open = open_[static_cast<std::size_t>(m.kind)];
    const bool repeats = m.kind == Kind::one_is;
    if (m.ordinal == 1 &&
        !(repeats && open.run.count > 0 && same_statement(open.run.end, m.span.begin))) {
      close(open);
      open.run = {m.span.begin, m.span.end, 1};
    } else if (open.run.count > 0 && (repeats || goes_on(m, open.run.count))) {
      open.run.count = repeats ? open.run.count + 1 : m.ordinal;
      open.run.end = m.span.end;
    }
  }
  std::vector<Run> take() {
    for (Open& open : open_) close(open);
    std::sort(out_.begin(), out_.end(),
              [](const Run& a, const Run& b) { return a.begin < b.begin; });
    return std::move(out_);
  }

 private:
  struct Open {
    Run run;
  };
  [[nodiscard]] bool same_statement(std::uint32_t from, std::uint32_t to) const {
    constexpr std::uint32_t kFar = 240;
    return to - from < kFar && !holds_word(text_.substr(from, to - from), "。");
  }
  // 其次 may stand for 第二.
  static bool goes_on(const Marker& m, int count) {
    return m.ordinal == count + 1 || (m.kind == Kind::ordinal && m.ordinal == count + 2);
  }
  void close(Open& open) {
    if (open.run.count >= 2) out_.push_back(open.run);
    open.run = {};
  }
  const std::string_view text_;
  std::array<Open, static_cast<std::size_t>(Kind::count_)> open_;
  std::vector<Run> out_;
};

// 还有 behind 一个是…一个是….
bool one_more(std::string_view text, std::uint32_t from, std::uint32_t limit, std::uint32_t& at) {
  const std::string_view rest = text.substr(from, std::min<std::uint32_t>(limit - from, 90));
  const std::size_t found = rest.find(",还有");
  const std::size_t stop = rest.find("。");
  if (found == std::string_view::npos || stop < found || rest.find("一个是") < found) return false;
  at = from + static_cast<std::uint32_t>(found) + 1;
  return true;
}

}  // namespace

std::vector<Marker> markers(const Passage& p) {
  std::vector<Marker> out;
  for (const Numeral& n : p.numerals) {
    Marker m;
    if (p.body.contains(n.span) && marker(p.text, n, m)) out.push_back(m);
  }
  return out;
}

std::vector<Run> marker_runs(const Passage& p) {
  Runs runs(p.text);
  for (const Marker& m : markers(p)) {
    runs.add(m);
    std::uint32_t at = 0;
    if (m.kind == Kind::one_is && one_more(p.text, m.span.end, p.body.end, at)) {
      runs.add({Kind::one_is, 2, {at, at + 6}});
    }
  }
  return runs.take();
}

}  // namespace guanlan::enumerations
