#include "practice/looked_after/where_they_live.hpp"

#include "practice/catalogue_for_tests.hpp"
#include "practice/looked_after/looked_after_episode.hpp"
#include "record/pages/child_view.hpp"
#include "record/pages/family/family_pages.hpp"
#include "record/people/address.hpp"
#include "record/record_for_tests.hpp"
#include "web/request.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

Date on(std::string_view iso) { return Date::parse_iso(iso).value(); }

class WhereALookedAfterChildLives : public testing::Test {
protected:
    static LookedAfterEpisode episode(std::string_view began, std::string placement, std::string why = "S") {
        LookedAfterEpisode one;
        one.began = on(began);
        one.placement.code = std::move(placement);
        one.why_it_began.code = std::move(why);
        one.legal_status.code = "V2";
        return one;
    }
    static record::Address address(std::string kind, std::optional<Date> from) {
        record::Address one;
        one.kind.code = std::move(kind);
        one.house_and_street = "12 Mill Lane";
        one.from = from;
        return one;
    }
    template <class T>
    void record_of_child(const T& value) { record_.add({child_}, value); }
    std::string says() const { return lives_in_placement(record_.seen(), record_.seen().child(child_).value(), today_).value_or("nothing"); }

    /// What the page shows under "Lives at", with the family's address and the placement both on it.
    std::string on_the_page() {
        record::Duties no_duties{{}};
        record::pages::PageParts parts(no_duties);
        record::pages::add_family_pages(record_.record(), parts);
        add_where_they_live(parts);
        parts.arrange();
        const auto request = web::Request::read(web::RequestParts());
        const record::pages::Visit visit{*request, record_.seen(), "Amira Khan", "a form token", record_.now(), parts};
        const auto child = visit.book.child(child_).value();
        const std::string bar = record::pages::child_bar(visit, child).text();
        const std::string words = record::pages::lives_at_on_the_bar(visit, child).text();
        EXPECT_NE(bar.find(words), std::string::npos) << bar;
        const std::string panels = record::pages::child_panels(visit, child, record::pages::ChildPanel::Where::above_the_chronology).text();
        EXPECT_NE(panels.find(words), std::string::npos) << panels;
        return words;
    }

    mutable record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId child_ = record_.add_child();
    Date today_ = on("2026-03-02");
};

TEST_F(WhereALookedAfterChildLives, is_told_by_the_placement_where_no_address_is) {
    EXPECT_EQ(says(), "nothing");
    record_of_child(episode("2025-03-03", "U1"));
    EXPECT_EQ(says(), "Fostered by relatives or friends, long term, since 3 March 2025; the address is not recorded");
}

TEST_F(WhereALookedAfterChildLives, is_said_in_the_bar_and_among_who_is_who_in_place_of_the_address_before) {
    record_of_child(address("home", on("2019-05-01")));
    EXPECT_EQ(on_the_page(), "12 Mill Lane");
    record_of_child(episode("2025-03-03", "K1"));
    EXPECT_EQ(on_the_page(), "Secure children&#39;s home, since 3 March 2025; the address is not recorded");
    record_of_child(address("placement", on("2025-03-03")));
    EXPECT_EQ(says(), "nothing");
}

TEST_F(WhereALookedAfterChildLives, goes_by_the_day_an_address_without_a_first_day_was_recorded) {
    record_of_child(episode("2025-03-03", "K2"));
    record_of_child(address("correspondence", on("2025-04-01")));
    EXPECT_NE(says(), "nothing") << "letters go there, and nobody lives there";
    record_of_child(address("placement", std::nullopt));
    EXPECT_EQ(says(), "nothing");
}

TEST_F(WhereALookedAfterChildLives, counts_from_when_the_placement_began_and_not_from_a_change_of_legal_status) {
    record_of_child(episode("2024-01-08", "K2"));
    record_of_child(episode("2025-03-03", "U4", "P"));
    record_of_child(episode("2025-09-01", "U4", "L"));
    EXPECT_EQ(says(), "Fostered by others, long term, since 3 March 2025; the address is not recorded");
    record_of_child(address("placement", on("2025-03-10")));
    EXPECT_EQ(says(), "nothing");
}

TEST_F(WhereALookedAfterChildLives, has_the_postcode_of_the_placement_unless_an_address_of_theirs_is_confidential) {
    auto fostered = episode("2025-03-03", "U4");
    fostered.placement_postcode = "ZZ3 4AB";
    record_of_child(fostered);
    EXPECT_EQ(says(), "Fostered by others, long term, ZZ3 4AB, since 3 March 2025; the rest of the address is not recorded");
    auto kept = address("placement", on("2025-03-03"));
    kept.is_confidential = true;
    record_.save({record::change_of(kept, ledger::ItemId::random(), 0, {child_}, ledger::WorkerId::random())});
    EXPECT_EQ(says(), "Fostered by others, long term, since 3 March 2025; the address is not recorded") << "this viewer may not read the address, and so not its postcode";
}

TEST_F(WhereALookedAfterChildLives, keeps_the_postcode_of_a_placement_for_adoption) {
    auto placed = episode("2025-03-03", "A6");
    placed.placement_postcode = "ZZ3 4AB";
    record_of_child(placed);
    EXPECT_EQ(says().find("ZZ3"), std::string::npos);
}

TEST_F(WhereALookedAfterChildLives, is_not_told_by_a_placement_that_has_ended_nor_by_short_breaks) {
    auto ended = episode("2024-01-08", "K2");
    ended.ended = on("2025-01-08");
    record_of_child(ended);
    EXPECT_EQ(says(), "nothing");
    auto breaks = episode("2025-06-02", "U6");
    breaks.legal_status.code = "V4";
    record_of_child(breaks);
    EXPECT_EQ(says(), "nothing");
}

}  // namespace
}  // namespace steadfast::practice
