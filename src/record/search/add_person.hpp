#pragma once

#include "record/pages/site.hpp"
#include "record/search/duplicates.hpp"
#include "web/form.hpp"

#include <string>
#include <vector>

namespace steadfast::record::pages {

/// The form in which somebody new is added, and who is on record already and may be them.
struct AddPerson {
    web::Fields typed;
    web::FieldErrors errors;
    bool was_searched = false;
    std::vector<LikelyPerson> likely;
    PeopleFound found;           ///< Who fits the name, likely or not.
    Date today = Date::from_days(0);
    std::string key;             ///< Names what will be saved, so that sending it twice adds one person.
    std::string form_token;
};

/// Reads the form: what may be put right is in `errors`.
[[nodiscard]] Person read_person(AddPerson& form);
/// By what the person in the form can be found, beyond their names and date of birth.
[[nodiscard]] std::vector<PersonTerm> typed_terms(const web::Fields& typed);

[[nodiscard]] web::Html add_person_view(const AddPerson& form);

/// Adding somebody, which searches for them first.
[[nodiscard]] std::vector<PageRoute> add_person_routes(Record& record);

}  // namespace steadfast::record::pages
