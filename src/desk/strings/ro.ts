import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'ro',
    dir: 'ltr',
    between: ' ',
    quoted: '„{code}”.',
    page: {
      name: 'Pagina destinatarului',
      lead: 'Deschideți ce a fost criptat pentru dvs. Totul se petrece pe această pagină: nu trimite nimic și nu stochează nimic ce nu îi cereți.',
    },
    open: {
      heading: 'Deschideți documente',
      identity: {
        heading: 'Cheia dvs. privată',
        drop: 'Trageți aici fișierul cheii sau',
        more: 'Trageți aici încă unul sau',
        choose: 'Alegeți fișierul cheii',
        hint: 'Un fișier text care conține AGE-SECRET-KEY-1',
        field: 'Sau lipiți o cheie privată, sau scrieți o parolă',
        use: 'Folosește',
        of: 'Cheia privată pentru {recipient}',
        passphrase: 'O parolă',
        forget: 'Uită',
      },
      sealed: {
        heading: 'Fișiere criptate',
        drop: 'Trageți aici fișierele criptate sau',
        more: 'Trageți și altele aici sau',
        choose: 'Alegeți fișiere criptate',
        hint: 'Oricâte doriți: fișiere .age sau PDF-ul în care se află',
      },
      summary: {
        waiting: {
          one: '{n} fișier așteaptă o cheie privată.',
          few: '{n} fișiere așteaptă o cheie privată.',
          other: '{n} de fișiere așteaptă o cheie privată.',
        },
        opening: {
          one: 'Se deschide {n} fișier…',
          few: 'Se deschid {n} fișiere…',
          other: 'Se deschid {n} de fișiere…',
        },
        opened: { other: 'Deschise: {n} din {total}.' },
        failed: {
          one: '{n} nu a putut fi deschis.',
          few: '{n} nu au putut fi deschise.',
          other: '{n} nu au putut fi deschise.',
        },
      },
      archive: 'Descarcă tot într-o arhivă',
      archiving: 'Se creează arhiva…',
      clear: 'Golește lista',
      list: {
        find: 'Caută în listă',
        sort: 'Sortează după',
        added: 'Ordinea adăugării',
        only: 'Numai cu observații',
        shown: { other: 'Afișate: {n} din {total}.' },
        csv: 'Descarcă lista (CSV)',
      },
      folder: {
        choose: 'Alege un dosar',
        save: 'Salvează tot într-un dosar',
        saved: { other: 'Salvate în dosar: {n} din {total}.' },
        refused: 'Omise, deoarece browserul le refuză numele. Descărcați-l pe fiecare separat:',
        stopped: 'Browserul nu a putut scrie în dosar. Ce s-a salvat până atunci este întreg.',
        empty: 'În acest dosar nu există niciun fișier criptat.',
        unread: 'Dosarul nu a putut fi citit.',
        partly: 'Nu s-a citit tot ce este în dosar.',
      },
    },
    given: {
      empty: 'Nu s-a introdus nimic. Lipiți o cheie privată sau scrieți o parolă.',
      none: 'Nu conține nicio cheie privată. O cheie privată începe cu AGE-SECRET-KEY-1.',
      broken:
        'Cheia privată este deteriorată: o literă lipsește sau este greșită. Nu s-a preluat nimic.',
      sealed:
        'Acest fișier al cheii este el însuși criptat cu o parolă. Deschideți-l mai întâi cu age: age -d -o identity.txt.',
      known: 'Este deja aici.',
      loaded: 'Cheia privată a fost încărcată.',
      unreadable: 'Fișierul nu a putut fi citit.',
      passphrase: 'Parola este folosită de acum înainte.',
      forgotten: 'Cheia privată și parola au fost uitate.',
    },
    passkey: {
      offer: 'Folosiți o cheie de acces',
      what: 'Cheia privată este criptată cu o cheie de acces: pagina cere atunci amprenta, fața sau blocarea ecranului în locul unui fișier. Oricine vă poate debloca dispozitivul poate deschide documentele.',
      backup:
        'O cheie de acces se poate pierde, odată cu un dispozitiv sau un cont, și cu ea toate documentele. De aceea tipăriți mai întâi cheia privată.',
      print: 'Tipăriți cheia privată',
      printed: 'Am tipărit-o și am pus-o într-un loc sigur',
      create: 'Creați o cheie de acces',
      made: 'Cheia privată este criptată cu cheia de acces. Salvați-o sau păstrați-o în acest browser.',
      save: 'Salvați cheia criptată',
      keep: 'Păstrați în acest browser',
      kept: 'Acest browser păstrează o cheie privată, criptată cu o cheie de acces.',
      other: 'Acest browser păstrează deja altă cheie. Eliminați-o mai întâi.',
      given: 'Această cheie privată este criptată cu o cheie de acces.',
      open: 'Deschideți cu cheia de acces',
      remove: 'Eliminați din acest browser',
      sure: 'Se află cheia privată și în altă parte, ca fișier sau pe hârtie? Dacă aceasta este singura, documentele ei sunt pierdute.',
      cancel: 'Anulează',
      removed:
        'Cheia criptată a fost eliminată din acest browser. Cheia de acces însăși se poate șterge din setările dispozitivului.',
      paper: {
        heading: 'Cheie privată',
        what: 'Oricine are această foaie poate deschide documentele. Păstrați-o unde numai dvs. o puteți citi. Scanați codul sau tastați caracterele de sub el și introduceți-le în pagina destinatarului.',
      },
      none: {
        file: 'Aici nu se poate folosi o cheie de acces, pentru că pagina este un fișier de pe disc. Cheia privată rămâne un fișier.',
        address:
          'La această adresă nu se poate folosi o cheie de acces. Este nevoie de https și de un nume, sau de localhost, nu de o adresă IP.',
        browser: 'Acest browser nu are chei de acces care pot cripta o cheie.',
      },
      trouble: {
        cancelled:
          'Cheia de acces nu a fost folosită: s-a anulat, a durat prea mult sau nu mai există. Nu s-a pierdut nimic: încercați din nou sau folosiți fișierul cheii ori foaia.',
        wrong: 'Această cheie de acces nu o deschide. Folosiți-o pe cea cu care a fost criptată.',
        prf: 'Această cheie de acces nu poate cripta o cheie. Nu s-a schimbat nimic. Încercați alt dispozitiv sau manager de parole.',
        damaged:
          'Cheia criptată este deteriorată. Folosiți fișierul cheii ori foaia și criptați-o din nou.',
        elsewhere: 'Cheia de acces aparține altei adrese: {site}. Deschideți pagina acolo.',
        large:
          'Sunt prea multe chei private pentru o singură cheie de acces. Nu s-a creat nimic. Încărcați mai puține.',
        full: 'Acest browser nu păstrează nimic pentru această pagină. Salvați cheia criptată ca fișier.',
      },
    },
    item: {
      sealed: '{size}, criptat',
      opening: 'Se deschide · {percent}',
      openingName: 'Se deschide {name}',
      turn: 'Își așteaptă rândul',
      waiting: 'Așteaptă o cheie privată',
      unknownKind: 'Tip necunoscut',
      intact: 'Neschimbat de când a fost criptat.',
      intactOnly: 'Asta nu spune cine l-a criptat: poate oricine are destinatarul dvs. (age1…).',
      whole: 'Deschis în întregime.',
      noRecord: 'Nimic nu arată cum se numea sau ce era când a fost criptat.',
      damaged: 'Documentul însuși pare deteriorat: {why}.',
      otherwise: 'Browserul expeditorului spune altceva. {what}:',
      download: 'Descarcă',
      show: 'Afișează imaginea',
      print: 'Tipărește dovada',
      viewer: { zoomIn: 'Mărește', zoomOut: 'Micșorează', close: 'Închide' },
      tooLarge:
        'Această imagine este prea mare pentru a fi afișată aici. Descărcați-o pentru a o vedea.',
      claims: 'Ce spune browserul expeditorului și ce găsește această pagină',
      details: 'Detalii',
      size: 'Dimensiune',
      from: 'Deschis din',
    },
    proof: {
      heading: 'Dovada deschiderii',
      same: 'Comparat cu ce a fost criptat împreună cu el: la fel.',
      opened: 'Deschis la',
      by: 'Deschis cu',
    },
    table: {
      name: 'Declarații și constatări despre {name}',
      says: 'Browserul expeditorului spune',
      finds: 'Această pagină găsește',
      saysShort: 'Spune:',
      findsShort: 'Găsit:',
      differs: 'diferă',
      row: {
        name: 'Nume',
        kind: 'Tip',
        checked: 'Verificat',
        remarks: 'Observații',
        size: 'Dimensiune, SHA-256',
        sealed: 'Criptat',
        by: 'Criptat cu',
      },
      nothing: 'Nimic',
      unknowable: 'Nu se poate ști aici',
      same: 'La fel',
      unknownKind: 'Necunoscut aici',
      whole: 'Întreg',
      damaged: 'Deteriorat: {why}',
      unchecked: 'Neexaminat: nu este {types}',
    },
    trouble: {
      damaged:
        'Deteriorat. Fișierul a fost trunchiat sau modificat după criptare, sau ceea ce spune despre sine nu este adevărat. Nu se livrează nimic din el. Cereți să vă fie trimis din nou.',
      'no-identity':
        'Nimic din ce ați introdus mai sus nu îl deschide: a fost criptat pentru altcineva. Adăugați cheia privată potrivită și se va încerca din nou.',
      unsupported: 'Nu este un fișier criptat: această pagină deschide ce a fost criptat cu age.',
      'other-pdf':
        'Un PDF în care această pagină nu găsește niciun fișier criptat. Poate a fost ștampilat sau salvat din nou pe drum: dacă are un atașament, salvați-l și adăugați-l aici.',
      'too-slow':
        'Parola cere mai multe calcule decât face această pagină: ar sta pe loc mai multe secunde. Deschideți fișierul cu comanda age: age -d.',
      hardware:
        'Îl deschide numai o cheie privată aflată într-un dispozitiv, de exemplu o cheie de securitate, pe care această pagină nu o poate folosi. Deschideți fișierul cu comanda: npx sealdrop open.',
      unreadable: 'Fișierul nu a putut fi citit. Poate este un folder sau a fost mutat ori șters.',
      failed: 'Fișierul nu a putut fi deschis. Poate este prea mare pentru acest browser.',
    },
    remark: {
      'name-mismatch': 'Numele nu corespunde tipului de fișier.',
      encrypted: 'Acest PDF este protejat. Se pare că se deschide fără parolă.',
      'password-needed': 'Acest PDF cere o parolă. Doar expeditorul v-o poate comunica.',
      'certificate-needed':
        'Acest PDF se deschide doar cu un certificat pentru care a fost criptat.',
      'no-end-marker':
        'Este posibil ca acestui PDF să îi lipsească sfârșitul. Verificați dacă are ultima pagină.',
      'location-data': 'În această fotografie este înregistrat locul unde a fost făcută.',
      'location-removed': 'Această fotografie a fost trimisă fără locație și alte date ascunse.',
      'leading-data':
        'Înaintea documentului se află altceva. Deschideți-l cu un cititor de PDF și cu nimic altceva.',
      'trailing-data':
        'După document urmează altceva sau ultima lui modificare este incompletă. Verificați dacă este întreg.',
      'not-shown': 'Un browser nu poate afișa această imagine.',
      'near-limit': 'Acest fișier este aproape de dimensiunea maximă.',
    },
    check: {
      size: 'Dimensiunea.',
      type: 'Tipul, după conținut.',
      structure: 'Dacă este întreg.',
    },
    caution: {
      program: 'Acesta este un program. Nu îl porniți.',
      script:
        'Acesta este {format}, care poate rula scripturi la deschidere. Deschideți-l doar într-un editor de text.',
      other: 'Acesta nu este {types}, ci {format}. Deschideți-l doar dacă îl așteptați.',
      unknown: 'Acesta nu este {types}. Deschideți-l doar dacă îl așteptați.',
    },
    pair: {
      heading: 'Creează o pereche de chei',
      halves:
        'O pereche are două jumătăți. *Destinatarul* (age1…) este public: documentele se criptează pentru el. *Cheia privată* (AGE-SECRET-KEY-1…) este secretă: ea le deschide.',
      advice:
        '*Folosiți doi destinatari:* al dvs. și al unui coleg sau al unei copii de rezervă păstrate în alt loc. O cheie privată pierdută înseamnă că orice document criptat doar pentru ea este pierdut.',
      make: 'Creează o pereche de chei',
      another: 'Creează altă pereche de chei',
      made: 'A fost creată o pereche de chei. Salvați acum cheia privată.',
      save: 'Salvează cheia privată',
      saved: 'Cheia privată a fost salvată într-un fișier. Păstrați-l în siguranță.',
      keep: 'Nu se află decât pe această pagină și dispare când pagina este închisă. Păstrați fișierul unde doar dvs. îl puteți citi.',
      show: 'Afișează',
      recipients: 'Destinatari',
      own: 'Al dvs.',
      added: 'Adăugat',
      remove: 'Elimină',
      only: 'Deocamdată un singur destinatar. Dacă această cheie privată se pierde, toate documentele sunt pierdute.',
      backup:
        'Acest destinatar este rezerva cheii de acces. Salvați cheia privată înainte de a-l elimina.',
      several: {
        one: '{n} destinatar. Cheia lui privată deschide documentele.',
        few: '{n} destinatari. Oricare dintre cheile lor private deschide documentele.',
        other: '{n} de destinatari. Oricare dintre cheile lor private deschide documentele.',
      },
      fingerprint:
        'Amprenta servește la comparare, de exemplu la telefon: câmpul de încărcare de pe site-ul dvs. afișează aceeași amprentă.',
      field: 'Alt destinatar (age1…)',
      add: 'Adaugă',
      put: 'Puneți acest cod pe site-ul dvs.',
      placeholders:
        'Puneți adresa serverului dvs. în locul lui /upload, iar fișierele SealDrop în /sealdrop/.',
      documents: 'Documente',
      copy: {
        recipient: {
          button: 'Copiază destinatarul',
          done: 'Destinatarul a fost copiat.',
          selected:
            'Acest browser nu permite paginii să copieze. Destinatarul este selectat: copiați-l acum.',
        },
        snippet: {
          button: 'Copiază codul',
          done: 'Codul a fost copiat.',
          selected:
            'Acest browser nu permite paginii să copieze. Codul este selectat: copiați-l acum.',
        },
      },
      wasAdded: 'Destinatarul a fost adăugat.',
      wasRemoved: 'Destinatarul a fost eliminat.',
      trouble: {
        secret:
          'Aceasta este o cheie privată, jumătatea secretă a unei perechi. Câmpul a fost golit și nu s-a folosit nimic. Introduceți jumătatea care începe cu age1.',
        known: 'Acest destinatar este deja în listă.',
        postQuantum: 'Acesta este un destinatar post-cuantic. Nu poate sta alături de al dvs.',
        none: 'Acesta nu este un destinatar. Începe cu age1 și are 62 de litere mici și cifre; poate lipsește una sau este greșită.',
      },
    },
  },
}
