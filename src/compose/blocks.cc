#include "compose/blocks.h"

#include "compose/atomic_file.h"
#include "compose/body_text.h"
#include "text/trim.h"
#include "text/utf8.h"

namespace guanlan::compose {
namespace {

std::uint32_t big_endian(std::string_view bytes, std::size_t at, int width) {
  std::uint32_t out = 0;
  for (int i = 0; i < width; ++i) {
    out = out << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  }
  return out;
}

bool png_size(Picture& picture) {
  const std::string& b = picture.bytes;
  if (b.size() < 24 || !b.starts_with("\x89PNG")) return false;
  picture.width = static_cast<int>(big_endian(b, 16, 4));
  picture.height = static_cast<int>(big_endian(b, 20, 4));
  return picture.width > 0 && picture.height > 0;
}

bool jpeg_size(Picture& picture) {
  const std::string& b = picture.bytes;
  if (!b.starts_with("\xFF\xD8")) return false;
  for (std::size_t at = 2; at + 9 < b.size() && b[at] == '\xFF';) {
    const auto marker = static_cast<unsigned char>(b[at + 1]);
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
      picture.height = static_cast<int>(big_endian(b, at + 5, 2));
      picture.width = static_cast<int>(big_endian(b, at + 7, 2));
      return picture.width > 0 && picture.height > 0;
    }
    at += 2 + big_endian(b, at + 2, 2);
  }
  return false;
}

// ![alt](file) or ![alt](file "caption") on a line of its own.
std::optional<Picture> picture_line(std::string_view line) {
  if (!line.starts_with("![") || !line.ends_with(')')) return std::nullopt;
  const auto close = line.find("](");
  if (close == std::string_view::npos) return std::nullopt;
  Picture out;
  out.alt = line.substr(2, close - 2);
  std::string_view target = line.substr(close + 2, line.size() - close - 3);
  const auto quote = target.find(" \"");
  if (quote != std::string_view::npos && target.ends_with('"')) {
    out.caption = target.substr(quote + 2, target.size() - quote - 3);
    target = target.substr(0, quote);
  }
  out.file = trim(target);
  return out;
}

Result<Picture> loaded(const std::filesystem::path& folder, Picture picture) {
  const std::filesystem::path name = picture.file;
  if (name.is_absolute() || picture.file.find("..") != std::string::npos) {
    return fail(Code::invalid, "图片应在刊物文件夹内", picture.file, "放入 pictures/");
  }
  auto bytes = read_whole(folder / name);
  if (!bytes)
    return fail(Code::not_found, "缺少图片", (folder / name).string(), "放入 pictures/ 或改正引用");
  picture.bytes = std::move(*bytes);
  if (!png_size(picture) && !jpeg_size(picture)) {
    return fail(Code::damaged, "不是 PNG 或 JPEG 图片", (folder / name).string(),
                "另存为 PNG 或 JPEG");
  }
  return picture;
}

Result<Picture> drawn(const Desk& desk, Picture picture) {
  const auto it = desk.charts.find(picture.file);
  if (it == desk.charts.end())
    return fail(Code::not_found, "缺少图表", picture.file, "放入 charts/ 或改正引用");
  auto chart = parse_chart(it->second, picture.file);
  if (!chart) return tl::unexpected(std::move(chart.error()));
  picture.chart = std::move(*chart);
  return picture;
}

// （1）广东 or 案例一: short, numbered, without a full stop.
bool is_subhead(std::string_view line) {
  if (line.size() > 120) return false;
  for (const std::string_view stop : {"。", "；", "！", "：", ":"}) {
    if (line.ends_with(stop)) return false;
  }
  if (line.find("。") != std::string_view::npos) return false;
  if (line.starts_with("案例")) return true;
  const bool bracket = line.starts_with("（") || line.starts_with("(");
  if (!bracket) return false;
  const std::string_view rest = line.substr(line.starts_with("（") ? 3 : 1);
  const auto end = std::min(rest.find("）"), rest.find(')'));
  if (end == std::string_view::npos || end == 0 || end > 9) return false;
  const char32_t first = utf8::decode(rest, 0).cp;
  return utf8::is_digit(first) ||
         std::u32string_view(U"一二三四五六七八九十").find(first) != std::u32string_view::npos;
}

// 表3.1 示例情况, before a table: short and no sentence.
bool titles_a_table(std::string_view line) {
  if (line.size() > 120) return false;
  for (const std::string_view stop : {"。", "；", "：", ":", "，"}) {
    if (line.find(stop) != std::string_view::npos) return false;
  }
  return true;
}

void mark_table_titles(std::vector<Block>& blocks) {
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    auto* before = std::get_if<Paragraph>(&blocks[i - 1]);
    if (before != nullptr && std::holds_alternative<Table>(blocks[i]))
      before->over_table = titles_a_table(before->text);
  }
}

}  // namespace

bool has_wide_table(const std::vector<Block>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
    const auto* table = std::get_if<Table>(&block);
    return table != nullptr && table->is_wide();
  });
}

bool is_short_text(const std::vector<Block>& blocks, std::size_t at) {
  std::size_t size = 0;
  for (; at < blocks.size(); ++at) {
    const auto* table = std::get_if<Table>(&blocks[at]);
    if (table != nullptr && table->is_wide()) break;
    const auto* p = std::get_if<Paragraph>(&blocks[at]);
    size += p != nullptr ? p->text.size() : kShortText;  // a picture or a table is no short text
  }
  return size < kShortText;
}

std::string_view Picture::mime() const {
  return bytes.starts_with("\x89PNG") ? "image/png" : "image/jpeg";
}

Result<std::vector<Block>> blocks_of(const std::filesystem::path& folder, const Desk& desk,
                                     std::string_view body) {
  std::vector<Block> out;
  for (Stretch& stretch : stretches(body)) {
    if (!stretch.rows.empty()) {
      out.emplace_back(Table{std::move(stretch.rows)});
      continue;
    }
    const std::string_view inner = trim(stretch.line);
    if (auto picture = picture_line(inner)) {
      const bool chart = picture->file.starts_with("charts/") && picture->file.ends_with(".yaml");
      auto whole = chart ? drawn(desk, std::move(*picture)) : loaded(folder, std::move(*picture));
      if (!whole) return tl::unexpected(std::move(whole.error()));
      out.emplace_back(std::move(*whole));
      continue;
    }
    out.emplace_back(Paragraph{std::string(stretch.line), is_subhead(inner)});
  }
  mark_table_titles(out);
  return out;
}

}  // namespace guanlan::compose
