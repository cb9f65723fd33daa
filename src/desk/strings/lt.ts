import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'lt',
    dir: 'ltr',
    between: ' ',
    quoted: '„{code}“.',
    page: {
      name: 'Gavėjo puslapis',
      lead: 'Atidarykite tai, kas jums užšifruota. Viskas vyksta šiame puslapyje: jis nieko nesiunčia ir nesaugo nieko, ko neprašote.',
    },
    open: {
      heading: 'Atidaryti dokumentus',
      identity: {
        heading: 'Jūsų privatusis raktas',
        drop: 'Nuvilkite rakto failą čia arba',
        more: 'Nuvilkite čia dar vieną arba',
        choose: 'Pasirinkti rakto failą',
        hint: 'Tekstinis failas, kuriame yra AGE-SECRET-KEY-1',
        field: 'Arba įklijuokite privatųjį raktą, arba įrašykite slaptažodį',
        use: 'Naudoti',
        of: 'Privatusis raktas, skirtas {recipient}',
        passphrase: 'Slaptažodis',
        forget: 'Pamiršti',
      },
      sealed: {
        heading: 'Užšifruoti failai',
        drop: 'Nuvilkite užšifruotus failus čia arba',
        more: 'Nuvilkite čia daugiau arba',
        choose: 'Pasirinkti užšifruotus failus',
        hint: 'Kiek norite: .age failai arba PDF, kuriame jie yra',
      },
      summary: {
        waiting: {
          one: '{n} failas laukia privačiojo rakto.',
          few: '{n} failai laukia privačiojo rakto.',
          many: '{n} failo laukia privačiojo rakto.',
          other: '{n} failų laukia privačiojo rakto.',
        },
        opening: {
          one: 'Atidaromas {n} failas…',
          few: 'Atidaromi {n} failai…',
          many: 'Atidaroma {n} failo…',
          other: 'Atidaroma {n} failų…',
        },
        opened: { other: 'Atidaryta {n} iš {total}.' },
        failed: { other: 'Nepavyko atidaryti: {n}.' },
      },
      archive: 'Atsisiųsti viską kaip archyvą',
      archiving: 'Kuriamas archyvas…',
      clear: 'Išvalyti sąrašą',
      list: {
        find: 'Ieškoti sąraše',
        sort: 'Rikiuoti pagal',
        added: 'Pridėjimo tvarka',
        only: 'Tik su pastabomis',
        shown: { other: 'Rodoma {n} iš {total}.' },
        csv: 'Atsisiųsti sąrašą (CSV)',
      },
      folder: {
        choose: 'Pasirinkti aplanką',
        save: 'Įrašyti viską į aplanką',
        saved: { other: 'Į aplanką įrašyta {n} iš {total}.' },
        refused: 'Praleista, nes naršyklė atmeta jų vardus. Atsisiųskite kiekvieną atskirai:',
        stopped: 'Naršyklė negalėjo rašyti į aplanką. Kas iki tol įrašyta, yra visa.',
        empty: 'Šiame aplanke nėra užšifruoto failo.',
        unread: 'Aplanko nepavyko perskaityti.',
        partly: 'Perskaityta ne viskas, kas yra aplanke.',
      },
    },
    given: {
      empty: 'Nieko nenurodyta. Įklijuokite privatųjį raktą arba įrašykite slaptažodį.',
      none: 'Jame nėra privačiojo rakto. Privatusis raktas prasideda AGE-SECRET-KEY-1.',
      broken: 'Privatusis raktas sugadintas: trūksta raidės arba ji klaidinga. Nieko nepriimta.',
      sealed:
        'Šis rakto failas pats užšifruotas slaptažodžiu. Pirmiausia atidarykite jį programa age: age -d -o identity.txt.',
      known: 'Jis jau čia.',
      loaded: 'Privatusis raktas įkeltas.',
      unreadable: 'Nepavyko perskaityti failo.',
      passphrase: 'Nuo šiol naudojamas slaptažodis.',
      forgotten: 'Privatusis raktas ir slaptažodis pamiršti.',
    },
    passkey: {
      offer: 'Naudoti prieigos raktą',
      what: 'Privatusis raktas užšifruojamas prieigos raktu: tada šis puslapis vietoj failo prašo piršto atspaudo, veido arba ekrano užrakto. Kas gali atrakinti jūsų įrenginį, gali atidaryti dokumentus.',
      backup:
        'Prieigos raktas gali būti prarastas kartu su įrenginiu ar paskyra, o su juo ir visi dokumentai. Todėl pirmiausia išspausdinkite privatųjį raktą.',
      print: 'Spausdinti privatųjį raktą',
      printed: 'Išspausdinau ir padėjau saugioje vietoje',
      create: 'Sukurti prieigos raktą',
      made: 'Privatusis raktas užšifruotas prieigos raktu. Išsaugokite jį arba laikykite šioje naršyklėje.',
      save: 'Išsaugoti užšifruotą raktą',
      keep: 'Laikyti šioje naršyklėje',
      kept: 'Šioje naršyklėje laikomas privatusis raktas, užšifruotas prieigos raktu.',
      other: 'Šioje naršyklėje jau laikomas kitas raktas. Pirmiausia pašalinkite jį.',
      given: 'Šis privatusis raktas užšifruotas prieigos raktu.',
      open: 'Atidaryti prieigos raktu',
      remove: 'Pašalinti iš šios naršyklės',
      sure: 'Ar privatusis raktas yra ir kitur, kaip failas ar popieriuje? Jei šis vienintelis, jo dokumentai prarasti.',
      cancel: 'Atšaukti',
      removed:
        'Užšifruotas raktas pašalintas iš šios naršyklės. Patį prieigos raktą galima ištrinti įrenginio nustatymuose.',
      paper: {
        heading: 'Privatusis raktas',
        what: 'Kas turi šį lapą, gali atidaryti dokumentus. Laikykite jį ten, kur tik jūs galite jį perskaityti. Nuskaitykite kodą arba surinkite po juo esančius ženklus ir pateikite juos gavėjo puslapyje.',
      },
      none: {
        file: 'Čia prieigos rakto naudoti negalima, nes šis puslapis yra failas diske. Privatusis raktas lieka failu.',
        address:
          'Šiuo adresu prieigos rakto naudoti negalima. Reikia https ir vardo arba localhost, o ne IP adreso.',
        browser: 'Ši naršyklė neturi prieigos raktų, kurie galėtų užšifruoti raktą.',
      },
      trouble: {
        cancelled:
          'Prieigos raktas nebuvo panaudotas: atšaukta, užtruko per ilgai arba jo nebėra. Niekas neprarasta: bandykite dar kartą arba naudokite rakto failą ar lapą.',
        wrong: 'Šis prieigos raktas jo neatidaro. Naudokite tą, kuriuo jis buvo užšifruotas.',
        prf: 'Šiuo prieigos raktu rakto užšifruoti negalima. Niekas nepakeista. Išbandykite kitą įrenginį arba slaptažodžių tvarkyklę.',
        damaged:
          'Užšifruotas raktas sugadintas. Naudokite rakto failą ar lapą ir užšifruokite jį iš naujo.',
        elsewhere: 'Prieigos raktas priklauso kitam adresui: {site}. Atidarykite puslapį ten.',
        large:
          'Tai per daug privačiųjų raktų vienam prieigos raktui. Nieko nesukurta. Įkelkite jų mažiau.',
        full: 'Ši naršyklė šiam puslapiui nieko nelaiko. Išsaugokite užšifruotą raktą kaip failą.',
      },
    },
    item: {
      sealed: '{size}, užšifruota',
      opening: 'Atidaroma · {percent}',
      openingName: 'Atidaroma: {name}',
      turn: 'Laukia eilės',
      waiting: 'Laukia privačiojo rakto',
      unknownKind: 'Nežinomas tipas',
      intact: 'Nepakitęs nuo užšifravimo.',
      intactOnly:
        'Tai nepasako, kas jį užšifravo: tai gali kiekvienas, turintis jūsų gavėją (age1…).',
      whole: 'Atidarytas visas.',
      noRecord: 'Niekas nepasako, kaip jis vadinosi ar kas tai buvo, kai buvo užšifruotas.',
      damaged: 'Pats dokumentas atrodo sugadintas: {why}.',
      otherwise: 'Siuntėjo naršyklė teigia kitaip. {what}:',
      download: 'Atsisiųsti',
      show: 'Rodyti paveikslėlį',
      print: 'Spausdinti pažymą',
      viewer: { zoomIn: 'Didinti', zoomOut: 'Mažinti', close: 'Užverti' },
      tooLarge:
        'Šis paveikslėlis per didelis, kad būtų čia parodytas. Atsisiųskite jį, kad pamatytumėte.',
      claims: 'Ką teigia siuntėjo naršyklė ir ką nustato šis puslapis',
      details: 'Išsamiau',
      size: 'Dydis',
      from: 'Atidaryta iš',
    },
    proof: {
      heading: 'Atidarymo pažyma',
      same: 'Palyginta su tuo, kas užšifruota kartu: tas pats.',
      opened: 'Atidaryta',
      by: 'Atidaryta su',
    },
    table: {
      name: 'Teiginiai ir išvados: {name}',
      says: 'Siuntėjo naršyklė teigia',
      finds: 'Šis puslapis nustato',
      saysShort: 'Teigia:',
      findsShort: 'Nustatyta:',
      differs: 'skiriasi',
      row: {
        name: 'Pavadinimas',
        kind: 'Tipas',
        checked: 'Patikrinta',
        remarks: 'Pastabos',
        size: 'Dydis, SHA-256',
        sealed: 'Užšifruota',
        by: 'Užšifruota su',
      },
      nothing: 'Nieko',
      unknowable: 'Čia to sužinoti negalima',
      same: 'Tas pats',
      unknownKind: 'Čia nežinomas',
      whole: 'Visas',
      damaged: 'Sugadintas: {why}',
      unchecked: 'Neperžiūrėta: tai ne {types}',
    },
    trouble: {
      damaged:
        'Sugadintas. Po užšifravimo failas buvo nukirptas arba pakeistas, arba tai, ką jis apie save teigia, netiesa. Nieko iš jo neišduodama. Paprašykite atsiųsti jį iš naujo.',
      'no-identity':
        'Niekas iš to, ką nurodėte aukščiau, jo neatidaro: jis užšifruotas kažkam kitam. Pridėkite tinkamą privatųjį raktą ir bus bandoma dar kartą.',
      unsupported:
        'Tai ne užšifruotas failas: šis puslapis atidaro tai, kas užšifruota programa age.',
      'other-pdf':
        'PDF, kuriame šis puslapis neranda užšifruoto failo. Gal pakeliui jis buvo antspauduotas ar išsaugotas iš naujo: jei turi priedą, išsaugokite jį ir pridėkite čia.',
      'too-slow':
        'Slaptažodžiui reikia daugiau skaičiavimų, nei šis puslapis atlieka: jis sustotų kelioms sekundėms. Atidarykite failą komanda age: age -d.',
      hardware:
        'Jį atidaro tik įrenginyje esantis privatusis raktas, pavyzdžiui, saugos raktas, kurio šis puslapis negali naudoti. Atidarykite failą komanda: npx sealdrop open.',
      unreadable:
        'Nepavyko perskaityti failo. Gal tai aplankas, arba failas perkeltas ar ištrintas.',
      failed: 'Nepavyko atidaryti failo. Gal jis per didelis šiai naršyklei.',
    },
    remark: {
      'name-mismatch': 'Pavadinimas neatitinka failo tipo.',
      encrypted: 'Šis PDF apsaugotas. Atrodo, kad jis atsidaro be slaptažodžio.',
      'password-needed': 'Šiam PDF reikia slaptažodžio. Jį pasakyti gali tik siuntėjas.',
      'certificate-needed': 'Šis PDF atsidaro tik su sertifikatu, kuriam jis užšifruotas.',
      'no-end-marker': 'Gali trūkti šio PDF pabaigos. Patikrinkite, ar yra paskutinis puslapis.',
      'location-data': 'Šioje nuotraukoje nurodyta, kur ji daryta.',
      'location-removed': 'Ši nuotrauka išsiųsta be vietos ir kitų paslėptų duomenų.',
      'leading-data': 'Prieš dokumentą yra dar kažkas. Atidarykite jį tik PDF skaitykle.',
      'trailing-data':
        'Šiame faile po dokumento yra dar kažkas arba trūksta jo paskutinio pakeitimo pabaigos. Patikrinkite, ar nieko netrūksta.',
      'not-shown': 'Naršyklė negali parodyti šio paveikslėlio.',
      'near-limit': 'Šio failo dydis artimas didžiausiam leidžiamam.',
    },
    check: {
      size: 'Dydis.',
      type: 'Tipas, pagal turinį.',
      structure: 'Ar jis visas.',
    },
    caution: {
      program: 'Tai programa. Nepaleiskite jos.',
      script:
        'Tai {format}, kuris atidarytas gali vykdyti scenarijus. Atidarykite jį tik teksto rengykle.',
      other: 'Tai ne {types}, o {format}. Atidarykite tik jei jo laukėte.',
      unknown: 'Tai ne {types}. Atidarykite tik jei jo laukėte.',
    },
    pair: {
      heading: 'Sukurti raktų porą',
      halves:
        'Pora turi dvi puses. *Gavėjas* (age1…) yra viešas: dokumentai šifruojami jam. *Privatusis raktas* (AGE-SECRET-KEY-1…) yra slaptas: jis juos atidaro.',
      advice:
        '*Naudokite du gavėjus:* savo ir kolegos arba kitur saugomos atsarginės kopijos. Praradus privatųjį raktą, prarandamas kiekvienas tik jam užšifruotas dokumentas.',
      make: 'Sukurti raktų porą',
      another: 'Sukurti kitą raktų porą',
      made: 'Raktų pora sukurta. Dabar išsaugokite privatųjį raktą.',
      save: 'Išsaugoti privatųjį raktą',
      saved: 'Privatusis raktas išsaugotas kaip failas. Saugokite jį.',
      keep: 'Jis yra tik šiame puslapyje ir dingsta, kai puslapis uždaromas. Laikykite failą ten, kur tik jūs galite jį perskaityti.',
      show: 'Rodyti',
      recipients: 'Gavėjai',
      own: 'Jūsų',
      added: 'Pridėtas',
      remove: 'Pašalinti',
      only: 'Kol kas tik vienas gavėjas. Praradus šį privatųjį raktą, prarandami visi dokumentai.',
      backup:
        'Šis gavėjas yra jūsų prieigos rakto atsarga. Prieš jį pašalindami, išsaugokite privatųjį raktą.',
      several: {
        one: '{n} gavėjas. Dokumentus atidaro bet kuris iš jų privačiųjų raktų.',
        few: '{n} gavėjai. Dokumentus atidaro bet kuris iš jų privačiųjų raktų.',
        many: '{n} gavėjo. Dokumentus atidaro bet kuris iš jų privačiųjų raktų.',
        other: '{n} gavėjų. Dokumentus atidaro bet kuris iš jų privačiųjų raktų.',
      },
      fingerprint:
        'Kontrolinis kodas skirtas palyginti, pavyzdžiui, telefonu: įkėlimo laukas jūsų svetainėje rodo tokį patį.',
      field: 'Kitas gavėjas (age1…)',
      add: 'Pridėti',
      put: 'Įdėkite tai į savo svetainę',
      placeholders:
        'Vietoj /upload įrašykite savo serverio adresą, o SealDrop failus padėkite po /sealdrop/.',
      documents: 'Dokumentai',
      copy: {
        recipient: {
          button: 'Kopijuoti gavėją',
          done: 'Gavėjas nukopijuotas.',
          selected:
            'Ši naršyklė neleidžia puslapiui kopijuoti. Gavėjas pažymėtas: nukopijuokite jį dabar.',
        },
        snippet: {
          button: 'Kopijuoti kodą',
          done: 'Kodas nukopijuotas.',
          selected:
            'Ši naršyklė neleidžia puslapiui kopijuoti. Kodas pažymėtas: nukopijuokite jį dabar.',
        },
      },
      wasAdded: 'Gavėjas pridėtas.',
      wasRemoved: 'Gavėjas pašalintas.',
      trouble: {
        secret:
          'Tai privatusis raktas, slaptoji poros pusė. Laukas išvalytas, nieko nepanaudota. Nurodykite pusę, kuri prasideda age1.',
        known: 'Šis gavėjas jau yra sąraše.',
        postQuantum: 'Tai pokvantinis gavėjas. Jis negali būti šalia jūsų.',
        none: 'Tai ne gavėjas. Jis prasideda age1 ir turi 62 mažąsias raides ir skaitmenis; gal kurio nors trūksta arba jis klaidingas.',
      },
    },
  },
}
