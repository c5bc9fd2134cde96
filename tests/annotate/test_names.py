"""Named mentions: what is a name, where it ends, and what sort of thing it names. All examples are made up."""

from __future__ import annotations

import pytest

from fixtures.reading import document, named, names

PERSONS = [
    # honorifics and titles go before the name and are no part of it
    ("Tan Sri Nur Aisyah Rahman told reporters that the port would expand.", ["Nur Aisyah Rahman"]),
    ("Mr. J. P. Okonkwo joined the board.", ["J. P. Okonkwo"]),
    ("Sir Alan Whitcombe and Lady Mary Whitcombe came.", ["Alan Whitcombe", "Mary Whitcombe"]),
    ("His Excellency Sheikh Hamad bin Khalid Al Nuaimi received the delegation.", ["Hamad bin Khalid Al Nuaimi"]),
    ("President Aliya Nurlanova flew home.", ["Aliya Nurlanova"]),
    ("Prime Minister Tāne Waititi-Brown arrived.", ["Tāne Waititi-Brown"]),
    ("Foreign Minister Sergei Kovalenko's visit ended.", ["Sergei Kovalenko"]),
    ("Director-General Fatou Ndiaye of the Dakar Port Authority spoke.", ["Fatou Ndiaye"]),
    ("Deputy Prime Minister and Minister of Foreign Affairs Bui Thanh Long attended.", ["Bui Thanh Long"]),
    # a title's body or country may stand between
    ("Ambassador to Vietnam Tanaka Hiroshi visited the plant.", ["Tanaka Hiroshi"]),
    ("Vice Chairman of the People's Committee Le Van Tam said so.", ["Le Van Tam"]),
    ("Chairman of the Provincial Party Committee Tran Quoc Bao received Ambassador Lee Min-ho.", ["Tran Quoc Bao", "Lee Min-ho"]),
    # apposition, on either side
    ("Kwame Boateng, deputy governor of the bank, spoke on Monday.", ["Kwame Boateng"]),
    ("The deputy governor, Kwame Boateng, spoke on Monday.", ["Kwame Boateng"]),
    ("The spokesperson, Elif Yıldız, said nothing.", ["Elif Yıldız"]),
    ("Ola Brekke, who runs the mill, spoke.", ["Ola Brekke"]),
    ('"We will grow," said Tomasz Wierzbicki, head of exports at Morawa Steel.', ["Tomasz Wierzbicki"]),
    # the short second mention, by custom: given name in Vietnamese names, family name first in Korean and Chinese ones, else last
    ("Nguyen Thi Hoa, Director of the Da Nang Department of Tourism, spoke. Hoa said visitors were up.", ["Nguyen Thi Hoa", "Hoa"]),
    ("Kim Soo-yeon, vice mayor of Daegu, spoke. Kim smiled.", ["Kim Soo-yeon", "Kim"]),
    ("ZHANG Liwen chaired the panel. Zhang spoke first.", ["ZHANG Liwen", "Zhang"]),
    ("María José Quintana Rojas, mayor of Antofagasta, spoke. Quintana Rojas left.", ["María José Quintana Rojas", "Quintana Rojas"]),
    ("Kofi Asante said so. Mr Asante, a farmer, grows cocoa.", ["Kofi Asante", "Asante"]),
    # a nickname in quotation marks is no part of the name
    ('Governor Rolando "Dodong" Villaflor cut the ribbon.', ["Rolando Villaflor"]),
    # nobody
    ("The Minister said so. The Governor agreed.", []),
    ("The director of the port spoke to traders in Durban.", []),
    ("Trade Minister Ilse van der Merwe met investors in Durban.", ["Ilse van der Merwe"]),
    ("Park Ji-hoon, chief executive of Hanseo Marine, signed. Park thanked the partners.", ["Park Ji-hoon", "Park"]),
    ("Her Majesty Queen Sofia visited.", ["Sofia"]),
    ("Ana Souza met Maria Prado in Quito.", ["Ana Souza", "Maria Prado"]),
]

