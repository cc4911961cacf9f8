#include "law/code_sets.hpp"

#include <array>

namespace steadfast::law {

std::span<const CodeSet* const> all_code_sets() {
    static constexpr std::array all{
        &yes_no,
        &sex,
        &ethnicity,
        &disability,
        &upn_unknown,
        &gender_identity,
        &religion,
        &referral_source,
        &primary_need,
        &closure_reason,
        &category_of_abuse,
        &legal_gateway_outcome,
        &pre_proceedings_outcome,
        &assessment_factor,
        &reason_episode_started,
        &legal_status,
        &category_of_need,
        &reason_episode_ceased,
        &review_participation,
        &missing_type,
        &sdq_reason,
        &social_worker_change,
        &previous_permanence,
        &placement_type,
        &placement_provider,
        &placement_location,
        &reason_place_change,
        &number_of_adopters,
        &adopter_sex,
        &adopter_legal_status,
        &adoption_decision_reversed,
        &care_leaver_in_touch,
        &care_leaver_activity,
        &care_leaver_accommodation,
    };
    return all;
}

}  // namespace steadfast::law
