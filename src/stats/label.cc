#include "stats/label.h"

#include "guanlan/mention.h"
#include "stats/cell.h"
#include "stats/phrase.h"
#include "stats/words.h"

namespace guanlan::stats {
namespace {

// (亿元), (%), (单位:万户) at the end; a comma sets it off too: 收入,亿元 is left as it is.
std::string take_unit(std::string& words) {
  const std::size_t open = words.rfind('(');
  if (open == std::string::npos || !words.ends_with(')')) return {};
  std::string unit = words.substr(open + 1, words.size() - open - 2);
  if (const std::size_t colon = unit.find(':'); colon != std::string::npos)
    unit.erase(0, colon + 1);
  const bool known = unit == "%" || unit == "‰" || unit == "位" || convert(1, unit);
  constexpr std::string_view kCounts[] = {"个", "家", "次", "条", "件", "款", "张",
                                          "部", "台", "名", "架", "块", "起", "份"};
  bool counted = false;
  for (const std::string_view count : kCounts)
    counted |= unit.ends_with(count) && unit.size() <= 12;
  const bool rate = unit.find('/') != std::string::npos;
  if (!known && !counted && !rate) return {};
  words.erase(open);
  while (words.ends_with(' ')) words.pop_back();
  return unit;
}

// 1. · (一) · 其中: · 一、 before the words of a row.
std::string_view without_number(std::string_view words) {
  constexpr std::string_view kLead[] = {"其中", ":", " ", "-", "—", "、", ".", "#"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view lead : kLead) {
      if (words.size() > lead.size() && words.starts_with(lead))
        words.remove_prefix(lead.size()), again = true;
    }
  }
  return words;
}

}  // namespace

Label read_label(std::string_view printed, const Surroundings& around) {
  Label out;
  std::string words = clean_cell(printed);
  out.unit = take_unit(words);
  out.words = without_number(words);
  Passage passage = scan(out.words, {0, 0}, {0, static_cast<std::uint32_t>(out.words.size())},
                         around.issue, *around.lexicon);
  Setting setting;
  setting.home = around.home;
  passage.setting = &setting;
  const Bodies bodies = find_bodies(passage);
  const View view = view_of(passage, bodies.places);
  const Phrase phrase = read_phrase(view, passage.body);
  out.name = view.of(phrase.name);
  out.period = phrase.period;
  out.names_place = !phrase.regions.empty();
  if (out.names_place) out.region = phrase.regions.back();
  out.names_operator = !phrase.operators.empty();
  if (out.names_operator) out.operator_name = phrase.operators.front();
  out.whole = is(Cue::whole, out.words);
  return out;
}

Column read_column(std::string_view printed, const Surroundings& around) {
  Column out;
  out.label = read_label(printed, around);
  const std::string_view words = out.label.words;
  std::string& name = out.label.name;
  out.to_date = static_cast<bool>(first(Cue::to_date, words));
  out.this_month = static_cast<bool>(first(Cue::this_month, words));
  const auto cut = [&](std::string_view word) {
    if (const auto at = name.find(word); at != std::string::npos) name.erase(at);
  };
  const Found compared = last(Cue::compared, words), base = last(Cue::base, words);
  const Found growth = last(Cue::growth, words), rank = last(Cue::rank_name, words);
  if (rank && (base || words.find("变化") != std::string_view::npos)) {
    out.rank_moves = true;
    out.measure = Measure::mom;
  } else if (rank) {
    out.measure = Measure::rank;
    cut(rank.word.text);
  } else if (compared) {
    out.measure = compared.word.value == "mom" ? Measure::mom : Measure::yoy;
    cut(compared.word.text);
  } else if (base && last(Cue::versus, words.substr(0, base.at))) {
    out.measure = base.word.value == "mom"   ? Measure::mom
                  : base.word.value == "yoy" ? Measure::yoy
                                             : Measure::added;
    cut(last(Cue::versus, words.substr(0, base.at)).word.text);
  } else if (growth) {
    out.measure = Measure::yoy;
    cut(growth.word.text);
  } else if (const Word share = suffix(Cue::share_name, name)) {
    out.measure = Measure::share;
    name.erase(name.size() - share.size());
  } else if (const Word added = prefix(Cue::added, name)) {
    out.measure = Measure::added;
    name.erase(0, added.size());
  } else if (const Word ends = suffix(Cue::added, name)) {
    out.measure = Measure::added;
    name.erase(name.size() - ends.size());
  }
  return out;
}

}  // namespace guanlan::stats
