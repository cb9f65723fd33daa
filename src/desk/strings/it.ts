import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'it',
    dir: 'ltr',
    between: ' ',
    quoted: '«{code}».',
    page: {
      name: 'Pagina del destinatario',
      lead: 'Apra ciò che è stato crittografato per lei. Tutto avviene in questa pagina: non invia nulla e non salva nulla che lei non le chieda.',
    },
    open: {
      heading: 'Apri documenti',
      identity: {
        heading: 'La sua chiave privata',
        drop: 'Trascini qui il file della chiave, oppure',
        more: 'Ne trascini un altro qui, oppure',
        choose: 'Scegli il file della chiave',
        hint: 'Un file di testo che contiene AGE-SECRET-KEY-1',
        field: 'Oppure incolli una chiave privata o digiti una password',
        use: 'Usa',
        of: 'Chiave privata di {recipient}',
        passphrase: 'Una password',
        forget: 'Dimentica',
      },
      sealed: {
        heading: 'File crittografati',
        drop: 'Trascini qui i file crittografati, oppure',
        more: 'Ne trascini altri qui, oppure',
        choose: 'Scegli i file crittografati',
        hint: 'Quanti ne vuole: file .age, o il PDF che li contiene',
      },
      summary: {
        waiting: { other: 'In attesa di una chiave privata: {n}.' },
        opening: { other: 'Apertura in corso: {n} file…' },
        opened: { other: 'Aperti: {n} su {total}.' },
        failed: { other: 'Non è stato possibile aprire: {n}.' },
      },
      archive: 'Scarica tutto in un archivio',
      archiving: 'Creazione dell’archivio…',
      clear: 'Svuota l’elenco',
      list: {
        find: 'Cerca nell’elenco',
        sort: 'Ordina per',
        added: 'Ordine di aggiunta',
        only: 'Solo con osservazioni',
        shown: { other: 'Mostrati: {n} su {total}.' },
        csv: 'Scarica l’elenco (CSV)',
      },
      folder: {
        choose: 'Scegli una cartella',
        save: 'Salva tutto in una cartella',
        saved: { other: 'Salvati nella cartella: {n} su {total}.' },
        refused: 'Tralasciati, perché il browser ne rifiuta i nomi. Scarichi ciascuno da solo:',
        stopped:
          'Il browser non ha potuto scrivere nella cartella. Ciò che è stato salvato fino ad allora è intero.',
        empty: 'In questa cartella non c’è alcun file crittografato.',
        unread: 'Non è stato possibile leggere la cartella.',
        partly: 'Non è stato letto tutto il contenuto della cartella.',
      },
    },
    given: {
      empty: 'Non è stato inserito nulla. Incolli una chiave privata o digiti una password.',
      none: 'Non contiene nessuna chiave privata. Una chiave privata inizia con AGE-SECRET-KEY-1.',
      broken:
        'La chiave privata è danneggiata: manca una lettera o è sbagliata. Non è stato accettato nulla.',
      sealed:
        'Questo file della chiave è a sua volta crittografato con una password. Lo apra prima con age: age -d -o identity.txt.',
      known: 'È già qui.',
      loaded: 'Chiave privata caricata.',
      unreadable: 'Non è stato possibile leggere il file.',
      passphrase: 'La password viene usata da ora in poi.',
      forgotten: 'La chiave privata e la password sono state dimenticate.',
    },
    passkey: {
      offer: 'Usa una passkey',
      what: 'La chiave privata viene crittografata con una passkey: questa pagina chiede allora l’impronta, il volto o il blocco schermo invece di un file. Chi può sbloccare il suo dispositivo può aprire i documenti.',
      backup:
        'Una passkey può andare persa, con un dispositivo o un account, e con lei tutti i documenti. Stampi prima la chiave privata.',
      print: 'Stampa la chiave privata',
      printed: 'L’ho stampata e messa al sicuro',
      create: 'Crea una passkey',
      made: 'La chiave privata è crittografata con la passkey. La salvi, o la conservi in questo browser.',
      save: 'Salva la chiave crittografata',
      keep: 'Conserva in questo browser',
      kept: 'Questo browser conserva una chiave privata, crittografata con una passkey.',
      other: 'Questo browser conserva già un’altra chiave. Rimuova prima quella.',
      given: 'Questa chiave privata è crittografata con una passkey.',
      open: 'Apri con la passkey',
      remove: 'Rimuovi da questo browser',
      sure: 'La chiave privata è anche altrove, come file o su carta? Se questa è l’unica, i suoi documenti vanno persi.',
      cancel: 'Annulla',
      removed:
        'La chiave crittografata è stata rimossa da questo browser. La passkey stessa si elimina nelle impostazioni del dispositivo.',
      paper: {
        heading: 'Chiave privata',
        what: 'Chi ha questo foglio può aprire i documenti. Lo tenga dove solo lei può leggerlo. Scansioni il codice o digiti i caratteri sotto di esso, e li dia alla pagina del destinatario.',
      },
      none: {
        file: 'Qui non si può usare una passkey, perché questa pagina è un file sul disco. La chiave privata resta un file.',
        address:
          'A questo indirizzo non si può usare una passkey. Servono https e un nome, o localhost, non un indirizzo IP.',
        browser: 'Questo browser non ha passkey che possano crittografare una chiave.',
      },
      trouble: {
        cancelled:
          'La passkey non è stata usata: operazione annullata, troppo lunga, o la passkey non c’è più. Nulla è perso: riprovi, o usi il file della chiave o il foglio.',
        wrong: 'Questa passkey non la apre. Usi quella con cui è stata crittografata.',
        prf: 'Questa passkey non può crittografare una chiave. Nulla è cambiato. Provi un altro dispositivo o gestore di password.',
        damaged:
          'La chiave crittografata è danneggiata. Usi il file della chiave o il foglio, e la crittografi di nuovo.',
        elsewhere: 'La passkey è di un altro indirizzo: {site}. Apra la pagina lì.',
        large:
          'Sono troppe chiavi private per una sola passkey. Non è stato creato nulla. Ne carichi di meno.',
        full: 'Questo browser non conserva nulla per questa pagina. Salvi la chiave crittografata come file.',
      },
    },
    item: {
      sealed: '{size}, crittografato',
      opening: 'Apertura · {percent}',
      openingName: 'Apertura di {name}',
      turn: 'Attende il suo turno',
      waiting: 'Attende una chiave privata',
      unknownKind: 'Tipo sconosciuto',
      intact: 'Invariato da quando è stato crittografato.',
      intactOnly:
        'Ciò non dice chi l’ha crittografato: può farlo chiunque abbia il suo destinatario (age1…).',
      whole: 'Aperto per intero.',
      noRecord: 'Nulla indica come si chiamava, o che cos’era, quando è stato crittografato.',
      damaged: 'Il documento stesso sembra danneggiato: {why}.',
      otherwise: 'Il browser del mittente dice altro. {what}:',
      download: 'Scarica',
      show: 'Mostra l’immagine',
      print: 'Stampa l’attestazione',
      viewer: { zoomIn: 'Ingrandisci', zoomOut: 'Riduci', close: 'Chiudi' },
      tooLarge: 'Questa immagine è troppo grande per essere mostrata qui. La scarichi per vederla.',
      claims: 'Che cosa dice il browser del mittente e che cosa trova questa pagina',
      details: 'Dettagli',
      size: 'Dimensione',
      from: 'Aperto da',
    },
    proof: {
      heading: 'Attestazione di apertura',
      same: 'Confrontato con ciò che è stato crittografato insieme: lo stesso.',
      opened: 'Aperto il',
      by: 'Aperto con',
    },
    table: {
      name: 'Dichiarazioni e riscontri su {name}',
      says: 'Il browser del mittente dice',
      finds: 'Questa pagina trova',
      saysShort: 'Dice:',
      findsShort: 'Trovato:',
      differs: 'differisce',
      row: {
        name: 'Nome',
        kind: 'Tipo',
        checked: 'Controllato',
        remarks: 'Osservazioni',
        size: 'Dimensione, SHA-256',
        sealed: 'Crittografato il',
        by: 'Crittografato con',
      },
      nothing: 'Nulla',
      unknowable: 'Qui non si può sapere',
      same: 'Lo stesso',
      unknownKind: 'Sconosciuto qui',
      whole: 'Intero',
      damaged: 'Danneggiato: {why}',
      unchecked: 'Non esaminato: non è {types}',
    },
    trouble: {
      damaged:
        'Danneggiato. Il file è stato troncato o modificato dopo la crittografia, oppure ciò che dice di sé non è vero. Non ne viene consegnato nulla. Chieda che le venga inviato di nuovo.',
      'no-identity':
        'Nulla di ciò che ha inserito sopra lo apre: è stato crittografato per qualcun altro. Aggiunga la chiave privata giusta e si riproverà.',
      unsupported:
        'Non è un file crittografato: questa pagina apre ciò che è stato crittografato con age.',
      'other-pdf':
        'Un PDF in cui questa pagina non trova nessun file crittografato. Forse è stato timbrato o salvato di nuovo lungo il percorso: se ha un allegato, lo salvi e lo aggiunga qui.',
      'too-slow':
        'La password richiede più calcoli di quanti ne faccia questa pagina: resterebbe ferma per alcuni secondi. Apra il file con il comando age: age -d.',
      hardware:
        'Lo apre solo una chiave privata custodita in un dispositivo, ad esempio un token di sicurezza, che questa pagina non può usare. Apra il file con il comando: npx sealdrop open.',
      unreadable:
        'Non è stato possibile leggere il file. Forse è una cartella, oppure è stato spostato o eliminato.',
      failed: 'Non è stato possibile aprire il file. Forse è troppo grande per questo browser.',
    },
    remark: {
      'name-mismatch': 'Il nome non corrisponde al tipo di file.',
      encrypted: 'Questo PDF è protetto. Sembra che si apra senza password.',
      'password-needed': 'Questo PDF chiede una password. Solo il mittente può comunicargliela.',
      'certificate-needed':
        'Questo PDF si apre solo con un certificato per cui è stato crittografato.',
      'no-end-marker': 'Questo PDF potrebbe essere troncato. Controlli che ci sia l’ultima pagina.',
      'location-data': 'Questa foto indica dove è stata scattata.',
      'location-removed': 'Questa foto è stata inviata senza la posizione e altri dati nascosti.',
      'leading-data':
        'C’è qualcosa prima del documento. Lo apra con un lettore PDF, e con nient’altro.',
      'trailing-data':
        'In questo file c’è altro dopo il documento, o la sua ultima modifica è incompleta. Controlli che non manchi nulla.',
      'not-shown': 'Un browser non può mostrare questa immagine.',
      'near-limit': 'Questo file è vicino alla dimensione massima.',
    },
    check: {
      size: 'La dimensione.',
      type: 'Il tipo, in base al contenuto.',
      structure: 'Che sia intero.',
    },
    caution: {
      program: 'Questo è un programma. Non lo avvii.',
      script:
        'Questo è un file {format}, che può eseguire script quando viene aperto. Lo apra solo in un editor di testo.',
      other: 'Questo non è {types}, ma {format}. Lo apra solo se lo aspettava.',
      unknown: 'Questo non è {types}. Lo apra solo se lo aspettava.',
    },
    pair: {
      heading: 'Crea una coppia di chiavi',
      halves:
        'Una coppia ha due metà. Il *destinatario* (age1…) è pubblico: i documenti vengono crittografati per esso. La *chiave privata* (AGE-SECRET-KEY-1…) è segreta: li apre.',
      advice:
        '*Usi due destinatari:* il suo, e quello di un collega o di una copia di riserva conservata altrove. Se si perde una chiave privata, si perdono tutti i documenti crittografati solo per essa.',
      make: 'Crea una coppia di chiavi',
      another: 'Crea un’altra coppia di chiavi',
      made: 'È stata creata una coppia di chiavi. Salvi ora la chiave privata.',
      save: 'Salva la chiave privata',
      saved: 'La chiave privata è stata salvata in un file. Lo conservi al sicuro.',
      keep: 'Si trova solo in questa pagina e scompare quando la pagina viene chiusa. Conservi il file dove solo lei può leggerlo.',
      show: 'Mostra',
      recipients: 'Destinatari',
      own: 'Il suo',
      added: 'Aggiunto',
      remove: 'Rimuovi',
      only: 'Finora un solo destinatario. Se questa chiave privata va persa, tutti i documenti sono persi.',
      backup:
        'Questo destinatario è la riserva della sua passkey. Salvi la chiave privata prima di rimuoverlo.',
      several: { other: '{n} destinatari. Ciascuna delle loro chiavi private apre i documenti.' },
      fingerprint:
        'L’impronta serve per confrontare, per esempio al telefono: il campo di invio del suo sito mostra la stessa.',
      field: 'Altro destinatario (age1…)',
      add: 'Aggiungi',
      put: 'Inserisca questo nel suo sito',
      placeholders:
        'Metta l’indirizzo del suo server al posto di /upload, e i file di SealDrop sotto /sealdrop/.',
      documents: 'Documenti',
      copy: {
        recipient: {
          button: 'Copia il destinatario',
          done: 'Il destinatario è stato copiato.',
          selected:
            'Questo browser non permette alla pagina di copiare. Il destinatario è selezionato: lo copi ora.',
        },
        snippet: {
          button: 'Copia il codice',
          done: 'Il codice è stato copiato.',
          selected:
            'Questo browser non permette alla pagina di copiare. Il codice è selezionato: lo copi ora.',
        },
      },
      wasAdded: 'Il destinatario è stato aggiunto.',
      wasRemoved: 'Il destinatario è stato rimosso.',
      trouble: {
        secret:
          'Questa è una chiave privata, la metà segreta di una coppia. Il campo è stato svuotato e nulla è stato usato. Indichi la metà che inizia con age1.',
        known: 'Questo destinatario è già nell’elenco.',
        postQuantum: 'Questo è un destinatario post-quantistico. Non può stare accanto al suo.',
        none: 'Questo non è un destinatario. Inizia con age1 e ha 62 lettere minuscole e cifre; forse ne manca una o è sbagliata.',
      },
    },
  },
}
