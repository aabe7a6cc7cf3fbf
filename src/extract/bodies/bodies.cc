#include "guanlan/bodies.h"

#include "extract/bodies/parser.h"
#include "guanlan/mention.h"

namespace guanlan {

Bodies find_bodies(const Passage& passage) {
  Bodies out;
  const PlaceId home = passage.setting == nullptr ? kNoPlace : passage.setting->home;
  bodies::Context context(passage.lexicon->gazetteer(), home);
  bodies::Parser parser(passage, context, out);
  parser.walk(passage.title, true);
  parser.walk(passage.body, false);
  return out;
}

}  // namespace guanlan
