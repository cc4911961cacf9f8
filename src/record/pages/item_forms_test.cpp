#include "record/pages/item_forms.hpp"

#include "record/drafts/drafts.hpp"
#include "record/item/form.hpp"
#include "record/pages/visitor_for_tests.hpp"
#include "record/pages/walk_for_tests.hpp"
#include "record/people/alert.hpp"
#include "record/workers/worker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace steadfast::record::pages {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ItemForms : public testing::Test {
protected:
    ItemForms() {
        catalogue_.add(type_of<Person>());
        catalogue_.add(type_of<Worker>());
        catalogue_.add(type_of<Walk>());
        catalogue_.add(type_of<Alert>());
        council_.emplace(catalogue_);
        evie_.emplace(*council_, "social_worker");
        amira_ = add_child("Amira");
        sam_ = add_child("Sam");
        leila_ = add_child("Leila");
    }
    ledger::SubjectId add_child(const std::string& name) {
        Person person;
        person.given_name = name;
        const auto item = ledger::ItemId::random();
        council_->save({change_of(person, item, 0, {subject_of(item)}, council_->worker())});
        return subject_of(item);
    }
    ledger::WorkerId add_worker(const std::string& sign_in_name, const std::string& role) {
        Worker worker;
        worker.name = "Ben Price";
        worker.sign_in_name = sign_in_name;
        worker.works_as.code = role;
        return ledger::WorkerId(council_->add({}, worker).bytes());
    }
    ledger::ItemId add_walk(std::vector<ledger::SubjectId> about, const std::string& place, const std::string& words) {
        Walk walk;
        walk.place = place;
        walk.words.text = words;
        return council_->add(std::move(about), walk);
    }
    std::string open_add() { return evie_->get("/children/{id}/add/{kind}", {{"id", amira_.text()}, {"kind", "walk"}}); }
    std::string add(const std::string& fields) {
        return evie_->post("/children/{id}/add/{kind}", {{"id", amira_.text()}, {"kind", "walk"}},
                           VisitorForTests::form_from(0, fields));
    }
    std::string change(ledger::ItemId item, std::uint32_t from, const std::string& fields) {
        return evie_->post("/items/{id}/change", {{"id", item.text()}}, VisitorForTests::form_from(from, fields));
    }
    std::string undo(ledger::ItemId item, std::uint32_t shown) {
        return evie_->post("/items/{id}/undo", {{"id", item.text()}},
                           "version=" + std::to_string(shown) + "&save_key=" + ledger::IdempotencyKey::random().text());
    }
    Found found(ledger::ItemId item) { return council_->record().book()->find(item).value(); }
    ledger::Entry latest(ledger::ItemId item) {
        return council_->record().latest_entry(*council_->record().book(), found(item)).value();
    }
    Walk walk_in(ledger::ItemId item) {
        return type_of<Walk>().item_from<Walk>(read_entry(type_of<Walk>(), latest(item))->values);
    }
    static ledger::ItemId item_in(const std::string& went_to) {
        const auto at = went_to.find("/items/");
        return ledger::ItemId::parse(went_to.substr(at + 7, 32)).value();
    }
    static std::string ticks(ledger::SubjectId child) { return "&children=" + child.text(); }

    Catalogue catalogue_;
    std::optional<RecordForTests> council_;
    std::optional<VisitorForTests> evie_;
    ledger::SubjectId amira_;
    ledger::SubjectId sam_;
    ledger::SubjectId leila_;
};

// --- the worker who answers for it ---

TEST_F(ItemForms, name_the_worker_who_answers_for_it_and_whoever_fills_them_in_otherwise) {
    const std::string ben = add_worker("ben", "social_worker").text();
    const std::string alert =
        "kind=other&says=Ring+first&because=He+sleeps+late&from-day=1&from-month=3&from-year=2026&review_on-day=1&review_on-month=6&review_on-year=2026";
    const auto tell = [&](const std::string& more) {
        return evie_->post("/children/{id}/add/{kind}", {{"id", amira_.text()}, {"kind", "alert"}},
                           VisitorForTests::form_from(0, alert + more));
    };
    const auto owner = [&](const std::string& went_to) {
        const auto item = found(item_in(went_to));
        return ledger::WorkerId(item.table->item<Alert>(item.row).owner.item.bytes()).text();
    };
    EXPECT_THAT(evie_->get("/children/{id}/add/{kind}", {{"id", amira_.text()}, {"kind", "alert"}}), HasSubstr("value=\"" + ben));
    const auto own = tell("");
    EXPECT_EQ(owner(own), council_->worker().text());
    EXPECT_EQ(owner(tell("&owner=" + ben)), ben);
    const auto handed = change(item_in(own), 1, alert + "&owner=" + ben);
    EXPECT_EQ(owner(handed), ben);
    EXPECT_EQ(owner(change(item_in(own), 2, alert)), ben) << "whoever changes something else leaves it with them";
    EXPECT_THAT(evie_->get("/items/{id}/change", {{"id", item_in(own).text()}}), HasSubstr("value=\"" + ben + "\" selected"));
}

