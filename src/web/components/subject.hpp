#pragma once

#include "web/components/notices.hpp"
#include "web/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace steadfast::web {

/// Stands on top of every page about one person: who, the facts one needs at once, alerts in words, what one can do.
struct IdentityBar {
    std::string name;
    std::string also = "";        ///< "likes to be called Sam".
    struct Fact {
        std::string label;
        Html value;
    };
    std::vector<Fact> facts = {};
    std::vector<Html> alerts = {};  ///< Tags.
    Html actions = {};              ///< Buttons and links.
};
[[nodiscard]] Html identity_bar(const IdentityBar& bar);

struct TimelineItem {
    std::string title;
    std::optional<Link> link = std::nullopt;
    std::string when;             ///< In words: "Tue 3 March 2026".
    std::string machine_when = "";  ///< "2026-03-03"; empty where it is not known.
    std::string by = "";
    Html description = {};
    std::optional<Html> tag = std::nullopt;
};
/// What happened, in the order given, grouped under headings where `group` changes: "March 2026".
struct TimelineGroup {
    std::string heading = "";
    std::vector<TimelineItem> items;
};
[[nodiscard]] Html timeline(const std::vector<TimelineGroup>& groups, std::string_view when_empty);

/// What a list is narrowed down to, and how to change it. It is a form that is sent with GET, so its fields must hold
/// nothing personal: kinds, dates, states.
struct FilterPanel {
    Link action;
    Html fields;
    struct Chosen {
        std::string words;
        Link without;             ///< The list without this one.
    };
    std::vector<Chosen> chosen = {};
    std::optional<Link> clear = std::nullopt;
};
[[nodiscard]] Html filter_panel(const FilterPanel& panel);

}  // namespace steadfast::web
