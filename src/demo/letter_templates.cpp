#include "demo/case.hpp"
#include "record/letters/letter.hpp"

#include <array>

namespace steadfast::demo {
namespace {

struct Words {
    std::string_view title;
    std::string_view words;
};

constexpr std::array<Words, 3> letters{{
    {"Who works with your family",
     "Dear [recipient's name],\n\n"
     "My name is [worker's name] and I am the social worker for [child's name] from now on. I would like to meet you and [child's name] soon, at a time that suits you.\n\n"
     "At our first meeting I will ask what you would like help with, what is going well, and what worries you. You can ask me anything, and you can have somebody with you.\n\n"
     "Yours sincerely,\n[worker's name]\n[council]"},
    {"Invitation to a meeting",
     "Dear [recipient's name],\n\n"
     "We will meet to talk about how things are for [child's name] (our reference [child's reference]) and what should happen next.\n\n"
     "Day and time:\nPlace:\n\n"
     "If you can't come, or would like an interpreter, somebody to look after the children or help with getting there, please tell me. You can also say or write beforehand what you want everybody to know.\n\n"
     "Yours sincerely,\n[worker's name]\n[council]"},
    {"Asking another agency what it knows",
     "About: [child's name], born [child's date of birth], our reference [child's reference]\n\n"
     "We are assessing what help this child needs. Please tell me what you know that bears on the child's safety and welfare, and since when you have known the family.\n\n"
     "The parents have been told that we ask you / have not been told, because:\n\n"
     "[worker's name]\n[council]"},
}};

}  // namespace

void write_letter_templates(Story& story, const Staff& staff, Moment at) {
    for (const Words& one : letters) {
        record::letters::LetterTemplate letter;
        letter.title = one.title;
        letter.words.text = one.words;
        Written written;
        story.save(written, letter, {}, staff.administrator().id, at);
    }
}

}  // namespace steadfast::demo
