#include "search/query.h"

#include "search/fields.h"
#include "text/fold.h"
#include "text/terms.h"
#include "text/utf8.h"

namespace guanlan::query {
namespace {

constexpr int kDeepest = 60;
constexpr std::size_t kMostConditions = 200;
constexpr int kNearDistance = 10;
constexpr int kFarthest = 1000;

// A query with widths folded and the way back.
struct Folded {
  std::string text;
  std::vector<std::uint32_t> origin;  // of each byte, and of the end

  explicit Folded(std::string_view query) {
    for (std::size_t at = 0; at < query.size();) {
      const auto [cp, size] = utf8::decode(query, at);
      char32_t folded = utf8::is_invisible(cp) || cp == '\t' || cp == '\n' ? U' ' : fold(cp);
      if (folded == U'“' || folded == U'”') folded = U'"';
      utf8::append(text, folded);
      origin.resize(text.size(), static_cast<std::uint32_t>(at));
      at += size;
    }
    origin.push_back(static_cast<std::uint32_t>(query.size()));
  }
  [[nodiscard]] Span back(std::size_t begin, std::size_t end) const {
    return {origin[begin], origin[end]};
  }
};

bool has_terms(std::string_view text) {
  bool any = false;
  each_term(text, true, [&](const Term&) {
    any = true;
    return false;
  });
  return any;
}

Node group(Op op, std::vector<Node> children) {
  if (children.size() == 1) return std::move(children.front());
  const Span span{children.front().span.begin, children.back().span.end};
  Node out{.op = op, .children = std::move(children)};
  out.span = span;
  return out;
}

class Parser {
 public:
  explicit Parser(std::string_view query) : folded_(query), q_(folded_.text) {}

  Parsed parse() {
    Parsed out;
    skip_blanks();
    if (at_ < q_.size()) {
      out.root = either(0);
      if (!problem_ && at_ < q_.size()) {
        complain(at_, at_ + 1, "右括号没有对应的左括号", "去掉它，或在前面补上左括号");
      }
    }
    out.problem = std::move(problem_);
    return out;
  }

 private:
  Node either(int depth) {
    std::vector<Node> children{all(depth)};
    while (!problem_ && take_operator({"OR", "或", "||", "|"})) children.push_back(all(depth));
    return group(Op::either, std::move(children));
  }

  Node all(int depth) {
    std::vector<Node> children;
    while (!problem_ && !at_end_of_group() && !at_operator({"OR", "或", "||", "|"})) {
      children.push_back(near(depth));
      if (take_operator({"AND", "且", "&&"})) operand_must_follow();
    }
    if (problem_) return {};
    if (children.empty()) {
      complain_here("这里缺一个条件", "OR（或）、括号的两边都要有词、短语或字段条件");
      return {};
    }
    return group(Op::both, std::move(children));
  }

  Node near(int depth) {
    std::vector<Node> children{negation(depth)};
    int distance = kNearDistance;
    while (!problem_ && take_near(distance)) {
      operand_must_follow();
      if (!problem_) children.push_back(negation(depth));
    }
    if (children.size() == 1 || problem_) return std::move(children.front());
    for (const Node& child : children) {
      if (child.op == Op::text) continue;
      complain(child.span, "NEAR 的两边只能是词或短语", "例如：罚款 NEAR/10 \"个人信息\"");
      return {};
    }
    Node out = group(Op::near, std::move(children));
    out.distance = distance;
    for (Node& child : out.children) child.quoted = true;
    return out;
  }

  Node negation(int depth) {
    if (depth > kDeepest) {
      complain_here("括号或否定套得太深", fmt::format("最多 {} 层", kDeepest));
      return {};
    }
    const std::size_t begin = at_;
    bool negated = false;
    if (peek() == '-' && at_ + 1 < q_.size() && q_[at_ + 1] != ' ' && q_[at_ + 1] != '-') {
      ++at_;
      negated = true;
    } else if (take_operator({"NOT", "非"})) {
      operand_must_follow();
      negated = true;
    }
    if (!negated) return primary(depth);
    if (problem_) return {};
    Node out{.op = Op::without};
    out.children.push_back(negation(depth + 1));
    out.span = folded_.back(begin, at_);
    return out;
  }

  Node primary(int depth) {
    if (++conditions_ > kMostConditions) {
      complain_here("条件太多", fmt::format("最多 {} 个", kMostConditions));
      return {};
    }
    if (peek() == '(') return parenthesis(depth);
    if (peek() == '"') {
      Node out = text_node(phrase());
      out.quoted = true;
      return out;
    }
    const Piece word = run();
    const std::size_t colon = word.text.find(':');
    if (colon != std::string::npos && colon > 0 && looks_like_field(word.text.substr(0, colon))) {
      return field_condition(word, colon);
    }
    return text_node(word);
  }