BODIES = [
    # nested bodies and lists of portfolios are one name
    (
        "The Ministry of Agriculture, Forestry and Rural Development issued it.",
        ["Agency Ministry of Agriculture, Forestry and Rural Development"],
    ),
    (
        "The Department of Commerce, Industry and Investment Promotion of the Ministry of Economy approved it.",
        ["Agency Department of Commerce, Industry and Investment Promotion of the Ministry of Economy"],
    ),
    (
        "The Ministry of Planning and Investment and the Ministry of Finance met.",
        ["Agency Ministry of Planning and Investment", "Agency Ministry of Finance"],
    ),
    (
        "The Hanoi Department of Health, Department of Trade and city police met.",
        ["Agency Hanoi Department of Health", "Agency Department of Trade"],
    ),
    # states at every level
    ("The Lagos State Government signed.", ["Agency Lagos State Government"]),
    ("The Accra Metropolitan Assembly voted.", ["Agency Accra Metropolitan Assembly"]),
    ("The People's Committee of Quang Nam Province met.", ["Agency People's Committee of Quang Nam Province"]),
    ("Quang Nam Provincial People's Committee met.", ["Agency Quang Nam Provincial People's Committee"]),
    ("The Central Bank of Kenya raised rates.", ["Agency Central Bank of Kenya"]),
    ("The Board of Investment of Thailand approved it.", ["Agency Board of Investment of Thailand"]),
    ("The Foreign Ministry of Ecuador summoned him.", ["Agency Foreign Ministry of Ecuador"]),
    # missions with their seat
    ("The Embassy of Chile in Hanoi sent staff.", ["Agency Embassy of Chile in Hanoi"]),
    ("The Chilean Embassy sent staff.", ["Agency Chilean Embassy"]),
    ("The Consulate General of Japan in Da Nang opened.", ["Agency Consulate General of Japan in Da Nang"]),
    # companies, associations, universities
    ("Baltic Timber Oy, a sawmill operator, bought land.", ["Organization Baltic Timber Oy"]),
    ("Kivuko Foods Ltd. exports fruit.", ["Organization Kivuko Foods Ltd."]),
    (
        "Thales Alenia Tech JSC, a maker of radios, and its partner Orbis LLC signed.",
        ["Organization Thales Alenia Tech JSC", "Organization Orbis LLC"],
    ),
    ("The Nairobi Securities Exchange fell.", ["Organization Nairobi Securities Exchange"]),
    ("The University of Otago joined.", ["Organization University of Otago"]),
    ("The ASEAN Secretariat published it.", ["Organization ASEAN Secretariat"]),
    # other languages
    (
        "Groupe Sahel Énergie signed with Banque Atlantique du Niger.",
        ["Organization Groupe Sahel Énergie", "Organization Banque Atlantique du Niger"],
    ),
    # no head noun: the neighbours tell
    ("Customs authority Aduanas del Sur seized goods.", ["Agency Aduanas del Sur"]),
    ("The newspaper Diario del Puerto reported it.", ["Organization Diario del Puerto"]),
    ("The startup Nimbuzo raised money.", ["Organization Nimbuzo"]),
    ("Nimbuzo, a startup, raised money.", ["Organization Nimbuzo"]),
    # the branch of a bank is the bank and its place
    ("The State Bank of Vietnam's Nghe An branch lent more.", ["Agency State Bank of Vietnam", "Place Nghe An"]),
    # a head noun alone names nothing
    ("The Ministry denied it. Ministry officials agreed.", []),
    ("The Bank and the University agreed.", []),
    (
        "The Jalisco Department of Economic Development and Guadalajara City Council met.",
        ["Agency Jalisco Department of Economic Development", "Agency Guadalajara City Council"],
    ),
    ("The Baltic Fishermen's Union protested.", ["Organization Baltic Fishermen's Union"]),
    ("Sơn La's Department of Industry and Trade hosted it.", ["Place Sơn La", "Agency Department of Industry and Trade"]),
]

