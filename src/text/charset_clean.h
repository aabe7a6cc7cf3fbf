// What every decoded text goes through: line ends, NULs, and a report of invisible characters.
#pragma once

#include <string>
#include <vector>

namespace guanlan {

// CRLF and CR become LF; NULs are dropped. Zero-width characters, byte order marks in the middle,
// bidirectional controls (U+202A–202E, U+2066–2069) and other control characters stay; each sort
// gives one warning that names the count and the first line.
void clean_decoded(std::string& text, std::vector<std::string>& warnings);

}  // namespace guanlan
