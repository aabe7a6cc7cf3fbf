// The working issues of a house over HTTP: what handlers of /api/v1/issues share.
//
// An issue is a folder under Options::issues (default: issues/ beside the database). One request at
// a time works on the folders; who writes names the version that was read (If-Match).
#pragma once

#include <functional>
#include <string>

#include "guanlan/compose.h"
#include "serve/answers.h"

namespace guanlan::serve {

// The folder that a request names. invalid: a name that no issue has; not_found.
[[nodiscard]] Result<std::filesystem::path> issue_folder(const Exchange& exchange);
[[nodiscard]] std::filesystem::path issues_root(const Service& service);
[[nodiscard]] compose::Templates templates_of(const Service& service);
[[nodiscard]] compose::Hand hand_of(const Exchange& exchange);

// The desk in a folder, while nobody else writes there.
[[nodiscard]] Result<compose::Desk> opened(Service& service, const std::filesystem::path& folder);
// Changes the issue that a request names and saves it: under its lock, on the version that If-Match
// names. Answers the issue as it is then.
[[nodiscard]] Result<Response> work_on_issue(
    const Exchange& exchange, std::string_view did,
    const std::function<Result<void>(compose::Desk&, const compose::Hand&)>& work);
// An issue with its ETag.
[[nodiscard]] Response issue_answer(const Exchange& exchange, const compose::Desk& desk);

// "…" with quotes, as ETag and If-Match have it.
[[nodiscard]] std::string tag_of(const compose::Desk& desk);
[[nodiscard]] std::string tag_of(const compose::Item& item);

// Nothing where If-Match names `tag`; else the refusal: 428 without it, 412 with another one.
[[nodiscard]] std::optional<Response> collision(const Exchange& exchange, const std::string& tag);

[[nodiscard]] Json issue_row(const std::string& name, const compose::Desk& desk);
[[nodiscard]] Json issue_json(const std::string& name, const compose::Desk& desk);
[[nodiscard]] Json desk_item_json(const compose::Item& item);
[[nodiscard]] Json verdict_json(const compose::Verdict& verdict);
// The text of a body's field; empty: absent or no text.
[[nodiscard]] std::string text_in(const Json& body, const char* key);

}  // namespace guanlan::serve
