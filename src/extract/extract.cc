#include "extract/instruments/titles.h"
#include "guanlan/mention.h"

namespace guanlan {

// One dimension after another over all passages, not one passage after another: the code of a
// dimension then stays in the processor's caches.
void extract(std::span<const Passage> passages, std::span<Mentions> out) {
  std::vector<Titles> titles(passages.size());
  const auto each = [&](auto find) {
    for (std::size_t i = 0; i < passages.size(); ++i) find(passages[i], titles[i], out[i]);
  };
  using P = const Passage&;
  using T = const Titles&;
  each([](P p, T, Mentions& m) { m.bodies = find_bodies(p); });
  each([](P p, T, Mentions& m) { m.dates = find_dates(p); });
  each([](P p, Titles& t, Mentions&) { t = find_titles(p); });
  each([](P p, T t, Mentions& m) { m.instruments = find_instruments(p, t, m); });
  each([](P p, T t, Mentions& m) { find_citations(p, t, m); });
  each([](P p, T, Mentions& m) { m.identifiers = find_identifiers(p); });
  each([](P p, T, Mentions& m) { m.figures = find_quantities(p, m); });
  each([](P p, T, Mentions& m) { m.enumerations = find_enumerations(p, m); });
  each([](P p, T, Mentions& m) { m.authorities = find_authorities(p, m); });
  each([](P p, T, Mentions& m) { m.sanctions = find_sanctions(p, m); });
  each([](P p, T t, Mentions& m) { m.apps = find_apps(p, t, m); });
  each([](P p, T, Mentions& m) { m.orgs = find_orgs(p, m); });
  each([](P p, T, Mentions& m) { find_kind(p, m); });
  each([](P p, T, Mentions& m) { m.regions = find_regions(p, m); });
}

Mentions extract(const Passage& passage) {
  Mentions mentions;
  extract({&passage, 1}, {&mentions, 1});
  return mentions;
}

}  // namespace guanlan
