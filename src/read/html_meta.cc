#include "read/html_meta.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "read/date_text.h"
#include "read/line_writer.h"

namespace guanlan::html {
namespace {

// Names of <meta>, in lower case, the most telling first (政府网站标签规范, Open Graph, Dublin
// Core).
constexpr std::array<std::string_view, 6> kTitles{"articletitle", "og:title", "twitter:title",
                                                  "dc.title",     "title",    "headline"};
constexpr std::array<std::string_view, 12> kDates{"pubdate",
                                                  "publishdate",
                                                  "article:published_time",
                                                  "datepublished",
                                                  "publish_time",
                                                  "publishtime",
                                                  "og:release_date",
                                                  "release_date",
                                                  "weibo:article:create_at",
                                                  "firstpublishedtime",
                                                  "dc.date",
                                                  "date"};
constexpr std::array<std::string_view, 5> kOutlets{"contentsource", "source", "mediaid",
                                                   "article:author", "og:article:author"};

template <std::size_t N>
std::size_t rank(const std::array<std::string_view, N>& names, const std::string& name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

class Reader {
 public:
  Meta take() { return std::move(meta_); }

  void read(const GumboNode& node) {
    const GumboTag name = tag(node);
    if (name == GUMBO_TAG_META) meta(node);
    if (name == GUMBO_TAG_TITLE && meta_.window_title.empty()) {
      for (const GumboNode* child : children(node)) meta_.window_title += one_line(text(*child));
    }
    if (name == GUMBO_TAG_LINK && lower(attribute(node, "rel")) == "canonical") {
      meta_.link = one_line(attribute(node, "href"));
    }
    if (name == GUMBO_TAG_SCRIPT && attribute(node, "type").find("ld+json") != std::string::npos) {
      for (const GumboNode* child : children(node)) linked_data(text(*child));
    }
    if (name == GUMBO_TAG_TIME && meta_.published.empty()) {
      meta_.published = find_date(attribute(node, "datetime"));
    }
    for (const GumboNode* child : children(node)) read(*child);
  }

 private:
  void meta(const GumboNode& node) {
    std::string name = lower(attribute(node, "name"));
    if (name.empty()) name = lower(attribute(node, "property"));
    if (name.empty()) name = lower(attribute(node, "itemprop"));
    const std::string content = one_line(attribute(node, "content"));
    if (content.empty()) return;
    better(rank(kTitles, name), title_rank_, kTitles.size(), content, meta_.title);
    better(rank(kOutlets, name), outlet_rank_, kOutlets.size(), content, meta_.outlet);
    const std::string date = find_date(content);
    if (!date.empty()) better(rank(kDates, name), date_rank_, kDates.size(), date, meta_.published);
    if (name == "og:url" && meta_.link.empty()) meta_.link = content;
  }

  static void better(std::size_t rank, std::size_t& best, std::size_t none,
                     const std::string& value, std::string& out) {
    if (rank >= none || rank >= best) return;
    best = rank;
    out = value;
  }

  void linked_data(std::string_view json) {
    issue(json);
    const auto at = json.find("\"datePublished\"");
    if (at == std::string_view::npos || !meta_.published.empty()) return;
    meta_.published = find_date(json.substr(at + 15, 40));
  }

  void issue(std::string_view json) {
    if (json.find("\"PublicationIssue\"") == std::string_view::npos) return;
    const auto data = nlohmann::json::parse(json, nullptr, false);
    const auto word = [](const nlohmann::json& object, const char* key) {
      const auto at = object.is_object() ? object.find(key) : object.end();
      return object.is_object() && at != object.end() && at->is_string()
                 ? one_line(at->get<std::string>())
                 : "";
    };
    if (word(data, "@type") != "PublicationIssue") return;
    meta_.issue = word(data, "issueNumber");
    const auto of = data.find("isPartOf");
    if (of != data.end()) meta_.periodical = word(*of, "name");
  }

  Meta meta_;
  std::size_t title_rank_ = 99, date_rank_ = 99, outlet_rank_ = 99;
};

}  // namespace

Meta read_meta(const Tree& tree) {
  Reader reader;
  reader.read(tree.root());
  return reader.take();
}

}  // namespace guanlan::html
