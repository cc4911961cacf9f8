#pragma once

#include "ledger/store.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace steadfast::app {

/// What Prometheus may know about a running server: sums and times, never a person, a name or an address. Any thread.
class Figures {
public:
    Figures();
    ~Figures();
    Figures(const Figures&) = delete;
    Figures& operator=(const Figures&) = delete;

    /// @param route "GET /children/{id}", as it was declared and not as it was asked for.
    void answered(std::string_view route, int status, std::chrono::microseconds took);
    void signed_in();
    void sign_in_refused();
    void access_lines_written(std::size_t lines);
    /// Some changes were committed together.
    void group_committed(std::size_t entries);
    void book_is(std::size_t items, std::size_t bytes, ledger::Sequence head);

    /// In Prometheus's text format.
    [[nodiscard]] std::string text() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace steadfast::app
