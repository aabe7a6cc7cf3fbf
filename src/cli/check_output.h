// Findings on a terminal: the words with a caret under them, the sum, the fix.
#pragma once

#include "cli/app.h"
#include "guanlan/check_report.h"

namespace guanlan::cli {

[[nodiscard]] ReportLanguage report_language(const Call& call);
// One block a finding, then what did not run and a line with the totals.
void print_findings(const Call& call, const Checked& checked, std::ostream& out);

}  // namespace guanlan::cli
