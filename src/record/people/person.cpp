#include "record/people/person.hpp"

namespace steadfast::record {

template <>
const ItemType& type_of<Person>() {
    static const ItemType type(
        {.key = "person", .name = "Person", .plural = "People", .happened = "", .ended = "", .summary = {"born", "sex", "ethnicity"}},
        {
            field<&Person::given_name>("given_name", "Given name"),
            field<&Person::family_name>("family_name", "Family name"),
            field<&Person::known_as>("known_as", "Likes to be called"),
            field<&Person::authority_id>("authority_id", "Child's number here")
                .natural_key().from("ssda903", "header", "CHILD").from("cin_census", "child", "LAchildID"),
            field<&Person::born>("born", "Date of birth").from("ssda903", "header", "DOB").from("cin_census", "child", "PersonBirthDate"),
            field<&Person::expected>("expected", "Expected date of birth").from("cin_census", "child", "ExpectedPersonBirthDate"),
            field<&Person::died>("died", "Date of death").from("cin_census", "child", "PersonDeathDate"),
            field<&Person::sex>("sex", "Sex")
                .from("ssda903", "header", "SEX").from("cin_census", "child", "Sex").from("cin_census", "child", "GenderCurrent"),
            field<&Person::ethnicity>("ethnicity", "Ethnicity").from("ssda903", "header", "ETHNIC").from("cin_census", "child", "Ethnicity"),
            field<&Person::disabilities>("disabilities", "Disabilities").from("cin_census", "child", "Disability"),
            field<&Person::upn>("upn", "Unique pupil number").from("ssda903", "header", "UPN").from("cin_census", "child", "UPN"),
            field<&Person::former_upn>("former_upn", "Former unique pupil number").from("cin_census", "child", "FormerUPN"),
            // The 903 writes UN1 to UN7 into the UPN's own column.
            field<&Person::upn_unknown>("upn_unknown", "Why there is no unique pupil number")
                .from("ssda903", "header", "UPN").from("cin_census", "child", "UPNunknown"),
            field<&Person::is_mother>("is_mother", "Is a mother").from("ssda903", "header", "MOTHER"),
            field<&Person::first_child_born>("first_child_born", "Her first child's date of birth").from("ssda903", "header", "MC_DOB"),
        });
    return type;
}

std::string name_of(const Person& person) {
    const std::string& given = person.known_as.empty() ? person.given_name : person.known_as;
    if (!given.empty() && !person.family_name.empty()) return given + " " + person.family_name;
    if (!given.empty()) return given;
    if (!person.family_name.empty()) return person.family_name;
    return person.authority_id.empty() ? "Child without a name" : "Child " + person.authority_id;
}

}  // namespace steadfast::record
