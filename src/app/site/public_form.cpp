#include "app/site/site.hpp"

#include "practice/contact/public_form.hpp"
#include "record/workers/worker.hpp"

namespace steadfast::app {
namespace {

constexpr std::size_t most_public_body = 64 * 1024;
constexpr int most_of_an_address = 10;   // A whole school may come from one.
constexpr std::string_view is_off = "This form is switched off. Ring us instead.";

/// Who stands as the author of what anybody sends: not a person, and nobody can sign in as it.
ledger::WorkerId public_form_worker() { return *ledger::WorkerId::parse("00000000000000007075626c6963666f"); }

/// The contact, and the first time the worker that it is recorded by.
std::vector<ledger::Change> changes_of(const record::Book& book, const practice::Contact& contact, const ledger::IdempotencyKey& form) {
    std::vector<ledger::Change> changes;
    const auto by = public_form_worker();
    if (!book.find(ledger::ItemId(by.bytes()))) {
        record::Worker worker;
        worker.name = "Public form";
        changes.push_back(record::change_of(worker, ledger::ItemId(by.bytes()), 0, {}, by));
        changes.back().key = ledger::IdempotencyKey(by.bytes());
    }
    changes.push_back(record::change_of(contact, ledger::ItemId(form.bytes()), 0, {}, by));
    changes.back().key = form;
    return changes;
}

}  // namespace

void Site::add_public_form(web::Router& router, AccessTable& access) {
    using enum web::Method;
    const auto open = [&](web::Method method, std::string path, web::Answer answer, web::Runs runs) {
        access.push_back({method, path, OpenToAnybody{}});
        router.add(method, std::move(path), door_.open(std::move(answer)), {.runs = runs, .most_body = most_public_body});
    };
    open(get, "/refer", [this](const web::Request& request, web::Reply reply) { show_public_form(request, std::move(reply)); }, web::Runs::at_once);
    open(post, "/refer", [this](const web::Request& request, web::Reply reply) { take_public_form(request, std::move(reply)); }, web::Runs::on_a_worker);
    open(get, "/refer/sent/{reference}", [this](const web::Request& request, web::Reply reply) { show_public_form_sent(request, std::move(reply)); }, web::Runs::at_once);
}

web::Response Site::public_page(std::string title, web::Html main, int status) const {
    return web::Response::page(frame_.around(*record_.book(), {}, std::move(title), std::move(main)), status);
}

void Site::show_public_form(const web::Request& request, web::Reply reply) const {
    practice::PublicForm form{.typed = {}, .errors = {}, .trouble = "", .proof = public_proof_.give(request.received()), .settings = practice::front_door_settings(*record_.book())};
    if (!form.settings.is_public_form_on.value_or(false)) return reply(public_page("Tell us about a child", practice::public_form_closed_view(form.settings, is_off), 404));
    reply(public_page("Tell us about a child", practice::public_form_view(form), 200));
}

void Site::show_public_form_sent(const web::Request& request, web::Reply reply) const {
    // Nothing is looked up: whoever types another reference learns nothing.
    const auto reference = request.at("reference");
    if (!practice::is_reference(reference)) return reply(web::Response::page(error_page(404, "There is no such page. Check the address."), 404));
    reply(public_page("We have what you sent", practice::public_form_sent_view(reference, practice::front_door_settings(*record_.book())), 200));
}

void Site::take_public_form(const web::Request& request, web::Reply reply) {
    const auto book = record_.book();
    const Instant now = request.received();
    practice::PublicForm form{.typed = request.form(), .errors = {}, .trouble = "", .proof = std::string(request.form().get("proof")), .settings = practice::front_door_settings(*book)};
    if (!form.settings.is_public_form_on.value_or(false)) return reply(public_page("Tell us about a child", practice::public_form_closed_view(form.settings, is_off), 404));

    const auto proof = public_proof_.take(form.proof, now);
    const auto sent = web::to("/refer/sent") / practice::reference_of(proof.form);
    if (proof.judged == practice::PublicFormProof::Judged::good && book->find(ledger::ItemId(proof.form.bytes()))) return reply(web::Response::see_other(sent));
    // A machine that fills in every field is told what people are told, and nothing is kept.
    if (!request.form().get(practice::trap_field).empty()) return reply(web::Response::see_other(web::to("/refer/sent") / practice::reference_of(ledger::IdempotencyKey::random())));

    practice::Contact contact = practice::read_public_form(form, now);
    const auto again = [&](std::string trouble, int status) {
        form.trouble = std::move(trouble);
        if (proof.judged != practice::PublicFormProof::Judged::good) form.proof = public_proof_.give(now);
        reply(public_page("Error: Tell us about a child", practice::public_form_view(form), status));
    };
    if (!form.errors.empty()) return again("", 422);
    if (proof.judged == practice::PublicFormProof::Judged::too_soon) return again("That was quicker than anybody types. What you wrote is still here: wait a few seconds and send it again.", 422);
    if (proof.judged == practice::PublicFormProof::Judged::not_ours) return again("This page was opened too long ago to be sent as it is. What you wrote is still here: send it again.", 422);
    const web::RateLimit::Terms terms{.of_an_address = most_of_an_address, .overall = form.settings.most_an_hour.value_or(practice::usual_most_an_hour)};
    if (const auto may_send = public_limit_.begin(request.remote_address(), now, terms); !may_send)
        return again(may_send.error().whole() + " What you wrote is still here. If it can't wait, ring us.", 429);

    contact.reference = practice::reference_of(proof.form);
    const auto saved = record_.ledger().save_and_wait(changes_of(*book, contact, proof.form), {{now, public_form_worker(), "took a public form", {}, ledger::ItemId(proof.form.bytes())}});
    if (!saved) return again("It could not be saved just now. What you wrote is still here: send it again in a minute, or ring us.", 503);
    reply(web::Response::see_other(sent));
}

}  // namespace steadfast::app
