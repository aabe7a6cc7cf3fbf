#include <algorithm>
#include <cstdlib>
#include <map>

#include "guanlan/laws.h"
#include "laws/dates.h"
#include "text/fold.h"
#include "text/numeral.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

// The length of an article number at the head of a line: 第四十四条, 第十七条之一; 0: none.
std::size_t article_length(std::string_view line) {
  constexpr std::string_view kDi = "第", kTiao = "条", kZhi = "之";
  if (!line.starts_with(kDi)) return 0;
  const auto limit = static_cast<std::uint32_t>(line.size());
  const auto n = numeral_at(line, kDi.size(), limit);
  if (!n || !line.substr(n->span.end).starts_with(kTiao)) return 0;
  std::size_t end = n->span.end + kTiao.size();
  if (line.substr(end).starts_with(kZhi)) {
    if (const auto sub = numeral_at(line, static_cast<std::uint32_t>(end + kZhi.size()), limit))
      end = sub->span.end;
  }
  return end;
}

// 一、… in amendments and decisions, which have no articles of their own.
std::size_t point_length(std::string_view line) {
  const auto n = numeral_at(line, 0, static_cast<std::uint32_t>(line.size()));
  constexpr std::string_view kComma = "、";
  return n && n->form == NumeralForm::han && line.substr(n->span.end).starts_with(kComma)
             ? n->span.end
             : 0;
}

class Parser {
 public:
  explicit Parser(std::string_view path) : path_(path) {}

  void line(std::string_view raw) {
    ++number_;
    const std::string_view line = trim(raw);
    if (line.starts_with("<!--")) {
      if (line.find("INFO END") != std::string_view::npos) in_head_ = false;
      return;
    }
    if (line.empty() || line == "---") return;
    if (line.front() == '#') return heading(line);
    if (in_head_ && !out_.law.title.empty() && event(line)) return;
    if (in_head_ && article_length(line) == 0) return;  // notes above the text
    in_head_ = false;
    text(line);
  }

  Result<ParsedLaw> finish(std::string_view category) {
    flush();
    LawText& law = out_.law;
    if (law.title.empty()) return fail(Code::damaged, "没有标题行（# 标题）", std::string(path_));
    if (law.provisions.empty()) return fail(Code::damaged, "标题下没有正文", std::string(path_));
    law.key = law_key(law.title);
    law.category = category;
    settle_dates();
    check_numbers();
    return std::move(out_);
  }

 private:
  void note(std::string message, std::string hint = {}) {
    out_.findings.push_back(
        {Code::damaged, std::move(message), std::string(path_), std::move(hint)});
  }

  void heading(std::string_view line) {
    const std::size_t depth = std::min(line.find_first_not_of('#'), std::size_t{9});
    const std::string_view words = trim(line.substr(std::min(depth, line.size())));
    if (depth == 1) {
      if (!out_.law.title.empty()) out_.law.title += ' ';
      out_.law.title += words.substr(0, words.find("<!--"));
      return;
    }
    in_head_ = false;
    flush();
    while (!headings_.empty() && headings_.back().first >= depth) headings_.pop_back();
    headings_.emplace_back(depth, std::string(words));
  }

  bool event(std::string_view line) {
    const DatePrefix date = leading_date(line);
    if (date.size == 0) return false;
    if (date.iso.empty()) {
      note("日期不存在：" + std::string(line.substr(0, date.size)), "核对该文件的沿革日期");
    } else {
      out_.law.events.emplace_back(date.iso, std::string(trim(line.substr(date.size))));
    }
    return true;
  }

  void text(std::string_view line) {
    if (const auto size = article_length(line); size > 0) {
      has_articles_ = true;
      begin(line.substr(0, size), line.substr(size));
    } else if (const auto point = has_articles_ ? 0 : point_length(line); point > 0) {
      begin(line.substr(0, point), line.substr(point + std::string_view("、").size()));
    } else {
      if (!current_) current_ = Provision{};
      if (!current_->text.empty()) current_->text += '\n';
      current_->text += line;
    }
  }

  void begin(std::string_view number, std::string_view rest) {
    flush();
    current_ = Provision{std::string(number), {}, std::string(trim(rest))};
    for (const auto& [depth, words] : headings_) {
      (void)depth;
      current_->heading += (current_->heading.empty() ? "" : " / ") + words;
    }
  }

  void flush() {
    if (current_) out_.law.provisions.push_back(std::move(*current_));
    current_.reset();
  }

