import type { Language, NamedPlural } from './strings.ts'

const again = 'Skúste to znova.'
const owner = 'Informujte prevádzkovateľa tejto stránky.'

/** A participle without its ending, with one file by its name, and with several. */
const said = (participle: string, after = '.', afterOne = after): NamedPlural => ({
  single: `Bolo ${participle}é: {name}${afterOne}`,
  few: `Boli ${participle}é {n} súbory${after}`,
  other: `Bolo ${participle}ých {n} súborov${after}`,
})

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'sk',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Nahrávanie súborov',
    hint: {
      one: '{types}, najviac {size}',
      each: '{types}, každý najviac {size}',
      some: '{types}, každý najviac {size}, počet súborov najviac {n}',
    },
    atOnce: 'Súbory sa odošlú hneď, ako ich vyberiete.',
    drop: { one: 'Presuňte dokument sem alebo', several: 'Presuňte dokumenty sem alebo' },
    choose: { one: 'Vybrať súbor', several: 'Vybrať súbory' },
    locked: 'Teraz nie je možné nič pridať.',
    required: 'Povinné.',
    missing: 'Pridajte dokument.',
    unfinished: {
      one: 'Počkajte, kým bude váš dokument doručený.',
      several: 'Počkajte, kým budú vaše dokumenty doručené.',
    },
    sealedFor: 'Zašifrované vo vašom prehliadači pre {recipient}',
    fault: {
      'insecure-context':
        'Dokumenty sa odosielajú iba cez zabezpečené pripojenie. Otvorte túto stránku cez https.',
      unsupported:
        'Tento prehliadač nedokáže šifrovať dokumenty. Aktualizujte ho alebo použite iný.',
      misconfigured: `Toto nahrávanie nie je správne nastavené. ${owner}`,
    },
    unloaded: 'Pripojenie sa prerušilo. Keď sa pripojenie obnoví, vaše súbory sa pridajú.',
    recipient: 'príjemcu',
  },
  fileStrings: {
    zone: {
      more: 'Presuňte sem ďalšie',
      letGo: {
        one: 'Pustením pridáte {n} súbor',
        few: 'Pustením pridáte {n} súbory',
        other: 'Pustením pridáte {n} súborov',
      },
      letGoUncounted: 'Pustením pridáte svoje súbory',
      letGoReplacing: 'Pustením nahradíte súbor',
      another: 'Súbor nahradíte tým, že sem presuniete iný',
      chooseAnother: 'Vybrať iný súbor',
      full: {
        other: 'Dosiahli ste maximálny počet súborov ({n}). Ak chcete vybrať iný, jeden odstráňte.',
      },
      left: { one: 'ešte {n} súbor', few: 'ešte {n} súbory', other: 'ešte {n} súborov' },
    },
    folders: 'Priečinky nie je možné pridať. Otvorte priečinok a pridajte súbory, ktoré sú v ňom.',
    list: 'Súbory',
    seal: {
      only: 'Túto stránku opúšťajú iba zašifrované údaje určené pre {recipient}',
      fingerprints: 'Iba tieto kľúče otvoria to, čo odosielate. Porovnajte ich odtlačky:',
      untrusted: 'Kľúče príjemcu sa nepodarilo overiť. Bez nich sa nič neodošle.',
      unreachable: 'Kľúče príjemcu sú momentálne nedostupné. Bez nich sa nič neodošle.',
    },
    status: {
      waiting: 'Čaká',
      checking: 'Kontroluje sa',
      checkingLate: 'Kontroluje sa · ak je súbor ešte v cloude, musí sa najprv stiahnuť',
      ready: {
        auto: 'Skontrolované · čaká, kým príde na rad',
        submit: 'Skontrolované · odošle sa s formulárom',
        manual: 'Skontrolované · pripravené na odoslanie',
      },
      sealing: 'Skontrolované · šifruje sa',
      preparing: 'Skontrolované · pripravuje sa',
      sending: 'Odosiela sa, zašifrované',
      sendingOpen: 'Odosiela sa',
      sendingLate: '{status} · server kontroluje',
      confirming: 'Odoslané · čaká sa na odpoveď',
      confirmingLate: 'Odoslané · server kontroluje',
      paused: 'Pozastavené na {percent}',
      offer: 'Odosielanie nedokončené · čaká na vás',
      retrying: '{why} · nový pokus',
      offline: 'Ste offline · bude pokračovať, keď sa pripojenie obnoví',
      seemsOffline: '{status} · zdá sa, že ste offline',
      delivered: 'Prišlo · čaká na ostatné',
      committing: 'Prišlo · dokončuje sa',
      done: 'Doručené',
      expires: 'Doručené · vyprší: {when}',
      cancelled: 'Zrušené',
      cancelledLate: 'Zrušené. Súbor už možno prišiel.',
      removed: 'Odstránené',
    },
    moment: '{day} o {time}',
    counting: { share: ' · {percent}', slow: ' · môže trvať ešte {time}', wait: ' o {time}' },
    unnamed: {
      chosen: {
        today: 'Dokument vybraný o {time}',
        earlier: 'Dokument vybraný {day} o {time}',
      },
      sent: {
        today: 'Dokument odoslaný o {time}',
        earlier: 'Dokument odoslaný {day} o {time}',
      },
    },
    action: {
      pause: 'Pozastaviť {name}',
      resume: 'Pokračovať: {name}',
      retry: 'Skúsiť znova {name}',
      sendAgain: 'Odoslať znova {name}',
      cancel: 'Zrušiť {name}',
      remove: 'Odstrániť {name}',
      dismiss: 'Skryť {name}',
      pauseAll: 'Pozastaviť všetko',
      resumeAll: 'Pokračovať so všetkým',
      goOn: 'Pokračovať',
      notMine: 'Nie je môj',
      undo: 'Vrátiť späť',
      view: 'Zobraziť {name}',
    },
    tip: {
      pause: 'Pozastaviť',
      resume: 'Pokračovať',
      retry: 'Skúsiť znova',
      sendAgain: 'Odoslať znova',
      cancel: 'Zrušiť',
      remove: 'Odstrániť',
      dismiss: 'Skryť',
    },
    viewer: { zoomIn: 'Priblížiť', zoomOut: 'Oddialiť', close: 'Zavrieť' },
    summary: {
      delivered: { other: 'Doručené {n} z {total}' },
      failed: { other: 'neúspešné: {n}' },
      unconfirmed: { other: 'možno prišli: {n}' },
    },
    said: {
      added: said('pridan'),
      refused: {
        single: 'Nebolo pridané: {name}. {why}',
        few: '{n} súbory neboli pridané.',
        other: '{n} súborov nebolo pridaných.',
      },
      replaced: said('nahraden'),
      restored: {
        single: '{name} je stále súčasťou tohto formulára.',
        few: '{n} súbory sú stále súčasťou tohto formulára.',
        other: '{n} súborov je stále súčasťou tohto formulára.',
      },
      offered: {
        single:
          '{name}: odosielanie nebolo dokončené. Pokračujte v ňom alebo uveďte, že súbor nie je váš.',
        other:
          'Pri {n} súboroch nebolo odosielanie dokončené. Pokračujte v ňom alebo uveďte, že súbory nie sú vaše.',
      },
      removed: said('odstránen'),
      withdrawn: said('odstránen', '. Chvíľu sa to dá vrátiť späť.'),
      putBack: {
        single: 'Späť v zozname: {name}.',
        few: 'Späť v zozname: {n} súbory.',
        other: 'Späť v zozname: {n} súborov.',
      },
      cancelled: said('zrušen'),
      cancelledLate: said('zrušen', '. Možno už prišli.', '. Súbor už možno prišiel.'),
      paused: said('pozastaven'),
      resumed: {
        single: 'Pokračuje: {name}.',
        few: 'Pokračujú {n} súbory.',
        other: 'Pokračuje {n} súborov.',
      },
      again: { single: 'Nový pokus: {name}.', other: 'Nový pokus pri {n} súboroch.' },
      unread: {
        single: 'Stále sa číta {name}. Ak je súbor v cloude, musí sa najprv stiahnuť.',
        few: 'Stále sa čítajú {n} súbory. Ak sú v cloude, musia sa najprv stiahnuť.',
        other: 'Stále sa číta {n} súborov. Ak sú v cloude, musia sa najprv stiahnuť.',
      },
      late: {
        single: 'Server stále kontroluje {name}.',
        few: 'Server stále kontroluje {n} súbory.',
        other: 'Server stále kontroluje {n} súborov.',
      },
      retrying: { single: '{name}: {why}. Nový pokus.', other: 'Nový pokus pri {n} súboroch.' },
      failed: {
        single: 'Odoslanie zlyhalo: {name}. {why}',
        other: 'Odoslanie {n} súborov zlyhalo.',
      },
      unconfirmed: {
        single: '{name}: {why}',
        few: '{n} súbory možno prišli.',
        other: '{n} súborov možno prišlo.',
      },
      done: said('doručen'),
    },
    gathered: {
      addedNot: {
        one: 'Bol pridaný {n} súbor, nepridané: {not}.',
        few: 'Boli pridané {n} súbory, nepridané: {not}.',
        other: 'Bolo pridaných {n} súborov, nepridané: {not}.',
      },
      seeList: 'Dôvody sú v zozname.',
      remarked: { other: 'V zozname sú poznámky k {n} súborom.' },
      work: {
        single: 'Odosiela sa {name}, potom formulár.',
        few: 'Odosielajú sa {n} súbory, potom formulár.',
        other: 'Odosiela sa {n} súborov, potom formulár.',
      },
      sent: 'Odoslané {percent}.',
      summary: '{summary}.',
      between: ' ',
      offline: 'Zdá sa, že ste offline. Odosielanie bude pokračovať, keď sa pripojenie obnoví.',
      online: 'Pripojenie je obnovené.',
    },
    undelivered: {
      single: 'Nebolo doručené: {name}. Skúste to znova alebo súbor odstráňte.',
      few: '{n} súbory neboli doručené. Skúste to znova alebo ich odstráňte.',
      other: '{n} súborov nebolo doručených. Skúste to znova alebo ich odstráňte.',
    },
    stopped: {
      single:
        'Pozastavené: {name}. Pokračujte v odosielaní alebo ho zrušte a potom odošlite formulár znova.',
      few: '{n} súbory sú pozastavené. Pokračujte v odosielaní alebo ho zrušte a potom odošlite formulár znova.',
      other:
        '{n} súborov je pozastavených. Pokračujte v odosielaní alebo ho zrušte a potom odošlite formulár znova.',
    },
    pressAgain: {
      named: 'Všetko je pripravené. Stlačte znova „{button}“ a formulár sa odošle.',
      unnamed: 'Všetko je pripravené. Teraz môžete formulár odoslať.',
    },
    unconfirmed: {
      single:
        '{name}: súbor možno prišiel, ale žiadna odpoveď to nepotvrdzuje. Odošlite ho znova alebo ho odstráňte.',
      few: '{n} súbory možno prišli, ale žiadna odpoveď to nepotvrdzuje. Odošlite ich znova alebo ich odstráňte.',
      other:
        '{n} súborov možno prišlo, ale žiadna odpoveď to nepotvrdzuje. Odošlite ich znova alebo ich odstráňte.',
      once: 'Tento súbor možno prišiel, ale žiadna odpoveď to nepotvrdzuje. Novým pokusom sa neuloží dvakrát.',
      twice:
        'Tento súbor možno prišiel, ale žiadna odpoveď to nepotvrdzuje. Ak ho odošlete znova, môže sa uložiť dvakrát.',
    },
    error: {
      empty: 'Tento súbor je prázdny. Vyberte iný.',
      'too-large': 'Tento súbor je príliš veľký. Vyberte menší.',
      'wrong-type': 'Súbory tohto druhu sa tu neprijímajú. Vyberte iný.',
      damaged:
        'Tento súbor je poškodený alebo neúplný. Znova ho uložte alebo naskenujte a potom ho pridajte.',
      'too-many': 'Ďalšie súbory nie je možné pridať. Ak chcete pridať iný, jeden odstráňte.',
      duplicate: 'Tento súbor už v zozname je.',
      unreadable:
        'Tento súbor sa nepodarilo prečítať. Ak je ešte v cloude, najprv ho stiahnite; ak bol presunutý alebo vymazaný, vyberte ho znova.',
      changed: 'Tento súbor sa zmenil po tom, ako ste ho vybrali. Pridajte ho znova.',
      'bad-recipient': `Kľúč príjemcu nie je platný, preto sa nič neodoslalo. ${owner}`,
      'keys-untrusted': `Kľúče príjemcu sa nepodarilo overiť, preto sa nič neodoslalo. ${owner}`,
      'seal-failed': `Tento súbor sa nepodarilo zašifrovať, preto nebol odoslaný. ${again}`,
      offline: 'Ste offline. Skúste to znova, keď sa pripojenie obnoví.',
      network: `Pripojenie sa prerušilo. ${again}`,
      timeout: `Server neodpovedal včas. ${again}`,
      stalled: `Nahrávanie sa zastavilo. ${again}`,
      unauthorized: 'Vaše prihlásenie sa skončilo. Načítajte stránku znova a skúste to ešte raz.',
      forbidden: `Server toto nahrávanie nepovoľuje. ${owner}`,
      'not-found': `Server toto nahrávanie nenašiel. ${owner}`,
      refused:
        'Server tento súbor neprijal. Skúste iný alebo informujte prevádzkovateľa tejto stránky.',
      'rate-limited': 'Práve prebieha priveľa nahrávaní. Skúste to znova o niekoľko minút.',
      server: 'Na serveri sa vyskytol problém. Skúste to znova o niekoľko minút.',
      protocol: `Odpoveď servera nedáva zmysel. ${owner}`,
      'keys-rotated': `Príjemca zmenil kľúče. ${again}`,
      mismatch:
        'Čo prišlo, nie je to, čo bolo odoslané. Odstráňte tento súbor a pridajte ho znova.',
      'already-used': 'Server už tento súbor má. Netreba ho odosielať znova.',
      expired: 'Platnosť tohto nahrávania vypršala. Odstráňte súbor a pridajte ho znova.',
    },
    rechoose:
      'Príjemca zmenil kľúče, preto už tento dokument nie je možné odoslať. Vyberte ho znova.',
    quoted: '{why} Odpoveď servera: „{reason}“',
    reference: 'Referenčné číslo: {id}',
    tooLarge: 'Tento súbor je príliš veľký. Najväčšia povolená veľkosť je {size}.',
    tooMany: {
      single: 'Pridať možno iba jeden súbor. Odstráňte ho alebo vyberte iný, ktorý ho nahradí.',
      few: 'Pridať možno iba {n} súbory. Ak chcete pridať iný, jeden odstráňte.',
      other: 'Pridať možno iba {n} súborov. Ak chcete pridať iný, jeden odstráňte.',
    },
    wrongType: {
      heic: 'Toto je fotka {found} z iPhonu. Exportujte ju ako JPG a pridajte ju znova.',
      office: 'Toto je dokument {found}. Uložte ho ako PDF a pridajte ho znova.',
      archive: 'Toto je archív {found}. Rozbaľte ho a pridajte súbory, ktoré sú v ňom.',
      program: 'Toto je program, nie dokument. Pridať možno iba {types}.',
      page: 'Toto je webová stránka. Uložte ju ako PDF a pridajte ju znova.',
      password: 'Toto PDF vyžaduje heslo. Pridajte kópiu, ktorá sa otvorí bez hesla.',
      certificate:
        'Toto PDF otvoria iba tí, pre ktorých bolo zašifrované. Pridajte kópiu bez tejto ochrany.',
      signature:
        'Toto je podpísaný súbor ({found}). Uložte dokument, ktorý je v ňom, a pridajte ho alebo pridajte nepodpísaný dokument.',
      other: 'Toto je súbor {found}. Pridať možno iba {types}.',
      unknown: 'Tento druh súboru tu nie je známy. Pridať možno iba {types}.',
    },
    hitch: {
      network: 'Pripojenie prerušené',
      timeout: 'Žiadna odpoveď',
      stalled: 'Prenos sa zastavil',
      server: 'Na serveri sa vyskytol problém',
      'rate-limited': 'Server je vyťažený',
    },
    remark: {
      'name-mismatch': 'Názov nezodpovedá druhu súboru.',
      encrypted: 'Toto PDF je chránené. Zdá sa, že sa otvorí bez hesla.',
      'password-needed':
        'Toto PDF vyžaduje heslo. Oznámte heslo príjemcovi alebo pridajte kópiu, ktorá sa otvorí bez hesla.',
      'certificate-needed':
        'Toto PDF otvoria iba tí, pre ktorých bolo zašifrované. Ak medzi nimi nie je príjemca, pridajte kópiu bez tejto ochrany.',
      'no-end-marker': 'Toto PDF je možno neúplné. Skontrolujte, či obsahuje poslednú stranu.',
      'location-data':
        'V tejto fotke je uložené, kde bola urobená. Ak to príjemca nemá vedieť, odstráňte polohu v aplikácii s fotkami a pridajte fotku znova.',
      'location-removed': 'Táto fotka sa odošle bez polohy a ďalších skrytých údajov.',
      'leading-data':
        'Pred dokumentom je ešte niečo iné, preto ho niektoré programy možno neotvoria. Uložte ho znova ako PDF.',
      'trailing-data':
        'Za dokumentom je ešte niečo iné alebo je jeho posledná zmena neúplná. Skontrolujte, či v ňom nič nechýba.',
      'not-shown': 'Váš prehliadač nedokáže tento obrázok zobraziť. Skontrolujte, či sa otvorí.',
      'near-limit': 'Veľkosť tohto súboru sa blíži k najväčšej povolenej.',
    },
  },
}
