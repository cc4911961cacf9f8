#pragma once

#include "base/result.hpp"

#include <string>

namespace steadfast::ledger::sqlite {

/// That this process, and no other, writes to a store. The operating system frees it when the process ends, however it ends.
class WriterLock {
public:
    /// Refused (unavailable), naming the process that has it, where somebody else writes.
    [[nodiscard]] static Result<WriterLock> take(const std::string& path);
    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&& other) noexcept;
    ~WriterLock();

private:
    explicit WriterLock(int file) : file_(file) {}
    int file_ = -1;
};

}  // namespace steadfast::ledger::sqlite
