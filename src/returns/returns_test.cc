#include "guanlan/returns.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <xlsxwriter.h>

#include <chrono>
#include <fstream>
#include <iterator>

#include "returns/formula.h"
#include "returns/workbook.h"
#include "testing/scratch.h"
#include "testing/zip_builder.h"

namespace guanlan {
namespace {

// Invented codes with a right check character.
std::string code_of(int number) {
  std::string stem = fmt::format("91410100MA{:07}", number);
  for (const char last : std::string_view("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
    if (check_credit_code(stem + last) == CreditCode::valid) return stem + last;
  }
  return {};
}

const std::string kForm = R"(
form: credit
title: 示例授信月报
key: 客户代码
group_by: 业务种类
sums: [授信总额, 期末余额]
columns:
- {name: 客户代码, type: credit_code, required: true, unique: true}
- {name: 客户名称, required: true}
- {name: 业务种类, type: choice, codes: {'01': 贷款, '02': 票据}, required: true}
- {name: 授信总额, type: number, unit: 万元, min: 0}
- {name: 期末余额, type: number, unit: 万元}
- {name: 利率, type: percent, min: 0, max: 36}
- {name: 起始日, type: date}
- {name: 笔数, type: integer}
rules:
- {id: used, check: '[期末余额] <= [授信总额]', message: 期末余额大于授信总额}
- {id: carry, check: '[授信总额] >= previous.[授信总额]', message: 授信总额比上期减少}
members:
- {code: )" + code_of(1) + R"(, name: 示例甲行}
- {code: )" + code_of(2) + R"(, name: 示例乙行}
)";

ReturnForm form() { return parse_return_form(kForm, "表样.yaml").value(); }

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A workbook as a sender fills it: cells as XML, so that odd ones can be made.
class Filled {
 public:
  explicit Filled(std::string code, std::string sender = "示例甲行") {
    text(2, {"填报单位", std::move(sender)});
    text(3, {"统一社会信用代码", std::move(code)});
    text(4, {"报告期", "2024-08"});
    text(6, {"客户代码", "客户名称", "业务种类", "授信总额（万元）", "期末余额（万元）", "利率",
             "起始日", "笔数"});
  }
  Filled& text(int row, const std::vector<std::string>& cells) {
    std::string xml;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const std::string name = returning::cell_name(static_cast<std::uint32_t>(row), c + 1);
      const std::string& cell = cells[c];
      xml += cell.starts_with("<")
                 ? "<c r=\"" + name + "\"" + cell.substr(1)
                 : "<c r=\"" + name + "\" t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    }
    rows_ += fmt::format("<row r=\"{}\">{}</row>", row, xml);
    return *this;
  }
  Filled& merge(const std::string& range) {
    merged_ = "<mergeCells><mergeCell ref=\"" + range + "\"/></mergeCells>";
    return *this;
  }
  [[nodiscard]] std::string bytes() const {
    return testing::ZipBuilder()
        .add("xl/workbook.xml",
             "<workbook><sheets><sheet name=\"填报\" r:id=\"rId1\"/></sheets></workbook>")
        .add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
        .add("xl/worksheets/sheet1.xml",
             "<worksheet><sheetData>" + rows_ + "</sheetData>" + merged_ + "</worksheet>")
        .str();
  }

