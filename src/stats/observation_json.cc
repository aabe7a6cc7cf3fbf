#include "guanlan/stats.h"
#include "resolve/json_text.h"

namespace guanlan {
namespace {

class Writer {
 public:
  explicit Writer(std::string& out) : json_(out) {}

  void observation(const Observation& o) {
    json_.begin_object();
    text("section", o.section);
    text("indicator", o.indicator);
    text_or_null("canonical", o.canonical);
    text_or_null("period", o.period);
    text_or_null("region", o.region);
    text_or_null("operator", o.operator_name);
    json_.key("value");
    json_.number(o.value);
    text_or_null("unit", o.unit);
    text("measure", name(o.measure));
    text_or_null("rank_of", o.rank_of);
    text_or_null("base", o.base);
    converted(o);
    text("text", o.text);
    span(o.place);
    json_.end_object();
  }

 private:
  void text(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.string(value);
  }
  void text_or_null(std::string_view key, std::string_view value) {
    json_.key(key);
    value.empty() ? json_.null() : json_.string(value);
  }
  void converted(const Observation& o) {
    json_.key("converted");
    const auto value = convert(o.value, o.unit);
    if (!value) return json_.null();
    json_.begin_object();
    json_.key("value");
    json_.number(value->value);
    text("unit", value->unit);
    json_.end_object();
  }
  void span(RawSpan place) {
    json_.key("span");
    json_.begin_object();
    json_.key("page");
    json_.number(std::int64_t{place.page});
    json_.key("begin");
    json_.number(std::int64_t{place.span.begin});
    json_.key("end");
    json_.number(std::int64_t{place.span.end});
    json_.end_object();
  }

  JsonText json_;
};

}  // namespace

std::string observation_line(const Observation& observation) {
  std::string out;
  Writer(out).observation(observation);
  return out;
}

}  // namespace guanlan
