#pragma once

#include "app/output.hpp"

#include <unistd.h>

#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

// What this room's tests share.
namespace steadfast::app {

/// A folder of a test's own, gone when the test is.
class TestFolder {
public:
    TestFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "steadfast-app-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~TestFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::string store_address() const { return "sqlite:" + (path_ / "record.sqlite").string(); }

private:
    std::filesystem::path path_;
};

/// Remembers what was said.
class HeardOutput final : public Output {
public:
    void say(std::string_view line) override { keep(said, std::string(line)); }
    void complain(std::string_view line) override { keep(complained, std::string(line)); }
    void progress(const Step& step) override {
        keep(steps, std::string(step.what) + " " + std::to_string(step.done) + "/" + std::to_string(step.of));
    }

    std::vector<std::string> said;
    std::vector<std::string> complained;
    std::vector<std::string> steps;

private:
    void keep(std::vector<std::string>& list, std::string line) {
        const std::lock_guard hold(mutex_);
        list.push_back(std::move(line));
    }
    std::mutex mutex_;
};

}  // namespace steadfast::app
