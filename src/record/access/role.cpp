#include "record/access/role.hpp"

#include <array>

namespace steadfast::record {
namespace {

constexpr std::array roles{
    law::Code{"administrator", "Administrator"},
    law::Code{"social_worker", "Social worker"},
    law::Code{"team_manager", "Team manager"},
    law::Code{"reviewing_officer", "Independent reviewing officer"},
    law::Code{"analyst", "Performance analyst"},
    law::Code{"governance", "Information governance officer"},
};

constexpr unsigned bit(Permission permission) { return 1u << static_cast<unsigned>(permission); }

unsigned permissions_of(std::string_view role_code) {
    const unsigned practice = bit(Permission::see_children) | bit(Permission::record_work);
    // Working Together 2023, chapter 3: a social worker decides on a referral, and a manager signs the assessment off.
    const unsigned deciding = bit(Permission::decide_contacts);
    if (role_code == "team_manager") return practice | deciding | bit(Permission::authorise_assessments) | bit(Permission::see_confidential_addresses) | bit(Permission::keep_front_door);
    if (role_code == "social_worker") return practice | deciding;
    if (role_code == "reviewing_officer") return practice | bit(Permission::see_confidential_addresses);
    if (role_code == "analyst") return bit(Permission::see_children) | bit(Permission::import_returns);
    if (role_code == "governance") return bit(Permission::see_children) | bit(Permission::see_audit);
    // Keeping the machine going is no reason to read about children.
    if (role_code == "administrator") return bit(Permission::keep_workers) | bit(Permission::import_returns) | bit(Permission::keep_front_door);
    return 0;
}

}  // namespace

const law::CodeSet role{"role", "Role", "Steadfast", roles};

bool may(const Viewer& viewer, Permission permission) { return (permissions_of(viewer.role_code) & bit(permission)) != 0; }

}  // namespace steadfast::record
