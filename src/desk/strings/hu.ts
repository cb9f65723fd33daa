import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'hu',
    dir: 'ltr',
    between: ' ',
    quoted: '„{code}”.',
    page: {
      name: 'A címzett oldala',
      lead: 'Nyissa meg, amit Önnek titkosítottak. Minden ezen az oldalon történik: semmit sem küld, és nem tárol semmit, amit Ön nem kér.',
    },
    open: {
      heading: 'Dokumentumok megnyitása',
      identity: {
        heading: 'Az Ön titkos kulcsa',
        drop: 'Húzza ide a kulcsfájlt, vagy',
        more: 'Húzzon ide egy másikat, vagy',
        choose: 'Kulcsfájl kiválasztása',
        hint: 'Szövegfájl, amelyben AGE-SECRET-KEY-1 áll',
        field: 'Vagy illesszen be egy titkos kulcsot, vagy írjon be egy jelszót',
        use: 'Használat',
        of: 'Titkos kulcs ehhez: {recipient}',
        passphrase: 'Egy jelszó',
        forget: 'Elfelejtés',
      },
      sealed: {
        heading: 'Titkosított fájlok',
        drop: 'Húzza ide a titkosított fájlokat, vagy',
        more: 'Húzzon ide továbbiakat, vagy',
        choose: 'Titkosított fájlok kiválasztása',
        hint: 'Amennyit csak szeretne: .age-fájlok, vagy a PDF, amelyben vannak',
      },
      summary: {
        waiting: { other: '{n} fájl titkos kulcsra vár.' },
        opening: { other: '{n} fájl megnyitása…' },
        opened: { other: '{total} fájlból {n} megnyitva.' },
        failed: { other: '{n} fájlt nem sikerült megnyitni.' },
      },
      archive: 'Az összes letöltése archívumként',
      archiving: 'Az archívum készül…',
      clear: 'Lista ürítése',
      list: {
        find: 'Keresés a listában',
        sort: 'Rendezés',
        added: 'Hozzáadás szerint',
        only: 'Csak a megjegyzéssel rendelkezők',
        shown: { other: '{total} fájlból {n} látható.' },
        csv: 'Lista letöltése (CSV)',
      },
      folder: {
        choose: 'Mappa kiválasztása',
        save: 'Az összes mentése mappába',
        saved: { other: '{total} fájlból {n} mentve a mappába.' },
        refused: 'Kimaradtak, mert a böngésző elutasítja a nevüket. Töltse le mindegyiket külön:',
        stopped: 'A böngésző nem tudott a mappába írni. Ami addig mentve lett, az ép.',
        empty: 'Ebben a mappában nincs titkosított fájl.',
        unread: 'A mappát nem lehetett beolvasni.',
        partly: 'A mappa tartalma nem lett teljesen beolvasva.',
      },
    },
    given: {
      empty: 'Semmit sem adott meg. Illesszen be egy titkos kulcsot, vagy írjon be egy jelszót.',
      none: 'Nincs benne titkos kulcs. A titkos kulcs így kezdődik: AGE-SECRET-KEY-1.',
      broken: 'A titkos kulcs sérült: egy betű hiányzik vagy hibás. Semmi sem lett átvéve.',
      sealed:
        'Ez a kulcsfájl maga is jelszóval van titkosítva. Előbb nyissa meg az age programmal: age -d -o identity.txt.',
      known: 'Már itt van.',
      loaded: 'A titkos kulcs betöltve.',
      unreadable: 'A fájlt nem sikerült beolvasni.',
      passphrase: 'A jelszó mostantól használatban van.',
      forgotten: 'A titkos kulcs és a jelszó el lett felejtve.',
    },
    passkey: {
      offer: 'Azonosítókulcs használata',
      what: 'A titkos kulcsot azonosítókulcs titkosítja: ez az oldal ekkor fájl helyett ujjlenyomatot, arcot vagy képernyőzárat kér. Aki fel tudja oldani az eszközét, megnyithatja a dokumentumokat.',
      backup:
        'Az azonosítókulcs elveszhet az eszközzel vagy a fiókkal, és vele minden dokumentum. Ezért előbb nyomtassa ki a titkos kulcsot.',
      print: 'A titkos kulcs nyomtatása',
      printed: 'Kinyomtattam, és biztonságos helyre tettem',
      create: 'Azonosítókulcs létrehozása',
      made: 'A titkos kulcsot az azonosítókulcs titkosítja. Mentse el, vagy tartsa meg ebben a böngészőben.',
      save: 'A titkosított kulcs mentése',
      keep: 'Megtartás ebben a böngészőben',
      kept: 'Ebben a böngészőben van egy titkos kulcs, azonosítókulccsal titkosítva.',
      other: 'Ebben a böngészőben már van egy másik kulcs. Előbb azt távolítsa el.',
      given: 'Ez a titkos kulcs azonosítókulccsal van titkosítva.',
      open: 'Megnyitás azonosítókulccsal',
      remove: 'Eltávolítás ebből a böngészőből',
      sure: 'Megvan a titkos kulcs máshol is, fájlként vagy papíron? Ha ez az egyetlen, a dokumentumai elvesznek.',
      cancel: 'Megszakítás',
      removed:
        'A titkosított kulcs el lett távolítva ebből a böngészőből. Magát az azonosítókulcsot az eszköz beállításaiban törölheti.',
      paper: {
        heading: 'Titkos kulcs',
        what: 'Akinél ez a lap van, megnyithatja a dokumentumokat. Tartsa ott, ahol csak Ön olvashatja. Olvassa be a kódot, vagy gépelje be az alatta lévő betűket, és adja meg a címzett oldalán.',
      },
      none: {
        file: 'Itt nem használható azonosítókulcs, mert ez az oldal egy fájl a lemezen. A titkos kulcs fájl marad.',
        address:
          'Ezen a címen nem használható azonosítókulcs. https és név kell hozzá, vagy localhost, nem IP-cím.',
        browser: 'Ennek a böngészőnek nincs olyan azonosítókulcsa, amely kulcsot tud titkosítani.',
      },
      trouble: {
        cancelled:
          'Az azonosítókulcs nem lett használva: megszakították, túl sokáig tartott, vagy már nincs meg. Semmi sem veszett el: próbálja újra, vagy használja a kulcsfájlt vagy a lapot.',
        wrong: 'Ez az azonosítókulcs nem nyitja meg. Azt használja, amellyel titkosítva lett.',
        prf: 'Ez az azonosítókulcs nem tud kulcsot titkosítani. Semmi sem változott. Próbáljon másik eszközt vagy jelszókezelőt.',
        damaged:
          'A titkosított kulcs sérült. Használja a kulcsfájlt vagy a lapot, és titkosítsa újra.',
        elsewhere: 'Az azonosítókulcs egy másik címhez tartozik: {site}. Nyissa meg ott az oldalt.',
        large:
          'Ez túl sok titkos kulcs egyetlen azonosítókulcshoz. Semmi sem készült. Töltsön be kevesebbet.',
        full: 'Ez a böngésző semmit sem tart meg ehhez az oldalhoz. Mentse a titkosított kulcsot fájlként.',
      },
    },
    item: {
      sealed: '{size}, titkosítva',
      opening: 'Megnyitás · {percent}',
      openingName: 'Megnyitás: {name}',
      turn: 'Sorára vár',
      waiting: 'Titkos kulcsra vár',
      unknownKind: 'Ismeretlen fajta',
      intact: 'Változatlan a titkosítás óta.',
      intactOnly:
        'Ez nem mondja meg, ki titkosította: bárki megteheti, akinél ott van az Ön címzettje (age1…).',
      whole: 'Teljes egészében megnyitva.',
      noRecord: 'Semmi sem mondja meg, mi volt a neve, vagy mi volt, amikor titkosították.',
      damaged: 'Maga a dokumentum sérültnek tűnik: {why}.',
      otherwise: 'A feladó böngészője mást mond. {what}:',
      download: 'Letöltés',
      show: 'Kép megjelenítése',
      print: 'Az igazolás nyomtatása',
      viewer: { zoomIn: 'Nagyítás', zoomOut: 'Kicsinyítés', close: 'Bezárás' },
      tooLarge: 'Ez a kép túl nagy ahhoz, hogy itt megjelenjen. Töltse le, hogy megnézhesse.',
      claims: 'Mit mond a feladó böngészője, és mit talál ez az oldal',
      details: 'Részletek',
      size: 'Méret',
      from: 'Megnyitva ebből',
    },
    proof: {
      heading: 'Igazolás a megnyitásról',
      same: 'Összevetve azzal, amit vele együtt titkosítottak: ugyanaz.',
      opened: 'Megnyitva',
      by: 'Ezzel nyitva meg',
    },
    table: {
      name: 'Állítások és megállapítások: {name}',
      says: 'A feladó böngészője ezt mondja',
      finds: 'Ez az oldal ezt találja',
      saysShort: 'Mondja:',
      findsShort: 'Találat:',
      differs: 'eltér',
      row: {
        name: 'Név',
        kind: 'Fajta',
        checked: 'Ellenőrizve',
        remarks: 'Megjegyzések',
        size: 'Méret, SHA-256',
        sealed: 'Titkosítva',
        by: 'Titkosító program',
      },
      nothing: 'Semmi',
      unknowable: 'Itt nem tudható',
      same: 'Ugyanaz',
      unknownKind: 'Itt ismeretlen',
      whole: 'Ép',
      damaged: 'Sérült: {why}',
      unchecked: 'Nincs átnézve: nem {types}',
    },
    trouble: {
      damaged:
        'Sérült. A fájlt a titkosítás után levágták vagy módosították, vagy nem igaz, amit magáról állít. Semmi sem lesz kiadva belőle. Kérje, hogy küldjék el újra.',
      'no-identity':
        'Semmi, amit fent megadott, nem nyitja meg: másnak titkosították. Adja hozzá a megfelelő titkos kulcsot, és újra próbáljuk.',
      unsupported:
        'Nem titkosított fájl: ez az oldal azt nyitja meg, amit az age programmal titkosítottak.',
      'other-pdf':
        'Olyan PDF, amelyben ez az oldal nem talál titkosított fájlt. Útközben talán lebélyegezték vagy újra elmentették: ha van melléklete, mentse el, és adja hozzá itt.',
      'too-slow':
        'A jelszó több számítást igényel, mint amennyit ez az oldal elvégez: másodpercekre megállna. Nyissa meg a fájlt az age paranccsal: age -d.',
      hardware:
        'Csak egy eszközben lévő titkos kulcs nyitja meg, például egy biztonsági kulcs, amelyet ez az oldal nem tud használni. Nyissa meg a fájlt ezzel a paranccsal: npx sealdrop open.',
      unreadable:
        'A fájlt nem sikerült beolvasni. Lehet, hogy mappa, vagy áthelyezték vagy törölték.',
      failed: 'A fájlt nem sikerült megnyitni. Lehet, hogy túl nagy ennek a böngészőnek.',
    },
    remark: {
      'name-mismatch': 'A név nem felel meg a fájl típusának.',
      encrypted: 'Ez a PDF védett. Úgy tűnik, jelszó nélkül megnyílik.',
      'password-needed': 'Ez a PDF jelszót kér. Csak a feladó tudja megmondani.',
      'certificate-needed':
        'Ez a PDF csak olyan tanúsítvánnyal nyílik meg, amelyhez titkosították.',
      'no-end-marker':
        'Lehet, hogy ennek a PDF-nek hiányzik a vége. Ellenőrizze, hogy megvan-e az utolsó oldala.',
      'location-data': 'Ez a fotó tartalmazza, hogy hol készült.',
      'location-removed': 'Ezt a fotót a helyadatok és más rejtett adatok nélkül küldték el.',
      'leading-data': 'A dokumentum előtt valami más is van. Csak PDF-olvasóval nyissa meg.',
      'trailing-data':
        'Ebben a fájlban a dokumentum után valami más is van, vagy az utolsó módosítása hiányos. Ellenőrizze, hogy nem hiányzik-e semmi.',
      'not-shown': 'Egy böngésző nem tudja megjeleníteni ezt a képet.',
      'near-limit': 'Ennek a fájlnak a mérete közel van a megengedett legnagyobbhoz.',
    },
    check: {
      size: 'A mérete.',
      type: 'A fajtája, a tartalma alapján.',
      structure: 'Hogy ép-e.',
    },
    caution: {
      program: 'Ez egy program. Ne indítsa el.',
      script:
        'Ez {format}, amely megnyitáskor szkripteket futtathat. Csak szövegszerkesztőben nyissa meg.',
      other: 'Ez nem {types}, hanem {format}. Csak akkor nyissa meg, ha számított rá.',
      unknown: 'Ez nem {types}. Csak akkor nyissa meg, ha számított rá.',
    },
    pair: {
      heading: 'Kulcspár készítése',
      halves:
        'Egy kulcspárnak két fele van. A *címzett* (age1…) nyilvános: a dokumentumokat neki titkosítják. A *titkos kulcsot* (AGE-SECRET-KEY-1…) senki más nem ismerheti: ez nyitja meg őket.',
      advice:
        '*Használjon két címzettet:* a sajátját, és egy munkatársáét vagy egy máshol őrzött tartalékét. Ha egy titkos kulcs elvész, elvész minden dokumentum, amelyet csak ahhoz titkosítottak.',
      make: 'Kulcspár készítése',
      another: 'Másik kulcspár készítése',
      made: 'Elkészült egy kulcspár. Mentse el most a titkos kulcsot.',
      save: 'Titkos kulcs mentése',
      saved: 'A titkos kulcs fájlként el lett mentve. Tartsa biztonságban.',
      keep: 'Csak ezen az oldalon van meg, és eltűnik, amikor az oldalt bezárják. Ott őrizze a fájlt, ahol csak Ön olvashatja.',
      show: 'Megjelenítés',
      recipients: 'Címzettek',
      own: 'Az Öné',
      added: 'Hozzáadva',
      remove: 'Eltávolítás',
      only: 'Egyelőre csak egy címzett. Ha ez a titkos kulcs elvész, minden dokumentum elvész.',
      backup:
        'Ez a címzett az azonosítókulcs biztonsági tartaléka. Mentse a titkos kulcsot, mielőtt eltávolítja.',
      several: { other: '{n} címzett. Bármelyikük titkos kulcsa megnyitja a dokumentumokat.' },
      fingerprint:
        'Az ujjlenyomat összehasonlításra szolgál, például telefonon: a webhelyén lévő feltöltőmező ugyanezt mutatja.',
      field: 'Újabb címzett (age1…)',
      add: 'Hozzáadás',
      put: 'Illessze be ezt a webhelyébe',
      placeholders:
        'Írja a kiszolgálója címét a /upload helyére, és tegye a SealDrop fájljait a /sealdrop/ alá.',
      documents: 'Dokumentumok',
      copy: {
        recipient: {
          button: 'Címzett másolása',
          done: 'A címzett ki lett másolva.',
          selected:
            'Ez a böngésző nem engedi, hogy az oldal másoljon. A címzett ki van jelölve: másolja ki most.',
        },
        snippet: {
          button: 'Kód másolása',
          done: 'A kód ki lett másolva.',
          selected:
            'Ez a böngésző nem engedi, hogy az oldal másoljon. A kód ki van jelölve: másolja ki most.',
        },
      },
      wasAdded: 'A címzett hozzáadva.',
      wasRemoved: 'A címzett eltávolítva.',
      trouble: {
        secret:
          'Ez egy titkos kulcs, a pár titkos fele. A mező ki lett ürítve, és semmi sem lett felhasználva. Azt a felét adja meg, amelyik így kezdődik: age1.',
        known: 'Ez a címzett már szerepel a listában.',
        postQuantum: 'Ez egy posztkvantum címzett. Nem állhat az Öné mellett.',
        none: 'Ez nem címzett. Így kezdődik: age1, és 62 kisbetűből és számjegyből áll; lehet, hogy egy hiányzik vagy hibás.',
      },
    },
  },
}
