#include <fmt/format.h>

#include "guanlan/law_check.h"

namespace guanlan {
namespace {

// 2024 → 2024-01-01, 2024-04 → 2024-04-01; half-years and quarters by their year.
std::string first_day(std::string date) {
  if (date.size() == 7 && (date[5] == 'H' || date[5] == 'Q')) date.resize(4);
  if (date.size() == 4) date += "-01";
  if (date.size() == 7) date += "-01";
  return date;
}

std::string day_of(const Document& document, std::size_t item) {
  const auto& event = document.mentions[item].dates.event;
  if (event) return first_day(event->value);
  const IssueDate& issue = document.issue.date;
  if (issue.year <= 0) return {};
  return fmt::format("{:04}-{:02}-{:02}", issue.year, std::max(issue.month, 1),
                     std::max(issue.day, 1));
}

}  // namespace

std::string day_of_conduct(const Mentions& item, std::string_view day) {
  std::string first;
  for (const DateMention& d : item.dates.others) {
    if (d.role != "past" && d.role != "start" && d.role != "end") continue;
    std::string other = first_day(d.value);
    if (other < day && (first.empty() || other < first)) first = std::move(other);
  }
  return first;
}

namespace {

// Where another version has the provision: what that one is in the version in force.
std::string in_other_version(const LawLibrary& laws, const std::vector<LawVersion>& versions,
                             const ProvisionRef& reference, std::string_view day) {
  const auto now = in_force(versions, day);
  if (!now) return {};
  for (const LawVersion& other : versions) {
    const auto there = laws.look_up(other.title, reference, applies_from(other));
    if (!there || there->law.id != other.id) continue;
    std::string note = "；" + other.version + "文本有" + reference.article;
    if (const LawCounterpart* here = there->in(versions[*now]))
      note += "，今为" + here->provision.number;
    return note;
  }
  return {};
}

class Checker {
 public:
  explicit Checker(const LawLibrary& laws) : laws_(laws) {}

  Result<CitationCheck> check(const CitationMention& citation, const Mentions& item,
                              std::string day) {
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
    if (!answer && answer.error().code == Code::not_found) {
      const std::string conduct = day_of_conduct(item, out.day);
      auto then =
          conduct.empty() ? answer : laws_.look_up(citation.instrument, *reference, conduct);
      if (then) answer = std::move(then), out.day = conduct;
    }
    if (answer) {
      out.state = answer->later_text ? CitationState::unknown_text : CitationState::found;
      out.note = answer->law.title + " " + answer->note;
      out.answer = std::move(*answer);
      return out;
    }
    if (answer.error().code != Code::not_found) return tl::unexpected(answer.error());
    out.state = missing(*versions, out.day);
    out.note = answer.error().message;
    if (out.state == CitationState::no_provision)
      out.note += in_other_version(laws_, *versions, *reference, out.day);
    return out;
  }

  Result<CitationCheck> check(const ReferenceMention& reference, const Mentions& item,
                              std::string day) {
    if (reference.candidates.size() == 1) {
      CitationMention meant;
      meant.instrument = reference.candidates.front().instrument;
      meant.provision = reference.candidates.front().provision;
      return check(meant, item, std::move(day));
    }
    CitationCheck out;
    out.day = std::move(day);
    out.state = CitationState::ambiguous;
    for (const CitedProvision& one : reference.candidates)
      out.candidates +=
          (out.candidates.empty() ? "《" : "、《") + one.instrument + "》" + one.provision;
    out.note = "不止一处引文可指";
    return out;
  }

 private:
  // Why a provision is not there: the law came later, or the library has only later texts of it.
  static CitationState missing(const std::vector<LawVersion>& versions, const std::string& day) {
    const LawVersion& first = versions.front();
    if (day.empty() || applies_from(first) <= day) return CitationState::no_provision;
    return first.effective > day ? CitationState::not_in_force : CitationState::unknown_text;
  }

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
    case CitationState::unknown_text:
      return "unknown_text";
  }
  return "";
}

Result<std::vector<CitationCheck>> check_citations(const Document& document,
                                                   const LawLibrary& laws) {
  std::vector<CitationCheck> out;
  Checker checker(laws);
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    const Mentions& item = document.mentions[i];
    const std::string day = day_of(document, i);
    for (std::size_t c = 0; c < item.citations.size(); ++c) {
      auto one = checker.check(item.citations[c], item, day);
      if (!one) return tl::unexpected(one.error());
      one->item = static_cast<std::int32_t>(i);
      one->citation = static_cast<std::int32_t>(c);
      out.push_back(std::move(*one));
    }
    for (std::size_t r = 0; r < item.references.size(); ++r) {
      auto one = checker.check(item.references[r], item, day);
      if (!one) return tl::unexpected(one.error());
      one->item = static_cast<std::int32_t>(i);
      one->citation = -1;
      one->reference = static_cast<std::int32_t>(r);
      out.push_back(std::move(*one));
    }
  }
  return out;
}

}  // namespace guanlan
