#include "demo/council.hpp"

#include "demo/case.hpp"
#include "demo/teams.hpp"
#include "law/working_days.hpp"
#include "record/council/council.hpp"

#include <algorithm>

namespace steadfast::demo {
namespace {

constexpr int years_told = 8;
constexpr std::size_t most_saved_together = 400;
constexpr std::uint64_t first_number_of_relatives = 1'000'000'000;   // More than there will ever be families.

std::size_t children_of(Size size) { return size == Size::small ? 2'000 : size == Size::medium ? 20'000 : 100'000; }
/// A large council's saves would not all fit into memory at once, so they are made some years at a time.
int stretches_of(Size size) { return size == Size::small ? 1 : size == Size::medium ? 2 : 8; }

Date first_day(const Order& order) { return order.today.plus_years(-years_told); }

std::vector<Story::Stretch> stretches(const Order& order) {
    std::vector<Story::Stretch> all;
    const int count = stretches_of(order.size);
    const Date opening = law::add_working_days(first_day(order), -1);
    for (int i = 0; i < count; ++i) {
        const auto day = [&](int nth) { return opening.plus_days((order.today - opening) * nth / count); };
        all.push_back({day(i), i + 1 == count ? order.today : day(i + 1), order.today});
    }
    return all;
}

/// The council and its workers, on the working day before the first family is heard of.
void found_council(Story& story, const Staff& staff, const Order& order) {
    const Moment at{law::add_working_days(first_day(order), -1), 0};
    record::Council council;
    council.name = council_name;
    council.number = "990";
    council.people_are_invented = true;
    Written written;
    story.save(written, council, {}, staff.administrator().id, at);
    open_front_door(story, staff, at);
    for (const Colleague& colleague : staff.all()) {
        record::Worker worker;
        Written as_worker;
        as_worker.item = ledger::ItemId(colleague.id.bytes());
        worker.name = colleague.name;
        worker.sign_in_name = colleague.sign_in_name;
        worker.works_as.code = colleague.role_code;
        const ledger::SubjectId subject(colleague.id.bytes());
        story.save(as_worker, worker, {subject}, staff.administrator().id, at);
        if (!colleague.left) continue;
        worker.left = colleague.left;
        story.save(as_worker, worker, {subject}, staff.administrator().id, {law::add_working_days(*colleague.left, 0), 4});
    }
    found_teams(story, staff, at);
}

/// Everything that was saved in a stretch of time, in the order in which it was.
std::vector<Saving> savings_of(const Order& order, const Staff& staff, const Story::Stretch& stretch, std::size_t& children) {
    const Dice of_the_council(order.seed);
    std::vector<Saving> savings;
    Story of_the_start(of_the_council.for_the(1), stretch, savings);
    found_council(of_the_start, staff, order);
    children = 0;
    for (std::uint64_t number = 1; children < children_of(order.size); ++number) {
        Dice dice = of_the_council.for_the(1 + number);
        Family family = some_family(dice, number, first_day(order), order.today.plus_days(-3));
        Story story(dice, stretch, savings);
        tell_family({story, staff, family});
        Story of_relatives(of_the_council.for_the(first_number_of_relatives + number), stretch, savings);
        tell_relatives({of_relatives, staff, family});
        for (const Child& child : family.children) children += child.person.version > 0 ? 1 : 0;
    }
    std::ranges::stable_sort(savings, {}, &Saving::at);
    return savings;
}

class Saver {
public:
    Saver(record::Record& record, StandingClock& clock) : record_(record), clock_(clock) {}

    /// Saves what was typed at one moment as one group.
    [[nodiscard]] Result<void> save(std::vector<Saving>& savings, const std::function<void(std::size_t)>& report) {
        for (std::size_t i = 0; i < savings.size();) {
            const Moment at = savings[i].at;
            std::vector<ledger::Change> group;
            for (; i < savings.size() && savings[i].at == at && group.size() < most_saved_together; ++i)
                group.push_back(std::move(savings[i].change));
            clock_.put(at.instant());
            const auto saved = record_.ledger().save_and_wait(std::move(group));
            if (!saved) return refuse(saved.error());
            entries_ += saved->size();
            report(i);
        }
        return {};
    }
    [[nodiscard]] std::size_t entries() const { return entries_; }

private:
    record::Record& record_;
    StandingClock& clock_;
    std::size_t entries_ = 0;
};

}  // namespace

std::optional<Size> size_called(std::string_view name) {
    if (name == "small") return Size::small;
    if (name == "medium") return Size::medium;
    if (name == "large") return Size::large;
    return std::nullopt;
}

Staff staff_of(const Order& order) { return Staff(order.seed, order.today); }

Result<Made> make_council(const Order& order, record::Record& record, StandingClock& clock, const Progress& progress) {
    if (record.ledger().head().seq != 0)
        return refuse(Refusal::Kind::not_allowed, "There is a record in this store already.",
                      "Name an empty store for the demonstration.");
    const Staff staff = staff_of(order);
    if (auto started = record.ledger().start_filling(); !started) return refuse(started.error());

    Made made;
    Saver saver(record, clock);
    const auto all = stretches(order);
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto savings = savings_of(order, staff, all[i], made.children);
        const std::size_t of = savings.size();
        const auto report = [&](std::size_t done) {
            // In thousandths of the whole, as how much the later stretches hold is not known yet.
            if (progress) progress((i * of + done) * 1000 / (all.size() * std::max<std::size_t>(of, 1)), 1000);
        };
        if (auto saved = saver.save(savings, report); !saved) return refuse(saved.error());
    }
    made.entries = saver.entries();
    if (auto finished = record.ledger().finish_filling(); !finished) return refuse(finished.error());
    return made;
}

}  // namespace steadfast::demo
