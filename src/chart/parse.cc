#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>

#include "chart/figures.h"
#include "guanlan/chart.h"

namespace guanlan {
namespace {

constexpr std::size_t kMostLabels = 2000, kMostSeries = 200;
constexpr int kLeastWidth = 240, kMostWidth = 4000;

struct Bad {
  std::string what;
  int line;
};

std::string scalar(const YAML::Node& node, const std::string& key) {
  if (!node.IsScalar()) throw Bad{"应为文字：" + key, node.Mark().line + 1};
  return node.as<std::string>();
}

int integer(const YAML::Node& node, const std::string& key, int least, int most) {
  int out = 0;
  const bool whole = node.IsScalar() && YAML::convert<int>::decode(node, out);
  if (!whole || out < least || out > most) {
    throw Bad{fmt::format("应为 {} 到 {} 的整数：{}", least, most, key), node.Mark().line + 1};
  }
  return out;
}

std::optional<double> value(const YAML::Node& node) {
  if (node.IsNull()) return {};
  double out = 0;
  if (!node.IsScalar() || !YAML::convert<double>::decode(node, out) || out != out ||
      out - out != 0) {
    throw Bad{"应为数或 null：values", node.Mark().line + 1};
  }
  return out;
}

std::vector<std::string> words(const YAML::Node& node, const std::string& key) {
  if (!node.IsSequence()) throw Bad{"应为列表：" + key, node.Mark().line + 1};
  std::vector<std::string> out;
  for (const auto& one : node) out.push_back(scalar(one, key));
  return out;
}

ChartSeries series(const YAML::Node& node) {
  if (!node.IsMap()) throw Bad{"应为键值对：series", node.Mark().line + 1};
  ChartSeries out;
  for (const auto& pair : node) {
    const auto key = pair.first.as<std::string>();
    if (key == "name") {
      out.name = scalar(pair.second, key);
    } else if (key == "values" && pair.second.IsSequence()) {
      for (const auto& one : pair.second) out.values.push_back(value(one));
    } else {
      throw Bad{"不认识的键：" + key, pair.first.Mark().line + 1};
    }
  }
  return out;
}

ChartKind kind(const YAML::Node& node) {
  const std::string said = scalar(node, "kind");
  for (const ChartKind one : chart::kKinds) {
    if (name(one) == said) return one;
  }
  throw Bad{"没有这种图：" + said, node.Mark().line + 1};
}

void set(Chart& chart, const std::string& key, const YAML::Node& node) {
  if (key == "kind") {
    chart.kind = kind(node);
  } else if (key == "title") {
    chart.title = scalar(node, key);
  } else if (key == "subtitle") {
    chart.subtitle = scalar(node, key);
  } else if (key == "unit") {
    chart.unit = scalar(node, key);
  } else if (key == "source") {
    chart.source = scalar(node, key);
  } else if (key == "labels") {
    chart.labels = words(node, key);
  } else if (key == "decimals") {
    chart.decimals = integer(node, key, 0, 6);
  } else if (key == "width") {
    chart.width = integer(node, key, kLeastWidth, kMostWidth);
  } else if (key == "series" && node.IsSequence()) {
    for (const auto& one : node) chart.series.push_back(series(one));
  } else {
    throw Bad{"不认识的键：" + key, node.Mark().line + 1};
  }
}

void demand(const Chart& chart) {
  if (chart.labels.empty() || chart.series.empty()) throw Bad{"没有 labels 或 series", 1};
  if (chart.labels.size() > kMostLabels || chart.series.size() > kMostSeries)
    throw Bad{"labels 或 series 过多", 1};
  for (const ChartSeries& one : chart.series) {
    if (one.values.size() != chart.labels.size())
      throw Bad{"values 与 labels 个数不同：" + one.name, 1};
    for (const auto& v : one.values) {
      const bool parts = chart.kind == ChartKind::share || chart.kind == ChartKind::stacked;
      if (parts && v && *v < 0) throw Bad{"占比图与堆积图不画负数：" + one.name, 1};
      if (chart.kind == ChartKind::rank && v && (*v < 1 || *v > 1000))
        throw Bad{"名次应为 1 到 1000：" + one.name, 1};
    }
  }
}

}  // namespace

Result<Chart> parse_chart(std::string_view text, std::string_view path) {
  const auto bad = [&](const std::string& what, int line) {
    return fail(Code::invalid, what, fmt::format("{}:{}", path, line), "见 docs/charts.md");
  };
  try {
    const YAML::Node root = YAML::Load(std::string(text));
    if (!root.IsMap()) return bad("应为键值对：图表描述", 1);
    Chart out;
    std::set<std::string> seen;
    for (const auto& pair : root) {
      const auto key = pair.first.as<std::string>();
      if (!seen.insert(key).second) throw Bad{"键重复：" + key, pair.first.Mark().line + 1};
      set(out, key, pair.second);
    }
    demand(out);
    return out;
  } catch (const Bad& error) {
    return bad(error.what, error.line);
  } catch (const YAML::Exception& error) {
    return bad("YAML 有误：" + std::string(error.msg), error.mark.line + 1);
  }
}

std::string chart_yaml(const Chart& chart) {
  YAML::Emitter out;
  out << YAML::BeginMap;
  out << YAML::Key << "kind" << YAML::Value << std::string(name(chart.kind));
  const auto text = [&](const char* key, const std::string& value) {
    if (!value.empty()) out << YAML::Key << key << YAML::Value << YAML::DoubleQuoted << value;
  };
  text("title", chart.title);
  text("subtitle", chart.subtitle);
  text("unit", chart.unit);
  text("source", chart.source);
  out << YAML::Key << "decimals" << YAML::Value << chart.decimals;
  out << YAML::Key << "width" << YAML::Value << chart.width;
  out << YAML::Key << "labels" << YAML::Value << YAML::Flow << YAML::BeginSeq;
  for (const std::string& label : chart.labels) out << YAML::DoubleQuoted << label;
  out << YAML::EndSeq << YAML::Key << "series" << YAML::Value << YAML::BeginSeq;
  for (const ChartSeries& one : chart.series) {
    out << YAML::BeginMap << YAML::Key << "name" << YAML::Value << YAML::DoubleQuoted << one.name;
    out << YAML::Key << "values" << YAML::Value << YAML::Flow << YAML::BeginSeq;
    for (const auto& v : one.values) {
      v ? out << fmt::format("{:.15g}", *v) : out << YAML::Null;
    }
    out << YAML::EndSeq << YAML::EndMap;
  }
  out << YAML::EndSeq << YAML::EndMap;
  return std::string(out.c_str()) + "\n";
}

}  // namespace guanlan
