#include <fmt/format.h>

#include <filesystem>
#include <ostream>

#include "cli/database.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/progress.h"
#include "cli/sheet.h"
#include "cli/terminal.h"
#include "guanlan/interchange.h"
#include "guanlan/law_check.h"
#include "guanlan/laws.h"

namespace guanlan::cli {
namespace {

int import_laws(const Call& call, LawLibrary& laws, const std::string& from) {
  Progress progress(call, 0);
  const auto done = laws.import(from, [&](int files, std::string_view path) {
    progress.at(static_cast<std::size_t>(files), path);
  });
  progress.clear();
  if (!done) return refused(call, done.error());
  for (const Error& finding : done->findings) complain(call, finding);
  const char* pattern =
      call.language == Language::zh
          ? "{} 个文件：新增 {} 部、{} 条，已有 {} 部，{} 处问题\n"
          : "{} files: {} texts added with {} provisions, {} known, {} findings\n";
  call.env.err << fmt::format(fmt::runtime(pattern), done->files, done->added, done->provisions,
                              done->known, done->findings.size());
  return done->findings.empty() ? exit_code::kFine : exit_code::kFindings;
}

int list_laws(const Call& call, const LawLibrary& laws, const std::string& words) {
  const auto all = laws.list(words);
  if (!all) return refused(call, all.error());
  Sheet sheet{{{"title", {"名称", "title"}, false, true},
               {"version", {"版本", "version"}},
               {"effective", {"施行", "effective"}},
               {"category", {"类别", "category"}},
               {"provisions", {"条数", "provisions"}, true}},
              {}};
  for (const LawVersion& v : *all) {
    sheet.rows.push_back(
        {v.title, v.version, v.effective, v.category, std::to_string(v.provisions)});
  }
  print(call, sheet, chosen_format(call));
  return exit_code::kFine;
}

void one_provision(std::ostream& out, const Provision& p) {
  out << p.number << "　" << harmless(p.text, true) << "\n";
}

// The version before, the version behind: {} is its day, the day it applies from, the number.
struct Side {
  Text when, as;
};
constexpr Side kBefore = {{"此前（{0}）：", "before ({0}): "}, {"原{}", "formerly {}"}};
constexpr Side kLater = {{"此后（{0}，{1} 起施行）：", "later ({0}, in force from {1}): "},
                         {"现{}", "now {}"}};

// What the provision is in that version: nothing where number and words are the same.
void elsewhere(const Call& call, const LawAnswer& answer, const LawVersion& version,
               const Side& side) {
  const auto say = [&](Text pattern, const auto&... parts) {
    return fmt::format(fmt::runtime(pattern.in(call.language)), parts...);
  };
  const LawCounterpart* there = answer.in(version);
  const bool same = there != nullptr && there->likeness == 1;
  if (same && there->provision.number == answer.provision.number) return;
  auto& out = call.env.out;
  out << "\n" << say(side.when, version.version, applies_from(version));
  if (there == nullptr) {
    out << say({"没有相应的条文", "no such provision"}) << "\n";
    return;
  }
  out << say(side.as, there->provision.number);
  if (same) {
    out << say({"，文字相同", ", in the same words"}) << "\n";
  } else {
    out << "\n";
    one_provision(out, there->provision);
  }
}

int show_law(const Call& call, const LawLibrary& laws, const std::vector<std::string>& words) {
  if (words.size() < 3) {
    return refused(call, Error{Code::invalid, "缺少条文号", words.size() > 1 ? words[1] : "",
                               "例如 laws show 网络安全法 第四十四条"});
  }
  const auto reference = parse_provision(words[2]);
  if (!reference) return refused(call, reference.error());
  const auto answer = laws.look_up(words[1], *reference, call.args.value("--on"));
  if (!answer) return refused(call, answer.error());
  const bool zh = call.language == Language::zh;
  auto& out = call.env.out;
  out << "《" << harmless(answer->law.title) << "》 " << answer->law.version << (zh ? "，" : ", ")
      << translated(call.language, answer->note) << "\n";
  if (!answer->provision.heading.empty()) out << harmless(answer->provision.heading) << "\n";
  out << "\n";
  one_provision(out, answer->provision);
  if (answer->previous) elsewhere(call, *answer, *answer->previous, kBefore);
  if (answer->next) elsewhere(call, *answer, *answer->next, kLater);
  out << (zh ? "\n前后：" : "\nneighbours: ") << (answer->before ? answer->before->number : "-")
      << " / " << (answer->after ? answer->after->number : "-") << "\n";
  return exit_code::kFine;
}

// The version in force on a day, as Akoma Ntoso; the latest one where no day is given.
int export_law(const Call& call, const LawLibrary& laws, const std::vector<std::string>& words) {
  if (words.size() < 2) {
    return refused(call,
                   Error{Code::invalid, "缺少法规名称", {}, "laws export 网络安全法 > law.xml"});
  }
  const auto versions = laws.versions(words[1]);
  if (!versions) return refused(call, versions.error());
  const auto chosen = in_force(*versions, call.args.value("--on"));
  if (!chosen) return refused(call, chosen.error());
  const LawVersion& version = (*versions)[*chosen];
  const auto provisions = laws.provisions(version.id);
  if (!provisions) return refused(call, provisions.error());
  call.env.out << akoma_ntoso(version, *provisions);
  return exit_code::kFine;
}

int search_laws(const Call& call, const LawLibrary& laws, const std::vector<std::string>& words) {
  std::string query;
  for (std::size_t i = 1; i < words.size(); ++i) query += words[i] + " ";
  const auto hits = laws.search(query, 50);
  if (!hits) return refused(call, hits.error());
  Sheet sheet{{{"title", {"名称", "title"}, false, true},
               {"version", {"版本", "version"}},
               {"provision", {"条", "provision"}},
               {"text", {"文字", "text"}, false, true}},
              {}};
  for (const LawHit& hit : *hits) {
    sheet.rows.push_back(
        {hit.law.title, hit.law.version, hit.provision.number, hit.provision.text});
  }
  print(call, sheet, chosen_format(call));
  return exit_code::kFine;
}

// 原第二十七条(2018-10-26): the counterparts of one side, the nearest version first.
std::string numbers_of(const LawAnswer& answer, bool older) {
  std::string out;
  for (const LawCounterpart& c : answer.counterparts) {
    if ((c.law.version < answer.law.version) != older) continue;
    const std::string one = c.provision.number + "(" + c.law.version + ")";
    out = out.empty() ? one : older ? one + "、" + out : out + "、" + one;
  }
  return out;
}

// What a citation names, or a reference points to; nothing where it may point to several.
CitedProvision cited_by(const Mentions& item, const CitationCheck& c) {
  if (c.citation >= 0) {
    const CitationMention& citation = item.citations[static_cast<std::size_t>(c.citation)];
    return {citation.instrument, citation.wording, citation.provision};
  }
  const auto& candidates = item.references[static_cast<std::size_t>(c.reference)].candidates;
  return candidates.size() == 1 ? candidates.front() : CitedProvision{};
}

std::string printed_words(const Document& document, std::size_t item, const CitationCheck& c) {
  const Mentions& m = document.mentions[item];
  return wording(document, c.citation >= 0
                               ? m.citations[static_cast<std::size_t>(c.citation)].span
                               : m.references[static_cast<std::size_t>(c.reference)].span);
}

Result<void> add_citations(const Call& call, const LawLibrary& laws, const Input& input,
                           Sheet& sheet) {
  auto sources = sources_of(call, input);
  if (!sources) return tl::unexpected(std::move(sources.error()));
  for (Source& source : *sources) {
    const Document document = process(std::move(source), Lexicon::builtin());
    const auto checks = check_citations(document, laws);
    if (!checks) return tl::unexpected(checks.error());
    for (const CitationCheck& c : *checks) {
      const auto item = static_cast<std::size_t>(c.item);
      const CitedProvision cited = cited_by(document.mentions[item], c);
      std::vector<std::string> row{input.shown,
                                   std::to_string(document.issue.items[item].n),
                                   printed_words(document, item, c),
                                   cited.instrument,
                                   cited.provision,
                                   c.day,
                                   std::string(name(c.state))};
      const auto& answer = c.answer;
      row.push_back(answer ? answer->law.version : "");
      row.push_back(answer ? numbers_of(*answer, true) : "");
      row.push_back(answer ? numbers_of(*answer, false) : "");
      row.push_back(answer ? answer->provision.text : "");
      row.push_back(c.candidates.empty() ? translated(call.language, c.note) : c.candidates);
      sheet.rows.push_back(std::move(row));
    }
  }
  return {};
}

// What the citations of files mean: the provision in force on the day, or why there is none.
int resolve_citations(const Call& call, const LawLibrary& laws,
                      const std::vector<std::string>& words) {
  if (words.size() < 2)
    return refused(call, Error{Code::invalid, "缺少文件", {}, "例如 laws cited notice.txt"});
  const Inputs inputs = expand(call, {words.begin() + 1, words.end()});
  for (const Error& failure : inputs.failures) complain(call, failure);
  Sheet sheet{{{"file", {"文件", "file"}},
               {"n", {"条目", "item"}, true},
               {"words", {"原文", "words"}, false, true},
               {"instrument", {"法规", "instrument"}, false, true},
               {"provision", {"条文", "provision"}},
               {"day", {"日期", "day"}},
               {"state", {"结果", "state"}},
               {"version", {"版本", "version"}},
               {"formerly", {"原", "formerly"}},
               {"later", {"后", "later"}},
               {"text", {"文字", "text"}, false, true},
               {"note", {"说明", "note"}, false, true}},
              {}};
  std::size_t failed = inputs.failures.size();
  for (const Input& input : inputs.files) {
    if (auto ok = add_citations(call, laws, input, sheet); !ok) {
      complain(call, ok.error(), input);
      ++failed;
    }
  }
  print(call, sheet, chosen_format(call));
  return verdict(call, failed, inputs.files.size() + inputs.failures.size());
}

int laws(const Call& call) {
  const auto& words = call.args.positionals();
  const auto path = database_path(call);
  if (!path) return no_database(call, path.error());
  const std::string& action = words[0];
  if (action == "import") {
    if (words.size() < 2) {
      return refused(call, Error{Code::invalid, "缺少文件夹或归档", {}, "laws import laws.tar.gz"});
    }
    std::error_code ignored;
    std::filesystem::create_directories(path->parent_path(), ignored);
  }
  auto library = LawLibrary::open(*path);
  if (!library) return no_database(call, library.error());
  if (action == "import") return import_laws(call, *library, words[1]);
  if (action == "list") return list_laws(call, *library, words.size() > 1 ? words[1] : "");
  if (action == "show") return show_law(call, *library, words);
  if (action == "search") return search_laws(call, *library, words);
  if (action == "export") return export_law(call, *library, words);
  if (action == "cited") return resolve_citations(call, *library, words);
  return refused(call, Error{Code::invalid,
                             "没有这个动作：" + action,
                             {},
                             "import、list、show、cited、search、export"});
}

}  // namespace

CommandSpec laws_command() {
  return {
      "laws",
      {"法规库：导入、列出、查条文、解引文、检索、导出",
       "the library of laws: import, list, show, cited, search, export"},
      {"import 读入一个文件夹或归档里的 Markdown 法规（# 标题，第N条）；同一文本只存一次，\n"
       "重复条文、缺号与不存在的日期逐一列出，其余照常导入。\n"
       "export 把一个版本写成 Akoma Ntoso 3.0（XML）。\n"
       "show 给出某条在某日（--on）有效的文本与前后条，它此前与此后的文本：原第几条、现第几条。\n"
       "cited 列出文件里的每处引用：它在当日是哪个版本的哪一条、条文怎么写、改过什么号；解不出的写明缘由与候选。\n"
       "没有导入法规时，其余功能照常。",
       "import reads a folder or an archive of laws in Markdown (# title, 第N条); the same text "
       "is\n"
       "kept once; duplicate articles, gaps and impossible dates are listed, the rest is "
       "imported.\n"
       "export writes a version as Akoma Ntoso 3.0 (XML).\n"
       "show prints an article as in force on a day (--on), its neighbours, and what it was before\n"
       "and is later, under whatever number.\n"
       "cited lists what files cite: the provision in force on the day, its words, its other numbers;\n"
       "what cannot be resolved says why, with its candidates.\n"
       "Without imported laws everything else still works."},
      {{"ACTION",
        {"import、list、show、cited、search 或 export",
         "import, list, show, cited, search or export"},
        1,
        1,
        {"import", "list", "show", "cited", "search", "export"},
        Complete::choice},
       {"WORD",
        {"文件夹、归档、名称、条文号或词", "a folder, an archive, a title, an article, words"},
        0}},
      {{"--on",
        "DATE",
        {"那一天有效的版本（2024-04-09）", "the version in force on that day (2024-04-09)"}},
       format_option({"输出格式；终端上默认 table，否则 jsonl",
                      "output format; table on a terminal, jsonl elsewhere"})},
      {{"laws import laws.tar.gz", {"导入", "import"}},
       {"laws show 网络安全法 第四十四条 --on 2024-04-09",
        {"那天有效的条文", "the article of that day"}},
       {"laws cited notice.txt", {"通报所引的条文", "the provisions that a notice cites"}},
       {"laws list 数据", {"名称含“数据”的法规及其版本", "laws about 数据 and their versions"}},
       {"laws export 网络安全法 --on 2024-04-09 > law.xml",
        {"那天有效的文本，Akoma Ntoso 3.0", "the text of that day as Akoma Ntoso 3.0"}},
       {"laws search 个人信息 罚款", {"两个词都有的条文", "articles with both words"}}},
      laws};
}

}  // namespace guanlan::cli
