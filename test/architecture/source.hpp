#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::architecture {

struct Include {
    int line = 0;
    std::string name;     ///< "base/date.hpp"
    bool quoted = false;  ///< "…" and not <…>
};

struct Literal {
    int line = 0;
    std::string text;  ///< As written between the quotes.
};

/// One file of the house, taken apart far enough to judge it.
struct Source {
    std::string path;  ///< From src: "practice/missing/page.cpp"
    int lines = 0;
    std::string code;  ///< The text with comments, literals and includes blanked, line for line.
    std::vector<Include> includes;
    std::vector<Literal> literals;

    [[nodiscard]] bool is_header() const { return path.ends_with(".hpp"); }
    [[nodiscard]] bool is_test() const { return path.ends_with("_test.cpp"); }
    [[nodiscard]] bool is_below(std::string_view folder) const;  ///< "ledger/sqlite"
    [[nodiscard]] std::string room() const;                      ///< The first folder: "practice"; empty for none.
    [[nodiscard]] std::string slice() const;                     ///< "missing" of "practice/missing/page.cpp"; empty for none.
};

[[nodiscard]] Source take_apart(std::string path, std::string_view text);

/// Every .cpp and .hpp below a folder, in the order of their paths.
struct House {
    std::vector<Source> sources;
    std::set<std::string, std::less<>> paths;
};

[[nodiscard]] House read_house(const std::filesystem::path& src);

}  // namespace steadfast::architecture
