#include "compose/publication.h"

#include <fmt/format.h>

#include "compose/blocks.h"
#include "compose/masthead.h"
#include "text/numeral.h"

namespace guanlan::compose {
namespace {

// "（一）" and "1." are shapes: the numeral in them counts.
std::string numbered(std::string_view shape, int n) {
  std::string out(shape);
  for (const auto& [hole, value] : {std::pair{std::string_view("一"), chinese_numeral(n)},
                                    {std::string_view("1"), std::to_string(n)}}) {
    const auto at = out.find(hole);
    if (at != std::string::npos) return out.replace(at, hole.size(), value);
  }
  return out;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += between;
    out += word;
  }
  return out;
}

// 2024-05-15 → 2024年5月15日; a shorter date gives less.
std::string chinese_date(std::string_view iso) {
  const auto number = [](std::string_view s) {
    return std::string(s.starts_with('0') ? s.substr(1) : s);
  };
  if (iso.size() < 4) return std::string(iso);
  std::string out = std::string(iso.substr(0, 4)) + "年";
  if (iso.size() >= 7) out += number(iso.substr(5, 2)) + "月";
  if (iso.size() >= 10) out += number(iso.substr(8, 2)) + "日";
  return out;
}

class Builder {
 public:
  Builder(const std::filesystem::path& folder, const Desk& desk, const Style& style)
      : folder_(folder), desk_(desk), style_(style) {}

  Result<std::vector<PrintedPart>> parts() {
    std::map<std::string, int> shared;
    for (const Part& p : desk_.outline.parts) ++shared[p.label];
    std::map<std::string, int> count;
    std::vector<PrintedPart> out;
    for (const Part& p : desk_.outline.parts) {
      if (empty(p)) continue;
      const int n = ++count[p.label];
      out.push_back(part(p, shared[p.label] > 1 ? n : 0));
    }
    if (error_) return tl::unexpected(std::move(*error_));
    return out;
  }

 private:
  static bool empty(const Part& p) {
    return p.items.empty() && std::all_of(p.sections.begin(), p.sections.end(),
                                          [](const Section& s) { return s.items.empty(); });
  }
  static std::size_t items_of(const Part& p) {
    std::size_t n = p.items.size();
    for (const Section& s : p.sections) n += s.items.size();
    return n;
  }
  std::string heading(const Part& p, int n) const {
    std::string title = p.title;
    if (title.empty()) return {};
    const auto hole = title.find("{count}");
    if (hole != std::string::npos) {
      title.replace(hole, 7, chinese_numeral(static_cast<int>(items_of(p))));
    }
    if (style_.bracketed) return title.starts_with("【") ? title : "【" + title + "】";
    if (p.label.empty()) return title;
    return fmt::format("{}{}：{}", p.label, n > 0 ? chinese_numeral(n) : "", title);
  }

  PrintedPart part(const Part& p, int n) {
    PrintedPart out;
    out.anchor = "part-" + p.id;
    out.title = heading(p, n);
    if (!style_.part_number.empty() && !out.title.empty())
      out.number = numbered(style_.part_number, ++parts_);
    std::string lead;
    for (const LeadSentence& s : p.lead) lead += s.text;
    if (!lead.empty() && !style_.lead_label.empty()) out.lead.push_back(lead);
    if (!style_.keywords_label.empty()) out.keywords = joined(p.keywords, "、");
    int number = 0;
    for (const std::string& id : p.items) add(out.items, id, ++number);
    int section_number = 0;
    for (const Section& s : p.sections) {
      if (s.items.empty()) continue;
      PrintedSection& section = out.sections.emplace_back();
      section.anchor = fmt::format("part-{}-{}", p.id, s.id);
      section.number = numbered(style_.section_number, ++section_number);
      section.title = s.title;
      number = 0;
      for (const std::string& id : s.items) add(section.items, id, ++number);
    }
    return out;
  }
  void add(std::vector<PrintedItem>& to, const std::string& id, int n) {
    const auto it = desk_.items.find(id);
    if (it == desk_.items.end()) return;
    const Item& item = it->second;
    PrintedItem& out = to.emplace_back();
    out.anchor = "item-" + item.id;
    if (!style_.item_number.empty()) out.number = numbered(style_.item_number, n);
    out.title = item.title;
    out.item = &item;
    auto blocks = blocks_of(folder_, desk_, item.body);
    if (!blocks) {
      if (!error_) error_ = std::move(blocks.error());
      return;
    }
    out.blocks = std::move(*blocks);
    if (style_.columns) narrow(out.blocks);
    if (!item.sources.empty() && !style_.source_open.empty()) {
      out.source = style_.source_open + joined(item.sources, "、") + style_.source_close;
    }
  }

  // A chart for half a page: what is written in it keeps its size.
  static void narrow(std::vector<Block>& blocks) {
    constexpr int kColumn = 440;
    for (Block& block : blocks) {
      auto* picture = std::get_if<Picture>(&block);
      if (picture != nullptr && picture->chart)
        picture->chart->width = std::min(picture->chart->width, kColumn);
    }
  }

  const std::filesystem::path& folder_;
  const Desk& desk_;
  const Style& style_;
  int parts_ = 0;
  std::optional<Error> error_;
};

std::vector<std::string> colophon_lines(const Colophon& c) {
  std::vector<std::string> out;
  out.push_back(
      fmt::format("本期 {} 条，数字 {} 处，其中编辑另行确认 {} 处。", c.items, c.figures, c.words));
  if (c.rules_run > 0) {
    out.push_back(fmt::format("出版前已执行校对规则 {} 条，无差错；提示 {} 处，体例 {} 处。",
                              c.rules_run, c.warnings, c.notes));
  } else {
    out.push_back("校对规则尚未执行。");
  }
  for (const auto& [rule, why] : c.not_run)
    out.push_back(fmt::format("未能核对：{}（{}）", rule, why));
  for (const auto& [name, digest] : c.documents)
    out.push_back(fmt::format("来源文件 {} {}", name, digest));
  if (!c.content.empty()) out.push_back("本期内容 " + c.content);
  return out;
}

}  // namespace

Result<Publication> publication(const std::filesystem::path& folder, const Desk& desk,
                                const Style& style, const Colophon& colophon, bool draft) {
  Publication out;
  out.style = &style;
  out.outline = &desk.outline;
  const Masthead& m = desk.outline.masthead;
  out.issue_line = m.issue;
  if (!m.running_number.empty()) out.issue_line += fmt::format(" ({})", m.running_number);
  out.date_line = chinese_date(m.date);
  auto parts = Builder(folder, desk, style).parts();
  if (!parts) return tl::unexpected(std::move(parts.error()));
  out.parts = std::move(*parts);
  out.colophon = colophon_lines(colophon);
  out.draft = draft;
  return out;
}

}  // namespace guanlan::compose
