#include "practice/catalogue_for_tests.hpp"
#include "practice/visits/visit.hpp"
#include "record/people/own_words.hpp"
#include "record/record_for_tests.hpp"

#include <gtest/gtest.h>

namespace steadfast::practice {
namespace {

class WordsOfChildren : public testing::Test {
protected:
    ledger::ItemId visit(std::string_view day, std::string_view sams, std::string_view leilas) {
        Visit visit;
        visit.happened = When::day(Date::parse_iso(day).value());
        record::Content content;
        content.values = record::type_of<Visit>().values_of(visit);
        for (const std::string_view words : {sams, leilas}) {
            record::Content about;
            about.values.resize(content.values.size());
            about.values[*record::type_of<Visit>().position("seen")] = std::string("seen");
            if (!words.empty()) about.values[*record::type_of<Visit>().position("child_words")] = std::string(words);
            content.about.push_back(std::move(about));
        }
        const auto item = ledger::ItemId::random();
        record_.save({record::change_of(record::type_of<Visit>(), item, 0, {sam_, leila_}, content, record_.worker())});
        return item;
    }
    std::vector<std::string> words_of(ledger::SubjectId child) {
        std::vector<std::string> words;
        for (const record::OwnWords& one : record::latest_words_of(record_.record(), record_.seen(), record_.seen().child(child).value(), 2)) words.push_back(one.words);
        return words;
    }

    record::RecordForTests record_{catalogue_for_tests()};
    ledger::SubjectId sam_ = record_.add_child();
    ledger::SubjectId leila_ = record_.add_child();
};

TEST_F(WordsOfChildren, are_the_childs_own_and_the_latest_first) {
    visit("2026-01-05", "I want a cat.", "");
    visit("2026-02-09", "School is better.", "I miss Gran.");
    visit("2026-02-20", "", "");
    EXPECT_EQ(words_of(sam_), (std::vector<std::string>{"School is better.", "I want a cat."}));
    EXPECT_EQ(words_of(leila_), std::vector<std::string>{"I miss Gran."});
}

TEST_F(WordsOfChildren, are_gone_with_the_visit_that_was_recorded_in_error) {
    const auto item = visit("2026-01-05", "I want a cat.", "");
    record_.withdraw<Visit>(item, {sam_, leila_});
    EXPECT_TRUE(words_of(sam_).empty());
}

}  // namespace
}  // namespace steadfast::practice
