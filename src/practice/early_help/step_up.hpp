#pragma once

#include "practice/early_help/under_way.hpp"
#include "record/pages/saving.hpp"

#include <string>
#include <vector>

namespace steadfast::practice {

/// Early help that is not enough: for which children more is asked, why, and the summary that goes along.
struct StepUp {
    std::vector<record::SeenChild> children;
    std::string why;
    std::string summary;
    std::string primary_need;   ///< Of law::primary_need; empty: not said.
};

/// A qualified social worker's or a manager's word opens a referral for each child who has none open, and ends early help with the summary.
[[nodiscard]] Result<std::vector<ledger::Change>> stepped_up(record::Record& record, const record::pages::Visit& visit,
                                                             const EarlyHelpSeen& seen, const StepUp& step,
                                                             const record::pages::FormKey& key);
/// Anybody else's asks the front door in a contact that says it all; early help goes on until that is decided.
[[nodiscard]] Result<std::vector<ledger::Change>> more_asked_for(record::Record& record, const record::pages::Visit& visit,
                                                                 const EarlyHelpSeen& seen, const StepUp& step,
                                                                 const record::pages::FormKey& key);

}  // namespace steadfast::practice
