// The tools, shaped after tasks: find, read, take the facts, follow, check, look up the law, ask
// why.
#include <algorithm>

#include "guanlan/check.h"
#include "guanlan/lexicon.h"
#include "guanlan/record.h"
#include "guanlan/source.h"
#include "mcp/evidence.h"

namespace guanlan::mcp {
namespace {

constexpr std::size_t kQuote = 160, kMostText = 20'000, kMostFacts = 300;

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

Span span_of(const std::vector<Span>& pieces) {
  return pieces.empty() ? Span{0, 0} : Span{pieces.front().begin, pieces.back().end};
}

Json hit(const StoredItem& item) {
  const Json record = record_of(item);
  return {{"id", item.id},
          {"title", item.title},
          {"kind", item.kind},
          {"date", item.event_date},
          {"beginning", beginning(record.value("body", ""), kQuote)},
          {"evidence", evidence(item, span_of(item.title_pieces), item.title)}};
}

Result<ItemFilter> filter_of(const Json& arguments) {
  ItemFilter filter;
  const auto kind = text_argument(arguments, "kind");
  if (!kind) return tl::unexpected(kind.error());
  if (!kind->empty()) filter.kinds = {*kind};
  for (const auto& [name, to] :
       {std::pair{"since", &filter.since}, std::pair{"until", &filter.until},
        std::pair{"region", &filter.region}, std::pair{"authority", &filter.authority}}) {
    auto text = text_argument(arguments, name);
    if (!text) return tl::unexpected(std::move(text.error()));
    *to = std::move(*text);
  }
  return filter;
}

Result<Json> search(const Json& arguments, const Sources& sources) {
  const auto query = text_argument(arguments, "query");
  if (!query) return tl::unexpected(query.error());
  const auto limit = number_argument(arguments, "limit", 10, 1, 50);
  if (!limit) return tl::unexpected(limit.error());
  const auto filter = filter_of(arguments);
  if (!filter) return tl::unexpected(filter.error());
  const auto words = words_of(*query);
  Json hits = Json::array();
  std::int64_t total = 0;
  const auto done = sources.store.each(*filter, [&](StoredItem&& item) {
    const bool fits = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return item.record.find(word) != std::string::npos;
    });
    if (fits && total++ < *limit) hits.push_back(hit(item));
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return Json{{"total", total}, {"items", std::move(hits)}};
}

Result<Json> read(const Json& arguments, const Sources& sources) {
  const auto item = item_argument(arguments, sources);
  if (!item) return tl::unexpected(item.error());
  const Json record = record_of(*item);
  const auto body = record.value("body", "");
  const std::string text = beginning(body, kMostText);
  return Json{{"id", item->id},
              {"title", item->title},
              {"kind", item->kind},
              {"date", item->event_date},
              {"text", text},
              {"truncated", text.size() < body.size()},
              {"evidence", evidence(*item, span_of(item->body_pieces), beginning(body, kQuote))}};
}

Result<Json> facts(const Json& arguments, const Sources& sources) {
  const auto item = item_argument(arguments, sources);
  if (!item) return tl::unexpected(item.error());
  const auto field = text_argument(arguments, "field");
  if (!field) return tl::unexpected(field.error());
  const auto all = sources.store.facts(item->id);
  if (!all) return tl::unexpected(all.error());
  Json list = Json::array();
  std::size_t total = 0;
  for (const Fact& fact : *all) {
    if (!field->empty() && fact.field != *field) continue;
    if (total++ < kMostFacts) list.push_back(fact_json(*item, fact));
  }
  return Json{{"id", item->id}, {"total", total}, {"facts", std::move(list)}};
}

Json step_json(const StoredItem& item, const Step& step) {
  return {{"date", step.date},
          {"role", step.role},
          {"name", step.name},
          {"id", step.item},
          {"title", step.title},
          {"kind", step.kind},
          {"region", step.region},
          {"link", step.link},
          {"evidence", evidence(item, step.place.span, step.text)}};
}

Json link_json(const SubjectLink& link) {
  return {{"id", link.id},         {"one", link.one},     {"other", link.other},
          {"reason", link.reason}, {"score", link.score}, {"followed", link.followed()}};
}

// The steps of a subject, the latest where there are more than are wanted.
Result<Json> track(const Json& arguments, const Sources& sources) {
  TimelineQuery query;
  auto wanted = needed_text(arguments, "name");
  if (!wanted) return tl::unexpected(std::move(wanted.error()));
  query.name = std::move(*wanted);
  const auto of = text_argument(arguments, "of");
  if (!of) return tl::unexpected(of.error());
  query.type = subject_type(*of);
  if (!of->empty() && !query.type)
    return fail(Code::invalid, "没有这种主体", *of,
                "可用：instrument、campaign、case、app、authority、org");
  const auto limit = number_argument(arguments, "limit", 30, 1, 100);
  if (!limit) return tl::unexpected(limit.error());
  const auto found = sources.tracker.timeline(query);
  if (!found) return tl::unexpected(found.error());
  const auto& all = found->steps;
  Json steps = Json::array(), links = Json::array();
  for (std::size_t i = all.size() - std::min(all.size(), static_cast<std::size_t>(*limit));
       i < all.size(); ++i) {
    const auto item = sources.store.item(all[i].item);
    if (!item) return tl::unexpected(item.error());
    steps.push_back(step_json(*item, all[i]));
  }
  for (const SubjectLink& link : found->links) links.push_back(link_json(link));
  return Json{{"name", found->name},
              {"of", guanlan::name(found->type)},
              {"total", all.size()},
              {"steps", std::move(steps)},
              {"links", std::move(links)}};
}

Result<Document> document_of(const std::string& digest, int entry, const Sources& sources) {
  const auto stored = sources.store.find(digest);
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored) {
    return fail(Code::not_found, "库中没有这个文件", digest.substr(0, 80),
                "用 evidence 中的 document（sha256:…）");
  }
  const auto bytes = sources.store.bytes((*stored)->id);
  if (!bytes) return tl::unexpected(bytes.error());
  auto read = read_bytes(*bytes, (*stored)->name);
  if (!read) return tl::unexpected(std::move(read.error()));
  if (static_cast<std::size_t>(entry) > read->size()) {
    return fail(Code::not_found, "文件里没有这一篇", std::to_string(entry));
  }
  return process(std::move((*read)[static_cast<std::size_t>(entry) - 1]), Lexicon::builtin());
}

Result<Json> check_document(const Json& arguments, const Sources& sources) {
  const auto digest = needed_text(arguments, "document");
  if (!digest) return tl::unexpected(digest.error());
  const auto entry = number_argument(arguments, "entry", 1, 1, 100'000);
  if (!entry) return tl::unexpected(entry.error());
  const auto document = document_of(*digest, static_cast<int>(*entry), sources);
  if (!document) return tl::unexpected(document.error());
  const Report report = check(*document, {nullptr, sources.laws.empty() ? nullptr : &sources.laws});
  Json findings = Json::array();
  for (const Finding& f : report.findings) {
    if (findings.size() == 100) break;
    findings.push_back({{"rule", f.rule},
                        {"level", guanlan::name(f.level)},
                        {"message", f.message.zh},
                        {"reason", f.reason.zh},
                        {"fix", f.fix ? Json(*f.fix) : Json(nullptr)},
                        {"begin", f.place.span.begin},
                        {"end", f.place.span.end},
                        {"quote", f.text}});
  }
  Json not_run = Json::array();
  for (const NotRun& rule : report.not_run) {
    not_run.push_back({{"rule", rule.rule}, {"why", rule.why.zh}});
  }
  return Json{{"document", *digest},
              {"total", report.findings.size()},
              {"findings", std::move(findings)},
              {"not_run", std::move(not_run)}};
}

Result<Json> law(const Json& arguments, const Sources& sources) {
  const auto title = needed_text(arguments, "title");
  if (!title) return tl::unexpected(title.error());
  const auto provision = needed_text(arguments, "provision");
  if (!provision) return tl::unexpected(provision.error());
  const auto on = text_argument(arguments, "on");
  if (!on) return tl::unexpected(on.error());
  const auto reference = parse_provision(*provision);
  if (!reference) return tl::unexpected(reference.error());
  const auto found = sources.laws.look_up(*title, *reference, *on);
  if (!found) return tl::unexpected(found.error());
  const LawCounterpart* was = found->previous ? found->in(*found->previous) : nullptr;
  return Json{{"title", found->law.title},
              {"version", found->law.version},
              {"effective", found->law.effective},
              {"provision", found->provision.number},
              {"text", beginning(found->provision.text, kMostText)},
              {"was", was ? Json(beginning(was->provision.text, kMostText)) : Json(nullptr)},
              {"was_provision", was ? Json(was->provision.number) : Json(nullptr)},
              {"note", found->note}};
}

Result<Json> explain(const Json& arguments, const Sources& sources) {
  const auto item = item_argument(arguments, sources);
  if (!item) return tl::unexpected(item.error());
  const auto field = needed_text(arguments, "field");
  if (!field) return tl::unexpected(field.error());
  const auto all = sources.store.facts(item->id);
  if (!all) return tl::unexpected(all.error());
  Json reasons = Json::array();
  for (const Fact& fact : *all) {
    if (fact.field != *field || reasons.size() == kMostFacts) continue;
    Json reason = fact_json(*item, fact);
    reason["rule"] = fact.rule;
    reason["cue"] = fact.cue;
    reasons.push_back(std::move(reason));
  }
  if (reasons.empty()) {
    return fail(Code::not_found, "这一条没有这个字段的值", *field, "用 facts 看它有哪些字段");
  }
  return Json{{"id", item->id}, {"field", *field}, {"reasons", std::move(reasons)}};
}

// clang-format off
#define EVIDENCE R"({"type":"object","description":"a quotation and its place: bytes of the document's decoded text","properties":{"item":{"type":"integer"},"document":{"type":"string"},"file":{"type":"string"},"begin":{"type":"integer"},"end":{"type":"integer"},"quote":{"type":"string"}},"required":["item","document","file","begin","end","quote"]})"
// clang-format on

constexpr std::string_view kSearchInput = R"({"type":"object","properties":{
  "query":{"type":"string","description":"words, in Chinese, separated by blanks; an item must hold all of them"},
  "kind":{"type":"string","description":"legislation, standard, enforcement, app-notice, criminal-case, judgment, campaign, filing, incident, report, statistics, warning, meeting, activity, organization, industry or other"},
  "since":{"type":"string","description":"ISO date or prefix: 2024-05"},
  "until":{"type":"string","description":"ISO date or prefix"},
  "region":{"type":"string","description":"contained in the path: 甘肃, 天水市"},
  "authority":{"type":"string","description":"contained in the official name"},
  "limit":{"type":"integer","minimum":1,"maximum":50}},"additionalProperties":false})";
