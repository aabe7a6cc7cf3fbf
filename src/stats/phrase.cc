#include "stats/phrase.h"

#include "extract/around.h"
#include "stats/operators.h"
#include "stats/parts.h"
#include "stats/words.h"
#include "text/utf8.h"

namespace guanlan::stats {
namespace {

// Takes one thing after another off the beginning of a phrase.
class Stripper {
 public:
  Stripper(const View& view, Span span) : view_(view), at_(span.begin), end_(span.end) {}

  Phrase run() {
    while (at_ < end_ && step()) {
    }
    out_.name = without_verbs(view_, {at_, end_});
    if (const Word end = suffix(Cue::topic_end, view_.of(out_.name))) {
      out_.name = without_verbs(view_, {out_.name.begin, out_.name.end - end.size()});
      out_.topic = true;
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return view_.text().substr(at_, end_ - at_); }

  bool step() {
    return gap() || period() || operators() || parts() || located() || region() || word();
  }

  bool gap() {
    const auto d = utf8::decode(view_.text(), at_);
    if (utf8::is_blank(d.cp) || d.cp == '\n') return at_ += d.size, true;
    if (const Bracket* b = d.cp == '(' ? view_.paren_at(at_) : nullptr;
        b != nullptr && b->span.end <= end_) {
      return at_ = b->span.end, true;
    }
    return false;
  }

  bool period() {
    const Word before = prefix(Cue::before_date, rest());
    const Dated* dated = view_.period_at(at_ + before.size());
    if (dated == nullptr && before) dated = view_.period_at(at_);
    if (dated == nullptr || dated->span.end > end_) return false;
    at_ = dated->span.end;
    if (dated->period) out_.period = dated->period;
    while (const Word after = prefix(Cue::after_date, rest())) at_ += after.size();
    return true;
  }

  bool operators() {
    Operators found = operators_at(view_, at_, end_);
    if (found.names.empty()) {
      const Word own = prefix(Cue::own, rest());
      const Word all = prefix(Cue::everyone, rest().substr(own.size()));
      if (!all) return false;
      at_ += own.size() + all.size();
      return out_.everyone = true;
    }
    out_.operators = std::move(found.names);
    at_ = found.end;
    return true;
  }

  bool parts() {
    Parts found = parts_at(rest());
    if (found.names.empty()) return false;
    out_.parts = std::move(found.names);
    at_ += found.end;
    return true;
  }

  bool located() {
    const Word in = prefix(Cue::located, rest());
    if (!in) return false;
    const std::uint32_t before = at_;
    at_ += in.size();
    if (region() && view_.text().substr(0, at_).ends_with("的")) return true;
    at_ = before;
    return false;
  }

  bool region() {
    if (const PlaceMention* place = view_.place_at(at_);
        place != nullptr && place->span.end <= end_) {
      add(place->place, place->span.size());
    } else if (const Word home = prefix(Cue::home, rest())) {
      add(view_.home, home.size());
    } else if (const Word nation = prefix(Cue::nation, rest())) {
      add(view_.map().china(), nation.size());
    } else {
      const Word zone = prefix(Cue::zone, rest());
      at_ += zone.size();
      return static_cast<bool>(zone);
    }
    if (rest().starts_with("的")) at_ += 3;
    return true;
  }

  // A place goes on with the next one (我省郑州市) or stands in a list with it (郑州市、洛阳市).
  void add(PlaceId place, std::uint32_t size) {
    constexpr std::string_view kJoints[] = {"、", "和", "及", "与"};
    if (around::ends_any(view_.text(), at_, kJoints) == 0) out_.regions.clear();
    if (place != kNoPlace) out_.regions.push_back(place);
    at_ += size;
  }

  // 按照上年不变价计算的, and words that say nothing. “.CN”域名 begins a name.
  bool word() {
    constexpr std::string_view kReckoned = "计算的", kOpen = "“", kClose = "”";
    if (prefix(Cue::gloss, rest())) {
      const std::size_t end = rest().find(kReckoned);
      if (end != std::string_view::npos) {
        at_ += static_cast<std::uint32_t>(end + kReckoned.size());
        return true;
      }
    }
    if (rest().starts_with(kOpen)) {
      const std::size_t close = rest().find(kClose);
      if (close != std::string_view::npos && close + kClose.size() < rest().size()) return false;
    }
    const Word lead = prefix(Cue::lead, rest());
    const int year = view_.passage->issue.year;
    if (lead.value == "year" && !out_.period && year != 0) {
      out_.period = {year, 0, year, 0};
      out_.passing = true;
    }
    at_ += lead.size();
    return static_cast<bool>(lead);
  }

  const View& view_;
  std::uint32_t at_, end_;
  Phrase out_;
};

std::vector<std::string> pieces(const View& view, Span name, bool also_and) {
  std::vector<std::string> out;
  std::uint32_t from = name.begin;
  const auto close = [&](std::uint32_t end, std::uint32_t next) {
    out.push_back(view.name({from, end}));
    from = next;
  };
  for (std::uint32_t at = name.begin; at < name.end;) {
    const auto d = utf8::decode(view.text(), at);
    if (d.cp == U'、' || (also_and && (d.cp == U'和' || d.cp == U'及' || d.cp == U'与')))
      close(at, at + d.size);
    at += d.size;
  }
  close(name.end, name.end);
  return out;
}

// Gives every name of a list the words that only the last one has.
void share_head(std::vector<std::string>& names) {
  const Word head = suffix(Cue::list_head, names.back());
  if (!head || head.size() == names.back().size()) return;
  for (std::string& name : names) {
    if (!name.ends_with(head.text) && !suffix(Cue::list_head, name)) name += head.text;
  }
}

}  // namespace

Span without_verbs(const View& view, Span span) {
  while (span.begin < span.end) {
    const std::string_view words = view.of(span);
    Word end = suffix(Cue::approx, words);
    if (const Word verb = suffix(Cue::verb, words); verb.size() > end.size()) end = verb;
    std::uint32_t size = end.size();
    if (size == 0 && !words.empty()) {
      const auto d = utf8::decode_before(words, words.size());
      if (utf8::is_blank(d.cp) || d.cp == '\n' || d.cp == U'、' || d.cp == ',') size = d.size;
    }
    if (size == 0) break;
    span.end -= size;
  }
  return span;
}

std::string name_of(const View& view, Span name) {
  const Found join = last(Cue::join, view.of(name));
  if (!join || join.at == 0 || join.end() == name.size()) return view.name(name);
  return view.name({name.begin, name.begin + join.at}) +
         view.name({name.begin + join.end(), name.end});
}

std::vector<std::string> list_of(const View& view, Span name, std::size_t count) {
  for (const bool also_and : {false, true}) {
    auto names = pieces(view, name, also_and);
    if (names.size() != count) continue;
    share_head(names);
    return names;
  }
  return {};
}

Phrase read_phrase(const View& view, Span span) { return Stripper(view, span).run(); }

}  // namespace guanlan::stats
