#include "web/server/body.hpp"

#include <microhttpd.h>

namespace steadfast::web {

namespace {

constexpr std::size_t most_fields = 2000;
constexpr std::size_t most_files = 50;
constexpr std::size_t parser_bytes = 65'536;

MHD_Result take_piece(void* body, MHD_ValueKind, const char* key, const char* file_name, const char* content_type, const char*,
                      const char* bytes, std::uint64_t offset, std::size_t size) {
    if (key == nullptr) return MHD_NO;
    const Body::Piece piece{key, file_name, content_type, std::string_view(bytes == nullptr ? "" : bytes, size), offset};
    return static_cast<Body*>(body)->take(piece) ? MHD_YES : MHD_NO;
}

Refusal unreadable() { return {Refusal::Kind::invalid, "What was sent with this form can't be read.", "Go back and try again."}; }

}  // namespace

Body::Body(MHD_Connection* connection, Place place, bool is_multipart) : place_(std::move(place)) {
    if (!is_multipart) return;
    multipart_ = MHD_create_post_processor(connection, parser_bytes, &take_piece, this);
    if (multipart_ == nullptr) refusal_ = unreadable();
}

Body::~Body() {
    if (multipart_ != nullptr) MHD_destroy_post_processor(multipart_);
}

void Body::append(std::string_view bytes) {
    received_ += bytes.size();
    if (is_too_large()) {
        raw_.clear();
        raw_.shrink_to_fit();
        files_.clear();
        return;
    }
    if (refusal_) return;
    if (multipart_ == nullptr) {
        raw_.append(bytes);
    } else if (MHD_post_process(multipart_, bytes.data(), bytes.size()) != MHD_YES && !refusal_) {
        refusal_ = unreadable();
    }
}

void Body::finish() {
    if (multipart_ == nullptr) return;
    const bool whole = MHD_destroy_post_processor(multipart_) == MHD_YES;
    multipart_ = nullptr;
    if (!whole && !refusal_) refusal_ = unreadable();
}

void Body::move_into(RequestParts& parts) {
    parts.body = std::move(raw_);
    for (auto& [name, value] : plain_) parts.multipart.add(std::move(name), std::move(value));
    parts.files = std::move(files_);
}

bool Body::take(const Piece& piece) {
    if (piece.file_name != nullptr) return take_file(piece);
    if (piece.offset > 0 && !plain_.empty() && plain_.back().first == piece.field) {
        plain_.back().second.append(piece.bytes);
        return true;
    }
    if (plain_.size() == most_fields) return stop(unreadable());
    plain_.emplace_back(std::string(piece.field), std::string(piece.bytes));
    return true;
}

bool Body::take_file(const Piece& piece) {
    // A browser sends an empty file without a name where nobody chose one.
    if (*piece.file_name == '\0' && piece.bytes.empty()) return true;
    if (piece.offset == 0) {
        if (files_.size() == most_files)
            return stop({Refusal::Kind::invalid, "There are too many files.", "Send at most 50 at once."});
        auto file = UploadedFile::begin(place_.uploads, std::string(piece.field), piece.file_name,
                                        piece.content_type == nullptr ? "application/octet-stream" : piece.content_type);
        if (!file) return stop(file.error());
        files_.push_back(std::move(*file));
    }
    if (files_.empty()) return stop(unreadable());
    if (auto appended = files_.back().append(piece.bytes); !appended) return stop(appended.error());
    return true;
}

bool Body::stop(Refusal refusal) {
    refusal_ = std::move(refusal);
    return false;
}

}  // namespace steadfast::web
