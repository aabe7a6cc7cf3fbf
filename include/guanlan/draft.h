// draft: leads and summaries written by a model, where one is configured, and refused where they
// say more than their items.
//
// Off unless an endpoint is given; nothing else depends on it. A draft is only handed over when
// every number, date, title, quotation, name, identifier and citation in it is found in the texts
// and facts of the items it is about (docs/composing.md). Errors: invalid (no endpoint, a draft
// that is refused: Error::place names what is not in the items), io (the endpoint does not answer
// as it should).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guanlan/compose.h"

namespace guanlan::compose {

struct DraftOptions {
  std::string endpoint;  // https://host/v1: /chat/completions is added; empty: off
  std::string model;
  std::string key;  // sent as bearer token; empty: none
  int seconds = 60;
};

// Something in a draft that its items do not say.
struct Unfounded {
  std::string rule;  // number, title, quotation, latin, word, or a field of the record
  std::string text;  // as the draft has it
};
// What the draft says without its items; empty: it may stand.
[[nodiscard]] std::vector<Unfounded> unfounded(std::string_view draft,
                                               const std::vector<const Item*>& items);

// At most 60 characters.
[[nodiscard]] Result<std::string> draft_summary(const Item& item, const DraftOptions& options);
// One to four sentences.
[[nodiscard]] Result<std::string> draft_lead(const std::vector<const Item*>& items,
                                             const DraftOptions& options);
// What somebody at a desk asks for by its id: a part's lead, or an item's summary. not_found:
// neither.
[[nodiscard]] Result<std::string> draft_for(const Desk& desk, std::string_view id,
                                            const DraftOptions& options);

}  // namespace guanlan::compose
