#include "returns/judging/cell.hpp"
#include "returns/layout/form_reader.hpp"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace steadfast::returns {
namespace {

using namespace std::string_view_literals;

// The expanded SSDA903 form: everything about a child stands in CHILD, the tables of one row each directly in its HEADER.
constexpr std::array ssda903_residents{"header"sv, "uasc"sv, "ad1"sv, "oc3"sv};
constexpr std::array ssda903_wrappers{"HEADER"sv};
constexpr std::array ssda903_groups{
    FormShape::Group{"AMISSING", "missing", "header"},          FormShape::Group{"AREVIEW", "reviews", "header"},
    FormShape::Group{"PERMANENCE", "prev_perm", "header"},      FormShape::Group{"OC2", "oc2", "header"},
    FormShape::Group{"AD_PLACED", "placed_adoption", "header"}, FormShape::Group{"EPISODE", "episodes", "header"},
};
constexpr std::array ssda903_spellings{FormShape::Spelling{"CHILDID", "CHILD"}};
// The table of unaccompanied children lists those who are; the form says of each child whether they are.
constexpr std::array ssda903_no_rows{FormShape::NoRow{"uasc", "UASC", "0"}};
constexpr FormShape ssda903_shape{"CHILD",        ssda903_residents, ssda903_wrappers,
                                  ssda903_groups, ssda903_spellings, ssda903_no_rows};

// The children in need census: referrals stand in the child, everything that followed in its referral.
constexpr std::array census_residents{"child"sv};
constexpr std::array census_wrappers{"ChildIdentifiers"sv, "ChildCharacteristics"sv, "Disabilities"sv,
                                     "FactorsIdentifiedAtAssessment"sv};
constexpr std::array census_groups{
    FormShape::Group{"CINdetails", "referral", "child"},
    FormShape::Group{"Assessments", "assessment", "referral"},
    FormShape::Group{"CINPlanDates", "cin_plan", "referral"},
    FormShape::Group{"Section47", "section47", "referral"},
    FormShape::Group{"ChildProtectionPlans", "protection_plan", "referral"},
    FormShape::Group{"Reviews", "protection_review", "protection_plan", true},
    FormShape::Group{"PreProceedingsandFGDM", "pre_proceedings", "referral"},
};
constexpr FormShape census_shape{"Child", census_residents, census_wrappers, census_groups, {}, {}};

Result<void> read_children(XmlElement children, const FormShape& shape, FormReader& reader) {
    for (XmlElement child = children.first(); child; child = child.next()) {
        if (child.name() != shape.child_element)
            return refuse(Refusal::Kind::invalid,
                          fmt::format("Where the children stand it has an element {}.", child.name().substr(0, 60)),
                          "Check that it is this return's form.");
        if (auto read = reader.read_child(child); !read) return read;
    }
    return {};
}

Result<FileFound> found_by(const Reading& reading, const FormReader& reader) {
    FileFound found;
    found.tables = reader.tables();
    found.unknown.assign(reader.unknown().begin(), reader.unknown().end());
    if (!found.unknown.empty() && !reading.keep_unknown)
        return refuse(Refusal::Kind::invalid,
                      fmt::format("The {} has no element {}.", name_of(reading.layout.of), fmt::join(found.unknown, ", ")),
                      "Take it out, or import with --keep-unknown: then what it holds is kept with each row as it is given.");
    found.absent_columns.resize(found.tables.size());
    return found;
}

void read_census_header(XmlElement header, std::string_view within, FileFound& found) {
    for (XmlElement element = header.first(); element; element = element.next()) {
        if (element.has_elements()) {
            read_census_header(element, element.name(), found);
            continue;
        }
        const std::string_view text = trimmed(element.text());
        if (text.empty()) continue;
        int year = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
        if (element.name() == "Year" && error == std::errc() && end == text.data() + text.size() && year > 1990 && year < 2300)
            found.year = year;
        found.header.push_back(fmt::format("{}/{}: {}", within, element.name(), text.substr(0, 200)));
    }
}

}  // namespace

Result<FileFound> read_ssda903_form(const Reading& reading, std::uint16_t number, const ReadFile& file) {
    const auto form = XmlForm::read(file.text, reading.limits);
    if (!form) return refuse(form.error());
    if (form->root().name() != "EXPSSDA903")
        return refuse(Refusal::Kind::invalid,
                      fmt::format("It is a form {}, not the SSDA903's EXPSSDA903.", form->root().name().substr(0, 60)),
                      "Check which return it is.");

    FormReader reader(reading, ssda903_shape, number);
    reader.report_strays(form->root(), 0);
    if (auto read = read_children(form->root(), ssda903_shape, reader); !read) return refuse(read.error());
    auto found = found_by(reading, reader);
    // The form says the sex once, in the header: the unaccompanied child's own column can't stand in it.
    for (std::size_t i = 0; found && i < found->tables.size(); ++i) {
        const TableLayout& table = reading.layout.tables[found->tables[i]];
        if (const auto sex = table.column("SEX"); sex && !table.is_person) found->absent_columns[i].push_back(*sex);
    }
    return found;
}

Result<FileFound> read_cin_census_form(const Reading& reading, std::uint16_t number, const ReadFile& file) {
    const auto form = XmlForm::read(file.text, reading.limits);
    if (!form) return refuse(form.error());
    if (form->root().name() != "Message")
        return refuse(Refusal::Kind::invalid,
                      fmt::format("It is a form {}, not the census's Message.", form->root().name().substr(0, 60)),
                      "Check which return it is.");
    const XmlElement header = form->root().child("Header");
    const XmlElement children = form->root().child("Children");
    const std::string_view collection = trimmed(header.child("CollectionDetails").child("Collection").text());
    if (!collection.empty() && collection != "CIN")
        return refuse(Refusal::Kind::invalid,
                      fmt::format("Its header says that it is the collection {}, not CIN.", collection.substr(0, 60)),
                      "Check which return it is.");
    if (!children) return refuse(Refusal::Kind::invalid, "There are no children in it.", "The file may be cut. Export it again.");

    FormReader reader(reading, census_shape, number);
    reader.report_strays(form->root(), 0);
    reader.report_strays(children, 0);
    if (auto read = read_children(children, census_shape, reader); !read) return refuse(read.error());
    auto found = found_by(reading, reader);
    if (found && header) read_census_header(header, "Header", *found);
    return found;
}

}  // namespace steadfast::returns
