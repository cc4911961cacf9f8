#pragma once

#include "base/result.hpp"
#include "returns/reading/limits.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace steadfast::returns {

/// An element of a form that was read, or none. Cheap to copy; lives as long as its form.
class XmlElement {
public:
    XmlElement() = default;

    [[nodiscard]] explicit operator bool() const { return inside_ != nullptr; }
    [[nodiscard]] std::string_view name() const;       ///< Without a namespace's prefix.
    [[nodiscard]] std::string_view text() const;       ///< Its own text, trimmed: up to its first element.
    [[nodiscard]] std::uint32_t at() const;            ///< Where its name stands in the file, in bytes.
    [[nodiscard]] bool has_elements() const;
    [[nodiscard]] std::string_view first_attribute() const;  ///< Its name; empty where there is none. Namespaces do not count.
    [[nodiscard]] XmlElement first() const;
    [[nodiscard]] XmlElement next() const;
    [[nodiscard]] XmlElement child(std::string_view name) const;

    /// Text that stands between elements, where no form has any.
    struct Stray {
        std::string_view text;
        std::uint32_t at = 0;
    };
    /// The stray texts directly within this element, one after the other: pass the last one's place, 0 at first.
    [[nodiscard]] Stray stray_after(std::uint32_t at) const;

private:
    friend class XmlForm;
    explicit XmlElement(void* inside) : inside_(inside) {}
    void* inside_ = nullptr;
};

/// An XML form, read whole. There are no entities beyond XML's own five, and a document type is refused, so nothing in
/// a file can grow or reach out when it is read.
class XmlForm {
public:
    /// @param text UTF-8, whatever the form's first line says of its encoding.
    [[nodiscard]] static Result<XmlForm> read(std::string_view text, const Limits& limits);
    XmlForm(XmlForm&&) noexcept;
    XmlForm& operator=(XmlForm&&) noexcept;
    ~XmlForm();

    [[nodiscard]] XmlElement root() const;

private:
    struct Inside;
    explicit XmlForm(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace steadfast::returns
