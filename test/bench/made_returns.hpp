#pragma once

#include "base/date.hpp"
#include "returns/reading/source_file.hpp"

#include <cstdint>
#include <fmt/compile.h>
#include <fmt/format.h>
#include <iterator>
#include <string>
#include <vector>

namespace steadfast::bench {

/// The SSDA903 tables of many invented children, the same on every run: some ten and a half rows a child.
class MadeReturns {
public:
    MadeReturns(int children, int first_number) : children_(children), first_number_(first_number) {}

    [[nodiscard]] std::vector<returns::SourceFile> files() {
        std::string header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
        std::string episodes = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";
        std::string reviews = "CHILD,DOB,REVIEW,REVIEW_CODE\n";
        std::string oc2 = "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
                          "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\n";
        std::string missing = "CHILD,DOB,MISSING,MIS_START,MIS_END\n";
        std::string permanence = "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n";
        std::string workers = "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n";
        for (int i = 0; i < children_; ++i) {
            const int child = first_number_ + i;
            const std::string born = Date::from_days(static_cast<int>(14'000 + below(5'500))).british();
            add(header, FMT_COMPILE("{},{},{},{},A{:012},{},\n"), child, 1 + below(2), born, pick(ethnicities), 1000 + i, below(2));
            Date day = Date::from_days(static_cast<int>(19'450 + below(200)));   // In the return's year, 2023-24.
            for (std::uint32_t episode = 0, count = 2 + below(2); episode < count; ++episode) {
                const Date next = day.plus_days(static_cast<int>(20 + below(60)));
                const bool is_last = episode + 1 == count;
                add(episodes, FMT_COMPILE("{},{},{},{},{},{},PR{},{},{},{},ZZ{} {}AA,ZZ{} {}BB,SC{:06}\n"), child, day.british(), episode == 0 ? "S" : "P",
                    pick(statuses), pick(needs), pick(placements), below(4), is_last ? std::string() : next.british(), is_last ? "" : "X1",
                    is_last ? "" : "CARPL", 1 + below(20), 1 + below(9), 1 + below(20), 1 + below(9), below(4'000));
                day = next;
            }
            for (int review = 0; review < 3; ++review)
                add(reviews, FMT_COMPILE("{},{},{},PN{}\n"), child, born, Date::from_days(19'460 + 100 * review + static_cast<int>(below(60))).british(), below(8));
            add(oc2, FMT_COMPILE("{},{},{},,{},,{},{},{},{},,\n"), child, born, below(40), below(2), below(2), below(2), below(2), below(2));
            if (below(10) < 6) {
                const Date went = Date::from_days(static_cast<int>(19'460 + below(300)));
                add(missing, FMT_COMPILE("{},{},{},{},{}\n"), child, born, below(2) == 0 ? "M" : "A", went.british(), went.plus_days(1).british());
            }
            add(permanence, FMT_COMPILE("{},{},Z1,,\n"), child, born);
            const Date began = Date::from_days(static_cast<int>(19'300 + below(100)));
            const Date changed = began.plus_days(200);
            add(workers, FMT_COMPILE("{},{},SW{:06},{},{},CHCHAN\n"), child, born, below(900), began.british(), changed.british());
            if (below(2) == 0) add(workers, FMT_COMPILE("{},{},SW{:06},{},,\n"), child, born, below(900), changed.british());
        }
        return {{"header.csv", std::move(header)},   {"episodes.csv", std::move(episodes)}, {"reviews.csv", std::move(reviews)}, {"oc2.csv", std::move(oc2)},
                {"missing.csv", std::move(missing)}, {"prev_perm.csv", std::move(permanence)}, {"social_worker.csv", std::move(workers)}};
    }

private:
    std::uint32_t below(std::uint32_t limit) {
        state_ = state_ * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return static_cast<std::uint32_t>((state_ >> 33) % limit);
    }
    template <std::size_t Count>
    std::string_view pick(const std::string_view (&of)[Count]) {
        return of[below(Count)];
    }
    template <class Format, class... Values>
    static void add(std::string& table, const Format& format, const Values&... values) {
        fmt::format_to(std::back_inserter(table), format, values...);
    }

    static constexpr std::string_view ethnicities[] = {"WBRI", "WBRI", "WBRI", "APKN", "ABAN", "BAFR", "MWBC", "WOTH", "WROM"};
    static constexpr std::string_view statuses[] = {"C2", "C1", "V2", "E1"};
    static constexpr std::string_view needs[] = {"N1", "N1", "N5", "N2"};
    static constexpr std::string_view placements[] = {"U6", "U1", "U3", "K2", "H5", "P1"};

    int children_;
    int first_number_;
    std::uint64_t state_ = 42;
};

}  // namespace steadfast::bench
