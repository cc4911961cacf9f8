#include "record/items.hpp"

#include "record/access/access_retention.hpp"
#include "record/access/access_seal.hpp"
#include "record/access/guards.hpp"
#include "record/allocation/allocation.hpp"
#include "record/apart/guard.hpp"
#include "record/council/council.hpp"
#include "record/council/sign_in_settings.hpp"
#include "record/documents/filed_email.hpp"
#include "record/duty/local_timescale.hpp"
#include "record/letters/letter.hpp"
#include "record/letters/made_for_somebody.hpp"
#include "record/meetings/invitation.hpp"
#include "record/merge/record_merge.hpp"
#include "record/people/address.hpp"
#include "record/people/alert.hpp"
#include "record/people/contact_way.hpp"
#include "record/people/immigration_status.hpp"
#include "record/people/interpreter_booking.hpp"
#include "record/people/name.hpp"
#include "record/people/person.hpp"
#include "record/people/professional.hpp"
#include "record/people/relationship.hpp"
#include "record/plans/plan.hpp"
#include "record/plans/plan_action.hpp"
#include "record/put_right/dispute.hpp"
#include "record/search/duplicates.hpp"
#include "record/teams/team.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::record {

void add_items(Catalogue& catalogue) {
    catalogue.add(type_of<Person>());
    catalogue.add(type_of<Name>());
    catalogue.add(type_of<Address>());
    catalogue.add(type_of<ContactWay>());
    catalogue.add(type_of<Relationship>());
    catalogue.add(type_of<Professional>());
    catalogue.add(type_of<Alert>());
    catalogue.add(type_of<ImmigrationStatus>());
    catalogue.add(type_of<InterpreterBooking>());
    catalogue.add(type_of<RecordMerge>());
    catalogue.add(type_of<NotTheSame>());
    catalogue.add(type_of<Worker>());
    catalogue.add(type_of<Council>());
    catalogue.add(type_of<SignInSettings>());
    catalogue.add(type_of<LocalTimescale>());
    catalogue.add(type_of<AccessSeal>());
    catalogue.add(type_of<AccessRetention>());
    catalogue.add(type_of<AccessRemoval>());
    catalogue.add(type_of<Dispute>());
    catalogue.add(type_of<Team>());
    catalogue.add(type_of<TeamMembership>());
    catalogue.add(type_of<Allocation>());
    catalogue.add(type_of<Restriction>());
    catalogue.add(type_of<Permit>());
    catalogue.add(type_of<ConflictOfInterest>());
    catalogue.add(type_of<AdoptionSeal>());
    catalogue.add(type_of<EmergencyAccess>());
    catalogue.add(type_of<RoomPermit>());
    catalogue.add(type_of<documents::Document>());
    catalogue.add(type_of<documents::FiledEmail>());
    catalogue.add(type_of<letters::LetterTemplate>());
    catalogue.add(type_of<letters::Letter>());
    catalogue.add(type_of<letters::MadeForSomebody>());
    catalogue.add(type_of<plans::Plan>());
    catalogue.add(type_of<plans::PlanAction>());
    catalogue.add(type_of<meetings::Meeting>());
    catalogue.add(type_of<meetings::Invitation>());
}

}  // namespace steadfast::record
