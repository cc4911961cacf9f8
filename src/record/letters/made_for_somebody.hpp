#pragma once

#include "record/item/item_type.hpp"
#include "record/letters/recipient.hpp"
#include "record/pages/site.hpp"
#include "record/workers/worker.hpp"
#include "web/form.hpp"

#include <string>
#include <vector>

namespace steadfast::record::letters {

/// As what something went out.
extern const law::CodeSet went_out_as;

/// That a print or a list was made for somebody: what, for whom and about which children (UK GDPR art. 5(2) and 30). Letters are not among
/// these: each stands on its child's record by itself.
struct MadeForSomebody {
    When made;
    Link<Worker> made_by;
    std::string what;                   ///< "The plan", "Documents: a list".
    Coded<went_out_as> as;
    std::string recipient;
    std::string capacity;               ///< Who the recipient is to the child.
    std::string may_know;               ///< Whom else it names, where whoever made it said that the recipient may know of them.
    std::optional<std::int32_t> children;   ///< Of how many it is. Of many it is on none's record, and here alone.
};

/// What just went out.
struct WentOut {
    std::string what;
    std::string_view as = "print";      ///< Of went_out_as.
    Recipient recipient;
    std::vector<ledger::SubjectId> about = {};
    std::vector<std::string> may_know = {};
};

inline constexpr std::size_t most_on_whose_record = 200;   ///< A list of more children than this stands on none's.

/// Puts on record that something went out, once for each form that was opened, however often its answer is loaded again.
/// @return what to tell whoever made it where that could not be saved; otherwise empty. It goes out all the same: a court's morning does
///         not wait for a disk.
[[nodiscard]] std::string note_that_it_went_out(Record& record, const pages::Visit& visit, const WentOut& out);

}  // namespace steadfast::record::letters

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::letters::MadeForSomebody>();
