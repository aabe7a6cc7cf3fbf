// Pairs (成对标点): quotes, book marks and brackets that open and close within a paragraph.
//
//   punct.pair   《加快…行动方案(2024—2026年)
#include <algorithm>

#include "check/families.h"
#include "extract/around.h"

namespace guanlan::checking {
namespace {

struct MarkPair {
  char32_t open, close;
};
constexpr MarkPair kPairs[] = {{U'“', U'”'}, {U'‘', U'’'},   {U'《', U'》'},
                               {U'(', U')'}, {U'【', U'】'}, {U'〔', U'〕'}};

struct Open {
  char32_t mark;
  std::uint32_t at;
};

constexpr std::size_t kDeepest = 64;  // open at once; no text that means something has more

// 1) a) and 一): a number of a list; :) and the like are no brackets either. ’ is an apostrophe.
bool lone_close(std::string_view text, std::uint32_t at, char32_t cp) {
  const char32_t before = around::previous(text, at);
  if (cp == U'’') return true;
  return cp == ')' && (utf8::is_digit(before) || utf8::is_latin(before) || before == ':' ||
                       before == U'一' || before == U'二' || before == U'三' || before == U'四');
}

class Paragraph {
 public:
  Paragraph(Desk& desk, Span span, std::vector<Open> carried)
      : desk_(desk), text_(desk.text()), span_(span), carried_(std::move(carried)) {}

  // Returns what this paragraph leaves open: a quotation may go on in the next one.
  std::vector<Open> run() {
    for (std::uint32_t at = span_.begin; at < span_.end;) {
      const auto d = utf8::decode(text_, at);
      for (const MarkPair& pair : kPairs) {
        if (d.cp == pair.open && open_.size() < kDeepest) open_.push_back({d.cp, at});
        if (d.cp == pair.close) close(pair, at, d.size);
      }
      at += d.size;
    }
    for (const Open& o : carried_) report({o.at, o.at + utf8::decode(text_, o.at).size});
    return std::move(open_);
  }

 private:
  void close(const MarkPair& pair, std::uint32_t at, std::uint32_t size) {
    for (std::size_t i = open_.size(); i-- > 0 && i + 8 > open_.size();) {
      if (open_[i].mark != pair.open) continue;
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
    const auto before = std::find_if(carried_.rbegin(), carried_.rend(),
                                     [&](const Open& o) { return o.mark == pair.open; });
    if (before != carried_.rend()) {
      carried_.erase(std::next(before).base());
    } else if (!lone_close(text_, at, pair.close)) {
      report({at, at + size});
    }
  }
  void report(Span mark) {
    std::uint32_t end = mark.end;
    for (int i = 0; i < 8 && end < span_.end; ++i) end += utf8::decode(text_, end).size;
    std::uint32_t begin = mark.begin;
    for (int i = 0; i < 8 && begin > span_.begin; ++i) {
      begin -= utf8::decode_before(text_, begin).size;
    }
    desk_.report({"punct.pair", in_clean({begin, end}), {{"mark", desk_.printed(mark)}}});
  }

  Desk& desk_;
  std::string_view text_;
  Span span_;
  std::vector<Open> open_, carried_;
};

}  // namespace

void check_pairs(Desk& desk) {
  std::vector<Open> open;
  for (const auto& p : desk.document().layout.paragraphs) {
    open = Paragraph(desk, p.span, std::move(open)).run();
  }
  (void)Paragraph(desk, {}, std::move(open)).run();
}

}  // namespace guanlan::checking
