#include "record/pages/typed_words.hpp"

#include "record/pages/drafted_form.hpp"
#include "web/sign_in/form_token.hpp"

#include <algorithm>

namespace steadfast::record::pages {
namespace {

/// Neither an id nor a number nor a code that a choice stands for.
bool is_somebodys_words(std::string_view value) {
    return std::ranges::any_of(
        value, [](char c) { return c == ' ' || static_cast<unsigned char>(c) >= 0x80 || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

web::Html typed_words(const web::Fields& typed) {
    web::Html words;
    for (const auto& [name, value] : typed)
        if (name != web::FormToken::field && !belongs_to_the_keeping(name) && is_somebodys_words(value))
            words << "<li><span class=\"sf-narrative\">" << value << "</span></li>";
    if (words.empty()) return words;
    return web::Html() << "<ul class=\"govuk-list\">" << words << "</ul>";
}

}  // namespace steadfast::record::pages