TEST_F(ItemForms, refuse_a_worker_who_may_not_open_the_record) {
    const std::string administrator = add_worker("ada", "administrator").text();
    const std::string alert =
        "kind=other&says=Ring+first&because=Late&from-day=1&from-month=3&from-year=2026&review_on-day=1&review_on-month=6&review_on-year=2026";
    const auto refused = evie_->post("/children/{id}/add/{kind}", {{"id", amira_.text()}, {"kind", "alert"}},
                                     VisitorForTests::form_from(0, alert + "&owner=" + administrator));
    EXPECT_THAT(refused, HasSubstr("Choose somebody who may open the record"));
}

// --- several children ---

TEST_F(ItemForms, offer_the_children_who_stand_in_one_entry_with_this_one) {
    EXPECT_THAT(open_add(), Not(HasSubstr("Besides Amira, who is this about?")));
    add_walk({amira_, sam_}, "the park", "");
    EXPECT_THAT(open_add(), AllOf(HasSubstr("Besides Amira, who is this about?"), HasSubstr("value=\"" + sam_.text()),
                                  Not(HasSubstr(leila_.text()))));
}

TEST_F(ItemForms, record_once_about_every_child_that_is_ticked) {
    const auto saved = add("place=the+park&words=All+of+us." + ticks(sam_) + ticks(leila_) + "&" + input_about(leila_, "said") +
                           "=Ducks&fit_for_each=yes");
    const auto entry = latest(item_in(saved));
    EXPECT_EQ(entry.subjects, (std::vector{amira_, sam_, leila_}));
    EXPECT_THAT(entry.shared.part.narrative, HasSubstr("All of us."));
    ASSERT_EQ(entry.parts.size(), 3u);
    EXPECT_TRUE(entry.parts[0].part.is_empty());
    EXPECT_THAT(entry.parts[2].part.narrative, HasSubstr("Ducks"));
    EXPECT_TRUE(found(item_in(saved)).head().has(RowHead::fit_for_each));
    EXPECT_TRUE(read_entry(type_of<Walk>(), entry)->is_fit_for_each);
}

TEST_F(ItemForms, mark_nothing_as_fit_for_each_that_is_about_one) {
    const auto item = item_in(add("place=the+park&fit_for_each=yes"));
    EXPECT_FALSE(found(item).head().has(RowHead::fit_for_each));
    EXPECT_EQ(latest(item).shared.part.body, R"({"place":"the park"})");
}

TEST_F(ItemForms, say_before_saving_whose_files_the_text_will_be_in) {
    add_walk({amira_, sam_}, "the park", "");
    EXPECT_THAT(open_add(),
                HasSubstr("This will be in the file of Amira. Ticking another child puts it into that child&#39;s file too."));
    EXPECT_THAT(add("words=no+place" + ticks(sam_)), HasSubstr("This will be in the files of Amira and Sam."));
}

TEST_F(ItemForms, find_another_child_and_keep_what_was_typed) {
    const auto page = add("place=&words=Half+a+note&find_child=leila&find=yes");
    EXPECT_THAT(page, AllOf(HasSubstr("value=\"" + leila_.text()), HasSubstr("Half a note"), HasSubstr("Tick who it is about")));
    EXPECT_THAT(add("place=the+park&find_child=nobody+of+that+name&find=yes"), HasSubstr("Nobody on record fits this"));
    EXPECT_THAT(add("place=the+park&find_child=leila"), HasSubstr("Tick who it is about"))
        << "saved with a name that nobody chose yet";
}

