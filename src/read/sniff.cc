#include "read/sniff.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string>
#include <vector>

#include "text/charset.h"
#include "text/charset_score.h"
#include "text/utf8_check.h"

namespace guanlan::sniff {
namespace {

constexpr std::size_t kHead = 64 * 1024;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

bool is_name_char(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
}

// Text after white space, comments, processing instructions and a doctype.
std::string_view after_prolog(std::string_view text) {
  for (;;) {
    const auto at = text.find_first_not_of(" \t\r\n\f");
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at);
    std::string_view end;
    if (text.starts_with("<!--")) {
      end = "-->";
    } else if (text.starts_with("<?")) {
      end = "?>";
    } else if (lower(text.substr(0, 9)) == "<!doctype") {
      const auto subset = text.find_first_of("[>");
      end = subset != std::string_view::npos && text[subset] == '[' ? "]>" : ">";
    } else {
      return text;
    }
    const auto stop = text.find(end);
    if (stop == std::string_view::npos) return {};
    text.remove_prefix(stop + end.size());
  }
}

constexpr std::array<std::string_view, 12> kFields{
    "from", "to",           "subject",    "date",        "mime-version", "received",
    "cc",   "content-type", "message-id", "return-path", "reply-to",     "delivered-to"};

// The name of a header field at the beginning of a line, in lower case; empty: not one.
std::string field_name(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon > 60) return {};
  const std::string_view field = line.substr(0, colon);
  return std::all_of(field.begin(), field.end(), is_name_char) ? lower(field) : std::string();
}

// Fields per record of the first records, quotes respected.
std::vector<std::size_t> field_counts(std::string_view text, char separator) {
  std::vector<std::size_t> counts;
  std::size_t fields = 1;
  bool quoted = false, blank = true;
  for (std::size_t at = 0; at < text.size() && counts.size() < 100; ++at) {
    const char c = text[at];
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) {
      if (!blank) counts.push_back(fields);
      fields = 1;
      blank = true;
      continue;
    }
    if (c == separator && !quoted) ++fields;
    if (c != ' ' && c != separator) blank = false;
  }
  if (!blank) counts.push_back(fields);
  return counts;
}

struct Shape {
  std::size_t records = 0, fields = 0;  // fields: the most frequent number
  double regular = 0;                   // share of records that have it
};
Shape shape(std::string_view text, char separator) {
  Shape s;
  std::map<std::size_t, std::size_t> times;
  for (const std::size_t n : field_counts(text, separator)) {
    ++s.records;
    ++times[n];
  }
  std::size_t most = 0;
  for (const auto& [n, count] : times) {
    if (n > 1 && count > most) {
      most = count;
      s.fields = n;
    }
  }
  s.regular = s.records == 0 ? 0 : static_cast<double>(most) / static_cast<double>(s.records);
  return s;
}

std::size_t count_of(std::string_view text, std::string_view word) {
  std::size_t n = 0;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++n;
  return n;
}

}  // namespace

bool is_bitmap(std::string_view bytes) {
  if (bytes.size() < 26) return false;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const std::size_t size = byte(2) | byte(3) << 8 | byte(4) << 16 | std::size_t{byte(5)} << 24;
  const std::size_t header = byte(14) | byte(15) << 8;
  return size == bytes.size() && (header == 12 || (header >= 40 && header <= 124));
}

bool is_mail(std::string_view bytes) {
  std::size_t known = 0, lines = 0;
  std::string_view head = bytes.substr(0, kHead);
  while (!head.empty() && lines++ < 200) {
    const auto end = head.find('\n');
    std::string_view line = head.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) return known >= 2;
    const bool folded = line[0] == ' ' || line[0] == '\t';
    if (!folded || lines == 1) {
      const std::string field = field_name(line);
      if (field.empty()) return false;
      known += std::find(kFields.begin(), kFields.end(), field) != kFields.end();
    }
    if (end == std::string_view::npos) break;
    head.remove_prefix(end + 1);
  }
  return known >= 3;
}

bool is_mailbox(std::string_view bytes) {
  const auto end = bytes.find('\n');
  return bytes.starts_with("From ") && end < 200 && is_mail(bytes.substr(end + 1));
}

bool is_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHead);
  const DecodedText decoded = decode_text(head);
  if (decoded.charset.starts_with("UTF-16") || decoded.charset.starts_with("UTF-32")) return false;
  const auto controls =
      static_cast<std::size_t>(std::count_if(head.begin(), head.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 &&
                std::isspace(static_cast<unsigned char>(c)) == 0) ||
               c == 0x7F;
      }));
  if (controls * 4 > head.size()) return true;
  if (utf8::valid_prefix(head) + 3 >= head.size()) return false;
  const std::size_t bad = count_of(decoded.text, "\xEF\xBF\xBD");
  return (bad * 20 > head.size() || controls * 20 > head.size()) &&
         chinese_score(decoded.text) < 0.4;
}

std::string_view xml_root(std::string_view text) {
  text = after_prolog(text.substr(0, kHead));
  if (text.size() < 2 || text[0] != '<') return {};
  std::size_t end = 1;
  while (end < text.size() && (is_name_char(text[end]) || text[end] == ':')) ++end;
  const std::string_view name = text.substr(1, end - 1);
  return name.substr(name.rfind(':') + 1);
}

bool is_html(std::string_view text) {
  const std::string head = lower(text.substr(0, kHead));
  if (head.find("<!doctype html") != std::string::npos) return true;
  if (head.find("<html") != std::string::npos || head.find("<body") != std::string::npos)
    return true;
  constexpr std::array<std::string_view, 12> kTags{"</p>",  "<br",   "</div>",  "</table>",
                                                   "</td>", "</a>",  "</span>", "<meta ",
                                                   "</h1>", "</h2>", "</li>",   "<title>"};
  std::size_t seen = 0;
  for (const std::string_view tag : kTags) seen += std::min<std::size_t>(count_of(head, tag), 2);
  const bool begins = !xml_root(text).empty();
  return seen >= (begins ? 1 : 4);
}

char delimiter(std::string_view text) {
  char best = 0;
  double best_score = 0;
  for (const char separator : {',', '\t', ';', '|'}) {
    const Shape s = shape(text.substr(0, kHead), separator);
    if (s.fields < 2) continue;
    const double score = s.regular * static_cast<double>(std::min<std::size_t>(s.fields, 8));
    if (score > best_score) {
      best = separator;
      best_score = score;
    }
  }
  return best;
}

bool is_csv(std::string_view text, std::string_view name) {
  const std::string suffix = lower(name.substr(std::min(name.rfind('.'), name.size())));
  const char separator = delimiter(text);
  if (separator == 0) return false;
  if (suffix == ".csv" || suffix == ".tsv") return true;
  const std::string_view head = text.substr(0, kHead);
  const Shape s = shape(head, separator);
  const std::size_t fewest = separator == '\t' ? 2 : 3;
  const bool prose = count_of(head, "。") * 5 > s.records;
  return s.records >= 3 && s.fields >= fewest && s.regular >= 0.8 && !prose;
}

}  // namespace guanlan::sniff
