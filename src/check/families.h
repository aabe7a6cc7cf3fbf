// The families of rules, one file each. A family looks at the desk and reports; none knows another.
#pragma once

#include "check/desk.h"
#include "guanlan/law_check.h"

namespace guanlan::checking {

void check_counts(Desk& desk);         // counts.cc: announced and listed
void check_announced(Desk& desk);      // announced.cc: cases, rows and names
void check_shares(Desk& desk);         // shares.cc: part ÷ whole
void check_growth(Desk& desk);         // growth.cc: now, then and the rate
void check_sums(Desk& desk);           // sums.cc: a total and its parts
void check_cumulative(Desk& desk);     // cumulative.cc: what there was and what came to it
void check_averages(Desk& desk);       // averages.cc: total ÷ count
void check_earlier(Desk& desk);        // earlier.cc: figures of earlier issues
void check_tables(Desk& desk);         // tables.cc: totals, shares, growth in tables
void check_cells(Desk& desk);          // cells.cc: units owed, cells cut off
void check_rankings(Desk& desk);       // rankings.cc: ranks, their order, their arrows
void check_scales(Desk& desk);         // scales.cc: 万次 for 次
void check_table_text(Desk& desk);     // table_text.cc: a table against the text about it
void check_dates(Desk& desk);          // dates.cc: days that cannot be, weekdays
void check_order(Desk& desk);          // order.cc: dates in the wrong order
void check_law(Desk& desk);            // law.cc: the articles cited
void check_contents(Desk& desk);       // contents.cc: the contents against the headings
void check_leads(Desk& desk);          // leads.cc: leads and titles against the body
void check_lead_dates(Desk& desk);     // lead_dates.cc: dates of leads and titles
void check_numbering(Desk& desk);      // numbering.cc: gaps, repeats, mixed styles
void check_sources(Desk& desk);        // sources.cc: an item without its outlet
void check_places(Desk& desk);         // places.cc: a source of another province
void check_abbreviations(Desk& desk);  // abbreviations.cc: FCC is another body's
void check_translations(
    Desk& desk);  // translations.cc: a body that an earlier issue calls otherwise
void check_instruments(Desk& desk);     // instruments.cc: one instrument under two titles
void check_variants(Desk& desk);        // variants.cc: the same words, one character otherwise
void check_masks(Desk& desk);           // masks.cc: 张某某 and 张某
void check_pairs(Desk& desk);           // pairs.cc: marks that do not close
void check_width(Desk& desk);           // width.cc: half-width marks among Chinese
void check_repeats(Desk& desk);         // repeats.cc: words and sentences twice
void check_urls(Desk& desk);            // urls.cc: broken addresses
void check_placeholders(Desk& desk);    // placeholders.cc: what was to be filled in
void check_identifiers(Desk& desk);     // identifiers.cc: document numbers, standards
void check_standards(Desk& desk);       // standards.cc: a standard and its title
void check_references(Desk& desk);      // references.cc: 见表3 without a 表3
void check_keywords(Desk& desk);        // keywords.cc: keywords that do not occur
void check_drafts(Desk& desk);          // drafts.cc: a draft said to be in force
void check_currencies(Desk& desk);      // currencies.cc: what foreign money is worth
void check_bodies(Desk& desk);          // bodies.cc: names that were not yet, or are no more
void check_contradictions(Desk& desk);  // contradictions.cc: one indicator, two values
void check_period(Desk& desk);          // period.cc: an event later than the issue
void check_confusables(Desk& desk);     // confusables.cc: by lexicon/confusables.tsv
void check_house_words(Desk& desk);     // confusables.cc: by the configuration

// renumbered.cc: articles cited by the number of another version. Gives back the citations that are
// not: those reported are not held against the article of their number. Called by check_law.
[[nodiscard]] std::vector<const CitationCheck*> check_renumbered(
    Desk& desk, const Section& section, const std::vector<const CitationCheck*>& checks);

// quotations.cc: what an item quotes of the articles that it cites. Called by check_law, which has
// looked them up.
void check_quotations(Desk& desk, const Section& section,
                      const std::vector<const CitationCheck*>& checks);

}  // namespace guanlan::checking
