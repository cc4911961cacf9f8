#include "web/html.hpp"

#include <array>

namespace steadfast::web {

namespace {

constexpr std::array<bool, 256> needs_escaping = [] {
    std::array<bool, 256> table{};
    for (const unsigned char letter : {'&', '<', '>', '"', '\''}) table[letter] = true;
    // Control characters have no place in HTML; a tab and the ends of lines do.
    for (unsigned code = 0; code < 0x20; ++code) table[code] = code != '\t' && code != '\n' && code != '\r';
    table[0x7f] = true;
    return table;
}();

std::string_view escaped(char letter) {
    switch (letter) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return "\xEF\xBF\xBD";  // U+FFFD: something stood here that can't be shown.
    }
}

}  // namespace

Html& Html::operator<<(const Attribute& attribute) & {
    add(" ").add(attribute.name()).add("=\"");
    return add_words(attribute.value()).add("\"");
}

Html& Html::add_words(std::string_view words) {
    const char* start = words.data();
    const char* const end = start + words.size();
    for (const char* here = start; here != end; ++here) {
        if (!needs_escaping[static_cast<unsigned char>(*here)]) continue;
        text_.append(start, here);
        text_.append(escaped(*here));
        start = here + 1;
    }
    text_.append(start, end);
    return *this;
}

Attribute attribute(Name name, std::string value) { return Attribute(name.text(), std::move(value)); }

Attribute href(const Link& link) { return Attribute("href", link.text()); }

Attribute src(const Link& link) { return Attribute("src", link.text()); }

Attribute action(const Link& link) { return Attribute("action", link.text()); }

Attribute classes(Classes first, Classes second) {
    std::string both(first.text());
    if (!both.empty() && !second.empty()) both += ' ';
    return Attribute("class", both.append(second.text()));
}

}  // namespace steadfast::web
