#include "mcp/evidence.h"

#include <fmt/format.h>

namespace guanlan::mcp {

Result<std::string> text_argument(const Json& arguments, std::string_view name) {
  const auto it = arguments.is_object() ? arguments.find(name) : arguments.end();
  if (!arguments.is_object() || it == arguments.end() || it->is_null()) return std::string();
  if (!it->is_string() || it->get_ref<const std::string&>().size() > 2000) {
    return fail(Code::invalid, fmt::format("参数 {} 应是不长的字符串", name));
  }
  return it->get<std::string>();
}

Result<std::string> needed_text(const Json& arguments, std::string_view name) {
  auto text = text_argument(arguments, name);
  if (text && text->empty()) return fail(Code::invalid, fmt::format("缺少参数 {}", name));
  return text;
}

Result<std::int64_t> number_argument(const Json& arguments, std::string_view name,
                                     std::int64_t otherwise, std::int64_t least,
                                     std::int64_t most) {
  if (!arguments.is_object()) return otherwise;
  const auto it = arguments.find(name);
  if (it == arguments.end() || it->is_null()) return otherwise;
  if (!it->is_number_integer() || it->get<std::int64_t>() < least ||
      it->get<std::int64_t>() > most) {
    return fail(Code::invalid, fmt::format("参数 {} 应是 {} 到 {} 的整数", name, least, most));
  }
  return it->get<std::int64_t>();
}

Result<StoredItem> item_argument(const Json& arguments, const Sources& sources) {
  const auto id = number_argument(arguments, "id", -1, 0, INT64_MAX);
  if (!id) return tl::unexpected(id.error());
  if (*id < 0) return fail(Code::invalid, "缺少参数 id", {}, "id 由 search 给出");
  auto item = sources.store.item(*id);
  if (!item) item.error().hint = "id 由 search 给出";
  return item;
}

Json evidence(const StoredItem& item, Span span, std::string_view quote) {
  return {{"item", item.id},   {"document", record_of(item).value("document", "")},
          {"file", item.file}, {"begin", span.begin},
          {"end", span.end},   {"quote", quote}};
}

Json fact_json(const StoredItem& item, const Fact& fact) {
  return {{"field", fact.field},
          {"value", fact.value},
          {"evidence", evidence(item, fact.place.span, fact.text)},
          {"page", fact.place.page}};
}

std::string beginning(const std::string& text, std::size_t most) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && most-- == 0) break;
  }
  return text.substr(0, at);
}

Json record_of(const StoredItem& item) {
  Json record = Json::parse(item.record, nullptr, false);
  return record.is_object() ? record : Json::object();
}

}  // namespace guanlan::mcp
