// Where a template comes from: the editor's folders, then the files compiled in.
#include <fstream>
#include <iterator>
#include <set>

#include "compose/docx_package.h"
#include "guanlan/compose.h"
#include "lexicon/embedded.h"

namespace guanlan::compose {
namespace {

constexpr std::string_view kRoot = "templates/";

std::optional<std::string> from_folder(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::optional<std::string> built_in(std::string_view name) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path().starts_with(kRoot) && file.path().substr(kRoot.size()) == name) {
      return std::string(file.text());
    }
  }
  return std::nullopt;
}

}  // namespace

Result<std::string> Templates::file(std::string_view style, std::string_view name) const {
  for (const std::string_view folder : {style, std::string_view("shared")}) {
    const std::string path = std::string(folder) + "/" + std::string(name);
    for (const auto& root : folders) {
      if (auto text = from_folder(root / path)) return std::move(*text);
    }
    if (auto text = built_in(path)) return std::move(*text);
  }
  return fail(Code::not_found, "缺少模板", std::string(style) + "/" + std::string(name),
              "guanlan issue templates 可写出全部模板");
}

std::vector<std::string> Templates::styles() const {
  std::set<std::string> out;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path().starts_with(kRoot) || !file.path().ends_with("/style.yaml")) continue;
    const std::string_view rest = file.path().substr(kRoot.size());
    out.emplace(rest.substr(0, rest.find('/')));
  }
  for (const auto& root : folders) {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(root, error)) {
      if (std::filesystem::exists(entry.path() / "style.yaml", error)) {
        out.insert(entry.path().filename().string());
      }
    }
  }
  return {out.begin(), out.end()};
}

Result<Rendered> built_in_templates() {
  Rendered out;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path().starts_with(kRoot) || file.path().find("/docx/") != std::string_view::npos)
      continue;
    out.emplace_back(std::string(file.path().substr(kRoot.size())), std::string(file.text()));
  }
  const Templates none;
  for (const std::string& style : none.styles()) {
    auto package = load_package(none, style);
    if (!package) return tl::unexpected(std::move(package.error()));
    auto bytes = zip(package->parts);
    if (!bytes) return tl::unexpected(std::move(bytes.error()));
    out.emplace_back(style + "/issue.docx", std::move(*bytes));
  }
  return out;
}

}  // namespace guanlan::compose
