// Proofreading a stored document.
#include "guanlan/check_report.h"
#include "guanlan/observations.h"
#include "serve/answers.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

// The source of a stored document that is to be checked; feeds and mailboxes have several.
Result<Source> source_of(const Exchange& x, Reader& reader) {
  const Json body = Json::parse(x.request.body, nullptr, false);
  const bool named = body.is_object() && body.contains("document") && body["document"].is_string();
  if (!named) {
    return fail(Code::invalid, "没有说要校对哪个文件", {}, "{\"document\": \"sha256:…\"}");
  }
  const auto document = reader.store->find(body["document"].get<std::string>());
  if (!document) return tl::unexpected(document.error());
  if (!*document)
    return fail(Code::not_found, "库中没有这个文件",
                body["document"].get<std::string>().substr(0, 80));
  const auto bytes = reader.store->bytes((*document)->id);
  if (!bytes) return tl::unexpected(bytes.error());
  auto sources = read_bytes(*bytes, (*document)->name);
  if (!sources) return tl::unexpected(std::move(sources.error()));
  const auto entry = body.contains("entry") && body["entry"].is_number_unsigned()
                         ? body["entry"].get<std::size_t>()
                         : 1;
  if (entry == 0 || entry > sources->size())
    return fail(Code::not_found, "文件里没有这一篇", std::to_string(entry));
  return std::move((*sources)[entry - 1]);
}

Result<Response> check_document(const Exchange& x) {
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  auto source = source_of(x, **reader);
  if (!source) return tl::unexpected(std::move(source.error()));
  const Document document = process(std::move(*source), Lexicon::builtin());
  CheckOptions options{.archive = &x.service.search()};
  if (!(*reader)->laws.empty()) options.laws = &(*reader)->laws;
  std::optional<ObservationStore> observations;
  if (wants_observations(document)) {
    auto opened = ObservationStore::open(x.service.options().database);
    if (!opened) return tl::unexpected(std::move(opened.error()));
    if (auto read = opened->catch_up(*(*reader)->store); !read)
      return tl::unexpected(std::move(read.error()));
    options.observations = &observations.emplace(std::move(*opened));
  }
  const Checked checked{&document, check(document, options)};
  const bool english = x.request.headers.header("Accept-Language").starts_with("en");
  return Response{200, "application/json",
                  report_json(checked, english ? ReportLanguage::en : ReportLanguage::zh)};
}

}  // namespace

std::vector<Route> check_routes() {
  return {
      {Method::post,
       "/api/v1/check",
       Role::reader,
       check_document,
       "Proofreads a stored document: findings with their places, and rules that could not run",
       "CheckReport",
       {},
       Body::json,
       "CheckRequest",
       Pace::slow},
  };
}

}  // namespace guanlan::serve
