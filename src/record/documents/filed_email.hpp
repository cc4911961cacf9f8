#pragma once

#include "record/documents/document.hpp"

namespace steadfast::record::documents {

/// An e-mail on a child's record. Its attachments, and the message as it came, are documents that name it.
struct FiledEmail {
    std::string subject;
    When sent;
    std::string sender;
    std::string recipients;
    Narrative left_out;   ///< Attachments that were not filed, and why.
    std::optional<bool> legal_advice;   ///< To the council: neither it nor what came with it goes out with any print.
    Narrative words;      ///< As plain text, whatever it was written in; nothing is ever fetched from elsewhere.
};

}  // namespace steadfast::record::documents

template <>
const steadfast::record::ItemType& steadfast::record::type_of<steadfast::record::documents::FiledEmail>();
