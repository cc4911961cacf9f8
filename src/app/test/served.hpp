#pragma once

#include "app/test/folder.hpp"
#include "app/test/running.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace steadfast::app {

/// A council with one social worker, and how to serve it.
struct Served {
    explicit Served(std::string store_address = "") : address(std::move(store_address)) {
        if (address.empty()) address = folder.store_address();
        at = " --store '" + address + "'";
        std::filesystem::create_directory(folder / "assets");
        std::filesystem::create_directory(folder / "anchors");
        for (const char* name : {"steadfast.css", "steadfast.js", "favicon.svg"}) std::ofstream(folder / "assets" / name) << "/**/";
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
