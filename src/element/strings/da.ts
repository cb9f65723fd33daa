import type { Language } from './strings.ts'

const again = 'Prøv igen.'
const owner = 'Giv besked til ejeren af dette websted.'

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'da',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Upload',
    hint: {
      one: '{types}, op til {size}',
      each: '{types}, op til {size} pr. fil',
      some: '{types}, op til {size} pr. fil, højst {n} filer',
    },
    atOnce: 'Filer sendes, så snart du vælger dem.',
    drop: { one: 'Slip dit dokument her, eller', several: 'Slip dine dokumenter her, eller' },
    choose: { one: 'Vælg fil', several: 'Vælg filer' },
    locked: 'Der kan ikke tilføjes noget lige nu.',
    required: 'Påkrævet.',
    missing: 'Tilføj et dokument.',
    unfinished: {
      one: 'Vent, indtil dit dokument er leveret.',
      several: 'Vent, indtil dine dokumenter er leveret.',
    },
    sealedFor: 'Krypteret i din browser til {recipient}',
    fault: {
      'insecure-context':
        'Dokumenter sendes kun via en sikker forbindelse. Åbn denne side med https.',
      unsupported: 'Denne browser kan ikke kryptere dokumenter. Opdater den, eller brug en anden.',
      misconfigured: `Denne upload er ikke sat rigtigt op. ${owner}`,
    },
    unloaded: 'Forbindelsen blev afbrudt. Dine filer bliver tilføjet, når forbindelsen er tilbage.',
    recipient: 'modtageren',
  },
  fileStrings: {
    zone: {
      more: 'Slip flere her',
      letGo: { one: 'Slip for at tilføje {n} fil', other: 'Slip for at tilføje {n} filer' },
      letGoUncounted: 'Slip for at tilføje dine filer',
      letGoReplacing: 'Slip for at erstatte filen',
      another: 'Slip en anden her for at erstatte den',
      chooseAnother: 'Vælg en anden fil',
      full: { other: 'Grænsen på {n} filer er nået. Fjern en for at vælge en anden.' },
      left: { one: '{n} fil mere', other: '{n} filer mere' },
    },
    folders: 'Mapper kan ikke tilføjes. Åbn mappen, og tilføj filerne i den.',
    list: 'Filer',
    seal: {
      only: 'Kun krypterede data til {recipient} forlader denne side',
      fingerprints: 'Kun disse nøgler kan åbne det, du sender. Sammenlign deres fingeraftryk:',
      untrusted: 'Modtagerens nøgler kunne ikke bekræftes. Uden dem bliver intet sendt.',
      unreachable: 'Modtagerens nøgler kan ikke hentes lige nu. Uden dem bliver intet sendt.',
    },
    status: {
      waiting: 'Venter',
      checking: 'Kontrolleres',
      checkingLate: 'Kontrolleres · hvis filen stadig er i skyen, skal den først hentes ned',
      ready: {
        auto: 'Kontrolleret · venter på sin tur',
        submit: 'Kontrolleret · sendes med formularen',
        manual: 'Kontrolleret · klar til at blive sendt',
      },
      sealing: 'Kontrolleret · krypteres',
      preparing: 'Kontrolleret · gøres klar',
      sending: 'Sendes krypteret',
      sendingOpen: 'Sendes',
      sendingLate: '{status} · serveren kontrollerer',
      confirming: 'Sendt · venter på svar',
      confirmingLate: 'Sendt · serveren kontrollerer',
      paused: 'Sat på pause ved {percent}',
      offer: 'Ikke sendt helt · venter på dig',
      retrying: '{why} · prøver igen',
      offline: 'Du er offline · fortsætter, når forbindelsen er tilbage',
      seemsOffline: '{status} · du ser ud til at være offline',
      delivered: 'Nået frem · venter på de andre',
      committing: 'Nået frem · afsluttes',
      done: 'Leveret',
      expires: 'Leveret · udløber {when}',
      cancelled: 'Annulleret',
      cancelledLate: 'Annulleret. Filen kan være nået frem.',
      removed: 'Fjernet',
    },
    moment: '{day} kl. {time}',
    counting: { share: ' · {percent}', slow: ' · kan vare {time} endnu', wait: ' om {time}' },
    unnamed: {
      chosen: {
        today: 'Et dokument valgt kl. {time}',
        earlier: 'Et dokument valgt {day} kl. {time}',
      },
      sent: {
        today: 'Et dokument sendt kl. {time}',
        earlier: 'Et dokument sendt {day} kl. {time}',
      },
    },
    action: {
      pause: 'Sæt {name} på pause',
      resume: 'Genoptag {name}',
      retry: 'Prøv igen: {name}',
      sendAgain: 'Send {name} igen',
      cancel: 'Annuller {name}',
      remove: 'Fjern {name}',
      dismiss: 'Skjul {name}',
      pauseAll: 'Sæt alle på pause',
      resumeAll: 'Genoptag alle',
      goOn: 'Fortsæt',
      notMine: 'Ikke min',
      undo: 'Fortryd',
      view: 'Vis {name}',
    },
    tip: {
      pause: 'Sæt på pause',
      resume: 'Genoptag',
      retry: 'Prøv igen',
      sendAgain: 'Send igen',
      cancel: 'Annuller',
      remove: 'Fjern',
      dismiss: 'Skjul',
    },
    viewer: { zoomIn: 'Zoom ind', zoomOut: 'Zoom ud', close: 'Luk' },
    summary: {
      delivered: { other: '{n} af {total} leveret' },
      failed: { other: '{n} mislykkedes' },
      unconfirmed: { other: '{n} kan være nået frem' },
    },
    said: {
      added: { single: '{name} er tilføjet.', other: '{n} filer er tilføjet.' },
      refused: {
        single: '{name} blev ikke tilføjet. {why}',
        other: '{n} filer blev ikke tilføjet.',
      },
      replaced: { single: '{name} er erstattet.', other: '{n} filer er erstattet.' },
      restored: {
        single: '{name} er stadig en del af denne formular.',
        other: '{n} filer er stadig en del af denne formular.',
      },
      offered: {
        single: '{name} blev ikke sendt helt. Fortsæt, eller angiv, at filen ikke er din.',
        other: '{n} filer blev ikke sendt helt. Fortsæt, eller angiv, at de ikke er dine.',
      },
      removed: { single: '{name} er fjernet.', other: '{n} filer er fjernet.' },
      withdrawn: {
        single: '{name} er fjernet. Du kan fortryde det i kort tid.',
        other: '{n} filer er fjernet. Du kan fortryde det i kort tid.',
      },
      putBack: { single: '{name} er tilbage.', other: '{n} filer er tilbage.' },
      cancelled: { single: '{name} er annulleret.', other: '{n} filer er annulleret.' },
      cancelledLate: {
        single: '{name} er annulleret. Filen kan være nået frem.',
        other: '{n} filer er annulleret. De kan være nået frem.',
      },
      paused: { single: '{name} er sat på pause.', other: '{n} filer er sat på pause.' },
      resumed: { single: '{name} fortsætter.', other: '{n} filer fortsætter.' },
      again: { single: 'Nyt forsøg: {name}.', other: 'Nyt forsøg med {n} filer.' },
      unread: {
        single: '{name} bliver stadig læst. Hvis filen er i skyen, skal den først hentes ned.',
        other: '{n} filer bliver stadig læst. Hvis de er i skyen, skal de først hentes ned.',
      },
      late: {
        single: 'Serveren kontrollerer stadig {name}.',
        other: 'Serveren kontrollerer stadig {n} filer.',
      },
      retrying: { single: '{name}: {why}. Prøver igen.', other: 'Nyt forsøg med {n} filer.' },
      failed: { single: '{name} kunne ikke sendes. {why}', other: '{n} filer kunne ikke sendes.' },
      unconfirmed: { single: '{name}: {why}', other: '{n} filer kan være nået frem.' },
      done: { single: '{name} er leveret.', other: '{n} filer er leveret.' },
    },
    gathered: {
      addedNot: {
        one: '{n} fil er tilføjet, {not} ikke.',
        other: '{n} filer er tilføjet, {not} ikke.',
      },
      seeList: 'Listen viser hvorfor.',
      remarked: { other: 'Bemærkninger til {n} filer står på listen.' },
      work: {
        single: '{name} sendes, derefter formularen.',
        other: '{n} filer sendes, derefter formularen.',
      },
      sent: '{percent} sendt.',
      summary: '{summary}.',
      between: ' ',
      offline: 'Du ser ud til at være offline. Filerne fortsætter, når forbindelsen er tilbage.',
      online: 'Forbindelsen er tilbage.',
    },
    undelivered: {
      single: '{name} blev ikke leveret. Prøv igen, eller fjern filen.',
      other: '{n} filer blev ikke leveret. Prøv igen, eller fjern dem.',
    },
    stopped: {
      single: '{name} er sat på pause. Genoptag eller annuller filen, og send så formularen igen.',
      other: '{n} filer er sat på pause. Genoptag eller annuller dem, og send så formularen igen.',
    },
    pressAgain: {
      named: 'Alt er klar. Tryk på ”{button}” igen for at sende formularen.',
      unnamed: 'Alt er klar. Send nu formularen.',
    },
    unconfirmed: {
      single:
        '{name} kan være nået frem, men intet svar bekræfter det. Send filen igen, eller fjern den.',
      other:
        '{n} filer kan være nået frem, men intet svar bekræfter det. Send dem igen, eller fjern dem.',
      once: 'Denne fil kan være nået frem, men intet svar bekræfter det. Et nyt forsøg gemmer den ikke to gange.',
      twice:
        'Denne fil kan være nået frem, men intet svar bekræfter det. Sendes den igen, bliver den måske gemt to gange.',
    },
    error: {
      empty: 'Denne fil er tom. Vælg en anden.',
      'too-large': 'Denne fil er for stor. Vælg en mindre.',
      'wrong-type': 'Denne type fil modtages ikke her. Vælg en anden.',
      damaged:
        'Denne fil er beskadiget eller ufuldstændig. Gem eller scan den igen, og tilføj den så.',
      'too-many': 'Der kan ikke tilføjes flere filer. Fjern en for at tilføje en anden.',
      duplicate: 'Denne fil er allerede på listen.',
      unreadable:
        'Denne fil kunne ikke læses. Er den stadig i skyen, så hent den ned først. Er den flyttet eller slettet, så vælg den igen.',
      changed: 'Denne fil blev ændret, efter at du valgte den. Tilføj den igen.',
      'bad-recipient': `Modtagerens nøgle er ugyldig, så intet blev sendt. ${owner}`,
      'keys-untrusted': `Modtagerens nøgler kunne ikke bekræftes, så intet blev sendt. ${owner}`,
      'seal-failed': `Denne fil kunne ikke krypteres, så den blev ikke sendt. ${again}`,
      offline: 'Du er offline. Prøv igen, når forbindelsen er tilbage.',
      network: `Forbindelsen blev afbrudt. ${again}`,
      timeout: `Serveren svarede ikke i tide. ${again}`,
      stalled: `Uploaden gik i stå. ${again}`,
      unauthorized: 'Du er ikke længere logget ind. Genindlæs siden, og prøv igen.',
      forbidden: `Serveren tillader ikke denne upload. ${owner}`,
      'not-found': `Serveren kender ikke denne upload. ${owner}`,
      refused:
        'Serveren tog ikke imod denne fil. Prøv en anden, eller giv besked til ejeren af dette websted.',
      'rate-limited': 'Der er for mange uploads lige nu. Prøv igen om nogle minutter.',
      server: 'Serveren har et problem. Prøv igen om nogle minutter.',
      protocol: `Serveren gav et svar, der ikke giver mening. ${owner}`,
      'keys-rotated': `Modtageren har skiftet nøgler. ${again}`,
      mismatch:
        'Det, der nåede frem, er ikke det, der blev sendt. Fjern denne fil, og tilføj den igen.',
      'already-used': 'Serveren har allerede denne fil. Den behøver ikke at blive sendt igen.',
      expired: 'Denne upload er udløbet. Fjern filen, og tilføj den igen.',
    },
    rechoose:
      'Modtageren har skiftet nøgler, så dette dokument kan ikke længere sendes. Vælg det igen.',
    quoted: '{why} Serveren svarede: ”{reason}”',
    reference: 'Referencenummer: {id}',
    tooLarge: 'Denne fil er for stor. Den må højst fylde {size}.',
    tooMany: {
      single: 'Der kan kun tilføjes én fil. Fjern den, eller vælg en anden for at erstatte den.',
      other: 'Der kan kun tilføjes {n} filer. Fjern en for at tilføje en anden.',
    },
    wrongType: {
      heic: 'Dette er et {found}-billede fra en iPhone. Eksporter det som JPG, og tilføj det igen.',
      office: 'Dette er et {found}-dokument. Gem det som PDF, og tilføj det igen.',
      archive: 'Dette er et {found}-arkiv. Pak det ud, og tilføj filerne i det.',
      program: 'Dette er et program, ikke et dokument. Kun {types} kan tilføjes.',
      page: 'Dette er en webside. Gem den som PDF, og tilføj den igen.',
      password: 'Denne PDF kræver en adgangskode. Tilføj en kopi, der kan åbnes uden adgangskode.',
      certificate:
        'Denne PDF kan kun åbnes af dem, den er krypteret til. Tilføj en kopi uden den beskyttelse.',
      signature:
        'Dette er en underskrevet fil ({found}). Gem dokumentet, der er i den, og tilføj det, eller tilføj en kopi uden underskrift.',
      other: 'Dette er en {found}-fil. Kun {types} kan tilføjes.',
      unknown: 'Denne filtype kendes ikke her. Kun {types} kan tilføjes.',
    },
    hitch: {
      network: 'Forbindelsen blev afbrudt',
      timeout: 'Intet svar',
      stalled: 'Ingen fremgang',
      server: 'Serveren har et problem',
      'rate-limited': 'Serveren er optaget',
    },
    remark: {
      'name-mismatch': 'Navnet passer ikke til filens type.',
      encrypted: 'Denne PDF er beskyttet. Den ser ud til at kunne åbnes uden adgangskode.',
      'password-needed':
        'Denne PDF kræver en adgangskode. Giv modtageren adgangskoden, eller tilføj en kopi, der kan åbnes uden.',
      'certificate-needed':
        'Denne PDF kan kun åbnes af dem, den er krypteret til. Er modtageren ikke en af dem, så tilføj en kopi uden den beskyttelse.',
      'no-end-marker': 'Denne PDF kan være skåret af. Kontroller, at den sidste side er med.',
      'location-data':
        'Dette foto fortæller, hvor det er taget. Skal modtageren ikke vide det, så fjern placeringen i din fotoapp, og tilføj fotoet igen.',
      'location-removed': 'Dette foto sendes uden placering og andre skjulte oplysninger.',
      'leading-data':
        'Der er noget andet før dokumentet i denne fil, så nogle programmer kan måske ikke åbne det. Gem det som PDF igen.',
      'trailing-data':
        'Der er noget andet efter dokumentet i denne fil, eller dets sidste ændring er ufuldstændig. Kontroller, at intet mangler.',
      'not-shown': 'Din browser kan ikke vise dette billede. Kontroller, at det kan åbnes.',
      'near-limit': 'Denne fil er tæt på den største tilladte størrelse.',
    },
  },
}
