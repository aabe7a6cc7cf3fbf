#include "compose/yaml_text.h"

#include <fmt/format.h>

namespace guanlan::compose {
namespace {

// What YAML 1.1 reads as something else than a text.
bool reserved(std::string_view text) {
  static constexpr std::string_view kWords[] = {"null", "true", "false", "yes", "no",
                                                "on",   "off",  "~",     "y",   "n"};
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return std::find(std::begin(kWords), std::end(kWords), lower) != std::end(kWords);
}

bool plain(std::string_view text) {
  if (text.empty() || reserved(text)) return false;
  if (text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`=<~").find(text.front()) != std::string_view::npos) {
    return false;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x20 || c == 0x7F ||
        std::string_view(",[]{}\"\\").find(text[i]) != std::string_view::npos) {
      return false;
    }
    if (c == ':' && i + 1 < text.size() && text[i + 1] == ' ') return false;
    if (c == '#' && i > 0 && text[i - 1] == ' ') return false;
  }
  return true;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out += '"';
}

}  // namespace

std::string yaml_scalar(std::string_view text) {
  return plain(text) ? std::string(text) : quoted(text);
}

std::string yaml_list(const std::vector<std::string>& values) {
  std::string out = "[";
  for (const std::string& value : values) {
    if (out.size() > 1) out += ", ";
    out += yaml_scalar(value);
  }
  return out += "]";
}

YamlLine& YamlLine::add(std::string_view key, std::string_view value) {
  return value.empty() ? *this : raw(key, yaml_scalar(value));
}

YamlLine& YamlLine::raw(std::string_view key, std::string_view yaml) {
  if (!out_.empty()) out_ += ", ";
  out_ += fmt::format("{}: {}", key, yaml);
  return *this;
}

YamlText& YamlText::key(std::string_view key, std::string_view value, int indent) {
  if (!value.empty()) out_ += fmt::format("{:{}}{}: {}\n", "", indent, key, yaml_scalar(value));
  return *this;
}

YamlText& YamlText::list(std::string_view key, const std::vector<std::string>& values, int indent) {
  if (!values.empty()) out_ += fmt::format("{:{}}{}: {}\n", "", indent, key, yaml_list(values));
  return *this;
}

YamlText& YamlText::open(std::string_view key, int indent) {
  out_ += fmt::format("{:{}}{}:\n", "", indent, key);
  return *this;
}

YamlText& YamlText::entry(std::string_view yaml, int indent, std::string_view comment) {
  out_ += fmt::format("{:{}}- {}", "", indent, yaml);
  if (!comment.empty()) out_ += fmt::format("  # {}", comment);
  out_ += '\n';
  return *this;
}

}  // namespace guanlan::compose
