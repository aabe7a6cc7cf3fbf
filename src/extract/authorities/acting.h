// Whether a body acts in its sentence: the verb that follows it, and what stands before it.
//
// Acts       转发X《…》, 指导X查处…, X印发…, 由X主办, 在X指导下, 经X批准, X局长…说, 根据X《…》,
// 公布X查处…案 Does not   按照X要求, 向X报告, 要求X…, X领导出席, X应当…, 办法规定由X负责, X网站
#pragma once

#include <string_view>
#include <vector>

#include "guanlan/mention.h"

namespace guanlan::authorities {

struct Verdict {
  bool acts = false;
  std::string_view role;
  Why why;
};

class Acting {
 public:
  explicit Acting(const Passage& passage);
  [[nodiscard]] Verdict judge(const BodyMention& body) const;

 private:
  enum class Use : std::uint8_t { act, say, attend, duty, under, office, medium };
  struct Act {
    Span span;
    Use use{};
    bool told = false;
    std::string_view role;
  };
  struct View {  // one body in its sentence
    Span body, sentence;
    std::uint32_t clause;  // where the clause of the body begins
  };
  [[nodiscard]] View view(const BodyMention& body) const;
  [[nodiscard]] const Act* first_from(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] const Act* last_within(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] Verdict from_left(const View& v, bool& decided) const;
  [[nodiscard]] Verdict from_right(const View& v) const;
  [[nodiscard]] Verdict by_officer(const View& v, const Act& office) const;
  [[nodiscard]] bool attends_to_speak(const Act& act, std::uint32_t end) const;
  [[nodiscard]] bool posted_elsewhere(std::uint32_t post_end) const;
  [[nodiscard]] Verdict by_guidance(const View& v, const Act& told) const;
  [[nodiscard]] bool in_paper(const View& v) const;
  [[nodiscard]] bool opens_item(const View& v) const;
  [[nodiscard]] bool speaks_of_itself(const View& v) const;
  [[nodiscard]] const Act* followed(const View& v) const;
  [[nodiscard]] std::string_view text(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool at(std::uint32_t offset, std::string_view word, std::uint32_t end) const;

  const Passage& passage_;
  std::vector<Act> acts_;  // title first, then body; no overlaps
  std::size_t title_acts_ = 0;
};

}  // namespace guanlan::authorities
