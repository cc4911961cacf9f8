#include "practice/court/section_20.hpp"

using steadfast::practice::Section20Agreement;

namespace steadfast::record {

template <>
const ItemType& type_of<Section20Agreement>() {
    static const ItemType type(
        {.key = "section_20_agreement",
         .name = "Section 20 agreement",
         .plural = "Section 20 agreements",
         .happened = "agreed_on",
         .ended = "ended_on",
         .summary = {"who_agreed"}},
        {
            field<&Section20Agreement::agreed_on>("agreed_on", "Agreed on").required(),
            field<&Section20Agreement::who_agreed>("who_agreed", "Who agreed")
                .required()
                .with_hint("Everybody with parental responsibility, or the young person from 16"),
            field<&Section20Agreement::could_decide>("could_decide",
                                                     "Were they able to understand and decide, as far as you could see?")
                .required(),
            field<&Section20Agreement::know_they_may_end_it>("know_they_may_end_it",
                                                             "Do they know that they may end it at any time?")
                .required(),
            field<&Section20Agreement::is_signed>("is_signed", "Is it in writing, and signed?"),
            field<&Section20Agreement::how>("how", "What was said, in which language, and who else was there").required(),
            field<&Section20Agreement::child_says>("child_says", "What this child wants").about_each(),
            field<&Section20Agreement::look_again_by>("look_again_by", "Look again by")
                .required()
                .not_before_the("agreed_on")
                .with_hint("Whether it is still right for the child, or has become a way to wait"),
            field<&Section20Agreement::looked_again_on>("looked_again_on", "Looked again on")
                .not_before_the("agreed_on")
                .asked_later(),
            field<&Section20Agreement::ended_on>("ended_on", "Ended on").not_before_the("agreed_on").asked_later(),
            field<&Section20Agreement::why_ended>("why_ended", "Why it ended").asked_later(),
        });
    return type;
}

}  // namespace steadfast::record
