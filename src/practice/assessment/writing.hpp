#pragma once

#include "practice/assessment/child_and_family_assessment.hpp"
#include "practice/assessment/written_assessment.hpp"
#include "record/access/seen_book.hpp"
#include "record/record.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::practice {

/// One child in an assessment.
struct AssessedChild {
    record::SeenChild child;
    WrittenAssessment part;                  ///< Only the fields about each mean anything.
    ledger::ItemId counted;                  ///< The child's own assessment, which duties and returns count; none where it was taken off the record.
    std::uint32_t counted_version = 0;
    record::Content counted_content;
    std::optional<Date> referred;            ///< The day of the referral that it answers.
    bool is_referral_closed = false;
};

/// An assessment opened by somebody who may see every child in it.
struct OpenAssessment {
    ledger::ItemId id;
    std::uint32_t version = 0;
    record::Content content;
    WrittenAssessment shared;                ///< Only the fields about all mean anything.
    std::vector<AssessedChild> children;
    std::vector<ledger::SubjectId> about;    ///< In the entry's order.
    std::vector<ledger::WorkerId> writers;   ///< Everybody who wrote any of its text, or sent it.
    std::optional<std::uint32_t> authorised_version;   ///< The latest that a manager authorised: the one that counts.

    /// When the first of the children's limits ends; none where no referral's day is known.
    [[nodiscard]] std::optional<Date> referred() const;
};
[[nodiscard]] Result<OpenAssessment> open_assessment(record::Record& record, const record::SeenBook& book, ledger::ItemId id);

/// What must still be there before it can be sent, each in a sentence. Saving never asks for any of it.
[[nodiscard]] std::vector<std::string> missing_before_sending(const OpenAssessment& assessment);

/// Whether this viewer may sign it off: a manager, and nobody who wrote any of it (never one's own).
[[nodiscard]] Result<void> check_may_authorise(const OpenAssessment& assessment, const record::Viewer& viewer);

/// What authorising saves: the text's new version, and each child's own assessment as it counts from now on. The day of
/// authorisation that a return counts stays the first: the assessment was finished then, whatever was put right in it later.
[[nodiscard]] std::vector<ledger::Change> authorised_changes(const OpenAssessment& assessment, const std::string& words, Instant now, ledger::WorkerId by);

/// A child whom an assessment can be begun for: one with an open referral.
struct Assessable {
    record::SeenChild child;
    ledger::ItemId referral;
    std::optional<Date> referred;
    std::optional<ledger::ItemId> under_way;   ///< An assessment of this referral that has been begun already.
};
/// The child of a page first, then those who stand with them in anything recorded: brothers and sisters, as far as is known.
[[nodiscard]] std::vector<Assessable> assessable_with(const record::SeenBook& book, const record::SeenChild& child);

/// What beginning saves: the text, with what is known already and else empty, and each child's own assessment under way.
[[nodiscard]] std::vector<ledger::Change> begun_changes(const std::vector<Assessable>& children, ledger::ItemId id, const std::string& known, Date began, ledger::WorkerId by);

}  // namespace steadfast::practice