PLACES = [
    ("Prices in Ouagadougou rose.", ["Place Ouagadougou"]),
    ("The villages near Kilembe were cut off.", ["Place Kilembe"]),
    ("In the province of Gedaref, farmers planted sesame.", ["Place Gedaref"]),
    ("The city of Puerto Esperanza lies on the coast.", ["Place Puerto Esperanza"]),
    ("The Kigali Convention Centre hosted it.", ["Place Kigali Convention Centre"]),
    ("Tan Thuan Industrial Park grew.", ["Place Tan Thuan Industrial Park"]),
    ("The Mekong River rose. Lake Victoria fell.", ["Place Mekong River", "Place Lake Victoria"]),
    ("The Lyon-based firm Orvalis opened a plant.", ["Place Lyon", "Organization Orvalis"]),
    # countries: every common form, adjectives and peoples, compounds
    (
        "The United Arab Emirates, the Republic of Korea and the Kingdom of Bahrain agreed.",
        ["Country United Arab Emirates", "Country Republic of Korea", "Country Kingdom of Bahrain"],
    ),
    ("The UK, the U.S. and the UAE agreed.", ["Country UK", "Country U.S.", "Country UAE"]),
    ("DR Congo, Congo-Brazzaville and Burkina Faso agreed.", ["Country DR Congo", "Country Congo-Brazzaville", "Country Burkina Faso"]),
    ("Cote d'Ivoire exports cocoa.", ["Country Cote d'Ivoire"]),
    ("Türkiye and Czechia signed.", ["Country Türkiye", "Country Czechia"]),
    ("The Vietnam-Japan partnership grew.", ["Country Vietnam", "Country Japan"]),
    ("South Korea-based Hanseo invested.", ["Country South Korea", "Organization Hanseo"]),
    ("The New Zealand-led mission left.", ["Country New Zealand"]),
    ("A Ugandan delegation and Peruvians met Dutch growers.", ["Country Ugandan", "Country Peruvians", "Country Dutch"]),
]

THINGS = [
    ("The Mombasa Maritime Forum 2025 opened on Tuesday.", ["Event Mombasa Maritime Forum 2025"]),
    (
        "The 2025 Vientiane Trade Fair and the Third Andean Coffee Summit were held.",
        ["Event 2025 Vientiane Trade Fair", "Event Third Andean Coffee Summit"],
    ),
    ("The Caspian Energy Week will open soon.", ["Event Caspian Energy Week"]),
    ("The Southern Farmers' Day was held.", ["Event Southern Farmers' Day"]),
    ("The EU-Kenya Economic Partnership Agreement entered into force.", ["Agreement EU-Kenya Economic Partnership Agreement"]),
    ("The Chile-Malaysia Free Trade Agreement was signed.", ["Agreement Chile-Malaysia Free Trade Agreement"]),
    ("The Treaty of Amity and Cooperation was signed.", ["Agreement Treaty of Amity and Cooperation"]),
    ("The Helsinki Declaration on Clean Ports was adopted.", ["Agreement Helsinki Declaration on Clean Ports"]),
    ("Decree No. 35/2022/ND-CP and Regulation (EU) 2023/1115 apply.", ["Law Decree No. 35/2022/ND-CP", "Law Regulation (EU) 2023/1115"]),
    ("The Clean Air Act passed.", ["Law Clean Air Act"]),
    # kinds of papers and occasions are no names
    ("A Memorandum of Understanding was signed at the Forum.", []),
    ("The conference, the summit and the agreement ended.", []),
    (
        "The Memorandum of Understanding on Tourism Cooperation was signed.",
        ["Agreement Memorandum of Understanding on Tourism Cooperation"],
    ),
    ("The Law on Investment took effect.", ["Law Law on Investment"]),
]

