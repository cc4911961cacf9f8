#include "demo/case.hpp"
#include "law/working_days.hpp"
#include "record/people/address.hpp"
#include "record/people/alert.hpp"
#include "record/people/contact_way.hpp"
#include "record/people/name.hpp"
#include "record/people/professional.hpp"
#include "record/people/relationship.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace steadfast::demo {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array streets{"Mill Lane"sv, "Station Road"sv, "Church Street"sv, "Orchard Close"sv, "Victoria Terrace"sv, "Chapel Row"sv,
                             "Kingfisher Way"sv, "Foundry Street"sv, "Canal Side"sv, "Hawthorn Avenue"sv, "Beech Grove"sv, "Market Place"sv};
constexpr std::array towns{"Ashcombe"sv, "Little Ashcombe"sv, "Thornwick"sv, "Marlby"sv, "Eastholme"sv, "Coldbrook"sv, "Saxford"sv};
constexpr std::array safe_like_this{"Text first, and ring only if she answers"sv, "Between nine and three, while the children are at school"sv,
                                    "Leave no message: others hear them"sv, "Only through her sister"sv};
constexpr std::array<Share, 4> alert_kinds{{{"risk_to_workers", 30}, {"animal", 25}, {"health", 30}, {"communication", 15}}};

std::string alert_words(std::string_view kind) {
    if (kind == "risk_to_workers") return "Visit in pairs, and tell the duty desk before and after";
    if (kind == "animal") return "Large dog: ask for it to be shut in another room first";
    if (kind == "health") return "Severe nut allergy: carries an adrenaline pen";
    return "Deaf: book a sign language interpreter, or write";
}

/// A grown person of the family, and what the story knows of them.
struct Adult {
    record::Person person;
    Written written;
    [[nodiscard]] ledger::SubjectId subject() const { return record::subject_of(written.item); }
};

/// The grown-ups round a family's children, where they live and who works with them: recorded soon after the family became known.
class Relatives {
public:
    explicit Relatives(const Case& what) : what_(what), by_(what.social_worker(what.family.first_known)) {
        for (Child& child : what.family.children)
            if (child.person.version > 0) children_.push_back(&child);
    }

    void tell() {
        if (children_.empty()) return;
        first_heard_ = soon();
        if (!what_.family.came_alone) {
            eldest_ = (*std::ranges::min_element(children_, {}, &Child::born))->born;
            make_parents();
            make_a_home();
            make_a_grandmother();
        }
        make_professionals();
        make_an_alert();
    }

private:
    [[nodiscard]] Dice& dice() const { return what_.dice(); }
    [[nodiscard]] Moment soon() const { return what_.story.typed_up(law::add_working_days(what_.family.first_known, dice().between(2, 9)), Typed::at_once); }
    template <class T>
    void save(const T& value, std::vector<ledger::SubjectId> about) {
        Written written;
        // Nothing is said of somebody who is not on record yet.
        what_.story.save(written, value, std::move(about), by_, std::max(first_heard_, soon()));
    }

    Adult adult(std::string_view given, const std::string& family_name, std::string_view sex, Date born) {
        Adult one;
        one.person.kind.code = "adult";
        one.person.given_name = given;
        one.person.family_name = family_name;
        one.person.sex.code = sex;
        if (dice().happens_in(85)) one.person.born = born;   // Often nobody asked.
        one.written.item = ledger::ItemId(dice().id());
        return one;
    }
    void save(Adult& adult) { what_.story.save(adult.written, adult.person, {adult.subject()}, by_, first_heard_); }

    void relate(ledger::SubjectId person, std::string_view kind, const Adult& relative, std::string_view basis) {
        record::Relationship relationship;
        relationship.person.item = record::item_of(person);
        relationship.relative.item = relative.written.item;
        relationship.kind.code = kind;
        if (!basis.empty()) {
            relationship.responsibility.code = basis == "none" ? "no" : "yes";
            if (basis != "none") relationship.basis.code = basis;
        }
        save(relationship, {person, relative.subject()});
    }

    void make_parents() {
        mother_ = adult(what_.family.mother, what_.family.surname, "F", eldest_.plus_days(-dice().between(17 * 365, 37 * 365)));
        save(mother_);
        if (dice().happens_in(8)) {
            record::Name maiden;
            maiden.given_name = mother_.person.given_name;
            maiden.family_name = dice().one_of(what_.family.origin->families);
            maiden.kind.code = "birth";
            save(maiden, {mother_.subject()});
        }
        for (const Child* child : children_) relate(child->subject, "parent", mother_, "mother");
        if (!dice().happens_in(82)) return;
        // The youngest of several has another father now and then.
        if (children_.size() > 2 && dice().happens_in(30)) {
            make_father({children_.back()});
            make_father({children_.begin(), children_.end() - 1});
        } else {
            make_father(children_);
        }
    }
    void make_father(const std::vector<Child*>& of) {
        Adult father = adult(of.front() == children_.front() ? std::string_view(what_.family.father) : dice().one_of(what_.family.origin->boys), dice().happens_in(70) ? what_.family.surname : std::string(dice().one_of(what_.family.origin->families)),
                             "M", eldest_.plus_days(-dice().between(18 * 365, 45 * 365)));
        if (dice().happens_in(3)) father.person.died = what_.family.first_known.plus_days(-dice().between(100, 1500));
        save(father);
        const bool is_registered = dice().happens_in(75);
        for (const Child* child : of)
            relate(child->subject, "parent", father, is_registered ? "birth_registered" : "none");
        record::Relationship couple;
        couple.person.item = mother_.written.item;
        couple.relative.item = father.written.item;
        const bool is_married = dice().happens_in(45);
        couple.kind.code = is_married ? "married" : "partner";
        couple.from = std::min(eldest_.plus_days(-dice().between(100, 1200)), what_.family.first_known.plus_days(-100));
        lives_with_father_ = !father.person.died && dice().happens_in(50);
        if (!lives_with_father_) {
            couple.to = std::max(couple.from->plus_days(60), what_.family.first_known.plus_days(-dice().between(10, 900)));
            couple.ended_by.code = father.person.died ? "death" : is_married && dice().happens_in(50) ? "divorce" : "separation";
        }
        save(couple, {mother_.subject(), father.subject()});
        father_ = father;
    }

