import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'lv',
    dir: 'ltr',
    between: ' ',
    quoted: '„{code}”.',
    page: {
      name: 'Saņēmēja lapa',
      lead: 'Atveriet to, kas ir šifrēts jums. Viss notiek šajā lapā: tā neko nesūta un nesaglabā neko, ko jūs nelūdzat.',
    },
    open: {
      heading: 'Atvērt dokumentus',
      identity: {
        heading: 'Jūsu privātā atslēga',
        drop: 'Ievelciet atslēgas failu šeit vai',
        more: 'Ievelciet šeit vēl vienu vai',
        choose: 'Izvēlēties atslēgas failu',
        hint: 'Teksta fails, kurā ir AGE-SECRET-KEY-1',
        field: 'Vai ielīmējiet privāto atslēgu, vai ierakstiet paroli',
        use: 'Izmantot',
        of: 'Privātā atslēga: {recipient}',
        passphrase: 'Parole',
        forget: 'Aizmirst',
      },
      sealed: {
        heading: 'Šifrētie faili',
        drop: 'Ievelciet šifrētos failus šeit vai',
        more: 'Ievelciet šeit vēl vai',
        choose: 'Izvēlēties šifrētos failus',
        hint: 'Cik vien vēlaties: .age faili vai PDF, kurā tie atrodas',
      },
      summary: {
        waiting: {
          zero: '{n} failu gaida privāto atslēgu.',
          one: '{n} fails gaida privāto atslēgu.',
          other: '{n} faili gaida privāto atslēgu.',
        },
        opening: {
          zero: 'Tiek atvērti {n} faili…',
          one: 'Tiek atvērts {n} fails…',
          other: 'Tiek atvērti {n} faili…',
        },
        opened: { other: 'Atvērti {n} no {total}.' },
        failed: { other: 'Neizdevās atvērt: {n}.' },
      },
      archive: 'Lejupielādēt visu kā arhīvu',
      archiving: 'Tiek veidots arhīvs…',
      clear: 'Notīrīt sarakstu',
      list: {
        find: 'Meklēt sarakstā',
        sort: 'Kārtot pēc',
        added: 'Kā pievienots',
        only: 'Tikai ar piezīmēm',
        shown: { other: 'Tiek rādīti {n} no {total}.' },
        csv: 'Lejupielādēt sarakstu (CSV)',
      },
      folder: {
        choose: 'Izvēlēties mapi',
        save: 'Saglabāt visu mapē',
        saved: { other: 'Mapē saglabāti {n} no {total}.' },
        refused: 'Izlaisti, jo pārlūks nepieņem to nosaukumus. Lejupielādējiet katru atsevišķi:',
        stopped: 'Pārlūks nevarēja rakstīt mapē. Līdz tam saglabātais ir vesels.',
        empty: 'Šajā mapē nav neviena šifrēta faila.',
        unread: 'Mapi neizdevās nolasīt.',
        partly: 'Nolasīts nav viss, kas ir mapē.',
      },
    },
    given: {
      empty: 'Nekas nav norādīts. Ielīmējiet privāto atslēgu vai ierakstiet paroli.',
      none: 'Tajā nav privātās atslēgas. Privātā atslēga sākas ar AGE-SECRET-KEY-1.',
      broken:
        'Privātā atslēga ir bojāta: trūkst burta, vai tas ir nepareizs. Nekas netika pieņemts.',
      sealed:
        'Šis atslēgas fails pats ir šifrēts ar paroli. Vispirms atveriet to ar age: age -d -o identity.txt.',
      known: 'Tā jau ir šeit.',
      loaded: 'Privātā atslēga ir ielādēta.',
      unreadable: 'Failu neizdevās nolasīt.',
      passphrase: 'Turpmāk tiek izmantota parole.',
      forgotten: 'Privātā atslēga un parole ir aizmirstas.',
    },
    passkey: {
      offer: 'Izmantot piekļuves atslēgu',
      what: 'Privātā atslēga tiek šifrēta ar piekļuves atslēgu: šī lapa tad faila vietā prasa pirksta nospiedumu, seju vai ekrāna bloķēšanu. Ikviens, kas var atbloķēt jūsu ierīci, var atvērt dokumentus.',
      backup:
        'Piekļuves atslēga var pazust kopā ar ierīci vai kontu, un līdz ar to visi dokumenti. Tāpēc vispirms izdrukājiet privāto atslēgu.',
      print: 'Drukāt privāto atslēgu',
      printed: 'Es to izdrukāju un noliku drošā vietā',
      create: 'Izveidot piekļuves atslēgu',
      made: 'Privātā atslēga ir šifrēta ar piekļuves atslēgu. Saglabājiet to vai paturiet šajā pārlūkā.',
      save: 'Saglabāt šifrēto atslēgu',
      keep: 'Paturēt šajā pārlūkā',
      kept: 'Šajā pārlūkā ir privātā atslēga, kas šifrēta ar piekļuves atslēgu.',
      other: 'Šajā pārlūkā jau ir cita atslēga. Vispirms noņemiet to.',
      given: 'Šī privātā atslēga ir šifrēta ar piekļuves atslēgu.',
      open: 'Atvērt ar piekļuves atslēgu',
      remove: 'Noņemt no šī pārlūka',
      sure: 'Vai privātā atslēga ir arī citur, kā fails vai uz papīra? Ja šī ir vienīgā, tās dokumenti ir zaudēti.',
      cancel: 'Atcelt',
      removed:
        'Šifrētā atslēga ir noņemta no šī pārlūka. Pašu piekļuves atslēgu var dzēst ierīces iestatījumos.',
      paper: {
        heading: 'Privātā atslēga',
        what: 'Ikviens, kam ir šī lapa, var atvērt dokumentus. Glabājiet to tur, kur tikai jūs varat to izlasīt. Skenējiet kodu vai ierakstiet rakstzīmes zem tā, un ievadiet tās saņēmēja lapā.',
      },
      none: {
        file: 'Šeit piekļuves atslēgu nevar izmantot, jo šī lapa ir fails diskā. Privātā atslēga paliek fails.',
        address:
          'Šajā adresē piekļuves atslēgu nevar izmantot. Vajadzīgs https un nosaukums vai localhost, nevis IP adrese.',
        browser: 'Šim pārlūkam nav piekļuves atslēgu, kas var šifrēt atslēgu.',
      },
      trouble: {
        cancelled:
          'Piekļuves atslēga netika izmantota: tas tika atcelts, ilga pārāk ilgi, vai arī tās vairs nav. Nekas nav zaudēts: mēģiniet vēlreiz vai izmantojiet atslēgas failu vai lapu.',
        wrong: 'Šī piekļuves atslēga to neatver. Izmantojiet to, ar kuru tā tika šifrēta.',
        prf: 'Ar šo piekļuves atslēgu nevar šifrēt atslēgu. Nekas nav mainīts. Mēģiniet ar citu ierīci vai paroļu pārvaldnieku.',
        damaged:
          'Šifrētā atslēga ir bojāta. Izmantojiet atslēgas failu vai lapu un šifrējiet to vēlreiz.',
        elsewhere: 'Piekļuves atslēga pieder citai adresei: {site}. Atveriet lapu tur.',
        large:
          'Vienai piekļuves atslēgai šo privāto atslēgu ir par daudz. Nekas netika izveidots. Ielādējiet mazāk.',
        full: 'Šis pārlūks šai lapai neko neglabā. Saglabājiet šifrēto atslēgu kā failu.',
      },
    },
    item: {
      sealed: '{size}, šifrēts',
      opening: 'Tiek atvērts · {percent}',
      openingName: 'Tiek atvērts {name}',
      turn: 'Gaida savu kārtu',
      waiting: 'Gaida privāto atslēgu',
      unknownKind: 'Nezināms veids',
      intact: 'Nav mainīts kopš šifrēšanas.',
      intactOnly: 'Tas nepasaka, kas to šifrēja: to var ikviens, kam ir jūsu saņēmējs (age1…).',
      whole: 'Atvērts pilnībā.',
      noRecord: 'Nekas nepasaka, kā to sauca vai kas tas bija, kad to šifrēja.',
      damaged: 'Pats dokuments šķiet bojāts: {why}.',
      otherwise: 'Sūtītāja pārlūks saka citādi. {what}:',
      download: 'Lejupielādēt',
      show: 'Rādīt attēlu',
      print: 'Drukāt apliecinājumu',
      viewer: { zoomIn: 'Tuvināt', zoomOut: 'Tālināt', close: 'Aizvērt' },
      tooLarge: 'Šis attēls ir par lielu, lai to šeit parādītu. Lejupielādējiet to, lai apskatītu.',
      claims: 'Ko saka sūtītāja pārlūks un ko konstatē šī lapa',
      details: 'Sīkāka informācija',
      size: 'Lielums',
      from: 'Atvērts no',
    },
    proof: {
      heading: 'Atvēršanas apliecinājums',
      same: 'Salīdzināts ar to, kas šifrēts kopā ar to: tas pats.',
      opened: 'Atvērts',
      by: 'Atvēra ar',
    },
    table: {
      name: 'Apgalvotais un konstatētais: {name}',
      says: 'Sūtītāja pārlūks saka',
      finds: 'Šī lapa konstatē',
      saysShort: 'Saka:',
      findsShort: 'Konstatēts:',
      differs: 'atšķiras',
      row: {
        name: 'Nosaukums',
        kind: 'Veids',
        checked: 'Pārbaudīts',
        remarks: 'Piezīmes',
        size: 'Lielums, SHA-256',
        sealed: 'Šifrēts',
        by: 'Šifrēts ar',
      },
      nothing: 'Nekas',
      unknowable: 'Šeit to nevar uzzināt',
      same: 'Tas pats',
      unknownKind: 'Šeit nav zināms',
      whole: 'Vesels',
      damaged: 'Bojāts: {why}',
      unchecked: 'Nav izskatīts: tas nav {types}',
    },
    trouble: {
      damaged:
        'Bojāts. Pēc šifrēšanas fails ir apgriezts vai mainīts, vai arī tas, ko tas saka par sevi, nav patiesība. Nekas no tā netiek izdots. Palūdziet to atsūtīt vēlreiz.',
      'no-identity':
        'Nekas no augstāk norādītā to neatver: tas ir šifrēts kādam citam. Pievienojiet pareizo privāto atslēgu, un tiks mēģināts vēlreiz.',
      unsupported: 'Tas nav šifrēts fails: šī lapa atver to, kas ir šifrēts ar age.',
      'other-pdf':
        'PDF, kurā šī lapa neatrod šifrētu failu. Varbūt tas ceļā ir apzīmogots vai saglabāts vēlreiz: ja tam ir pielikums, saglabājiet to un pievienojiet šeit.',
      'too-slow':
        'Parolei vajag vairāk aprēķinu, nekā šī lapa veic: tā apstātos uz vairākām sekundēm. Atveriet failu ar komandu age: age -d.',
      hardware:
        'To atver tikai ierīcē esoša privātā atslēga, piemēram, drošības atslēga, kuru šī lapa nevar izmantot. Atveriet failu ar komandu: npx sealdrop open.',
      unreadable:
        'Failu neizdevās nolasīt. Varbūt tā ir mape, vai arī tas ir pārvietots vai izdzēsts.',
      failed: 'Failu neizdevās atvērt. Varbūt tas ir par lielu šim pārlūkam.',
    },
    remark: {
      'name-mismatch': 'Nosaukums neatbilst faila veidam.',
      encrypted: 'Šis PDF ir aizsargāts. Šķiet, ka to var atvērt bez paroles.',
      'password-needed': 'Šim PDF ir vajadzīga parole. To var pateikt tikai sūtītājs.',
      'certificate-needed': 'Šo PDF var atvērt tikai ar sertifikātu, kuram tas ir šifrēts.',
      'no-end-marker': 'Iespējams, šim PDF trūkst beigu. Pārbaudiet, vai tajā ir pēdējā lapa.',
      'location-data': 'Šajā fotoattēlā ir norādīts, kur tas uzņemts.',
      'location-removed':
        'Šis fotoattēls tika nosūtīts bez atrašanās vietas un citiem slēptiem datiem.',
      'leading-data': 'Pirms dokumenta ir vēl kaut kas. Atveriet to tikai ar PDF lasītāju.',
      'trailing-data':
        'Šajā failā pēc dokumenta ir vēl kaut kas, vai arī tā pēdējās izmaiņas nav pilnīgas. Pārbaudiet, vai nekā netrūkst.',
      'not-shown': 'Pārlūks nevar parādīt šo attēlu.',
      'near-limit': 'Šī faila izmērs ir tuvu lielākajam pieļaujamajam.',
    },
    check: {
      size: 'Lielums.',
      type: 'Veids, pēc satura.',
      structure: 'Vai tas ir vesels.',
    },
    caution: {
      program: 'Šī ir programma. Nepalaidiet to.',
      script:
        'Šis ir {format}, kas atverot var izpildīt skriptus. Atveriet to tikai teksta redaktorā.',
      other: 'Šis nav {types}, bet {format}. Atveriet to tikai tad, ja to gaidījāt.',
      unknown: 'Šis nav {types}. Atveriet to tikai tad, ja to gaidījāt.',
    },
    pair: {
      heading: 'Izveidot atslēgu pāri',
      halves:
        'Pārim ir divas puses. *Saņēmējs* (age1…) ir publisks: dokumenti tiek šifrēti tam. *Privātā atslēga* (AGE-SECRET-KEY-1…) ir slepena: tā tos atver.',
      advice:
        '*Izmantojiet divus saņēmējus:* savu un kolēģa vai citur glabātas rezerves kopijas. Ja privātā atslēga pazūd, ir zaudēts katrs dokuments, kas šifrēts tikai tai.',
      make: 'Izveidot atslēgu pāri',
      another: 'Izveidot vēl vienu atslēgu pāri',
      made: 'Atslēgu pāris ir izveidots. Tagad saglabājiet privāto atslēgu.',
      save: 'Saglabāt privāto atslēgu',
      saved: 'Privātā atslēga ir saglabāta kā fails. Glabājiet to drošībā.',
      keep: 'Tā ir tikai šajā lapā un pazūd, kad lapu aizver. Glabājiet failu tur, kur to varat lasīt tikai jūs.',
      show: 'Rādīt',
      recipients: 'Saņēmēji',
      own: 'Jūsu',
      added: 'Pievienots',
      remove: 'Noņemt',
      only: 'Pagaidām tikai viens saņēmējs. Ja šī privātā atslēga pazūd, ir zaudēti visi dokumenti.',
      backup:
        'Šis saņēmējs ir jūsu piekļuves atslēgas rezerve. Pirms to noņemat, saglabājiet privāto atslēgu.',
      several: {
        zero: '{n} saņēmēju. Dokumentus atver jebkura no viņu privātajām atslēgām.',
        one: '{n} saņēmējs. Dokumentus atver jebkura no viņu privātajām atslēgām.',
        other: '{n} saņēmēji. Dokumentus atver jebkura no viņu privātajām atslēgām.',
      },
      fingerprint:
        'Ciparnospiedums ir salīdzināšanai, piemēram, pa tālruni: augšupielādes lauks jūsu vietnē rāda to pašu.',
      field: 'Vēl viens saņēmējs (age1…)',
      add: 'Pievienot',
      put: 'Ievietojiet to savā vietnē',
      placeholders:
        '/upload vietā ierakstiet sava servera adresi, un SealDrop failus ielieciet zem /sealdrop/.',
      documents: 'Dokumenti',
      copy: {
        recipient: {
          button: 'Kopēt saņēmēju',
          done: 'Saņēmējs ir nokopēts.',
          selected: 'Šis pārlūks neļauj lapai kopēt. Saņēmējs ir atlasīts: nokopējiet to tagad.',
        },
        snippet: {
          button: 'Kopēt kodu',
          done: 'Kods ir nokopēts.',
          selected: 'Šis pārlūks neļauj lapai kopēt. Kods ir atlasīts: nokopējiet to tagad.',
        },
      },
      wasAdded: 'Saņēmējs ir pievienots.',
      wasRemoved: 'Saņēmējs ir noņemts.',
      trouble: {
        secret:
          'Tā ir privātā atslēga, pāra slepenā puse. Lauks ir notīrīts, un nekas nav izmantots. Norādiet pusi, kas sākas ar age1.',
        known: 'Šis saņēmējs jau ir sarakstā.',
        postQuantum: 'Šis ir postkvantu saņēmējs. Tas nevar stāvēt blakus jūsējam.',
        none: 'Šis nav saņēmējs. Tas sākas ar age1, un tam ir 62 mazie burti un cipari; varbūt kāda trūkst, vai tas ir nepareizs.',
      },
    },
  },
}
