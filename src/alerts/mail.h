// A message as RFC 5322 and 2045 have it: UTF-8 in base64, lines of at most 76 characters.
#pragma once

#include <string>
#include <string_view>

#include "guanlan/delivery.h"

namespace guanlan::alerting {

// `id`: of the message, the same for the same alerts; `time`: ISO 8601, UTC.
[[nodiscard]] std::string mail_message(const Channel& channel, std::string_view subject,
                                       std::string_view text, std::string_view id,
                                       std::string_view time);

}  // namespace guanlan::alerting
