import type { Language } from './strings.ts'

const again = 'Yritä uudelleen.'
const owner = 'Ilmoita tästä sivuston ylläpitäjälle.'

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'fi',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Tiedostojen lähetys',
    hint: {
      one: '{types}, enintään {size}',
      each: '{types}, kukin enintään {size}',
      some: '{types}, kukin enintään {size}, enintään {n} tiedostoa',
    },
    atOnce: 'Tiedostot lähetetään heti, kun valitset ne.',
    drop: { one: 'Pudota asiakirja tähän tai', several: 'Pudota asiakirjat tähän tai' },
    choose: { one: 'Valitse tiedosto', several: 'Valitse tiedostot' },
    locked: 'Nyt ei voi lisätä mitään.',
    required: 'Pakollinen.',
    missing: 'Lisää asiakirja.',
    unfinished: {
      one: 'Odota, kunnes asiakirjasi on toimitettu.',
      several: 'Odota, kunnes kaikki asiakirjasi on toimitettu.',
    },
    // Names are not inflected: the recipient is the subject.
    sealedFor: 'Salattu selaimessasi niin, että vain {recipient} voi avata sen',
    fault: {
      'insecure-context':
        'Asiakirjat lähetetään vain suojatun yhteyden kautta. Avaa tämä sivu https-yhteydellä.',
      unsupported:
        'Tämä selain ei pysty salaamaan asiakirjoja. Päivitä se tai käytä toista selainta.',
      misconfigured: `Tiedostojen lähetystä ei ole määritetty oikein. ${owner}`,
    },
    unloaded: 'Yhteys katkesi. Tiedostosi lisätään, kun yhteys palaa.',
    recipient: 'vastaanottaja',
  },
  fileStrings: {
    zone: {
      more: 'Pudota lisää tähän',
      letGo: {
        one: 'Päästä irti, niin {n} tiedosto lisätään',
        other: 'Päästä irti, niin {n} tiedostoa lisätään',
      },
      letGoUncounted: 'Päästä irti, niin tiedostosi lisätään',
      letGoReplacing: 'Päästä irti, niin tiedosto korvataan',
      another: 'Korvaa se pudottamalla toinen tähän',
      chooseAnother: 'Valitse toinen tiedosto',
      full: {
        other: 'Tiedostojen enimmäismäärä ({n}) on täynnä. Poista yksi, jos haluat valita toisen.',
      },
      left: { one: 'vielä {n} tiedosto', other: 'vielä {n} tiedostoa' },
    },
    folders: 'Kansioita ei voi lisätä. Avaa kansio ja lisää siinä olevat tiedostot.',
    list: 'Tiedostot',
    seal: {
      only: 'Tältä sivulta lähtee vain salattua tietoa, jonka {recipient} voi avata',
      fingerprints:
        'Vain näillä avaimilla voi avata sen, mitä lähetät. Vertaa niiden sormenjälkiä:',
      untrusted: 'Vastaanottajan avaimia ei voitu vahvistaa. Ilman niitä mitään ei lähetetä.',
      unreachable: 'Vastaanottajan avaimia ei saada juuri nyt. Ilman niitä mitään ei lähetetä.',
    },
    status: {
      waiting: 'Odottaa',
      checking: 'Tarkistetaan',
      checkingLate:
        'Tarkistetaan · jos tiedosto on vielä pilvipalvelussa, se täytyy ensin ladata laitteelle',
      ready: {
        auto: 'Tarkistettu · odottaa vuoroaan',
        submit: 'Tarkistettu · lähetetään lomakkeen mukana',
        manual: 'Tarkistettu · valmis lähetettäväksi',
      },
      sealing: 'Tarkistettu · salataan',
      preparing: 'Tarkistettu · valmistellaan',
      sending: 'Lähetetään salattuna',
      sendingOpen: 'Lähetetään',
      sendingLate: '{status} · palvelin tarkistaa',
      confirming: 'Lähetetty · odottaa vastausta',
      confirmingLate: 'Lähetetty · palvelin tarkistaa',
      paused: 'Tauolla, {percent} valmiina',
      offer: 'Lähetys jäi kesken · odottaa sinua',
      retrying: '{why} · yritetään uudelleen',
      offline: 'Ei verkkoyhteyttä · jatkuu, kun yhteys palaa',
      seemsOffline: '{status} · verkkoyhteys näyttää puuttuvan',
      delivered: 'Perillä · odottaa muita',
      committing: 'Perillä · viimeistellään',
      done: 'Toimitettu',
      expires: 'Toimitettu · vanhenee {when}',
      cancelled: 'Peruutettu',
      cancelledLate: 'Peruutettu. Tiedosto on saattanut tulla perille.',
      removed: 'Poistettu luettelosta',
    },
    moment: '{day} klo {time}',
    counting: {
      share: ' · {percent}',
      slow: ' · voi kestää vielä {time}',
      wait: ' {time} kuluttua',
    },
    unnamed: {
      chosen: {
        today: 'Asiakirja, valittu klo {time}',
        earlier: 'Asiakirja, valittu {day} klo {time}',
      },
      sent: {
        today: 'Asiakirja, lähetetty klo {time}',
        earlier: 'Asiakirja, lähetetty {day} klo {time}',
      },
    },
    action: {
      pause: 'Tauota: {name}',
      resume: 'Jatka: {name}',
      retry: 'Yritä uudelleen: {name}',
      sendAgain: 'Lähetä uudelleen: {name}',
      cancel: 'Peruuta: {name}',
      remove: 'Poista luettelosta: {name}',
      dismiss: 'Piilota: {name}',
      pauseAll: 'Tauota kaikki',
      resumeAll: 'Jatka kaikkia',
      goOn: 'Jatka',
      notMine: 'Ei minun',
      undo: 'Kumoa',
      view: 'Näytä: {name}',
    },
    tip: {
      pause: 'Tauota',
      resume: 'Jatka',
      retry: 'Yritä uudelleen',
      sendAgain: 'Lähetä uudelleen',
      cancel: 'Peruuta',
      remove: 'Poista luettelosta',
      dismiss: 'Piilota',
    },
    viewer: { zoomIn: 'Lähennä', zoomOut: 'Loitonna', close: 'Sulje' },
    summary: {
      delivered: { other: '{total} tiedostosta {n} toimitettu' },
      failed: { other: '{n} epäonnistui' },
      unconfirmed: { other: '{n} on saattanut tulla perille' },
    },
    said: {
      added: { single: '{name} lisättiin.', other: '{n} tiedostoa lisättiin.' },
      refused: {
        single: '{name} jäi lisäämättä. {why}',
        other: '{n} tiedostoa jäi lisäämättä.',
      },
      replaced: { single: '{name} korvattiin.', other: '{n} tiedostoa korvattiin.' },
      restored: {
        single: '{name} kuuluu edelleen tähän lomakkeeseen.',
        other: '{n} tiedostoa kuuluu edelleen tähän lomakkeeseen.',
      },
      offered: {
        single: '{name}: lähetys jäi kesken. Jatka tai ilmoita, ettei tiedosto ole sinun.',
        other: '{n} tiedoston lähetys jäi kesken. Jatka tai ilmoita, etteivät ne ole sinun.',
      },
      removed: {
        single: '{name} poistettiin luettelosta.',
        other: '{n} tiedostoa poistettiin luettelosta.',
      },
      withdrawn: {
        single: '{name} poistettiin luettelosta. Poiston voi kumota hetken ajan.',
        other: '{n} tiedostoa poistettiin luettelosta. Poiston voi kumota hetken ajan.',
      },
      putBack: {
        single: '{name} on taas luettelossa.',
        other: '{n} tiedostoa on taas luettelossa.',
      },
      cancelled: { single: '{name} peruutettiin.', other: '{n} tiedostoa peruutettiin.' },
      cancelledLate: {
        single: '{name} peruutettiin. Tiedosto on saattanut tulla perille.',
        other: '{n} tiedostoa peruutettiin. Ne ovat saattaneet tulla perille.',
      },
      paused: { single: '{name} on tauolla.', other: '{n} tiedostoa on tauolla.' },
      resumed: {
        single: '{name}: lähetys jatkuu.',
        other: '{n} tiedoston lähetys jatkuu.',
      },
      again: {
        single: '{name}: yritetään uudelleen.',
        other: '{n} tiedostoa yritetään lähettää uudelleen.',
      },
      unread: {
        single:
          '{name}: lukeminen on vielä kesken. Jos tiedosto on pilvipalvelussa, se täytyy ensin ladata laitteelle.',
        other:
          '{n} tiedoston lukeminen on vielä kesken. Jos ne ovat pilvipalvelussa, ne täytyy ensin ladata laitteelle.',
      },
      late: {
        single: '{name}: palvelin tarkistaa vielä.',
        other: 'Palvelin tarkistaa vielä {n} tiedostoa.',
      },
      retrying: {
        single: '{name}: {why}. Yritetään uudelleen.',
        other: '{n} tiedostoa yritetään lähettää uudelleen.',
      },
      failed: {
        single: '{name}: lähetys epäonnistui. {why}',
        other: '{n} tiedoston lähetys epäonnistui.',
      },
      unconfirmed: {
        single: '{name}: {why}',
        other: '{n} tiedostoa on saattanut tulla perille.',
      },
      done: { single: '{name} on toimitettu.', other: '{n} tiedostoa on toimitettu.' },
    },
    gathered: {
      addedNot: {
        one: '{n} tiedosto lisättiin, {not} jäi lisäämättä.',
        other: '{n} tiedostoa lisättiin, {not} jäi lisäämättä.',
      },
      seeList: 'Syyt ovat luettelossa.',
      remarked: { other: 'Luettelossa on huomautuksia {n} tiedostosta.' },
      work: {
        single: 'Lähetetään {name} ja sitten lomake.',
        other: 'Lähetetään {n} tiedostoa ja sitten lomake.',
      },
      sent: '{percent} lähetetty.',
      summary: '{summary}.',
      between: ' ',
      offline: 'Verkkoyhteys näyttää puuttuvan. Tiedostojen lähetys jatkuu, kun yhteys palaa.',
      online: 'Yhteys on palannut.',
    },
    undelivered: {
      single: '{name} jäi toimittamatta. Yritä uudelleen tai poista se.',
      other: '{n} tiedostoa jäi toimittamatta. Yritä uudelleen tai poista ne.',
    },
    stopped: {
      single:
        '{name} on tauolla. Jatka lähetystä tai peruuta se ja lähetä lomake sitten uudelleen.',
      other:
        '{n} tiedostoa on tauolla. Jatka lähetystä tai peruuta se ja lähetä lomake sitten uudelleen.',
    },
    pressAgain: {
      named: 'Kaikki on valmista. Lähetä lomake painamalla uudelleen ”{button}”.',
      unnamed: 'Kaikki on valmista. Lähetä nyt lomake.',
    },
    unconfirmed: {
      single:
        '{name} on saattanut tulla perille, mutta mikään vastaus ei vahvista sitä. Lähetä se uudelleen tai poista se.',
      other:
        '{n} tiedostoa on saattanut tulla perille, mutta mikään vastaus ei vahvista sitä. Lähetä ne uudelleen tai poista ne.',
      once: 'Tämä tiedosto on saattanut tulla perille, mutta mikään vastaus ei vahvista sitä. Jos yrität uudelleen, se ei tallennu kahteen kertaan.',
      twice:
        'Tämä tiedosto on saattanut tulla perille, mutta mikään vastaus ei vahvista sitä. Jos lähetät sen uudelleen, se voi tallentua kahteen kertaan.',
    },
    error: {
      empty: 'Tämä tiedosto on tyhjä. Valitse toinen.',
      'too-large': 'Tämä tiedosto on liian suuri. Valitse pienempi.',
      'wrong-type': 'Tämäntyyppisiä tiedostoja ei oteta tässä vastaan. Valitse toinen.',
      damaged:
        'Tämä tiedosto on vioittunut tai epätäydellinen. Tallenna tai skannaa se uudelleen ja lisää se sitten.',
      'too-many': 'Enempää tiedostoja ei voi lisätä. Poista yksi, jos haluat lisätä toisen.',
      duplicate: 'Tämä tiedosto on jo luettelossa.',
      unreadable:
        'Tätä tiedostoa ei voitu lukea. Jos se on vielä pilvipalvelussa, lataa se ensin laitteelle. Jos se on siirretty tai poistettu, valitse se uudelleen.',
      changed: 'Tätä tiedostoa muutettiin sen jälkeen, kun valitsit sen. Lisää se uudelleen.',
      'bad-recipient': `Vastaanottajan avain ei kelpaa, joten mitään ei lähetetty. ${owner}`,
      'keys-untrusted': `Vastaanottajan avaimia ei voitu vahvistaa, joten mitään ei lähetetty. ${owner}`,
      'seal-failed': `Tätä tiedostoa ei voitu salata, joten sitä ei lähetetty. ${again}`,
      offline: 'Ei verkkoyhteyttä. Yritä uudelleen, kun yhteys palaa.',
      network: `Yhteys katkesi. ${again}`,
      timeout: `Palvelin ei vastannut ajoissa. ${again}`,
      stalled: `Lähetys pysähtyi. ${again}`,
      unauthorized: 'Et ole enää kirjautuneena. Päivitä sivu ja yritä uudelleen.',
      forbidden: `Palvelin ei salli tätä lähetystä. ${owner}`,
      'not-found': `Palvelin ei tunne tätä lähetystä. ${owner}`,
      refused:
        'Palvelin ei hyväksynyt tätä tiedostoa. Kokeile toista tai ilmoita tästä sivuston ylläpitäjälle.',
      'rate-limited': 'Lähetyksiä on juuri nyt liikaa. Yritä uudelleen muutaman minuutin kuluttua.',
      server: 'Palvelimessa on ongelma. Yritä uudelleen muutaman minuutin kuluttua.',
      protocol: `Palvelimen vastausta ei voi ymmärtää. ${owner}`,
      'keys-rotated': `Vastaanottaja on vaihtanut avaimet. ${again}`,
      mismatch:
        'Perille tuli muuta kuin mitä lähetettiin. Poista tämä tiedosto ja lisää se uudelleen.',
      'already-used': 'Palvelimella on jo tämä tiedosto. Sitä ei tarvitse lähettää uudelleen.',
      expired: 'Tämä lähetys on vanhentunut. Poista tiedosto ja lisää se uudelleen.',
    },
    rechoose:
      'Vastaanottaja on vaihtanut avaimet, joten tätä asiakirjaa ei voi enää lähettää. Valitse se uudelleen.',
    quoted: '{why} Palvelimen viesti: ”{reason}”',
    reference: 'Viitenumero: {id}',
    tooLarge: 'Tämä tiedosto on liian suuri. Enimmäiskoko on {size}.',
    tooMany: {
      single: 'Vain yhden tiedoston voi lisätä. Poista se tai korvaa se valitsemalla toinen.',
      other: 'Vain {n} tiedostoa voi lisätä. Poista yksi, jos haluat lisätä toisen.',
    },
    wrongType: {
      heic: 'Tämä on iPhonen {found}-kuva. Tallenna se JPG-muodossa ja lisää se uudelleen.',
      office: 'Tämä on {found}-asiakirja. Tallenna se PDF-muodossa ja lisää se uudelleen.',
      archive: 'Tämä on {found}-paketti. Pura se ja lisää siinä olevat tiedostot.',
      program: 'Tämä on ohjelma eikä asiakirja. Tiedoston on oltava {types}.',
      page: 'Tämä on verkkosivu. Tallenna se PDF-muodossa ja lisää se uudelleen.',
      password: 'Tämä PDF vaatii salasanan. Lisää kopio, joka avautuu ilman salasanaa.',
      certificate:
        'Tämän PDF:n voivat avata vain ne, joille se on salattu. Lisää kopio ilman tätä suojausta.',
      signature:
        'Tämä on allekirjoitettu tiedosto ({found}). Tallenna sen sisältämä asiakirja ja lisää se, tai lisää allekirjoittamaton kopio.',
      other: 'Tämä on {found}-tiedosto. Tiedoston on oltava {types}.',
      unknown: 'Tätä tiedostotyyppiä ei tunneta täällä. Tiedoston on oltava {types}.',
    },
    hitch: {
      network: 'Yhteys katkesi',
      timeout: 'Ei vastausta',
      stalled: 'Ei edisty',
      server: 'Palvelimessa on ongelma',
      'rate-limited': 'Palvelin on ruuhkautunut',
    },
    remark: {
      'name-mismatch': 'Nimi ei vastaa tiedoston tyyppiä.',
      encrypted: 'Tämä PDF on suojattu. Se näyttää avautuvan ilman salasanaa.',
      'password-needed':
        'Tämä PDF vaatii salasanan. Kerro se vastaanottajalle tai lisää kopio, joka avautuu ilman salasanaa.',
      'certificate-needed':
        'Tämän PDF:n voivat avata vain ne, joille se on salattu. Jos vastaanottaja ei ole heidän joukossaan, lisää kopio ilman tätä suojausta.',
      'no-end-marker':
        'Tämä PDF on saattanut katketa kesken. Tarkista, että viimeinen sivu on mukana.',
      'location-data':
        'Tähän kuvaan on tallennettu, missä se on otettu. Jos vastaanottajan ei pidä tietää sitä, poista sijainti kuvasovelluksessa ja lisää kuva uudelleen.',
      'location-removed': 'Tämä kuva lähetetään ilman sijaintia ja muita piilotettuja tietoja.',
      'leading-data':
        'Tässä tiedostossa on jotain muuta ennen asiakirjaa, joten jotkin ohjelmat eivät ehkä avaa sitä. Tallenna se uudelleen PDF-muodossa.',
      'trailing-data':
        'Tässä tiedostossa on jotain muuta asiakirjan jälkeen, tai sen viimeisin muutos on jäänyt kesken. Tarkista, ettei mitään puutu.',
      'not-shown': 'Selaimesi ei pysty näyttämään tätä kuvaa. Tarkista, että se avautuu.',
      'near-limit': 'Tämän tiedoston koko on lähellä enimmäiskokoa.',
    },
  },
}
