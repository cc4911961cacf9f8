#pragma once

#include "returns/judging/matching.hpp"

namespace steadfast::returns {

/// Finds the questions of earlier files of the same year that these files no longer ask: a birth date that was put right,
/// rows that only waited for another answer. Where a row of the child was rejected, nobody can say, and the question waits on.
void find_overtaken(const Matching& with);

}  // namespace steadfast::returns
