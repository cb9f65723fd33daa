import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'sv',
    dir: 'ltr',
    between: ' ',
    quoted: '”{code}”.',
    page: {
      name: 'Mottagarens sida',
      lead: 'Öppna det som andra har krypterat för dig. Allt sker på den här sidan: den skickar inget och sparar inget som du inte ber om.',
    },
    open: {
      heading: 'Öppna dokument',
      identity: {
        heading: 'Din privata nyckel',
        drop: 'Släpp din nyckelfil här, eller',
        more: 'Släpp en till här, eller',
        choose: 'Välj nyckelfilen',
        hint: 'En textfil med AGE-SECRET-KEY-1 i',
        field: 'Eller klistra in en privat nyckel, eller skriv ett lösenord',
        use: 'Använd',
        of: 'Privat nyckel för {recipient}',
        passphrase: 'Ett lösenord',
        forget: 'Glöm',
      },
      sealed: {
        heading: 'Krypterade filer',
        drop: 'Släpp krypterade filer här, eller',
        more: 'Släpp fler här, eller',
        choose: 'Välj krypterade filer',
        hint: 'Så många du vill: .age-filer, eller PDF-filen som de ligger i',
      },
      summary: {
        waiting: {
          one: '{n} fil väntar på en privat nyckel.',
          other: '{n} filer väntar på en privat nyckel.',
        },
        opening: { one: 'Öppnar {n} fil …', other: 'Öppnar {n} filer …' },
        opened: { other: '{n} av {total} har öppnats.' },
        failed: { other: '{n} kunde inte öppnas.' },
      },
      archive: 'Ladda ner alla som ett arkiv',
      archiving: 'Arkivet skapas …',
      clear: 'Töm listan',
      list: {
        find: 'Sök i listan',
        sort: 'Sortera efter',
        added: 'Som de lades till',
        only: 'Endast med anmärkningar',
        shown: { other: '{n} av {total} visas.' },
        csv: 'Ladda ner listan (CSV)',
      },
      folder: {
        choose: 'Välj en mapp',
        save: 'Spara alla i en mapp',
        saved: { other: '{n} av {total} har sparats i mappen.' },
        refused:
          'Utelämnade, eftersom webbläsaren avvisar deras namn. Ladda ner vart och ett för sig:',
        stopped: 'Webbläsaren kunde inte skriva i mappen. Det som sparades dittills är helt.',
        empty: 'Det finns ingen krypterad fil i den här mappen.',
        unread: 'Mappen kunde inte läsas.',
        partly: 'Allt i mappen har inte lästs.',
      },
    },
    given: {
      empty: 'Inget angavs. Klistra in en privat nyckel eller skriv ett lösenord.',
      none: 'Det finns ingen privat nyckel i den. En privat nyckel börjar med AGE-SECRET-KEY-1.',
      broken: 'Den privata nyckeln är skadad: en bokstav saknas eller är fel. Inget användes.',
      sealed:
        'Den här nyckelfilen är själv krypterad med ett lösenord. Öppna den först med age: age -d -o identity.txt.',
      known: 'Den finns redan här.',
      loaded: 'Den privata nyckeln har lästs in.',
      unreadable: 'Filen kunde inte läsas.',
      passphrase: 'Lösenordet används från och med nu.',
      forgotten: 'Den privata nyckeln och lösenordet är glömda.',
    },
    passkey: {
      offer: 'Använd en lösennyckel',
      what: 'Den privata nyckeln krypteras med en lösennyckel: sidan frågar då efter ditt fingeravtryck, ansikte eller skärmlås i stället för en fil. Den som kan låsa upp din enhet kan öppna dokumenten.',
      backup:
        'En lösennyckel kan gå förlorad, med en enhet eller ett konto, och med den alla dokument. Skriv därför först ut den privata nyckeln.',
      print: 'Skriv ut den privata nyckeln',
      printed: 'Jag har skrivit ut den och lagt den på en säker plats',
      create: 'Skapa en lösennyckel',
      made: 'Den privata nyckeln är krypterad med lösennyckeln. Spara den, eller behåll den i den här webbläsaren.',
      save: 'Spara den krypterade nyckeln',
      keep: 'Behåll i den här webbläsaren',
      kept: 'Den här webbläsaren har en privat nyckel, krypterad med en lösennyckel.',
      other: 'Den här webbläsaren har redan en annan nyckel. Ta bort den först.',
      given: 'Den här privata nyckeln är krypterad med en lösennyckel.',
      open: 'Öppna med lösennyckeln',
      remove: 'Ta bort från den här webbläsaren',
      sure: 'Finns den privata nyckeln även någon annanstans, som fil eller på papper? Är detta den enda, går dess dokument förlorade.',
      cancel: 'Avbryt',
      removed:
        'Den krypterade nyckeln har tagits bort från den här webbläsaren. Själva lösennyckeln kan tas bort i enhetens inställningar.',
      paper: {
        heading: 'Privat nyckel',
        what: 'Den som har det här bladet kan öppna dokumenten. Förvara det där bara du kan läsa det. Skanna koden eller skriv av tecknen under den, och ge dem till mottagarsidan.',
      },
      none: {
        file: 'Här kan ingen lösennyckel användas, eftersom sidan är en fil på disken. Den privata nyckeln förblir en fil.',
        address:
          'På den här adressen kan ingen lösennyckel användas. Det krävs https och ett namn, eller localhost, inte en IP-adress.',
        browser: 'Den här webbläsaren har inga lösennycklar som kan kryptera en nyckel.',
      },
      trouble: {
        cancelled:
          'Lösennyckeln användes inte: det avbröts, tog för lång tid, eller så finns den inte kvar. Inget har gått förlorat: försök igen, eller använd nyckelfilen eller bladet.',
        wrong: 'Den här lösennyckeln öppnar den inte. Använd den som den krypterades med.',
        prf: 'Den här lösennyckeln kan inte kryptera en nyckel. Inget har ändrats. Prova en annan enhet eller lösenordshanterare.',
        damaged:
          'Den krypterade nyckeln är skadad. Använd nyckelfilen eller bladet, och kryptera den igen.',
        elsewhere: 'Lösennyckeln hör till en annan adress: {site}. Öppna sidan där.',
        large:
          'Det är för många privata nycklar för en lösennyckel. Inget skapades. Läs in färre av dem.',
        full: 'Den här webbläsaren behåller inget för sidan. Spara den krypterade nyckeln som en fil.',
      },
    },
    item: {
      sealed: '{size}, krypterad',
      opening: 'Öppnar · {percent}',
      openingName: 'Öppnar {name}',
      turn: 'Väntar på sin tur',
      waiting: 'Väntar på en privat nyckel',
      unknownKind: 'Okänd typ',
      intact: 'Oförändrat sedan det krypterades.',
      intactOnly:
        'Det säger inte vem som krypterade det: det kan alla som har din mottagare (age1…).',
      whole: 'Öppnat i sin helhet.',
      noRecord: 'Det säger inget om vad det hette, eller vad det var, när det krypterades.',
      damaged: 'Själva dokumentet verkar vara skadat: {why}.',
      otherwise: 'Avsändarens webbläsare säger något annat. {what}:',
      download: 'Ladda ner',
      show: 'Visa bilden',
      print: 'Skriv ut intyget',
      viewer: { zoomIn: 'Zooma in', zoomOut: 'Zooma ut', close: 'Stäng' },
      tooLarge: 'Den här bilden är för stor för att visas här. Ladda ner den för att se den.',
      claims: 'Vad avsändarens webbläsare säger, och vad den här sidan finner',
      details: 'Detaljer',
      size: 'Storlek',
      from: 'Öppnat från',
    },
    proof: {
      heading: 'Intyg om öppning',
      same: 'Jämfört med det som krypterades tillsammans med det: samma.',
      opened: 'Öppnat',
      by: 'Öppnat med',
    },
    table: {
      name: 'Uppgifter och fynd om {name}',
      says: 'Avsändarens webbläsare säger',
      finds: 'Den här sidan finner',
      saysShort: 'Säger:',
      findsShort: 'Funnet:',
      differs: 'avviker',
      row: {
        name: 'Namn',
        kind: 'Typ',
        checked: 'Kontrollerat',
        remarks: 'Anmärkningar',
        size: 'Storlek, SHA-256',
        sealed: 'Krypterat',
        by: 'Krypterat med',
      },
      nothing: 'Inget',
      unknowable: 'Går inte att veta här',
      same: 'Samma',
      unknownKind: 'Inte känd här',
      whole: 'Helt',
      damaged: 'Skadat: {why}',
      unchecked: 'Inte genomgånget: det är inte {types}',
    },
    trouble: {
      damaged:
        'Skadad. Filen kapades eller ändrades efter krypteringen, eller så stämmer inte det den säger om sig själv. Inget av den lämnas ut. Be om att få den igen.',
      'no-identity':
        'Inget av det du har angett ovan öppnar filen: den krypterades för någon annan. Lägg till rätt privata nyckel, så görs ett nytt försök.',
      unsupported: 'Ingen krypterad fil: den här sidan öppnar det som har krypterats med age.',
      'other-pdf':
        'En PDF-fil som den här sidan inte hittar någon krypterad fil i. Den kan ha stämplats eller sparats om på vägen. Om den har en bilaga, spara den och lägg till den här.',
      'too-slow':
        'Lösenordet kräver mer arbete än den här sidan gör: den skulle stå still i flera sekunder. Öppna filen med kommandot age: age -d.',
      hardware:
        'Filen öppnas bara med en privat nyckel i en enhet, till exempel en säkerhetsnyckel, som den här sidan inte kan använda. Öppna filen med kommandot: npx sealdrop open.',
      unreadable: 'Filen kunde inte läsas. Den kan vara en mapp, eller ha flyttats eller raderats.',
      failed: 'Filen kunde inte öppnas. Den kan vara för stor för den här webbläsaren.',
    },
    remark: {
      'name-mismatch': 'Namnet stämmer inte med filens typ.',
      encrypted: 'Den här PDF-filen är skyddad. Den verkar kunna öppnas utan lösenord.',
      'password-needed': 'Den här PDF-filen kräver ett lösenord. Bara avsändaren kan ge dig det.',
      'certificate-needed':
        'Den här PDF-filen kan bara öppnas med ett certifikat som den är krypterad för.',
      'no-end-marker':
        'Den här PDF-filen kan sakna sitt slut. Kontrollera att den sista sidan är med.',
      'location-data': 'I det här fotot finns uppgifter om var det togs.',
      'location-removed': 'Det här fotot skickades utan plats och andra dolda uppgifter.',
      'leading-data': 'Det står något före dokumentet. Öppna det bara med en PDF-läsare.',
      'trailing-data':
        'Det finns något efter dokumentet, eller så är dess senaste ändring ofullständig. Kontrollera att det är fullständigt.',
      'not-shown': 'En webbläsare kan inte visa den här bilden.',
      'near-limit': 'Den här filen är nära den största tillåtna storleken.',
    },
    check: {
      size: 'Storleken.',
      type: 'Typen, efter innehållet.',
      structure: 'Att det är helt.',
    },
    caution: {
      program: 'Det här är ett program. Starta det inte.',
      script:
        'Det här är {format}, som kan köra skript när det öppnas. Öppna det bara i en textredigerare.',
      other: 'Det här är inte {types}, utan {format}. Öppna det bara om du väntade dig det.',
      unknown: 'Det här är inte {types}. Öppna det bara om du väntade dig det.',
    },
    pair: {
      heading: 'Skapa ett nyckelpar',
      halves:
        'Ett par har två halvor. *Mottagaren* (age1…) är offentlig: dokument krypteras för den. Den *privata nyckeln* (AGE-SECRET-KEY-1…) är hemlig: den öppnar dem.',
      advice:
        '*Använd två mottagare:* din egen, och en kollegas eller en reservkopia som förvaras på annan plats. Förloras en privat nyckel, förloras varje dokument som krypterades enbart för den.',
      make: 'Skapa ett nyckelpar',
      another: 'Skapa ett nyckelpar till',
      made: 'Ett nyckelpar har skapats. Spara den privata nyckeln nu.',
      save: 'Spara den privata nyckeln',
      saved: 'Den privata nyckeln har sparats som en fil. Förvara den säkert.',
      keep: 'Den finns bara på den här sidan, och försvinner när sidan stängs. Förvara filen där bara du kan läsa den.',
      show: 'Visa',
      recipients: 'Mottagare',
      own: 'Din',
      added: 'Tillagd',
      remove: 'Ta bort',
      only: 'Hittills bara en mottagare. Förloras den här privata nyckeln, förloras alla dokument.',
      backup:
        'Den här mottagaren är reserven för din lösennyckel. Spara den privata nyckeln innan du tar bort mottagaren.',
      several: { other: '{n} mottagare. Var och en av deras privata nycklar öppnar dokumenten.' },
      fingerprint:
        'Fingeravtrycket är till för att jämföra, till exempel på telefon: uppladdningsfältet på din webbplats visar samma.',
      field: 'En mottagare till (age1…)',
      add: 'Lägg till',
      put: 'Lägg in detta på din webbplats',
      placeholders:
        'Skriv din servers adress i stället för /upload, och lägg SealDrops filer under /sealdrop/.',
      documents: 'Dokument',
      copy: {
        recipient: {
          button: 'Kopiera mottagaren',
          done: 'Mottagaren har kopierats.',
          selected:
            'Den här webbläsaren låter inte sidan kopiera. Mottagaren är markerad: kopiera den nu.',
        },
        snippet: {
          button: 'Kopiera koden',
          done: 'Koden har kopierats.',
          selected:
            'Den här webbläsaren låter inte sidan kopiera. Koden är markerad: kopiera den nu.',
        },
      },
      wasAdded: 'Mottagaren har lagts till.',
      wasRemoved: 'Mottagaren har tagits bort.',
      trouble: {
        secret:
          'Det är en privat nyckel, den hemliga halvan av ett par. Fältet tömdes och inget användes. Ange den halva som börjar med age1.',
        known: 'Den här mottagaren finns redan i listan.',
        postQuantum: 'Det här är en postkvantmottagare. Den kan inte stå bredvid din.',
        none: 'Det här är ingen mottagare. Den börjar med age1 och har 62 små bokstäver och siffror. Någon kan saknas eller vara fel.',
      },
    },
  },
}
