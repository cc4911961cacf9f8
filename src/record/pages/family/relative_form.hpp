#pragma once

#include "record/pages/site.hpp"
#include "record/people/people_search.hpp"
#include "record/people/relationship.hpp"
#include "web/form.hpp"

#include <string>
#include <vector>

namespace steadfast::record::pages {

/// Adding a relative: first whom, among those who are on record already, then what they are. All in one page, so that nobody is
/// made a second time because it was quicker.
struct RelativeForm {
    SeenChild person;
    std::string form_token;
    std::string key;                  ///< Of this form: sending it twice saves it once.
    web::Fields typed;
    web::FieldErrors errors;
    std::string searched;             ///< Empty: nothing was searched for yet, and only that is asked.
    PeopleFound found;
    bool has_address = false;         ///< Then it can be said that the relative lives there too.
};
[[nodiscard]] web::Html relative_form_view(const RelativeForm& form);

/// What was typed, read.
struct RelativeRead {
    std::optional<ledger::SubjectId> existing;   ///< None: somebody new.
    Person fresh;
    const RelationshipKind* kind = nullptr;
    bool is_inverse = false;          ///< The person is `kind` to the relative, and not the relative to the person.
    Relationship relationship;        ///< All but the two.
    bool lives_there_too = false;
};
[[nodiscard]] RelativeRead read_relative(RelativeForm& form);

}  // namespace steadfast::record::pages
