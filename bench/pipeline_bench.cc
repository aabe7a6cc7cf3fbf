// Each stage and the whole way, in bytes of UTF-8 text per second on one core.
// tools/bench runs it and prints ratios; see docs/performance.md.
#include <benchmark/benchmark.h>

#include "guanlan/record.h"
#include "testing/generate.h"

namespace guanlan {
namespace {

const std::string& text(std::int64_t bytes) {
  static std::map<std::int64_t, std::string> cache;
  std::string& t = cache[bytes];
  if (t.empty()) t = testing::monthly({1, static_cast<std::size_t>(bytes)});
  return t;
}

Source source(std::int64_t bytes) {
  return std::move(read_bytes(text(bytes), "monthly.txt")->front());
}

void count(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(text(state.range(0)).size()));
}

void Read(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(source(state.range(0)));
  count(state);
}
void LayOut(benchmark::State& state) {
  const Source s = source(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(lay_out(s));
  count(state);
}
void Outline(benchmark::State& state) {
  const Source s = source(state.range(0));
  const Layout l = lay_out(s);
  for (auto _ : state) benchmark::DoNotOptimize(outline(l, s));
  count(state);
}
void Scan(benchmark::State& state) {
  const Document d = process(source(state.range(0)), Lexicon::builtin());
  for (auto _ : state) {
    for (const Item& i : d.issue.items) {
      benchmark::DoNotOptimize(
          scan(d.layout.clean.text, i.title, i.body, d.issue.date, Lexicon::builtin()));
    }
  }
  count(state);
}
void Process(benchmark::State& state) {
  const Source s = source(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(process(s, Lexicon::builtin()));
  count(state);
}
void TextToRecords(benchmark::State& state) {
  for (auto _ : state) {
    const Document d = process(source(state.range(0)), Lexicon::builtin());
    std::size_t size = 0;
    for (const std::string& record : record_lines(d)) size += record.size();
    benchmark::DoNotOptimize(size);
  }
  count(state);
}

BENCHMARK(Read)->Arg(1 << 20);
BENCHMARK(LayOut)->Arg(1 << 20);
BENCHMARK(Outline)->Arg(1 << 20);
BENCHMARK(Scan)->Arg(1 << 20);
BENCHMARK(Process)->Arg(1 << 20);
BENCHMARK(TextToRecords)->Arg(1 << 20)->Arg(10 << 20)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace guanlan
