#include "sightings/keys.h"

#include <algorithm>

#include "guanlan/laws.h"
#include "guanlan/lexicon.h"
#include "guanlan/sightings.h"
#include "sightings/words.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace guanlan::sighting {
namespace {

using Words = std::vector<std::string_view>;

// The official name where the whole text is one of its forms; the text itself elsewhere.
std::string official(const std::string& text, std::initializer_list<WordClass> classes) {
  const Lexicon& lexicon = Lexicon::builtin();
  std::vector<Hit> hits;
  lexicon.scan(text, {0, static_cast<std::uint32_t>(text.size())}, hits);
  for (const Hit& hit : hits) {
    const bool whole = hit.span.begin == 0 && hit.span.end == text.size();
    if (whole && std::find(classes.begin(), classes.end(), hit.cls) != classes.end())
      return std::string(lexicon.table(hit.cls).name(hit.row));
  }
  return text;
}

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    at += d.size;
    if (const char32_t cp = fold(d.cp); !utf8::is_invisible(cp)) utf8::append(out, cp);
  }
  return out;
}

bool holds(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != text.npos; });
}

const Words& words(std::string_view kind) {
  static const std::vector<std::pair<std::string_view, Words>> kAll = [] {
    std::vector<std::pair<std::string_view, Words>> out;
    for (const std::string_view one : {"draft", "trial", "amend", "frame"})
      out.emplace_back(one, words_of("instruments", one));
    return out;
  }();
  return std::find_if(kAll.begin(), kAll.end(), [&](const auto& r) { return r.first == kind; })
      ->second;
}

// The title inside 《》 or 〈〉 that the whole title is about; empty: there is none.
std::string_view inner_title(std::string_view title) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"《", "》"}, {"〈", "〉"}, {"<", ">"}}) {
    const std::size_t from = title.find(open);
    const std::size_t to = title.rfind(close);
    if (from != title.npos && to != title.npos && from + open.size() < to)
      return title.substr(from + open.size(), to - from - open.size());
  }
  return {};
}

// 关于印发X的通知, 关于X公开征求意见的公告: X.
std::string_view without_frame(std::string_view title) {
  constexpr std::string_view kEnds[] = {"公开征求意见的通知", "公开征求意见的公告", "的通知",
                                        "的公告", "的决定"};
  const std::string_view lead = beginning(title, words("frame"));
  if (lead.empty()) return title;
  for (const std::string_view end : kEnds) {
    const bool frames = lead != "关于" || end.starts_with("公开");
    if (frames && title.ends_with(end) && title.size() > lead.size() + end.size())
      return title.substr(lead.size(), title.size() - lead.size() - end.size());
  }
  return title;
}

// Takes the markers of a stage from the end of a folded title.
void take_markers(std::string& title, TitleRead& read) {
  for (bool again = true; again;) {
    again = false;
    const std::size_t open = title.ends_with(')') ? title.rfind('(') : title.npos;
    if (open != title.npos && open > 0) {
      const std::string_view inside =
          std::string_view(title).substr(open + 1, title.size() - open - 2);
      const bool draft = holds(inside, words("draft")), amend = holds(inside, words("amend"));
      if (draft || amend || holds(inside, words("trial"))) {
        read.draft |= draft;
        read.amend |= amend;
        title.resize(open);
        again = true;
      }
    }
    const std::string_view tail = ending(title, words("draft"));
    if (!tail.empty() && tail.size() < title.size()) {
      read.draft = true;
      title.resize(title.size() - tail.size());
      again = true;
    }
  }
}

// Folded punctuation as Chinese titles print it.
std::string as_printed(std::string_view folded) {
  constexpr std::pair<char, std::string_view> kWide[] = {
      {'(', "（"}, {')', "）"}, {':', "："}, {',', "，"}, {';', "；"}, {'!', "！"}, {'?', "？"}};
  std::string out;
  for (const char c : folded) {
    const auto* const wide = std::find_if(std::begin(kWide), std::end(kWide),
                                          [&](const auto& w) { return w.first == c; });
    wide == std::end(kWide) ? out += c : out += wide->second;
  }
  return out;
}

constexpr std::string_view kYear = "年";

// 2024年 in the name of a campaign; empty: none.
Span year_in(std::string_view campaign) {
  constexpr std::size_t kDigits = 4;
  const std::size_t at = campaign.find(kYear);
  if (at == campaign.npos || at < kDigits) return {};
  const std::string_view digits = campaign.substr(at - kDigits, kDigits);
  if (!digits.starts_with("20") || digits.find_first_not_of("0123456789") != digits.npos) return {};
  return {static_cast<std::uint32_t>(at - kDigits), static_cast<std::uint32_t>(at + kYear.size())};
}

}  // namespace

