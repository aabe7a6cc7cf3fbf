// compose: records become an issue – a folder of files that people edit, and the publication made
// from it.
//
// The desk is plain structs read from a folder (docs/composing.md): issue.yaml holds masthead and
// outline, items/<id>.md one item each, .guanlan/ what was generated last, its history and every
// version that a file had. Nothing here knows a face: who acts and the clock are handed in.
// No thread state; one desk is worked on by one caller at a time. Errors: invalid (a file of the
// folder, with line and the legal values), not_found, conflict, io.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "guanlan/clock.h"
#include "guanlan/outline.h"
#include "guanlan/record.h"
#include "guanlan/store.h"

namespace guanlan {
struct CheckConfig;
class LawLibrary;
class ObservationStore;
}  // namespace guanlan

namespace guanlan::compose {

// How far an item, or the issue, has come.
enum class State : std::uint8_t { draft, edited, checked, approved };
[[nodiscard]] std::string_view name(State state);

// A report of the event in a stored source.
struct Origin {
  std::string document;  // sha256:… of the file
  std::string file;
  int entry = 1;                          // which document of the file
  int n = 0;                              // running number of the item in it
  Span title;                             // of its headline in the decoded text
  Span body;                              // of its text, outermost bytes
  [[nodiscard]] std::string key() const;  // names the report, whatever is read from it
};

// A value with its place, as the store holds it.
struct Value {
  std::string field;  // "figures", …: a field of the record
  std::string value;  // canonical
  std::string text;   // as printed
  int page = 1;
  Span at;         // in the decoded text of the origin
  int origin = 1;  // which of Item::origins, from 1
  friend bool operator==(const Value&, const Value&) = default;
};

// An editor's word for something that no source gives.
struct Word {
  std::string text, by, note;
  friend bool operator==(const Word&, const Word&) = default;
};

// Somebody said that a text is ready.
struct Mark {
  State state = State::draft;
  std::string by, at;  // at: ISO 8601, UTC
  std::string of;      // content_mark() of what was looked at
  friend bool operator==(const Mark&, const Mark&) = default;
};

struct Item {
  std::string id;
  std::string title, kind, event_date, summary;
  std::string level;                 // of the body that acts: ministry, local, police …
  std::string place;                 // region path, or the country
  std::vector<std::string> sources;  // outlets, as printed after the text
  std::vector<Origin> origins;       // the weightiest report first
  std::vector<Value> facts;
  std::vector<Word> words;
  std::vector<Mark> marks;
  // What Guanlan wrote it from, where it is no report: statistics. Empty: a report.
  std::string made_from;
  // Paragraphs joined by '\n'; `| … |` rows are a table, ![alt](file) is a picture or, where the
  // file is charts/<name>.yaml, a chart (docs/charts.md).
  std::string body;
};

// A sentence of a lead and the item whose it is; empty: the editor's own, said by `by`.
struct LeadSentence {
  std::string item, text, by;
  friend bool operator==(const LeadSentence&, const LeadSentence&) = default;
};

struct Section {
  std::string id, title;
  std::vector<std::string> items;  // ids, in order
};
struct Part {
  std::string id, label, title;  // label: 境内前沿观察; parts that share one are numbered
  std::vector<LeadSentence> lead;
  std::vector<std::string> keywords;
  std::vector<std::string> items;  // those before the first section
  std::vector<Section> sections;
};
struct Dropped {
  std::string item, by, why;
  friend bool operator==(const Dropped&, const Dropped&) = default;
};

struct Outline {
  std::string style, period;
  Masthead masthead;
  std::string masthead_latin, cadence;  // the name in Latin letters; 月刊
  std::vector<Part> parts;
  std::vector<Dropped> dropped;
  std::vector<Mark> marks;
};

struct Desk {
  Outline outline;
  std::map<std::string, Item> items;          // by id; dropped ones too
  std::map<std::string, std::string> charts;  // charts/<name>.yaml → description
};

// Where an item stands: part, section (-1: before the first) and its index there.
struct Seat {
  int part = -1, section = -1;
  std::size_t at = 0;
};
[[nodiscard]] std::optional<Seat> seat_of(const Outline& outline, std::string_view id);
// All seated ids in reading order.
[[nodiscard]] std::vector<std::string> seated(const Outline& outline);
// 8 hexadecimal digits of what an editor can read of an item, or of the whole issue.
[[nodiscard]] std::string content_mark(const Item& item);
[[nodiscard]] std::string content_mark(const Desk& desk);
// 16 hexadecimal digits of the whole file, of all files: what must not have changed under a writer.
[[nodiscard]] std::string revision(const Item& item);
[[nodiscard]] std::string revision(const Desk& desk);
// The last mark, where it is of the present content; else edited where there was one.
[[nodiscard]] State state_of(const Item& item);
[[nodiscard]] State state_of(const Desk& desk);

// The span of days that an issue covers: 2024-11, 2024-Q4, 2024-H1, 2024, 2024-11-01..2024-11-15.
struct Period {
  std::string name, first, last;  // ISO days, both included
  [[nodiscard]] static Result<Period> parse(std::string_view text);
  [[nodiscard]] bool holds(std::string_view date) const;  // of any precision, wholly inside
};

// Templates: a folder of the editor's own goes before the built-in files.
struct Templates {
  std::vector<std::filesystem::path> folders;  // searched in order
  // "monthly/style.yaml"; a style's missing file is looked for under "shared/".
  [[nodiscard]] Result<std::string> file(std::string_view style, std::string_view name) const;
  [[nodiscard]] std::vector<std::string> styles() const;
};

struct GatherOptions {
  ItemFilter filter;          // kinds, file, document …; dates are the period's
  bool keep_outline = false;  // the headings of the source instead of the house's
  // Of the same database and caught up: a style with a statistics section has it written from
  // these. Null: no such section.
  const ObservationStore* observations = nullptr;
};
// What the store makes of the period in that style. not_found: nothing in the period.
[[nodiscard]] Result<Desk> gather(const Store& store, const Templates& templates,
                                  std::string_view style, const Period& period,
                                  const GatherOptions& options = {});

// What running compose again came to. `what` is one of: added, updated, kept (the editor's wording
// stands against a changed source), gone (no longer in the store), twin (a report of an event that
// is there already), moved.
struct Change {
  std::string what, item, title, detail;
};
struct Merged {
  Desk desk;
  Desk generated;  // `fresh` under the folder's ids: the base of the next time
  std::vector<Change> changes;
};
// Three ways: `base` is what was generated last, `mine` what people made of it, `fresh` what the
// store gives now. What a person changed is never touched.
[[nodiscard]] Merged merge(const Desk& base, const Desk& mine, const Desk& fresh);

// Who does something at the desk, and when.
struct Hand {
  std::string by;
  Clock clock = system_clock();
};

// Held from opening to saving by whoever changes a working issue, so that the command line and the
// browser never write over one another. The lock goes with the process that holds it.
class DeskLock {
 public:
  // conflict: somebody else holds it, for longer than one waits; not_found: there is no such
  // folder.
  [[nodiscard]] static Result<DeskLock> take(
      const std::filesystem::path& folder,
      std::chrono::milliseconds patience = std::chrono::seconds(5));
  DeskLock(DeskLock&& other) noexcept;
  DeskLock& operator=(DeskLock&&) = delete;
  ~DeskLock();

