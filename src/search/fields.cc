#include "search/fields.h"

#include <cmath>

#include "guanlan/diff.h"
#include "text/terms.h"

namespace guanlan::query {
namespace {

struct Alias {
  std::string_view name, field;
};
// has: under other names than the record's own.
constexpr Alias kRecordFields[] = {
    {"deadline", "deadlines"},
    {"期限", "deadlines"},
    {"date", "event_date"},
    {"日期", "event_date"},
    {"term", "terms"},
    {"authority", "authorities"},
    {"机关", "authorities"},
    {"region", "regions"},
    {"地区", "regions"},
    {"app", "apps"},
    {"应用", "apps"},
    {"org", "orgs"},
    {"企业", "orgs"},
    {"instrument", "instruments"},
    {"文件", "instruments"},
    {"citation", "citations"},
    {"law", "citations"},
    {"法规", "citations"},
    {"standard", "standards"},
    {"标准", "standards"},
    {"doc_number", "doc_numbers"},
    {"文号", "doc_numbers"},
    {"figure", "figures"},
    {"数量", "figures"},
    {"sanction", "sanctions"},
    {"处置", "sanctions"},
    {"outlet", "sources"},
    {"来源", "sources"},
    {"part", "parts"},
    {"enumeration", "enumerations"},
};

struct Bounds {
  std::string_view from, to;                // empty: open
  bool from_open = false, to_open = false;  // the bound itself is outside
};

bool take(std::string_view& text, std::string_view beginning) {
  if (!text.starts_with(beginning)) return false;
  text.remove_prefix(beginning.size());
  return true;
}

// The shapes that dates and amounts share: x, x..y, x.., ..y, >x, >=x, <x, <=x.
std::optional<Bounds> bounds_of(std::string_view text) {
  if (take(text, ">=")) return Bounds{text, {}};
  if (take(text, ">")) return Bounds{text, {}, true};
  if (take(text, "<=")) return Bounds{{}, text};
  if (take(text, "<")) return Bounds{{}, text, false, true};
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return Bounds{text, text};
  Bounds out{text.substr(0, dots), text.substr(dots + 2)};
  if (out.from.empty() && out.to.empty()) return std::nullopt;
  return out;
}

// 2024年4月1日, 2024/4/1, 2024.4 → 2024-04-01
std::string iso(std::string_view text) {
  std::string out, number;
  const auto close = [&] {
    if (number.empty()) return;
    if (!out.empty()) out += '-';
    if (number.size() == 1 && !out.empty()) out += '0';
    out += number;
    number.clear();
  };
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      number += c;
    } else if (c == 'Q' || c == 'H' || c == 'q' || c == 'h') {
      close();
      out += c == 'Q' || c == 'q' ? "-Q" : "-H";
      out.append(text.substr(text.find(c) + 1));
      return out;
    } else {
      close();
    }
  }
  close();
  return out;
}

std::optional<std::uint64_t> fen(std::string_view text) {
  std::string digits;
  std::size_t at = 0;
  for (; at < text.size() &&
         (std::isdigit(static_cast<unsigned char>(text[at])) || text[at] == '.' || text[at] == ',');
       ++at) {
    if (text[at] != ',') digits += text[at];
  }
  if (digits.empty() || digits == ".") return std::nullopt;
  std::string_view rest = text.substr(at);
  double scale = 100;
  for (;;) {
    if (take(rest, "万")) {
      scale *= 1e4;
    } else if (take(rest, "亿")) {
      scale *= 1e8;
    } else {
      break;
    }
  }
  (void)(take(rest, "元") || take(rest, "人民币"));
  const double value = std::strtod(digits.c_str(), nullptr) * scale;
  if (!rest.empty() || !(value < 9e17)) return std::nullopt;
  return static_cast<std::uint64_t>(std::llround(value));
}

}  // namespace

