// Looking at an issue: its items, its history.
#include <fmt/format.h>

#include <ostream>

#include "cli/inputs.h"
#include "cli/issue_actions.h"
#include "cli/sheet.h"

namespace guanlan::cli {

using namespace compose;

int issue_show(const IssueWork& work) {
  const auto desk = open_desk(work.folder);
  if (!desk) return refused(work.call, desk.error());
  Sheet sheet{{{"place", {"栏目", "place"}},
               {"n", {"序", "n"}, true},
               {"item", {"编号", "item"}},
               {"title", {"标题", "title"}, false, true},
               {"state", {"状态", "state"}},
               {"sources", {"来源", "sources"}, false, true}},
              {}};
  const auto add = [&](const std::string& place, const std::vector<std::string>& ids) {
    int n = 0;
    for (const std::string& id : ids) {
      const compose::Item& item = desk->items.at(id);
      std::string sources;
      for (const std::string& s : item.sources) sources += (sources.empty() ? "" : "、") + s;
      sheet.rows.push_back(
          {place, std::to_string(++n), id, item.title, std::string(name(state_of(item))), sources});
    }
  };
  for (const compose::Part& part : desk->outline.parts) {
    add(part.id, part.items);
    for (const Section& s : part.sections) add(part.id + "/" + s.id, s.items);
  }
  print(work.call, sheet, chosen_format(work.call));
  work.call.env.err << fmt::format("{}: {}\n", work.folder.string(), name(state_of(*desk)));
  return exit_code::kFine;
}

int issue_log(const IssueWork& work) {
  const auto past = history(work.folder);
  if (!past) return refused(work.call, past.error());
  Sheet sheet{{{"at", {"时间", "at"}},
               {"by", {"谁", "by"}},
               {"did", {"做了", "did"}},
               {"file", {"文件", "file"}, false, true},
               {"before", {"之前", "before"}},
               {"after", {"之后", "after"}}},
              {}};
  for (const Past& p : *past) sheet.rows.push_back({p.at, p.by, p.did, p.file, p.before, p.after});
  print(work.call, sheet, chosen_format(work.call));
  return exit_code::kFine;
}

int issue_version(const IssueWork& work) {
  const auto text = version(work.folder, work.word(0));
  if (!text) return refused(work.call, text.error());
  work.call.env.out << *text;
  return exit_code::kFine;
}

}  // namespace guanlan::cli
