import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'fi',
    dir: 'ltr',
    between: ' ',
    quoted: '”{code}”.',
    page: {
      name: 'Vastaanottajan sivu',
      lead: 'Avaa se, mikä on salattu sinulle. Kaikki tapahtuu tällä sivulla: se ei lähetä mitään eikä tallenna mitään, mitä et pyydä.',
    },
    open: {
      heading: 'Avaa asiakirjoja',
      identity: {
        heading: 'Yksityinen avaimesi',
        drop: 'Pudota avaintiedostosi tähän tai',
        more: 'Pudota toinen tähän tai',
        choose: 'Valitse avaintiedosto',
        hint: 'Tekstitiedosto, jossa on AGE-SECRET-KEY-1',
        field: 'Tai liitä yksityinen avain tai kirjoita salasana',
        use: 'Käytä',
        of: 'Yksityinen avain: {recipient}',
        passphrase: 'Salasana',
        forget: 'Unohda',
      },
      sealed: {
        heading: 'Salatut tiedostot',
        drop: 'Pudota salatut tiedostot tähän tai',
        more: 'Pudota lisää tähän tai',
        choose: 'Valitse salatut tiedostot',
        hint: 'Niin monta kuin haluat: .age-tiedostoja tai PDF, jonka sisällä ne ovat',
      },
      summary: {
        waiting: {
          one: '{n} tiedosto odottaa yksityistä avainta.',
          other: '{n} tiedostoa odottaa yksityistä avainta.',
        },
        opening: { one: 'Avataan {n} tiedosto…', other: 'Avataan {n} tiedostoa…' },
        opened: { other: '{total} tiedostosta {n} avattu.' },
        failed: { other: '{n} ei voitu avata.' },
      },
      archive: 'Lataa kaikki arkistona',
      archiving: 'Arkistoa luodaan…',
      clear: 'Tyhjennä luettelo',
      list: {
        find: 'Etsi luettelosta',
        sort: 'Lajitteluperuste',
        added: 'Lisäysjärjestys',
        only: 'Vain huomautuksia sisältävät',
        shown: { other: '{total} tiedostosta {n} näkyvissä.' },
        csv: 'Lataa luettelo (CSV)',
      },
      folder: {
        choose: 'Valitse kansio',
        save: 'Tallenna kaikki kansioon',
        saved: { other: '{total} tiedostosta {n} tallennettu kansioon.' },
        refused: 'Jätetty pois, koska selain hylkää niiden nimet. Lataa kukin erikseen:',
        stopped: 'Selain ei voinut kirjoittaa kansioon. Siihen asti tallennettu on ehjää.',
        empty: 'Tässä kansiossa ei ole salattuja tiedostoja.',
        unread: 'Kansiota ei voitu lukea.',
        partly: 'Kaikkea kansiossa olevaa ei luettu.',
      },
    },
    given: {
      empty: 'Mitään ei annettu. Liitä yksityinen avain tai kirjoita salasana.',
      none: 'Siinä ei ole yksityistä avainta. Yksityisen avaimen alussa on AGE-SECRET-KEY-1.',
      broken:
        'Yksityinen avain on vioittunut: kirjain puuttuu tai on väärä. Mitään ei otettu käyttöön.',
      sealed:
        'Tämä avaintiedosto on itse salattu salasanalla. Avaa se ensin age-ohjelmalla: age -d -o identity.txt.',
      known: 'Se on jo täällä.',
      loaded: 'Yksityinen avain ladattiin.',
      unreadable: 'Tiedostoa ei voitu lukea.',
      passphrase: 'Salasanaa käytetään tästä lähtien.',
      forgotten: 'Yksityinen avain ja salasana unohdettiin.',
    },
    passkey: {
      offer: 'Käytä avainkoodia',
      what: 'Yksityinen avain salataan avainkoodilla: sivu kysyy silloin tiedoston sijaan sormenjälkeä, kasvoja tai näytön lukitusta. Jokainen, joka voi avata laitteesi lukituksen, voi avata asiakirjat.',
      backup:
        'Avainkoodi voi kadota laitteen tai tilin mukana, ja sen mukana kaikki asiakirjat. Tulosta siksi ensin yksityinen avain.',
      print: 'Tulosta yksityinen avain',
      printed: 'Olen tulostanut sen ja pannut sen turvalliseen paikkaan',
      create: 'Luo avainkoodi',
      made: 'Yksityinen avain on salattu avainkoodilla. Tallenna se, tai säilytä se tässä selaimessa.',
      save: 'Tallenna salattu avain',
      keep: 'Säilytä tässä selaimessa',
      kept: 'Tässä selaimessa on yksityinen avain, joka on salattu avainkoodilla.',
      other: 'Tässä selaimessa on jo toinen avain. Poista se ensin.',
      given: 'Tämä yksityinen avain on salattu avainkoodilla.',
      open: 'Avaa avainkoodilla',
      remove: 'Poista tästä selaimesta',
      sure: 'Onko yksityinen avain muuallakin, tiedostona tai paperilla? Jos tämä on ainoa, sen asiakirjat ovat menetettyjä.',
      cancel: 'Peruuta',
      removed:
        'Salattu avain poistettiin tästä selaimesta. Itse avainkoodin voi poistaa laitteen asetuksista.',
      paper: {
        heading: 'Yksityinen avain',
        what: 'Jokainen, jolla on tämä paperi, voi avata asiakirjat. Säilytä se paikassa, jossa vain sinä voit lukea sen. Skannaa koodi tai kirjoita sen alla olevat merkit, ja anna ne vastaanottajan sivulle.',
      },
      none: {
        file: 'Tässä ei voi käyttää avainkoodia, koska sivu on levyllä oleva tiedosto. Yksityinen avain pysyy tiedostona.',
        address:
          'Tässä osoitteessa ei voi käyttää avainkoodia. Tarvitaan https ja nimi, tai localhost, ei IP-osoitetta.',
        browser: 'Tässä selaimessa ei ole avainkoodeja, joilla avaimen voi salata.',
      },
      trouble: {
        cancelled:
          'Avainkoodia ei käytetty: se peruutettiin, kesti liian kauan, tai sitä ei enää ole. Mitään ei ole menetetty: yritä uudelleen, tai käytä avaintiedostoa tai paperia.',
        wrong: 'Tämä avainkoodi ei avaa sitä. Käytä sitä, jolla se salattiin.',
        prf: 'Tällä avainkoodilla ei voi salata avainta. Mitään ei muutettu. Kokeile toista laitetta tai salasanojen hallintaa.',
        damaged:
          'Salattu avain on vioittunut. Käytä avaintiedostoa tai paperia, ja salaa se uudelleen.',
        elsewhere: 'Avainkoodi kuuluu toiseen osoitteeseen: {site}. Avaa sivu siellä.',
        large:
          'Yksityisiä avaimia on liikaa yhdelle avainkoodille. Mitään ei luotu. Lataa niitä vähemmän.',
        full: 'Tämä selain ei säilytä mitään tätä sivua varten. Tallenna salattu avain tiedostona.',
      },
    },
    item: {
      sealed: '{size}, salattu',
      opening: 'Avataan · {percent}',
      openingName: 'Avataan {name}',
      turn: 'Odottaa vuoroaan',
      waiting: 'Odottaa yksityistä avainta',
      unknownKind: 'Tuntematon tyyppi',
      intact: 'Muuttumaton salaamisesta lähtien.',
      intactOnly:
        'Se ei kerro, kuka sen salasi: sen voi tehdä kuka tahansa, jolla on vastaanottajasi (age1…).',
      whole: 'Avattu kokonaan.',
      noRecord: 'Mikään ei kerro, mikä sen nimi oli tai mitä se oli, kun se salattiin.',
      damaged: 'Itse asiakirja vaikuttaa vioittuneelta: {why}.',
      otherwise: 'Lähettäjän selain kertoo muuta. {what}:',
      download: 'Lataa',
      show: 'Näytä kuva',
      print: 'Tulosta todiste',
      viewer: { zoomIn: 'Lähennä', zoomOut: 'Loitonna', close: 'Sulje' },
      tooLarge: 'Tämä kuva on liian suuri näytettäväksi tässä. Katso se lataamalla se.',
      claims: 'Mitä lähettäjän selain kertoo ja mitä tämä sivu havaitsee',
      details: 'Tiedot',
      size: 'Koko',
      from: 'Avattu tiedostosta',
    },
    proof: {
      heading: 'Todiste avaamisesta',
      same: 'Verrattu sen kanssa salattuun tietoon: sama.',
      opened: 'Avattu',
      by: 'Avattu avaimella',
    },
    table: {
      name: 'Väitteet ja havainnot: {name}',
      says: 'Lähettäjän selain kertoo',
      finds: 'Tämä sivu havaitsee',
      saysShort: 'Kertoo:',
      findsShort: 'Havaittu:',
      differs: 'eroaa',
      row: {
        name: 'Nimi',
        kind: 'Tyyppi',
        checked: 'Tarkistettu',
        remarks: 'Huomautukset',
        size: 'Koko, SHA-256',
        sealed: 'Salattu',
        by: 'Salattu ohjelmalla',
      },
      nothing: 'Ei mitään',
      unknowable: 'Ei voi tietää täällä',
      same: 'Sama',
      unknownKind: 'Ei tunneta täällä',
      whole: 'Kokonainen',
      damaged: 'Vioittunut: {why}',
      unchecked: 'Ei tutkittu: se ei ole {types}',
    },
    trouble: {
      damaged:
        'Vioittunut. Tiedosto on katkaistu tai sitä on muutettu salaamisen jälkeen, tai se, mitä se kertoo itsestään, ei ole totta. Mitään siitä ei luovuteta. Pyydä lähettämään se uudelleen.',
      'no-identity':
        'Mikään yllä antamasi ei avaa sitä: se salattiin jollekin muulle. Lisää oikea yksityinen avain, niin yritetään uudelleen.',
      unsupported: 'Ei salattu tiedosto: tämä sivu avaa sen, mikä on salattu age-ohjelmalla.',
      'other-pdf':
        'PDF, josta tämä sivu ei löydä salattua tiedostoa. Se on ehkä leimattu tai tallennettu uudelleen matkalla: jos siinä on liite, tallenna se ja lisää se tähän.',
      'too-slow':
        'Salasana vaatii enemmän laskentaa kuin tämä sivu tekee: sivu pysähtyisi sekunneiksi. Avaa tiedosto age-komennolla: age -d.',
      hardware:
        'Sen avaa vain laitteessa oleva yksityinen avain, esimerkiksi suojausavain, jota tämä sivu ei voi käyttää. Avaa tiedosto komennolla: npx sealdrop open.',
      unreadable:
        'Tiedostoa ei voitu lukea. Se voi olla kansio, tai se on siirretty tai poistettu.',
      failed: 'Tiedostoa ei voitu avata. Se voi olla liian suuri tälle selaimelle.',
    },
    remark: {
      'name-mismatch': 'Nimi ei vastaa tiedoston tyyppiä.',
      encrypted: 'Tämä PDF on suojattu. Se näyttää avautuvan ilman salasanaa.',
      'password-needed': 'Tämä PDF vaatii salasanan. Vain lähettäjä voi kertoa sen.',
      'certificate-needed': 'Tämä PDF avautuu vain varmenteella, jolle se on salattu.',
      'no-end-marker':
        'Tämä PDF on saattanut katketa kesken. Tarkista, että viimeinen sivu on mukana.',
      'location-data': 'Tähän kuvaan on tallennettu, missä se on otettu.',
      'location-removed': 'Tämä kuva lähetettiin ilman sijaintia ja muita piilotettuja tietoja.',
      'leading-data': 'Ennen asiakirjaa on jotain muuta. Avaa se vain PDF-lukijalla.',
      'trailing-data':
        'Tässä tiedostossa on jotain muuta asiakirjan jälkeen, tai sen viimeisin muutos on jäänyt kesken. Tarkista, ettei mitään puutu.',
      'not-shown': 'Selain ei voi näyttää tätä kuvaa.',
      'near-limit': 'Tämän tiedoston koko on lähellä enimmäiskokoa.',
    },
    check: {
      size: 'Koko.',
      type: 'Tyyppi sisällön perusteella.',
      structure: 'Onko se kokonainen.',
    },
    caution: {
      program: 'Tämä on ohjelma. Älä käynnistä sitä.',
      script:
        'Tämä on {format}, joka voi suorittaa komentosarjoja, kun se avataan. Avaa se vain tekstieditorissa.',
      other: 'Tämä ei ole {types} vaan {format}. Avaa se vain, jos odotit sitä.',
      unknown: 'Tämä ei ole {types}. Avaa se vain, jos odotit sitä.',
    },
    pair: {
      heading: 'Luo avainpari',
      halves:
        'Parilla on kaksi puolikasta. *Vastaanottaja* (age1…) on julkinen: asiakirjat salataan sille. *Yksityinen avain* (AGE-SECRET-KEY-1…) on salainen: se avaa ne.',
      advice:
        '*Käytä kahta vastaanottajaa:* omaasi ja kollegan tai muualla säilytettävän varakopion. Jos yksityinen avain katoaa, katoaa jokainen asiakirja, joka salattiin vain sille.',
      make: 'Luo avainpari',
      another: 'Luo toinen avainpari',
      made: 'Avainpari luotiin. Tallenna yksityinen avain nyt.',
      save: 'Tallenna yksityinen avain',
      saved: 'Yksityinen avain tallennettiin tiedostona. Säilytä se turvassa.',
      keep: 'Se on vain tällä sivulla ja häviää, kun sivu suljetaan. Säilytä tiedosto siellä, missä vain sinä voit lukea sen.',
      show: 'Näytä',
      recipients: 'Vastaanottajat',
      own: 'Omasi',
      added: 'Lisätty',
      remove: 'Poista',
      only: 'Toistaiseksi vain yksi vastaanottaja. Jos tämä yksityinen avain katoaa, kaikki asiakirjat katoavat.',
      backup:
        'Tämä vastaanottaja on avainkoodisi varmuuskopio. Tallenna yksityinen avain ennen kuin poistat vastaanottajan.',
      several: {
        one: '{n} vastaanottaja. Sen yksityinen avain avaa asiakirjat.',
        other: '{n} vastaanottajaa. Mikä tahansa niiden yksityisistä avaimista avaa asiakirjat.',
      },
      fingerprint:
        'Sormenjälki on vertaamista varten, esimerkiksi puhelimessa: sivustosi lähetyskenttä näyttää saman.',
      field: 'Toinen vastaanottaja (age1…)',
      add: 'Lisää',
      put: 'Lisää tämä sivustollesi',
      placeholders:
        'Kirjoita palvelimesi osoite kohdan /upload tilalle ja laita SealDropin tiedostot kansioon /sealdrop/.',
      documents: 'Asiakirjat',
      copy: {
        recipient: {
          button: 'Kopioi vastaanottaja',
          done: 'Vastaanottaja kopioitiin.',
          selected:
            'Tämä selain ei anna sivun kopioida. Vastaanottaja on valittuna: kopioi se nyt.',
        },
        snippet: {
          button: 'Kopioi koodi',
          done: 'Koodi kopioitiin.',
          selected: 'Tämä selain ei anna sivun kopioida. Koodi on valittuna: kopioi se nyt.',
        },
      },
      wasAdded: 'Vastaanottaja lisättiin.',
      wasRemoved: 'Vastaanottaja poistettiin.',
      trouble: {
        secret:
          'Se on yksityinen avain, parin salainen puolikas. Kenttä tyhjennettiin, eikä mitään käytetty. Anna puolikas, jonka alussa on age1.',
        known: 'Tämä vastaanottaja on jo luettelossa.',
        postQuantum: 'Tämä on kvanttiturvallinen vastaanottaja. Se ei voi olla omasi rinnalla.',
        none: 'Tämä ei ole vastaanottaja. Sen alussa on age1, ja siinä on 62 pientä kirjainta ja numeroa; jokin voi puuttua tai olla väärä.',
      },
    },
  },
}
