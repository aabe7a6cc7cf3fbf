#include "extract/around.h"
#include "extract/instruments/status.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace guanlan {
namespace {

enum class Say : std::uint8_t {
  nothing,
  issued,
  released,
  draft,
  effective,
  cited,
  planned,
  list,
  shown,
  work
};

Say say(std::string_view cell) {
  if (cell == "issued") return Say::issued;
  if (cell == "released") return Say::released;
  if (cell == "draft") return Say::draft;
  if (cell == "effective") return Say::effective;
  if (cell == "cited") return Say::cited;
  if (cell == "planned") return Say::planned;
  if (cell == "list") return Say::list;
  if (cell == "shown") return Say::shown;
  if (cell == "not") return Say::work;
  return Say::nothing;
}

struct Cue {
  Say say = Say::nothing;
  Span span;
};

// Reads the words around one group of titles.
class Reader {
 public:
  explicit Reader(const Passage& p)
      : p_(p),
        cues_(p, WordClass::status),
        before_(p.lexicon->table(WordClass::status).column("before")),
        after_(p.lexicon->table(WordClass::status).column("after")) {}

  // The nearest word before `at`, down to `from`, that says something of what follows it.
  [[nodiscard]] Cue left(std::uint32_t at, std::uint32_t from) const {
    for (const Hit* hit = cues_.before(at, from); hit != nullptr;
         hit = cues_.before(hit->span.begin, from)) {
      const Say what = said(*hit, before_);
      if (what == Say::nothing) continue;
      if ((what == Say::issued || what == Say::released) && planned_before(hit->span.begin, from)) {
        return {Say::cited, hit->span};
      }
      return {what, hit->span};
    }
    return {};
  }

  // The first word within [at, until) that says something of what precedes it.
  [[nodiscard]] Cue right(std::uint32_t at, std::uint32_t until) const {
    for (const Hit* hit = cues_.after(at, until); hit != nullptr;
         hit = cues_.after(hit->span.end, until)) {
      const Say what = said(*hit, after_);
      if (what == Say::nothing) continue;
      return {what, hit->span};
    }
    return {};
  }

  // 公开征求意见 after `at` in the sentence, and no other title before it.
  [[nodiscard]] Cue consultation(std::uint32_t at, std::uint32_t until) const {
    for (const Hit* hit = cues_.after(at, until); hit != nullptr;
         hit = cues_.after(hit->span.end, until)) {
      if (said(*hit, before_) == Say::draft && said(*hit, after_) == Say::draft)
        return {Say::draft, hit->span};
    }
    return {};
  }

 private:
  [[nodiscard]] Say said(const Hit& hit, int column) const {
    return say(p_.lexicon->table(WordClass::status).at(hit.row, column));
  }
  // 加快|出台, 拟于5月|发布; not 某研究院|发布, whose name only holds such a word.
  [[nodiscard]] bool planned_before(std::uint32_t at, std::uint32_t from) const {
    constexpr std::string_view kBodies[] = {"院",   "中心", "所",   "室",   "会",   "部",
                                            "局",   "处",   "司",   "组",   "机构", "小组",
                                            "团队", "人员", "基地", "联盟", "平台"};
    const Hit* hit = cues_.before(at, from);
    if (hit == nullptr || at - hit->span.end > 9 || said(*hit, before_) != Say::planned)
      return false;
    return around::starts_any(p_.text, hit->span.end, kBodies) == 0;
  }