constexpr std::string_view kSearchOutput =
    R"({"type":"object","properties":{"total":{"type":"integer"},"items":{"type":"array","items":{"type":"object","properties":{"id":{"type":"integer"},"title":{"type":"string"},"kind":{"type":"string"},"date":{"type":"string"},"beginning":{"type":"string"},"evidence":)" EVIDENCE
    R"(},"required":["id","title","kind","date","beginning","evidence"]}}},"required":["total","items"]})";
constexpr std::string_view kIdInput =
    R"({"type":"object","properties":{"id":{"type":"integer","minimum":0,"description":"of the item, from search"}},"required":["id"],"additionalProperties":false})";
constexpr std::string_view kReadOutput =
    R"({"type":"object","properties":{"id":{"type":"integer"},"title":{"type":"string"},"kind":{"type":"string"},"date":{"type":"string"},"text":{"type":"string"},"truncated":{"type":"boolean"},"evidence":)" EVIDENCE
    R"(},"required":["id","title","kind","date","text","truncated","evidence"]})";
constexpr std::string_view kFactsInput =
    R"({"type":"object","properties":{"id":{"type":"integer","minimum":0,"description":"of the item, from search"},"field":{"type":"string","description":"only this field: figures, sanctions, deadlines, citations, authorities …"}},"required":["id"],"additionalProperties":false})";
