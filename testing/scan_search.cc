#include "testing/scan_search.h"

#include <algorithm>
#include <map>
#include <set>

#include "search/colloquial.h"
#include "search/names.h"
#include "search/query.h"
#include "text/terms.h"
#include "text/utf8.h"

namespace guanlan::testing {
namespace {

using query::Node;
using query::Op;

constexpr char kBorder = '\x1f';

// A text as runs of Chinese characters and words, a border before, between and after them.
struct Runs {
  std::string text{kBorder};
  bool begins_in_word = false, ends_in_word = false;
  bool closed = false;  // ends in punctuation or a blank: the run before it is whole
  int terms = 0;        // characters and words

  explicit Runs(std::string_view given) {
    TermClass last = TermClass::separator;
    for (std::size_t at = 0; at < given.size();) {
      const auto [cp, size] = utf8::decode(given, at);
      at += size;
      const auto [folded, cls] = search_character(cp);
      if (cls == TermClass::invisible) continue;
      if (cls != last && text.back() != kBorder) text += kBorder;
      if (cls != TermClass::separator) {
        if (text.size() == 1) begins_in_word = cls == TermClass::word;
        terms += cls == TermClass::ideograph || cls != last;
        utf8::append(text, folded);
        ends_in_word = cls == TermClass::word;
      }
      last = cls;
    }
    closed = last == TermClass::separator;
    if (text.back() != kBorder) text += kBorder;
  }
};

// How many characters and words begin before this place.
int term_at(const std::string& runs, std::size_t place) {
  return Runs(std::string_view(runs).substr(0, place)).terms;
}

// Where the phrase begins in the text.
std::vector<std::size_t> places(const Runs& text, const Node& phrase) {
  const Runs wanted(phrase.text);
  std::string needle = wanted.text.substr(1, wanted.text.size() - 2);
  if (wanted.begins_in_word) needle.insert(0, 1, kBorder);
  if ((wanted.ends_in_word || wanted.closed) && !phrase.prefix) needle += kBorder;
  std::vector<std::size_t> out;
  for (std::size_t at = text.text.find(needle); at != std::string::npos;
       at = text.text.find(needle, at + 1)) {
    out.push_back(at + (wanted.begins_in_word ? 1 : 0));
  }
  return out;
}

// Terms of a phrase as the index counts them: of its last Chinese run one less than characters.
int terms_of(const Node& phrase) {
  const Runs runs(phrase.text);
  const bool open = !runs.ends_in_word && !runs.closed && !ends_in_single_character(phrase.text);
  return runs.terms - (open ? 1 : 0);
}

bool near(const Runs& text, const Node& node) {
  std::vector<std::vector<int>> starts;
  std::set<int> last;
  for (const Node& child : node.children) {
    starts.emplace_back();
    for (const std::size_t at : places(text, child))
      starts.back().push_back(term_at(text.text, at));
    last.insert(starts.back().begin(), starts.back().end());
  }
  return std::any_of(last.begin(), last.end(), [&](int latest) {
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const int reach = latest - terms_of(node.children[i]) - node.distance;
      const bool any = std::any_of(starts[i].begin(), starts[i].end(),
                                   [&](int at) { return reach <= at && at <= latest; });
      if (!any) return false;
    }
    return true;
  });
}

struct Read {
  StoredItem item;
  SearchEntry entry;
  Runs title, body;
};

class ScanSearch final : public Search {
 public:
  explicit ScanSearch(const Store& store) : store_(store) {}

  Result<SearchAnswer> find(const SearchRequest& request) override {
    query::Parsed parsed = query::parse(request.query);
    if (parsed.problem) return tl::unexpected(std::move(parsed.problem->error));
    if (auto read = read_all(); !read) return tl::unexpected(std::move(read.error()));
    SearchAnswer out;
    out.expanded = widen(parsed.root);
    for (const Read& item : items_) {
      if (!holds(item, parsed.root)) continue;
      ++out.total;
      if (out.hits.size() == request.limit) continue;
      SearchHit hit;
      hit.item = item.item.id;
      hit.document = item.item.document;
      hit.title = item.item.title;
      out.hits.push_back(std::move(hit));
    }
    return out;
  }

