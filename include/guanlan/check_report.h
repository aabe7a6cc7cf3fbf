// A report of check in the forms that other programs read.
#pragma once

#include <string>
#include <vector>

#include "guanlan/check.h"

namespace guanlan {

enum class ReportLanguage : std::uint8_t { zh, en };

// The words in that language.
[[nodiscard]] const std::string& in(const Bilingual& words, ReportLanguage language);

// What was checked, with its findings.
struct Checked {
  const Document* document = nullptr;
  Report report;
};

// One line of JSON (without the line end):
// {file, rule, level, message, reason, text, span, fix, link, others, item}.
[[nodiscard]] std::string finding_line(const Document& document, const Finding& finding,
                                       ReportLanguage language);
// One JSON object a document: {file, document, findings, not_run, suppressed}.
[[nodiscard]] std::string report_json(const Checked& checked, ReportLanguage language);
// A page with the text on one side, its findings marked, and the findings on the other.
[[nodiscard]] std::string report_html(const Checked& checked, ReportLanguage language);
// SARIF 2.1.0 over all documents; regions count lines and code points of the decoded text, and
// its bytes.
[[nodiscard]] std::string report_sarif(const std::vector<Checked>& all, ReportLanguage language);

// A Word document with a comment at the place of each finding, and each fix as a tracked change
// (accept all, and the fixed findings are gone). A DOCX is kept as it is but for these; `bytes` are
// its own. Any other format is written anew as plain paragraphs and tables. The comments carry no
// date: the same findings give the same bytes. damaged: a DOCX without the parts that name others.
[[nodiscard]] Result<std::string> report_docx(const Checked& checked, std::string_view bytes,
                                              ReportLanguage language);

}  // namespace guanlan
