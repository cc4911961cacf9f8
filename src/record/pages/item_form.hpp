#pragma once

#include "record/item/body.hpp"
#include "record/pages/item_page.hpp"
#include "web/components/fields.hpp"
#include "web/form.hpp"
#include "web/html.hpp"
#include "web/link.hpp"

#include <string>
#include <vector>

namespace steadfast::record::pages {

/// Somebody else whom what is being recorded may also be about.
struct AlsoAbout {
    AboutWhom whom;
    std::string why;         ///< "Recorded together before", "Brother".
    bool is_ticked = false;
};

/// The form of an item, from its declaration: for a new one, or to change one.
struct ItemForm {
    const ItemType* type = nullptr;
    web::Link action;
    web::Link back;
    std::string form_token;
    std::vector<AboutWhom>
        each;     ///< Whom it asks about one by one; empty where it is about one child, or no field is about each.
    std::string first_name;          ///< Of the child whose page it was opened on…
    bool can_be_about_several = false;   ///< …where it is new, and may be about others too.
    std::vector<AlsoAbout> also;
    web::Fields typed;               ///< What stands in the inputs: typed before, or what is recorded now.
    web::FieldErrors errors;
    std::string goes_into;           ///< "This will be in the file of …", said before saving.
    std::uint32_t starts_from = 0;
    std::string key;                 ///< Of this form: sending it twice saves it once.
    web::Html notices;               ///< What there is to know before one types: a draft, a colleague who writes here too.
    web::Html keeping;               ///< What makes it keep itself as one types (drafted_form.hpp).
    std::vector<web::Choice> workers = {};  ///< Who may be named as the one who answers for it or goes there (named_worker.hpp).
    std::vector<std::string_view> not_asked = {};  ///< Fields that another page asks for: how something ended.

    [[nodiscard]] bool leaves_out(std::string_view field_key) const;
};

// Its pieces, for a room that lays out a form of its own.

/// Brothers and sisters to tick, and a way to find anybody else.
[[nodiscard]] web::Html whom_it_is_about(const ItemForm& form);
/// Whether what is said of each child is asked for of one child alone too: what they say, whether they were seen. Not where all of it is what
/// brothers and sisters should not read.
[[nodiscard]] bool asks_about_one_alone(const ItemType& type);
/// The parts about each child. A script hides those of children who are not ticked; without one they stand there and may be left empty.
[[nodiscard]] web::Html parts_about_each(const ItemForm& form);
/// Whether what is said of several may be read by each of them.
[[nodiscard]] web::Html mark_as_fit(const ItemForm& form);

[[nodiscard]] web::Html form_view(const ItemForm& form);

/// What an item's values look like in the inputs of its form.
[[nodiscard]] web::Fields typed_from(const ItemType& type, const Content& content, const std::vector<AboutWhom>& each);

/// "This will be in the files of Amira, Sam and Leila." Empty where it is about nobody.
[[nodiscard]] std::string goes_into(const std::vector<std::string>& names);

}  // namespace steadfast::record::pages
