#include "record/letters/recipient.hpp"

#include "record/letters/named_in.hpp"
#include "record/people/address.hpp"
#include "record/people/confidential.hpp"
#include "record/people/name.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace steadfast::record::letters {
namespace {

constexpr std::size_t shortest_street = 6;     // Letters and digits: "1theway". Less would be found by chance.
constexpr std::size_t shortest_postcode = 5;

/// Letters and digits alone, small: however somebody writes an address, it is the same.
std::string plain(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        if (letter >= 'A' && letter <= 'Z') out += static_cast<char>(letter - 'A' + 'a');
        else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || static_cast<unsigned char>(letter) >= 0x80) out += letter;
    }
    return out;
}

bool holds(const std::string& plain_text, const Address& address) {
    const std::string street = plain(address.house_and_street);
    const std::string postcode = plain(address.postcode);
    return (street.size() >= shortest_street && plain_text.find(street) != std::string::npos) ||
           (postcode.size() >= shortest_postcode && plain_text.find(postcode) != std::string::npos);
}

/// The children and whoever shares something on record with them: family, carers, whoever lives with them.
std::set<ledger::SubjectId> around(const Book& book, std::span<const SeenChild> about) {
    std::set<ledger::SubjectId> people;
    for (const SeenChild& child : about) {
        people.insert(child.id);
        book.each_about(child.id, [&](const Found& found) {
            for (const ledger::SubjectId& subject : book.subjects(found)) people.insert(book.resolved(subject));
        });
    }
    return people;
}

bool is_the_recipients(const SeenBook& book, const Found& address, const Recipient& recipient) {
    if (is_kept_from(book.book(), book.access(), address, book.viewer())) return false;
    for (const ledger::SubjectId& subject : book.book().subjects(address))
        if (const auto person = book.child(subject); person && plain(person->name) == plain(recipient.name)) return true;
    return false;
}

/// What somebody is called: given names one by one as people say them, and family names, those of before and beside too.
struct CalledBy {
    std::vector<std::string> given;
    std::vector<std::string> family;

    void add(std::string_view given_name, std::string_view family_name) {
        given.emplace_back(first_word_of(given_name));
        family.emplace_back(family_name);
    }
};

CalledBy names_of(const Book& book, const SeenChild& person) {
    CalledBy names;
    names.add(person.person.given_name, person.person.family_name);
    names.add(person.person.known_as, "");
    book.each_about(person.id, [&names](const Found& found) {
        if (&found.type() != &type_of<Name>()) return;
        const auto name = type_of<Name>().item_from<Name>(found.values());
        names.add(name.given_name, name.family_name);
    });
    return names;
}

/// Names that tell nothing of anybody else: the children's own, and the recipient's.
std::vector<std::string> own_names_of(const SeenBook& book, std::span<const SeenChild> about, const Recipient& recipient) {
    std::vector<std::string> own;
    for (const SeenChild& child : about) {
        CalledBy names = names_of(book.book(), child);
        for (auto* some : {&names.given, &names.family}) own.insert(own.end(), some->begin(), some->end());
    }
    for (std::string_view rest = recipient.name; !rest.empty();) {
        own.emplace_back(first_word_of(rest));
        rest.remove_prefix(std::min(own.back().size() + 1, rest.size()));
    }
    return own;
}

/// Brothers and sisters are spoken of by their given name alone, adults by either.
bool names(const NamesInText& text, const CalledBy& person, const std::vector<std::string>& own) {
    const auto tells_something = [&own](const std::string& name) {
        return std::none_of(own.begin(), own.end(), [&name](const std::string& one) { return is_same_word(one, name); });
    };
    return std::any_of(person.given.begin(), person.given.end(), [&](const std::string& name) { return tells_something(name) && text.has_given_name(name); }) ||
           std::any_of(person.family.begin(), person.family.end(), [&](const std::string& name) { return tells_something(name) && text.has_family_name(name); });
}

}  // namespace

Reach reach_of(const SeenBook& book, std::span<const SeenChild> about, const Recipient& recipient, std::string_view text) {
    Reach reach;
    const std::string words = plain(text);
    const std::string lines = plain(recipient.address);
    const auto people = around(book.book(), about);
    bool in_words = false;
    bool in_lines = false;
    for (const ledger::SubjectId& person : people) {
        book.book().each_about(person, [&](const Found& found) {
            if (!is_confidential(found)) return;
            const auto address = type_of<Address>().item_from<Address>(found.values());
            in_words = in_words || holds(words, address);
            in_lines = in_lines || (holds(lines, address) && !is_the_recipients(book, found, recipient));
        });
    }
    if (in_words) reach.forbidden.emplace_back("It holds an address that is kept confidential. Take the address out: it may never stand in a letter.");
    if (in_lines) reach.forbidden.emplace_back("The recipient's address is one that is kept confidential. Send it another way, or ask the manager of the child's team.");

    const NamesInText named(text);
    const auto own = own_names_of(book, about, recipient);
    for (const ledger::SubjectId& person : people) {
        const auto seen = book.child(person);
        if (!seen || plain(seen->name) == plain(recipient.name)) continue;
        const bool is_about = std::any_of(about.begin(), about.end(), [&](const SeenChild& child) { return child.id == seen->id; });
        if (!is_about && names(named, names_of(book.book(), *seen), own)) reach.to_think_about.push_back(seen->name);
    }
    return reach;
}

std::string made_for(const Recipient& recipient, std::span<const SeenChild> about, Date today, std::string_view by) {
    std::string references;
    for (const SeenChild& child : about)
        if (!child.person.authority_id.empty()) references += (references.empty() ? "" : ", ") + child.person.authority_id;
    return fmt::format("For {}{}. Child's reference {}. Printed {} by {}.", recipient.name,
                       recipient.capacity.empty() ? "" : fmt::format(" ({})", recipient.capacity), references.empty() ? "not given" : references, today.words(), by);
}

web::Html on_each_page(std::string_view made_for, const web::Html& content) {
    web::Html html;
    html << "<div class=\"sf-goes-out\"><div class=\"sf-goes-out__each-page\"><p class=\"govuk-body-s\">" << made_for << "</p></div><div class=\"sf-goes-out__content\">"
         << content << "</div></div>";
    return html;
}

}  // namespace steadfast::record::letters
