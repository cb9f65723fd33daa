import type { Language, NamedPlural } from './strings.ts'

const again = 'Lūdzu, mēģiniet vēlreiz.'
const owner = 'Lūdzu, informējiet šīs vietnes īpašnieku.'

/**
 * One file by its name, and several before the same participle: "pievienots", "pievienoti". Here the numbers of `zero`, such as
 * 10 to 20, take the form of `other`.
 */
const said = (participle: string, after = '.', afterOne = after): NamedPlural => ({
  single: `{name} ${participle}s${afterOne}`,
  one: `{n} fails ${participle}s${after}`,
  other: `{n} faili ${participle}i${after}`,
})

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'lv',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Augšupielāde',
    hint: {
      one: '{types}, līdz {size}',
      each: '{types}, katrs līdz {size}',
      some: '{types}, katrs līdz {size}, failu skaits: ne vairāk kā {n}',
    },
    atOnce: 'Faili tiek nosūtīti, tiklīdz tos izvēlaties.',
    drop: { one: 'Ievelciet dokumentu šeit vai', several: 'Ievelciet dokumentus šeit vai' },
    choose: { one: 'Izvēlēties failu', several: 'Izvēlēties failus' },
    locked: 'Pašlaik neko nevar pievienot.',
    required: 'Obligāts.',
    missing: 'Lūdzu, pievienojiet dokumentu.',
    unfinished: {
      one: 'Lūdzu, uzgaidiet, līdz jūsu dokuments ir piegādāts.',
      several: 'Lūdzu, uzgaidiet, līdz jūsu dokumenti ir piegādāti.',
    },
    // Names are not inflected: the recipient is the subject.
    sealedFor: 'Šifrēts jūsu pārlūkā tā, lai {recipient} varētu to atvērt',
    fault: {
      'insecure-context':
        'Dokumenti tiek sūtīti tikai drošā savienojumā. Atveriet šo lapu ar https.',
      unsupported:
        'Šis pārlūks nevar šifrēt dokumentus. Atjauniniet to vai izmantojiet citu pārlūku.',
      misconfigured: `Augšupielāde šeit nav pareizi iestatīta. ${owner}`,
    },
    unloaded: 'Savienojums pārtrūka. Jūsu faili tiks pievienoti, kad savienojums būs atjaunots.',
    recipient: 'saņēmējs',
  },
  fileStrings: {
    zone: {
      more: 'Ievelciet šeit vēl failus',
      letGo: {
        one: 'Atlaidiet, lai pievienotu {n} failu',
        other: 'Atlaidiet, lai pievienotu {n} failus',
      },
      letGoUncounted: 'Atlaidiet, lai pievienotu savus failus',
      letGoReplacing: 'Atlaidiet, lai aizstātu failu',
      another: 'Lai to aizstātu, ievelciet šeit citu failu',
      chooseAnother: 'Izvēlēties citu failu',
      full: {
        other: 'Sasniegts lielākais failu skaits ({n}). Noņemiet kādu, lai izvēlētos citu.',
      },
      left: { zero: 'vēl {n} failu', one: 'vēl {n} fails', other: 'vēl {n} faili' },
    },
    folders: 'Mapes nevar pievienot. Atveriet mapi un pievienojiet tajā esošos failus.',
    list: 'Faili',
    seal: {
      only: 'Šo lapu pamet tikai šifrēti dati, ko {recipient} var atvērt',
      fingerprints:
        'Tikai ar šīm atslēgām var atvērt to, ko sūtāt. Salīdziniet atslēgu pirkstu nospiedumus:',
      untrusted: 'Saņēmēja atslēgas neizdevās apstiprināt. Bez tām nekas netiek sūtīts.',
      unreachable: 'Saņēmēja atslēgas pašlaik nav pieejamas. Bez tām nekas netiek sūtīts.',
    },
    status: {
      waiting: 'Gaida',
      checking: 'Tiek pārbaudīts',
      checkingLate: 'Tiek pārbaudīts · ja fails vēl ir mākonī, tas vispirms jālejupielādē',
      ready: {
        auto: 'Pārbaudīts · gaida savu kārtu',
        submit: 'Pārbaudīts · tiks nosūtīts kopā ar veidlapu',
        manual: 'Pārbaudīts · gatavs sūtīšanai',
      },
      sealing: 'Pārbaudīts · tiek šifrēts',
      preparing: 'Pārbaudīts · tiek sagatavots',
      sending: 'Tiek sūtīts šifrētā veidā',
      sendingOpen: 'Tiek sūtīts',
      sendingLate: '{status} · serveris pārbauda',
      confirming: 'Nosūtīts · gaida atbildi',
      confirmingLate: 'Nosūtīts · serveris pārbauda',
      paused: 'Apturēts pie {percent}',
      offer: 'Nav nosūtīts līdz galam · gaida jūs',
      retrying: '{why} · mēģina vēlreiz',
      offline: 'Jūs esat bezsaistē · turpināsies, kad savienojums būs atjaunots',
      seemsOffline: '{status} · šķiet, ka esat bezsaistē',
      delivered: 'Saņemts · gaida pārējos',
      committing: 'Saņemts · tiek pabeigts',
      done: 'Piegādāts',
      expires: 'Piegādāts · termiņš beidzas {when}',
      cancelled: 'Atcelts',
      cancelledLate: 'Atcelts. Iespējams, fails jau ir saņemts.',
      removed: 'Noņemts',
    },
    moment: '{day} plkst. {time}',
    counting: {
      share: ' · {percent}',
      slow: ' · var ilgt vēl {time}',
      wait: ' pēc {time}',
    },
    unnamed: {
      chosen: {
        today: 'Dokuments, izvēlēts plkst. {time}',
        earlier: 'Dokuments, izvēlēts {day} plkst. {time}',
      },
      sent: {
        today: 'Dokuments, nosūtīts plkst. {time}',
        earlier: 'Dokuments, nosūtīts {day} plkst. {time}',
      },
    },
    action: {
      pause: 'Apturēt: {name}',
      resume: 'Atsākt: {name}',
      retry: 'Mēģināt vēlreiz: {name}',
      sendAgain: 'Sūtīt vēlreiz: {name}',
      cancel: 'Atcelt: {name}',
      remove: 'Noņemt: {name}',
      dismiss: 'Paslēpt: {name}',
      pauseAll: 'Apturēt visus',
      resumeAll: 'Atsākt visus',
      goOn: 'Turpināt',
      notMine: 'Nav mans',
      undo: 'Atsaukt',
      view: 'Skatīt: {name}',
    },
    tip: {
      pause: 'Apturēt',
      resume: 'Atsākt',
      retry: 'Mēģināt vēlreiz',
      sendAgain: 'Sūtīt vēlreiz',
      cancel: 'Atcelt',
      remove: 'Noņemt',
      dismiss: 'Paslēpt',
    },
    viewer: { zoomIn: 'Tuvināt', zoomOut: 'Tālināt', close: 'Aizvērt' },
    summary: {
      delivered: { one: 'Piegādāts {n} no {total}', other: 'Piegādāti {n} no {total}' },
      failed: { other: 'Neizdevās: {n}' },
      unconfirmed: { one: 'Iespējams, saņemts {n}', other: 'Iespējams, saņemti {n}' },
    },
    said: {
      added: said('pievienot'),
      refused: said('netika pievienot', '.', '. {why}'),
      replaced: said('aizstāt'),
      restored: {
        single: '{name} joprojām ir daļa no šīs veidlapas.',
        one: '{n} fails joprojām ir daļa no šīs veidlapas.',
        other: '{n} faili joprojām ir daļa no šīs veidlapas.',
      },
      offered: said(
        'nav nosūtīt',
        ' līdz galam. Turpiniet vai norādiet, ka faili nav jūsu.',
        ' līdz galam. Turpiniet vai norādiet, ka tas nav jūsu.',
      ),
      removed: said('noņemt'),
      withdrawn: said('noņemt', '. Neilgu laiku to var atsaukt.'),
      putBack: {
        single: '{name} ir atpakaļ.',
        one: '{n} fails ir atpakaļ.',
        other: '{n} faili ir atpakaļ.',
      },
      cancelled: said('atcelt'),
      cancelledLate: said(
        'atcelt',
        '. Iespējams, faili jau ir saņemti.',
        '. Iespējams, fails jau ir saņemts.',
      ),
      paused: said('apturēt'),
      resumed: {
        single: '{name}: sūtīšana turpinās.',
        one: '{n} faila sūtīšana turpinās.',
        other: '{n} failu sūtīšana turpinās.',
      },
      again: said('tiek sūtīt', ' vēlreiz.'),
      unread: said(
        'vēl tiek lasīt',
        '. Ja faili ir mākonī, tie vispirms jālejupielādē.',
        '. Ja tas ir mākonī, tas vispirms jālejupielādē.',
      ),
      late: {
        single: 'Serveris vēl pārbauda {name}.',
        one: 'Serveris vēl pārbauda {n} failu.',
        other: 'Serveris vēl pārbauda {n} failus.',
      },
      retrying: { ...said('tiek sūtīt', ' vēlreiz.'), single: '{name}: {why}. Mēģina vēlreiz.' },
      failed: {
        single: '{name} neizdevās nosūtīt. {why}',
        one: '{n} failu neizdevās nosūtīt.',
        other: '{n} failus neizdevās nosūtīt.',
      },
      unconfirmed: { ...said('varbūt ir saņemt'), single: '{name}: {why}' },
      done: said('piegādāt'),
    },
    gathered: {
      addedNot: {
        one: '{n} fails pievienots, {not} – nav.',
        other: '{n} faili pievienoti, {not} – nav.',
      },
      seeList: 'Iemesli ir norādīti sarakstā.',
      remarked: {
        one: 'Sarakstā ir piezīmes par {n} failu.',
        other: 'Sarakstā ir piezīmes par {n} failiem.',
      },
      work: said('tiek sūtīt', ', pēc tam veidlapa.'),
      sent: 'Nosūtīti {percent}.',
      summary: '{summary}.',
      between: ' ',
      offline:
        'Šķiet, ka esat bezsaistē. Failu sūtīšana turpināsies, kad savienojums būs atjaunots.',
      online: 'Savienojums ir atjaunots.',
    },
    undelivered: said(
      'nav piegādāt',
      '. Mēģiniet vēlreiz vai noņemiet failus.',
      '. Mēģiniet vēlreiz vai noņemiet to.',
    ),
    stopped: said(
      'ir apturēt',
      '. Atsāciet vai atceliet sūtīšanu un pēc tam vēlreiz nosūtiet veidlapu.',
      '. Atsāciet vai atceliet to un pēc tam vēlreiz nosūtiet veidlapu.',
    ),
    pressAgain: {
      named: 'Viss ir gatavs. Lai nosūtītu veidlapu, vēlreiz nospiediet „{button}”.',
      unnamed: 'Viss ir gatavs. Tagad nosūtiet veidlapu.',
    },
    unconfirmed: {
      ...said(
        'varbūt ir saņemt',
        ', bet neviena atbilde to neapstiprina. Nosūtiet failus vēlreiz vai noņemiet.',
        ', bet neviena atbilde to neapstiprina. Nosūtiet to vēlreiz vai noņemiet.',
      ),
      once: 'Šis fails varbūt ir saņemts, bet neviena atbilde to neapstiprina. Ja mēģināsiet vēlreiz, tas netiks saglabāts divreiz.',
      twice:
        'Šis fails varbūt ir saņemts, bet neviena atbilde to neapstiprina. Ja to nosūtīsiet vēlreiz, tas, iespējams, tiks saglabāts divreiz.',
    },
    error: {
      empty: 'Šis fails ir tukšs. Izvēlieties citu.',
      'too-large': 'Šis fails ir pārāk liels. Izvēlieties mazāku.',
      'wrong-type': 'Šāda veida failus šeit nepieņem. Izvēlieties citu.',
      damaged:
        'Šis fails ir bojāts vai nepilnīgs. Saglabājiet vai skenējiet to vēlreiz un pēc tam pievienojiet.',
      'too-many': 'Vairāk failu nevar pievienot. Noņemiet kādu, lai pievienotu citu.',
      duplicate: 'Šis fails jau ir sarakstā.',
      unreadable:
        'Šo failu neizdevās nolasīt. Ja tas vēl ir mākonī, vispirms to lejupielādējiet. Ja tas ir pārvietots vai izdzēsts, izvēlieties to vēlreiz.',
      changed:
        'Šis fails tika mainīts pēc tam, kad to izvēlējāties. Lūdzu, pievienojiet to vēlreiz.',
      'bad-recipient': `Saņēmēja atslēga nav derīga, tāpēc nekas netika nosūtīts. ${owner}`,
      'keys-untrusted': `Saņēmēja atslēgas neizdevās apstiprināt, tāpēc nekas netika nosūtīts. ${owner}`,
      'seal-failed': `Šo failu neizdevās šifrēt, tāpēc tas netika nosūtīts. ${again}`,
      offline: 'Jūs esat bezsaistē. Mēģiniet vēlreiz, kad savienojums būs atjaunots.',
      network: `Savienojums pārtrūka. ${again}`,
      timeout: `Serveris neatbildēja laikā. ${again}`,
      stalled: `Augšupielāde apstājās. ${again}`,
      unauthorized: 'Jūsu pieteikšanās vairs nav spēkā. Pārlādējiet lapu un mēģiniet vēlreiz.',
      forbidden: `Serveris neatļauj šo augšupielādi. ${owner}`,
      'not-found': `Serveris nepazīst šo augšupielādi. ${owner}`,
      refused:
        'Serveris nepieņēma šo failu. Izmēģiniet citu vai informējiet šīs vietnes īpašnieku.',
      'rate-limited': 'Pašlaik ir pārāk daudz augšupielāžu. Mēģiniet vēlreiz pēc dažām minūtēm.',
      server: 'Serverī ir radusies problēma. Mēģiniet vēlreiz pēc dažām minūtēm.',
      protocol: `Servera atbilde nav saprotama. ${owner}`,
      'keys-rotated': `Saņēmējs ir nomainījis atslēgas. ${again}`,
      mismatch: 'Saņemtais atšķiras no nosūtītā. Noņemiet šo failu un pievienojiet to vēlreiz.',
      'already-used': 'Šis fails serverī jau ir. Tas nav jāsūta vēlreiz.',
      expired: 'Šīs augšupielādes termiņš ir beidzies. Noņemiet failu un pievienojiet to vēlreiz.',
    },
    rechoose:
      'Saņēmējs ir nomainījis atslēgas, tāpēc šo dokumentu vairs nevar nosūtīt. Lūdzu, izvēlieties to vēlreiz.',
    quoted: '{why} Servera atbilde: „{reason}”',
    reference: 'Atsauces numurs: {id}',
    tooLarge: 'Šis fails ir pārāk liels. Lielākais pieļaujamais izmērs ir {size}.',
    tooMany: {
      single: 'Var pievienot tikai vienu failu. Noņemiet to vai izvēlieties citu, lai to aizstātu.',
      one: 'Var pievienot tikai {n} failu. Noņemiet kādu, lai pievienotu citu.',
      other: 'Var pievienot tikai {n} failus. Noņemiet kādu, lai pievienotu citu.',
    },
    wrongType: {
      heic: 'Šis ir iPhone {found} fotoattēls. Eksportējiet to JPG formātā un pievienojiet vēlreiz.',
      office: 'Šis ir {found} dokuments. Saglabājiet to PDF formātā un pievienojiet vēlreiz.',
      archive: 'Šis ir {found} arhīvs. Izpakojiet to un pievienojiet tajā esošos failus.',
      program: 'Šī ir programma, nevis dokuments. Failam jābūt {types}.',
      page: 'Šī ir tīmekļa lapa. Saglabājiet to PDF formātā un pievienojiet vēlreiz.',
      password: 'Šim PDF ir vajadzīga parole. Pievienojiet kopiju, ko var atvērt bez paroles.',
      certificate:
        'Šo PDF var atvērt tikai tie, kam tas ir šifrēts. Pievienojiet kopiju bez šīs aizsardzības.',
      signature:
        'Šis ir parakstīts fails ({found}). Saglabājiet tajā esošo dokumentu un pievienojiet to vai pievienojiet neparakstītu kopiju.',
      other: 'Šis ir {found} fails. Failam jābūt {types}.',
      unknown: 'Šāds faila veids šeit nav zināms. Failam jābūt {types}.',
    },
    hitch: {
      network: 'Savienojums pārtrūka',
      timeout: 'Nav atbildes',
      stalled: 'Nevirzās uz priekšu',
      server: 'Serverī ir problēma',
      'rate-limited': 'Serveris ir aizņemts',
    },
    remark: {
      'name-mismatch': 'Nosaukums neatbilst faila veidam.',
      encrypted: 'Šis PDF ir aizsargāts. Šķiet, ka to var atvērt bez paroles.',
      'password-needed':
        'Šim PDF ir vajadzīga parole. Pasakiet paroli saņēmējam vai pievienojiet kopiju, ko var atvērt bez paroles.',
      'certificate-needed':
        'Šo PDF var atvērt tikai tie, kam tas ir šifrēts. Ja saņēmēja starp tiem nav, pievienojiet kopiju bez šīs aizsardzības.',
      'no-end-marker': 'Iespējams, šim PDF trūkst beigu. Pārbaudiet, vai tajā ir pēdējā lapa.',
      'location-data':
        'Šajā fotoattēlā ir norādīts, kur tas uzņemts. Ja saņēmējam tas nav jāzina, noņemiet atrašanās vietu fotoattēlu lietotnē un pievienojiet fotoattēlu vēlreiz.',
      'location-removed':
        'Šis fotoattēls tiek sūtīts bez atrašanās vietas un citiem slēptiem datiem.',
      'leading-data':
        'Šajā failā pirms dokumenta ir vēl kaut kas, tāpēc dažas programmas to, iespējams, neatvērs. Saglabājiet to vēlreiz PDF formātā.',
      'trailing-data':
        'Šajā failā pēc dokumenta ir vēl kaut kas, vai arī tā pēdējās izmaiņas nav pilnīgas. Pārbaudiet, vai nekā netrūkst.',
      'not-shown': 'Jūsu pārlūks nevar parādīt šo attēlu. Pārbaudiet, vai to var atvērt.',
      'near-limit': 'Šī faila izmērs ir tuvu lielākajam pieļaujamajam.',
    },
  },
}
