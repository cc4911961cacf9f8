#include "returns/council_under_test.hpp"
#include "returns/report.hpp"

#include <fstream>
#include <random>

namespace steadfast::returns {
namespace {

/// Whatever is wrong with a file, the answer names it and the record is as it was.
class AFileThatIsWrong : public CouncilUnderTest {
protected:
    static constexpr std::string_view header = "CHILD,DOB,REVIEW,REVIEW_CODE\n";
    static constexpr std::string_view good = "CHILD,DOB,REVIEW,REVIEW_CODE\n7,27/03/2012,01/05/2024,PN1\n";

    std::string refused(Return of, std::vector<SourceFile> files) {
        const auto before = head();
        const auto imported = bring_in(of, std::move(files), 2025);
        EXPECT_FALSE(imported);
        EXPECT_EQ(head(), before);
        EXPECT_TRUE(items<record::Person>().empty());
        return imported ? "" : imported.error().whole();
    }
    std::string refused_903(std::string bytes) {
        return refused(Return::ssda903, {{"good.csv", std::string("CHILD,DOB,DOLO_START,DOLO_END\n8,01/01/2012,01/05/2024,\n")},
                                         {"wrong.csv", std::move(bytes)}});
    }
    std::string refused_census(std::string bytes) { return refused(Return::cin_census, {{"wrong.xml", std::move(bytes)}}); }