  const Passage& p_;
  Near cues_;
  int before_, after_;
};

constexpr std::array<std::string_view, 9> kJoiners = {"、", "和", "及", "与", "以及",
                                                      "",   ",",  "或", "并"};

std::uint32_t skip_parens(const Passage& p, std::uint32_t at) {
  for (std::uint32_t next = skip_paren(p, at); next != at; next = skip_paren(p, at)) at = next;
  return at;
}

// …,《…》同时废止: the title at `at` is told of apart.
bool repealed(const Passage& p, std::uint32_t at) {
  const std::string_view rest = p.text.substr(at, 300);
  const auto end = rest.find("》");
  const std::string_view after = rest.substr(end == std::string_view::npos ? rest.size() : end + 3);
  return after.starts_with("同时废止") || after.starts_with("即行废止") ||
         after.starts_with("同时失效");
}

// True where only a joiner, a bracket or (…) stands between two titles.
bool joined(const Passage& p, std::uint32_t from, std::uint32_t to) {
  if (to < from || to - from > 240) return false;
  const std::uint32_t at = skip_parens(p, from);
  if (at > to) return false;
  const std::string_view gap = p.text.substr(at, to - at);
  if (gap == "," && repealed(p, to)) return false;
  return std::find(kJoiners.begin(), kJoiners.end(), gap) != kJoiners.end();
}

std::uint32_t sentence_end(const Passage& p, std::uint32_t at) {
  const std::uint32_t high = std::min(part_of(p, at).end, at + 360);
  for (std::uint32_t i = at; i < high; ++i) {
    if (p.text[i] == '\n' || p.text[i] == ';' || around::starts(p.text, i, "。")) return i;
  }
  return high;
}

std::uint32_t sentence_begin(const Passage& p, std::uint32_t at) {
  const std::uint32_t low = std::max(part_of(p, at).begin, at > 360 ? at - 360 : 0);
  for (std::uint32_t i = at; i > low; --i) {
    if (p.text[i - 1] == '\n' || p.text[i - 1] == ';' || around::ends(p.text, i, "。")) return i;
  }
  return low;
}

constexpr std::array<std::string_view, 8> kDraftMarks = {"征求意见", "草案",   "送审稿",   "讨论稿",
                                                         "审议稿",   "零案文", "案文草稿", "初稿"};

bool is_draft_title(std::string_view inner) {
  const auto tail = inner.substr(without_tail(inner));
  const auto marked = [](std::string_view words) {
    return std::any_of(kDraftMarks.begin(), kDraftMarks.end(), [&](std::string_view mark) {
      return words.find(mark) != std::string_view::npos;
    });
  };
  if (marked(tail)) return true;
  const auto body = inner.substr(0, without_tail(inner));
  return body.ends_with("征求意见稿") || body.ends_with("草案") || body.ends_with("零案文");
}

Status resolve(Say what, TitleKind kind) {
  switch (what) {
    case Say::issued:
      return Status::issued;
    case Say::released:
      return kind == TitleKind::report ? Status::published : Status::issued;
    case Say::draft:
      return Status::draft;
    case Say::effective:
      return Status::effective;
    case Say::shown:
      return kind == TitleKind::report ? Status::published : Status::none;
    case Say::work:
      return Status::not_instrument;
    case Say::cited:
    case Say::planned:
      return Status::cited;
    default:
      return Status::none;
  }
}

// What stands around a group, read once for all its titles.
struct Around {
  Cue left, right, draft;
  bool left_touches = false;   // nothing between the word and the title
  bool left_modifies = false;  // …起草的《…》
  bool basis = false;          // 根据…: the clause is about what something rests on
  bool purpose = false;        // 为贯彻落实…: about what it is done for
  bool right_touches = false;
  bool handed_out = false;  // 形成了《…》,现予印发
  bool annexed = false;     // (见附件): the paper that brings it
  bool lists_on = false;    // only a number stands between the line's begin and the title
};

// 1. · (2) · 一是 · GB/T 1234-2024: what stands before a title in a list.
bool only_numbering(std::string_view words) {
  constexpr std::string_view kListed = "一二三四五六七八九十、是—；和\n";
  for (std::size_t at = 0; at < words.size();) {
    const auto d = utf8::decode(words, at);
    if (d.cp >= 0x80 && kListed.find(words.substr(at, d.size)) == std::string_view::npos)
      return false;
    at += d.size;
  }
  return true;
}

// 发布以下标准:\n1.《…》: where the search for a word before `at` may go on, `at` if nowhere.
std::uint32_t over_colon(const Passage& p, std::uint32_t at) {
  std::uint32_t i = at;
  const std::uint32_t low = part_of(p, at).begin;
  while (i > low && at - i < 60 && p.text[i - 1] != ':') {
    if (!only_numbering(p.text.substr(i - 1, 1)) &&
        (static_cast<unsigned char>(p.text[i - 1]) & 0x80) == 0)
      return at;
    --i;
  }
  if (i == low || p.text[i - 1] != ':' || !only_numbering(p.text.substr(i, at - i))) return at;
  return clause_begin(p, i - 1);
}

// The first byte of the next 《 within [at, until), else `until`.
std::uint32_t before_title(const Passage& p, std::uint32_t at, std::uint32_t until) {
  const auto mark = p.text.substr(at, until - at).find("《");
  return mark == std::string_view::npos ? until : at + static_cast<std::uint32_t>(mark);
}

void look_left(const Passage& p, const Reader& reader, Span group, std::uint32_t previous_end,
               Around& a) {
  const std::uint32_t at = group.begin, group_end = group.end;
  std::uint32_t from = clause_begin(p, at);
  if (previous_end <= at) from = std::max(from, previous_end);
  if (only_numbering(p.text.substr(from, at - from)))
    from = std::max(over_colon(p, at) < at ? over_colon(p, at) : from,
                    previous_end <= at ? previous_end : 0);
  a.left = reader.left(at, from);
  if (!a.left.span.empty()) {
    a.left_touches = a.left.span.end == at;
    a.left_modifies = p.text.substr(a.left.span.end, at - a.left.span.end) == "的";
  }
  // 审议通过|新修订的《…》: what was done to it stands before what it is.
  if (a.left.say == Say::cited && a.left_modifies) {
    const Cue done = reader.left(a.left.span.begin, from);
    const std::string_view between =
        p.text.substr(done.span.end, std::min<std::size_t>(a.left.span.begin - done.span.end, 12));
    const bool touches =
        !done.span.empty() && (between.empty() || between == "新" || between == "了新");
    if (touches && (done.say == Say::issued || done.say == Say::released))
      a.left = done, a.left_modifies = false;
  }
  const std::string_view ahead = p.text.substr(at > 6 ? at - 6 : 0, std::min<std::uint32_t>(at, 6));
  if (a.left.say == Say::issued || a.left.say == Say::released) {  // 发布|关于《…》所禁止行为的指南
    if (ahead == "关于" && p.text.substr(group_end, 3) == "所") a.left.say = Say::cited;
  }
  constexpr std::string_view kBasis[] = {"根据", "依据", "按照", "依照", "遵照",
                                         "按",   "贯彻", "落实", "执行"};
  const std::string_view clause = p.text.substr(clause_begin(p, at), at - clause_begin(p, at));
  a.basis = std::any_of(std::begin(kBasis), std::end(kBasis),
                        [&](auto word) { return clause.starts_with(word); }) ||
            holds_word(clause, "围绕") || holds_word(clause, "对照");
  a.purpose =
      clause.starts_with("为") && (holds_word(clause, "贯彻") || holds_word(clause, "落实"));
  if (a.left.say == Say::list) {  // 三项标准正式发布,|分别为《…》
    const std::uint32_t sentence = sentence_begin(p, a.left.span.begin);
    const Cue said = previous_end <= sentence ? reader.left(a.left.span.begin, sentence) : Cue{};
    if (said.say == Say::issued || said.say == Say::released || said.say == Say::draft)
      a.left = said;
  }
  a.lists_on = a.left.say == Say::list;
  if (a.left.say == Say::nothing && previous_end > 0 && previous_end <= at &&
      at - previous_end < 160) {
    const auto after = skip_parens(p, previous_end);
    a.lists_on = after < at && only_numbering(p.text.substr(after, at - after));
  }
}

void look_right(const Passage& p, const Reader& reader, std::uint32_t end, Around& a) {
  const std::uint32_t at = skip_parens(p, end);
  a.right = reader.right(at, before_title(p, at, clause_end(p, at)));
  if (!a.right.span.empty()) {
    const std::uint32_t gap = a.right.span.begin - at;
    const std::string_view between = p.text.substr(at, gap);
    const bool counted = a.right.say == Say::draft && gap <= 36 &&
                         between.ends_with("标准");  // 2项国家标准|征求意见稿
    a.right_touches = gap == 0 || counted;
    const std::uint32_t reach = a.right.say == Say::work        ? 0
                                : a.right.say == Say::effective ? 45
                                : between.starts_with("由")     ? 150
                                                                : 60;
    if (gap > reach) a.right = {};
  }
  const std::string_view note = p.text.substr(end, at - end);
  a.annexed = note == "(见附件)" || note == "(附后)" || note == "(详见附件)";
  const std::uint32_t until = before_title(p, at, sentence_end(p, at));
  a.draft = reader.consultation(at, until);
  constexpr std::string_view kHandedOut[] = {"现予印发", "现印发给", "现予公布", "现予发布",
                                             "现予以印发"};
  const std::string_view rest = p.text.substr(at, until - at);
  a.handed_out = around::holds_any(rest, kHandedOut);
}

StatusReading read_one(const Passage& p, const Title& title, const Around& a,
                       StatusReading before) {
  const bool may_be_work = title.kind == TitleKind::unknown || title.kind == TitleKind::report ||
                           title.kind == TitleKind::work;
  if (title.kind == TitleKind::work) return {Status::not_instrument, title.inner};
  if (may_be_work && a.right.say == Say::work) return {Status::not_instrument, a.right.span};
  if (may_be_work && a.left.say == Say::work && a.left_touches)
    return {Status::not_instrument, a.left.span};
  if (const Hit* outlet = ending_at(p, WordClass::outlet, title.span.begin,
                                    title.span.begin > 60 ? title.span.begin - 60 : 0);
      outlet != nullptr && may_be_work) {
    return {Status::not_instrument, outlet->span};
  }
  if (is_draft_title(p.of(title.inner))) return {Status::draft, title.inner};
  if (a.right.say == Say::draft && a.right_touches) return {Status::draft, a.right.span};
  const Status left = a.left.say == Say::work ? Status::none : resolve(a.left.say, title.kind);
  const Status right = a.right.say == Say::work ? Status::none : resolve(a.right.say, title.kind);
  if (left == Status::draft && a.handed_out) return {Status::issued, a.left.span};
  if (left == Status::issued && (a.purpose || (a.basis && a.left_modifies)))
    return {Status::cited, a.left.span};  // 根据…印发的《…》
  if (left == Status::issued && a.right_touches && right == Status::cited)
    return {right, a.right.span};  // 发布《…》解读
  if (left == Status::cited && a.left_modifies && right != Status::none)
    return {right, a.right.span};
  if (left == Status::issued && a.left_modifies && right == Status::effective)
    return {right, a.right.span};  // 制定的《…》正式实施
  if (left == Status::issued && !a.draft.span.empty()) return {Status::draft, a.draft.span};
  if (left == Status::cited && a.annexed) return {Status::issued, a.left.span};
  if (left != Status::none) return {left, a.left.span};
  if (right == Status::none && !a.draft.span.empty()) return {Status::draft, a.draft.span};
  if (right != Status::none) return {right, a.right.span};
  if (a.lists_on) return before;
  return {};
}

}  // namespace

