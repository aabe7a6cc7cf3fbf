#include "extract/orgs/words.h"

#include <array>

#include "extract/bodies/part_words.h"

namespace guanlan::orgs {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Around::count_)> kClasses = {
    "lead",        "tail",       "trade",        "post",         "officer",     "person",
    "party",       "member",     "seller",       "carrier",      "branch",      "vague",
    "counted",     "sort",       "deed",         "venue",        "beside",      "planned",
    "plural",      "whole",      "brand",        "use",          "business",    "area",
    "form",        "opener",     "not_operator", "group",        "does",        "told_after",
    "told_before", "founds",     "chair",        "product_sort", "product",     "means",
    "verb",        "alias_form", "short_for",    "joint",        "founded",     "research",
    "operator",    "branch_end", "group_act",    "laboratory",   "post_before", "joiner",
    "counter",     "other_list", "ward",         "patient",      "belt",        "large_bank"};

const FrameTable<Around>& table() {
  static const FrameTable<Around> words("lexicon/frame/orgs.tsv", kClasses);
  return words;
}

}  // namespace

std::uint32_t word_at(const bodies::Part& part, std::uint32_t offset, Around cls) {
  return bodies::word_at(table(), part, offset, cls);
}

std::uint32_t word_before(const bodies::Part& part, std::uint32_t offset, Around cls) {
  return bodies::word_before(table(), part, offset, cls);
}

WordIn next_word(const bodies::Part& part, std::uint32_t from, Around cls) {
  const auto found = table().next_at(part.passage().text.substr(0, part.span().end), from, cls);
  return {static_cast<std::uint32_t>(found.at), static_cast<std::uint32_t>(found.size)};
}

WordIn next_word_end(const bodies::Part& part, std::uint32_t from, Around cls) {
  const std::uint32_t begin = part.span().begin;
  const auto found = table().next_before(part.of(part.span()), from - begin, cls);
  return {begin + static_cast<std::uint32_t>(found.at), static_cast<std::uint32_t>(found.size)};
}

const std::vector<std::string_view>& words_of(Around cls) { return table().words(cls); }

bool begins_with(std::string_view text, Around cls) { return table().at(text, 0, cls) != 0; }

bool ends_with(std::string_view text, Around cls) {
  return table().before(text, text.size(), cls) != 0;
}

bool is_one(std::string_view text, Around cls) { return table().is_one(text, cls); }

bool holds(std::string_view text, Around cls) { return table().holds(text, cls); }

bool has_latin_form(std::string_view name) {
  const auto blank = name.rfind(' ');
  return blank != std::string_view::npos && is_one(name.substr(blank + 1), Around::form);
}

bool is_trade(std::string_view words) {
  while (!words.empty()) {
    const std::size_t longest = table().at(words, 0, Around::trade);
    if (longest == 0) return false;
    words.remove_prefix(longest);
  }
  return true;
}

}  // namespace guanlan::orgs