TEST_F(ItemForms, lose_nothing_that_was_said_about_a_child_whom_nobody_ticked) {
    add_walk({amira_, sam_}, "the park", "");
    EXPECT_THAT(add("place=the+park&" + input_about(sam_, "said") + "=Swans"),
                AllOf(HasSubstr("You wrote something about Sam alone: tick Sam above"), HasSubstr("Swans")));
}

TEST_F(ItemForms, put_nobody_into_an_entry_whom_the_writer_may_not_see) {
    const auto item = item_in(add("place=the+park" + ticks(ledger::SubjectId::random())));
    EXPECT_EQ(latest(item).subjects, std::vector{amira_});
}

// --- two people ---

TEST_F(ItemForms, show_both_texts_where_two_changed_the_same_and_lose_neither) {
    const auto item = add_walk({amira_}, "the park", "We walked.");
    change(item, 1, "place=the+park&words=We+walked+and+theirs.");
    const auto page = change(item, 1, "place=the+park&words=We+walked+and+mine.");
    EXPECT_THAT(page, AllOf(HasSubstr("two people wrote"), HasSubstr("We walked and theirs."), HasSubstr("We walked and mine."),
                            HasSubstr("Keep both"), HasSubstr("name=\"merged_with\" value=\"2\""),
                            HasSubstr("name=\"starts_from\" value=\"1\"")));
    EXPECT_EQ(found(item).head().version, 2u);
}

TEST_F(ItemForms, save_what_was_chosen_from_the_newer_version) {
    for (const auto& [choice, stands] : {std::pair("theirs", "We walked and theirs."),
                                         {"mine", "We walked and mine."},
                                         {"both", "We walked and theirs.\n\nWe walked and mine."}}) {
        const auto item = add_walk({amira_}, "the park", "We walked.");
        change(item, 1, "place=the+park&words=We+walked+and+theirs.");
        const auto saved =
            change(item, 1, std::string("place=the+park&words=We+walked+and+mine.&merged_with=2&choose-words=") + choice);
        EXPECT_EQ(saved, "went to /items/" + item.text() + "?saved=3");
        EXPECT_EQ(walk_in(item).words.text, stands);
    }
}

TEST_F(ItemForms, ask_for_each_choice_that_was_not_made) {
    const auto item = add_walk({amira_}, "the park", "We walked.");
    change(item, 1, "place=the+zoo&words=theirs");
    const auto page = change(item, 1, "place=the+lake&words=mine&merged_with=2&choose-words=both");
    EXPECT_THAT(page, AllOf(HasSubstr("Place: choose which is to stand"), HasSubstr("#choose-place"), HasSubstr("the lake"),
                            HasSubstr("the zoo")));
    EXPECT_EQ(found(item).head().version, 2u);
    EXPECT_THAT(change(item, 1, "place=the+lake&words=mine&merged_with=2&choose-words=both&choose-place=both"),
                HasSubstr("choose which is to stand"))
        << "two places one after the other are no place";
}

TEST_F(ItemForms, say_in_the_access_log_what_kind_of_thing_was_saved) {
    add("place=the+park&words=We+walked.");
    const auto lines = council_->record().ledger().store().access_lines(amira_, Instant(), council_->now().plus_seconds(1), 10).value();
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines.front().what, std::string(type_of<Walk>().name()) + ": saved");
}

TEST_F(ItemForms, keep_what_each_of_two_changed_alone) {
    const auto item = add_walk({amira_}, "the park", "We walked.");
    change(item, 1, "place=the+zoo&words=We+walked.");
    const auto page = change(item, 1, "place=the+park&words=We+ran.");
    EXPECT_THAT(page, AllOf(HasSubstr("You changed different things"), HasSubstr("alone changed stays: Place")));
    change(item, 1, "place=the+park&words=We+ran.&merged_with=2");
    EXPECT_EQ(walk_in(item).place, "the zoo");
    EXPECT_EQ(walk_in(item).words.text, "We ran.");
}

TEST_F(ItemForms, show_a_third_text_to_somebody_who_chose_against_the_second) {
    const auto item = add_walk({amira_}, "the park", "We walked.");
    change(item, 1, "place=the+park&words=theirs");
    change(item, 2, "place=the+park&words=of+a+third");
    EXPECT_THAT(change(item, 1, "place=the+park&words=mine&merged_with=2&choose-words=mine"),
                AllOf(HasSubstr("of a third"), HasSubstr("name=\"merged_with\" value=\"3\"")));
}

