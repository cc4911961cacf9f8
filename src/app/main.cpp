#include "app/console.hpp"
#include "app/program.hpp"

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

int main(int count, char** words) {
    using namespace steadfast::app;
    Console console(stdout, stderr, what_this_terminal_draws());
    try {
        const Surroundings surroundings{std::filesystem::current_path(), [](std::string_view name) {
                                            const char* value = std::getenv(std::string(name).c_str());
                                            return std::string(value ? value : "");
                                        }};
        return static_cast<int>(run_program({words + 1, words + count}, surroundings, console));
    } catch (const std::exception& fault) {
        console.complain(std::string("The program stopped on a fault of its own: ") + fault.what());
        return static_cast<int>(Ending::could_not);
    }
}
