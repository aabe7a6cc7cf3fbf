#include "guanlan/result.h"

namespace guanlan {

std::string_view name(Code code) {
  switch (code) {
    case Code::not_found:
      return "not_found";
    case Code::invalid:
      return "invalid";
    case Code::unsupported:
      return "unsupported";
    case Code::damaged:
      return "damaged";
    case Code::conflict:
      return "conflict";
    case Code::io:
      return "io";
  }
  return "invalid";
}

}  // namespace guanlan
