#pragma once

#include "practice/missing/interviews.hpp"
#include "practice/missing/missing_pages.hpp"
#include "practice/missing/patterns.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/slices.hpp"
#include "record/access/guards.hpp"
#include "record/allocation/allocation.hpp"
#include "record/home/due.hpp"
#include "record/item/form.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/people/person.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::practice {
using record::pages::VisitorForTests;
using record::type_of;
using testing::HasSubstr;
using testing::Not;
using State = law::StepStanding::State;

inline Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }
inline When at(std::string_view minute) { return When::parse(minute).value(); }
inline Instant instant(std::string_view iso) { return Instant::parse_iso(iso).value(); }

/// A council on Tuesday 3 March 2026 at 14:10, with two sisters.
class MissingChildren : public testing::Test {
protected:
    record::RecordForTests council{catalogue_for_tests(), "2026-03-03T14:10:00Z"};
    VisitorForTests worker{council, "social_worker", council.worker(), add_missing_pages, &all_duties()};
    VisitorForTests night{council, "night_team", ledger::WorkerId::random(), add_missing_pages, &all_duties()};
    VisitorForTests analyst{council, "analyst", ledger::WorkerId::random(), add_missing_pages, &all_duties()};
    ledger::SubjectId amira = child_called("Amira");
    ledger::SubjectId leila = child_called("Leila");

    ledger::SubjectId child_called(std::string given) {
        record::Person person;
        person.given_name = std::move(given);
        person.family_name = "Khan";
        const auto item = ledger::ItemId::random();
        council.save({record::change_of(person, item, 0, {record::subject_of(item)}, council.worker())});
        return record::subject_of(item);
    }
    static std::string form(const std::string& fields = "") { return VisitorForTests::form_from(0, fields); }
    /// Reported missing with nothing but the press of the button; the episode's id.
    std::string report(const std::string& fields = "") {
        const auto went = worker.post("/children/{id}/missing/report", {{"id", amira.text()}}, form(fields));
        EXPECT_THAT(went, HasSubstr("went to /missing/"));
        return went.substr(went.find("/missing/") + 9, 32);
    }
    MissingEpisode episode(const std::string& id) {
        const auto found = council_book()->find(ledger::ItemId::parse(id).value()).value();
        return found.table->item<MissingEpisode>(found.row);
    }
    std::shared_ptr<const record::Book> council_book() { return council.record().book(); }
    std::string post(VisitorForTests& who, const std::string& id, const std::string& what, const std::string& fields = "") {
        return who.post("/missing/{id}/" + what, {{"id", id}}, form(fields));
    }
    std::string page(const std::string& id) { return worker.get("/missing/{id}", {{"id", id}}); }

    /// Back at a minute, and followed up here.
    ledger::ItemId back(std::string_view when, ledger::WorkerId owes = {}) {
        MissingEpisode one;
        one.found_at = at(when);
        one.found = one.found_at.first_day();
        one.from = one.found;
        one.is_followed_up = true;
        one.interview_by.item = ledger::ItemId(owes.bytes());
        return council.add({amira}, one);
    }
    ledger::ItemId held(ledger::ItemId episode, std::string_view when) {
        ReturnInterview interview;
        interview.episode.item = episode;
        interview.held_at = at(when);
        return council.add({amira}, interview);
    }
    ledger::ItemId offered(ledger::ItemId episode, std::string_view when, std::string_view answer = "", std::string_view answered = "") {
        InterviewOffer offer;
        offer.episode.item = episode;
        offer.offered_at = at(when);
        offer.answer.code = answer;
        if (!answered.empty()) offer.answered_at = at(answered);
        return council.add({amira}, offer);
    }
    InterviewStanding standing(ledger::ItemId episode, std::string_view today) {
        const auto seen = council.seen();
        return interview_after(all_duties(), seen, episode_seen(seen, episode).value(), on(today));
    }
};

}  // namespace steadfast::practice
