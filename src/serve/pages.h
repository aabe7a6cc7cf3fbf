// The web application: files built into the binary, or of a folder. Anything that is no file and
// has no dot in its last part is index.html, which finds the page itself.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <shared_mutex>
#include <string>

#include "guanlan/result.h"
#include "serve/http.h"

namespace guanlan::serve {

class Pages {
 public:
  // Reads them; an empty folder name means the built-in ones.
  Result<void> load(const std::filesystem::path& folder);
  [[nodiscard]] Response get(const Request& request) const;

 private:
  struct Page {
    std::string type, etag, plain, packed;  // packed: gzip, empty where it saves nothing
  };
  using All = std::map<std::string, Page, std::less<>>;

  mutable std::shared_mutex lock_;
  std::shared_ptr<const All> all_;
};

}  // namespace guanlan::serve
