#include "read/image.h"

namespace guanlan {

Result<std::vector<Source>> read_image(std::string_view, std::string_view name,
                                       const ReadOptions&) {
  return fail(Code::unsupported, "图像暂不支持", std::string(name));
}

}  // namespace guanlan
