// Documents: what is stored, their files, uploads, what could not be read.
#include <fmt/format.h>

#include "serve/answers.h"
#include "serve/import.h"
#include "serve/multipart.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

constexpr std::size_t kMostFiles = 200;

Json document_row(const StoredDocument& document, const std::vector<StoredSource>& sources) {
  const StoredSource first = sources.empty() ? StoredSource{} : sources.front();
  return {
      {"id", document.digest},   {"file", document.name},
      {"format", first.format},  {"title", first.title.empty() ? Json(nullptr) : Json(first.title)},
      {"items", document.items}, {"size", document.size},
      {"added", document.added}, {"rules", document.rules}};
}

Result<StoredDocument> find(const Reader& reader, const std::string& id) {
  auto document = reader.store->find(id);
  if (!document) return tl::unexpected(std::move(document.error()));
  if (!*document) return fail(Code::not_found, "库中没有这个文件", id.substr(0, 80));
  return std::move(**document);
}

Result<Response> documents(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto all = (*reader)->store->documents();
  if (!all) return tl::unexpected(all.error());
  Json rows = Json::array();
  for (std::size_t i = window->first; i < std::min(all->size(), window->first + window->count);
       ++i) {
    const StoredDocument& document = (*all)[all->size() - 1 - i];  // newest first
    const auto sources = (*reader)->store->sources(document.id);
    if (!sources) return tl::unexpected(sources.error());
    rows.push_back(document_row(document, *sources));
  }
  return json_answer(list_of(*window, std::move(rows), all->size()));
}

Result<Response> document(const Exchange& x) {
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto found = find(**reader, x.parts[0]);
  if (!found) return tl::unexpected(found.error());
  const auto sources = (*reader)->store->sources(found->id);
  if (!sources) return tl::unexpected(sources.error());
  Json out = document_row(*found, *sources);
  out["sources"] = Json::array();
  for (const StoredSource& source : *sources) {
    out["sources"].push_back({{"entry", source.entry},
                              {"format", source.format},
                              {"charset", source.charset},
                              {"title", source.title},
                              {"published", source.published},
                              {"link", source.link},
                              {"size", source.size}});
  }
  return json_answer(out);
}

Result<Response> file(const Exchange& x) {
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto found = find(**reader, x.parts[0]);
  if (!found) return tl::unexpected(found.error());
  auto bytes = (*reader)->store->bytes(found->id);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  // Whatever it is, it is not to be run or shown as a page of this server.
  Response out{200, "application/octet-stream", std::move(*bytes)};
  out.etag = '"' + found->digest + '"';
  out.with("Content-Disposition",
           "attachment; filename*=UTF-8''" + percent_encoded(safe_name(found->name)));
  return out;
}

Result<Response> upload(const Exchange& x) {
  auto uploads = uploads_of(x.request.headers.header("Content-Type"), x.request.body, kMostFiles);
  if (!uploads) return tl::unexpected(std::move(uploads.error()));
  const auto job = import_files(x.service, x.caller.user, std::move(*uploads));
  if (!job) return tl::unexpected(job.error());
  Response out = json_answer({{"job", *job}}, 202);
  out.with("Location", "/api/v1/jobs/" + *job);
  return out;
}

Result<Response> quarantine(const Exchange& x) {
  const auto window = window_of(x);
  if (!window) return tl::unexpected(window.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto aside = (*reader)->store->quarantine();
  if (!aside) return tl::unexpected(aside.error());
  Json rows = Json::array();
  for (const Quarantined& q : *aside) {
    rows.push_back({{"id", q.digest},
                    {"file", q.name},
                    {"code", q.code},
                    {"message", q.message},
                    {"hint", q.hint},
                    {"when", q.time}});
  }
  return json_answer(list_answer(*window, std::move(rows)));
}

}  // namespace

std::vector<Route> document_routes() {
  const Parameter id{"id", "digest of the document: sha256:…"};
  return {
      {Method::get, "/api/v1/documents", Role::reader, documents,
       "Stored documents, the last added first", "DocumentList", with_list({})},
      {Method::post,
       "/api/v1/documents",
       Role::editor,
       upload,
       "Uploads files (multipart/form-data, at most 200); they are read in the background",
       "Job",
       {},
       Body::files},
      {Method::get,
       "/api/v1/documents/{id}",
       Role::reader,
       document,
       "One document and what was read from it",
       "Document",
       {id}},
      {Method::get,
       "/api/v1/documents/{id}/file",
       Role::reader,
       file,
       "The file as it was added, byte for byte",
       "application/octet-stream",
       {id},
       Body::none,
       {},
       Pace::slow},
      {Method::get, "/api/v1/quarantine", Role::reader, quarantine,
       "Files that could not be read, and why", "QuarantineList", with_list({})},
  };
}

}  // namespace guanlan::serve
