#include "demo/words.hpp"

#include <array>
#include <fmt/format.h>

namespace steadfast::demo {
namespace {

using std::string_view_literals::operator""sv;

// CHILD is one of the children, ALL are all of them by name, MOTHER is the mother's first name.
constexpr std::array arrivals{
    "Visit as arranged. MOTHER opened the door and was expecting me."sv,
    "Unannounced visit after school. MOTHER was surprised to see me but let me in."sv,
    "Visit to the home. A neighbour was there at first and left when I came."sv,
    "Visit with the health visitor. MOTHER had made tea for us."sv,
    "Second attempt; nobody answered on Tuesday. MOTHER said the telephone had no credit."sv,
    "Visit as arranged. MOTHER's sister was there and stayed at MOTHER's wish."sv,
};
constexpr std::array arrivals_in_care{
    "Visit to CHILD where CHILD lives now. The carer was welcoming and had kept notes of the last weeks."sv,
    "Saw CHILD at the placement after school. The house was calm; CHILD showed me the bedroom."sv,
    "Visit to the placement. The carer and I spoke first while CHILD finished homework."sv,
    "Met CHILD for a walk by the river at CHILD's wish, then spoke with the carer."sv,
    "Unannounced visit. CHILD was baking with the carer and wanted to go on with it."sv,
};
constexpr std::array homes{
    "The front room was tidy and warm. There was food in the fridge for some days."sv,
    "Rooms were cluttered but safe. The stair gate that we spoke of has been fitted."sv,
    "It was cold; the meter had run out in the morning. I rang the council's hardship line while there."sv,
    "There was damp on the bedroom wall. MOTHER has reported it to the landlord twice and showed me the messages."sv,
    "The kitchen had been cleaned since my last visit. Bottles that were by the sink before were gone."sv,
    "Toys were out on the floor. The bedrooms each have a bed with covers now."sv,
    "The curtains were closed at four in the afternoon and MOTHER looked tired."sv,
};
constexpr std::array voices{
    "I saw CHILD alone. CHILD said that home is better when nobody shouts, and that it has been quieter."sv,
    "CHILD drew the family with me: MOTHER in the middle, and a dog that they would like to have."sv,
    "CHILD did not want to speak at first and then told me a long story about a friend at school."sv,
    "CHILD told me: \"I want to stay at my school. I don't want to move again.\""sv,
    "CHILD said sleep is hard because of worrying, and agreed that I may tell the school nurse."sv,
    "CHILD is learning to swim and can do a width. Asked me to come and watch one day."sv,
    "CHILD said that things are all right, and shrugged when I asked about the weekend."sv,
    "CHILD asked whether what we say is told to others. I explained what I must pass on and what I need not."sv,
    "CHILD showed me a certificate for attendance and was proud of it."sv,
    "CHILD wanted to know when the next meeting is and would like to come for part of it."sv,
};
constexpr std::array babies{
    "CHILD was awake, alert and in clean clothes, and settled in MOTHER's arms."sv,
    "CHILD is gaining weight; the red book was up to date. I saw a feed."sv,
    "CHILD crawled to me and back again and babbled. No marks seen when the nappy was changed."sv,
    "CHILD slept while I was there. I saw where CHILD sleeps: a cot without loose covers, beside the bed."sv,
};
constexpr std::array parents{
    "MOTHER has been to all appointments with the midwife and the drugs service this month."sv,
    "MOTHER said that he has not been to the house since the order. I asked what she would do if he came."sv,
    "MOTHER finds mornings hardest. We spoke about what helped last month, and who could do one school run."sv,
    "MOTHER disagrees with what the school wrote and wants that recorded: she says she was never rung."sv,
    "MOTHER was tearful about her own mother's illness. She accepted my offer to speak to the doctor's surgery with her."sv,
    "MOTHER has started the evening course and spoke about it with some pride."sv,
    "MOTHER said that money is short until the first of the month. I gave a voucher for the food bank."sv,
};
constexpr std::array carers{
    "The carer says that meals are easier and nights still hard. Contact with the school is good."sv,
    "The carer would like more notice of family time, as two changes this month upset CHILD."sv,
    "The carer has asked for advice about medication and has rung the nurse for children in care."sv,
    "The carer said that CHILD has joined the football team and is out twice a week."sv,
    "The carer described two evenings with shouting, both after telephone calls home, and how they ended."sv,
};
constexpr std::array next_steps{
    "Next: I will ring the school on Thursday and come again in two weeks."sv,
    "Agreed: MOTHER rings the surgery tomorrow; I write to the landlord; we look at both next time."sv,
    "I will speak with the health visitor before the core group."sv,
    "No immediate concern. Plan stays as it is."sv,
    "I shared what CHILD said with my manager on the same day."sv,
    "To do: family tree for the file, and a copy of the plan in plain words for ALL."sv,
    "We go through the safety plan again at the next visit, as not all of it was remembered."sv,
};
constexpr std::array calls{
    "Call from the school: CHILD was late three times this week and hungry once. MOTHER had told them that she was ill."sv,
    "MOTHER rang. The heating is mended. She asked whether the meeting can be after two o'clock because of her shift."sv,
    "Rang MOTHER, no answer; left a message to ring back. She rang at five and we agreed a new day."sv,
    "Call from the police: called to the address on Saturday to an argument between adults. ALL asleep upstairs. No arrest."sv,
    "The health visitor rang: weight check done, no concern, next in a month."sv,
    "Call with CHILD's grandmother. She can have ALL on Fridays after school and one weekend a month."sv,
    "The housing officer rang: the repair is booked. I asked for it in writing."sv,
};
constexpr std::array family_times{
    "Family time at the centre, an hour and a half. MOTHER brought a snack and a card. CHILD ran to her."sv,
    "Family time: MOTHER was twenty minutes late after two buses. CHILD waited at the window and was cheerful once she came."sv,
    "Family time in the park with the supervisor at a distance. They fed ducks; CHILD laughed a good deal. The goodbye was hard."sv,
    "MOTHER rang to say that she could not come to family time. I told CHILD myself after school. CHILD was quiet and wanted to go home to the carer."sv,
    "Family time with brothers and sisters at the grandmother's house. CHILD asked for it to be longer next time."sv,
};
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> decisions{{
    {"assess",
     "Referral read with the history. What is described may mean that ALL need help beyond what universal services give. Child and family assessment; see each child alone; speak with school and health first."},
    {"assess",
     "What the referrer saw is described clearly and is recent. Threshold for an assessment is met. To be allocated today; consent has been asked for and given."},
    {"no_further_action",
     "Spoken with the referrer and, with MOTHER's consent, with the school. The worry was about one evening and has been explained. No role for us; advice given, early help offered in writing."},
    {"assessed", "Assessment read and agreed. It is clear about what life is like for ALL. The plan says who does what by when."},
    {"assessed", "Assessment read. I asked for the father's view to be added before I signed; it is there now. Agreed."},
    {"strategy",
     "Strategy discussion with police and health. Reasonable cause to suspect significant harm. Section 47 enquiry, joint with the police at first; ALL to be seen today."},
    {"strategy",
     "Strategy discussion held by telephone. Section 47 enquiry by children's services alone. Medical not needed in the paediatrician's view. Safety plan for tonight agreed."},
    {"into_care",
     "Agreed that CHILD comes into care. Family and friends were looked at first. Placement plan within five working days, review booked, health assessment asked for."},
    {"into_care",
     "CHILD can't be kept safe at home tonight. Decision made with the head of service at six o'clock. Brothers and sisters to see each other this week."},
    {"closed",
     "Closing summary read. ALL have been seen; the aims were met or are with early help. The family knows how to come back to us. Close."},
    {"closed",
     "Case summary: the worries that brought ALL to us have been less for three months. School and health agree. Letter to the family in plain words sent. Close."},
    {"closed", "Close. A good piece of work; feedback from MOTHER is on the file."},
}};

std::string names_of(const std::vector<Child*>& children) {
    std::string names;
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (i > 0) names += i + 1 == children.size() ? " and " : ", ";
        names += children[i]->given_name;
    }
    return names;
}

void put_in(std::string& text, std::string_view place, std::string_view words) {
    for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at + words.size()))
        text.replace(at, place.size(), words);
}

