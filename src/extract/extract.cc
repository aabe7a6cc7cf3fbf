#include "extract/instruments/titles.h"
#include "guanlan/mention.h"

namespace guanlan {

Mentions extract(const Passage& passage) {
  Mentions m;
  m.bodies = find_bodies(passage);
  m.dates = find_dates(passage);
  const Titles titles = find_titles(passage);
  m.instruments = find_instruments(passage, titles, m);
  find_citations(passage, titles, m);
  m.identifiers = find_identifiers(passage);
  m.figures = find_quantities(passage, m);
  m.enumerations = find_enumerations(passage, m);
  m.authorities = find_authorities(passage, m);
  m.sanctions = find_sanctions(passage, m);
  m.apps = find_apps(passage, titles, m);
  m.orgs = find_orgs(passage, m);
  find_kind(passage, m);
  m.regions = find_regions(passage, m);
  return m;
}

}  // namespace guanlan
