#include "record/letters/letter.hpp"

using steadfast::record::letters::Letter;
using steadfast::record::letters::LetterTemplate;

namespace steadfast::record {

template <>
const ItemType& type_of<LetterTemplate>() {
    static const ItemType type({.key = "letter_template",
                                .name = "Letter template",
                                .plural = "Letter templates",
                                .happened = "",
                                .ended = "",
                                .summary = {"title"},
                                .written = Written::by_its_room},
                               {
                                   field<&LetterTemplate::title>("title", "Name of the template").required(),
                                   field<&LetterTemplate::words>("words", "Words").required(),
                                   field<&LetterTemplate::is_retired>("is_retired", "Offered no more"),
                               });
    return type;
}

template <>
const ItemType& type_of<Letter>() {
    static const ItemType type({.key = "letter",
                                .name = "Letter",
                                .plural = "Letters",
                                .happened = "written_on",
                                .ended = "",
                                .summary = {"title"},
                                .written = Written::on_its_own_pages},
                               {
                                   field<&Letter::title>("title", "What it is about").required(),
                                   field<&Letter::written_on>("written_on", "Date of the letter").required(),
                                   field<&Letter::recipient>("recipient", "To").required(),
                                   field<&Letter::capacity>("capacity", "Who they are to the child"),
                                   field<&Letter::recipient_address>("recipient_address", "Address on the letter"),
                                   field<&Letter::words>("words", "Words").required(),
                                   field<&Letter::may_know>("may_know", "Others it names, of whom the recipient may know"),
                                   field<&Letter::written_from>("written_from", "Written from"),
                               });
    return type;
}

}  // namespace steadfast::record
