#pragma once

#include "workforce/measures/full_time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>

// The measures of the children's social work workforce as the Department for Education defines them (Children's social work workforce: methodology;
// full-time equivalents unless said, a snapshot on 30 September, flows over the year to it). Each is a value of plain counts; where the counts
// come from is the business of whoever asks. A measure of nothing is not 0: it is not known, with why.
namespace steadfast::workforce {

/// Why a measure is not known.
enum class NotKnown : std::uint8_t {
    count_missing,  ///< A count that it is made of is not known.
    nothing_to_share,  ///< What it is a share of is nothing: a council without any social worker in post has no turnover.
};
[[nodiscard]] std::string words(NotKnown why);

/// A number of tenths, rounded half away from nought as the department publishes it: 13.4 per cent, 17.7 cases.
struct Tenths {
    std::int64_t tenths = 0;

    [[nodiscard]] std::string words() const;  ///< "13.4"
    friend auto operator<=>(const Tenths&, const Tenths&) = default;
};
using Measure = tl::expected<Tenths, NotKnown>;
using Count = std::optional<FullTime>;  ///< None: not known.
using Number = std::optional<std::int64_t>;  ///< Of children, cases or days; none: not known.

/// Leavers in the year in a hundred of those in post.
[[nodiscard]] Measure turnover(Count leavers, Count in_post);
/// Vacancies in a hundred of vacancies and in post together.
[[nodiscard]] Measure vacancy_rate(Count vacancies, Count in_post);
/// Agency workers in a hundred of agency workers and in post together.
[[nodiscard]] Measure agency_rate(Count agency, Count in_post);
/// Agency workers who cover a vacancy, in a hundred agency workers.
[[nodiscard]] Measure agency_covering_vacancies(Count covering, Count agency);
/// Vacancies that an agency worker covers, in a hundred vacancies.
[[nodiscard]] Measure vacancies_covered_by_agency(Count covering, Count vacancies);
/// Cases held for each full-time equivalent who holds any.
[[nodiscard]] Measure caseload(Number cases, Count case_holders);

/// Working days of a year: the department's own number is not published, and this one gives its rates.
constexpr std::int64_t working_days_of_a_year = 253;
/// Working days lost to sickness in a hundred that all those in post had in the year.
/// @param days_lost in tenths of a day.
[[nodiscard]] Measure absence(Number days_lost_in_tenths, Count in_post);

/// Looked-after children with three or more allocated social workers in the year, in a hundred looked-after children.
[[nodiscard]] Measure three_or_more_workers(Number children, Number looked_after);

}  // namespace steadfast::workforce