 private:
  std::string rows_, merged_;
};

std::string number(double v) { return fmt::format("<><v>{:.15g}</v></c>", v); }

std::vector<std::string> good(int customer) {
  return {code_of(customer), "示例客户", "01",          number(100),
          number(60),        "4.35%",    number(45000), number(3)};
}

std::vector<std::string> findings(const Returns& found) {
  std::vector<std::string> out;
  for (const FilledReturn& one : found.returns) {
    for (const CellFinding& f : one.findings) out.push_back(f.cell + " " + f.rule);
  }
  for (const CellFinding& f : found.duplicates) out.push_back(f.file + " " + f.cell + " " + f.rule);
  return out;
}

Returns collect(const std::vector<ReturnFile>& files,
                const std::vector<ReturnFile>& previous = {}) {
  const ReturnForm f = form();
  ReturnCollector collector(f);
  for (const ReturnFile& file : previous) EXPECT_TRUE(collector.add_previous(file));
  for (const ReturnFile& file : files) collector.add(file);
  return collector.finish();
}

using Lines = std::vector<std::string>;

TEST(Returns, CreditCodes) {
  EXPECT_EQ(check_credit_code("91350100M000100Y43"), CreditCode::valid);  // the standard's example
  EXPECT_EQ(check_credit_code("91350100M000100Y44"), CreditCode::wrong_check);
  EXPECT_EQ(check_credit_code("91350100M000100I43"), CreditCode::wrong_form);
  EXPECT_EQ(check_credit_code("9135"), CreditCode::wrong_form);
}

TEST(Returns, AcceptsWhatIsRightAndSumsIt) {
  Filled filled(code_of(1));
  filled.text(7, good(11)).text(8, good(12));
  const Returns found = collect({{"甲.xlsx", filled.bytes()}});
  EXPECT_EQ(findings(found), Lines{});
  ASSERT_EQ(found.returns.size(), 1u);
  EXPECT_EQ(found.returns[0].sender, "示例甲行");
  EXPECT_EQ(found.returns[0].rows, 2u);
  EXPECT_EQ(found.totals.at("01").at("授信总额"), 200);
  ASSERT_EQ(found.missing.size(), 1u);
  EXPECT_EQ(found.missing[0].name, "示例乙行");
}

TEST(Returns, NamesEachCellThatIsWrong) {
  Filled filled(code_of(1));
  filled.text(7, {"91410100MA00000000", "", "03", "12,5", "1.234,5", "abc", "昨天", "1.5"})
      .text(8, {code_of(13), "甲", "02 票据", "1,234.5", "1 234,5", number(0.0435), "2024年8月1日",
                number(2)})
      .text(9, {code_of(14), "乙", "贷款", "约3", "暂无", "50%", "<><f>A1</f></c>",
                "< t=\"e\"><v>#N/A</v></c>"})
      .text(10, {code_of(14), "丙", "01", number(10), number(12), "…", "－", number(-4)})
      .text(11, {"", "", "", number(-1)})
      .merge("A12:B13");
  const Lines got = findings(collect({{"甲.xlsx", filled.bytes()}}));
  EXPECT_EQ(got, (Lines{"A7 credit_code", "B7 required",  "C7 choice",  "D7 ambiguous",
                        "E7 ambiguous",   "F7 type",      "G7 date",    "H7 type",
                        "D9 type",        "F9 range",     "G9 formula", "H9 formula",
                        "A10 unique",     "G10 date",     "E10 used",   "A11 required",
                        "B11 required",   "C11 required", "D11 range",  "A12:B13 merged"}));
}

TEST(Returns, RulesBetweenPeriodsAndSenders) {
  Filled last(code_of(1)), now(code_of(1)), other(code_of(2), "示例乙行"),
      unknown("91350100M000100Y43");
  last.text(7, {code_of(11), "客户", "01", number(150), number(60)});
  now.text(7, good(11));
  other.text(7, good(11));
  const Returns found = collect({{"甲.xlsx", now.bytes()},
                                 {"甲2.xlsx", now.bytes()},
                                 {"乙.xlsx", other.bytes()},
                                 {"丙.xlsx", unknown.bytes()}},
                                {{"上期.xlsx", last.bytes()}});
  EXPECT_EQ(findings(found), (Lines{"D7 carry", "B3 duplicate", "D7 carry", "D7 carry", "B3 member",
                                    "甲2.xlsx A7 unique", "乙.xlsx A7 unique"}));
}

TEST(Returns, RefusesWhatIsNoReturn) {
  const Returns found = collect({{"坏.xlsx", "not a zip"},
                                 {"空.xlsx", testing::ZipBuilder().add("a", "b").str()},
                                 {"断.xlsx", Filled(code_of(1)).bytes().substr(0, 300)}});
  ASSERT_EQ(found.unread.size(), 3u);
  EXPECT_EQ(found.unread[1].second.code, Code::unsupported);
}

TEST(Returns, FormsSayWhatIsWrong) {
  const std::pair<const char*, const char*> cases[] = {
      {"form: a\ntitle: b\ncolumns: [{name: x, type: money}]", "没有这种类型：money"},
      {"form: a\ntitle: b\ncolumns: [{name: x}]\nrules: [{id: r, check: '[y] = 1'}]",
       "规则写法有误"},
      {"form: a\ntitle: b\ncolumns: [{name: x}]\nsums: [y]", "没有这一列：y"},
      {"form: a\ntitle: b\ncolumns: [{name: x}, {name: x}]", "列重名：x"},
      {"form: a\ntitle: b\nfarbe: c", "不认识的键：farbe"},
      {"title: b", "缺少键：form"},
      {"form: a\ntitle: b\ncolumns: [{name: x}]\nmembers: [{code: '1', name: n}]",
       "统一社会信用代码有误：1"},
      {"[", "YAML"},
  };
  for (const auto& [yaml, message] : cases) {
    const auto read = parse_return_form(yaml, "坏.yaml");
    ASSERT_FALSE(read) << yaml;
    EXPECT_NE(read.error().message.find(message), std::string::npos) << read.error().message;
  }
}

TEST(Returns, TheTemplateIsReadBackAndTheAnswerIsWritten) {
  const testing::Scratch scratch;
  const ReturnForm f = form();
  ASSERT_TRUE(write_return_template(f, (scratch / "t.xlsx").string()));
  ReturnCollector collector(f);
  collector.add({"t.xlsx", bytes_of(scratch / "t.xlsx")});
  const Returns found = collector.finish();
  ASSERT_EQ(found.returns.size(), 1u) << found.unread.front().second.message;
  EXPECT_EQ(found.returns[0].rows, 0u);
  EXPECT_EQ(findings(found), Lines{"B3 credit_code"});
  ASSERT_TRUE(write_acceptance(f, found.returns[0], (scratch / "a.xlsx").string()));
  const auto book = returning::Workbook::open(bytes_of(scratch / "a.xlsx"));
  EXPECT_FALSE(book->sheet().empty());
  EXPECT_EQ(write_acceptance(f, found.returns[0], "/nonexistent/a.xlsx").error().code, Code::io);
}

// 200 workbooks of 5,000 rows.
TEST(Returns, DISABLED_SlowTwoHundredWorkbooks) {
  const testing::Scratch scratch;
  const ReturnForm f = form();
  ReturnCollector collector(f);
  double taken = 0;
  for (int file = 0; file < 200; ++file) {
    Filled filled(code_of(file % 2 + 1));
    for (int row = 0; row < 5000; ++row) {
      auto cells = good(1);
      cells[0] = code_of(1000 + file * 5000 + row);
      filled.text(row + 7, cells);
    }
    const ReturnFile one{fmt::format("{:03}.xlsx", file), filled.bytes()};
    const auto start = std::chrono::steady_clock::now();
    collector.add(one);
    taken += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
  const Returns found = collector.finish();
  std::printf("200 workbooks of 5,000 rows: %.1f s\n", taken);
  EXPECT_EQ(found.returns.size(), 200u);
  EXPECT_LT(taken, 10);
}

}  // namespace
}  // namespace guanlan
