#pragma once

#include "demo/case.hpp"

namespace steadfast::demo {

/// What years of hurry leave in a real record, for some of the families: a child who is there a second time under another spelling,
/// other names, moves of home, a note on the wrong brother or sister, a parent who disputes what was written, a colleague who works
/// along, a child whom another authority placed here. With dice of its own, after everything else was told.
/// Returns how many children are now on record twice.
std::size_t tell_mess(const Case& what);

}  // namespace steadfast::demo
