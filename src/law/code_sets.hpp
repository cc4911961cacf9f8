#pragma once

#include "law/code_set.hpp"

namespace steadfast::law {

// The code sets of the SSDA903 return (2017 to 2026) and the children in need census (2022 to 2026), each with the
// name of its column. The tables stand by family in src/law/codes.

// A person: codes/person.cpp
extern const CodeSet yes_no;         ///< Flags of both returns: 0 and 1, or false and true.
extern const CodeSet sex;            ///< SEX; Sex, GenderCurrent
extern const CodeSet ethnicity;      ///< ETHNIC; Ethnicity
extern const CodeSet disability;     ///< Disability
extern const CodeSet upn_unknown;    ///< UPN where none is known; UPNunknown
extern const CodeSet gender_identity;   ///< Not in a return: the Standard Safeguarding Dataset's pers_gender
extern const CodeSet religion;          ///< Not in a return: the census of England and Wales's answers

// Children in need and protection: codes/children_in_need.cpp
extern const CodeSet referral_source;          ///< ReferralSource
extern const CodeSet primary_need;             ///< PrimaryNeedCode
extern const CodeSet closure_reason;           ///< ReasonForClosure
extern const CodeSet category_of_abuse;        ///< InitialCategoryOfAbuse, LatestCategoryOfAbuse
extern const CodeSet legal_gateway_outcome;    ///< Not in a return: the Standard Safeguarding Dataset's letters
extern const CodeSet pre_proceedings_outcome;  ///< Not in a return: the Standard Safeguarding Dataset's words

// What an assessment found: codes/assessment.cpp
extern const CodeSet assessment_factor;  ///< AssessmentFactors

// Being looked after: codes/looked_after.cpp
extern const CodeSet reason_episode_started;  ///< RNE
extern const CodeSet legal_status;            ///< LS
extern const CodeSet category_of_need;        ///< CIN
extern const CodeSet reason_episode_ceased;   ///< REC
extern const CodeSet review_participation;    ///< REVIEW_CODE
extern const CodeSet missing_type;            ///< MISSING
extern const CodeSet sdq_reason;              ///< SDQ_REASON
extern const CodeSet social_worker_change;    ///< SW_REASON
extern const CodeSet previous_permanence;     ///< PREV_PERM

// Where a looked-after child lives: codes/placement.cpp
extern const CodeSet placement_type;       ///< PLACE; PL in the XML form
extern const CodeSet placement_provider;   ///< PLACE_PROVIDER
extern const CodeSet placement_location;   ///< PL_LOCATION
extern const CodeSet reason_place_change;  ///< REASON_PLACE_CHANGE

// Adoption: codes/adoption.cpp
extern const CodeSet number_of_adopters;          ///< NB_ADOPTR
extern const CodeSet adopter_sex;                 ///< SEX_ADOPTR
extern const CodeSet adopter_legal_status;        ///< LS_ADOPTR
extern const CodeSet adoption_decision_reversed;  ///< REASON_PLACED_CEASED

// After care: codes/care_leaving.cpp
extern const CodeSet care_leaver_in_touch;       ///< IN_TOUCH
extern const CodeSet care_leaver_activity;       ///< ACTIV
extern const CodeSet care_leaver_accommodation;  ///< ACCOM

/// Every set above. A set's key names it for ever, so entries may refer to it.
[[nodiscard]] std::span<const CodeSet* const> all_code_sets();

}  // namespace steadfast::law
