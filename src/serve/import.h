// Reads uploaded files into the store, one after the other, in the importer's thread.
#pragma once

#include <string>
#include <vector>

#include "serve/jobs.h"
#include "serve/service.h"

namespace guanlan::serve {

// Opens a job and gives its id. conflict: too many imports wait.
[[nodiscard]] Result<std::string> import_files(Service& service, const std::string& user,
                                               std::vector<Upload> uploads);

}  // namespace guanlan::serve
