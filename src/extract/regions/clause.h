// What the clause around a place of the body says of it: that something happens there, that one
// lives there.
#pragma once

#include "extract/bodies/part.h"

namespace guanlan::regions {

class Clause {
 public:
  Clause(const Passage& passage, const bodies::Part& body) : passage_(passage), body_(body) {}

  // What makes the places between begin and end a scene; null: nothing does.
  [[nodiscard]] const char* scene_rule(std::uint32_t begin, std::uint32_t end) const;
  // A verb of an event in the same clause, before the next stop; with any_deed any verb of doing.
  [[nodiscard]] bool event_follows(std::uint32_t at, bool any_deed) const;
  [[nodiscard]] bool begins(std::uint32_t at) const;
  [[nodiscard]] bool is_deed(const Hit& hit) const;

 private:
  [[nodiscard]] bool is_owner_abroad(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool is_covered(std::uint32_t at) const;
  [[nodiscard]] bool is_party(std::uint32_t at) const;
  [[nodiscard]] bool is_hunt(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool hunts(std::uint32_t end) const;
  [[nodiscard]] bool is_sent_to(std::uint32_t at) const;
  [[nodiscard]] bool is_resident(std::uint32_t at) const;
  [[nodiscard]] bool names_person(std::uint32_t at) const;

  const Passage& passage_;
  const bodies::Part& body_;
};

}  // namespace guanlan::regions
