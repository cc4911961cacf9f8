#pragma once

#include "record/access/seen_book.hpp"
#include "web/html.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record::letters {

/// For whom a print, a letter or a pack is made. Nothing about a child goes out without one.
struct Recipient {
    std::string name;
    std::string capacity;   ///< "Mother", "Head teacher"; may be empty.
    std::string address;    ///< As it stands on the envelope, in lines; empty where it goes by hand or by e-mail.
};

/// What would reach a recipient and may not, or should be thought about first.
struct Reach {
    /// A confidential address stands in it: it can't go out so. Says nothing about which.
    std::vector<std::string> forbidden;
    /// Somebody of the family is named, if only by a given name, who is not whom it is about: whoever sends it must say that the
    /// recipient may read that.
    std::vector<std::string> to_think_about;
};

/// Looks through what is to go out. The addresses of everybody who shares something on record with the children are held
/// against it, also those that the viewer may not see: to whom an address is secret must not be able to send it either.
/// In the recipient's own lines a confidential address may stand where it is the recipient's and the viewer may see it.
[[nodiscard]] Reach reach_of(const SeenBook& book, std::span<const SeenChild> about, const Recipient& recipient, std::string_view text);

/// "For Leila Khan (mother). Child's reference 123456. Printed 31 March 2026 by Tom Reed."
[[nodiscard]] std::string made_for(const Recipient& recipient, std::span<const SeenChild> about, Date today, std::string_view by);

/// What goes out, with that line at the top of each page of a print; its pages are counted as those of every print are.
[[nodiscard]] web::Html on_each_page(std::string_view made_for, const web::Html& content);

}  // namespace steadfast::record::letters
