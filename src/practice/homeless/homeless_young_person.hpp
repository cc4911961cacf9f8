#pragma once

#include "law/code_set.hpp"
#include "record/item/item_type.hpp"

namespace steadfast::practice {

extern const law::CodeSet homeless_where_tonight;   ///< Where the young person sleeps while it is assessed.
extern const law::CodeSet homeless_wants;           ///< What the young person wants.
extern const law::CodeSet homeless_decision;        ///< Under which law there is somewhere to live.

/// That somebody of 16 or 17 came to the council without a home, or about to lose it, and what they were told, offered and given (Children Act 1989,
/// section 20; Housing Act 1996, part 7; Prevention of homelessness and provision of accommodation for 16 and 17 year old young people, 2018;
/// R (G) v Southwark [2009] UKHL 26).
struct HomelessYoungPerson {
    When came;
    std::string came_to;  ///< Housing, the front door, another council…
    record::Narrative why_homeless;
    record::Coded<homeless_where_tonight> tonight;
    When safe_place;  ///< When they had somewhere safe to sleep.
    std::string safe_place_where;
    std::optional<Date> assessed_on;
    std::optional<bool> is_in_need;
    std::optional<Date> rights_explained_on;  ///< What section 20 and what the Housing Act would bring, in words they can keep.
    std::optional<Date> advocate_offered_on;
    std::optional<bool> has_advocate;
    record::Coded<homeless_wants> wants;
    record::Narrative own_words;
    std::optional<bool>
        understands_refusal;  ///< Of who wants not to be accommodated under section 20: knows what that means, and is fit to decide it.
    record::Coded<homeless_decision> decision;
    std::optional<Date> decided_on;
    record::Narrative why_decided;
};

}  // namespace steadfast::practice

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::practice::HomelessYoungPerson>();
