#pragma once

#include "record/duty/in_time.hpp"
#include "record/pages/lists.hpp"
#include "web/html.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// What somebody asked: a time, and perhaps a team.
struct InTimeAsked {
    Date from;
    Date to;
    ledger::ItemId team;         ///< None: the whole council.
    std::string state;           ///< Which children: "late", "overdue", "never", "unknown", "in_time"; empty: all who were not in time.
    std::size_t page = 1;
    std::string trouble;         ///< What was wrong with what they typed; the last twelve months are shown then.

    [[nodiscard]] web::Link with(web::Link link) const;   ///< The same time and team on another page.
};

struct NamedTeam {
    ledger::ItemId id;
    std::string name;
};

/// Every duty in a row.
struct InTimeRow {
    const law::Timescale* timescale = nullptr;
    Tally tally;
};
[[nodiscard]] web::Html in_time_view(const InTimeAsked& asked, const std::vector<NamedTeam>& teams, const std::vector<InTimeRow>& rows);

/// One child behind a figure.
struct BehindRow {
    ledger::SubjectId child;
    std::string name;
    ledger::ItemId over;
    std::string_view over_name;
    std::string words;
};
struct OneInTime {
    const law::Timescale* timescale = nullptr;   ///< As the council has it today.
    const InTime* kept = nullptr;
    std::vector<BehindRow> behind;
    std::size_t withheld = 0;                    ///< Behind the figure too, and this visitor may not see them.
    pages::PageOf page;
};
[[nodiscard]] web::Html one_in_time_view(const InTimeAsked& asked, const std::vector<NamedTeam>& teams, const OneInTime& one);

/// "81% (812 of 1,003)"; where the record does not say of all, "78% to 83% (of 1,003)"; "Nothing fell due" of none.
[[nodiscard]] std::string share_in_words(const Tally& tally);

}  // namespace steadfast::record
