#pragma once

#include "app/command_line.hpp"

// One function a command: it adds the command to the command line, with its help and examples.
namespace steadfast::app {

void declare_serve(const Declaring& declaring);
void declare_demo(const Declaring& declaring);
void declare_import(const Declaring& declaring);    ///< import ssda903, import cin-census
void declare_verify(const Declaring& declaring);
void declare_backup(const Declaring& declaring);
void declare_restore(const Declaring& declaring);
void declare_worker(const Declaring& declaring);    ///< worker add, worker list, worker password, worker end
void declare_history(const Declaring& declaring);
void declare_access_log(const Declaring& declaring);   ///< access-log show, access-log keep, access-log remove

inline void declare_commands(const Declaring& declaring) {
    declare_serve(declaring);
    declare_demo(declaring);
    declare_import(declaring);
    declare_verify(declaring);
    declare_backup(declaring);
    declare_restore(declaring);
    declare_worker(declaring);
    declare_history(declaring);
    declare_access_log(declaring);
}

}  // namespace steadfast::app
