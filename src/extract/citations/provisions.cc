#include "extract/citations/provisions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "laws/dates.h"
#include "text/numeral.h"
#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr int kLongestRange = 40;

// Words joined by 、 和 … to the list before them.
constexpr std::array<std::string_view, 8> kJoiners = {"、", "以及", "和", "及",
                                                      "与", "或者", "或", ","};
constexpr std::array<std::string_view, 6> kRanges = {"至", "到", "—", "-", "~", "－"};

class Reader {
 public:
  Reader(std::string_view text, std::uint32_t at, std::uint32_t limit)
      : text_(text.substr(0, limit)), at_(at) {}

  ProvisionList list() {
    ProvisionList out;
    out.end = at_;
    const std::uint32_t first = at_;
    if (!take("第")) return out;
    if (!articles(first, out)) return {{}, first};
    for (;;) {
      const std::uint32_t here = at_;
      if (range(out) || more(out)) continue;
      at_ = here;
      break;
    }
    out.end = at_;
    return out;
  }

  ProvisionList paragraphs_only(std::string_view article) {
    ProvisionList out;
    const std::uint32_t begin = at_;
    article_ = article;
    if (!tail(begin, out) || out.provisions.empty()) return {{}, begin};
    out.end = at_;
    return out;
  }

 private:
  bool take(std::string_view word) {
    if (text_.compare(at_, word.size(), word) != 0) return false;
    at_ += static_cast<std::uint32_t>(word.size());
    return true;
  }
  template <std::size_t N>
  bool take_one(const std::array<std::string_view, N>& words) {
    for (std::string_view word : words) {
      if (take(word)) return true;
    }
    return false;
  }
  void blanks() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  std::string_view numeral() {
    constexpr std::string_view kHan = "〇零一二三四五六七八九十百千";
    blanks();
    const std::uint32_t begin = at_;
    while (at_ < text_.size()) {
      const auto d = utf8::decode(text_, at_);
      const bool han = d.size == 3 && kHan.find(text_.substr(at_, 3)) != std::string_view::npos;
      if (!han && !utf8::is_digit(d.cp)) break;
      at_ += d.size;
      if (at_ - begin > 24) break;
    }
    const auto words = text_.substr(begin, at_ - begin);
    blanks();
    return words;
  }