 private:
  explicit DeskLock(int fd) : fd_(fd) {}
  int fd_;
};

// The folder. Reading checks every key and value.
[[nodiscard]] Result<Desk> open_desk(const std::filesystem::path& folder);
// What was generated last.
[[nodiscard]] Result<Desk> open_base(const std::filesystem::path& folder);
// Writes what differs from the files there, each by a temporary file and rename; the version
// before goes into the history first.
[[nodiscard]] Result<void> save_desk(const std::filesystem::path& folder, const Desk& desk,
                                     const Hand& hand, std::string_view did);
[[nodiscard]] Result<void> save_base(const std::filesystem::path& folder, const Desk& desk);

// What the store gives now, laid into the folder under its lock: merged with what is there, or as
// it is where nothing is.
[[nodiscard]] Result<std::vector<Change>> lay_in(const std::filesystem::path& folder, Desk fresh,
                                                 const Hand& hand);

struct Past {
  std::string at, by, did, file, before, after;  // before, after: versions of the file
};
[[nodiscard]] Result<std::vector<Past>> history(const std::filesystem::path& folder);
// A version that a file once had.
[[nodiscard]] Result<std::string> version(const std::filesystem::path& folder,
                                          std::string_view name);

// Work at the desk. A place is "part" or "part/section"; `at` counts from 1, 0 is the end.
[[nodiscard]] Result<void> move(Desk& desk, std::string_view id, std::string_view place, int at);
[[nodiscard]] Result<void> drop(Desk& desk, std::string_view id, const Hand& hand,
                                std::string_view why);
[[nodiscard]] Result<void> take_back(Desk& desk, std::string_view id, std::string_view place);
// Paragraphs from `paragraph` (from 2) on become an item of their own; its id is returned.
[[nodiscard]] Result<std::string> split(Desk& desk, std::string_view id, int paragraph,
                                        std::string_view title);
// `other` becomes a further source of `id`.
[[nodiscard]] Result<void> join(Desk& desk, std::string_view id, std::string_view other,
                                const Hand& hand);
[[nodiscard]] Result<void> retitle(Desk& desk, std::string_view id, std::string_view title);
// id empty: the issue itself.
[[nodiscard]] Result<void> mark(Desk& desk, std::string_view id, State state, const Hand& hand);

// Why the issue may not be published yet.
struct Obstacle {
  std::string item;  // empty: the issue
  std::string rule;  // source, figure, chart, lead, state, or a rule of check
  std::string message, text;
};
struct Colophon {
  int rules_run = 0, warnings = 0, notes = 0, items = 0, figures = 0, words = 0;
  std::vector<std::pair<std::string, std::string>> not_run;    // rule, why
  std::vector<std::pair<std::string, std::string>> documents;  // name, digest
  std::string content;                                         // sha256 of outline and items
};
struct Verdict {
  std::vector<Obstacle> obstacles;
  Colophon colophon;
};
struct GateOptions {
  const CheckConfig* config = nullptr;
  const LawLibrary* laws = nullptr;
};
[[nodiscard]] Result<Verdict> gate(const std::filesystem::path& folder, const Desk& desk,
                                   const Templates& templates, const GateOptions& options = {});

enum class Output : std::uint8_t { markdown, html, docx, pdf, wechat };
[[nodiscard]] std::string_view name(Output output);  // "md", "html", …
struct RenderOptions {
  std::vector<Output> outputs;
  bool draft = false;  // with a watermark, past the gate
};
// File name → bytes. Same desk, same templates: same bytes.
using Rendered = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Result<Rendered> render(const std::filesystem::path& folder, const Desk& desk,
                                      const Templates& templates, const Colophon& colophon,
                                      const RenderOptions& options);

// Into a folder, each file whole or not at all, and none before all are written beside it.
[[nodiscard]] Result<void> write_files(const std::filesystem::path& folder, const Rendered& files);
// The built-in templates, a Word file for each style among them, to be changed and put in a folder
// of Templates.
[[nodiscard]] Result<Rendered> built_in_templates();

}  // namespace guanlan::compose
