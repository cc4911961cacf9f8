#include "returns/pages/question_view.hpp"

#include "law/london.hpp"
#include "record/pages/words.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::returns::pages {
namespace {

using record::pages::counted;
using web::Html;

web::Link questions() { return web::to("/imports/questions"); }

std::string in_small(std::string words) {
    if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return words;
}

std::string_view code_of(Answer answer) {
    return answer == Answer::take_the_file ? "take_the_file" : answer == Answer::keep_ours ? "keep_ours" : "leave_out";
}

Html quiet(std::string_view words) { return Html() << "<span class=\"sf-quiet\">" << words << "</span>"; }

Html side(const std::string& words, ledger::ItemId link, std::string_view when_empty, const std::string& label) {
    if (!link.is_none()) return web::link(web::to("/items") / link, "Open", label);
    return words.empty() ? quiet(when_empty) : Html(words);
}

web::ComparedRow row_of(const ComparedField& field) {
    web::ComparedRow row{.what = field.label, .before = side(field.record, field.record_link, "Nothing recorded", field.label), .after = {}, .is_changed = field.differs};
    row.after = field.in_file ? side(field.file, field.file_link, "Blank", field.label) : quiet("No such column in the file");
    return row;
}

/// "saved 22 November 2026 at 09:38 by Tom Reed", "from the import of 22 November 2026".
std::string how_the_record_came(const QuestionPage& page) {
    if (page.held_from_import) return "from the import of " + law::london_date(page.held_at).words();
    return fmt::format("saved {} by {}", law::london_date_and_time(page.held_at), page.held_by);
}

std::string record_column(const QuestionPage& page) {
    if (page.why == Reason::perhaps_corrected_key) return "The entry that was there";
    return "The record, " + how_the_record_came(page);
}

std::string file_column(const QuestionPage& page) {
    if (page.why == Reason::perhaps_corrected_key) return "The new entry, from the file";
    return page.place.empty() ? "The file" : "The file, " + page.place;
}

Html table_of(const QuestionPage& page, std::string caption, std::vector<web::ComparedRow> rows) {
    return web::comparison({.caption = std::move(caption), .before = record_column(page), .after = file_column(page), .rows = std::move(rows), .changed_word = "Differs"});
}

/// The record beside the file: what differs in full view, what is the same one click away.
Html side_by_side(const QuestionPage& page) {
    std::vector<web::ComparedRow> differing;
    std::vector<web::ComparedRow> same;
    for (const ComparedField& field : page.fields) (field.differs ? differing : same).push_back(row_of(field));
    const std::size_t alike = same.size();
    Html html;
    if (differing.empty()) html << web::paragraph(Html("The record and the file say the same here now."));
    else html << table_of(page, "What differs", std::move(differing));
    if (alike > 0)
        html << web::details(fmt::format("{} the same, or {} not in the file", counted(alike, "field is", "fields are"), alike == 1 ? "is" : "are"),
                             table_of(page, "What does not differ", std::move(same)));
    return html;
}

Html one_side(const QuestionPage& page, std::string_view heading, bool of_file) {
    std::vector<web::SummaryRow> rows;
    for (const ComparedField& field : page.fields) {
        const std::string& words = of_file ? field.file : field.record;
        const ledger::ItemId link = of_file ? field.file_link : field.record_link;
        // What the row belongs to may not be there to open.
        if (!link.is_none() && page.belongs_to_waiting) continue;
        if (!words.empty() || !link.is_none()) rows.push_back({field.label, side(words, link, "", field.label)});
    }
    Html html;
    html << web::heading_2(heading);
    if (rows.empty()) html << web::paragraph(Html("Nothing."));
    else html << web::summary_list(rows);
    return html;
}

Html who_it_says(const QuestionPage& page) {
    if (std::none_of(page.who.begin(), page.who.end(), [](const ComparedField& one) { return one.differs; })) return {};
    web::Comparison comparison{.caption = "Who the row says the child is", .before = "The record", .after = file_column(page), .rows = {}, .changed_word = "Differs"};
    for (const ComparedField& field : page.who) comparison.rows.push_back(row_of(field));
    return web::comparison(comparison);
}

Html what_stands_there(const QuestionPage& page) {
    Html html;
    html << who_it_says(page);
    if (page.why == Reason::gone_but_edited) {
        html << one_side(page, "What the record says, " + how_the_record_came(page), false);
    } else if (page.is_held) {
        html << side_by_side(page);
    } else {
        if (page.is_withdrawn)
            html << web::inset(Html(fmt::format("The record had this. It was taken off as recorded in error on {} by {}; what it said is kept for audit alone.",
                                                law::london_date_and_time(page.held_at), page.held_by)));
        html << one_side(page, page.place.empty() ? "What the file says" : "What the file says, " + page.place, true);
        if (!page.is_withdrawn) html << web::paragraph(Html("The record has nothing that this row would change."));
    }
    Html links;
    if (page.is_held && page.why == Reason::perhaps_corrected_key)
        links << web::link(web::to("/items") / page.held, "Open the earlier entry") << "<br>" << web::link(web::to("/items") / page.fresh, "Open the new entry");
    else if (page.is_held)
        links << web::link(web::to("/items") / page.held, "Open it in the record, with its versions");
    if (!links.empty()) html << web::paragraph(links);
    return html;
}

Html list_of(const std::vector<OtherQuestion>& others, const QuestionFilter& filter) {
    Html html;
    html << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (std::size_t i = 0; i < others.size() && i < 10; ++i)
        html << "<li>" << web::link(filter.on(questions() / others[i].question), others[i].what) << ": " << others[i].why << "</li>";
    if (others.size() > 10) html << "<li>and " << others.size() - 10 << " more, in the list</li>";
    html << "</ul>";
    return html;
}

Html what_comes_first(const QuestionPage& page, const QuestionFilter& filter) {
    Html html;
    if (page.same_number.size() > 1) {
        Html people;
        people << "<p>The record has " << page.same_number.size() << " people under the number " << page.child_number
               << ". Merge them, or put one's number right; then the row can be recorded.</p><ul class=\"govuk-list govuk-list--bullet\">";
        for (const record::SeenChild& one : page.same_number)
            people << "<li>" << web::link(web::to("/children") / one.id, one.name)
                   << (one.person.born ? ", born " + one.person.born->words() : std::string()) << "</li>";
        people << "</ul>";
        html << web::inset(people);
    }
    if (page.belongs_to_waiting) {
        const bool left_out = !page.first.empty() && !page.first.front().waits;
        Html first;
        first << "<p>" << (left_out ? web::Markup("What this row belongs to was left out, so the row can't be recorded unless that answer is taken back:")
                                    : web::Markup("What this row belongs to waits for an answer itself. Answer that first:"))
              << "</p>" << list_of(page.first, filter);
        html << web::inset(first);
    }
    return html;
}

Html answer_form(const QuestionPage& page, const QuestionFrame& frame) {
    std::vector<web::Choice> choices;
    for (const Choice& choice : page.choices) choices.push_back({std::string(code_of(choice.answer)), choice.label, choice.does});
    Html fields;
    fields << web::hidden_input("saw", std::to_string(page.saw))
           << web::radios({.name = "answer", .legend = "What is right?", .error = frame.error, .choices = std::move(choices), .chosen = frame.chosen})
           << web::button({.label = "Save the answer"})
           << web::paragraph(web::link(frame.filter.on(questions()), "Go back without answering"));
    return Html() << web::post_form({.action = frame.filter.on(questions() / page.question), .token = frame.form_token, .fields = std::move(fields)})
                  << web::hint("An answer can be taken back: look among the answered questions.");
}

Html decided(const QuestionPage& page, const QuestionFrame& frame) {
    Html html;
    html << web::heading_2("What was decided") << web::paragraph(Html() << "<strong>" << page.decided_says << "</strong>, decided "
                                                                       << law::london_date_and_time(page.decided_at) << " by " << page.decided_by << ".");
    if (page.decided == Answer::take_the_file && !page.recorded.empty()) {
        html << "<p class=\"govuk-body\">Recorded:</p><ul class=\"govuk-list govuk-list--bullet\">";
        for (const RecordedItem& one : page.recorded) html << "<li>" << web::link(web::to("/items") / one.item, one.what) << "</li>";
        html << "</ul>";
    }
    html << web::heading_3("If it was wrong")
         << web::paragraph(Html(page.decided == Answer::take_the_file
                                    ? "Take the answer back: what it recorded is as it was before, as new versions, and the question waits again. Where "
                                      "somebody has changed it since, theirs stays; open the entry and put it right there."
                                    : "Take the answer back, and the question waits again. Nothing in the record was changed by it."))
         << web::post_form({.action = frame.filter.on(questions() / page.question / "take-back"), .token = frame.form_token,
                            .fields = web::button({.label = "Take the answer back", .looks = web::Looks::secondary})})
         << web::paragraph(web::link(frame.filter.on(questions()), "Back to the questions"));
    return html;
}

std::string_view why_it_waits(const QuestionPage& page) {
    const bool was_raised_by_another = page.why == Reason::child_waits;
    const bool is_answered = std::none_of(page.beside.begin(), page.beside.end(), [](const OtherQuestion& one) { return one.raises; });
    if (was_raised_by_another && is_answered) return "It waited because another row of this child raised a question. That has been answered.";
    if (page.why == Reason::perhaps_corrected_key)
        return "The file has an entry that is new, and has no longer one that is nearly the same. They may be one entry, put right.";
    return words_for(page.why);
}

Html whose(const QuestionPage& page) {
    if (page.child) return {};
    std::string words = page.child_number.empty() ? "A child who is not on record." : fmt::format("Nobody on record has the child's number {}.", page.child_number);
    if (page.born) words += fmt::format(" The row gives the birth date {}.", page.born->words());
    return web::inset(Html(words));
}

}  // namespace

Html question_view(const QuestionPage& page, const QuestionFrame& frame) {
    web::FieldErrors errors;
    if (!frame.error.empty()) errors.add(page.decided ? "main-content" : "answer", frame.error);
    Html html;
    html << web::error_summary(errors);
    if (frame.was_taken_back)
        html << web::notification(web::Notice::success, Html("The answer was taken back. The question waits again."));
    html << web::heading_1(fmt::format("{}: {}", page.what, in_small(page.why_says))) << web::paragraph(Html(why_it_waits(page)))
         << web::paragraph(Html(page.place.empty() ? fmt::format("{}.", page.of_return) : fmt::format("{}, {}.", page.of_return, page.place)))
         << whose(page) << what_comes_first(page, frame.filter) << what_stands_there(page);
    html << (page.decided ? decided(page, frame) : answer_form(page, frame));
    if (!page.beside.empty())
        html << web::heading_2("Other questions about this child") << list_of(page.beside, frame.filter);
    return html;
}

}  // namespace steadfast::returns::pages
