#include "practice/contact/contact_view.hpp"

#include "record/pages/inputs.hpp"
#include "record/pages/words.hpp"
#include "record/search/search_view.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"
#include "web/components/table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace steadfast::practice {
namespace {

using web::Html;

Html input(const ContactForm& form, std::string_view key) {
    const record::ItemType& type = record::type_of<Contact>();
    return record::pages::input_of(type.fields()[type.position(key).value()], form.typed, form.errors);
}

/// Whoever takes a call must not make a second record of a child whose first one they may not read: they ring instead.
Html not_to_be_added_again(const ContactForm& form) {
    if (!form.found) return {};
    return record::pages::records_not_to_be_read(*form.found, "Please do not add this child a second time: save the contact without them, and tell whom you ring.");
}

std::string about_person(const std::optional<Date>& born, const std::optional<Date>& expected, Date today) {
    return born || expected ? record::pages::born_in_words(born, expected, today) : "date of birth not recorded";
}

bool is_chosen(const ContactForm& form, ledger::SubjectId id) {
    return std::any_of(form.children.begin(), form.children.end(), [id](const record::SeenChild& child) { return child.id == id; });
}

/// Those already chosen, ticked, and those found, to be ticked: one list, so that taking somebody over is one click.
Html children_to_tick(const ContactForm& form, Date today) {
    std::vector<web::Choice> choices;
    std::vector<std::string> ticked;
    for (const record::SeenChild& child : form.children) {
        choices.push_back({child.id.text(), child.name, about_person(child.person.born, child.person.expected, today)});
        ticked.push_back(child.id.text());
    }
    std::string hint = form.children.empty() ? "" : "Untick whoever does not belong.";
    if (form.found) {
        const std::size_t before = choices.size();
        for (const record::PersonFound& person : form.found->people)
            if (!is_chosen(form, person.id))
                choices.push_back({person.id.text(), person.name, fmt::format("{}; found by {}", about_person(person.born, person.expected, today), person.why)});
        if (form.found->whole > form.found->people.size()) hint += fmt::format(" These are the best {} of {} who fit.", form.found->people.size(), form.found->whole);
        if (choices.size() == before) hint += form.searched.empty() ? " Nothing was searched for." : form.found->only_exist.empty() ? " Nobody else on record fits. Try fewer letters, or add the child below."
                                                                                                : " Nobody else whom you may see fits.";
    }
    if (choices.empty()) return hint.empty() ? Html() : web::inset(Html(hint));
    return web::checkboxes({.name = "child", .legend = "Tick the children whom it is about", .hint = hint, .choices = std::move(choices), .ticked = std::move(ticked), .small = true});
}

Html new_child(const ContactForm& form, const NewChild& child) {
    const auto text = [&](std::string_view key, std::string_view label) {
        return web::text_input({.name = child.input(key), .label = std::string(label), .error = std::string(form.errors.at(child.input(key))),
                                .value = std::string(form.typed.get(child.input(key))), .width = web::Width::twenty, .spellcheck = false});
    };
    Html inputs;
    inputs << text("given_name", "First name") << text("family_name", "Last name")
           << web::date_input({.name = child.input("born"), .legend = "Date of birth", .hint = "Leave it empty if nobody knows it",
                               .error = std::string(form.errors.at(child.input("born"))), .wrong_part = form.errors.part_of(child.input("born")),
                               .typed = web::TypedDate::in(form.typed, child.input("born"))})
           << web::date_input({.name = child.input("expected"), .legend = "Expected date of birth, if not yet born", .error = std::string(form.errors.at(child.input("expected"))),
                               .wrong_part = form.errors.part_of(child.input("expected")), .typed = web::TypedDate::in(form.typed, child.input("expected"))})
           << web::select({.name = child.input("sex"), .label = "Sex", .choices = {{"", "Not known"}, {"F", "Female"}, {"M", "Male"}},
                           .chosen = std::string(form.typed.get(child.input("sex")))});
    return web::fieldset(fmt::format("New child {}", child.number), inputs);
}

/// Somebody is added only after a search, so that nobody is put on record twice.
Html new_children(const ContactForm& form) {
    if (!form.found && form.new_children.empty()) return {};
    Html rows;
    std::size_t next = 1;
    for (const NewChild& child : form.new_children) {
        rows << new_child(form, child);
        next = child.number + 1;
    }
    if (form.found && next <= most_new_children) {
        const Html row = new_child(form, NewChild{.number = next, .person = {}});
        if (form.new_children.empty()) rows << web::details("Add a child who is not on record", row);
        else rows << row;
    }
    return rows;
}

Html children(const ContactForm& form, Date today) {
    Html html;
    html << web::heading_2("Which children")
         << web::text_input({.name = "search", .label = "Find people on record", .hint = "Name, date of birth or number. What you have typed stays",
                             .error = std::string(form.errors.at("search")), .value = form.searched, .width = web::Width::twenty, .autocomplete = "off", .spellcheck = false})
         << web::button({.label = form.found ? "Find, or take over those ticked" : "Find", .looks = web::Looks::secondary, .name = "do", .value = "find"})
         << not_to_be_added_again(form) << children_to_tick(form, today) << new_children(form) << input(form, "children_not_on_record");
    return html;
}

Html caller(const ContactForm& form) {
    Html html;
    html << web::heading_2("Who got in touch") << input(form, "received") << input(form, "who_contacted") << input(form, "agency") << input(form, "contacted_by")
         << input(form, "ring_back") << input(form, "came_by") << input(form, "stays_unnamed");
    return html;
}

Html worry(const ContactForm& form) {
    Html html;
    html << web::heading_2("The worry") << input(form, "worries") << input(form, "child_says") << input(form, "danger") << web::heading_2("The parents")
         << input(form, "parents_told") << input(form, "consent") << input(form, "consent_words");
    return html;
}

Html last_boxes(const ContactForm& form) {
    Html html;
    html << web::checkboxes({.name = "taken_at_night", .legend = "Emergency duty team", .choices = {{"yes", "Taken out of hours, by the emergency duty team"}},
                             .ticked = form.typed.get("taken_at_night") == "yes" ? std::vector<std::string>{"yes"} : std::vector<std::string>(), .small = true});
    if (form.is_unverified)
        html << web::checkboxes({.name = "has_spoken", .legend = "Sent by the public form", .choices = {{"yes", "We have spoken to whoever sent it"}}, .small = true});
    return html;
}

}  // namespace

