#include "extract/instruments/titles.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace guanlan {
namespace {

constexpr std::size_t kLongest = 480;  // bytes; a longer pair of marks holds no title
constexpr std::string_view kRepublic = "中华人民共和国";

TitleKind kind_named(std::string_view name) {
  if (name == "law") return TitleKind::law;
  if (name == "document") return TitleKind::document;
  if (name == "standard") return TitleKind::standard;
  if (name == "report") return TitleKind::report;
  if (name == "work") return TitleKind::work;
  return TitleKind::unknown;
}

bool is_outlet(const Passage& p, Span inner) {
  const Hit* hit = ending_at(p, WordClass::outlet, inner.end, inner.begin);
  return hit != nullptr && hit->span == inner;
}

// Sets kind and bare from the word that the title ends in.
void classify(const Passage& p, Title& title) {
  auto end = static_cast<std::uint32_t>(title.inner.begin + without_tail(p.of(title.inner)));
  while (end > title.inner.begin + 12 &&
         utf8::is_digit(static_cast<unsigned char>(p.text[end - 1])))
    --end;                                                             // …报告2018
  const bool venue = p.text.substr(title.span.end).starts_with("上");  // 在《联邦公报》上发布
  if (is_outlet(p, title.inner) || venue) {
    title.kind = TitleKind::work;
    return;
  }
  constexpr std::string_view kCalled[] = {"报告",     "监测报告", "研究报告", "调查报告",
                                          "分析报告", "年度报告", "白皮书",   "蓝皮书"};
  const std::string_view behind = p.text.substr(title.span.end, 24);
  if (std::any_of(std::begin(kCalled), std::end(kCalled),
                  [&](auto word) { return behind.starts_with(word); })) {
    title.kind = TitleKind::report;  // 《…运行情况》监测报告
    return;
  }
  if (const Hit* head = ending_at(p, WordClass::title_head, end, title.inner.begin)) {
    const WordTable& heads = p.lexicon->table(WordClass::title_head);
    title.kind = kind_named(heads.cell(head->row, "kind"));
    title.bare = head->span.begin == title.inner.begin && end == title.inner.end;
    return;
  }
  const std::string_view words = p.text.substr(title.inner.begin, end - title.inner.begin);
  if (words.ends_with("法") || words.ends_with("令")) title.kind = TitleKind::law;
  if (words.ends_with("函")) title.kind = TitleKind::document;
}

bool may_be_quoted_title(const Passage& p, const Title& title, const Near& cues) {
  if (title.kind != TitleKind::law && title.kind != TitleKind::document) return false;
  if (title.bare || title.inner.size() < 18) return false;
  const std::string_view words = p.of(title.inner);
  if (words.find('\n') != std::string_view::npos || words.find(',') != std::string_view::npos)
    return false;
  if (words.starts_with("关于")) return true;
  const Hit* cue = cues.before(title.span.begin, clause_begin(p, title.span.begin));
  if (cue == nullptr || cue->span.end != title.span.begin) return false;
  const auto status = p.lexicon->table(WordClass::status).cell(cue->row, "before");
  return status == "issued" || status == "released" || status == "draft";
}

void collect(const Passage& p, std::vector<Title>& out) {
  const Near cues(p, WordClass::status);
  for (const Bracket& b : p.brackets) {
    if (b.mark != Mark::book && b.mark != Mark::quote) continue;
    if (b.inner.empty() || b.inner.size() > kLongest) continue;
    if (!out.empty() && out.back().span.contains(b.span)) continue;
    Title title;
    title.span = b.span;
    title.inner = b.inner;
    title.quoted = b.mark == Mark::quote;
    classify(p, title);
    if (title.quoted && !may_be_quoted_title(p, title, cues)) continue;
    title.main = out.size();
    out.push_back(title);
  }
}

constexpr std::array<std::string_view, 7> kDefiners = {"以下简称", "下称", "简称", "以下称",
                                                       "又称",     "也称", "统称"};

// Reads (以下简称《办法》), (简称“办法”), ,以下简称办法, at `at`: the span of the short name, empty
// if none.
Span short_name(const Passage& p, std::uint32_t at) {
  const std::string_view text = p.text;
  const std::uint32_t limit = std::min(part_of(p, at).end, at + 120);
  if (at >= limit || (text[at] != '(' && text[at] != ',')) return {};
  const bool in_paren = text[at] == '(';
  const std::string_view window = text.substr(at, limit - at);
  std::size_t from = std::string_view::npos;
  for (std::string_view definer : kDefiners) {
    const auto found = window.find(definer);
    if (found != std::string_view::npos &&
        (from == std::string_view::npos || found + definer.size() > from) &&
        (in_paren || found <= 1)) {
      from = found + definer.size();
      break;
    }
  }
  const auto close = window.find(in_paren ? ")" : ",");
  if (from == std::string_view::npos || (in_paren && close < from)) return {};
  auto begin = static_cast<std::uint32_t>(at + from);
  auto end = static_cast<std::uint32_t>(at + std::min(close, window.size()));
  const auto skip = [&](std::string_view mark) {
    if (text.substr(begin, end - begin).starts_with(mark))
      begin += static_cast<std::uint32_t>(mark.size());
  };
  for (std::string_view mark : {":", "为", "“", "\"", "‘", "《", "‘"}) skip(mark);
  const std::string_view words = text.substr(begin, end - begin);
  std::size_t size = words.size();
  for (std::string_view mark : {"》", "”", "\"", "’", "。", ";", "\n", "或", "、"})
    size = std::min(size, words.find(mark));
  return {begin, begin + static_cast<std::uint32_t>(size)};
}

void read_definitions(const Passage& p, Titles& titles) {
  for (std::size_t i = 0; i < titles.all.size(); ++i) {
    Title& title = titles.all[i];
    if (title.defined) continue;
    std::uint32_t at = title.span.end;
    Span name = short_name(p, at);
    if (name.empty())
      name = short_name(p, at = skip_paren(p, at));  // 《…》(工信部规〔2024〕1号)(以下简称…)
    if (name.empty() || name.size() > 90) continue;
    titles.aliases.emplace(std::string(p.of(name)), i);
    for (std::size_t k = i + 1; k < titles.all.size() && titles.all[k].span.begin < name.end; ++k) {
      if (titles.all[k].inner == name) titles.all[k].defined = true;
    }
  }
}

// Reads 《甲法》(全称《…》), (即《…》): the second is the fuller name of the first.
std::size_t full_name_of(const Passage& p, const Titles& titles, std::size_t i) {
  if (i + 1 >= titles.all.size()) return i;
  const Span gap{titles.all[i].span.end, titles.all[i + 1].span.begin};
  if (gap.end < gap.begin || gap.size() > 12) return i;
  const std::string_view words = p.of(gap);
  return words == "(全称" || words == "(即" || words == "(全称为" || words == ",即" ||
                 words == ",全称"
             ? i + 1
             : i;
}

struct Form {
  std::string core;  // compared from its end
  std::size_t index;
};

// Short forms by wording: a form whose words end a longer one (《通知》, 《方案》, without 2023…).
void join_by_wording(const Passage& p, const std::vector<std::string>& cores, Titles& titles) {
  std::vector<Form> forms;
  for (std::size_t i = 0; i < titles.all.size(); ++i) {
    std::string core = cores[i];
    std::reverse(core.begin(), core.end());
    forms.push_back({std::move(core), i});
  }
  std::stable_sort(forms.begin(), forms.end(),
                   [](const Form& a, const Form& b) { return a.core < b.core; });
  const auto known_law = [&](std::size_t i) {
    const Span inner = titles.all[i].inner;
    const Hit* hit = ending_at(p, WordClass::law, inner.end, inner.begin);
    return hit != nullptr && hit->span == inner;
  };
  // 对《某规范》(某号)进行修订,形成了《新规范》: the old paper is no fuller name of the new one.
  const auto revised = [&](std::size_t i) {
    const std::string_view behind = p.text.substr(skip_paren(p, titles.all[i].span.end), 24);
    return behind.starts_with("进行修订") || behind.starts_with("进行了修订") ||
           behind.starts_with("进行全面修订") || behind.starts_with("进行修改") ||
           behind.starts_with("进行了修改");
  };
  // Backwards, so that the longest form of a chain is reached first.
  for (std::size_t k = forms.size() - 1; k-- > 0;) {
    const Form& here = forms[k];
    const Form& next = forms[k + 1];
    if (here.core.empty() || !next.core.starts_with(here.core)) continue;
    const bool shorter = here.core.size() < next.core.size();
    if (shorter && (known_law(here.index) || revised(next.index))) continue;
    titles.all[here.index].main = titles.all[next.index].main;
  }
}

// Of equal forms the longest wording stands for all, the body's before the headline's.
void prefer_fullest(const Passage& p, const std::vector<std::string>& cores, Titles& titles) {
  std::unordered_map<std::size_t, std::size_t> best;
  for (std::size_t i = 0; i < titles.all.size(); ++i) {
    const Title& title = titles.all[i];
    if (cores[i] != cores[title.main]) continue;
    const auto [it, fresh] = best.emplace(title.main, i);
    if (fresh) continue;
    const Title& held = titles.all[it->second];
    const bool held_in_title = p.title.contains(held.span);
    if (title.inner.size() > held.inner.size() ||
        (title.inner.size() == held.inner.size() && held_in_title &&
         !p.title.contains(title.span))) {
      it->second = i;
    }
  }
  for (Title& title : titles.all) {
    if (const auto it = best.find(title.main); it != best.end()) title.main = it->second;
  }
}

}  // namespace

