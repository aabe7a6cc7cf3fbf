#include "extract/orgs/tokens.h"

#include <algorithm>

#include "extract/orgs/words.h"

namespace guanlan::orgs {
namespace {

Token::Kind kind_of(const Hit& hit) {
  switch (hit.cls) {
    case WordClass::org:
      return Token::org;
    case WordClass::region:
    case WordClass::country:
      return Token::place;
    case WordClass::act:
      return Token::verb;
    case WordClass::generic_body:
      return Token::generic;
    default:
      return Token::body;
  }
}

bool begins_before(const Token& token, std::uint32_t offset) { return token.span.begin < offset; }

}  // namespace

Tokens::Tokens(const bodies::Part& part, const Bodies& bodies)
    : part_(part), acts_(&part.passage().lexicon->table(WordClass::act)) {
  act_use_ = acts_->column("use");
  act_role_ = acts_->column("role");
  std::uint32_t reach = part.span().begin;
  const auto hits = part.hits();
  for (std::size_t i = 0, end = 0; i < hits.size(); i = end) {
    while (end < hits.size() && hits[end].span.begin == hits[i].span.begin) ++end;
    if (hits[i].span.begin < reach) continue;
    const Hit* best = nullptr;
    for (std::size_t k = i; k < end; ++k) {
      if (rank(hits[k]) == 0) continue;
      const bool longer = best == nullptr || hits[k].span.end > best->span.end;
      if (longer || (hits[k].span.end == best->span.end && rank(hits[k]) > rank(*best)))
        best = &hits[k];
    }
    if (best == nullptr) continue;
    reach = best->span.end;
    if (best->cls != WordClass::org_suffix)
      tokens_.push_back({best->span, kind_of(*best), best->row});
  }
  for (const BodyMention& body : bodies.bodies) {
    if (!part.span().contains(body.span)) continue;
    bodies_.push_back(body.span);
    body_ends_.push_back(body.span.end);
  }
  std::sort(bodies_.begin(), bodies_.end());
  std::sort(body_ends_.begin(), body_ends_.end());
}

int Tokens::rank(const Hit& hit) const {
  switch (hit.cls) {
    case WordClass::org:
      return 5;
    case WordClass::region:
    case WordClass::country:
      return 4;
    case WordClass::authority:
    case WordClass::generic_body:
      return 3;
    case WordClass::act:
      return is_strong(hit) ? 2 : 0;
    case WordClass::org_suffix:
      return 1;
    default:
      return 0;
  }
}

// A verb that no name holds: 发布, 出席; not 研究, 监测, 服务.
bool Tokens::is_strong(const Hit& hit) const {
  const std::string_view use = acts_->at(hit.row, act_use_), role = acts_->at(hit.row, act_role_);
  if (use == "attend" || use == "under" || use == "say") return true;
  if (use != "do") return false;
  if (role == "issue" || role == "publish" || role == "decide" || role == "punish") return true;
  return is_one(part_.of(hit.span), Around::verb);
}

const Token* Tokens::first_from(std::uint32_t offset) const {
  const auto it = std::lower_bound(tokens_.begin(), tokens_.end(), offset, begins_before);
  return it != tokens_.end() ? &*it : nullptr;
}

const Token* Tokens::at(std::uint32_t offset) const {
  const Token* token = first_from(offset);
  return token != nullptr && token->span.begin == offset ? token : nullptr;
}

const Token* Tokens::covering(std::uint32_t offset) const {
  const auto it = std::lower_bound(tokens_.begin(), tokens_.end(), offset, begins_before);
  if (it == tokens_.begin()) return nullptr;
  const Token& token = *std::prev(it);
  return token.span.end >= offset ? &token : nullptr;
}

bool Tokens::in_body(Span span) const {
  auto it = std::lower_bound(bodies_.begin(), bodies_.end(), Span{span.end, 0});
  for (int look = 0; it != bodies_.begin() && look < 8; ++look) {
    --it;
    const bool at_head = span.contains(*it) && span.size() > it->size() + 6;
    if (it->overlaps(span) && !at_head) return true;
  }
  return false;
}

bool Tokens::closes_name(std::uint32_t offset) const {
  if (const Token* token = covering(offset); token != nullptr && token->span.end == offset)
    return true;
  for (const std::uint32_t size : {6u, 9u, 12u}) {
    if (offset < part_.span().begin + size) continue;
    for (const Hit& hit : part_.at(offset - size)) {
      if (hit.cls == WordClass::org_suffix && hit.span.end == offset) return true;
    }
  }
  return std::binary_search(body_ends_.begin(), body_ends_.end(), offset);
}

}  // namespace guanlan::orgs
