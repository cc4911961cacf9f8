#pragma once

#include "practice/early_help/carried.hpp"
#include "record/pages/item_form.hpp"
#include "record/workers/colleagues.hpp"

namespace steadfast::practice {

/// The form of early help: to begin it on a child's page, with what is carried along from a plan, or to change it.
struct EarlyHelpForm {
    record::pages::ItemForm form;
    std::string heading;
    std::vector<record::Colleague> colleagues;   ///< Offered as lead practitioner, as one types.
    std::vector<record::Colleague> qualified;    ///< Who may look over it.
};
[[nodiscard]] web::Html early_help_form_view(const EarlyHelpForm& form);

/// Puts who leads and who looks over it into what was read, and says what can't be: whoever leads does not look over their own work.
void read_who(EarlyHelpForm& form, record::Content& content);

/// Fields that other pages fill: what it came from, and how it ended.
[[nodiscard]] const std::vector<std::string_view>& not_asked_of_early_help();

}  // namespace steadfast::practice
