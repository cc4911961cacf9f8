#pragma once

#include "practice/oversight/decision_asked.hpp"
#include "record/documents/filed_email.hpp"
#include "record/documents/taking_in.hpp"
#include "record/letters/letter.hpp"
#include "record/meetings/invitation.hpp"
#include "record/plans/plan_action.hpp"
#include "record/record.hpp"

#include <gtest/gtest.h>

namespace steadfast::app {

/// Papers of a child for tests, each of which says the child's name.
struct FiledPapers {
    ledger::ItemId document;
    ledger::ItemId email;
    ledger::ItemId letter;
    ledger::ItemId plan;
    ledger::ItemId action;
    ledger::ItemId meeting;
    ledger::ItemId invitation;
    ledger::ItemId asked;
};

inline FiledPapers file_papers(record::Record& record, ledger::SubjectId child, const std::string& name, ledger::WorkerId by) {
    const auto save = [&](const auto& paper) {
        const auto item = ledger::ItemId::random();
        EXPECT_TRUE(record.ledger().save_and_wait({record::change_of(paper, item, 0, {child}, by)}));
        return item;
    };
    const std::string words = name + " is glad of the club.";
    const Date dated = Date::of(2026, 1, 5).value();
    FiledPapers papers;
    auto document = record::documents::take_in(record.ledger().store().documents(), {}, record.clock().now(), record::documents::GivenFile{name + ".txt", words}).value();
    document.title = name;
    document.kind.code = "report";
    document.dated = dated;
    papers.document = save(document);
    record::documents::FiledEmail email;
    email.subject = name;
    email.sender = "office@school.example";
    email.sent = When::day(dated);
    email.words.text = words;
    papers.email = save(email);
    record::letters::Letter letter;
    letter.title = name;
    letter.written_on = dated;
    letter.recipient = "The school";
    letter.words.text = words;
    papers.letter = save(letter);
    record::plans::Plan plan;
    plan.kind.code = "in_need";
    plan.agreed_on = dated;
    plan.must_be_different = words;
    papers.plan = save(plan);
    record::plans::PlanAction action;
    action.plan.item = action.promised_in.item = papers.plan;
    action.action = words;
    action.promised_on = action.by_day = dated;
    papers.action = save(action);
    record::meetings::Meeting meeting;
    meeting.kind.code = "core_group";
    meeting.planned_for = When::day(dated);
    meeting.place = words;
    papers.meeting = save(meeting);
    record::meetings::Invitation invitation;
    invitation.meeting.item = papers.meeting;
    invitation.who = name;
    invitation.standing.code = "child";
    papers.invitation = save(invitation);
    practice::DecisionAsked asked;
    asked.asked = When::day(dated);
    asked.about_what.code = "money";
    asked.words.text = words;
    asked.by_day = dated;
    papers.asked = save(asked);
    return papers;
}

}  // namespace steadfast::app
