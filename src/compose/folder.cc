// The folder on the disk, with the history of its files.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "compose/atomic_file.h"
#include "compose/files.h"
#include "read/digest.h"

namespace guanlan::compose {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kOutline = "issue.yaml";
constexpr const char* kHidden = ".guanlan";

fs::path item_file(const std::string& id) { return fs::path("items") / (id + ".md"); }

std::string version_name(std::string_view bytes) { return sha256_digest(bytes).substr(7, 16); }

Result<std::map<std::string, Item>> open_items(const fs::path& folder) {
  std::map<std::string, Item> out;
  std::error_code error;
  std::set<fs::path> names;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".md" && entry.path().filename().string().front() != '.') {
      names.insert(entry.path());
    }
  }
  for (const fs::path& name : names) {
    const auto text = read_whole(name);
    if (!text) return tl::unexpected(text.error());
    auto item = parse_item(*text, name.string());
    if (!item) return tl::unexpected(std::move(item.error()));
    if (item->id != name.stem().string()) {
      return fail(Code::invalid, "文件名与 id 不一致：" + item->id, name.string(),
                  "文件应名为 " + item->id + ".md");
    }
    std::string id = item->id;
    out.emplace(std::move(id), std::move(*item));
  }
  return out;
}

Result<std::map<std::string, std::string>> open_charts(const fs::path& folder) {
  std::map<std::string, std::string> out;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".yaml") continue;
    auto text = read_whole(entry.path());
    if (!text) return tl::unexpected(std::move(text.error()));
    out.emplace("charts/" + entry.path().filename().string(), std::move(*text));
  }
  return out;
}

// Where `- id` stands for the last time in issue.yaml.
std::string place_in(const fs::path& file, std::string_view text, const std::string& id) {
  const auto at = text.rfind("- " + id);
  if (at == std::string_view::npos) return file.string();
  return fmt::format(
      "{}:{}", file.string(),
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1);
}

// An id that the outline names twice, or that has no file.
std::optional<Error> outline_fault(const Desk& desk, const fs::path& file, std::string_view text) {
  std::set<std::string> seen;
  for (const std::string& id : seated(desk.outline)) {
    if (!seen.insert(id).second) {
      return Error{Code::invalid, "条目出现两次：" + id, place_in(file, text, id), "删去一处"};
    }
    if (!desk.items.contains(id)) {
      return Error{Code::invalid, "没有这个条目：" + id, place_in(file, text, id),
                   "items/ 中应有 " + id + ".md"};
    }
  }
  return std::nullopt;
}

Result<Desk> open_files(const fs::path& folder) {
  const auto text = read_whole(folder / kOutline);
  if (!text) {
    return fail(text.error().code, "这里没有刊物", folder.string(), "先用 guanlan compose 生成");
  }
  auto outline = parse_outline(*text, (folder / kOutline).string());
  if (!outline) return tl::unexpected(std::move(outline.error()));
  auto items = open_items(folder / "items");
  if (!items) return tl::unexpected(std::move(items.error()));
  auto charts = open_charts(folder / "charts");
  if (!charts) return tl::unexpected(std::move(charts.error()));
  Desk desk{std::move(*outline), std::move(*items), std::move(*charts)};
  if (auto fault = outline_fault(desk, folder / kOutline, *text))
    return tl::unexpected(std::move(*fault));
  return desk;
}

std::map<std::string, std::string> texts_of(const Desk& desk) {
  std::map<std::string, std::string> out;
  out[kOutline] = outline_text(desk);
  for (const auto& [id, item] : desk.items) out[item_file(id).string()] = item_text(item);
  out.insert(desk.charts.begin(), desk.charts.end());
  return out;
}

// What the files said when a command last looked: file → version.
std::map<std::string, std::string> known_versions(const fs::path& folder) {
  std::map<std::string, std::string> out;
  const auto past = history(folder);
  if (!past) return out;
  for (const Past& p : *past) out[p.file] = p.after;
  return out;
}

class Log {
 public:
  Log(const fs::path& folder, const Hand& hand)
      : folder_(folder / kHidden), by_(hand.by), at_(iso8601(hand.clock())) {}

