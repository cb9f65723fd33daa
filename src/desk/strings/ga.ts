import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  gaps: { or: 'nó' },
  strings: {
    lang: 'ga',
    dir: 'ltr',
    between: ' ',
    quoted: '“{code}”.',
    page: {
      name: 'Leathanach an fhaighteora',
      lead: 'Oscail a bhfuil criptithe i do chomhair. Tarlaíonn gach rud ar an leathanach seo: ní sheolann sé aon rud agus ní stórálann sé aon rud nach n-iarrann tú.',
    },
    open: {
      heading: 'Oscail doiciméid',
      identity: {
        heading: 'D’eochair phríobháideach',
        drop: 'Tarraing do chomhad eochrach anseo, nó',
        more: 'Tarraing ceann eile anseo, nó',
        choose: 'Roghnaigh an comhad eochrach',
        hint: 'Comhad téacs a bhfuil AGE-SECRET-KEY-1 ann',
        field: 'Nó greamaigh eochair phríobháideach, nó clóscríobh pasfhocal',
        use: 'Úsáid',
        of: 'Eochair phríobháideach {recipient}',
        passphrase: 'Pasfhocal',
        forget: 'Déan dearmad',
      },
      sealed: {
        heading: 'Comhaid chriptithe',
        drop: 'Tarraing comhaid chriptithe anseo, nó',
        more: 'Tarraing tuilleadh anseo, nó',
        choose: 'Roghnaigh comhaid chriptithe',
        hint: 'A mhéad is mian leat: comhaid .age, nó an PDF ina bhfuil siad',
      },
      summary: {
        waiting: {
          one: '{n} chomhad ag fanacht le heochair phríobháideach.',
          two: '{n} chomhad ag fanacht le heochair phríobháideach.',
          few: '{n} chomhad ag fanacht le heochair phríobháideach.',
          many: '{n} gcomhad ag fanacht le heochair phríobháideach.',
          other: '{n} comhad ag fanacht le heochair phríobháideach.',
        },
        opening: {
          one: '{n} chomhad á oscailt…',
          two: '{n} chomhad á n-oscailt…',
          few: '{n} chomhad á n-oscailt…',
          many: '{n} gcomhad á n-oscailt…',
          other: '{n} comhad á n-oscailt…',
        },
        opened: { other: '{n} as {total} oscailte.' },
        failed: { other: 'Níorbh fhéidir {n} a oscailt.' },
      },
      archive: 'Íoslódáil gach rud mar chartlann',
      archiving: 'Cartlann á déanamh…',
      clear: 'Glan an liosta',
      list: {
        find: 'Aimsigh sa liosta',
        sort: 'Sórtáil de réir',
        added: 'Ord curtha leis',
        only: 'Iad siúd a bhfuil nótaí leo amháin',
        shown: { other: '{n} as {total} á dtaispeáint.' },
        csv: 'Íoslódáil an liosta (CSV)',
      },
      folder: {
        choose: 'Roghnaigh fillteán',
        save: 'Sábháil gach rud i bhfillteán',
        saved: { other: '{n} as {total} sábháilte san fhillteán.' },
        refused:
          'Fágadh ar lár iad, mar diúltaíonn an brabhsálaí dá n-ainmneacha. Íoslódáil gach ceann astu leis féin:',
        stopped:
          'Níorbh fhéidir leis an mbrabhsálaí scríobh san fhillteán. Tá an méid a sábháladh go dtí sin iomlán.',
        empty: 'Níl aon chomhad criptithe san fhillteán seo.',
        unread: 'Níorbh fhéidir an fillteán a léamh.',
        partly: 'Níor léadh gach rud san fhillteán.',
      },
    },
    given: {
      empty: 'Níor tugadh aon rud. Greamaigh eochair phríobháideach, nó clóscríobh pasfhocal.',
      none: 'Níl aon eochair phríobháideach ann. Tosaíonn eochair phríobháideach le AGE-SECRET-KEY-1.',
      broken:
        'Tá an eochair phríobháideach damáistithe: tá litir ar iarraidh nó mícheart. Níor glacadh le haon rud.',
      sealed:
        'Tá an comhad eochrach seo féin criptithe le pasfhocal. Oscail é le age ar dtús: age -d -o identity.txt.',
      known: 'Tá sí anseo cheana féin.',
      loaded: 'Lódáladh an eochair phríobháideach.',
      unreadable: 'Níorbh fhéidir an comhad a léamh.',
      passphrase: 'Úsáidtear an pasfhocal as seo amach.',
      forgotten: 'Rinneadh dearmad ar an eochair phríobháideach agus ar an bpasfhocal.',
    },
    passkey: {
      offer: 'Úsáid paseochair',
      what: 'Criptítear an eochair phríobháideach le paseochair: iarrann an leathanach do mhéarlorg, d’aghaidh nó glas an scáileáin ansin in ionad comhaid. Is féidir le cibé duine a dhíghlasálann do ghléas na doiciméid a oscailt.',
      backup:
        'Is féidir paseochair a chailleadh, le gléas nó le cuntas, agus gach doiciméad léi. Priontáil an eochair phríobháideach ar dtús, mar sin.',
      print: 'Priontáil an eochair phríobháideach',
      printed: 'Phriontáil mé í agus chuir mé in áit shábháilte í',
      create: 'Cruthaigh paseochair',
      made: 'Tá an eochair phríobháideach criptithe leis an bpaseochair. Sábháil í, nó coinnigh sa bhrabhsálaí seo í.',
      save: 'Sábháil an eochair chriptithe',
      keep: 'Coinnigh sa bhrabhsálaí seo',
      kept: 'Tá eochair phríobháideach sa bhrabhsálaí seo, criptithe le paseochair.',
      other: 'Tá eochair eile sa bhrabhsálaí seo cheana. Bain í sin ar dtús.',
      given: 'Tá an eochair phríobháideach seo criptithe le paseochair.',
      open: 'Oscail leis an bpaseochair',
      remove: 'Bain den bhrabhsálaí seo',
      sure: 'An bhfuil an eochair phríobháideach in áit eile freisin, mar chomhad nó ar pháipéar? Más í seo an t-aon cheann, tá a doiciméid caillte.',
      cancel: 'Cealaigh',
      removed:
        'Baineadh an eochair chriptithe den bhrabhsálaí seo. Is féidir an phaseochair féin a scriosadh i socruithe an ghléis.',
      paper: {
        heading: 'Eochair phríobháideach',
        what: 'Is féidir le cibé duine a bhfuil an bhileog seo aige na doiciméid a oscailt. Coinnigh í san áit nach féidir ach leatsa í a léamh. Scan an cód nó clóscríobh na carachtair faoi, agus tabhair do leathanach an fhaighteora iad.',
      },
      none: {
        file: 'Ní féidir paseochair a úsáid anseo, mar is comhad ar an diosca é an leathanach seo. Fanann an eochair phríobháideach ina comhad.',
        address:
          'Ní féidir paseochair a úsáid ag an seoladh seo. Tá https agus ainm de dhíth, nó localhost, ní seoladh IP.',
        browser: 'Níl paseochracha ag an mbrabhsálaí seo atá in ann eochair a chriptiú.',
      },
      trouble: {
        cancelled:
          'Níor úsáideadh an phaseochair: cuireadh ar ceal é, thóg sé rófhada, nó níl sí ann a thuilleadh. Níor cailleadh aon rud: bain triail eile as, nó úsáid an comhad eochrach nó an bhileog.',
        wrong: 'Ní osclaíonn an phaseochair seo í. Úsáid an ceann lenar criptíodh í.',
        prf: 'Níl an phaseochair seo in ann eochair a chriptiú. Níor athraíodh aon rud. Bain triail as gléas nó bainisteoir pasfhocal eile.',
        damaged:
          'Tá damáiste don eochair chriptithe. Úsáid an comhad eochrach nó an bhileog, agus criptigh arís í.',
        elsewhere: 'Baineann an phaseochair le seoladh eile: {site}. Oscail an leathanach ansin.',
        large:
          'Tá an iomarca eochracha príobháideacha anseo do phaseochair amháin. Níor cruthaíodh aon rud. Lódáil níos lú díobh.',
        full: 'Ní choinníonn an brabhsálaí seo aon rud don leathanach seo. Sábháil an eochair chriptithe mar chomhad.',
      },
    },
    item: {
      sealed: '{size}, criptithe',
      opening: 'Á oscailt · {percent}',
      openingName: '{name} á oscailt',
      turn: 'Ag fanacht lena sheal',
      waiting: 'Ag fanacht le heochair phríobháideach',
      unknownKind: 'Cineál anaithnid',
      intact: 'Gan athrú ó criptíodh é.',
      intactOnly:
        'Ní deir sé sin cé a chriptigh é: is féidir le haon duine é a dhéanamh a bhfuil do fhaighteoir (age1…) aige.',
      whole: 'Osclaíodh ina iomláine é.',
      noRecord: 'Ní deir aon rud cén t-ainm a bhí air, ná cad a bhí ann, nuair a criptíodh é.',
      damaged: 'Tá cuma dhamáistithe ar an doiciméad féin: {why}.',
      otherwise: 'Deir brabhsálaí an tseoltóra a mhalairt. {what}:',
      download: 'Íoslódáil',
      show: 'Taispeáin an pictiúr',
      print: 'Priontáil an cruthúnas',
      viewer: { zoomIn: 'Zúmáil isteach', zoomOut: 'Zúmáil amach', close: 'Dún' },
      tooLarge: 'Tá an pictiúr seo rómhór le taispeáint anseo. Íoslódáil é chun breathnú air.',
      claims: 'Cad a deir brabhsálaí an tseoltóra, agus cad a fhaigheann an leathanach seo',
      details: 'Sonraí',
      size: 'Méid',
      from: 'Osclaíodh as',
    },
    proof: {
      heading: 'Cruthúnas oscailte',
      same: 'I gcomparáid leis an méid a criptíodh leis: mar an gcéanna.',
      opened: 'Osclaíodh',
      by: 'Osclaíodh le',
    },
    table: {
      name: 'Ráitis agus torthaí faoi {name}',
      says: 'Deir brabhsálaí an tseoltóra',
      finds: 'Faigheann an leathanach seo',
      saysShort: 'Deir:',
      findsShort: 'Fuarthas:',
      differs: 'difriúil',
      row: {
        name: 'Ainm',
        kind: 'Cineál',
        checked: 'Seiceáilte',
        remarks: 'Nótaí',
        size: 'Méid, SHA-256',
        sealed: 'Criptithe',
        by: 'Criptithe le',
      },
      nothing: 'Faic',
      unknowable: 'Ní féidir é a fháil amach anseo',
      same: 'Mar an gcéanna',
      unknownKind: 'Anaithnid anseo',
      whole: 'Iomlán',
      damaged: 'Damáistithe: {why}',
      unchecked: 'Níor scrúdaíodh: ní {types} é',
    },
    trouble: {
      damaged:
        'Damáistithe. Gearradh nó athraíodh an comhad tar éis a chriptithe, nó níl an méid a deir sé faoi féin fíor. Ní thugtar aon chuid de amach. Iarr é a sheoladh arís.',
      'no-identity':
        'Ní osclaíonn aon rud a thug tú thuas é: criptíodh é i gcomhair duine eile. Cuir leis an eochair phríobháideach cheart agus bainfear triail eile as.',
      unsupported: 'Ní comhad criptithe é: osclaíonn an leathanach seo a bhfuil criptithe le age.',
      'other-pdf':
        'PDF nach bhfaigheann an leathanach seo aon chomhad criptithe ann. B’fhéidir gur stampáladh nó gur sábháladh arís é ar an mbealach: má tá ceangaltán leis, sábháil an ceangaltán agus cuir leis anseo é.',
      'too-slow':
        'Teastaíonn níos mó oibre ón bpasfhocal ná mar a dhéanann an leathanach seo: stadfadh sé ar feadh roinnt soicindí. Oscail an comhad leis an ordú age: age -d.',
      hardware:
        'Ní osclaíonn ach eochair phríobháideach i ngléas é, eochair shlándála mar shampla, nach féidir leis an leathanach seo a úsáid. Oscail an comhad leis an ordú: npx sealdrop open.',
      unreadable:
        'Níorbh fhéidir an comhad a léamh. B’fhéidir gur fillteán é, nó gur bogadh nó gur scriosadh é.',
      failed:
        'Níorbh fhéidir an comhad a oscailt. B’fhéidir go bhfuil sé rómhór don bhrabhsálaí seo.',
    },
    remark: {
      'name-mismatch': 'Ní réitíonn an t-ainm leis an gcineál comhaid.',
      encrypted: 'Tá an PDF seo cosanta. Is cosúil go n-osclaíonn sé gan phasfhocal.',
      'password-needed':
        'Iarrann an PDF seo pasfhocal. Ní féidir ach leis an seoltóir é a thabhairt duit.',
      'certificate-needed': 'Ní osclaíonn an PDF seo ach le teastas ar criptíodh ina chomhair é.',
      'no-end-marker':
        'Seans gur gearradh an deireadh den PDF seo. Cinntigh go bhfuil an leathanach deireanach ann.',
      'location-data': 'Tá sé taifeadta sa ghrianghraf seo cár tógadh é.',
      'location-removed': 'Seoladh an grianghraf seo gan a shuíomh ná sonraí folaithe eile.',
      'leading-data':
        'Tá rud éigin roimh an doiciméad. Oscail é le léitheoir PDF, agus ná hoscail le haon rud eile é.',
      'trailing-data':
        'Tá rud éigin eile i ndiaidh an doiciméid sa chomhad seo, nó níl an t-athrú deireanach iomlán. Cinntigh nach bhfuil aon rud ar iarraidh.',
      'not-shown': 'Ní féidir le brabhsálaí an pictiúr seo a thaispeáint.',
      'near-limit': 'Tá an comhad seo gar don uasmhéid.',
    },
    check: {
      size: 'A mhéid.',
      type: 'A chineál, de réir an ábhair.',
      structure: 'An bhfuil sé iomlán.',
    },
    caution: {
      program: 'Is ríomhchlár é seo. Ná tosaigh é.',
      script:
        'Is {format} é seo, ar féidir leis scripteanna a rith nuair a osclaítear é. Ná hoscail é ach in eagarthóir téacs.',
      other: 'Ní {types} é seo, ach {format}. Ná hoscail é ach má bhí tú ag súil leis.',
      unknown: 'Ní {types} é seo. Ná hoscail é ach má bhí tú ag súil leis.',
    },
    pair: {
      heading: 'Déan péire eochracha',
      halves:
        'Tá dhá leath i bpéire. Tá an *faighteoir* (age1…) poiblí: criptítear doiciméid ina chomhair. Tá an *eochair phríobháideach* (AGE-SECRET-KEY-1…) rúnda: osclaíonn sí iad.',
      advice:
        '*Úsáid dhá fhaighteoir:* do cheann féin, agus ceann comhghleacaí nó cúltaca a choinnítear in áit eile. Má chailltear eochair phríobháideach, cailltear gach doiciméad a criptíodh ina comhair amháin.',
      make: 'Déan péire eochracha',
      another: 'Déan péire eochracha eile',
      made: 'Rinneadh péire eochracha. Sábháil an eochair phríobháideach anois.',
      save: 'Sábháil an eochair phríobháideach',
      saved: 'Sábháladh an eochair phríobháideach mar chomhad. Coinnigh slán é.',
      keep: 'Níl sí in aon áit ach ar an leathanach seo, agus imíonn sí nuair a dhúntar an leathanach. Coinnigh an comhad san áit nach féidir ach leatsa é a léamh.',
      show: 'Taispeáin',
      recipients: 'Faighteoirí',
      own: 'Do cheannsa',
      added: 'Curtha leis',
      remove: 'Bain',
      only: 'Níl ach faighteoir amháin go fóill ann. Má chailltear an eochair phríobháideach seo, cailltear gach doiciméad.',
      backup:
        'Is é an faighteoir seo cúltaca do phaseochrach. Sábháil an eochair phríobháideach sula mbaineann tú é.',
      several: {
        one: '{n} fhaighteoir. Osclaíonn a eochair phríobháideach na doiciméid.',
        two: '{n} fhaighteoir. Osclaíonn aon cheann dá n-eochracha príobháideacha na doiciméid.',
        few: '{n} fhaighteoir. Osclaíonn aon cheann dá n-eochracha príobháideacha na doiciméid.',
        many: '{n} bhfaighteoir. Osclaíonn aon cheann dá n-eochracha príobháideacha na doiciméid.',
        other: '{n} faighteoir. Osclaíonn aon cheann dá n-eochracha príobháideacha na doiciméid.',
      },
      fingerprint:
        'Is chun comparáide atá an méarlorg, ar an nguthán mar shampla: taispeánann an réimse uaslódála ar do shuíomh an ceann céanna.',
      field: 'Faighteoir eile (age1…)',
      add: 'Cuir leis',
      put: 'Cuir é seo ar do shuíomh',
      placeholders:
        'Cuir seoladh do fhreastalaí in áit /upload, agus comhaid SealDrop faoi /sealdrop/.',
      documents: 'Doiciméid',
      copy: {
        recipient: {
          button: 'Cóipeáil an faighteoir',
          done: 'Cóipeáladh an faighteoir.',
          selected:
            'Ní ligeann an brabhsálaí seo don leathanach cóipeáil. Tá an faighteoir roghnaithe: cóipeáil anois é.',
        },
        snippet: {
          button: 'Cóipeáil an cód',
          done: 'Cóipeáladh an cód.',
          selected:
            'Ní ligeann an brabhsálaí seo don leathanach cóipeáil. Tá an cód roghnaithe: cóipeáil anois é.',
        },
      },
      wasAdded: 'Cuireadh an faighteoir leis.',
      wasRemoved: 'Baineadh an faighteoir.',
      trouble: {
        secret:
          'Eochair phríobháideach é sin, an leath rúnda de phéire. Glanadh an réimse agus níor úsáideadh aon rud. Tabhair an leath a thosaíonn le age1.',
        known: 'Tá an faighteoir seo ar an liosta cheana féin.',
        postQuantum:
          'Faighteoir iarchandamach é seo. Ní féidir leis seasamh in aice le do cheannsa.',
        none: 'Ní faighteoir é seo. Tosaíonn sé le age1 agus tá 62 litir bheaga agus figiúirí ann; b’fhéidir go bhfuil ceann ar iarraidh nó mícheart.',
      },
    },
  },
}
