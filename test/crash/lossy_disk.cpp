#include "lossy_disk.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast::crash {
namespace {

constexpr sqlite3_int64 sector = 512;
using Sector = std::array<std::uint8_t, sector>;

/// What is in memory of one file, and not yet in the file.
struct Unsynchronised {
    std::map<sqlite3_int64, Sector> sectors;   ///< Whole sectors, by number.
    sqlite3_int64 size = 0;                    ///< The file's size as whoever writes it sees it.
    sqlite3_int64 true_below = 0;              ///< Bytes of the real file from here on were cut off since.
};

struct Disk {
    std::mutex mutex;
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs lossy{};
    std::mt19937_64 chance;
    Fault fault = Fault::none;
    bool synchronous_off = false;
    int power_cuts = 0;
    std::map<std::string, std::shared_ptr<Unsynchronised>> files;
};

Disk& disk() {
    static Disk disk;
    return disk;
}

/// What SQLite holds for an open file. The real file's own room follows it.
struct File {
    sqlite3_file base;
    std::shared_ptr<Unsynchronised>* unsynchronised;   ///< None for files that need not survive.
    int opened_after_cuts;
};

File* ours(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
constexpr std::size_t room_for_ours = (sizeof(File) + 15) / 16 * 16;
sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + room_for_ours); }
const sqlite3_io_methods* methods(sqlite3_file* file) { return real(file)->pMethods; }

bool is_lossy(sqlite3_file* file) { return ours(file)->unsynchronised != nullptr; }
bool lost_power(sqlite3_file* file) { return ours(file)->opened_after_cuts != disk().power_cuts; }

int size_of_real(sqlite3_file* file, sqlite3_int64& size) { return methods(file)->xFileSize(real(file), &size); }

/// A sector as whoever reads now sees it.
Sector sector_of(sqlite3_file* file, const Unsynchronised& unsynchronised, sqlite3_int64 number) {
    if (const auto found = unsynchronised.sectors.find(number); found != unsynchronised.sectors.end()) return found->second;
    Sector bytes{};
    const sqlite3_int64 start = number * sector;
    const sqlite3_int64 there = std::min<sqlite3_int64>(sector, unsynchronised.true_below - start);
    if (there > 0) methods(file)->xRead(real(file), bytes.data(), static_cast<int>(there), start);
    return bytes;
}

template <class Work>
void each_sector(sqlite3_int64 offset, sqlite3_int64 length, Work work) {
    for (sqlite3_int64 at = offset; at < offset + length;) {
        const sqlite3_int64 number = at / sector;
        const sqlite3_int64 within = at - number * sector;
        const sqlite3_int64 count = std::min(sector - within, offset + length - at);
        work(number, within, count, at - offset);
        at += count;
    }
}

int close_file(sqlite3_file* file) {
    delete ours(file)->unsynchronised;
    ours(file)->unsynchronised = nullptr;
    return methods(file)->xClose(real(file));
}

