import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'sk',
    dir: 'ltr',
    between: ' ',
    quoted: '„{code}“.',
    page: {
      name: 'Stránka príjemcu',
      lead: 'Otvorte, čo bolo pre vás zašifrované. Všetko sa deje na tejto stránke: nič neodosiela a neukladá nič, o čo nepožiadate.',
    },
    open: {
      heading: 'Otvoriť dokumenty',
      identity: {
        heading: 'Váš súkromný kľúč',
        drop: 'Presuňte sem súbor s kľúčom alebo',
        more: 'Presuňte sem ďalší alebo',
        choose: 'Vybrať súbor s kľúčom',
        hint: 'Textový súbor, v ktorom je AGE-SECRET-KEY-1',
        field: 'Alebo prilepte súkromný kľúč, alebo zadajte heslo',
        use: 'Použiť',
        of: 'Súkromný kľúč pre {recipient}',
        passphrase: 'Heslo',
        forget: 'Zabudnúť',
      },
      sealed: {
        heading: 'Zašifrované súbory',
        drop: 'Presuňte sem zašifrované súbory alebo',
        more: 'Presuňte sem ďalšie alebo',
        choose: 'Vybrať zašifrované súbory',
        hint: 'Koľko chcete: súbory .age alebo PDF, v ktorom sú',
      },
      summary: {
        waiting: {
          one: '{n} súbor čaká na súkromný kľúč.',
          few: '{n} súbory čakajú na súkromný kľúč.',
          many: '{n} súboru čaká na súkromný kľúč.',
          other: '{n} súborov čaká na súkromný kľúč.',
        },
        opening: {
          one: 'Otvára sa {n} súbor…',
          few: 'Otvárajú sa {n} súbory…',
          many: 'Otvára sa {n} súboru…',
          other: 'Otvára sa {n} súborov…',
        },
        opened: { other: 'Otvorené: {n} z {total}.' },
        failed: { other: 'Nepodarilo sa otvoriť: {n}.' },
      },
      archive: 'Stiahnuť všetko ako archív',
      archiving: 'Vytvára sa archív…',
      clear: 'Vymazať zoznam',
      list: {
        find: 'Hľadať v zozname',
        sort: 'Zoradiť podľa',
        added: 'Poradie pridania',
        only: 'Iba s poznámkami',
        shown: { other: 'Zobrazené {n} z {total}.' },
        csv: 'Stiahnuť zoznam (CSV)',
      },
      folder: {
        choose: 'Vybrať priečinok',
        save: 'Uložiť všetko do priečinka',
        saved: { other: 'Do priečinka uložené {n} z {total}.' },
        refused: 'Vynechané, lebo prehliadač odmieta ich názvy. Stiahnite každý zvlášť:',
        stopped: 'Prehliadač nemohol do priečinka zapisovať. Čo sa dovtedy uložilo, je celé.',
        empty: 'V tomto priečinku nie je žiadny zašifrovaný súbor.',
        unread: 'Priečinok sa nepodarilo prečítať.',
        partly: 'V priečinku nebolo prečítané všetko.',
      },
    },
    given: {
      empty: 'Nič nebolo zadané. Prilepte súkromný kľúč alebo zadajte heslo.',
      none: 'Nie je v tom žiadny súkromný kľúč. Súkromný kľúč sa začína na AGE-SECRET-KEY-1.',
      broken:
        'Súkromný kľúč je poškodený: niektoré písmeno chýba alebo je chybné. Nič nebolo prevzaté.',
      sealed:
        'Tento súbor s kľúčom je sám zašifrovaný heslom. Najprv ho otvorte programom age: age -d -o identity.txt.',
      known: 'Už tu je.',
      loaded: 'Súkromný kľúč bol načítaný.',
      unreadable: 'Súbor sa nepodarilo prečítať.',
      passphrase: 'Heslo sa odteraz používa.',
      forgotten: 'Súkromný kľúč a heslo boli zabudnuté.',
    },
    passkey: {
      offer: 'Použiť prístupový kľúč',
      what: 'Súkromný kľúč sa zašifruje prístupovým kľúčom: stránka si potom namiesto súboru vypýta odtlačok prsta, tvár alebo zámku obrazovky. Kto môže odomknúť vaše zariadenie, môže otvoriť dokumenty.',
      backup:
        'Prístupový kľúč sa môže stratiť, so zariadením alebo s účtom, a s ním každý dokument. Preto najprv vytlačte súkromný kľúč.',
      print: 'Vytlačiť súkromný kľúč',
      printed: 'Mám ho vytlačený a uložený na bezpečnom mieste',
      create: 'Vytvoriť prístupový kľúč',
      made: 'Súkromný kľúč je zašifrovaný prístupovým kľúčom. Uložte ho alebo ho ponechajte v tomto prehliadači.',
      save: 'Uložiť zašifrovaný kľúč',
      keep: 'Ponechať v tomto prehliadači',
      kept: 'V tomto prehliadači je súkromný kľúč zašifrovaný prístupovým kľúčom.',
      other: 'V tomto prehliadači už je iný kľúč. Najprv odstráňte ten.',
      given: 'Tento súkromný kľúč je zašifrovaný prístupovým kľúčom.',
      open: 'Otvoriť prístupovým kľúčom',
      remove: 'Odstrániť z tohto prehliadača',
      sure: 'Je súkromný kľúč aj inde, ako súbor alebo na papieri? Ak je tento jediný, jeho dokumenty sú stratené.',
      cancel: 'Zrušiť',
      removed:
        'Zašifrovaný kľúč bol z tohto prehliadača odstránený. Samotný prístupový kľúč možno odstrániť v nastaveniach zariadenia.',
      paper: {
        heading: 'Súkromný kľúč',
        what: 'Kto má tento list, môže otvoriť dokumenty. Uložte ho tam, kde ho môžete čítať len vy. Naskenujte kód alebo opíšte znaky pod ním a zadajte ich na stránke príjemcu.',
      },
      none: {
        file: 'Prístupový kľúč sa tu nedá použiť, lebo táto stránka je súbor na disku. Súkromný kľúč zostáva súborom.',
        address:
          'Na tejto adrese sa prístupový kľúč nedá použiť. Treba https a názov, alebo localhost, nie IP adresu.',
        browser: 'Tento prehliadač nemá prístupové kľúče, ktoré vedia zašifrovať kľúč.',
      },
      trouble: {
        cancelled:
          'Prístupový kľúč nebol použitý: akcia bola zrušená, trvala príliš dlho, alebo kľúč už neexistuje. Nič nie je stratené: skúste to znova, alebo použite súbor s kľúčom či list.',
        wrong: 'Tento prístupový kľúč ho neotvorí. Použite ten, ktorým bol zašifrovaný.',
        prf: 'Tento prístupový kľúč nevie zašifrovať kľúč. Nič sa nezmenilo. Skúste iné zariadenie alebo správcu hesiel.',
        damaged:
          'Zašifrovaný kľúč je poškodený. Použite súbor s kľúčom či list a zašifrujte ho znova.',
        elsewhere: 'Prístupový kľúč patrí k inej adrese: {site}. Otvorte stránku tam.',
        large:
          'To je na jeden prístupový kľúč priveľa súkromných kľúčov. Nič sa nevytvorilo. Načítajte ich menej.',
        full: 'Tento prehliadač pre túto stránku nič neuchováva. Uložte zašifrovaný kľúč ako súbor.',
      },
    },
    item: {
      sealed: '{size}, zašifrované',
      opening: 'Otvára sa · {percent}',
      openingName: 'Otvára sa {name}',
      turn: 'Čaká, kým príde na rad',
      waiting: 'Čaká na súkromný kľúč',
      unknownKind: 'Neznámy druh',
      intact: 'Bez zmeny od zašifrovania.',
      intactOnly: 'To nehovorí, kto ho zašifroval: môže to každý, kto má vášho príjemcu (age1…).',
      whole: 'Otvorené celé.',
      noRecord: 'Nič nehovorí, ako sa volal, ani čo to bolo, keď bol zašifrovaný.',
      damaged: 'Samotný dokument vyzerá poškodený: {why}.',
      otherwise: 'Prehliadač odosielateľa uvádza niečo iné. {what}:',
      download: 'Stiahnuť',
      show: 'Zobraziť obrázok',
      print: 'Vytlačiť doklad',
      viewer: { zoomIn: 'Priblížiť', zoomOut: 'Oddialiť', close: 'Zavrieť' },
      tooLarge:
        'Tento obrázok je príliš veľký na to, aby sa tu zobrazil. Stiahnite si ho a pozrite si ho.',
      claims: 'Čo uvádza prehliadač odosielateľa a čo zistila táto stránka',
      details: 'Podrobnosti',
      size: 'Veľkosť',
      from: 'Otvorené z',
    },
    proof: {
      heading: 'Doklad o otvorení',
      same: 'Porovnané s tým, čo bolo zašifrované spolu s ním: to isté.',
      opened: 'Otvorené',
      by: 'Otvorené pomocou',
    },
    table: {
      name: 'Údaje a zistenia: {name}',
      says: 'Prehliadač odosielateľa uvádza',
      finds: 'Táto stránka zistila',
      saysShort: 'Uvádza:',
      findsShort: 'Zistené:',
      differs: 'líši sa',
      row: {
        name: 'Názov',
        kind: 'Druh',
        checked: 'Skontrolované',
        remarks: 'Poznámky',
        size: 'Veľkosť, SHA-256',
        sealed: 'Zašifrované',
        by: 'Zašifrované pomocou',
      },
      nothing: 'Nič',
      unknowable: 'Tu sa nedá zistiť',
      same: 'To isté',
      unknownKind: 'Tu nie je známe',
      whole: 'Celý',
      damaged: 'Poškodený: {why}',
      unchecked: 'Nepreskúmané: nie je to {types}',
    },
    trouble: {
      damaged:
        'Poškodené. Súbor bol po zašifrovaní orezaný alebo zmenený, alebo to, čo o sebe uvádza, nie je pravda. Nič z neho sa nevydá. Požiadajte o nové zaslanie.',
      'no-identity':
        'Nič z toho, čo ste zadali vyššie, ho neotvorí: bol zašifrovaný pre niekoho iného. Pridajte správny súkromný kľúč a skúsi sa to znova.',
      unsupported:
        'Nie je to zašifrovaný súbor: táto stránka otvára, čo bolo zašifrované programom age.',
      'other-pdf':
        'PDF, v ktorom táto stránka nenašla zašifrovaný súbor. Možno bolo cestou opečiatkované alebo znova uložené: ak má prílohu, uložte ju a pridajte sem.',
      'too-slow':
        'Heslo vyžaduje viac výpočtov, než táto stránka robí: na niekoľko sekúnd by zastala. Otvorte súbor príkazom age: age -d.',
      hardware:
        'Otvorí ho len súkromný kľúč v zariadení, napríklad bezpečnostný kľúč, ktorý táto stránka nemôže použiť. Otvorte súbor príkazom: npx sealdrop open.',
      unreadable:
        'Súbor sa nepodarilo prečítať. Možno je to priečinok, alebo bol presunutý či vymazaný.',
      failed: 'Súbor sa nepodarilo otvoriť. Možno je pre tento prehliadač priveľký.',
    },
    remark: {
      'name-mismatch': 'Názov nezodpovedá druhu súboru.',
      encrypted: 'Toto PDF je chránené. Zdá sa, že sa otvorí bez hesla.',
      'password-needed': 'Toto PDF vyžaduje heslo. Oznámiť vám ho môže iba odosielateľ.',
      'certificate-needed': 'Toto PDF sa otvorí iba s certifikátom, pre ktorý bolo zašifrované.',
      'no-end-marker': 'Toto PDF je možno neúplné. Skontrolujte, či obsahuje poslednú stranu.',
      'location-data': 'V tejto fotke je uložené, kde bola urobená.',
      'location-removed': 'Táto fotka bola odoslaná bez polohy a ďalších skrytých údajov.',
      'leading-data': 'Pred dokumentom je ešte niečo iné. Otvorte ho iba v prehliadači PDF.',
      'trailing-data':
        'Za dokumentom je ešte niečo iné alebo je jeho posledná zmena neúplná. Skontrolujte, či v ňom nič nechýba.',
      'not-shown': 'Prehliadač nedokáže tento obrázok zobraziť.',
      'near-limit': 'Veľkosť tohto súboru sa blíži k najväčšej povolenej.',
    },
    check: {
      size: 'Veľkosť.',
      type: 'Druh, podľa obsahu.',
      structure: 'Či je celý.',
    },
    caution: {
      program: 'Toto je program. Nespúšťajte ho.',
      script:
        'Toto je {format}, ktorý môže pri otvorení spúšťať skripty. Otvorte ho iba v textovom editore.',
      other: 'Toto nie je {types}, ale {format}. Otvorte ho, iba ak ste ho čakali.',
      unknown: 'Toto nie je {types}. Otvorte ho, iba ak ste ho čakali.',
    },
    pair: {
      heading: 'Vytvoriť pár kľúčov',
      halves:
        'Pár má dve polovice. *Príjemca* (age1…) je verejný: dokumenty sa šifrujú preň. *Súkromný kľúč* (AGE-SECRET-KEY-1…) je tajný: otvára ich.',
      advice:
        '*Používajte dvoch príjemcov:* svojho a príjemcu kolegu alebo zálohy uloženej inde. Ak sa stratí súkromný kľúč, je stratený každý dokument zašifrovaný iba preň.',
      make: 'Vytvoriť pár kľúčov',
      another: 'Vytvoriť ďalší pár kľúčov',
      made: 'Pár kľúčov bol vytvorený. Uložte teraz súkromný kľúč.',
      save: 'Uložiť súkromný kľúč',
      saved: 'Súkromný kľúč bol uložený ako súbor. Dobre ho uschovajte.',
      keep: 'Je iba na tejto stránke a po jej zatvorení zmizne. Uschovajte súbor tam, kde ho môžete čítať iba vy.',
      show: 'Zobraziť',
      recipients: 'Príjemcovia',
      own: 'Váš',
      added: 'Pridaný',
      remove: 'Odstrániť',
      only: 'Zatiaľ iba jeden príjemca. Ak sa tento súkromný kľúč stratí, sú stratené všetky dokumenty.',
      backup:
        'Tento príjemca je zálohou vášho prístupového kľúča. Skôr než ho odstránite, uložte súkromný kľúč.',
      several: {
        one: '{n} príjemca. Dokumenty otvorí jeho súkromný kľúč.',
        few: '{n} príjemcovia. Dokumenty otvorí ktorýkoľvek z ich súkromných kľúčov.',
        many: '{n} príjemcu. Dokumenty otvorí ktorýkoľvek z ich súkromných kľúčov.',
        other: '{n} príjemcov. Dokumenty otvorí ktorýkoľvek z ich súkromných kľúčov.',
      },
      fingerprint:
        'Odtlačok slúži na porovnanie, napríklad cez telefón: pole na nahrávanie na vašej stránke ukazuje rovnaký.',
      field: 'Ďalší príjemca (age1…)',
      add: 'Pridať',
      put: 'Vložte toto na svoju stránku',
      placeholders:
        'Namiesto /upload uveďte adresu svojho servera a súbory SealDrop umiestnite pod /sealdrop/.',
      documents: 'Dokumenty',
      copy: {
        recipient: {
          button: 'Kopírovať príjemcu',
          done: 'Príjemca bol skopírovaný.',
          selected:
            'Tento prehliadač nedovolí stránke kopírovať. Príjemca je označený: skopírujte ho teraz.',
        },
        snippet: {
          button: 'Kopírovať kód',
          done: 'Kód bol skopírovaný.',
          selected:
            'Tento prehliadač nedovolí stránke kopírovať. Kód je označený: skopírujte ho teraz.',
        },
      },
      wasAdded: 'Príjemca bol pridaný.',
      wasRemoved: 'Príjemca bol odstránený.',
      trouble: {
        secret:
          'To je súkromný kľúč, tajná polovica páru. Pole bolo vymazané a nič nebolo použité. Zadajte polovicu, ktorá sa začína na age1.',
        known: 'Tento príjemca už v zozname je.',
        postQuantum: 'Toto je postkvantový príjemca. Nemôže byť vedľa vášho.',
        none: 'Toto nie je príjemca. Začína sa na age1 a má 62 malých písmen a číslic; niektoré možno chýba alebo je chybné.',
      },
    },
  },
}
