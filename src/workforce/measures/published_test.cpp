// Every rate that the Department for Education published of every council, region and of England for 2017 to 2023, worked out again from the counts
// beside it. Where ours is another, a reason has to hold; where none does, the test fails. Absence can't be worked out again: the days that were
// lost are not published.
#include "law/shared_facts.hpp"
#include "workforce/measures/measures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <vector>

namespace steadfast::workforce {
namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    bool is_quoted = false;
    for (const char letter : line) {
        if (letter == '"') is_quoted = !is_quoted;
        else if (letter == ',' && !is_quoted) cells.emplace_back();
        else if (letter != '\r') cells.back() += letter;
    }
    return cells;
}

std::vector<Row> rows_of(const std::string& text) {
    std::istringstream lines(text);
    std::string line;
    std::getline(lines, line);
    const auto names = cells_of(line);
    std::vector<Row> rows;
    while (std::getline(lines, line)) {
        const auto cells = cells_of(line);
        for (std::size_t i = 0; i < names.size() && i < cells.size(); ++i) {
            if (i == 0) rows.emplace_back();
            rows.back()[names[i]] = cells[i];
        }
    }
    return rows;
}

/// A published rate: of which counts, and with which formula of ours.
struct Rate {
    std::string published;
    std::string above;
    std::string below;
    bool is_share;  ///< What stands above counts below as well.
    double of;
    Measure (*ours)(const Row& row);
};

Count count(const Row& row, const std::string& name) { return FullTime::parse(row.at(name)); }
Number number(const Row& row, const std::string& name) {
    const auto read = FullTime::parse(row.at(name));
    return read ? Number(read->hundredths() / 100) : std::nullopt;
}

const Rate rates[] = {
    {"turnover_rate_fte", "leavers_fte", "inpost_fte", false, 100,
     [](const Row& row) { return turnover(count(row, "leavers_fte"), count(row, "inpost_fte")); }},
    {"agency_rate_fte", "agency_fte", "inpost_fte", true, 100,
     [](const Row& row) { return agency_rate(count(row, "agency_fte"), count(row, "inpost_fte")); }},
    {"vacancy_rate_fte", "vacancy_fte", "inpost_fte", true, 100,
     [](const Row& row) { return vacancy_rate(count(row, "vacancy_fte"), count(row, "inpost_fte")); }},
    {"caseload_fte", "cases", "case_holders_fte", false, 1,
     [](const Row& row) { return caseload(number(row, "cases"), count(row, "case_holders_fte")); }},
};

double in_units(const Row& row, const std::string& name) {
    return static_cast<double>(FullTime::parse(row.at(name)).value_or(FullTime()).hundredths()) / 100;
}

/// Whether counts that were rounded to these can give the published rate, itself rounded to one place.
bool can_give(const Rate& rate, double above, double above_error, double below, double below_error, double published) {
    const auto at = [&rate](double a, double b) { return rate.of * a / std::max(1e-9, rate.is_share ? a + b : b); };
    return at(std::max(0.0, above - above_error), below + below_error) <= published + 0.05 + 1e-9 &&
           at(above + above_error, std::max(0.0, below - below_error)) >= published - 0.05 - 1e-9;
}

constexpr double rounded = 0.05;

class Published {
public:
    explicit Published(std::vector<Row> rows) : rows_(std::move(rows)) {}
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

