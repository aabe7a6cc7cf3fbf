// What a Tracker holds: its connection to the database.
#pragma once

#include "guanlan/track.h"
#include "store/sqlite.h"
#include "store/work.h"

namespace guanlan {

struct Tracker::Inside {
  sqlite::Database database;
};

}  // namespace guanlan
