#include "web/server/exchange.hpp"

#include "web/gzip.hpp"
#include "web/strict_headers.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <microhttpd.h>
#include <netinet/in.h>

namespace steadfast::web {

namespace {

constexpr std::size_t smallest_worth_compressing = 1400;  // One packet.

std::optional<Method> method_of(std::string_view name) {
    if (name == "GET" || name == "HEAD") return Method::get;
    if (name == "POST") return Method::post;
    if (name == "PUT") return Method::put;
    if (name == "DELETE") return Method::remove;
    return std::nullopt;
}

MHD_Result collect_header(void* fields, MHD_ValueKind, const char* name, const char* value) {
    static_cast<Fields*>(fields)->add(name, value == nullptr ? "" : value);
    return MHD_YES;
}

std::uint64_t content_length(const Fields& headers) {
    for (const auto& [name, value] : headers)
        if (same_ignoring_case(name, "content-length")) return std::strtoull(value.c_str(), nullptr, 10);
    return 0;
}

std::string_view header_of(const Fields& headers, std::string_view wanted) {
    for (const auto& [name, value] : headers)
        if (same_ignoring_case(name, wanted)) return value;
    return {};
}

std::string last_of_list(std::string_view list) {
    const std::size_t comma = list.rfind(',');
    if (comma != std::string_view::npos) list.remove_prefix(comma + 1);
    while (!list.empty() && list.front() == ' ') list.remove_prefix(1);
    return std::string(list);
}

void free_string(void* text) { delete static_cast<std::string*>(text); }

void free_shared(void* text) { delete static_cast<Response::Shared*>(text); }

struct MakeMhd {
    MHD_Response* operator()(std::string& own) const {
        auto* kept = new std::string(std::move(own));
        return MHD_create_response_from_buffer_with_free_callback_cls(kept->size(), kept->data(), &free_string, kept);
    }
    MHD_Response* operator()(const Response::Shared& shared) const {
        auto* kept = new Response::Shared(shared);
        // The library takes a pointer to changeable bytes but only reads them.
        return MHD_create_response_from_buffer_with_free_callback_cls((*kept)->size(), const_cast<char*>((*kept)->data()),
                                                                      &free_shared, kept);
    }
    MHD_Response* operator()(OpenFile& file) const {
        const std::uint64_t size = file.size();
        return MHD_create_response_from_fd64(size, file.release());
    }
};

std::uint64_t size_of(const Response& response) {
    if (const auto* file = std::get_if<OpenFile>(&response.body())) return file->size();
    return response.body_text().size();
}

std::chrono::seconds time_for(std::uint64_t bytes, const Limits& limits) {
    return std::chrono::seconds(limits.whole_request_seconds + bytes / limits.slowest_rate);
}

}  // namespace

Response Premises::error(int status, std::string_view says, std::string_view what_to_do) const {
    const std::string whole = what_to_do.empty() ? std::string(says) : fmt::format("{} {}", says, what_to_do);
    if (options.error_page) return Response::page(options.error_page(status, whole), status);
    Html page;
    page << "<!DOCTYPE html><html lang=\"en\"><title>" << status << "</title><p>" << whole << "</p></html>";
    return Response::page(std::move(page), status);
}

void Premises::fault(std::string_view says) const {
    if (options.on_fault) options.on_fault(says);
}

Exchange::Exchange(Premises& premises, MHD_Connection* connection, Deadline& deadline, std::string target)
    : premises_(premises), connection_(connection), deadline_(deadline) {
    parts_.target = std::move(target);
}

bool Exchange::begin(std::string_view method) {
    MHD_get_connection_values(connection_, MHD_HEADER_KIND, &collect_header, &parts_.headers);
    parts_.remote_address = remote_address();
    refusal_ = first_refusal(method);

    const std::uint64_t announced = content_length(parts_.headers);
    const std::size_t most = route_ != nullptr ? route_->terms.most_body : 0;
    const bool is_too_large = route_ != nullptr && announced > most;
    deadline_.allow(time_for(announced, premises_.options.limits));
    const bool is_multipart =
        !refusal_ && !is_too_large && header_of(parts_.headers, "content-type").starts_with("multipart/form-data");
    body_ = std::make_unique<Body>(connection_, Body::Place{most, premises_.options.uploads}, is_multipart);
    if (announced <= premises_.options.limits.swallowed_bytes) return true;
    if (!refusal_ && !is_too_large) return true;
    // Far too much even to swallow: answer now, and close.
    is_dispatched_ = true;
    ++premises_.being_answered;
    arrived_ = std::chrono::steady_clock::now();
    return send(premises_.error(413, "That is too much to send at once.", "Send a smaller file."));
}

std::optional<Response> Exchange::first_refusal(std::string_view method) {
    const auto known = method_of(method);
    if (!known) return premises_.error(405, "This page can't be used that way.", "").with("Allow", "GET, HEAD, POST");
    parts_.method = *known;
    const std::string_view target = parts_.target;
    const auto segments = path_segments(target.substr(0, std::min(target.find('?'), target.size())));
    if (!segments) return premises_.error(400, "The address of this page can't be read.", "Check the address.");
    const auto found = premises_.router.find(*known, *segments);
    const auto& closed = premises_.options.closed;
    if (closed && !std::holds_alternative<Router::Match>(found))
        return premises_.error(503, closed->says, closed->what_to_do).with("Retry-After", "5");
    if (const auto* other = std::get_if<Router::OtherMethods>(&found))
        return premises_.error(405, "This page can't be used that way.", "").with("Allow", other->allow);
    if (const auto* match = std::get_if<Router::Match>(&found)) {
        route_ = match->route;
        return std::nullopt;
    }
    return premises_.error(404, "There is no such page.", "Check the address.");
}

std::string Exchange::remote_address() const {
    if (premises_.options.behind_proxy)
        if (const auto forwarded = header_of(parts_.headers, "x-forwarded-for"); !forwarded.empty())
            return last_of_list(forwarded);
    const auto* about = MHD_get_connection_info(connection_, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (about == nullptr || about->client_addr == nullptr) return {};
    char text[INET6_ADDRSTRLEN] = "";
    if (about->client_addr->sa_family == AF_INET) {
        inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(about->client_addr)->sin_addr, text, sizeof text);
    } else if (about->client_addr->sa_family == AF_INET6) {
        inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(about->client_addr)->sin6_addr, text, sizeof text);
    }
    return text;
}

