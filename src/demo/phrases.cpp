#include "demo/phrases.hpp"

#include <array>

namespace steadfast::demo {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array arrival_phrases{
    "Visit as arranged. {M} opened the door and was expecting me."sv,
    "Unannounced visit after school. {M} was surprised to see me but let me in."sv,
    "Visit to the home. A neighbour was there at first and left when I came."sv,
    "Visit with the health visitor. {M} had made tea for us."sv,
    "Second attempt; nobody answered on Tuesday. {M} said the telephone had no credit."sv,
    "Visit as arranged. {M}'s sister was there and stayed at {M}'s wish."sv,
    "Visit as arranged, all at home. {P} barked until {C} took it upstairs."sv,
    "Short visit before school, because {M} works in the afternoons."sv,
    "Visit with a student social worker, which {M} had agreed to on the phone."sv,
    "{G} opened the door. {M} was at the shop and came back after ten minutes."sv,
    "Visit brought forward after yesterday's call from {S}."sv,
    "Joint visit with the family support worker, who stayed on afterwards."sv,
};
constexpr std::array arrivals_in_care_phrases{
    "Visit to {C} where {C} lives now. The carer was welcoming and had kept notes of the last weeks."sv,
    "Saw {C} at the placement after school. The house was calm; {C} showed me the bedroom."sv,
    "Visit to the placement. The carer and I spoke first while {C} finished homework."sv,
    "Met {C} for a walk by the river at {C}'s wish, then spoke with the carer."sv,
    "Unannounced visit. {C} was baking with the carer and wanted to go on with it."sv,
    "Statutory visit. {C} was just back from {L} and still in outdoor clothes."sv,
    "Picked {C} up from {S} and drove to the placement together, which is when most gets said."sv,
};
constexpr std::array homes_at_first{
    "Rooms were cluttered and the kitchen floor sticky. There was little in the fridge."sv,
    "It was cold; the meter had run out in the morning. I rang the council's hardship line while there."sv,
    "There was damp on the bedroom wall. {M} has reported it to the landlord twice and showed me the messages."sv,
    "The curtains were closed at four in the afternoon and {M} looked tired."sv,
    "Two mattresses on the floor of one room, clean, and no bed frames yet."sv,
    "A door had been kicked in and mended with a board."sv,
    "The front room was tidy; I was not shown upstairs and asked to see it next time."sv,
};
constexpr std::array homes_later{
    "The front room was tidy and warm. There was food in the fridge for some days."sv,
    "The stair gate that we spoke of has been fitted."sv,
    "The kitchen had been cleaned since my last visit. Bottles that were by the sink before were gone."sv,
    "Toys were out on the floor. The bedrooms each have a bed with covers now."sv,
    "The board on the door is gone and there is a new lock."sv,
    "Washing was drying on every radiator; it smelled clean. School bags stood ready by the door."sv,
    "The damp has been treated. {M} says that nobody has coughed this week."sv,
};
constexpr std::array baby_phrases{
    "{C} was awake, alert and in clean clothes, and settled in {M}'s arms."sv,
    "{C} is gaining weight; the red book was up to date. I saw a feed."sv,
    "{C} crawled to me and back again and babbled. No marks seen when the nappy was changed."sv,
    "{C} slept while I was there. I saw where {C} sleeps: a cot without loose covers, beside the bed."sv,
    "{C} pulls up on the sofa and looks to {M} before every step."sv,
    "{C} has a nappy rash that {M} showed me herself; she has the cream from the health visitor."sv,
    "{C} has four words now, one of them the name of {P}."sv,
};
constexpr std::array young_voices{
    "I saw {C} alone. {C} said that home is better when nobody shouts, and that it has been quieter."sv,
    "{C} drew the family with me: {M} in the middle, and {P} larger than anybody."sv,
    "{C} did not want to speak at first and then told me a long story about {L}."sv,
    "{C} told me: \"I want to stay at my school. I don't want to move again.\""sv,
    "{C} said sleep is hard because of worrying, and agreed that I may tell the school nurse."sv,
    "{C} is learning to swim and can do a width. Asked me to come and watch one day."sv,
    "{C} wanted to know whether {H} will come on Sunday. I said that I do not know and will ask."sv,
    "{C} showed me a certificate from {S} and was proud of it."sv,
    "{C} used the three houses with me. In the house of worries: \"shouting\", and \"when {M} cries\"."sv,
    "{C} ate two helpings while we talked and said that {G} makes it better."sv,
    "{C} would like a night light and to have {L} on Wednesdays again."sv,
    "{C} whispered that a secret is not a secret when it hurts, which they learned at {S}."sv,
    "{C} was cheerful, interrupted often, and fell asleep on the sofa before I left."sv,
    "{C} said: \"{H} was here but I am not meant to say.\" I told {C} that it was right to tell me."sv,
};
constexpr std::array teenage_voices{
    "{C} said that things are all right, and shrugged when I asked about the weekend."sv,
    "{C} asked whether what we say is told to others. I explained what I must pass on and what I need not."sv,
    "{C} wanted to know when the next meeting is and would like to come for part of it."sv,
    "I saw {C} alone in the car. {C} feels blamed for what the adults do."sv,
    "{C} has missed nine days at {S} this half term and says that nobody there likes them."sv,
    "{C} talked about {L} for half an hour and about home for one minute."sv,
    "{C} does the mornings for the little ones. \"Somebody has to.\""sv,
    "{C} said that the last worker left without a goodbye and asked how long I shall stay."sv,
    "{C} would rather text than talk. We agreed on Thursdays, and on a word that means: ring me."sv,
    "{C} had a new phone and would not say where it came from."sv,
    "{C} stays at {G}'s when it gets loud, and has a key."sv,
    "{C} wants to live with {H} one day and knows why that is not possible now."sv,
    "{C} is frightened of the exam in maths and of nothing else, as {C} put it."sv,
};
constexpr std::array carer_phrases{
    "The carer says that meals are easier and nights still hard. {S} and the carer speak every Friday."sv,
    "The carer would like more notice of family time, as two changes this month upset {C}."sv,
    "The carer has asked for advice about medication and has rung the nurse for children in care."sv,
    "The carer said that {C} has begun with {L} and is out twice a week."sv,
    "The carer described two evenings with shouting, both after telephone calls home, and how they ended."sv,
    "The carer keeps a memory box with {C} and has asked us for photographs of the years before."sv,
    "Pocket money and savings are up to date in the carer's book, which I saw."sv,
    "The carer is tired and said so. I have asked the supervising social worker for a short break."sv,
};
constexpr std::array next_step_phrases{
    "Next: I will ring {S} on Thursday and come again in two weeks."sv,
    "Agreed: {M} rings the surgery tomorrow; I write to the landlord; we look at both next time."sv,
    "I will speak with the health visitor before the core group."sv,
    "No immediate concern. Plan stays as it is."sv,
    "I shared what {C} said with my manager on the same day."sv,
    "To do: family tree for the file, and a copy of the plan in plain words for {A}."sv,
    "We go through the safety plan again at the next visit, as not all of it was remembered."sv,
    "I have asked {S} for attendance since September and will compare."sv,
    "Agreed with {M} that {G} is asked to the next meeting."sv,
    "To be discussed in supervision: whether the plan is moving fast enough for {C}."sv,
    "I will ask the police for what they were called to since the summer."sv,
    "Referral to the young carers' group sent with {C}'s agreement."sv,
};
constexpr std::array call_phrases{
    "Call from {S}: {C} was late three times this week and hungry once. {M} had told them that she was ill."sv,
    "{M} rang. The heating is mended. She asked whether the meeting can be after two o'clock because of her shift."sv,
    "Rang {M}, no answer; left a message to ring back. She rang at five and we agreed a new day."sv,
    "Call from the police: called to the address on Saturday to an argument between adults. {A} asleep upstairs. No arrest."sv,
    "The health visitor rang: weight check done, no concern, next in a month."sv,
    "Call with {G}. She can have {A} on Fridays after school and one weekend a month."sv,
    "The housing officer rang: the repair is booked. I asked for it in writing."sv,
    "{H} rang, calm at first. He wants to know why he was not asked to the meeting. I have posted him the minutes and will ring on Monday."sv,
    "Rang the surgery. {C} was seen on the 4th; the letter to the hospital has gone. Nobody had told {M}."sv,
    "{C} rang from a friend's telephone to say where they were, and that they will be home by nine. I told {M}."sv,
    "Call from the safeguarding lead at {S}. {C} came in without a coat and cried when asked. {S} keeps breakfast for {C} from tomorrow."sv,
    "Rang the drug and alcohol service with {M}'s consent: three of four appointments kept, the last test clear."sv,
    "The neighbour rang, does not want to be named, and says that there was banging until two. I thanked her and wrote down her words."sv,
};
constexpr std::array message_phrases{
    "Letter to {M} and to {H}, each at their own address, with the date of the meeting and what it is for, in plain words."sv,
    "E-mail from {S}: attendance of {C} this term 84 in a hundred. They offer a later start on Mondays, and ask for our view by Friday."sv,
    "Text from {M}: \"cant do tomorow {C} is poorly\". Answered that I hope it passes soon; new visit on Thursday at four."sv,
    "Report from the hospital received and filed. It says what {M} told us. Next appointment in twelve weeks."sv,
    "E-mail to the housing officer with photographs of the window, asking for the third time who answers for it and by when."sv,
    "Letter from {H}'s solicitor, passed to legal services today. Copy to my manager; nothing to be said on the telephone until they have answered."sv,
    "Card from {C} with a drawing of {P}, \"for the office wall\". It hangs there."sv,
    "E-mail from the health visitor: {A} registered with the new surgery, records asked for from the old one."sv,
};
constexpr std::array meeting_phrases{
    "Core group at {S}. Present: {M}, {G}, head of year, school nurse. {H} sent apologies. Each part of the plan read and marked; two actions late, new dates agreed. {M} said more than last time."sv,
    "Child in need meeting at home, {M}'s wish. {C} came for the first ten minutes and said what should change: fewer people asking the same."sv,
    "Network meeting by video. Health could not join and will send a note. Agreed that one person rings {M}, not four, and that it is me."sv,
    "Supervision. We looked at what is better since the last time and what is the same. Agreed: see {C} alone within the week, and ask {H} in person."sv,
    "Family meeting at {G}'s house. The family made a plan of its own for mornings and weekends. I typed it for them; it is with the plan."sv,
    "Meeting with {S} about {C}'s place there. Support in class from Monday; to be looked at again after half term. {M} was there and agreed."sv,
    "Legal planning meeting. Not issuing now. Letter with what must change by when; parallel plan with the wider family begins today."sv,
};
constexpr std::array family_time_phrases{
    "Family time at the centre, an hour and a half. {M} brought a snack and a card. {C} ran to her."sv,
    "Family time: {M} was twenty minutes late after two buses. {C} waited at the window and was cheerful once she came."sv,
    "Family time in the park with the supervisor at a distance. They fed ducks; {C} laughed a good deal. The goodbye was hard."sv,
    "{M} rang to say that she could not come to family time. I told {C} myself after school. {C} was quiet and wanted to go home to the carer."sv,
    "Family time with brothers and sisters at {G}'s house. {C} asked for it to be longer next time."sv,
    "Family time with {H} by video, half an hour. {C} showed the room and {L}. {H} asked good questions and ended on time."sv,
};
constexpr std::array evenings{
    "{C} was up on time, took breakfast with two others and went to {S} by taxi. Back at four. {L} until tea. In the room by ten, settled at half past."sv,
    "Refused {S} today. Staff sat with {C} until eleven, then a walk. {C} said that the night had been bad because of a dream. Ate well. Asleep by midnight."sv,
    "Key work session, forty minutes: what a good week looks like. {C} wrote four things down and pinned them on the door. Phone handed in at ten without asking."sv,
    "{C} went out at six and was back at ten to ten, as agreed. Smelt of smoke; said it was others. Tea kept warm. Talked with night staff until eleven."sv,
    "Call from {M} at seven. {C} was loud afterwards and threw a cup; nobody hurt. Went to the garden with staff, came back and swept it up. Incident form done."sv,
    "Cooked for everybody: pasta, far too much of it. Proud. Pocket money paid, savings to the book. {C} asked when the social worker comes next; Thursday."sv,
    "Dentist in the morning, no treatment needed. {S} in the afternoon. Good day. {C} rang {G} and told her so."sv,
};

constexpr std::array violence_1{"{M} has a mark under the eye and says that she walked into a door. I told her what I thought, and that I shall ask again."sv, "{H} was in the garden and came in twice to hear what we spoke of. {M} said little while he was there."sv,
                                "{M} said that it was worse at Christmas. She counted the times on her fingers and stopped at both hands."sv, "{H} says that it takes two. I asked him where {A} were while it happened; he did not know."sv};
constexpr std::array violence_2{"{M} has a new lock and an alarm from the police. She has not slept through yet."sv, "{M} said that he has not been to the house since the order. I asked what she would do if he came, and she knew."sv,
                                "{H} has begun the course and brought the sheet that proves it. He speaks of his temper as of weather."sv, "{M} met him once at the shops, with {A}. She told me before I asked."sv};
constexpr std::array violence_3{"No call-outs for four months. {M} laughs with {A}, which I had not heard before."sv, "{M} goes to the group on Tuesdays and has said that she would tell another woman to ring us."sv, "{H} sees {A} at the centre and keeps to it."sv};
constexpr std::array neglect_1{"{A} wear what they wore last week. {M} says that the machine is broken, and that she has given up asking for help."sv, "{C} has lice for the third time and sits alone at {S} because of it."sv, "There was no set time for anything: meals, bed or school. {M} says that she was brought up the same."sv};
constexpr std::array neglect_2{"{M} and I wrote a list for mornings. It hangs on the fridge and half of it was ticked."sv, "The washing machine from the charity has come. {A} smelled of soap."sv, "It goes well for a week and then it does not. {M} knows the pattern; we looked at what comes before."sv};
constexpr std::array neglect_3{"{A} were on time at {S} on every day of this month but one."sv, "{M} has kept the house as it is for three months now without anybody coming in."sv, "The dentist has seen {A}; two fillings and a plan."sv};
constexpr std::array mind_1{"{M} was in her dressing gown at three. She said that some days are like walking in water."sv, "{M} has stopped the tablets because they made her heavy. She has not told the surgery."sv, "{M} said that {A} would be better off without her. I stayed, rang the crisis team, and {G} came."sv};
constexpr std::array mind_2{"{M} sees the nurse every week and let me ring her. The nurse sees it as I do: slow and upwards."sv, "{M} has a plan for bad days with three telephone numbers. {C} knows where it hangs, and that it is not {C}'s job."sv, "{G} stays from Sunday to Tuesday, when it is hardest."sv};
constexpr std::array mind_3{"{M} was dressed, had been to the shop, and had an opinion on the council."sv, "{M} is back at work on two mornings. She spoke of the winter as of somebody else's."sv, "The crisis plan has not been needed since the spring."sv};
constexpr std::array drink_1{"{M} smelled of drink at ten in the morning and said that it was from last night."sv, "{H} says that they both stopped. There were cans under the sink, and {C} looked at me looking at them."sv, "{M} could not say what {A} had eaten yesterday. She could say what she had drunk, to the glass."sv};
constexpr std::array drink_2{"{M} has been to all appointments with the drug and alcohol service this month."sv, "One lapse, at the wedding. {M} told the service herself and then me."sv, "{H} has moved out so that she can stop. She says that the evenings are long."sv};
constexpr std::array drink_3{"Five months without. {M} has the chip on her key ring, and {C} told me what it is for."sv, "The evenings are for {L} with {A} now, {M} says, because that is when she used to."sv, "Last three tests clear. The service will see her once a month."sv};
constexpr std::array needs_1{"{C} was up from two to five again and {M} with {C}. She said that she is one bad night from breaking."sv, "The wheelchair is too small by now. It was ordered in the spring, and nobody knows by whom."sv, "{M} fills in forms all evening. She showed me a shelf of them, and {C}'s school plan was the oldest."sv};
constexpr std::array needs_2{"Short breaks have begun, one Saturday in two. {C} cried at the door and not after."sv, "Six hours of direct payments are in place; {M} has found somebody whom {C} likes."sv, "The chair is here. {C} drove it over my foot and laughed for the rest of the visit."sv};
constexpr std::array needs_3{"{M} slept eight hours on Saturday and said so before hello."sv, "The plan works without me at the meetings. {M} runs them."sv, "{C} goes to the holiday club with one to one support and is asked for by name."sv};
constexpr std::array streets_1{"{C} was away for two nights and came back with trainers that {M} did not buy."sv, "{M} has found a second phone behind the radiator. She wants me to take it; I asked the police how."sv, "{C} gets into cars that {M} does not know, at the corner, at the same time each week."sv};
constexpr std::array streets_2{"{C} met the exploitation worker for the third time and asked for a fourth."sv, "Map drawn with {C} and police: where it is safe, where not, where never. {C} corrected it twice."sv, "{C} owes somebody. I did not ask how much; I asked what happens if it is not paid."sv};
constexpr std::array streets_3{"Not missing since the half term. {C} is at {L} on the evenings that used to be the bad ones."sv, "Two of the men have been charged. {C} need not give evidence in the room."sv, "{C} has a place at college and a travel pass."sv};
constexpr std::array money_1{"Four in one room at the hostel, and the kitchen is two floors down. {M} cooks once a day because of the stairs."sv, "{M} said that money is short until the first of the month. I gave a voucher for the food bank."sv, "There is a notice on the door: they have to be out by the 19th. {M} had not opened the letter."sv};
constexpr std::array money_2{"The claim was turned down for a missing payslip. We sent it together, from my telephone."sv, "{M} has a debt adviser, and pays four pounds a week to people who wanted forty."sv, "The offer of a flat came: two bedrooms, wrong side of town for {S}. {M} will take it."sv};
constexpr std::array money_3{"They have the keys. {C} has chosen yellow for the wall."sv, "{M} works mornings at {S}'s kitchen. {A} think that this makes her a teacher."sv, "Nothing owed on the meter. {M} showed me like a certificate."sv};
constexpr std::array quarrel_1{"{M} and {C} shouted through the door for most of the visit. I spoke with each of them through it."sv, "{M} wants {C} gone by Friday. {C} has packed, and unpacked when I asked what for."sv, "{H}'s new partner is in the house, and {C} will not eat at the same table."sv};
constexpr std::array quarrel_2{"Both came to mediation, and both stayed until the end. Neither would say that it helped."sv, "{M} gave {C} a key again. It has a rule on it, in her writing."sv, "A row on Sunday, half as long as the last. {C} went to {G}'s, as in the plan, and came back on Monday."sv};
constexpr std::array quarrel_3{"{C} made supper for {M}'s birthday. They told me about it in one sentence, taking turns."sv, "{M} said that she hears herself in {C}. She said it as if it were news, and good."sv, "Six weeks without a call to us, from either."sv};

constexpr std::array all_troubles{Trouble{"violence between the adults", violence_1, violence_2, violence_3}, Trouble{"neglect", neglect_1, neglect_2, neglect_3},
                                  Trouble{"a parent's mental health", mind_1, mind_2, mind_3},              Trouble{"drink and drugs", drink_1, drink_2, drink_3},
                                  Trouble{"what a disabled child needs", needs_1, needs_2, needs_3},        Trouble{"exploitation outside the home", streets_1, streets_2, streets_3},
                                  Trouble{"debt and housing", money_1, money_2, money_3},                   Trouble{"quarrels between parent and child", quarrel_1, quarrel_2, quarrel_3}};

}  // namespace

std::span<const Trouble> troubles() { return all_troubles; }
std::span<const std::string_view> arrivals() { return arrival_phrases; }
std::span<const std::string_view> arrivals_in_care() { return arrivals_in_care_phrases; }
std::span<const std::string_view> homes(Stage stage) {
    if (stage == Stage::beginning) return homes_at_first;
    return homes_later;
}
std::span<const std::string_view> babies() { return baby_phrases; }
std::span<const std::string_view> voices_of_young_children() { return young_voices; }
std::span<const std::string_view> voices_of_teenagers() { return teenage_voices; }
std::span<const std::string_view> carers() { return carer_phrases; }
std::span<const std::string_view> next_steps() { return next_step_phrases; }
std::span<const std::string_view> calls() { return call_phrases; }
std::span<const std::string_view> messages() { return message_phrases; }
std::span<const std::string_view> meetings() { return meeting_phrases; }
std::span<const std::string_view> family_times() { return family_time_phrases; }
std::span<const std::string_view> days_in_a_home() { return evenings; }

}  // namespace steadfast::demo
