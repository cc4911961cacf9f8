#pragma once

#include <cstdint>

namespace steadfast::crash {

/// A disk for SQLite that loses power whenever its process is killed: what was written and not synchronised stands in the
/// process's memory only, except that now and then the beginning of a write reaches the file early, as it may on any
/// machine. Without it a killed process would lose nothing even with synchronous off, and the crash test could not fail.
///
/// It takes the place of SQLite's ordinary files in the whole process. Synchronising brings what was written into the
/// file and does not wait for the real disk: the machine itself keeps running.
void install_lossy_disk(std::uint64_t seed);

enum class Fault { none, disk_full, write_error, synchronise_error };
/// From now on every write (or synchronisation) of a database or its log fails so.
void set_fault(Fault fault);

/// Loses what was not synchronised, within the process. Files that are open stay useless; those opened later see what is left.
void lose_power();

/// Every connection opened from now on runs with synchronous off, whatever it asks for.
void force_synchronous_off();

}  // namespace steadfast::crash
