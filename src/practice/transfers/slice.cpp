#include "record/slice.hpp"
#include "practice/transfers/timescales.hpp"
#include "practice/transfers/transfers.hpp"

namespace steadfast::practice {

const record::Slice& slice_of_transfers() {
    static const record::Slice slice{
        .key = "transfers",
        .name = "Transfers between authorities",
        .items = {&record::type_of<TransferIn>(), &record::type_of<TransferOut>(), &record::type_of<PlacedHere>()},
        .duties = duties_of_transfers(),
    };
    return slice;
}

}  // namespace steadfast::practice
