#pragma once

#include <string_view>

namespace steadfast::fuzz {

/// Reads any bytes as the CSV table of some return. Stops the program where a row or a finding is not what it must be.
void read_csv(std::string_view bytes);
/// The same for the XML form of either return.
void read_form(std::string_view bytes);

/// Reads any bytes as an e-mail, and as a message of Outlook's. What comes back must be fit to be recorded.
void read_eml(std::string_view bytes);
void read_msg(std::string_view bytes);

}  // namespace steadfast::fuzz
