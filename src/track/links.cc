#include "track/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "store/work.h"
#include "track/link_rules.h"

namespace guanlan::tracking {
namespace {

using sqlite::Statement;
using sqlite::Work;

struct Member {
  std::int64_t id = 0;
  std::string key, name;
};

// What comes before a judgment.
bool is_before_judgment(std::string_view role) {
  constexpr std::string_view kRoles[] = {"filed",      "solved", "captured", "detained",
                                         "restrained", "bailed", "arrested"};
  return std::find(std::begin(kRoles), std::end(kRoles), role) != std::end(kRoles);
}

// Which members share many pairs of characters with a key. Pairs that very many names hold tell
// nothing and are passed over.
class Likes {
 public:
  explicit Likes(const std::vector<Member>& members) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      auto pairs = pairs_of(members[i].key);
      std::sort(pairs.begin(), pairs.end());
      pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
      for (const std::uint64_t pair : pairs)
        holders_[pair].push_back(static_cast<std::uint32_t>(i));
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> of(const std::string& key) const {
    constexpr std::size_t kCommon = 2000, kMost = 200;
    std::unordered_map<std::uint32_t, int> shared;
    for (const std::uint64_t pair : pairs_of(key)) {
      const auto it = holders_.find(pair);
      if (it == holders_.end() || it->second.size() > kCommon) continue;
      for (const std::uint32_t holder : it->second) ++shared[holder];
    }
    std::vector<std::pair<int, std::uint32_t>> ranked;
    for (const auto& [holder, count] : shared) ranked.emplace_back(-count, holder);
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < std::min(kMost, ranked.size()); ++i)
      out.push_back(ranked[i].second);
    return out;
  }

 private:
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders_;
};

class Proposer {
 public:
  explicit Proposer(const sqlite::Database& database) : work_(database) {}

  Result<void> run() {
    std::int64_t linked = 0, last = 0;
    work_.rows("SELECT linked, (SELECT coalesce(max(id), 0) FROM subjects) FROM track_state",
               [&](const Statement& row) {
                 linked = row.integer(0);
                 last = row.integer(1);
                 return false;
               });
    if (last <= linked) return work_.result();
    for (int type = 0; type < static_cast<int>(SubjectType::count_); ++type) {
      look_at(static_cast<SubjectType>(type), linked);
      settle_rivals(static_cast<SubjectType>(type), linked);
    }
    work_.run("UPDATE track_state SET linked = ?", last);
    return work_.result();
  }

  // What an editor decided of one link tells of the others of its subjects.
  Result<void> settle_around(SubjectType type, std::int64_t link) {
    for (const Member& member :
         members_where("l.id = ?1 AND s.type = ?2", link, static_cast<std::int64_t>(type)))
      settle(type, member);
    return work_.result();
  }

 private:
  void look_at(SubjectType type, std::int64_t linked) {
    std::vector<Member> members;
    work_.rows(
        "SELECT id, key, name FROM seen_subjects WHERE type = ? ORDER BY id",
        [&](const Statement& row) {
          members.push_back({row.integer(0), std::string(row.text(1)), std::string(row.text(2))});
          return true;
        },
        static_cast<std::int64_t>(type));
    if (members.empty() || members.back().id <= linked) return;
    profiles_.clear();
    const Likes likes(members);
    for (const Member& member : members) {
      if (member.id <= linked) continue;
      for (const std::uint32_t other : candidates(type, members, likes, member)) {
        // Of two new ones the later looks at the earlier.
        if (members[other].id < member.id) consider(type, members[other], member);
      }
    }
  }

  // The names of bodies that took over from each other share nothing: all are looked at.
  static std::vector<std::uint32_t> candidates(SubjectType type, const std::vector<Member>& members,
                                               const Likes& likes, const Member& member) {
    if (type != SubjectType::authority) return likes.of(member.key);
    std::vector<std::uint32_t> out;
    if (!was_reorganised(member.key)) return out;
    for (std::uint32_t i = 0; i < members.size(); ++i) {
      if (was_reorganised(members[i].key)) out.push_back(i);
    }
    return out;
  }

  void consider(SubjectType type, const Member& one, const Member& other) {
    const auto found = link(type, profile(one), profile(other));
    if (!found) return;
    work_.run(
        "INSERT OR IGNORE INTO links(one, other, reason, score, state) VALUES(?,?,?,?,'proposed')",
        one.id, other.id, found->reason, found->score);
  }

  // A link of one subject and what it is worth by the rules, whatever was settled before.
  struct Fit {
    std::int64_t link = 0;
    Member other;
    bool accepted = false;
    Proposal proposal;
    [[nodiscard]] int worth() const { return accepted ? 100 : proposal.score; }
  };

  // The subjects that got a new link: of rivals that fit one as well as each other none is it.
  void settle_rivals(SubjectType type, std::int64_t linked) {
    fits_.clear();
    for (const Member& member :
         members_where("l.other > ?1 AND s.type = ?2", linked, static_cast<std::int64_t>(type)))
      settle(type, member);
  }

