#include "demo/names.hpp"

#include <array>

namespace steadfast::demo {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array english_ethnicities{Share{"WBRI", 92}, Share{"MWBC", 3}, Share{"MWBA", 2}, Share{"MOTH", 2},
                                         Share{"REFU", 1}};
constexpr std::array english_girls{"Abigail"sv, "Amber"sv,    "Annabel"sv, "Bethany"sv, "Caitlin"sv, "Chloe"sv,   "Daisy"sv,
                                   "Eleanor"sv, "Elsie"sv,    "Evie"sv,    "Faith"sv,   "Freya"sv,   "Georgia"sv, "Gracie"sv,
                                   "Hannah"sv,  "Harriet"sv,  "Holly"sv,   "Imogen"sv,  "Isla"sv,    "Jasmine"sv, "Jessica"sv,
                                   "Keira"sv,   "Lacey"sv,    "Lexi"sv,    "Lily"sv,    "Maisie"sv,  "Matilda"sv, "Megan"sv,
                                   "Mia"sv,     "Millie"sv,   "Molly"sv,   "Nancy"sv,   "Paige"sv,   "Poppy"sv,   "Rosie"sv,
                                   "Ruby"sv,    "Scarlett"sv, "Skye"sv,    "Summer"sv,  "Tilly"sv,   "Willow"sv,  "Zara"sv};
constexpr std::array english_boys{
    "Aaron"sv,  "Albie"sv,   "Alfie"sv,   "Archie"sv,  "Arthur"sv, "Ashton"sv,  "Bailey"sv, "Bobby"sv,  "Brandon"sv,
    "Callum"sv, "Charlie"sv, "Connor"sv,  "Corey"sv,   "Dexter"sv, "Dylan"sv,   "Edward"sv, "Elliot"sv, "Ethan"sv,
    "Felix"sv,  "Finley"sv,  "Frankie"sv, "Freddie"sv, "George"sv, "Harley"sv,  "Harvey"sv, "Henry"sv,  "Jacob"sv,
    "Jake"sv,   "Jayden"sv,  "Joshua"sv,  "Kieran"sv,  "Kyle"sv,   "Leo"sv,     "Logan"sv,  "Louie"sv,  "Mason"sv,
    "Oliver"sv, "Oscar"sv,   "Reece"sv,   "Riley"sv,   "Rory"sv,   "Stanley"sv, "Tyler"sv,  "Zachary"sv};
constexpr std::array english_families{
    "Aldersley"sv,    "Ashcombe"sv,    "Barnsfather"sv,   "Bellwether"sv,   "Birkinshaw"sv,    "Blackledge"sv,  "Brackenbury"sv,
    "Braithwell"sv,   "Broadhurst"sv,  "Bulmer"sv,        "Burrage"sv,      "Catterick"sv,     "Chidgey"sv,     "Clutterham"sv,
    "Coppinger"sv,    "Cowling"sv,     "Crabtree"sv,      "Dalliston"sv,    "Denholme"sv,      "Drakeford"sv,   "Duckham"sv,
    "Eastaugh"sv,     "Elmhirst"sv,    "Fairclough"sv,    "Farthing"sv,     "Fernihough"sv,    "Gathercole"sv,  "Gorringe"sv,
    "Greensmith"sv,   "Hallowes"sv,    "Hardcastle"sv,    "Hatherley"sv,    "Hebblewhite"sv,   "Hesketh"sv,     "Holroyd"sv,
    "Honeyball"sv,    "Illingworth"sv, "Jessop"sv,        "Kettlewell"sv,   "Leatherbarrow"sv, "Lingwood"sv,    "Lockyer"sv,
    "Mapplebeck"sv,   "Marfleet"sv,    "Mossop"sv,        "Netherwood"sv,   "Oldroyd"sv,       "Ollerenshaw"sv, "Pargeter"sv,
    "Peachey"sv,      "Pickersgill"sv, "Postlethwaite"sv, "Quarmby"sv,      "Ramsbottom"sv,    "Rowbotham"sv,   "Scattergood"sv,
    "Shuttleworth"sv, "Skipsea"sv,     "Spofforth"sv,     "Stainforth"sv,   "Stockdill"sv,     "Tattersall"sv,  "Thackray"sv,
    "Threlfall"sv,    "Tinsley"sv,     "Titchmarsh"sv,    "Tunnicliffe"sv,  "Uttley"sv,        "Wadsworth"sv,   "Wainscott"sv,
    "Wetherell"sv,    "Whitlock"sv,    "Wigglesworth"sv,  "Winterbourne"sv, "Woolgar"sv,       "Wrathall"sv,    "Yarborough"sv,
    "Youngman"sv};

constexpr std::array welsh_ethnicities{Share{"WBRI", 97}, Share{"MWAS", 3}};
constexpr std::array welsh_girls{"Angharad"sv, "Bethan"sv, "Carys"sv, "Cerys"sv, "Eleri"sv, "Ffion"sv,
                                 "Gwen"sv,     "Lowri"sv,  "Mali"sv,  "Nia"sv,   "Rhian"sv, "Seren"sv};
constexpr std::array welsh_boys{"Aled"sv,  "Dafydd"sv,   "Emyr"sv,   "Gethin"sv, "Gruff"sv,  "Iestyn"sv,
                                "Ieuan"sv, "Llewelyn"sv, "Macsen"sv, "Osian"sv,  "Rhodri"sv, "Tomos"sv};
constexpr std::array welsh_families{"Bebb"sv,    "Bevan"sv,     "Cadwallader"sv, "Gethin"sv,  "Gittoes"sv,
                                    "Gwynne"sv,  "Maddock"sv,   "Meredith"sv,    "Onions"sv,  "Parry"sv,
                                    "Prosser"sv, "Protheroe"sv, "Tudor"sv,       "Vaughan"sv, "Wynne"sv};

constexpr std::array polish_ethnicities{Share{"WOTH", 98}, Share{"MOTH", 2}};
constexpr std::array polish_girls{"Agnieszka"sv, "Aleksandra"sv, "Amelia"sv, "Gabriela"sv, "Hanna"sv,    "Kinga"sv,
                                  "Lena"sv,      "Maja"sv,       "Nikola"sv, "Oliwia"sv,   "Weronika"sv, "Zuzanna"sv};
constexpr std::array polish_boys{"Adrian"sv, "Bartosz"sv, "Dawid"sv,   "Filip"sv, "Igor"sv,   "Jakub"sv,
                                 "Kacper"sv, "Kamil"sv,   "Mateusz"sv, "Oskar"sv, "Szymon"sv, "Wiktor"sv};
constexpr std::array polish_families{"Bielawa"sv, "Borkowicz"sv, "Cybulak"sv,    "Dobosz"sv,  "Gawlik"sv,  "Jeziorek"sv,
                                     "Kowalak"sv, "Krzemień"sv,  "Łuczak"sv,     "Madejak"sv, "Nowik"sv,   "Pawlik"sv,
                                     "Rogalak"sv, "Sikorka"sv,   "Szczepanik"sv, "Wasik"sv,   "Wilczak"sv, "Zawadzik"sv};

constexpr std::array romanian_ethnicities{Share{"WOTH", 75}, Share{"WROM", 25}};
constexpr std::array romanian_girls{"Alexandra"sv, "Andreea"sv, "Bianca"sv,  "Daria"sv,  "Elena"sv,
                                    "Ioana"sv,     "Larisa"sv,  "Mihaela"sv, "Roxana"sv, "Ștefania"sv};
constexpr std::array romanian_boys{"Alexandru"sv, "Andrei"sv, "Bogdan"sv, "Cosmin"sv, "Darius"sv,
                                   "Florin"sv,    "Ionuț"sv,  "Marius"sv, "Răzvan"sv, "Vlad"sv};
constexpr std::array romanian_families{"Albu"sv,     "Bălan"sv,    "Bratu"sv,  "Cojocaru"sv, "Dobre"sv, "Dumitru"sv,
                                       "Florescu"sv, "Grigore"sv,  "Lupu"sv,   "Manea"sv,    "Neagu"sv, "Oprea"sv,
                                       "Pascu"sv,    "Stănescu"sv, "Tudose"sv, "Ursu"sv};

constexpr std::array pakistani_ethnicities{Share{"APKN", 95}, Share{"MWAS", 5}};
constexpr std::array pakistani_girls{"Aaliyah"sv, "Aisha"sv,  "Amira"sv, "Anam"sv, "Fatima"sv, "Hafsa"sv, "Hira"sv,  "Iqra"sv,
                                     "Laiba"sv,   "Maryam"sv, "Mehak"sv, "Noor"sv, "Safa"sv,   "Sana"sv,  "Zainab"sv};
constexpr std::array pakistani_boys{"Adeel"sv,   "Bilal"sv, "Danyal"sv, "Faizan"sv, "Hamza"sv, "Haris"sv, "Ibrahim"sv, "Junaid"sv,
                                    "Mustafa"sv, "Osama"sv, "Rayyan"sv, "Saad"sv,   "Talha"sv, "Usman"sv, "Zain"sv};
constexpr std::array pakistani_families{"Akhtar"sv, "Ashiq"sv,   "Bashir"sv, "Chaudhry"sv, "Dar"sv,   "Gondal"sv,
                                        "Hafeez"sv, "Iqbal"sv,   "Javed"sv,  "Kiani"sv,    "Lodhi"sv, "Mahmood"sv,
                                        "Mirza"sv,  "Qureshi"sv, "Rafiq"sv,  "Saleem"sv,   "Tariq"sv, "Wazir"sv};

constexpr std::array bangladeshi_ethnicities{Share{"ABAN", 98}, Share{"MWAS", 2}};
constexpr std::array bangladeshi_girls{"Afsana"sv, "Ayesha"sv, "Farzana"sv, "Jannat"sv,  "Nadia"sv,
                                       "Nusrat"sv, "Rahima"sv, "Sadia"sv,   "Sumaiya"sv, "Tahmina"sv};
constexpr std::array bangladeshi_boys{"Arif"sv,   "Fahim"sv, "Imran"sv, "Jubayer"sv, "Mahin"sv,
                                      "Nayeem"sv, "Rafi"sv,  "Sakib"sv, "Shahin"sv,  "Tanvir"sv};
constexpr std::array bangladeshi_families{"Ahad"sv, "Chowdhury"sv, "Haque"sv,  "Hossain"sv, "Islam"sv,    "Kabir"sv,
                                          "Miah"sv, "Motin"sv,     "Rahman"sv, "Sarkar"sv,  "Talukdar"sv, "Uddin"sv};

constexpr std::array indian_ethnicities{Share{"AIND", 94}, Share{"MWAS", 6}};
constexpr std::array indian_girls{"Aanya"sv, "Asha"sv,    "Diya"sv,  "Gurleen"sv, "Jasleen"sv,
                                  "Kavya"sv, "Navneet"sv, "Priya"sv, "Riya"sv,    "Simran"sv};
constexpr std::array indian_boys{"Aarav"sv,  "Amandeep"sv, "Arjun"sv, "Dev"sv,   "Gurdeep"sv,
                                 "Harjit"sv, "Jaspreet"sv, "Kiran"sv, "Rohan"sv, "Vivek"sv};
constexpr std::array indian_families{"Bains"sv,  "Chana"sv, "Dhaliwal"sv, "Gill"sv,   "Joshi"sv,  "Lakhani"sv,
                                     "Mistry"sv, "Nair"sv,  "Pandya"sv,   "Rathod"sv, "Sandhu"sv, "Thakur"sv};

constexpr std::array caribbean_ethnicities{Share{"BCRB", 60}, Share{"MWBC", 38}, Share{"BOTH", 2}};
constexpr std::array caribbean_girls{"Aaliyah"sv, "Chantelle"sv, "Destiny"sv, "Kezia"sv,
                                     "Naomi"sv,   "Renée"sv,     "Shanice"sv, "Tiana"sv};
constexpr std::array caribbean_boys{"Andre"sv,  "Devonte"sv, "Isaiah"sv,    "Jermaine"sv,
                                    "Kymani"sv, "Leon"sv,    "Nathaniel"sv, "Tyrell"sv};
constexpr std::array caribbean_families{"Blackwood"sv, "Brissett"sv, "Clarke-Reid"sv, "Cuffe"sv,   "Dacres"sv,
                                        "Lindo"sv,     "Mighty"sv,   "Pinnock"sv,     "Samuels"sv, "Whyte"sv};

constexpr std::array somali_ethnicities{Share{"BAFR", 98}, Share{"BOTH", 2}};
constexpr std::array somali_girls{"Amina"sv, "Ayaan"sv, "Deqa"sv,  "Fartun"sv, "Hamdi"sv,
                                  "Hodan"sv, "Ifrah"sv, "Nasra"sv, "Sagal"sv,  "Ubah"sv};
constexpr std::array somali_boys{"Abdirahman"sv, "Abdullahi"sv, "Guled"sv, "Hassan"sv, "Idris"sv,
                                 "Liban"sv,      "Mahad"sv,     "Nuur"sv,  "Sahal"sv,  "Yusuf"sv};
constexpr std::array somali_families{"Abdi"sv,   "Adan"sv,  "Aden"sv, "Dahir"sv, "Egal"sv, "Farah"sv,   "Gedi"sv,
                                     "Guleed"sv, "Hersi"sv, "Jama"sv, "Nur"sv,   "Omar"sv, "Samatar"sv, "Warsame"sv};

constexpr std::array nigerian_ethnicities{Share{"BAFR", 92}, Share{"MWBA", 8}};
constexpr std::array nigerian_girls{"Adaeze"sv, "Bisola"sv, "Chiamaka"sv, "Damilola"sv, "Ebele"sv,
                                    "Folake"sv, "Ifeoma"sv, "Kemi"sv,     "Ngozi"sv,    "Temitope"sv};
constexpr std::array nigerian_boys{"Ayodele"sv, "Babatunde"sv, "Chinedu"sv, "Emeka"sv, "Femi"sv,
                                   "Ikenna"sv,  "Kelechi"sv,   "Obinna"sv,  "Segun"sv, "Tobi"sv};
constexpr std::array nigerian_families{"Abiola"sv, "Adebayo"sv,  "Afolayan"sv, "Akande"sv,   "Balogun"sv,
                                       "Chukwu"sv, "Ekwueme"sv,  "Eze"sv,      "Ibekwe"sv,   "Nwosu"sv,
                                       "Obi"sv,    "Ogunleye"sv, "Okafor"sv,   "Olaniyan"sv, "Onyeka"sv};

constexpr std::array arabic_ethnicities{Share{"OOTH", 93}, Share{"WOTH", 3}, Share{"MOTH", 4}};
constexpr std::array arabic_girls{"Dalia"sv,  "Hala"sv, "Jana"sv,  "Lamia"sv, "Layla"sv,
                                  "Mariam"sv, "Nour"sv, "Rania"sv, "Salma"sv, "Yara"sv};
constexpr std::array arabic_boys{"Adnan"sv, "Bashar"sv, "Fadi"sv,  "Ghassan"sv, "Hadi"sv,
                                 "Karim"sv, "Laith"sv,  "Nabil"sv, "Sami"sv,    "Tariq"sv};
constexpr std::array arabic_families{"Al-Khatib"sv, "Al-Masri"sv, "Barakat"sv, "Darwish"sv, "Farouk"sv, "Haddad"sv,  "Jaber"sv,
                                     "Khoury"sv,    "Mansour"sv,  "Nasser"sv,  "Qasim"sv,   "Saleh"sv,  "Shaheen"sv, "Zidan"sv};

constexpr std::array traveller_ethnicities{Share{"WIRT", 55}, Share{"WROM", 45}};
constexpr std::array traveller_girls{"Bridget"sv,  "Chantelle"sv, "Kathleen"sv,  "Lavinia"sv,
                                     "Mary-Ann"sv, "Nora"sv,      "Philomena"sv, "Shannon"sv};
constexpr std::array traveller_boys{"Hughie"sv, "Jimmy-Joe"sv, "Levi"sv, "Martin"sv, "Miley"sv, "Paddy"sv, "Tommy"sv, "Wisdom"sv};
constexpr std::array traveller_families{"Boswell"sv,  "Cassidy"sv, "Doran"sv,     "Gaskin"sv, "Lovell"sv, "Maughan"sv,
                                        "McDonagh"sv, "Penfold"sv, "Quilligan"sv, "Stokes"sv, "Wall"sv,   "Ward-Loveridge"sv};

constexpr std::array asylum_horn_of_africa_ethnicities{Share{"BAFR", 100}};
constexpr std::array asylum_horn_of_africa_girls{"Bethlehem"sv, "Feven"sv, "Helen"sv, "Luwam"sv, "Rahel"sv, "Selam"sv};
constexpr std::array asylum_horn_of_africa_boys{"Abel"sv,   "Filmon"sv, "Henok"sv,   "Mewael"sv, "Natnael"sv, "Robel"sv,
                                                "Samuel"sv, "Yonas"sv,  "Abubakr"sv, "Mazin"sv,  "Mubarak"sv, "Osman"sv};
constexpr std::array asylum_horn_of_africa_families{"Abraha"sv, "Beyene"sv, "Gebremariam"sv, "Habte"sv, "Kidane"sv, "Mehari"sv,
                                                    "Tekle"sv,  "Tesfay"sv, "Woldu"sv,       "Adam"sv,  "Idris"sv,  "Khamis"sv};

constexpr std::array asylum_near_east_ethnicities{Share{"OOTH", 80}, Share{"AOTH", 20}};
constexpr std::array asylum_near_east_girls{"Golnaz"sv, "Parisa"sv, "Shilan"sv, "Zahra"sv};
constexpr std::array asylum_near_east_boys{"Abdulwahid"sv, "Ahmad"sv, "Farhad"sv, "Hiwa"sv,   "Ismail"sv, "Karwan"sv,
                                           "Mirwais"sv,    "Najib"sv, "Rebin"sv,  "Sardar"sv, "Shoaib"sv, "Zabiullah"sv};
constexpr std::array asylum_near_east_families{"Ahmadzai"sv, "Amini"sv,   "Barzan"sv,  "Hotak"sv,     "Karimi"sv, "Mohammadi"sv,
                                               "Noorzai"sv,  "Rasouli"sv, "Sherzad"sv, "Stanikzai"sv, "Wahidi"sv, "Zand"sv};

constexpr std::array all{
    Origin{66, english_ethnicities, english_girls, english_boys, english_families, false},
    Origin{3, welsh_ethnicities, welsh_girls, welsh_boys, welsh_families, false},
    Origin{4, polish_ethnicities, polish_girls, polish_boys, polish_families, false},
    Origin{3, romanian_ethnicities, romanian_girls, romanian_boys, romanian_families, false},
    Origin{6, pakistani_ethnicities, pakistani_girls, pakistani_boys, pakistani_families, false},
    Origin{3, bangladeshi_ethnicities, bangladeshi_girls, bangladeshi_boys, bangladeshi_families, false},
    Origin{2, indian_ethnicities, indian_girls, indian_boys, indian_families, false},
    Origin{2, caribbean_ethnicities, caribbean_girls, caribbean_boys, caribbean_families, false},
    Origin{2, somali_ethnicities, somali_girls, somali_boys, somali_families, false},
    Origin{3, nigerian_ethnicities, nigerian_girls, nigerian_boys, nigerian_families, false},
    Origin{2, arabic_ethnicities, arabic_girls, arabic_boys, arabic_families, true},
    Origin{2, traveller_ethnicities, traveller_girls, traveller_boys, traveller_families, false},
    Origin{0, asylum_horn_of_africa_ethnicities, asylum_horn_of_africa_girls, asylum_horn_of_africa_boys,
           asylum_horn_of_africa_families, true},
    Origin{0, asylum_near_east_ethnicities, asylum_near_east_girls, asylum_near_east_boys, asylum_near_east_families, true},
};

}  // namespace

std::span<const Origin> origins() { return all; }

const Origin& some_origin(Dice& dice) {
    int whole = 0;
    for (const Origin& origin : all) whole += origin.weight;
    int left = dice.between(0, whole - 1);
    for (const Origin& origin : all) {
        left -= origin.weight;
        if (left < 0) return origin;
    }
    return all.front();
}

const Origin& some_origin_of_asylum_seekers(Dice& dice) {
    int left = dice.between(0, 2);
    for (const Origin& origin : all)
        if (origin.seeks_asylum && left-- == 0) return origin;
    return all.back();
}

}  // namespace steadfast::demo
