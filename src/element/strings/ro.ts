import type { Plural } from '../../words/plural.ts'
import type { Language, NamedPlural } from './strings.ts'

const again = 'Vă rugăm să încercați din nou.'
const owner = 'Vă rugăm să anunțați administratorul acestui site.'
const only = 'Pot fi adăugate doar fișiere {types}.'

/** Any number of files; from 20 on, "de" stands after the number. */
const counted = (text: (files: string) => string): Plural => ({
  one: text('{n} fișier'),
  few: text('{n} fișiere'),
  other: text('{n} de fișiere'),
})

/** One file by its name, and several. */
const said = (single: string, several: (files: string) => string): NamedPlural => ({
  single,
  few: several('{n} fișiere'),
  other: several('{n} de fișiere'),
})

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'ro',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Încărcare de fișiere',
    hint: {
      one: '{types}, cel mult {size}',
      each: '{types}, cel mult {size} fiecare',
      some: '{types}, cel mult {size} fiecare, număr maxim de fișiere: {n}',
    },
    atOnce: 'Fișierele se trimit imediat ce le alegeți.',
    drop: { one: 'Trageți documentul aici sau', several: 'Trageți documentele aici sau' },
    choose: { one: 'Alegeți un fișier', several: 'Alegeți fișiere' },
    locked: 'Acum nu se poate adăuga nimic.',
    required: 'Obligatoriu.',
    missing: 'Vă rugăm să adăugați un document.',
    unfinished: {
      one: 'Vă rugăm să așteptați până când documentul este livrat.',
      several: 'Vă rugăm să așteptați până când documentele sunt livrate.',
    },
    sealedFor: 'Criptat în browserul dvs. pentru {recipient}',
    fault: {
      'insecure-context':
        'Documentele se trimit doar printr-o conexiune securizată. Deschideți această pagină cu https.',
      unsupported:
        'Acest browser nu poate cripta documente. Actualizați-l sau folosiți un alt browser.',
      misconfigured: `Această încărcare nu este configurată corect. ${owner}`,
    },
    unloaded: 'Conexiunea s-a întrerupt. Fișierele dvs. vor fi adăugate când revine conexiunea.',
    recipient: 'destinatar',
  },
  fileStrings: {
    zone: {
      more: 'Trageți și altele aici',
      letGo: counted(files => `Dați drumul pentru a adăuga ${files}`),
      letGoUncounted: 'Dați drumul pentru a adăuga fișierele',
      letGoReplacing: 'Dați drumul pentru a înlocui fișierul',
      another: 'Trageți aici alt fișier pentru a-l înlocui pe acesta',
      chooseAnother: 'Alegeți alt fișier',
      full: { other: 'Toate fișierele ({n}) sunt aici. Eliminați unul pentru a alege altul.' },
      left: counted(files => `mai puteți adăuga ${files}`),
    },
    folders: 'Folderele nu pot fi adăugate. Deschideți folderul și adăugați fișierele din el.',
    list: 'Fișiere',
    seal: {
      only: 'Din această pagină pleacă doar date criptate, pentru {recipient}',
      fingerprints: 'Doar aceste chei deschid ceea ce trimiteți. Comparați amprentele lor:',
      untrusted: 'Cheile destinatarului nu au putut fi confirmate. Fără ele nu se trimite nimic.',
      unreachable:
        'Cheile destinatarului nu sunt accesibile în acest moment. Fără ele nu se trimite nimic.',
    },
    status: {
      waiting: 'În așteptare',
      checking: 'Se verifică',
      checkingLate: 'Se verifică · dacă este încă în cloud, trebuie mai întâi descărcat',
      ready: {
        auto: 'Verificat · își așteaptă rândul',
        submit: 'Verificat · pleacă odată cu formularul',
        manual: 'Verificat · gata de trimis',
      },
      sealing: 'Verificat · se criptează',
      preparing: 'Verificat · se pregătește',
      sending: 'Se trimite, criptat',
      sendingOpen: 'Se trimite',
      sendingLate: '{status} · serverul verifică',
      confirming: 'Trimis · se așteaptă răspunsul',
      confirmingLate: 'Trimis · serverul verifică',
      paused: 'În pauză la {percent}',
      offer: 'Trimitere neterminată · vă așteaptă',
      retrying: '{why} · se încearcă din nou',
      offline: 'Sunteți offline · continuă când revine conexiunea',
      seemsOffline: '{status} · se pare că sunteți offline',
      delivered: 'A ajuns · le așteaptă pe celelalte',
      committing: 'A ajuns · se finalizează',
      done: 'Livrat',
      expires: 'Livrat · expiră: {when}',
      cancelled: 'Anulat',
      cancelledLate: 'Anulat. Este posibil să fi ajuns.',
      removed: 'Eliminat',
    },
    moment: '{day}, {time}',
    counting: { share: ' · {percent}', slow: ' · mai poate dura {time}', wait: ' peste {time}' },
    unnamed: {
      chosen: {
        today: 'Un document ales la {time}',
        earlier: 'Un document ales ({day}, {time})',
      },
      sent: {
        today: 'Un document trimis la {time}',
        earlier: 'Un document trimis ({day}, {time})',
      },
    },
    action: {
      pause: 'Pune în pauză {name}',
      resume: 'Reia {name}',
      retry: 'Reîncearcă {name}',
      sendAgain: 'Trimite din nou {name}',
      cancel: 'Anulează {name}',
      remove: 'Elimină {name}',
      dismiss: 'Ascunde {name}',
      pauseAll: 'Pune totul în pauză',
      resumeAll: 'Reia totul',
      goOn: 'Continuă',
      notMine: 'Nu este al meu',
      undo: 'Pune înapoi',
      view: 'Vezi {name}',
    },
    tip: {
      pause: 'Pune în pauză',
      resume: 'Reia',
      retry: 'Reîncearcă',
      sendAgain: 'Trimite din nou',
      cancel: 'Anulează',
      remove: 'Elimină',
      dismiss: 'Ascunde',
    },
    viewer: { zoomIn: 'Mărește', zoomOut: 'Micșorează', close: 'Închide' },
    summary: {
      delivered: {
        one: '{n} din {total} livrat',
        few: '{n} din {total} livrate',
        other: '{n} din {total} livrate',
      },
      failed: { one: '{n} a eșuat', few: '{n} au eșuat', other: '{n} au eșuat' },
      unconfirmed: {
        one: 'poate că {n} a ajuns',
        few: 'poate că {n} au ajuns',
        other: 'poate că {n} au ajuns',
      },
    },
    said: {
      added: said('{name} a fost adăugat.', files => `${files} au fost adăugate.`),
      refused: said('{name} nu a fost adăugat. {why}', files => `${files} nu au fost adăugate.`),
      replaced: said('{name} a fost înlocuit.', files => `${files} au fost înlocuite.`),
      restored: said(
        '{name} face parte în continuare din acest formular.',
        files => `${files} fac parte în continuare din acest formular.`,
      ),
      offered: said(
        '{name} nu a fost trimis până la capăt. Continuați trimiterea sau spuneți că fișierul nu este al dvs.',
        files =>
          `${files} nu au fost trimise până la capăt. Continuați trimiterea sau spuneți că nu sunt ale dvs.`,
      ),
      removed: said('{name} a fost eliminat.', files => `${files} au fost eliminate.`),
      withdrawn: said(
        '{name} a fost eliminat. O vreme mai poate fi pus înapoi.',
        files => `${files} au fost eliminate. O vreme mai pot fi puse înapoi.`,
      ),
      putBack: said('{name} este din nou aici.', files => `${files} sunt din nou aici.`),
      cancelled: said('{name} a fost anulat.', files => `${files} au fost anulate.`),
      cancelledLate: said(
        '{name} a fost anulat. Este posibil să fi ajuns.',
        files => `${files} au fost anulate. Este posibil să fi ajuns.`,
      ),
      paused: said('{name} este în pauză.', files => `${files} sunt în pauză.`),
      resumed: said('{name} continuă.', files => `${files} continuă.`),
      again: said('Se încearcă din nou cu {name}.', files => `Se încearcă din nou cu ${files}.`),
      unread: said(
        '{name} încă se citește. Dacă este în cloud, trebuie mai întâi descărcat.',
        files => `${files} încă se citesc. Dacă sunt în cloud, trebuie mai întâi descărcate.`,
      ),
      late: said('Serverul încă verifică {name}.', files => `Serverul încă verifică ${files}.`),
      retrying: said(
        '{name}: {why}. Se încearcă din nou.',
        files => `Se încearcă din nou cu ${files}.`,
      ),
      failed: said(
        'Trimiterea fișierului {name} a eșuat. {why}',
        files => `Trimiterea a ${files} a eșuat.`,
      ),
      unconfirmed: said('{name}: {why}', files => `Este posibil ca ${files} să fi ajuns.`),
      done: said('{name} a fost livrat.', files => `${files} au fost livrate.`),
    },
    gathered: {
      addedNot: {
        one: '{n} fișier adăugat, {not} nu.',
        few: '{n} fișiere adăugate, {not} nu.',
        other: '{n} de fișiere adăugate, {not} nu.',
      },
      seeList: 'Lista spune de ce.',
      remarked: counted(files => `Lista conține observații despre ${files}.`),
      work: said(
        'Se trimite {name}, apoi formularul.',
        files => `Se trimit ${files}, apoi formularul.`,
      ),
      sent: '{percent} trimis.',
      summary: '{summary}.',
      between: ' ',
      offline: 'Se pare că sunteți offline. Fișierele continuă când revine conexiunea.',
      online: 'Conexiunea a revenit.',
    },
    undelivered: said(
      '{name} nu a fost livrat. Încercați din nou sau eliminați-l.',
      files => `${files} nu au fost livrate. Încercați din nou sau eliminați-le.`,
    ),
    stopped: said(
      '{name} este în pauză. Reluați-l sau anulați-l, apoi trimiteți din nou formularul.',
      files =>
        `${files} sunt în pauză. Reluați-le sau anulați-le, apoi trimiteți din nou formularul.`,
    ),
    pressAgain: {
      named: 'Totul este gata. Apăsați din nou „{button}” pentru a trimite formularul.',
      unnamed: 'Totul este gata. Acum puteți trimite formularul.',
    },
    unconfirmed: {
      ...said(
        'Este posibil ca {name} să fi ajuns, dar niciun răspuns nu confirmă acest lucru. Trimiteți-l din nou sau eliminați-l.',
        files =>
          `Este posibil ca ${files} să fi ajuns, dar niciun răspuns nu confirmă acest lucru. Trimiteți-le din nou sau eliminați-le.`,
      ),
      once: 'Este posibil ca acest fișier să fi ajuns, dar niciun răspuns nu confirmă acest lucru. Dacă încercați din nou, nu va fi stocat de două ori.',
      twice:
        'Este posibil ca acest fișier să fi ajuns, dar niciun răspuns nu confirmă acest lucru. Dacă îl trimiteți din nou, s-ar putea să fie stocat de două ori.',
    },
    error: {
      empty: 'Acest fișier este gol. Alegeți altul.',
      'too-large': 'Acest fișier este prea mare. Alegeți unul mai mic.',
      'wrong-type': 'Acest tip de fișier nu este acceptat aici. Alegeți alt fișier.',
      damaged:
        'Acest fișier este deteriorat sau incomplet. Salvați-l sau scanați-l din nou, apoi adăugați-l.',
      'too-many': 'Nu mai pot fi adăugate alte fișiere. Eliminați unul pentru a adăuga altul.',
      duplicate: 'Acest fișier este deja în listă.',
      unreadable:
        'Acest fișier nu a putut fi citit. Dacă este încă în cloud, descărcați-l mai întâi; dacă a fost mutat sau șters, alegeți-l din nou.',
      changed: 'Acest fișier a fost modificat după ce l-ați ales. Vă rugăm să îl adăugați din nou.',
      'bad-recipient': `Cheia destinatarului nu este validă, așa că nu s-a trimis nimic. ${owner}`,
      'keys-untrusted': `Cheile destinatarului nu au putut fi confirmate, așa că nu s-a trimis nimic. ${owner}`,
      'seal-failed': `Acest fișier nu a putut fi criptat, așa că nu a fost trimis. ${again}`,
      offline: 'Sunteți offline. Încercați din nou când revine conexiunea.',
      network: `Conexiunea s-a întrerupt. ${again}`,
      timeout: `Serverul nu a răspuns la timp. ${again}`,
      stalled: `Încărcarea s-a oprit. ${again}`,
      unauthorized: 'Sesiunea dvs. s-a încheiat. Reîncărcați pagina și încercați din nou.',
      forbidden: `Serverul nu permite această încărcare. ${owner}`,
      'not-found': `Serverul nu recunoaște această încărcare. ${owner}`,
      refused:
        'Serverul nu a acceptat acest fișier. Încercați cu altul sau anunțați administratorul acestui site.',
      'rate-limited':
        'Sunt prea multe încărcări în acest moment. Încercați din nou peste câteva minute.',
      server: 'Serverul are o problemă. Încercați din nou peste câteva minute.',
      protocol: `Serverul a dat un răspuns fără sens. ${owner}`,
      'keys-rotated': `Destinatarul a schimbat cheile. ${again}`,
      mismatch:
        'Ceea ce a ajuns nu este ceea ce s-a trimis. Eliminați acest fișier și adăugați-l din nou.',
      'already-used': 'Serverul are deja acest fișier. Nu este nevoie să fie trimis din nou.',
      expired: 'Această încărcare a expirat. Eliminați fișierul și adăugați-l din nou.',
    },
    rechoose:
      'Destinatarul a schimbat cheile, așa că acest document nu mai poate fi trimis. Vă rugăm să îl alegeți din nou.',
    quoted: '{why} Serverul a răspuns: „{reason}”',
    reference: 'Număr de referință: {id}',
    tooLarge: 'Acest fișier este prea mare. Dimensiunea maximă este de {size}.',
    tooMany: said(
      'Poate fi adăugat un singur fișier. Eliminați-l sau alegeți altul pentru a-l înlocui.',
      files => `Pot fi adăugate doar ${files}. Eliminați unul pentru a adăuga altul.`,
    ),
    wrongType: {
      heic: 'Aceasta este o fotografie {found} de pe iPhone. Exportați-o ca JPG și adăugați-o din nou.',
      office: 'Acesta este un document {found}. Salvați-l ca PDF și adăugați-l din nou.',
      archive: 'Aceasta este o arhivă {found}. Dezarhivați-o și adăugați fișierele din ea.',
      program: `Acesta este un program, nu un document. ${only}`,
      page: 'Aceasta este o pagină web. Salvați-o ca PDF și adăugați-o din nou.',
      password: 'Acest PDF cere o parolă. Adăugați o copie care se deschide fără parolă.',
      certificate:
        'Acest PDF poate fi deschis doar de cei pentru care a fost criptat. Adăugați o copie fără această protecție.',
      signature:
        'Acesta este un fișier semnat ({found}). Salvați documentul din interiorul lui și adăugați-l sau adăugați documentul nesemnat.',
      other: `Acesta este un fișier {found}. ${only}`,
      unknown: `Acest tip de fișier nu este cunoscut aici. ${only}`,
    },
    hitch: {
      network: 'Conexiune întreruptă',
      timeout: 'Niciun răspuns',
      stalled: 'Niciun progres',
      server: 'Serverul are o problemă',
      'rate-limited': 'Serverul este ocupat',
    },
    remark: {
      'name-mismatch': 'Numele nu corespunde tipului de fișier.',
      encrypted: 'Acest PDF este protejat. Se pare că se deschide fără parolă.',
      'password-needed':
        'Acest PDF cere o parolă. Comunicați-o destinatarului sau adăugați o copie care se deschide fără parolă.',
      'certificate-needed':
        'Acest PDF poate fi deschis doar de cei pentru care a fost criptat. Dacă destinatarul nu este printre ei, adăugați o copie fără această protecție.',
      'no-end-marker':
        'Este posibil ca acestui PDF să îi lipsească sfârșitul. Verificați dacă are ultima pagină.',
      'location-data':
        'În această fotografie este înregistrat locul unde a fost făcută. Dacă destinatarul nu trebuie să știe asta, eliminați locația în aplicația de fotografii și adăugați fotografia din nou.',
      'location-removed': 'Această fotografie este trimisă fără locație și alte date ascunse.',
      'leading-data':
        'Înaintea documentului se află altceva, așa că s-ar putea ca unele programe să nu îl deschidă. Salvați-l din nou ca PDF.',
      'trailing-data':
        'După document urmează altceva sau ultima lui modificare este incompletă. Verificați dacă este întreg.',
      'not-shown': 'Browserul dvs. nu poate afișa această imagine. Verificați dacă se deschide.',
      'near-limit': 'Acest fișier este aproape de dimensiunea maximă.',
    },
  },
}
