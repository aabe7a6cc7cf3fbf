// interchange: stored records and laws in the forms that other programs read.
//
//   JSON-LD            schema.org/Report with its Legislation, GovernmentOrganization, places
//   Web Annotation     one annotation a fact (W3C Recommendation of 2017-02-23), by position and
//   quotation XLSX               a row a record, the columns of CSV Akoma Ntoso 3.0    a law text
//   (OASIS LegalDocML)
//
// Free functions without state; text of documents is carried as text, never as markup.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guanlan/laws.h"
#include "guanlan/store.h"

namespace guanlan {

// One line of JSON-LD for a record line, without the line end. invalid: it is no record.
[[nodiscard]] Result<std::string> jsonld_line(std::string_view record_line);

// Writes facts of one source as annotations. `raw` outlives it. Positions are counted in
// characters, as TextPositionSelector wants them, in one pass over the text.
class Annotator {
 public:
  Annotator(std::string_view raw, std::string digest, int entry);

  // Lines of JSON, one a fact, without line ends; facts outside of the text are left out.
  [[nodiscard]] std::vector<std::string> lines(std::int64_t item,
                                               const std::vector<Fact>& facts) const;

 private:
  [[nodiscard]] std::size_t characters_before(std::uint32_t byte) const;

  std::string_view raw_;
  std::string source_;
  std::vector<std::size_t> counted_;  // characters before each block of bytes
};

// The same of stored items, one after the other. Items of one source should follow each other, so
// that its text is read and counted through once. `store` outlives it; one thread at a time.
class ItemAnnotator {
 public:
  explicit ItemAnnotator(const Store& store) : store_(store) {}
  [[nodiscard]] Result<std::vector<std::string>> lines(const StoredItem& item);

 private:
  const Store& store_;
  std::int64_t document_ = 0;
  int entry_ = 0;
  std::string raw_;
  std::optional<Annotator> annotator_;
};

// A workbook that grows by rows and is whole only after finish(); a new sheet where one is full.
class RecordWorkbook {
 public:
  // io: the file cannot be made.
  [[nodiscard]] static Result<RecordWorkbook> create(const std::filesystem::path& file);
  RecordWorkbook(RecordWorkbook&&) noexcept;
  ~RecordWorkbook();

  void add(std::string_view record_line);
  [[nodiscard]] Result<void> finish();

 private:
  struct Inside;
  explicit RecordWorkbook(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

// The columns of a record where it is a row: document, file, n and the fields of docs/record.md.
[[nodiscard]] const std::vector<std::string_view>& row_fields();
// Its cells, several values of a field joined by "; ".
[[nodiscard]] std::vector<std::string> row_of_record(std::string_view record_line);

// One version of a law as Akoma Ntoso: chapters, articles, paragraphs, with the events of its life.
[[nodiscard]] std::string akoma_ntoso(const LawVersion& law,
                                      const std::vector<Provision>& provisions);

}  // namespace guanlan
