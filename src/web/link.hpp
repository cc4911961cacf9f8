#pragma once

#include "base/id.hpp"
#include "web/markup.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

namespace steadfast::web {

/// An address that is safe to put on a page or into a redirect. It is built from parts, each escaped as what it is:
/// `to("/children") / child.id`, `to("/search").with("page", 2).at("results")`.
class Link {
public:
    /// An address outside this service: https, http, mailto or tel. None for anything else, "javascript:" above all.
    [[nodiscard]] static std::optional<Link> outside(std::string_view address);
    /// A path and query inside this service that came back from a form ("where to go after signing in").
    /// None unless it can only mean this service: one leading slash, no scheme, no backslash, no control characters.
    [[nodiscard]] static std::optional<Link> inside(std::string_view address);

    [[nodiscard]] Link with(std::string_view name, std::string_view value) const;  ///< One more field of the query.
    [[nodiscard]] Link with(std::string_view name, std::integral auto value) const { return with(name, std::to_string(value)); }
    [[nodiscard]] Link at(std::string_view fragment) const;

    [[nodiscard]] const std::string& text() const { return text_; }

    friend Link to(LocalPath path);
    friend Link operator/(const Link& link, std::string_view segment);
    friend bool operator==(const Link&, const Link&) = default;

private:
    explicit Link(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

[[nodiscard]] Link to(LocalPath path);
[[nodiscard]] Link operator/(const Link& link, std::string_view segment);  ///< One segment; a slash in it is escaped.
template <class Thing>
[[nodiscard]] Link operator/(const Link& link, const Id<Thing>& id) {
    return link / std::string_view(id.text());
}

/// Percent-encodes all but letters, digits and "-._~".
[[nodiscard]] std::string percent_encoded(std::string_view text);
/// None for a broken escape. "+" is a space only where `plus_is_space`.
enum class Plus { is_plus, is_space };
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text, Plus plus);

}  // namespace steadfast::web
