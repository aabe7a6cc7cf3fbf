// Any bytes are a query or an error that says where.
#include <cstdlib>
#include <string_view>

#include "search/query.h"
#include "search/snippet.h"
#include "search/text_matches.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  const auto parsed = guanlan::query::parse(query);
  if (parsed.problem) {
    const auto span = parsed.problem->span;
    if (span.begin > span.end || span.end > size) std::abort();
    return 0;
  }
  if (guanlan::is_textual(parsed.root)) (void)guanlan::match_expression(parsed.root);
  (void)guanlan::find_hits(query, guanlan::wanted_phrases(parsed.root), false);
  return 0;
}
