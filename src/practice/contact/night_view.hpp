#pragma once

#include "practice/contact/contact_list.hpp"
#include "practice/contact/night_handover.hpp"
#include "practice/contact/settings.hpp"
#include "web/form.hpp"
#include "web/html.hpp"

namespace steadfast::practice {

/// A handover in the list.
struct HandoverRow {
    ledger::ItemId item;
    std::uint32_t version = 0;
    NightHandover handover;                      ///< With its long texts.
    std::vector<record::SeenChild> children;
    std::string written_by;
    std::string taken_over_by;
};

/// A child with an alert that is in force.
struct AlertRow {
    record::SeenChild child;
    std::string words;
    ledger::ItemId item;
};

struct NightShown {
    std::vector<ContactRow> contacts;            ///< Taken since the office last closed.
    std::vector<HandoverRow> to_take_over;       ///< Oldest first.
    std::vector<HandoverRow> taken_over;         ///< Of today, latest first.
    std::vector<AlertRow> alerts;
    FrontDoorSettings settings;
    bool may_record = false;
    std::string form_token;
    Instant now;
};
[[nodiscard]] web::Html night_view(const NightShown& shown);

struct HandoverForm {
    web::Link action;
    web::Fields typed;
    web::FieldErrors errors;
    std::string form_token;
    std::string key;
    std::string about;                           ///< Whose files it goes into, in words.
    web::Html notices = {};                      ///< That this is a draft.
    web::Html keeping = {};                      ///< What makes the form keep itself.
};
[[nodiscard]] web::Html handover_form_view(const HandoverForm& form);

}  // namespace steadfast::practice
