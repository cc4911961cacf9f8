#pragma once

constexpr auto newest = "SELECT max(seq) FROM entries";