  Node parenthesis(int depth) {
    const std::size_t begin = at_++;
    skip_blanks();
    Node out = either(depth + 1);
    if (problem_) return {};
    if (peek() != ')') {
      complain(begin, begin + 1, "左括号没有对应的右括号", "补上右括号；要查括号本身请加引号");
      return {};
    }
    ++at_;
    skip_blanks();
    return out;
  }

  struct Piece {
    std::string text;
    std::size_t begin = 0, end = 0;  // in q_
  };

  Piece phrase() {
    const std::size_t begin = at_;
    const auto close = q_.find('"', begin + 1);
    if (close == std::string::npos) {
      complain(begin, q_.size(), "引号没有收尾", "补上后引号");
      at_ = q_.size();
      return {};
    }
    at_ = close + 1;
    Piece out{q_.substr(begin + 1, close - begin - 1), begin, at_};
    skip_blanks();
    return out;
  }

  // A word as far as blanks, brackets, quotes and stops go.
  Piece run() {
    const std::size_t begin = at_;
    while (at_ < q_.size() && !ends_word(at_)) ++at_;
    if (at_ == begin) ++at_;
    Piece out{q_.substr(begin, at_ - begin), begin, at_};
    skip_blanks();
    return out;
  }

  Node text_node(const Piece& piece, Where where = Where::anywhere) {
    if (problem_) return {};
    Node out{.op = Op::text, .text = piece.text, .where = where};
    out.span = folded_.back(piece.begin, piece.end);
    if (out.text.ends_with('*')) {
      while (out.text.ends_with('*')) out.text.pop_back();
      out.prefix = true;
    }
    if (!has_terms(out.text)) {
      complain(out.span, "这里没有可查的字", "要查的是文字、字母或数字；标点不参与检索");
    }
    return out;
  }

  // A name of Chinese or Latin letters: foo in foo:bar, not 12 in 12:30.
  static bool looks_like_field(std::string_view name) {
    bool letters = true;
    each_term(name, true, [&](const Term& t) {
      return letters = !utf8::is_digit(static_cast<unsigned char>(t.text[0]));
    });
    return letters && name.find_first_of("./\\*") == std::string_view::npos;
  }

  Node field_condition(const Piece& word, std::size_t colon) {
    const std::string name = word.text.substr(0, colon);
    const FieldRow* field = find_field(name);
    if (field == nullptr) {
      complain(word.begin, word.begin + colon, fmt::format("没有字段「{}」", name),
               fmt::format("字段有：{}；要查冒号两边的文字请加引号", field_list()));
      return {};
    }
    Piece value{word.text.substr(colon + 1), word.begin + colon + 1, word.end};
    if (value.text.empty() && peek() == '"') value = phrase();
    if (problem_) return {};
    if (value.text.empty()) {
      complain(word.begin, word.end, fmt::format("「{}:」后面缺值", name),
               fmt::format("{}，例如 {}", field->shown.takes, field->shown.example));
      return {};
    }
    return field_node(*field, value, word);
  }

  Node field_node(const FieldRow& field, const Piece& value, const Piece& word) {
    Node out;
    switch (field.form) {
      case ValueForm::title:
        out = text_node(value, Where::title);
        break;
      case ValueForm::name:
        out = {.op = Op::name, .text = value.text, .field = field.names};
        break;
      case ValueForm::file:
        out = {.op = Op::file, .text = value.text};
        break;
      case ValueForm::days:
        out.op = Op::days;
        if (const auto days = days_value(value.text)) {
          out.days = *days;
        } else {
          complain(value.begin, value.end, fmt::format("「{}」不是日期或日期区间", value.text),
                   "例如 2024、2024-04、2024-04-12、2024-Q2、2024-04..2024-11、>=2024-04、..2023");
        }
        break;
      case ValueForm::amount:
        out.op = Op::fine;
        if (const auto amount = amount_value(value.text)) {
          out.least = amount->least;
          out.most = amount->most;
        } else {
          complain(value.begin, value.end, fmt::format("「{}」不是金额或金额区间", value.text),
                   "例如 >100000、>=10万、1万..50万、<1.5亿");
        }
        break;
      case ValueForm::present:
        out.op = Op::has;
        if (const auto bit = record_field_bit(value.text)) {
          out.bit = *bit;
        } else {
          complain(value.begin, value.end, fmt::format("记录没有字段「{}」", value.text),
                   "例如 has:deadline、has:sanction、has:citation；全部字段见 docs/record.md");
        }
        break;
    }
    out.span = folded_.back(word.begin, std::max(word.end, value.end));
    return out;
  }

