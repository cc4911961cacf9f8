#pragma once

// People are searched for in a room of its own; whoever works with people finds it here.
#include "record/search/people_search.hpp"