NO_NAMES = [
    "GDP grew on Thursday. VAT, FDI and SMEs matter.",
    "The CEO left, and the CFO stayed.",
    "However, exports rose. Meanwhile, imports fell. Under the plan, prices drop.",
    "But prices fell. Some rose. Nobody knew.",
    "Growth slowed in July, officials said. On Monday, it rose.",
    "Covid-19 hurt. The Internet grew.",
    "Exports rose 6 per cent. Imports of rice fell.",
    "The gross regional domestic product (GRDP) rose. GRDP will grow.",
    "",
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons(text: str, expected: list[str]) -> None:
    assert [m.name for m in names(text) if m.kind == "Person"] == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places_and_countries(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(("text", "expected"), THINGS)
def test_events_agreements_laws(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize("text", NO_NAMES)
def test_no_names(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "title", "honorific", "gender"),
    [
        ("Mrs Ada Obi spoke.", "", "Mrs", "f"),
        ("Mr Ade Obi spoke.", "", "Mr", "m"),
        ("Dr Ade Obi spoke.", "", "Dr", ""),
        ("Trade Minister Ade Obi spoke.", "Trade Minister", "", ""),
        ("Tan Sri Nur Aisyah Rahman spoke.", "", "Tan Sri", ""),
    ],
)
def test_what_stands_before_a_name_is_kept(text: str, title: str, honorific: str, gender: str) -> None:
    (person,) = names(text)
    assert [person.features.get(k, "") for k in ("title", "honorific", "gender")] == [title, honorific, gender]


@pytest.mark.parametrize(
    ("text", "short", "long", "times"),
    [
        ("The Hamburg Chamber of Commerce (HCC) met. HCC members agreed.", "HCC", "Hamburg Chamber of Commerce", 2),
        ("The Kenya Ports Board (KPB) met. The KPB voted.", "KPB", "Kenya Ports Board", 2),
        ("Orbis Logistics Ltd (Orbis) met.", "Orbis", "Orbis Logistics Ltd", 1),
    ],
)
def test_acronyms_behind_the_long_name(text: str, short: str, long: str, times: int) -> None:
    assert document(text).aliases == {short: long}
    found = names(text)
    assert [m.form for m in found if m.name == short] == ["acronym"] * times
    assert len({m.kind for m in found}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Hamburg Chamber of Commerce (Germany) met.",
        "The Hamburg Chamber of Commerce (founded in 1910) met.",
        "Exports reached 5 tonnes (KPB).",
    ],
)
def test_brackets_that_define_no_acronym(text: str) -> None:
    assert not document(text).aliases


def test_acronym_before_the_long_name() -> None:
    assert dict(document("EPAM (Export Promotion Agency of Moldova) met.").aliases) == {"EPAM": "Export Promotion Agency of Moldova"}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The city's Department of Tourism met.", "city"),
        ("The provincial Department of Tourism met.", "province"),
        ("The municipal People's Committee met.", "city"),
        ("The Department of Tourism met.", ""),
    ],
)
def test_whose_body_it_is(text: str, owner: str) -> None:
    (body,) = names(text)
    assert body.features.get("owner", "") == owner


def test_a_named_possessor_is_pointed_at() -> None:
    text = "Experts praised Durban's Department of Tourism."
    place, body = names(text)
    assert (place.kind, body.kind) == ("Place", "Agency")
    assert int(body.features["owner_start"]) == place.start


def test_demonyms_know_their_country() -> None:
    (found,) = names("Filipino growers came.")
    assert (found.form, found.kind, found.features["iso"]) == ("demonym", "Country", "PH")


def test_a_headline_in_title_case_names_only_what_the_text_names() -> None:
    text = "Port Growth Brings New Jobs To Coastal Towns\n\nPeru said the port of Callao grew. Callao has new jobs."
    assert set(named(text)) <= {"Country Peru", "Place Callao"}
