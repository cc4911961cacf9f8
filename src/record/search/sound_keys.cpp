#include "record/search/name_key.hpp"

#include <algorithm>
#include <array>

namespace steadfast::record {
namespace {

constexpr std::size_t most_sounds = 12;
constexpr std::size_t most_keys = 8;

/// What is heard. Zero is nothing, so that a short key is not the beginning of a long one.
enum Sound : SoundKey { none, b, d, f, g, h, j, k, l, m, n, p, r, s, t, w, x, y, z, starts_open, starts_front, starts_back, ends_open, ends_front, ends_back };

bool is_vowel_letter(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/// What some spellings have in common before a letter is listened to.
struct Respelt {
    std::string_view from;
    std::string_view to;
    enum class Where { beginning, anywhere } where;
};

constexpr std::array respellings{
    Respelt{"mcc", "mac", Respelt::Where::beginning},   Respelt{"mck", "mak", Respelt::Where::beginning},
    Respelt{"mc", "mac", Respelt::Where::beginning},    Respelt{"mack", "mak", Respelt::Where::beginning},
    Respelt{"kn", "n", Respelt::Where::beginning},      Respelt{"wr", "r", Respelt::Where::beginning},
    Respelt{"ps", "s", Respelt::Where::beginning},      Respelt{"ff", "f", Respelt::Where::beginning},
    Respelt{"john", "jon", Respelt::Where::beginning},  Respelt{"shaun", "shon", Respelt::Where::beginning},
    Respelt{"sean", "shon", Respelt::Where::beginning}, Respelt{"shawn", "shon", Respelt::Where::beginning},
    Respelt{"mps", "ms", Respelt::Where::anywhere},     Respelt{"ksh", "ks", Respelt::Where::anywhere},
    Respelt{"ght", "t", Respelt::Where::anywhere},      Respelt{"dg", "j", Respelt::Where::anywhere},
    Respelt{"tch", "#", Respelt::Where::anywhere},      Respelt{"sch", "sh", Respelt::Where::anywhere},
};

std::string respelt(std::string_view word) {
    std::string text(word);
    for (const Respelt& one : respellings) {
        if (one.where == Respelt::Where::beginning) {
            if (text.starts_with(one.from)) text.replace(0, one.from.size(), one.to);
            continue;
        }
        for (std::size_t at = text.find(one.from, 1); at != std::string::npos; at = text.find(one.from, at + one.to.size()))
            text.replace(at, one.from.size(), one.to);
    }
    return text;
}

/// Listens to one word from its beginning to its end, in as many ways as its letters leave open.
class Listening {
public:
    explicit Listening(std::string_view word) : word_(word), ways_{{}} {}

    std::vector<SoundKey> keys() {
        while (at_ < word_.size()) take();
        std::vector<SoundKey> keys;
        for (const Way& way : ways_)
            if (way.key != 0) keys.push_back(way.key);
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        return keys;
    }

private:
    struct Way {
        SoundKey key = 0;
        std::size_t sounds = 0;
    };

    char letter(std::size_t ahead) const { return at_ + ahead < word_.size() ? word_[at_ + ahead] : '\0'; }
    bool begins() const { return at_ == 0; }
    bool sounds_as_vowel(std::size_t place) const {
        if (place >= word_.size()) return false;
        const char c = word_[place];
        if (is_vowel_letter(c)) return true;
        // "y" is a vowel unless it begins the word before one: Lynn, Maya; but Yusuf.
        return c == 'y' && (place > 0 || !(word_.size() > 1 && is_vowel_letter(word_[1])));
    }
    bool vowel_before() const { return at_ > 0 && sounds_as_vowel(at_ - 1); }
    bool vowel_after(std::size_t ahead) const { return sounds_as_vowel(at_ + ahead); }
    bool soft_after(std::size_t ahead) const {
        const char c = letter(ahead);
        return c == 'e' || c == 'i' || c == 'y';
    }

    void hear(std::initializer_list<Sound> sounds, std::size_t letters) {
        std::vector<Way> further;
        for (const Way& way : ways_) {
            for (const Sound sound : sounds) {
                Way next = way;
                if (sound != none && next.sounds < most_sounds) {
                    next.key |= static_cast<SoundKey>(sound) << (5 * next.sounds);
                    ++next.sounds;
                }
                if (further.size() < most_keys) further.push_back(next);
            }
        }
        ways_ = std::move(further);
        at_ += letters;
    }

    void take() {
        if (sounds_as_vowel(at_)) return take_vowels();
        if (at_ > 0 && word_[at_] == word_[at_ - 1]) {   // Doubled.
            ++at_;
            return;
        }
        take_consonant();
    }

    void take_vowels() {
        std::size_t end = at_;
        while (sounds_as_vowel(end)) ++end;
        const std::string_view vowels = word_.substr(at_, end - at_);
        if (begins()) return take_first(vowels);
        // A final h is mute after a vowel (Sarah), and so is "gh" (Leigh).
        const std::string_view rest = word_.substr(end);
        if (rest.empty() || rest == "h" || rest == "gh" || rest == "w") return take_last(vowels, rest);
        // Hussain and Hassan, Hussein and Hasan, are two names each written in many ways.
        const bool is_long = rest == "n" && (vowels == "ai" || vowels == "ei" || vowels == "ay" || vowels == "ey");
        if (is_long) return hear({y}, vowels.size());
        hear({none}, vowels.size());
    }

    void take_first(std::string_view vowels) {
        const bool is_open_or_front = vowels.starts_with("ai") || vowels.starts_with("ay") || vowels.starts_with("ei") || vowels.starts_with("ey") ||
                                      vowels.starts_with("ae");
        if (is_open_or_front) return hear({starts_open, starts_front}, vowels.size());
        if (vowels[0] == 'a') return hear({starts_open}, vowels.size());
        if (vowels[0] == 'o' || vowels[0] == 'u') return hear({starts_back}, vowels.size());
        hear({starts_front}, vowels.size());
    }

    void take_last(std::string_view vowels, std::string_view rest) {
        const std::size_t letters = vowels.size() + rest.size();
        if (rest == "w") return hear({ends_back, f}, letters);                    // Matthew; Stanisław.
        if (vowels == "e" && rest.empty()) return hear({none}, letters);          // Clarke.
        if (vowels == "oe") return hear({ends_back, ends_front}, letters);        // Joe; Zoe.
        const char last = vowels.back();
        if (vowels == "ea") return hear({ends_front, ends_open}, letters);        // Lea; Leah.
        if (last == 'a') return hear({ends_open}, letters);
        if (last == 'o' || last == 'u') return hear({ends_back}, letters);
        hear({ends_front}, letters);
    }

    void take_consonant() {
        switch (word_[at_]) {
            case 'b': return letter(1) == 'h' ? hear({f, b}, 2) : hear({b}, 1);               // Siobhan; Bhavna.
            case 'c': return take_c();
            case 'd': return letter(1) == 'h' || letter(1) == 'd' ? hear({d}, 2) : hear({d}, 1);
            case 'f': return hear({f}, 1);
            case 'g': return take_g();
            case 'h': return take_h();
            case 'j': return hear({j}, 1);
            case 'k': return hear({k}, letter(1) == 'h' ? 2 : 1);
            case 'l': return hear({l}, letter(1) == 'l' ? 2 : 1);
            case 'm': return word_.substr(at_) == "mh" ? hear({f, m}, 2) : hear({m}, 1);      // Niamh.
            case 'n': return hear({n}, 1);
            case 'p': return letter(1) == 'h' ? hear({f}, 2) : hear({p}, 1);
            case 'q': return hear({k}, letter(1) == 'u' ? 2 : 1);
            case 'r': return letter(1) == 'z' ? hear({r, x}, 2) : hear({r}, letter(1) == 'h' ? 2 : 1);
            case 's': return take_s();
            case 't': return letter(1) == 'h' ? hear({t}, 2) : hear({t}, 1);
            case 'v': return hear({f}, 1);
            case 'w': return take_w();
            case 'x': return begins() ? hear({s, x}, 1) : take_inner_x();
            case '#': return hear({x}, 1);                                                    // What "tch" was respelt to.
            case 'y': return hear({y}, 1);                                                    // Only where it begins a word.
            case 'z': return take_z();
            default: return hear({none}, 1);                                                  // A digit.
        }
    }

    /// Two sounds of one letter: Alex.
    void take_inner_x() {
        for (Way& way : ways_) {
            if (way.sounds >= most_sounds) continue;
            way.key |= static_cast<SoundKey>(k) << (5 * way.sounds);
            ++way.sounds;
        }
        hear({s}, 1);
    }

    void take_c() {
        if (letter(1) == 'h') return letter(2) == 'r' || letter(2) == 'l' ? hear({k}, 2) : hear({x, k}, 2);
        if (letter(1) == 'z') return hear({x, k}, 2);
        if (letter(1) == 'k') return hear({k}, 2);
        // Cerys is said with a k, Cecily with an s.
        if (soft_after(1)) return begins() ? hear({s, k}, 1) : hear({s}, 1);
        hear({k}, 1);
    }

    void take_g() {
        if (letter(1) == 'h') return begins() || !vowel_before() ? hear({g}, 2) : hear({none, g}, 2);
        if (soft_after(1)) return hear({g, j}, 1);
        hear({g}, 1);
    }

    void take_h() {
        // Mohammed, Mohamed, Muhammad; but Mahmoud keeps it.
        const bool is_heard = begins() || (vowel_before() && at_ + 1 < word_.size() && !vowel_after(1));
        hear({is_heard ? h : none}, 1);
    }

    void take_s() {
        if (letter(1) == 'h') return hear({x}, 2);
        if (letter(1) == 'z') return hear({x, s}, 2);                                         // Szymon, Mateusz.
        if (begins() && letter(1) == 'i' && (letter(2) == 'a' || letter(2) == 'o')) return hear({s, x}, 1);   // Siân, Siobhan.
        hear({s}, 1);
    }

    void take_w() {
        if (letter(1) == 'h') return hear({w}, 2);
        if (begins()) return vowel_after(1) ? hear({w, f}, 1) : hear({w}, 1);                 // William; Wiktor.
        if (vowel_before() && vowel_after(1)) return hear({w, f}, 1);                         // Howell; Dawid.
        hear({none}, 1);                                                                      // Chowdhury, Gwyn.
    }

    void take_z() {
        if (letter(1) == 'h') return hear({j, s}, 2);
        hear({begins() ? z : s}, 1);                                                          // Isobel, Izabel.
    }

    std::string_view word_;
    std::size_t at_ = 0;
    std::vector<Way> ways_;
};

}  // namespace

std::vector<SoundKey> sound_keys(std::string_view folded_word) {
    const std::string word = respelt(folded_word.substr(0, 60));
    return Listening(word).keys();
}

}  // namespace steadfast::record
