#pragma once

#include "record/pages/family/around.hpp"
#include "record/pages/site.hpp"
#include "record/people/family.hpp"
#include "record/people/genogram.hpp"

#include <optional>
#include <set>

namespace steadfast::record::pages {

/// Everything that the family page shows, finished.
struct FamilyPage {
    Family family;                            ///< The first is whose page it is.
    std::vector<std::string> is_what;         ///< What each is to the first, and the first to themselves nothing.
    std::vector<std::string> responsibility;  ///< Parental responsibility for the first, in words; empty: not recorded.
    std::vector<SeenChild> household;
    std::set<ledger::SubjectId> lives_here;
    Around around;                            ///< Of the first.
    std::vector<std::vector<std::string>> contact;   ///< How to reach each safely.
    std::optional<Genogram> genogram;
    Date today;
    bool may_record = false;
    std::vector<std::string> alert_owners;    ///< By alert: who looks after it…
    std::vector<bool> is_my_alert;            ///< …and whether that is whoever looks at the page.
    std::string form_token;
};
[[nodiscard]] web::Html family_view(const FamilyPage& page);

/// The section of the child's page: who lives with them, who is who, how to make contact.
/// @param lives_at as the bar above the page says it.
[[nodiscard]] web::Html family_panel(const FamilyPage& page, const web::Html& lives_at);

}  // namespace steadfast::record::pages
