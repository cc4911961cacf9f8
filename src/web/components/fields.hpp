#pragma once

#include "web/form.hpp"
#include "web/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::web {

// The inputs of a form, each with its label, hint and error, in GOV.UK Frontend's markup. The name is also the id, so
// that an error summary's link finds the input. Labels, hints and values are words; nothing in them is markup.

enum class Width { full, two, three, four, five, ten, twenty };

struct TextInput {
    std::string name;
    std::string label;
    std::string hint = "";
    std::string error = "";
    std::string value = "";
    Width width = Width::full;
    std::string_view type = "text";      ///< "text", "email", "tel", "search".
    std::string_view autocomplete = "";  ///< "username", "off"…
    bool is_number = false;              ///< Brings up a phone's digits.
    bool spellcheck = true;
    bool label_is_heading = false;       ///< The label is the page's heading.
    std::vector<std::string> suggestions = {};   ///< Offered as somebody types, by the browser itself; anything else may be typed as well.
};
[[nodiscard]] Html text_input(const TextInput& input);

struct PasswordInput {
    std::string name;
    std::string label;
    std::string hint = "";
    std::string error = "";
    bool is_new = false;  ///< Being chosen, not given.
};
[[nodiscard]] Html password_input(const PasswordInput& input);  ///< Its value is never sent back.

struct TextArea {
    std::string name;
    std::string label;
    std::string hint = "";
    std::string error = "";
    std::string value = "";
    int rows = 5;
};
[[nodiscard]] Html text_area(const TextArea& area);

struct Choice {
    std::string value;
    std::string label;
    std::string hint = "";
};

struct Select {
    std::string name;
    std::string label;
    std::string hint = "";
    std::string error = "";
    std::vector<Choice> choices;
    std::string chosen = "";
};
[[nodiscard]] Html select(const Select& select);

struct Checkboxes {
    std::string name;
    std::string legend;
    std::string hint = "";
    std::string error = "";
    std::vector<Choice> choices;
    std::vector<std::string> ticked = {};
    bool small = false;
};
[[nodiscard]] Html checkboxes(const Checkboxes& boxes);

/// One tick box in each row of a table; the row says to the eye what its label says to a screen reader.
struct RowTick {
    std::string name;
    std::string value;
    std::string label;
    std::size_t row = 0;   ///< From 0: an error summary's link finds the first.
    bool is_ticked = false;
};
[[nodiscard]] Html row_tick(const RowTick& tick);

struct Radios {
    std::string name;
    std::string legend;
    std::string hint = "";
    std::string error = "";
    std::vector<Choice> choices;
    std::string chosen = "";
    bool side_by_side = false;
};
[[nodiscard]] Html radios(const Radios& radios);

struct DateInput {
    std::string name;  ///< Its inputs are NAME-day, NAME-month and NAME-year.
    std::string legend;
    std::string hint = "";
    std::string error = "";
    std::string_view wrong_part = "";  ///< "month", where only that is wrong.
    TypedDate typed = {};
};
[[nodiscard]] Html date_input(const DateInput& input);

struct FileInput {
    std::string name;
    std::string label;
    std::string hint = "";
    std::string error = "";
    std::string_view accept = "";
    bool takes_several = false;
    bool opens_camera = false;   ///< On a phone; elsewhere files are chosen as usual.
};
[[nodiscard]] Html file_input(const FileInput& input);

[[nodiscard]] Html hidden_input(Name name, std::string value);

enum class Looks { main, secondary, warning };
struct Button {
    std::string label;
    Looks looks = Looks::main;
    std::string name = "";  ///< Where a form has two buttons: which was pressed…
    std::string value = "";
};
[[nodiscard]] Html button(const Button& button);
[[nodiscard]] Html button_link(const Link& link, std::string_view label, Looks looks = Looks::main);

/// Fields that belong together, under one legend.
[[nodiscard]] Html fieldset(std::string_view legend, const Html& fields);

/// A form that changes something. `token` is FormToken::masked() of this visit.
struct PostForm {
    Link action;
    std::string token;
    Html fields;
    bool has_files = false;
};
[[nodiscard]] Html post_form(const PostForm& form);

/// All that is wrong, first on the page, each a link to its field. Nothing if nothing is.
[[nodiscard]] Html error_summary(const FieldErrors& errors);

}  // namespace steadfast::web