constexpr std::string_view kFactsOutput =
    R"({"type":"object","properties":{"id":{"type":"integer"},"total":{"type":"integer"},"facts":{"type":"array","items":{"type":"object","properties":{"field":{"type":"string"},"value":{"type":"string"},"page":{"type":"integer"},"evidence":)" EVIDENCE
    R"(},"required":["field","value","page","evidence"]}}},"required":["id","total","facts"]})";
constexpr std::string_view kTrackInput =
    R"({"type":"object","properties":{"name":{"type":"string","description":"of an instrument, campaign, case, app, authority or organisation: official, short or former"},"of":{"type":"string","enum":["instrument","campaign","case","app","authority","org"],"description":"needed where the name is of several kinds"},"limit":{"type":"integer","minimum":1,"maximum":100}},"required":["name"],"additionalProperties":false})";
constexpr std::string_view kTrackOutput =
    R"({"type":"object","properties":{"name":{"type":"string"},"of":{"type":"string"},"total":{"type":"integer"},"steps":{"type":"array","items":{"type":"object","properties":{"date":{"type":"string"},"role":{"type":"string","description":"draft, comment_by, adopted, issued, effective, amended, repealed; launched, ends, results_period, results_total; filed, captured, arrested, transferred, indicted, judged, appealed, appeal_judged …; notified, rectify_by, removed, relapse …"},"name":{"type":"string"},"id":{"type":"integer"},"title":{"type":"string"},"kind":{"type":"string"},"region":{"type":"string"},"link":{"type":"integer","description":"the link that brought the step; 0: the subject itself"},"evidence":)" EVIDENCE
    R"(},"required":["date","role","name","id","title","kind","link","evidence"]}},"links":{"type":"array","description":"other names that may be the same subject","items":{"type":"object","properties":{"id":{"type":"integer"},"one":{"type":"string"},"other":{"type":"string"},"reason":{"type":"string"},"score":{"type":"integer"},"followed":{"type":"boolean"}},"required":["id","one","other","reason","score","followed"]}}},"required":["name","of","total","steps","links"]})";
