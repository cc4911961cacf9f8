#include "web/components/fields.hpp"

#include "web/sign_in/form_token.hpp"

#include <algorithm>

namespace steadfast::web {

namespace {

/// What every input has: where it is described, and whether it is wrong.
struct Described {
    std::string_view name, hint, error;

    [[nodiscard]] std::string by() const {
        std::string ids;
        if (!hint.empty()) ids = std::string(name) + "-hint";
        if (!error.empty()) ids += (ids.empty() ? "" : " ") + std::string(name) + "-error";
        return ids;
    }
    void open_group(Html& html) const {
        html << (error.empty() ? Markup("<div class=\"govuk-form-group\">")
                               : Markup("<div class=\"govuk-form-group govuk-form-group--error\">"));
    }
    void write(Html& html) const {
        if (!hint.empty()) html << "<div id=\"" << name << "-hint\" class=\"govuk-hint\">" << hint << "</div>";
        if (!error.empty())
            html << "<p id=\"" << name
                 << "-error\" class=\"govuk-error-message\"><span class=\"govuk-visually-hidden\">Error:</span> " << error
                 << "</p>";
    }
    void point_from(Html& html) const {
        if (const auto ids = by(); !ids.empty()) html << attribute("aria-describedby", ids);
    }
};

Classes class_of(Width width) {
    switch (width) {
        case Width::full: return "";
        case Width::two: return "govuk-input--width-2";
        case Width::three: return "govuk-input--width-3";
        case Width::four: return "govuk-input--width-4";
        case Width::five: return "govuk-input--width-5";
        case Width::ten: return "govuk-input--width-10";
        case Width::twenty: return "govuk-input--width-20";
    }
    return "";
}

void write_label(Html& html, std::string_view name, std::string_view label, bool is_heading) {
    if (is_heading)
        html << "<h1 class=\"govuk-label-wrapper\"><label class=\"govuk-label govuk-label--l\" for=\"" << name << "\">" << label
             << "</label></h1>";
    else html << "<label class=\"govuk-label\" for=\"" << name << "\">" << label << "</label>";
}

void open_fieldset(Html& html, const Described& described, std::string_view legend, bool of_text_inputs) {
    html << "<fieldset class=\"govuk-fieldset\"";
    // Without the role JAWS leaves out the description of a fieldset of text inputs.
    if (of_text_inputs) html << " role=\"group\"";
    described.point_from(html);
    html << "><legend class=\"govuk-fieldset__legend\">" << legend << "</legend>";
    described.write(html);
}

/// The first choice bears the name alone, so that the error summary's link reaches it.
std::string id_of_choice(const std::string& name, std::size_t index) {
    return index == 0 ? name : name + "-" + std::to_string(index + 1);
}

struct OneOfMany {
    Markup item, input, label, hint;
};

void write_choice(Html& html, const OneOfMany& kind, const std::string& name, std::size_t index, const Choice& choice,
                  bool is_chosen) {
    const std::string id = id_of_choice(name, index);
    html << kind.item << kind.input << attribute("id", id) << attribute("name", name) << attribute("value", choice.value);
    if (is_chosen) html << " checked";
    if (!choice.hint.empty()) html << attribute("aria-describedby", id + "-item-hint");
    html << ">" << kind.label << attribute("for", id) << ">" << choice.label << "</label>";
    if (!choice.hint.empty()) html << kind.hint << attribute("id", id + "-item-hint") << ">" << choice.hint << "</div>";
    html << "</div>";
}

constexpr OneOfMany a_checkbox{
    "<div class=\"govuk-checkboxes__item\">", "<input class=\"govuk-checkboxes__input\" type=\"checkbox\"",
    "<label class=\"govuk-label govuk-checkboxes__label\"", "<div class=\"govuk-hint govuk-checkboxes__hint\""};
constexpr OneOfMany a_radio{"<div class=\"govuk-radios__item\">", "<input class=\"govuk-radios__input\" type=\"radio\"",
                            "<label class=\"govuk-label govuk-radios__label\"", "<div class=\"govuk-hint govuk-radios__hint\""};

void write_part(Html& html, const DateInput& input, std::string_view part, std::string_view label, const std::string& typed) {
    const bool is_wrong = !input.error.empty() && (input.wrong_part.empty() || input.wrong_part == part);
    const std::string id = input.name + "-" + std::string(part);
    html
        << "<div class=\"govuk-date-input__item\"><div class=\"govuk-form-group\"><label class=\"govuk-label govuk-date-input__label\""
        << attribute("for", id) << ">" << label << "</label><input type=\"text\"" << attribute("id", id) << attribute("name", id);
    html << (part == "year" ? Markup(" class=\"govuk-input govuk-date-input__input govuk-input--width-4")
                            : Markup(" class=\"govuk-input govuk-date-input__input govuk-input--width-2"));
    html << (is_wrong ? Markup(" govuk-input--error\"") : Markup("\"")) << attribute("value", typed);
    // A month may be typed as a word.
    if (part != "month") html << " inputmode=\"numeric\"";
    html << "></div></div>";
}

Classes class_of(Looks looks) {
    switch (looks) {
        case Looks::main: return "";
        case Looks::secondary: return "govuk-button--secondary";
        case Looks::warning: return "govuk-button--warning";
    }
    return "";
}

}  // namespace

Html text_input(const TextInput& input) {
    const Described described{input.name, input.hint, input.error};
    Html html;
    described.open_group(html);
    write_label(html, input.name, input.label, input.label_is_heading);
    described.write(html);
    html << "<input class=\"govuk-input " << class_of(input.width).text()
         << (input.error.empty() ? Markup("\"") : Markup(" govuk-input--error\"")) << attribute("id", input.name)
         << attribute("name", input.name) << attribute("type", std::string(input.type));
    described.point_from(html);
    if (!input.value.empty()) html << attribute("value", input.value);
    if (!input.autocomplete.empty()) html << attribute("autocomplete", std::string(input.autocomplete));
    if (input.is_number) html << " inputmode=\"numeric\"";
    if (!input.spellcheck) html << " spellcheck=\"false\"";
    if (input.suggestions.empty()) return std::move(html) << "></div>";
    html << attribute("list", input.name + "-suggestions") << "><datalist" << attribute("id", input.name + "-suggestions") << ">";
    for (const std::string& one : input.suggestions) html << "<option" << attribute("value", one) << "></option>";
    return std::move(html) << "</datalist></div>";
}

Html password_input(const PasswordInput& input) {
    const Described described{input.name, input.hint, input.error};
    Html html;
    described.open_group(html);
    write_label(html, input.name, input.label, false);
    described.write(html);
    html << (input.error.empty() ? Markup("<input class=\"govuk-input govuk-input--width-20\"")
                                 : Markup("<input class=\"govuk-input govuk-input--width-20 govuk-input--error\""))
         << attribute("id", input.name) << attribute("name", input.name)
         << " type=\"password\" spellcheck=\"false\" autocapitalize=\"none\"";
    described.point_from(html);
    html << (input.is_new ? Markup(" autocomplete=\"new-password\"") : Markup(" autocomplete=\"current-password\""));
    return std::move(html) << "></div>";
}

Html text_area(const TextArea& area) {
    const Described described{area.name, area.hint, area.error};
    Html html;
    described.open_group(html);
    write_label(html, area.name, area.label, false);
    described.write(html);
    html << (area.error.empty() ? Markup("<textarea class=\"govuk-textarea\"")
                                : Markup("<textarea class=\"govuk-textarea govuk-textarea--error\""))
         << attribute("id", area.name) << attribute("name", area.name) << attribute("rows", std::to_string(area.rows));
    described.point_from(html);
    // A browser drops a line end right after the tag; one more keeps a text that begins with one.
    return std::move(html) << ">\n" << area.value << "</textarea></div>";
}

Html select(const Select& select) {
    const Described described{select.name, select.hint, select.error};
    Html html;
    described.open_group(html);
    write_label(html, select.name, select.label, false);
    described.write(html);
    html << (select.error.empty() ? Markup("<select class=\"govuk-select\"")
                                  : Markup("<select class=\"govuk-select govuk-select--error\""))
         << attribute("id", select.name) << attribute("name", select.name);
    described.point_from(html);
    html << ">";
    for (const auto& choice : select.choices) {
        html << "<option" << attribute("value", choice.value);
        if (choice.value == select.chosen) html << " selected";
        html << ">" << choice.label << "</option>";
    }
    return std::move(html) << "</select></div>";
}

Html checkboxes(const Checkboxes& boxes) {
    const Described described{boxes.name, boxes.hint, boxes.error};
    Html html;
    described.open_group(html);
    open_fieldset(html, described, boxes.legend, false);
    html << (boxes.small ? Markup("<div class=\"govuk-checkboxes govuk-checkboxes--small\">")
                         : Markup("<div class=\"govuk-checkboxes\">"));
    for (std::size_t i = 0; i < boxes.choices.size(); ++i) {
        const bool is_ticked = std::find(boxes.ticked.begin(), boxes.ticked.end(), boxes.choices[i].value) != boxes.ticked.end();
        write_choice(html, a_checkbox, boxes.name, i, boxes.choices[i], is_ticked);
    }
    return std::move(html) << "</div></fieldset></div>";
}

Html row_tick(const RowTick& tick) {
    const std::string id = tick.row == 0 ? tick.name : tick.name + "-" + std::to_string(tick.row + 1);
    Html html;
    html << "<div class=\"govuk-checkboxes govuk-checkboxes--small sf-row-tick\"><div class=\"govuk-checkboxes__item\"><input class=\"govuk-checkboxes__input\" type=\"checkbox\""
         << attribute("id", id) << attribute("name", tick.name) << attribute("value", tick.value);
    if (tick.is_ticked) html << " checked";
    return std::move(html) << "><label class=\"govuk-label govuk-checkboxes__label\"" << attribute("for", id) << "><span class=\"govuk-visually-hidden\">"
                           << tick.label << "</span></label></div></div>";
}

Html radios(const Radios& radios) {
    const Described described{radios.name, radios.hint, radios.error};
    Html html;
    described.open_group(html);
    open_fieldset(html, described, radios.legend, false);
    html << (radios.side_by_side ? Markup("<div class=\"govuk-radios govuk-radios--inline\">")
                                 : Markup("<div class=\"govuk-radios\">"));
    for (std::size_t i = 0; i < radios.choices.size(); ++i)
        write_choice(html, a_radio, radios.name, i, radios.choices[i], radios.choices[i].value == radios.chosen);
    return std::move(html) << "</div></fieldset></div>";
}

Html date_input(const DateInput& input) {
    const Described described{input.name, input.hint, input.error};
    Html html;
    described.open_group(html);
    open_fieldset(html, described, input.legend, true);
    html << "<div class=\"govuk-date-input\" id=\"" << input.name << "\">";
    write_part(html, input, "day", "Day", input.typed.day);
    write_part(html, input, "month", "Month", input.typed.month);
    write_part(html, input, "year", "Year", input.typed.year);
    return std::move(html) << "</div></fieldset></div>";
}

Html file_input(const FileInput& input) {
    const Described described{input.name, input.hint, input.error};
    Html html;
    described.open_group(html);
    write_label(html, input.name, input.label, false);
    described.write(html);
    html << "<input class=\"govuk-file-upload\" type=\"file\"" << attribute("id", input.name) << attribute("name", input.name);
    described.point_from(html);
    if (!input.accept.empty()) html << attribute("accept", std::string(input.accept));
    if (input.takes_several) html << " multiple";
    if (input.opens_camera) html << " capture=\"environment\"";
    return std::move(html) << "></div>";
}

Html hidden_input(Name name, std::string value) {
    return Html() << "<input type=\"hidden\" name=\"" << name.text() << "\"" << attribute("value", std::move(value)) << ">";
}

Html button(const Button& button) {
    Html html;
    html << "<button type=\"submit\"" << classes("govuk-button", class_of(button.looks));
    if (!button.name.empty()) html << attribute("name", button.name) << attribute("value", button.value);
    return std::move(html) << ">" << button.label << "</button>";
}

Html button_link(const Link& link, std::string_view label, Looks looks) {
    return Html() << "<a" << href(link) << " draggable=\"false\"" << classes("govuk-button", class_of(looks)) << ">" << label
                  << "</a>";
}

Html fieldset(std::string_view legend, const Html& fields) {
    return Html() << "<fieldset class=\"govuk-fieldset\"><legend class=\"govuk-fieldset__legend govuk-fieldset__legend--m\">"
                  << legend << "</legend>" << fields << "</fieldset>";
}

Html post_form(const PostForm& form) {
    Html html;
    html << "<form method=\"post\" novalidate" << action(form.action);
    if (form.has_files) html << " enctype=\"multipart/form-data\"";
    html << "><input type=\"hidden\" name=\"" << FormToken::field << "\"" << attribute("value", form.token) << ">";
    return std::move(html) << form.fields << "</form>";
}

Html error_summary(const FieldErrors& errors) {
    Html html;
    if (errors.empty()) return html;
    html
        << "<div class=\"govuk-error-summary\" tabindex=\"-1\" data-focus-first><div role=\"alert\"><h2 class=\"govuk-error-summary__title\">There is a problem</h2>"
           "<div class=\"govuk-error-summary__body\"><ul class=\"govuk-list govuk-error-summary__list\">";
    for (const auto& error : errors) html << "<li><a" << href(to("#").at(error.field)) << ">" << error.says << "</a></li>";
    return std::move(html) << "</ul></div></div></div>";
}

}  // namespace steadfast::web
