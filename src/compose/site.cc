// make_site: the store's items in their sections, the issues that pass the gate.
#include "compose/site.h"

#include <fmt/format.h>

#include "compose/candidate.h"
#include "compose/digest_text.h"
#include "guanlan/publish.h"

namespace guanlan::compose {
namespace {

Result<std::vector<Candidate>> candidates(const Store& store, const SiteConfig& config,
                                          const ItemFilter& filter) {
  std::map<std::int64_t, std::string> digests;
  const auto documents = store.documents();
  if (!documents) return tl::unexpected(documents.error());
  for (const StoredDocument& d : *documents) digests[d.id] = d.digest;
  std::vector<StoredItem> items;
  const auto read = store.each(filter, [&](StoredItem&& item) {
    items.push_back(std::move(item));
    return true;
  });
  if (!read) return tl::unexpected(read.error());
  std::vector<Candidate> out;
  for (const StoredItem& item : items) {
    const auto facts = store.facts(item.id);
    if (!facts) return tl::unexpected(facts.error());
    out.push_back(candidate_of(item, *facts, digests[item.document], config.style.levels));
  }
  return without_twins(std::move(out));
}

std::optional<std::size_t> section_of(const SiteConfig& config, const Candidate& candidate) {
  const std::string_view id = place_for(config.style, candidate);
  for (std::size_t s = 0; s < config.sections.size(); ++s) {
    if (config.sections[s].first == id) return s;
  }
  return std::nullopt;
}

// Newest first, undated last; of one day by id.
std::vector<SiteEntry> entries_of(const SiteConfig& config, const std::vector<Candidate>& all) {
  std::vector<SiteEntry> out;
  for (const Candidate& c : all) {
    const auto section = section_of(config, c);
    if (!section) continue;
    SiteEntry& entry = out.emplace_back();
    entry.id = c.item.id;
    entry.href = "items/" + c.item.id + ".html";
    entry.title = c.item.title;
    entry.date = c.item.event_date;
    entry.summary = summary_of(c.item);
    entry.body = c.item.body;
    entry.section = *section;
    for (const std::string& source : c.item.sources)
      entry.source += (entry.source.empty() ? "" : "、") + source;
  }
  std::sort(out.begin(), out.end(), [](const SiteEntry& a, const SiteEntry& b) {
    return a.date != b.date ? a.date > b.date : a.id < b.id;
  });
  return out;
}

std::string_view label_of(std::string_view file) {
  if (file.ends_with(".docx")) return "Word";
  if (file.ends_with(".pdf")) return "PDF";
  if (file.ends_with(".md")) return "Markdown";
  return {};
}

Result<void> add_issue(const std::filesystem::path& folder, const Templates& templates,
                       const SiteOptions& options, Site& site, std::vector<SiteIssue>& issues) {
  const auto desk = open_desk(folder);
  if (!desk) return tl::unexpected(desk.error());
  auto verdict = gate(folder, *desk, templates, options.gate);
  if (!verdict) return tl::unexpected(std::move(verdict.error()));
  if (!verdict->obstacles.empty()) {
    site.held_back.push_back({folder, std::move(verdict->obstacles)});
    return {};
  }
  auto files = render(folder, *desk, templates, verdict->colophon, {options.outputs, false});
  if (!files) return tl::unexpected(std::move(files.error()));
  const Outline& outline = desk->outline;
  const std::string place = fmt::format("issues/{}-{}/", outline.period, outline.style);
  SiteIssue issue{place + "index.html",
                  outline.masthead.name,
                  outline.masthead.issue,
                  outline.masthead.date,
                  {}};
  for (auto& [name, bytes] : *files) {
    if (const auto label = label_of(name); !label.empty())
      issue.files.emplace_back(label, place + name);
    const bool page = name == outline.period + ".html";
    site.files.emplace_back(place + (page ? "index.html" : name), std::move(bytes));
  }
  issues.push_back(std::move(issue));
  ++site.issues;
  return {};
}

std::optional<Error> wrong_address(std::string_view address) {
  const bool web = address.starts_with("https://") || address.starts_with("http://");
  if (address.empty() || (web && address.ends_with('/'))) return std::nullopt;
  return Error{
      Code::invalid, "不是网址：" + std::string(address), {}, "以 https:// 开头，以 / 结尾"};
}

}  // namespace

Result<Site> make_site(const Store& store, const Templates& templates, const SiteOptions& options) {
  if (auto error = wrong_address(options.address)) return tl::unexpected(std::move(*error));
  const auto config = load_site_config(templates);
  if (!config) return tl::unexpected(config.error());
  auto found = candidates(store, *config, options.filter);
  if (!found) return tl::unexpected(std::move(found.error()));
  const std::vector<SiteEntry> entries = entries_of(*config, *found);
  Site out;
  out.items = entries.size();
  std::vector<SiteIssue> issues;
  for (const auto& folder : options.issues) {
    if (auto done = add_issue(folder, templates, options, out, issues); !done) {
      return tl::unexpected(std::move(done.error()));
    }
  }
  std::sort(issues.begin(), issues.end(), [](const SiteIssue& a, const SiteIssue& b) {
    return a.date != b.date ? a.date > b.date : a.href < b.href;
  });
  auto pages = site_pages(*config, templates, entries, issues);
  if (!pages) return tl::unexpected(std::move(pages.error()));
  std::move(pages->begin(), pages->end(), std::back_inserter(out.files));
  out.files.emplace_back("search.js", site_index(entries));
  out.files.emplace_back("feed.xml", site_feed(*config, entries, {}, options.address));
  for (std::size_t s = 0; s < config->sections.size(); ++s) {
    out.files.emplace_back(config->sections[s].first + "/feed.xml",
                           site_feed(*config, entries, s, options.address));
  }
  return out;
}

}  // namespace guanlan::compose
