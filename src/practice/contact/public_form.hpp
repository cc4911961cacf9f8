#pragma once

#include "practice/contact/contact.hpp"
#include "practice/contact/settings.hpp"
#include "record/record.hpp"
#include "web/form.hpp"
#include "web/html.hpp"

#include <string>

namespace steadfast::practice {

/// The form by which professionals who can't sign in tell the front door about a child. It looks nobody up and says nothing
/// of anybody: what is sent becomes a contact that nobody has checked.
struct PublicForm {
    web::Fields typed;
    web::FieldErrors errors;
    std::string trouble;         ///< Why it was not taken, apart from a field.
    std::string proof;           ///< That the form was given out here, and when (PublicFormProof).
    FrontDoorSettings settings;
};
[[nodiscard]] web::Html public_form_view(const PublicForm& form);
/// After it was taken.
[[nodiscard]] web::Html public_form_sent_view(std::string_view reference, const FrontDoorSettings& settings);
/// While it is off, or too many come.
[[nodiscard]] web::Html public_form_closed_view(const FrontDoorSettings& settings, std::string_view says);

/// Reads what was typed; what is wrong stands in the form's errors.
[[nodiscard]] Contact read_public_form(PublicForm& form, Instant now);

/// That a form was given out by this server, when, and which one it was: so that nothing sends a thousand without opening
/// them, sending one twice is one contact, and one filled in within seconds is a machine's. Ends with the program, whose
/// restart lets people send their form once more.
class PublicFormProof {
public:
    PublicFormProof();
    [[nodiscard]] std::string give(Instant now) const;

    enum class Judged { good, too_soon, not_ours };
    struct Taken {
        Judged judged = Judged::not_ours;
        ledger::IdempotencyKey form;
    };
    [[nodiscard]] Taken take(std::string_view proof, Instant now) const;

    static constexpr std::int64_t fewest_seconds = 3;
    static constexpr std::int64_t most_seconds = 12 * 3'600;

private:
    std::string secret_;
};

/// "R4KM-7QXN-2HTB": random, so that it tells nobody how many there were, and without letters that are taken for others.
[[nodiscard]] std::string reference_of(const ledger::IdempotencyKey& form);
[[nodiscard]] bool is_reference(std::string_view text);

/// The hidden field that people leave empty and machines fill in.
inline constexpr std::string_view trap_field = "website";

}  // namespace steadfast::practice