std::string with_names(std::string text, const std::vector<Child*>& children, const Child& child, std::string_view mother) {
    put_in(text, "CHILD", child.given_name);
    put_in(text, "ALL", names_of(children));
    put_in(text, "MOTHER", mother);
    return text;
}

const Child& one_of(Dice& dice, const std::vector<Child*>& children) {
    return *children[static_cast<std::size_t>(dice.between(0, static_cast<int>(children.size()) - 1))];
}

}  // namespace

std::string words_of_a_visit(Dice& dice, const Family& family, const std::vector<Child*>& children, Date day, bool in_care) {
    std::string text;
    const Child& seen = one_of(dice, children);
    text += in_care ? dice.one_of(arrivals_in_care) : dice.one_of(arrivals);
    if (!in_care) text += fmt::format(" {}", dice.one_of(homes));
    text += '\n';
    for (const Child* child : children) {
        // Each child is seen and has some words of their own.
        std::string words(child->age_on(day) < 3 ? dice.one_of(babies) : dice.one_of(voices));
        put_in(words, "CHILD", child->given_name);
        text += '\n' + words;
    }
    text += fmt::format("\n\n{} {}", in_care ? dice.one_of(carers) : dice.one_of(parents), dice.one_of(next_steps));
    return with_names(std::move(text), children, seen, family.mother);
}

std::string words_of_a_call(Dice& dice, const Family& family, const std::vector<Child*>& children) {
    std::string text = fmt::format("{} {}", dice.one_of(calls), dice.one_of(next_steps));
    return with_names(std::move(text), children, one_of(dice, children), family.mother);
}

std::string words_of_family_time(Dice& dice, const Family& family, const std::vector<Child*>& children) {
    return with_names(std::string(dice.one_of(family_times)), children, one_of(dice, children), family.mother);
}

std::string words_of_a_decision(Dice& dice, const std::vector<Child*>& children, std::string_view decision) {
    std::vector<std::string_view> fitting;
    for (const auto& [kind, words] : decisions)
        if (kind == decision) fitting.push_back(words);
    std::string text(dice.one_of(fitting));
    return with_names(std::move(text), children, one_of(dice, children), "the mother");
}

}  // namespace steadfast::demo
