#include "record/people/relationship.hpp"

#include "law/code_sets.hpp"

#include <array>

namespace steadfast::record {
namespace {

using Counts = RelationshipKind::Counts;

constexpr std::array kinds{
    RelationshipKind{"parent", "Parent", "Child", Counts::parent, true},
    RelationshipKind{"adoptive_parent", "Adoptive parent", "Adopted child", Counts::parent},
    RelationshipKind{"step_parent", "Step-parent", "Stepchild", Counts::parent},
    RelationshipKind{"sibling", "Brother or sister", "Brother or sister", Counts::sibling, true},
    RelationshipKind{"twin", "Twin (or triplet)", "Twin (or triplet)", Counts::sibling, true},
    RelationshipKind{"half_sibling", "Half-brother or half-sister", "Half-brother or half-sister", Counts::sibling, true},
    RelationshipKind{"step_sibling", "Step-brother or step-sister", "Step-brother or step-sister", Counts::sibling},
    RelationshipKind{"grandparent", "Grandparent", "Grandchild", Counts::elder, true},
    RelationshipKind{"aunt_or_uncle", "Aunt or uncle", "Niece or nephew", Counts::elder, true},
    RelationshipKind{"cousin", "Cousin", "Cousin", Counts::other, true},
    RelationshipKind{"married", "Husband, wife or civil partner", "Husband, wife or civil partner", Counts::couple},
    RelationshipKind{"partner", "Partner", "Partner", Counts::couple},
    RelationshipKind{"special_guardian", "Special guardian", "Child under a special guardianship", Counts::carer},
    RelationshipKind{"foster_carer", "Foster carer", "Fostered child", Counts::carer},
    RelationshipKind{"private_foster_carer", "Private foster carer", "Privately fostered child", Counts::carer},
    RelationshipKind{"carer", "Other carer", "Child cared for", Counts::carer},
    RelationshipKind{"other_relative", "Other relative", "Other relative", Counts::other},
    RelationshipKind{"friend", "Friend of the family", "Friend of the family", Counts::other},
};

constexpr auto codes_of_kinds = [] {
    std::array<law::Code, kinds.size()> codes{};
    for (std::size_t i = 0; i < kinds.size(); ++i) codes[i] = {.code = kinds[i].code, .says = kinds[i].relative_is};
    return codes;
}();

constexpr law::Code endings[] = {
    {.code = "divorce", .says = "Divorce or dissolution"},
    {.code = "separation", .says = "They parted"},
    {.code = "death", .says = "Death"},
    {.code = "placement_ended", .says = "The child moved on"},
    {.code = "other", .says = "Another way"},
};

constexpr law::Code responsibilities[] = {
    {.code = "yes", .says = "Yes"},
    {.code = "no", .says = "No"},
    {.code = "not_known", .says = "Not known"},
};

// Children Act 1989 sections 2 to 5, 12 and 14C; Human Fertilisation and Embryology Act 2008; Adoption and Children Act 2002 section 46.
constexpr law::Code bases[] = {
    {.code = "mother", .says = "Mother of the child (Children Act 1989 section 2)"},
    {.code = "married_at_birth", .says = "Married to or civil partner of the mother at the birth (section 2)"},
    {.code = "birth_registered", .says = "Registered at the birth (section 4 or 4ZA)"},
    {.code = "agreement", .says = "Parental responsibility agreement (section 4, 4ZA or 4A)"},
    {.code = "court_order", .says = "Parental responsibility order (section 4, 4ZA or 4A)"},
    {.code = "child_arrangements", .says = "Child arrangements order: lives with (section 12)"},
    {.code = "special_guardianship", .says = "Special guardianship order (section 14C)"},
    {.code = "guardian", .says = "Appointed guardian (section 5)"},
    {.code = "adoption", .says = "Adoption order (Adoption and Children Act 2002 section 46)"},
    {.code = "parental_order", .says = "Parental order after surrogacy (Human Fertilisation and Embryology Act 2008 section 54)"},
    {.code = "other", .says = "Another way, abroad for example"},
};

struct Gendered {
    std::string_view word;
    std::string_view female;
    std::string_view male;
};
constexpr std::array gendered{
    Gendered{"Parent", "Mother", "Father"},
    Gendered{"Child", "Daughter", "Son"},
    Gendered{"Adoptive parent", "Adoptive mother", "Adoptive father"},
    Gendered{"Adopted child", "Adopted daughter", "Adopted son"},
    Gendered{"Step-parent", "Stepmother", "Stepfather"},
    Gendered{"Stepchild", "Stepdaughter", "Stepson"},
    Gendered{"Brother or sister", "Sister", "Brother"},
    Gendered{"Twin (or triplet)", "Twin sister", "Twin brother"},
    Gendered{"Half-brother or half-sister", "Half-sister", "Half-brother"},
    Gendered{"Step-brother or step-sister", "Step-sister", "Step-brother"},
    Gendered{"Grandparent", "Grandmother", "Grandfather"},
    Gendered{"Grandchild", "Granddaughter", "Grandson"},
    Gendered{"Aunt or uncle", "Aunt", "Uncle"},
    Gendered{"Niece or nephew", "Niece", "Nephew"},
    Gendered{"Husband, wife or civil partner", "Wife or civil partner", "Husband or civil partner"},
};

}  // namespace

constinit const law::CodeSet relationship_kind{"relationship_kind", "Relationship", "Steadfast", codes_of_kinds};
constinit const law::CodeSet relationship_ending{"relationship_ending", "How it ended", "Steadfast", endings};
constinit const law::CodeSet has_responsibility{"has_responsibility", "Parental responsibility", "Steadfast", responsibilities};
constinit const law::CodeSet responsibility_basis{"responsibility_basis", "Where parental responsibility comes from", "Steadfast", bases};

template <>
const ItemType& type_of<Relationship>() {
    static const ItemType type(
        {.key = "relationship", .name = "Relationship", .plural = "Relationships", .happened = "from", .ended = "to", .summary = {"kind"},
         .tells = Tells::who_somebody_is},
        {
            field<&Relationship::person>("person", "Person").required(),
            field<&Relationship::relative>("relative", "Relative").required(),
            field<&Relationship::kind>("kind", "What the relative is to the person").required(),
            field<&Relationship::from>("from", "From").with_hint("Where it began later than at birth: a marriage, a placement"),
            field<&Relationship::separated_on>("separated_on", "Separated on").not_before_the("from"),
            field<&Relationship::to>("to", "Ended on").not_before_the("from"),
            field<&Relationship::ended_by>("ended_by", "How it ended"),
            field<&Relationship::responsibility>("responsibility", "Parental responsibility")
                .with_hint("Whether the relative has it for this child. It is recorded, never guessed"),
            field<&Relationship::basis>("basis", "Where parental responsibility comes from"),
            field<&Relationship::responsibility_from>("responsibility_from", "Parental responsibility from"),
            field<&Relationship::responsibility_to>("responsibility_to", "Parental responsibility until").not_before_the("responsibility_from"),
        });
    return type;
}

bool Relationship::has_responsibility_on(Date day) const {
    return responsibility.is("yes") && (!responsibility_from || *responsibility_from <= day) && (!responsibility_to || day < *responsibility_to);
}

std::span<const RelationshipKind> all_relationship_kinds() { return kinds; }

const RelationshipKind* kind_of(const Relationship& relationship) {
    for (const RelationshipKind& kind : kinds)
        if (kind.code == relationship.kind.code) return &kind;
    return nullptr;
}

std::string words_for(std::string_view word, std::string_view other_sex) {
    const std::string_view sex = law::sex.present(other_sex);
    for (const Gendered& one : gendered)
        if (one.word == word && (sex == "F" || sex == "M")) return std::string(sex == "F" ? one.female : one.male);
    return std::string(word);
}

}  // namespace steadfast::record