std::size_t without_tail(std::string_view inner) {
  while (inner.ends_with(")")) {
    const auto open = inner.rfind('(');
    if (open == std::string_view::npos || open == 0) break;
    inner = inner.substr(0, open);
    while (inner.ends_with(" ")) inner.remove_suffix(1);
  }
  return inner.size();
}

std::string title_core(std::string_view inner) {
  inner = inner.substr(0, without_tail(inner));
  std::string out;
  out.reserve(inner.size());
  for (std::size_t at = 0; at < inner.size();) {
    if (const std::size_t han = utf8::skip_han(inner, at, inner.size()); han > at) {
      out.append(inner.substr(at, han - at));
      at = han;
      continue;
    }
    const auto d = utf8::decode(inner, at);
    const bool mark = d.cp == U'“' || d.cp == U'”' || d.cp == U'‘' || d.cp == U'’' || d.cp == '"' ||
                      d.cp == ' ' || d.cp == '\n' || d.cp == U'《' || d.cp == U'》' ||
                      d.cp == U'〈' || d.cp == U'〉';
    if (!mark) out.append(inner.substr(at, d.size));
    at += d.size;
  }
  if (out.starts_with(kRepublic) && out.size() > kRepublic.size()) out.erase(0, kRepublic.size());
  return out;
}

Titles find_titles(const Passage& passage) {
  Titles titles;
  collect(passage, titles.all);
  if (titles.all.empty()) return titles;
  read_definitions(passage, titles);
  std::vector<std::string> cores;
  cores.reserve(titles.all.size());
  for (const Title& title : titles.all) cores.push_back(title_core(passage.of(title.inner)));
  join_by_wording(passage, cores, titles);
  prefer_fullest(passage, cores, titles);
  for (std::size_t i = 0; i < titles.all.size(); ++i) {
    Title& title = titles.all[i];
    if (const auto full = full_name_of(passage, titles, i); full != i)
      title.main = titles.all[full].main;
    const auto alias = titles.aliases.find(std::string(passage.of(title.inner)));
    if (alias != titles.aliases.end() && alias->second != i)
      title.main = titles.all[alias->second].main;
  }
  return titles;
}

}  // namespace guanlan