    /// Why ours is another than what was published, in a few words; empty where no reason holds.
    [[nodiscard]] std::string why_it_differs(const Row& row, const Rate& rate) const {
        const std::string& said = row.at(rate.published);
        const Measure ours = rate.ours(row);
        const auto published = FullTime::parse(said);
        if (!published) {
            if (!ours)
                return said == "z" ? "published as not applicable: there is nobody in post"
                                   : "not published, and neither is a count";
            return "";
        }
        if (!ours) return "";
        if (ours->tenths * 10 == published->hundredths()) return "as published";
        const double rate_said = static_cast<double>(published->hundredths()) / 100;
        const double above_error = rate.above == "cases" ? 0 : rounded;
        if (can_give(rate, in_units(row, rate.above), above_error, in_units(row, rate.below), rounded, rate_said))
            return "within the rounding of the counts";
        if (leaves_out_who_could_not_say(row, rate, rate_said)) return "leaves out authorities whose count was unavailable";
        return "";
    }

private:
    [[nodiscard]] static bool is_part(const Row& authority, const Row& whole) {
        if (authority.at("geographic_level") != "Local authority" || authority.at("time_period") != whole.at("time_period"))
            return false;
        const std::string& region = authority.at("region_name");
        return whole.at("geographic_level") == "National" || region == whole.at("region_name") ||
               (whole.at("region_name") == "London" && (region == "Inner London" || region == "Outer London"));
    }
    [[nodiscard]] const Row* region_of(const Row& authority) const {
        for (const Row& row : rows_)
            if (row.at("geographic_level") == "Regional" && row.at("time_period") == authority.at("time_period") &&
                row.at("region_name") == authority.at("region_name"))
                return &row;
        return nullptr;
    }
    /// What a region's count holds for the one authority whose own is unavailable: the rest of it.
    [[nodiscard]] double held_for(const Row& authority, const Rate& rate) const {
        const Row* const region = region_of(authority);
        if (!region) return 0;
        double rest = in_units(*region, rate.above);
        for (const Row& row : rows_)
            if (is_part(row, *region)) rest -= in_units(row, rate.above);
        return std::max(0.0, rest);
    }
    /// A region's rate, or England's, is of those alone who could say: neither their counts nor their workers in post are in it.
    [[nodiscard]] bool leaves_out_who_could_not_say(const Row& whole, const Rate& rate, double published) const {
        double above = in_units(whole, rate.above);
        double below = in_units(whole, rate.below);
        std::size_t left_out = 0;
        std::size_t parts = 0;
        for (const Row& authority : rows_) {
            if (!is_part(authority, whole)) continue;
            ++parts;
            if (authority.at(rate.above) != "u") continue;
            ++left_out;
            above -= held_for(authority, rate);
            below -= in_units(authority, rate.below);
        }
        return left_out > 0 && can_give(rate, above, rounded * static_cast<double>(std::min<std::size_t>(parts, 20)), below,
                                        rounded * static_cast<double>(1 + left_out), published);
    }

    std::vector<Row> rows_;
};

TEST(PublishedWorkforce, is_what_our_formulas_make_of_its_counts_or_differs_for_a_reason_that_holds) {
    const auto shared = law::shared_facts(std::filesystem::path(STEADFAST_FIXTURES) / ".." / "..");
    if (!shared) GTEST_SKIP() << "The published files are not here: set STEADFAST_SHARED to compare with them.";
    const Published published(rows_of(law::text_of_file(*shared / "data" / "social_work_workforce_2017_2023.csv")));
    ASSERT_EQ(published.rows().size(), 1137U);
    std::map<std::string, std::map<std::string, int>> reasons;
    for (const Row& row : published.rows())
        for (const Rate& rate : rates) {
            const std::string why = published.why_it_differs(row, rate);
            EXPECT_FALSE(why.empty()) << row.at("time_period") << " " << row.at("region_name") << " " << row.at("la_name") << ": "
                                      << rate.published << " is published as " << row.at(rate.published) << ", and the counts "
                                      << row.at(rate.above) << " and " << row.at(rate.below) << " make "
                                      << (rate.ours(row) ? rate.ours(row)->words() : words(rate.ours(row).error()));
            ++reasons[rate.published][why];
        }
    // Counted, so that a formula that rounds otherwise can't hide behind the rounding of the counts.
    EXPECT_EQ(reasons["turnover_rate_fte"]["as published"], 1039);
    EXPECT_EQ(reasons["agency_rate_fte"]["as published"], 1082);
    EXPECT_EQ(reasons["vacancy_rate_fte"]["as published"], 1105);
    EXPECT_EQ(reasons["caseload_fte"]["as published"], 1110);
    int left_out = 0;
    for (auto& [rate, all] : reasons) left_out += all["leaves out authorities whose count was unavailable"];
    EXPECT_EQ(left_out, 5) << "England and the North East in 2022, England, London and Outer London in 2023";
}

}  // namespace
}  // namespace steadfast::workforce
