#pragma once

#include "record/letters/recipient_form.hpp"
#include "record/pages/site.hpp"

#include <functional>
#include <string>
#include <vector>

namespace steadfast::record::letters {

/// What goes out: as it is printed, and its words, to be held against confidential addresses and other people's names.
struct PaperContent {
    web::Html html;
    std::string words;
};

/// A paper about children that is made for one recipient. A room says what it is about and what stands in it; asking for whom it is, looking
/// it through and putting on record that it went out are the same of every one.
struct PaperForSomebody {
    std::string title;  ///< "Print the assessment for somebody": of the form and of what it makes.
    std::string form_is;  ///< "form to print an assessment", for the access log.
    std::string went_out;  ///< "Child and family assessment", on the record of what went out.
    web::Link address;  ///< Shows the form, and makes the paper.
    web::Link back;
    std::string back_words;
    std::vector<SeenChild> children;  ///< Of several it is asked about which it is.
    web::Fields opened_with = {};  ///< What stands in the inputs of its own when the form is opened.
    /// Inputs of its own, below for whom it is; none where there are none.
    std::function<web::Html(const RecipientForm&)> inputs = {};
    /// What goes out about the children who were chosen; errors stand at their fields.
    std::function<Result<PaperContent>(RecipientForm&, const std::vector<SeenChild>&)> content;
};

[[nodiscard]] Result<pages::Shown> show_form_of(const pages::Visit& visit, const PaperForSomebody& paper);
/// The paper, or the form again with what is wrong with it.
[[nodiscard]] Result<pages::Shown> make_paper(Record& record, const pages::Visit& visit, const PaperForSomebody& paper);

/// A heading and a text in large type: it is read at a kitchen table, not at a desk. Nothing of an empty one.
[[nodiscard]] web::Html large_text(std::string_view heading, std::string_view text);

}  // namespace steadfast::record::letters
