import type { Language } from './strings.ts'

const again = 'Kérjük, próbálja újra.'
const owner = 'Kérjük, értesítse a webhely üzemeltetőjét.'

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'hu',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Feltöltés',
    hint: {
      one: '{types}, legfeljebb {size}',
      each: '{types}, fájlonként legfeljebb {size}',
      some: '{types}, fájlonként legfeljebb {size}, legfeljebb {n} fájl',
    },
    atOnce: 'A fájlok küldése a kiválasztásuk után azonnal megkezdődik.',
    drop: { one: 'Húzza ide a dokumentumot, vagy', several: 'Húzza ide a dokumentumokat, vagy' },
    choose: { one: 'Fájl kiválasztása', several: 'Fájlok kiválasztása' },
    locked: 'Most semmi sem adható hozzá.',
    required: 'Kötelező.',
    missing: 'Kérjük, adjon hozzá egy dokumentumot.',
    unfinished: {
      one: 'Kérjük, várja meg, amíg a dokumentum kézbesítése befejeződik.',
      several: 'Kérjük, várja meg, amíg a dokumentumok kézbesítése befejeződik.',
    },
    sealedFor: 'A böngészőjében titkosítva {recipient} számára',
    fault: {
      'insecure-context':
        'A dokumentumok csak biztonságos kapcsolaton küldhetők el. Nyissa meg ezt az oldalt https-sel.',
      unsupported:
        'Ez a böngésző nem tud dokumentumokat titkosítani. Frissítse, vagy használjon másikat.',
      misconfigured: `A feltöltés nincs megfelelően beállítva. ${owner}`,
    },
    unloaded: 'A kapcsolat megszakadt. A fájljai a kapcsolat helyreállása után kerülnek a listára.',
    recipient: 'a címzett',
  },
  fileStrings: {
    zone: {
      more: 'Húzzon ide továbbiakat',
      letGo: { other: 'Engedje el {n} fájl hozzáadásához' },
      letGoUncounted: 'Engedje el a fájlok hozzáadásához',
      letGoReplacing: 'Engedje el a fájl cseréjéhez',
      another: 'A cseréhez húzzon ide egy másikat',
      chooseAnother: 'Másik fájl kiválasztása',
      full: {
        other:
          'Elérte a fájlok megengedett számát ({n}). Másik kiválasztásához távolítson el egyet.',
      },
      left: { other: 'még {n} fájl' },
    },
    folders: 'Mappák nem adhatók hozzá. Nyissa meg a mappát, és adja hozzá a benne lévő fájlokat.',
    list: 'Fájlok',
    seal: {
      only: 'Csak titkosított adat hagyja el ezt az oldalt, {recipient} számára',
      fingerprints:
        'Csak ezek a kulcsok nyitják meg azt, amit küld. Hasonlítsa össze az ujjlenyomataikat:',
      untrusted: 'A címzett kulcsait nem sikerült megerősíteni. Nélkülük semmi sem lesz elküldve.',
      unreachable: 'A címzett kulcsai most nem érhetők el. Nélkülük semmi sem lesz elküldve.',
    },
    status: {
      waiting: 'Várakozik',
      checking: 'Ellenőrzés',
      checkingLate: 'Ellenőrzés · ha a fájl még a felhőben van, előbb le kell tölteni',
      ready: {
        auto: 'Ellenőrizve · sorára vár',
        submit: 'Ellenőrizve · az űrlappal együtt megy el',
        manual: 'Ellenőrizve · küldésre kész',
      },
      sealing: 'Ellenőrizve · titkosítás',
      preparing: 'Ellenőrizve · előkészítés',
      sending: 'Titkosított küldés',
      sendingOpen: 'Küldés',
      sendingLate: '{status} · a szerver ellenőriz',
      confirming: 'Elküldve · válaszra vár',
      confirmingLate: 'Elküldve · a szerver ellenőriz',
      paused: 'Szünetel, {percent} kész',
      offer: 'A küldés félbemaradt · Önre vár',
      retrying: '{why} · újrapróbálkozás',
      offline: 'Nincs internetkapcsolat · a kapcsolat helyreállása után folytatódik',
      seemsOffline: '{status} · úgy tűnik, nincs internetkapcsolat',
      delivered: 'Megérkezett · a többire vár',
      committing: 'Megérkezett · befejezés',
      done: 'Kézbesítve',
      expires: 'Kézbesítve · lejár: {when}',
      cancelled: 'Megszakítva',
      cancelledLate: 'Megszakítva. Lehet, hogy a fájl mégis megérkezett.',
      removed: 'Eltávolítva',
    },
    moment: '{day} {time}',
    counting: {
      share: ' · {percent}',
      slow: ' · még {time} lehet hátra',
      wait: ' {time} múlva',
    },
    unnamed: {
      chosen: {
        today: '{time}-kor kiválasztott dokumentum',
        earlier: 'Kiválasztott dokumentum: {day} {time}',
      },
      sent: {
        today: '{time}-kor elküldött dokumentum',
        earlier: 'Elküldött dokumentum: {day} {time}',
      },
    },
    action: {
      pause: 'Szünet: {name}',
      resume: 'Folytatás: {name}',
      retry: 'Újrapróbálás: {name}',
      sendAgain: 'Újraküldés: {name}',
      cancel: 'Megszakítás: {name}',
      remove: 'Eltávolítás: {name}',
      dismiss: 'Elrejtés: {name}',
      pauseAll: 'Összes szüneteltetése',
      resumeAll: 'Összes folytatása',
      goOn: 'Folytatás',
      notMine: 'Nem az enyém',
      undo: 'Visszavonás',
      view: 'Megtekintés: {name}',
    },
    tip: {
      pause: 'Szünet',
      resume: 'Folytatás',
      retry: 'Újrapróbálás',
      sendAgain: 'Újraküldés',
      cancel: 'Megszakítás',
      remove: 'Eltávolítás',
      dismiss: 'Elrejtés',
    },
    viewer: { zoomIn: 'Nagyítás', zoomOut: 'Kicsinyítés', close: 'Bezárás' },
    summary: {
      delivered: { other: '{total} fájlból {n} kézbesítve' },
      failed: { other: '{n} nem sikerült' },
      unconfirmed: { other: '{n} talán megérkezett' },
    },
    said: {
      added: { single: '{name} hozzáadva.', other: '{n} fájl hozzáadva.' },
      refused: {
        single: '{name} nem lett hozzáadva. {why}',
        other: '{n} fájl nem lett hozzáadva.',
      },
      replaced: { single: '{name} lecserélve.', other: '{n} fájl lecserélve.' },
      restored: {
        single: '{name} továbbra is része ennek az űrlapnak.',
        other: '{n} fájl továbbra is része ennek az űrlapnak.',
      },
      offered: {
        single: '{name}: a küldés félbemaradt. Folytassa, vagy jelezze, hogy nem az Öné.',
        other: '{n} fájl küldése félbemaradt. Folytassa, vagy jelezze, hogy nem az Önéi.',
      },
      removed: { single: '{name} eltávolítva.', other: '{n} fájl eltávolítva.' },
      withdrawn: {
        single: '{name} eltávolítva. Ez rövid ideig visszavonható.',
        other: '{n} fájl eltávolítva. Ez rövid ideig visszavonható.',
      },
      putBack: { single: '{name} visszakerült.', other: '{n} fájl visszakerült.' },
      cancelled: { single: '{name} megszakítva.', other: '{n} fájl megszakítva.' },
      cancelledLate: {
        single: '{name} megszakítva. Lehet, hogy a fájl mégis megérkezett.',
        other: '{n} fájl megszakítva. Lehet, hogy mégis megérkeztek.',
      },
      paused: { single: '{name} szünetel.', other: '{n} fájl szünetel.' },
      resumed: { single: '{name} folytatódik.', other: '{n} fájl folytatódik.' },
      again: { single: '{name}: újrapróbálkozás.', other: '{n} fájl: újrapróbálkozás.' },
      unread: {
        single: '{name}: a beolvasás még tart. Ha a fájl a felhőben van, előbb le kell tölteni.',
        other: '{n} fájl beolvasása még tart. Ha a felhőben vannak, előbb le kell tölteni őket.',
      },
      late: {
        single: 'A szerver még ellenőrzi: {name}.',
        other: 'A szerver még ellenőriz {n} fájlt.',
      },
      retrying: {
        single: '{name}: {why}. Újrapróbálkozás.',
        other: '{n} fájl: újrapróbálkozás.',
      },
      failed: {
        single: '{name}: a küldés nem sikerült. {why}',
        other: '{n} fájl küldése nem sikerült.',
      },
      unconfirmed: { single: '{name}: {why}', other: '{n} fájl talán megérkezett.' },
      done: { single: '{name} kézbesítve.', other: '{n} fájl kézbesítve.' },
    },
    gathered: {
      addedNot: { other: '{n} fájl hozzáadva, {not} nem.' },
      seeList: 'Az okok a listában olvashatók.',
      remarked: { other: '{n} fájlhoz van megjegyzés a listában.' },
      work: {
        single: 'Küldés: {name}, majd az űrlap.',
        other: 'Küldés: {n} fájl, majd az űrlap.',
      },
      sent: '{percent} elküldve.',
      summary: '{summary}.',
      between: ' ',
      offline:
        'Úgy tűnik, nincs internetkapcsolat. A fájlok küldése a kapcsolat helyreállása után folytatódik.',
      online: 'A kapcsolat helyreállt.',
    },
    undelivered: {
      single: '{name} nem lett kézbesítve. Próbálja újra, vagy távolítsa el.',
      other: '{n} fájl nem lett kézbesítve. Próbálja újra, vagy távolítsa el őket.',
    },
    stopped: {
      single: '{name} szünetel. Folytassa vagy szakítsa meg, majd küldje el újra az űrlapot.',
      other: '{n} fájl szünetel. Folytassa vagy szakítsa meg őket, majd küldje el újra az űrlapot.',
    },
    pressAgain: {
      named:
        'Minden készen áll. Az űrlap elküldéséhez nyomja meg újra a következő gombot: „{button}”.',
      unnamed: 'Minden készen áll. Most küldje el az űrlapot.',
    },
    unconfirmed: {
      single:
        '{name} talán megérkezett, de ezt semmilyen válasz nem erősíti meg. Küldje el újra, vagy távolítsa el.',
      other:
        '{n} fájl talán megérkezett, de ezt semmilyen válasz nem erősíti meg. Küldje el újra, vagy távolítsa el őket.',
      once: 'Ez a fájl talán megérkezett, de ezt semmilyen válasz nem erősíti meg. Ha újra próbálja, akkor sem tárolódik kétszer.',
      twice:
        'Ez a fájl talán megérkezett, de ezt semmilyen válasz nem erősíti meg. Ha újra elküldi, lehet, hogy kétszer tárolódik.',
    },
    error: {
      empty: 'Ez a fájl üres. Válasszon másikat.',
      'too-large': 'Ez a fájl túl nagy. Válasszon kisebbet.',
      'wrong-type': 'Ilyen típusú fájl itt nem fogadható el. Válasszon másikat.',
      damaged: 'Ez a fájl sérült vagy hiányos. Mentse el vagy szkennelje be újra, majd adja hozzá.',
      'too-many': 'Több fájl nem adható hozzá. Másik hozzáadásához távolítson el egyet.',
      duplicate: 'Ez a fájl már szerepel a listában.',
      unreadable:
        'Ezt a fájlt nem sikerült beolvasni. Ha még a felhőben van, előbb töltse le. Ha áthelyezték vagy törölték, válassza ki újra.',
      changed: 'Ez a fájl megváltozott, miután kiválasztotta. Kérjük, adja hozzá újra.',
      'bad-recipient': `A címzett kulcsa érvénytelen, ezért semmi sem lett elküldve. ${owner}`,
      'keys-untrusted': `A címzett kulcsait nem sikerült megerősíteni, ezért semmi sem lett elküldve. ${owner}`,
      'seal-failed': `Ezt a fájlt nem sikerült titkosítani, ezért nem lett elküldve. ${again}`,
      offline: 'Nincs internetkapcsolat. Próbálja újra, amikor a kapcsolat helyreállt.',
      network: `A kapcsolat megszakadt. ${again}`,
      timeout: `A szerver nem válaszolt időben. ${again}`,
      stalled: `A feltöltés elakadt. ${again}`,
      unauthorized: 'Már nincs bejelentkezve. Töltse be újra az oldalt, és próbálja újra.',
      forbidden: `A szerver nem engedélyezi ezt a feltöltést. ${owner}`,
      'not-found': `A szerver nem ismeri ezt a feltöltést. ${owner}`,
      refused:
        'A szerver nem fogadta el ezt a fájlt. Próbáljon másikat, vagy értesítse a webhely üzemeltetőjét.',
      'rate-limited': 'Jelenleg túl sok a feltöltés. Próbálja újra néhány perc múlva.',
      server: 'A szerverrel gond van. Próbálja újra néhány perc múlva.',
      protocol: `A szerver értelmetlen választ adott. ${owner}`,
      'keys-rotated': `A címzett lecserélte a kulcsait. ${again}`,
      mismatch:
        'Nem az érkezett meg, ami el lett küldve. Távolítsa el ezt a fájlt, és adja hozzá újra.',
      'already-used': 'A szerveren már megvan ez a fájl. Nem kell újra elküldeni.',
      expired: 'Ez a feltöltés lejárt. Távolítsa el a fájlt, és adja hozzá újra.',
    },
    rechoose:
      'A címzett lecserélte a kulcsait, ezért ez a dokumentum már nem küldhető el. Kérjük, válassza ki újra.',
    quoted: '{why} A szerver válasza: „{reason}”',
    reference: 'Hivatkozási szám: {id}',
    tooLarge: 'Ez a fájl túl nagy. A megengedett legnagyobb méret: {size}.',
    tooMany: {
      single: 'Csak egy fájl adható hozzá. Távolítsa el, vagy válasszon helyette másikat.',
      other: 'Csak {n} fájl adható hozzá. Másik hozzáadásához távolítson el egyet.',
    },
    wrongType: {
      heic: 'Ez egy iPhone-nal készült {found}-fotó. Exportálja JPG-ként, és adja hozzá újra.',
      office: 'Ez egy {found}-dokumentum. Mentse PDF-ként, és adja hozzá újra.',
      archive: 'Ez egy {found}-archívum. Csomagolja ki, és adja hozzá a benne lévő fájlokat.',
      program: 'Ez egy program, nem dokumentum. Csak {types} adható hozzá.',
      page: 'Ez egy weboldal. Mentse PDF-ként, és adja hozzá újra.',
      password: 'Ez a PDF jelszót kér. Adjon hozzá egy másolatot, amely jelszó nélkül megnyílik.',
      certificate:
        'Ezt a PDF-et csak azok tudják megnyitni, akiknek titkosították. Adjon hozzá egy másolatot e védelem nélkül.',
      signature:
        'Ez egy aláírt fájl ({found}). Mentse el a benne lévő dokumentumot, és azt adja hozzá, vagy adjon hozzá egy aláíratlan másolatot.',
      other: 'Ez egy {found}-fájl. Csak {types} adható hozzá.',
      unknown: 'Ez a fájltípus itt ismeretlen. Csak {types} adható hozzá.',
    },
    hitch: {
      network: 'A kapcsolat megszakadt',
      timeout: 'Nincs válasz',
      stalled: 'Nem halad',
      server: 'A szerverrel gond van',
      'rate-limited': 'A szerver leterhelt',
    },
    remark: {
      'name-mismatch': 'A név nem felel meg a fájl típusának.',
      encrypted: 'Ez a PDF védett. Úgy tűnik, jelszó nélkül megnyílik.',
      'password-needed':
        'Ez a PDF jelszót kér. Közölje a jelszót a címzettel, vagy adjon hozzá egy másolatot, amely jelszó nélkül megnyílik.',
      'certificate-needed':
        'Ezt a PDF-et csak azok tudják megnyitni, akiknek titkosították. Ha a címzett nincs köztük, adjon hozzá egy másolatot e védelem nélkül.',
      'no-end-marker':
        'Lehet, hogy ennek a PDF-nek hiányzik a vége. Ellenőrizze, hogy megvan-e az utolsó oldala.',
      'location-data':
        'Ez a fotó tartalmazza, hogy hol készült. Ha a címzettnek ezt nem kell tudnia, távolítsa el a helyadatokat a fotóalkalmazásban, és adja hozzá újra a fotót.',
      'location-removed':
        'A rendszer a helyadatok és más rejtett adatok nélkül küldi el ezt a fotót.',
      'leading-data':
        'Ebben a fájlban a dokumentum előtt valami más is van, ezért egyes programok talán nem nyitják meg. Mentse el újra PDF-ként.',
      'trailing-data':
        'Ebben a fájlban a dokumentum után valami más is van, vagy az utolsó módosítása hiányos. Ellenőrizze, hogy nem hiányzik-e semmi.',
      'not-shown':
        'A böngészője nem tudja megjeleníteni ezt a képet. Ellenőrizze, hogy megnyílik-e.',
      'near-limit': 'Ennek a fájlnak a mérete közel van a megengedett legnagyobbhoz.',
    },
  },
}
