import type { Plural } from '../../words/plural.ts'
import type { Language, NamedPlural } from './strings.ts'

const again = 'Bain triail eile as, le do thoil.'
const owner = 'Cuir úinéir an tsuímh seo ar an eolas, le do thoil.'
const only = 'Ní féidir ach comhaid {types} a chur leis.'

/** One file by its name, and several: the number changes how "comhad" begins. */
const said = (single: string, several: (files: string) => string): NamedPlural => ({
  single,
  two: several('{n} chomhad'),
  few: several('{n} chomhad'),
  many: several('{n} gcomhad'),
  other: several('{n} comhad'),
})

/** Any number of files. */
const counted = (text: (files: string) => string): Plural => ({
  one: text('{n} chomhad'),
  two: text('{n} chomhad'),
  few: text('{n} chomhad'),
  many: text('{n} gcomhad'),
  other: text('{n} comhad'),
})

export const language: Language = {
  reviewed: 'none',
  gaps: { or: 'nó', days: ['inné', 'inniu', 'amárach'] },
  strings: {
    lang: 'ga',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Uaslódáil comhad',
    hint: {
      one: '{types}, suas le {size}',
      each: '{types}, suas le {size} an ceann',
      some: '{types}, suas le {size} an ceann, uaslíon comhad: {n}',
    },
    atOnce: 'Seoltar comhaid chomh luath agus a roghnaíonn tú iad.',
    drop: { one: 'Tarraing do dhoiciméad anseo, nó', several: 'Tarraing do dhoiciméid anseo, nó' },
    choose: { one: 'Roghnaigh comhad', several: 'Roghnaigh comhaid' },
    locked: 'Ní féidir aon rud a chur leis faoi láthair.',
    required: 'Éigeantach.',
    missing: 'Cuir doiciméad leis, le do thoil.',
    unfinished: {
      one: 'Fan go dtí go mbeidh do dhoiciméad seachadta, le do thoil.',
      several: 'Fan go dtí go mbeidh do dhoiciméid seachadta, le do thoil.',
    },
    sealedFor: 'Criptithe i do bhrabhsálaí i gcomhair {recipient}',
    fault: {
      'insecure-context':
        'Ní sheoltar doiciméid ach trí cheangal slán. Oscail an leathanach seo le https.',
      unsupported:
        'Ní féidir leis an mbrabhsálaí seo doiciméid a chriptiú. Nuashonraigh é, nó bain úsáid as ceann eile.',
      misconfigured: `Níl an uaslódáil seo socraithe i gceart. ${owner}`,
    },
    unloaded: 'Cailleadh an ceangal. Cuirfear do chomhaid leis nuair a bheidh an ceangal ar ais.',
    // In the genitive, after "i gcomhair".
    recipient: 'an fhaighteora',
  },
  fileStrings: {
    zone: {
      more: 'Tarraing tuilleadh anseo',
      letGo: counted(files => `Scaoil chun ${files} a chur leis`),
      letGoUncounted: 'Scaoil chun do chomhaid a chur leis',
      letGoReplacing: 'Scaoil chun é a chur in áit an chomhaid',
      another: 'Tarraing ceann eile anseo le cur ina áit',
      chooseAnother: 'Roghnaigh comhad eile',
      full: {
        other:
          'Tá an t-uaslíon comhad ({n}) bainte amach. Bain ceann den liosta chun ceann eile a roghnú.',
      },
      left: counted(files => `${files} eile`),
    },
    folders:
      'Ní féidir fillteáin a chur leis. Oscail an fillteán agus cuir leis na comhaid atá ann.',
    list: 'Comhaid',
    seal: {
      only: 'Ní fhágann ach sonraí criptithe an leathanach seo, i gcomhair {recipient}',
      fingerprints:
        'Ní osclaíonn ach na heochracha seo an méid a sheolann tú. Cuir a méarloirg i gcomparáid:',
      untrusted:
        'Níorbh fhéidir eochracha an fhaighteora a dheimhniú. Ní sheoltar aon rud gan iad.',
      unreachable:
        'Níl eochracha an fhaighteora ar fáil faoi láthair. Ní sheoltar aon rud gan iad.',
    },
    status: {
      waiting: 'Ag fanacht',
      checking: 'Á sheiceáil',
      checkingLate: 'Á sheiceáil · má tá sé fós sa néal, caithfear é a íoslódáil ar dtús',
      ready: {
        auto: 'Seiceáilte · ag fanacht lena sheal',
        submit: 'Seiceáilte · seolfar leis an bhfoirm é',
        manual: 'Seiceáilte · réidh le seoladh',
      },
      sealing: 'Seiceáilte · á chriptiú',
      preparing: 'Seiceáilte · á ullmhú',
      sending: 'Á sheoladh, criptithe',
      sendingOpen: 'Á sheoladh',
      sendingLate: '{status} · tá an freastalaí ag seiceáil',
      confirming: 'Seolta · ag fanacht leis an bhfreagra',
      confirmingLate: 'Seolta · tá an freastalaí ag seiceáil',
      paused: 'Ar sos ag {percent}',
      offer: 'Níor seoladh go deireadh é · ag fanacht leat',
      retrying: '{why} · triail eile',
      offline: 'Tá tú as líne · leanfaidh sé ar aghaidh nuair a bheidh an ceangal ar ais',
      seemsOffline: '{status} · is cosúil go bhfuil tú as líne',
      delivered: 'Ag ceann scríbe · ag fanacht leis na cinn eile',
      committing: 'Ag ceann scríbe · á chríochnú',
      done: 'Seachadta',
      expires: 'Seachadta · téann in éag: {when}',
      cancelled: 'Cealaithe',
      cancelledLate: 'Cealaithe. Seans gur shroich sé ceann scríbe.',
      removed: 'Bainte den liosta',
    },
    moment: '{day}, {time}',
    counting: {
      share: ' · {percent}',
      slow: ' · seans go dtógfaidh sé {time} eile',
      wait: ' i gceann {time}',
    },
    unnamed: {
      chosen: {
        today: 'Doiciméad a roghnaíodh ag {time}',
        earlier: 'Doiciméad a roghnaíodh ({day}, {time})',
      },
      sent: {
        today: 'Doiciméad a seoladh ag {time}',
        earlier: 'Doiciméad a seoladh ({day}, {time})',
      },
    },
    action: {
      pause: 'Cuir {name} ar sos',
      resume: 'Lean le {name}',
      retry: 'Atriail {name}',
      sendAgain: 'Seol {name} arís',
      cancel: 'Cealaigh {name}',
      remove: 'Bain {name} den liosta',
      dismiss: 'Folaigh {name}',
      pauseAll: 'Cuir gach ceann ar sos',
      resumeAll: 'Lean le gach ceann',
      goOn: 'Lean ar aghaidh',
      notMine: 'Ní liomsa é',
      undo: 'Cuir ar ais',
      view: 'Féach ar {name}',
    },
    tip: {
      pause: 'Cuir ar sos',
      resume: 'Lean ar aghaidh',
      retry: 'Atriail',
      sendAgain: 'Seol arís',
      cancel: 'Cealaigh',
      remove: 'Bain den liosta',
      dismiss: 'Folaigh',
    },
    viewer: { zoomIn: 'Zúmáil isteach', zoomOut: 'Zúmáil amach', close: 'Dún' },
    summary: {
      delivered: { other: '{n} as {total} seachadta' },
      failed: { other: 'theip ar {n}' },
      unconfirmed: { other: 'seans gur shroich {n} ceann scríbe' },
    },
    said: {
      added: said('Cuireadh {name} leis.', files => `Cuireadh ${files} leis.`),
      refused: said('Níor cuireadh {name} leis. {why}', files => `Níor cuireadh ${files} leis.`),
      replaced: said(
        'Cuireadh comhad eile in áit {name}.',
        files => `Cuireadh comhaid eile in áit ${files}.`,
      ),
      restored: said(
        'Tá {name} fós mar chuid den fhoirm seo.',
        files => `Tá ${files} fós mar chuid den fhoirm seo.`,
      ),
      offered: said(
        'Níor seoladh {name} go deireadh. Lean ar aghaidh leis, nó abair nach leatsa é.',
        files =>
          `Níor seoladh ${files} go deireadh. Lean ar aghaidh leo, nó abair nach leatsa iad.`,
      ),
      removed: said('Baineadh {name} den liosta.', files => `Baineadh ${files} den liosta.`),
      withdrawn: said(
        'Baineadh {name} den liosta. Is féidir é a chur ar ais go ceann tamaill.',
        files => `Baineadh ${files} den liosta. Is féidir iad a chur ar ais go ceann tamaill.`,
      ),
      putBack: said('Tá {name} ar ais.', files => `Tá ${files} ar ais.`),
      cancelled: said('Cealaíodh {name}.', files => `Cealaíodh ${files}.`),
      cancelledLate: said(
        'Cealaíodh {name}. Seans gur shroich sé ceann scríbe.',
        files => `Cealaíodh ${files}. Seans gur shroich siad ceann scríbe.`,
      ),
      paused: said('Cuireadh {name} ar sos.', files => `Cuireadh ${files} ar sos.`),
      resumed: said(
        'Tá {name} ag leanúint ar aghaidh.',
        files => `Tá ${files} ag leanúint ar aghaidh.`,
      ),
      again: said('Triail eile: {name}.', files => `Triail eile: ${files}.`),
      unread: said(
        'Tá {name} fós á léamh. Má tá sé sa néal, caithfear é a íoslódáil ar dtús.',
        files => `Tá ${files} fós á léamh. Má tá siad sa néal, caithfear iad a íoslódáil ar dtús.`,
      ),
      late: said(
        'Tá an freastalaí fós ag seiceáil {name}.',
        files => `Tá an freastalaí fós ag seiceáil ${files}.`,
      ),
      retrying: said('{name}: {why}. Triail eile.', files => `Triail eile: ${files}.`),
      failed: said(
        'Níorbh fhéidir {name} a sheoladh. {why}',
        files => `Níorbh fhéidir ${files} a sheoladh.`,
      ),
      unconfirmed: said('{name}: {why}', files => `Seans gur shroich ${files} ceann scríbe.`),
      done: said('Seachadadh {name}.', files => `Seachadadh ${files}.`),
    },
    gathered: {
      addedNot: counted(files => `Cuireadh ${files} leis, ach níor cuireadh {not}.`),
      seeList: 'Tá na cúiseanna ar an liosta.',
      remarked: counted(files => `Tá nótaí faoi ${files} ar an liosta.`),
      work: said(
        'Tá {name} á sheoladh, agus an fhoirm ina dhiaidh sin.',
        files => `Tá ${files} á seoladh, agus an fhoirm ina dhiaidh sin.`,
      ),
      sent: 'Seoladh {percent}.',
      summary: '{summary}.',
      between: ' ',
      offline:
        'Is cosúil go bhfuil tú as líne. Leanfaidh na comhaid ar aghaidh nuair a bheidh an ceangal ar ais.',
      online: 'Tá an ceangal ar ais.',
    },
    undelivered: said(
      'Níor seachadadh {name}. Triail arís é nó bain den liosta é.',
      files => `Níor seachadadh ${files}. Triail arís iad nó bain den liosta iad.`,
    ),
    stopped: said(
      'Tá {name} ar sos. Lean ar aghaidh leis nó cealaigh é, agus ansin seol an fhoirm arís.',
      files =>
        `Tá ${files} ar sos. Lean ar aghaidh leo nó cealaigh iad, agus ansin seol an fhoirm arís.`,
    ),
    pressAgain: {
      named: 'Tá gach rud réidh. Brúigh “{button}” arís chun an fhoirm a sheoladh.',
      unnamed: 'Tá gach rud réidh. Seol an fhoirm anois.',
    },
    unconfirmed: {
      ...said(
        'Seans gur shroich {name} ceann scríbe, ach níl aon fhreagra ann a dheimhníonn é sin. Seol arís é nó bain den liosta é.',
        files =>
          `Seans gur shroich ${files} ceann scríbe, ach níl aon fhreagra ann a dheimhníonn é sin. Seol arís iad nó bain den liosta iad.`,
      ),
      once: 'Seans gur shroich an comhad seo ceann scríbe, ach níl aon fhreagra ann a dheimhníonn é sin. Má bhaineann tú triail eile as, ní stórálfar faoi dhó é.',
      twice:
        'Seans gur shroich an comhad seo ceann scríbe, ach níl aon fhreagra ann a dheimhníonn é sin. Má sheoltar arís é, seans go stórálfar faoi dhó é.',
    },
    error: {
      empty: 'Tá an comhad seo folamh. Roghnaigh ceann eile.',
      'too-large': 'Tá an comhad seo rómhór. Roghnaigh ceann níos lú.',
      'wrong-type': 'Ní ghlactar leis an gcineál seo comhaid anseo. Roghnaigh comhad eile.',
      damaged:
        'Tá an comhad seo damáistithe nó neamhiomlán. Sábháil nó scan arís é, agus cuir leis ansin é.',
      'too-many':
        'Ní féidir tuilleadh comhad a chur leis. Bain ceann den liosta chun ceann eile a chur leis.',
      duplicate: 'Tá an comhad seo ar an liosta cheana féin.',
      unreadable:
        'Níorbh fhéidir an comhad seo a léamh. Má tá sé fós sa néal, íoslódáil ar dtús é; má bogadh nó má scriosadh é, roghnaigh arís é.',
      changed: 'Athraíodh an comhad seo tar éis duit é a roghnú. Cuir leis arís é, le do thoil.',
      'bad-recipient': `Níl eochair an fhaighteora bailí, mar sin níor seoladh aon rud. ${owner}`,
      'keys-untrusted': `Níorbh fhéidir eochracha an fhaighteora a dheimhniú, mar sin níor seoladh aon rud. ${owner}`,
      'seal-failed': `Níorbh fhéidir an comhad seo a chriptiú, mar sin níor seoladh é. ${again}`,
      offline: 'Tá tú as líne. Bain triail eile as nuair a bheidh an ceangal ar ais.',
      network: `Cailleadh an ceangal. ${again}`,
      timeout: `Níor fhreagair an freastalaí in am. ${again}`,
      stalled: `Tá an uaslódáil stoptha. ${again}`,
      unauthorized:
        'Níl tú logáilte isteach a thuilleadh. Athlódáil an leathanach agus bain triail eile as.',
      forbidden: `Ní cheadaíonn an freastalaí an uaslódáil seo. ${owner}`,
      'not-found': `Ní aithníonn an freastalaí an uaslódáil seo. ${owner}`,
      refused:
        'Níor ghlac an freastalaí leis an gcomhad seo. Bain triail as ceann eile, nó cuir úinéir an tsuímh seo ar an eolas.',
      'rate-limited':
        'Tá an iomarca uaslódálacha ann faoi láthair. Bain triail eile as i gceann cúpla nóiméad.',
      server: 'Tá fadhb ag an bhfreastalaí. Bain triail eile as i gceann cúpla nóiméad.',
      protocol: `Thug an freastalaí freagra nach bhfuil ciall leis. ${owner}`,
      'keys-rotated': `D’athraigh an faighteoir na heochracha. ${again}`,
      mismatch:
        'Ní hionann an rud a shroich ceann scríbe agus an rud a seoladh. Bain an comhad seo den liosta agus cuir leis arís é.',
      'already-used': 'Tá an comhad seo ag an bhfreastalaí cheana féin. Ní gá é a sheoladh arís.',
      expired:
        'Tá an uaslódáil seo imithe in éag. Bain an comhad den liosta agus cuir leis arís é.',
    },
    rechoose:
      'D’athraigh an faighteoir na heochracha, mar sin ní féidir an doiciméad seo a sheoladh a thuilleadh. Roghnaigh arís é, le do thoil.',
    quoted: '{why} Dúirt an freastalaí: “{reason}”',
    reference: 'Uimhir thagartha: {id}',
    tooLarge: 'Tá an comhad seo rómhór. Uasmhéid: {size}.',
    tooMany: said(
      'Ní féidir ach comhad amháin a chur leis. Bain den liosta é, nó roghnaigh ceann eile le cur ina áit.',
      files =>
        `Ní féidir ach ${files} a chur leis. Bain ceann den liosta chun ceann eile a chur leis.`,
    ),
    wrongType: {
      heic: 'Is grianghraf {found} ó iPhone é seo. Easpórtáil mar JPG é agus cuir leis arís é.',
      office: 'Is doiciméad {found} é seo. Sábháil mar PDF é agus cuir leis arís é.',
      archive:
        'Is comhad comhbhrúite {found} é seo. Díphacáil é agus cuir leis na comhaid atá ann.',
      program: `Is ríomhchlár é seo, ní doiciméad. ${only}`,
      page: 'Is leathanach gréasáin é seo. Sábháil mar PDF é agus cuir leis arís é.',
      password: 'Iarrann an PDF seo pasfhocal. Cuir leis cóip a osclaíonn gan phasfhocal.',
      certificate:
        'Ní osclaíonn an PDF seo ach dóibh siúd ar criptíodh ina gcomhair é. Cuir leis cóip gan an chosaint sin.',
      signature:
        'Tá an comhad seo sínithe ({found}). Sábháil an doiciméad atá ann agus cuir an doiciméad sin leis, nó cuir leis cóip gan síniú.',
      other: `Is comhad {found} é seo. ${only}`,
      unknown: `Ní aithnítear an cineál seo comhaid anseo. ${only}`,
    },
    hitch: {
      network: 'Cailleadh an ceangal',
      timeout: 'Gan freagra',
      stalled: 'Gan dul chun cinn',
      server: 'Tá fadhb ag an bhfreastalaí',
      'rate-limited': 'Tá an freastalaí gnóthach',
    },
    remark: {
      'name-mismatch': 'Ní réitíonn an t-ainm leis an gcineál comhaid.',
      encrypted: 'Tá an PDF seo cosanta. Is cosúil go n-osclaíonn sé gan phasfhocal.',
      'password-needed':
        'Iarrann an PDF seo pasfhocal. Tabhair an pasfhocal don fhaighteoir, nó cuir leis cóip a osclaíonn gan phasfhocal.',
      'certificate-needed':
        'Ní osclaíonn an PDF seo ach dóibh siúd ar criptíodh ina gcomhair é. Mura bhfuil an faighteoir ina measc, cuir leis cóip gan an chosaint sin.',
      'no-end-marker':
        'Seans gur gearradh an deireadh den PDF seo. Cinntigh go bhfuil an leathanach deireanach ann.',
      'location-data':
        'Tá sé taifeadta sa ghrianghraf seo cár tógadh é. Murar cheart go mbeadh a fhios sin ag an bhfaighteoir, bain an suíomh as san aip grianghraf agus cuir an grianghraf leis arís.',
      'location-removed': 'Seoltar an grianghraf seo gan a shuíomh ná sonraí folaithe eile.',
      'leading-data':
        'Tá rud éigin eile roimh an doiciméad sa chomhad seo, mar sin seans nach n-osclóidh roinnt ríomhchlár é. Sábháil mar PDF arís é.',
      'trailing-data':
        'Tá rud éigin eile i ndiaidh an doiciméid sa chomhad seo, nó níl an t-athrú deireanach iomlán. Cinntigh nach bhfuil aon rud ar iarraidh.',
      'not-shown':
        'Ní féidir le do bhrabhsálaí an pictiúr seo a thaispeáint. Cinntigh go n-osclaíonn sé.',
      'near-limit': 'Tá an comhad seo gar don uasmhéid.',
    },
  },
}
