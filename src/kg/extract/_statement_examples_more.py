"""More examples of statements: long sentences that a parser tears apart, words of agencies, two speakers at once; negatives included."""

from __future__ import annotations

MORE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Ghana and Togo on Monday signed a paper on cattle during the visit of Togolese Trade Minister Kossi Amegah, "
        "the Ministry of Trade (MoT) said.",
        (
            "speaker=Ministry of Trade | text=Ghana and Togo on Monday signed a paper on cattle during the visit of "
            "Togolese Trade Minister Kossi Amegah | status=said",
        ),
    ),
    (
        '"Our cows speak two languages," joked Ilse Brandt, president of the breeders.',
        ("speaker=Ilse Brandt | text=Our cows speak two languages | status=said",),
    ),
    (
        "The Bank of Tanzania on Thursday forecast growth of 5.6 percent this year.",
        ("speaker=Bank of Tanzania | text=forecast growth of 5.6 percent this year | status=said",),
    ),
    (
        "Deputy Governor Nguyen Huu Thanh suggested that both sides set up a group, while Consul General Watanabe Ken proposed that it "
        "meet in Osaka.",
        (
            "speaker=Nguyen Huu Thanh | text=both sides set up a group | status=said",
            "speaker=Watanabe Ken | text=it meet in Osaka | status=said",
        ),
    ),
    (
        "The Ministry of Health of Samoa wishes to make clear that no vaccine has been withdrawn.",
        ("speaker=Ministry of Health of Samoa | text=no vaccine has been withdrawn | status=said",),
    ),
    (
        "Finance Minister Rachid Belkacem took to Facebook to say that the currency would not be devalued.",
        ("speaker=Rachid Belkacem | text=the currency would not be devalued | status=said",),
    ),
    (
        "The seminar heard Deputy Minister Jiri Novotny stress that farm subsidies must be reformed.",
        ("speaker=Jiri Novotny | text=farm subsidies must be reformed | status=said",),
    ),
    (
        "Minister of Agriculture Fatou Ndiaye affirmed that Senegal would go on supporting rice growers.",
        ("speaker=Fatou Ndiaye | text=Senegal would go on supporting rice growers | status=said",),
    ),
    (
        "Cocoa Board Chairman Kwaku Frimpong put the shortfall down to smuggling.",
        ("speaker=Kwaku Frimpong | text=put the shortfall down to smuggling | status=said",),
    ),
    (
        "President Sadyr Akmatov lauded the growers for a record harvest.",
        ("speaker=Sadyr Akmatov | text=lauded the growers for a record harvest | status=said",),
    ),
    (
        '"We have asked for six months," said Rashid Karimi. The chairman of the Herat Millers Union said members were worried.',
        (
            "speaker=Rashid Karimi | text=We have asked for six months | status=said",
            "speaker=Rashid Karimi | text=members were worried | status=said",
        ),
    ),
    (
        '"We have asked for six months," said Minister Rashid Karimi. The chairman of the Herat Millers Union said members were worried.',
        (
            "speaker=Rashid Karimi | text=We have asked for six months | status=said",
            "speaker=The chairman | text=members were worried | status=said",
        ),
    ),
    (
        "The executive director in the ministry, Ndapewa Shilongo, said traders had been given until June.",
        ("speaker=Ndapewa Shilongo | text=traders had been given until June | status=said",),
    ),
    (
        "When the line opens in May, Leila Haddad will be told.",
        (),
    ),
    (
        "The committee heard how the dam had burst.",
        (),
    ),
    (
        "The envoy wished the team luck.",
        (),
    ),
)
