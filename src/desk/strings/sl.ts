import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'sl',
    dir: 'ltr',
    between: ' ',
    quoted: '»{code}«.',
    page: {
      name: 'Stran za prejemnika',
      lead: 'Odprite, kar je bilo šifrirano za vas. Vse poteka na tej strani: ničesar ne pošlje in ne shrani ničesar, česar ne zahtevate.',
    },
    open: {
      heading: 'Odpri dokumente',
      identity: {
        heading: 'Vaš zasebni ključ',
        drop: 'Povlecite datoteko s ključem sem ali',
        more: 'Povlecite sem še eno ali',
        choose: 'Izberi datoteko s ključem',
        hint: 'Besedilna datoteka, v kateri je AGE-SECRET-KEY-1',
        field: 'Ali prilepite zasebni ključ ali vnesite geslo',
        use: 'Uporabi',
        of: 'Zasebni ključ za {recipient}',
        passphrase: 'Geslo',
        forget: 'Pozabi',
      },
      sealed: {
        heading: 'Šifrirane datoteke',
        drop: 'Povlecite šifrirane datoteke sem ali',
        more: 'Povlecite sem še druge ali',
        choose: 'Izberi šifrirane datoteke',
        hint: 'Kolikor želite: datoteke .age ali PDF, v katerem so',
      },
      summary: {
        waiting: {
          one: '{n} datoteka čaka na zasebni ključ.',
          two: '{n} datoteki čakata na zasebni ključ.',
          few: '{n} datoteke čakajo na zasebni ključ.',
          other: '{n} datotek čaka na zasebni ključ.',
        },
        opening: {
          one: 'Odpira se {n} datoteka …',
          two: 'Odpirata se {n} datoteki …',
          few: 'Odpirajo se {n} datoteke …',
          other: 'Odpira se {n} datotek …',
        },
        opened: { other: 'Odprto: {n} od {total}.' },
        failed: { other: 'Ni bilo mogoče odpreti: {n}.' },
      },
      archive: 'Prenesi vse kot arhiv',
      archiving: 'Ustvarjanje arhiva …',
      clear: 'Počisti seznam',
      list: {
        find: 'Najdi na seznamu',
        sort: 'Razvrsti po',
        added: 'Kot je dodano',
        only: 'Samo z opombami',
        shown: { other: 'Prikazano: {n} od {total}.' },
        csv: 'Prenesi seznam (CSV)',
      },
      folder: {
        choose: 'Izberi mapo',
        save: 'Shrani vse v mapo',
        saved: { other: 'Shranjeno v mapo: {n} od {total}.' },
        refused: 'Izpuščeno, ker brskalnik zavrača njihova imena. Prenesite vsakega posebej:',
        stopped: 'Brskalnik ni mogel pisati v mapo. Kar je bilo do tedaj shranjeno, je celo.',
        empty: 'V tej mapi ni šifrirane datoteke.',
        unread: 'Mape ni bilo mogoče prebrati.',
        partly: 'Ni bilo prebrano vse, kar je v mapi.',
      },
    },
    given: {
      empty: 'Nič ni bilo vneseno. Prilepite zasebni ključ ali vnesite geslo.',
      none: 'V tem ni zasebnega ključa. Zasebni ključ se začne z AGE-SECRET-KEY-1.',
      broken: 'Zasebni ključ je poškodovan: črka manjka ali je napačna. Nič ni bilo sprejeto.',
      sealed:
        'Ta datoteka s ključem je sama šifrirana z geslom. Najprej jo odprite s programom age: age -d -o identity.txt.',
      known: 'Ta je že tukaj.',
      loaded: 'Zasebni ključ je naložen.',
      unreadable: 'Datoteke ni bilo mogoče prebrati.',
      passphrase: 'Geslo se od zdaj uporablja.',
      forgotten: 'Zasebni ključ in geslo sta pozabljena.',
    },
    passkey: {
      offer: 'Uporabi ključ za dostop',
      what: 'Zasebni ključ se šifrira s ključem za dostop: stran potem namesto datoteke zahteva prstni odtis, obraz ali zaklepanje zaslona. Kdor lahko odklene vašo napravo, lahko odpre dokumente.',
      backup:
        'Ključ za dostop se lahko izgubi, z napravo ali računom, in z njim vsak dokument. Zato najprej natisnite zasebni ključ.',
      print: 'Natisni zasebni ključ',
      printed: 'Natisnil sem ga in shranil na varno',
      create: 'Ustvari ključ za dostop',
      made: 'Zasebni ključ je šifriran s ključem za dostop. Shranite ga ali ga obdržite v tem brskalniku.',
      save: 'Shrani šifrirani ključ',
      keep: 'Obdrži v tem brskalniku',
      kept: 'V tem brskalniku je zasebni ključ, šifriran s ključem za dostop.',
      other: 'V tem brskalniku je že drug ključ. Najprej odstranite tistega.',
      given: 'Ta zasebni ključ je šifriran s ključem za dostop.',
      open: 'Odpri s ključem za dostop',
      remove: 'Odstrani iz tega brskalnika',
      sure: 'Je zasebni ključ tudi drugje, kot datoteka ali na papirju? Če je ta edini, so njegovi dokumenti izgubljeni.',
      cancel: 'Prekliči',
      removed:
        'Šifrirani ključ je odstranjen iz tega brskalnika. Sam ključ za dostop lahko izbrišete v nastavitvah naprave.',
      paper: {
        heading: 'Zasebni ključ',
        what: 'Kdor ima ta list, lahko odpre dokumente. Hranite ga tam, kjer ga lahko berete samo vi. Skenirajte kodo ali prepišite znake pod njo in jih vnesite na strani za prejemnike.',
      },
      none: {
        file: 'Ključa za dostop tu ni mogoče uporabiti, ker je ta stran datoteka na disku. Zasebni ključ ostane datoteka.',
        address:
          'Na tem naslovu ključa za dostop ni mogoče uporabiti. Potrebna sta https in ime ali localhost, ne naslov IP.',
        browser: 'Ta brskalnik nima ključev za dostop, ki bi lahko šifrirali ključ.',
      },
      trouble: {
        cancelled:
          'Ključ za dostop ni bil uporabljen: preklicano, trajalo je predolgo ali pa ga ni več. Nič ni izgubljeno: poskusite znova ali uporabite datoteko s ključem ali list.',
        wrong: 'Ta ključ za dostop ga ne odpre. Uporabite tistega, s katerim je bil šifriran.',
        prf: 'Ta ključ za dostop ne more šifrirati ključa. Nič se ni spremenilo. Poskusite drugo napravo ali upravitelja gesel.',
        damaged:
          'Šifrirani ključ je poškodovan. Uporabite datoteko s ključem ali list in ga znova šifrirajte.',
        elsewhere: 'Ključ za dostop pripada drugemu naslovu: {site}. Odprite stran tam.',
        large:
          'To je preveč zasebnih ključev za en ključ za dostop. Nič ni bilo ustvarjeno. Naložite jih manj.',
        full: 'Ta brskalnik za to stran ne hrani ničesar. Shranite šifrirani ključ kot datoteko.',
      },
    },
    item: {
      sealed: '{size}, šifrirano',
      opening: 'Odpiranje · {percent}',
      openingName: 'Odpiranje: {name}',
      turn: 'Čaka, da pride na vrsto',
      waiting: 'Čaka na zasebni ključ',
      unknownKind: 'Neznana vrsta',
      intact: 'Nespremenjeno od šifriranja.',
      intactOnly:
        'To ne pove, kdo ga je šifriral: to lahko stori vsak, ki ima vašega prejemnika (age1…).',
      whole: 'Odprto v celoti.',
      noRecord: 'Nič ne pove, kako se je imenoval ali kaj je bil, ko je bil šifriran.',
      damaged: 'Sam dokument je videti poškodovan: {why}.',
      otherwise: 'Pošiljateljev brskalnik pravi drugače. {what}:',
      download: 'Prenesi',
      show: 'Pokaži sliko',
      print: 'Natisni potrdilo',
      viewer: { zoomIn: 'Povečaj', zoomOut: 'Pomanjšaj', close: 'Zapri' },
      tooLarge: 'Ta slika je prevelika, da bi jo tukaj prikazali. Prenesite jo, da si jo ogledate.',
      claims: 'Kaj pravi pošiljateljev brskalnik in kaj ugotavlja ta stran',
      details: 'Podrobnosti',
      size: 'Velikost',
      from: 'Odprto iz',
    },
    proof: {
      heading: 'Potrdilo o odprtju',
      same: 'Primerjano s tem, kar je bilo šifrirano skupaj: enako.',
      opened: 'Odprto',
      by: 'Odprto s ključem',
    },
    table: {
      name: 'Navedbe in ugotovitve: {name}',
      says: 'Pošiljateljev brskalnik pravi',
      finds: 'Ta stran ugotavlja',
      saysShort: 'Pravi:',
      findsShort: 'Ugotovljeno:',
      differs: 'se razlikuje',
      row: {
        name: 'Ime',
        kind: 'Vrsta',
        checked: 'Preverjeno',
        remarks: 'Opombe',
        size: 'Velikost, SHA-256',
        sealed: 'Šifrirano',
        by: 'Šifrirano z',
      },
      nothing: 'Nič',
      unknowable: 'Tukaj ni mogoče ugotoviti',
      same: 'Enako',
      unknownKind: 'Tukaj ni znano',
      whole: 'V celoti',
      damaged: 'Poškodovano: {why}',
      unchecked: 'Ni pregledano: ni {types}',
    },
    trouble: {
      damaged:
        'Poškodovano. Datoteka je bila po šifriranju odrezana ali spremenjena ali pa to, kar pravi o sebi, ni res. Nič iz nje ni izdano. Prosite, naj vam jo pošljejo znova.',
      'no-identity':
        'Nič od tega, kar ste vnesli zgoraj, je ne odpre: šifrirana je bila za nekoga drugega. Dodajte pravi zasebni ključ in poskus bo ponovljen.',
      unsupported: 'Ni šifrirana datoteka: ta stran odpira, kar je bilo šifrirano s programom age.',
      'other-pdf':
        'PDF, v katerem ta stran ne najde šifrirane datoteke. Morda je bil na poti žigosan ali znova shranjen: če ima prilogo, jo shranite in dodajte sem.',
      'too-slow':
        'Geslo zahteva več računanja, kot ga opravi ta stran: za več sekund bi obstala. Datoteko odprite z ukazom age: age -d.',
      hardware:
        'Odpre jo le zasebni ključ v napravi, na primer varnostni ključ, ki ga ta stran ne more uporabiti. Datoteko odprite z ukazom: npx sealdrop open.',
      unreadable:
        'Datoteke ni bilo mogoče prebrati. Morda je mapa ali pa je bila premaknjena ali izbrisana.',
      failed: 'Datoteke ni bilo mogoče odpreti. Morda je prevelika za ta brskalnik.',
    },
    remark: {
      'name-mismatch': 'Ime ne ustreza vrsti datoteke.',
      encrypted: 'Ta PDF je zaščiten. Videti je, da se odpre brez gesla.',
      'password-needed': 'Ta PDF zahteva geslo. Pove vam ga lahko samo pošiljatelj.',
      'certificate-needed': 'Ta PDF se odpre samo s potrdilom, za katero je bil šifriran.',
      'no-end-marker': 'Ta PDF je morda odrezan. Preverite, ali je v njem zadnja stran.',
      'location-data': 'V tej fotografiji je zapisano, kje je bila posneta.',
      'location-removed':
        'Ta fotografija je bila poslana brez lokacije in drugih skritih podatkov.',
      'leading-data': 'Pred dokumentom je še nekaj drugega. Odprite ga samo z bralnikom PDF.',
      'trailing-data':
        'Za dokumentom je še nekaj drugega ali pa je njegova zadnja sprememba nepopolna. Preverite, ali v njem kaj manjka.',
      'not-shown': 'Brskalnik te slike ne more prikazati.',
      'near-limit': 'Ta datoteka je blizu največje dovoljene velikosti.',
    },
    check: {
      size: 'Velikost.',
      type: 'Vrsta, po vsebini.',
      structure: 'Ali je cel.',
    },
    caution: {
      program: 'To je program. Ne zaženite ga.',
      script:
        'To je {format}, ki lahko ob odpiranju izvaja skripte. Odprite ga samo v urejevalniku besedila.',
      other: 'To ni {types}, ampak {format}. Odprite ga samo, če ste ga pričakovali.',
      unknown: 'To ni {types}. Odprite ga samo, če ste ga pričakovali.',
    },
    pair: {
      heading: 'Ustvari par ključev',
      halves:
        'Par ima dve polovici. *Prejemnik* (age1…) je javen: dokumenti se šifrirajo zanj. *Zasebni ključ* (AGE-SECRET-KEY-1…) je skriven: odpre jih.',
      advice:
        '*Uporabite dva prejemnika:* svojega in prejemnika sodelavca ali varnostne kopije, shranjene drugje. Če se zasebni ključ izgubi, je izgubljen vsak dokument, ki je bil šifriran samo zanj.',
      make: 'Ustvari par ključev',
      another: 'Ustvari še en par ključev',
      made: 'Par ključev je ustvarjen. Zdaj shranite zasebni ključ.',
      save: 'Shrani zasebni ključ',
      saved: 'Zasebni ključ je shranjen kot datoteka. Varno jo hranite.',
      keep: 'Je samo na tej strani in izgine, ko se stran zapre. Datoteko hranite tam, kjer jo lahko berete samo vi.',
      show: 'Pokaži',
      recipients: 'Prejemniki',
      own: 'Vaš',
      added: 'Dodan',
      remove: 'Odstrani',
      only: 'Za zdaj samo en prejemnik. Če se ta zasebni ključ izgubi, so izgubljeni vsi dokumenti.',
      backup:
        'Ta prejemnik je rezerva za vaš ključ za dostop. Preden ga odstranite, shranite zasebni ključ.',
      several: {
        one: '{n} prejemnik. Dokumente odpre vsak od zasebnih ključev.',
        two: '{n} prejemnika. Dokumente odpre vsak od njunih zasebnih ključev.',
        few: '{n} prejemniki. Dokumente odpre vsak od njihovih zasebnih ključev.',
        other: '{n} prejemnikov. Dokumente odpre vsak od njihovih zasebnih ključev.',
      },
      fingerprint:
        'Prstni odtis je za primerjavo, na primer po telefonu: polje za nalaganje na vašem spletnem mestu kaže istega.',
      field: 'Še en prejemnik (age1…)',
      add: 'Dodaj',
      put: 'Vstavite to na svoje spletno mesto',
      placeholders:
        'Namesto /upload vpišite naslov svojega strežnika, datoteke SealDrop pa dajte pod /sealdrop/.',
      documents: 'Dokumenti',
      copy: {
        recipient: {
          button: 'Kopiraj prejemnika',
          done: 'Prejemnik je kopiran.',
          selected:
            'Ta brskalnik strani ne dovoli kopirati. Prejemnik je izbran: kopirajte ga zdaj.',
        },
        snippet: {
          button: 'Kopiraj kodo',
          done: 'Koda je kopirana.',
          selected: 'Ta brskalnik strani ne dovoli kopirati. Koda je izbrana: kopirajte jo zdaj.',
        },
      },
      wasAdded: 'Prejemnik je dodan.',
      wasRemoved: 'Prejemnik je odstranjen.',
      trouble: {
        secret:
          'To je zasebni ključ, skrivna polovica para. Polje je bilo izpraznjeno in nič ni bilo uporabljeno. Vnesite polovico, ki se začne z age1.',
        known: 'Ta prejemnik je že na seznamu.',
        postQuantum: 'To je postkvantni prejemnik. Ne more stati ob vašem.',
        none: 'To ni prejemnik. Začne se z age1 in ima 62 malih črk in števk; morda katera manjka ali je napačna.',
      },
    },
  },
}
