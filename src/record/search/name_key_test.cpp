#include "record/search/name_key.hpp"
#include "record/search/short_names.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace steadfast::record {
namespace {

bool sound_alike(std::string_view one, std::string_view other) {
    const auto a = sound_keys(folded(one));
    const auto b = sound_keys(folded(other));
    return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

TEST(SoundKeys, meet_where_a_name_is_written_in_many_ways) {
    const std::vector<std::vector<std::string_view>> names{
        {"Mohammed", "Muhammad", "Mohamed", "Mohammad", "Muhammed", "Mohamad"},
        {"Siân", "Sian", "Shan"}, {"Llewelyn", "Llywelyn", "Llewellyn"}, {"Krzysztof", "Kristof", "Krystof"},
        {"Chaudhry", "Choudhury", "Chowdhury", "Chaudhary", "Choudhry", "Chaudhri"}, {"Zaynab", "Zainab", "Zeinab", "Zainaab"},
        {"Łukasz", "Lukasz", "Lukas", "Lucas"}, {"Hussain", "Hussein", "Husain", "Hossain", "Hussayn"}, {"Hassan", "Hasan"},
        {"Aisha", "Ayesha", "Aysha", "Aishah"}, {"Fatima", "Fatimah", "Fatema", "Fathima"}, {"Catherine", "Katherine", "Kathryn", "Catrin"},
        {"Rhys", "Rees", "Reece"}, {"Dafydd", "Dafid"}, {"Cerys", "Carys"}, {"Hywel", "Howell"}, {"Wiktor", "Viktor", "Victor"},
        {"Dawid", "David"}, {"Paweł", "Pavel"}, {"Szymon", "Simon"}, {"Michał", "Michael", "Mikael"}, {"Tomasz", "Thomas", "Tomas"},
        {"Katarzyna", "Katerina"}, {"Stephen", "Steven", "Stefan"}, {"Philip", "Filip", "Phillip"}, {"Sara", "Sarah"},
        {"Smith", "Smyth", "Smythe"}, {"Clark", "Clarke"}, {"Reid", "Reed", "Read"}, {"Ashley", "Ashleigh", "Ashlee"}, {"McKenzie", "Mackenzie"},
        {"Vaughan", "Vaughn"}, {"Akhtar", "Aktar", "Akther"}, {"Begum", "Begam"}, {"Qasim", "Kasim", "Kassim"}, {"Omar", "Umar", "Umer"},
        {"Ibrahim", "Ebrahim", "Ibraheem"}, {"Yusuf", "Yousef", "Youssef"}, {"Abdullah", "Abdulla", "Abdallah"}, {"Noor", "Nur"},
        {"Singh", "Sing"}, {"Gurpreet", "Gurprit"}, {"Lakshmi", "Laxmi"}, {"Siobhán", "Shivaun"}, {"Niamh", "Neve"}, {"Shaun", "Sean", "Shawn"},
        {"Gemma", "Jemma"}, {"Zoe", "Zoë", "Zoey"}, {"Stanisław", "Stanislav"}, {"Ewa", "Eva"}, {"Isobel", "Isabel", "Izabel"},
        {"Maryam", "Mariam", "Miriam"}, {"Knight", "Night"}, {"Wright", "Right"}, {"Iqbal", "Ikbal"}, {"Nasreen", "Nasrin"}};
    for (const auto& ways : names)
        for (const auto one : ways) EXPECT_TRUE(sound_alike(ways.front(), one)) << ways.front() << " and " << one;
}

TEST(SoundKeys, keep_names_apart_that_nobody_confuses) {
    const std::vector<std::pair<std::string_view, std::string_view>> pairs{
        {"Mohammed", "Mahmoud"}, {"Hussain", "Hassan"}, {"Amir", "Amira"}, {"Amir", "Omar"}, {"Smith", "Snow"}, {"Khan", "Kane-Smith"}, {"Maria", "Mark"},
        {"Mary", "Maria"}, {"Lee", "Lou"}, {"Ali", "Ola"}, {"Daniel", "Danielle-Marie"}, {"Ibrahim", "Abraham"}, {"Jones", "James"}, {"Patel", "Batool"},
        {"Chloe", "Charlie"}, {"Ewan", "Owen"}, {"Rahman", "Rahim"}, {"Bilal", "Bill"}, {"Kowalak", "Nowik"}, {"Joan", "Joanna"}, {"Julia", "Julian"}};
    for (const auto& [one, other] : pairs) EXPECT_FALSE(sound_alike(one, other)) << one << " and " << other;
}

TEST(SoundKeys, are_none_for_what_has_no_letters) {
    EXPECT_TRUE(sound_keys("").empty());
    EXPECT_TRUE(sound_keys("123").empty());
}

RC_GTEST_PROP(SoundKeys, are_few_sorted_and_the_same_each_time, (const std::string& text)) {
    const std::string word = folded(text);
    const auto keys = sound_keys(word);
    RC_ASSERT(keys.size() <= 8u);
    RC_ASSERT(std::is_sorted(keys.begin(), keys.end()));
    RC_ASSERT(keys == sound_keys(word));
    RC_ASSERT(std::find(keys.begin(), keys.end(), SoundKey(0)) == keys.end());
}

RC_GTEST_PROP(SoundKeys, do_not_hear_a_doubled_consonant, ()) {
    const auto word = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("bdfmnprstv")));
    RC_PRE(!word.empty());
    std::string doubled;
    for (const char c : word) doubled += std::string(2, c);
    RC_ASSERT(sound_keys("a" + word) == sound_keys("a" + doubled) || word.find("ps") != std::string::npos || word.find("mps") != std::string::npos);
}