  Result<std::vector<std::int64_t>> all(std::string_view query) override {
    const auto answer = find({.query = std::string(query), .limit = SIZE_MAX});
    if (!answer) return tl::unexpected(answer.error());
    std::vector<std::int64_t> out;
    for (const SearchHit& hit : answer->hits) out.push_back(hit.item);
    std::sort(out.begin(), out.end());
    return out;
  }

  Result<std::vector<LawUse>> law_uses(std::string_view key) override {
    if (auto read = read_all(); !read) return tl::unexpected(std::move(read.error()));
    std::map<std::pair<std::string, std::string>, std::vector<std::int64_t>> uses;
    for (const Read& item : items_) {
      for (const auto& [field, value] : item.entry.names) {
        const auto mark = value.find('#');
        const std::string law = value.substr(0, mark);
        if (field != NameField::law || (key.empty() ? mark != std::string::npos : law != key))
          continue;
        uses[{law, mark == std::string::npos ? "" : value.substr(mark + 1)}].push_back(
            item.item.id);
      }
    }
    std::vector<LawUse> out;
    for (auto& [name, items] : uses) {
      std::sort(items.begin(), items.end());
      out.push_back({name.first, name.second, std::move(items)});
    }
    return out;
  }

 private:
  Result<void> read_all() {
    items_.clear();
    names_.clear();
    return store_.each({}, [&](StoredItem&& item) {
      SearchEntry entry = search_entry(item.record, item.event_date);
      for (const auto& [field, value] : entry.names) names_.insert({field, search_folded(value)});
      Runs title(entry.title), body(entry.body);
      items_.push_back({std::move(item), std::move(entry), std::move(title), std::move(body)});
      return true;
    });
  }

  [[nodiscard]] bool holds(const Read& item, const Node& node) const {
    const auto child_holds = [&](const Node& child) { return holds(item, child); };
    const SearchRow& row = item.entry.row;
    switch (node.op) {
      case Op::everything:
        return true;
      case Op::both:
        return std::all_of(node.children.begin(), node.children.end(), child_holds);
      case Op::either:
        return std::any_of(node.children.begin(), node.children.end(), child_holds);
      case Op::without:
        return !child_holds(node.children.front());
      case Op::text:
        return !places(item.title, node).empty() ||
               (node.where == query::Where::anywhere && !places(item.body, node).empty());
      case Op::near:
        return near(item.title, node) || near(item.body, node);
      case Op::name:
        return has_name(item, node);
      case Op::file:
        return search_folded(item.item.file).find(search_folded(node.text)) != std::string::npos;
      case Op::days:
        return !row.days.empty() && row.days.begin < node.days.end &&
               node.days.begin < row.days.end;
      case Op::fine:
        return std::any_of(row.fines.begin(), row.fines.end(), [&](std::uint64_t fine) {
          return node.least <= fine && fine <= node.most;
        });
      case Op::has:
        return (row.has >> node.bit & 1u) != 0;
    }
    return false;
  }

  [[nodiscard]] bool has_name(const Read& item, const Node& node) const {
    const auto wanted = needles(node.field, node.text);
    const bool parts = node.field == NameField::authority || node.field == NameField::region;
    const bool whole = !parts && std::any_of(wanted.begin(), wanted.end(), [&](const auto& needle) {
      return names_.contains({node.field, needle});
    });
    for (const auto& [field, value] : item.entry.names) {
      if (field != node.field) continue;
      const std::string folded = search_folded(value);
      for (const std::string& needle : wanted) {
        if (whole ? folded == needle : folded.find(needle) != std::string::npos) return true;
      }
    }
    return false;
  }

  const Store& store_;
  std::vector<Read> items_;
  std::set<std::pair<NameField, std::string>> names_;
};

}  // namespace

std::unique_ptr<Search> scan_search(const Store& store) {
  return std::make_unique<ScanSearch>(store);
}

}  // namespace guanlan::testing
