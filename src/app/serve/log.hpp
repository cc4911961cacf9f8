#pragma once

#include <memory>
#include <string_view>

namespace steadfast::app {

/// The application's log, on standard error, in UTC: what the program does, never what stands in the record. No name, date
/// of birth, number or typed word may reach it; ids of the program's own may.
class Log {
public:
    enum class Detail { everything, troubles };
    explicit Log(Detail detail);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    void note(std::string_view says);      ///< Something ordinary.
    void trouble(std::string_view says);   ///< Somebody should look at it.

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace steadfast::app
