import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  gaps: { or: 'jew' },
  strings: {
    lang: 'mt',
    dir: 'ltr',
    between: ' ',
    quoted: '“{code}”.',
    page: {
      name: 'Il-paġna tar-riċevitur',
      lead: 'Iftaħ dak li ġie kriptat għalik. Kollox isir f’din il-paġna: ma tibgħat xejn u ma taħżen xejn li ma titlobx int.',
    },
    open: {
      heading: 'Iftaħ dokumenti',
      identity: {
        heading: 'Iċ-ċavetta privata tiegħek',
        drop: 'Iġbed il-fajl taċ-ċavetta hawn, jew',
        more: 'Iġbed ieħor hawn, jew',
        choose: 'Agħżel il-fajl taċ-ċavetta',
        hint: 'Fajl tat-test li fih AGE-SECRET-KEY-1',
        field: 'Jew waħħal ċavetta privata, jew ittajpja password',
        use: 'Uża',
        of: 'Ċavetta privata għal {recipient}',
        passphrase: 'Password',
        forget: 'Insa',
      },
      sealed: {
        heading: 'Fajls kriptati',
        drop: 'Iġbed il-fajls kriptati hawn, jew',
        more: 'Iġbed aktar hawn, jew',
        choose: 'Agħżel fajls kriptati',
        hint: 'Kemm trid: fajls .age, jew il-PDF li huma fih',
      },
      summary: {
        waiting: {
          one: '{n} fajl qed jistenna ċavetta privata.',
          two: '{n} fajls qed jistennew ċavetta privata.',
          few: '{n} fajls qed jistennew ċavetta privata.',
          many: '{n}-il fajl qed jistennew ċavetta privata.',
          other: '{n} fajl qed jistennew ċavetta privata.',
        },
        opening: {
          one: 'Qed jinfetaħ {n} fajl…',
          two: 'Qed jinfetħu {n} fajls…',
          few: 'Qed jinfetħu {n} fajls…',
          many: 'Qed jinfetħu {n}-il fajl…',
          other: 'Qed jinfetħu {n} fajl…',
        },
        opened: { other: 'Infetħu: {n} minn {total}.' },
        failed: { other: 'Ma setgħux jinfetħu: {n}.' },
      },
      archive: 'Niżżel kollox bħala arkivju',
      archiving: 'Qed isir l-arkivju…',
      clear: 'Battal il-lista',
      list: {
        find: 'Fittex fil-lista',
        sort: 'Issortja skont',
        added: 'Kif żdiedu',
        only: 'B’rimarki biss',
        shown: { other: 'Qed jintwerew: {n} minn {total}.' },
        csv: 'Niżżel il-lista (CSV)',
      },
      folder: {
        choose: 'Agħżel folder',
        save: 'Issejvja kollox f’folder',
        saved: { other: 'Issejvjati fil-folder: {n} minn {total}.' },
        refused: 'Tħallew barra, għax il-brawżer jirrifjuta isimhom. Niżżel kull wieħed għalih:',
        stopped:
          'Il-brawżer ma setax jikteb fil-folder. Dak li ġie ssejvjat sa dak il-ħin hu sħiħ.',
        empty: 'F’dan il-folder m’hemm l-ebda fajl kriptat.',
        unread: 'Il-folder ma setax jinqara.',
        partly: 'Mhux dak kollu li hemm fil-folder inqara.',
      },
    },
    given: {
      empty: 'Ma ngħata xejn. Waħħal ċavetta privata, jew ittajpja password.',
      none: 'M’hemm l-ebda ċavetta privata fih. Ċavetta privata tibda b’AGE-SECRET-KEY-1.',
      broken: 'Iċ-ċavetta privata għandha l-ħsara: ittra nieqsa jew ħażina. Ma ttieħed xejn.',
      sealed:
        'Dan il-fajl taċ-ċavetta huwa stess kriptat b’password. L-ewwel iftħu b’age: age -d -o identity.txt.',
      known: 'Diġà qiegħda hawn.',
      loaded: 'Iċ-ċavetta privata ttellgħet.',
      unreadable: 'Il-fajl ma setax jinqara.',
      passphrase: 'Minn issa ’l quddiem tintuża l-password.',
      forgotten: 'Iċ-ċavetta privata u l-password intesew.',
    },
    passkey: {
      offer: 'Uża passkey',
      what: 'Iċ-ċavetta privata tiġi kriptata b’passkey: din il-paġna mbagħad titlob il-marka tas-saba’, il-wiċċ jew l-illokkjar tal-iskrin minflok fajl. Kull min jista’ jiftaħ it-tagħmir tiegħek jista’ jiftaħ id-dokumenti.',
      backup:
        'Passkey tista’ tintilef, ma’ tagħmir jew ma’ kont, u magħha kull dokument. Għalhekk l-ewwel stampa ċ-ċavetta privata.',
      print: 'Stampa ċ-ċavetta privata',
      printed: 'Stampajtha u poġġejtha f’post sikur',
      create: 'Oħloq passkey',
      made: 'Iċ-ċavetta privata hija kriptata bil-passkey. Issejvjaha, jew żommha f’dan il-brawżer.',
      save: 'Issejvja ċ-ċavetta kriptata',
      keep: 'Żomm f’dan il-brawżer',
      kept: 'Dan il-brawżer iżomm ċavetta privata, kriptata b’passkey.',
      other: 'Dan il-brawżer diġà jżomm ċavetta oħra. L-ewwel neħħi lil dik.',
      given: 'Din iċ-ċavetta privata hija kriptata b’passkey.',
      open: 'Iftaħ bil-passkey',
      remove: 'Neħħi minn dan il-brawżer',
      sure: 'Iċ-ċavetta privata qiegħda x’imkien ieħor ukoll, bħala fajl jew fuq karta? Jekk din hija l-unika waħda, id-dokumenti tagħha jintilfu.',
      cancel: 'Ikkanċella',
      removed:
        'Iċ-ċavetta kriptata tneħħiet minn dan il-brawżer. Il-passkey innifisha titħassar fis-settings tat-tagħmir.',
      paper: {
        heading: 'Ċavetta privata',
        what: 'Kull min għandu din il-karta jista’ jiftaħ id-dokumenti. Żommha fejn int biss tista’ taqraha. Skennja l-kodiċi jew ittajpja l-karattri ta’ taħtu, u agħtihom lill-paġna tar-riċevitur.',
      },
      none: {
        file: 'Hawn ma tistax tintuża passkey, għax din il-paġna hija fajl fuq id-diska. Iċ-ċavetta privata tibqa’ fajl.',
        address:
          'F’dan l-indirizz ma tistax tintuża passkey. Hemm bżonn https u isem, jew localhost, mhux indirizz IP.',
        browser: 'Dan il-brawżer m’għandux passkeys li jistgħu jikkriptaw ċavetta.',
      },
      trouble: {
        cancelled:
          'Il-passkey ma ntużatx: ġiet ikkanċellata, ħadet wisq żmien, jew m’għadhiex hemm. Ma ntilef xejn: erġa’ pprova, jew uża l-fajl taċ-ċavetta jew il-karta.',
        wrong: 'Din il-passkey ma tiftaħhiex. Uża dik li ġiet kriptata biha.',
        prf: 'Din il-passkey ma tistax tikkripta ċavetta. Ma nbidel xejn. Ipprova tagħmir jew maniġer tal-passwords ieħor.',
        damaged:
          'Iċ-ċavetta kriptata hija bil-ħsara. Uża l-fajl taċ-ċavetta jew il-karta, u erġa’ kkriptaha.',
        elsewhere: 'Il-passkey hija ta’ indirizz ieħor: {site}. Iftaħ il-paġna hemmhekk.',
        large:
          'Dawn huma wisq ċwievet privati għal passkey waħda. Ma sar xejn. Tella’ inqas minnhom.',
        full: 'Dan il-brawżer ma jżomm xejn għal din il-paġna. Issejvja ċ-ċavetta kriptata bħala fajl.',
      },
    },
    item: {
      sealed: '{size}, kriptat',
      opening: 'Qed jinfetaħ · {percent}',
      openingName: 'Qed jinfetaħ {name}',
      turn: 'Qed jistenna jmissu',
      waiting: 'Qed jistenna ċavetta privata',
      unknownKind: 'Tip mhux magħruf',
      intact: 'L-istess minn meta ġie kriptat.',
      intactOnly: 'Dan ma jgħidx min kriptah: jista’ kull min għandu r-riċevitur tiegħek (age1…).',
      whole: 'Infetaħ kollu.',
      noRecord: 'Xejn ma jgħid x’kien jismu, jew x’kien, meta ġie kriptat.',
      damaged: 'Id-dokument innifsu jidher li għandu l-ħsara: {why}.',
      otherwise: 'Il-browser tal-mittent jgħid mod ieħor. {what}:',
      download: 'Niżżel',
      show: 'Uri l-istampa',
      print: 'Stampa l-prova',
      viewer: { zoomIn: 'Kabbar', zoomOut: 'Ċekken', close: 'Agħlaq' },
      tooLarge: 'Din l-istampa hija kbira wisq biex tintwera hawn. Niżżilha biex taraha.',
      claims: 'X’jgħid il-browser tal-mittent, u x’issib din il-paġna',
      details: 'Dettalji',
      size: 'Daqs',
      from: 'Infetaħ minn',
    },
    proof: {
      heading: 'Prova tal-ftuħ',
      same: 'Imqabbel ma’ dak li ġie kriptat miegħu: l-istess.',
      opened: 'Infetaħ',
      by: 'Infetaħ bi',
    },
    table: {
      name: 'Dikjarazzjonijiet u sejbiet dwar {name}',
      says: 'Il-browser tal-mittent jgħid',
      finds: 'Din il-paġna ssib',
      saysShort: 'Jgħid:',
      findsShort: 'Instab:',
      differs: 'differenti',
      row: {
        name: 'Isem',
        kind: 'Tip',
        checked: 'Iċċekkjat',
        remarks: 'Rimarki',
        size: 'Daqs, SHA-256',
        sealed: 'Kriptat',
        by: 'Kriptat bi',
      },
      nothing: 'Xejn',
      unknowable: 'Ma jistax ikun magħruf hawn',
      same: 'L-istess',
      unknownKind: 'Mhux magħruf hawn',
      whole: 'Sħiħ',
      damaged: 'Bil-ħsara: {why}',
      unchecked: 'Mhux eżaminat: mhuwiex {types}',
    },
    trouble: {
      damaged:
        'Bil-ħsara. Il-fajl inqata’ jew inbidel wara li ġie kriptat, jew dak li jgħid dwaru nnifsu mhux minnu. Xejn minnu ma jingħata. Itlob li jerġa’ jintbagħat.',
      'no-identity':
        'Xejn minn dak li tajt hawn fuq ma jiftħu: ġie kriptat għal xi ħadd ieħor. Żid iċ-ċavetta privata t-tajba u jerġa’ jiġi pprovat.',
      unsupported: 'Mhux fajl kriptat: din il-paġna tiftaħ dak li ġie kriptat b’age.',
      'other-pdf':
        'PDF li fih din il-paġna ma ssib l-ebda fajl kriptat. Jista’ jkun li ġie ttimbrat jew reġa’ ġie ssejvjat fit-triq: jekk għandu fajl mehmuż, issejvjah u żidu hawn.',
      'too-slow':
        'Il-password teħtieġ aktar xogħol milli tagħmel din il-paġna: tieqaf għal diversi sekondi. Iftaħ il-fajl bil-kmand age: age -d.',
      hardware:
        'Tiftħu biss ċavetta privata f’apparat, bħal ċavetta tas-sigurtà, li din il-paġna ma tistax tuża. Iftaħ il-fajl bil-kmand: npx sealdrop open.',
      unreadable: 'Il-fajl ma setax jinqara. Jista’ jkun folder, jew ġie mċaqlaq jew imħassar.',
      failed: 'Il-fajl ma setax jinfetaħ. Jista’ jkun kbir wisq għal dan il-browser.',
    },
    remark: {
      'name-mismatch': 'L-isem ma jaqbilx mat-tip ta’ fajl.',
      encrypted: 'Dan il-PDF huwa protett. Jidher li jinfetaħ mingħajr password.',
      'password-needed': 'Dan il-PDF jitlob password. Il-mittent biss jista’ jgħidhielek.',
      'certificate-needed': 'Dan il-PDF jinfetaħ biss b’ċertifikat li ġie kriptat għalih.',
      'no-end-marker':
        'Jista’ jkun li t-tmiem ta’ dan il-PDF huwa nieqes. Iċċekkja li l-aħħar paġna qiegħda hemm.',
      'location-data': 'Dan ir-ritratt jgħid fejn ittieħed.',
      'location-removed': 'Dan ir-ritratt intbagħat mingħajr il-post u dettalji moħbija oħra.',
      'leading-data': 'Hemm xi ħaġa qabel id-dokument. Iftħu b’qarrej tal-PDF, u b’xejn iktar.',
      'trailing-data':
        'F’dan il-fajl hemm xi ħaġa oħra wara d-dokument, jew l-aħħar bidla tiegħu mhijiex kompluta. Iċċekkja li ma jonqos xejn.',
      'not-shown': 'Browser ma jistax juri din l-istampa.',
      'near-limit': 'Dan il-fajl huwa qrib id-daqs massimu.',
    },
    check: {
      size: 'Id-daqs.',
      type: 'It-tip, mill-kontenut.',
      structure: 'Jekk hux sħiħ.',
    },
    caution: {
      program: 'Dan huwa programm. Tibdihx.',
      script:
        'Dan huwa {format}, li jista’ jħaddem skripts meta jinfetaħ. Iftħu biss f’editur tat-test.',
      other: 'Dan mhuwiex {types}, iżda {format}. Iftħu biss jekk kont qed tistennieh.',
      unknown: 'Dan mhuwiex {types}. Iftħu biss jekk kont qed tistennieh.',
    },
    pair: {
      heading: 'Agħmel par ċwievet',
      halves:
        'Par għandu żewġ nofsijiet. Ir-*riċevitur* (age1…) huwa pubbliku: id-dokumenti jiġu kriptati għalih. Iċ-*ċavetta privata* (AGE-SECRET-KEY-1…) hija sigrieta: tiftaħhom.',
      advice:
        '*Uża żewġ riċevituri:* tiegħek, u dak ta’ kollega jew ta’ kopja ta’ riżerva miżmuma x’imkien ieħor. Jekk tintilef ċavetta privata, jintilef kull dokument li ġie kriptat għaliha biss.',
      make: 'Agħmel par ċwievet',
      another: 'Agħmel par ċwievet ieħor',
      made: 'Sar par ċwievet. Issejvja ċ-ċavetta privata issa.',
      save: 'Issejvja ċ-ċavetta privata',
      saved: 'Iċ-ċavetta privata ġiet issejvjata bħala fajl. Żommu fis-sigur.',
      keep: 'M’hi mkien ħlief f’din il-paġna, u tintilef meta tingħalaq il-paġna. Żomm il-fajl fejn int biss tista’ taqrah.',
      show: 'Uri',
      recipients: 'Riċevituri',
      own: 'Tiegħek',
      added: 'Miżjud',
      remove: 'Neħħi',
      only: 'S’issa riċevitur wieħed biss. Jekk tintilef din iċ-ċavetta privata, jintilfu d-dokumenti kollha.',
      backup:
        'Dan ir-riċevitur huwa l-kopja ta’ riserva tal-passkey tiegħek. Issejvja ċ-ċavetta privata qabel tneħħih.',
      several: {
        one: '{n} riċevitur. Iċ-ċavetta privata tiegħu tiftaħ id-dokumenti.',
        two: '{n} riċevituri. Kull waħda miċ-ċwievet privati tagħhom tiftaħ id-dokumenti.',
        few: '{n} riċevituri. Kull waħda miċ-ċwievet privati tagħhom tiftaħ id-dokumenti.',
        many: '{n}-il riċevitur. Kull waħda miċ-ċwievet privati tagħhom tiftaħ id-dokumenti.',
        other: '{n} riċevitur. Kull waħda miċ-ċwievet privati tagħhom tiftaħ id-dokumenti.',
      },
      fingerprint:
        'Il-marka tas-saba’ qiegħda biex tqabbel, pereżempju bit-telefon: l-għodda fuq is-sit tiegħek turi l-istess waħda.',
      field: 'Riċevitur ieħor (age1…)',
      add: 'Żid',
      put: 'Poġġi dan fis-sit tiegħek',
      placeholders:
        'Poġġi l-indirizz tas-server tiegħek minflok /upload, u l-fajls ta’ SealDrop taħt /sealdrop/.',
      documents: 'Dokumenti',
      copy: {
        recipient: {
          button: 'Ikkopja r-riċevitur',
          done: 'Ir-riċevitur ġie kkopjat.',
          selected:
            'Dan il-browser ma jħallix lill-paġna tikkopja. Ir-riċevitur huwa magħżul: ikkopjah issa.',
        },
        snippet: {
          button: 'Ikkopja l-kodiċi',
          done: 'Il-kodiċi ġie kkopjat.',
          selected:
            'Dan il-browser ma jħallix lill-paġna tikkopja. Il-kodiċi huwa magħżul: ikkopjah issa.',
        },
      },
      wasAdded: 'Ir-riċevitur żdied.',
      wasRemoved: 'Ir-riċevitur tneħħa.',
      trouble: {
        secret:
          'Dik hija ċavetta privata, in-nofs sigriet ta’ par. Il-kaxxa tat-test tbattlet u ma ntuża xejn. Agħti n-nofs li jibda b’age1.',
        known: 'Dan ir-riċevitur diġà qiegħed fil-lista.',
        postQuantum: 'Dan huwa riċevitur post-kwantistiku. Ma jistax joqgħod ħdejn tiegħek.',
        none: 'Dan mhuwiex riċevitur. Jibda b’age1 u għandu 62 ittra żgħira u ċifra; jista’ jkun hemm waħda nieqsa jew ħażina.',
      },
    },
  },
}
