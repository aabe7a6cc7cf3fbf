#include "extract/authorities/signature.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace guanlan::authorities {
namespace {

constexpr std::size_t kLongestDate = 40;  // bytes
constexpr std::array<std::string_view, 7> kSeals = {"(代章)", "(盖章)", "(印章)", "(公章)",
                                                    "(印)",   "(章)",   "(签章)"};

bool is_date(std::string_view line) {
  if (line.size() < 8 || line.size() > kLongestDate) return false;
  static constexpr std::u32string_view kOf = U"0123456789年月日〇○零一二三四五六七八九十-./ ";
  for (std::size_t at = 0; at < line.size();) {
    const auto d = utf8::decode(line, at);
    if (kOf.find(d.cp) == std::u32string_view::npos) return false;
    at += d.size;
  }
  return line.ends_with("日") || (line.find('-') != std::string_view::npos &&
                                  utf8::is_digit(static_cast<unsigned char>(line.back())));
}

// Walks the lines of a body and the mentions on them together.
class Lines {
 public:
  Lines(const Passage& passage, const std::vector<BodyMention>& bodies)
      : passage_(passage), bodies_(bodies), signs_(bodies.size(), false) {
    for (std::size_t i = 0; i < bodies.size(); ++i) {
      if (!bodies[i].in_title) order_.push_back(i);
    }
    std::sort(order_.begin(), order_.end(),
              [&](std::size_t a, std::size_t b) { return bodies_[a].span < bodies_[b].span; });
  }

  std::vector<bool> take() {
    for (std::uint32_t at = passage_.body.begin; at < passage_.body.end;) {
      const auto newline = passage_.text.find('\n', at);
      const auto end =
          static_cast<std::uint32_t>(std::min<std::size_t>(newline, passage_.body.end));
      line({at, end});
      at = end + 1;
    }
    sign();
    return std::move(signs_);
  }

 private:
  void line(Span span) {
    const std::string_view words = passage_.of(span);
    const std::size_t first = next_;
    while (next_ < order_.size() && bodies_[order_[next_]].span.begin < span.end) ++next_;
    if (words.find_first_not_of(" \t") == std::string_view::npos) return;
    if (is_date(words)) return sign();
    if (!only_bodies(span, first)) return pending_.clear();
    for (std::size_t i = first; i < next_; ++i) pending_.push_back(order_[i]);
  }
  void sign() {
    for (const std::size_t i : pending_) signs_[i] = true;
    pending_.clear();
  }
  // Bodies, blanks and a seal, nothing else.
  [[nodiscard]] bool only_bodies(Span line, std::size_t first) const {
    std::uint32_t at = line.begin;
    for (std::size_t i = first; i < next_; ++i) {
      const Span body = bodies_[order_[i]].span;
      if (body.end <= at) continue;
      if (!is_blank({at, body.begin})) return false;
      at = body.end;
    }
    return at > line.begin && is_blank({at, line.end});
  }
  [[nodiscard]] bool is_blank(Span span) const {
    std::string_view words = span.begin < span.end ? passage_.of(span) : std::string_view();
    for (const std::string_view seal : kSeals) {
      if (words.ends_with(seal)) words.remove_suffix(seal.size());
    }
    return words.find_first_not_of(" ") == std::string_view::npos || words == "、";
  }

  const Passage& passage_;
  const std::vector<BodyMention>& bodies_;
  std::vector<std::size_t> order_;  // the body's mentions, ascending
  std::size_t next_ = 0;
  std::vector<std::size_t> pending_;
  std::vector<bool> signs_;
};

}  // namespace

std::vector<bool> signers(const Passage& passage, const std::vector<BodyMention>& bodies) {
  return Lines(passage, bodies).take();
}

}  // namespace guanlan::authorities
