#pragma once

#include "ledger/postgresql/connection.hpp"

#include <string>

namespace steadfast::ledger::postgresql {

/// An empty schema of its own for one test, in the database that the address names; dropped at the end.
class ScratchSchema {
public:
    explicit ScratchSchema(const std::string& database) : database_(database), name_("scratch_" + IdBytes::random().text()) {
        run("CREATE SCHEMA " + name_);
    }
    ~ScratchSchema() { run("DROP SCHEMA IF EXISTS " + name_ + " CASCADE"); }
    ScratchSchema(const ScratchSchema&) = delete;
    ScratchSchema& operator=(const ScratchSchema&) = delete;

    /// The address of a store in this schema.
    [[nodiscard]] std::string address() const {
        return database_ + (database_.find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" + name_;
    }
    [[nodiscard]] const std::string& name() const { return name_; }

    /// Runs SQL behind the store's back, in this schema. False where the database did not do it.
    bool run(const std::string& sql) const {
        auto connection = Connection::open(database_, "scratch");
        return connection && connection->run("SET search_path = " + name_ + ", public").has_value() && connection->run(sql).has_value();
    }

    /// As a restart of the server or a firewall would: cuts every connection of the program whose name ends so.
    bool cut_off(const std::string& name_ends = "") const {
        return run("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND application_name LIKE 'steadfast %" +
                   name_ends + "'");
    }

private:
    std::string database_;
    std::string name_;
};

}  // namespace steadfast::ledger::postgresql