  Result<std::string> keep(std::string_view bytes) {
    const std::string name = version_name(bytes);
    const fs::path file = folder_ / "versions" / name;
    std::error_code error;
    if (fs::exists(file, error)) return name;
    if (auto done = write_whole(file, bytes); !done) return tl::unexpected(std::move(done.error()));
    return name;
  }
  void add(std::string_view by, std::string_view did, const std::string& file,
           const std::string& before, const std::string& after) {
    const Json line{{"at", at_},    {"by", by},         {"did", did},
                    {"file", file}, {"before", before}, {"after", after}};
    lines_ += line.dump() + "\n";
  }
  [[nodiscard]] const std::string& by() const { return by_; }
  Result<void> write() {
    if (lines_.empty()) return {};
    const auto old = read_whole(folder_ / "history.jsonl");
    return write_whole(folder_ / "history.jsonl", old.value_or("") + lines_);
  }

 private:
  fs::path folder_;
  std::string by_, at_, lines_;
};

}  // namespace

Result<Desk> open_desk(const fs::path& folder) { return open_files(folder); }
Result<Desk> open_base(const fs::path& folder) { return open_files(folder / kHidden / "base"); }

Result<void> save_desk(const fs::path& folder, const Desk& desk, const Hand& hand,
                       std::string_view did) {
  Log log(folder, hand);
  const auto known = known_versions(folder);
  std::map<std::string, std::string> writes;
  for (auto& [name, text] : texts_of(desk)) {
    const auto now = read_whole(folder / name);
    std::string before;
    if (now) {
      auto kept = log.keep(*now);
      if (!kept) return tl::unexpected(std::move(kept.error()));
      before = std::move(*kept);
      const auto last = known.find(name);
      if (last != known.end() && last->second != before) {
        log.add("?", "改动文件", name, last->second, before);
      }
      if (*now == text) continue;
    }
    auto after = log.keep(text);
    if (!after) return tl::unexpected(std::move(after.error()));
    log.add(log.by(), did, name, before, *after);
    writes[name] = std::move(text);
  }
  if (auto done = log.write(); !done) return done;
  for (const auto& [name, text] : writes) {
    if (auto done = write_whole(folder / name, text); !done) return done;
  }
  return {};
}

Result<void> save_base(const fs::path& folder, const Desk& desk) {
  for (const auto& [name, text] : texts_of(desk)) {
    const fs::path file = folder / kHidden / "base" / name;
    if (const auto now = read_whole(file); now && *now == text) continue;
    if (auto done = write_whole(file, text); !done) return done;
  }
  return {};
}

Result<std::vector<Change>> lay_in(const fs::path& folder, Desk fresh, const Hand& hand) {
  std::error_code error;
  fs::create_directories(folder, error);
  const auto lock = DeskLock::take(folder);
  if (!lock) return tl::unexpected(lock.error());
  Merged merged{fresh, fresh, {}};
  if (fs::exists(folder / kOutline, error)) {
    const auto mine = open_desk(folder);
    if (!mine) return tl::unexpected(mine.error());
    const auto base = open_base(folder);
    if (!base) return tl::unexpected(base.error());
    merged = merge(*base, *mine, fresh);
  }
  if (auto done = save_desk(folder, merged.desk, hand, "compose"); !done)
    return tl::unexpected(done.error());
  if (auto done = save_base(folder, merged.generated); !done) return tl::unexpected(done.error());
  return std::move(merged.changes);
}

Result<std::vector<Past>> history(const fs::path& folder) {
  std::vector<Past> out;
  const auto text = read_whole(folder / kHidden / "history.jsonl");
  if (!text) {
    if (text.error().code == Code::not_found) return out;
    return tl::unexpected(text.error());
  }
  for (std::size_t at = 0; at < text->size();) {
    const auto end = std::min(text->find('\n', at), text->size());
    const Json line = Json::parse(text->substr(at, end - at), nullptr, false);
    if (line.is_object()) {
      out.push_back({line.value("at", ""), line.value("by", ""), line.value("did", ""),
                     line.value("file", ""), line.value("before", ""), line.value("after", "")});
    }
    at = end + 1;
  }
  return out;
}

Result<std::string> version(const fs::path& folder, std::string_view name) {
  if (name.size() != 16 || name.find_first_not_of("0123456789abcdef") != std::string_view::npos) {
    return fail(Code::invalid, "不是版本号：" + std::string(name), {},
                "guanlan issue log 列出版本号");
  }
  return read_whole(folder / kHidden / "versions" / name);
}

}  // namespace guanlan::compose
