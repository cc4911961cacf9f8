#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace steadfast::web {

/// What every answer carries, whatever it is.
///
/// The referrer stays within the service ("same-origin", not "no-referrer"): under "no-referrer" browsers send
/// "Origin: null" with a form, and the check of where a form came from would be blind. No address holds anything personal.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 8> strict_headers{{
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
     "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Embedder-Policy", "require-corp"},
    {"Permissions-Policy",
     "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()"},
}};

/// Only where TLS stands in front: for two years, this host is asked by https alone.
inline constexpr std::pair<std::string_view, std::string_view> strict_transport{"Strict-Transport-Security", "max-age=63072000"};

}  // namespace steadfast::web
