#include "demo/words.hpp"

#include <array>

namespace steadfast::demo {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> decisions{{
    {"assess",
     "Referral read with the history. What is described may mean that {A} need help beyond what universal services give. Child and family assessment; see each child alone; speak with school and health first."},
    {"assess",
     "What the referrer saw is described clearly and is recent. Threshold for an assessment is met. To be allocated today; consent has been asked for and given."},
    {"no_further_action",
     "Spoken with the referrer and, with {M}'s consent, with the school. The worry was about one evening and has been explained. No role for us; advice given, early help offered in writing."},
    {"assessed", "Assessment read and agreed. It is clear about what life is like for {A}. The plan says who does what by when."},
    {"assessed", "Assessment read. I asked for the father's view to be added before I signed; it is there now. Agreed."},
    {"strategy",
     "Strategy discussion with police and health. Reasonable cause to suspect significant harm. Section 47 enquiry, joint with the police at first; {A} to be seen today."},
    {"strategy",
     "Strategy discussion held by telephone. Section 47 enquiry by children's services alone. Medical not needed in the paediatrician's view. Safety plan for tonight agreed."},
    {"into_care",
     "Agreed that {C} comes into care. Family and friends were looked at first. Placement plan within five working days, review booked, health assessment asked for."},
    {"into_care",
     "{C} can't be kept safe at home tonight. Decision made with the head of service at six o'clock. Brothers and sisters to see each other this week."},
    {"closed",
     "Closing summary read. {A} have been seen; the aims were met or are with early help. The family knows how to come back to us. Close."},
    {"closed",
     "Case summary: the worries that brought {A} to us have been less for three months. School and health agree. Letter to the family in plain words sent. Close."},
    {"closed", "Close. A good piece of work; feedback from {M} is on the file."},
}};

const Child& one_of(Dice& dice, const std::vector<Child*>& children) {
    return *children[static_cast<std::size_t>(dice.between(0, static_cast<int>(children.size()) - 1))];
}

void append_names(std::string& text, const std::vector<Child*>& children) {
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (i > 0) text += i + 1 == children.size() ? " and " : ", ";
        text += children[i]->given_name;
    }
}

/// Puts a phrase at the end of a text, with the names of the family in their places.
void append(std::string& text, std::string_view phrase, const Scene& scene, const Child& child) {
    if (!text.empty() && text.back() != '\n') text += ' ';
    for (std::size_t at = 0; at < phrase.size();) {
        const std::size_t place = phrase.find('{', at);
        text += phrase.substr(at, place - at);
        if (place == std::string_view::npos) return;
        switch (phrase[place + 1]) {
            case 'C': text += child.given_name; break;
            case 'A': append_names(text, scene.children); break;
            case 'M': text += scene.family.mother; break;
            case 'H': text += scene.family.father; break;
            case 'G': text += scene.family.grandmother; break;
            case 'S': text += child.age_on(scene.day) < 11 ? scene.family.primary_school : scene.family.secondary_school; break;
            case 'P': text += scene.family.pet; break;
            case 'L': text += child.likes; break;
            default: break;
        }
        at = place + 3;
    }
}

std::string one_phrase(Dice& dice, std::span<const std::string_view> phrases, const Scene& scene) {
    std::string text;
    text.reserve(320);
    append(text, dice.one_of(phrases), scene, one_of(dice, scene.children));
    return text;
}

/// What a call or a letter often goes on with: the trouble as it stands, and what is to be done.
std::string what_else_was_said(Dice& dice, const Scene& scene) {
    std::string text;
    const Child& child = one_of(dice, scene.children);
    if (dice.happens_in(75)) append(text, dice.one_of(scene.family.trouble->at(scene.stage)), scene, child);
    if (dice.happens_in(75)) append(text, dice.one_of(next_steps()), scene, child);
    return text.empty() ? text : "\n\n" + text;
}

