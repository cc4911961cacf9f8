#include "record/person.hpp"
#include <sqlite3.h>

// SELECT name FROM people: a comment, no finding.
class PersonManager {};
constexpr auto hint = "Select a person from the list and update what has changed.";
constexpr auto query =
    "SELECT name FROM people";
constexpr auto other = "delete from people where id = $1";
