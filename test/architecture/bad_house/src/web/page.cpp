#include "gone.hpp"
#include "record/person.hpp"
// A child in a comment is no finding.
struct ChildPage {};
int children_shown = 0;
auto title = "Social worker";
struct WorkerPool {};
