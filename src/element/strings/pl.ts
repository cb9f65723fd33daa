import type { Plural } from '../../words/plural.ts'
import type { Language, NamedPlural } from './strings.ts'

const again = 'Spróbuj ponownie.'
const owner = 'Powiadom właściciela tej witryny.'

/** `other` is for fractions, and no number of files is one. */
const several = (few: string, many: string): Plural => ({ few, many, other: many })

/** How many files, in the same words but for their form: "Dodano 2 pliki.", "Dodano 5 plików." */
const files = (before: string, after: string): Plural =>
  several(`${before} {n} pliki${after}`, `${before} {n} plików${after}`)

/** One file by its name, and several after the same word. */
const said = (before: string, after = '.', afterOne = after): NamedPlural => ({
  single: `${before}: {name}${afterOne}`,
  ...files(before, after),
})

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'pl',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Przesyłanie plików',
    hint: {
      one: '{types}, do {size}',
      each: '{types}, każdy do {size}',
      some: '{types}, każdy do {size}, liczba plików: najwyżej {n}',
    },
    atOnce: 'Pliki są wysyłane od razu po wybraniu.',
    drop: { one: 'Przeciągnij tu dokument lub', several: 'Przeciągnij tu dokumenty lub' },
    choose: { one: 'Wybierz plik', several: 'Wybierz pliki' },
    locked: 'Teraz nie można nic dodać.',
    required: 'Wymagane.',
    missing: 'Dodaj dokument.',
    unfinished: {
      one: 'Poczekaj, aż dokument zostanie dostarczony.',
      several: 'Poczekaj, aż dokumenty zostaną dostarczone.',
    },
    sealedFor: 'Zaszyfrowane w Twojej przeglądarce dla {recipient}',
    fault: {
      'insecure-context':
        'Dokumenty są wysyłane tylko przez bezpieczne połączenie. Otwórz tę stronę przez https.',
      unsupported:
        'Ta przeglądarka nie potrafi szyfrować dokumentów. Zaktualizuj ją lub użyj innej.',
      misconfigured: `Przesyłanie plików nie jest tu prawidłowo skonfigurowane. ${owner}`,
    },
    unloaded: 'Połączenie zostało przerwane. Twoje pliki zostaną dodane, gdy połączenie wróci.',
    recipient: 'odbiorcy',
  },
  fileStrings: {
    zone: {
      more: 'Przeciągnij tu kolejne',
      letGo: { one: 'Upuść, aby dodać {n} plik', ...files('Upuść, aby dodać', '') },
      letGoUncounted: 'Upuść, aby dodać pliki',
      letGoReplacing: 'Upuść, aby zastąpić plik',
      another: 'Aby go zastąpić, przeciągnij tu inny',
      chooseAnother: 'Wybierz inny plik',
      full: { other: 'Dodano już największą liczbę plików ({n}). Usuń jeden, aby wybrać inny.' },
      left: { one: 'jeszcze {n} plik', ...files('jeszcze', '') },
    },
    folders: 'Nie można dodawać folderów. Otwórz folder i dodaj pliki, które w nim są.',
    list: 'Pliki',
    seal: {
      only: 'Tę stronę opuszczają tylko zaszyfrowane dane, przeznaczone dla {recipient}',
      fingerprints: 'Tylko te klucze otworzą to, co wysyłasz. Porównaj odciski kluczy:',
      untrusted: 'Nie udało się potwierdzić kluczy odbiorcy. Bez nich nic nie zostanie wysłane.',
      unreachable: 'Klucze odbiorcy są teraz niedostępne. Bez nich nic nie zostanie wysłane.',
    },
    status: {
      waiting: 'Oczekuje',
      checking: 'Sprawdzanie',
      checkingLate: 'Sprawdzanie · jeśli plik jest jeszcze w chmurze, najpierw musi się pobrać',
      ready: {
        auto: 'Sprawdzony · czeka na swoją kolej',
        submit: 'Sprawdzony · zostanie wysłany z formularzem',
        manual: 'Sprawdzony · gotowy do wysłania',
      },
      sealing: 'Sprawdzony · szyfrowanie',
      preparing: 'Sprawdzony · przygotowywanie',
      sending: 'Wysyłanie z szyfrowaniem',
      sendingOpen: 'Wysyłanie',
      sendingLate: '{status} · serwer sprawdza',
      confirming: 'Wysłany · oczekiwanie na odpowiedź',
      confirmingLate: 'Wysłany · serwer sprawdza',
      paused: 'Wstrzymany przy {percent}',
      offer: 'Wysyłanie nieukończone · czeka na Ciebie',
      retrying: '{why} · ponowna próba',
      offline: 'Brak internetu · wznowi się, gdy połączenie wróci',
      seemsOffline: '{status} · prawdopodobnie brak internetu',
      delivered: 'Dotarł · czeka na pozostałe',
      committing: 'Dotarł · kończenie',
      done: 'Dostarczony',
      expires: 'Dostarczony · wygasa: {when}',
      cancelled: 'Anulowany',
      cancelledLate: 'Anulowany. Możliwe, że plik już dotarł.',
      removed: 'Usunięty',
    },
    moment: '{day}, {time}',
    counting: { share: ' · {percent}', slow: ' · może potrwać jeszcze {time}', wait: ' za {time}' },
    unnamed: {
      chosen: {
        today: 'Dokument wybrany o {time}',
        earlier: 'Dokument wybrany {day} o {time}',
      },
      sent: {
        today: 'Dokument wysłany o {time}',
        earlier: 'Dokument wysłany {day} o {time}',
      },
    },
    action: {
      pause: 'Wstrzymaj {name}',
      resume: 'Wznów {name}',
      retry: 'Spróbuj ponownie: {name}',
      sendAgain: 'Wyślij ponownie {name}',
      cancel: 'Anuluj {name}',
      remove: 'Usuń {name}',
      dismiss: 'Ukryj {name}',
      pauseAll: 'Wstrzymaj wszystkie',
      resumeAll: 'Wznów wszystkie',
      goOn: 'Kontynuuj',
      notMine: 'To nie mój plik',
      undo: 'Cofnij',
      view: 'Pokaż {name}',
    },
    tip: {
      pause: 'Wstrzymaj',
      resume: 'Wznów',
      retry: 'Spróbuj ponownie',
      sendAgain: 'Wyślij ponownie',
      cancel: 'Anuluj',
      remove: 'Usuń',
      dismiss: 'Ukryj',
    },
    viewer: { zoomIn: 'Powiększ', zoomOut: 'Pomniejsz', close: 'Zamknij' },
    summary: {
      delivered: { other: 'Dostarczono {n} z {total}' },
      failed: { other: 'nieudane: {n}' },
      unconfirmed: { other: 'mogły dotrzeć: {n}' },
    },
    said: {
      added: said('Dodano'),
      refused: {
        single: 'Nie dodano: {name}. {why}',
        other: 'Nie dodano {n} plików.',
      },
      replaced: said('Zastąpiono'),
      restored: {
        single: '{name} nadal należy do tego formularza.',
        ...several(
          '{n} pliki nadal należą do tego formularza.',
          '{n} plików nadal należy do tego formularza.',
        ),
      },
      offered: {
        single:
          'Nie wysłano do końca: {name}. Kontynuuj wysyłanie lub zaznacz, że to nie Twój plik.',
        other:
          'Nie wysłano do końca {n} plików. Kontynuuj wysyłanie lub zaznacz, że to nie Twoje pliki.',
      },
      removed: said('Usunięto'),
      withdrawn: said('Usunięto', '. Przez chwilę można to cofnąć.'),
      putBack: said('Przywrócono'),
      cancelled: said('Anulowano'),
      cancelledLate: said(
        'Anulowano',
        '. Możliwe, że już dotarły.',
        '. Możliwe, że plik już dotarł.',
      ),
      paused: said('Wstrzymano'),
      resumed: said('Wznowiono'),
      again: { single: 'Ponowna próba: {name}.', other: 'Ponowna próba dla {n} plików.' },
      unread: {
        single:
          'Trwa jeszcze odczytywanie: {name}. Jeśli plik jest w chmurze, najpierw musi się pobrać.',
        other:
          'Trwa jeszcze odczytywanie {n} plików. Jeśli są w chmurze, najpierw muszą się pobrać.',
      },
      late: said('Serwer nadal sprawdza'),
      retrying: {
        single: '{name}: {why}. Ponowna próba.',
        other: 'Ponowna próba dla {n} plików.',
      },
      failed: {
        single: 'Nie udało się wysłać: {name}. {why}',
        other: 'Nie udało się wysłać {n} plików.',
      },
      unconfirmed: {
        single: '{name}: {why}',
        ...several('Możliwe, że {n} pliki dotarły.', 'Możliwe, że {n} plików dotarło.'),
      },
      done: said('Dostarczono'),
    },
    gathered: {
      addedNot: {
        one: 'Dodano {n} plik, nie dodano: {not}.',
        ...files('Dodano', ', nie dodano: {not}.'),
      },
      seeList: 'Powody są na liście.',
      remarked: { other: 'Na liście są uwagi do {n} plików.' },
      work: {
        single: 'Wysyłanie: {name}, potem formularz.',
        other: 'Wysyłanie {n} plików, potem formularz.',
      },
      sent: 'Wysłano {percent}.',
      summary: '{summary}.',
      between: ' ',
      offline: 'Wygląda na to, że nie ma internetu. Wysyłanie wznowi się, gdy połączenie wróci.',
      online: 'Połączenie wróciło.',
    },
    undelivered: {
      single: 'Nie dostarczono: {name}. Spróbuj ponownie lub usuń ten plik.',
      other: 'Nie dostarczono {n} plików. Spróbuj ponownie lub je usuń.',
    },
    stopped: {
      single: 'Wstrzymano: {name}. Wznów lub anuluj ten plik, a potem wyślij formularz ponownie.',
      ...files('Wstrzymano', '. Wznów je lub anuluj, a potem wyślij formularz ponownie.'),
    },
    pressAgain: {
      named: 'Wszystko gotowe. Naciśnij ponownie „{button}”, aby wysłać formularz.',
      unnamed: 'Wszystko gotowe. Teraz możesz wysłać formularz.',
    },
    unconfirmed: {
      single:
        '{name}: możliwe, że plik dotarł, ale żadna odpowiedź tego nie potwierdza. Wyślij go ponownie lub usuń.',
      ...several(
        'Możliwe, że {n} pliki dotarły, ale żadna odpowiedź tego nie potwierdza. Wyślij je ponownie lub usuń.',
        'Możliwe, że {n} plików dotarło, ale żadna odpowiedź tego nie potwierdza. Wyślij je ponownie lub usuń.',
      ),
      once: 'Możliwe, że ten plik dotarł, ale żadna odpowiedź tego nie potwierdza. Ponowna próba nie zapisze go dwa razy.',
      twice:
        'Możliwe, że ten plik dotarł, ale żadna odpowiedź tego nie potwierdza. Wysłany ponownie, może zostać zapisany dwa razy.',
    },
    error: {
      empty: 'Ten plik jest pusty. Wybierz inny.',
      'too-large': 'Ten plik jest za duży. Wybierz mniejszy.',
      'wrong-type': 'Pliki tego rodzaju nie są tu przyjmowane. Wybierz inny.',
      damaged:
        'Ten plik jest uszkodzony lub niekompletny. Zapisz lub zeskanuj go ponownie, a potem dodaj.',
      'too-many': 'Nie można dodać więcej plików. Usuń jeden, aby dodać inny.',
      duplicate: 'Ten plik jest już na liście.',
      unreadable:
        'Nie udało się odczytać tego pliku. Jeśli jest jeszcze w chmurze, najpierw go pobierz; jeśli został przeniesiony lub skasowany, wybierz go od nowa.',
      changed: 'Ten plik zmienił się po wybraniu. Dodaj go ponownie.',
      'bad-recipient': `Klucz odbiorcy jest nieprawidłowy, więc nic nie wysłano. ${owner}`,
      'keys-untrusted': `Nie udało się potwierdzić kluczy odbiorcy, więc nic nie wysłano. ${owner}`,
      'seal-failed': `Nie udało się zaszyfrować tego pliku, więc nie został wysłany. ${again}`,
      offline: 'Brak połączenia z internetem. Spróbuj ponownie, gdy połączenie wróci.',
      network: `Połączenie zostało przerwane. ${again}`,
      timeout: `Serwer nie odpowiedział na czas. ${again}`,
      stalled: `Przesyłanie się zatrzymało. ${again}`,
      unauthorized: 'Twoja sesja wygasła. Odśwież stronę i spróbuj ponownie.',
      forbidden: `Serwer nie pozwala na to przesyłanie. ${owner}`,
      'not-found': `Serwer nie może odnaleźć tego przesyłania. ${owner}`,
      refused:
        'Serwer nie przyjął tego pliku. Spróbuj z innym lub powiadom właściciela tej strony.',
      'rate-limited':
        'W tej chwili przesyłanych jest zbyt wiele plików. Spróbuj ponownie za kilka minut.',
      server: 'Serwer ma problem. Spróbuj ponownie za kilka minut.',
      protocol: `Odpowiedź serwera jest niezrozumiała. ${owner}`,
      'keys-rotated': `Odbiorca zmienił klucze. ${again}`,
      mismatch: 'Dotarło coś innego, niż wysłano. Usuń ten plik i dodaj go ponownie.',
      'already-used': 'Serwer ma już ten plik. Nie trzeba go wysyłać ponownie.',
      expired: 'Czas na przesłanie tego pliku minął. Usuń plik i dodaj go ponownie.',
    },
    rechoose:
      'Odbiorca zmienił klucze, więc tego dokumentu nie można już wysłać. Wybierz go ponownie.',
    quoted: '{why} Odpowiedź serwera: „{reason}”',
    reference: 'Numer referencyjny: {id}',
    tooLarge: 'Ten plik jest za duży. Największy dozwolony rozmiar to {size}.',
    tooMany: {
      single: 'Można dodać tylko jeden plik. Usuń go lub wybierz inny, aby go zastąpić.',
      ...files('Można dodać tylko', '. Usuń jeden, aby dodać inny.'),
    },
    wrongType: {
      heic: 'To jest zdjęcie {found} z iPhone’a. Wyeksportuj je jako JPG i dodaj ponownie.',
      office: 'To jest dokument {found}. Zapisz go jako PDF i dodaj ponownie.',
      archive: 'To jest archiwum {found}. Rozpakuj je i dodaj pliki, które w nim są.',
      program: 'To jest program, a nie dokument. Można dodać tylko {types}.',
      page: 'To jest strona internetowa. Zapisz ją jako PDF i dodaj ponownie.',
      password: 'Ten PDF wymaga hasła. Dodaj kopię, która otwiera się bez hasła.',
      certificate:
        'Ten PDF otworzą tylko ci, dla których został zaszyfrowany. Dodaj kopię bez tego zabezpieczenia.',
      signature:
        'To jest podpisany plik ({found}). Zapisz dokument, który jest w środku, i dodaj go albo dodaj dokument bez podpisu.',
      other: 'To jest plik {found}. Można dodać tylko {types}.',
      unknown: 'Ten rodzaj pliku nie jest tu znany. Można dodać tylko {types}.',
    },
    hitch: {
      network: 'Połączenie przerwane',
      timeout: 'Brak odpowiedzi',
      stalled: 'Brak postępu',
      server: 'Serwer ma problem',
      'rate-limited': 'Serwer jest zajęty',
    },
    remark: {
      'name-mismatch': 'Nazwa nie pasuje do rodzaju pliku.',
      encrypted: 'Ten PDF jest zabezpieczony. Wydaje się, że otwiera się bez hasła.',
      'password-needed':
        'Ten PDF wymaga hasła. Przekaż je odbiorcy lub dodaj kopię, która otwiera się bez hasła.',
      'certificate-needed':
        'Ten PDF otworzą tylko ci, dla których został zaszyfrowany. Jeśli nie ma wśród nich odbiorcy, dodaj kopię bez tego zabezpieczenia.',
      'no-end-marker': 'Ten PDF może być ucięty. Sprawdź, czy jest jego ostatnia strona.',
      'location-data':
        'W tym zdjęciu jest zapisane, gdzie je zrobiono. Jeśli odbiorca nie powinien tego wiedzieć, usuń lokalizację w aplikacji do zdjęć i dodaj zdjęcie ponownie.',
      'location-removed': 'To zdjęcie jest wysyłane bez lokalizacji i innych ukrytych danych.',
      'leading-data':
        'Przed dokumentem jest coś jeszcze, więc niektóre programy mogą go nie otworzyć. Zapisz go ponownie jako PDF.',
      'trailing-data':
        'Za dokumentem jest coś jeszcze albo jego ostatnia zmiana jest niepełna. Sprawdź, czy jest kompletny.',
      'not-shown': 'Twoja przeglądarka nie może pokazać tego obrazu. Sprawdź, czy się otwiera.',
      'near-limit': 'Rozmiar tego pliku jest bliski największego dozwolonego.',
    },
  },
}
