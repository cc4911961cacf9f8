#include "record/people/person.hpp"

#include "record/people/checks.hpp"

namespace steadfast::record {
namespace {

constexpr law::Code person_kinds[] = {
    {.code = "child", .says = "Child, or somebody who was one here"},
    {.code = "adult", .says = "Adult of a child's family"},
};

}  // namespace

constinit const law::CodeSet person_kind{"person_kind", "Kind of person", "Steadfast", person_kinds};

template <>
const ItemType& type_of<Person>() {
    static const ItemType type(
        {.key = "person", .name = "Person", .plural = "People", .happened = "", .ended = "", .summary = {"born", "sex", "ethnicity"},
         .tells = Tells::who_somebody_is},
        {
            field<&Person::kind>("kind", "Kind of person"),
            field<&Person::title>("title", "Title"),
            field<&Person::given_name>("given_name", "Given name"),
            field<&Person::family_name>("family_name", "Family name"),
            field<&Person::known_as>("known_as", "Likes to be called"),
            field<&Person::authority_id>("authority_id", "Child's number here")
                .natural_key_of_some().from("ssda903", "header", "CHILD").from("cin_census", "child", "LAchildID"),
            field<&Person::born>("born", "Date of birth").from("ssda903", "header", "DOB").from("cin_census", "child", "PersonBirthDate"),
            field<&Person::expected>("expected", "Expected date of birth").from("cin_census", "child", "ExpectedPersonBirthDate"),
            field<&Person::died>("died", "Date of death").from("cin_census", "child", "PersonDeathDate").not_before_the("born"),
            field<&Person::sex>("sex", "Sex")
                .from("ssda903", "header", "SEX").from("cin_census", "child", "Sex").from("cin_census", "child", "GenderCurrent"),
            field<&Person::ethnicity>("ethnicity", "Ethnicity").from("ssda903", "header", "ETHNIC").from("cin_census", "child", "Ethnicity"),
            field<&Person::disabilities>("disabilities", "Disabilities").from("cin_census", "child", "Disability"),
            field<&Person::upn>("upn", "Unique pupil number").from("ssda903", "header", "UPN").from("cin_census", "child", "UPN")
                .checked_by(checked_upn),
            field<&Person::former_upn>("former_upn", "Former unique pupil number").from("cin_census", "child", "FormerUPN").checked_by(checked_upn),
            // The 903 writes UN1 to UN7 into the UPN's own column.
            field<&Person::upn_unknown>("upn_unknown", "Why there is no unique pupil number")
                .from("ssda903", "header", "UPN").from("cin_census", "child", "UPNunknown"),
            field<&Person::is_mother>("is_mother", "Is a mother").from("ssda903", "header", "MOTHER"),
            field<&Person::first_child_born>("first_child_born", "Her first child's date of birth").from("ssda903", "header", "MC_DOB"),
            field<&Person::nhs_number>("nhs_number", "NHS number").with_hint("10 digits, for example 943 476 5919").checked_by(checked_nhs_number),
            field<&Person::gender_identity>("gender_identity", "Gender identity"),
            field<&Person::gender_words>("gender_words", "Gender, in their own words"),
            field<&Person::first_language>("first_language", "First language").checked_by(checked_language),
            field<&Person::interpreter_needed>("interpreter_needed", "Needs an interpreter"),
            field<&Person::interpreter>("interpreter", "Interpreter").with_hint("Which language or signing, and how one is booked"),
            field<&Person::religion>("religion", "Religion"),
            field<&Person::nationality>("nationality", "Nationality").with_hint("As the passport or the family says it").checked_by(checked_nationality),
        });
    return type;
}

std::string name_of(const Person& person) {
    const std::string& given = person.known_as.empty() ? person.given_name : person.known_as;
    if (!given.empty() && !person.family_name.empty()) return given + " " + person.family_name;
    if (!given.empty()) return given;
    if (!person.family_name.empty()) return person.family_name;
    if (person.is_adult_of_a_family()) return "Adult without a name";
    return person.authority_id.empty() ? "Child without a name" : "Child " + person.authority_id;
}

}  // namespace steadfast::record
