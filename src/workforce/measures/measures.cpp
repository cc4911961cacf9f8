#include "workforce/measures/measures.hpp"

#include <fmt/format.h>

namespace steadfast::workforce {
namespace {

// Counts of a country are below 10^9 hundredths, so nothing here comes near the end of 64 bits.

/// a in tenths of a b, times `of`: rounded half away from nought. Neither is below nought.
Measure tenths_of(std::int64_t a, std::int64_t b, std::int64_t of) {
    if (b <= 0) return tl::unexpected(NotKnown::nothing_to_share);
    return Tenths{(a * of * 10 * 2 + b) / (2 * b)};
}

Measure in_a_hundred(Count a, Count b) {
    if (!a || !b) return tl::unexpected(NotKnown::count_missing);
    return tenths_of(a->hundredths(), b->hundredths(), 100);
}

Count together(Count a, Count b) { return a && b ? Count(*a + *b) : std::nullopt; }

}  // namespace

std::string words(NotKnown why) {
    return why == NotKnown::count_missing ? "Not known: a count that it is made of is missing"
                                          : "Not known: there is nobody to count it of";
}

std::string Tenths::words() const {
    return fmt::format("{}{}.{}", tenths < 0 ? "-" : "", (tenths < 0 ? -tenths : tenths) / 10,
                       (tenths < 0 ? -tenths : tenths) % 10);
}

Measure turnover(Count leavers, Count in_post) { return in_a_hundred(leavers, in_post); }
Measure vacancy_rate(Count vacancies, Count in_post) { return in_a_hundred(vacancies, together(vacancies, in_post)); }
Measure agency_rate(Count agency, Count in_post) { return in_a_hundred(agency, together(agency, in_post)); }
Measure agency_covering_vacancies(Count covering, Count agency) { return in_a_hundred(covering, agency); }
Measure vacancies_covered_by_agency(Count covering, Count vacancies) { return in_a_hundred(covering, vacancies); }

Measure caseload(Number cases, Count case_holders) {
    if (!cases || !case_holders) return tl::unexpected(NotKnown::count_missing);
    return tenths_of(*cases * 100, case_holders->hundredths(), 1);
}

Measure absence(Number days_lost_in_tenths, Count in_post) {
    if (!days_lost_in_tenths || !in_post) return tl::unexpected(NotKnown::count_missing);
    return tenths_of(*days_lost_in_tenths * 10, in_post->hundredths() * working_days_of_a_year, 100);
}

Measure three_or_more_workers(Number children, Number looked_after) {
    if (!children || !looked_after) return tl::unexpected(NotKnown::count_missing);
    return tenths_of(*children, *looked_after, 100);
}

}  // namespace steadfast::workforce
