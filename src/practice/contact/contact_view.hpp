#pragma once

#include "practice/contact/agency_checks.hpp"
#include "practice/contact/contact_form.hpp"
#include "practice/contact/contact_list.hpp"
#include "practice/contact/history.hpp"

namespace steadfast::practice {

/// The form from the call to the decision, with what is known of the children beside it.
[[nodiscard]] web::Html contact_form_view(const ContactForm& form, const std::vector<ChildHistory>& histories, Date today);

/// One contact as it stands.
struct ContactShown {
    explicit ContactShown(Date shown_on) : today(shown_on) {}
    ContactRow row;
    Contact contact;                     ///< With its long texts.
    std::vector<ChildHistory> histories;
    std::string recorded_by;
    std::string decided_by;
    std::uint32_t version = 0;
    bool may_record = false;
    bool may_decide = false;
    std::string form_token;
    std::string key;
    web::Fields typed;                   ///< Of the decision, where it has to be put right.
    web::FieldErrors errors;
    web::Html notices;                   ///< That a draft was taken up, and who else writes on this contact.
    web::Html keeping;                   ///< What makes the decision keep itself as one types.
    std::string threshold_guide;         ///< The council's own; may be empty.
    std::vector<CheckLine> checks = {};   ///< What other agencies were asked, and answered.
    std::optional<ledger::ItemId> early_help = {};   ///< That began with it.
    bool may_begin_early_help = false;   ///< It was decided so, and this council keeps early help here.
    std::string trouble;                 ///< Why the decision was not saved, apart from a field.
    Instant now;
    Date today;
};
[[nodiscard]] web::Html contact_shown_view(const ContactShown& shown);

/// The inputs of a decision, with the council's threshold guide beside them where it wrote one.
[[nodiscard]] web::Html decision_inputs(const web::Fields& typed, const web::FieldErrors& errors, std::string_view threshold_guide);

/// What was done about these children before; what stands at the side.
[[nodiscard]] web::Html history_view(const std::vector<ChildHistory>& histories, Date today);

}  // namespace steadfast::practice
