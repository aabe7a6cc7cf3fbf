// The gate: what must hold before an issue may be published, and what the colophon says of it.
#include <fmt/format.h>

#include <map>
#include <set>

#include "compose/publication.h"
#include "guanlan/check.h"
#include "guanlan/lexicon.h"
#include "read/digest.h"

namespace guanlan::compose {
namespace {

class Gate {
 public:
  Gate(const Desk& desk, Verdict& out) : desk_(desk), out_(out) {}

  void every_item() {
    std::set<std::pair<std::string, std::string>> documents;
    for (const std::string& id : seated(desk_.outline)) {
      const Item& item = desk_.items.at(id);
      ++out_.colophon.items;
      out_.colophon.words += static_cast<int>(item.words.size());
      if (item.sources.empty() && item.origins.empty()) {
        block(id, "source", "条目没有来源", item.title);
      }
      if (state_of(item) != State::approved) {
        block(id, "state", fmt::format("条目未批准：{}", name(state_of(item))), item.title);
      }
      for (const Origin& o : item.origins) documents.emplace(o.file, o.document);
    }
    out_.colophon.documents.assign(documents.begin(), documents.end());
    if (state_of(desk_) != State::approved) {
      block({}, "state", fmt::format("刊物未批准：{}", name(state_of(desk_))),
            desk_.outline.masthead.name);
    }
  }

  // What a style leaves to be written by hand would be printed as it stands.
  void masthead(const Style& style) {
    for (const auto& body : desk_.outline.masthead.bodies) {
      const auto& blanks = style.outline.masthead.bodies;
      const bool blank = body.second.starts_with("（请") &&
                         std::find(blanks.begin(), blanks.end(), body) != blanks.end();
      if (blank) block({}, "masthead", "刊头尚未填写：" + body.first, body.second);
    }
    if (desk_.outline.masthead.name.empty()) block({}, "masthead", "刊名尚未填写", "masthead.name");
  }

  // A house may name levels of its own (levels.yaml); a word that it does not know seats nothing.
  void levels(const Style& style) {
    const auto known = known_levels(style);
    for (const std::string& id : seated(desk_.outline)) {
      const std::string& level = desk_.items.at(id).level;
      if (level.empty() || std::find(known.begin(), known.end(), level) != known.end()) continue;
      block(id, "level", fmt::format("版式不认识这个层级；可用：{}", fmt::join(known, "、")),
            level);
    }
  }

  // A sentence of a lead is the item's own wording, or somebody's word.
  void leads() {
    for (const Part& part : desk_.outline.parts) {
      for (const LeadSentence& s : part.lead) {
        const auto it = desk_.items.find(s.item);
        const bool own =
            it != desk_.items.end() && it->second.body.find(s.text) != std::string::npos;
        if (!own && s.by.empty()) block(s.item, "lead", "导读的句子不在条目中，也无人署名", s.text);
      }
    }
  }

  // A chart is what was generated, or somebody confirmed it by its file's name.
  void charts(const std::map<std::string, std::string>& generated) {
    for (const std::string& id : seated(desk_.outline)) {
      const Item& item = desk_.items.at(id);
      for (const auto& [file, chart] : desk_.charts) {
        if (item.body.find("](" + file) == std::string::npos) continue;
        const auto was = generated.find(file);
        const bool confirmed = std::any_of(item.words.begin(), item.words.end(),
                                           [&](const Word& w) { return w.text == file; });
        if (confirmed || (was != generated.end() && was->second == chart)) continue;
        block(id, "chart", "图表与生成时不同，无人确认", file);
      }
    }
  }

  // Figures as they are read from the text of today, held against the spans of the stored sources.
  void figures(const Document& document, const std::vector<std::string>& ids) {
    for (std::size_t i = 0; i < document.issue.items.size(); ++i) {
      if (i >= ids.size() || ids[i].empty()) continue;
      const Item& item = desk_.items.at(ids[i]);
      for (const Fact& fact : facts(document, i)) {
        if (fact.field != "figures") continue;
        ++out_.colophon.figures;
        const std::string_view before =
            std::string_view(document.source.raw).substr(0, fact.place.span.begin);
        if (!vouched(item, fact, tells_a_fall(before)))
          block(item.id, "figure", "数字没有出处，也无人确认", fact.text);
      }
    }
  }