const std::vector<FieldRow>& fields() {
  using enum ValueForm;
  static const std::vector<FieldRow> kFields{
      {{"kind", "类别", "类别名", "kind:enforcement"}, name, NameField::kind},
      {{"authority", "机关", "名称或其一部分、简称", "authority:网信办"},
       name,
       NameField::authority},
      {{"region", "地区", "地名", "region:甘肃"}, name, NameField::region},
      {{"law", "法规", "名称，可加 # 和条", "law:网络安全法#44"}, name, NameField::law},
      {{"outlet", "来源", "媒体名称", "outlet:新华社"}, name, NameField::outlet},
      {{"app", "应用", "应用名称", "app:示例应用"}, name, NameField::app},
      {{"org", "企业", "企业、机构名称", "org:示例公司"}, name, NameField::org},
      {{"sanction", "处置", "处置类型", "sanction:fine"}, name, NameField::sanction},
      {{"standard", "标准", "标准号", "standard:43698"}, name, NameField::standard},
      {{"number", "文号", "文号或其一部分", "number:公告2024年"}, name, NameField::doc_number},
      {{"cve", "漏洞", "CVE 编号", "cve:CVE-2024-3400"}, name, NameField::cve},
      {{"figure", "数量", "所计的事物：原文的词或账目的归类", "figure:犯罪嫌疑人"},
       name,
       NameField::figure},
      {{"title", "标题", "标题中的词或短语", "title:通报"}, title, NameField::kind},
      {{"file", "文件", "文件名的一部分", "file:月报"}, file, NameField::kind},
      {{"date", "日期", "日期或区间", "date:2024-04..2024-11"}, days, NameField::kind},
      {{"fine", "罚款", "金额或区间（元，可用 万 亿）", "fine:>10万"}, amount, NameField::kind},
      {{"has", "有", "记录的字段名", "has:deadline"}, present, NameField::kind},
  };
  return kFields;
}

const FieldRow* find_field(std::string_view name) {
  const std::string folded = search_folded(name);
  for (const FieldRow& row : fields()) {
    if (row.shown.name == folded || row.shown.chinese == folded) return &row;
  }
  return nullptr;
}

std::string field_list() {
  std::string out;
  for (const FieldRow& row : fields()) {
    if (!out.empty()) out += " ";
    out += fmt::format("{}:（{}:）", row.shown.name, row.shown.chinese);
  }
  return out;
}

std::optional<DayRange> days_value(std::string_view text) {
  const auto bounds = bounds_of(text);
  if (!bounds) return std::nullopt;
  DayRange out{-1'000'000, 4'000'000};
  if (!bounds->from.empty()) {
    const DayRange from = days_of(iso(bounds->from));
    if (from.empty()) return std::nullopt;
    out.begin = bounds->from_open ? from.end : from.begin;
  }
  if (!bounds->to.empty()) {
    const DayRange to = days_of(iso(bounds->to));
    if (to.empty()) return std::nullopt;
    out.end = bounds->to_open ? to.begin : to.end;
  }
  if (out.begin >= out.end || (bounds->from.empty() && bounds->to.empty())) return std::nullopt;
  return out;
}

std::optional<AmountRange> amount_value(std::string_view text) {
  const auto bounds = bounds_of(text);
  if (!bounds) return std::nullopt;
  AmountRange out{0, std::numeric_limits<std::uint64_t>::max()};
  if (!bounds->from.empty()) {
    const auto from = fen(bounds->from);
    if (!from) return std::nullopt;
    out.least = *from + (bounds->from_open ? 1 : 0);
  }
  if (!bounds->to.empty()) {
    const auto to = fen(bounds->to);
    if (!to || (bounds->to_open && *to == 0)) return std::nullopt;
    out.most = *to - (bounds->to_open ? 1 : 0);
  }
  if (out.least > out.most || (bounds->from.empty() && bounds->to.empty())) return std::nullopt;
  return out;
}

std::optional<unsigned> record_field_bit(std::string_view name) {
  std::string folded = search_folded(name);
  for (const Alias& alias : kRecordFields) {
    if (alias.name == folded) folded = alias.field;
  }
  const auto& all = record_fields();
  const auto it = std::find(all.begin(), all.end(), folded);
  if (it == all.end()) return std::nullopt;
  return static_cast<unsigned>(it - all.begin());
}

}  // namespace guanlan::query

namespace guanlan {

const std::vector<QueryField>& query_fields() {
  static const std::vector<QueryField> kShown = [] {
    std::vector<QueryField> out;
    for (const auto& row : query::fields()) out.push_back(row.shown);
    return out;
  }();
  return kShown;
}

}  // namespace guanlan
