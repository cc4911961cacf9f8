#include "demo/family.hpp"

#include "law/age.hpp"
#include "law/identifiers.hpp"

#include <array>
#include <fmt/format.h>

namespace steadfast::demo {
namespace {

constexpr std::array<Share, 6> how_many_children{{{"1", 41}, {"2", 29}, {"3", 17}, {"4", 8}, {"5", 4}, {"6", 1}}};
// Ages at the first referral: many before birth and in the first year, a dip, and more again in the teens.
constexpr std::array<Share, 7> age_group{
    {{"unborn", 4}, {"0", 8}, {"1-4", 22}, {"5-9", 26}, {"10-12", 15}, {"13-15", 18}, {"16-17", 7}}};
constexpr std::array<Share, 8> disability{
    {{"LD", 30}, {"AUT", 30}, {"BEH", 12}, {"COMM", 10}, {"MOB", 6}, {"HEAR", 4}, {"VIS", 3}, {"CON", 5}}};

// Of 100 births 1.4 are of twins (Office for National Statistics, Birth characteristics, 2022), so that of 100 brothers or sisters
// who follow or come before some three are a twin.
constexpr double twins = 3;
constexpr double half_recorded = 7;
constexpr double misspelt_names = 2.5;
constexpr double shouted_names = 1.5;

int age_in_days(Dice& dice) {
    const std::string_view group = dice.one_of(age_group);
    const auto years = [&dice](int from, int to) { return dice.between(from * 365, (to + 1) * 365 - 1); };
    if (group == "unborn") return -dice.between(20, 140);
    if (group == "0") return years(0, 0);
    if (group == "1-4") return years(1, 4);
    if (group == "5-9") return years(5, 9);
    if (group == "10-12") return years(10, 12);
    if (group == "13-15") return years(13, 15);
    return years(16, 17);
}

/// A number of the right shape and check letter with 990 for the council, which no council has.
std::string some_upn(Dice& dice, Date born) {
    const int school_year = born.month() >= 9 ? born.year() + 5 : born.year() + 4;
    const std::string digits =
        fmt::format("990{:04}{:02}{:03}", dice.between(2000, 3999), school_year % 100, dice.between(1, 999));
    return fmt::format("{}{}", law::upn_check_letter(digits).value(), digits);
}

Child some_child(Dice& dice, const Family& family, Date born) {
    Child child;
    child.sex = dice.happens_in(family.came_alone ? 95 : 51) ? "M" : "F";
    child.born = born;
    // Two of one name in a family would be one too many.
    do child.given_name = dice.one_of(child.sex == "M" ? family.origin->boys : family.origin->girls);
    while (std::ranges::any_of(family.children, [&](const Child& other) { return other.given_name == child.given_name; }));
    child.ethnicity = family.children.empty() || dice.happens_in(4) ? std::string(dice.one_of(family.origin->ethnicities))
                                                                    : family.children.front().ethnicity;
    static constexpr std::string_view likes[] = {"football", "swimming", "drawing", "the drums", "baking", "dance", "chess", "cycling", "cadets", "climbing", "singing", "gaming with friends"};
    child.likes = dice.one_of(likes);
    child.number = fmt::format("{}", 300'000 + family.number * 10 + family.children.size());
    child.upn = some_upn(dice, born);
    if (dice.happens_in(12)) child.disabilities.emplace_back(dice.one_of(disability));
    child.subject = ledger::SubjectId(dice.id());
    child.person.item = record::item_of(child.subject);
    return child;
}

void draw_the_thread(Dice& dice, Family& family) {
    static constexpr std::string_view places[] = {"Ashcombe", "Thornwick", "Marlby", "Eastholme", "Coldbrook", "Saxford", "Netherby", "Wold End"};
    static constexpr std::string_view pets[] = {"the dog", "the cat", "Biscuit the dog", "Duke the dog", "Shadow the cat", "the two rabbits", "the budgerigar", "the old spaniel"};
    const std::string_view place = dice.one_of(places);
    family.father = family.came_alone ? std::string_view("the cousin in Leeds") : dice.one_of(family.origin->boys);
    family.grandmother = family.came_alone ? "the uncle on the telephone" : dice.happens_in(70) ? "the grandmother" : "the aunt";
    family.primary_school = fmt::format("{} Primary School", place);
    family.secondary_school = fmt::format("{} Academy", dice.happens_in(70) ? place : dice.one_of(places));
    family.pet = dice.one_of(pets);
    family.trouble = &troubles()[static_cast<std::size_t>(dice.between(0, static_cast<int>(troubles().size()) - 1))];
}

/// What a council of years finds in its own files; the shares are of our own choosing, as nobody publishes theirs.
void let_the_record_be_kept_badly(Dice& dice, Family& family) {
    family.is_half_recorded = dice.happens_in(half_recorded);
    for (Child& child : family.children)
        if (dice.happens_in(misspelt_names)) child.family_name = misspelt(dice, family.surname);
    if (dice.happens_in(shouted_names)) std::ranges::transform(family.surname, family.surname.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
}

/// Beginning with 999, which the health service keeps for tests. None for the one in eleven that has no check digit.
std::string some_nhs_number(std::string_view number_here) {
    const std::string digits = fmt::format("999{:0>6}", number_here.substr(number_here.size() - std::min<std::size_t>(6, number_here.size())));
    const auto check = law::nhs_check_digit(digits);
    return check ? digits + *check : "";
}

record::Person as_first_heard_of(const Family& family, const Child& child, Date on) {
    record::Person person;
    person.given_name = child.born > on ? "Unborn" : child.given_name;
    person.family_name = child.family_name.empty() ? family.surname : child.family_name;
    person.authority_id = child.number;
    (child.born > on ? person.expected : person.born) = child.born;
    person.sex.code = child.born > on ? "U" : child.sex;
    return person;
}

}  // namespace

int Child::age_on(Date day) const { return law::age_on(born, day).value_or(-1); }

std::string some_postcode(Dice& dice) {
    static constexpr std::string_view letters = "ABDEFGHJLNPQRSTUWXYZ";   // The letters of an inward code.
    const auto letter = [&dice] {
        return letters[static_cast<std::size_t>(dice.between(0, static_cast<int>(letters.size()) - 1))];
    };
    return fmt::format("ZZ{} {}{}{}", dice.between(1, 24), dice.between(1, 9), letter(), letter());
}

Family some_family(Dice& dice, std::uint64_t number, Date earliest, Date latest, Kept kept) {
    Family family;
    family.number = number;
    family.first_known = dice.day_between(earliest, latest);
    family.came_alone = dice.happens_in(2.2);
    family.origin = family.came_alone ? &some_origin_of_asylum_seekers(dice) : &some_origin(dice);
    family.surname = dice.one_of(family.origin->families);
    family.mother = family.came_alone ? std::string_view("the key worker") : dice.one_of(family.origin->girls);
    family.postcode = some_postcode(dice);
    draw_the_thread(dice, family);
    if (family.came_alone) {
        family.children.push_back(
            some_child(dice, family, family.first_known.plus_days(-dice.between(15 * 365 + 200, 18 * 365 - 60))));
        return family;
    }

    // The first child drawn is the one whom the referral is about; the others come before and after, a year to four apart.
    const int count = dice.one_of(how_many_children).front() - '0';
    Date born = family.first_known.plus_days(-age_in_days(dice));
    family.children.push_back(some_child(dice, family, born));
    Date eldest = born;
    Date youngest = born;
    for (int i = 1; i < count; ++i) {
        const bool is_a_twin = kept == Kept::as_real_ones_are && dice.happens_in(twins);
        const int gap = is_a_twin ? 0 : dice.between(340, 1500);
        const bool is_older = dice.happens_in(50) && family.first_known - eldest.plus_days(-gap) < 17 * 365;
        born = is_older ? eldest.plus_days(-gap) : youngest.plus_days(gap);
        (is_older ? eldest : youngest) = born;
        // Nobody knows today of a child who will be born next year.
        if (born > latest) continue;
        family.children.push_back(some_child(dice, family, born));
    }
    if (kept == Kept::as_real_ones_are) let_the_record_be_kept_badly(dice, family);
    return family;
}

std::string misspelt(Dice& dice, std::string name) {
    const auto is_plain = [&name](std::size_t at) { return at < name.size() && name[at] >= 'a' && name[at] <= 'z'; };
    const auto at = static_cast<std::size_t>(dice.between(1, std::max(1, static_cast<int>(name.size()) - 2)));
    if (!is_plain(at) || !is_plain(at + 1)) return name + "e";
    const int how = dice.between(0, 2);
    if (how == 0) name.insert(at, 1, name[at]);
    else if (how == 1) std::swap(name[at], name[at + 1]);
    else name.erase(at, 1);
    return name;
}

void record_first_heard_of(Story& story, Family& family, Child& child, ledger::WorkerId by, Moment at) {
    if (child.person.version > 0) return;
    story.save(child.person, as_first_heard_of(family, child, at.day), {child.subject}, by, at);
}

void record_fully_known(Story& story, Family& family, Child& child, ledger::WorkerId by, Moment at) {
    if (child.born > at.day) return;
    if (family.is_half_recorded) return;   // An unborn child stays one, and ethnicity is never asked for.
    record::Person person = as_first_heard_of(family, child, at.day);
    person.ethnicity.code = child.ethnicity;
    person.disabilities.codes = child.disabilities.empty() ? std::vector<std::string>{"NONE"} : child.disabilities;
    if (child.age_on(at.day) >= 5) person.upn = child.upn;
    else person.upn_unknown.code = "UN1";
    person.nhs_number = some_nhs_number(child.number);
    story.save(child.person, person, {child.subject}, by, at);
}

}  // namespace steadfast::demo
