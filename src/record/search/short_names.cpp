#include "record/search/short_names.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace steadfast::record {
namespace {

using std::string_view_literals::operator""sv;

// From common knowledge of how people here are called. A set is a line; what sounds alike anyway need not stand in it.
constexpr std::array sets{
    // English and what is used for it.
    "abigail abi abby gail"sv, "abraham abe bram"sv, "adam ad adi"sv, "adrian ade adie"sv, "alan al"sv, "albert al bert bertie albie"sv,
    "alexander alex alec xander lex sandy sasha alek alexandru aleksander olek"sv, "alexandra alex alexa lexi lexie sandra sasha aleksandra ola"sv,
    "alfred alf alfie fred"sv, "alice ali alicia"sv, "alison ali"sv, "amanda mandy"sv, "amelia millie amy mia"sv, "andrew andy drew andrei andrzej"sv,
    "angela angie ange"sv, "anne annie anna ann nan nancy ania"sv, "annabel bella annie anna"sv, "anthony tony ant toni"sv, "antonia toni"sv,
    "archibald archie"sv, "arthur art artie"sv, "barbara babs barb basia"sv, "barnaby barney"sv, "bartholomew bart bartosz"sv, "beatrice bea beattie trixie"sv,
    "benjamin ben benny benji"sv, "bernard bernie"sv, "bethany beth"sv, "bradley brad"sv, "brenda bren"sv, "bronwen bron"sv, "callum cal"sv,
    "cameron cam"sv, "carl karl charles"sv, "caroline carrie caz lina"sv,
    "catherine cath cathy kate katie kathleen kathy kitty kay catriona katarzyna kasia catrin kat"sv, "charles charlie chaz chuck karol carl"sv,
    "charlotte charlie lottie lotte char"sv, "christian chris krystian"sv, "christina chris chrissie tina krystyna kirsten kirsty"sv,
    "christine chris chrissie"sv, "christopher chris kit topher krzysztof kristof"sv, "clifford cliff"sv, "constance connie"sv, "courtney court"sv,
    "daniel dan danny dani"sv, "danielle dani"sv, "darren daz"sv, "david dave davey davy dafydd dai taffy dewi dawid"sv, "deborah deb debbie debs"sv,
    "derek del"sv, "dominic dom nick dominik"sv, "donald don donny"sv, "dorothy dot dottie dolly thea dora"sv, "douglas doug dougie"sv,
    "edmund ed eddie ned ted"sv, "edward ed eddie ned ted teddy edek"sv, "edwin ed eddie"sv, "eleanor ellie nell nellie nora lenny elinor"sv,
    "elizabeth liz lizzie beth betty bess bessie betsy eliza elsie libby lisa lily elspeth elzbieta ela bethan"sv, "ellen nell nellie ellie helen"sv,
    "emily em emmy millie"sv, "emma em emmy"sv, "eric rick"sv, "ernest ernie"sv, "eugene gene"sv, "evelyn eve evie"sv, "ewan euan owen"sv,
    "ffion fi"sv, "fiona fi"sv, "florence flo florrie flossie"sv, "frances fran frankie fanny"sv, "francesca fran frankie chessie"sv,
    "francis frank frankie franek franciszek"sv, "frederick fred freddie freddy rick"sv, "gabriel gabe"sv, "gabriella gabby ella gabriela"sv,
    "gareth gaz gary"sv, "gary gaz"sv, "geoffrey geoff jeff"sv, "george georgie jerzy jurek"sv, "georgia georgie"sv, "georgina georgie gina"sv,
    "gerald gerry jerry"sv, "gerard gerry ged jerry"sv, "gillian gill jill"sv, "gregory greg grzegorz"sv, "gruffydd gruff griff griffith"sv,
    "gwendolen gwen wendy"sv, "gwyneth gwen"sv, "hannah hanna hania"sv, "harold harry hal"sv, "harriet hattie harry etta"sv, "helen nell nellie lena halina"sv,
    "henry harry hal hank henryk"sv, "hilary hil"sv, "howard howie"sv, "hubert bert hugh"sv, "isaac ike zac"sv, "isabella bella izzy isobel ella izabela"sv,
    "isabel izzy bella isobel"sv, "jacob jake jakub kuba cobi"sv, "jacqueline jackie jacqui"sv, "james jim jimmy jamie jem iago"sv, "jane janey jayne janie"sv,
    "janet jan"sv, "janice jan"sv, "jasmine jas jaz yasmin minnie"sv, "jayden jay jayd"sv, "jeffrey jeff"sv, "jennifer jen jenny"sv, "jeremy jerry jez jem"sv,
    "jessica jess jessie"sv, "joanna jo joanne asia joasia ioana jan"sv, "jodie jo"sv, "john jack johnny jon ian sean ivan ifan ieuan evan jan johan"sv,
    "jonathan jon jonny jonty nathan"sv, "joseph joe joey jo jozef yusuf josef"sv, "josephine jo josie"sv, "joshua josh yusha"sv, "judith judy jude"sv,
    "julia julie jules"sv, "julian jules"sv, "justin just"sv, "karen kaz"sv, "katherine kate katie kathy kitty kay katarzyna kasia kat kath"sv,
    "kenneth ken kenny"sv, "kevin kev"sv, "kimberley kim"sv, "laura laurie lori lowri"sv, "lauren laurie loz"sv, "lawrence larry laurie lars wawrzyniec"sv,
    "leonard len lenny leo"sv, "lesley les"sv, "leslie les"sv, "lewis lew lou louis ludwik"sv, "lillian lily lil"sv, "louisa lou"sv, "louis lou louie"sv,
    "louise lou lulu luiza"sv, "lucy lu lucia lucja"sv, "luke lukas lukasz luca lucas"sv, "lydia liddy"sv, "mackenzie mac kenzie"sv, "madeleine maddie maddy"sv,
    "madison maddie maddy"sv, "malcolm mal malc"sv, "margaret maggie meg peggy marge margie greta mags daisy rita malgorzata gosia gosha megan mared"sv,
    "marie mary maria maja"sv, "marilyn mari"sv, "mark marek marcus"sv, "martha marty mattie"sv, "martin marty marcin"sv, "mary molly polly may mamie maria mair"sv,
    "matilda tilly mattie tilda"sv, "matthew matt matty mateusz matei"sv, "maureen mo"sv, "maurice mo morris"sv, "maxwell max"sv, "maximilian max maks"sv,
    "megan meg meggie"sv, "melanie mel"sv, "melissa mel lissa"sv, "michael mike mick mickey mikey micky michal misha"sv, "michelle shell chelle"sv,
    "miranda randa mandy"sv, "mitchell mitch"sv, "molly mary"sv, "morgan mo"sv, "nathan nat nate"sv, "nathaniel nat nate nathan"sv, "natalie nat talia natalia"sv,
    "natasha nat tasha"sv, "nicholas nick nicky nico klaus mikolaj nicolas"sv, "nicola nicky nikki nic"sv, "nigel nige"sv, "norman norm"sv, "olivia liv livvy ollie oliwia"sv,
    "oliver ollie olly oliwier"sv, "oscar ossie oskar"sv, "osian ossie"sv, "pamela pam"sv, "patricia pat patsy tricia trish paddy"sv, "patrick pat paddy rick patryk"sv,
    "paul pawel pol"sv, "pauline paula"sv, "penelope penny nell"sv, "peter pete piotr petr"sv, "philip phil pip filip"sv, "philippa pippa pip"sv, "phoebe phebs"sv,
    "rachel rach rae rahel"sv, "raymond ray"sv, "rebecca becky becca bex beca reba"sv, "reginald reg reggie"sv, "reuben ben"sv, "rhiannon rhi annon"sv,
    "richard rick ricky rich richie dick dickie ryszard rysiek"sv, "robert rob robbie bob bobby bert robin"sv, "roberta bobbie"sv, "robyn rob"sv,
    "rodney rod"sv, "roger rodge"sv, "ronald ron ronnie"sv, "rosemary rose rosie romy"sv, "rose rosie rosa"sv, "rowland roly roland"sv, "rupert bert"sv,
    "russell russ"sv, "ruth ruthie"sv, "ryan ry"sv, "samantha sam sammy sami"sv, "samuel sam sammy"sv, "sandra sandy"sv, "sarah sally sadie sara"sv,
    "scarlett scar letty"sv, "sebastian seb bastian"sv, "sharon shaz"sv, "sheila shell"sv, "shirley shirl"sv, "simon si szymon"sv, "sophia sophie zofia zosia"sv,
    "stanley stan stanislaw"sv, "stephanie steph stephie stevie"sv, "stephen steve stevie stef stefan szczepan"sv, "stuart stewart stew stu steward"sv,
    "susan sue susie suzy suzanne zuzanna zuzia"sv, "sylvester sly vester"sv, "tamara tammy"sv, "teresa terry tess tessa tracy"sv, "terence terry tel"sv,
    "theodore theo ted teddy"sv, "thomas tom tommy tomasz tomek tomos twm"sv, "timothy tim timmy"sv, "tobias toby"sv, "tracey trace"sv, "trevor trev"sv,
    "tyler ty"sv, "valerie val"sv, "vanessa ness nessa"sv, "veronica ronnie vera weronika"sv, "victoria vicky vicki tori vic wiktoria"sv, "victor vic wiktor"sv,
    "vincent vince vinny"sv, "virginia ginny"sv, "walter walt wally"sv, "wayne way"sv,
    "william will bill billy willy wills liam gwilym wil"sv, "winifred winnie fred freda"sv, "zachary zach zac zak zacharias"sv,
    // Welsh.
    "angharad haf anghi"sv, "dewi dai"sv, "llewelyn llew lew lyn lewis"sv, "myfanwy myf"sv, "rhodri rhods"sv, "rhys reece"sv, "sian jane"sv,
    "gwilym gwil wil"sv, "caitlin katelyn kaitlyn cait katie catelin"sv, "saoirse sersha seersha"sv, "aoife eefa ava"sv, "niamh neve"sv, "caoimhe keeva kiva"sv,
    "siobhan shevaun shivaun"sv, "owain owen"sv, "eilidh ailie ayley"sv,
    // Polish.
    "agnieszka aga agnes"sv, "aleksandra ola"sv, "anna ania anka"sv, "bartosz bartek bartlomiej"sv, "dorota dorotka dorothy"sv, "ewa eva ewka"sv, "grazyna grazka"sv,
    "iwona yvonne"sv, "jadwiga jadzia"sv, "jakub kuba"sv, "jan janek"sv, "kacper casper kasper"sv, "katarzyna kasia kaska"sv, "krzysztof krzysiek krzys chris"sv,
    "magdalena magda lena madeleine"sv, "maja maya"sv, "maciej maciek matthias"sv, "michal michalek"sv, "mikolaj miki"sv, "oliwia oliwka"sv, "pawel pawelek"sv,
    "piotr piotrek"sv, "stanislaw staszek stas"sv, "wojciech wojtek adalbert"sv, "zbigniew zbyszek"sv, "zuzanna zuzia"sv,
    // South Asian names, and names written from Arabic.
    "mohammed mo mohd md muhammad mohamed mehmet mahomed"sv, "abdul abdel abd"sv, "abdullah abdul"sv, "ahmed ahmad achmed ahmet"sv, "ali aly"sv,
    "amina minna"sv, "ayesha aisha isha"sv, "fatima fatma fatou fatoumata"sv, "hussain hussien hoosain"sv, "ibrahim abraham ibby"sv, "ismail ish"sv,
    "jacob yaqub yakub"sv, "jamal gamal"sv, "javed javaid jay"sv, "khadija khadi"sv, "mariam mary maryam"sv, "mustafa mus musty"sv, "noor nora"sv,
    "rahman rehman raheman"sv, "saeed said sayeed saied"sv, "syed sayed sayyid sayid said"sv, "suleiman sulaiman suleman solomon sulli"sv, "usman uthman othman osman"sv,
    "yusuf youssef joseph yousuf"sv, "zahra zara zehra zahraa"sv, "zulfiqar zulfi"sv, "harpreet harp"sv, "manpreet mani"sv, "gurpreet guri"sv, "jasmine yasmin"sv,
    "kaur cour"sv, "lakshmi laxmi"sv, "krishna krish"sv, "vijay vij"sv, "siddharth sid"sv, "pooja puja"sv,
    // Others heard here.
    "giovanni john gianni"sv, "giuseppe joe joseph"sv, "ioan ion john"sv, "stefania stephanie fania"sv, "mihai michael mihaela"sv, "oluwaseun seun"sv,
    "oluwatobi tobi"sv, "oluwadamilola dami damilola"sv, "temitope temi tope"sv, "chukwuemeka emeka"sv, "oluwafemi femi"sv, "ayodele ayo dele"sv,
    // Family names that are one when heard.
    "thompson thomson tomson"sv, "smith smyth smythe schmidt"sv, "johnson johnston jonson"sv, "davies davis"sv, "jones johns"sv, "phillips philips"sv,
};

using Sets = std::unordered_map<std::string_view, std::vector<std::size_t>>;

const Sets& sets_by_name() {
    static const Sets by_name = [] {
        Sets all;
        for (std::size_t set = 0; set < sets.size(); ++set) {
            const std::string_view line = sets[set];
            for (std::size_t at = 0; at < line.size();) {
                const std::size_t end = std::min(line.find(' ', at), line.size());
                all[line.substr(at, end - at)].push_back(set);
                at = end + 1;
            }
        }
        return all;
    }();
    return by_name;
}

}  // namespace

std::vector<std::string_view> names_used_for(std::string_view folded_name) {
    std::vector<std::string_view> names;
    const auto found = sets_by_name().find(folded_name);
    if (found == sets_by_name().end()) return names;
    for (const std::size_t set : found->second) {
        const std::string_view line = sets[set];
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t end = std::min(line.find(' ', at), line.size());
            const std::string_view name = line.substr(at, end - at);
            if (name != folded_name && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
            at = end + 1;
        }
    }
    return names;
}

std::span<const std::string_view> sets_of_names() { return sets; }

}  // namespace steadfast::record
