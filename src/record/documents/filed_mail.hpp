#pragma once

#include "record/documents/document_terms.hpp"
#include "record/documents/filing.hpp"
#include "record/documents/mail.hpp"
#include "record/documents/taking_in.hpp"

namespace steadfast::record::documents {

/// Reads a message by what it is. Refused (invalid) where it is no message.
[[nodiscard]] Result<Mail> read_mail(const GivenFile& file);

/// Takes a message in whole and puts it into the filing: the e-mail first, then the message as it came, then each attachment as a
/// document of its own. An attachment that may not be filed is left out, and the e-mail says which and why. Refused (invalid), with
/// nothing to save, where the message itself may not be filed: it is no message, too large, or not harmless.
/// @param today the date on its documents, where the message does not say when it was sent: the day it came.
/// @param is_legal_advice the council's own: the message and all that came with it are marked so.
[[nodiscard]] Result<void> put_mail(Filing& filing, ledger::Documents& kept, const DocumentTerms& terms, Instant now, Date today, const GivenFile& file, bool is_legal_advice = false);

}  // namespace steadfast::record::documents
