#include "web/gzip.hpp"

#include "web/fields.hpp"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <zlib.h>

namespace steadfast::web {

namespace {

/// zlib's state is 256 KB; a thread keeps one of each level and begins it anew for each page.
class Deflater {
public:
    explicit Deflater(int level) {
        constexpr int gzip_window = 15 + 16;
        constexpr int memory = 8;
        if (deflateInit2(&stream_, level, Z_DEFLATED, gzip_window, memory, Z_DEFAULT_STRATEGY) != Z_OK) throw std::bad_alloc();
    }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;
    ~Deflater() { deflateEnd(&stream_); }

    std::string run(std::string_view bytes) {
        deflateReset(&stream_);
        std::string out(deflateBound(&stream_, bytes.size()), '\0');
        std::string in(bytes);
        stream_.next_in = reinterpret_cast<Bytef*>(in.data());
        stream_.avail_in = static_cast<uInt>(in.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());
        stream_.avail_out = static_cast<uInt>(out.size());
        deflate(&stream_, Z_FINISH);
        out.resize(stream_.total_out);
        return out;
    }

private:
    z_stream stream_{};
};

std::string_view next_token(std::string_view& list, char separator) {
    const std::size_t end = std::min(list.find(separator), list.size());
    std::string_view token = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    while (!token.empty() && token.front() == ' ') token.remove_prefix(1);
    while (!token.empty() && token.back() == ' ') token.remove_suffix(1);
    return token;
}

/// The weight in "gzip;q=0.5"; 1 if none is said.
double weight(std::string_view parameters) {
    while (!parameters.empty()) {
        const std::string_view parameter = next_token(parameters, ';');
        if (parameter.starts_with("q=") || parameter.starts_with("Q="))
            return std::strtod(std::string(parameter.substr(2)).c_str(), nullptr);
    }
    return 1;
}

}  // namespace

std::string gzipped(std::string_view bytes, int level) {
    if (level == 1) {
        thread_local Deflater fast(1);
        return fast.run(bytes);
    }
    return Deflater(level).run(bytes);
}

bool accepts_gzip(std::string_view accept_encoding) {
    while (!accept_encoding.empty()) {
        std::string_view choice = next_token(accept_encoding, ',');
        const std::string_view coding = next_token(choice, ';');
        if (same_ignoring_case(coding, "gzip")) return weight(choice) > 0;
    }
    return false;
}

bool is_compressible(std::string_view content_type) {
    return content_type.starts_with("text/") || content_type.starts_with("application/json") ||
           content_type.starts_with("image/svg+xml") || content_type.starts_with("application/xml");
}

}  // namespace steadfast::web
