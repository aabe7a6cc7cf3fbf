#include "guanlan/lexicon.h"

#include <algorithm>
#include <array>

#include "lexicon/embedded.h"
#include "lexicon/rows.h"
#include "lexicon/trie.h"

namespace guanlan {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(WordClass::count_)> kFiles = {
    "regions",
    "countries",
    "authorities",
    "authority_heads",
    "foreign_authorities",
    "generic_bodies",
    "laws",
    "units",
    "outlets",
    "sanctions",
    "statuses",
    "org_suffixes",
    "orgs",
    "kind_cues",
    "time_words",
    "stoppers",
    "title_heads",
    "apps",
    "acts"};

// Letters join letters and digits join digits: FTC is no word in FTCA, nor 5G in 15G or 5GB.
bool joined(char left, char right) {
  const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return (letter(left) && letter(right)) || (digit(left) && digit(right));
}

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (!is_ascii(text[begin]) && !is_ascii(text[end - 1])) return true;
  return (begin == 0 || !joined(text[begin - 1], text[begin])) &&
         (end == text.size() || !joined(text[end - 1], text[end]));
}

}  // namespace

int WordTable::column(std::string_view name) const {
  const auto it = std::find(columns_.begin(), columns_.end(), name);
  return it == columns_.end() ? -1 : static_cast<int>(it - columns_.begin());
}

struct Lexicon::Impl {
  struct Entry {
    WordClass cls;
    std::uint32_t row : 31;
    std::uint32_t last : 1;  // of its word
  };
  std::array<WordTable, static_cast<std::size_t>(WordClass::count_)> tables;
  std::vector<std::unique_ptr<std::string>> owned;  // texts loaded at run time
  Trie trie;
  std::vector<Entry> entries;  // a word's value in the trie: the first of its entries
  Gazetteer gazetteer;

  struct Form {
    std::string_view text;
    Entry entry;
  };

  Result<void> load(WordClass cls, std::string_view file, std::string_view text) {
    WordTable& table = tables[static_cast<std::size_t>(cls)];
    int number = 0;
    bool header = true;
    std::vector<std::string_view> cells;
    for (Pieces lines(text, '\n'); lines.next();) {
      const std::string_view line = lines.piece();
      ++number;
      if (line.empty() || line.front() == '#') continue;
      cells.clear();
      for (Pieces parts(line, '\t'); parts.next();) cells.push_back(parts.piece());
      if (header) {
        header = false;
        if (table.columns_.empty()) table.columns_ = cells;
        continue;
      }
      if (cells.size() > table.columns_.size() || cells.front().empty()) {
        return fail(Code::invalid, "词表的一行列数不对",
                    std::string(file) + ":" + std::to_string(number), "列以制表符分隔，列名在首行");
      }
      cells.resize(table.columns_.size());
      table.cells_.insert(table.cells_.end(), cells.begin(), cells.end());
    }
    return {};
  }

  void collect(WordClass cls, std::vector<Form>& forms) const {
    const WordTable& table = tables[static_cast<std::size_t>(cls)];
    const int more = table.column("forms");
    const int only = table.column("only");
    for (std::uint32_t row = 0; row < table.size(); ++row) {
      const auto add = [&](std::string_view form) {
        if (!form.empty()) forms.push_back({form, {cls, row, 0}});
      };
      if (table.at(row, only) != "forms") add(table.name(row));
      for (Pieces more_forms(table.at(row, more), '|'); more_forms.next();) add(more_forms.piece());
    }
  }

  void build() {
    std::vector<Form> forms;
    for (std::size_t cls = 0; cls < tables.size(); ++cls)
      collect(static_cast<WordClass>(cls), forms);
    std::stable_sort(forms.begin(), forms.end(),
                     [](const Form& a, const Form& b) { return a.text < b.text; });
    std::vector<std::pair<std::string_view, std::uint32_t>> words;
    words.reserve(forms.size());
    for (const Form& form : forms) {
      const bool is_new = words.empty() || words.back().first != form.text;
      if (!is_new && entries.back().cls == form.entry.cls && entries.back().row == form.entry.row)
        continue;
      if (is_new) {
        if (!entries.empty()) entries.back().last = 1;
        words.emplace_back(form.text, static_cast<std::uint32_t>(entries.size()));
      }
      entries.push_back(form.entry);
    }
    if (!entries.empty()) entries.back().last = 1;
    trie = Trie(words);
    gazetteer = Gazetteer(tables[static_cast<std::size_t>(WordClass::region)],
                          tables[static_cast<std::size_t>(WordClass::country)]);
  }

  Result<void> load_builtin() {
    for (const EmbeddedFile& file : embedded_files()) {
      for (std::size_t cls = 0; cls < kFiles.size(); ++cls) {
        if (file.path() != "lexicon/" + std::string(kFiles[cls]) + ".tsv") continue;
        if (auto ok = load(static_cast<WordClass>(cls), file.path(), file.text()); !ok) return ok;
      }
    }
    return {};
  }
};

Lexicon::Lexicon() : impl_(std::make_unique<Impl>()) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

const Lexicon& Lexicon::builtin() {
  static const Lexicon lexicon = [] {
    Lexicon out;
    (void)out.impl_->load_builtin();  // checked by lexicon_test
    out.impl_->build();
    return out;
  }();
  return lexicon;
}

Result<Lexicon> Lexicon::with(const std::vector<std::pair<std::string, std::string>>& tables) {
  Lexicon out;
  if (auto ok = out.impl_->load_builtin(); !ok) return tl::unexpected(ok.error());
  for (const auto& [name, text] : tables) {
    const auto it = std::find(kFiles.begin(), kFiles.end(), name);
    if (it == kFiles.end()) return fail(Code::invalid, "没有这类词表", name);
    out.impl_->owned.push_back(std::make_unique<std::string>(text));
    if (auto ok = out.impl_->load(static_cast<WordClass>(it - kFiles.begin()), name,
                                  *out.impl_->owned.back());
        !ok) {
      return tl::unexpected(ok.error());
    }
  }
  out.impl_->build();
  return out;
}

const WordTable& Lexicon::table(WordClass cls) const {
  return impl_->tables[static_cast<std::size_t>(cls)];
}

const Gazetteer& Lexicon::gazetteer() const { return impl_->gazetteer; }

// The longest word of a place first, its entries in the order of the tables.
void Lexicon::scan(std::string_view text, Span part, std::vector<Hit>& out) const {
  const Impl& impl = *impl_;
  std::size_t place = part.begin;
  std::ptrdiff_t first = std::ssize(out);  // hit of that place
  const auto turn = [&out](std::ptrdiff_t from) { std::reverse(out.begin() + from, out.end()); };
  const std::string_view window = text.substr(0, part.end);
  impl.trie.scan(
      window, part.begin, part.end, [&](std::size_t at, std::size_t length, std::uint32_t entry) {
        if (!stands_alone(text, at, at + length)) return;
        if (at != place) {
          turn(first);
          place = at;
          first = std::ssize(out);
        }
        const std::ptrdiff_t own = std::ssize(out);
        const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)};
        for (const auto* e = &impl.entries[entry];; ++e) {
          out.push_back({span, e->cls, e->row});
          if (e->last) break;
        }
        turn(own);
      });
  turn(first);
}

}  // namespace guanlan
