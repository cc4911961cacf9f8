#include "demo/telling.hpp"

#include "demo/case.hpp"
#include "demo/mess.hpp"
#include "demo/own_clocks.hpp"
#include "law/working_days.hpp"
#include "record/council/council.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

namespace steadfast::demo {
namespace {

constexpr std::uint64_t first_number_of_relatives = 1'000'000'000;   // More than there will ever be families.
constexpr std::uint64_t first_number_of_mess = 2'000'000'000;
constexpr std::uint64_t first_number_of_times_missing = 3'000'000'000;
constexpr std::uint64_t first_number_of_own_clocks = 4'000'000'000;
constexpr std::uint64_t families_at_once = 512;
constexpr std::size_t most_people_of_a_family = 20;

/// The council and its workers, on the working day before the first family is heard of.
void found_council(Story& story, const Workplace& place) {
    const Staff& staff = place.staff();
    const Moment at{law::add_working_days(place.order().first_day(), -1), 0};
    record::Council council;
    council.name = place.scale().council;
    council.number = place.scale().number;
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
        const Moment joined = colleague.joined ? Moment{law::add_working_days(*colleague.joined, 0), 0} : at;
        story.save(as_worker, worker, {subject}, staff.administrator().id, joined);
        if (!colleague.left) continue;
        worker.left = colleague.left;
        story.save(as_worker, worker, {subject}, staff.administrator().id, {law::add_working_days(*colleague.left, 0), 4});
    }
    found_teams(story, staff, place.teams(), at);
    write_letter_templates(story, staff, at);
    found_network(story, place);
}

/// How many people, and of them children, one family's story put on record.
struct Told {
    std::size_t children = 0;
    std::size_t people = 0;
};

class Teller {
public:
    Teller(const Workplace& place, Pigeonholes& pigeonholes)
        : place_(place), pigeonholes_(pigeonholes), of_the_council_(place.order().seed), people_(record::type_of<record::Person>().key()) {}

    [[nodiscard]] Result<void> found() {
        savings_.clear();
        Story story(of_the_council_.for_the(1), place_.order().today, savings_);
        found_council(story, place_);
        entries_ += savings_.size();
        return pigeonholes_.put(0, savings_);
    }

    [[nodiscard]] Result<Told> tell(std::uint64_t number) {
        const Order& order = place_.order();
        const Late late = place_.scale().is_untidy ? Late::often : Late::now_and_then;
        savings_.clear();
        Dice dice = of_the_council_.for_the(1 + number);
        Family family = some_family(dice, number, order.first_day(), order.today.plus_days(-3), place_.scale().is_untidy ? Kept::as_real_ones_are : Kept::well);
        Story story(dice, order.today, savings_, late);
        tell_family({story, place_, family});
        Told told;
        told.children = static_cast<std::size_t>(std::ranges::count_if(family.children, [](const Child& child) { return child.person.version > 0; }));
        Story of_relatives(of_the_council_.for_the(first_number_of_relatives + number), order.today, savings_, late);
        tell_relatives({of_relatives, place_, family});
        Story of_times_missing(of_the_council_.for_the(first_number_of_times_missing + number), order.today, savings_, late);
        tell_times_missing({of_times_missing, place_, family});
        Story of_own_clocks(of_the_council_.for_the(first_number_of_own_clocks + number), order.today, savings_, late);
        tell_own_clocks({of_own_clocks, place_, family});
        if (place_.scale().is_untidy) {
            Story of_mess(of_the_council_.for_the(first_number_of_mess + number), order.today, savings_, late);
            told.children += tell_mess({of_mess, place_, family});
        }
        told.people = static_cast<std::size_t>(std::ranges::count_if(
            savings_, [this](const Saving& saving) { return saving.change.starts_from == 0 && saving.change.type == people_; }));
        entries_ += savings_.size();
        if (auto put = pigeonholes_.put(number, savings_); !put) return refuse(put.error());
        return told;
    }
    [[nodiscard]] std::size_t entries() const { return entries_; }

private:
    const Workplace& place_;
    Pigeonholes& pigeonholes_;
    const Dice of_the_council_;
    const std::string_view people_;
    std::vector<Saving> savings_;
    std::size_t entries_ = 0;
};

/// Tells families by several threads, each taking the next that nobody has taken.
class Tellers {
public:
    Tellers(const Workplace& place, Pigeonholes& pigeonholes, unsigned threads) {
        for (unsigned i = 0; i < std::max(1U, threads); ++i) tellers_.emplace_back(place, pigeonholes);
    }

    [[nodiscard]] Result<void> found() { return tellers_.front().found(); }

    [[nodiscard]] Result<Told> tell(std::uint64_t first, std::uint64_t count) {
        std::atomic<std::uint64_t> next = 0;
        std::vector<Result<Told>> told(tellers_.size());
        const auto work = [&](std::size_t which) {
            for (std::uint64_t nth = next++; nth < count && told[which]; nth = next++) {
                const auto family = tellers_[which].tell(first + nth);
                if (!family) told[which] = refuse(family.error());
                else *told[which] = {told[which]->children + family->children, told[which]->people + family->people};
            }
        };
        {
            std::vector<std::jthread> others;
            for (std::size_t which = 1; which < tellers_.size() && count > 1; ++which) others.emplace_back(work, which);
            work(0);
        }
        Told all;
        for (const auto& some : told) {
            if (!some) return some;
            all = {all.children + some->children, all.people + some->people};
        }
        return all;
    }
    [[nodiscard]] std::size_t entries() const {
        std::size_t all = 0;
        for (const Teller& teller : tellers_) all += teller.entries();
        return all;
    }

private:
    std::vector<Teller> tellers_;
};

}  // namespace

Result<Made> tell_council(const Workplace& place, Pigeonholes& pigeonholes, const Progress& progress, unsigned threads) {
    const Scale& scale = place.scale();
    Tellers tellers(place, pigeonholes, threads);
    if (auto founded = tellers.found(); !founded) return refuse(founded.error());
    Made made;
    for (std::uint64_t next = 1;;) {
        const std::size_t counted = scale.counts_adults ? made.people : made.children;
        if (progress) progress("Telling the families' stories", std::min(counted, scale.people), scale.people);
        if (counted >= scale.people) break;
        // Near the end one at a time, so that nobody is told who would not have been told alone.
        const std::uint64_t count = counted + families_at_once * most_people_of_a_family < scale.people ? families_at_once : 1;
        const auto told = tellers.tell(next, count);
        if (!told) return refuse(told.error());
        next += count;
        made.children += told->children;
        made.people += told->people;
    }
    made.entries = tellers.entries();
    return made;
}

}  // namespace steadfast::demo
