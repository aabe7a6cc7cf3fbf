#include <fmt/format.h>

#include "guanlan/law_check.h"

namespace guanlan {
namespace {

// 2024 → 2024-01-01, 2024-04 → 2024-04-01; half-years and quarters by their year.
std::string day_of(const Document& document, std::size_t item) {
  const auto& event = document.mentions[item].dates.event;
  const IssueDate& issue = document.issue.date;
  std::string day = event            ? event->value
                    : issue.year > 0 ? fmt::format("{:04}-{:02}-{:02}", issue.year,
                                                   std::max(issue.month, 1), std::max(issue.day, 1))
                                     : std::string();
  if (day.size() == 7 && (day[5] == 'H' || day[5] == 'Q')) day.resize(4);
  if (day.size() == 4) day += "-01";
  if (day.size() == 7) day += "-01";
  return day;
}

// The article of the version before whose text is this one's, where the number moved.
std::string moved_from(const LawAnswer& answer, const LawLibrary& laws) {
  if (!answer.previous || (answer.was && answer.was->text == answer.provision.text)) return {};
  const auto old = laws.provisions(answer.previous->id);
  if (!old) return {};
  for (const Provision& p : *old) {
    if (p.text == answer.provision.text && p.number != answer.provision.number) return p.number;
  }
  return {};
}

class Checker {
 public:
  explicit Checker(const LawLibrary& laws) : laws_(laws) {}

  Result<CitationCheck> check(const CitationMention& citation, std::string day) {
    CitationCheck out;
    out.day = std::move(day);
    auto versions = laws_.versions(citation.instrument);
    if (!versions) {
      if (auto books = laws_.books(citation.instrument); books && !books->empty())
        versions = std::move(books);
    }
    if (!versions) return by_error(std::move(out), versions.error());
    if (citation.provision.empty()) {
      out.state = CitationState::law_only;
      out.note = "只引法名，未引条文";
      return out;
    }
    const auto reference = parse_provision(citation.provision);
    if (!reference) return by_error(std::move(out), reference.error());
    auto answer = laws_.look_up(citation.instrument, *reference, out.day);
    if (answer) {
      out.state = CitationState::found;
      out.renumbered = moved_from(*answer, laws_);
      out.note = answer->law.title + " " + answer->note;
      out.answer = std::move(*answer);
      return out;
    }
    if (answer.error().code != Code::not_found) return tl::unexpected(answer.error());
    const bool later = !versions->empty() && versions->front().effective > out.day;
    out.state = later ? CitationState::not_in_force : CitationState::no_provision;
    out.note = answer.error().message;
    return out;
  }

 private:
  static Result<CitationCheck> by_error(CitationCheck out, const Error& error) {
    switch (error.code) {
      case Code::not_found:
        out.state = CitationState::unknown_law;
        break;
      case Code::conflict:
        out.state = CitationState::ambiguous;
        out.candidates = error.place;
        break;
      case Code::invalid:
        out.state = CitationState::no_provision;
        break;
      default:
        return tl::unexpected(error);
    }
    out.note = error.message;
    return out;
  }

  const LawLibrary& laws_;
};

}  // namespace

std::string_view name(CitationState state) {
  switch (state) {
    case CitationState::found:
      return "found";
    case CitationState::law_only:
      return "law_only";
    case CitationState::no_provision:
      return "no_provision";
    case CitationState::not_in_force:
      return "not_in_force";
    case CitationState::ambiguous:
      return "ambiguous";
    case CitationState::unknown_law:
      return "unknown_law";
  }
  return "";
}

Result<std::vector<CitationCheck>> check_citations(const Document& document,
                                                   const LawLibrary& laws) {
  std::vector<CitationCheck> out;
  Checker checker(laws);
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    const auto& citations = document.mentions[i].citations;
    for (std::size_t c = 0; c < citations.size(); ++c) {
      auto one = checker.check(citations[c], day_of(document, i));
      if (!one) return tl::unexpected(one.error());
      one->item = static_cast<std::int32_t>(i);
      one->citation = static_cast<std::int32_t>(c);
      out.push_back(std::move(*one));
    }
  }
  return out;
}

}  // namespace guanlan
