#include "web/sign_in/qr_code.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace steadfast::web {
namespace {

constexpr int quiet_zone = 4;   // Modules of white on each side, as ISO/IEC 18004 asks.

struct Freed {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

/// Each run of dark modules in a row as one rectangle of a path.
std::string path_of(const QRcode& code) {
    std::string path;
    for (int y = 0; y < code.width; ++y)
        for (int x = 0; x < code.width; ++x) {
            const auto dark = [&](int at) { return at < code.width && (code.data[y * code.width + at] & 1) != 0; };
            if (!dark(x)) continue;
            int end = x;
            while (dark(end)) ++end;
            path += fmt::format("M{} {}h{}v1h-{}z", x + quiet_zone, y + quiet_zone, end - x, end - x);
            x = end;
        }
    return path;
}

}  // namespace

Html qr_code(std::string_view text, std::string_view described) {
    const std::unique_ptr<QRcode, Freed> code(QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M));
    if (!code) throw std::runtime_error("a text is too long for a QR code");
    const int size = code->width + 2 * quiet_zone;
    Html html;
    html << "<svg class=\"sf-qr-code\" role=\"img\"" << attribute("aria-label", std::string(described)) << attribute("viewBox", fmt::format("0 0 {} {}", size, size))
         << " width=\"240\" height=\"240\"><path fill=\"#fff\"" << attribute("d", fmt::format("M0 0h{}v{}h-{}z", size, size, size))
         << "></path><path fill=\"#000\"" << attribute("d", path_of(*code)) << "></path></svg>";
    return html;
}

}  // namespace steadfast::web
