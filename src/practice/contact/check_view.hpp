#pragma once

#include "practice/contact/agency_checks.hpp"
#include "record/pages/item_form.hpp"
#include "web/form.hpp"
#include "web/html.hpp"

namespace steadfast::practice {

/// What other agencies know, beside a contact while one decides on it.
[[nodiscard]] web::Html checks_beside(const std::vector<CheckLine>& checks, ledger::ItemId contact, bool may_record, Instant now);

/// The form on which agencies are asked: any number of them the same question.
struct AskForm {
    ledger::ItemId contact;
    std::string names;          ///< Of the children whom the contact is about.
    web::Fields typed;
    web::FieldErrors errors;
    std::string form_token;
    std::string key;
    web::Html notices;
    web::Html keeping;
};
[[nodiscard]] web::Html ask_view(const AskForm& form);

/// The form of an answer, with what was asked above it.
[[nodiscard]] web::Html answer_view(const record::pages::ItemForm& form, const AgencyCheck& asked, const CheckLine& line,
                                    Instant now);

/// One check as it stands, with what is said of each child whom the viewer may see.
struct SaidOfChild {
    std::string name;
    std::string known;
};
[[nodiscard]] web::Html check_view(const CheckLine& line, const AgencyCheck& whole, const std::vector<SaidOfChild>& said,
                                   std::string_view asked_by, bool may_record, Instant now);

}  // namespace steadfast::practice