    void make_a_home() {
        record::Address home = some_address(what_.family.postcode);
        std::vector<ledger::SubjectId> there{mother_.subject()};
        if (lives_with_father_) there.push_back(father_->subject());
        for (const Child* child : children_)
            if (!child->in_care_until || *child->in_care_until < what_.story.today()) there.push_back(child->subject);
        if (!lives_with_father_ && dice().happens_in(9)) {
            home.is_confidential = true;
            home.confidential_because = "Fled from violence: nobody outside the team may learn where they live";
        }
        save(home, there);
        if (father_ && !lives_with_father_ && !father_->person.died && dice().happens_in(60)) save(some_address(some_postcode(dice())), {father_->subject()});
        make_ways_to_make_contact();
    }
    record::Address some_address(const std::string& postcode) {
        record::Address address;
        address.kind.code = "home";
        address.house_and_street = fmt::format("{} {}", dice().between(1, 140), dice().one_of(streets));
        address.town = dice().one_of(towns);
        address.postcode = postcode;
        if (dice().happens_in(70)) address.from = what_.family.first_known.plus_days(-dice().between(30, 2500));
        return address;
    }
    /// Ofcom keeps these numbers for stories: none of them rings.
    void make_ways_to_make_contact() {
        record::ContactWay mobile;
        mobile.kind.code = "mobile";
        mobile.number_or_address = fmt::format("07700 900{:03}", dice().between(0, 999));
        const int safe = dice().between(1, 100);
        mobile.safety.code = safe <= 65 ? "any_time" : safe <= 88 ? "with_care" : "unknown";
        if (mobile.safety.is("with_care")) mobile.how_it_is_safe = dice().one_of(safe_like_this);
        save(mobile, {mother_.subject()});
        if (!dice().happens_in(12)) return;
        record::ContactWay old;
        old.kind.code = "phone";
        old.number_or_address = fmt::format("01632 960{:03}", dice().between(0, 999));
        old.safety.code = "with_care";
        old.is_not_to_be_used = true;
        old.not_to_be_used_because = "her former partner answers it";
        save(old, {mother_.subject()});
    }

    void make_a_grandmother() {
        if (!dice().happens_in(30)) return;
        Adult grandmother = adult(dice().one_of(what_.family.origin->girls), dice().happens_in(50) ? what_.family.surname : std::string(dice().one_of(what_.family.origin->families)),
                                  "F", eldest_.plus_days(-dice().between(40 * 365, 62 * 365)));
        if (dice().happens_in(15)) grandmother.person.died = what_.family.first_known.plus_days(-dice().between(30, 2000));
        save(grandmother);
        relate(mother_.subject(), "parent", grandmother, "");
    }

    void make_professional(std::string_view kind, std::string organisation, std::string_view works_as, std::vector<ledger::SubjectId> about) {
        if (about.empty()) return;
        record::Professional one;
        one.kind.code = kind;
        one.organisation = std::move(organisation);
        one.name = fmt::format("{} {}", dice().one_of(some_origin(dice()).girls), dice().one_of(some_origin(dice()).families));
        one.works_as = works_as;
        one.phone = fmt::format("01632 960{:03}", dice().between(0, 999));
        save(one, std::move(about));
    }
    [[nodiscard]] std::vector<ledger::SubjectId> aged(int from, int to) const {
        std::vector<ledger::SubjectId> some;
        for (const Child* child : children_) {
            const int age = child->age_on(what_.family.first_known);
            if (age >= from && age <= to) some.push_back(child->subject);
        }
        return some;
    }
    void make_professionals() {
        make_professional("gp", fmt::format("{} Surgery", dice().one_of(towns)), "GP", aged(-1, 17));
        make_professional("school", what_.family.primary_school, "Designated safeguarding lead", aged(5, 10));
        make_professional("school", what_.family.secondary_school, "Designated safeguarding lead", aged(11, 17));
        if (dice().happens_in(70)) make_professional("health_visitor", fmt::format("{} Clinic", dice().one_of(towns)), "Health visitor", aged(-1, 4));
    }

    void make_an_alert() {
        if (!dice().happens_in(7)) return;
        record::Alert alert;
        alert.kind.code = dice().one_of(alert_kinds);
        alert.says = alert_words(alert.kind.code);
        alert.because.text = "Seen at the first visit, and confirmed by the family.";
        alert.owner.item = ledger::ItemId(by_.bytes());
        alert.from = what_.family.first_known;
        alert.review_on = what_.family.first_known.plus_days(180);
        if (*alert.review_on < what_.story.today().plus_days(-30)) alert.ended = alert.review_on;
        save(alert, {children_.front()->subject});
    }

    const Case& what_;
    const ledger::WorkerId by_;
    std::vector<Child*> children_;
    Moment first_heard_{Date::from_days(0), 0};   ///< Of all of the adults.
    Date eldest_ = Date::from_days(0);
    Adult mother_;
    std::optional<Adult> father_;
    bool lives_with_father_ = false;
};

}  // namespace

void tell_relatives(const Case& what) { Relatives(what).tell(); }

}  // namespace steadfast::demo
