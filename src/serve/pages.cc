#include "serve/pages.h"

#include <zlib.h>

#include <algorithm>
#include <fstream>
#include <mutex>

#include "lexicon/embedded.h"
#include "serve/problem.h"
#include "serve/secret.h"

namespace guanlan::serve {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBuiltIn = "web/dist/";
constexpr std::string_view kNoPages =
    "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>Guanlan</title>"
    "<p>网页没有编入这个程序；接口见 <a href=\"/openapi.json\">/openapi.json</a>。</p>"
    "<p>The web pages are not built into this program; the interface is at "
    "<a href=\"/openapi.json\">/openapi.json</a>.</p></html>";

constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".map", "application/json"},
};

std::string_view type_of(std::string_view path) {
  for (const auto& [suffix, type] : kTypes) {
    if (path.ends_with(suffix)) return type;
  }
  return "application/octet-stream";
}

std::string gzipped(const std::string& text) {
  z_stream stream{};
  if (deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return whole && out.size() < text.size() * 9 / 10 ? out : std::string();
}

Result<std::map<std::string, std::string>> files_of(const fs::path& folder) {
  std::map<std::string, std::string> out;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (!it->is_regular_file(error)) continue;
    std::ifstream in(it->path(), std::ios::binary);
    out[fs::relative(it->path(), folder, error).generic_string()] = {
        std::istreambuf_iterator<char>(in), {}};
  }
  if (error || out.count("index.html") == 0) {
    return fail(Code::not_found, "这个文件夹里没有网页（index.html）", folder.string(),
                "先在 web/ 里运行 npm run build，再用 --web web/dist");
  }
  return out;
}

std::map<std::string, std::string> built_in_files() {
  std::map<std::string, std::string> out;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path().starts_with(kBuiltIn)) {
      out[std::string(file.path().substr(kBuiltIn.size()))] = std::string(file.text());
    }
  }
  if (out.empty()) out["index.html"] = std::string(kNoPages);
  return out;
}

}  // namespace

Result<void> Pages::load(const fs::path& folder) {
  auto files = folder.empty() ? Result<std::map<std::string, std::string>>(built_in_files())
                              : files_of(folder);
  if (!files) return tl::unexpected(std::move(files.error()));
  auto all = std::make_shared<All>();
  for (auto& [path, text] : *files) {
    (*all)[path] = {std::string(type_of(path)), '"' + fingerprint(text) + '"', text, gzipped(text)};
  }
  const std::unique_lock held(lock_);
  all_ = std::move(all);
  return {};
}

Response Pages::get(const Request& request) const {
  std::shared_ptr<const All> all;
  {
    const std::shared_lock held(lock_);
    all = all_;
  }
  std::string_view path = std::string_view(request.path).substr(1);
  auto it = all->find(path);
  if (it == all->end()) {
    const std::string_view last = path.substr(path.rfind('/') + 1);
    if (last.find('.') != std::string_view::npos) {
      return to_response({"no_route", "没有这个文件"}, nullptr);
    }
    it = all->find("index.html");
  }
  const auto& [file, page] = *it;
  const bool zip = !page.packed.empty() &&
                   request.headers.header("Accept-Encoding").find("gzip") != std::string_view::npos;
  Response out{200, page.type, zip ? page.packed : page.plain};
  out.etag = page.etag;
  out.with("Vary", "Accept-Encoding");
  // The builder puts a digest into the names of these.
  out.with("Cache-Control",
           file.starts_with("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  if (zip) out.with("Content-Encoding", "gzip");
  return out;
}

}  // namespace guanlan::serve