constexpr std::string_view kCheckInput =
    R"({"type":"object","properties":{"document":{"type":"string","description":"digest, sha256:…, from evidence"},"entry":{"type":"integer","minimum":1,"description":"which document of a feed or mailbox"}},"required":["document"],"additionalProperties":false})";
constexpr std::string_view kCheckOutput =
    R"({"type":"object","properties":{"document":{"type":"string"},"total":{"type":"integer"},"findings":{"type":"array","items":{"type":"object","properties":{"rule":{"type":"string"},"level":{"type":"string"},"message":{"type":"string"},"reason":{"type":"string"},"fix":{"type":["string","null"]},"begin":{"type":"integer"},"end":{"type":"integer"},"quote":{"type":"string"}},"required":["rule","level","message","reason","fix","begin","end","quote"]}},"not_run":{"type":"array","items":{"type":"object","properties":{"rule":{"type":"string"},"why":{"type":"string"}},"required":["rule","why"]}}},"required":["document","total","findings","not_run"]})";
constexpr std::string_view kLawInput =
    R"({"type":"object","properties":{"title":{"type":"string","description":"网络安全法"},"provision":{"type":"string","description":"第四十四条, 第四十四条第二款, 44条"},"on":{"type":"string","description":"ISO date: the version in force on that day"}},"required":["title","provision"],"additionalProperties":false})";
constexpr std::string_view kLawOutput =
    R"({"type":"object","properties":{"title":{"type":"string"},"version":{"type":"string"},"effective":{"type":"string"},"provision":{"type":"string"},"text":{"type":"string"},"was":{"type":["string","null"],"description":"what it said in the version before"},"was_provision":{"type":["string","null"],"description":"its number there"},"note":{"type":"string"}},"required":["title","version","effective","provision","text","was","note"]})";
constexpr std::string_view kExplainInput =
    R"({"type":"object","properties":{"id":{"type":"integer","minimum":0},"field":{"type":"string","description":"a field that facts named"}},"required":["id","field"],"additionalProperties":false})";
constexpr std::string_view kExplainOutput =
    R"({"type":"object","properties":{"id":{"type":"integer"},"field":{"type":"string"},"reasons":{"type":"array","items":{"type":"object","properties":{"field":{"type":"string"},"value":{"type":"string"},"page":{"type":"integer"},"rule":{"type":"string"},"cue":{"type":"string"},"evidence":)" EVIDENCE
    R"(},"required":["field","value","page","rule","cue","evidence"]}}},"required":["id","field","reasons"]})";
#undef EVIDENCE

}  // namespace

const std::vector<Tool>& tools() {
  static const std::vector<Tool> kTools{
      {"search", "检索条目",
       "Finds items by words and filters, the newest first. Gives ids for the other tools.",
       kSearchInput, kSearchOutput, search},
      {"read", "读一条", "The text of one item, quoted from its document.", kIdInput, kReadOutput,
       read},
      {"facts", "取事实",
       "The values that were read from an item (dates, authorities, sanctions, figures, citations "
       "…), each with its quotation and place.",
       kFactsInput, kFactsOutput, facts},
      {"track", "追踪",
       "What became of an instrument, campaign, case, app, authority or organisation, step by step.",
       kTrackInput, kTrackOutput, track},
      {"check", "校对",
       "Proofreads a stored document: sums, counts, dates, articles of law, names.", kCheckInput,
       kCheckOutput, check_document},
      {"law", "查条文", "What an article of a law said on a day, and what it said before.",
       kLawInput, kLawOutput, law},
      {"explain", "为什么", "Why an item has the values of a field: the rule and the words.",
       kExplainInput, kExplainOutput, explain},
  };
  return kTools;
}

}  // namespace guanlan::mcp
