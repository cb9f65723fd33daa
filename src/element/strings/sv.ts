import type { Language } from './strings.ts'

const again = 'Försök igen.'
const owner = 'Meddela webbplatsens ägare.'

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'sv',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Uppladdning',
    hint: {
      one: '{types}, högst {size}',
      each: '{types}, högst {size} per fil',
      some: '{types}, högst {size} per fil, högst {n} filer',
    },
    atOnce: 'Filer skickas så snart du väljer dem.',
    drop: { one: 'Släpp ditt dokument här, eller', several: 'Släpp dina dokument här, eller' },
    choose: { one: 'Välj fil', several: 'Välj filer' },
    locked: 'Inget kan läggas till just nu.',
    required: 'Obligatoriskt.',
    missing: 'Lägg till ett dokument.',
    unfinished: {
      one: 'Vänta tills ditt dokument har levererats.',
      several: 'Vänta tills dina dokument har levererats.',
    },
    sealedFor: 'Krypterat i din webbläsare för {recipient}',
    fault: {
      'insecure-context':
        'Dokument skickas bara över en säker anslutning. Öppna den här sidan med https.',
      unsupported:
        'Den här webbläsaren kan inte kryptera dokument. Uppdatera den eller använd en annan.',
      misconfigured: `Uppladdningen är inte rätt inställd. ${owner}`,
    },
    unloaded: 'Anslutningen bröts. Dina filer läggs till när anslutningen är tillbaka.',
    recipient: 'mottagaren',
  },
  fileStrings: {
    zone: {
      more: 'Släpp fler här',
      letGo: {
        one: 'Släpp för att lägga till {n} fil',
        other: 'Släpp för att lägga till {n} filer',
      },
      letGoUncounted: 'Släpp för att lägga till dina filer',
      letGoReplacing: 'Släpp för att ersätta filen',
      another: 'Släpp en annan här för att ersätta den',
      chooseAnother: 'Välj en annan fil',
      full: { other: 'Gränsen på {n} filer är nådd. Ta bort en för att välja en annan.' },
      left: { one: '{n} fil till', other: '{n} filer till' },
    },
    folders: 'Mappar kan inte läggas till. Öppna mappen och lägg till filerna i den.',
    list: 'Filer',
    seal: {
      only: 'Bara data som krypterats för {recipient} lämnar den här sidan',
      fingerprints: 'Bara de här nycklarna kan öppna det du skickar. Jämför deras fingeravtryck:',
      untrusted: 'Mottagarens nycklar kunde inte bekräftas. Utan dem skickas inget.',
      unreachable: 'Mottagarens nycklar går inte att nå just nu. Utan dem skickas inget.',
    },
    status: {
      waiting: 'Väntar',
      checking: 'Kontrolleras',
      checkingLate: 'Kontrolleras · om filen är kvar i molnet måste den först laddas ner',
      ready: {
        auto: 'Kontrollerad · väntar på sin tur',
        submit: 'Kontrollerad · skickas med formuläret',
        manual: 'Kontrollerad · klar att skickas',
      },
      sealing: 'Kontrollerad · krypteras',
      preparing: 'Kontrollerad · förbereds',
      sending: 'Skickas krypterad',
      sendingOpen: 'Skickas',
      sendingLate: '{status} · servern kontrollerar',
      confirming: 'Skickad · väntar på svar',
      confirmingLate: 'Skickad · servern kontrollerar',
      paused: 'Pausad vid {percent}',
      offer: 'Inte helt skickad · väntar på dig',
      retrying: '{why} · försöker igen',
      offline: 'Du är offline · fortsätter när anslutningen är tillbaka',
      seemsOffline: '{status} · du verkar vara offline',
      delivered: 'Framme · väntar på de andra',
      committing: 'Framme · slutförs',
      done: 'Levererad',
      expires: 'Levererad · går ut {when}',
      cancelled: 'Avbruten',
      cancelledLate: 'Avbruten. Filen kan ha kommit fram.',
      removed: 'Borttagen',
    },
    moment: '{day} kl. {time}',
    counting: { share: ' · {percent}', slow: ' · kan ta {time} till', wait: ' om {time}' },
    unnamed: {
      chosen: {
        today: 'Ett dokument valt kl. {time}',
        earlier: 'Ett dokument valt {day} kl. {time}',
      },
      sent: {
        today: 'Ett dokument skickat kl. {time}',
        earlier: 'Ett dokument skickat {day} kl. {time}',
      },
    },
    action: {
      pause: 'Pausa {name}',
      resume: 'Återuppta {name}',
      retry: 'Försök igen med {name}',
      sendAgain: 'Skicka {name} igen',
      cancel: 'Avbryt {name}',
      remove: 'Ta bort {name}',
      dismiss: 'Dölj {name}',
      pauseAll: 'Pausa alla',
      resumeAll: 'Återuppta alla',
      goOn: 'Fortsätt',
      notMine: 'Inte min',
      undo: 'Ångra',
      view: 'Visa {name}',
    },
    tip: {
      pause: 'Pausa',
      resume: 'Återuppta',
      retry: 'Försök igen',
      sendAgain: 'Skicka igen',
      cancel: 'Avbryt',
      remove: 'Ta bort',
      dismiss: 'Dölj',
    },
    viewer: { zoomIn: 'Zooma in', zoomOut: 'Zooma ut', close: 'Stäng' },
    summary: {
      delivered: { other: '{n} av {total} har levererats' },
      failed: { other: '{n} misslyckades' },
      unconfirmed: { other: '{n} kan ha kommit fram' },
    },
    said: {
      added: { single: '{name} har lagts till.', other: '{n} filer har lagts till.' },
      refused: {
        single: '{name} lades inte till. {why}',
        other: '{n} filer lades inte till.',
      },
      replaced: { single: '{name} har ersatts.', other: '{n} filer har ersatts.' },
      restored: {
        single: '{name} är fortfarande en del av det här formuläret.',
        other: '{n} filer är fortfarande en del av det här formuläret.',
      },
      offered: {
        single:
          'Överföringen av {name} blev inte klar. Fortsätt, eller ange att filen inte är din.',
        other:
          'Överföringen av {n} filer blev inte klar. Fortsätt, eller ange att de inte är dina.',
      },
      removed: { single: '{name} har tagits bort.', other: '{n} filer har tagits bort.' },
      withdrawn: {
        single: '{name} har tagits bort. Du kan ångra det en kort stund.',
        other: '{n} filer har tagits bort. Du kan ångra det en kort stund.',
      },
      putBack: { single: '{name} är tillbaka.', other: '{n} filer är tillbaka.' },
      cancelled: { single: '{name} har avbrutits.', other: '{n} filer har avbrutits.' },
      cancelledLate: {
        single: '{name} har avbrutits. Filen kan ha kommit fram.',
        other: '{n} filer har avbrutits. De kan ha kommit fram.',
      },
      paused: { single: '{name} har pausats.', other: '{n} filer har pausats.' },
      resumed: { single: '{name} fortsätter.', other: '{n} filer fortsätter.' },
      again: {
        single: 'Nytt försök med {name}.',
        other: 'Nytt försök med {n} filer.',
      },
      unread: {
        single: '{name} läses fortfarande. Om filen är i molnet måste den först laddas ner.',
        other: '{n} filer läses fortfarande. Om de är i molnet måste de först laddas ner.',
      },
      late: {
        single: 'Servern kontrollerar fortfarande {name}.',
        other: 'Servern kontrollerar fortfarande {n} filer.',
      },
      retrying: {
        single: '{name}: {why}. Försöker igen.',
        other: 'Nytt försök med {n} filer.',
      },
      failed: {
        single: '{name} kunde inte skickas. {why}',
        other: '{n} filer kunde inte skickas.',
      },
      unconfirmed: { single: '{name}: {why}', other: '{n} filer kan ha kommit fram.' },
      done: { single: '{name} har levererats.', other: '{n} filer har levererats.' },
    },
    gathered: {
      addedNot: {
        one: '{n} fil har lagts till, {not} inte.',
        other: '{n} filer har lagts till, {not} inte.',
      },
      seeList: 'Listan visar varför.',
      remarked: { other: 'I listan finns kommentarer till {n} filer.' },
      work: {
        single: '{name} skickas, sedan formuläret.',
        other: '{n} filer skickas, sedan formuläret.',
      },
      sent: '{percent} har skickats.',
      summary: '{summary}.',
      between: ' ',
      offline:
        'Du verkar vara offline. Filerna fortsätter att skickas när anslutningen är tillbaka.',
      online: 'Anslutningen är tillbaka.',
    },
    undelivered: {
      single: '{name} har inte levererats. Försök igen eller ta bort filen.',
      other: '{n} filer har inte levererats. Försök igen eller ta bort dem.',
    },
    stopped: {
      single:
        '{name} är pausad. Återuppta eller avbryt överföringen och skicka sedan formuläret igen.',
      other:
        '{n} filer är pausade. Återuppta eller avbryt överföringen och skicka sedan formuläret igen.',
    },
    pressAgain: {
      named: 'Allt är klart. Tryck på ”{button}” igen för att skicka formuläret.',
      unnamed: 'Allt är klart. Nu kan du skicka formuläret.',
    },
    unconfirmed: {
      single:
        '{name} kan ha kommit fram, men inget svar bekräftar det. Skicka filen igen eller ta bort den.',
      other:
        '{n} filer kan ha kommit fram, men inget svar bekräftar det. Skicka dem igen eller ta bort dem.',
      once: 'Den här filen kan ha kommit fram, men inget svar bekräftar det. Ett nytt försök sparar den inte två gånger.',
      twice:
        'Den här filen kan ha kommit fram, men inget svar bekräftar det. Om den skickas igen kan den sparas två gånger.',
    },
    error: {
      empty: 'Den här filen är tom. Välj en annan.',
      'too-large': 'Den här filen är för stor. Välj en mindre.',
      'wrong-type': 'Den här filtypen godtas inte här. Välj en annan fil.',
      damaged:
        'Den här filen är skadad eller ofullständig. Spara eller skanna den igen och lägg sedan till den.',
      'too-many': 'Inga fler filer kan läggas till. Ta bort en för att lägga till en annan.',
      duplicate: 'Den här filen finns redan i listan.',
      unreadable:
        'Den här filen kunde inte läsas. Om den är kvar i molnet, ladda ner den först. Om den har flyttats eller raderats, välj den på nytt.',
      changed: 'Den här filen ändrades efter att du valde den. Lägg till den igen.',
      'bad-recipient': `Mottagarens nyckel är ogiltig, så inget skickades. ${owner}`,
      'keys-untrusted': `Mottagarens nycklar kunde inte bekräftas, så inget skickades. ${owner}`,
      'seal-failed': `Den här filen kunde inte krypteras, så den skickades inte. ${again}`,
      offline: 'Du är offline. Försök igen när anslutningen är tillbaka.',
      network: `Anslutningen bröts. ${again}`,
      timeout: `Servern svarade inte i tid. ${again}`,
      stalled: `Uppladdningen stannade. ${again}`,
      unauthorized: 'Du är inte längre inloggad. Ladda om sidan och försök igen.',
      forbidden: `Servern tillåter inte den här uppladdningen. ${owner}`,
      'not-found': `Servern känner inte till den här uppladdningen. ${owner}`,
      refused:
        'Servern godtog inte den här filen. Prova en annan eller meddela webbplatsens ägare.',
      'rate-limited': 'Det är för många uppladdningar just nu. Försök igen om några minuter.',
      server: 'Servern har ett problem. Försök igen om några minuter.',
      protocol: `Servern gav ett svar som inte går att förstå. ${owner}`,
      'keys-rotated': `Mottagaren har bytt nycklar. ${again}`,
      mismatch:
        'Det som kom fram är inte det som skickades. Ta bort den här filen och lägg till den igen.',
      'already-used': 'Servern har redan den här filen. Den behöver inte skickas igen.',
      expired: 'Tiden för den här uppladdningen har gått ut. Ta bort filen och lägg till den igen.',
    },
    rechoose:
      'Mottagaren har bytt nycklar, så det här dokumentet kan inte längre skickas. Välj det igen.',
    quoted: '{why} Servern svarade: ”{reason}”',
    reference: 'Referensnummer: {id}',
    tooLarge: 'Den här filen är för stor. Den får vara högst {size}.',
    tooMany: {
      single: 'Bara en fil kan läggas till. Ta bort den, eller välj en annan för att ersätta den.',
      other: 'Bara {n} filer kan läggas till. Ta bort en för att lägga till en annan.',
    },
    wrongType: {
      heic: 'Det här är en {found}-bild från en iPhone. Exportera den som JPG och lägg till den igen.',
      office: 'Det här är ett {found}-dokument. Spara det som PDF och lägg till det igen.',
      archive: 'Det här är ett {found}-arkiv. Packa upp det och lägg till filerna i det.',
      program: 'Det här är ett program, inte ett dokument. Bara {types} kan läggas till.',
      page: 'Det här är en webbsida. Spara den som PDF och lägg till den igen.',
      password:
        'Den här PDF-filen kräver ett lösenord. Lägg till en kopia som kan öppnas utan lösenord.',
      certificate:
        'Den här PDF-filen kan bara öppnas av dem som den är krypterad för. Lägg till en kopia utan det skyddet.',
      signature:
        'Det här är en signerad fil ({found}). Spara dokumentet som finns i den och lägg till det, eller lägg till dokumentet osignerat.',
      other: 'Det här är en {found}-fil. Bara {types} kan läggas till.',
      unknown: 'Den här filtypen är inte känd här. Bara {types} kan läggas till.',
    },
    hitch: {
      network: 'Anslutningen bröts',
      timeout: 'Inget svar',
      stalled: 'Inget händer',
      server: 'Servern har ett problem',
      'rate-limited': 'Servern är upptagen',
    },
    remark: {
      'name-mismatch': 'Namnet stämmer inte med filens typ.',
      encrypted: 'Den här PDF-filen är skyddad. Den verkar kunna öppnas utan lösenord.',
      'password-needed':
        'Den här PDF-filen kräver ett lösenord. Ge mottagaren lösenordet, eller lägg till en kopia som kan öppnas utan lösenord.',
      'certificate-needed':
        'Den här PDF-filen kan bara öppnas av dem som den är krypterad för. Om mottagaren inte är en av dem, lägg till en kopia utan det skyddet.',
      'no-end-marker':
        'Den här PDF-filen kan sakna sitt slut. Kontrollera att den sista sidan är med.',
      'location-data':
        'I det här fotot finns uppgifter om var det togs. Om mottagaren inte ska veta det, ta bort platsen i din fotoapp och lägg till fotot igen.',
      'location-removed': 'Det här fotot skickas utan plats och andra dolda uppgifter.',
      'leading-data':
        'Det finns något före dokumentet, så vissa program kanske inte kan öppna det. Spara det som PDF igen.',
      'trailing-data':
        'Det finns något efter dokumentet, eller så är dess senaste ändring ofullständig. Kontrollera att det är fullständigt.',
      'not-shown':
        'Din webbläsare kan inte visa den här bilden. Kontrollera att den går att öppna.',
      'near-limit': 'Den här filen är nära den största tillåtna storleken.',
    },
  },
}
