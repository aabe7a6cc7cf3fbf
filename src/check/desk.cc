#include "check/desk.h"

#include <algorithm>

namespace guanlan::checking {

std::string filled(std::string_view pattern,
                   const std::vector<std::pair<std::string_view, std::string>>& parts) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) break;
    out += pattern.substr(0, open);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    const auto it = std::find_if(parts.begin(), parts.end(),
                                 [&](const auto& part) { return part.first == name; });
    out += it == parts.end() ? std::string(pattern.substr(open, close - open + 1)) : it->second;
    pattern.remove_prefix(close + 1);
  }
  return out += pattern;
}

Desk::Desk(const Document& document, const CheckOptions& options)
    : document_(document), options_(options) {
  const Lexicon& lexicon = Lexicon::builtin();
  const Issue& issue = document.issue;
  lead_mentions_.reserve(issue.parts.size());
  sections_.reserve(issue.parts.size() + issue.items.size());
  for (std::size_t i = 0; i < issue.parts.size(); ++i) {
    if (!issue.parts[i].lead) continue;
    Section section;
    section.part = static_cast<std::int32_t>(i);
    section.passage = scan(text(), {}, *issue.parts[i].lead, issue.date, lexicon);
    lead_mentions_.push_back(extract(section.passage));
    section.mentions = &lead_mentions_.back();
    section.amounts = amounts_of(section.passage);
    sections_.push_back(std::move(section));
  }
  for (std::size_t i = 0; i < issue.items.size(); ++i) {
    const Item& item = issue.items[i];
    Section section;
    section.item = static_cast<std::int32_t>(i);
    section.part = item.part;
    section.passage = scan(text(), item.title, item.body, issue.date, lexicon);
    section.passage.document = &issue;
    section.passage.item = &item;
    section.mentions = &document.mentions[i];
    section.amounts = amounts_of(section.passage);
    section.head = scan(text(), {}, item.title, issue.date, lexicon);
    section.head_amounts = amounts_of(section.head);
    sections_.push_back(std::move(section));
  }
  for (const Section& s : sections_) {
    if (s.item < 0) continue;
    stretches_.emplace_back(s.passage.title, s.item);
    stretches_.emplace_back(s.passage.body, s.item);
  }
  std::sort(stretches_.begin(), stretches_.end());
  for (const Table& table : document.layout.tables) tables_.push_back(view(table));
}

Quote Desk::quote(const Place& place) const {
  if (!place.raw) return {raw_span(document_, place.span), wording(document_, place.span)};
  const auto& lines = document_.source.lines;
  const auto after =
      std::upper_bound(lines.begin(), lines.end(), place.span.begin,
                       [](std::uint32_t at, const Line& line) { return at < line.span.begin; });
  Quote out{{after == lines.begin() ? 1 : std::prev(after)->page, place.span},
            std::string(place.span.of(raw()))};
  std::erase(out.text, '\n');
  return out;
}

std::int32_t Desk::item_at(const Place& place) const {
  if (place.raw) return -1;
  const auto after = std::upper_bound(
      stretches_.begin(), stretches_.end(), place.span.begin,
      [](std::uint32_t at, const auto& stretch) { return at < stretch.first.begin; });
  if (after == stretches_.begin()) return -1;
  const auto& [span, item] = *std::prev(after);
  return span.contains(place.span.begin) ? item : -1;
}

void Desk::report(const Draft& draft) {
  const CheckRule* rule = find_check_rule(draft.rule);
  if (rule == nullptr) return;
  Finding f;
  f.rule = rule->id;
  f.level = rule->level;
  f.link = rule->link;
  Quote at = quote(draft.at);
  f.place = at.place;
  f.text = std::move(at.text);
  auto parts = draft.parts;
  parts.emplace_back("text", f.text);
  if (draft.fix) parts.emplace_back("fix", *draft.fix);
  f.message = {filled(rule->message.zh, parts), filled(rule->message.en, parts)};
  f.reason = {filled(rule->reason.zh, parts), filled(rule->reason.en, parts)};
  f.fix = draft.fix;
  for (const Place& other : draft.others) f.others.push_back(quote(other));
  f.item = item_at(draft.at);
  report_.findings.push_back(std::move(f));
}

void Desk::report_house(const HouseWord& word, Span clean) {
  Finding f;
  f.rule = word.id;
  f.level = word.level;
  Quote at = quote(in_clean(clean));
  f.place = at.place;
  f.text = std::move(at.text);
  f.message = word.message;
  if (f.message.zh.empty())
    f.message = {"本刊不用“" + f.text + "”", "the house does not write " + f.text};
  f.reason = {word.reason, word.reason};
  if (!word.fix.empty()) f.fix = word.fix;
  f.item = item_at(in_clean(clean));
  report_.findings.push_back(std::move(f));
}

void Desk::not_run(std::string_view rule, Bilingual why) {
  report_.not_run.push_back({std::string(rule), std::move(why)});
}

}  // namespace guanlan::checking
