#include "extract/sanctions/words.h"

#include <algorithm>
#include <array>

#include "extract/around.h"
#include "extract/quantities/amount.h"
#include "extract/quantities/context.h"
#include "extract/quantities/unit.h"

namespace guanlan::sanctions {
namespace {

Need need_named(std::string_view name) {
  Need need;
  if (name.ends_with("+")) {
    need.counted = true;
    name.remove_suffix(1);
  }
  if (name == "amount")
    need.kind = Need::amount;
  else if (name == "duration")
    need.kind = Need::duration;
  else if (name == "count")
    need.kind = Need::count;
  else if (name == "next")
    need.kind = Need::next;
  else if (name == "imposed")
    need.kind = Need::imposed;
  else if (name == "judged")
    need.kind = Need::judged;
  else if (name == "notified")
    need.kind = Need::notified;
  else if (name == "headline")
    need.kind = Need::headline;
  else if (name == "order")
    need.kind = Need::order;
  else if (name == "given")
    need.kind = Need::given;
  else if (name != "none" && !name.empty()) {
    need.kind = Need::thing;
    need.object = name;
  }
  return need;
}

Row read_row(const WordTable& table, std::size_t i) {
  Row row;
  row.type = table.cell(i, "type");
  const auto name = table.cell(i, "pattern");
  row.pattern = name == "act" ? Pattern::act : name == "object" ? Pattern::object : Pattern::frame;
  std::string_view list = table.cell(i, "needs");
  while (row.pattern == Pattern::act) {
    const auto cut = list.find('/');
    row.needs.push_back(need_named(list.substr(0, cut)));
    if (cut == std::string_view::npos) break;
    list.remove_prefix(cut + 1);
  }
  return row;
}

std::shared_ptr<const std::vector<Row>> read_table(const Lexicon& lexicon) {
  const WordTable& table = lexicon.table(WordClass::sanction);
  auto rows = std::make_shared<std::vector<Row>>();
  for (std::size_t i = 0; i < table.size(); ++i) rows->push_back(read_row(table, i));
  return rows;
}

// The built-in table is read once.
std::shared_ptr<const std::vector<Row>> table_of(const Lexicon& lexicon) {
  if (&lexicon != &Lexicon::builtin()) return read_table(lexicon);
  static const auto kBuiltin = read_table(lexicon);
  return kBuiltin;
}

void read_hits(const Passage& p, Span part, Words& out) {
  std::vector<std::size_t> counts;  // rows of each word
  for (const Hit& hit : p.hits) {
    if (hit.cls != WordClass::sanction || !part.contains(hit.span)) continue;
    const bool again = !out.words.empty() && hit.span == out.words.back().span;
    if (!again && !out.words.empty() && hit.span.begin < out.words.back().span.end) continue;
    if (!again) {
      out.words.push_back({hit.span, {}});
      counts.push_back(0);
    }
    out.rows.push_back(&(*out.table)[hit.row]);
    ++counts.back();
  }
  auto first = out.rows.begin();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto last = first + static_cast<std::ptrdiff_t>(counts[i]);
    std::sort(first, last, [](const Row* a, const Row* b) {
      return a->pattern != b->pattern ? a->pattern < b->pattern : a < b;
    });
    out.words[i].rows = {first, last};
    first = last;
  }
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kCurrencies = {
    {{"元", "CNY"},
     {"美元", "USD"},
     {"欧元", "EUR"},
     {"英镑", "GBP"},
     {"日元", "JPY"},
     {"韩元", "KRW"},
     {"港元", "HKD"},
     {"澳元", "AUD"},
     {"加元", "CAD"},
     {"新加坡元", "SGD"},
     {"卢布", "RUB"},
     {"印度卢比", "INR"},
     {"卢比", "INR"},
     {"瑞士法郎", "CHF"}}};

std::string_view currency_of(std::string_view unit) {
  for (const auto& [name, code] : kCurrencies) {
    if (unit == name) return code;
  }
  return unit;
}

double years(double value, std::string_view unit) {
  if (holds_word(unit, "月")) return value / 12;
  if (holds_word(unit, "天") || holds_word(unit, "日")) return value / 365;
  return value;
}

std::vector<Quantity> read_quantities(const Passage& p, Span part) {
  std::vector<Quantity> out;
  quantities::Units units(p, part);
  for (const Numeral& n : p.numerals) {
    if (!part.contains(n.span) || n.form == NumeralForm::indefinite ||
        n.form == NumeralForm::percent)
      continue;
    if (quantities::is_ordinal(p.text, n)) continue;
    const std::uint32_t more = quantities::vague_suffix(p.text, n.span.end);
    auto unit = units.at(n.span.end + more);
    if (!unit && more != 0) unit = units.at(n.span.end);
    if (!unit) continue;
    Quantity q;
    q.span = {n.span.begin, unit->end};
    q.unit = unit->printed;
    q.value = n.value * unit->scale;
    constexpr std::array<std::string_view, 8> kConverted = {"约合人民币", "折合人民币",  "合人民币",
                                                            "约合",       "折合",        "约人民币",
                                                            "相当于",     "相当于人民币"};
    const std::uint32_t converted =
        unit->money ? around::ends_any(p.text, q.span.begin, kConverted) : 0;
    const bool bracketed = around::ends(p.text, q.span.begin - converted, "(");
    const bool again = !out.empty() && out.back().kind == Quantity::money &&
                       q.span.begin - out.back().span.end <= 40;
    if (converted != 0 && (bracketed || again)) continue;  // the same sum in another money
    if (unit->money && again && around::ends(p.text, q.span.begin, "(约")) continue;
    if (unit->money && !out.empty() && out.back().span.end + 1 == q.span.begin &&
        around::ends(p.text, q.span.begin, "("))
      continue;
    if (q.unit == "笔" || q.unit == "张") continue;  // 两笔罚款: of fines, not of those fined
    constexpr std::array<std::string_view, 4> kSome = {"一批", "一系列", "一张", "一些"};
    if (around::starts_any(p.text, q.span.begin, kSome) != 0) continue;
    if (unit->money) {
      q.kind = Quantity::money;
      q.currency = currency_of(unit->printed);
    } else if (unit->duration) {
      if (n.value > 200) continue;  // 2024年
      q.kind = Quantity::duration;
      q.value = years(n.value + unit->plus, unit->name);
    }
    constexpr std::array<std::string_view, 4> kBounds = {"以下", "以上", "以内", "的罚款幅度"};
    q.bounded = around::starts_any(p.text, q.span.end, kBounds) != 0;
    out.push_back(q);
  }
  return out;
}

}  // namespace

bool Word::is(Pattern pattern, std::string_view type) const {
  return std::any_of(rows.begin(), rows.end(),
                     [&](const Row* row) { return row->pattern == pattern && row->type == type; });
}

Words read_words(const Passage& passage, Span part) {
  Words out;
  out.table = table_of(*passage.lexicon);
  read_hits(passage, part, out);
  if (!out.words.empty()) out.quantities = read_quantities(passage, part);
  return out;
}

}  // namespace guanlan::sanctions
