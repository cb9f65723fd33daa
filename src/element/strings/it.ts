import type { Language } from './strings.ts'

const again = 'Riprovi.'
const owner = 'Informi il gestore di questo sito.'

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'it',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Invio di file',
    hint: {
      one: '{types}, fino a {size}',
      each: '{types}, fino a {size} ciascuno',
      some: '{types}, fino a {size} ciascuno, al massimo {n} file',
    },
    atOnce: 'I file vengono inviati non appena li sceglie.',
    drop: { one: 'Trascini qui il documento, oppure', several: 'Trascini qui i documenti, oppure' },
    choose: { one: 'Scegli file', several: 'Scegli i file' },
    locked: 'Al momento non si può aggiungere nulla.',
    required: 'Obbligatorio.',
    missing: 'Aggiunga un documento.',
    unfinished: {
      one: 'Attenda che il documento sia consegnato.',
      several: 'Attenda che i documenti siano consegnati.',
    },
    sealedFor: 'Crittografato nel browser per {recipient}',
    fault: {
      'insecure-context':
        'I documenti vengono inviati solo tramite una connessione sicura. Apra questa pagina con https.',
      unsupported:
        'Questo browser non può crittografare i documenti. Lo aggiorni o ne usi un altro.',
      misconfigured: `L’invio di file non è configurato correttamente qui. ${owner}`,
    },
    unloaded: 'La connessione è stata persa. I file saranno aggiunti quando sarà ripristinata.',
    recipient: 'il destinatario',
  },
  fileStrings: {
    zone: {
      more: 'Ne trascini altri qui',
      letGo: { other: 'Rilasci per aggiungere {n} file' },
      letGoUncounted: 'Rilasci per aggiungere i file',
      letGoReplacing: 'Rilasci per sostituire il file',
      another: 'Ne trascini un altro qui per sostituirlo',
      chooseAnother: 'Scegli un altro file',
      full: {
        other: 'È stato raggiunto il limite di {n} file. Ne rimuova uno per sceglierne un altro.',
      },
      left: { other: 'posto per {n} file' },
    },
    folders:
      'Le cartelle non si possono aggiungere. Apra la cartella e aggiunga i file che contiene.',
    list: 'File',
    seal: {
      only: 'Da questa pagina escono solo dati crittografati, per {recipient}',
      fingerprints: 'Solo queste chiavi aprono ciò che invia. Confronti le loro impronte:',
      untrusted:
        'Non è stato possibile confermare le chiavi del destinatario. Senza di esse non viene inviato nulla.',
      unreachable:
        'Al momento le chiavi del destinatario non sono raggiungibili. Senza di esse non viene inviato nulla.',
    },
    status: {
      waiting: 'In attesa',
      checking: 'Controllo in corso',
      checkingLate: 'Controllo in corso · se è ancora nel cloud, deve prima essere scaricato',
      ready: {
        auto: 'Controllato · attende il suo turno',
        submit: 'Controllato · sarà inviato con il modulo',
        manual: 'Controllato · pronto per l’invio',
      },
      sealing: 'Controllato · crittografia in corso',
      preparing: 'Controllato · in preparazione',
      sending: 'Invio in corso, crittografato',
      sendingOpen: 'Invio in corso',
      sendingLate: '{status} · il server sta controllando',
      confirming: 'Inviato · in attesa della risposta',
      confirmingLate: 'Inviato · il server sta controllando',
      paused: 'In pausa al {percent}',
      offer: 'Non inviato fino alla fine · attende Lei',
      retrying: '{why} · nuovo tentativo',
      offline: 'Connessione assente · l’invio riprende quando sarà ripristinata',
      seemsOffline: '{status} · la connessione sembra assente',
      delivered: 'Arrivato · attende gli altri',
      committing: 'Arrivato · completamento in corso',
      done: 'Consegnato',
      expires: 'Consegnato · scade: {when}',
      cancelled: 'Annullato',
      cancelledLate: 'Annullato. Potrebbe essere arrivato.',
      removed: 'Rimosso',
    },
    moment: '{day}, {time}',
    counting: {
      share: ' · {percent}',
      slow: ' · possono servire altri {time}',
      wait: ' tra {time}',
    },
    unnamed: {
      chosen: {
        today: 'Un documento scelto alle {time}',
        earlier: 'Un documento scelto: {day}, {time}',
      },
      sent: {
        today: 'Un documento inviato alle {time}',
        earlier: 'Un documento inviato: {day}, {time}',
      },
    },
    action: {
      pause: 'Metti in pausa {name}',
      resume: 'Riprendi {name}',
      retry: 'Riprova con {name}',
      sendAgain: 'Invia di nuovo {name}',
      cancel: 'Annulla {name}',
      remove: 'Rimuovi {name}',
      dismiss: 'Nascondi {name}',
      pauseAll: 'Metti tutto in pausa',
      resumeAll: 'Riprendi tutto',
      goOn: 'Continua',
      notMine: 'Non è mio',
      undo: 'Annulla rimozione',
      view: 'Visualizza {name}',
    },
    tip: {
      pause: 'Pausa',
      resume: 'Riprendi',
      retry: 'Riprova',
      sendAgain: 'Invia di nuovo',
      cancel: 'Annulla',
      remove: 'Rimuovi',
      dismiss: 'Nascondi',
    },
    viewer: { zoomIn: 'Ingrandisci', zoomOut: 'Riduci', close: 'Chiudi' },
    summary: {
      delivered: { other: 'Consegnati: {n} su {total}' },
      failed: { other: 'Non riusciti: {n}' },
      unconfirmed: { other: 'Forse arrivati: {n}' },
    },
    said: {
      added: { single: '{name} aggiunto.', other: '{n} file aggiunti.' },
      refused: {
        single: '{name} non è stato aggiunto. {why}',
        other: '{n} file non sono stati aggiunti.',
      },
      replaced: {
        single: '{name} è stato sostituito.',
        other: '{n} file sono stati sostituiti.',
      },
      restored: {
        single: '{name} fa ancora parte di questo modulo.',
        other: '{n} file fanno ancora parte di questo modulo.',
      },
      offered: {
        single: '{name} non è stato inviato fino alla fine. Continui, o indichi che non è Suo.',
        other:
          '{n} file non sono stati inviati fino alla fine. Continui, o indichi che non sono Suoi.',
      },
      removed: { single: '{name} rimosso.', other: '{n} file rimossi.' },
      withdrawn: {
        single: '{name} rimosso. Per breve tempo si può ripristinare.',
        other: '{n} file rimossi. Per breve tempo si possono ripristinare.',
      },
      putBack: { single: '{name} è di nuovo qui.', other: '{n} file sono di nuovo qui.' },
      cancelled: { single: '{name} annullato.', other: '{n} file annullati.' },
      cancelledLate: {
        single: '{name} annullato. Potrebbe essere arrivato.',
        other: '{n} file annullati. Potrebbero essere arrivati.',
      },
      paused: { single: '{name} in pausa.', other: '{n} file in pausa.' },
      resumed: { single: '{name} riprende.', other: '{n} file riprendono.' },
      again: { single: 'Nuovo tentativo con {name}.', other: 'Nuovo tentativo con {n} file.' },
      unread: {
        single: '{name} è ancora in lettura. Se è nel cloud, deve prima essere scaricato.',
        other: '{n} file sono ancora in lettura. Se sono nel cloud, devono prima essere scaricati.',
      },
      late: {
        single: 'Il server sta ancora controllando {name}.',
        other: 'Il server sta ancora controllando {n} file.',
      },
      retrying: {
        single: '{name}: {why}. Nuovo tentativo.',
        other: 'Nuovo tentativo con {n} file.',
      },
      failed: {
        single: 'Invio non riuscito: {name}. {why}',
        other: 'Invio non riuscito per {n} file.',
      },
      unconfirmed: { single: '{name}: {why}', other: '{n} file potrebbero essere arrivati.' },
      done: { single: '{name} consegnato.', other: '{n} file consegnati.' },
    },
    gathered: {
      addedNot: { other: 'Aggiunti: {n}. Non aggiunti: {not}.' },
      seeList: 'L’elenco dice perché.',
      remarked: { other: 'L’elenco contiene osservazioni su {n} file.' },
      work: {
        single: 'Viene inviato {name}, poi il modulo.',
        other: 'Vengono inviati {n} file, poi il modulo.',
      },
      sent: '{percent} inviato.',
      summary: '{summary}.',
      between: ' ',
      offline: 'La connessione sembra assente. L’invio riprende quando sarà ripristinata.',
      online: 'La connessione è tornata.',
    },
    undelivered: {
      single: '{name} non è stato consegnato. Riprovi o lo rimuova.',
      other: '{n} file non sono stati consegnati. Riprovi o li rimuova.',
    },
    stopped: {
      single: '{name} è in pausa. Lo riprenda o lo annulli, poi invii di nuovo il modulo.',
      other: '{n} file sono in pausa. Li riprenda o li annulli, poi invii di nuovo il modulo.',
    },
    pressAgain: {
      named: 'Tutto è pronto. Prema di nuovo «{button}» per inviare il modulo.',
      unnamed: 'Tutto è pronto. Ora invii il modulo.',
    },
    unconfirmed: {
      single:
        '{name} potrebbe essere arrivato, ma nessuna risposta lo conferma. Lo invii di nuovo o lo rimuova.',
      other:
        '{n} file potrebbero essere arrivati, ma nessuna risposta lo conferma. Li invii di nuovo o li rimuova.',
      once: 'Questo file potrebbe essere arrivato, ma nessuna risposta lo conferma. Se riprova, non verrà salvato due volte.',
      twice:
        'Questo file potrebbe essere arrivato, ma nessuna risposta lo conferma. Se lo invia di nuovo, potrebbe essere salvato due volte.',
    },
    error: {
      empty: 'Questo file è vuoto. Ne scelga un altro.',
      'too-large': 'Questo file è troppo grande. Ne scelga uno più piccolo.',
      'wrong-type': 'Qui non si accetta questo tipo di file. Ne scelga un altro.',
      damaged:
        'Questo file è danneggiato o incompleto. Lo salvi o lo scansioni di nuovo, poi lo aggiunga.',
      'too-many': 'Non si possono aggiungere più file. Ne rimuova uno per aggiungerne un altro.',
      duplicate: 'Questo file è già nell’elenco.',
      unreadable:
        'Non è stato possibile leggere questo file. Se è ancora nel cloud, prima lo scarichi; se è stato spostato o eliminato, lo scelga di nuovo.',
      changed: 'Questo file è stato modificato dopo che l’ha scelto. Lo aggiunga di nuovo.',
      'bad-recipient': `La chiave del destinatario non è valida, quindi non è stato inviato nulla. ${owner}`,
      'keys-untrusted': `Non è stato possibile confermare le chiavi del destinatario, quindi non è stato inviato nulla. ${owner}`,
      'seal-failed': `Non è stato possibile crittografare questo file, quindi non è stato inviato. ${again}`,
      offline: 'La connessione è assente. Riprovi quando sarà ripristinata.',
      network: `La connessione è stata persa. ${again}`,
      timeout: `Il server non ha risposto in tempo. ${again}`,
      stalled: `L’invio si è fermato. ${again}`,
      unauthorized: 'La Sua sessione è scaduta. Ricarichi la pagina e riprovi.',
      forbidden: `Il server non consente questo invio. ${owner}`,
      'not-found': `Il server non riconosce questo invio. ${owner}`,
      refused:
        'Il server non ha accettato questo file. Ne provi un altro o informi il gestore di questo sito.',
      'rate-limited': 'Al momento ci sono troppi invii. Riprovi tra qualche minuto.',
      server: 'Il server ha un problema. Riprovi tra qualche minuto.',
      protocol: `Il server ha dato una risposta incomprensibile. ${owner}`,
      'keys-rotated': `Il destinatario ha cambiato le chiavi. ${again}`,
      mismatch:
        'Ciò che è arrivato non è ciò che è stato inviato. Rimuova questo file e lo aggiunga di nuovo.',
      'already-used': 'Il server ha già questo file. Non occorre inviarlo di nuovo.',
      expired: 'Questo invio è scaduto. Rimuova il file e lo aggiunga di nuovo.',
    },
    rechoose:
      'Il destinatario ha cambiato le chiavi, quindi questo documento non si può più inviare. Lo scelga di nuovo.',
    quoted: '{why} Il server ha risposto: «{reason}»',
    reference: 'Numero di riferimento: {id}',
    tooLarge: 'Questo file è troppo grande. Il massimo è {size}.',
    tooMany: {
      single: 'Si può aggiungere un solo file. Lo rimuova o ne scelga un altro per sostituirlo.',
      other: 'Si possono aggiungere solo {n} file. Ne rimuova uno per aggiungerne un altro.',
    },
    wrongType: {
      heic: 'Questa è una foto {found} scattata con un iPhone. La esporti come JPG e la aggiunga di nuovo.',
      office: 'Questo è un documento {found}. Lo salvi come PDF e lo aggiunga di nuovo.',
      archive: 'Questo è un archivio {found}. Estragga i file e li aggiunga.',
      program: 'Questo è un programma, non un documento. Si può aggiungere solo {types}.',
      page: 'Questa è una pagina web. La salvi come PDF e la aggiunga di nuovo.',
      password: 'Questo PDF chiede una password. Aggiunga una copia che si apra senza.',
      certificate:
        'Questo PDF si apre solo per coloro per cui è stato crittografato. Aggiunga una copia senza questa protezione.',
      signature:
        'Questo è un file firmato ({found}). Salvi il documento che contiene e aggiunga quello, o aggiunga una copia non firmata.',
      other: 'Questo è un file {found}. Si può aggiungere solo {types}.',
      unknown: 'Qui non si conosce questo tipo di file. Si può aggiungere solo {types}.',
    },
    hitch: {
      network: 'Connessione persa',
      timeout: 'Nessuna risposta',
      stalled: 'Nessun avanzamento',
      server: 'Il server ha un problema',
      'rate-limited': 'Il server è occupato',
    },
    remark: {
      'name-mismatch': 'Il nome non corrisponde al tipo di file.',
      encrypted: 'Questo PDF è protetto. Sembra che si apra senza password.',
      'password-needed':
        'Questo PDF chiede una password. La comunichi al destinatario o aggiunga una copia che si apra senza.',
      'certificate-needed':
        'Questo PDF si apre solo per coloro per cui è stato crittografato. Se il destinatario non è tra loro, aggiunga una copia senza questa protezione.',
      'no-end-marker': 'Questo PDF potrebbe essere troncato. Controlli che ci sia l’ultima pagina.',
      'location-data':
        'Questa foto indica dove è stata scattata. Se il destinatario non deve saperlo, rimuova la posizione con l’app delle foto e aggiunga di nuovo la foto.',
      'location-removed': 'Questa foto viene inviata senza la posizione e altri dati nascosti.',
      'leading-data':
        'In questo file c’è altro prima del documento, quindi alcuni programmi potrebbero non aprirlo. Lo salvi di nuovo come PDF.',
      'trailing-data':
        'In questo file c’è altro dopo il documento, o la sua ultima modifica è incompleta. Controlli che non manchi nulla.',
      'not-shown': 'Il browser non può mostrare questa immagine. Controlli che si apra.',
      'near-limit': 'Questo file è vicino alla dimensione massima.',
    },
  },
}
