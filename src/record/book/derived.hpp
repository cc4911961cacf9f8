#pragma once

#include <memory>
#include <mutex>
#include <typeindex>
#include <unordered_map>

namespace steadfast::record {

/// A shelf that all versions of one record share, for what is worked out from their tables: whoever works something out
/// keeps it here with the tables it came from, and takes it up again for as long as a version has the same ones.
class Derived {
public:
    template <class T>
    [[nodiscard]] std::shared_ptr<const T> kept() const {
        const std::lock_guard hold(mutex_);
        const auto found = kept_.find(std::type_index(typeid(T)));
        return found == kept_.end() ? nullptr : std::static_pointer_cast<const T>(found->second);
    }
    template <class T>
    void keep(std::shared_ptr<const T> derived) {
        const std::lock_guard hold(mutex_);
        kept_[std::type_index(typeid(T))] = std::move(derived);
    }

private:
    mutable std::mutex mutex_;
    std::unordered_map<std::type_index, std::shared_ptr<const void>> kept_;
};

}  // namespace steadfast::record
