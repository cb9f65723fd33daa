import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'da',
    dir: 'ltr',
    between: ' ',
    quoted: '”{code}”.',
    page: {
      name: 'Modtagerens side',
      lead: 'Åbn det, som andre har krypteret til dig. Alt sker på denne side: Den sender intet og gemmer intet, som du ikke beder om.',
    },
    open: {
      heading: 'Åbn dokumenter',
      identity: {
        heading: 'Din private nøgle',
        drop: 'Slip din nøglefil her, eller',
        more: 'Slip en til her, eller',
        choose: 'Vælg nøglefilen',
        hint: 'En tekstfil med AGE-SECRET-KEY-1 i',
        field: 'Eller indsæt en privat nøgle, eller skriv en adgangskode',
        use: 'Brug',
        of: 'Privat nøgle til {recipient}',
        passphrase: 'En adgangskode',
        forget: 'Glem',
      },
      sealed: {
        heading: 'Krypterede filer',
        drop: 'Slip krypterede filer her, eller',
        more: 'Slip flere her, eller',
        choose: 'Vælg krypterede filer',
        hint: 'Så mange du vil: .age-filer eller den PDF, som de ligger i',
      },
      summary: {
        waiting: {
          one: '{n} fil venter på en privat nøgle.',
          other: '{n} filer venter på en privat nøgle.',
        },
        opening: { one: 'Åbner {n} fil …', other: 'Åbner {n} filer …' },
        opened: { other: '{n} af {total} åbnet.' },
        failed: { other: '{n} kunne ikke åbnes.' },
      },
      archive: 'Hent alle som et arkiv',
      archiving: 'Arkivet oprettes …',
      clear: 'Ryd listen',
      list: {
        find: 'Søg i listen',
        sort: 'Sortér efter',
        added: 'Som tilføjet',
        only: 'Kun med bemærkninger',
        shown: { other: '{n} af {total} vises.' },
        csv: 'Hent listen (CSV)',
      },
      folder: {
        choose: 'Vælg en mappe',
        save: 'Gem alle i en mappe',
        saved: { other: '{n} af {total} gemt i mappen.' },
        refused: 'Udeladt, fordi browseren afviser deres navne. Hent hvert for sig:',
        stopped: 'Browseren kunne ikke skrive i mappen. Det, der blev gemt indtil da, er helt.',
        empty: 'Der er ingen krypteret fil i denne mappe.',
        unread: 'Mappen kunne ikke læses.',
        partly: 'Ikke alt i mappen blev læst.',
      },
    },
    given: {
      empty: 'Intet blev angivet. Indsæt en privat nøgle, eller skriv en adgangskode.',
      none: 'Der er ingen privat nøgle i. En privat nøgle begynder med AGE-SECRET-KEY-1.',
      broken:
        'Den private nøgle er beskadiget: Et bogstav mangler eller er forkert. Intet blev brugt.',
      sealed:
        'Denne nøglefil er selv krypteret med en adgangskode. Åbn den først med age: age -d -o identity.txt.',
      known: 'Den er her allerede.',
      loaded: 'Den private nøgle er indlæst.',
      unreadable: 'Filen kunne ikke læses.',
      passphrase: 'Adgangskoden bruges fra nu af.',
      forgotten: 'Den private nøgle og adgangskoden er glemt.',
    },
    passkey: {
      offer: 'Brug en adgangsnøgle',
      what: 'Den private nøgle krypteres med en adgangsnøgle: Siden beder så om dit fingeraftryk, dit ansigt eller skærmlåsen i stedet for en fil. Enhver, der kan låse din enhed op, kan åbne dokumenterne.',
      backup:
        'En adgangsnøgle kan gå tabt, med en enhed eller en konto, og med den alle dokumenter. Udskriv derfor først den private nøgle.',
      print: 'Udskriv den private nøgle',
      printed: 'Jeg har udskrevet den og lagt den et sikkert sted',
      create: 'Opret en adgangsnøgle',
      made: 'Den private nøgle er krypteret med adgangsnøglen. Gem den, eller behold den i denne browser.',
      save: 'Gem den krypterede nøgle',
      keep: 'Behold i denne browser',
      kept: 'Denne browser har en privat nøgle, krypteret med en adgangsnøgle.',
      other: 'Denne browser har allerede en anden nøgle. Fjern den først.',
      given: 'Denne private nøgle er krypteret med en adgangsnøgle.',
      open: 'Åbn med adgangsnøglen',
      remove: 'Fjern fra denne browser',
      sure: 'Findes den private nøgle også et andet sted, som fil eller på papir? Er dette den eneste, er dens dokumenter tabt.',
      cancel: 'Annuller',
      removed:
        'Den krypterede nøgle er fjernet fra denne browser. Selve adgangsnøglen kan slettes i enhedens indstillinger.',
      paper: {
        heading: 'Privat nøgle',
        what: 'Enhver, der har dette ark, kan åbne dokumenterne. Opbevar det, hvor kun du kan læse det. Scan koden, eller skriv tegnene under den, og giv dem til modtagersiden.',
      },
      none: {
        file: 'Her kan ingen adgangsnøgle bruges, fordi siden er en fil på disken. Den private nøgle forbliver en fil.',
        address:
          'På denne adresse kan ingen adgangsnøgle bruges. Det kræver https og et navn, eller localhost, ikke en IP-adresse.',
        browser: 'Denne browser har ingen adgangsnøgler, der kan kryptere en nøgle.',
      },
      trouble: {
        cancelled:
          'Adgangsnøglen blev ikke brugt: Det blev annulleret, tog for lang tid, eller den findes ikke mere. Intet er tabt: Prøv igen, eller brug nøglefilen eller arket.',
        wrong: 'Denne adgangsnøgle åbner den ikke. Brug den, som den blev krypteret med.',
        prf: 'Denne adgangsnøgle kan ikke kryptere en nøgle. Intet er ændret. Prøv en anden enhed eller adgangskodeadministrator.',
        damaged:
          'Den krypterede nøgle er beskadiget. Brug nøglefilen eller arket, og krypter den igen.',
        elsewhere: 'Adgangsnøglen hører til en anden adresse: {site}. Åbn siden dér.',
        large:
          'Det er for mange private nøgler til én adgangsnøgle. Intet blev oprettet. Indlæs færre af dem.',
        full: 'Denne browser beholder intet for denne side. Gem den krypterede nøgle som fil.',
      },
    },
    item: {
      sealed: '{size}, krypteret',
      opening: 'Åbner · {percent}',
      openingName: 'Åbner {name}',
      turn: 'Venter på sin tur',
      waiting: 'Venter på en privat nøgle',
      unknownKind: 'Ukendt type',
      intact: 'Uændret, siden det blev krypteret.',
      intactOnly:
        'Det siger ikke, hvem der krypterede det: Det kan enhver, der har din modtager (age1…).',
      whole: 'Åbnet helt.',
      noRecord: 'Det siger intet om, hvad det hed, eller hvad det var, da det blev krypteret.',
      damaged: 'Selve dokumentet ser ud til at være beskadiget: {why}.',
      otherwise: 'Afsenderens browser siger noget andet. {what}:',
      download: 'Hent',
      show: 'Vis billedet',
      print: 'Udskriv beviset',
      viewer: { zoomIn: 'Zoom ind', zoomOut: 'Zoom ud', close: 'Luk' },
      tooLarge: 'Dette billede er for stort til at blive vist her. Hent det for at se det.',
      claims: 'Hvad afsenderens browser siger, og hvad denne side finder',
      details: 'Detaljer',
      size: 'Størrelse',
      from: 'Åbnet fra',
    },
    proof: {
      heading: 'Bevis for åbning',
      same: 'Sammenlignet med det, der blev krypteret sammen med det: det samme.',
      opened: 'Åbnet',
      by: 'Åbnet med',
    },
    table: {
      name: 'Oplysninger og fund om {name}',
      says: 'Afsenderens browser siger',
      finds: 'Denne side finder',
      saysShort: 'Siger:',
      findsShort: 'Fundet:',
      differs: 'afviger',
      row: {
        name: 'Navn',
        kind: 'Type',
        checked: 'Kontrolleret',
        remarks: 'Bemærkninger',
        size: 'Størrelse, SHA-256',
        sealed: 'Krypteret',
        by: 'Krypteret med',
      },
      nothing: 'Intet',
      unknowable: 'Kan ikke vides her',
      same: 'Det samme',
      unknownKind: 'Ikke kendt her',
      whole: 'Helt',
      damaged: 'Beskadiget: {why}',
      unchecked: 'Ikke gennemgået: Det er ikke {types}',
    },
    trouble: {
      damaged:
        'Beskadiget. Filen blev afkortet eller ændret, efter den blev krypteret, eller det, den siger om sig selv, passer ikke. Intet af den frigives. Bed om at få den igen.',
      'no-identity':
        'Intet af det, du har angivet ovenfor, åbner filen: Den blev krypteret til en anden. Tilføj den rigtige private nøgle, så prøves den igen.',
      unsupported: 'Ikke en krypteret fil: Denne side åbner det, der er krypteret med age.',
      'other-pdf':
        'En PDF, som denne side ikke finder nogen krypteret fil i. Den kan være stemplet eller gemt igen undervejs. Har den en vedhæftet fil, så gem den, og tilføj den her.',
      'too-slow':
        'Adgangskoden kræver mere arbejde, end denne side udfører: Den ville stå stille i flere sekunder. Åbn filen med kommandoen age: age -d.',
      hardware:
        'Filen åbnes kun med en privat nøgle i en enhed, for eksempel en sikkerhedsnøgle, som denne side ikke kan bruge. Åbn filen med kommandoen: npx sealdrop open.',
      unreadable:
        'Filen kunne ikke læses. Det kan være en mappe, eller den kan være flyttet eller slettet.',
      failed: 'Filen kunne ikke åbnes. Den kan være for stor til denne browser.',
    },
    remark: {
      'name-mismatch': 'Navnet passer ikke til filens type.',
      encrypted: 'Denne PDF er beskyttet. Den ser ud til at kunne åbnes uden adgangskode.',
      'password-needed': 'Denne PDF kræver en adgangskode. Kun afsenderen kan give dig den.',
      'certificate-needed': 'Denne PDF kan kun åbnes med et certifikat, som den er krypteret til.',
      'no-end-marker': 'Denne PDF kan være skåret af. Kontroller, at den sidste side er med.',
      'location-data': 'Dette foto fortæller, hvor det er taget.',
      'location-removed': 'Dette foto blev sendt uden placering og andre skjulte oplysninger.',
      'leading-data': 'Der står noget før dokumentet. Åbn det kun med en PDF-læser.',
      'trailing-data':
        'Der er noget andet efter dokumentet i denne fil, eller dets sidste ændring er ufuldstændig. Kontroller, at intet mangler.',
      'not-shown': 'En browser kan ikke vise dette billede.',
      'near-limit': 'Denne fil er tæt på den største tilladte størrelse.',
    },
    check: {
      size: 'Størrelsen.',
      type: 'Typen, efter indholdet.',
      structure: 'At det er helt.',
    },
    caution: {
      program: 'Dette er et program. Start det ikke.',
      script:
        'Dette er {format}, som kan køre scripts, når det åbnes. Åbn det kun i et tekstredigeringsprogram.',
      other: 'Dette er ikke {types}, men {format}. Åbn det kun, hvis du ventede det.',
      unknown: 'Dette er ikke {types}. Åbn det kun, hvis du ventede det.',
    },
    pair: {
      heading: 'Opret et nøglepar',
      halves:
        'Et par har to halvdele. *Modtageren* (age1…) er offentlig: Dokumenter krypteres til den. Den *private nøgle* (AGE-SECRET-KEY-1…) er hemmelig: Den åbner dem.',
      advice:
        '*Brug to modtagere:* din egen og en kollegas eller en sikkerhedskopi, der ligger et andet sted. Mistes én privat nøgle, er alle dokumenter tabt, som kun blev krypteret til den.',
      make: 'Opret et nøglepar',
      another: 'Opret et nøglepar til',
      made: 'Et nøglepar er oprettet. Gem den private nøgle nu.',
      save: 'Gem den private nøgle',
      saved: 'Den private nøgle er gemt som en fil. Pas godt på den.',
      keep: 'Den findes kun på denne side og er væk, når siden lukkes. Opbevar filen, hvor kun du kan læse den.',
      show: 'Vis',
      recipients: 'Modtagere',
      own: 'Din',
      added: 'Tilføjet',
      remove: 'Fjern',
      only: 'Kun én modtager indtil videre. Mistes denne private nøgle, er alle dokumenter tabt.',
      backup:
        'Denne modtager er reserven for din adgangsnøgle. Gem den private nøgle, før du fjerner modtageren.',
      several: { other: '{n} modtagere. Hver af deres private nøgler åbner dokumenterne.' },
      fingerprint:
        'Fingeraftrykket er til at sammenligne med, for eksempel over telefonen: Uploadfeltet på dit websted viser det samme.',
      field: 'En modtager til (age1…)',
      add: 'Tilføj',
      put: 'Sæt dette ind på dit websted',
      placeholders:
        'Sæt din servers adresse i stedet for /upload, og læg SealDrops filer under /sealdrop/.',
      documents: 'Dokumenter',
      copy: {
        recipient: {
          button: 'Kopier modtageren',
          done: 'Modtageren er kopieret.',
          selected:
            'Denne browser lader ikke siden kopiere. Modtageren er markeret: Kopier den nu.',
        },
        snippet: {
          button: 'Kopier koden',
          done: 'Koden er kopieret.',
          selected: 'Denne browser lader ikke siden kopiere. Koden er markeret: Kopier den nu.',
        },
      },
      wasAdded: 'Modtageren er tilføjet.',
      wasRemoved: 'Modtageren er fjernet.',
      trouble: {
        secret:
          'Det er en privat nøgle, den hemmelige halvdel af et par. Feltet blev tømt, og intet blev brugt. Angiv den halvdel, der begynder med age1.',
        known: 'Denne modtager er allerede på listen.',
        postQuantum: 'Dette er en postkvantemodtager. Den kan ikke stå ved siden af din.',
        none: 'Dette er ikke en modtager. Den begynder med age1 og har 62 små bogstaver og cifre. Et af dem mangler måske eller er forkert.',
      },
    },
  },
}
