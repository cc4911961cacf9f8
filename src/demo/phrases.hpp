#pragma once

#include <span>
#include <string_view>

namespace steadfast::demo {

/// How far work with a family has come: what is written at its beginning is not what is written at its end.
enum class Stage { beginning, middle, end };

/// What brought a family to the council, and stays the thread of what is written about it.
struct Trouble {
    std::string_view in_a_word;                        ///< "drinking": for summaries.
    std::span<const std::string_view> at_the_beginning;
    std::span<const std::string_view> in_the_middle;
    std::span<const std::string_view> at_the_end;

    [[nodiscard]] std::span<const std::string_view> at(Stage stage) const {
        return stage == Stage::beginning ? at_the_beginning : stage == Stage::middle ? in_the_middle : at_the_end;
    }
};

// In all of these {C} is one of the children, {A} are all of them by name, {M} is the mother, {H} the father or who takes his place,
// {G} a grandmother, {S} the school, {P} a pet, {L} what the child likes to do.
[[nodiscard]] std::span<const Trouble> troubles();
[[nodiscard]] std::span<const std::string_view> arrivals();
[[nodiscard]] std::span<const std::string_view> arrivals_in_care();
[[nodiscard]] std::span<const std::string_view> homes(Stage stage);
[[nodiscard]] std::span<const std::string_view> babies();
[[nodiscard]] std::span<const std::string_view> voices_of_young_children();
[[nodiscard]] std::span<const std::string_view> voices_of_teenagers();
[[nodiscard]] std::span<const std::string_view> carers();
[[nodiscard]] std::span<const std::string_view> next_steps();
[[nodiscard]] std::span<const std::string_view> calls();
[[nodiscard]] std::span<const std::string_view> messages();
[[nodiscard]] std::span<const std::string_view> meetings();
[[nodiscard]] std::span<const std::string_view> family_times();
[[nodiscard]] std::span<const std::string_view> days_in_a_home();   ///< What a children's home writes each evening.

}  // namespace steadfast::demo
