// Search over many invented items: `search_bench` makes a store of GUANLAN_BENCH_ITEMS (20,000) in
// the temporary folder, or uses the one that GUANLAN_BENCH_DB names (made where it is not there).
// Times are CPU time of the calling thread, so that a busy machine does not blur them.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "guanlan/search.h"
#include "guanlan/store.h"
#include "testing/items.h"
#include "text/utf8.h"

namespace {

using namespace guanlan;
namespace fs = std::filesystem;

constexpr int kItemsOfFile = 100;
constexpr std::size_t kQueries = 1000;

double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

int wanted_items() {
  const char* items = std::getenv("GUANLAN_BENCH_ITEMS");
  return items != nullptr ? std::atoi(items) : 20'000;
}

void fill(const fs::path& path, std::uint32_t seed, int items) {
  auto store = open_store(path);
  if (!store) std::abort();
  testing::ItemGenerator generator(seed);
  for (int i = 0; i < items; i += kItemsOfFile) {
    if (!(*store)->put(generator.next(kItemsOfFile))) std::abort();
  }
}

const fs::path& database() {
  static const fs::path kPath = [] {
    const char* given = std::getenv("GUANLAN_BENCH_DB");
    fs::path path =
        given != nullptr ? fs::path(given) : fs::temp_directory_path() / "guanlan-search-bench.db";
    if (!fs::exists(path)) fill(path, 1, wanted_items());
    return path;
  }();
  return kPath;
}

Search& index() {
  static const std::unique_ptr<Search> kSearch = std::move(open_search(database()).value());
  return *kSearch;
}

// Random stretches of 2 to 8 characters of stored texts, each within a random run of months.
std::vector<std::string> dated_queries() {
  testing::ItemGenerator generator(1);  // the first texts of the store
  std::vector<std::string> out;
  std::uint64_t random = 42;
  const auto below = [&](std::size_t n) {
    random = random * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(random >> 33) % n;
  };
  const Reading reading = generator.next(kItemsOfFile);
  const std::string& raw = reading.sources[0].raw;
  while (out.size() < kQueries) {
    std::size_t at = below(raw.size());
    while (at > 0 && (static_cast<unsigned char>(raw[at]) & 0xC0) == 0x80) --at;
    std::string words;
    for (std::size_t n = 2 + below(7); n > 0 && at < raw.size(); --n) {
      const auto [cp, size] = utf8::decode(raw, at);
      if (!utf8::is_han(cp)) break;
      words += raw.substr(at, size);
      at += size;
    }
    if (words.size() < 6) continue;
    const std::size_t year = 2018 + below(8), first = 1 + below(12);
    const std::size_t last = std::min<std::size_t>(12, first + below(6));
    out.push_back("\"" + words + "\" date:" + std::to_string(year) + "-" + (first < 10 ? "0" : "") +
                  std::to_string(first) + ".." + std::to_string(year) + "-" +
                  (last < 10 ? "0" : "") + std::to_string(last));
  }
  return out;
}

void report(benchmark::State& state, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  state.counters["p50_ms"] = times[times.size() / 2];
  state.counters["p99_ms"] = times[times.size() * 99 / 100];
  state.counters["max_ms"] = times.back();
}

void ask(benchmark::State& state, const std::vector<std::string>& queries, bool facets) {
  std::vector<double> times;
  std::int64_t found = 0;
  (void)index().find({.query = "kind:report"});
  for (auto _ : state) {
    for (const std::string& query : queries) {
      const double begin = cpu_ms();
      const auto answer = index().find({.query = query, .facets = facets});
      times.push_back(cpu_ms() - begin);
      if (answer) found += answer->total;
    }
  }
  report(state, std::move(times));
  state.counters["found"] = static_cast<double>(found);
}

void BM_DatedPhrases(benchmark::State& state) { ask(state, dated_queries(), false); }
void BM_DatedPhrasesWithFacets(benchmark::State& state) { ask(state, dated_queries(), true); }
void BM_CommonestWordWithFacets(benchmark::State& state) {
  ask(state, std::vector<std::string>(40, "消息"), true);
}
void BM_FacetsOfEverything(benchmark::State& state) {
  ask(state, std::vector<std::string>(10, ""), true);
}

void BM_Open(benchmark::State& state) {
  (void)database();
  for (auto _ : state) benchmark::DoNotOptimize(open_search(database()));
}

void BM_AddTenThousand(benchmark::State& state) {
  (void)database();
  std::uint32_t seed = static_cast<std::uint32_t>(std::time(nullptr));
  for (auto _ : state) fill(database(), ++seed, 10'000);
}

BENCHMARK(BM_Open)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(BM_DatedPhrases)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(BM_DatedPhrasesWithFacets)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(BM_CommonestWordWithFacets)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(BM_FacetsOfEverything)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(BM_AddTenThousand)->Unit(benchmark::kSecond)->Iterations(1);

}  // namespace
