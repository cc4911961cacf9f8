#include "returns/reading/xml.hpp"

#include "returns/reading/lines.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <pugixml.hpp>
#include <vector>

namespace steadfast::returns {
namespace {

/// Every element and text takes a node of some 64 bytes: this keeps a hostile file within a few gigabytes.
constexpr std::ptrdiff_t most_tags = 40'000'000;

pugi::xml_node node_of(void* inside) { return pugi::xml_node(static_cast<pugi::xml_node_struct*>(inside)); }

std::string_view without_prefix(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::uint32_t place_of(const pugi::xml_node& node) {
    return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(0, node.offset_debug()));
}

bool is_text(const pugi::xml_node& node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

pugi::xml_node element_from(pugi::xml_node node) {
    while (node && node.type() != pugi::node_element) node = node.next_sibling();
    return node;
}

/// What a return's form never has: document types, and elements too deep within one another.
class Suspicion final : public pugi::xml_tree_walker {
public:
    explicit Suspicion(std::size_t deepest) : deepest_(deepest) {}
    bool for_each(pugi::xml_node& node) override {
        if (node.type() == pugi::node_doctype || node.type() == pugi::node_pi) has_declarations = true;
        if (static_cast<std::size_t>(depth()) >= deepest_) too_deep_at = node.offset_debug();
        return !has_declarations && too_deep_at < 0;
    }
    bool has_declarations = false;
    std::ptrdiff_t too_deep_at = -1;

private:
    std::size_t deepest_;
};

tl::unexpected<Refusal> refuse_at(std::string_view text, std::ptrdiff_t at, std::string says, std::string what_to_do) {
    const Position position = Lines(text).position(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, at)));
    return refuse(Refusal::Kind::invalid, fmt::format("Line {}, column {}: {}", position.line, position.column, says),
                  std::move(what_to_do));
}

}  // namespace

struct XmlForm::Inside {
    std::vector<char> text;   // Read in place: names and texts point into it.
    pugi::xml_document document;
};

XmlForm::XmlForm(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
XmlForm::XmlForm(XmlForm&&) noexcept = default;
XmlForm& XmlForm::operator=(XmlForm&&) noexcept = default;
XmlForm::~XmlForm() = default;

Result<XmlForm> XmlForm::read(std::string_view text, const Limits& limits) {
    if (std::count(text.begin(), text.end(), '<') > most_tags)
        return refuse(Refusal::Kind::invalid, fmt::format("The form has more than {} tags.", most_tags),
                      "No return is so large; check where the file comes from.");

    auto inside = std::make_unique<Inside>();
    inside->text.assign(text.begin(), text.end());
    constexpr unsigned how = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_doctype | pugi::parse_pi |
                             pugi::parse_trim_pcdata;
    const auto parsed = inside->document.load_buffer_inplace(inside->text.data(), inside->text.size(), how, pugi::encoding_utf8);
    if (!parsed)
        return refuse_at(text, parsed.offset, fmt::format("The form can't be read from here on ({}).", parsed.description()),
                         "The file may be cut or changed by hand. Export it again.");

    Suspicion suspicion(limits.depth);
    inside->document.traverse(suspicion);
    if (suspicion.has_declarations)
        return refuse(Refusal::Kind::invalid, "The form brings declarations of its own (a document type), which no return has.",
                      "Export it again, or ask where it comes from.");
    if (suspicion.too_deep_at >= 0)
        return refuse_at(text, suspicion.too_deep_at,
                         fmt::format("There are more than {} elements within one another.", limits.depth),
                         "No return's form is so deep; check where the file comes from.");
    if (!inside->document.document_element())
        return refuse(Refusal::Kind::invalid, "There is no form in the file.", "Export it again.");
    return XmlForm(std::move(inside));
}

XmlElement XmlForm::root() const { return XmlElement(inside_->document.document_element().internal_object()); }

std::string_view XmlElement::name() const { return without_prefix(node_of(inside_).name()); }

std::string_view XmlElement::text() const {
    for (pugi::xml_node node = node_of(inside_).first_child(); node && node.type() != pugi::node_element;
         node = node.next_sibling())
        if (is_text(node)) return node.value();
    return {};
}

std::uint32_t XmlElement::at() const { return place_of(node_of(inside_)); }

bool XmlElement::has_elements() const { return static_cast<bool>(first()); }

std::string_view XmlElement::first_attribute() const {
    for (const pugi::xml_attribute attribute : node_of(inside_).attributes()) {
        const std::string_view name = attribute.name();
        if (name.substr(0, 5) != "xmlns" && name.substr(0, 4) != "xsi:") return name;
    }
    return {};
}

XmlElement XmlElement::first() const { return XmlElement(element_from(node_of(inside_).first_child()).internal_object()); }

XmlElement XmlElement::next() const { return XmlElement(element_from(node_of(inside_).next_sibling()).internal_object()); }

XmlElement XmlElement::child(std::string_view name) const {
    for (XmlElement element = first(); element; element = element.next())
        if (element.name() == name) return element;
    return XmlElement();
}

XmlElement::Stray XmlElement::stray_after(std::uint32_t at) const {
    if (!has_elements()) return {};
    for (const pugi::xml_node node : node_of(inside_).children())
        if (is_text(node) && place_of(node) > at && std::strlen(node.value()) > 0) return {node.value(), place_of(node)};
    return {};
}

}  // namespace steadfast::returns
