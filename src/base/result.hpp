#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace steadfast {

/// Why something was not done, told to the person who asked. A refusal is a value; an exception is a fault.
struct Refusal {
    enum class Kind {
        invalid,      ///< What was given can't be taken as it stands.
        not_found,    ///< There is no such thing, or none that this person may see.
        not_allowed,  ///< There is such a thing, and this person may not do that to it.
        clash,        ///< Somebody else changed it first.
        unavailable,  ///< Could not be done just now: the disk is full, the database is away.
    };

    Kind kind = Kind::invalid;
    std::string says;        ///< One sentence: what is wrong.
    std::string what_to_do;  ///< One sentence: what this person can do about it. May be empty.

    [[nodiscard]] std::string whole() const { return what_to_do.empty() ? says : says + " " + what_to_do; }
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

template <class T>
using Result = tl::expected<T, Refusal>;

[[nodiscard]] inline tl::unexpected<Refusal> refuse(Refusal::Kind kind, std::string says, std::string what_to_do = "") {
    return tl::unexpected<Refusal>(Refusal{kind, std::move(says), std::move(what_to_do)});
}

[[nodiscard]] inline tl::unexpected<Refusal> refuse(Refusal refusal) {
    return tl::unexpected<Refusal>(std::move(refusal));
}

}  // namespace steadfast