  void findings(const Report& report, const std::vector<std::string>& ids) {
    for (const Finding& f : report.findings) {
      if (f.level == Level::error) {
        const auto at = static_cast<std::size_t>(f.item);
        block(f.item >= 0 && at < ids.size() ? ids[at] : std::string(), f.rule, f.message.zh,
              f.text);
      }
    }
    Colophon& c = out_.colophon;
    c.warnings = static_cast<int>(report.count(Level::warning));
    c.notes = static_cast<int>(report.count(Level::note));
    std::set<std::string> not_run;
    for (const NotRun& n : report.not_run) {
      if (not_run.insert(n.rule).second) c.not_run.emplace_back(n.rule, n.why.zh);
    }
    c.rules_run = static_cast<int>(check_rules().size() - not_run.size());
  }

 private:
  void block(std::string item, std::string_view rule, std::string message, std::string text) {
    out_.obstacles.push_back(
        {std::move(item), std::string(rule), std::move(message), std::move(text)});
  }
  // 同比下降10.5%: what a table prints as -10.5%.
  static bool tells_a_fall(std::string_view before) {
    constexpr std::string_view kFalls[] = {"下降", "减少", "下滑", "回落", "降低", "下跌"};
    return std::any_of(std::begin(kFalls), std::end(kFalls),
                       [&](auto word) { return before.ends_with(word); });
  }
  static bool vouched(const Item& item, const Fact& fact, bool fall) {
    for (const Value& v : item.facts) {
      if (v.field == "figures" && (v.value == fact.value || (fall && v.value == "-" + fact.value)))
        return true;
    }
    return std::any_of(item.words.begin(), item.words.end(),
                       [&](const Word& w) { return w.text.find(fact.text) != std::string::npos; });
  }

  const Desk& desk_;
  Verdict& out_;
};

// Which item of the desk each item read from the text is, by headline and order.
std::vector<std::string> ids_of(const Document& document, const Desk& desk) {
  std::multimap<std::string, std::string> by_title;
  for (const std::string& id : seated(desk.outline)) by_title.emplace(desk.items.at(id).title, id);
  std::vector<std::string> out;
  for (const auto& item : document.issue.items) {
    const auto it = by_title.find(wording(document, item.title));
    out.push_back(it == by_title.end() ? std::string() : it->second);
    if (it != by_title.end()) by_title.erase(it);
  }
  return out;
}

}  // namespace

Result<Verdict> gate(const std::filesystem::path& folder, const Desk& desk,
                     const Templates& templates, const GateOptions& options) {
  const auto style = load_style(templates, desk.outline.style);
  if (!style) return tl::unexpected(style.error());
  const auto printed = publication(folder, desk, *style, {}, false);
  if (!printed) return tl::unexpected(printed.error());
  // As Markdown, whose headings say where each item begins, whatever its text looks like.
  auto sources = read_bytes(markdown(*printed), desk.outline.period + ".md");
  if (!sources) return tl::unexpected(std::move(sources.error()));
  const Document document = process(std::move(sources->front()), Lexicon::builtin());
  Verdict out;
  Gate all(desk, out);
  all.every_item();
  all.masthead(*style);
  all.levels(*style);
  all.leads();
  if (!desk.charts.empty()) {
    const auto generated = open_base(folder);
    all.charts(generated ? generated->charts : std::map<std::string, std::string>());
  }
  const auto ids = ids_of(document, desk);
  all.figures(document, ids);
  all.findings(check(document, {options.config, options.laws}), ids);
  out.colophon.content = sha256_digest(plain_text(*printed));
  return out;
}

}  // namespace guanlan::compose
