#pragma once

#include "app/test/folder.hpp"
#include "app/test/running.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace steadfast::app {

/// The header that a browser sends once Amira has signed in.
inline std::string signed_in_as_amira(int port) {
    const std::string in = ask(port, "POST", "/sign-in", "", "name=amira&password=seven+quiet+lighthouses&next=%2Fpeople");
    EXPECT_THAT(in, testing::AllOf(testing::StartsWith("HTTP/1.1 303"), testing::HasSubstr("Location: /people")));
    const auto at = in.find("Set-Cookie: ") + 12;
    return "Cookie: " + in.substr(at, in.find(';', at) - at) + "\r\n";
}

/// The token of the first form in a page.
inline std::string form_token_in(const std::string& page) {
    constexpr std::string_view before = "name=\"form_token\" value=\"";
    const auto at = page.find(before);
    if (at == std::string::npos) return "";
    return page.substr(at + before.size(), page.find('"', at + before.size()) - at - before.size());
}

/// A council with one social worker, and how to serve it.
struct Served {
    explicit Served(std::string store_address = "") : address(std::move(store_address)) {
        if (address.empty()) address = folder.store_address();
        at = " --store '" + address + "'";
        std::filesystem::create_directory(folder / "assets");
        std::filesystem::create_directory(folder / "anchors");
        for (const char* name : {"steadfast.css", "steadfast.js", "search.js", "favicon.svg"}) std::ofstream(folder / "assets" / name) << "/**/";
        std::ofstream(folder / "password") << "seven quiet lighthouses\n";
        const Ran added = run("worker add --name 'Amira Khan' --sign-in amira --as social_worker --password-file " + (folder / "password").string() + at);
        EXPECT_EQ(added.exit_code, 0) << added.said;
    }
    std::vector<std::string> serve_arguments(const std::string& port = "0") const {
        return {"serve", "--store", address, "--port", port, "--assets", (folder / "assets").string(), "--anchor", (folder / "anchors").string(),
                "--key", (folder / "key").string()};
    }

    TestFolder folder;
    std::string address;
    std::string at;

    /// Changes bytes of the record behind the program's back, to others of the same length.
    void tamper(const std::string& was, const std::string& becomes) const {
        std::ifstream in(folder / "record.sqlite", std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(in), {}};
        int changed = 0;
        for (auto place = bytes.find(was); place != std::string::npos; place = bytes.find(was, place + 1), ++changed)
            bytes.replace(place, was.size(), becomes);
        EXPECT_GT(changed, 0);
        std::ofstream(folder / "record.sqlite", std::ios::binary) << bytes;
    }
};

}  // namespace steadfast::app
