#pragma once

#include <string>

namespace steadfast::crash {

/// The private PostgreSQL that script/with-postgresql started, to be killed and started again.
class PostgresqlServer {
public:
    /// From STEADFAST_TEST_POSTGRESQL, …_DATA and …_START in the environment. Throws where they are not there.
    [[nodiscard]] static PostgresqlServer from_environment();

    [[nodiscard]] const std::string& address() const { return address_; }
    /// SIGKILL to the postmaster and to every process that it started, as when a machine falls over. Waits until all are gone.
    void kill_everything() const;
    /// An orderly stop that waits for nobody.
    void stop() const;
    void start() const;

private:
    [[nodiscard]] int postmaster() const;

    std::string address_;
    std::string data_;
    std::string start_command_;
};

}  // namespace steadfast::crash
