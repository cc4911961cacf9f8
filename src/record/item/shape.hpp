#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace steadfast::record {

// A body says in its first member which shape it has: {"_shape":2,…}. Without that member it has shape 1, which is every type's
// first. A type whose declaration was changed in a way that older bodies don't fit declares, for each shape but today's, the
// steps from it to the next. What is saved is always of today's shape; what was saved is never rewritten.

/// The members of a body of an older shape: what the steps work on.
class OlderBody {
public:
    /// None where the text is not a JSON object.
    [[nodiscard]] static std::optional<OlderBody> read(std::string_view json);
    [[nodiscard]] std::string json() const;

    [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }
    /// A member's text; none where there is none or it is no text.
    [[nodiscard]] std::optional<std::string> text(std::string_view key) const;
    /// A member's texts, where it is a list of them (several codes).
    [[nodiscard]] std::optional<std::vector<std::string>> texts(std::string_view key) const;
    void put_text(std::string_view key, std::string_view text);
    void put_texts(std::string_view key, const std::vector<std::string>& texts);
    void rename(std::string_view from, std::string_view to);
    void remove(std::string_view key);

private:
    struct Member {
        std::string key;
        std::string json;
    };
    [[nodiscard]] const Member* find(std::string_view key) const;
    [[nodiscard]] Member* find(std::string_view key);
    void put(std::string_view key, std::string json);
    std::vector<Member> members_;
};

/// One thing that changed from a shape to the next. `brings` is a pure function of the body: it asks nothing else and has
/// no other effect. It is applied to the structured fields and to the long texts of a part apart, so it must do nothing where
/// its members are missing, and can't move anything between the two (a text that became a narrative needs no step).
struct BodyStep {
    std::vector<std::string_view> retires;   ///< Keys that no field has any more, and that none may have again.
    std::function<void(OlderBody&)> brings;
};

/// All that changed from one shape to the next, in order.
using Shape = std::vector<BodyStep>;

/// A field has another key since.
[[nodiscard]] BodyStep renamed(std::string_view from, std::string_view to);

/// One text became two: `parts` says which. An empty text is nothing recorded.
[[nodiscard]] BodyStep split(std::string_view from, std::string_view first, std::string_view second,
                             std::pair<std::string, std::string> (*parts)(std::string_view text));

/// A code of a field is another since, whether the field holds one code or several.
[[nodiscard]] BodyStep recoded(std::string_view field, std::string_view from, std::string_view to);

/// The same, only where a day (or when) field of the same body is known and not before a day: what happened earlier keeps its code.
[[nodiscard]] BodyStep recoded_from(Date day, std::string_view day_field, std::string_view field, std::string_view from, std::string_view to);

/// The member that says a body's shape, as the first text of the body: `{"_shape":2`. Empty for shape 1.
[[nodiscard]] std::string opening_of_shape(std::uint32_t shape);
inline constexpr std::string_view shape_key = "_shape";

/// The shape that a body says it has; 1 where it says none. Costs a glance at the first bytes.
[[nodiscard]] std::uint32_t shape_of(std::string_view body);

/// A body (or the long texts beside it) of an older shape as it would be written today, the member that says the shape
/// left out. None where it is not a JSON object.
/// @param earlier the steps out of shape 1, 2, …
[[nodiscard]] std::optional<std::string> brought_to_today(std::string_view json, std::uint32_t shape, const std::vector<Shape>& earlier);

}  // namespace steadfast::record
