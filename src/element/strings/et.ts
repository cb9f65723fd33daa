import type { Language } from './strings.ts'

const again = 'Palun proovige uuesti.'
const owner = 'Palun andke sellest teada veebisaidi omanikule.'

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'et',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Üleslaadimine',
    hint: {
      one: '{types}, kuni {size}',
      each: '{types}, igaüks kuni {size}',
      some: '{types}, igaüks kuni {size}, kõige rohkem {n} faili',
    },
    atOnce: 'Failid saadetakse kohe pärast valimist.',
    drop: { one: 'Lohistage oma dokument siia või', several: 'Lohistage oma dokumendid siia või' },
    choose: { one: 'Vali fail', several: 'Vali failid' },
    locked: 'Praegu ei saa midagi lisada.',
    required: 'Kohustuslik.',
    missing: 'Palun lisage dokument.',
    unfinished: {
      one: 'Palun oodake, kuni teie dokument on kohale toimetatud.',
      several: 'Palun oodake, kuni teie dokumendid on kohale toimetatud.',
    },
    // Names are not inflected: the recipient is the subject.
    sealedFor: 'Krüpteeritud teie brauseris nii, et ainult {recipient} saab selle avada',
    fault: {
      'insecure-context':
        'Dokumente saadetakse ainult turvalise ühenduse kaudu. Avage see leht https-aadressil.',
      unsupported:
        'See brauser ei suuda dokumente krüpteerida. Uuendage seda või kasutage mõnda teist.',
      misconfigured: `Üleslaadimine pole siin õigesti seadistatud. ${owner}`,
    },
    unloaded: 'Ühendus katkes. Teie failid lisatakse, kui ühendus on taastunud.',
    recipient: 'saaja',
  },
  fileStrings: {
    zone: {
      more: 'Lohistage siia veel faile',
      letGo: {
        one: 'Laske lahti, et lisada {n} fail',
        other: 'Laske lahti, et lisada {n} faili',
      },
      letGoUncounted: 'Laske lahti, et lisada oma failid',
      letGoReplacing: 'Laske lahti, et asendada fail',
      another: 'Asendamiseks lohistage siia teine fail',
      chooseAnother: 'Vali teine fail',
      full: { other: 'Rohkem kui {n} faili ei saa lisada. Teise valimiseks eemaldage mõni.' },
      left: { one: 'veel {n} fail', other: 'veel {n} faili' },
    },
    folders: 'Kaustu ei saa lisada. Avage kaust ja lisage selles olevad failid.',
    list: 'Failid',
    seal: {
      only: 'Sellelt lehelt lahkuvad ainult krüpteeritud andmed, mida {recipient} saab avada',
      fingerprints: 'Ainult need võtmed avavad selle, mida saadate. Võrrelge nende sõrmejälgi:',
      untrusted: 'Saaja võtmeid ei õnnestunud kinnitada. Ilma nendeta ei saadeta midagi.',
      unreachable: 'Saaja võtmed pole praegu kättesaadavad. Ilma nendeta ei saadeta midagi.',
    },
    status: {
      waiting: 'Ootel',
      checking: 'Kontrollimine',
      checkingLate: 'Kontrollimine · kui fail on veel pilves, tuleb see enne alla laadida',
      ready: {
        auto: 'Kontrollitud · ootab oma järjekorda',
        submit: 'Kontrollitud · saadetakse koos vormiga',
        manual: 'Kontrollitud · saatmiseks valmis',
      },
      sealing: 'Kontrollitud · krüpteerimine',
      preparing: 'Kontrollitud · ettevalmistamine',
      sending: 'Saatmine krüpteeritult',
      sendingOpen: 'Saatmine',
      sendingLate: '{status} · server kontrollib',
      confirming: 'Saadetud · ootab vastust',
      confirmingLate: 'Saadetud · server kontrollib',
      paused: 'Pausil, {percent} tehtud',
      offer: 'Saatmine jäi pooleli · ootab teid',
      retrying: '{why} · uus katse',
      offline: 'Internetiühendus puudub · jätkub, kui ühendus on taastunud',
      seemsOffline: '{status} · internetiühendus näib puuduvat',
      delivered: 'Jõudis kohale · ootab teisi',
      committing: 'Jõudis kohale · lõpetamine',
      done: 'Kohale toimetatud',
      expires: 'Kohale toimetatud · aegub {when}',
      cancelled: 'Katkestatud',
      cancelledLate: 'Katkestatud. Fail on võib-olla siiski kohale jõudnud.',
      removed: 'Eemaldatud',
    },
    moment: '{day} kell {time}',
    counting: {
      share: ' · {percent}',
      slow: ' · võib võtta veel {time}',
      wait: ' {time} pärast',
    },
    unnamed: {
      chosen: {
        today: 'Dokument, valitud kell {time}',
        earlier: 'Dokument, valitud {day} kell {time}',
      },
      sent: {
        today: 'Dokument, saadetud kell {time}',
        earlier: 'Dokument, saadetud {day} kell {time}',
      },
    },
    action: {
      pause: 'Paus: {name}',
      resume: 'Jätka: {name}',
      retry: 'Proovi uuesti: {name}',
      sendAgain: 'Saada uuesti: {name}',
      cancel: 'Katkesta: {name}',
      remove: 'Eemalda: {name}',
      dismiss: 'Peida: {name}',
      pauseAll: 'Kõik pausile',
      resumeAll: 'Jätka kõigiga',
      goOn: 'Jätka',
      notMine: 'Pole minu oma',
      undo: 'Võta tagasi',
      view: 'Vaata: {name}',
    },
    tip: {
      pause: 'Paus',
      resume: 'Jätka',
      retry: 'Proovi uuesti',
      sendAgain: 'Saada uuesti',
      cancel: 'Katkesta',
      remove: 'Eemalda',
      dismiss: 'Peida',
    },
    viewer: { zoomIn: 'Suurenda', zoomOut: 'Vähenda', close: 'Sulge' },
    summary: {
      delivered: { other: '{total} failist {n} kohale toimetatud' },
      failed: { other: '{n} ebaõnnestus' },
      unconfirmed: { other: '{n} on võib-olla kohal' },
    },
    said: {
      added: { single: '{name} on lisatud.', other: '{n} faili on lisatud.' },
      refused: { single: '{name} jäi lisamata. {why}', other: '{n} faili jäi lisamata.' },
      replaced: { single: '{name} on asendatud.', other: '{n} faili on asendatud.' },
      restored: {
        single: '{name} kuulub endiselt selle vormi juurde.',
        other: '{n} faili kuulub endiselt selle vormi juurde.',
      },
      offered: {
        single: '{name}: saatmine jäi pooleli. Jätkake või andke teada, et fail pole teie oma.',
        other: '{n} faili saatmine jäi pooleli. Jätkake või andke teada, et need pole teie omad.',
      },
      removed: { single: '{name} on eemaldatud.', other: '{n} faili on eemaldatud.' },
      withdrawn: {
        single: '{name} on eemaldatud. Lühikest aega saab selle tagasi võtta.',
        other: '{n} faili on eemaldatud. Lühikest aega saab selle tagasi võtta.',
      },
      putBack: { single: '{name} on tagasi.', other: '{n} faili on tagasi.' },
      cancelled: { single: '{name} on katkestatud.', other: '{n} faili on katkestatud.' },
      cancelledLate: {
        single: '{name} on katkestatud. Fail on võib-olla siiski kohale jõudnud.',
        other: '{n} faili on katkestatud. Need on võib-olla siiski kohale jõudnud.',
      },
      paused: { single: '{name} on pausil.', other: '{n} faili on pausil.' },
      resumed: { single: '{name}: saatmine jätkub.', other: '{n} faili saatmine jätkub.' },
      again: {
        single: '{name}: proovitakse uuesti.',
        other: '{n} faili proovitakse uuesti saata.',
      },
      unread: {
        single: '{name}: lugemine veel kestab. Kui fail on pilves, tuleb see enne alla laadida.',
        other: '{n} faili lugemine veel kestab. Kui need on pilves, tuleb need enne alla laadida.',
      },
      late: {
        single: '{name}: server veel kontrollib.',
        other: 'Server kontrollib veel {n} faili.',
      },
      retrying: {
        single: '{name}: {why}. Uus katse.',
        other: '{n} faili proovitakse uuesti saata.',
      },
      failed: {
        single: '{name}: saatmine ebaõnnestus. {why}',
        other: '{n} faili saatmine ebaõnnestus.',
      },
      unconfirmed: { single: '{name}: {why}', other: '{n} faili on võib-olla kohale jõudnud.' },
      done: {
        single: '{name} on kohale toimetatud.',
        other: '{n} faili on kohale toimetatud.',
      },
    },
    gathered: {
      addedNot: {
        one: '{n} fail on lisatud, {not} mitte.',
        other: '{n} faili on lisatud, {not} mitte.',
      },
      seeList: 'Põhjused on loendis.',
      remarked: { other: 'Loendis on märkused {n} faili kohta.' },
      work: {
        single: 'Saatmisel on {name}, seejärel vorm.',
        other: 'Saatmisel on {n} faili, seejärel vorm.',
      },
      sent: '{percent} saadetud.',
      summary: '{summary}.',
      between: ' ',
      offline: 'Internetiühendus näib puuduvat. Failide saatmine jätkub, kui ühendus on taastunud.',
      online: 'Ühendus on taastunud.',
    },
    undelivered: {
      single: '{name} jäi kohale toimetamata. Proovige uuesti või eemaldage see.',
      other: '{n} faili jäi kohale toimetamata. Proovige uuesti või eemaldage need.',
    },
    stopped: {
      single: '{name} on pausil. Jätkake saatmist või katkestage see ja saatke siis vorm uuesti.',
      other: '{n} faili on pausil. Jätkake saatmist või katkestage see ja saatke siis vorm uuesti.',
    },
    pressAgain: {
      named: 'Kõik on valmis. Vormi saatmiseks vajutage uuesti „{button}“.',
      unnamed: 'Kõik on valmis. Nüüd saatke vorm.',
    },
    unconfirmed: {
      single:
        '{name} on võib-olla kohale jõudnud, kuid ükski vastus ei kinnita seda. Saatke see uuesti või eemaldage see.',
      other:
        '{n} faili on võib-olla kohale jõudnud, kuid ükski vastus ei kinnita seda. Saatke need uuesti või eemaldage need.',
      once: 'See fail on võib-olla kohale jõudnud, kuid ükski vastus ei kinnita seda. Uuesti proovimisel ei salvestata seda kaks korda.',
      twice:
        'See fail on võib-olla kohale jõudnud, kuid ükski vastus ei kinnita seda. Kui saadate selle uuesti, võib see salvestuda kaks korda.',
    },
    error: {
      empty: 'See fail on tühi. Valige mõni muu.',
      'too-large': 'See fail on liiga suur. Valige väiksem.',
      'wrong-type': 'Seda tüüpi faile siin vastu ei võeta. Valige mõni muu.',
      damaged:
        'See fail on kahjustatud või poolik. Salvestage või skannige see uuesti ja siis lisage.',
      'too-many': 'Rohkem faile ei saa lisada. Teise lisamiseks eemaldage mõni.',
      duplicate: 'See fail on juba loendis.',
      unreadable:
        'Seda faili ei õnnestunud lugeda. Kui see on veel pilves, laadige see kõigepealt alla. Kui see on teisaldatud või kustutatud, valige see uuesti.',
      changed: 'Seda faili muudeti pärast seda, kui te selle valisite. Palun lisage see uuesti.',
      'bad-recipient': `Saaja võti ei kehti, seetõttu ei saadetud midagi. ${owner}`,
      'keys-untrusted': `Saaja võtmeid ei õnnestunud kinnitada, seetõttu ei saadetud midagi. ${owner}`,
      'seal-failed': `Seda faili ei õnnestunud krüpteerida, seetõttu seda ei saadetud. ${again}`,
      offline: 'Internetiühendus puudub. Proovige uuesti, kui ühendus on taastunud.',
      network: `Ühendus katkes. ${again}`,
      timeout: `Server ei vastanud õigeaegselt. ${again}`,
      stalled: `Üleslaadimine jäi seisma. ${again}`,
      unauthorized: 'Te pole enam sisse logitud. Laadige leht uuesti ja proovige veel kord.',
      forbidden: `Server ei luba seda üleslaadimist. ${owner}`,
      'not-found': `Server ei tunne seda üleslaadimist. ${owner}`,
      refused:
        'Server ei võtnud seda faili vastu. Proovige mõnda muud või andke sellest teada veebisaidi omanikule.',
      'rate-limited': 'Praegu on üleslaadimisi liiga palju. Proovige mõne minuti pärast uuesti.',
      server: 'Serveris on tõrge. Proovige mõne minuti pärast uuesti.',
      protocol: `Serveri vastus on arusaamatu. ${owner}`,
      'keys-rotated': `Saaja vahetas võtmed. ${again}`,
      mismatch: 'Kohale jõudis midagi muud, kui saadeti. Eemaldage see fail ja lisage see uuesti.',
      'already-used': 'See fail on serveris juba olemas. Seda pole vaja uuesti saata.',
      expired: 'See üleslaadimine on aegunud. Eemaldage fail ja lisage see uuesti.',
    },
    rechoose:
      'Saaja vahetas võtmed, seetõttu ei saa seda dokumenti enam saata. Palun valige see uuesti.',
    quoted: '{why} Server vastas: „{reason}“',
    reference: 'Viitenumber: {id}',
    tooLarge: 'See fail on liiga suur. Suurim lubatud suurus on {size}.',
    tooMany: {
      single: 'Lisada saab ainult ühe faili. Eemaldage see või valige asendamiseks teine.',
      other: 'Lisada saab ainult {n} faili. Teise lisamiseks eemaldage mõni.',
    },
    wrongType: {
      heic: 'See on iPhone’i {found}-foto. Eksportige see JPG-failina ja lisage uuesti.',
      office: 'See on {found}-dokument. Salvestage see PDF-failina ja lisage uuesti.',
      archive: 'See on {found}-arhiiv. Pakkige see lahti ja lisage selles olevad failid.',
      program: 'See on programm, mitte dokument. Fail peab olema {types}.',
      page: 'See on veebileht. Salvestage see PDF-failina ja lisage uuesti.',
      password: 'See PDF küsib parooli. Lisage koopia, mis avaneb ilma paroolita.',
      certificate:
        'Seda PDF-faili saavad avada ainult need, kelle jaoks see on krüpteeritud. Lisage koopia ilma selle kaitseta.',
      signature:
        'See on allkirjastatud fail ({found}). Salvestage selles olev dokument ja lisage see või lisage allkirjastamata koopia.',
      other: 'See on {found}-fail. Fail peab olema {types}.',
      unknown: 'Seda failitüüpi siin ei tunta. Fail peab olema {types}.',
    },
    hitch: {
      network: 'Ühendus katkes',
      timeout: 'Vastust pole',
      stalled: 'Ei edene',
      server: 'Serveris on tõrge',
      'rate-limited': 'Server on hõivatud',
    },
    remark: {
      'name-mismatch': 'Nimi ei vasta faili tüübile.',
      encrypted: 'See PDF on kaitstud. Paistab, et see avaneb ilma paroolita.',
      'password-needed':
        'See PDF küsib parooli. Öelge see saajale või lisage koopia, mis avaneb ilma paroolita.',
      'certificate-needed':
        'Seda PDF-faili saavad avada ainult need, kelle jaoks see on krüpteeritud. Kui saajat nende seas pole, lisage koopia ilma selle kaitseta.',
      'no-end-marker':
        'Selle PDF-i lõpp võib puududa. Kontrollige, kas viimane lehekülg on olemas.',
      'location-data':
        'Sellesse fotosse on salvestatud, kus see on tehtud. Kui saaja ei tohiks seda teada, eemaldage asukoht fotorakenduses ja lisage foto uuesti.',
      'location-removed': 'See foto saadetakse ilma asukoha ja muude peidetud andmeteta.',
      'leading-data':
        'Selles failis on enne dokumenti midagi muud, seetõttu ei pruugi mõni programm seda avada. Salvestage see uuesti PDF-failina.',
      'trailing-data':
        'Selles failis on pärast dokumenti midagi muud või dokumendi viimane muudatus on poolik. Kontrollige, et midagi ei puudu.',
      'not-shown': 'Teie brauser ei saa seda pilti kuvada. Kontrollige, kas see avaneb.',
      'near-limit': 'Selle faili suurus on lubatud piiri lähedal.',
    },
  },
}
