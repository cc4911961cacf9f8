#include "record/people/genogram.hpp"

#include "record/people/generations.hpp"
#include "record/people/household_outline.hpp"
#include "record/people/layered_layout.hpp"
#include "record/people/way_past_rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace steadfast::record {
namespace {

using testing::ElementsAre;
using testing::SizeIs;
using Shape = Genogram::Symbol::Shape;

const Date today = *Date::parse_iso("2026-03-02");

/// A family without a record behind it.
class FamilyForTests {
public:
    std::size_t add(std::string_view sex, std::optional<Date> born = std::nullopt, std::string given = "Somebody") {
        SeenChild one;
        one.id = ledger::SubjectId::random();
        one.person.sex.code = sex;
        one.person.born = born;
        one.person.given_name = std::move(given);
        one.name = name_of(one.person);
        family.people.push_back(one);
        family.through.push_back(0);
        return family.people.size() - 1;
    }
    Relationship& relate(std::size_t person, std::string_view kind, std::size_t relative) {
        FamilyTie tie{ledger::ItemId::random(), {}, nullptr, person, relative};
        tie.relationship.kind.code = kind;
        tie.kind = kind_of(tie.relationship);
        family.ties.push_back(tie);
        return family.ties.back().relationship;
    }
    [[nodiscard]] Genogram drawn() const { return genogram_of(family, household, today).value(); }