  // A stop between digits (1,000) is part of the number.
  bool ends_word(std::size_t at) const {
    const std::string_view rest = std::string_view(q_).substr(at);
    if (std::string_view(" ()\"|").find(rest.front()) != std::string_view::npos) return true;
    if (rest.front() == ',' || rest.front() == ';') {
      const auto digit = [&](std::size_t i) {
        return i < q_.size() && utf8::is_digit(static_cast<unsigned char>(q_[i]));
      };
      return at == 0 || !digit(at - 1) || !digit(at + 1);
    }
    return rest.starts_with("、") || rest.starts_with("。");
  }

  void skip_blanks() {
    for (; at_ < q_.size();) {
      const std::string_view rest = std::string_view(q_).substr(at_);
      if (rest.starts_with("、") || rest.starts_with("。")) {
        at_ += std::string_view("、").size();
      } else if (std::string_view(" ,;").find(rest.front()) != std::string_view::npos) {
        ++at_;
      } else {
        return;
      }
    }
  }

  [[nodiscard]] char peek() const { return at_ < q_.size() ? q_[at_] : '\0'; }
  [[nodiscard]] bool at_end_of_group() const { return at_ >= q_.size() || q_[at_] == ')'; }

  // An operator stands alone: ORACLE is a word.
  std::size_t operator_here(std::string_view name) const {
    const std::string_view rest = std::string_view(q_).substr(at_);
    if (!rest.starts_with(name)) return 0;
    const bool sign = name.front() == '|' || name.front() == '&';
    if (!sign && rest.size() > name.size() && rest[name.size()] != '(' &&
        rest[name.size()] != '"' && !ends_word(at_ + name.size())) {
      return 0;
    }
    return name.size();
  }
  bool at_operator(std::initializer_list<std::string_view> names) const {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return operator_here(name) > 0; });
  }
  bool take_operator(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
      const std::size_t size = operator_here(name);
      if (size == 0) continue;
      at_ += size;
      skip_blanks();
      return true;
    }
    return false;
  }

  // NEAR or NEAR/5.
  bool take_near(int& distance) {
    constexpr std::string_view kNear = "NEAR";
    if (take_operator({kNear})) return true;
    const std::string_view rest = std::string_view(q_).substr(at_);
    if (!rest.starts_with("NEAR/")) return false;
    const std::size_t begin = at_;
    const Piece word = run();
    const std::string number = word.text.substr(kNear.size() + 1);
    const bool digits = !number.empty() && number.size() < 5 &&
                        number.find_first_not_of("0123456789") == std::string::npos;
    const int value = digits ? std::stoi(number) : 0;
    if (value < 1 || value > kFarthest) {
      complain(begin, word.end, "NEAR/ 后面要有距离",
               fmt::format("1 到 {} 的整数，例如 NEAR/10", kFarthest));
    }
    distance = value;
    return true;
  }

  void operand_must_follow() {
    if (at_end_of_group())
      complain_here("这里缺一个条件", "OR（或）、括号的两边都要有词、短语或字段条件");
  }

  void complain_here(std::string message, std::string hint) {
    complain(at_, std::min(at_ + 1, q_.size()), std::move(message), std::move(hint));
  }
  void complain(std::size_t begin, std::size_t end, std::string message, std::string hint) {
    complain(folded_.back(begin, end), std::move(message), std::move(hint));
  }
  void complain(Span span, std::string message, std::string hint) {
    if (problem_) return;
    problem_ = QueryProblem{{Code::invalid, std::move(message), {}, std::move(hint)}, span};
  }

  Folded folded_;
  const std::string& q_;
  std::size_t at_ = 0;
  std::size_t conditions_ = 0;
  std::optional<QueryProblem> problem_;
};

// 查询第 6 字
std::string place_of(std::string_view query, Span span) {
  std::size_t character = 1;
  for (std::size_t at = 0; at < span.begin;) {
    at += utf8::decode(query, at).size;
    ++character;
  }
  return fmt::format("查询第 {} 字", character);
}

}  // namespace

Parsed parse(std::string_view query) {
  Parsed out = Parser(query).parse();
  if (out.problem) out.problem->error.place = place_of(query, out.problem->span);
  return out;
}

}  // namespace guanlan::query

namespace guanlan {

std::optional<QueryProblem> check_query(std::string_view query) {
  return query::parse(query).problem;
}

}  // namespace guanlan
