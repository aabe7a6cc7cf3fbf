// What bodies do to parties: who punishes in the headline, courts, sanctions.
#include "extract/kind/view.h"
#include "extract/kind/words.h"

namespace guanlan::kind {
namespace {

class Cases : public View {
 public:
  using View::View;
  void read() {
    body_punishes();
    courts();
    sanctions();
  }

 private:
  // 某谣言传播 网信办约谈…: a body that punishes in the headline, whatever else it tells of.
  void body_punishes() {
    for (const BodyMention& body : done_.bodies.bodies) {
      if (!body.in_title) break;
      const std::string_view rest =
          p_.text.substr(body.span.end, std::min<std::size_t>(p_.title.end - body.span.end, 60));
      if (holds(rest.substr(0, 24), Told::penalty) && !holds(rest, Told::told_of)) {
        return add("enforcement", 10, "kind.body-punishes", body.span);
      }
    }
  }

  void courts() {
    for (const BodyMention& body : done_.bodies.bodies) {  // 某法院:… as a headline
      if (!body.in_title) break;
      const bool leads = body.span.begin == p_.title.begin;  // 某法院:…, 某法院发布典型案例
      if (body.domain == "court")
        return add("judgment", leads ? 12 : 6, "kind.court-in-title", body.span);
    }
    for (const AuthorityMention& a : done_.authorities) {
      if (a.body < 0) continue;
      const std::string_view domain = done_.bodies.bodies[static_cast<std::size_t>(a.body)].domain;
      if (domain == "court") return add("judgment", 6, "kind.court-acts", a.span);
    }
  }

  void sanctions() {
    for (const SanctionMention& s : done_.sanctions) {
      if (s.type == "capture" || s.type == "criminal_detention" || s.type == "arrest") {
        return add("criminal-case", 2, "kind.sanction", s.span);
      }
      if (s.type == "fine" || s.type == "interview" || s.type == "admin_penalty" ||
          s.type == "warning") {
        return add("enforcement", 2, "kind.sanction", s.span);
      }
    }
  }
};

}  // namespace

void case_features(const Passage& passage, const Mentions& done, std::vector<Feature>& out) {
  Cases(passage, done, out).read();
}

}  // namespace guanlan::kind
