// What must hold for whatever a reader gives (guanlan/source.h); aborts where it does not.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "guanlan/source.h"
#include "text/utf8_check.h"

namespace guanlan::fuzz {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline void check(const Source& source) {
  require(utf8::is_valid(source.raw));
  require(source.raw.find('\0') == std::string::npos);
  require(utf8::is_valid(source.title) && utf8::is_valid(source.link));
  std::uint32_t last = 0;
  for (const Line& line : source.lines) {
    require(last <= line.span.begin && line.span.begin <= line.span.end);
    require(line.span.end <= source.raw.size());
    require(line.page >= 1 && line.page <= source.pages);
    require(line.table < static_cast<std::int32_t>(source.tables.size()));
    require(line.span.of(source.raw).find('\n') == std::string_view::npos);
    last = line.span.end;
  }
  for (const SourceTable& table : source.tables) {
    for (const auto& row : table.rows) {
      for (const Cell& cell : row) {
        require(cell.span.begin <= cell.span.end && cell.span.end <= source.raw.size());
        require(cell.span.of(source.raw) == cell.text);
      }
    }
  }
  for (const Span outlet : source.outlets) {
    require(outlet.begin <= outlet.end && outlet.end <= source.raw.size());
  }
}

inline void check(const Result<std::vector<Source>>& sources) {
  if (!sources) {
    require(!sources.error().message.empty());
    return;
  }
  for (const Source& source : *sources) check(source);
}

inline std::string_view bytes(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace guanlan::fuzz
