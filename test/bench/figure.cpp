#include "figure.hpp"

#include <chrono>
#include <cstdio>
#include <fmt/format.h>

namespace steadfast::bench {

void print(const Figure& figure) {
    fmt::print(R"({{"name":"{}","figure":{:.1f},"unit":"{}","reference":{:.1f},"reference_name":"{}","target":{:.1f},"less_is_better":{}}})" "\n",
               figure.name, figure.figure, figure.unit, figure.reference, figure.reference_name, figure.target, figure.less_is_better);
    std::fflush(stdout);
}

double seconds() {
    static const auto began = std::chrono::steady_clock::now();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

}  // namespace steadfast::bench
