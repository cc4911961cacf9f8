#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace steadfast::web {

/// Names and values in the order they came: of a form, a query, the headers, the cookies. A name may come twice.
class Fields {
public:
    using Field = std::pair<std::string, std::string>;

    Fields() = default;
    Fields(std::initializer_list<Field> fields) : fields_(fields) {}

    void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
    [[nodiscard]] bool has(std::string_view name) const { return first(name).has_value(); }
    [[nodiscard]] std::optional<std::string_view> first(std::string_view name) const;
    /// The first value of that name, or nothing at all: "".
    [[nodiscard]] std::string_view get(std::string_view name) const { return first(name).value_or(std::string_view()); }
    [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;

    [[nodiscard]] auto begin() const { return fields_.begin(); }
    [[nodiscard]] auto end() const { return fields_.end(); }
    [[nodiscard]] std::size_t size() const { return fields_.size(); }
    [[nodiscard]] bool empty() const { return fields_.empty(); }

private:
    std::vector<Field> fields_;
};

/// application/x-www-form-urlencoded, which is also how a query is written. None if an escape is broken, if a value
/// holds a NUL, or if there are more than `most` fields: nobody's browser sends that.
[[nodiscard]] std::optional<Fields> parse_urlencoded(std::string_view text, std::size_t most = 2000);

/// The Cookie header. Whatever can't be read is left out, for anybody may set a cookie on a sister site.
[[nodiscard]] Fields parse_cookies(std::string_view header);

[[nodiscard]] bool same_ignoring_case(std::string_view a, std::string_view b);  ///< In ASCII, as header names are.

}  // namespace steadfast::web
