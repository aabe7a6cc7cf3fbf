// Result<T>: a value or an Error. Bad input is an answer, not an exception.
#pragma once

#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace guanlan {

// The closed list of error codes. Each has a paragraph in docs/errors.md.
enum class Code {
  not_found,    // no such file, record, law …
  invalid,      // the caller asked for something that has no meaning
  unsupported,  // understood, but not something that Guanlan reads
  damaged,      // the input breaks its own format
  conflict,     // the request contradicts what is stored
  io,           // the machine failed: disk, process, permission
};

[[nodiscard]] std::string_view name(Code code);  // "not_found", …

struct Error {
  Code code = Code::invalid;
  std::string message;  // what is wrong, one sentence, in the user's language
  std::string place;    // file, line, byte or cell; may be empty
  std::string hint;     // what to do about it; may be empty
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Code code, std::string message,
                                                std::string place = {}, std::string hint = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(place), std::move(hint)});
}

}  // namespace guanlan
