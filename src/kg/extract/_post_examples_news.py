"""Sentences of wires, releases and local papers with the posts that they tell: whose a bare minister or president is, who followed whom,
lists of guests, posts taken and left. All people and most bodies are made up; the last ones tell nothing."""

from __future__ import annotations

NEWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "NAIROBI, March 3 (Savannah Wire) - Kenya and Tanzania will scrap roaming charges, Information Minister Joel Kiprop "
        "said after talks with his Tanzanian counterpart, Neema Mushi, in Nairobi on Tuesday.",
        (
            "person=Joel Kiprop | organization=Kenya | title=Information Minister | status=held",
            "person=Neema Mushi | organization=Tanzanian | title=Information Minister | status=held",
        ),
    ),
    (
        "Zambia's new Minister of Mines and Minerals Development, Hon. Chanda Mulenga, has promised faster licences. Mulenga "
        "replaced Dr. Peter Zulu, who was sacked last month.",
        (
            "person=Chanda Mulenga | organization=Zambia | title=Minister of Mines and Minerals Development | status=held",
            "person=Peter Zulu | organization=Zambia | title=Minister of Mines and Minerals Development | status=former",
        ),
    ),
    (
        "The Dar es Salaam Port Authority's acting director general, Eng. Hamisi Juma, said that two berths would be ready by "
        "June. Juma took over from Rashid Mwita, who retired.",
        (
            "person=Hamisi Juma | organization=Salaam Port Authority | title=Acting Director General | status=held",
            "person=Rashid Mwita | organization=Salaam Port Authority | title=Director General | status=former",
        ),
    ),
    (
        "ACCRA – President Kwaku Adomako on Thursday swore in 12 ministers, among them Akosua Baah as Minister for Trade and "
        "Industry and Yaw Darkwa as Minister for the Interior. Ghana had been without a trade minister since May.",
        (
            "person=Kwaku Adomako | organization=Ghana | title=President | status=held",
            "person=Akosua Baah | organization=Ghana | title=Minister for Trade and Industry | status=appointed",
            "person=Yaw Darkwa | organization=Ghana | title=Minister for the Interior | status=appointed",
        ),
    ),
    (
        "Nigeria's former vice president, Bukar Danladi, will lead the party's campaign in Kano State, where Governor Sani "
        "Garba is seeking a second term.",
        (
            "person=Bukar Danladi | organization=Nigeria | title=Vice President | status=former",
            "person=Sani Garba | organization=Kano State | title=Governor | status=held",
        ),
    ),
    (
        '"Our farmers are ready," said Thabo Nkosi, who chairs the Eastern Cape Citrus Growers\' Association and is deputy '
        "chairperson of Agri Fruit SA.",
        (
            "person=Thabo Nkosi | organization=Eastern Cape Citrus Growers' Association | title=Chair | status=held",
            "person=Thabo Nkosi | organization=Agri Fruit SA | title=Deputy Chairperson | status=held",
        ),
    ),
    (
        "DOHA: Minister of State for Energy Affairs HE Saad bin Khalid Al Marri met yesterday with HE Tomoko Ishida, Ambassador"
        " of Japan to the State of Qatar.",
        (
            "person=Saad bin Khalid Al Marri | organization=State of Qatar | title=Minister of State for Energy Affairs | status=held",
            "person=Tomoko Ishida | organization=Japan | title=Ambassador to the State of Qatar | status=held",
        ),
    ),
    (
        "Kuwait's Deputy Prime Minister and Minister of Oil Dr. Faisal Al Mutairi and UAE Minister of Economy Hessa Al Zaabi "
        "co-chaired the meeting.",
        (
            "person=Faisal Al Mutairi | organization=Kuwait | title=Deputy Prime Minister | status=held",
            "person=Faisal Al Mutairi | organization=Kuwait | title=Minister of Oil | status=held",
            "person=Hessa Al Zaabi | organization=UAE | title=Minister of Economy | status=held",
        ),
    ),
    (
        "Dr. Ahmed Belhaj, the then Secretary General of the Arab Grain Union, signed the first accord in Tunis in 2009.",
        ("person=Ahmed Belhaj | organization=Arab Grain Union | title=Secretary General | status=former",),
    ),
    (
        "HANOI — Deputy Minister of Agriculture and Environment Phan Quoc Huy told the conference that Vietnam would tighten "
        "checks. Le Thi Bich, deputy director of the ministry's Department of Quality, said inspections had doubled.",
        (
            "person=Phan Quoc Huy | organization=Vietnam | title=Deputy Minister of Agriculture and Environment | status=held",
            "person=Le Thi Bich | organization=Department of Quality | title=Deputy Director | status=held",
        ),
    ),
    (
        "JAKARTA, May 8 — Coordinating Minister for Economic Affairs Bambang Wiratno said Indonesia had reached a deal with "
        "Peru. Trade Ministry director general Dewi Lestari led the negotiators.",
        (
            "person=Bambang Wiratno | organization=Indonesia | title=Coordinating Minister for Economic Affairs | status=held",
            "person=Dewi Lestari | organization=Trade Ministry | title=Director General | status=held",
        ),
    ),
    (
        "Maharashtra Governor Ramesh Patil, Chief Minister Sunil Jadhav and Deputy Chief Minister Asha Pawar attended the "
        "function in Pune.",
        (
            "person=Ramesh Patil | organization=Maharashtra | title=Governor | status=held",
            "person=Sunil Jadhav | organization=Maharashtra | title=Chief Minister | status=held",
            "person=Asha Pawar | organization=Maharashtra | title=Deputy Chief Minister | status=held",
        ),
    ),
    (
        "DHAKA, Sept 2: Bangladesh's Commerce Adviser Shafiqul Islam Khan has said jute exports will rise. Bangladesh Jute "
        "Spinners Association President Abdul Halim and EPB Vice-Chairman Nasrin Akter also spoke.",
        (
            "person=Shafiqul Islam Khan | organization=Bangladesh | title=Commerce Adviser | status=held",
            "person=Abdul Halim | organization=Bangladesh Jute Spinners Association | title=President | status=held",
            "person=Nasrin Akter | organization=EPB | title=Vice-Chairman | status=held",
        ),
    ),
    (
        "TOKYO -- Japanese Foreign Minister Aoi Kuroda told Dutch Ambassador Pieter van Loon that Tokyo would wait. Chief "
        "Cabinet Secretary Shun Maeda declined to comment.",
        (
            "person=Aoi Kuroda | organization=Japanese | title=Foreign Minister | status=held",
            "person=Pieter van Loon | organization=Dutch | title=Ambassador | status=held",
            "person=Shun Maeda | organization=Japanese | title=Chief Cabinet Secretary | status=held",
        ),
    ),
    (
        "Marie Dupont, formerly head of customs in Lyon, becomes France's ambassador to Bulgaria on 1 September.",
        ("person=Marie Dupont | organization=France | title=Ambassador to Bulgaria | status=appointed",),
    ),
    (
        "The Scottish Government's Cabinet Secretary for Rural Affairs Fiona McLeod met Iceland's Fisheries Minister Jón "
        "Arnarson in Aberdeen.",
        (
            "person=Fiona McLeod | organization=Scottish Government | title=Cabinet Secretary for Rural Affairs | status=held",
            "person=Jón Arnarson | organization=Iceland | title=Fisheries Minister | status=held",
        ),
    ),
    (
        "Tirana: President Ilirjan Hoxha appointed career diplomat Besa Kola as Albania's ambassador to the Vatican, his office said.",
        (
            "person=Ilirjan Hoxha | organization=Albania | title=President | status=held",
            "person=Besa Kola | organization=Albania | title=Ambassador to the Vatican | status=appointed",
        ),
    ),
    (
        "BOGOTA (Andes News) - Colombian President Mateo Restrepo on Monday accepted the resignation of Finance Minister Clara "
        "Ibáñez and named economist Jorge Pardo to replace her.",
        (
            "person=Mateo Restrepo | organization=Colombian | title=President | status=held",
            "person=Clara Ibáñez | organization=Colombian | title=Finance Minister | status=former",
            "person=Jorge Pardo | organization=Colombian | title=Finance Minister | status=appointed",
        ),
    ),
    (
        "U.S. Commerce Secretary Howard Blane and Canada's International Trade Minister Sophie Gagnon spoke Friday. Blane's "
        "predecessor, Gina Marlow, had called the tariff a mistake.",
        (
            "person=Howard Blane | organization=U.S. | title=Commerce Secretary | status=held",
            "person=Sophie Gagnon | organization=Canada | title=International Trade Minister | status=held",
            "person=Gina Marlow | organization=U.S. | title=Commerce Secretary | status=former",
        ),
    ),
    (
        "Jamaica's Foreign Minister, Senator the Hon. Marcia Bailey, and CARICOM Secretary-General Dr. Trevor Charles signed "
        "the accord in Georgetown.",
        (
            "person=Marcia Bailey | organization=Jamaica | title=Foreign Minister | status=held",
            "person=Trevor Charles | organization=CARICOM | title=Secretary-General | status=held",
        ),
    ),
    (
        "SUVA - Fiji's Assistant Minister for Foreign Affairs Sitiveni Rokotuivuna thanked outgoing New Zealand High "
        "Commissioner Ruth Paterson.",
        (
            "person=Sitiveni Rokotuivuna | organization=Fiji | title=Assistant Minister for Foreign Affairs | status=held",
            "person=Ruth Paterson | organization=New Zealand | title=High Commissioner | status=held",
        ),
    ),
    (
        "Kazakh Ambassador Yerlan Ospanov presented his credentials to King Frederik, the embassy of Kazakhstan in Denmark said.",
        ("person=Yerlan Ospanov | organization=Kazakh | title=Ambassador | status=held",),
    ),
    (
        "Participants: Dr. Samuel Osei (Ministry of Food and Agriculture, Ghana); Ms. Clara Njeri, Trade Attaché, Embassy of "
        "Kenya; Prof. Adel Mansour, Cairo University; Mr. Piet Botha of the South African Wine Board.",
        (
            "person=Samuel Osei | organization=Ministry of Food and Agriculture | title= | status=held",
            "person=Clara Njeri | organization=Embassy of Kenya | title=Trade Attaché | status=held",
            "person=Adel Mansour | organization=Cairo University | title= | status=held",
            "person=Piet Botha | organization=South African Wine Board | title= | status=held",
        ),
    ),
    (
        "Reports that Trade Minister Omar Sesay would be moved to the Ministry of Finance were denied by the Sierra Leone government.",
        ("person=Omar Sesay | organization=Sierra Leone | title=Trade Minister | status=held",),
    ),
    (
        "No successor to World Bank country director Helen Marsh has been named, though Mark Addo is seen as a likely choice "
        "for country director.",
        ("person=Helen Marsh | organization=World Bank | title=Country Director | status=held",),
    ),
    (
        "Sudan's trade minister and Eritrea's ambassador will meet in Kassala on Monday.",
        (),
    ),
    (
        "Cambodian Minister of Commerce Sok Dara signed with Lao Minister of Industry and Commerce Bounmy Phommasack; "
        "Cambodia's Secretary of State Chea Vuthy was also there.",
        (
            "person=Sok Dara | organization=Cambodian | title=Minister of Commerce | status=held",
            "person=Bounmy Phommasack | organization=Lao | title=Minister of Industry and Commerce | status=held",
            "person=Chea Vuthy | organization=Cambodia | title=Secretary of State | status=held",
        ),
    ),
    (
        "Presidents Amadou Sarr of Senegal and Ibrahim Touray of The Gambia opened the bridge. Foreign ministers Fatou Ndiaye "
        "and Lamin Jallow followed.",
        (
            "person=Amadou Sarr | organization=Senegal | title=President | status=held",
            "person=Ibrahim Touray | organization=Gambia | title=President | status=held",
            "person=Fatou Ndiaye | organization=Senegal | title=Foreign Minister | status=held",
            "person=Lamin Jallow | organization=Gambia | title=Foreign Minister | status=held",
        ),
    ),
    (
        "Madagascar's Prime Minister Hery Rakoto and Mauritius' Minister of Blue Economy, Arvin Seebaluck, inaugurated a ferry."
        " The two countries' envoys, Jean Rabe and Kavi Doorga, watched.",
        (
            "person=Hery Rakoto | organization=Madagascar | title=Prime Minister | status=held",
            "person=Arvin Seebaluck | organization=Mauritius | title=Minister of Blue Economy | status=held",
        ),
    ),
    (
        "Mozambique's President Carlos Matusse has dismissed Transport Minister Salomão Nhaca and appointed Amélia Cossa, "
        "previously director of Maputo Port, in his place.",
        (
            "person=Carlos Matusse | organization=Mozambique | title=President | status=held",
            "person=Salomão Nhaca | organization=Mozambique | title=Transport Minister | status=former",
            "person=Amélia Cossa | organization=Mozambique | title=Transport Minister | status=appointed",
            "person=Amélia Cossa | organization=Maputo Port | title=Director | status=former",
        ),
    ),
    (
        "The delegation included Namibia's High Commissioner to Zambia, Ms Selma Shilongo; Dr Peter Kapwepwe, CEO of the Zambia"
        " Beef Board; and Ndola Mayor Joyce Tembo.",
        (
            "person=Selma Shilongo | organization=Namibia | title=High Commissioner to Zambia | status=held",
            "person=Peter Kapwepwe | organization=Zambia Beef Board | title=CEO | status=held",
            "person=Joyce Tembo | organization=Ndola | title=Mayor | status=held",
        ),
    ),
    (
        "RIYADH — Saudi Minister of Commerce Dr. Yasser Al-Qahtani met here Sunday with his Egyptian counterpart Dr. Hany "
        "Shukri and a number of officials.",
        (
            "person=Yasser Al-Qahtani | organization=Saudi | title=Minister of Commerce | status=held",
            "person=Hany Shukri | organization=Egyptian | title=Minister of Commerce | status=held",
        ),
    ),
    (
        "Abu Dhabi: Khalid Al Romaithi has been named Director General of the Abu Dhabi Maritime Authority, succeeding Captain "
        "Saif Al Suwaidi.",
        (
            "person=Khalid Al Romaithi | organization=Abu Dhabi Maritime Authority | title=Director General | status=appointed",
            "person=Saif Al Suwaidi | organization=Abu Dhabi Maritime Authority | title=Director General | status=former",
        ),
    ),
    (
        "Secretary of the Haiphong City Party Committee Do Manh Tung and Chairwoman of the municipal People's Committee Vu Thi "
        "Lan hosted the guests.",
        (
            "person=Do Manh Tung | organization=Haiphong City Party Committee | title=Secretary | status=held",
            "person=Vu Thi Lan | organization=People's Committee | title=Chairwoman | status=held",
        ),
    ),
    (
        "Thai Commerce Minister Suchart Boonmee, who is also deputy prime minister, will travel to Beijing. He will be joined "
        "by Department of Foreign Trade director-general Arada Wongsa.",
        (
            "person=Suchart Boonmee | organization=Thai | title=Commerce Minister | status=held",
            "person=Suchart Boonmee | organization=Thai | title=Deputy Prime Minister | status=held",
            "person=Arada Wongsa | organization=Department of Foreign Trade | title=Director-General | status=held",
        ),
    ),
    (
        '"We need ships," said Faisal Qureshi, senior vice president of the Multan Chamber of Commerce and Industry, in reply '
        "to a question. Former KCCI president Anwar Zaki nodded.",
        (
            "person=Faisal Qureshi | organization=Multan Chamber of Commerce and Industry | title=Senior Vice President | status=held",
            "person=Anwar Zaki | organization=KCCI | title=President | status=former",
        ),
    ),
    (
        "ULAANBAATAR. Mongolian President Enkhbat Dorj received the credentials of the new Canadian ambassador, Claire Tremblay.",
        (
            "person=Enkhbat Dorj | organization=Mongolian | title=President | status=held",
            "person=Claire Tremblay | organization=Canadian | title=Ambassador | status=held",
        ),
    ),
    (
        "WARSAW, Feb 3 – Poland's deputy climate minister Krzysztof Lis stepped down on Monday, days after Climate Minister "
        "Paulina Mazur criticised him.",
        (
            "person=Krzysztof Lis | organization=Poland | title=Deputy Climate Minister | status=former",
            "person=Paulina Mazur | organization=Poland | title=Climate Minister | status=held",
        ),
    ),
    (
        "Matteo Conti, the then mayor of Genoa and now a member of the European Parliament, signed the charter in 2015.",
        (
            "person=Matteo Conti | organization=Genoa | title=Mayor | status=former",
            "person=Matteo Conti | organization=European Parliament | title=Member | status=held",
        ),
    ),
    (
        "LIMA (Reuters) - Peru's Congress voted on Thursday to censure Energy and Mines Minister Raúl Cárdenas. Prime Minister "
        "Gustavo Ríos said the vote was unfair.",
        (
            "person=Raúl Cárdenas | organization=Peru | title=Energy and Mines Minister | status=held",
            "person=Gustavo Ríos | organization=Peru | title=Prime Minister | status=held",
        ),
    ),
    (
        "Mexican Economy Secretary Elena Barrios, who replaced Tomás Guerra in March, and the U.S. ambassador in Mexico City, "
        "Ken Alvarez, spoke at the event.",
        (
            "person=Elena Barrios | organization=Mexican | title=Economy Secretary | status=held",
            "person=Tomás Guerra | organization=Mexican | title=Economy Secretary | status=former",
            "person=Ken Alvarez | organization=U.S. | title=Ambassador | status=held",
        ),
    ),
    (
        "Premier Doug Fraser of Nova Scotia and Maine Governor Janet Pike signed the pact in Halifax, said Canada's consul "
        "general in Boston, Marc Leduc.",
        (
            "person=Doug Fraser | organization=Nova Scotia | title=Premier | status=held",
            "person=Janet Pike | organization=Maine | title=Governor | status=held",
            "person=Marc Leduc | organization=Canada | title=Consul General | status=held",
        ),
    ),
    (
        "The Prime Minister of Samoa, Hon. Tavita Leota, thanked the Minister for Pacific Peoples of New Zealand, Hon. Aupito Sefo.",
        (
            "person=Tavita Leota | organization=Samoa | title=Prime Minister | status=held",
            "person=Aupito Sefo | organization=New Zealand | title=Minister for Pacific Peoples | status=held",
        ),
    ),
    (
        "The opposition wants Finance Minister Paul Kamara to go. No replacement has been named, and the presidency said it had"
        " not considered dismissing him. Sierra Leone's president, Musa Conteh, is abroad.",
        (
            "person=Paul Kamara | organization=Sierra Leone | title=Finance Minister | status=held",
            "person=Musa Conteh | organization=Sierra Leone | title=President | status=held",
        ),
    ),
    (
        "The opposition called for the resignation of Ana Lima as director of the Lund Fund.",
        (),
    ),
    (
        "Ana Lima hopes to become mayor of Bristol.",
        (),
    ),
    (
        "The board discussed the appointment of Ana Lima as chairwoman of the Lund Fund.",
        (),
    ),
    (
        "Among the guests were the Governor of Kisumu, Peter Ouko, the Mayor of Kampala, Sarah Nanteza, and others.",
        (
            "person=Peter Ouko | organization=Kisumu | title=Governor | status=held",
            "person=Sarah Nanteza | organization=Kampala | title=Mayor | status=held",
        ),
    ),
    (
        "Kenya nominated Mary Atieno, a former director of the Kenya Ports Authority, as ambassador to Japan. "
        "She would replace Peter Ouko, whose term ends in May.",
        (
            "person=Mary Atieno | organization=Kenya Ports Authority | title=Director | status=former",
            "person=Mary Atieno | organization=Kenya | title=Ambassador to Japan | status=nominated",
            "person=Peter Ouko | organization=Kenya | title=Ambassador to Japan | status=held",
        ),
    ),
    ("Mark Hill would replace Ann Lee if he won.", ()),
    (
        "Lucy Njeri, a member of parliament's Trade Committee, left.",
        ("person=Lucy Njeri | organization=Trade Committee | title=Member | status=held",),
    ),
    (
        'The Energy Ministry of Kenya rejected the report. "There is no such plan," spokesman Peter Ouko said.',
        ("person=Peter Ouko | organization=Energy Ministry of Kenya | title=Spokesman | status=held",),
    ),
    ('Exports rose. "We are glad," spokeswoman Ann Wairimu said.', ()),
)
