#pragma once

#include "record/item/body.hpp"
#include "record/pages/item_page.hpp"
#include "web/fields.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record::pages {

/// One field that two people changed, each in their own way, since the version that both started from.
struct FieldInClash {
    const Field* field = nullptr;
    std::string input;       ///< Its input in the form: "place", or "about-…-said" of one child alone.
    std::string label;       ///< "Place", or "Sam: What this child said".
    Value theirs;
    Value mine;
    std::string chosen;      ///< "theirs", "mine" or "both"; empty: not chosen yet.
};

/// What came of putting two texts together.
struct Merged {
    Content content;                        ///< Finished once nothing is undecided.
    std::vector<FieldInClash> both;         ///< What both changed, in the declaration's order.
    std::vector<std::string> only_theirs;   ///< Labels of what they alone changed: it is taken.
    [[nodiscard]] bool is_decided() const;
};

/// Puts together what two people made of the same version. What only one of them changed is taken from that one; for the rest the choice
/// decides, which stands in the form under input_of_choice.
/// @param about everybody it is about, in the order of the contents' parts.
[[nodiscard]] Merged merge(const ItemType& type, const std::vector<AboutWhom>& about, const Content& base, const Content& theirs, const Content& mine,
                           const web::Fields& choices);
[[nodiscard]] std::string input_of_choice(std::string_view input);

}  // namespace steadfast::record::pages
