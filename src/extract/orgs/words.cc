#include "extract/orgs/words.h"

#include <array>
#include <vector>

#include "lexicon/frame.h"
#include "text/utf8.h"
#include "text/word_set.h"

namespace guanlan::orgs {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Around::count_)> kClasses = {
    "lead",    "tail", "trade", "post",  "officer", "person", "party", "member",  "seller", "carrier", "branch", "vague",
    "counted", "sort", "deed",  "venue", "beside",  "planned", "plural", "whole",   "brand", "use", "business"};

struct Class {
  std::vector<std::string_view> words;
  WordSet set;
};
using Classes = std::array<Class, kClasses.size()>;

Classes load() {
  Classes classes;
  for (const FrameWord& row : frame_words("lexicon/frame/orgs.tsv", kClasses)) classes[row.cls].words.push_back(row.word);
  for (Class& cls : classes) cls.set = WordSet(cls.words);
  return classes;
}

const Class& class_of(Around cls) {
  static const Classes classes = load();
  return classes[static_cast<std::size_t>(cls)];
}

const WordSet& of(Around cls) { return class_of(cls).set; }

}  // namespace

std::uint32_t word_at(const bodies::Part& part, std::uint32_t offset, Around cls) {
  const std::string_view text = part.passage().text.substr(0, part.span().end);
  return static_cast<std::uint32_t>(of(cls).longest_at(text, offset));
}

std::uint32_t word_before(const bodies::Part& part, std::uint32_t offset, Around cls) {
  const std::uint32_t begin = part.span().begin;
  if (offset <= begin) return 0;
  return static_cast<std::uint32_t>(of(cls).longest_before(part.passage().text.substr(begin), offset - begin));
}

const std::vector<std::string_view>& words_of(Around cls) { return class_of(cls).words; }

bool begins_with(std::string_view text, Around cls) { return of(cls).longest_at(text, 0) != 0; }

bool ends_with(std::string_view text, Around cls) { return of(cls).longest_before(text, text.size()) != 0; }

bool is_one(std::string_view text, Around cls) { return !text.empty() && of(cls).longest_at(text, 0) == text.size(); }

bool holds(std::string_view text, Around cls) {
  for (std::size_t at = 0; at < text.size(); at += utf8::decode(text, at).size) {
    if (of(cls).longest_at(text, at) != 0) return true;
  }
  return false;
}

bool is_trade(std::string_view words) {
  while (!words.empty()) {
    const std::size_t longest = of(Around::trade).longest_at(words, 0);
    if (longest == 0) return false;
    words.remove_prefix(longest);
  }
  return true;
}

}  // namespace guanlan::orgs
