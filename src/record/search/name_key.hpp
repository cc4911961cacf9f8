#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::record {

/// A text as it is compared: small letters without marks, in Latin letters whatever it was written in ("Łucja" is "lucja",
/// "Siân" is "sian"), digits kept, apostrophes gone, everything else a single space. Never begins or ends with a space.
/// At most 400 bytes of the text are looked at.
[[nodiscard]] std::string folded(std::string_view text);

/// A name as it is looked up: one way of spelling one word of it, folded.
class NameKey {
public:
    /// The words of a name. Where it has several ("Al-Hassan", "Mary Jane"), also the whole as one word, so that nobody
    /// needs to know whether it was written apart.
    [[nodiscard]] static std::vector<NameKey> all_of(std::string_view name);

    [[nodiscard]] const std::string& text() const { return text_; }
    friend auto operator<=>(const NameKey&, const NameKey&) = default;

private:
    explicit NameKey(std::string folded_word) : text_(std::move(folded_word)) {}
    std::string text_;
};

/// How a name sounds: up to twelve sounds, five bits each. Two names that may be the same when heard have one in common.
using SoundKey = std::uint64_t;

/// The ways in which a folded word may sound to somebody who writes it down in England: English, Welsh, Polish, South Asian
/// names and those written from Arabic among them. None for a word without letters; at most eight; sorted, each once.
///
/// Kept are the consonants, what begins the word, and a vowel that ends it, so that Amir and Amira stay apart. What the same
/// letters stand for in different languages gives a key each: "ch" of Charlotte and of Michał, "w" of William and of Wiktor.
[[nodiscard]] std::vector<SoundKey> sound_keys(std::string_view folded_word);

}  // namespace steadfast::record
