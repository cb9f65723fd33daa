import type { Plural } from '../../words/plural.ts'
import type { Language, NamedPlural } from './strings.ts'

const again = 'Jekk jogħġbok erġa’ pprova.'
const owner = 'Jekk jogħġbok għarraf lis-sid ta’ dan is-sit.'
const only = 'Jistgħu jiżdiedu biss fajls {types}.'

/** One file by its name, and several: from 11 to 19 it is "11-il fajl", and from 20 on "20 fajl". */
const said = (single: string, several: (files: string) => string): NamedPlural => ({
  single,
  two: several('{n} fajls'),
  few: several('{n} fajls'),
  many: several('{n}-il fajl'),
  other: several('{n} fajl'),
})

/** Any number of files. */
const counted = (text: (files: string) => string): Plural => ({
  one: text('{n} fajl'),
  two: text('{n} fajls'),
  few: text('{n} fajls'),
  many: text('{n}-il fajl'),
  other: text('{n} fajl'),
})

export const language: Language = {
  reviewed: 'none',
  gaps: { or: 'jew', days: ['ilbieraħ', 'illum', 'għada'] },
  strings: {
    lang: 'mt',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Upload ta’ fajls',
    hint: {
      one: '{types}, sa {size}',
      each: '{types}, sa {size} kull wieħed',
      some: '{types}, sa {size} kull wieħed, numru massimu ta’ fajls: {n}',
    },
    atOnce: 'Il-fajls jintbagħtu hekk kif tagħżilhom.',
    drop: {
      one: 'Iġbed id-dokument tiegħek hawn, jew',
      several: 'Iġbed id-dokumenti tiegħek hawn, jew',
    },
    choose: { one: 'Agħżel fajl', several: 'Agħżel fajls' },
    locked: 'Bħalissa ma jista’ jiżdied xejn.',
    required: 'Obbligatorju.',
    missing: 'Jekk jogħġbok żid dokument.',
    unfinished: {
      one: 'Jekk jogħġbok stenna sakemm id-dokument tiegħek jiġi kkonsenjat.',
      several: 'Jekk jogħġbok stenna sakemm id-dokumenti tiegħek jiġu kkonsenjati.',
    },
    sealedFor: 'Ikkriptat fil-browser tiegħek għal {recipient}',
    fault: {
      'insecure-context':
        'Id-dokumenti jintbagħtu biss b’konnessjoni sigura. Iftaħ din il-paġna b’https.',
      unsupported: 'Dan il-browser ma jistax jikkripta dokumenti. Aġġornah, jew uża ieħor.',
      misconfigured: `L-upload tal-fajls hawn mhuwiex issettjat sew. ${owner}`,
    },
    unloaded: 'Il-konnessjoni ntilfet. Il-fajls tiegħek jiżdiedu meta l-konnessjoni tiġi lura.',
    // "Whoever receives the files": "għal" would merge with the article of a noun.
    recipient: 'min jirċievi l-fajls',
  },
  fileStrings: {
    zone: {
      more: 'Iġbed aktar hawn',
      letGo: counted(files => `Erħi biex iżżid ${files}`),
      letGoUncounted: 'Erħi biex iżżid il-fajls tiegħek',
      letGoReplacing: 'Erħi biex tissostitwixxi l-fajl',
      another: 'Iġbed ieħor hawn biex tibdlu',
      chooseAnother: 'Agħżel fajl ieħor',
      full: {
        other: 'Intlaħaq in-numru massimu ta’ fajls ({n}). Neħħi wieħed biex tagħżel ieħor.',
      },
      left: counted(files => `għad hemm post għal ${files}`),
    },
    folders: 'Il-folders ma jistgħux jiżdiedu. Iftaħ il-folder u żid il-fajls li fih.',
    list: 'Fajls',
    seal: {
      only: 'Minn din il-paġna toħroġ biss data kkriptata, għal {recipient}',
      fingerprints: 'Dawn iċ-ċwievet biss jiftħu dak li tibgħat. Qabbel il-fingerprints tagħhom:',
      untrusted:
        'Iċ-ċwievet tad-destinatarju ma setgħux jiġu kkonfermati. Mingħajrhom ma jintbagħat xejn.',
      unreachable:
        'Iċ-ċwievet tad-destinatarju mhumiex disponibbli bħalissa. Mingħajrhom ma jintbagħat xejn.',
    },
    status: {
      waiting: 'Qed jistenna',
      checking: 'Qed jiġi ċċekkjat',
      checkingLate: 'Qed jiġi ċċekkjat · jekk għadu fil-cloud, l-ewwel irid jitniżżel',
      ready: {
        auto: 'Iċċekkjat · qed jistenna jmissu',
        submit: 'Iċċekkjat · jintbagħat mal-formola',
        manual: 'Iċċekkjat · lest biex jintbagħat',
      },
      sealing: 'Iċċekkjat · qed jiġi kkriptat',
      preparing: 'Iċċekkjat · qed jiġi ppreparat',
      sending: 'Qed jintbagħat, ikkriptat',
      sendingOpen: 'Qed jintbagħat',
      sendingLate: '{status} · is-server qed jiċċekkja',
      confirming: 'Intbagħat · qed jistenna t-tweġiba',
      confirmingLate: 'Intbagħat · is-server qed jiċċekkja',
      paused: 'Imwaqqaf għal ftit · {percent}',
      offer: 'Ma ntbagħatx sal-aħħar · qed jistenna lilek',
      retrying: '{why} · prova oħra',
      offline: 'M’għandekx konnessjoni · ikompli meta l-konnessjoni tiġi lura',
      seemsOffline: '{status} · jidher li m’għandekx konnessjoni',
      delivered: 'Wasal · qed jistenna l-oħrajn',
      committing: 'Wasal · qed jitlesta',
      done: 'Ikkonsenjat',
      expires: 'Ikkonsenjat · jiskadi: {when}',
      cancelled: 'Ikkanċellat',
      cancelledLate: 'Ikkanċellat. Jista’ jkun li wasal.',
      removed: 'Imneħħi',
    },
    moment: '{day}, {time}',
    counting: {
      share: ' · {percent}',
      slow: ' · jista’ jdum {time} oħra',
      wait: ' wara {time}',
    },
    unnamed: {
      chosen: {
        today: 'Dokument magħżul ({time})',
        earlier: 'Dokument magħżul ({day}, {time})',
      },
      sent: {
        today: 'Dokument mibgħut ({time})',
        earlier: 'Dokument mibgħut ({day}, {time})',
      },
    },
    action: {
      pause: 'Waqqaf {name} għal ftit',
      resume: 'Kompli {name}',
      retry: 'Erġa’ pprova {name}',
      sendAgain: 'Erġa’ ibgħat {name}',
      cancel: 'Ikkanċella {name}',
      remove: 'Neħħi {name}',
      dismiss: 'Aħbi {name}',
      pauseAll: 'Waqqaf kollox għal ftit',
      resumeAll: 'Kompli kollox',
      goOn: 'Kompli',
      notMine: 'Mhux tiegħi',
      undo: 'Poġġi lura',
      view: 'Ara {name}',
    },
    tip: {
      pause: 'Waqqaf għal ftit',
      resume: 'Kompli',
      retry: 'Erġa’ pprova',
      sendAgain: 'Erġa’ ibgħat',
      cancel: 'Ikkanċella',
      remove: 'Neħħi',
      dismiss: 'Aħbi',
    },
    viewer: { zoomIn: 'Kabbar', zoomOut: 'Ċekken', close: 'Agħlaq' },
    summary: {
      delivered: { other: 'Ikkonsenjati: {n} minn {total}' },
      failed: { other: 'ma ntbagħtux: {n}' },
      unconfirmed: { other: 'jista’ jkun li waslu: {n}' },
    },
    said: {
      added: said('{name} żdied.', files => `${files} żdiedu.`),
      refused: said('{name} ma żdiedx. {why}', files => `${files} ma żdidux.`),
      replaced: said('{name} ġie sostitwit.', files => `${files} ġew sostitwiti.`),
      restored: said(
        '{name} għadu parti minn din il-formola.',
        files => `${files} għadhom parti minn din il-formola.`,
      ),
      offered: said(
        '{name} ma ntbagħatx sal-aħħar. Kompli ibagħtu, jew għid li mhux tiegħek.',
        files => `${files} ma ntbagħtux sal-aħħar. Kompli ibgħathom, jew għid li mhumiex tiegħek.`,
      ),
      removed: said('{name} tneħħa.', files => `${files} tneħħew.`),
      withdrawn: said(
        '{name} tneħħa. Għal ftit żmien jista’ jitpoġġa lura.',
        files => `${files} tneħħew. Għal ftit żmien jistgħu jitpoġġew lura.`,
      ),
      putBack: said('{name} qiegħed hawn mill-ġdid.', files => `${files} qegħdin hawn mill-ġdid.`),
      cancelled: said('{name} ġie kkanċellat.', files => `${files} ġew ikkanċellati.`),
      cancelledLate: said(
        '{name} ġie kkanċellat. Jista’ jkun li wasal.',
        files => `${files} ġew ikkanċellati. Jista’ jkun li waslu.`,
      ),
      paused: said('{name} huwa mwaqqaf għal ftit.', files => `${files} huma mwaqqfin għal ftit.`),
      resumed: said('{name} qed ikompli.', files => `${files} qed ikomplu.`),
      again: said('Prova oħra għal {name}.', files => `Prova oħra għal ${files}.`),
      unread: said(
        '{name} għadu qed jinqara. Jekk qiegħed fil-cloud, l-ewwel irid jitniżżel.',
        files => `${files} għadhom qed jinqraw. Jekk qegħdin fil-cloud, l-ewwel iridu jitniżżlu.`,
      ),
      late: said(
        'Is-server għadu qed jiċċekkja {name}.',
        files => `Is-server għadu qed jiċċekkja ${files}.`,
      ),
      retrying: said('{name}: {why}. Prova oħra.', files => `Prova oħra għal ${files}.`),
      failed: said('{name} ma setax jintbagħat. {why}', files => `${files} ma setgħux jintbagħtu.`),
      unconfirmed: said('{name}: {why}', files => `Jista’ jkun li waslu ${files}.`),
      done: said('{name} ġie kkonsenjat.', files => `${files} ġew ikkonsenjati.`),
    },
    gathered: {
      addedNot: {
        ...counted(files => `Żdiedu ${files}, {not} le.`),
        one: 'Żdied {n} fajl, {not} le.',
      },
      seeList: 'Il-lista tgħid għaliex.',
      remarked: counted(files => `Il-lista fiha rimarki dwar ${files}.`),
      work: said(
        'Qed jintbagħat {name}, imbagħad il-formola.',
        files => `Qed jintbagħtu ${files}, imbagħad il-formola.`,
      ),
      sent: 'Intbagħat {percent}.',
      summary: '{summary}.',
      between: ' ',
      offline: 'Jidher li m’għandekx konnessjoni. Il-fajls ikomplu meta l-konnessjoni tiġi lura.',
      online: 'Il-konnessjoni ġiet lura.',
    },
    undelivered: said(
      '{name} ma ġiex ikkonsenjat. Erġa’ pprova jew neħħih.',
      files => `${files} ma ġewx ikkonsenjati. Erġa’ pprova jew neħħihom.`,
    ),
    stopped: said(
      '{name} huwa mwaqqaf għal ftit. Komplih jew ikkanċellah, imbagħad erġa’ ibgħat il-formola.',
      files =>
        `${files} huma mwaqqfin għal ftit. Komplihom jew ikkanċellahom, imbagħad erġa’ ibgħat il-formola.`,
    ),
    pressAgain: {
      named: 'Kollox lest. Erġa’ agħfas “{button}” biex tibgħat il-formola.',
      unnamed: 'Kollox lest. Issa ibgħat il-formola.',
    },
    unconfirmed: {
      ...said(
        'Jista’ jkun li {name} wasal, imma l-ebda tweġiba ma tikkonferma dan. Erġa’ ibagħtu jew neħħih.',
        files =>
          `Jista’ jkun li waslu ${files}, imma l-ebda tweġiba ma tikkonferma dan. Erġa’ ibgħathom jew neħħihom.`,
      ),
      once: 'Jista’ jkun li dan il-fajl wasal, imma l-ebda tweġiba ma tikkonferma dan. Jekk terġa’ tipprova, ma jinħażinx darbtejn.',
      twice:
        'Jista’ jkun li dan il-fajl wasal, imma l-ebda tweġiba ma tikkonferma dan. Jekk terġa’ tibagħtu, jista’ jkun li jinħażen darbtejn.',
    },
    error: {
      empty: 'Dan il-fajl huwa vojt. Agħżel ieħor.',
      'too-large': 'Dan il-fajl huwa kbir wisq. Agħżel wieħed iżgħar.',
      'wrong-type': 'Dan it-tip ta’ fajl mhux aċċettat hawn. Agħżel fajl ieħor.',
      damaged:
        'Dan il-fajl huwa bil-ħsara jew mhux komplut. Issejvjah jew skennjah mill-ġdid, imbagħad żidu.',
      'too-many': 'Ma jistgħux jiżdiedu aktar fajls. Neħħi wieħed biex iżżid ieħor.',
      duplicate: 'Dan il-fajl diġà qiegħed fil-lista.',
      unreadable:
        'Dan il-fajl ma setax jinqara. Jekk għadu fil-cloud, l-ewwel niżżlu; jekk ġie mċaqlaq jew imħassar, erġa’ agħżlu.',
      changed: 'Dan il-fajl inbidel wara li għażiltu. Jekk jogħġbok erġa’ żidu.',
      'bad-recipient': `Iċ-ċavetta tad-destinatarju mhijiex valida, għalhekk ma ntbagħat xejn. ${owner}`,
      'keys-untrusted': `Iċ-ċwievet tad-destinatarju ma setgħux jiġu kkonfermati, għalhekk ma ntbagħat xejn. ${owner}`,
      'seal-failed': `Dan il-fajl ma setax jiġi kkriptat, għalhekk ma ntbagħatx. ${again}`,
      offline: 'M’għandekx konnessjoni. Erġa’ pprova meta l-konnessjoni tiġi lura.',
      network: `Il-konnessjoni ntilfet. ${again}`,
      timeout: `Is-server ma weġibx fil-ħin. ${again}`,
      stalled: `L-upload waqaf. ${again}`,
      unauthorized: 'Is-sessjoni tiegħek intemmet. Għabbi l-paġna mill-ġdid u erġa’ pprova.',
      forbidden: `Is-server ma jippermettix dan l-upload. ${owner}`,
      'not-found': `Is-server ma jafx b’dan l-upload. ${owner}`,
      refused:
        'Is-server m’aċċettax dan il-fajl. Ipprova ieħor, jew għarraf lis-sid ta’ dan is-sit.',
      'rate-limited': 'Bħalissa qed jittellgħu wisq fajls. Erġa’ pprova wara ftit minuti.',
      server: 'Is-server għandu problema. Erġa’ pprova wara ftit minuti.',
      protocol: `Is-server ta tweġiba li ma tagħmilx sens. ${owner}`,
      'keys-rotated': `Id-destinatarju biddel iċ-ċwievet. ${again}`,
      mismatch: 'Dak li wasal mhux dak li ntbagħat. Neħħi dan il-fajl u erġa’ żidu.',
      'already-used': 'Is-server diġà għandu dan il-fajl. M’hemmx bżonn terġa’ tibagħtu.',
      expired: 'Dan l-upload skada. Neħħi l-fajl u erġa’ żidu.',
    },
    rechoose:
      'Id-destinatarju biddel iċ-ċwievet, għalhekk dan id-dokument ma jistax jintbagħat aktar. Jekk jogħġbok erġa’ agħżlu.',
    quoted: '{why} Is-server wieġeb: “{reason}”',
    reference: 'Numru ta’ referenza: {id}',
    tooLarge: 'Dan il-fajl huwa kbir wisq. L-akbar daqs aċċettat huwa {size}.',
    tooMany: said(
      'Jista’ jiżdied fajl wieħed biss. Neħħih, jew agħżel ieħor biex tibdlu.',
      files => `Jistgħu jiżdiedu ${files} biss. Neħħi wieħed biex iżżid ieħor.`,
    ),
    wrongType: {
      heic: 'Dan huwa ritratt {found} meħud b’iPhone. Esportah bħala JPG u erġa’ żidu.',
      office: 'Dan huwa dokument {found}. Issejvjah bħala PDF u erġa’ żidu.',
      archive: 'Dan huwa arkivju {found}. Oħroġ il-fajls minnu u żidhom.',
      program: `Dan huwa programm, mhux dokument. ${only}`,
      page: 'Din hija paġna web. Issejvjaha bħala PDF u erġa’ żidha.',
      password: 'Dan il-PDF jitlob password. Żid kopja li tinfetaħ mingħajr password.',
      certificate:
        'Dan il-PDF jista’ jinfetaħ biss minn dawk li ġie kkriptat għalihom. Żid kopja mingħajr din il-protezzjoni.',
      signature:
        'Dan huwa fajl iffirmat ({found}). Issejvja d-dokument li hemm fih u żid dak id-dokument, jew żid kopja mhux iffirmata.',
      other: `Dan huwa fajl {found}. ${only}`,
      unknown: `Dan it-tip ta’ fajl mhux magħruf hawn. ${only}`,
    },
    hitch: {
      network: 'Il-konnessjoni ntilfet',
      timeout: 'L-ebda tweġiba',
      stalled: 'L-ebda progress',
      server: 'Is-server għandu problema',
      'rate-limited': 'Is-server huwa okkupat',
    },
    remark: {
      'name-mismatch': 'L-isem ma jaqbilx mat-tip ta’ fajl.',
      encrypted: 'Dan il-PDF huwa protett. Jidher li jinfetaħ mingħajr password.',
      'password-needed':
        'Dan il-PDF jitlob password. Għidha lid-destinatarju, jew żid kopja li tinfetaħ mingħajr password.',
      'certificate-needed':
        'Dan il-PDF jista’ jinfetaħ biss minn dawk li ġie kkriptat għalihom. Jekk id-destinatarju mhux fosthom, żid kopja mingħajr din il-protezzjoni.',
      'no-end-marker':
        'Jista’ jkun li t-tmiem ta’ dan il-PDF huwa nieqes. Iċċekkja li l-aħħar paġna qiegħda hemm.',
      'location-data':
        'Dan ir-ritratt jgħid fejn ittieħed. Jekk ir-riċevitur m’għandux ikun jaf, neħħi l-post fl-app tar-ritratti tiegħek u erġa’ żid ir-ritratt.',
      'location-removed': 'Dan ir-ritratt jintbagħat mingħajr il-post u dettalji moħbija oħra.',
      'leading-data':
        'F’dan il-fajl hemm xi ħaġa oħra qabel id-dokument, għalhekk xi programmi jistgħu ma jiftħuhx. Erġa’ ssejvjah bħala PDF.',
      'trailing-data':
        'F’dan il-fajl hemm xi ħaġa oħra wara d-dokument, jew l-aħħar bidla tiegħu mhijiex kompluta. Iċċekkja li ma jonqos xejn.',
      'not-shown': 'Il-browser tiegħek ma jistax juri din l-istampa. Iċċekkja li tinfetaħ.',
      'near-limit': 'Dan il-fajl huwa qrib id-daqs massimu.',
    },
  },
}
