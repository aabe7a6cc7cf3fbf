// The pages of the micro-site, each the template page.html filled.
#include <fmt/format.h>

#include "compose/body_text.h"
#include "compose/fields.h"
#include "compose/site.h"

namespace guanlan::compose {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;

constexpr std::size_t kOnHome = 8, kOnPage = 50;

class Pages {
 public:
  Pages(const SiteConfig& config, kainjow::mustache::mustache& page)
      : config_(config), page_(page) {}

  Rendered all(const std::vector<SiteEntry>& entries, const std::vector<SiteIssue>& issues) {
    sort(entries);
    home(issues);
    for (std::size_t s = 0; s < config_.sections.size(); ++s) section(s);
    for (const SiteEntry& entry : entries) item(entry);
    past(issues);
    return std::move(out_);
  }

 private:
  void sort(const std::vector<SiteEntry>& entries) {
    by_section_.resize(config_.sections.size());
    for (const SiteEntry& entry : entries) by_section_[entry.section].push_back(&entry);
  }
  std::string href(std::size_t section) const {
    return config_.sections[section].first + "/index.html";
  }

  // What every page has; `kind` is the block of the template that it fills.
  data base(const std::string& kind, const std::string& title, const std::string& root,
            const std::string& here) {
    data out;
    out.set("site", config_.name);
    out.set("root", root);
    put(out, "title", title);
    put(out, "description", kind == "home" ? config_.about : "");
    list nav;
    const auto add = [&](const std::string& to, const std::string& name) {
      data one;
      one.set("href", to);
      one.set("title", name);
      one.set("current", flag(to == here));
      nav.push_back(one);
    };
    add("index.html", "首页");
    for (std::size_t s = 0; s < config_.sections.size(); ++s)
      add(href(s), config_.sections[s].second);
    add("issues/index.html", "往期刊物");
    out.set("nav", data(nav));
    for (const char* other : {"home", "listing", "item", "issues"})
      out.set(other, flag(other == kind));
    put(out, "feed", "");
    return out;
  }
  void write(const std::string& name, data& page) { out_.emplace_back(name, page_.render(page)); }

  static data entry_data(const SiteEntry& entry) {
    data out;
    out.set("href", entry.href);
    out.set("title", entry.title);
    put(out, "date", entry.date);
    put(out, "summary", entry.summary == entry.title ? "" : entry.summary);
    return out;
  }
  void board(list& boards, const std::string& title, const std::string& to, const list& entries) {
    data one;
    one.set("title", title);
    one.set("href", to);
    one.set("entries", data(entries));
    one.set("none", flag(entries.empty()));
    boards.push_back(one);
  }

  void home(const std::vector<SiteIssue>& issues) {
    data page = base("home", "", "", "index.html");
    page.set("about", config_.about);
    list boards;
    for (std::size_t s = 0; s < config_.sections.size(); ++s) {
      list entries;
      for (const SiteEntry* entry : by_section_[s]) {
        if (entries.size() < kOnHome) entries.push_back(entry_data(*entry));
      }
      board(boards, config_.sections[s].second, href(s), entries);
    }
    list past;
    for (const SiteIssue& issue : issues) {
      if (past.size() == kOnHome) break;
      data one;
      one.set("href", issue.href);
      one.set("title", issue.name + " " + issue.issue);
      put(one, "date", issue.date);
      past.push_back(one);
    }
    board(boards, "往期刊物", "issues/index.html", past);
    page.set("boards", data(boards));
    write("index.html", page);
  }

  std::string page_name(std::size_t section, std::size_t n) const {
    return n == 0 ? href(section)
                  : fmt::format("{}/{}.html", config_.sections[section].first, n + 1);
  }
  void section(std::size_t s) {
    const auto& all = by_section_[s];
    const std::size_t count = std::max<std::size_t>(1, (all.size() + kOnPage - 1) / kOnPage);
    for (std::size_t n = 0; n < count; ++n) {
      data page = base("listing", config_.sections[s].second, "../", href(s));
      put(page, "feed", config_.sections[s].first + "/feed.xml");
      list entries, pages, links;
      for (std::size_t i = n * kOnPage; i < std::min(all.size(), (n + 1) * kOnPage); ++i) {
        entries.push_back(entry_data(*all[i]));
      }
      for (std::size_t other = 0; count > 1 && other < count; ++other) {
        data one;
        one.set("href", page_name(s, other));
        one.set("number", std::to_string(other + 1));
        one.set("current", flag(other == n));
        pages.push_back(one);
      }
      for (const auto& [title, address] : config_.links) {
        if (s + 1 != config_.sections.size()) break;  // with the last section
        data one;
        one.set("title", title);
        one.set("address", address);
        links.push_back(one);
      }
      page.set("entries", data(entries));
      page.set("none", flag(entries.empty()));
      page.set("pages", data(pages));
      page.set("pages_there", flag(!pages.empty()));
      page.set("links", data(links));
      page.set("links_there", flag(!links.empty()));
      write(page_name(s, n), page);
    }
  }

  void item(const SiteEntry& entry) {
    data page = base("item", entry.title, "../", "");
    put(page, "description", entry.summary);
    put(page, "date", entry.date);
    put(page, "source", entry.source);
    page.set("section", config_.sections[entry.section].second);
    page.set("section_href", href(entry.section));
    list blocks;
    for (const Stretch& stretch : stretches(entry.body)) {
      data one;
      put(one, "text", std::string(stretch.line));
      one.set("table", stretch.rows.empty() ? flag(false) : table_data(stretch.rows));
      blocks.push_back(one);
    }
    page.set("blocks", data(blocks));
    write(entry.href, page);
  }

  void past(const std::vector<SiteIssue>& issues) {
    data page = base("issues", "往期刊物", "../", "issues/index.html");
    list entries;
    for (const SiteIssue& issue : issues) {
      data one;
      one.set("href", issue.href);
      one.set("name", issue.name);
      one.set("issue", issue.issue);
      put(one, "date", issue.date);
      list files;
      for (const auto& [label, path] : issue.files) {
        data file;
        file.set("label", label);
        file.set("href", path);
        files.push_back(file);
      }
      one.set("files", data(files));
      entries.push_back(one);
    }
    page.set("entries", data(entries));
    page.set("none", flag(entries.empty()));
    write("issues/index.html", page);
  }

  const SiteConfig& config_;
  kainjow::mustache::mustache& page_;
  std::vector<std::vector<const SiteEntry*>> by_section_;
  Rendered out_;
};

}  // namespace

Result<Rendered> site_pages(const SiteConfig& config, const Templates& templates,
                            const std::vector<SiteEntry>& entries,
                            const std::vector<SiteIssue>& issues) {
  const auto text = templates.file("site", "page.html");
  if (!text) return tl::unexpected(text.error());
  kainjow::mustache::mustache page(*text);
  if (!page.is_valid()) {
    return fail(Code::invalid, "模板有误：" + page.error_message(), "site/page.html",
                "见 docs/publishing.md");
  }
  Rendered out = Pages(config, page).all(entries, issues);
  for (const char* name : {"site.css", "site.js"}) {
    auto file = templates.file("site", name);
    if (!file) return tl::unexpected(std::move(file.error()));
    out.emplace_back(name, std::move(*file));
  }
  return out;
}

}  // namespace guanlan::compose
