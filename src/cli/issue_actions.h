// What `guanlan issue ACTION FOLDER` does, one function an action.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/composing.h"

namespace guanlan::cli {

struct IssueWork {
  const Call& call;
  std::filesystem::path folder;
  std::vector<std::string> words;  // after ACTION and FOLDER

  [[nodiscard]] std::string word(std::size_t i) const {
    return i < words.size() ? words[i] : std::string();
  }
};

int issue_show(const IssueWork& work);       // issue_look.cc
int issue_log(const IssueWork& work);        // issue_look.cc
int issue_version(const IssueWork& work);    // issue_look.cc
int issue_move(const IssueWork& work);       // issue_arrange.cc
int issue_drop(const IssueWork& work);       // issue_arrange.cc
int issue_split(const IssueWork& work);      // issue_arrange.cc
int issue_join(const IssueWork& work);       // issue_arrange.cc
int issue_retitle(const IssueWork& work);    // issue_arrange.cc
int issue_state(const IssueWork& work);      // issue_arrange.cc
int issue_check(const IssueWork& work);      // issue_render.cc
int issue_render(const IssueWork& work);     // issue_render.cc
int issue_draft(const IssueWork& work);      // issue_draft.cc
int issue_templates(const IssueWork& work);  // issue_render.cc

}  // namespace guanlan::cli
