import type { Plural } from '../../words/plural.ts'
import type { Language, NamedPlural } from './strings.ts'

const again = 'Pokušajte ponovno.'
const owner = 'Obavijestite vlasnika ovog web-mjesta.'

/** How many files, after the same words: "1 datoteku", "2 datoteke", "5 datoteka". */
const accusative = (before: string, after = ''): Plural => ({
  one: `${before} {n} datoteku${after}`,
  few: `${before} {n} datoteke${after}`,
  other: `${before} {n} datoteka${after}`,
})

/** A participle without its ending, with several files: "Dodane su 2 datoteke". */
const several = (participle: string, after: string): Plural => ({
  one: `${participle}a je {n} datoteka${after}`,
  few: `${participle}e su {n} datoteke${after}`,
  other: `${participle}o je {n} datoteka${after}`,
})

/** One file by its name, and several. */
const said = (participle: string, after = '.', afterOne = after): NamedPlural => ({
  single: `${participle}o: {name}${afterOne}`,
  ...several(participle, after),
})

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'hr',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Prijenos datoteka',
    hint: {
      one: '{types}, najviše {size}',
      each: '{types}, svaka najviše {size}',
      some: '{types}, svaka najviše {size}, broj datoteka: najviše {n}',
    },
    atOnce: 'Datoteke se šalju čim ih odaberete.',
    drop: { one: 'Povucite dokument ovamo ili', several: 'Povucite dokumente ovamo ili' },
    choose: { one: 'Odaberi datoteku', several: 'Odaberi datoteke' },
    locked: 'Sada se ništa ne može dodati.',
    required: 'Obavezno.',
    missing: 'Dodajte dokument.',
    unfinished: {
      one: 'Pričekajte da vaš dokument bude dostavljen.',
      several: 'Pričekajte da vaši dokumenti budu dostavljeni.',
    },
    sealedFor: 'Šifrirano u vašem pregledniku za {recipient}',
    fault: {
      'insecure-context':
        'Dokumenti se šalju samo sigurnom vezom. Otvorite ovu stranicu putem https.',
      unsupported:
        'Ovaj preglednik ne može šifrirati dokumente. Ažurirajte ga ili upotrijebite drugi.',
      misconfigured: `Ovaj prijenos nije ispravno postavljen. ${owner}`,
    },
    unloaded: 'Veza je prekinuta. Vaše će se datoteke dodati kada se veza vrati.',
    recipient: 'primatelja',
  },
  fileStrings: {
    zone: {
      more: 'Povucite ovamo još datoteka',
      letGo: accusative('Pustite da biste dodali'),
      letGoUncounted: 'Pustite da biste dodali datoteke',
      letGoReplacing: 'Pustite da biste zamijenili datoteku',
      another: 'Za zamjenu povucite ovamo drugu',
      chooseAnother: 'Odaberi drugu datoteku',
      full: {
        other: 'Već je dodan najveći broj datoteka ({n}). Uklonite jednu da biste odabrali drugu.',
      },
      left: { one: 'još {n} datoteka', few: 'još {n} datoteke', other: 'još {n} datoteka' },
    },
    folders: 'Mape se ne mogu dodati. Otvorite mapu i dodajte datoteke koje su u njoj.',
    list: 'Datoteke',
    seal: {
      only: 'Ovu stranicu napuštaju samo šifrirani podaci za {recipient}',
      fingerprints:
        'Samo ovi ključevi otvaraju ono što šaljete. Usporedite njihove otiske prstiju:',
      untrusted: 'Ključeve primatelja nije bilo moguće potvrditi. Bez njih se ništa ne šalje.',
      unreachable: 'Ključevi primatelja trenutačno nisu dostupni. Bez njih se ništa ne šalje.',
    },
    status: {
      waiting: 'Čeka',
      checking: 'Provjera',
      checkingLate: 'Provjera · ako je datoteka još u oblaku, najprije se mora preuzeti',
      ready: {
        auto: 'Provjereno · čeka na red',
        submit: 'Provjereno · šalje se s obrascem',
        manual: 'Provjereno · spremno za slanje',
      },
      sealing: 'Provjereno · šifriranje',
      preparing: 'Provjereno · priprema',
      sending: 'Slanje, šifrirano',
      sendingOpen: 'Slanje',
      sendingLate: '{status} · poslužitelj provjerava',
      confirming: 'Poslano · čeka odgovor',
      confirmingLate: 'Poslano · poslužitelj provjerava',
      paused: 'Pauzirano na {percent}',
      offer: 'Nije poslano do kraja · čeka vas',
      retrying: '{why} · novi pokušaj',
      offline: 'Niste na mreži · nastavlja se kada se veza vrati',
      seemsOffline: '{status} · čini se da niste na mreži',
      delivered: 'Stiglo · čeka ostale',
      committing: 'Stiglo · završavanje',
      done: 'Dostavljeno',
      expires: 'Dostavljeno · istječe: {when}',
      cancelled: 'Otkazano',
      cancelledLate: 'Otkazano. Datoteka je možda već stigla.',
      removed: 'Uklonjeno',
    },
    moment: '{day} u {time}',
    counting: { share: ' · {percent}', slow: ' · može trajati još {time}', wait: ' za {time}' },
    unnamed: {
      chosen: {
        today: 'Dokument odabran u {time}',
        earlier: 'Dokument odabran {day} u {time}',
      },
      sent: {
        today: 'Dokument poslan u {time}',
        earlier: 'Dokument poslan {day} u {time}',
      },
    },
    action: {
      pause: 'Pauziraj {name}',
      resume: 'Nastavi {name}',
      retry: 'Pokušaj ponovno: {name}',
      sendAgain: 'Pošalji ponovno: {name}',
      cancel: 'Otkaži {name}',
      remove: 'Ukloni {name}',
      dismiss: 'Sakrij {name}',
      pauseAll: 'Pauziraj sve',
      resumeAll: 'Nastavi sve',
      goOn: 'Nastavi',
      notMine: 'Nije moje',
      undo: 'Poništi',
      view: 'Prikaži {name}',
    },
    tip: {
      pause: 'Pauziraj',
      resume: 'Nastavi',
      retry: 'Pokušaj ponovno',
      sendAgain: 'Pošalji ponovno',
      cancel: 'Otkaži',
      remove: 'Ukloni',
      dismiss: 'Sakrij',
    },
    viewer: { zoomIn: 'Povećaj', zoomOut: 'Smanji', close: 'Zatvori' },
    summary: {
      delivered: { other: 'Dostavljeno {n} od {total}' },
      failed: { other: 'neuspjelo: {n}' },
      unconfirmed: { other: 'možda stiglo: {n}' },
    },
    said: {
      added: said('Dodan'),
      refused: {
        single: 'Nije dodano: {name}. {why}',
        one: '{n} datoteka nije dodana.',
        few: '{n} datoteke nisu dodane.',
        other: '{n} datoteka nije dodano.',
      },
      replaced: said('Zamijenjen'),
      restored: {
        single: '{name} je i dalje dio ovog obrasca.',
        one: '{n} datoteka i dalje je dio ovog obrasca.',
        few: '{n} datoteke i dalje su dio ovog obrasca.',
        other: '{n} datoteka i dalje je dio ovog obrasca.',
      },
      offered: {
        single: 'Nije poslano do kraja: {name}. Nastavite ili označite da datoteka nije vaša.',
        one: '{n} datoteka nije poslana do kraja. Nastavite ili označite da nije vaša.',
        few: '{n} datoteke nisu poslane do kraja. Nastavite ili označite da nisu vaše.',
        other: '{n} datoteka nije poslano do kraja. Nastavite ili označite da nisu vaše.',
      },
      removed: said('Uklonjen'),
      withdrawn: said('Uklonjen', '. Neko vrijeme to možete poništiti.'),
      putBack: {
        single: 'Ponovno na popisu: {name}.',
        one: 'Ponovno na popisu: {n} datoteka.',
        few: 'Ponovno na popisu: {n} datoteke.',
        other: 'Ponovno na popisu: {n} datoteka.',
      },
      cancelled: said('Otkazan'),
      cancelledLate: said(
        'Otkazan',
        '. Datoteke su možda već stigle.',
        '. Datoteka je možda već stigla.',
      ),
      paused: said('Pauziran'),
      resumed: {
        single: 'Nastavlja se: {name}.',
        one: 'Nastavlja se {n} datoteka.',
        few: 'Nastavljaju se {n} datoteke.',
        other: 'Nastavlja se {n} datoteka.',
      },
      again: { single: 'Novi pokušaj: {name}.', ...accusative('Novi pokušaj za', '.') },
      unread: {
        single: 'Još se čita {name}. Ako je datoteka u oblaku, najprije se mora preuzeti.',
        one: 'Još se čita {n} datoteka. Ako je u oblaku, najprije se mora preuzeti.',
        few: 'Još se čitaju {n} datoteke. Ako su u oblaku, najprije se moraju preuzeti.',
        other: 'Još se čita {n} datoteka. Ako su u oblaku, najprije se moraju preuzeti.',
      },
      late: {
        single: 'Poslužitelj i dalje provjerava {name}.',
        ...accusative('Poslužitelj i dalje provjerava', '.'),
      },
      retrying: {
        single: '{name}: {why}. Novi pokušaj.',
        ...accusative('Novi pokušaj za', '.'),
      },
      failed: {
        single: 'Slanje nije uspjelo: {name}. {why}',
        one: 'Slanje {n} datoteke nije uspjelo.',
        few: 'Slanje {n} datoteke nije uspjelo.',
        other: 'Slanje {n} datoteka nije uspjelo.',
      },
      unconfirmed: {
        single: '{name}: {why}',
        one: '{n} datoteka možda je stigla.',
        few: '{n} datoteke možda su stigle.',
        other: '{n} datoteka možda je stiglo.',
      },
      done: said('Dostavljen'),
    },
    gathered: {
      addedNot: several('Dodan', ', nije dodano: {not}.'),
      seeList: 'Razlozi su na popisu.',
      remarked: {
        one: 'Na popisu su napomene o {n} datoteci.',
        few: 'Na popisu su napomene o {n} datoteke.',
        other: 'Na popisu su napomene o {n} datoteka.',
      },
      work: {
        single: 'Šalje se {name}, zatim obrazac.',
        one: 'Šalje se {n} datoteka, zatim obrazac.',
        few: 'Šalju se {n} datoteke, zatim obrazac.',
        other: 'Šalje se {n} datoteka, zatim obrazac.',
      },
      sent: 'Poslano: {percent}.',
      summary: '{summary}.',
      between: ' ',
      offline: 'Čini se da niste na mreži. Slanje se nastavlja kada se veza vrati.',
      online: 'Veza se vratila.',
    },
    undelivered: {
      single: 'Nije dostavljeno: {name}. Pokušajte ponovno ili uklonite datoteku.',
      one: '{n} datoteka nije dostavljena. Pokušajte ponovno ili je uklonite.',
      few: '{n} datoteke nisu dostavljene. Pokušajte ponovno ili ih uklonite.',
      other: '{n} datoteka nije dostavljeno. Pokušajte ponovno ili ih uklonite.',
    },
    stopped: said(
      'Pauziran',
      '. Nastavite ili otkažite slanje, a zatim ponovno pošaljite obrazac.',
    ),
    pressAgain: {
      named: 'Sve je spremno. Još jednom pritisnite „{button}” da biste poslali obrazac.',
      unnamed: 'Sve je spremno. Sada pošaljite obrazac.',
    },
    unconfirmed: {
      single:
        '{name}: datoteka je možda stigla, ali nijedan odgovor to ne potvrđuje. Pošaljite je ponovno ili je uklonite.',
      one: '{n} datoteka možda je stigla, ali nijedan odgovor to ne potvrđuje. Pošaljite je ponovno ili je uklonite.',
      few: '{n} datoteke možda su stigle, ali nijedan odgovor to ne potvrđuje. Pošaljite ih ponovno ili ih uklonite.',
      other:
        '{n} datoteka možda je stiglo, ali nijedan odgovor to ne potvrđuje. Pošaljite ih ponovno ili ih uklonite.',
      once: 'Ova je datoteka možda stigla, ali nijedan odgovor to ne potvrđuje. Novim pokušajem neće se spremiti dvaput.',
      twice:
        'Ova je datoteka možda stigla, ali nijedan odgovor to ne potvrđuje. Ako je ponovno pošaljete, možda će se spremiti dvaput.',
    },
    error: {
      empty: 'Ova je datoteka prazna. Odaberite drugu.',
      'too-large': 'Ova je datoteka prevelika. Odaberite manju.',
      'wrong-type': 'Datoteke ove vrste ovdje se ne primaju. Odaberite drugu.',
      damaged:
        'Ova je datoteka oštećena ili nepotpuna. Ponovno je spremite ili skenirajte, a zatim je dodajte.',
      'too-many': 'Nije moguće dodati više datoteka. Uklonite jednu da biste dodali drugu.',
      duplicate: 'Ova je datoteka već na popisu.',
      unreadable:
        'Ovu datoteku nije bilo moguće pročitati. Ako je još u oblaku, najprije je preuzmite; ako je premještena ili izbrisana, odaberite je iznova.',
      changed: 'Ova se datoteka promijenila nakon što ste je odabrali. Dodajte je ponovno.',
      'bad-recipient': `Ključ primatelja nije valjan, pa ništa nije poslano. ${owner}`,
      'keys-untrusted': `Ključeve primatelja nije bilo moguće potvrditi, pa ništa nije poslano. ${owner}`,
      'seal-failed': `Ovu datoteku nije bilo moguće šifrirati, pa nije poslana. ${again}`,
      offline: 'Niste na mreži. Pokušajte ponovno kada se veza vrati.',
      network: `Veza je prekinuta. ${again}`,
      timeout: `Poslužitelj nije odgovorio na vrijeme. ${again}`,
      stalled: `Prijenos je stao. ${again}`,
      unauthorized: 'Više niste prijavljeni. Ponovno učitajte stranicu i pokušajte još jednom.',
      forbidden: `Poslužitelj ne dopušta ovaj prijenos. ${owner}`,
      'not-found': `Poslužitelj ne poznaje ovaj prijenos. ${owner}`,
      refused:
        'Poslužitelj nije prihvatio ovu datoteku. Pokušajte s drugom ili obavijestite vlasnika ovog web-mjesta.',
      'rate-limited': 'Trenutačno ima previše prijenosa. Pokušajte ponovno za nekoliko minuta.',
      server: 'Poslužitelj ima problem. Pokušajte ponovno za nekoliko minuta.',
      protocol: `Odgovor poslužitelja nema smisla. ${owner}`,
      'keys-rotated': `Primatelj je promijenio ključeve. ${again}`,
      mismatch:
        'Stiglo je nešto drugo, a ne ono što je poslano. Uklonite ovu datoteku i dodajte je ponovno.',
      'already-used': 'Poslužitelj već ima ovu datoteku. Ne treba je ponovno slati.',
      expired: 'Ovaj je prijenos istekao. Uklonite datoteku i dodajte je ponovno.',
    },
    rechoose:
      'Primatelj je promijenio ključeve, pa se ovaj dokument više ne može poslati. Odaberite ga ponovno.',
    quoted: '{why} Odgovor poslužitelja: „{reason}”',
    reference: 'Referentni broj: {id}',
    tooLarge: 'Ova je datoteka prevelika. Najveća dopuštena veličina je {size}.',
    tooMany: {
      single: 'Može se dodati samo jedna datoteka. Uklonite je ili odaberite drugu da je zamijeni.',
      ...accusative('Možete dodati samo', '. Uklonite jednu da biste dodali drugu.'),
    },
    wrongType: {
      heic: 'Ovo je fotografija {found} s iPhonea. Izvezite je kao JPG i dodajte ponovno.',
      office: 'Ovo je dokument {found}. Spremite ga kao PDF i dodajte ponovno.',
      archive: 'Ovo je arhiva {found}. Raspakirajte je i dodajte datoteke koje su u njoj.',
      program: 'Ovo je program, a ne dokument. Može se dodati samo {types}.',
      page: 'Ovo je web-stranica. Spremite je kao PDF i dodajte ponovno.',
      password: 'Ovaj PDF traži lozinku. Dodajte kopiju koja se otvara bez lozinke.',
      certificate:
        'Ovaj PDF mogu otvoriti samo oni za koje je šifriran. Dodajte kopiju bez te zaštite.',
      signature:
        'Ovo je potpisana datoteka ({found}). Spremite dokument koji je u njoj i dodajte taj dokument ili dodajte nepotpisanu kopiju.',
      other: 'Ovo je datoteka {found}. Može se dodati samo {types}.',
      unknown: 'Ova vrsta datoteke ovdje nije poznata. Može se dodati samo {types}.',
    },
    hitch: {
      network: 'Veza prekinuta',
      timeout: 'Nema odgovora',
      stalled: 'Nema napretka',
      server: 'Poslužitelj ima problem',
      'rate-limited': 'Poslužitelj je zauzet',
    },
    remark: {
      'name-mismatch': 'Naziv ne odgovara vrsti datoteke.',
      encrypted: 'Ovaj je PDF zaštićen. Čini se da se otvara bez lozinke.',
      'password-needed':
        'Ovaj PDF traži lozinku. Recite je primatelju ili dodajte kopiju koja se otvara bez lozinke.',
      'certificate-needed':
        'Ovaj PDF mogu otvoriti samo oni za koje je šifriran. Ako primatelj nije među njima, dodajte kopiju bez te zaštite.',
      'no-end-marker':
        'Ovom PDF-u možda nedostaje kraj. Provjerite je li u njemu posljednja stranica.',
      'location-data':
        'U ovoj je fotografiji zapisano gdje je snimljena. Ako primatelj to ne treba znati, uklonite lokaciju u aplikaciji za fotografije i ponovno dodajte fotografiju.',
      'location-removed': 'Ova se fotografija šalje bez lokacije i drugih skrivenih podataka.',
      'leading-data':
        'U ovoj je datoteci prije dokumenta još nešto, pa ga neki programi možda neće otvoriti. Ponovno ga spremite kao PDF.',
      'trailing-data':
        'U ovoj je datoteci nakon dokumenta još nešto ili je njegova posljednja promjena nepotpuna. Provjerite nedostaje li nešto.',
      'not-shown': 'Vaš preglednik ne može prikazati ovu sliku. Provjerite otvara li se.',
      'near-limit': 'Ova je datoteka blizu najveće dopuštene veličine.',
    },
  },
}
