#include "law/spoken.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace steadfast::law {
namespace {

constexpr auto languages = std::to_array<std::string_view>({
    "Acholi", "Afrikaans", "Akan", "Albanian", "Amharic", "Arabic", "Armenian", "Azerbaijani", "Bengali", "Bosnian", "British Sign Language", "Bulgarian", "Burmese", "Cantonese",
    "Catalan", "Cebuano", "Cornish", "Croatian", "Czech", "Danish", "Dari", "Dinka", "Dutch", "English", "Estonian", "Ewe", "Farsi", "Filipino", "Finnish", "French", "Fula", "Ga", "Gaelic",
    "Georgian", "German", "Greek", "Gujarati", "Hakka", "Hausa", "Hebrew", "Hindi", "Hungarian", "Icelandic", "Igbo", "Indonesian", "Irish", "Italian", "Japanese", "Kannada",
    "Kashmiri", "Kazakh", "Khmer", "Kinyarwanda", "Kirundi", "Konkani", "Korean", "Krio", "Kurdish (Kurmanji)", "Kurdish (Sorani)", "Kyrgyz", "Lao", "Latvian", "Lingala", "Lithuanian",
    "Luganda", "Luo", "Macedonian", "Makaton", "Malay", "Malayalam", "Maltese", "Mandarin", "Marathi", "Mirpuri", "Moldovan", "Mongolian", "Ndebele", "Nepali", "Norwegian", "Oromo",
    "Pahari", "Panjabi", "Pashto", "Polish", "Portuguese", "Romani", "Romanian", "Russian", "Serbian", "Shona", "Sindhi", "Sinhala", "Slovak", "Slovenian", "Somali", "Spanish", "Swahili",
    "Swedish", "Sylheti", "Tagalog", "Tamil", "Telugu", "Tetum", "Thai", "Tibetan", "Tigrinya", "Turkish", "Turkmen", "Twi", "Uighur", "Ukrainian", "Urdu", "Uzbek", "Vietnamese", "Welsh",
    "Wolof", "Xhosa", "Yiddish", "Yoruba", "Zulu",
});

constexpr auto nations = std::to_array<std::string_view>({
    "Afghan", "Albanian", "Algerian", "American", "Angolan", "Argentine", "Armenian", "Australian", "Austrian", "Azerbaijani", "Bangladeshi", "Barbadian", "Belarusian", "Belgian",
    "Beninese", "Bolivian", "Bosnian", "Brazilian", "British", "Bulgarian", "Burkinan", "Burmese", "Burundian", "Cambodian", "Cameroonian", "Canadian", "Cape Verdean", "Chadian", "Chilean",
    "Chinese", "Colombian", "Congolese (Congo)", "Congolese (DRC)", "Costa Rican", "Croatian", "Cuban", "Cypriot", "Czech", "Danish", "Djiboutian", "Dominican", "Dutch", "Ecuadorean",
    "Egyptian", "Eritrean", "Estonian", "Ethiopian", "Fijian", "Filipino", "Finnish", "French", "Gambian", "Georgian", "German", "Ghanaian", "Greek", "Grenadian", "Guinean", "Guyanese",
    "Haitian", "Honduran", "Hong Konger", "Hungarian", "Icelandic", "Indian", "Indonesian", "Iranian", "Iraqi", "Irish", "Israeli", "Italian", "Ivorian", "Jamaican", "Japanese",
    "Jordanian", "Kazakh", "Kenyan", "Kosovan", "Kuwaiti", "Kyrgyz", "Lao", "Latvian", "Lebanese", "Liberian", "Libyan", "Lithuanian", "Luxembourger", "Macedonian", "Malagasy", "Malawian",
    "Malaysian", "Maldivian", "Malian", "Maltese", "Mauritian", "Mexican", "Moldovan", "Mongolian", "Moroccan", "Mozambican", "Namibian", "Nepalese", "New Zealander", "Nigerian", "Nigerien",
    "North Korean", "Norwegian", "Omani", "Pakistani", "Palestinian", "Paraguayan", "Peruvian", "Polish", "Portuguese", "Romanian", "Russian", "Rwandan", "Saudi Arabian", "Senegalese",
    "Serbian", "Sierra Leonean", "Singaporean", "Slovak", "Slovenian", "Somali", "South African", "South Korean", "South Sudanese", "Spanish", "Sri Lankan", "St Lucian", "Stateless",
    "Sudanese", "Surinamese", "Swedish", "Swiss", "Syrian", "Taiwanese", "Tajik", "Tanzanian", "Thai", "Togolese", "Trinidadian", "Tunisian", "Turkish", "Turkmen", "Ugandan", "Ukrainian",
    "Uruguayan", "Uzbek", "Venezuelan", "Vietnamese", "Vincentian", "Yemeni", "Zambian", "Zimbabwean",
});

bool same_letters(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y)); });
}

}  // namespace

std::span<const std::string_view> spoken_languages() { return languages; }
std::span<const std::string_view> nationalities() { return nations; }

std::optional<std::string_view> word_meant(std::span<const std::string_view> words, std::string_view typed) {
    const auto found = std::ranges::find_if(words, [typed](std::string_view word) { return same_letters(word, typed); });
    return found == words.end() ? std::nullopt : std::optional(*found);
}

}  // namespace steadfast::law
