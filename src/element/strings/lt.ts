import type { Language, NamedPlural } from './strings.ts'

const again = 'Bandykite dar kartą.'
const owner = 'Praneškite šios svetainės savininkui.'

/** One file by its name, and several before the same participle: "pridėtas", "pridėti", "pridėta". */
const said = (participle: string, after = '.', afterOne = after): NamedPlural => ({
  single: `{name} ${participle}as${afterOne}`,
  one: `{n} failas ${participle}as${after}`,
  few: `{n} failai ${participle}i${after}`,
  other: `{n} failų ${participle}a${after}`,
})

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'lt',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Įkėlimas',
    hint: {
      one: '{types}, iki {size}',
      each: '{types}, kiekvienas iki {size}',
      some: '{types}, kiekvienas iki {size}, failų skaičius: ne daugiau kaip {n}',
    },
    atOnce: 'Failai išsiunčiami iškart, kai juos pasirenkate.',
    drop: { one: 'Nuvilkite dokumentą čia arba', several: 'Nuvilkite dokumentus čia arba' },
    choose: { one: 'Pasirinkti failą', several: 'Pasirinkti failus' },
    locked: 'Dabar nieko pridėti negalima.',
    required: 'Privaloma.',
    missing: 'Pridėkite dokumentą.',
    unfinished: {
      one: 'Palaukite, kol jūsų dokumentas bus pristatytas.',
      several: 'Palaukite, kol jūsų dokumentai bus pristatyti.',
    },
    // Names are not inflected: the recipient is the subject.
    sealedFor: 'Užšifruota jūsų naršyklėje taip, kad {recipient} galėtų atidaryti',
    fault: {
      'insecure-context':
        'Dokumentai siunčiami tik saugiu ryšiu. Atidarykite šį puslapį naudodami https.',
      unsupported: 'Ši naršyklė negali užšifruoti dokumentų. Atnaujinkite ją arba naudokite kitą.',
      misconfigured: `Įkėlimas čia nustatytas neteisingai. ${owner}`,
    },
    unloaded: 'Ryšys nutrūko. Jūsų failai bus pridėti, kai ryšys bus atkurtas.',
    recipient: 'gavėjas',
  },
  fileStrings: {
    zone: {
      more: 'Nuvilkite čia daugiau failų',
      letGo: {
        one: 'Atleiskite, kad pridėtumėte {n} failą',
        few: 'Atleiskite, kad pridėtumėte {n} failus',
        other: 'Atleiskite, kad pridėtumėte {n} failų',
      },
      letGoUncounted: 'Atleiskite, kad pridėtumėte savo failus',
      letGoReplacing: 'Atleiskite, kad pakeistumėte failą nauju',
      another: 'Norėdami jį pakeisti, nuvilkite čia kitą',
      chooseAnother: 'Pasirinkti kitą failą',
      full: {
        other:
          'Pasiektas didžiausias failų skaičius ({n}). Pašalinkite vieną, kad galėtumėte pasirinkti kitą.',
      },
      left: { one: 'dar {n} failas', few: 'dar {n} failai', other: 'dar {n} failų' },
    },
    folders: 'Aplankų pridėti negalima. Atidarykite aplanką ir pridėkite jame esančius failus.',
    list: 'Failai',
    seal: {
      only: 'Šį puslapį palieka tik užšifruoti duomenys, kuriuos {recipient} gali atidaryti',
      fingerprints:
        'Tik šiais raktais galima atidaryti tai, ką siunčiate. Palyginkite jų kontrolinius kodus:',
      untrusted: 'Nepavyko patvirtinti gavėjo raktų. Be jų nieko nesiunčiama.',
      unreachable: 'Gavėjo raktai šiuo metu nepasiekiami. Be jų nieko nesiunčiama.',
    },
    status: {
      waiting: 'Laukiama',
      checking: 'Tikrinama',
      checkingLate: 'Tikrinama · jei failas dar debesyje, pirmiausia jį reikia atsisiųsti',
      ready: {
        auto: 'Patikrinta · laukia eilės',
        submit: 'Patikrinta · bus išsiųsta su forma',
        manual: 'Patikrinta · galima siųsti',
      },
      sealing: 'Patikrinta · šifruojama',
      preparing: 'Patikrinta · ruošiama',
      sending: 'Siunčiama užšifruota',
      sendingOpen: 'Siunčiama',
      sendingLate: '{status} · serveris tikrina',
      confirming: 'Išsiųsta · laukiama atsakymo',
      confirmingLate: 'Išsiųsta · serveris tikrina',
      paused: 'Pristabdyta ties {percent}',
      offer: 'Neišsiųsta iki galo · laukia jūsų',
      retrying: '{why} · bandoma dar kartą',
      offline: 'Nėra interneto ryšio · bus tęsiama, kai ryšys bus atkurtas',
      seemsOffline: '{status} · atrodo, nėra interneto ryšio',
      delivered: 'Gauta · laukiama kitų',
      committing: 'Gauta · baigiama',
      done: 'Pristatyta',
      expires: 'Pristatyta · baigs galioti {when}',
      cancelled: 'Atšaukta',
      cancelledLate: 'Atšaukta. Failas galbūt jau gautas.',
      removed: 'Pašalinta',
    },
    moment: '{day} {time} val.',
    counting: {
      share: ' · {percent}',
      slow: ' · gali trukti dar {time}',
      wait: ' po {time}',
    },
    unnamed: {
      chosen: {
        today: 'Dokumentas, pasirinktas {time} val.',
        earlier: 'Dokumentas, pasirinktas {day} {time} val.',
      },
      sent: {
        today: 'Dokumentas, išsiųstas {time} val.',
        earlier: 'Dokumentas, išsiųstas {day} {time} val.',
      },
    },
    action: {
      pause: 'Pristabdyti: {name}',
      resume: 'Tęsti: {name}',
      retry: 'Bandyti dar kartą: {name}',
      sendAgain: 'Siųsti dar kartą: {name}',
      cancel: 'Atšaukti: {name}',
      remove: 'Pašalinti: {name}',
      dismiss: 'Slėpti: {name}',
      pauseAll: 'Pristabdyti visus',
      resumeAll: 'Tęsti visus',
      goOn: 'Tęsti',
      notMine: 'Ne mano',
      undo: 'Grąžinti',
      view: 'Peržiūrėti: {name}',
    },
    tip: {
      pause: 'Pristabdyti',
      resume: 'Tęsti',
      retry: 'Bandyti dar kartą',
      sendAgain: 'Siųsti dar kartą',
      cancel: 'Atšaukti',
      remove: 'Pašalinti',
      dismiss: 'Slėpti',
    },
    viewer: { zoomIn: 'Didinti', zoomOut: 'Mažinti', close: 'Užverti' },
    summary: {
      delivered: { other: 'Pristatyta {n} iš {total}' },
      failed: { other: 'Nepavyko: {n}' },
      unconfirmed: { other: 'Galbūt gauta: {n}' },
    },
    said: {
      added: said('pridėt'),
      refused: said('nepridėt', '.', '. {why}'),
      replaced: said('pakeist', ' naujais.', ' nauju.'),
      restored: {
        single: '{name} vis dar priklauso šiai formai.',
        one: '{n} failas vis dar priklauso šiai formai.',
        few: '{n} failai vis dar priklauso šiai formai.',
        other: '{n} failų vis dar priklauso šiai formai.',
      },
      offered: said(
        'neišsiųst',
        ' iki galo. Tęskite arba nurodykite, kad failai ne jūsų.',
        ' iki galo. Tęskite arba nurodykite, kad jis ne jūsų.',
      ),
      removed: said('pašalint'),
      withdrawn: said(
        'pašalint',
        '. Kurį laiką failus galima grąžinti.',
        '. Kurį laiką jį galima grąžinti.',
      ),
      putBack: {
        single: '{name} vėl sąraše.',
        one: '{n} failas vėl sąraše.',
        few: '{n} failai vėl sąraše.',
        other: '{n} failų vėl sąraše.',
      },
      cancelled: said('atšaukt'),
      cancelledLate: said('atšaukt', '. Failai galbūt jau gauti.', '. Failas galbūt jau gautas.'),
      paused: said('pristabdyt'),
      resumed: said('toliau siunčiam'),
      again: said('siunčiam', ' dar kartą.'),
      unread: said(
        'dar skaitom',
        '. Jei failai debesyje, pirmiausia juos reikia atsisiųsti.',
        '. Jei jis debesyje, pirmiausia jį reikia atsisiųsti.',
      ),
      late: {
        single: 'Serveris dar tikrina {name}.',
        one: 'Serveris dar tikrina {n} failą.',
        few: 'Serveris dar tikrina {n} failus.',
        other: 'Serveris dar tikrina {n} failų.',
      },
      retrying: {
        ...said('siunčiam', ' dar kartą.'),
        single: '{name}: {why}. Bandoma dar kartą.',
      },
      failed: {
        single: 'Nepavyko išsiųsti {name}. {why}',
        one: 'Nepavyko išsiųsti {n} failo.',
        few: 'Nepavyko išsiųsti {n} failų.',
        other: 'Nepavyko išsiųsti {n} failų.',
      },
      unconfirmed: { ...said('galbūt gaut'), single: '{name}: {why}' },
      done: said('pristatyt'),
    },
    gathered: {
      addedNot: {
        one: '{n} failas pridėtas, {not} – ne.',
        few: '{n} failai pridėti, {not} – ne.',
        other: '{n} failų pridėta, {not} – ne.',
      },
      seeList: 'Priežastys nurodytos sąraše.',
      remarked: {
        one: 'Sąraše yra pastabų apie {n} failą.',
        few: 'Sąraše yra pastabų apie {n} failus.',
        other: 'Sąraše yra pastabų apie {n} failų.',
      },
      work: said('siunčiam', ', po to – forma.'),
      sent: 'Išsiųsta {percent}.',
      summary: '{summary}.',
      between: ' ',
      offline: 'Atrodo, nėra interneto ryšio. Failai bus siunčiami toliau, kai ryšys bus atkurtas.',
      online: 'Ryšys atkurtas.',
    },
    undelivered: said(
      'nepristatyt',
      '. Bandykite dar kartą arba pašalinkite failus.',
      '. Bandykite dar kartą arba jį pašalinkite.',
    ),
    stopped: said(
      'pristabdyt',
      '. Tęskite arba atšaukite siuntimą, tada dar kartą išsiųskite formą.',
      '. Tęskite arba atšaukite jį, tada dar kartą išsiųskite formą.',
    ),
    pressAgain: {
      named: 'Viskas paruošta. Norėdami išsiųsti formą, dar kartą paspauskite „{button}“.',
      unnamed: 'Viskas paruošta. Dabar išsiųskite formą.',
    },
    unconfirmed: {
      ...said(
        'galbūt gaut',
        ', bet joks atsakymas to nepatvirtina. Išsiųskite failus dar kartą arba pašalinkite.',
        ', bet joks atsakymas to nepatvirtina. Išsiųskite jį dar kartą arba pašalinkite.',
      ),
      once: 'Šis failas galbūt gautas, bet joks atsakymas to nepatvirtina. Jei bandysite dar kartą, jis nebus išsaugotas du kartus.',
      twice:
        'Šis failas galbūt gautas, bet joks atsakymas to nepatvirtina. Jei išsiųsite dar kartą, jis gali būti išsaugotas du kartus.',
    },
    error: {
      empty: 'Šis failas tuščias. Pasirinkite kitą.',
      'too-large': 'Šis failas per didelis. Pasirinkite mažesnį.',
      'wrong-type': 'Tokio tipo failai čia nepriimami. Pasirinkite kitą.',
      damaged:
        'Šis failas sugadintas arba nepilnas. Išsaugokite arba nuskenuokite jį iš naujo ir tada pridėkite.',
      'too-many': 'Daugiau failų pridėti negalima. Pašalinkite vieną, kad galėtumėte pridėti kitą.',
      duplicate: 'Šis failas jau yra sąraše.',
      unreadable:
        'Nepavyko perskaityti šio failo. Jei jis dar debesyje, pirmiausia jį atsisiųskite. Jei jis perkeltas arba ištrintas, pasirinkite jį iš naujo.',
      changed: 'Šis failas buvo pakeistas po to, kai jį pasirinkote. Pridėkite jį dar kartą.',
      'bad-recipient': `Gavėjo raktas netinkamas, todėl nieko neišsiųsta. ${owner}`,
      'keys-untrusted': `Nepavyko patvirtinti gavėjo raktų, todėl nieko neišsiųsta. ${owner}`,
      'seal-failed': `Nepavyko užšifruoti šio failo, todėl jis neišsiųstas. ${again}`,
      offline: 'Nėra interneto ryšio. Bandykite dar kartą, kai ryšys bus atkurtas.',
      network: `Ryšys nutrūko. ${again}`,
      timeout: `Serveris laiku neatsakė. ${again}`,
      stalled: `Įkėlimas sustojo. ${again}`,
      unauthorized: 'Nebesate prisijungę. Įkelkite puslapį iš naujo ir bandykite dar kartą.',
      forbidden: `Serveris neleidžia šio įkėlimo. ${owner}`,
      'not-found': `Serveriui šis įkėlimas nežinomas. ${owner}`,
      refused:
        'Serveris nepriėmė šio failo. Bandykite kitą arba praneškite šios svetainės savininkui.',
      'rate-limited': 'Šiuo metu per daug įkėlimų. Bandykite dar kartą po kelių minučių.',
      server: 'Serveryje kilo problema. Bandykite dar kartą po kelių minučių.',
      protocol: `Serverio atsakymas nesuprantamas. ${owner}`,
      'keys-rotated': `Gavėjas pakeitė raktus. ${again}`,
      mismatch: 'Gauta ne tai, kas buvo išsiųsta. Pašalinkite šį failą ir pridėkite jį dar kartą.',
      'already-used': 'Serveris jau turi šį failą. Jo nereikia siųsti dar kartą.',
      expired: 'Šio įkėlimo galiojimas baigėsi. Pašalinkite failą ir pridėkite jį dar kartą.',
    },
    rechoose:
      'Gavėjas pakeitė raktus, todėl šio dokumento nebegalima išsiųsti. Pasirinkite jį dar kartą.',
    quoted: '{why} Serverio atsakymas: „{reason}“',
    reference: 'Nuorodos numeris: {id}',
    tooLarge: 'Šis failas per didelis. Didžiausias leidžiamas dydis – {size}.',
    tooMany: {
      single: 'Galima pridėti tik vieną failą. Pašalinkite jį arba pasirinkite kitą vietoj jo.',
      one: 'Galima pridėti tik {n} failą. Pašalinkite vieną, kad galėtumėte pridėti kitą.',
      few: 'Galima pridėti tik {n} failus. Pašalinkite vieną, kad galėtumėte pridėti kitą.',
      other: 'Galima pridėti tik {n} failų. Pašalinkite vieną, kad galėtumėte pridėti kitą.',
    },
    wrongType: {
      heic: 'Tai „iPhone“ nuotrauka ({found}). Eksportuokite ją JPG formatu ir pridėkite dar kartą.',
      office: 'Tai {found} dokumentas. Išsaugokite jį PDF formatu ir pridėkite dar kartą.',
      archive: 'Tai {found} archyvas. Išpakuokite jį ir pridėkite jame esančius failus.',
      program: 'Tai programa, o ne dokumentas. Failas turi būti {types}.',
      page: 'Tai tinklalapis. Išsaugokite jį PDF formatu ir pridėkite dar kartą.',
      password: 'Šiam PDF reikia slaptažodžio. Pridėkite kopiją, kuri atsidaro be jo.',
      certificate:
        'Šį PDF gali atidaryti tik tie, kuriems jis užšifruotas. Pridėkite kopiją be šios apsaugos.',
      signature:
        'Tai pasirašytas failas ({found}). Išsaugokite jame esantį dokumentą ir pridėkite jį arba pridėkite nepasirašytą kopiją.',
      other: 'Tai {found} failas. Failas turi būti {types}.',
      unknown: 'Toks failo tipas čia nežinomas. Failas turi būti {types}.',
    },
    hitch: {
      network: 'Ryšys nutrūko',
      timeout: 'Nėra atsakymo',
      stalled: 'Siuntimas nejuda',
      server: 'Serveryje kilo problema',
      'rate-limited': 'Serveris užimtas',
    },
    remark: {
      'name-mismatch': 'Pavadinimas neatitinka failo tipo.',
      encrypted: 'Šis PDF apsaugotas. Atrodo, kad jis atsidaro be slaptažodžio.',
      'password-needed':
        'Šiam PDF reikia slaptažodžio. Pasakykite slaptažodį gavėjui arba pridėkite kopiją, kuri atsidaro be jo.',
      'certificate-needed':
        'Šį PDF gali atidaryti tik tie, kuriems jis užšifruotas. Jei gavėjo tarp jų nėra, pridėkite kopiją be šios apsaugos.',
      'no-end-marker': 'Gali trūkti šio PDF pabaigos. Patikrinkite, ar yra paskutinis puslapis.',
      'location-data':
        'Šioje nuotraukoje nurodyta, kur ji daryta. Jei gavėjas to neturi žinoti, pašalinkite vietą nuotraukų programoje ir pridėkite nuotrauką iš naujo.',
      'location-removed': 'Ši nuotrauka siunčiama be vietos ir kitų paslėptų duomenų.',
      'leading-data':
        'Šiame faile prieš dokumentą yra dar kažkas, todėl kai kurios programos gali jo neatidaryti. Išsaugokite jį iš naujo PDF formatu.',
      'trailing-data':
        'Šiame faile po dokumento yra dar kažkas arba trūksta jo paskutinio pakeitimo pabaigos. Patikrinkite, ar nieko netrūksta.',
      'not-shown': 'Jūsų naršyklė negali parodyti šio paveikslėlio. Patikrinkite, ar jis atsidaro.',
      'near-limit': 'Šio failo dydis artimas didžiausiam leidžiamam.',
    },
  },
}
