// The families of rules, one file each. A family looks at the desk and reports; none knows another.
#pragma once

#include "check/desk.h"

namespace guanlan::checking {

void check_counts(Desk& desk);       // counts.cc: announced and listed
void check_shares(Desk& desk);       // shares.cc: part ÷ whole
void check_growth(Desk& desk);       // growth.cc: now, then and the rate
void check_sums(Desk& desk);         // sums.cc: a total and its parts
void check_tables(Desk& desk);       // tables.cc: totals, shares, growth in tables
void check_rankings(Desk& desk);     // rankings.cc: ranks, their order, their arrows
void check_scales(Desk& desk);       // scales.cc: 万次 for 次
void check_table_text(Desk& desk);   // table_text.cc: a table against the text about it
void check_dates(Desk& desk);        // dates.cc: days that cannot be, weekdays
void check_width(Desk& desk);        // width.cc: half-width marks among Chinese

}  // namespace guanlan::checking
