// Documents kept and read back, beside a plain copy of the same bytes to the disk; and how long a save waits while documents are
// kept, in a file of their own as they are, and in the record's file as they might be (docs/adr/0017).
//
//   documents_bench [DOCUMENTS]     of 25 MB each, 12 unless said otherwise; in STEADFAST_BENCH_FOLDER, or a temporary folder, which
//                                   should be on the disk that is meant. On PostgreSQL too where STEADFAST_TEST_POSTGRESQL says where.

#include "figure.hpp"

#include "ledger/documents.hpp"
#include "ledger/postgresql/scratch_schema.hpp"
#include "ledger/sqlite/connection.hpp"
#include "ledger/store.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <mutex>
#include <thread>
#include <unistd.h>
#include <vector>

namespace steadfast::bench {
namespace {

using namespace ledger;

constexpr std::size_t document_size = 25u << 20;
constexpr double megabyte = 1 << 20;

template <class T>
void demand(const Result<T>& result) {
    if (result) return;
    fmt::print(stderr, "{}\n", result.error().whole());
    std::exit(2);
}

/// Bytes that nothing can compress, as a photograph's are.
const std::string& piece() {
    static const std::string bytes = [] {
        std::string made(Documents::longest_piece, '\0');
        std::uint64_t state = 88172645463325252u;
        for (char& one : made) {
            state ^= state << 13, state ^= state >> 7, state ^= state << 17;
            one = static_cast<char>(state);
        }
        return made;
    }();
    return bytes;
}

Documents::Next a_document() {
    return [left = document_size / Documents::longest_piece]() mutable -> Result<std::string> { return left-- > 0 ? piece() : std::string(); };
}

double plain_copy(const std::filesystem::path& folder, int documents) {
    const double began = seconds();
    for (int i = 0; i < documents; ++i) {
        const int file = ::open((folder / fmt::format("plain-{}", i)).c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        for (std::size_t done = 0; done < document_size; done += piece().size())
            if (::write(file, piece().data(), piece().size()) < 0) std::exit(2);
        ::fdatasync(file);
        ::close(file);
    }
    return documents * (document_size / megabyte) / (seconds() - began);
}

double plain_read(const std::filesystem::path& folder, int documents) {
    std::string into(Documents::longest_piece, '\0');
    const double began = seconds();
    for (int i = 0; i < documents; ++i) {
        const int file = ::open((folder / fmt::format("plain-{}", i)).c_str(), O_RDONLY);
        while (::read(file, into.data(), into.size()) > 0) {}
        ::close(file);
    }
    return documents * (document_size / megabyte) / (seconds() - began);
}

void keep_and_read(Store& store, const char* which, int documents, double write_reference, double read_reference) {
    std::vector<DocumentId> ids;
    double began = seconds();
    for (int i = 0; i < documents; ++i) {
        ids.push_back(DocumentId::random());
        demand(store.documents().keep({ids.back(), 0, Instant::from_seconds(0), false}, a_document()));
    }
    const double megabytes = documents * (document_size / megabyte);
    print({.name = fmt::format("documents kept, {}", which), .figure = megabytes / (seconds() - began), .unit = "MB/s", .reference = write_reference,
           .reference_name = "a plain file written and synced"});
    began = seconds();
    std::size_t given = 0;
    for (const DocumentId& id : ids)
        demand(store.documents().read(id, [&given](std::string_view bytes) {
            given += bytes.size();
            return true;
        }));
    if (given != documents * document_size) std::exit(2);
    print({.name = fmt::format("documents read, {}", which), .figure = megabytes / (seconds() - began), .unit = "MB/s", .reference = read_reference, .reference_name = "a plain file read"});
    demand(store.documents().remove(ids));
}

enum class PiecesStand { apart, in_the_records_file };

/// The slowest of a hundred small commits while documents are kept, 2 MB a commit, in milliseconds. One connection writes to each file.
double slow_save(const std::filesystem::path& folder, PiecesStand where, int documents) {
    const std::string path = (folder / (where == PiecesStand::apart ? "apart" : "together")).string();
    sqlite::Connection record(path, sqlite::Purpose::write);
    record.run("CREATE TABLE entries(seq INTEGER PRIMARY KEY, body TEXT)");
    sqlite::Connection own(path + "-documents", sqlite::Purpose::write);
    sqlite::Connection& pieces = where == PiecesStand::apart ? own : record;
    pieces.run("CREATE TABLE pieces(row INTEGER PRIMARY KEY, bytes BLOB)");
    std::mutex record_turn;
    std::mutex own_turn;
    std::mutex& pieces_turn = where == PiecesStand::apart ? own_turn : record_turn;
    std::atomic<bool> is_done = false;
    std::thread keeps([&] {
        for (std::size_t i = 0; i < documents * document_size / (8 * Documents::longest_piece); ++i) {
            const std::lock_guard hold(pieces_turn);
            sqlite::Transaction transaction(pieces);
            auto add = pieces.query("INSERT INTO pieces(bytes) VALUES($1)");
            for (int one = 0; one < 8; ++one) add.with(sqlite::bytes_of(piece())).run();
            transaction.commit();
        }
        is_done = true;
    });
    const std::string body(600, 'x');
    std::vector<double> waits;
    while (!is_done) {
        const double began = seconds();
        {
            const std::lock_guard hold(record_turn);
            sqlite::Transaction transaction(record);
            record.query("INSERT INTO entries(body) VALUES($1)").with(std::string_view(body)).run();
            transaction.commit();
        }
        waits.push_back((seconds() - began) * 1000);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    keeps.join();
    std::sort(waits.begin(), waits.end());
    return waits[waits.size() * 99 / 100];
}

void run(const std::filesystem::path& folder, int documents) {
    const double written = plain_copy(folder, documents);
    const double read = plain_read(folder, documents);
    {
        auto store = open_store("sqlite:" + (folder / "record").string(), Mode::write);
        demand(store);
        keep_and_read(**store, "SQLite", documents, written, read);
    }
    if (const char* server = std::getenv("STEADFAST_TEST_POSTGRESQL")) {
        const postgresql::ScratchSchema schema(server);
        auto store = open_store(schema.address(), Mode::write);
        demand(store);
        keep_and_read(**store, "PostgreSQL", documents, written, read);
    }
    const double together = slow_save(folder, PiecesStand::in_the_records_file, documents);
    print({.name = "a save while documents are kept, 99th of a hundred", .figure = slow_save(folder, PiecesStand::apart, documents), .unit = "ms", .reference = together,
           .reference_name = "were they in the record's file", .less_is_better = true});
}

}  // namespace
}  // namespace steadfast::bench

int main(int count, char** words) {
    using namespace steadfast;
    const char* said = std::getenv("STEADFAST_BENCH_FOLDER");
    const auto folder = (said ? std::filesystem::path(said) : std::filesystem::temp_directory_path()) / ("documents_bench_" + IdBytes::random().text());
    std::filesystem::create_directories(folder);
    bench::run(folder, count > 1 ? std::atoi(words[1]) : 12);
    std::filesystem::remove_all(folder);
    return 0;
}
