#include "store/search_entry.h"

#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

#include "guanlan/diff.h"
#include "guanlan/laws.h"
#include "store/varint.h"
#include "text/numeral.h"

namespace guanlan {
namespace {

using Json = nlohmann::ordered_json;
using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

std::string text(const Json& object, const char* key) {
  const auto it = object.find(key);
  return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? -1 : value;
}

DayRange months(int y, int first, int count) {
  if (y < 1 || first < 1 || first + count > 13) return {};
  const auto begin = sys_days(year(y) / month(static_cast<unsigned>(first)) / day(1));
  const auto end = sys_days(
      (year(y) / month(static_cast<unsigned>(first)) + std::chrono::months(count)) / day(1));
  return {static_cast<std::int32_t>(begin.time_since_epoch().count()),
          static_cast<std::int32_t>(end.time_since_epoch().count())};
}

// 第四十四条第二款 → 44; 第十七条之一 → 17之一; as it is where it is no article.
std::string article(std::string_view provision) {
  constexpr std::string_view kOrdinal = "第", kArticle = "条", kOf = "之";
  const auto end = provision.find(kArticle);
  if (!provision.starts_with(kOrdinal) || end == std::string_view::npos) {
    return std::string(provision);
  }
  const auto number = numeral_value(provision.substr(kOrdinal.size(), end - kOrdinal.size()));
  if (!number) return std::string(provision);
  std::string out = fmt::format("{:.0f}", *number);
  std::string_view rest = provision.substr(end + kArticle.size());
  if (rest.starts_with(kOf)) out += rest.substr(0, rest.find(kOrdinal));
  return out;
}

std::string_view first_part(std::string_view path) { return path.substr(0, path.find('/')); }

class EntryBuilder {
 public:
  explicit EntryBuilder(const Json& record) : record_(record) {}

  SearchEntry build(std::string_view event_date) {
    out_.title = text(record_, "title");
    out_.body = text(record_, "body");
    out_.row.length = static_cast<std::uint32_t>(out_.title.size() + out_.body.size());
    out_.row.days = days_of(event_date);
    const auto& fields = record_fields();
    for (std::size_t i = 0; i < fields.size() && i < 32; ++i) {
      const auto it = record_.find(std::string(fields[i]));
      const bool filled =
          it != record_.end() && !it->is_null() && *it != "" && !(it->is_array() && it->empty());
      if (filled) out_.row.has |= 1u << i;
    }
    names();
    fines();
    return std::move(out_);
  }

 private:
  void add(NameField field, std::string value) {
    if (value.empty()) return;
    auto pair = std::pair(field, std::move(value));
    if (std::find(out_.names.begin(), out_.names.end(), pair) == out_.names.end()) {
      out_.names.push_back(std::move(pair));
    }
  }

  void all(NameField field, const char* record_field) {
    for (std::string& value : field_values(record_, record_field)) add(field, std::move(value));
  }

  // Calls f for each object of a list.
  template <class F>
  void objects(const char* field, F f) {
    const auto it = record_.find(field);
    if (it == record_.end() || !it->is_array()) return;
    for (const Json& value : *it) {
      if (value.is_object()) f(value);
    }
  }

  void names() {
    add(NameField::kind, text(record_, "kind"));
    all(NameField::authority, "authorities");
    all(NameField::outlet, "sources");
    all(NameField::app, "apps");
    all(NameField::org, "orgs");
    all(NameField::standard, "standards");
    all(NameField::doc_number, "doc_numbers");
    all(NameField::cve, "cve");
    objects("regions", [&](const Json& region) {
      const std::string path = text(region, "path");
      add(NameField::province, std::string(first_part(path)));
      add(NameField::region, path);
    });
    objects("instruments", [&](const Json& i) { add(NameField::law, law_key(text(i, "title"))); });
    objects("citations", [&](const Json& citation) {
      const std::string law = law_key(text(citation, "instrument"));
      const std::string provision = text(citation, "provision");
      add(NameField::law, law);
      if (!law.empty() && !provision.empty()) add(NameField::law, law + "#" + article(provision));
    });
    objects("figures", [&](const Json& figure) {
      const auto counts = figure.find("counts");
      if (counts == figure.end() || !counts->is_object()) return;
      add(NameField::figure, text(*counts, "text"));
      add(NameField::figure, text(*counts, "noun"));
    });
    objects("sanctions", [&](const Json& s) { add(NameField::sanction, text(s, "type")); });
  }

  void fines() {
    objects("sanctions", [&](const Json& sanction) {
      const auto amount = sanction.find("amount");
      if (text(sanction, "type") != "fine" || amount == sanction.end() || !amount->is_number()) {
        return;
      }
      const double fen = std::round(amount->get<double>() * 100);
      if (fen >= 0 && fen < 9e15) out_.row.fines.push_back(static_cast<std::uint64_t>(fen));
    });
  }

