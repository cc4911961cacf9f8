// What stands where, and how it is named.
#include "rules.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <regex>

namespace steadfast::architecture {
namespace {

constexpr int longest_file = 400;

/// Every place in the code, comments and literals left out, that a pattern finds.
void find_in_code(const Source& source, const std::regex& pattern, std::string_view says, Findings& findings) {
    for (std::sregex_iterator match(source.code.begin(), source.code.end(), pattern), end; match != end; ++match) {
        const auto line = 1 + std::count(source.code.begin(), source.code.begin() + match->position(), '\n');
        findings.push_back(fmt::format("{}:{}: '{}' {}", source.path, line, match->str(), says));
    }
}

void find_in_literals(const Source& source, const std::regex& pattern, std::string_view says, Findings& findings) {
    for (const auto& literal : source.literals) {
        if (std::smatch match; std::regex_search(literal.text, match, pattern)) {
            findings.push_back(fmt::format("{}:{}: '{}' {}", source.path, literal.line, match.str(), says));
        }
    }
}

}  // namespace

Findings sql_outside_the_stores(const House& house) {
    // Statements as they begin, in capitals, or in small letters with what no English sentence has behind them.
    static const std::regex sql(
        R"(\b(SELECT\s+[\w*(]|INSERT\s+INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|(CREATE|ALTER|DROP)\s+(UNIQUE\s+)?(TABLE|INDEX|VIEW|TRIGGER)\b|PRAGMA\s)"
        R"(|insert into \w+ *(\(|values|select)|update \w+ set \w+ *=|delete from \w+ where|(create|alter|drop) (unique )?(table|index) \w)"
        R"(|select [\w*, .()]+ from \w+( where \w+ *[=<>]| (order|group) by | limit |;)|pragma \w+ *[=(;]))");
    Findings findings;
    for (const auto& source : house.sources) {
        const bool is_sqlite = source.is_below("ledger/sqlite");
        const bool is_postgresql = source.is_below("ledger/postgresql");
        const bool tampers = source.is_test() && source.is_below("ledger");  // Behind the store's back, to show that it is noticed.
        if (!is_sqlite && !is_postgresql && !tampers) find_in_literals(source, sql, "is SQL, which only the ledger's stores speak", findings);
        for (const auto& include : source.includes) {
            const bool sqlite_outside = include.name.starts_with("sqlite3") && !is_sqlite;
            const bool postgresql_outside = include.name.ends_with("libpq-fe.h") && !is_postgresql;
            if (sqlite_outside || postgresql_outside) {
                findings.push_back(
                    fmt::format("{}:{}: only the ledger's own store may include <{}>", source.path, include.line, include.name));
            }
        }
    }
    return findings;
}

Findings clocks_read_outside_the_clock(const House& house) {
    static const std::regex clock(
        R"(\b(system_clock|utc_clock|tai_clock)\s*::\s*now\b|\bstd::time\s*\(|\btime\s*\(\s*(nullptr|NULL|0)\s*\)|\bgettimeofday\s*\(|\bCLOCK_REALTIME\b)");
    Findings findings;
    for (const auto& source : house.sources) {
        if (source.path == "base/clock.cpp" || source.is_below("app")) continue;
        find_in_code(source, clock, "asks the time; be told it", findings);
    }
    return findings;
}

Findings domain_words_below_the_record(const House& house) {
    const std::string words =
        "child|children|sibling|siblings|carer|carers|foster|fostering|adoption|adopter|family_time|referral|referrals|placement|placements|"
        "safeguarding|social_worker|social worker|looked_after|looked after|in_need|caseload|chronology|assessment|assessments|"
        "council|councils|ofsted|ssda903|upn|uasc|duty|duties|timescale|timescales";
    // In names the words are parts: ChildId, child_id. In literals they are words.
    static const std::regex in_names(
        "\\b(" + words +
        ")(?=\\b|_)|\\b(Child|Sibling|Carer|Referral|Placement|SocialWorker|Assessment|Council|Duty|Timescale)[A-Za-z]*");
    static const std::regex in_text("\\b(" + words + ")\\b", std::regex::icase);
    Findings findings;
    for (const auto& source : house.sources) {
        if ((source.room() != "web" && source.room() != "base") || source.is_test()) continue;
        find_in_code(source, in_names, "is a domain word; this room has none", findings);
        find_in_literals(source, in_text, "is a domain word; this room has none", findings);
    }
    return findings;
}

Findings files_too_long(const House& house) {
    Findings findings;
    for (const auto& source : house.sources) {
        if (source.lines > longest_file) {
            findings.push_back(
                fmt::format("{}:1: {} lines; over {} it is more than one idea", source.path, source.lines, longest_file));
        }
    }
    return findings;
}

Findings names_that_say_nothing(const House& house) {
    static const std::regex in_paths(
        "(^|[/_])(manager|helper|helpers|util|utils|service|handler|data|process|processor)(?=[/_.])");
    static const std::regex in_types(
        R"(\b(class|struct|enum class)\s+(\w*(Manager|Helper|Util|Utils|Service|Handler|Processor)|\w*[a-z]Data|Data)\b(?!\s*;))");
    Findings findings;
    for (const auto& source : house.sources) {
        if (std::smatch match; std::regex_search(source.path, match, in_paths)) {
            findings.push_back(fmt::format("{}:1: '{}' says nothing; name what it is", source.path, match[2].str()));
        }
        find_in_code(source, in_types, "says nothing; name what it is", findings);
    }
    return findings;
}

}  // namespace steadfast::architecture
