#include "practice/transfers/timescales.hpp"

#include "practice/transfers/transfers.hpp"

namespace steadfast::practice {

using namespace law::literals;

// Working Together to Safeguard Children: where a child with a protection plan moves for good, the receiving authority convenes
// an initial child protection conference within 15 working days of being told of the move, and only then may the plan of the
// first one end. Read as safeguarding partnerships' procedures quote it; the number of the paragraph could not be found in
// the edition of 2023, and is left out.
constinit const law::Timescale transfer_conference{
    .key = "transfer_conference",
    .name = "Conference for a child who moved here",
    .says = "Hold a child protection conference within 15 working days of being told that a child with a protection plan has moved here",
    .source = "Working Together to Safeguard Children (2023), chapter 3",
    .steps = {law::within(15_working_days)},
};

std::vector<record::Duty> duties_of_transfers() {
    return {{
        .timescale = &transfer_conference,
        // One that does not say what the child was under may be a plan, and is owed until somebody says.
        .over = record::each(&TransferIn::notified_on, &TransferIn::taken_over_on).leaving_out(&TransferIn::with, {"in_need", "looked_after", "enquiry", "nothing"}),
        .met_by = {record::its_own(&TransferIn::conference_on)},
    }};
}

}  // namespace steadfast::practice
