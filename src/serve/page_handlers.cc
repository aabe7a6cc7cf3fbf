// Pages of PDFs and scans as pictures, and where the words of a span stand on them.
#include <fmt/format.h>

#include <algorithm>

#include "serve/answers.h"
#include "serve/service.h"

namespace guanlan::serve {
namespace {

struct Page {
  StoredDocument document;
  int number = 1;
};

Result<Page> page_of(const Exchange& x, const Reader& reader) {
  auto document = reader.store->find(x.parts[0]);
  if (!document) return tl::unexpected(std::move(document.error()));
  if (!*document) return fail(Code::not_found, "库中没有这个文件", x.parts[0].substr(0, 80));
  const auto number = number_in(x.parts[1], "page");
  if (!number) return tl::unexpected(number.error());
  constexpr std::int64_t kMost = 100'000;
  if (*number < 1 || *number > kMost)
    return fail(Code::not_found, fmt::format("没有第 {} 页", *number));
  return Page{std::move(**document), static_cast<int>(*number)};
}

Result<std::shared_ptr<const PagePicture>> picture_of(Service& service, const Reader& reader,
                                                      const Page& page) {
  const std::string name = fmt::format("{} {}", page.document.digest, page.number);
  Lately<PagePicture>& lately = service.pages_seen().pictures;
  if (auto known = lately.find(name)) return known;
  const auto bytes = reader.store->bytes(page.document.id);
  if (!bytes) return tl::unexpected(bytes.error());
  auto made = page_picture(*bytes, page.number);
  if (!made) return tl::unexpected(std::move(made.error()));
  return lately.keep(name, std::move(*made));
}

// Null: it reads otherwise than when it was stored, so that its spans mean other words.
Result<std::shared_ptr<const Source>> source_of(Service& service, const Reader& reader,
                                                const Page& page) {
  Lately<Source>& lately = service.pages_seen().sources;
  if (auto known = lately.find(page.document.digest)) return known;
  const auto bytes = reader.store->bytes(page.document.id);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto raw = reader.store->raw(page.document.id, 1);
  if (!raw) return tl::unexpected(raw.error());
  auto sources = read_bytes(*bytes, page.document.name);
  if (!sources) return tl::unexpected(std::move(sources.error()));
  if (sources->empty() || sources->front().raw != *raw) return nullptr;
  return lately.keep(page.document.digest, std::move(sources->front()));
}

Result<Response> picture(const Exchange& x) {
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto page = page_of(x, **reader);
  if (!page) return tl::unexpected(page.error());
  const auto made = picture_of(x.service, **reader, *page);
  if (!made) return tl::unexpected(made.error());
  return Response{200, "image/png", (*made)->png};
}

Result<Response> boxes(const Exchange& x) {
  constexpr std::int64_t kMost = UINT32_MAX;
  const auto begin = number_of(x, "begin", 0, kMost), end = number_of(x, "end", 0, kMost);
  if (!begin) return tl::unexpected(begin.error());
  if (!end) return tl::unexpected(end.error());
  auto reader = x.service.reader();
  if (!reader) return tl::unexpected(std::move(reader.error()));
  const auto page = page_of(x, **reader);
  if (!page) return tl::unexpected(page.error());
  const auto made = picture_of(x.service, **reader, *page);
  if (!made) return tl::unexpected(made.error());
  const auto source = source_of(x.service, **reader, *page);
  if (!source) return tl::unexpected(source.error());
  Json out = Json::array();
  if (*source == nullptr || *begin >= *end) return json_answer(out);
  const Span span{static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*end)};
  const float width = (*made)->width, height = (*made)->height;
  for (const Box& box : boxes_of(**source, page->number, span)) {
    out.push_back({{"x", box.x0 / width},
                   {"y", box.y0 / height},
                   {"w", (box.x1 - box.x0) / width},
                   {"h", (box.y1 - box.y0) / height}});
  }
  return json_answer(out);
}

}  // namespace

std::vector<Route> page_routes() {
  const Parameter id{"id", "digest of the document: sha256:…"},
      page{"page", "counted from 1", "integer"};
  return {
      {Method::get,
       "/api/v1/documents/{id}/pages/{page}",
       Role::reader,
       picture,
       "A page of a PDF, scan or picture as it looks, 1,800 pixels long",
       "image/png",
       {id, page},
       Body::none,
       {},
       Pace::slow},
      {Method::get,
       "/api/v1/documents/{id}/pages/{page}/boxes",
       Role::reader,
       boxes,
       "Where a span stands on a page: a box a line, in fractions of the page; none where the file reads otherwise "
       "than when it was stored",
       "Boxes",
       {id,
        page,
        {"begin", "byte of the decoded text", "integer"},
        {"end", "the byte behind it", "integer"}},
       Body::none,
       {},
       Pace::slow},
  };
}

}  // namespace guanlan::serve
