#include "practice/visits/quick_note_view.hpp"

#include "practice/visits/visit.hpp"
#include "record/pages/inputs.hpp"
#include "web/components/fields.hpp"
#include "web/components/notices.hpp"

namespace steadfast::practice {
namespace {

using web::Html;

Html children_to_tick(const QuickNote& note, std::string name, std::string legend, std::string hint) {
    std::vector<web::Choice> choices;
    for (const auto& child : note.family) choices.push_back({child.id.text(), child.name});
    std::vector<std::string> ticked;
    for (const auto id : note.typed.all(name)) ticked.emplace_back(id);
    const std::string error(note.errors.at(name));
    return web::checkboxes({.name = std::move(name), .legend = std::move(legend), .hint = std::move(hint), .error = error, .choices = std::move(choices), .ticked = std::move(ticked)});
}

Html when_it_was(const QuickNote& note) {
    const record::ItemType& type = record::type_of<Visit>();
    Html inputs = record::pages::input_of(type.fields()[*type.position("happened")], note.typed, note.errors);
    return note.errors.at("happened").empty() ? web::details("When: " + note.now_in_words + ". Change it", inputs) : inputs;
}

}  // namespace

Html quick_note_view(const QuickNote& note) {
    Html fields;
    fields << web::hidden_input("starts_from", "0") << web::hidden_input("save_key", note.key)
           << children_to_tick(note, "saw", "Who did you see?", "")
           << children_to_tick(note, "alone", "Who did you see alone?", "Without a parent or carer in the room")
           << web::text_area({.name = "words", .label = "What happened", .error = std::string(note.errors.at("words")), .value = std::string(note.typed.get("words")), .rows = 8})
           << when_it_was(note)
           << web::hint("This will be in the file of " + note.child_name + (note.family.size() > 1 ? ", and of everybody whom you tick." : "."))
           << web::button({.label = "Save"}) << note.keeping << web::button({.label = "Go on in the whole form", .looks = web::Looks::secondary, .name = "whole_form", .value = "yes"})
           << web::hint("With the children's own words, worries and what happens next. What stands here comes with you.");
    Html html;
    html << web::error_summary(note.errors) << web::heading_1("Note of a visit") << note.notices
         << web::post_form({.action = note.action, .token = note.form_token, .fields = std::move(fields)});
    return html;
}

}  // namespace steadfast::practice
