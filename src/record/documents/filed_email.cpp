#include "record/documents/filed_email.hpp"

using steadfast::record::documents::FiledEmail;

namespace steadfast::record {

template <>
const ItemType& type_of<FiledEmail>() {
    static const ItemType type({.key = "filed_email",
                                .name = "E-mail",
                                .plural = "E-mails",
                                .happened = "sent",
                                .ended = "",
                                .summary = {"subject"},
                                .written = Written::on_its_own_pages},
                               {
                                   field<&FiledEmail::subject>("subject", "Subject").required(),
                                   field<&FiledEmail::sent>("sent", "Sent"),
                                   field<&FiledEmail::sender>("sender", "From").required(),
                                   field<&FiledEmail::recipients>("recipients", "To"),
                                   field<&FiledEmail::left_out>("left_out", "What was not filed, and why"),
                                   field<&FiledEmail::legal_advice>("legal_advice", "Legal advice to the council"),
                                   field<&FiledEmail::words>("words", "What it says"),
                               });
    return type;
}

}  // namespace steadfast::record
