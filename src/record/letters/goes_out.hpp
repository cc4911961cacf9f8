#pragma once

#include "record/book/book.hpp"

namespace steadfast::record::letters {

/// Whether a thing on the record may go out with what is made for somebody. It is what its type says, and never for an address that is
/// kept confidential or for legal advice to the council: that is privileged, and exempt from a person's right to their own file
/// (Data Protection Act 2018, Schedule 2, paragraph 19).
[[nodiscard]] GoesOut goes_out(const Found& found);

}  // namespace steadfast::record::letters
