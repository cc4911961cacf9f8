#pragma once

#include "record/item/item_type.hpp"

namespace steadfast::practice {

/// The council's statement to a court that is asked for an order, in the parts that a court expects
/// (Family Procedure Rules 2010, Practice Direction 12A, "Social Work Statement").
struct CourtStatement {
    std::optional<Date> written_on;
    std::string court_and_number;
    std::string order_sought;
    record::Narrative reasons;
    record::Narrative family;
    record::Narrative why_now;       ///< What led to the application.
    record::Narrative background;    ///< How the council was involved; earlier orders and assessments.
    record::Narrative harm;  ///< What the child suffered or is likely to suffer, as the council will seek to establish it.
    record::Narrative parents_can;  ///< What the parents can give and what not, and why there is a gap.
    record::Narrative others;  ///< Other adults who may care.
    record::Narrative
        wishes;  ///< Of each child, gathered from where they were said, which is where they stand in the child's own words.
    record::Narrative needs;  ///< Of each child.
    record::Narrative timetable;  ///< Of each child: days in their life that the proceedings should heed.
    record::Narrative plan;  ///< Where the child is to live, and whom they see.
    record::Narrative evidence;  ///< What is still needed.
    std::string writer;  ///< Post, registration, and since when they know the child.
    std::optional<bool> is_true;  ///< The writer believes so (Family Procedure Rules 2010, rule 17.2).
    std::optional<Date> filed_on;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::CourtStatement>();