std::string plain_key(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const auto d = utf8::decode(name, at);
    at += d.size;
    char32_t cp = fold(d.cp);
    constexpr std::u32string_view kDropped =
        U"《》〈〉“”‘’\"'·•・‧.,，、;；:：!！-－—–_()（）[]【】<>/";
    if (utf8::is_blank(cp) || utf8::is_invisible(cp) || kDropped.find(cp) != kDropped.npos)
      continue;
    if (cp >= U'A' && cp <= U'Z') cp += U'a' - U'A';
    utf8::append(out, cp);
  }
  return out;
}

TitleRead read_title(std::string_view title) {
  TitleRead out;
  std::string text = folded(title);
  out.repeal = text.find("关于废止") != text.npos;
  out.amend = !out.repeal && text.find("关于修改") != text.npos;
  take_markers(text, out);
  if (const std::string_view inner = inner_title(text); !inner.empty()) {
    text = std::string(inner);
    take_markers(text, out);
  } else {
    text = std::string(without_frame(text));
    take_markers(text, out);
  }
  std::erase(text, '\n');
  out.name = as_printed(text);
  return out;
}

std::string instrument_key(std::string_view title) {
  const std::string key = law_key(read_title(title).name);
  return plain_key(official(key, {WordClass::law}));
}

// 清朗·X, 清朗—X and 清朗 X are one; the part behind a code stays behind a point.
std::string campaign_key(std::string_view name) {
  static const Words codes = words_of("campaigns", "code"), heads = words_of("campaigns", "head"),
                     attributes = words_of("campaigns", "attribute");
  std::string key = plain_key(name);
  for (std::string_view tail = ending(key, heads); !tail.empty() && tail.size() < key.size();
       tail = ending(key, heads))
    key.resize(key.size() - tail.size());
  for (std::string_view tail = ending(key, attributes); !tail.empty() && tail.size() < key.size();
       tail = ending(key, attributes))
    key.resize(key.size() - tail.size());
  if (const Span year = year_in(key); year.end == key.size() && !year.empty())
    key.resize(key.size() - kYear.size());  // 净网2024年
  const std::string_view code = beginning(key, codes);
  const bool more = !code.empty() && code.size() < key.size();
  if (more && (key[code.size()] < '0' || key[code.size()] > '9')) key.insert(code.size(), "·");
  return key;
}

std::string without_year(const std::string& campaign) {
  const Span year = year_in(campaign);
  if (year.empty()) return campaign;
  return campaign_key(campaign.substr(0, year.begin) + campaign.substr(year.end));
}

std::string app_key(std::string_view name) {
  static const Words suffixes = words_of("apps", "suffix"),
                     platforms = words_of("apps", "platform");
  std::string text = folded(name);
  for (bool again = true; again;) {
    again = false;
    while (text.ends_with(' ')) text.pop_back();
    const std::string_view tail = ending(text, suffixes);
    if (!tail.empty() && tail.size() < text.size()) {
      text.resize(text.size() - tail.size());
      again = true;
    }
    const std::size_t open = text.ends_with(')') ? text.rfind('(') : text.npos;
    if (open != text.npos && open > 0 && holds(std::string_view(text).substr(open), platforms)) {
      text.resize(open);
      again = true;
    }
  }
  return plain_key(text);
}

std::string authority_key(std::string_view name) {
  return plain_key(official(folded(name), {WordClass::authority, WordClass::foreign_authority}));
}

std::string org_key(std::string_view name) {
  return plain_key(official(folded(name), {WordClass::org}));
}

}  // namespace guanlan::sighting

namespace guanlan {

namespace {
constexpr std::string_view kTypes[] = {"instrument", "campaign", "case", "app", "authority", "org"};
static_assert(std::size(kTypes) == static_cast<std::size_t>(SubjectType::count_));
}  // namespace

std::string_view name(SubjectType type) { return kTypes[static_cast<std::size_t>(type)]; }

std::optional<SubjectType> subject_type(std::string_view wanted) {
  for (std::size_t i = 0; i < std::size(kTypes); ++i) {
    if (kTypes[i] == wanted) return static_cast<SubjectType>(i);
  }
  return {};
}

std::string subject_key(SubjectType type, std::string_view name) {
  switch (type) {
    case SubjectType::instrument:
      return sighting::instrument_key(name);
    case SubjectType::campaign:
      return sighting::campaign_key(name);
    case SubjectType::app:
      return sighting::app_key(name);
    case SubjectType::authority:
      return sighting::authority_key(name);
    case SubjectType::org:
      return sighting::org_key(name);
    default:
      return sighting::plain_key(name);
  }
}

}  // namespace guanlan
