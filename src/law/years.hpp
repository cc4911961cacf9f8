#pragma once

#include "base/date.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace steadfast::law {

/// Twelve months that begin on the first of a month and run into the next calendar year. Named by the calendar year
/// in which it ends, as the returns are: 2025 is the year that people write 2024-25.
template <unsigned first_month>
class YearFrom {
public:
    /// `ends_in` from 1801 to 2299.
    explicit constexpr YearFrom(int ends_in) : ends_in_(ends_in) {}
    [[nodiscard]] static YearFrom of(Date day);
    /// "2024-25", "2024/25" or "2024 to 2025". None where the two years do not follow one another.
    [[nodiscard]] static std::optional<YearFrom> parse(std::string_view text);

    [[nodiscard]] constexpr int ends_in() const { return ends_in_; }
    [[nodiscard]] Date first_day() const;
    [[nodiscard]] Date last_day() const;
    [[nodiscard]] bool contains(Date day) const { return first_day() <= day && day <= last_day(); }
    [[nodiscard]] constexpr YearFrom next() const { return YearFrom(ends_in_ + 1); }
    [[nodiscard]] constexpr YearFrom previous() const { return YearFrom(ends_in_ - 1); }

    [[nodiscard]] std::string name() const;   ///< "2024-25"
    [[nodiscard]] std::string words() const;  ///< "1 April 2024 to 31 March 2025"

    friend constexpr auto operator<=>(const YearFrom&, const YearFrom&) = default;

private:
    int ends_in_;
};

/// 1 April to 31 March: the SSDA903's collection year and the children in need census's year. The code sets'
/// first and last years are the `ends_in` of these.
using ReturnYear = YearFrom<4>;
/// The council's financial year runs over the same days.
using FinancialYear = ReturnYear;
/// 1 September to 31 August. In law a school year runs from the first term after July (Education Act 1996, section
/// 579); September is where it begins for every measure by year group.
using SchoolYear = YearFrom<9>;

extern template class YearFrom<4>;
extern template class YearFrom<9>;

}  // namespace steadfast::law
