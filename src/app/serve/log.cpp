#include "app/serve/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace steadfast::app {

struct Log::Inside {
    spdlog::logger logger{"steadfast", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
};

Log::Log(Detail detail) : inside_(std::make_unique<Inside>()) {
    inside_->logger.set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    inside_->logger.set_level(detail == Detail::everything ? spdlog::level::info : spdlog::level::warn);
    inside_->logger.flush_on(spdlog::level::info);
}

Log::~Log() = default;

void Log::note(std::string_view says) { inside_->logger.info("{}", says); }
void Log::trouble(std::string_view says) { inside_->logger.warn("{}", says); }

}  // namespace steadfast::app
