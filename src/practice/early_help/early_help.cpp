#include "practice/early_help/early_help.hpp"

using steadfast::practice::EarlyHelp;

namespace steadfast::practice {
namespace {

constexpr law::Code kinds[] = {
    {.code = "early_help", .says = "Early help"},
    {.code = "family_help", .says = "Family Help"},
};
constexpr law::Code sources[] = {
    {.code = "contact", .says = "A contact at the front door"},
    {.code = "agency", .says = "An agency that works with the family"},
    {.code = "family", .says = "The family asked for it"},
    {.code = "in_need", .says = "Stepped down from a child in need plan"},
    {.code = "protection", .says = "Stepped down from a child protection plan"},
    {.code = "assessment", .says = "Found by an assessment"},
};
constexpr law::Code agreements[] = {
    {.code = "agreed", .says = "The family wants it"},
    {.code = "not_asked", .says = "Nobody has asked the family yet"},
    {.code = "declined", .says = "The family does not want it"},
};
constexpr law::Code outcomes[] = {
    {.code = "met", .says = "What the family needed is met"},
    {.code = "universal", .says = "School, health and others help from here"},
    {.code = "step_up", .says = "Stepped up: the children need more than this"},
    {.code = "not_wanted", .says = "The family does not want it, or no longer"},
    {.code = "moved_away", .says = "The family moved to another authority"},
    {.code = "other", .says = "Another reason"},
};

}  // namespace

constinit const law::CodeSet early_help_kind{"early_help_kind", "Early help or Family Help", "Steadfast, after Working Together",
                                             kinds};
constinit const law::CodeSet early_help_from{"early_help_from", "What led to early help", "Steadfast", sources};
constinit const law::CodeSet early_help_agreed{"early_help_agreed", "Whether the family wants early help", "Steadfast",
                                               agreements};
constinit const law::CodeSet early_help_outcome{"early_help_outcome", "What early help led to", "Steadfast", outcomes};

}  // namespace steadfast::practice

namespace steadfast::record {

template <>
const ItemType& type_of<EarlyHelp>() {
    static const ItemType type(
        {.key = "early_help",
         .name = "Early help",
         .plural = "Early help",
         .happened = "began",
         .ended = "ended",
         .summary = {"kind", "came_from", "led_by", "outcome"},
         .written = Written::on_its_own_pages},
        {
            field<&EarlyHelp::began>("began", "Began on").required(),
            field<&EarlyHelp::kind>("kind", "What kind of help").required(),
            field<&EarlyHelp::came_from>("came_from", "What led to it"),
            field<&EarlyHelp::contact>("contact", "The contact"),
            field<&EarlyHelp::stepped_down_from>("stepped_down_from", "The plan before it"),
            field<&EarlyHelp::why>("why", "Why this family is helped now"),
            field<&EarlyHelp::known>("known", "What is known already")
                .with_hint("What was written before came along. Change it where it is no longer true"),
            field<&EarlyHelp::agreed>("agreed", "Does the family want it?"),
            field<&EarlyHelp::agreed_words>("agreed_words", "Who was asked, and what they said"),
            field<&EarlyHelp::lead>("lead", "Lead practitioner here"),
            field<&EarlyHelp::led_by>("led_by", "Lead practitioner")
                .with_hint("Name and what they do. It need not be a social worker, nor somebody who works for the council"),
            field<&EarlyHelp::lead_agency>("lead_agency", "Their agency, if it is another one"),
            field<&EarlyHelp::overseen_by>("overseen_by", "Qualified social worker who looks over it"),
            field<&EarlyHelp::step_up_contact>("step_up_contact", "The contact that asked for more help"),
            field<&EarlyHelp::ended>("ended", "Ended on").not_before_the("began"),
            field<&EarlyHelp::outcome>("outcome", "What it led to"),
            field<&EarlyHelp::outcome_words>("outcome_words", "What is different now, and who helps the family from here"),
            field<&EarlyHelp::child_words>("child_words", "What the child says")
                .about_each()
                .with_hint("In the child's own words, or what a baby shows"),
        });
    return type;
}

}  // namespace steadfast::record
