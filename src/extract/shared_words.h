// The words of lexicon/frame/names.tsv, which several dimensions look up around names and deeds.
#pragma once

#include <cstdint>
#include <string_view>

namespace guanlan {

// The classes of the table; its head says what each is.
enum class Shared : std::uint8_t { made_up, message, shop, firm, account, media, count_ };

// The length of the longest word of the class that begins (ends) at the offset; 0: none.
[[nodiscard]] std::uint32_t shared_at(std::string_view text, std::size_t at, Shared cls);
[[nodiscard]] std::uint32_t shared_before(std::string_view text, std::size_t at, Shared cls);
[[nodiscard]] bool holds_shared(std::string_view text, Shared cls);  // anywhere
// Where the first word of the class begins; the text's size: none.
[[nodiscard]] std::size_t find_shared(std::string_view text, Shared cls);

}  // namespace guanlan
