// A file in the temporary folder that is gone at the end.
#pragma once

#include <filesystem>
#include <string>

#include "serve/secret.h"

namespace guanlan::serve {

class PassingFile {
 public:
  explicit PassingFile(const std::string& extension)
      : path_(std::filesystem::temp_directory_path() /
              ("guanlan-" + random_token(12) + extension)) {}
  ~PassingFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  PassingFile(const PassingFile&) = delete;
  PassingFile& operator=(const PassingFile&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace guanlan::serve
