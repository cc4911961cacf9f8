#pragma once

#include "web/request.hpp"

#include <cstdint>
#include <memory>
#include <string_view>

struct MHD_Connection;
struct MHD_PostProcessor;

namespace steadfast::web {

/// The body of one request while it arrives: kept as it is, or, if it is a multipart form, taken apart as it comes, files
/// going to disk.
class Body {
public:
    struct Place {
        std::size_t most_bytes;
        std::filesystem::path uploads;
    };
    Body(MHD_Connection* connection, Place place, bool is_multipart);
    Body(const Body&) = delete;
    Body& operator=(const Body&) = delete;
    ~Body();

    void append(std::string_view bytes);
    void finish();  ///< The last byte has come.

    [[nodiscard]] std::uint64_t received() const { return received_; }
    [[nodiscard]] bool is_too_large() const { return received_ > place_.most_bytes; }
    [[nodiscard]] const std::optional<Refusal>& refusal() const { return refusal_; }
    void move_into(RequestParts& parts);

    /// One piece of one field, as the form's parser hands it over.
    struct Piece {
        std::string_view field;
        const char* file_name;  ///< Null for a plain field.
        const char* content_type;
        std::string_view bytes;
        std::uint64_t offset;
    };
    bool take(const Piece& piece);

private:
    bool take_file(const Piece& piece);
    bool stop(Refusal refusal);

    Place place_;
    std::uint64_t received_ = 0;
    std::string raw_;
    MHD_PostProcessor* multipart_ = nullptr;
    std::vector<Fields::Field> plain_;
    std::vector<UploadedFile> files_;
    std::optional<Refusal> refusal_;
};

}  // namespace steadfast::web
