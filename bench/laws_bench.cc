// The library of laws: import, and what a lookup costs inside the process (mark: 1 ms). The laws
// are invented, 500 in two versions of 120 articles, the later with an article put in; or those of
// the folder or archive that GUANLAN_BENCH_LAWS names.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "guanlan/laws.h"

namespace {

using namespace guanlan;
namespace fs = std::filesystem;

constexpr int kLaws = 500, kArticles = 120;

void write_version(const fs::path& folder, int law, int year, int put_in) {
  std::ofstream out(folder / fmt::format("{}({}-01-01).md", law, year));
  out << fmt::format("# 示例第{}号办法\n{}年1月1日 公布\n<!-- INFO END -->\n", law, year);
  for (int i = 1, n = 1; i <= kArticles; ++i, ++n) {
    if (i == put_in) out << fmt::format("第{}条 示例新增规定{}。\n", n++, law);
    out << fmt::format("第{}条 示例单位{}应当按照规定留存示例日志{}并向示例部门{}报告。\n", n,
                       law * i, i * 7919, i * 104729);
  }
}

const fs::path& scratch() {
  static const fs::path kFolder = [] {
    fs::path out = fs::temp_directory_path() / fmt::format("guanlan-laws-bench-{}", ::getpid());
    fs::create_directories(out / "in");
    return out;
  }();
  return kFolder;
}

const fs::path& laws() {
  static const fs::path kLawsFolder = [] {
    if (const char* given = std::getenv("GUANLAN_BENCH_LAWS")) return fs::path(given);
    for (int law = 1; law <= kLaws; ++law) {
      write_version(scratch() / "in", law, 2015, 0);
      write_version(scratch() / "in", law, 2020, 30);
    }
    return scratch() / "in";
  }();
  return kLawsFolder;
}

LawLibrary imported(const fs::path& database) {
  auto library = LawLibrary::open(database);
  if (!library || !library->import(laws())) std::abort();
  return std::move(*library);
}

LawLibrary& library() {
  static LawLibrary kLibrary = imported(scratch() / "laws.db");
  return kLibrary;
}

void BM_ImportLaws(benchmark::State& state) {
  (void)laws();
  int n = 0;
  for (auto _ : state) (void)imported(scratch() / fmt::format("{}.db", ++n));
}

// Articles of laws of several versions, one after another.
void BM_LookUp(benchmark::State& state) {
  const auto all = library().list("");
  if (!all || all->empty()) std::abort();
  std::size_t at = 0;
  for (auto _ : state) {
    const LawVersion& law = (*all)[at++ * 37 % all->size()];
    benchmark::DoNotOptimize(library().look_up(law.title, {"第三条"}, applies_from(law)));
  }
}

BENCHMARK(BM_ImportLaws)->Unit(benchmark::kSecond)->Iterations(1);
BENCHMARK(BM_LookUp)->Unit(benchmark::kMicrosecond);

}  // namespace