  // The version is the last dated change; 施行 and 生效 lines give the day it applies from.
  void settle_dates() {
    LawText& law = out_.law;
    for (const auto& [date, words] : law.events) {
      const bool applies =
          words.starts_with("施行") || words.ends_with("起施行") || words == "生效";
      (applies ? law.effective : law.version) =
          std::max(applies ? law.effective : law.version, date);
    }
    const DatePrefix named = date_in_name(path_);
    if (named.size > 0 && named.iso.empty()) note("文件名中的日期不存在", "核对该文件的版本日期");
    if (!named.iso.empty()) law.version = named.iso;
    if (law.effective.empty()) law.effective = effective_clause();
    if (law.effective.empty()) law.effective = law.version;
  }

  // 本法自2017年6月1日起施行 in one of the last provisions.
  [[nodiscard]] std::string effective_clause() const {
    const auto& all = out_.law.provisions;
    for (std::size_t i = all.size(); i-- > 0 && i + 4 > all.size();) {
      const std::string& words = all[i].text;
      const auto applies = words.find("起施行");
      const auto from = applies == std::string::npos ? applies : words.rfind("自", applies);
      if (from == std::string::npos) continue;
      const DatePrefix date =
          leading_date(std::string_view(words).substr(from + std::string_view("自").size()));
      if (!date.iso.empty()) return date.iso;
    }
    return {};
  }

  void check_numbers() {
    std::map<std::string_view, int> seen;
    double last = 0;
    for (const Provision& p : out_.law.provisions) {
      if (p.number.empty()) continue;
      if (++seen[p.number] == 2) note("条文重复：" + p.number);
      if (!p.number.starts_with("第")) continue;
      const auto n = numeral_at(p.number, 3, static_cast<std::uint32_t>(p.number.size()));
      if (n && last > 0 && n->value > last + 1) note("条文缺号：" + p.number + " 之前");
      if (n) last = n->value;
    }
  }

  std::string_view path_;
  ParsedLaw out_;
  std::vector<std::pair<std::size_t, std::string>> headings_;
  std::optional<Provision> current_;
  int number_ = 0;
  bool in_head_ = true;
  bool has_articles_ = false;
};

std::string_view folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  std::string_view folder = path.substr(0, slash);
  while (folder.starts_with("./")) folder.remove_prefix(2);
  return folder;
}

}  // namespace

std::string law_key(std::string_view title) {
  constexpr std::string_view kState = "中华人民共和国";
  constexpr std::u32string_view kMarks = U"《》〈〉<>";
  std::string out;
  for (std::size_t at = 0; at < title.size();) {
    if (title.substr(at).starts_with(kState) && title.size() > kState.size()) {
      at += kState.size();
      continue;
    }
    const auto d = utf8::decode(title, at);
    at += d.size;
    const char32_t cp = fold(d.cp);
    if (!utf8::is_blank(cp) && !utf8::is_invisible(cp) && kMarks.find(cp) == kMarks.npos)
      utf8::append(out, cp);
  }
  return out;
}

Result<ParsedLaw> parse_law(std::string_view markdown, std::string_view path) {
  Parser parser(path);
  for (std::size_t at = 0; at < markdown.size();) {
    const auto end = std::min(markdown.find('\n', at), markdown.size());
    parser.line(markdown.substr(at, end - at));
    at = end + 1;
  }
  return parser.finish(folder_of(path));
}

Result<ProvisionRef> parse_provision(std::string_view text) {
  ProvisionRef out;
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    at += d.size;
    const char32_t cp = fold(d.cp);
    if (!utf8::is_blank(cp) && cp != '(' && cp != ')' && cp != U'第') utf8::append(folded, cp);
  }
  const auto limit = static_cast<std::uint32_t>(folded.size());
  std::uint32_t at = 0;
  while (at < limit) {
    const auto n = numeral_at(folded, at, limit);
    if (!n) break;
    const std::string_view rest = std::string_view(folded).substr(n->span.end);
    const int value = static_cast<int>(std::clamp(n->value, 0.0, 1e6));
    at = n->span.end + 3;
    if (rest.starts_with("条") || rest.empty()) {
      out.article = "第" + han_number(value) + "条";
      if (rest.starts_with("条之")) {
        const auto sub = numeral_at(folded, at + 3, limit);
        if (!sub) break;
        out.article += "之" + han_number(static_cast<int>(sub->value));
        at = sub->span.end;
      }
    } else if (rest.starts_with("款")) {
      out.paragraph = value;
    } else if (rest.starts_with("项")) {
      out.item = value;
    } else {
      break;
    }
  }
  if (out.article.empty() || at < limit) {
    return fail(Code::invalid, "不是条文号：" + std::string(text), {},
                "例如 第四十四条、44条、第十七条之一、第二十条第二款第（三）项");
  }
  return out;
}

}  // namespace guanlan
