#include "web/openid/fetch.hpp"

#include "web/link.hpp"

#include <curl/curl.h>

#include <memory>
#include <mutex>
#include <stdexcept>

namespace steadfast::web {
namespace {

constexpr long longest_wait_seconds = 10;
constexpr std::size_t most_bytes = 1 << 20;

struct Ends {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

void begin_once() {
    static std::once_flag begun;
    std::call_once(begun, [] {
        if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::runtime_error("libcurl could not start");
    });
}

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* into) {
    auto& body = *static_cast<std::string*>(into);
    if (body.size() + size * count > most_bytes) return 0;   // libcurl gives up then.
    body.append(bytes, size * count);
    return size * count;
}

std::string encoded(const FetchRequest& request) {
    std::string form;
    for (const auto& [name, value] : request.form) form += (form.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
    return form;
}

}  // namespace

bool is_safe_to_ask(std::string_view address) {
    if (address.starts_with("https://")) return true;
    for (const std::string_view here : {"http://127.0.0.1", "http://localhost", "http://[::1]"}) {
        if (!address.starts_with(here)) continue;
        const std::string_view rest = address.substr(here.size());
        return rest.empty() || rest.front() == ':' || rest.front() == '/';
    }
    return false;
}

Result<Fetched> fetch(const FetchRequest& request) {
    begin_once();
    if (!is_safe_to_ask(request.address)) return refuse(Refusal::Kind::invalid, "Only an https address is asked.");
    const std::unique_ptr<CURL, Ends> handle(curl_easy_init());
    if (!handle) throw std::runtime_error("libcurl gave no handle");
    Fetched fetched;
    const std::string form = encoded(request);
    std::unique_ptr<curl_slist, Ends> headers(curl_slist_append(nullptr, "Accept: application/json"));
    if (!request.bearer.empty()) headers.reset(curl_slist_append(headers.release(), ("Authorization: Bearer " + request.bearer).c_str()));

    CURL* const curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, request.address.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, longest_wait_seconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &fetched.body);
    if (!request.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        curl_easy_setopt(curl, CURLOPT_USERNAME, request.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, request.password.c_str());
    }
    if (!request.form.empty()) curl_easy_setopt(curl, CURLOPT_POSTFIELDS, form.c_str());

    if (const CURLcode ended = curl_easy_perform(curl); ended != CURLE_OK)
        return refuse(Refusal::Kind::unavailable, std::string("The other server gave no answer: ") + curl_easy_strerror(ended) + ".");
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &fetched.status);
    return fetched;
}

}  // namespace steadfast::web