std::string_view name(Status status) {
  switch (status) {
    case Status::issued:
      return "issued";
    case Status::draft:
      return "draft";
    case Status::effective:
      return "effective";
    case Status::published:
      return "published";
    case Status::cited:
      return "cited";
    default:
      return "";
  }
}

std::vector<TitleGroup> group_titles(const Passage& p, const Titles& titles) {
  std::vector<TitleGroup> groups;
  std::size_t previous = titles.all.size();
  for (std::size_t i = 0; i < titles.all.size(); ++i) {
    const Title& title = titles.all[i];
    if (title.defined) continue;
    if (previous < i && joined(p, titles.all[previous].span.end, title.span.begin)) {
      groups.back().last = i + 1;
    } else {
      groups.push_back({i, i + 1});
    }
    previous = i;
  }
  return groups;
}

std::vector<StatusReading> read_statuses(const Passage& passage, const Titles& titles) {
  std::vector<StatusReading> out(titles.all.size());
  const Reader reader(passage);
  std::uint32_t previous_end = 0;
  StatusReading before;
  for (const TitleGroup& group : group_titles(passage, titles)) {
    const Span span{titles.all[group.first].span.begin, titles.all[group.last - 1].span.end};
    if (previous_end > span.begin)
      previous_end = 0;  // from the headline into a body that stands before it
    Around around;
    look_left(passage, reader, span, previous_end, around);
    look_right(passage, reader, span.end, around);
    for (std::size_t i = group.first; i < group.last; ++i) {
      if (!titles.all[i].defined) out[i] = read_one(passage, titles.all[i], around, before);
    }
    before = out[group.first];
    previous_end = span.end;
  }
  return out;
}

}  // namespace guanlan
