#pragma once

#include "practice/early_help/under_way.hpp"
#include "record/pages/site.hpp"
#include "web/form.hpp"

namespace steadfast::practice {

/// Early help as it stands: who leads it and who looks over it, what is due, and what one can do next.
struct EarlyHelpShown {
    const record::pages::Visit& visit;
    const EarlyHelpSeen& seen;
    BelongsToHelp belongs;
    std::vector<record::DutyStanding> owed;
    std::string overseer;                 ///< Their name; empty where there is nobody.
    std::vector<std::string> looked_by;   ///< Of each oversight, whose it was.
    bool may_record = false;
    bool may_oversee = false;             ///< Qualified, and not the one who leads it.
    web::Fields typed;
    web::FieldErrors errors;
};
[[nodiscard]] web::Html early_help_view(const EarlyHelpShown& shown);

/// "Led by Tom Reed", "Nobody leads it yet"
[[nodiscard]] std::string led_by_in_words(const EarlyHelp& help);

}  // namespace steadfast::practice
