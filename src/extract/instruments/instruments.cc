#include "extract/instruments/status.h"
#include "guanlan/mention.h"

namespace guanlan {
namespace {

struct Summary {
  Status status = Status::none;
  Span cue;
  bool work = false;  // something says it is no instrument
};

// The title's own marks and the first word that says more than that it is cited win.
void add(Summary& sum, const StatusReading& reading) {
  if (reading.status == Status::not_instrument) sum.work = true;
  if (reading.status == Status::none || reading.status == Status::not_instrument) return;
  const bool wins = sum.status == Status::none ||
                    (sum.status == Status::cited && reading.status != Status::cited) ||
                    (reading.status == Status::draft && sum.status != Status::draft);
  if (wins) sum = {reading.status, reading.cue, sum.work};
}

bool is_instrument(const Title& title, const Summary& sum) {
  if (title.bare || title.kind == TitleKind::work) return false;
  if (title.kind == TitleKind::unknown || title.kind == TitleKind::report)
    return !sum.work && (title.kind == TitleKind::report || sum.status != Status::none);
  return true;
}

}  // namespace

std::vector<InstrumentMention> find_instruments(const Passage& passage, const Titles& titles,
                                                const Mentions&) {
  const auto readings = read_statuses(passage, titles);
  std::vector<Summary> sums(titles.all.size());
  for (std::size_t i = 0; i < titles.all.size(); ++i) {
    const Title& title = titles.all[i];
    const bool named = !title.bare || titles.aliases.contains(std::string(passage.of(title.inner)));
    if (named) add(sums[title.main], readings[i]);
  }
  std::vector<InstrumentMention> out;
  std::vector<bool> listed(titles.all.size());
  for (const Title& title : titles.all) {
    const Title& main = titles.main(title);
    if (listed[title.main] || !is_instrument(main, sums[title.main])) continue;
    listed[title.main] = true;
    const Status status =
        sums[title.main].status == Status::none ? Status::cited : sums[title.main].status;
    out.push_back(
        {main.inner, {}, std::string(name(status)), {"instrument.title", sums[title.main].cue}});
  }
  return out;
}

}  // namespace guanlan
