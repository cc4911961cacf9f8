#include "app/command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace steadfast::app {
namespace {

using testing::HasSubstr;

struct Given {
    std::map<std::string, std::string, std::less<>> environment;

    std::variant<Chosen, Answered> operator()(std::vector<std::string> arguments) const {
        const Surroundings surroundings{"/srv/council", [this](std::string_view name) {
                                            const auto found = environment.find(name);
                                            return found == environment.end() ? std::string() : found->second;
                                        }};
        return read_command_line(std::move(arguments), surroundings);
    }
    std::string store_of(std::vector<std::string> arguments) const { return std::get<Chosen>((*this)(std::move(arguments))).store_address; }
    Answered answer_to(std::vector<std::string> arguments) const { return std::get<Answered>((*this)(std::move(arguments))); }
};

TEST(CommandLine, keeps_the_record_where_it_is_told_then_where_the_environment_says_then_here) {
    Given given;
    EXPECT_EQ(given.store_of({"worker", "list"}), "sqlite:/srv/council/steadfast.sqlite");
    given.environment["STEADFAST_STORE"] = "sqlite:other/record.sqlite";
    EXPECT_EQ(given.store_of({"worker", "list"}), "sqlite:/srv/council/other/record.sqlite");
    EXPECT_EQ(given.store_of({"worker", "list", "--store", "sqlite:/var/x.sqlite"}), "sqlite:/var/x.sqlite");
    EXPECT_EQ(given.store_of({"--store", "postgresql://db/record", "worker", "list"}), "postgresql://db/record");
}

TEST(CommandLine, answers_what_makes_no_sense_with_where_to_read_on) {
    const Given given;
    for (const auto& arguments : std::vector<std::vector<std::string>>{
             {}, {"--nonsense"}, {"nonsense"}, {"worker"}, {"worker", "add"}, {"worker", "end", "amira.khan", "--on", "31/3/26"}, {"history", "12"}}) {
        const Answered answered = given.answer_to(arguments);
        EXPECT_EQ(answered.ending, Ending::could_not);
        EXPECT_THAT(answered.text, HasSubstr("--help"));
    }
    EXPECT_THAT(given.answer_to({"worker", "end", "x", "--on", "31/3/26"}).text, HasSubstr("See steadfast worker end --help."));
}

TEST(CommandLine, takes_no_password_as_an_argument) {
    const Answered answered = Given().answer_to({"worker", "add", "--name", "A", "--sign-in", "a", "--as", "analyst", "--password", "secret"});
    EXPECT_EQ(answered.ending, Ending::could_not);
}

TEST(CommandLine, asks_for_a_password_where_a_command_needs_one) {
    auto read = Given()({"worker", "add", "--name", "A B", "--sign-in", "a.b", "--as", "analyst", "--password-file", "x.password"});
    const auto& command = std::get<std::unique_ptr<RecordCommand>>(std::get<Chosen>(read).command);
    const auto wanted = command->wants_password();
    ASSERT_TRUE(wanted);
    EXPECT_EQ(wanted->file, "/srv/council/x.password");
    EXPECT_EQ(wanted->prompt, "Password for a.b");
}

}  // namespace
}  // namespace steadfast::app