  // 二十一条…, 二十一、二十二条… or 二十一至二十三条…, 第 being read already.
  bool articles(std::uint32_t begin, ProvisionList& out) {
    std::vector<std::pair<std::string, std::uint32_t>> numbers;
    bool range = false;
    for (std::uint32_t from = begin;; from = at_) {
      const auto number = numeral();
      if (number.empty() || numbers.size() > 30) return false;
      std::vector<std::string> between;
      if (range && !fill(numbers.back().first, number, between)) return false;
      for (std::string& one : between) numbers.emplace_back(std::move(one), from);
      numbers.emplace_back(number, from);
      if (take("条")) break;
      range = take_one(kRanges);
      if (!range && !take("、") && !take("和") && !take("及")) return false;
      take("第");
    }
    for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
      article_ = article(numbers[i].first);
      add(numbers[i].second,
          std::min(at_, numbers[i].second + static_cast<std::uint32_t>(numbers[i].first.size())),
          article_, out);
    }
    article_ = article(numbers.back().first);
    if (take("之")) {
      const std::uint32_t before = at_;
      const auto number = numeral();
      if (number.empty())
        at_ = before - 3;
      else
        article_ += "之" + std::string(number);
    }
    return tail(numbers.back().second, out);
  }

  // The 款 and 项 of article_; where none is named the article itself.
  bool tail(std::uint32_t begin, ProvisionList& out) {
    std::vector<std::string> paragraphs = ordinals("款");
    std::vector<std::string> items = ordinals("项");
    if (paragraphs.empty() && items.empty()) {
      add(begin, at_, article_, out);
      return true;
    }
    if (paragraphs.empty()) paragraphs.emplace_back();
    for (std::size_t i = 0; i + 1 < paragraphs.size(); ++i)
      add(begin, at_, article_ + paragraphs[i], out);
    if (items.empty()) items.emplace_back();
    for (const auto& item : items) add(begin, at_, article_ + paragraphs.back() + item, out);
    return true;
  }

  // 第二款 · 第一、三款 · 第一款、第三款 · 第一款至第三款 · 第(一)、(二)项 · 第(二)(三)项 · (三)
  // alone; nothing is read where they do not end in `unit`.
  std::vector<std::string> ordinals(std::string_view unit) {
    std::vector<std::string> out;
    const std::uint32_t begin = at_;
    std::vector<std::string> open;
    bool paren = false, bracketed = false;  // 项 alone may be left out behind a bracket
    std::string_view last;
    for (bool first = true;; first = false) {
      const std::uint32_t here = at_;
      const std::size_t opened = open.size();
      const bool next = paren && !open.empty() && at_ < text_.size() && text_[at_] == '(';
      const bool range = !first && take_one(kRanges);
      if (!first && !next && !range && !take("、") && !take("和") && !take("及") && !take("以及") &&
          !take("或者") && !take("或"))
        break;
      const bool marked = take("第");
      paren = take("(");
      const auto number = numeral();
      if ((first && !marked && !paren) || number.empty() || (paren && !take(")")) ||
          open.size() > 30 || (range && !fill(last, number, open))) {
        at_ = here;
        open.resize(opened);
        break;
      }
      last = number;
      open.emplace_back(number);
      const bool before = std::exchange(bracketed, paren);
      if (take(unit)) {
        out.insert(out.end(), open.begin(), open.end());
        open.clear();
      } else if (text_.compare(at_, 3, "条") == 0 || text_.compare(at_, 3, "款") == 0 ||
                 text_.compare(at_, 3, "项") == 0) {
        at_ = here;
        open.resize(opened);
        bracketed = before;
        break;
      }
    }
    if (bracketed && unit == "项")
      out.insert(out.end(), open.begin(), open.end());  // 第二十一条(三)、…
    if (out.empty()) at_ = begin;
    for (std::string& one : out) one = "第" + one + std::string(unit);
    return out;
  }

  // 第一款至第三款: what lies between the two.
  static bool fill(std::string_view from, std::string_view to, std::vector<std::string>& out) {
    const auto first = numeral_value(from), last = numeral_value(to);
    if (!first || !last || *last <= *first || *last - *first > kLongestRange) return false;
    const bool digits = utf8::is_digit(static_cast<unsigned char>(to.front()));
    for (int n = static_cast<int>(*first) + 1; n < static_cast<int>(*last); ++n)
      out.push_back(digits ? std::to_string(n) : han_number(n));
    return true;
  }

  bool more(ProvisionList& out) {
    const std::uint32_t from = at_;
    const bool comma = at_ < text_.size() && text_[at_] == ',';
    take_one(kJoiners);
    const std::uint32_t begin = at_;
    const bool marked = take("第");
    if (from == begin && !marked) return false;
    if (comma && !marked) return false;
    return articles(begin, out);
  }

  bool range(ProvisionList& out) {
    if (out.provisions.empty() || !take_one(kRanges)) return false;
    const auto from = value(out.provisions.back().article);
    const std::uint32_t begin = out.provisions.back().span.begin;
    take("第");
    const auto number = numeral();
    if (number.empty() || !take("条")) return false;
    const auto to = numeral_value(number);
    if (!from || !to || *to <= *from || *to - *from > kLongestRange) return false;
    const bool digits = utf8::is_digit(static_cast<unsigned char>(number.front()));
    for (int n = *from + 1; n < static_cast<int>(*to); ++n) {
      add(begin, at_, article(digits ? std::to_string(n) : han_number(n)), out);
    }
    article_ = article(number);
    return tail(begin, out);
  }

  static std::string article(std::string_view number) { return "第" + std::string(number) + "条"; }
  static std::optional<int> value(std::string_view article) {
    if (!article.ends_with("条")) return std::nullopt;  // 第十七条之一
    const auto n = numeral_value(article.substr(3, article.size() - 6));
    return n && *n < 10000 ? std::optional<int>(static_cast<int>(*n)) : std::nullopt;
  }
  void add(std::uint32_t begin, std::uint32_t end, std::string provision,
           ProvisionList& out) const {
    out.provisions.push_back({{begin, end}, std::move(provision), article_});
  }

  std::string_view text_;
  std::uint32_t at_;
  std::string article_;
};

}  // namespace

ProvisionList read_provisions(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  return Reader(text, at, limit).list();
}

ProvisionList read_paragraphs(std::string_view text, std::uint32_t at, std::uint32_t limit,
                              std::string_view article) {
  return Reader(text, at, limit).paragraphs_only(article);
}

}  // namespace guanlan