std::span<const std::string_view> voices_at(int age) {
    return age < 3 ? babies() : age < 12 ? voices_of_young_children() : voices_of_teenagers();
}

}  // namespace

std::string words_of_a_visit(Dice& dice, const Scene& scene) {
    std::string text;
    text.reserve(700);
    const Child& seen = one_of(dice, scene.children);
    append(text, dice.one_of(scene.in_care ? arrivals_in_care() : arrivals()), scene, seen);
    const bool are_many = scene.children.size() > 2;
    if (!scene.in_care && !are_many) append(text, dice.one_of(homes(scene.stage)), scene, seen);
    text += '\n';
    for (const Child* child : scene.children) {
        text += '\n';
        append(text, dice.one_of(voices_at(child->age_on(scene.day))), scene, *child);
    }
    text += "\n\n";
    append(text, scene.in_care ? dice.one_of(carers()) : dice.one_of(scene.family.trouble->at(scene.stage)), scene, seen);
    append(text, dice.one_of(next_steps()), scene, seen);
    return text;
}

std::string words_of_a_child(Dice& dice, const Scene& scene, const Child& child) {
    std::string text;
    append(text, dice.one_of(voices_at(child.age_on(scene.day))), scene, child);
    return text;
}

std::string words_about_the_trouble(Dice& dice, const Scene& scene) { return one_phrase(dice, scene.family.trouble->at(scene.stage), scene); }
std::string words_of_next_steps(Dice& dice, const Scene& scene) { return one_phrase(dice, next_steps(), scene); }

std::string words_of_a_call(Dice& dice, const Scene& scene) {
    return one_phrase(dice, calls(), scene) + what_else_was_said(dice, scene);
}

std::string words_of_a_message(Dice& dice, const Scene& scene) { return one_phrase(dice, messages(), scene) + what_else_was_said(dice, scene); }

std::string words_of_a_meeting(Dice& dice, const Scene& scene) {
    std::string text = one_phrase(dice, meetings(), scene);
    append(text, dice.one_of(scene.family.trouble->at(scene.stage)), scene, one_of(dice, scene.children));
    return text;
}

std::string words_of_family_time(Dice& dice, const Scene& scene) {
    const Child& child = one_of(dice, scene.children);
    std::string text;
    append(text, dice.one_of(family_times()), scene, child);
    append(text, dice.one_of(voices_at(child.age_on(scene.day))), scene, child);
    return text;
}

std::string words_of_an_evening(Dice& dice, const Scene& scene) { return one_phrase(dice, days_in_a_home(), scene) + what_else_was_said(dice, scene); }

std::string words_of_a_summary(Dice& dice, const Scene& scene) {
    static constexpr std::string_view beginnings[] = {
        "{A} came to us because of ", "We work with {A} because of ", "What worries us for {A} is "};
    static constexpr std::string_view how_it_goes[] = {
        ". It is early: the family is getting to know us.", ". Some of it is better and some is not yet.", ". Most of what we set out to change has changed."};
    std::string text;
    const Child& child = one_of(dice, scene.children);
    append(text, dice.one_of(beginnings), scene, child);
    text += scene.family.trouble->in_a_word;
    text += how_it_goes[static_cast<std::size_t>(scene.stage)];
    append(text, "{G} and {S} are the family's strengths.", scene, child);
    append(text, dice.one_of(scene.family.trouble->at(scene.stage)), scene, child);
    append(text, dice.one_of(next_steps()), scene, child);
    return text;
}

std::string words_of_a_decision(Dice& dice, const Scene& scene, std::string_view decision) {
    int fitting = 0;
    for (const auto& [for_what, words] : decisions) fitting += for_what == decision ? 1 : 0;
    std::string text;
    int chosen = dice.between(0, fitting - 1);
    for (const auto& [for_what, words] : decisions)
        if (for_what == decision && chosen-- == 0) append(text, words, scene, *scene.children.front());
    return text;
}

}  // namespace steadfast::demo
