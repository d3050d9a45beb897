"""What invented visits are about, in the words of their forms."""

# What the visits are about: wishes, what we learn, what they learn, how it serves a goal.
THEMES: dict[str, tuple[str, str, str, str]] = {
    "luft": (
        "Hur luften mäts och hur mätningarna används när trafiken planeras.",
        "Hur de binder damm på gator vintertid, som vi tänker pröva nästa år.",
        "Hur våra mätserier görs och hur de visas öppet.",
        "Bättre metoder ger renare luft i innerstaden.",
    ),
    "kvarter": (
        "Hur hela kvarter byggs med krav på klimat och blandade bostäder.",
        "Hur de skriver klimatkrav i markavtal och följer upp dem efteråt.",
        "Hur vi samordnar byggherrar i ett nytt område.",
        "Fler bostäder med lägre klimatpåverkan.",
    ),
    "vatten": (
        "Hur avloppsvatten renas i en stad som växer.",
        "Deras erfarenhet av rening från läkemedel i full skala.",
        "Hur vi driver ett verk under jord medan det byggs om.",
        "Renare vatten i Mälaren och skärgården.",
    ),
    "forskola": (
        "Hur förskolan arbetar med språk och lek ute.",
        "Deras sätt att följa barns språk utan att pröva barnen.",
        "Hur utevistelse planeras under hela året.",
        "Barn får ett rikare språk från början.",
    ),
    "bibliotek": (
        "Hur bibliotek blir mötesplatser för unga och nya i landet.",
        "Hur de låter unga själva programsätta kvällarna.",
        "Hur våra bibliotek hålls öppna utan personal tidiga morgnar.",
        "Fler unga tar del av kultur där de bor.",
    ),
    "etablering": (
        "Hur företag som vill etablera sig tas emot och lotsas.",
        "Vilka frågor investerare ställer först och vilka svar de saknar.",
        "Hur vi samlar stadens tjänster för företag på ett ställe.",
        "Fler arbetstillfällen i gröna näringar.",
    ),
    "samordning": (
        "Hur en stor stads förvaltningar styrs mot gemensamma mål.",
        "Hur de följer upp Agenda 2030 i sin budget.",
        "Hur mål och nyckeltal hänger ihop hos oss.",
        "Tydligare uppföljning av stadens mål.",
    ),
    "trafik": (
        "Hur gator delas mellan cykel, buss och bil, och hur det mäts.",
        "Hur de har fått fler att cykla hela vintern.",
        "Hur trängselskatten infördes och vad den gav.",
        "Fler reser med cykel och kollektivt.",
    ),
    "hamn": (
        "Hur fartyg får el vid kaj och vem som betalar den.",
        "Hur deras avtal med rederierna är skrivna.",
        "Hur vi har byggt anslutningar i en trång hamn.",
        "Lägre utsläpp och mindre buller vid kajerna.",
    ),
    "skola": (
        "Hur skolor med olika förutsättningar får det stöd de behöver.",
        "Hur de fördelar lärare mellan skolor.",
        "Hur vi följer elevers resultat utan att rangordna skolor.",
        "Fler elever når målen.",
    ),
    "aldre": (
        "Hur boenden för äldre byggs och bemannas.",
        "Hur de arbetar mot ensamhet med föreningar i kvarteret.",
        "Hur trygghetsboenden blandas med vanliga hyresrätter.",
        "Äldre kan bo kvar där de vill.",
    ),
    "social": (
        "Hur socialtjänst, skola och polis samverkar om unga.",
        "Hur de når familjer tidigt, innan något har hänt.",
        "Hur våra fältarbetare är knutna till skolorna.",
        "Färre unga dras in i kriminalitet.",
    ),
    "idrott": (
        "Hur anläggningar delas rättvist mellan grupper.",
        "Hur de får flickor att stanna kvar i spontanidrotten.",
        "Hur våra bokningar och taxor är gjorda.",
        "Fler rör sig, också de som inte är med i en förening.",
    ),
    "arbete": (
        "Hur de som står långt från arbete får en första anställning.",
        "Hur deras företag är med och utformar utbildningarna.",
        "Hur våra jobbtorg är ordnade.",
        "Fler kommer i arbete.",
    ),
    "data": (
        "Hur data och nät blir till nytta för andra än staden själv.",
        "Hur de bestämmer vilka data som öppnas först.",
        "Hur ett öppet fibernät drivs av staden.",
        "Tjänster som fler kan bygga vidare på.",
    ),
    "stadsdel": (
        "Hur boende är med och bestämmer om sin stadsdel.",
        "Hur de når dem som aldrig kommer till möten.",
        "Hur medborgarbudget prövas hos oss.",
        "Fler känner sig delaktiga där de bor.",
    ),
    "arkiv": (
        "Hur handlingar bevaras när de bara finns digitalt.",
        "Hur de gallrar utan att förlora sammanhang.",
        "Hur våra arkiv öppnas för forskning och släktforskning.",
        "Staden kan läsa sina egna handlingar om hundra år.",
    ),
}


SUBJECTS = {
    "luft": "luftmätning",
    "kvarter": "klimatsmarta kvarter",
    "vatten": "rening av avloppsvatten",
    "forskola": "språk i förskolan",
    "bibliotek": "bibliotek för unga",
    "etablering": "företag som etablerar sig",
    "samordning": "styrning mot gemensamma mål",
    "trafik": "cykel, buss och trängsel",
    "hamn": "el vid kaj",
    "skola": "likvärdiga skolor",
    "aldre": "boende för äldre",
    "social": "stöd till unga",
    "idrott": "rörelse i vardagen",
    "arbete": "vägar till arbete",
    "data": "öppna data och fiber",
    "stadsdel": "medborgardialog i stadsdelen",
    "arkiv": "digitala arkiv",
}
