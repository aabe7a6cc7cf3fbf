// Reads a file and prints its headlines: the shortest program on the public API.
#include <guanlan/record.h>

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  auto sources = guanlan::read(argv[1]);
  if (!sources) {
    std::cerr << guanlan::name(sources.error().code) << ": " << sources.error().message << '\n';
    return 3;
  }
  for (auto& source : *sources) {
    const auto document = guanlan::process(std::move(source), guanlan::Lexicon::builtin());
    for (const auto& item : document.issue.items) {
      std::cout << document.layout.clean.surface(item.title, document.source.raw) << '\n';
    }
  }
}
