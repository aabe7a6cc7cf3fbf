#include <set>

#include "compose/atomic_file.h"
#include "compose/publication.h"

namespace guanlan::compose {
namespace {

bool wants_pixels(Output output) {
  return output == Output::docx || output == Output::pdf || output == Output::wechat;
}

Result<std::string> one(Output output, const Publication& p, const Templates& templates) {
  switch (output) {
    case Output::markdown:
      return markdown(p);
    case Output::html:
      return html(p, templates, "page.html");
    case Output::wechat:
      return html(p, templates, "wechat.html");
    case Output::docx:
      return docx(p, templates);
    case Output::pdf:
      return pdf(p, templates);
  }
  return fail(Code::invalid, "没有这种输出", {}, "md、html、docx、pdf、wechat");
}

// What a Markdown text refers to: pictures as they are, charts drawn.
void add_pictures(const Publication& p, Rendered& out) {
  std::set<std::string> there;
  const auto take = [&](const std::vector<PrintedItem>& items) {
    for (const PrintedItem& item : items) {
      for (const Block& block : item.blocks) {
        const auto* picture = std::get_if<Picture>(&block);
        if (picture == nullptr) continue;
        std::string file = picture->chart ? svg_name(*picture) : picture->file;
        if (!there.insert(file).second) continue;
        out.emplace_back(std::move(file),
                         picture->chart ? chart_svg(*picture->chart) : picture->bytes);
      }
    }
  };
  for (const PrintedPart& part : p.parts) {
    take(part.items);
    for (const PrintedSection& section : part.sections) take(section.items);
  }
}

std::string file_name(const Outline& outline, Output output) {
  if (output == Output::wechat) return outline.period + ".wechat.html";
  return outline.period + "." + std::string(name(output));
}

}  // namespace

std::string_view name(Output output) {
  static constexpr std::string_view kNames[] = {"md", "html", "docx", "pdf", "wechat"};
  return kNames[static_cast<std::size_t>(output)];
}

Result<Rendered> render(const std::filesystem::path& folder, const Desk& desk,
                        const Templates& templates, const Colophon& colophon,
                        const RenderOptions& options) {
  const auto style = load_style(templates, desk.outline.style);
  if (!style) return tl::unexpected(style.error());
  const auto printed = publication(folder, desk, *style, colophon, options.draft);
  if (!printed) return tl::unexpected(printed.error());
  std::optional<Publication> pixels;
  Rendered out;
  for (const Output output : options.outputs) {
    if (wants_pixels(output) && !pixels) {
      auto drawn = in_pixels(*printed);
      if (!drawn) return tl::unexpected(std::move(drawn.error()));
      pixels = std::move(*drawn);
    }
    auto bytes = one(output, wants_pixels(output) ? *pixels : *printed, templates);
    if (!bytes) return tl::unexpected(std::move(bytes.error()));
    out.emplace_back(file_name(desk.outline, output), std::move(*bytes));
    if (output == Output::markdown) add_pictures(*printed, out);
  }
  return out;
}

Result<void> write_files(const std::filesystem::path& folder, const Rendered& files) {
  std::vector<std::filesystem::path> written;
  std::error_code ignored;
  for (const auto& [name, bytes] : files) {
    const auto beside = folder / (name + ".new");
    auto done = write_whole(beside, bytes);
    if (!done) {
      for (const auto& file : written) std::filesystem::remove(file, ignored);
      return done;
    }
    written.push_back(beside);
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    std::error_code error;
    std::filesystem::rename(written[i], folder / files[i].first, error);
    if (error)
      return fail(Code::io, "写不进去：" + error.message(), (folder / files[i].first).string(),
                  "请检查磁盘空间和写入权限；原有文件未动");
  }
  return {};
}

}  // namespace guanlan::compose
