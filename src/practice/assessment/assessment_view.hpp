#pragma once

#include "practice/assessment/writing.hpp"
#include "web/form.hpp"
#include "web/html.hpp"

namespace steadfast::practice {

/// The assessment as it stands: where it is, what is due, each child's part, and what this viewer can do with it.
struct AssessmentShown {
    const OpenAssessment& assessment;
    std::string assessor;
    std::string authorised_by;
    bool may_record = false;
    bool may_authorise = false;
    std::string why_not;               ///< Why this viewer may not, where they are a manager.
    std::string form_token;
    web::FieldErrors errors;
    std::string typed_words;
    Date today;
    web::Html notices = {};            ///< To the manager: that what stands there is their draft.
    web::Html keeping = {};            ///< What makes the manager's words keep themselves.
};
[[nodiscard]] web::Html assessment_view(const AssessmentShown& shown);

/// The form of the whole text: what is about all, then a part about each child.
struct AssessmentForm {
    const OpenAssessment& assessment;
    web::Fields typed;
    web::FieldErrors errors;
    std::string form_token;
    std::string key;
    std::uint32_t starts_from = 0;
    web::Html notices = {};   ///< That this is a draft; who else is writing.
    web::Html keeping = {};   ///< What makes the form keep itself.
};
[[nodiscard]] web::Html assessment_form_view(const AssessmentForm& form);

struct BeginForm {
    const record::SeenChild& child;
    std::vector<Assessable> children;
    std::string form_token;
    std::string key;
    std::string error;
};
[[nodiscard]] web::Html begin_view(const BeginForm& form, Date today);

struct AssessmentRow {
    ledger::ItemId id;
    std::vector<record::SeenChild> children;
    WrittenAssessment text;            ///< Without its long texts.
    std::string assessor;
    std::optional<Date> referred;
};
[[nodiscard]] web::Html assessments_view(const std::vector<AssessmentRow>& rows, Date today);

/// "due Mon 10 August 2026, in 12 working days", from the first referral; empty where no day is known.
[[nodiscard]] std::string due_in_words(std::optional<Date> referred, Date today);

}  // namespace steadfast::practice
