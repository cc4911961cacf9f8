#include "base/date.hpp"
#include "practice/missing/episode.hpp"
#include "practice/in_need/plan.hpp"
