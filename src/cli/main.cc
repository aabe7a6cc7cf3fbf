#include <iostream>
#include <string>
#include <vector>

#include "cli/app.h"

int main(int argc, char** argv) {
  return guanlan::cli::run(std::vector<std::string>(argv + 1, argv + argc), std::cout, std::cerr);
}
