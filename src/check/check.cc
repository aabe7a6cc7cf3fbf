#include "guanlan/check.h"

#include <algorithm>
#include <tuple>

#include "check/families.h"

namespace guanlan {
namespace {

using namespace checking;

using Family = void (*)(Desk&);

// What is said.
constexpr Family kContent[] = {
    check_counts,       check_announced,  check_shares,     check_growth,
    check_sums,         check_cumulative, check_averages,   check_earlier,
    check_tables,       check_cells,      check_rankings,   check_scales,
    check_table_text,   check_dates,      check_order,      check_law,
    check_contents,     check_leads,      check_lead_dates, check_numbering,
    check_sources,      check_places,     check_masks,      check_abbreviations,
    check_translations, check_standards,  check_keywords,   check_references,
    check_drafts,       check_currencies, check_bodies,     check_contradictions,
    check_period,
};
// How it is spelled: of a scan that is the recogniser's doing.
constexpr Family kSpelling[] = {
    check_instruments, check_variants,     check_pairs,       check_width,       check_repeats,
    check_urls,        check_placeholders, check_identifiers, check_confusables, check_house_words,
};

// "count.list" and "count.*" name the rule count.list.
bool names(std::string_view pattern, std::string_view rule) {
  if (pattern.ends_with('*')) return rule.starts_with(pattern.substr(0, pattern.size() - 1));
  return pattern == rule;
}

const CheckConfig::Switch* switch_of(const CheckConfig& config, std::string_view rule) {
  const CheckConfig::Switch* found = nullptr;  // the last one that names it
  for (const auto& one : config.switches) {
    if (names(one.rule, rule)) found = &one;
  }
  return found;
}

const CheckConfig::Suppression* suppression_of(const CheckConfig& config, const Finding& f,
                                               std::string_view file) {
  for (const auto& one : config.suppressions) {
    if (names(one.rule, f.rule) && f.text.find(one.text) != std::string::npos &&
        (one.file.empty() || one.file == file)) {
      return &one;
    }
  }
  return nullptr;
}

void apply(const CheckConfig& config, std::string_view file, Report& report) {
  std::vector<Finding> kept;
  for (Finding& f : report.findings) {
    const auto* rule = switch_of(config, f.rule);
    const auto* place = suppression_of(config, f, file);
    if (rule != nullptr && !rule->level) {
      report.suppressed.push_back({std::move(f), rule->reason});
    } else if (place != nullptr) {
      report.suppressed.push_back({std::move(f), place->reason});
    } else {
      if (rule != nullptr) f.level = *rule->level;
      kept.push_back(std::move(f));
    }
  }
  report.findings = std::move(kept);
  std::erase_if(report.not_run, [&](const NotRun& n) {
    const auto* rule = switch_of(config, n.rule);
    return rule != nullptr && !rule->level;
  });
}

bool before(const Finding& a, const Finding& b) {
  return std::tie(a.place.span, a.rule, a.reason.zh) < std::tie(b.place.span, b.rule, b.reason.zh);
}
bool same(const Finding& a, const Finding& b) { return !before(a, b) && !before(b, a); }

}  // namespace

std::size_t Report::count(Level level) const {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(), [level](const Finding& f) { return f.level == level; }));
}

Report check(const Document& document, const CheckOptions& options) {
  Desk desk(document, options);
  for (const Family family : kContent) family(desk);
  if (document.source.format == Format::scan) {
    desk.not_run("punct.*", {"扫描件：文字由识别得来，未查标点与用字",
                             "a scan: its spelling is the recogniser's and was not checked"});
  } else {
    for (const Family family : kSpelling) family(desk);
  }
  Report report = desk.take();
  std::sort(report.findings.begin(), report.findings.end(), before);
  report.findings.erase(std::unique(report.findings.begin(), report.findings.end(), same),
                        report.findings.end());
  if (options.config != nullptr) apply(*options.config, document.source.name, report);
  return report;
}

}  // namespace guanlan
