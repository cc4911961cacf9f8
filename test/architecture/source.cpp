#include "source.hpp"

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

namespace steadfast::architecture {
namespace {

/// Walks C++ text once and tells comments, literals and code apart.
class Reader {
public:
    Reader(Source& source, std::string_view text) : source_(source), text_(text) {}

    void read() {
        while (at_ < text_.size()) {
            if (begins("//")) {
                blank_until(std::min(text_.find('\n', at_), text_.size()));
            } else if (begins("/*")) {
                blank_until(after("*/", at_ + 2));
            } else if (begins("R\"") && !follows_a_name()) {
                read_raw_literal();
            } else if (text_[at_] == '"') {
                read_literal();
            } else if (text_[at_] == '\'' && !follows_a_name()) {  // 1'000 has one too, after a digit.
                blank_until(end_of_quoted('\''));
            } else {
                keep();
            }
        }
    }

private:
    [[nodiscard]] bool begins(std::string_view with) const { return text_.substr(at_).starts_with(with); }

    [[nodiscard]] bool follows_a_name() const {
        return at_ > 0 && (std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) != 0 || text_[at_ - 1] == '_');
    }

    [[nodiscard]] std::size_t after(std::string_view end, std::size_t from) const {
        const auto found = text_.find(end, from);
        return found == std::string_view::npos ? text_.size() : found + end.size();
    }

    /// Just past the quote that closes what opens here.
    [[nodiscard]] std::size_t end_of_quoted(char quote) const {
        auto end = at_ + 1;
        while (end < text_.size() && text_[end] != quote && text_[end] != '\n') end += text_[end] == '\\' ? 2 : 1;
        return std::min(end + 1, text_.size());
    }

    void read_literal() {
        const auto end = end_of_quoted('"');
        source_.literals.push_back({line_, std::string(text_.substr(at_ + 1, end - at_ - 2))});
        blank_until(end);
    }

    void read_raw_literal() {
        const auto open = text_.find('(', at_);
        if (open == std::string_view::npos) return keep();
        const auto closing = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
        const auto end = after(closing, open);
        source_.literals.push_back({line_, std::string(text_.substr(open + 1, end - open - 1 - closing.size()))});
        blank_until(end);
    }

    void blank_until(std::size_t end) {
        for (; at_ < end; ++at_) {
            if (text_[at_] == '\n') ++line_;
            source_.code += text_[at_] == '\n' ? '\n' : ' ';
        }
    }

    void keep() {
        if (text_[at_] == '\n') ++line_;
        source_.code += text_[at_++];
    }

    Source& source_;
    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
};

/// Includes leave the text before it is read further, so that their names are not taken for literals.
std::string without_includes(Source& source, std::string_view text) {
    static const std::regex include(R"re(^\s*#\s*include\s*(["<])([^">]+)[">].*)re");
    std::istringstream lines{std::string(text)};
    std::string rest;
    for (std::string line; std::getline(lines, line); rest += line + "\n") {
        ++source.lines;
        if (std::smatch match; std::regex_match(line, match, include)) {
            source.includes.push_back({source.lines, match[2], match[1] == "\""});
            line.clear();
        }
    }
    return rest;
}

}  // namespace

bool Source::is_below(std::string_view folder) const {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

std::string Source::room() const {
    const auto slash = path.find('/');
    return slash == std::string::npos ? "" : path.substr(0, slash);
}

std::string Source::slice() const {
    const auto first = path.find('/');
    const auto second = first == std::string::npos ? first : path.find('/', first + 1);
    return second == std::string::npos ? "" : path.substr(first + 1, second - first - 1);
}

Source take_apart(std::string path, std::string_view text) {
    Source source;
    source.path = std::move(path);
    const auto rest = without_includes(source, text);
    Reader(source, rest).read();
    return source;
}

House read_house(const std::filesystem::path& src) {
    House house;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(src)) {
        const auto extension = entry.path().extension();
        if (!entry.is_regular_file() || (extension != ".cpp" && extension != ".hpp")) continue;
        std::ostringstream text;
        text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        house.sources.push_back(take_apart(std::filesystem::relative(entry.path(), src).generic_string(), text.str()));
        house.paths.insert(house.sources.back().path);
    }
    std::ranges::sort(house.sources, {}, &Source::path);
    return house;
}

}  // namespace steadfast::architecture
