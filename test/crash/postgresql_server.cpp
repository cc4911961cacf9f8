#include "postgresql_server.hpp"

#include <signal.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <vector>

namespace steadfast::crash {
namespace {

std::string from(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr) throw std::runtime_error(std::string(name) + " is not set: run this under script/with-postgresql.");
    return value;
}

/// The parent of a process; 0 where there is no such process any more.
int parent_of(int process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string stat;
    std::getline(file, stat);
    // The name in brackets may hold anything, brackets and blanks too.
    const auto end = stat.rfind(") ");
    if (end == std::string::npos || stat[end + 2] == 'Z') return 0;
    return std::atoi(stat.c_str() + end + 4);
}

std::vector<int> with_children(int process) {
    std::vector<int> processes{process};
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const int number = std::atoi(entry.path().filename().c_str());
        if (number > 0 && parent_of(number) == process) processes.push_back(number);
    }
    return processes;
}

void wait_until_gone(int process) {
    for (int tries = 0; tries < 3000 && parent_of(process) != 0; ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

}  // namespace

PostgresqlServer PostgresqlServer::from_environment() {
    PostgresqlServer server;
    server.address_ = from("STEADFAST_TEST_POSTGRESQL");
    server.data_ = from("STEADFAST_TEST_POSTGRESQL_DATA");
    server.start_command_ = from("STEADFAST_TEST_POSTGRESQL_START");
    return server;
}

void PostgresqlServer::kill_everything() const {
    const auto processes = with_children(postmaster());
    // The postmaster first: it would notice its children's deaths and recover on its own.
    for (const int process : processes) ::kill(process, SIGKILL);
    for (const int process : processes) wait_until_gone(process);
}

void PostgresqlServer::stop() const {
    const int process = postmaster();
    ::kill(process, SIGINT);
    wait_until_gone(process);
}

void PostgresqlServer::start() const {
    if (std::system(start_command_.c_str()) != 0) throw std::runtime_error("PostgreSQL did not start again: " + start_command_);
}

int PostgresqlServer::postmaster() const {
    std::ifstream file(data_ + "/postmaster.pid");
    int process = 0;
    file >> process;
    if (process <= 1) throw std::runtime_error("no PostgreSQL runs in " + data_);
    return process;
}

}  // namespace steadfast::crash
