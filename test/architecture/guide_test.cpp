#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <string>

namespace steadfast::architecture {
namespace {

std::string guide(const std::string& name) {
    std::ifstream file(STEADFAST_HOUSE "/docs/guide/" + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

// While the service runs, it writes the backup for whoever asks for one, and systemd lets it write to a few folders alone.
TEST(TheGuide, puts_backups_where_its_service_may_write) {
    const std::string running = guide("running.md");
    std::smatch may_write;
    ASSERT_TRUE(std::regex_search(running, may_write, std::regex("ReadWritePaths=(.*)")));
    const std::string folders = may_write[1].str() + " ";

    std::size_t seen = 0;
    const std::regex command("steadfast backup (/[^ ]*)/[^/ ]*");
    for (const char* page : {"first-hour-administrator.md", "keeping.md"}) {
        const std::string text = guide(page);
        for (std::sregex_iterator at(text.begin(), text.end(), command), end; at != end; ++at, ++seen)
            EXPECT_NE(folders.find((*at)[1].str() + " "), std::string::npos) << page << " backs up into " << (*at)[1] << ", and the service may write to " << folders;
    }
    EXPECT_EQ(seen, 3u);
}

}  // namespace
}  // namespace steadfast::architecture