TEST(Folded, takes_off_marks_and_writes_in_latin_letters) {
    EXPECT_EQ(folded("Siân"), "sian");
    EXPECT_EQ(folded("ŁUCJA Świątek"), "lucja swiatek");
    EXPECT_EQ(folded("Ștefania Răzvan"), "stefania razvan");
    EXPECT_EQ(folded("O'Brien"), "obrien");
    EXPECT_EQ(folded("O’Brien"), "obrien");
    EXPECT_EQ(folded("  Al-Hassan, (Ali)  "), "al hassan ali");
    EXPECT_EQ(folded("Иван"), "ivan");
    EXPECT_EQ(folded("Søren Größe"), "soren grosse");
    EXPECT_EQ(folded("\xff\xfe"), folded("\xff\xfe"));   // No text at all, and no harm.
    EXPECT_LE(folded(std::string(100'000, 'a')).size(), 400u);
}

RC_GTEST_PROP(Folded, is_the_same_when_folded_again, (const std::string& text)) {
    const std::string once = folded(text);
    RC_ASSERT(folded(once) == once);
    for (const char c : once) RC_ASSERT((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ');
}

TEST(NameKey, is_each_word_and_the_words_together) {
    std::vector<std::string> texts;
    for (const NameKey& key : NameKey::all_of("Al-Hassan")) texts.push_back(key.text());
    EXPECT_EQ(texts, (std::vector<std::string>{"al", "alhassan", "hassan"}));
    EXPECT_TRUE(NameKey::all_of(" - ").empty());
}

TEST(ShortNames, are_known_both_ways) {
    const auto knows = [](std::string_view one, std::string_view other) {
        const auto names = names_used_for(one);
        return std::find(names.begin(), names.end(), other) != names.end();
    };
    for (const auto& [one, other] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"bill", "william"}, {"becky", "rebecca"}, {"asia", "joanna"}, {"mo", "mohammed"}, {"kasia", "katarzyna"}, {"gosia", "malgorzata"}}) {
        EXPECT_TRUE(knows(one, other)) << one;
        EXPECT_TRUE(knows(other, one)) << other;
    }
    EXPECT_FALSE(knows("alexander", "alexandra"));
    EXPECT_TRUE(names_used_for("nobody").empty());
}

TEST(ShortNames, stand_in_the_table_folded_and_in_company) {
    for (const std::string_view line : sets_of_names()) {
        EXPECT_EQ(folded(line), line);
        EXPECT_NE(line.find(' '), std::string_view::npos) << line;
    }
}

}  // namespace
}  // namespace steadfast::record
