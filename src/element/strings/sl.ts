import type { Plural } from '../../words/plural.ts'
import type { Language, NamedPlural } from './strings.ts'

const again = 'Poskusite znova.'
const owner = 'Obvestite lastnika tega spletnega mesta.'

/** How many files, after the same words: "1 datoteko", "2 datoteki", "5 datotek". */
const accusative = (before: string, after = ''): Plural => ({
  one: `${before} {n} datoteko${after}`,
  two: `${before} {n} datoteki${after}`,
  few: `${before} {n} datoteke${after}`,
  other: `${before} {n} datotek${after}`,
})

/** A participle without its ending, with several files: "Dodani sta 2 datoteki". */
const several = (participle: string, after: string): Plural => ({
  one: `${participle}a je {n} datoteka${after}`,
  two: `${participle}i sta {n} datoteki${after}`,
  few: `${participle}e so {n} datoteke${after}`,
  other: `${participle}ih je {n} datotek${after}`,
})

/** One file by its name, and several. */
const said = (participle: string, after = '.', afterOne = after): NamedPlural => ({
  single: `${participle}o: {name}${afterOne}`,
  ...several(participle, after),
})

const tryingAgain: Plural = {
  one: 'Nov poskus za {n} datoteko.',
  two: 'Nov poskus za {n} datoteki.',
  few: 'Nov poskus za {n} datoteke.',
  other: 'Nov poskus za {n} datotek.',
}

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'sl',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Pošiljanje datotek',
    hint: {
      one: '{types}, največ {size}',
      each: '{types}, vsaka največ {size}',
      some: '{types}, vsaka največ {size}, število datotek: največ {n}',
    },
    atOnce: 'Datoteke se pošljejo takoj, ko jih izberete.',
    drop: { one: 'Povlecite dokument sem ali', several: 'Povlecite dokumente sem ali' },
    choose: { one: 'Izberi datoteko', several: 'Izberi datoteke' },
    locked: 'Zdaj ni mogoče ničesar dodati.',
    required: 'Obvezno.',
    missing: 'Dodajte dokument.',
    unfinished: {
      one: 'Počakajte, da bo vaš dokument dostavljen.',
      several: 'Počakajte, da bodo vaši dokumenti dostavljeni.',
    },
    sealedFor: 'Šifrirano v vašem brskalniku za {recipient}',
    fault: {
      'insecure-context':
        'Dokumenti se pošiljajo samo prek varne povezave. Odprite to stran s https.',
      unsupported:
        'Ta brskalnik ne more šifrirati dokumentov. Posodobite ga ali uporabite drugega.',
      misconfigured: `Pošiljanje datotek tukaj ni pravilno nastavljeno. ${owner}`,
    },
    unloaded: 'Povezava je bila prekinjena. Ko bo spet na voljo, bodo vaše datoteke dodane.',
    recipient: 'prejemnika',
  },
  fileStrings: {
    zone: {
      more: 'Povlecite sem še druge',
      letGo: accusative('Spustite, da dodate'),
      letGoUncounted: 'Spustite, da dodate svoje datoteke',
      letGoReplacing: 'Spustite, da zamenjate datoteko',
      another: 'Za zamenjavo povlecite sem drugo',
      chooseAnother: 'Izberi drugo datoteko',
      full: {
        other: 'Dodano je že največje število datotek ({n}). Odstranite eno, da izberete drugo.',
      },
      left: {
        one: 'še {n} datoteka',
        two: 'še {n} datoteki',
        few: 'še {n} datoteke',
        other: 'še {n} datotek',
      },
    },
    folders: 'Map ni mogoče dodati. Odprite mapo in dodajte datoteke, ki so v njej.',
    list: 'Datoteke',
    seal: {
      only: 'To stran zapustijo samo šifrirani podatki za {recipient}',
      fingerprints: 'Samo ti ključi odprejo, kar pošljete. Primerjajte njihove prstne odtise:',
      untrusted: 'Ključev prejemnika ni bilo mogoče potrditi. Brez njih se nič ne pošlje.',
      unreachable: 'Ključi prejemnika trenutno niso dosegljivi. Brez njih se nič ne pošlje.',
    },
    status: {
      waiting: 'Čaka',
      checking: 'Preverjanje',
      checkingLate: 'Preverjanje · če je datoteka še v oblaku, se mora najprej prenesti',
      ready: {
        auto: 'Preverjeno · čaka, da pride na vrsto',
        submit: 'Preverjeno · poslano bo z obrazcem',
        manual: 'Preverjeno · pripravljeno za pošiljanje',
      },
      sealing: 'Preverjeno · šifriranje',
      preparing: 'Preverjeno · priprava',
      sending: 'Pošiljanje, šifrirano',
      sendingOpen: 'Pošiljanje',
      sendingLate: '{status} · strežnik preverja',
      confirming: 'Poslano · čaka na odgovor',
      confirmingLate: 'Poslano · strežnik preverja',
      paused: 'Začasno ustavljeno pri {percent}',
      offer: 'Ni poslano do konca · čaka na vas',
      retrying: '{why} · nov poskus',
      offline: 'Brez povezave ste · nadaljuje se, ko bo povezava spet na voljo',
      seemsOffline: '{status} · videti je, da ste brez povezave',
      delivered: 'Prispelo · čaka na druge',
      committing: 'Prispelo · zaključevanje',
      done: 'Dostavljeno',
      expires: 'Dostavljeno · poteče: {when}',
      cancelled: 'Preklicano',
      cancelledLate: 'Preklicano. Datoteka je morda že prispela.',
      removed: 'Odstranjeno',
    },
    moment: '{day} ob {time}',
    counting: { share: ' · {percent}', slow: ' · morda še {time}', wait: ' čez {time}' },
    unnamed: {
      chosen: {
        today: 'Dokument, izbran ob {time}',
        earlier: 'Dokument, izbran {day} ob {time}',
      },
      sent: {
        today: 'Dokument, poslan ob {time}',
        earlier: 'Dokument, poslan {day} ob {time}',
      },
    },
    action: {
      pause: 'Začasno ustavi {name}',
      resume: 'Nadaljuj {name}',
      retry: 'Poskusi znova {name}',
      sendAgain: 'Pošlji znova {name}',
      cancel: 'Prekliči {name}',
      remove: 'Odstrani {name}',
      dismiss: 'Skrij {name}',
      pauseAll: 'Začasno ustavi vse',
      resumeAll: 'Nadaljuj vse',
      goOn: 'Nadaljuj',
      notMine: 'Ni moje',
      undo: 'Razveljavi',
      view: 'Prikaži {name}',
    },
    tip: {
      pause: 'Začasno ustavi',
      resume: 'Nadaljuj',
      retry: 'Poskusi znova',
      sendAgain: 'Pošlji znova',
      cancel: 'Prekliči',
      remove: 'Odstrani',
      dismiss: 'Skrij',
    },
    viewer: { zoomIn: 'Povečaj', zoomOut: 'Pomanjšaj', close: 'Zapri' },
    summary: {
      delivered: { other: 'Dostavljeno {n} od {total}' },
      failed: { other: 'neuspešno: {n}' },
      unconfirmed: { other: 'morda prispelo: {n}' },
    },
    said: {
      added: said('Dodan'),
      refused: {
        single: 'Ni bilo dodano: {name}. {why}',
        one: '{n} datoteka ni bila dodana.',
        two: '{n} datoteki nista bili dodani.',
        few: '{n} datoteke niso bile dodane.',
        other: '{n} datotek ni bilo dodanih.',
      },
      replaced: said('Zamenjan'),
      restored: {
        single: '{name} je še vedno del tega obrazca.',
        one: '{n} datoteka je še vedno del tega obrazca.',
        two: '{n} datoteki sta še vedno del tega obrazca.',
        few: '{n} datoteke so še vedno del tega obrazca.',
        other: '{n} datotek je še vedno del tega obrazca.',
      },
      offered: {
        single: 'Ni bilo poslano do konca: {name}. Nadaljujte ali označite, da datoteka ni vaša.',
        one: '{n} datoteka ni bila poslana do konca. Nadaljujte ali označite, da ni vaša.',
        two: '{n} datoteki nista bili poslani do konca. Nadaljujte ali označite, da nista vaši.',
        few: '{n} datoteke niso bile poslane do konca. Nadaljujte ali označite, da niso vaše.',
        other: '{n} datotek ni bilo poslanih do konca. Nadaljujte ali označite, da niso vaše.',
      },
      removed: said('Odstranjen'),
      withdrawn: said('Odstranjen', '. Nekaj časa lahko to razveljavite.'),
      putBack: {
        single: 'Spet na seznamu: {name}.',
        one: 'Spet na seznamu: {n} datoteka.',
        two: 'Spet na seznamu: {n} datoteki.',
        few: 'Spet na seznamu: {n} datoteke.',
        other: 'Spet na seznamu: {n} datotek.',
      },
      cancelled: said('Preklican'),
      cancelledLate: {
        ...said('Preklican', '. Morda so že prispele.', '. Datoteka je morda že prispela.'),
        one: 'Preklicana je {n} datoteka. Morda je že prispela.',
        two: 'Preklicani sta {n} datoteki. Morda sta že prispeli.',
      },
      paused: said('Začasno ustavljen'),
      resumed: {
        single: 'Nadaljuje se: {name}.',
        one: 'Nadaljuje se {n} datoteka.',
        two: 'Nadaljujeta se {n} datoteki.',
        few: 'Nadaljujejo se {n} datoteke.',
        other: 'Nadaljuje se {n} datotek.',
      },
      again: { single: 'Nov poskus: {name}.', ...tryingAgain },
      unread: {
        single: 'Še vedno se bere {name}. Če je datoteka v oblaku, se mora najprej prenesti.',
        one: 'Še vedno se bere {n} datoteka. Če je v oblaku, se mora najprej prenesti.',
        two: 'Še vedno se bereta {n} datoteki. Če sta v oblaku, se morata najprej prenesti.',
        few: 'Še vedno se berejo {n} datoteke. Če so v oblaku, se morajo najprej prenesti.',
        other: 'Še vedno se bere {n} datotek. Če so v oblaku, se morajo najprej prenesti.',
      },
      late: {
        single: 'Strežnik še vedno preverja {name}.',
        ...accusative('Strežnik še vedno preverja', '.'),
      },
      retrying: { single: '{name}: {why}. Nov poskus.', ...tryingAgain },
      failed: {
        single: 'Pošiljanje ni uspelo: {name}. {why}',
        one: 'Pošiljanje {n} datoteke ni uspelo.',
        two: 'Pošiljanje {n} datotek ni uspelo.',
        few: 'Pošiljanje {n} datotek ni uspelo.',
        other: 'Pošiljanje {n} datotek ni uspelo.',
      },
      unconfirmed: {
        single: '{name}: {why}',
        one: '{n} datoteka je morda prispela.',
        two: '{n} datoteki sta morda prispeli.',
        few: '{n} datoteke so morda prispele.',
        other: '{n} datotek je morda prispelo.',
      },
      done: said('Dostavljen'),
    },
    gathered: {
      addedNot: several('Dodan', ', ni dodano: {not}.'),
      seeList: 'Razlogi so na seznamu.',
      remarked: {
        one: 'Na seznamu so opombe pri {n} datoteki.',
        two: 'Na seznamu so opombe pri {n} datotekah.',
        few: 'Na seznamu so opombe pri {n} datotekah.',
        other: 'Na seznamu so opombe pri {n} datotekah.',
      },
      work: {
        single: 'Pošilja se {name}, nato obrazec.',
        one: 'Pošilja se {n} datoteka, nato obrazec.',
        two: 'Pošiljata se {n} datoteki, nato obrazec.',
        few: 'Pošiljajo se {n} datoteke, nato obrazec.',
        other: 'Pošilja se {n} datotek, nato obrazec.',
      },
      sent: 'Poslano: {percent}.',
      summary: '{summary}.',
      between: ' ',
      offline:
        'Videti je, da ste brez povezave. Pošiljanje se nadaljuje, ko bo povezava spet na voljo.',
      online: 'Povezava je spet na voljo.',
    },
    undelivered: {
      single: 'Ni bilo dostavljeno: {name}. Poskusite znova ali odstranite datoteko.',
      one: '{n} datoteka ni bila dostavljena. Poskusite znova ali jo odstranite.',
      two: '{n} datoteki nista bili dostavljeni. Poskusite znova ali ju odstranite.',
      few: '{n} datoteke niso bile dostavljene. Poskusite znova ali jih odstranite.',
      other: '{n} datotek ni bilo dostavljenih. Poskusite znova ali jih odstranite.',
    },
    stopped: said(
      'Začasno ustavljen',
      '. Nadaljujte ali prekličite pošiljanje, nato znova pošljite obrazec.',
    ),
    pressAgain: {
      named: 'Vse je pripravljeno. Še enkrat pritisnite »{button}«, da pošljete obrazec.',
      unnamed: 'Vse je pripravljeno. Zdaj lahko pošljete obrazec.',
    },
    unconfirmed: {
      single:
        '{name}: datoteka je morda prispela, vendar tega ne potrjuje noben odgovor. Pošljite jo znova ali jo odstranite.',
      one: '{n} datoteka je morda prispela, vendar tega ne potrjuje noben odgovor. Pošljite jo znova ali jo odstranite.',
      two: '{n} datoteki sta morda prispeli, vendar tega ne potrjuje noben odgovor. Pošljite ju znova ali ju odstranite.',
      few: '{n} datoteke so morda prispele, vendar tega ne potrjuje noben odgovor. Pošljite jih znova ali jih odstranite.',
      other:
        '{n} datotek je morda prispelo, vendar tega ne potrjuje noben odgovor. Pošljite jih znova ali jih odstranite.',
      once: 'Ta datoteka je morda prispela, vendar tega ne potrjuje noben odgovor. Z novim poskusom se ne shrani dvakrat.',
      twice:
        'Ta datoteka je morda prispela, vendar tega ne potrjuje noben odgovor. Če jo pošljete znova, bo morda shranjena dvakrat.',
    },
    error: {
      empty: 'Ta datoteka je prazna. Izberite drugo.',
      'too-large': 'Ta datoteka je prevelika. Izberite manjšo.',
      'wrong-type': 'Datoteke te vrste tukaj niso sprejete. Izberite drugo.',
      damaged:
        'Ta datoteka je poškodovana ali nepopolna. Znova jo shranite ali optično preberite, nato jo dodajte.',
      'too-many': 'Ni mogoče dodati več datotek. Odstranite eno, da dodate drugo.',
      duplicate: 'Ta datoteka je že na seznamu.',
      unreadable:
        'Te datoteke ni bilo mogoče prebrati. Če je še v oblaku, jo najprej prenesite; če je bila premaknjena ali izbrisana, jo izberite na novo.',
      changed: 'Ta datoteka se je spremenila, potem ko ste jo izbrali. Dodajte jo znova.',
      'bad-recipient': `Ključ prejemnika ni veljaven, zato ni bilo nič poslano. ${owner}`,
      'keys-untrusted': `Ključev prejemnika ni bilo mogoče potrditi, zato ni bilo nič poslano. ${owner}`,
      'seal-failed': `Te datoteke ni bilo mogoče šifrirati, zato ni bila poslana. ${again}`,
      offline: 'Brez povezave ste. Poskusite znova, ko bo povezava spet na voljo.',
      network: `Povezava je bila prekinjena. ${again}`,
      timeout: `Strežnik ni odgovoril pravočasno. ${again}`,
      stalled: `Pošiljanje se je ustavilo. ${again}`,
      unauthorized: 'Niste več prijavljeni. Znova naložite stran in poskusite še enkrat.',
      forbidden: `Strežnik ne dovoli tega pošiljanja. ${owner}`,
      'not-found': `Strežnik ne prepozna tega pošiljanja. ${owner}`,
      refused:
        'Strežnik te datoteke ni sprejel. Poskusite z drugo ali obvestite lastnika te strani.',
      'rate-limited': 'Trenutno se pošilja preveč datotek. Poskusite znova čez nekaj minut.',
      server: 'Strežnik ima težavo. Poskusite znova čez nekaj minut.',
      protocol: `Odgovor strežnika nima smisla. ${owner}`,
      'keys-rotated': `Prejemnik je zamenjal ključe. ${again}`,
      mismatch:
        'Prispelo je nekaj drugega, kot je bilo poslano. Odstranite to datoteko in jo dodajte znova.',
      'already-used': 'Strežnik že ima to datoteko. Ni je treba pošiljati znova.',
      expired: 'Čas za pošiljanje te datoteke je potekel. Odstranite datoteko in jo dodajte znova.',
    },
    rechoose:
      'Prejemnik je zamenjal ključe, zato tega dokumenta ni več mogoče poslati. Izberite ga znova.',
    quoted: '{why} Odgovor strežnika: »{reason}«',
    reference: 'Referenčna številka: {id}',
    tooLarge: 'Ta datoteka je prevelika. Največja dovoljena velikost je {size}.',
    tooMany: {
      single: 'Dodate lahko samo eno datoteko. Odstranite jo ali izberite drugo, da jo zamenjate.',
      ...accusative('Dodate lahko samo', '. Odstranite eno, da dodate drugo.'),
    },
    wrongType: {
      heic: 'To je fotografija {found} iz iPhona. Izvozite jo kot JPG in jo dodajte znova.',
      office: 'To je dokument {found}. Shranite ga kot PDF in ga dodajte znova.',
      archive: 'To je arhiv {found}. Razširite ga in dodajte datoteke, ki so v njem.',
      program: 'To je program in ne dokument. Dodati je mogoče samo {types}.',
      page: 'To je spletna stran. Shranite jo kot PDF in jo dodajte znova.',
      password: 'Ta PDF zahteva geslo. Dodajte kopijo, ki se odpre brez gesla.',
      certificate:
        'Ta PDF lahko odprejo samo tisti, za katere je bil šifriran. Dodajte kopijo brez te zaščite.',
      signature:
        'To je podpisana datoteka ({found}). Shranite dokument, ki je v njej, in ga dodajte ali pa dodajte nepodpisan dokument.',
      other: 'To je datoteka {found}. Dodati je mogoče samo {types}.',
      unknown: 'Ta vrsta datoteke tukaj ni znana. Dodati je mogoče samo {types}.',
    },
    hitch: {
      network: 'Povezava prekinjena',
      timeout: 'Ni odgovora',
      stalled: 'Ni napredka',
      server: 'Strežnik ima težavo',
      'rate-limited': 'Strežnik je zaseden',
    },
    remark: {
      'name-mismatch': 'Ime ne ustreza vrsti datoteke.',
      encrypted: 'Ta PDF je zaščiten. Videti je, da se odpre brez gesla.',
      'password-needed':
        'Ta PDF zahteva geslo. Sporočite ga prejemniku ali dodajte kopijo, ki se odpre brez gesla.',
      'certificate-needed':
        'Ta PDF lahko odprejo samo tisti, za katere je bil šifriran. Če prejemnika ni med njimi, dodajte kopijo brez te zaščite.',
      'no-end-marker': 'Ta PDF je morda odrezan. Preverite, ali je v njem zadnja stran.',
      'location-data':
        'V tej fotografiji je zapisano, kje je bila posneta. Če prejemnik tega ne sme vedeti, odstranite lokacijo v aplikaciji za fotografije in znova dodajte fotografijo.',
      'location-removed': 'Ta fotografija se pošlje brez lokacije in drugih skritih podatkov.',
      'leading-data':
        'Pred dokumentom je še nekaj drugega, zato ga nekateri programi morda ne bodo odprli. Znova ga shranite kot PDF.',
      'trailing-data':
        'Za dokumentom je še nekaj drugega ali pa je njegova zadnja sprememba nepopolna. Preverite, ali v njem kaj manjka.',
      'not-shown': 'Vaš brskalnik te slike ne more prikazati. Preverite, ali se odpre.',
      'near-limit': 'Ta datoteka je blizu največje dovoljene velikosti.',
    },
  },
}