Html decision_inputs(const web::Fields& typed, const web::FieldErrors& errors, std::string_view threshold_guide) {
    const record::ItemType& type = record::type_of<Contact>();
    const auto of = [&](std::string_view key) { return record::pages::input_of(type.fields()[type.position(key).value()], typed, errors); };
    std::vector<web::Choice> needs{{"", "Choose, if it is known"}};
    for (const law::Code& code : law::primary_need.codes) needs.push_back({std::string(code.code), std::string(code.says)});
    Html html;
    if (!threshold_guide.empty()) html << web::details("Threshold guide", Html() << "<div class=\"govuk-body sf-narrative\">" << threshold_guide << "</div>");
    html << of("threshold") << of("threshold_why") << of("decision") << of("decision_why") << of("passed_to")
         << web::select({.name = "primary_need", .label = "Primary need, where it becomes a referral", .choices = std::move(needs), .chosen = std::string(typed.get("primary_need"))});
    return html;
}

Html history_view(const std::vector<ChildHistory>& histories, Date today) {
    Html html;
    html << web::heading_2("Known before");
    if (histories.empty()) return std::move(html << web::paragraph(Html("Choose the children, and what was done about them before stands here.")));
    for (const ChildHistory& history : histories) {
        html << web::heading_3(history.child.name);
        if (!history.sibling_of.empty()) html << web::hint("Brother or sister of " + history.sibling_of + ", not on this contact");
        html
             << web::paragraph(web::link(web::to("/children") / history.child.id, "Open the record", "of " + history.child.name));
        if (history.re_referral) {
            const auto& earlier = *history.re_referral;
            html << "<p class=\"govuk-body\">" << web::tag("Re-referral", web::Colour::orange) << " within 12 months: the last one was received "
                 << earlier.received.words() << (earlier.closed ? " and closed " + earlier.closed->words() + (earlier.why_closed.empty() ? ", no reason recorded" : ": " + earlier.why_closed) : std::string(" and is not closed"))
                 << ".</p>";
        }
        if (history.lines.empty()) {
            html << web::paragraph(Html("Nothing is on record of contacts, referrals, plans or care."));
            continue;
        }
        html << "<ul class=\"govuk-list\">";
        for (const HistoryLine& line : history.lines) {
            html << "<li>" << web::link(web::to("/items") / line.item, line.what) << " "
                 << (line.from ? line.from->words() : std::string("on a day not recorded")) << (line.to && line.to != line.from ? " to " + line.to->words() : std::string())
                 << (line.words.empty() ? std::string() : ": " + line.words) << "</li>";
        }
        html << "</ul>";
    }
    html << web::hint("As of " + today.words() + ", of what you may see.");
    return html;
}

Html contact_form_view(const ContactForm& form, const std::vector<ChildHistory>& histories, Date today) {
    Html fields;
    fields << web::hidden_input("save_key", form.key) << web::hidden_input("starts_from", std::to_string(form.starts_from)) << children(form, today) << caller(form)
           << worry(form) << last_boxes(form);
    if (form.may_decide) fields << web::heading_2("Decision") << web::hint("Leave it empty until a decision is made: the contact is saved all the same.") << decision_inputs(form.typed, form.errors, form.threshold_guide);
    std::string whose;
    for (const record::SeenChild& child : form.children) whose += (whose.empty() ? "" : ", ") + child.name;
    if (!whose.empty()) fields << web::hint("This will be in the file of " + whose + ".");
    fields << web::button({.label = "Save the contact", .name = "do", .value = "save"}) << form.keeping;

    const web::Link action = form.is_new ? web::to("/front-door/contact") : web::to("/contacts") / form.contact / "change";
    Html main;
    main << web::error_summary(form.errors);
    if (form.was_changed_meanwhile)
        main << web::warning("Somebody else changed this contact while you were writing. Nothing of yours is lost: it stands below. Open the contact beside it, and save again.");
    main << form.notices << web::heading_1(form.is_new ? "New contact" : "Change a contact") << web::post_form({.action = action, .token = form.form_token, .fields = std::move(fields)})
         << record::pages::codes_on_demand(record::type_of<Contact>().fields(), [](const record::Field& field) { return field.key == "who_contacted"; });
    return web::with_side(main, history_view(histories, today));
}

}  // namespace steadfast::practice
