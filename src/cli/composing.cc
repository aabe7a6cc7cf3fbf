#include "cli/composing.h"

#include "cli/inputs.h"

namespace guanlan::cli {

compose::Hand hand_of(const Call& call) {
  std::string by = call.args.value("--by");
  if (by.empty()) by = call.env.variable("USER").value_or("");
  return {std::move(by), call.env.clock};
}

Result<compose::Templates> templates_of(const Call& call) {
  compose::Templates out;
  if (const std::string own = call.args.value("--templates"); !own.empty()) {
    std::error_code error;
    if (!std::filesystem::is_directory(own, error)) {
      return fail(Code::not_found, "没有这个模板文件夹", own,
                  "guanlan issue templates 可写出全部模板");
    }
    out.folders.emplace_back(own);
  }
  if (const auto config = call.env.variable("XDG_CONFIG_HOME")) {
    out.folders.push_back(std::filesystem::path(*config) / "guanlan/templates");
  } else if (const auto home = call.env.variable("HOME")) {
    out.folders.push_back(std::filesystem::path(*home) / ".config/guanlan/templates");
  }
  return out;
}

Result<CheckConfig> check_config_of(const Call& call) {
  const std::string path = call.args.value("--config");
  if (path.empty()) return CheckConfig{};
  const auto text = load(path);
  if (!text) return tl::unexpected(text.error());
  return CheckConfig::parse(*text, path);
}

Result<compose::DraftOptions> draft_options_of(const Call& call) {
  const auto value = [&](const char* option, const char* variable) {
    std::string out = call.args.value(option);
    return out.empty() ? call.env.variable(variable).value_or("") : out;
  };
  compose::DraftOptions out;
  out.endpoint = value("--endpoint", "GUANLAN_DRAFT_ENDPOINT");
  out.model = value("--model", "GUANLAN_DRAFT_MODEL");
  out.key = call.env.variable("GUANLAN_DRAFT_KEY").value_or("");
  if (const std::string file = value("--key-file", "GUANLAN_DRAFT_KEY_FILE"); !file.empty()) {
    auto key = load(file);
    if (!key) return tl::unexpected(std::move(key.error()));
    while (!key->empty() && (key->back() == '\n' || key->back() == '\r')) key->pop_back();
    out.key = std::move(*key);
  }
  return out;
}

OptionSpec by_option() {
  return {"--by", "NAME", {"是谁做的；默认 $USER", "who does it; default $USER"}};
}

OptionSpec templates_option() {
  return {"--templates",
          "DIR",
          {"自己的模板文件夹，先于内置模板；另见 ~/.config/guanlan/templates",
           "a folder of your own templates, before the built-in ones and "
           "~/.config/guanlan/templates"},
          {},
          Complete::folder};
}

}  // namespace guanlan::cli