int read_file(sqlite3_file* file, void* into, int length, sqlite3_int64 offset) {
    if (!is_lossy(file)) return methods(file)->xRead(real(file), into, length, offset);
    const std::scoped_lock lock(disk().mutex);
    if (lost_power(file)) return SQLITE_IOERR_READ;
    const Unsynchronised& unsynchronised = **ours(file)->unsynchronised;
    auto* bytes = static_cast<std::uint8_t*>(into);
    std::memset(bytes, 0, static_cast<std::size_t>(length));
    const sqlite3_int64 there = std::clamp<sqlite3_int64>(unsynchronised.size - offset, 0, length);
    each_sector(offset, there, [&](sqlite3_int64 number, sqlite3_int64 within, sqlite3_int64 count, sqlite3_int64 done) {
        const Sector found = sector_of(file, unsynchronised, number);
        std::memcpy(bytes + done, found.data() + within, static_cast<std::size_t>(count));
    });
    return there == length ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

/// One write in eight reaches the file early, and perhaps not all of it.
void write_some_early(sqlite3_file* file, const std::uint8_t* bytes, int length, sqlite3_int64 offset) {
    if (disk().chance() % 8 != 0) return;
    const int early = static_cast<int>(disk().chance() % static_cast<std::uint64_t>(length + 1)) / static_cast<int>(sector) * static_cast<int>(sector);
    if (early > 0) methods(file)->xWrite(real(file), bytes, early, offset);
}

int write_file(sqlite3_file* file, const void* from, int length, sqlite3_int64 offset) {
    if (!is_lossy(file)) return methods(file)->xWrite(real(file), from, length, offset);
    const std::scoped_lock lock(disk().mutex);
    if (lost_power(file)) return SQLITE_IOERR_WRITE;
    if (disk().fault == Fault::disk_full) return SQLITE_FULL;
    if (disk().fault == Fault::write_error) return SQLITE_IOERR_WRITE;
    Unsynchronised& unsynchronised = **ours(file)->unsynchronised;
    const auto* bytes = static_cast<const std::uint8_t*>(from);
    each_sector(offset, length, [&](sqlite3_int64 number, sqlite3_int64 within, sqlite3_int64 count, sqlite3_int64 done) {
        Sector changed = sector_of(file, unsynchronised, number);
        std::memcpy(changed.data() + within, bytes + done, static_cast<std::size_t>(count));
        unsynchronised.sectors[number] = changed;
    });
    unsynchronised.size = std::max(unsynchronised.size, offset + length);
    write_some_early(file, bytes, length, offset);
    return SQLITE_OK;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    if (!is_lossy(file)) return methods(file)->xTruncate(real(file), size);
    const std::scoped_lock lock(disk().mutex);
    if (lost_power(file)) return SQLITE_IOERR_TRUNCATE;
    Unsynchronised& unsynchronised = **ours(file)->unsynchronised;
    unsynchronised.size = size;
    unsynchronised.true_below = std::min(unsynchronised.true_below, size);
    auto& sectors = unsynchronised.sectors;
    if (const auto last = sectors.find(size / sector); last != sectors.end()) {
        std::fill(last->second.begin() + size % sector, last->second.end(), std::uint8_t{0});
    }
    sectors.erase(sectors.lower_bound((size + sector - 1) / sector), sectors.end());
    return SQLITE_OK;
}

int synchronise_file(sqlite3_file* file, int flags) {
    if (!is_lossy(file)) return methods(file)->xSync(real(file), flags);
    const std::scoped_lock lock(disk().mutex);
    if (lost_power(file) || disk().fault == Fault::synchronise_error) return SQLITE_IOERR_FSYNC;
    if (disk().fault == Fault::disk_full) return SQLITE_FULL;
    Unsynchronised& unsynchronised = **ours(file)->unsynchronised;
    sqlite3_int64 size = 0;
    if (size_of_real(file, size) != SQLITE_OK) return SQLITE_IOERR_FSTAT;
    if (size > unsynchronised.true_below && methods(file)->xTruncate(real(file), unsynchronised.true_below) != SQLITE_OK) return SQLITE_IOERR_TRUNCATE;
    for (const auto& [number, bytes] : unsynchronised.sectors) {
        const sqlite3_int64 start = number * sector;
        const sqlite3_int64 count = std::min(sector, unsynchronised.size - start);
        if (count <= 0) continue;
        if (const int code = methods(file)->xWrite(real(file), bytes.data(), static_cast<int>(count), start); code != SQLITE_OK) return code;
    }
    unsynchronised.sectors.clear();
    unsynchronised.true_below = unsynchronised.size;
    return SQLITE_OK;
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
    if (!is_lossy(file)) return size_of_real(file, *size);
    const std::scoped_lock lock(disk().mutex);
    *size = (*ours(file)->unsynchronised)->size;
    return SQLITE_OK;
}

int control_file(sqlite3_file* file, int operation, void* argument) {
    if (operation == SQLITE_FCNTL_PRAGMA && disk().synchronous_off) {
        // "Done" without doing it: the mode that force_synchronous_off chose stays.
        const char* const* words = static_cast<const char* const*>(argument);
        if (words[1] != nullptr && std::string_view(words[1]) == "synchronous" && words[2] != nullptr && std::string_view(words[2]) != "OFF") {
            return SQLITE_OK;
        }
    }
    // Room made ahead of writing would change the real file's size behind our back.
    if (operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_OK;
    return methods(file)->xFileControl(real(file), operation, argument);
}

int lock_file(sqlite3_file* file, int level) { return methods(file)->xLock(real(file), level); }
int unlock_file(sqlite3_file* file, int level) { return methods(file)->xUnlock(real(file), level); }
int check_lock(sqlite3_file* file, int* held) { return methods(file)->xCheckReservedLock(real(file), held); }
int sector_size(sqlite3_file* file) { return methods(file)->xSectorSize(real(file)); }
int characteristics(sqlite3_file* file) { return methods(file)->xDeviceCharacteristics(real(file)); }
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
    return methods(file)->xShmMap(real(file), page, size, extend, memory);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) { return methods(file)->xShmLock(real(file), offset, count, flags); }
void barrier_shared(sqlite3_file* file) { methods(file)->xShmBarrier(real(file)); }
int unmap_shared(sqlite3_file* file, int remove) { return methods(file)->xShmUnmap(real(file), remove); }

/// Version 2: with a log, without mapping the file into memory, where writes could not be held back.
constexpr sqlite3_io_methods lossy_methods{2,           close_file,  read_file,   write_file,      truncate_file, synchronise_file, size_of_file,
                                           lock_file,   unlock_file, check_lock,  control_file,    sector_size,   characteristics,  map_shared,
                                           lock_shared, barrier_shared, unmap_shared, nullptr,     nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    Disk& whole = disk();
    ours(file)->base.pMethods = nullptr;
    ours(file)->unsynchronised = nullptr;
    const int code = whole.real->xOpen(whole.real, name, real(file), flags, out_flags);
    if (code != SQLITE_OK) return code;
    ours(file)->base.pMethods = &lossy_methods;
    const std::scoped_lock lock(whole.mutex);
    ours(file)->opened_after_cuts = whole.power_cuts;
    constexpr int lasting = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
    if (name == nullptr || (flags & lasting) == 0) return SQLITE_OK;
    auto& unsynchronised = whole.files[name];
    if (!unsynchronised) {
        unsynchronised = std::make_shared<Unsynchronised>();
        size_of_real(file, unsynchronised->size);
        unsynchronised->true_below = unsynchronised->size;
    }
    ours(file)->unsynchronised = new std::shared_ptr<Unsynchronised>(unsynchronised);
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, const char* name, int synchronise_folder) {
    {
        const std::scoped_lock lock(disk().mutex);
        disk().files.erase(name);
    }
    return disk().real->xDelete(disk().real, name, synchronise_folder);
}

int switch_synchronous_off(sqlite3* database, char**, const sqlite3_api_routines*) {
    return sqlite3_exec(database, "PRAGMA synchronous=OFF", nullptr, nullptr, nullptr);
}

}  // namespace

void install_lossy_disk(std::uint64_t seed) {
    Disk& whole = disk();
    whole.chance.seed(seed);
    if (whole.real != nullptr) return;
    whole.real = sqlite3_vfs_find(nullptr);
    whole.lossy = *whole.real;
    whole.lossy.zName = "lossy";
    whole.lossy.pNext = nullptr;
    whole.lossy.szOsFile = static_cast<int>(room_for_ours) + whole.real->szOsFile;
    whole.lossy.xOpen = open_file;
    whole.lossy.xDelete = delete_file;
    if (sqlite3_vfs_register(&whole.lossy, 1) != SQLITE_OK) throw std::bad_alloc();
}

void set_fault(Fault fault) {
    const std::scoped_lock lock(disk().mutex);
    disk().fault = fault;
}

void lose_power() {
    const std::scoped_lock lock(disk().mutex);
    ++disk().power_cuts;
    disk().files.clear();
}

void force_synchronous_off() {
    disk().synchronous_off = true;
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(switch_synchronous_off));
}

}  // namespace steadfast::crash
