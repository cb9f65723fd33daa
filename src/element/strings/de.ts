import type { Language } from './strings.ts'

const again = 'Bitte versuchen Sie es erneut.'
const owner = 'Bitte informieren Sie den Betreiber dieser Website.'

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'de',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Upload',
    hint: {
      one: '{types}, bis {size}',
      each: '{types}, jeweils bis {size}',
      some: '{types}, jeweils bis {size}, höchstens {n} Dateien',
    },
    atOnce: 'Dateien werden gesendet, sobald Sie sie auswählen.',
    drop: {
      one: 'Ziehen Sie Ihr Dokument hierher, oder',
      several: 'Ziehen Sie Ihre Dokumente hierher, oder',
    },
    choose: { one: 'Datei auswählen', several: 'Dateien auswählen' },
    locked: 'Zurzeit kann nichts hinzugefügt werden.',
    required: 'Erforderlich.',
    missing: 'Bitte fügen Sie ein Dokument hinzu.',
    unfinished: {
      one: 'Bitte warten Sie, bis Ihr Dokument zugestellt ist.',
      several: 'Bitte warten Sie, bis Ihre Dokumente zugestellt sind.',
    },
    sealedFor: 'In Ihrem Browser verschlüsselt für {recipient}',
    fault: {
      'insecure-context':
        'Dokumente werden nur über eine sichere Verbindung gesendet. Öffnen Sie diese Seite mit https.',
      unsupported:
        'Dieser Browser kann Dokumente nicht verschlüsseln. Aktualisieren Sie ihn, oder verwenden Sie einen anderen.',
      misconfigured: `Dieser Upload ist nicht richtig eingerichtet. ${owner}`,
    },
    unloaded:
      'Die Verbindung wurde unterbrochen. Ihre Dateien werden hinzugefügt, sobald sie wieder da ist.',
    recipient: 'den Empfänger',
  },
  fileStrings: {
    zone: {
      more: 'Weitere hierher ziehen',
      letGo: {
        one: 'Loslassen, um {n} Datei hinzuzufügen',
        other: 'Loslassen, um {n} Dateien hinzuzufügen',
      },
      letGoUncounted: 'Loslassen, um Ihre Dateien hinzuzufügen',
      letGoReplacing: 'Loslassen, um die Datei zu ersetzen',
      another: 'Zum Ersetzen eine andere hierher ziehen',
      chooseAnother: 'Andere Datei auswählen',
      full: {
        other:
          'Die Höchstzahl von {n} Dateien ist erreicht. Entfernen Sie eine, um eine andere auszuwählen.',
      },
      left: { one: 'noch {n} Datei', other: 'noch {n} Dateien' },
    },
    folders:
      'Ordner können nicht hinzugefügt werden. Öffnen Sie den Ordner, und fügen Sie die Dateien darin hinzu.',
    list: 'Dateien',
    seal: {
      only: 'Nur verschlüsselte Daten verlassen diese Seite, für {recipient}',
      fingerprints:
        'Nur diese Schlüssel öffnen, was Sie senden. Vergleichen Sie ihre Fingerabdrücke:',
      untrusted:
        'Die Schlüssel des Empfängers konnten nicht bestätigt werden. Ohne sie wird nichts gesendet.',
      unreachable:
        'Die Schlüssel des Empfängers sind gerade nicht erreichbar. Ohne sie wird nichts gesendet.',
    },
    status: {
      waiting: 'Wartet',
      checking: 'Wird geprüft',
      checkingLate:
        'Wird geprüft · liegt die Datei noch in der Cloud, muss sie erst heruntergeladen werden',
      ready: {
        auto: 'Geprüft · wartet, bis sie dran ist',
        submit: 'Geprüft · wird mit dem Formular gesendet',
        manual: 'Geprüft · bereit zum Senden',
      },
      sealing: 'Geprüft · wird verschlüsselt',
      preparing: 'Geprüft · wird vorbereitet',
      sending: 'Wird gesendet, verschlüsselt',
      sendingOpen: 'Wird gesendet',
      sendingLate: '{status} · der Server prüft noch',
      confirming: 'Gesendet · wartet auf die Antwort',
      confirmingLate: 'Gesendet · der Server prüft noch',
      paused: 'Pausiert bei {percent}',
      offer: 'Nicht zu Ende gesendet · wartet auf Sie',
      retrying: '{why} · neuer Versuch',
      offline: 'Sie sind offline · es geht weiter, sobald die Verbindung wieder da ist',
      seemsOffline: '{status} · Sie sind anscheinend offline',
      delivered: 'Angekommen · wartet auf die anderen',
      committing: 'Angekommen · wird abgeschlossen',
      done: 'Zugestellt',
      expires: 'Zugestellt · läuft ab: {when}',
      cancelled: 'Abgebrochen',
      cancelledLate: 'Abgebrochen. Die Datei ist vielleicht schon angekommen.',
      removed: 'Entfernt',
    },
    moment: '{day}, {time}',
    counting: { share: ' · {percent}', slow: ' · kann noch {time} dauern', wait: ' in {time}' },
    unnamed: {
      chosen: {
        today: 'Ein um {time} ausgewähltes Dokument',
        earlier: 'Ein Dokument, ausgewählt: {day}, {time}',
      },
      sent: {
        today: 'Ein um {time} gesendetes Dokument',
        earlier: 'Ein Dokument, gesendet: {day}, {time}',
      },
    },
    action: {
      pause: '{name} pausieren',
      resume: '{name} fortsetzen',
      retry: 'Erneut versuchen: {name}',
      sendAgain: '{name} erneut senden',
      cancel: '{name} abbrechen',
      remove: '{name} entfernen',
      dismiss: '{name} ausblenden',
      pauseAll: 'Alle pausieren',
      resumeAll: 'Alle fortsetzen',
      goOn: 'Fortsetzen',
      notMine: 'Gehört mir nicht',
      undo: 'Rückgängig',
      view: '{name} ansehen',
    },
    tip: {
      pause: 'Pausieren',
      resume: 'Fortsetzen',
      retry: 'Erneut versuchen',
      sendAgain: 'Erneut senden',
      cancel: 'Abbrechen',
      remove: 'Entfernen',
      dismiss: 'Ausblenden',
    },
    viewer: { zoomIn: 'Vergrößern', zoomOut: 'Verkleinern', close: 'Schließen' },
    summary: {
      delivered: { other: '{n} von {total} zugestellt' },
      failed: { other: '{n} fehlgeschlagen' },
      unconfirmed: { other: '{n} vielleicht angekommen' },
    },
    said: {
      added: { single: '{name} hinzugefügt.', other: '{n} Dateien hinzugefügt.' },
      refused: {
        single: '{name} wurde nicht hinzugefügt. {why}',
        other: '{n} Dateien wurden nicht hinzugefügt.',
      },
      replaced: { single: '{name} wurde ersetzt.', other: '{n} Dateien wurden ersetzt.' },
      restored: {
        single: '{name} gehört weiterhin zu diesem Formular.',
        other: '{n} Dateien gehören weiterhin zu diesem Formular.',
      },
      offered: {
        single:
          '{name} wurde nicht zu Ende gesendet. Setzen Sie das Senden fort, oder geben Sie an, dass die Datei nicht Ihnen gehört.',
        other:
          '{n} Dateien wurden nicht zu Ende gesendet. Setzen Sie das Senden fort, oder geben Sie an, dass sie nicht Ihnen gehören.',
      },
      removed: { single: '{name} entfernt.', other: '{n} Dateien entfernt.' },
      withdrawn: {
        single: '{name} entfernt. Das lässt sich kurze Zeit rückgängig machen.',
        other: '{n} Dateien entfernt. Das lässt sich kurze Zeit rückgängig machen.',
      },
      putBack: { single: '{name} ist wieder da.', other: '{n} Dateien sind wieder da.' },
      cancelled: { single: '{name} abgebrochen.', other: '{n} Dateien abgebrochen.' },
      cancelledLate: {
        single: '{name} abgebrochen. Die Datei ist vielleicht schon angekommen.',
        other: '{n} Dateien abgebrochen. Sie sind vielleicht schon angekommen.',
      },
      paused: { single: '{name} pausiert.', other: '{n} Dateien pausiert.' },
      resumed: { single: '{name} wird fortgesetzt.', other: '{n} Dateien werden fortgesetzt.' },
      again: {
        single: 'Neuer Versuch: {name}.',
        other: 'Neuer Versuch mit {n} Dateien.',
      },
      unread: {
        single:
          '{name} wird noch gelesen. Liegt die Datei in der Cloud, muss sie erst heruntergeladen werden.',
        other:
          '{n} Dateien werden noch gelesen. Liegen sie in der Cloud, müssen sie erst heruntergeladen werden.',
      },
      late: {
        single: 'Der Server prüft {name} noch.',
        other: 'Der Server prüft noch {n} Dateien.',
      },
      retrying: {
        single: '{name}: {why}. Neuer Versuch.',
        other: 'Neuer Versuch mit {n} Dateien.',
      },
      failed: {
        single: 'Senden fehlgeschlagen: {name}. {why}',
        other: 'Senden von {n} Dateien fehlgeschlagen.',
      },
      unconfirmed: { single: '{name}: {why}', other: '{n} Dateien sind vielleicht angekommen.' },
      done: { single: '{name} zugestellt.', other: '{n} Dateien zugestellt.' },
    },
    gathered: {
      addedNot: {
        one: '{n} Datei hinzugefügt, {not} nicht.',
        other: '{n} Dateien hinzugefügt, {not} nicht.',
      },
      seeList: 'Die Liste nennt die Gründe.',
      remarked: { other: 'Hinweise zu {n} Dateien stehen in der Liste.' },
      work: {
        single: '{name} wird gesendet, danach das Formular.',
        other: '{n} Dateien werden gesendet, danach das Formular.',
      },
      sent: '{percent} gesendet.',
      summary: '{summary}.',
      between: ' ',
      offline:
        'Sie sind anscheinend offline. Das Senden geht weiter, sobald die Verbindung wieder da ist.',
      online: 'Die Verbindung ist wieder da.',
    },
    undelivered: {
      single:
        '{name} wurde nicht zugestellt. Versuchen Sie es erneut, oder entfernen Sie die Datei.',
      other:
        '{n} Dateien wurden nicht zugestellt. Versuchen Sie es erneut, oder entfernen Sie die Dateien.',
    },
    stopped: {
      single:
        '{name} ist pausiert. Setzen Sie das Senden fort, oder brechen Sie es ab, und senden Sie dann das Formular erneut.',
      other:
        '{n} Dateien sind pausiert. Setzen Sie das Senden fort, oder brechen Sie es ab, und senden Sie dann das Formular erneut.',
    },
    pressAgain: {
      named: 'Alles ist bereit. Klicken Sie noch einmal auf „{button}“, um das Formular zu senden.',
      unnamed: 'Alles ist bereit. Senden Sie jetzt das Formular.',
    },
    unconfirmed: {
      single:
        '{name} ist vielleicht angekommen, aber keine Antwort bestätigt es. Senden Sie die Datei erneut, oder entfernen Sie sie.',
      other:
        '{n} Dateien sind vielleicht angekommen, aber keine Antwort bestätigt es. Senden Sie sie erneut, oder entfernen Sie sie.',
      once: 'Diese Datei ist vielleicht angekommen, aber keine Antwort bestätigt es. Ein neuer Versuch speichert sie nicht doppelt.',
      twice:
        'Diese Datei ist vielleicht angekommen, aber keine Antwort bestätigt es. Wird sie erneut gesendet, wird sie vielleicht doppelt gespeichert.',
    },
    error: {
      empty: 'Diese Datei ist leer. Wählen Sie eine andere aus.',
      'too-large': 'Diese Datei ist zu groß. Wählen Sie eine kleinere aus.',
      'wrong-type': 'Dateien dieser Art werden hier nicht angenommen. Wählen Sie eine andere aus.',
      damaged:
        'Diese Datei ist beschädigt oder unvollständig. Speichern oder scannen Sie sie neu, und fügen Sie sie dann hinzu.',
      'too-many':
        'Es können keine weiteren Dateien hinzugefügt werden. Entfernen Sie eine, um eine andere hinzuzufügen.',
      duplicate: 'Diese Datei ist schon in der Liste.',
      unreadable:
        'Diese Datei konnte nicht gelesen werden. Liegt sie noch in der Cloud, laden Sie sie zuerst herunter; wurde sie verschoben oder gelöscht, wählen Sie sie neu aus.',
      changed:
        'Diese Datei wurde geändert, nachdem Sie sie ausgewählt hatten. Bitte fügen Sie sie erneut hinzu.',
      'bad-recipient': `Der Schlüssel des Empfängers ist ungültig, deshalb wurde nichts gesendet. ${owner}`,
      'keys-untrusted': `Die Schlüssel des Empfängers konnten nicht bestätigt werden, deshalb wurde nichts gesendet. ${owner}`,
      'seal-failed': `Diese Datei konnte nicht verschlüsselt werden, deshalb wurde sie nicht gesendet. ${again}`,
      offline: 'Sie sind offline. Versuchen Sie es erneut, sobald die Verbindung wieder da ist.',
      network: `Die Verbindung wurde unterbrochen. ${again}`,
      timeout: `Der Server hat nicht rechtzeitig geantwortet. ${again}`,
      stalled: `Der Upload kommt nicht voran. ${again}`,
      unauthorized:
        'Sie sind nicht mehr angemeldet. Laden Sie die Seite neu, und versuchen Sie es erneut.',
      forbidden: `Der Server erlaubt diesen Upload nicht. ${owner}`,
      'not-found': `Der Server kennt diesen Upload nicht. ${owner}`,
      refused:
        'Der Server hat diese Datei nicht angenommen. Versuchen Sie es mit einer anderen, oder informieren Sie den Betreiber dieser Website.',
      'rate-limited':
        'Zurzeit gibt es zu viele Uploads. Versuchen Sie es in einigen Minuten erneut.',
      server: 'Der Server hat ein Problem. Versuchen Sie es in einigen Minuten erneut.',
      protocol: `Der Server hat eine unverständliche Antwort gegeben. ${owner}`,
      'keys-rotated': `Der Empfänger hat die Schlüssel gewechselt. ${again}`,
      mismatch:
        'Was angekommen ist, ist nicht das, was gesendet wurde. Entfernen Sie diese Datei, und fügen Sie sie erneut hinzu.',
      'already-used':
        'Der Server hat diese Datei bereits. Sie muss nicht noch einmal gesendet werden.',
      expired:
        'Dieser Upload ist abgelaufen. Entfernen Sie die Datei, und fügen Sie sie erneut hinzu.',
    },
    rechoose:
      'Der Empfänger hat die Schlüssel gewechselt, deshalb kann dieses Dokument nicht mehr gesendet werden. Bitte wählen Sie es erneut aus.',
    quoted: '{why} Antwort des Servers: „{reason}“',
    reference: 'Referenznummer: {id}',
    tooLarge: 'Diese Datei ist zu groß. Erlaubt sind höchstens {size}.',
    tooMany: {
      single:
        'Es kann nur eine Datei hinzugefügt werden. Entfernen Sie sie, oder wählen Sie zum Ersetzen eine andere aus.',
      other:
        'Es können nur {n} Dateien hinzugefügt werden. Entfernen Sie eine, um eine andere hinzuzufügen.',
    },
    wrongType: {
      heic: 'Das ist ein iPhone-Foto ({found}). Exportieren Sie es als JPG, und fügen Sie es erneut hinzu.',
      office:
        'Das ist ein {found}-Dokument. Speichern Sie es als PDF, und fügen Sie es erneut hinzu.',
      archive:
        'Das ist ein {found}-Archiv. Entpacken Sie es, und fügen Sie die Dateien darin hinzu.',
      program: 'Das ist ein Programm und kein Dokument. Nur {types} kann hinzugefügt werden.',
      page: 'Das ist eine Webseite. Speichern Sie sie als PDF, und fügen Sie sie erneut hinzu.',
      password:
        'Diese PDF-Datei verlangt ein Passwort. Fügen Sie eine Kopie hinzu, die sich ohne Passwort öffnen lässt.',
      certificate:
        'Diese PDF-Datei können nur die öffnen, für die sie verschlüsselt wurde. Fügen Sie eine Kopie ohne diesen Schutz hinzu.',
      signature:
        'Das ist eine signierte Datei ({found}). Speichern Sie das Dokument, das darin ist, und fügen Sie es hinzu, oder fügen Sie eine unsignierte Kopie hinzu.',
      other: 'Das ist eine {found}-Datei. Nur {types} kann hinzugefügt werden.',
      unknown: 'Diese Art von Datei ist hier nicht bekannt. Nur {types} kann hinzugefügt werden.',
    },
    hitch: {
      network: 'Verbindung unterbrochen',
      timeout: 'Keine Antwort',
      stalled: 'Kein Fortschritt',
      server: 'Der Server hat ein Problem',
      'rate-limited': 'Der Server ist ausgelastet',
    },
    remark: {
      'name-mismatch': 'Der Name passt nicht zur Art der Datei.',
      encrypted: 'Diese PDF-Datei ist geschützt. Sie scheint sich ohne Passwort öffnen zu lassen.',
      'password-needed':
        'Diese PDF-Datei verlangt ein Passwort. Teilen Sie es dem Empfänger mit, oder fügen Sie eine Kopie hinzu, die sich ohne Passwort öffnen lässt.',
      'certificate-needed':
        'Diese PDF-Datei können nur die öffnen, für die sie verschlüsselt wurde. Gehört der Empfänger nicht dazu, fügen Sie eine Kopie ohne diesen Schutz hinzu.',
      'no-end-marker':
        'Diese PDF-Datei ist vielleicht abgeschnitten. Prüfen Sie, ob die letzte Seite da ist.',
      'location-data':
        'In diesem Foto ist gespeichert, wo es aufgenommen wurde. Soll der Empfänger das nicht wissen, entfernen Sie den Standort in Ihrer Foto-App und fügen Sie das Foto erneut hinzu.',
      'location-removed': 'Dieses Foto wird ohne Standort und andere versteckte Angaben gesendet.',
      'leading-data':
        'Vor dem Dokument steht in dieser Datei noch etwas anderes, deshalb können manche Programme es vielleicht nicht öffnen. Speichern Sie es neu als PDF.',
      'trailing-data':
        'Auf das Dokument folgt in dieser Datei noch etwas anderes, oder seine letzte Änderung ist unvollständig. Prüfen Sie, ob etwas fehlt.',
      'not-shown':
        'Ihr Browser kann dieses Bild nicht anzeigen. Prüfen Sie, ob es sich öffnen lässt.',
      'near-limit': 'Diese Datei ist fast so groß wie höchstens erlaubt.',
    },
  },
}
