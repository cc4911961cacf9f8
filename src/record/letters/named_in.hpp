#pragma once

#include <string>
#include <string_view>

namespace steadfast::record::letters {

/// A text in which people are looked for by name, as they stand in it: "Jessica", "Jessica's", "Mrs Titchmarsh".
class NamesInText {
public:
    explicit NamesInText(std::string_view text);

    /// Whether a given name stands in it as a word, however it is written. One that is an everyday word too (Will, May, Grace) counts
    /// where it begins with a capital letter.
    [[nodiscard]] bool has_given_name(std::string_view name) const;
    /// Whether a family name stands in it as a word that begins with a capital letter: most of them are everyday words too.
    [[nodiscard]] bool has_family_name(std::string_view name) const;

private:
    enum class Begins { with_any_letter, with_a_capital };
    [[nodiscard]] bool has(std::string_view name, Begins begins) const;

    std::string words_;   ///< One blank before, between and after its words, as they were written.
    std::string small_;   ///< The same in small letters, letter for letter.
};

/// The first of somebody's given names, by which they are spoken of.
[[nodiscard]] std::string_view first_word_of(std::string_view name);

/// Whether two names are written alike but for capitals.
[[nodiscard]] bool is_same_word(std::string_view a, std::string_view b);

}  // namespace steadfast::record::letters
