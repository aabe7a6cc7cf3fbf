#include <fmt/format.h>

#include <ostream>

#include "cli/documents.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/sheet.h"
#include "cli/stats_actions.h"
#include "guanlan/stats.h"

namespace guanlan::cli {
namespace {

Sheet sheet() {
  return {{{"file", {"文件", "file"}, false, true},
           {"section", {"章节", "section"}, false, true},
           {"indicator", {"指标", "indicator"}, false, true},
           {"canonical", {"目录名", "catalogue"}, false, true},
           {"period", {"时期", "period"}},
           {"region", {"地区", "region"}},
           {"operator", {"企业", "operator"}},
           {"measure", {"口径", "measure"}},
           {"value", {"数值", "value"}, true},
           {"unit", {"单位", "unit"}},
           {"rank_of", {"范围", "rank of"}}},
          {}};
}

std::vector<std::string> row(const std::string& file, const Observation& o) {
  return {file,
          o.section,
          o.indicator,
          o.canonical,
          o.period,
          o.region,
          o.operator_name,
          std::string(name(o.measure)),
          fmt::format("{:.15g}", o.value),
          o.unit,
          o.rank_of};
}

// Prints observations as they come: jsonl at once, everything else at the end.
class Printer {
 public:
  explicit Printer(const Call& call) : call_(call), format_(chosen_format(call)), sheet_(sheet()) {}

  void add(const Document& document) {
    const Statistics found = observe(document, {call_.args.has("--all-items")});
    for (const Observation& o : found.observations) {
      if (format_ == "jsonl") {
        call_.env.out << observation_line(o) << '\n';
      } else if (format_ == "json") {
        call_.env.out << (first_ ? "[\n" : ",\n") << observation_line(o);
        first_ = false;
      } else {
        sheet_.rows.push_back(row(document.source.name, o));
      }
    }
    for (const Refusal& r : found.refused) {
      call_.env.err << say(call_.language, Say::stats_refused, document.source.name + ": " + r.cell,
                           r.text, r.why)
                    << '\n';
    }
  }

  void finish() {
    if (format_ == "jsonl") return;
    if (format_ == "json") {
      call_.env.out << (first_ ? "[]\n" : "\n]\n");
      return;
    }
    print(call_, sheet_, format_);
  }

 private:
  const Call& call_;
  std::string format_;
  Sheet sheet_;
  bool first_ = true;
};

}  // namespace

int stats_extract(const Call& call) {
  const auto& words = call.args.positionals();
  const Inputs inputs = expand(call, {words.begin() + 1, words.end()});
  Printer printer(call);
  const std::size_t failed = each_document(call, inputs, [&](Document&& document) {
    printer.add(document);
    return true;
  });
  printer.finish();
  return verdict(call, failed, inputs.files.size() + inputs.failures.size());
}

}  // namespace guanlan::cli