void Exchange::receive(std::string_view bytes) { body_->append(bytes); }

bool Exchange::carry_on() {
    if (!is_dispatched_) {
        is_dispatched_ = true;
        deadline_.lift();
        ++premises_.being_answered;
        arrived_ = std::chrono::steady_clock::now();
        dispatch();
    }
    std::unique_lock lock(mutex_);
    if (!response_) {
        is_suspended_ = true;
        {
            const std::lock_guard all(premises_.suspended_mutex);
            premises_.suspended.insert(shared_from_this());
        }
        MHD_suspend_connection(connection_);
        return true;
    }
    Response response = std::move(*response_);
    response_.reset();
    lock.unlock();
    return send(std::move(response));
}

void Exchange::dispatch() {
    body_->finish();
    if (refusal_) return take(std::move(*refusal_));
    if (body_->is_too_large()) return take(premises_.error(413, "That is too much to send at once.", "Send a smaller file."));
    if (const auto& refusal = body_->refusal())
        return take(premises_.error(status_of(refusal->kind), refusal->says, refusal->what_to_do));

    body_->move_into(parts_);
    parts_.received = premises_.clock.now();
    auto request = Request::read(std::move(parts_));
    if (!request) return take(premises_.error(400, request.error().says, request.error().what_to_do));
    request_ = std::move(*request);
    auto found = premises_.router.find(request_->method(), request_->segments());
    if (auto* match = std::get_if<Router::Match>(&found)) request_->name_path_fields(std::move(match->path_fields));

    if (route_->terms.runs == Runs::at_once) return call_route();
    const auto self = shared_from_this();
    if (!premises_.workers.give([self] { self->call_route(); }))
        take(premises_.error(503, "Too many people are waiting for this just now.", "Try again in a moment.")
                 .with("Retry-After", "5"));
}

