#pragma once

#include "ledger/documents.hpp"
#include "ledger/sqlite/connection.hpp"
#include "ledger/store.hpp"

#include <memory>
#include <mutex>
#include <string>

namespace steadfast::ledger::sqlite {

/// Documents in a file of their own, beside the record's: large writes then neither fill the log of the chain nor make its
/// checkpoints longer. The file is made when the first document comes.
class SqliteDocuments final : public Documents {
public:
    SqliteDocuments(std::string path, Mode mode) : path_(std::move(path)), mode_(mode) {}

    Result<std::uint64_t> keep(const KeptDocument& document, const Next& next) override;
    Result<void> read(DocumentId id, const VisitPiece& visit) override;
    Result<void> each(const Visit& visit) override;
    Result<void> note_named(std::span<const DocumentId> ids, bool are_named) override;
    Result<void> remove(std::span<const DocumentId> ids) override;

private:
    enum class IfNone : std::uint8_t { make, leave };
    /// The connection that writes; null where there is no file and none is to be made. With mutex_ held.
    [[nodiscard]] Connection* writing(IfNone if_none);
    [[nodiscard]] bool has_file() const;
    /// Adds the next pieces in one transaction; none left: false.
    [[nodiscard]] Result<bool> add_pieces(DocumentId id, const Next& next, std::int64_t& number, std::uint64_t& size);
    [[nodiscard]] Result<void> finish(const KeptDocument& document, std::uint64_t size);
    void take_away_what_was_cut(DocumentId id);

    const std::string path_;
    const Mode mode_;
    std::mutex mutex_;
    std::unique_ptr<Connection> writing_;
};

}  // namespace steadfast::ledger::sqlite
