import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'pl',
    dir: 'ltr',
    between: ' ',
    quoted: '„{code}”.',
    page: {
      name: 'Strona odbiorcy',
      lead: 'Otwórz to, co zaszyfrowano dla Ciebie. Wszystko dzieje się na tej stronie: nie wysyła ona niczego i nie zapisuje niczego, o co nie prosisz.',
    },
    open: {
      heading: 'Otwórz dokumenty',
      identity: {
        heading: 'Twój klucz prywatny',
        drop: 'Przeciągnij tu plik klucza lub',
        more: 'Przeciągnij tu kolejny lub',
        choose: 'Wybierz plik klucza',
        hint: 'Plik tekstowy, w którym jest AGE-SECRET-KEY-1',
        field: 'Albo wklej klucz prywatny lub wpisz hasło',
        use: 'Użyj',
        of: 'Klucz prywatny dla {recipient}',
        passphrase: 'Hasło',
        forget: 'Zapomnij',
      },
      sealed: {
        heading: 'Zaszyfrowane pliki',
        drop: 'Przeciągnij tu zaszyfrowane pliki lub',
        more: 'Przeciągnij tu kolejne lub',
        choose: 'Wybierz zaszyfrowane pliki',
        hint: 'Dowolnie wiele: pliki .age lub PDF, w którym się znajdują',
      },
      summary: {
        waiting: {
          one: '{n} plik czeka na klucz prywatny.',
          few: '{n} pliki czekają na klucz prywatny.',
          many: '{n} plików czeka na klucz prywatny.',
          other: '{n} pliku czeka na klucz prywatny.',
        },
        opening: {
          one: 'Otwieranie {n} pliku…',
          few: 'Otwieranie {n} plików…',
          many: 'Otwieranie {n} plików…',
          other: 'Otwieranie {n} pliku…',
        },
        opened: { other: 'Otwarto {n} z {total}.' },
        failed: { other: 'Nie udało się otworzyć: {n}.' },
      },
      archive: 'Pobierz wszystko jako archiwum',
      archiving: 'Tworzenie archiwum…',
      clear: 'Wyczyść listę',
      list: {
        find: 'Znajdź na liście',
        sort: 'Sortuj według',
        added: 'Kolejność dodania',
        only: 'Tylko z uwagami',
        shown: { other: 'Widoczne: {n} z {total}.' },
        csv: 'Pobierz listę (CSV)',
      },
      folder: {
        choose: 'Wybierz folder',
        save: 'Zapisz wszystko w folderze',
        saved: { other: 'Zapisano w folderze: {n} z {total}.' },
        refused: 'Pominięto, bo przeglądarka odrzuca ich nazwy. Pobierz każdy osobno:',
        stopped:
          'Przeglądarka nie mogła zapisywać w folderze. To, co zapisano do tej pory, jest całe.',
        empty: 'W tym folderze nie ma zaszyfrowanego pliku.',
        unread: 'Nie udało się odczytać folderu.',
        partly: 'Nie wszystko w folderze zostało odczytane.',
      },
    },
    given: {
      empty: 'Niczego nie podano. Wklej klucz prywatny lub wpisz hasło.',
      none: 'Nie ma w tym klucza prywatnego. Klucz prywatny zaczyna się od AGE-SECRET-KEY-1.',
      broken:
        'Klucz prywatny jest uszkodzony: brakuje litery lub jest ona błędna. Niczego nie przyjęto.',
      sealed:
        'Ten plik klucza sam jest zaszyfrowany hasłem. Najpierw otwórz go programem age: age -d -o identity.txt.',
      known: 'Już tu jest.',
      loaded: 'Wczytano klucz prywatny.',
      unreadable: 'Nie udało się odczytać pliku.',
      passphrase: 'Od teraz używane jest hasło.',
      forgotten: 'Klucz prywatny i hasło zostały zapomniane.',
    },
    passkey: {
      offer: 'Użyj klucza dostępu',
      what: 'Klucz prywatny jest szyfrowany kluczem dostępu: ta strona prosi wtedy o odcisk palca, twarz lub blokadę ekranu zamiast o plik. Kto może odblokować Twoje urządzenie, może otworzyć dokumenty.',
      backup:
        'Klucz dostępu można stracić razem z urządzeniem lub kontem, a z nim każdy dokument. Dlatego najpierw wydrukuj klucz prywatny.',
      print: 'Wydrukuj klucz prywatny',
      printed: 'Wydrukowano go i odłożono w bezpieczne miejsce',
      create: 'Utwórz klucz dostępu',
      made: 'Klucz prywatny jest zaszyfrowany kluczem dostępu. Zapisz go lub zachowaj w tej przeglądarce.',
      save: 'Zapisz zaszyfrowany klucz',
      keep: 'Zachowaj w tej przeglądarce',
      kept: 'Ta przeglądarka przechowuje klucz prywatny zaszyfrowany kluczem dostępu.',
      other: 'Ta przeglądarka przechowuje już inny klucz. Najpierw usuń tamten.',
      given: 'Ten klucz prywatny jest zaszyfrowany kluczem dostępu.',
      open: 'Otwórz kluczem dostępu',
      remove: 'Usuń z tej przeglądarki',
      sure: 'Czy klucz prywatny jest też gdzie indziej, jako plik albo na papierze? Jeśli ten jest jedyny, jego dokumenty przepadną.',
      cancel: 'Anuluj',
      removed:
        'Zaszyfrowany klucz usunięto z tej przeglądarki. Sam klucz dostępu można usunąć w ustawieniach urządzenia.',
      paper: {
        heading: 'Klucz prywatny',
        what: 'Kto ma tę kartkę, może otworzyć dokumenty. Trzymaj ją tam, gdzie tylko Ty możesz ją przeczytać. Zeskanuj kod lub przepisz znaki pod nim i podaj je na stronie odbiorcy.',
      },
      none: {
        file: 'Nie można tu użyć klucza dostępu, bo ta strona jest plikiem na dysku. Klucz prywatny pozostaje plikiem.',
        address:
          'Pod tym adresem nie można użyć klucza dostępu. Potrzeba https i nazwy albo localhost, a nie adresu IP.',
        browser: 'Ta przeglądarka nie ma kluczy dostępu, które mogą zaszyfrować klucz.',
      },
      trouble: {
        cancelled:
          'Klucz dostępu nie został użyty: anulowano, trwało to za długo albo już go nie ma. Nic nie przepadło: spróbuj ponownie lub użyj pliku klucza albo kartki.',
        wrong: 'Ten klucz dostępu go nie otwiera. Użyj tego, którym go zaszyfrowano.',
        prf: 'Ten klucz dostępu nie może zaszyfrować klucza. Nic się nie zmieniło. Spróbuj na innym urządzeniu lub w innym menedżerze haseł.',
        damaged:
          'Zaszyfrowany klucz jest uszkodzony. Użyj pliku klucza albo kartki i zaszyfruj go ponownie.',
        elsewhere: 'Klucz dostępu należy do innego adresu: {site}. Otwórz stronę tam.',
        large:
          'To za dużo kluczy prywatnych na jeden klucz dostępu. Nic nie utworzono. Wczytaj ich mniej.',
        full: 'Ta przeglądarka nic nie przechowuje dla tej strony. Zapisz zaszyfrowany klucz jako plik.',
      },
    },
    item: {
      sealed: '{size}, zaszyfrowany',
      opening: 'Otwieranie · {percent}',
      openingName: 'Otwieranie: {name}',
      turn: 'Czeka na swoją kolej',
      waiting: 'Czeka na klucz prywatny',
      unknownKind: 'Nieznany rodzaj',
      intact: 'Bez zmian od zaszyfrowania.',
      intactOnly:
        'To nie mówi, kto go zaszyfrował: może to zrobić każdy, kto ma Twojego odbiorcę (age1…).',
      whole: 'Otwarty w całości.',
      noRecord: 'Nic nie mówi, jak się nazywał ani czym był, gdy go szyfrowano.',
      damaged: 'Sam dokument wygląda na uszkodzony: {why}.',
      otherwise: 'Przeglądarka nadawcy podaje co innego. {what}:',
      download: 'Pobierz',
      show: 'Pokaż obraz',
      print: 'Wydrukuj poświadczenie',
      viewer: { zoomIn: 'Powiększ', zoomOut: 'Pomniejsz', close: 'Zamknij' },
      tooLarge: 'Ten obraz jest za duży, aby go tu pokazać. Pobierz go, aby go obejrzeć.',
      claims: 'Co podaje przeglądarka nadawcy, a co stwierdza ta strona',
      details: 'Szczegóły',
      size: 'Rozmiar',
      from: 'Otwarto z',
    },
    proof: {
      heading: 'Poświadczenie otwarcia',
      same: 'Porównano z tym, co zaszyfrowano razem z nim: to samo.',
      opened: 'Otwarto',
      by: 'Otwarto za pomocą',
    },
    table: {
      name: 'Deklaracje i ustalenia: {name}',
      says: 'Przeglądarka nadawcy podaje',
      finds: 'Ta strona stwierdza',
      saysShort: 'Podaje:',
      findsShort: 'Stwierdzono:',
      differs: 'różnica',
      row: {
        name: 'Nazwa',
        kind: 'Rodzaj',
        checked: 'Sprawdzono',
        remarks: 'Uwagi',
        size: 'Rozmiar, SHA-256',
        sealed: 'Zaszyfrowano',
        by: 'Zaszyfrowano przy użyciu',
      },
      nothing: 'Nic',
      unknowable: 'Nie można tego tu ustalić',
      same: 'To samo',
      unknownKind: 'Tu nieznany',
      whole: 'Cały',
      damaged: 'Uszkodzony: {why}',
      unchecked: 'Nie zbadano: to nie jest {types}',
    },
    trouble: {
      damaged:
        'Uszkodzony. Plik został po zaszyfrowaniu ucięty lub zmieniony albo to, co mówi o sobie, jest nieprawdą. Nic z niego nie zostanie wydane. Poproś o ponowne przesłanie.',
      'no-identity':
        'Nic z tego, co podano powyżej, go nie otwiera: zaszyfrowano go dla kogoś innego. Dodaj właściwy klucz prywatny, a próba zostanie ponowiona.',
      unsupported:
        'To nie jest zaszyfrowany plik: ta strona otwiera to, co zaszyfrowano programem age.',
      'other-pdf':
        'PDF, w którym ta strona nie znajduje zaszyfrowanego pliku. Być może po drodze został ostemplowany lub zapisany ponownie: jeśli ma załącznik, zapisz go i dodaj tutaj.',
      'too-slow':
        'Hasło wymaga więcej obliczeń, niż wykonuje ta strona: stanęłaby na kilka sekund. Otwórz plik poleceniem age: age -d.',
      hardware:
        'Otwiera go tylko klucz prywatny w urządzeniu, na przykład klucz bezpieczeństwa, którego ta strona nie może użyć. Otwórz plik poleceniem: npx sealdrop open.',
      unreadable:
        'Nie udało się odczytać pliku. Być może to folder albo plik został przeniesiony lub usunięty.',
      failed: 'Nie udało się otworzyć pliku. Być może jest za duży dla tej przeglądarki.',
    },
    remark: {
      'name-mismatch': 'Nazwa nie pasuje do rodzaju pliku.',
      encrypted: 'Ten PDF jest zabezpieczony. Wydaje się, że otwiera się bez hasła.',
      'password-needed': 'Ten PDF wymaga hasła. Może je podać tylko nadawca.',
      'certificate-needed':
        'Ten PDF otworzy się tylko z certyfikatem, dla którego został zaszyfrowany.',
      'no-end-marker': 'Ten PDF może być ucięty. Sprawdź, czy jest jego ostatnia strona.',
      'location-data': 'W tym zdjęciu jest zapisane, gdzie je zrobiono.',
      'location-removed': 'To zdjęcie wysłano bez lokalizacji i innych ukrytych danych.',
      'leading-data': 'Przed dokumentem jest coś jeszcze. Otwórz go tylko w czytniku PDF.',
      'trailing-data':
        'Za dokumentem jest coś jeszcze albo jego ostatnia zmiana jest niepełna. Sprawdź, czy jest kompletny.',
      'not-shown': 'Przeglądarka nie może pokazać tego obrazu.',
      'near-limit': 'Rozmiar tego pliku jest bliski największego dozwolonego.',
    },
    check: {
      size: 'Rozmiar.',
      type: 'Rodzaj, według zawartości.',
      structure: 'Czy jest cały.',
    },
    caution: {
      program: 'To jest program. Nie uruchamiaj go.',
      script:
        'To jest plik {format}, który po otwarciu może uruchamiać skrypty. Otwieraj go tylko w edytorze tekstu.',
      other: 'To nie jest {types}, tylko {format}. Otwórz go tylko wtedy, gdy się go spodziewasz.',
      unknown: 'To nie jest {types}. Otwórz go tylko wtedy, gdy się go spodziewasz.',
    },
    pair: {
      heading: 'Utwórz parę kluczy',
      halves:
        'Para ma dwie połowy. *Odbiorca* (age1…) jest jawny: dla niego szyfruje się dokumenty. *Klucz prywatny* (AGE-SECRET-KEY-1…) jest tajny: on je otwiera.',
      advice:
        '*Używaj dwóch odbiorców:* własnego oraz odbiorcy współpracownika lub kopii zapasowej przechowywanej gdzie indziej. Utrata klucza prywatnego to utrata każdego dokumentu zaszyfrowanego tylko dla niego.',
      make: 'Utwórz parę kluczy',
      another: 'Utwórz kolejną parę kluczy',
      made: 'Utworzono parę kluczy. Zapisz teraz klucz prywatny.',
      save: 'Zapisz klucz prywatny',
      saved: 'Klucz prywatny zapisano jako plik. Przechowuj go bezpiecznie.',
      keep: 'Jest tylko na tej stronie i zniknie po jej zamknięciu. Przechowuj plik tam, gdzie tylko Ty możesz go odczytać.',
      show: 'Pokaż',
      recipients: 'Odbiorcy',
      own: 'Twój',
      added: 'Dodany',
      remove: 'Usuń',
      only: 'Na razie tylko jeden odbiorca. Utrata tego klucza prywatnego to utrata wszystkich dokumentów.',
      backup:
        'Ten odbiorca jest kopią zapasową twojego klucza dostępu. Zanim go usuniesz, zapisz klucz prywatny.',
      several: {
        one: '{n} odbiorca. Dokumenty otwiera jego klucz prywatny.',
        few: '{n} odbiorcy. Dokumenty otwiera każdy z ich kluczy prywatnych.',
        many: '{n} odbiorców. Dokumenty otwiera każdy z ich kluczy prywatnych.',
        other: '{n} odbiorcy. Dokumenty otwiera każdy z ich kluczy prywatnych.',
      },
      fingerprint:
        'Odcisk służy do porównania, na przykład przez telefon: pole przesyłania na Twojej stronie pokazuje taki sam.',
      field: 'Kolejny odbiorca (age1…)',
      add: 'Dodaj',
      put: 'Umieść to na swojej stronie',
      placeholders:
        'Wpisz adres swojego serwera zamiast /upload, a pliki SealDrop umieść w /sealdrop/.',
      documents: 'Dokumenty',
      copy: {
        recipient: {
          button: 'Kopiuj odbiorcę',
          done: 'Skopiowano odbiorcę.',
          selected:
            'Ta przeglądarka nie pozwala stronie kopiować. Odbiorca jest zaznaczony: skopiuj go teraz.',
        },
        snippet: {
          button: 'Kopiuj kod',
          done: 'Skopiowano kod.',
          selected:
            'Ta przeglądarka nie pozwala stronie kopiować. Kod jest zaznaczony: skopiuj go teraz.',
        },
      },
      wasAdded: 'Dodano odbiorcę.',
      wasRemoved: 'Usunięto odbiorcę.',
      trouble: {
        secret:
          'To jest klucz prywatny, tajna połowa pary. Pole zostało wyczyszczone i niczego nie użyto. Podaj połowę, która zaczyna się od age1.',
        known: 'Ten odbiorca już jest na liście.',
        postQuantum: 'To jest odbiorca postkwantowy. Nie może być obok Twojego.',
        none: 'To nie jest odbiorca. Zaczyna się od age1 i ma 62 małe litery i cyfry; może brakować jednej lub być błędna.',
      },
    },
  },
}
