#include "store/deflate.h"

#include <zlib.h>

namespace guanlan {

std::string deflated(std::string_view bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(size, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &size,
            reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), 6);
  out.resize(size);
  return out;
}

Result<std::string> inflated(std::string_view stream, std::size_t size) {
  std::string out(size, '\0');
  uLongf given = size;
  const int code = uncompress(reinterpret_cast<Bytef*>(out.data()), &given,
                              reinterpret_cast<const Bytef*>(stream.data()), stream.size());
  if (code != Z_OK || given != size) {
    return fail(Code::damaged, "库中的文件字节已损坏", {}, "从备份恢复数据库，或重新存入该文件");
  }
  return out;
}

}  // namespace guanlan
