// How long a page takes to write: a table of 200 people as the lists show them, through the typed builder.
#include "figure.hpp"

#include "web/html.hpp"

#include <chrono>
#include <fmt/core.h>
#include <string>
#include <vector>

namespace {

using steadfast::web::Html;

struct Row {
    std::string name, born, team, last_seen;
};

std::vector<Row> rows() {
    std::vector<Row> all;
    for (int i = 0; i < 200; ++i) {
        all.push_back({fmt::format("Amira O'Neill-<{}>", i), fmt::format("{} March 2015", 1 + i % 28), "Duty & assessment", "Tue 3 March 2026"});
    }
    return all;
}

Html table(const std::vector<Row>& all) {
    Html page;
    page << "<table><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Born</th><th scope=\"col\">Team</th><th scope=\"col\">Last seen</th></tr></thead><tbody>";
    for (const auto& row : all) {
        page << "<tr><th scope=\"row\"><a" << href(steadfast::web::to("/people") / row.born) << ">" << row.name << "</a></th><td>" << row.born
             << "</td><td>" << row.team << "</td><td>" << row.last_seen << "</td></tr>";
    }
    page << "</tbody></table>";
    return page;
}

}  // namespace

int main() {
    using Clock = std::chrono::steady_clock;
    const auto all = rows();
    std::size_t bytes = 0;
    int pages = 0;
    const auto began = Clock::now();
    for (; Clock::now() - began < std::chrono::seconds(1); ++pages) bytes += table(all).text().size();
    const auto microseconds = std::chrono::duration<double, std::micro>(Clock::now() - began).count() / pages;
    const auto name = fmt::format("a table of 200 people, {} bytes", bytes / static_cast<std::size_t>(pages));
    steadfast::bench::print({.name = name, .figure = microseconds, .unit = "µs", .target = 60, .less_is_better = true});
}
