// Repeats (重复): words and sentences that are there twice.
//
//   repeat.word       的的, 了了, 个人信息个人信息
//   repeat.sentence   a sentence of fifteen characters or more, twice running
#include <algorithm>

#include "check/cues.h"
#include "check/families.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

constexpr std::size_t kLongest = 8;  // characters of a repeated word

// Characters that do not double in good Chinese; 人人, 天天, 刚刚 do.
bool never_doubles(char32_t cp) {
  constexpr std::u32string_view kFunction = U"的了和在是与为对将被于及或把从向以而但";
  return kFunction.find(cp) != std::u32string_view::npos;
}

bool is_seam(std::string_view words) {
  const auto& seams = cues(Cue::seam);
  return std::find(seams.begin(), seams.end(), words) != seams.end();
}

class Words {
 public:
  explicit Words(Desk& desk) : desk_(desk) {}

  void run() {
    const std::string_view text = desk_.text();
    for (std::uint32_t at = 0; at < text.size();) {
      const auto d = utf8::decode(text, at);
      if (utf8::is_han(d.cp)) {
        run_ += d.cp;
        places_.push_back(at);
        look(at + d.size);
      } else {
        if (d.cp == U'“' || d.cp == U'”' || d.cp == '\n') quoted_ = d.cp == U'“';
        run_.clear();
        places_.clear();
      }
      at += d.size;
    }
  }

 private:
  // Whether the run now ends in a word said twice; the longest such word counts.
  void look(std::uint32_t end) {
    const std::size_t n = run_.size();
    for (std::size_t size = std::min(kLongest, n / 2); size >= 2; --size) {
      if (run_.compare(n - size, size, run_, n - 2 * size, size) != 0) continue;
      if (means_more(n, size, end)) continue;
      return report(n - 2 * size, size, end);
    }
    if (n >= 2 && run_[n - 1] == run_[n - 2] && never_doubles(run_[n - 1])) {
      report(n - 2, 1, end);
    }
  }
  // 一步一步, 研究研究 before a mark, 哈哈哈哈: a way of speaking.
  [[nodiscard]] bool means_more(std::size_t n, std::size_t size, std::uint32_t end) const {
    constexpr std::u32string_view kNameEnds = U"会局部院司厅处室所者员社校";  // 理事会|理事会理事
    if (run_[n - size] == U'一' || kNameEnds.find(run_[n - size]) != std::u32string_view::npos)
      return true;
    if (size == 2 && quoted_) return true;  // speech: 好好练习练习
    if (size == 2 && is_seam(desk_.of({places_[n - 4], end}))) return true;
    for (std::size_t i = n - size + 1; i < n; ++i) {
      if (run_[i] != run_[n - size]) return size == 2 && run_[n - 2] == U'越';
    }
    return true;  // 哈哈
  }
  void report(std::size_t from, std::size_t size, std::uint32_t end) {
    const Span span{places_[from], end};
    const Span once{places_[from + size], end};
    desk_.report(
        {"repeat.word", in_clean(span), {{"word", desk_.printed(once)}}, desk_.printed(once)});
    run_.clear();
    places_.clear();
  }

  Desk& desk_;
  std::u32string run_;
  std::vector<std::uint32_t> places_;
  bool quoted_ = false;
};

// Cells of a table, what stands in brackets, notes and entries of a list.
bool is_aside(std::string_view words) {
  if (words.find('\t') != std::string_view::npos) return true;
  const char32_t first = utf8::decode(words, 0).cp;
  return first == '(' || first == '*' || first == '[' || utf8::is_digit(first);
}

// A sentence that comes again at once, or after one other: set twice by a slip of the hand. Further
// apart, cases are told in the same words, and tables have the same notes.
void sentences(Desk& desk, const Section& section) {
  constexpr std::size_t kShortest = 45;
  const auto& all = section.passage.sentences;
  for (std::size_t i = 1; i < all.size(); ++i) {
    const Span s = all[i];
    const std::string_view words = desk.of(s);
    if (s.size() < kShortest || section.passage.title.contains(s) || is_aside(words)) continue;
    for (std::size_t back = 1; back <= std::min<std::size_t>(i, 2); ++back) {
      if (desk.of(all[i - back]) != words || section.passage.title.contains(all[i - back]))
        continue;
      desk.report({"repeat.sentence", in_clean(s), {}, {}, {in_clean(all[i - back])}});
      break;
    }
  }
}

}  // namespace

void check_repeats(Desk& desk) {
  Words(desk).run();
  for (const Section& section : desk.sections()) sentences(desk, section);
}

}  // namespace guanlan::checking
