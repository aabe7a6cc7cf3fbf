#include "cli/documents.h"

#include "cli/progress.h"
#include "cli/remarks.h"
#include "guanlan/lexicon.h"

namespace guanlan::cli {

std::size_t each_document(const Call& call, const Inputs& inputs,
                          const std::function<bool(Document&&)>& f) {
  for (const Error& failure : inputs.failures) complain(call, failure);
  std::size_t failed = inputs.failures.size();
  Progress progress(call, inputs.files.size());
  for (std::size_t i = 0; i < inputs.files.size() && !call.interrupted(); ++i) {
    progress.at(i, inputs.files[i].shown);
    auto sources = sources_of(call, inputs.files[i]);
    if (!sources) {
      ++failed;
      progress.clear();
      complain(call, sources.error(), inputs.files[i]);
      continue;
    }
    for (Source& source : *sources) {
      if (!source.warnings.empty()) progress.clear();
      (void)remark(call, inputs.files[i], source.warnings);
      if (!f(process(std::move(source), Lexicon::builtin()))) return failed;
    }
  }
  return failed;
}

}  // namespace guanlan::cli