  const Json& record_;
  SearchEntry out_;
};

constexpr std::int64_t kLong = 1 << 14;  // above all months
constexpr int kFirstYear = 1800;

// 1 and up: 0 is for undated items.
std::int64_t month_of(std::int32_t day) {
  const std::chrono::year_month_day date{sys_days(std::chrono::days(day))};
  const int months = (static_cast<int>(date.year()) - kFirstYear) * 12 +
                     static_cast<int>(static_cast<unsigned>(date.month()));
  return std::clamp<std::int64_t>(months, 1, kLong - 1);
}

constexpr std::uint64_t zigzag(std::int64_t value) {
  return value < 0 ? static_cast<std::uint64_t>(-2 * value - 1)
                   : static_cast<std::uint64_t>(2 * value);
}
constexpr std::int64_t unzigzag(std::uint64_t value) {
  const auto half = static_cast<std::int64_t>(value / 2);
  return value % 2 != 0 ? -half - 1 : half;
}

// Reads numbers until one is missing; then everything is 0.
class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : bytes_(bytes) {}
  std::uint64_t next() {
    const auto value = ok_ ? take_varint(bytes_) : std::nullopt;
    ok_ = value.has_value();
    return value.value_or(0);
  }
  std::uint32_t next32() { return static_cast<std::uint32_t>(next()); }
  // How many follow; each takes a byte at least.
  std::size_t count() {
    const auto value = next();
    ok_ = ok_ && value <= bytes_.size();
    return ok_ ? static_cast<std::size_t>(value) : 0;
  }
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace

DayRange days_of(std::string_view date) {
  const int y = digits(date.substr(0, 4));
  if (date.size() == 4) return months(y, 1, 12);
  if (date.size() < 7 || date[4] != '-') return {};
  if (date.size() == 7 && (date[5] == 'H' || date[5] == 'Q')) {
    const int part = digits(date.substr(6, 1)), length = date[5] == 'H' ? 6 : 3;
    return part < 1 ? DayRange{} : months(y, (part - 1) * length + 1, length);
  }
  const DayRange whole = months(y, digits(date.substr(5, 2)), 1);
  if (date.size() == 7 || whole.empty()) return whole;
  const int d = digits(date.substr(8, 2));
  if (date.size() != 10 || date[7] != '-' || d < 1 || d > whole.end - whole.begin) return {};
  return {whole.begin + d - 1, whole.begin + d};
}

std::string day_text(std::int32_t at) {
  const std::chrono::year_month_day date{sys_days(std::chrono::days(at))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

SearchEntry search_entry(std::string_view line, std::string_view event_date) {
  Json record = Json::parse(line, nullptr, false);
  if (!record.is_object()) record = Json::object();
  return EntryBuilder(record).build(event_date);
}

std::int64_t text_key(std::int64_t item, DayRange days) {
  std::int64_t at = 0;
  if (!days.empty()) at = (days.end - days.begin > 31 ? kLong : 0) + month_of(days.begin);
  return at << kItemBits | item;
}

std::vector<KeyRange> key_ranges(DayRange days) {
  const auto range = [](std::int64_t base, std::int32_t first, std::int32_t end) {
    return KeyRange{(base + month_of(first)) << kItemBits, (base + month_of(end - 1) + 1)
                                                               << kItemBits};
  };
  return {range(0, days.begin, days.end), range(kLong, days.begin - 365, days.end)};
}

std::string packed(const SearchBlock& block) {
  std::string out;
  for (const auto& [at, row] : block) {
    for (const std::uint64_t value :
         {std::uint64_t{at}, std::uint64_t{row.document}, std::uint64_t{row.length},
          std::uint64_t{row.has}, zigzag(row.days.begin),
          static_cast<std::uint64_t>(row.days.end - row.days.begin),
          std::uint64_t{row.fines.size()}}) {
      append_varint(out, value);
    }
    for (const std::uint64_t fine : row.fines) append_varint(out, fine);
    append_varint(out, row.names.size());
    std::uint32_t last = 0;
    for (const std::uint32_t name : row.names) {
      append_varint(out, name - last);
      last = name;
    }
  }
  return out;
}

void each_row(std::string_view bytes,
              const std::function<void(std::uint8_t, const SearchRow&)>& f) {
  Numbers numbers(bytes);
  SearchRow row;
  while (!numbers.at_end()) {
    const auto at = static_cast<std::uint8_t>(numbers.next());
    row.document = numbers.next32();
    row.length = numbers.next32();
    row.has = numbers.next32();
    row.days.begin = static_cast<std::int32_t>(unzigzag(numbers.next()));
    row.days.end = row.days.begin + static_cast<std::int32_t>(numbers.next());
    row.fines.resize(numbers.count());
    for (std::uint64_t& fine : row.fines) fine = numbers.next();
    row.names.resize(numbers.count());
    std::uint32_t last = 0;
    for (std::uint32_t& name : row.names) name = last += numbers.next32();
    if (!numbers.ok()) return;
    f(at, row);
  }
}

}  // namespace guanlan
