import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'de',
    dir: 'ltr',
    between: ' ',
    quoted: '„{code}“.',
    page: {
      name: 'Seite für Empfänger',
      lead: 'Öffnen Sie, was für Sie verschlüsselt wurde. Alles geschieht auf dieser Seite: Sie sendet nichts und speichert nichts, worum Sie nicht bitten.',
    },
    open: {
      heading: 'Dokumente öffnen',
      identity: {
        heading: 'Ihr privater Schlüssel',
        drop: 'Ziehen Sie Ihre Schlüsseldatei hierher, oder',
        more: 'Ziehen Sie eine weitere hierher, oder',
        choose: 'Schlüsseldatei auswählen',
        hint: 'Eine Textdatei, in der AGE-SECRET-KEY-1 steht',
        field: 'Oder fügen Sie einen privaten Schlüssel ein, oder geben Sie ein Passwort ein',
        use: 'Verwenden',
        of: 'Privater Schlüssel von {recipient}',
        passphrase: 'Ein Passwort',
        forget: 'Vergessen',
      },
      sealed: {
        heading: 'Verschlüsselte Dateien',
        drop: 'Ziehen Sie verschlüsselte Dateien hierher, oder',
        more: 'Ziehen Sie weitere hierher, oder',
        choose: 'Verschlüsselte Dateien auswählen',
        hint: 'So viele Sie möchten: .age-Dateien oder die PDF-Dateien, in denen sie stecken',
      },
      summary: {
        waiting: {
          one: '{n} Datei wartet auf einen privaten Schlüssel.',
          other: '{n} Dateien warten auf einen privaten Schlüssel.',
        },
        opening: { one: '{n} Datei wird geöffnet …', other: '{n} Dateien werden geöffnet …' },
        opened: { other: '{n} von {total} geöffnet.' },
        failed: {
          one: '{n} konnte nicht geöffnet werden.',
          other: '{n} konnten nicht geöffnet werden.',
        },
      },
      archive: 'Alle als Archiv herunterladen',
      archiving: 'Archiv wird erstellt …',
      clear: 'Liste leeren',
      list: {
        find: 'In der Liste suchen',
        sort: 'Sortieren nach',
        added: 'Wie hinzugefügt',
        only: 'Nur mit Hinweisen',
        shown: { other: '{n} von {total} angezeigt.' },
        csv: 'Liste herunterladen (CSV)',
      },
      folder: {
        choose: 'Ordner auswählen',
        save: 'Alle in einem Ordner speichern',
        saved: { other: '{n} von {total} im Ordner gespeichert.' },
        refused:
          'Ausgelassen, weil der Browser ihre Namen ablehnt. Laden Sie jedes einzeln herunter:',
        stopped:
          'Der Browser konnte nicht in den Ordner schreiben. Was bis dahin gespeichert wurde, ist vollständig.',
        empty: 'In diesem Ordner ist keine verschlüsselte Datei.',
        unread: 'Der Ordner konnte nicht gelesen werden.',
        partly: 'Nicht alles in dem Ordner wurde gelesen.',
      },
    },
    given: {
      empty:
        'Es wurde nichts eingegeben. Fügen Sie einen privaten Schlüssel ein, oder geben Sie ein Passwort ein.',
      none: 'Darin ist kein privater Schlüssel. Ein privater Schlüssel beginnt mit AGE-SECRET-KEY-1.',
      broken:
        'Der private Schlüssel ist beschädigt: Ein Buchstabe fehlt oder ist falsch. Es wurde nichts übernommen.',
      sealed:
        'Diese Schlüsseldatei ist selbst mit einem Passwort verschlüsselt. Öffnen Sie sie zuerst mit age: age -d -o identity.txt.',
      known: 'Er ist schon hier.',
      loaded: 'Privater Schlüssel geladen.',
      unreadable: 'Die Datei konnte nicht gelesen werden.',
      passphrase: 'Das Passwort wird ab jetzt verwendet.',
      forgotten: 'Privater Schlüssel und Passwort sind vergessen.',
    },
    passkey: {
      offer: 'Passkey verwenden',
      what: 'Der private Schlüssel wird mit einem Passkey verschlüsselt: Diese Seite fragt dann nach Fingerabdruck, Gesicht oder Bildschirmsperre statt nach einer Datei. Wer Ihr Gerät entsperren kann, kann die Dokumente öffnen.',
      backup:
        'Ein Passkey kann verloren gehen, mit einem Gerät oder einem Konto, und mit ihm jedes Dokument. Drucken Sie deshalb zuerst den privaten Schlüssel.',
      print: 'Privaten Schlüssel drucken',
      printed: 'Ich habe ihn gedruckt und sicher aufbewahrt',
      create: 'Passkey erstellen',
      made: 'Der private Schlüssel ist mit dem Passkey verschlüsselt. Speichern Sie ihn, oder behalten Sie ihn in diesem Browser.',
      save: 'Verschlüsselten Schlüssel speichern',
      keep: 'In diesem Browser behalten',
      kept: 'In diesem Browser ist ein privater Schlüssel, mit einem Passkey verschlüsselt.',
      other: 'In diesem Browser ist schon ein anderer Schlüssel. Entfernen Sie zuerst diesen.',
      given: 'Dieser private Schlüssel ist mit einem Passkey verschlüsselt.',
      open: 'Mit dem Passkey öffnen',
      remove: 'Aus diesem Browser entfernen',
      sure: 'Gibt es den privaten Schlüssel auch anderswo, als Datei oder auf Papier? Ist dies der einzige, sind seine Dokumente verloren.',
      cancel: 'Abbrechen',
      removed:
        'Der verschlüsselte Schlüssel wurde aus diesem Browser entfernt. Den Passkey selbst können Sie in den Einstellungen Ihres Geräts löschen.',
      paper: {
        heading: 'Privater Schlüssel',
        what: 'Wer dieses Blatt hat, kann die Dokumente öffnen. Bewahren Sie es auf, wo nur Sie es lesen können. Scannen Sie den Code oder tippen Sie die Zeichen darunter ab, und geben Sie sie auf der Seite für Empfänger ein.',
      },
      none: {
        file: 'Hier geht kein Passkey, weil diese Seite eine Datei auf der Festplatte ist. Der private Schlüssel bleibt eine Datei.',
        address:
          'An dieser Adresse geht kein Passkey. Nötig sind https und ein Name, oder localhost, keine IP-Adresse.',
        browser: 'Dieser Browser hat keine Passkeys, die einen Schlüssel verschlüsseln können.',
      },
      trouble: {
        cancelled:
          'Der Passkey wurde nicht verwendet: Es wurde abgebrochen, hat zu lange gedauert, oder es gibt den Passkey nicht mehr. Nichts ist verloren: Versuchen Sie es noch einmal, oder nehmen Sie die Schlüsseldatei oder das Blatt.',
        wrong: 'Dieser Passkey öffnet ihn nicht. Nehmen Sie den, mit dem er verschlüsselt wurde.',
        prf: 'Dieser Passkey kann keinen Schlüssel verschlüsseln. Nichts wurde geändert. Versuchen Sie es mit einem anderen Gerät oder Passwortmanager.',
        damaged:
          'Der verschlüsselte Schlüssel ist beschädigt. Nehmen Sie die Schlüsseldatei oder das Blatt, und verschlüsseln Sie ihn neu.',
        elsewhere:
          'Der Passkey gehört zu einer anderen Adresse: {site}. Öffnen Sie die Seite dort.',
        large:
          'Das sind zu viele private Schlüssel für einen Passkey. Nichts wurde erstellt. Laden Sie weniger davon.',
        full: 'Dieser Browser behält nichts für diese Seite. Speichern Sie den verschlüsselten Schlüssel als Datei.',
      },
    },
    item: {
      sealed: '{size}, verschlüsselt',
      opening: 'Wird geöffnet · {percent}',
      openingName: '{name} wird geöffnet',
      turn: 'Wartet, bis sie an der Reihe ist',
      waiting: 'Wartet auf einen privaten Schlüssel',
      unknownKind: 'Unbekannte Art',
      intact: 'Unverändert, seit es verschlüsselt wurde.',
      intactOnly:
        'Das sagt nicht, wer es verschlüsselt hat: Das kann jeder, der Ihren Empfänger (age1…) hat.',
      whole: 'Vollständig geöffnet.',
      noRecord:
        'Es enthält keine Angaben darüber, wie es hieß und was es war, als es verschlüsselt wurde.',
      damaged: 'Das Dokument selbst scheint beschädigt zu sein: {why}.',
      otherwise: 'Der Browser des Absenders sagt etwas anderes. {what}:',
      download: 'Herunterladen',
      show: 'Bild anzeigen',
      print: 'Nachweis drucken',
      viewer: { zoomIn: 'Vergrößern', zoomOut: 'Verkleinern', close: 'Schließen' },
      tooLarge:
        'Dieses Bild ist zu groß, um hier angezeigt zu werden. Laden Sie es herunter, um es anzusehen.',
      claims: 'Was der Browser des Absenders sagt und was diese Seite feststellt',
      details: 'Details',
      size: 'Größe',
      from: 'Geöffnet aus',
    },
    proof: {
      heading: 'Nachweis der Öffnung',
      same: 'Verglichen mit der mitverschlüsselten Angabe: dieselbe.',
      opened: 'Geöffnet am',
      by: 'Geöffnet mit',
    },
    table: {
      name: 'Angaben und Feststellungen zu {name}',
      says: 'Der Browser des Absenders sagt',
      finds: 'Diese Seite stellt fest',
      saysShort: 'Angabe:',
      findsShort: 'Festgestellt:',
      differs: 'weicht ab',
      row: {
        name: 'Name',
        kind: 'Art',
        checked: 'Geprüft',
        remarks: 'Hinweise',
        size: 'Größe, SHA-256',
        sealed: 'Verschlüsselt am',
        by: 'Verschlüsselt mit',
      },
      nothing: 'Nichts',
      unknowable: 'Lässt sich hier nicht feststellen',
      same: 'Dasselbe',
      unknownKind: 'Hier nicht bekannt',
      whole: 'Vollständig',
      damaged: 'Beschädigt: {why}',
      unchecked: 'Nicht untersucht: Es ist kein {types}',
    },
    trouble: {
      damaged:
        'Beschädigt. Die Datei wurde nach dem Verschlüsseln abgeschnitten oder verändert, oder ihre Angaben über sich selbst stimmen nicht. Nichts davon wird herausgegeben. Bitten Sie darum, sie neu zu senden.',
      'no-identity':
        'Nichts, was Sie oben eingegeben haben, öffnet diese Datei: Sie wurde für jemand anderen verschlüsselt. Fügen Sie den richtigen privaten Schlüssel hinzu, dann wird es erneut versucht.',
      unsupported:
        'Keine verschlüsselte Datei: Diese Seite öffnet, was mit age verschlüsselt wurde.',
      'other-pdf':
        'In dieser PDF-Datei findet diese Seite keine verschlüsselte Datei. Vielleicht wurde sie unterwegs gestempelt oder neu gespeichert. Hat sie einen Anhang, speichern Sie ihn, und fügen Sie ihn hier hinzu.',
      'too-slow':
        'Das Passwort erfordert mehr Rechenarbeit, als diese Seite leistet: Sie würde sekundenlang stillstehen. Öffnen Sie die Datei mit dem Befehl age: age -d.',
      hardware:
        'Diese Datei öffnet nur ein privater Schlüssel in einem Gerät, etwa einem Sicherheitsschlüssel, den diese Seite nicht verwenden kann. Öffnen Sie die Datei mit dem Befehl: npx sealdrop open.',
      unreadable:
        'Die Datei konnte nicht gelesen werden. Vielleicht ist sie ein Ordner, oder sie wurde verschoben oder gelöscht.',
      failed:
        'Die Datei konnte nicht geöffnet werden. Vielleicht ist sie zu groß für diesen Browser.',
    },
    remark: {
      'name-mismatch': 'Der Name passt nicht zur Art der Datei.',
      encrypted: 'Diese PDF-Datei ist geschützt. Sie scheint sich ohne Passwort öffnen zu lassen.',
      'password-needed':
        'Diese PDF-Datei verlangt ein Passwort. Nur der Absender kann es Ihnen mitteilen.',
      'certificate-needed':
        'Diese PDF-Datei lässt sich nur mit einem Zertifikat öffnen, für das sie verschlüsselt wurde.',
      'no-end-marker':
        'Diese PDF-Datei ist vielleicht abgeschnitten. Prüfen Sie, ob die letzte Seite da ist.',
      'location-data': 'In diesem Foto ist gespeichert, wo es aufgenommen wurde.',
      'location-removed': 'Dieses Foto wurde ohne Standort und andere versteckte Angaben gesendet.',
      'leading-data':
        'Vor dem Dokument steht noch etwas anderes. Öffnen Sie es nur mit einem PDF-Programm.',
      'trailing-data':
        'Auf das Dokument folgt in dieser Datei noch etwas anderes, oder seine letzte Änderung ist unvollständig. Prüfen Sie, ob etwas fehlt.',
      'not-shown': 'Ein Browser kann dieses Bild nicht anzeigen.',
      'near-limit': 'Diese Datei ist fast so groß wie höchstens erlaubt.',
    },
    check: {
      size: 'Die Größe.',
      type: 'Die Art, nach dem Inhalt.',
      structure: 'Ob es vollständig ist.',
    },
    caution: {
      program: 'Das ist ein Programm. Starten Sie es nicht.',
      script:
        'Das ist {format}, das beim Öffnen Skripte ausführen kann. Öffnen Sie es nur in einem Texteditor.',
      other:
        'Das ist kein {types}, sondern {format}. Öffnen Sie es nur, wenn Sie es erwartet haben.',
      unknown: 'Das ist kein {types}. Öffnen Sie es nur, wenn Sie es erwartet haben.',
    },
    pair: {
      heading: 'Schlüsselpaar erstellen',
      halves:
        'Ein Paar hat zwei Hälften. Der *Empfänger* (age1…) ist öffentlich: Für ihn werden Dokumente verschlüsselt. Der *private Schlüssel* (AGE-SECRET-KEY-1…) ist geheim: Er öffnet sie.',
      advice:
        '*Verwenden Sie zwei Empfänger:* Ihren eigenen, und den eines Kollegen oder einer Sicherung an einem anderen Ort. Geht ein privater Schlüssel verloren, ist jedes Dokument verloren, das nur für ihn verschlüsselt wurde.',
      make: 'Schlüsselpaar erstellen',
      another: 'Weiteres Schlüsselpaar erstellen',
      made: 'Ein Schlüsselpaar wurde erstellt. Speichern Sie jetzt den privaten Schlüssel.',
      save: 'Privaten Schlüssel speichern',
      saved: 'Der private Schlüssel wurde als Datei gespeichert. Bewahren Sie sie sicher auf.',
      keep: 'Er ist nur auf dieser Seite, und verschwindet, wenn die Seite geschlossen wird. Bewahren Sie die Datei dort auf, wo nur Sie sie lesen können.',
      show: 'Anzeigen',
      recipients: 'Empfänger',
      own: 'Ihrer',
      added: 'Hinzugefügt',
      remove: 'Entfernen',
      only: 'Bisher nur ein Empfänger. Geht dieser private Schlüssel verloren, ist jedes Dokument verloren.',
      backup:
        'Dieser Empfänger ist die Sicherung Ihres Passkeys. Speichern Sie den privaten Schlüssel, bevor Sie ihn entfernen.',
      several: { other: '{n} Empfänger. Jeder ihrer privaten Schlüssel öffnet die Dokumente.' },
      fingerprint:
        'Der Fingerabdruck dient zum Vergleichen, etwa am Telefon: Das Upload-Feld auf Ihrer Website zeigt denselben.',
      field: 'Weiterer Empfänger (age1…)',
      add: 'Hinzufügen',
      put: 'In Ihre Website einfügen',
      placeholders:
        'Setzen Sie die Adresse Ihres Servers anstelle von /upload ein, und legen Sie die Dateien von SealDrop unter /sealdrop/ ab.',
      documents: 'Dokumente',
      copy: {
        recipient: {
          button: 'Empfänger kopieren',
          done: 'Der Empfänger wurde kopiert.',
          selected:
            'Dieser Browser lässt die Seite nicht kopieren. Der Empfänger ist markiert: Kopieren Sie ihn jetzt.',
        },
        snippet: {
          button: 'Code kopieren',
          done: 'Der Code wurde kopiert.',
          selected:
            'Dieser Browser lässt die Seite nicht kopieren. Der Code ist markiert: Kopieren Sie ihn jetzt.',
        },
      },
      wasAdded: 'Der Empfänger wurde hinzugefügt.',
      wasRemoved: 'Der Empfänger wurde entfernt.',
      trouble: {
        secret:
          'Das ist ein privater Schlüssel, die geheime Hälfte eines Paars. Das Feld wurde geleert, und nichts davon wurde verwendet. Geben Sie die Hälfte ein, die mit age1 beginnt.',
        known: 'Dieser Empfänger ist schon in der Liste.',
        postQuantum: 'Das ist ein Post-Quanten-Empfänger. Er kann nicht neben Ihrem stehen.',
        none: 'Das ist kein Empfänger. Er beginnt mit age1 und hat 62 Kleinbuchstaben und Ziffern; vielleicht fehlt einer oder ist falsch.',
      },
    },
  },
}
