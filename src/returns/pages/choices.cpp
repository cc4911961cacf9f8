#include "returns/pages/question.hpp"

#include <fmt/format.h>

namespace steadfast::returns::pages {
namespace {

constexpr std::string_view asked_no_more = "The same row is not asked about again.";
constexpr std::string_view others_come_in = "Rows of the child that waited for this come in when the same files are imported again.";

std::string in_small(std::string words) {
    if (words.size() > 1 && words[0] >= 'A' && words[0] <= 'Z' && words[1] >= 'a') words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return words;
}

/// "Date of birth and sex", "Date of birth, sex and 3 more".
std::string what_differs(const QuestionPage& page) {
    std::vector<std::string> labels;
    for (const ComparedField& field : page.fields)
        if (field.differs) labels.push_back(labels.empty() ? field.label : in_small(field.label));
    if (labels.empty()) return "";
    std::string words = labels.front();
    for (std::size_t i = 1; i < labels.size() && i < 3; ++i) words += (i + 1 == labels.size() ? " and " : ", ") + labels[i];
    return labels.size() > 3 ? fmt::format("{} and {} more", words, labels.size() - 3) : words;
}

std::string what_taking_changes(const QuestionPage& page) {
    const std::string differs = what_differs(page);
    if (differs.empty()) return "The record says the same already; nothing in it changes.";
    return fmt::format("{} in the record will be as the file says. What stands there now stays among its versions.", differs);
}

Choice leaving_out(const QuestionPage& page) {
    if (is_about_who_the_child_is(page.why))
        return {Answer::leave_out, "This is another child, or the row is wrong: leave it out",
                fmt::format("Nothing is recorded from this row. {} If it is about another child, put the number right where the file comes from.", asked_no_more)};
    return {Answer::leave_out, "Leave the row out", fmt::format("Nothing is recorded from this row. {}", asked_no_more)};
}

std::vector<Choice> of_corrected_key() {
    return {{Answer::take_the_file, "They are the same: the file puts it right",
             "The earlier entry takes what the file says. The new one is taken off as recorded in error, and what belonged to it belongs to the earlier one."},
            {Answer::keep_ours, "They are two different things", "Both stay as they are. It is not asked about again."}};
}

std::vector<Choice> of_gone() {
    return {{Answer::take_the_file, "The file is right: it is no longer in the return",
             "The entry stays in the child's record, marked as no longer in the return."},
            {Answer::keep_ours, "The record is right: it did happen", "The entry stays as it is, without a mark. It is not asked about again."}};
}

Choice taking(const QuestionPage& page) {
    const std::string what = in_small(page.what);
    if (page.is_withdrawn)
        return {Answer::take_the_file, "The file is right: put it back",
                fmt::format("The {} that was taken off as recorded in error stands in the child's record again, as the file says.", what)};
    if (page.is_held) {
        const bool same_child = is_about_who_the_child_is(page.why);
        return {Answer::take_the_file, same_child ? "It is the same child, and the file is right" : "The file is right", same_child ? fmt::format("{} {}", what_taking_changes(page), others_come_in) : what_taking_changes(page)};
    }
    if (!page.child) return {Answer::take_the_file, "Record it", "A child with this number is added to the record, with what the row says."};
    return {Answer::take_the_file, is_about_who_the_child_is(page.why) ? "It is the same child: record the row" : "Record the row",
            fmt::format("A new {} is recorded for {}. Who the child is stays as it is in the record.", what, page.child->name)};
}

}  // namespace

std::vector<Choice> choices_for(const QuestionPage& page) {
    if (page.why == Reason::perhaps_corrected_key) return of_corrected_key();
    if (page.why == Reason::gone_but_edited) return of_gone();
    std::vector<Choice> choices;
    // Two people, or a referral that waits, must be seen to first: then the row can be taken.
    if (page.same_number.size() < 2 && !page.belongs_to_waiting && page.has_row) choices.push_back(taking(page));
    if (page.is_held)
        choices.push_back({Answer::keep_ours, is_about_who_the_child_is(page.why) ? "It is the same child, and the record is right" : "The record is right",
                           fmt::format("Nothing in the record changes. {}", is_about_who_the_child_is(page.why) ? others_come_in : asked_no_more)});
    if (page.is_withdrawn)
        choices.push_back({Answer::keep_ours, "The record is right: it was recorded in error", fmt::format("It stays off the record. {}", asked_no_more)});
    choices.push_back(leaving_out(page));
    return choices;
}

}  // namespace steadfast::returns::pages
