// What stands around names of organisations: places, bodies, known organisations and strong verbs,
// from left to right, and where bodies and names end.
#pragma once

#include <vector>

#include "extract/bodies/part.h"
#include "guanlan/bodies.h"

namespace guanlan::orgs {

struct Token {  // what a name may begin with, or ends before
  Span span;
  enum Kind : std::uint8_t { place, body, generic, org, verb } kind;
  std::uint32_t row;
};

class Tokens {
 public:
  Tokens(const bodies::Part& part, const Bodies& bodies);

  // The longest at every place, without overlaps.
  [[nodiscard]] const std::vector<Token>& all() const { return tokens_; }
  [[nodiscard]] const Token* at(std::uint32_t offset) const;  // that begins there
  [[nodiscard]] const Token* covering(
      std::uint32_t offset) const;  // that holds the character before
  [[nodiscard]] const Token* first_from(std::uint32_t offset) const;
  // A public body that the span overlaps, other than one at the head of a longer name.
  [[nodiscard]] bool in_body(Span span) const;
  // Whether an organisation, body or place ends at the offset: then 和 joins two names.
  [[nodiscard]] bool closes_name(std::uint32_t offset) const;

 private:
  [[nodiscard]] int rank(const Hit& hit) const;
  [[nodiscard]] bool is_strong(const Hit& hit) const;

  const bodies::Part& part_;
  const WordTable* acts_ = nullptr;
  int act_use_ = -1, act_role_ = -1;
  std::vector<Token> tokens_;
  std::vector<Span> bodies_;              // ascending by begin
  std::vector<std::uint32_t> body_ends_;  // ascending
};

}  // namespace guanlan::orgs