  std::vector<Member> members_where(std::string_view condition, std::int64_t value,
                                    std::int64_t type) {
    std::vector<Member> out;
    const std::string sql =
        "SELECT DISTINCT s.id, s.key, s.name FROM links l JOIN seen_subjects s ON s.id IN (l.one, "
        "l.other) WHERE " +
        std::string(condition) + " ORDER BY s.id";
    Work(work_.database())
        .rows(
            sql,
            [&](const Statement& row) {
              out.push_back({row.integer(0), std::string(row.text(1)), std::string(row.text(2))});
              return true;
            },
            value, type);
    return out;
  }

  // Each link of the subject, by what fits at its one end and at its other.
  void settle(SubjectType type, const Member& member) {
    for (const Fit& fit : fits_of(type, member)) {
      if (fit.accepted) continue;
      std::string others = rivals_of(type, member, fit.link);
      const std::string far = rivals_of(type, fit.other, fit.link);
      if (!far.empty()) others += (others.empty() ? "" : "、") + far;
      Proposal now = fit.proposal;
      if (!others.empty()) {
        now.score = std::min(now.score, kUnresolvedScore);
        now.reason += fmt::format("；同样相合的还有{}，未定", others);
      }
      work_.run("UPDATE links SET score = ?, reason = ? WHERE id = ? AND state = 'proposed'",
                now.score, now.reason, fit.link);
    }
  }

  // The names of those that fit the subject as well as the one at the end of `link`, and cannot be
  // that one.
  std::string rivals_of(SubjectType type, const Member& member, std::int64_t link) {
    const std::vector<Fit>& fits = fits_of(type, member);
    const auto one =
        std::find_if(fits.begin(), fits.end(), [link](const Fit& f) { return f.link == link; });
    std::string out;
    for (const Fit& other : fits) {
      if (one == fits.end() || other.link == link || other.worth() < one->worth() ||
          !rivals(type, profile(one->other), profile(other.other)))
        continue;
      out += (out.empty() ? "" : "、") + other.other.name;
    }
    return out;
  }

  const std::vector<Fit>& fits_of(SubjectType type, const Member& member) {
    const auto [it, fresh] = fits_.try_emplace(member.id);
    std::vector<Fit>& out = it->second;
    if (!fresh) return out;
    work_.rows(
        "SELECT l.id, s.id, s.key, s.name, l.state FROM links l JOIN seen_subjects s ON s.id = CASE "
        "WHEN l.one = ?1 THEN l.other ELSE l.one END WHERE (l.one = ?1 OR l.other = ?1) AND "
        "l.state <> 'undone' ORDER BY s.id",
        [&](const Statement& row) {
          out.push_back({row.integer(0),
                         {row.integer(1), std::string(row.text(2)), std::string(row.text(3))},
                         row.text(4) == "accepted",
                         {}});
          return true;
        },
        member.id);
    std::erase_if(out, [&](Fit& fit) {
      const auto found = link(type, profile(member), profile(fit.other));
      if (found) fit.proposal = *found;
      return !found && !fit.accepted;
    });
    return out;
  }

  const Profile& profile(const Member& member) {
    const auto [it, fresh] = profiles_.try_emplace(member.id);
    if (!fresh) return it->second;
    Profile& out = it->second;
    out.key = member.key;
    out.name = member.name;
    work_.rows(
        "SELECT role, date, item FROM steps WHERE subject = ?",
        [&](const Statement& row) {
          const std::string_view role = row.text(0);
          const std::string date(row.text(1));
          (role == "draft" || role == "comment_by" ? out.drafts : out.decided) = true;
          if (!date.empty() && (out.first.empty() || date < out.first)) out.first = date;
          out.last = std::max(out.last, date);
          out.items.insert(row.integer(2));
          if (is_before_judgment(role)) out.caught = std::max(out.caught, date);
          if (role == "judged" && !date.empty() && (out.judged.empty() || date < out.judged))
            out.judged = date;
          return true;
        },
        member.id);
    return out;
  }

  Work work_;
  std::map<std::int64_t, Profile> profiles_;
  std::map<std::int64_t, std::vector<Fit>> fits_;  // by subject
};

Result<bool> anything_new(const sqlite::Database& database) {
  Work work(database);
  bool out = false;
  work.rows("SELECT linked < (SELECT coalesce(max(id), 0) FROM subjects) FROM track_state",
            [&](const Statement& row) {
              out = row.integer(0) != 0;
              return false;
            });
  return work.give(out);
}

}  // namespace

Result<void> propose_links(const sqlite::Database& database) {
  const auto wanted = anything_new(database);
  if (!wanted || !*wanted) return wanted ? Result<void>() : tl::unexpected(wanted.error());
  auto transaction = sqlite::Transaction::begin(database);
  if (!transaction) return tl::unexpected(std::move(transaction.error()));
  if (auto done = Proposer(database).run(); !done) return done;
  return transaction->commit();
}

Result<void> settle_links(const sqlite::Database& database, SubjectType type, std::int64_t link) {
  return Proposer(database).settle_around(type, link);
}

}  // namespace guanlan::tracking
