#pragma once

#include "demo/family.hpp"
#include "demo/phrases.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace steadfast::demo {

/// What somebody writes about: which of a family's children, on which day, how far the work has come.
struct Scene {
    const Family& family;
    const std::vector<Child*>& children;   ///< At least one.
    Date day;
    Stage stage = Stage::beginning;
    bool in_care = false;
};

// Each makes some sentences in the words of practice, mostly 150 to 600 characters, that keep to the family's own thread: the same
// school, grandmother and trouble from note to note, and the trouble as it is at that stage.

/// After seeing the children at home or where they live: each of them has some words of their own.
[[nodiscard]] std::string words_of_a_visit(Dice& dice, const Scene& scene);
/// What a child said or did at a visit, for that child's own file.
[[nodiscard]] std::string words_of_a_child(Dice& dice, const Scene& scene, const Child& child);
[[nodiscard]] std::string words_about_the_trouble(Dice& dice, const Scene& scene);
[[nodiscard]] std::string words_of_next_steps(Dice& dice, const Scene& scene);
[[nodiscard]] std::string words_of_a_call(Dice& dice, const Scene& scene);
[[nodiscard]] std::string words_of_a_message(Dice& dice, const Scene& scene);
[[nodiscard]] std::string words_of_a_meeting(Dice& dice, const Scene& scene);
[[nodiscard]] std::string words_of_family_time(Dice& dice, const Scene& scene);
[[nodiscard]] std::string words_of_an_evening(Dice& dice, const Scene& scene);
[[nodiscard]] std::string words_of_a_summary(Dice& dice, const Scene& scene);
/// A manager's decision. `decision` is one of: assess, no_further_action, assessed, strategy, into_care, closed.
[[nodiscard]] std::string words_of_a_decision(Dice& dice, const Scene& scene, std::string_view decision);

}  // namespace steadfast::demo