    static std::string utf_16(std::string_view ascii) {
        std::string bytes = "\xFF\xFE";
        for (const char c : ascii) bytes += {c, '\0'};
        return bytes;
    }
};

TEST_F(AFileThatIsWrong, is_named_even_among_good_ones) {
    EXPECT_NE(refused_903("A,B,C\n1,2,3\n").find("wrong.csv: Its first row is not the header"), std::string::npos);
}

TEST_F(AFileThatIsWrong, may_be_empty_or_only_a_header) {
    EXPECT_NE(refused_903("").find("wrong.csv: It is empty"), std::string::npos);
    const auto only_header = bring_in_903({{"h.csv", std::string(header)}});
    ASSERT_TRUE(only_header);
    EXPECT_EQ(all_counts(only_header).read, 0u);
}

TEST_F(AFileThatIsWrong, may_be_cut_anywhere) {
    const std::string whole = std::string(header) + "7,27/03/2012,\"01/05/2024\",PN1\n8,27/03/2012,\"01/05/2024\",PN1\n";
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto dry = bring_in(Return::ssda903, {{"cut.csv", whole.substr(0, size)}}, 2025, RunAs::dry_run);
        if (!dry) continue;
        // What was read of it is whole rows.
        const auto table = counts(dry, "reviews");
        EXPECT_EQ(table.read, table.added + table.rejected) << size;
    }
    const std::string cut = whole.substr(0, whole.size() - 5);
    EXPECT_NE(refused(Return::ssda903, {{"cut.csv", cut}}).find("cut.csv: It ends in the middle of line 3"), std::string::npos);
    EXPECT_TRUE(bring_in(Return::ssda903, {{"whole.csv", whole.substr(0, whole.size() - 1)}}, 2025, RunAs::dry_run));
}

TEST_F(AFileThatIsWrong, may_be_scrambled_bytes) {
    std::mt19937 random(42);
    for (int round = 0; round < 200; ++round) {
        std::string bytes(good);
        for (int i = 0; i < 5; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
        const auto dry = bring_in(Return::ssda903, {{"s.csv", bytes}}, 2025, RunAs::dry_run);
        EXPECT_TRUE(dry || !dry.error().says.empty());
        std::string noise(300, ' ');
        for (char& c : noise) c = static_cast<char>(random());
        EXPECT_FALSE(bring_in(Return::ssda903, {{"n.csv", noise}}, 2025, RunAs::dry_run));
        EXPECT_FALSE(bring_in(Return::cin_census, {{"n.xml", noise}}, 2025, RunAs::dry_run));
    }
}

TEST_F(AFileThatIsWrong, may_have_its_columns_in_another_order_than_its_header) {
    std::string rows(header);
    for (int child = 0; child < 3000; ++child)
        rows += std::to_string(child) + ",27/03/2012,01/05/2024,note " + std::to_string(child) + "\n";
    EXPECT_NE(refused_903(rows).find(
                  "The column REVIEW_CODE of the table reviews holds more than 2000 different texts that are not its codes"),
              std::string::npos);
}

TEST_F(AFileThatIsWrong, may_be_hostile) {
    EXPECT_NE(refused_903(std::string(header) + "7,27/03/2012,01/05/2024," + std::string(10'000'000, 'x'))
                  .find("longer than 4000 bytes"),
              std::string::npos);
    EXPECT_NE(refused_903(std::string(100'000, ',')).find("more than 200 columns"), std::string::npos);
    EXPECT_NE(refused_903(std::string(good) + std::string("\0\0\0", 3)).find("not a text file"), std::string::npos);
    EXPECT_NE(refused_903(std::string("PK\x03\x04", 4) + "xl/worksheets").find("an Excel workbook"), std::string::npos);
    EXPECT_NE(refused_903(std::string(header) + "7,\"27/03/2012,01/05/2024,PN1\n").find("never closed"), std::string::npos);
    EXPECT_NE(refused_census("<!DOCTYPE x [<!ENTITY a 'b'>]><Message/>").find("document type"), std::string::npos);
    EXPECT_NE(refused_census("<Message><Children><Child></Children></Message>").find("Line 1, column"), std::string::npos);
    EXPECT_NE(refused_census(std::string(good)).find("not an XML form"), std::string::npos);
    EXPECT_NE(refused_census("<EXPSSDA903/>").find("a form EXPSSDA903, not the census's"), std::string::npos);
    EXPECT_NE(refused_census("<Message><Header/></Message>").find("no children"), std::string::npos);
    EXPECT_NE(
        refused_census(
            "<Message><Children><Child><ChildIdentifiers><LAchildID>7</LAchildID><Shoes>9</Shoes></ChildIdentifiers></Child></Children></Message>")
            .find("has no element Shoes"),
        std::string::npos);
}

TEST_F(AFileThatIsWrong, may_be_enormous) {
    limits_.file = 1'000;
    EXPECT_NE(refused_903(std::string(header) + std::string(2'000, '\n')).find("one import takes"), std::string::npos);
    limits_ = {};
    limits_.rows = 2;
    EXPECT_NE(refused_903(std::string(good) + "8,27/03/2012,01/05/2024,PN1\n").find("more than 2 rows"), std::string::npos);
}

TEST_F(AFileThatIsWrong, may_only_be_written_in_another_way) {
    const auto utf = bring_in_903({{"u.csv", utf_16(good)}});
    EXPECT_EQ(counts(utf, "reviews").added, 1u);
    EXPECT_EQ(utf->plan.remarks.front(), "u.csv is written as UTF-16 (little-endian).");
    const auto excel =
        bring_in_903({{"w.csv", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\r\n7,27/03/2012,Zo\xEB,01/05/2024,,\r\n"}});
    EXPECT_EQ(counts(excel, "social_worker").added, 1u);
    EXPECT_EQ(excel->plan.remarks.front(), "w.csv is written as Windows-1252.");
    // The same in another writing is the same: nothing is new.
    EXPECT_EQ(counts(bring_in_903({{"u.csv", std::string(good)}}), "reviews").unchanged, 1u);
}

TEST_F(AFileThatIsWrong, may_have_a_name_that_plays_tricks) {
    const auto odd = folder_ / "in";
    std::filesystem::create_directories(odd);
    std::ofstream(odd / "ok.csv") << good;
    std::ofstream(odd / "bad\n\x1b[31mname.csv") << "CHILD,DOB,DOLO_START,DOLO_END\n8,01/01/2012,01/05/2024,\n";
    std::ofstream(odd / "notes.txt") << "not for the return";
    std::filesystem::create_symlink("/etc/passwd", odd / "link.csv");
    std::filesystem::create_directories(odd / "deeper.csv");
    const auto sources = read_sources({odd}, limits_);
    ASSERT_TRUE(sources) << sources.error().whole();
    ASSERT_EQ(sources->files.size(), 2u);
    EXPECT_EQ(sources->files[0].name, "bad\xEF\xBF\xBD\xEF\xBF\xBD[31mname.csv");
    EXPECT_EQ(sources->passed_over, (std::vector<std::string>{"link.csv", "notes.txt"}));
    EXPECT_FALSE(read_sources({odd / "nothing.csv"}, limits_));
    EXPECT_FALSE(read_sources({"/dev/zero"}, limits_));
    limits_.file = 10;
    EXPECT_FALSE(read_sources({odd}, limits_));
}

TEST_F(AFileThatIsWrong, has_no_formula_in_its_list_of_findings) {
    const auto imported =
        bring_in_903({{"=cmd.csv", std::string(header) + "7,27/03/2012,=HYPERLINK(\"x\"),PN1\n8,27/03/2012,01/05/2024,@SUM\n"}});
    // A quote within an unquoted cell is text.
    ASSERT_TRUE(imported) << imported.error().whole();
    const std::string csv = findings_as_csv(imported->plan);
    EXPECT_NE(csv.find("\"'=cmd.csv\""), std::string::npos) << csv;
    EXPECT_NE(csv.find("\"'=HYPERLINK(\"\"x\"\")\""), std::string::npos) << csv;
    EXPECT_NE(csv.find("\"'@SUM\""), std::string::npos) << csv;
    const auto place = folder_ / "findings.csv";
    ASSERT_TRUE(write_findings(imported->plan, place));
    EXPECT_EQ(std::filesystem::status(place).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    EXPECT_FALSE(write_findings(imported->plan, folder_ / "no" / "such" / "place.csv"));
}

}  // namespace
}  // namespace steadfast::returns