void Exchange::call_route() {
    try {
        route_->answer(*request_, Reply(shared_from_this()));
    } catch (const std::exception& fault) {
        premises_.fault(fmt::format("{} {}: {}", name_of(route_->method), route_->path, fault.what()));
    }
}

void Exchange::take(Response response) {
    const std::lock_guard lock(mutex_);
    if (is_answered_) return;
    is_answered_ = true;
    response_ = std::move(response);
    if (!is_suspended_) return;
    is_suspended_ = false;
    {
        const std::lock_guard all(premises_.suspended_mutex);
        premises_.suspended.erase(shared_from_this());
    }
    MHD_resume_connection(connection_);
}

void Exchange::let_go() {
    {
        const std::lock_guard lock(mutex_);
        if (is_answered_) return;
    }
    premises_.fault(fmt::format("{} {} was left without an answer", name_of(route_->method), route_->path));
    take(premises_.error(500, "Sorry, there is a fault in this service.",
                         "Nothing was saved by this step. Try again; if it happens twice, tell the system's administrator."));
}

bool Exchange::send(Response response) {
    const auto& options = premises_.options;
    const auto small = compressed(response);
    if (small) response.body() = *small;
    const std::uint64_t size = size_of(response);

    MHD_Response* out = std::visit(MakeMhd(), response.body());
    if (out == nullptr) return false;
    const auto add = [&](std::string_view name, std::string_view value) {
        MHD_add_response_header(out, std::string(name).c_str(), std::string(value).c_str());
    };
    for (const auto& [name, value] : response.headers()) add(name, value);
    // A file that is shown as it is brings a stricter policy than that of a page.
    for (const auto& [name, value] : strict_headers)
        if (response.header(name).empty()) add(name, value);
    if (options.behind_tls) add(strict_transport.first, strict_transport.second);
    if (response.header("cache-control").empty()) add("Cache-Control", "no-store");
    if (small) {
        add("Content-Encoding", "gzip");
        add("Vary", "Accept-Encoding");
    }
    if (premises_.stopping) add("Connection", "close");

    deadline_.allow(time_for(size, options.limits));
    const bool is_queued = MHD_queue_response(connection_, static_cast<unsigned>(response.status()), out) == MHD_YES;
    MHD_destroy_response(out);
    if (options.on_answered) {
        const auto took = std::chrono::steady_clock::now() - arrived_;
        options.on_answered({route_, response.status(), std::chrono::duration_cast<std::chrono::microseconds>(took)});
    }
    return is_queued;
}

std::optional<std::string> Exchange::compressed(const Response& response) const {
    const int level = premises_.options.gzip_level;
    if (level <= 0 || response.body_text().size() < smallest_worth_compressing) return std::nullopt;
    if (!response.header("content-encoding").empty() || !is_compressible(response.header("content-type"))) return std::nullopt;
    const auto* accepted = MHD_lookup_connection_value(connection_, MHD_HEADER_KIND, "Accept-Encoding");
    if (accepted == nullptr || !accepts_gzip(accepted)) return std::nullopt;
    return gzipped(response.body_text(), level);
}

void Exchange::end() {
    if (is_dispatched_) --premises_.being_answered;
    const std::lock_guard lock(mutex_);
    is_answered_ = true;  // Whoever still holds the Reply has nobody to answer.
}

}  // namespace steadfast::web
