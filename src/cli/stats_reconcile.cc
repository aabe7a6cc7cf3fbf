#include <fmt/format.h>

#include <array>
#include <ostream>

#include "cli/database.h"
#include "cli/documents.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "cli/stats_actions.h"
#include "guanlan/reconcile.h"
#include "resolve/json_text.h"

namespace guanlan::cli {
namespace {

constexpr Text kAgreements[] = {{"一致", "agrees"}, {"不符", "differs"}, {"无法核对", "unchecked"}};
constexpr Text kSummary{"一致 {}，不符 {}，无法核对 {}",
                        "{} agree, {} differ, {} cannot be checked"};

void quotation(JsonText& json, const Quotation& q) {
  json.begin_object();
  json.key("file");
  json.string(q.file);
  json.key("document");
  q.document == 0 ? json.null() : json.number(q.document);
  json.key("text");
  json.string(q.text);
  json.key("span");
  json.begin_object();
  json.key("page");
  json.number(std::int64_t{q.place.page});
  json.key("begin");
  json.number(std::int64_t{q.place.span.begin});
  json.key("end");
  json.number(std::int64_t{q.place.span.end});
  json.end_object();
  json.end_object();
}

std::string json_line(const Reconciled& r, Language language) {
  std::string out;
  JsonText json(out);
  const auto text = [&](std::string_view key, std::string_view value) {
    json.key(key);
    value.empty() ? json.null() : json.string(value);
  };
  json.begin_object();
  text("agreement", name(r.agreement));
  text("rule", r.rule);
  text("indicator", r.indicator);
  text("period", r.period);
  text("region", r.region);
  text("operator", r.operator_name);
  text("detail", language == Language::zh ? r.detail.zh : r.detail.en);
  json.key("off");
  r.agreement == Agreement::differs && !r.unit.empty() ? json.number(r.off) : json.null();
  text("unit", r.unit);
  json.key("quotations");
  json.begin_array();
  for (const Quotation& q : r.quotations) quotation(json, q);
  json.end_array();
  json.end_object();
  return out;
}

class ReconcilePrinter {
 public:
  explicit ReconcilePrinter(const Call& call)
      : call_(call),
        format_(chosen_format(call)),
        sheet_{{{"agreement", {"结论", "verdict"}},
                {"rule", {"规则", "rule"}},
                {"indicator", {"指标", "indicator"}, false, true},
                {"period", {"时期", "period"}},
                {"operator", {"企业", "operator"}},
                {"detail", {"说明", "detail"}, false, true},
                {"text", {"原文", "text"}, false, true},
                {"other", {"对照原文", "held against"}, false, true}},
               {}} {}

  void add(const std::vector<Reconciled>& lines) {
    for (const Reconciled& r : lines) {
      ++counts_[static_cast<std::size_t>(r.agreement)];
      if (format_ == "jsonl") {
        call_.env.out << json_line(r, call_.language) << '\n';
      } else if (format_ == "json") {
        call_.env.out << (first_ ? "[\n" : ",\n") << json_line(r, call_.language);
        first_ = false;
      } else {
        row(r);
      }
    }
  }

  [[nodiscard]] bool differs() const { return counts_[1] > 0; }

  void finish() {
    if (format_ == "json") call_.env.out << (first_ ? "[]\n" : "\n]\n");
    if (format_ != "json" && format_ != "jsonl") print(call_, sheet_, format_);
    call_.env.err << fmt::format(fmt::runtime(kSummary.in(call_.language)), counts_[0], counts_[1],
                                 counts_[2])
                  << '\n';
  }

 private:
  void row(const Reconciled& r) {
    std::string others;
    for (std::size_t i = 1; i < r.quotations.size(); ++i) {
      others += (i == 1 ? "" : " / ") + r.quotations[i].text;
    }
    sheet_.rows.push_back(
        {std::string(kAgreements[static_cast<std::size_t>(r.agreement)].in(call_.language)), r.rule,
         r.indicator, r.period, r.operator_name,
         call_.language == Language::zh ? r.detail.zh : r.detail.en,
         r.quotations.empty() ? std::string() : r.quotations.front().text, others});
  }

  const Call& call_;
  std::string format_;
  Sheet sheet_;
  std::array<std::size_t, 3> counts_{};
  bool first_ = true;
};

int of_month(const Call& call) {
  const auto store = observations_of(call);
  if (!store) return no_database(call, store.error());
  const auto lines = reconcile(*store, call.args.value("--month"));
  if (!lines) {
    complain(call, lines.error());
    return exit_code::kInputs;
  }
  ReconcilePrinter printer(call);
  printer.add(*lines);
  printer.finish();
  return printer.differs() ? exit_code::kFindings : exit_code::kFine;
}

}  // namespace

int stats_reconcile(const Call& call) {
  if (call.args.has("--month")) return of_month(call);
  if (words_of(call).empty()) return lacks_word(call, "FILE");
  const Inputs inputs = expand(call, words_of(call));
  const auto store =
      observations_of(call);  // what was before; without it the files alone are checked
  const bool asked_for = call.args.has("--db") || (!store && store.error().code != Code::not_found);
  const bool unheld = !store && asked_for;
  if (unheld) complain(call, store.error());
  ReconcilePrinter printer(call);
  Result<void> read;
  const std::size_t failed = each_document(call, inputs, [&](Document&& document) {
    const auto lines = reconcile(document, store ? &*store : nullptr);
    if (!lines) return read = tl::unexpected(lines.error()), false;
    printer.add(*lines);
    return true;
  });
  if (!read) return no_database(call, read.error());
  printer.finish();
  if (failed > 0) return verdict(call, failed, inputs.files.size() + inputs.failures.size());
  if (unheld) return exit_code::kInputs;
  return printer.differs() ? exit_code::kFindings : exit_code::kFine;
}

}  // namespace guanlan::cli
