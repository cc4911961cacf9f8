#include "record/access/guards.hpp"

#include <array>

namespace steadfast::record {
namespace {

constexpr std::array opened{
    law::Code{"restricted", "A restricted record"},
    law::Code{"sealed", "A record sealed at adoption"},
};

constexpr std::array judged{
    law::Code{"right", "It was right to open the record"},
    law::Code{"not_right", "It was not right to open the record"},
};

ItemWords guard(std::string_view key, std::string_view name, std::string_view plural, std::string_view ended) {
    return {.key = key, .name = name, .plural = plural, .happened = "from", .ended = ended, .summary = {"from"}, .written = Written::by_its_room};
}

}  // namespace

const law::CodeSet permit_opens{"permit_opens", "What a permit opens", "Steadfast", opened};
const law::CodeSet emergency_access_was{"emergency_access_was", "What the manager said", "Steadfast", judged};

template <>
const ItemType& type_of<Restriction>() {
    static const ItemType type(guard("restriction", "Restricted record", "Restricted records", "to"),
                               {
                                   field<&Restriction::from>("from", "Restricted from").required(),
                                   field<&Restriction::to>("to", "Until"),
                                   field<&Restriction::ring>("ring", "Whom to ring").required(),
                                   field<&Restriction::why>("why", "Why").required(),
                               });
    return type;
}

template <>
const ItemType& type_of<Permit>() {
    static const ItemType type(guard("permit", "Named to see a guarded record", "People named to see guarded records", "to"),
                               {
                                   field<&Permit::worker>("worker", "Worker").required(),
                                   field<&Permit::opens>("opens", "Opens").required(),
                                   field<&Permit::from>("from", "From").required(),
                                   field<&Permit::to>("to", "Until"),
                                   field<&Permit::why>("why", "Why").required(),
                               });
    return type;
}

template <>
const ItemType& type_of<ConflictOfInterest>() {
    static const ItemType type(guard("conflict_of_interest", "Conflict of interest", "Conflicts of interest", "to"),
                               {
                                   field<&ConflictOfInterest::worker>("worker", "Worker").required(),
                                   field<&ConflictOfInterest::from>("from", "From").required(),
                                   field<&ConflictOfInterest::to>("to", "Until"),
                                   field<&ConflictOfInterest::why>("why", "Why").required(),
                               });
    return type;
}

template <>
const ItemType& type_of<AdoptionSeal>() {
    static const ItemType type(guard("adoption_seal", "Sealed at adoption", "Records sealed at adoption", ""),
                               {
                                   field<&AdoptionSeal::from>("from", "Sealed from").required(),
                                   field<&AdoptionSeal::becomes>("becomes", "The new record"),
                               });
    return type;
}

template <>
const ItemType& type_of<EmergencyAccess>() {
    static const ItemType type(
        {.key = "emergency_access", .name = "Emergency access", .plural = "Emergency accesses", .happened = "began", .ended = "",
         .summary = {"reason", "was"}, .written = Written::by_its_room},
        {
            field<&EmergencyAccess::worker>("worker", "Worker").required(),
            field<&EmergencyAccess::began>("began", "Opened at").required(),
            field<&EmergencyAccess::reason>("reason", "Why").required(),
            field<&EmergencyAccess::reviewed_by>("reviewed_by", "Looked at by"),
            field<&EmergencyAccess::reviewed>("reviewed", "Looked at on"),
            field<&EmergencyAccess::was>("was", "What the manager said"),
            field<&EmergencyAccess::review_says>("review_says", "In the manager's words"),
        });
    return type;
}

}  // namespace steadfast::record
