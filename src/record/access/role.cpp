#include "record/access/role.hpp"

#include <array>
#include <initializer_list>

namespace steadfast::record {
namespace {

constexpr std::array roles{
    law::Code{"administrator", "Administrator"},
    law::Code{"social_worker", "Social worker"},
    law::Code{"team_manager", "Team manager"},
    law::Code{"reviewing_officer", "Independent reviewing officer"},
    law::Code{"analyst", "Performance analyst"},
    law::Code{"governance", "Information governance officer"},
    law::Code{"front_door_worker", "Front door social worker"},
    law::Code{"night_team", "Emergency duty social worker"},
    law::Code{"family_support_worker", "Family support worker"},
    law::Code{"personal_adviser", "Personal adviser"},
    law::Code{"business_support", "Business support officer"},
    law::Code{"adoption_worker", "Adoption worker"},
    law::Code{"service_manager", "Service manager"},
    law::Code{"director", "Director"},
    law::Code{"designated_officer", "Designated officer for allegations"},
};

constexpr unsigned bit(Permission permission) { return 1u << static_cast<unsigned>(permission); }

constexpr unsigned all_of(std::initializer_list<Permission> permissions) {
    unsigned bits = 0;
    for (const Permission permission : permissions) bits |= bit(permission);
    return bits;
}

unsigned permissions_of(std::string_view role_code) {
    using enum Permission;
    constexpr unsigned practice = all_of({see_children, record_work, use_emergency_access, keep_drafts});
    // They take calls about any child at any hour, and must not make a second record of one whom they may not read about.
    constexpr unsigned answering_calls = practice | all_of({decide_contacts, see_every_child, learn_of_restricted});
    // Working Together 2023, chapter 3: a social worker decides on a referral, and a manager signs the assessment off.
    constexpr unsigned managing =
        all_of({decide_contacts, authorise_assessments, see_confidential_addresses, keep_front_door, allocate, review_emergency_access, see_who_looked});

    constexpr unsigned with_children = practice | bit(hold_children);

    if (role_code == "social_worker") return with_children | bit(decide_contacts);
    if (role_code == "reviewing_officer") return with_children | bit(see_confidential_addresses);
    if (role_code == "family_support_worker" || role_code == "personal_adviser") return with_children;
    // A team manager keeps a family between two workers.
    if (role_code == "team_manager") return with_children | managing;
    if (role_code == "front_door_worker" || role_code == "night_team") return with_children | answering_calls;
    if (role_code == "adoption_worker") return with_children | bit(see_sealed);
    // They type and file for others: what they have no part in, they ask a practitioner for.
    if (role_code == "business_support") return all_of({see_children, record_work, merge_records, keep_drafts});
    // They hear of any child, and must find whoever is named.
    if (role_code == "designated_officer") return practice | all_of({see_every_child, hear_allegations});
    if (role_code == "service_manager") return practice | managing | all_of({see_every_child, guard_records});
    if (role_code == "director") return practice | managing | all_of({see_every_child, see_restricted, guard_records});
    if (role_code == "analyst") return all_of({see_children, see_every_child, import_returns, keep_drafts});
    if (role_code == "governance")
        return all_of({see_children, see_audit, see_every_child, see_restricted, guard_records, review_emergency_access, see_who_looked, merge_records, keep_drafts});
    // Keeping the machine going is no reason to read about children.
    if (role_code == "administrator") return all_of({keep_workers, keep_settings, import_returns, keep_front_door, keep_drafts});
    return 0;
}

}  // namespace

const law::CodeSet role{"role", "Role", "Steadfast", roles};

bool may(const Viewer& viewer, Permission permission) { return (permissions_of(viewer.role_code) & bit(permission)) != 0; }

}  // namespace steadfast::record
