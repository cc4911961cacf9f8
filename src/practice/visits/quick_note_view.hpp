#pragma once

#include "record/pages/item_form.hpp"

namespace steadfast::practice {

struct QuickNote {
    web::Link action;
    web::Link back;
    web::Link whole_form;                                ///< The form with everything.
    std::string form_token;
    std::string key;
    std::string child_name;
    std::vector<record::pages::AboutWhom> family;        ///< The child first.
    web::Fields typed;
    web::FieldErrors errors;
    std::string now_in_words;                            ///< "today at 14:32"
    web::Html notices;
    web::Html keeping;
};
[[nodiscard]] web::Html quick_note_view(const QuickNote& note);

}  // namespace steadfast::practice