    Family family;
    std::set<ledger::SubjectId> household;
};

bool overlap(const Genogram& drawing) {
    for (std::size_t i = 0; i < drawing.symbols.size(); ++i)
        for (std::size_t k = 0; k < i; ++k) {
            const auto& a = drawing.symbols[i].middle;
            const auto& b = drawing.symbols[k].middle;
            if (std::abs(a.x - b.x) < Genogram::symbol_size && std::abs(a.y - b.y) < Genogram::symbol_size) return true;
        }
    return false;
}

TEST(Genogram, draws_each_with_the_symbol_of_their_sex_and_the_age_inside) {
    FamilyForTests some;
    some.add("M", Date::of(2015, 4, 3));
    const auto sister = some.add("F", Date::of(2025, 12, 3));
    const auto other = some.add("U");
    const auto unborn = some.add("U");
    some.family.people[unborn].person.expected = Date::of(2026, 6, 1);
    const auto gran = some.add("2", Date::of(1950, 1, 1));
    some.family.people[gran].person.died = Date::of(2019, 5, 5);
    for (const auto one : {sister, other, unborn}) some.relate(0, "sibling", one);
    some.relate(0, "grandparent", gran);
    const Genogram drawing = some.drawn();
    ASSERT_EQ(drawing.symbols.size(), 5u);
    EXPECT_EQ(drawing.symbols[0].shape, Shape::square);
    EXPECT_TRUE(drawing.symbols[0].is_asked_for);
    EXPECT_EQ(drawing.symbols[0].age, "10");
    EXPECT_EQ(drawing.symbols[sister].shape, Shape::circle);
    EXPECT_EQ(drawing.symbols[sister].age, "<1");
    EXPECT_EQ(drawing.symbols[other].shape, Shape::diamond);
    EXPECT_EQ(drawing.symbols[unborn].shape, Shape::triangle);
    EXPECT_THAT(drawing.symbols[unborn].label, ElementsAre("Somebody", "due June 2026"));
    EXPECT_TRUE(drawing.symbols[gran].has_died);
    EXPECT_EQ(drawing.symbols[gran].age, "69");
    EXPECT_LT(drawing.symbols[gran].middle.y, drawing.symbols[0].middle.y);
}

TEST(Genogram, strikes_a_couples_line_twice_for_a_divorce_once_for_a_separation_and_not_for_a_death) {
    for (const auto& [ended_by, strokes] : {std::pair("divorce", 2), std::pair("separation", 1), std::pair("death", 0)}) {
        FamilyForTests some;
        const auto child = some.add("F"), mother = some.add("F"), father = some.add("M");
        some.relate(child, "parent", mother);
        some.relate(child, "parent", father);
        Relationship& couple = some.relate(mother, "married", father);
        couple.to = Date::of(2020, 1, 1);
        couple.ended_by.code = ended_by;
        const Genogram drawing = some.drawn();
        EXPECT_THAT(drawing.strokes, SizeIs(strokes > 0 ? 1 : 0)) << ended_by;
        for (const auto& stroke : drawing.strokes) EXPECT_EQ(stroke.count, strokes) << ended_by;
        // Parents side by side, the line between them whole, and the child below.
        EXPECT_EQ(drawing.symbols[mother].middle.y, drawing.symbols[father].middle.y);
        EXPECT_GT(drawing.symbols[child].middle.y, drawing.symbols[father].middle.y);
        EXPECT_EQ(drawing.lines.front().looks, Genogram::Line::Looks::whole);
    }
}

TEST(Genogram, breaks_the_line_of_partners_who_never_married) {
    FamilyForTests some;
    const auto child = some.add("F"), mother = some.add("F"), father = some.add("M");
    some.relate(child, "parent", mother);
    some.relate(child, "parent", father);
    some.relate(mother, "partner", father);
    EXPECT_EQ(some.drawn().lines.front().looks, Genogram::Line::Looks::broken);
}

TEST(Genogram, draws_twins_from_one_point) {
    FamilyForTests some;
    const auto one = some.add("F"), other = some.add("F"), mother = some.add("F");
    some.relate(one, "parent", mother);
    some.relate(other, "parent", mother);
    some.relate(one, "twin", other);
    const Genogram drawing = some.drawn();
    std::vector<Genogram::Point> from;
    for (const auto& line : drawing.lines)
        for (const std::size_t twin : {one, other})
            if (line.points.back() == Genogram::Point{drawing.symbols[twin].middle.x, drawing.symbols[twin].middle.y - Genogram::symbol_size / 2}) from.push_back(line.points.front());
    ASSERT_EQ(from.size(), 2u);
    EXPECT_EQ(from[0], from[1]);
}

TEST(Genogram, puts_the_eldest_of_brothers_and_sisters_on_the_left) {
    FamilyForTests some;
    const auto youngest = some.add("F", Date::of(2020, 1, 1)), eldest = some.add("M", Date::of(2010, 1, 1)), between = some.add("F", Date::of(2015, 1, 1)),
               mother = some.add("F");
    for (const auto child : {youngest, eldest, between}) some.relate(child, "parent", mother);
    const Genogram drawing = some.drawn();
    EXPECT_LT(drawing.symbols[eldest].middle.x, drawing.symbols[between].middle.x);
    EXPECT_LT(drawing.symbols[between].middle.x, drawing.symbols[youngest].middle.x);
}

/// Whether any line goes through a symbol rather than up to it.
bool goes_behind_somebody(const Genogram& drawing) {
    constexpr int steps = 400;
    for (const auto& line : drawing.lines)
        for (std::size_t i = 1; i < line.points.size(); ++i)
            for (int step = 0; step <= steps; ++step) {
                const int x = line.points[i - 1].x + (line.points[i].x - line.points[i - 1].x) * step / steps;
                const int y = line.points[i - 1].y + (line.points[i].y - line.points[i - 1].y) * step / steps;
                for (const auto& symbol : drawing.symbols)
                    if (std::abs(x - symbol.middle.x) < Genogram::symbol_size / 2 - 2 && std::abs(y - symbol.middle.y) < Genogram::symbol_size / 2 - 2) return true;
            }
    return false;
}

TEST(WayPastRows, leads_beside_whoever_stands_in_the_way_and_straight_where_nobody_does) {
    Genogram::Symbol between;
    between.middle = {100, 222};
    const std::vector<int> tops{0, 200, 400};
    EXPECT_TRUE(has_rows_between(tops, {100, 120}, {100, 400}));
    EXPECT_FALSE(has_rows_between(tops, {100, 120}, {100, 200}));
    const int beside = 100 - Genogram::column_width / 2;
    EXPECT_THAT(way_past_rows({between}, tops, {95, 120}, {95, 400}),
                ElementsAre(Genogram::Point{95, 120}, Genogram::Point{95, 190}, Genogram::Point{beside, 190}, Genogram::Point{beside, 390}, Genogram::Point{95, 390},
                            Genogram::Point{95, 400}));
    EXPECT_THAT(way_past_rows({between}, tops, {200, 120}, {200, 400}), SizeIs(2));
}

/// Whether a line to the right from a point crosses an outline an odd number of times.
bool is_round(const Genogram::Outline& outline, Genogram::Point at) {
    bool is_inside = false;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const auto& a = outline[i];
        const auto& b = outline[(i + 1) % outline.size()];
        if (a.x == b.x && a.x > at.x && std::min(a.y, b.y) <= at.y && at.y < std::max(a.y, b.y)) is_inside = !is_inside;
    }
    return is_inside;
}

TEST(Genogram, draws_one_line_round_a_household_and_never_round_somebody_who_is_not_of_it) {
    FamilyForTests some;
    const auto child = some.add("F"), mother = some.add("F"), father = some.add("M");
    some.relate(child, "parent", mother);
    some.relate(child, "parent", father);
    EXPECT_THAT(some.drawn().homes, SizeIs(0)) << "Nobody is known to live with her.";
    some.household = {some.family.people[mother].id, some.family.people[father].id};
    EXPECT_THAT(some.drawn().homes, SizeIs(1));
    for (int i = 0; i < 3; ++i) some.relate(some.add("M"), "parent", mother);
    const Genogram drawing = some.drawn();
    ASSERT_THAT(drawing.homes, SizeIs(1));
    for (const auto& symbol : drawing.symbols) EXPECT_EQ(is_round(drawing.homes[0], symbol.middle), symbol.person <= father) << symbol.person;
}

