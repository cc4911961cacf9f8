#pragma once

#include "record/meetings/meeting.hpp"
#include "record/people/professional.hpp"

namespace steadfast::record::meetings {

/// In what standing somebody is invited: decides how they are written to, and nothing of what they may read.
extern const law::CodeSet invited_as;
extern const law::CodeSet invitation_answer;
extern const law::CodeSet attendance;

/// One person at one meeting, from being asked to having come. It is an item of its own, so that each answer has its day and its author.
struct Invitation {
    Link<Meeting> meeting;
    Link<Worker> worker;              ///< Where it is somebody who works here…
    std::string who;                  ///< …and in words whoever it is.
    Coded<invited_as> standing;
    std::string capacity;             ///< "Mother", "Class teacher, Mill Lane Primary".
    Coded<professional_kind> agency;  ///< Of a professional: a strategy discussion is held to which agencies were there.
    std::optional<Date> invited_on;
    Coded<invitation_answer> answer;
    std::optional<Date> answered_on;
    std::string answer_words;
    std::optional<Date> report_on;    ///< Their report came in.
    Coded<attendance> came;
    std::optional<Date> record_sent_on;   ///< The record of the meeting went to them.

    [[nodiscard]] bool was_there() const { return came.is("in_person") || came.is("by_link") || came.is("sent_somebody"); }
};

}  // namespace steadfast::record::meetings

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::meetings::Invitation>();
