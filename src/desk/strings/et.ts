import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'et',
    dir: 'ltr',
    between: ' ',
    quoted: '„{code}“.',
    page: {
      name: 'Saaja leht',
      lead: 'Avage see, mis on teie jaoks krüpteeritud. Kõik toimub sellel lehel: see ei saada midagi ega salvesta midagi, mida te ei palu.',
    },
    open: {
      heading: 'Ava dokumendid',
      identity: {
        heading: 'Teie privaatvõti',
        drop: 'Lohistage oma võtmefail siia või',
        more: 'Lohistage siia veel üks või',
        choose: 'Vali võtmefail',
        hint: 'Tekstifail, milles on AGE-SECRET-KEY-1',
        field: 'Või kleepige privaatvõti või sisestage parool',
        use: 'Kasuta',
        of: 'Privaatvõti: {recipient}',
        passphrase: 'Parool',
        forget: 'Unusta',
      },
      sealed: {
        heading: 'Krüpteeritud failid',
        drop: 'Lohistage krüpteeritud failid siia või',
        more: 'Lohistage siia veel faile või',
        choose: 'Vali krüpteeritud failid',
        hint: 'Nii palju, kui soovite: .age-failid või PDF, mille sees need on',
      },
      summary: {
        waiting: { one: '{n} fail ootab privaatvõtit.', other: '{n} faili ootab privaatvõtit.' },
        opening: { one: '{n} faili avamine…', other: '{n} faili avamine…' },
        opened: { other: '{total} failist {n} avatud.' },
        failed: { other: '{n} ei õnnestunud avada.' },
      },
      archive: 'Laadi kõik arhiivina alla',
      archiving: 'Arhiivi loomine…',
      clear: 'Tühjenda loend',
      list: {
        find: 'Otsi loendist',
        sort: 'Sortimisalus',
        added: 'Lisamisjärjekord',
        only: 'Ainult märkustega',
        shown: { other: '{total} failist kuvatakse {n}.' },
        csv: 'Laadi loend alla (CSV)',
      },
      folder: {
        choose: 'Vali kaust',
        save: 'Salvesta kõik kausta',
        saved: { other: '{total} failist {n} kausta salvestatud.' },
        refused: 'Välja jäetud, sest brauser keeldub nende nimedest. Laadige igaüks eraldi alla:',
        stopped: 'Brauser ei saanud kausta kirjutada. Seni salvestatu on terve.',
        empty: 'Selles kaustas pole ühtegi krüpteeritud faili.',
        unread: 'Kausta ei saanud lugeda.',
        partly: 'Kõike kaustas olevat ei loetud.',
      },
    },
    given: {
      empty: 'Midagi ei sisestatud. Kleepige privaatvõti või sisestage parool.',
      none: 'Selles pole privaatvõtit. Privaatvõtme alguses on AGE-SECRET-KEY-1.',
      broken: 'Privaatvõti on kahjustatud: mõni täht puudub või on vale. Midagi ei võetud vastu.',
      sealed:
        'See võtmefail on ise parooliga krüpteeritud. Avage see kõigepealt programmiga age: age -d -o identity.txt.',
      known: 'See on juba siin.',
      loaded: 'Privaatvõti on laaditud.',
      unreadable: 'Faili ei õnnestunud lugeda.',
      passphrase: 'Parooli kasutatakse nüüdsest.',
      forgotten: 'Privaatvõti ja parool on unustatud.',
    },
    passkey: {
      offer: 'Kasuta pääsuvõtit',
      what: 'Privaatvõti krüpteeritakse pääsuvõtmega: leht küsib siis faili asemel teie sõrmejälge, nägu või ekraanilukku. Kes saab teie seadme avada, saab avada ka dokumendid.',
      backup:
        'Pääsuvõti võib kaduda koos seadme või kontoga ning koos sellega kõik dokumendid. Seepärast printige esmalt privaatvõti.',
      print: 'Prindi privaatvõti',
      printed: 'Olen selle printinud ja turvalisse kohta pannud',
      create: 'Loo pääsuvõti',
      made: 'Privaatvõti on pääsuvõtmega krüpteeritud. Salvestage see või hoidke seda selles brauseris.',
      save: 'Salvesta krüpteeritud võti',
      keep: 'Hoia selles brauseris',
      kept: 'Selles brauseris on privaatvõti, mis on krüpteeritud pääsuvõtmega.',
      other: 'Selles brauseris on juba teine võti. Eemaldage enne see.',
      given: 'See privaatvõti on krüpteeritud pääsuvõtmega.',
      open: 'Ava pääsuvõtmega',
      remove: 'Eemalda sellest brauserist',
      sure: 'Kas privaatvõti on ka mujal, failina või paberil? Kui see on ainus, on selle dokumendid kadunud.',
      cancel: 'Katkesta',
      removed:
        'Krüpteeritud võti eemaldati sellest brauserist. Pääsuvõtme enda saab kustutada seadme seadetes.',
      paper: {
        heading: 'Privaatvõti',
        what: 'Kellel on see leht, saab dokumente avada. Hoidke seda kohas, kus ainult teie saate seda lugeda. Skannige kood või trükkige selle all olevad märgid ning andke need saaja lehele.',
      },
      none: {
        file: 'Siin ei saa pääsuvõtit kasutada, sest see leht on fail kettal. Privaatvõti jääb failiks.',
        address:
          'Sellel aadressil ei saa pääsuvõtit kasutada. Vaja on https-i ja nime või localhosti, mitte IP-aadressi.',
        browser: 'Selles brauseris pole pääsuvõtmeid, millega võtit krüpteerida.',
      },
      trouble: {
        cancelled:
          'Pääsuvõtit ei kasutatud: see tühistati, võttis liiga kaua aega või pole seda enam. Midagi pole kadunud: proovige uuesti või kasutage võtmefaili või paberit.',
        wrong: 'See pääsuvõti seda ei ava. Kasutage seda, millega see krüpteeriti.',
        prf: 'Selle pääsuvõtmega ei saa võtit krüpteerida. Midagi ei muudetud. Proovige teist seadet või paroolihaldurit.',
        damaged:
          'Krüpteeritud võti on kahjustatud. Kasutage võtmefaili või paberit ja krüpteerige see uuesti.',
        elsewhere: 'Pääsuvõti kuulub teisele aadressile: {site}. Avage leht seal.',
        large:
          'Neid privaatvõtmeid on ühe pääsuvõtme jaoks liiga palju. Midagi ei loodud. Laadige neid vähem.',
        full: 'See brauser ei hoia selle lehe jaoks midagi. Salvestage krüpteeritud võti failina.',
      },
    },
    item: {
      sealed: '{size}, krüpteeritud',
      opening: 'Avamine · {percent}',
      openingName: 'Avamine: {name}',
      turn: 'Ootab oma järjekorda',
      waiting: 'Ootab privaatvõtit',
      unknownKind: 'Tundmatu tüüp',
      intact: 'Pole krüpteerimisest saadik muutunud.',
      intactOnly:
        'See ei ütle, kes selle krüpteeris: seda saab teha igaüks, kellel on teie saaja (age1…).',
      whole: 'Avatud tervikuna.',
      noRecord: 'Miski ei ütle, mis selle nimi oli või mis see oli, kui see krüpteeriti.',
      damaged: 'Dokument ise näib olevat kahjustatud: {why}.',
      otherwise: 'Saatja brauser ütleb midagi muud. {what}:',
      download: 'Laadi alla',
      show: 'Näita pilti',
      print: 'Prindi tõend',
      viewer: { zoomIn: 'Suurenda', zoomOut: 'Vähenda', close: 'Sulge' },
      tooLarge: 'See pilt on siin kuvamiseks liiga suur. Vaatamiseks laadige see alla.',
      claims: 'Mida ütleb saatja brauser ja mida tuvastab see leht',
      details: 'Üksikasjad',
      size: 'Suurus',
      from: 'Avatud failist',
    },
    proof: {
      heading: 'Avamise tõend',
      same: 'Võrreldud koos sellega krüpteerituga: sama.',
      opened: 'Avatud',
      by: 'Avaja',
    },
    table: {
      name: 'Väited ja leiud: {name}',
      says: 'Saatja brauser ütleb',
      finds: 'See leht tuvastab',
      saysShort: 'Ütleb:',
      findsShort: 'Leitud:',
      differs: 'erineb',
      row: {
        name: 'Nimi',
        kind: 'Tüüp',
        checked: 'Kontrollitud',
        remarks: 'Märkused',
        size: 'Suurus, SHA-256',
        sealed: 'Krüpteeritud',
        by: 'Krüpteerija',
      },
      nothing: 'Mitte midagi',
      unknowable: 'Seda ei saa siin teada',
      same: 'Sama',
      unknownKind: 'Siin tundmatu',
      whole: 'Terve',
      damaged: 'Kahjustatud: {why}',
      unchecked: 'Läbi vaatamata: see pole {types}',
    },
    trouble: {
      damaged:
        'Kahjustatud. Faili on pärast krüpteerimist kärbitud või muudetud või pole see, mida see enda kohta ütleb, tõsi. Sellest ei väljastata midagi. Paluge see uuesti saata.',
      'no-identity':
        'Miski, mille ülal sisestasite, ei ava seda: see krüpteeriti kellegi teise jaoks. Lisage õige privaatvõti ja proovitakse uuesti.',
      unsupported:
        'Pole krüpteeritud fail: see leht avab seda, mis on krüpteeritud programmiga age.',
      'other-pdf':
        'PDF, millest see leht ei leia krüpteeritud faili. Võib-olla on see teel tembeldatud või uuesti salvestatud: kui sellel on manus, salvestage see ja lisage siia.',
      'too-slow':
        'Parool nõuab rohkem arvutusi, kui see leht teeb: see seisaks mitu sekundit. Avage fail käsuga age: age -d.',
      hardware:
        'Selle avab ainult seadmes olev privaatvõti, näiteks turvavõti, mida see leht kasutada ei saa. Avage fail käsuga: npx sealdrop open.',
      unreadable:
        'Faili ei õnnestunud lugeda. See võib olla kaust või on see teisaldatud või kustutatud.',
      failed: 'Faili ei õnnestunud avada. See võib olla selle brauseri jaoks liiga suur.',
    },
    remark: {
      'name-mismatch': 'Nimi ei vasta faili tüübile.',
      encrypted: 'See PDF on kaitstud. Paistab, et see avaneb ilma paroolita.',
      'password-needed': 'See PDF küsib parooli. Selle saab öelda ainult saatja.',
      'certificate-needed':
        'See PDF avaneb ainult sertifikaadiga, mille jaoks see on krüpteeritud.',
      'no-end-marker':
        'Selle PDF-i lõpp võib puududa. Kontrollige, kas viimane lehekülg on olemas.',
      'location-data': 'Sellesse fotosse on salvestatud, kus see on tehtud.',
      'location-removed': 'See foto saadeti ilma asukoha ja muude peidetud andmeteta.',
      'leading-data': 'Dokumendi ees on midagi muud. Avage see ainult PDF-lugejaga.',
      'trailing-data':
        'Selles failis on pärast dokumenti midagi muud või dokumendi viimane muudatus on poolik. Kontrollige, et midagi ei puudu.',
      'not-shown': 'Brauser ei saa seda pilti kuvada.',
      'near-limit': 'Selle faili suurus on lubatud piiri lähedal.',
    },
    check: {
      size: 'Suurus.',
      type: 'Tüüp sisu järgi.',
      structure: 'Kas see on terve.',
    },
    caution: {
      program: 'See on programm. Ärge käivitage seda.',
      script:
        'See on {format}, mis võib avamisel skripte käivitada. Avage see ainult tekstiredaktoris.',
      other: 'See pole {types}, vaid {format}. Avage see ainult siis, kui ootasite seda.',
      unknown: 'See pole {types}. Avage see ainult siis, kui ootasite seda.',
    },
    pair: {
      heading: 'Loo võtmepaar',
      halves:
        'Paaril on kaks poolt. *Saaja* (age1…) on avalik: dokumendid krüpteeritakse selle jaoks. *Privaatvõti* (AGE-SECRET-KEY-1…) on salajane: see avab need.',
      advice:
        '*Kasutage kaht saajat:* enda oma ja kolleegi või mujal hoitava varukoopia oma. Kui privaatvõti läheb kaduma, on kadunud iga dokument, mis krüpteeriti ainult selle jaoks.',
      make: 'Loo võtmepaar',
      another: 'Loo teine võtmepaar',
      made: 'Võtmepaar on loodud. Salvestage nüüd privaatvõti.',
      save: 'Salvesta privaatvõti',
      saved: 'Privaatvõti on failina salvestatud. Hoidke seda turvaliselt.',
      keep: 'See on ainult sellel lehel ja kaob, kui leht suletakse. Hoidke faili seal, kus ainult teie saate seda lugeda.',
      show: 'Näita',
      recipients: 'Saajad',
      own: 'Teie',
      added: 'Lisatud',
      remove: 'Eemalda',
      only: 'Seni ainult üks saaja. Kui see privaatvõti läheb kaduma, on kõik dokumendid kadunud.',
      backup: 'See saaja on teie pääsuvõtme varu. Enne eemaldamist salvestage privaatvõti.',
      several: {
        one: '{n} saaja. Dokumendid avab selle privaatvõti.',
        other: '{n} saajat. Dokumendid avab ükskõik milline nende privaatvõtmetest.',
      },
      fingerprint:
        'Sõrmejälg on võrdlemiseks, näiteks telefoni teel: üleslaadimisväli teie veebisaidil näitab sama.',
      field: 'Veel üks saaja (age1…)',
      add: 'Lisa',
      put: 'Pange see oma veebisaidile',
      placeholders:
        'Pange oma serveri aadress /upload asemele ja SealDropi failid kausta /sealdrop/.',
      documents: 'Dokumendid',
      copy: {
        recipient: {
          button: 'Kopeeri saaja',
          done: 'Saaja on kopeeritud.',
          selected: 'See brauser ei luba lehel kopeerida. Saaja on valitud: kopeerige see nüüd.',
        },
        snippet: {
          button: 'Kopeeri kood',
          done: 'Kood on kopeeritud.',
          selected: 'See brauser ei luba lehel kopeerida. Kood on valitud: kopeerige see nüüd.',
        },
      },
      wasAdded: 'Saaja on lisatud.',
      wasRemoved: 'Saaja on eemaldatud.',
      trouble: {
        secret:
          'See on privaatvõti, paari salajane pool. Väli tühjendati ja midagi ei kasutatud. Sisestage pool, mille alguses on age1.',
        known: 'See saaja on juba loendis.',
        postQuantum: 'See on postkvant-saaja. See ei saa olla teie oma kõrval.',
        none: 'See pole saaja. Selle alguses on age1 ja selles on 62 väiketähte ja numbrit; mõni võib puududa või olla vale.',
      },
    },
  },
}