TEST(Genogram, draws_a_mother_within_the_line_of_her_children_where_their_father_lives_elsewhere) {
    FamilyForTests some;
    const auto child = some.add("F"), brother = some.add("M"), mother = some.add("F"), father = some.add("M");
    for (const auto one : {child, brother})
        for (const auto parent : {mother, father}) some.relate(one, "parent", parent);
    some.household = {some.family.people[mother].id, some.family.people[brother].id};
    const Genogram drawing = some.drawn();
    ASSERT_THAT(drawing.homes, SizeIs(1)) << "a line of her own would say that she lives alone";
    for (const auto one : {child, brother, mother}) EXPECT_TRUE(is_round(drawing.homes[0], drawing.symbols[one].middle)) << one;
    EXPECT_FALSE(is_round(drawing.homes[0], drawing.symbols[father].middle));
}

TEST(HouseholdOutline, goes_round_boxes_that_touch_and_by_passages_to_those_that_do_not) {
    const std::vector<RowOfGenogram> rows{{0, 100}, {200, 300}};
    EXPECT_THAT(outlines_of({{{0, 0}, {50, 50}}, {{20, 50}, {30, 90}}}), SizeIs(1));
    EXPECT_THAT(outlines_of({{{0, 0}, {50, 50}}, {{60, 0}, {90, 50}}}), SizeIs(2));
    EXPECT_THAT(outlines_of(joined({{{0, 0}, {50, 100}}, {{160, 0}, {210, 100}}}, rows)), SizeIs(1)) << "beside one another";
    EXPECT_THAT(outlines_of(joined({{{0, 0}, {50, 100}}, {{160, 200}, {210, 300}}}, rows)), SizeIs(1)) << "below, and to one side";
    EXPECT_THAT(outlines_of({{{0, 0}, {50, 50}}})[0], SizeIs(4));
}

TEST(Genogram, cuts_long_names_by_letters_and_never_within_one) {
    FamilyForTests some;
    some.add("F", std::nullopt, "\xC5\x81\xC3\xB3" "d\xC5\xBA\xC5\x81\xC3\xB3" "d\xC5\xBA\xC5\x81\xC3\xB3" "d\xC5\xBA\xC5\x81\xC3\xB3" "d\xC5\xBA");
    EXPECT_EQ(some.drawn().symbols[0].label[0], "\xC5\x81\xC3\xB3" "d\xC5\xBA\xC5\x81\xC3\xB3" "d\xC5\xBA\xC5\x81\xC3\xB3" "d\xC5\xBA\xC5\x81\xC3\xB3" "d\xE2\x80\xA6");
}

TEST(Genogram, is_none_where_there_are_too_many_to_draw) {
    Layered layered;
    layered.row_of.resize(most_nodes_laid_out + 1);
    EXPECT_EQ(laid_out(layered), std::nullopt);
}

TEST(Genogram, draws_any_set_of_relationships_with_every_person_once_and_none_on_another) {
    const bool holds = rc::check("any family makes a drawing", [] {
        FamilyForTests some;
        const auto kinds = all_relationship_kinds();
        const int people = *rc::gen::inRange(1, 25);
        for (int i = 0; i < people; ++i) some.add(*rc::gen::element<std::string>("M", "F", "U", "9", "nonsense"));
        const auto anybody = [&] { return static_cast<std::size_t>(*rc::gen::inRange(0, people)); };
        const int ties = *rc::gen::inRange(0, 40);
        for (int i = 0; i < ties; ++i) {
            const auto person = anybody();
            const auto relative = anybody();
            if (person == relative) continue;
            Relationship& tie = some.relate(person, kinds[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(kinds.size())))].code, relative);
            if (*rc::gen::arbitrary<bool>()) tie.to = Date::of(2020, 1, 1);
        }
        for (const SeenChild& one : some.family.people)
            if (*rc::gen::arbitrary<bool>()) some.household.insert(one.id);

        const auto drawing = genogram_of(some.family, some.household, today);
        RC_ASSERT(drawing.has_value());
        RC_ASSERT(drawing->symbols.size() == some.family.people.size());
        for (std::size_t i = 0; i < drawing->symbols.size(); ++i) {
            RC_ASSERT(drawing->symbols[i].person == i);
            RC_ASSERT(drawing->symbols[i].middle.x > 0 && drawing->symbols[i].middle.x < drawing->width);
            RC_ASSERT(drawing->symbols[i].middle.y > 0 && drawing->symbols[i].middle.y < drawing->height);
        }
        RC_ASSERT(!overlap(*drawing));
        RC_ASSERT(!goes_behind_somebody(*drawing));
        for (const auto& line : drawing->lines) RC_ASSERT(line.points.size() >= 2);
    });
    EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace steadfast::record
