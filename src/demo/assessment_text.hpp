#pragma once

#include "demo/case.hpp"
#include "practice/assessment/written_assessment.hpp"

namespace steadfast::demo {

/// The text of one assessment of brothers and sisters, from its beginning to a manager's authorisation. (assessment_text.cpp)
class AssessmentText {
public:
    /// @param outcome a code of practice::assessment_outcome, for every child.
    AssessmentText(const Case& what, std::vector<Child*> children, Date began, Moment at, std::string_view outcome);

    [[nodiscard]] ledger::ItemId item() const { return written_.item; }
    /// Sent some days before, now and then returned, and authorised. What lies in days to come is not saved.
    void finish(Date authorised, Moment at, const std::vector<std::string>& factors);

private:
    void save(ledger::WorkerId by, Moment at);
    void fill_parts(Date seen, const std::vector<std::string>& factors);

    const Case& what_;
    std::vector<Child*> children_;
    practice::WrittenAssessment text_;
    std::vector<practice::WrittenAssessment> parts_;
    Written written_;
    Date began_;
    std::string_view outcome_;
};

}  // namespace steadfast::demo
