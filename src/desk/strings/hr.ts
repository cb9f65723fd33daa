import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'hr',
    dir: 'ltr',
    between: ' ',
    quoted: '„{code}”.',
    page: {
      name: 'Stranica primatelja',
      lead: 'Otvorite što je za vas šifrirano. Sve se događa na ovoj stranici: ništa ne šalje i ne pohranjuje ništa što ne zatražite.',
    },
    open: {
      heading: 'Otvori dokumente',
      identity: {
        heading: 'Vaš privatni ključ',
        drop: 'Povucite datoteku ključa ovamo ili',
        more: 'Povucite ovamo još jednu ili',
        choose: 'Odaberi datoteku ključa',
        hint: 'Tekstna datoteka u kojoj je AGE-SECRET-KEY-1',
        field: 'Ili zalijepite privatni ključ ili upišite lozinku',
        use: 'Upotrijebi',
        of: 'Privatni ključ za {recipient}',
        passphrase: 'Lozinka',
        forget: 'Zaboravi',
      },
      sealed: {
        heading: 'Šifrirane datoteke',
        drop: 'Povucite šifrirane datoteke ovamo ili',
        more: 'Povucite ovamo još datoteka ili',
        choose: 'Odaberi šifrirane datoteke',
        hint: 'Koliko želite: datoteke .age ili PDF u kojem se nalaze',
      },
      summary: {
        waiting: {
          one: '{n} datoteka čeka privatni ključ.',
          few: '{n} datoteke čekaju privatni ključ.',
          other: '{n} datoteka čeka privatni ključ.',
        },
        opening: {
          one: 'Otvara se {n} datoteka…',
          few: 'Otvaraju se {n} datoteke…',
          other: 'Otvara se {n} datoteka…',
        },
        opened: { other: 'Otvoreno: {n} od {total}.' },
        failed: { other: 'Nije bilo moguće otvoriti: {n}.' },
      },
      archive: 'Preuzmi sve kao arhivu',
      archiving: 'Izrađuje se arhiva…',
      clear: 'Isprazni popis',
      list: {
        find: 'Traži na popisu',
        sort: 'Poredaj prema',
        added: 'Kako je dodano',
        only: 'Samo s napomenama',
        shown: { other: 'Prikazano: {n} od {total}.' },
        csv: 'Preuzmi popis (CSV)',
      },
      folder: {
        choose: 'Odaberi mapu',
        save: 'Spremi sve u mapu',
        saved: { other: 'Spremljeno u mapu: {n} od {total}.' },
        refused: 'Izostavljeno jer preglednik odbija njihova imena. Preuzmite svaki zasebno:',
        stopped: 'Preglednik nije mogao pisati u mapu. Ono što je dotad spremljeno cjelovito je.',
        empty: 'U ovoj mapi nema šifrirane datoteke.',
        unread: 'Mapu nije bilo moguće pročitati.',
        partly: 'Nije pročitano sve što je u mapi.',
      },
    },
    given: {
      empty: 'Ništa nije uneseno. Zalijepite privatni ključ ili upišite lozinku.',
      none: 'U tome nema privatnog ključa. Privatni ključ počinje s AGE-SECRET-KEY-1.',
      broken: 'Privatni je ključ oštećen: slovo nedostaje ili je pogrešno. Ništa nije preuzeto.',
      sealed:
        'Ova je datoteka ključa i sama šifrirana lozinkom. Najprije je otvorite programom age: age -d -o identity.txt.',
      known: 'Već je ovdje.',
      loaded: 'Privatni je ključ učitan.',
      unreadable: 'Datoteku nije bilo moguće pročitati.',
      passphrase: 'Lozinka se od sada upotrebljava.',
      forgotten: 'Privatni ključ i lozinka su zaboravljeni.',
    },
    passkey: {
      offer: 'Upotrijebi pristupni ključ',
      what: 'Privatni se ključ šifrira pristupnim ključem: stranica tada umjesto datoteke traži otisak prsta, lice ili zaključavanje zaslona. Tko može otključati vaš uređaj, može otvoriti dokumente.',
      backup:
        'Pristupni se ključ može izgubiti, s uređajem ili računom, a s njim i svaki dokument. Zato prvo ispišite privatni ključ.',
      print: 'Ispiši privatni ključ',
      printed: 'Ispisan je i pohranjen na sigurno',
      create: 'Izradi pristupni ključ',
      made: 'Privatni je ključ šifriran pristupnim ključem. Spremite ga ili ga zadržite u ovom pregledniku.',
      save: 'Spremi šifrirani ključ',
      keep: 'Zadrži u ovom pregledniku',
      kept: 'U ovom je pregledniku privatni ključ, šifriran pristupnim ključem.',
      other: 'U ovom je pregledniku već drugi ključ. Najprije uklonite njega.',
      given: 'Ovaj je privatni ključ šifriran pristupnim ključem.',
      open: 'Otvori pristupnim ključem',
      remove: 'Ukloni iz ovog preglednika',
      sure: 'Postoji li privatni ključ i drugdje, kao datoteka ili na papiru? Ako je ovo jedini, njegovi su dokumenti izgubljeni.',
      cancel: 'Otkaži',
      removed:
        'Šifrirani je ključ uklonjen iz ovog preglednika. Sam pristupni ključ može se izbrisati u postavkama uređaja.',
      paper: {
        heading: 'Privatni ključ',
        what: 'Tko ima ovaj list, može otvoriti dokumente. Čuvajte ga gdje ga samo vi možete čitati. Skenirajte kôd ili prepišite znakove ispod njega i unesite ih na stranici primatelja.',
      },
      none: {
        file: 'Ovdje se pristupni ključ ne može upotrijebiti jer je ova stranica datoteka na disku. Privatni ključ ostaje datoteka.',
        address:
          'Na ovoj se adresi pristupni ključ ne može upotrijebiti. Potrebni su https i naziv ili localhost, a ne IP adresa.',
        browser: 'Ovaj preglednik nema pristupne ključeve koji mogu šifrirati ključ.',
      },
      trouble: {
        cancelled:
          'Pristupni ključ nije upotrijebljen: otkazano je, trajalo je predugo ili ga više nema. Ništa nije izgubljeno: pokušajte ponovno ili upotrijebite datoteku ključa ili list.',
        wrong: 'Ovaj ga pristupni ključ ne otvara. Upotrijebite onaj kojim je šifriran.',
        prf: 'Ovaj pristupni ključ ne može šifrirati ključ. Ništa nije promijenjeno. Pokušajte s drugim uređajem ili upraviteljem lozinki.',
        damaged:
          'Šifrirani je ključ oštećen. Upotrijebite datoteku ključa ili list i ponovno ga šifrirajte.',
        elsewhere: 'Pristupni ključ pripada drugoj adresi: {site}. Otvorite stranicu ondje.',
        large:
          'To je previše privatnih ključeva za jedan pristupni ključ. Ništa nije izrađeno. Učitajte ih manje.',
        full: 'Ovaj preglednik ništa ne čuva za ovu stranicu. Spremite šifrirani ključ kao datoteku.',
      },
    },
    item: {
      sealed: '{size}, šifrirano',
      opening: 'Otvaranje · {percent}',
      openingName: 'Otvaranje: {name}',
      turn: 'Čeka na red',
      waiting: 'Čeka privatni ključ',
      unknownKind: 'Nepoznata vrsta',
      intact: 'Nepromijenjeno otkad je šifrirano.',
      intactOnly: 'To ne govori tko ga je šifrirao: može svatko tko ima vašeg primatelja (age1…).',
      whole: 'Otvoreno u cijelosti.',
      noRecord: 'Ništa ne govori kako se zvao ni što je bio kad je šifriran.',
      damaged: 'Sam dokument izgleda oštećeno: {why}.',
      otherwise: 'Preglednik pošiljatelja kaže drukčije. {what}:',
      download: 'Preuzmi',
      show: 'Prikaži sliku',
      print: 'Ispiši potvrdu',
      viewer: { zoomIn: 'Povećaj', zoomOut: 'Smanji', close: 'Zatvori' },
      tooLarge:
        'Ova je slika prevelika da bi se ovdje prikazala. Preuzmite je da biste je pogledali.',
      claims: 'Što kaže preglednik pošiljatelja, a što utvrđuje ova stranica',
      details: 'Pojedinosti',
      size: 'Veličina',
      from: 'Otvoreno iz',
    },
    proof: {
      heading: 'Potvrda o otvaranju',
      same: 'Uspoređeno s onim što je šifrirano zajedno s njim: isto.',
      opened: 'Otvoreno',
      by: 'Otvoreno s',
    },
    table: {
      name: 'Navodi i nalazi: {name}',
      says: 'Preglednik pošiljatelja kaže',
      finds: 'Ova stranica utvrđuje',
      saysShort: 'Kaže:',
      findsShort: 'Utvrđeno:',
      differs: 'razlikuje se',
      row: {
        name: 'Naziv',
        kind: 'Vrsta',
        checked: 'Provjereno',
        remarks: 'Napomene',
        size: 'Veličina, SHA-256',
        sealed: 'Šifrirano',
        by: 'Šifrirano s',
      },
      nothing: 'Ništa',
      unknowable: 'Ovdje se ne može znati',
      same: 'Isto',
      unknownKind: 'Ovdje nije poznato',
      whole: 'Cijelo',
      damaged: 'Oštećeno: {why}',
      unchecked: 'Nije pregledano: nije {types}',
    },
    trouble: {
      damaged:
        'Oštećeno. Datoteka je nakon šifriranja odrezana ili promijenjena, ili ono što kaže o sebi nije istina. Ništa se iz nje ne izdaje. Zatražite da vam je ponovno pošalju.',
      'no-identity':
        'Ništa što ste gore naveli ne otvara je: šifrirana je za nekog drugog. Dodajte pravi privatni ključ i pokušat će se ponovno.',
      unsupported: 'Nije šifrirana datoteka: ova stranica otvara što je šifrirano programom age.',
      'other-pdf':
        'PDF u kojem ova stranica ne nalazi šifriranu datoteku. Možda je putem pečatiran ili ponovno spremljen: ako ima privitak, spremite ga i dodajte ovdje.',
      'too-slow':
        'Lozinka traži više računanja nego što ova stranica obavlja: stajala bi nekoliko sekundi. Otvorite datoteku naredbom age: age -d.',
      hardware:
        'Otvara je samo privatni ključ u uređaju, na primjer sigurnosni ključ, koji ova stranica ne može upotrijebiti. Otvorite datoteku naredbom: npx sealdrop open.',
      unreadable:
        'Datoteku nije bilo moguće pročitati. Možda je mapa, ili je premještena ili izbrisana.',
      failed: 'Datoteku nije bilo moguće otvoriti. Možda je prevelika za ovaj preglednik.',
    },
    remark: {
      'name-mismatch': 'Naziv ne odgovara vrsti datoteke.',
      encrypted: 'Ovaj je PDF zaštićen. Čini se da se otvara bez lozinke.',
      'password-needed': 'Ovaj PDF traži lozinku. Može vam je reći samo pošiljatelj.',
      'certificate-needed': 'Ovaj PDF otvara se samo certifikatom za koji je šifriran.',
      'no-end-marker':
        'Ovom PDF-u možda nedostaje kraj. Provjerite je li u njemu posljednja stranica.',
      'location-data': 'U ovoj je fotografiji zapisano gdje je snimljena.',
      'location-removed': 'Ova je fotografija poslana bez lokacije i drugih skrivenih podataka.',
      'leading-data': 'Ispred dokumenta nalazi se još nešto. Otvorite ga samo čitačem PDF-a.',
      'trailing-data':
        'U ovoj je datoteci nakon dokumenta još nešto ili je njegova posljednja promjena nepotpuna. Provjerite nedostaje li nešto.',
      'not-shown': 'Preglednik ne može prikazati ovu sliku.',
      'near-limit': 'Ova je datoteka blizu najveće dopuštene veličine.',
    },
    check: {
      size: 'Veličina.',
      type: 'Vrsta, prema sadržaju.',
      structure: 'Je li cijelo.',
    },
    caution: {
      program: 'Ovo je program. Nemojte ga pokretati.',
      script:
        'Ovo je {format}, koji pri otvaranju može pokretati skripte. Otvorite ga samo u uređivaču teksta.',
      other: 'Ovo nije {types}, nego {format}. Otvorite ga samo ako ste ga očekivali.',
      unknown: 'Ovo nije {types}. Otvorite ga samo ako ste ga očekivali.',
    },
    pair: {
      heading: 'Izradi par ključeva',
      halves:
        'Par ima dvije polovice. *Primatelj* (age1…) je javan: dokumenti se šifriraju za njega. *Privatni ključ* (AGE-SECRET-KEY-1…) je tajan: on ih otvara.',
      advice:
        '*Upotrijebite dva primatelja:* svojega i primatelja kolege ili sigurnosne kopije koja se čuva drugdje. Izgubi li se privatni ključ, izgubljen je svaki dokument šifriran samo za njega.',
      make: 'Izradi par ključeva',
      another: 'Izradi još jedan par ključeva',
      made: 'Par ključeva je izrađen. Sada spremite privatni ključ.',
      save: 'Spremi privatni ključ',
      saved: 'Privatni je ključ spremljen kao datoteka. Čuvajte je na sigurnom.',
      keep: 'Nalazi se samo na ovoj stranici i nestaje kad se stranica zatvori. Čuvajte datoteku gdje je samo vi možete čitati.',
      show: 'Prikaži',
      recipients: 'Primatelji',
      own: 'Vaš',
      added: 'Dodan',
      remove: 'Ukloni',
      only: 'Zasad samo jedan primatelj. Izgubi li se ovaj privatni ključ, izgubljeni su svi dokumenti.',
      backup:
        'Ovaj je primatelj sigurnosna kopija vašeg pristupnog ključa. Spremite privatni ključ prije nego što ga uklonite.',
      several: {
        one: '{n} primatelj. Dokumente otvara svaki od njihovih privatnih ključeva.',
        few: '{n} primatelja. Dokumente otvara svaki od njihovih privatnih ključeva.',
        other: '{n} primatelja. Dokumente otvara svaki od njihovih privatnih ključeva.',
      },
      fingerprint:
        'Otisak služi za usporedbu, na primjer telefonom: polje za prijenos na vašem web-mjestu prikazuje isti.',
      field: 'Još jedan primatelj (age1…)',
      add: 'Dodaj',
      put: 'Stavite ovo na svoje web-mjesto',
      placeholders:
        'Umjesto /upload stavite adresu svojeg poslužitelja, a datoteke SealDropa pod /sealdrop/.',
      documents: 'Dokumenti',
      copy: {
        recipient: {
          button: 'Kopiraj primatelja',
          done: 'Primatelj je kopiran.',
          selected:
            'Ovaj preglednik ne dopušta stranici kopiranje. Primatelj je označen: kopirajte ga sada.',
        },
        snippet: {
          button: 'Kopiraj kod',
          done: 'Kod je kopiran.',
          selected:
            'Ovaj preglednik ne dopušta stranici kopiranje. Kod je označen: kopirajte ga sada.',
        },
      },
      wasAdded: 'Primatelj je dodan.',
      wasRemoved: 'Primatelj je uklonjen.',
      trouble: {
        secret:
          'To je privatni ključ, tajna polovica para. Polje je ispražnjeno i ništa nije upotrijebljeno. Navedite polovicu koja počinje s age1.',
        known: 'Ovaj je primatelj već na popisu.',
        postQuantum: 'Ovo je postkvantni primatelj. Ne može stajati uz vašeg.',
        none: 'Ovo nije primatelj. Počinje s age1 i ima 62 mala slova i znamenke; možda koji nedostaje ili je pogrešan.',
      },
    },
  },
}
