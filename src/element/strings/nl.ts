import type { Language } from './strings.ts'

const again = 'Probeer het opnieuw.'
const owner = 'Meld dit aan de beheerder van deze website.'

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'nl',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Uploaden',
    hint: {
      one: '{types}, maximaal {size}',
      each: '{types}, elk maximaal {size}',
      some: '{types}, elk maximaal {size}, hoogstens {n} bestanden',
    },
    atOnce: 'Bestanden worden verzonden zodra u ze kiest.',
    drop: {
      one: 'Sleep uw document hierheen, of',
      several: 'Sleep uw documenten hierheen, of',
    },
    choose: { one: 'Bestand kiezen', several: 'Bestanden kiezen' },
    locked: 'Er kan nu niets worden toegevoegd.',
    required: 'Verplicht.',
    missing: 'Voeg een document toe.',
    unfinished: {
      one: 'Wacht tot uw document is afgeleverd.',
      several: 'Wacht tot uw documenten zijn afgeleverd.',
    },
    sealedFor: 'Versleuteld in uw browser voor {recipient}',
    fault: {
      'insecure-context':
        'Documenten worden alleen via een beveiligde verbinding verzonden. Open deze pagina met https.',
      unsupported:
        'Deze browser kan geen documenten versleutelen. Werk hem bij of gebruik een andere.',
      misconfigured: `Deze upload is niet goed ingesteld. ${owner}`,
    },
    unloaded:
      'De verbinding is verbroken. Uw bestanden worden toegevoegd zodra de verbinding terug is.',
    recipient: 'de ontvanger',
  },
  fileStrings: {
    zone: {
      more: 'Sleep er meer hierheen',
      letGo: {
        one: 'Laat los om {n} bestand toe te voegen',
        other: 'Laat los om {n} bestanden toe te voegen',
      },
      letGoUncounted: 'Laat los om uw bestanden toe te voegen',
      letGoReplacing: 'Laat los om het bestand te vervangen',
      another: 'Sleep een ander hierheen om het te vervangen',
      chooseAnother: 'Ander bestand kiezen',
      full: {
        other: 'Het maximum van {n} bestanden is bereikt. Verwijder er een om een ander te kiezen.',
      },
      left: { one: 'nog {n} bestand', other: 'nog {n} bestanden' },
    },
    folders: 'Mappen kunnen niet worden toegevoegd. Open de map en voeg de bestanden daarin toe.',
    list: 'Bestanden',
    seal: {
      only: 'Alleen versleutelde gegevens verlaten deze pagina, voor {recipient}',
      fingerprints: 'Alleen deze sleutels openen wat u verzendt. Vergelijk hun vingerafdrukken:',
      untrusted:
        'De sleutels van de ontvanger konden niet worden bevestigd. Zonder sleutels wordt niets verzonden.',
      unreachable:
        'De sleutels van de ontvanger zijn nu niet bereikbaar. Zonder sleutels wordt niets verzonden.',
    },
    status: {
      waiting: 'In wachtrij',
      checking: 'Wordt gecontroleerd',
      checkingLate:
        'Wordt gecontroleerd · staat het nog in de cloud, dan moet het eerst worden gedownload',
      ready: {
        auto: 'Gecontroleerd · wacht op zijn beurt',
        submit: 'Gecontroleerd · gaat mee met het formulier',
        manual: 'Gecontroleerd · klaar om te verzenden',
      },
      sealing: 'Gecontroleerd · wordt versleuteld',
      preparing: 'Gecontroleerd · wordt voorbereid',
      sending: 'Wordt verzonden, versleuteld',
      sendingOpen: 'Wordt verzonden',
      sendingLate: '{status} · de server controleert nog',
      confirming: 'Verzonden · wacht op het antwoord',
      confirmingLate: 'Verzonden · de server controleert nog',
      paused: 'Gepauzeerd op {percent}',
      offer: 'Niet helemaal verzonden · wacht op u',
      retrying: '{why} · nieuwe poging',
      offline: 'U bent offline · gaat verder zodra de verbinding terug is',
      seemsOffline: '{status} · u lijkt offline te zijn',
      delivered: 'Aangekomen · wacht op de andere',
      committing: 'Aangekomen · wordt afgerond',
      done: 'Afgeleverd',
      expires: 'Afgeleverd · verloopt: {when}',
      cancelled: 'Geannuleerd',
      cancelledLate: 'Geannuleerd. Het is misschien al aangekomen.',
      removed: 'Verwijderd',
    },
    moment: '{day}, {time}',
    counting: {
      share: ' · {percent}',
      slow: ' · kan nog {time} duren',
      wait: ' over {time}',
    },
    unnamed: {
      chosen: {
        today: 'Een document, gekozen om {time}',
        earlier: 'Een document, gekozen: {day}, {time}',
      },
      sent: {
        today: 'Een document, verzonden om {time}',
        earlier: 'Een document, verzonden: {day}, {time}',
      },
    },
    action: {
      pause: '{name} pauzeren',
      resume: '{name} hervatten',
      retry: '{name} opnieuw proberen',
      sendAgain: '{name} opnieuw verzenden',
      cancel: '{name} annuleren',
      remove: '{name} verwijderen',
      dismiss: '{name} verbergen',
      pauseAll: 'Alles pauzeren',
      resumeAll: 'Alles hervatten',
      goOn: 'Doorgaan',
      notMine: 'Niet van mij',
      undo: 'Ongedaan maken',
      view: '{name} bekijken',
    },
    tip: {
      pause: 'Pauzeren',
      resume: 'Hervatten',
      retry: 'Opnieuw proberen',
      sendAgain: 'Opnieuw verzenden',
      cancel: 'Annuleren',
      remove: 'Verwijderen',
      dismiss: 'Verbergen',
    },
    viewer: { zoomIn: 'Inzoomen', zoomOut: 'Uitzoomen', close: 'Sluiten' },
    summary: {
      delivered: { other: '{n} van {total} afgeleverd' },
      failed: { other: '{n} mislukt' },
      unconfirmed: { other: '{n} misschien aangekomen' },
    },
    said: {
      added: { single: '{name} toegevoegd.', other: '{n} bestanden toegevoegd.' },
      refused: {
        single: '{name} is niet toegevoegd. {why}',
        other: '{n} bestanden zijn niet toegevoegd.',
      },
      replaced: { single: '{name} is vervangen.', other: '{n} bestanden zijn vervangen.' },
      restored: {
        single: '{name} hoort nog bij dit formulier.',
        other: '{n} bestanden horen nog bij dit formulier.',
      },
      offered: {
        single: '{name} is niet helemaal verzonden. Ga verder, of geef aan dat het niet van u is.',
        other:
          '{n} bestanden zijn niet helemaal verzonden. Ga verder, of geef aan dat ze niet van u zijn.',
      },
      removed: { single: '{name} verwijderd.', other: '{n} bestanden verwijderd.' },
      withdrawn: {
        single: '{name} verwijderd. Dat kan korte tijd ongedaan worden gemaakt.',
        other: '{n} bestanden verwijderd. Dat kan korte tijd ongedaan worden gemaakt.',
      },
      putBack: { single: '{name} is terug.', other: '{n} bestanden zijn terug.' },
      cancelled: { single: '{name} geannuleerd.', other: '{n} bestanden geannuleerd.' },
      cancelledLate: {
        single: '{name} geannuleerd. Het is misschien al aangekomen.',
        other: '{n} bestanden geannuleerd. Ze zijn misschien al aangekomen.',
      },
      paused: { single: '{name} gepauzeerd.', other: '{n} bestanden gepauzeerd.' },
      resumed: { single: '{name} gaat verder.', other: '{n} bestanden gaan verder.' },
      again: {
        single: '{name} wordt opnieuw geprobeerd.',
        other: '{n} bestanden worden opnieuw geprobeerd.',
      },
      unread: {
        single:
          '{name} wordt nog gelezen. Staat het in de cloud, dan moet het eerst worden gedownload.',
        other:
          '{n} bestanden worden nog gelezen. Staan ze in de cloud, dan moeten ze eerst worden gedownload.',
      },
      late: {
        single: 'De server controleert {name} nog.',
        other: 'De server controleert nog {n} bestanden.',
      },
      retrying: {
        single: '{name}: {why}. Nieuwe poging.',
        other: '{n} bestanden worden opnieuw geprobeerd.',
      },
      failed: { single: '{name} mislukt. {why}', other: '{n} bestanden mislukt.' },
      unconfirmed: { single: '{name}: {why}', other: '{n} bestanden zijn misschien aangekomen.' },
      done: { single: '{name} afgeleverd.', other: '{n} bestanden afgeleverd.' },
    },
    gathered: {
      addedNot: {
        one: '{n} bestand toegevoegd, {not} niet.',
        other: '{n} bestanden toegevoegd, {not} niet.',
      },
      seeList: 'De lijst zegt waarom.',
      remarked: { other: 'In de lijst staan opmerkingen over {n} bestanden.' },
      work: {
        single: '{name} wordt verzonden, daarna het formulier.',
        other: '{n} bestanden worden verzonden, daarna het formulier.',
      },
      sent: '{percent} verzonden.',
      summary: '{summary}.',
      between: ' ',
      offline: 'U lijkt offline te zijn. De bestanden gaan verder zodra de verbinding terug is.',
      online: 'De verbinding is terug.',
    },
    undelivered: {
      single: '{name} is niet afgeleverd. Probeer het opnieuw of verwijder het.',
      other: '{n} bestanden zijn niet afgeleverd. Probeer het opnieuw of verwijder ze.',
    },
    stopped: {
      single: '{name} is gepauzeerd. Hervat of annuleer het en verzend het formulier dan opnieuw.',
      other:
        '{n} bestanden zijn gepauzeerd. Hervat of annuleer ze en verzend het formulier dan opnieuw.',
    },
    pressAgain: {
      named: 'Alles is klaar. Druk nog een keer op ‘{button}’ om het formulier te verzenden.',
      unnamed: 'Alles is klaar. Verzend het formulier nu.',
    },
    unconfirmed: {
      single:
        '{name} is misschien aangekomen, maar geen antwoord bevestigt dat. Verzend het opnieuw of verwijder het.',
      other:
        '{n} bestanden zijn misschien aangekomen, maar geen antwoord bevestigt dat. Verzend ze opnieuw of verwijder ze.',
      once: 'Dit bestand is misschien aangekomen, maar geen antwoord bevestigt dat. Een nieuwe poging slaat het niet dubbel op.',
      twice:
        'Dit bestand is misschien aangekomen, maar geen antwoord bevestigt dat. Als u het opnieuw verzendt, wordt het misschien dubbel opgeslagen.',
    },
    error: {
      empty: 'Dit bestand is leeg. Kies een ander.',
      'too-large': 'Dit bestand is te groot. Kies een kleiner bestand.',
      'wrong-type': 'Dit soort bestand wordt hier niet geaccepteerd. Kies een ander.',
      damaged:
        'Dit bestand is beschadigd of onvolledig. Sla het opnieuw op of scan het opnieuw, en voeg het dan toe.',
      'too-many':
        'Er kunnen geen bestanden meer worden toegevoegd. Verwijder er een om een ander toe te voegen.',
      duplicate: 'Dit bestand staat al in de lijst.',
      unreadable:
        'Dit bestand kon niet worden gelezen. Staat het nog in de cloud, download het dan eerst; is het verplaatst of verwijderd, kies het dan opnieuw.',
      changed: 'Dit bestand is gewijzigd nadat u het koos. Voeg het opnieuw toe.',
      'bad-recipient': `De sleutel van de ontvanger is ongeldig, dus er is niets verzonden. ${owner}`,
      'keys-untrusted': `De sleutels van de ontvanger konden niet worden bevestigd, dus er is niets verzonden. ${owner}`,
      'seal-failed': `Dit bestand kon niet worden versleuteld, dus het is niet verzonden. ${again}`,
      offline: 'U bent offline. Probeer het opnieuw zodra de verbinding terug is.',
      network: `De verbinding is verbroken. ${again}`,
      timeout: `De server heeft niet op tijd geantwoord. ${again}`,
      stalled: `De upload is stil komen te staan. ${again}`,
      unauthorized: 'U bent niet meer aangemeld. Laad de pagina opnieuw en probeer het nog eens.',
      forbidden: `De server staat deze upload niet toe. ${owner}`,
      'not-found': `De server kent deze upload niet. ${owner}`,
      refused:
        'De server heeft dit bestand niet geaccepteerd. Probeer een ander, of meld dit aan de beheerder van deze website.',
      'rate-limited': 'Er zijn nu te veel uploads. Probeer het over een paar minuten opnieuw.',
      server: 'De server heeft een probleem. Probeer het over een paar minuten opnieuw.',
      protocol: `De server gaf een onbegrijpelijk antwoord. ${owner}`,
      'keys-rotated': `De ontvanger heeft de sleutels gewijzigd. ${again}`,
      mismatch:
        'Wat is aangekomen, is niet wat is verzonden. Verwijder dit bestand en voeg het opnieuw toe.',
      'already-used': 'De server heeft dit bestand al. Het hoeft niet opnieuw te worden verzonden.',
      expired: 'Deze upload is verlopen. Verwijder het bestand en voeg het opnieuw toe.',
    },
    rechoose:
      'De ontvanger heeft de sleutels gewijzigd, dus dit document kan niet meer worden verzonden. Kies het opnieuw.',
    quoted: '{why} Antwoord van de server: ‘{reason}’',
    reference: 'Referentienummer: {id}',
    tooLarge: 'Dit bestand is te groot. Maximaal {size} is toegestaan.',
    tooMany: {
      single:
        'Er kan maar één bestand worden toegevoegd. Verwijder het, of kies een ander om het te vervangen.',
      other:
        'Er kunnen maar {n} bestanden worden toegevoegd. Verwijder er een om een ander toe te voegen.',
    },
    wrongType: {
      heic: 'Dit is een iPhone-foto ({found}). Exporteer hem als JPG en voeg hem opnieuw toe.',
      office: 'Dit is een {found}-document. Sla het op als PDF en voeg het opnieuw toe.',
      archive: 'Dit is een {found}-archief. Pak het uit en voeg de bestanden daarin toe.',
      program: 'Dit is een programma en geen document. Alleen {types} kan worden toegevoegd.',
      page: 'Dit is een webpagina. Sla hem op als PDF en voeg hem opnieuw toe.',
      password:
        'Deze pdf vraagt om een wachtwoord. Voeg een kopie toe die zonder wachtwoord opent.',
      certificate:
        'Deze pdf kan alleen worden geopend door degenen voor wie hij is versleuteld. Voeg een kopie zonder die beveiliging toe.',
      signature:
        'Dit is een ondertekend bestand ({found}). Sla het document dat erin zit op en voeg dat toe, of voeg het document zonder ondertekening toe.',
      other: 'Dit is een {found}-bestand. Alleen {types} kan worden toegevoegd.',
      unknown: 'Dit soort bestand is hier niet bekend. Alleen {types} kan worden toegevoegd.',
    },
    hitch: {
      network: 'Verbinding verbroken',
      timeout: 'Geen antwoord',
      stalled: 'Geen voortgang',
      server: 'De server heeft een probleem',
      'rate-limited': 'De server is te druk',
    },
    remark: {
      'name-mismatch': 'De naam past niet bij het soort bestand.',
      encrypted: 'Deze pdf is beveiligd. Hij lijkt zonder wachtwoord open te gaan.',
      'password-needed':
        'Deze pdf vraagt om een wachtwoord. Geef het door aan de ontvanger, of voeg een kopie toe die zonder wachtwoord opent.',
      'certificate-needed':
        'Deze pdf kan alleen worden geopend door degenen voor wie hij is versleuteld. Hoort de ontvanger daar niet bij, voeg dan een kopie zonder die beveiliging toe.',
      'no-end-marker': 'Deze pdf is misschien afgekapt. Controleer of de laatste pagina er is.',
      'location-data':
        'In deze foto is opgeslagen waar hij is gemaakt. Mag de ontvanger dat niet weten, verwijder dan de locatie in uw foto-app en voeg de foto opnieuw toe.',
      'location-removed': 'Deze foto wordt zonder locatie en andere verborgen gegevens verzonden.',
      'leading-data':
        'Er staat iets vóór het document, waardoor sommige programma’s het misschien niet openen. Sla het opnieuw op als pdf.',
      'trailing-data':
        'Er staat iets achter het document, of de laatste wijziging is onvolledig. Controleer of het volledig is.',
      'not-shown': 'Uw browser kan deze afbeelding niet tonen. Controleer of deze te openen is.',
      'near-limit': 'Dit bestand is bijna zo groot als is toegestaan.',
    },
  },
}