TEST_F(ItemForms, say_who_else_has_unsaved_text_here) {
    const auto item = add_walk({amira_}, "the park", "We walked.");
    Worker tom;
    tom.name = "Tom Reed";
    const auto tom_id = council_->add({}, tom);
    ASSERT_TRUE(council_->record().drafts()->keep_and_wait({.worker = ledger::WorkerId(tom_id.bytes()),
                                                            .form = "/items/" + item.text() + "/change",
                                                            .name = "Walk",
                                                            .about = {amira_},
                                                            .item = item,
                                                            .fields = {{"words", "Tom's secret"}}},
                                                           council_->now()));
    EXPECT_THAT(evie_->get("/items/{id}/change", {{"id", item.text()}}),
                AllOf(HasSubstr("Tom Reed has unsaved text here since 09:00"), Not(HasSubstr("secret"))));
}

// --- drafts ---

TEST_F(ItemForms, open_with_the_draft_and_are_rid_of_it_once_saved) {
    const std::string form = "/children/" + amira_.text() + "/add/walk";
    const auto key = ledger::IdempotencyKey::random();
    ASSERT_TRUE(council_->record().drafts()->keep_and_wait(
        {.worker = council_->worker(),
         .form = form,
         .name = "Walk",
         .about = {amira_},
         .fields = {{"words", "Begun elsewhere"}, {"starts_from", "0"}, {"save_key", key.text()}},
         .save_key = key},
        council_->now()));
    EXPECT_THAT(open_add(), AllOf(HasSubstr("Begun elsewhere"), HasSubstr("This is your draft, saved 09:00 on 2 March 2026"),
                                  HasSubstr(key.text())));
    EXPECT_THAT(add("place=the+park"), HasSubstr("went to"));
    EXPECT_THAT(open_add(), Not(HasSubstr("Begun elsewhere")));
}

TEST_F(ItemForms, drop_a_draft_whose_form_was_saved_just_before_the_server_stopped) {
    const auto key = ledger::IdempotencyKey::random();
    Walk walk;
    walk.place = "the park";
    auto change = change_of(walk, ledger::ItemId::random(), 0, {amira_}, council_->worker());
    change.key = key;
    council_->save({change});
    ASSERT_TRUE(council_->record().drafts()->keep_and_wait({.worker = council_->worker(),
                                                            .form = "/children/" + amira_.text() + "/add/walk",
                                                            .name = "Walk",
                                                            .about = {amira_},
                                                            .fields = {{"words", "Saved already"}, {"save_key", key.text()}}},
                                                           council_->now()));
    EXPECT_THAT(open_add(), Not(HasSubstr("Saved already")));
}

// --- taken back ---

TEST_F(ItemForms, offer_to_take_back_what_was_just_saved) {
    const auto item = item_in(add("place=the+park"));
    EXPECT_THAT(evie_->get("/items/{id}", {{"id", item.text()}}, "saved=1"), AllOf(HasSubstr("Saved."), HasSubstr("Undo")));
    EXPECT_THAT(evie_->get("/items/{id}", {{"id", item.text()}}), Not(HasSubstr("Undo")));
    EXPECT_THAT(undo(item, 1), HasSubstr("went to /children/" + amira_.text()));
    EXPECT_TRUE(found(item).head().has(RowHead::withdrawn));
}

TEST_F(ItemForms, take_a_change_back_to_the_text_before_it_as_a_new_version) {
    const auto item = add_walk({amira_}, "the park", "We walked.");
    change(item, 1, "place=the+zoo&words=We+ran.");
    EXPECT_EQ(undo(item, 2), "went to /items/" + item.text());
    EXPECT_EQ(found(item).head().version, 3u);
    EXPECT_EQ(walk_in(item).place, "the park");
    EXPECT_EQ(walk_in(item).words.text, "We walked.");
}

TEST_F(ItemForms, take_nothing_back_that_somebody_changed_since_or_that_is_old) {
    const auto item = add_walk({amira_}, "the park", "We walked.");
    change(item, 1, "place=the+zoo&words=We+ran.");
    change(item, 2, "place=the+lake&words=We+ran.");
    EXPECT_THAT(undo(item, 2), HasSubstr("refused: This can't be undone any more"));
    council_->put_clock("2026-03-03");
    EXPECT_THAT(undo(item, 3), HasSubstr("refused: This can't be undone any more"));
    EXPECT_EQ(walk_in(item).place, "the lake");
}

}  // namespace
}  // namespace steadfast::record::pages
