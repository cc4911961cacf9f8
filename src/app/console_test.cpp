#include "app/console.hpp"

#include <gtest/gtest.h>

#include <array>

namespace steadfast::app {
namespace {

using namespace std::chrono_literals;

/// A stream whose text can be read back.
struct Stream {
    std::FILE* file = std::tmpfile();
    ~Stream() { std::fclose(file); }
    std::string text() const {
        std::rewind(file);
        std::array<char, 4096> bytes{};
        return std::string(bytes.data(), std::fread(bytes.data(), 1, bytes.size(), file));
    }
};

TEST(Console, shows_what_was_recorded_without_letting_it_drive_the_terminal) {
    EXPECT_EQ(fit_for_a_terminal("name\x1b[2J\x07 \xC2\x9B" "31m\r"), "name<1B>[2J<07> <9B>31m<0D>");
    EXPECT_EQ(fit_for_a_terminal("Zoë\tŁukasz\n£5"), "Zoë\tŁukasz\n£5");
}

TEST(Console, draws_a_bar_that_fills) {
    EXPECT_EQ(bar({"Reading", 0, 200}), "[............................]   0%  Reading");
    EXPECT_EQ(bar({"Reading", 100, 200}), "[##############..............]  50%  Reading");
    EXPECT_EQ(bar({"Reading", 200, 200}), "[############################] 100%  Reading");
    EXPECT_EQ(bar({"Reading", 12345, 0}), "Reading: 12,345");
}

TEST(Console, tells_progress_in_few_plain_lines_where_there_is_no_terminal) {
    Stream out, err;
    {
        Console console(out.file, err.file, Console::Draws::lines, 0ms);
        for (std::uint64_t done = 0; done <= 1'000'000; done += 1000) console.progress({"Reading the entries", done, 1'000'000});
        console.say("done");
    }
    const std::string told = err.text();
    EXPECT_EQ(std::count(told.begin(), told.end(), '\n'), 11);
    EXPECT_NE(told.find("Reading the entries: 500,000 of 1,000,000 (50%)\n"), std::string::npos);
    EXPECT_EQ(told.find('\x1b'), std::string::npos);
    EXPECT_EQ(out.text(), "done\n");
}

TEST(Console, wipes_its_bar_before_a_line_is_said) {
    Stream out, err;
    Console console(out.file, err.file, Console::Draws::bars, 0ms);
    console.progress({"Reading", 1, 2});
    console.complain("That went wrong.");
    EXPECT_EQ(err.text(), "\r\x1b[K[##############..............]  50%  Reading\r\x1b[KThat went wrong.\n");
}

TEST(Console, shows_no_progress_of_what_is_done_at_once) {
    Stream out, err;
    Console console(out.file, err.file, Console::Draws::lines, 1h);
    for (std::uint64_t done = 0; done <= 100; ++done) console.progress({"Reading", done, 100});
    EXPECT_EQ(err.text(), "");
}

TEST(ProgressMarks, show_each_new_stage_and_the_end) {
    ProgressMarks marks(10);
    EXPECT_TRUE(marks.is_worth_showing({"Reading", 0, 100}));
    EXPECT_FALSE(marks.is_worth_showing({"Reading", 9, 100}));
    EXPECT_TRUE(marks.is_worth_showing({"Reading", 10, 100}));
    EXPECT_TRUE(marks.is_worth_showing({"Judging", 10, 100}));
    EXPECT_TRUE(marks.is_worth_showing({"Judging", 100, 100}));
    EXPECT_FALSE(marks.is_worth_showing({"Judging", 100, 100}));
}

}  // namespace
}  // namespace steadfast::app
