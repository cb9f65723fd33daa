import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'cs',
    dir: 'ltr',
    between: ' ',
    quoted: '„{code}“.',
    page: {
      name: 'Stránka příjemce',
      lead: 'Otevřete, co pro vás bylo zašifrováno. Vše se děje na této stránce: nic neodesílá a neukládá nic, o co nepožádáte.',
    },
    open: {
      heading: 'Otevřít dokumenty',
      identity: {
        heading: 'Váš soukromý klíč',
        drop: 'Přetáhněte sem soubor s klíčem, nebo',
        more: 'Přetáhněte sem další, nebo',
        choose: 'Vybrat soubor s klíčem',
        hint: 'Textový soubor, ve kterém je AGE-SECRET-KEY-1',
        field: 'Nebo vložte soukromý klíč, nebo zadejte heslo',
        use: 'Použít',
        of: 'Soukromý klíč pro {recipient}',
        passphrase: 'Heslo',
        forget: 'Zapomenout',
      },
      sealed: {
        heading: 'Zašifrované soubory',
        drop: 'Přetáhněte sem zašifrované soubory, nebo',
        more: 'Přetáhněte sem další, nebo',
        choose: 'Vybrat zašifrované soubory',
        hint: 'Kolik chcete: soubory .age, nebo PDF, ve kterém jsou',
      },
      summary: {
        waiting: {
          one: '{n} soubor čeká na soukromý klíč.',
          few: '{n} soubory čekají na soukromý klíč.',
          many: '{n} souboru čeká na soukromý klíč.',
          other: '{n} souborů čeká na soukromý klíč.',
        },
        opening: {
          one: 'Otevírá se {n} soubor…',
          few: 'Otevírají se {n} soubory…',
          many: 'Otevírá se {n} souboru…',
          other: 'Otevírá se {n} souborů…',
        },
        opened: { other: 'Otevřeno {n} z {total}.' },
        failed: { other: 'Nepodařilo se otevřít: {n}.' },
      },
      archive: 'Stáhnout vše jako archiv',
      archiving: 'Vytváří se archiv…',
      clear: 'Vymazat seznam',
      list: {
        find: 'Hledat v seznamu',
        sort: 'Řadit podle',
        added: 'Pořadí přidání',
        only: 'Jen s poznámkami',
        shown: { other: 'Zobrazeno {n} z {total}.' },
        csv: 'Stáhnout seznam (CSV)',
      },
      folder: {
        choose: 'Vybrat složku',
        save: 'Uložit vše do složky',
        saved: { other: 'Do složky uloženo {n} z {total}.' },
        refused: 'Vynecháno, protože prohlížeč odmítá jejich názvy. Stáhněte každý zvlášť:',
        stopped: 'Prohlížeč nemohl do složky zapisovat. Co bylo do té doby uloženo, je celé.',
        empty: 'V této složce není žádný zašifrovaný soubor.',
        unread: 'Složku se nepodařilo přečíst.',
        partly: 'Ve složce nebylo přečteno všechno.',
      },
    },
    given: {
      empty: 'Nic nebylo zadáno. Vložte soukromý klíč, nebo zadejte heslo.',
      none: 'Není v tom žádný soukromý klíč. Soukromý klíč začíná na AGE-SECRET-KEY-1.',
      broken:
        'Soukromý klíč je poškozený: některé písmeno chybí, nebo je chybné. Nic nebylo převzato.',
      sealed:
        'Tento soubor s klíčem je sám zašifrován heslem. Nejdříve ho otevřete programem age: age -d -o identity.txt.',
      known: 'Už tu je.',
      loaded: 'Soukromý klíč byl načten.',
      unreadable: 'Soubor se nepodařilo přečíst.',
      passphrase: 'Heslo se od teď používá.',
      forgotten: 'Soukromý klíč a heslo byly zapomenuty.',
    },
    passkey: {
      offer: 'Použít přístupový klíč',
      what: 'Soukromý klíč se zašifruje přístupovým klíčem: stránka se pak místo souboru ptá na otisk prstu, obličej nebo zámek obrazovky. Kdo může odemknout vaše zařízení, může otevřít dokumenty.',
      backup:
        'Přístupový klíč se může ztratit, se zařízením nebo účtem, a s ním každý dokument. Proto nejprve vytiskněte soukromý klíč.',
      print: 'Vytisknout soukromý klíč',
      printed: 'Mám ho vytištěný a uložený na bezpečném místě',
      create: 'Vytvořit přístupový klíč',
      made: 'Soukromý klíč je zašifrován přístupovým klíčem. Uložte ho, nebo ho ponechte v tomto prohlížeči.',
      save: 'Uložit zašifrovaný klíč',
      keep: 'Ponechat v tomto prohlížeči',
      kept: 'V tomto prohlížeči je soukromý klíč zašifrovaný přístupovým klíčem.',
      other: 'V tomto prohlížeči už je jiný klíč. Nejprve odeberte ten.',
      given: 'Tento soukromý klíč je zašifrován přístupovým klíčem.',
      open: 'Otevřít přístupovým klíčem',
      remove: 'Odebrat z tohoto prohlížeče',
      sure: 'Je soukromý klíč i jinde, jako soubor nebo na papíře? Je-li tento jediný, jsou jeho dokumenty ztraceny.',
      cancel: 'Zrušit',
      removed:
        'Zašifrovaný klíč byl z tohoto prohlížeče odebrán. Samotný přístupový klíč lze smazat v nastavení zařízení.',
      paper: {
        heading: 'Soukromý klíč',
        what: 'Kdo má tento list, může otevřít dokumenty. Uložte ho tam, kde ho můžete číst jen vy. Naskenujte kód nebo opište znaky pod ním a zadejte je na stránce příjemce.',
      },
      none: {
        file: 'Přístupový klíč zde nelze použít, protože tato stránka je soubor na disku. Soukromý klíč zůstává souborem.',
        address:
          'Na této adrese nelze použít přístupový klíč. Je třeba https a název, nebo localhost, ne IP adresa.',
        browser: 'Tento prohlížeč nemá přístupové klíče, které umějí zašifrovat klíč.',
      },
      trouble: {
        cancelled:
          'Přístupový klíč nebyl použit: akce byla zrušena, trvala příliš dlouho, nebo už klíč neexistuje. Nic není ztraceno: zkuste to znovu, nebo použijte soubor s klíčem či list.',
        wrong: 'Tento přístupový klíč ho neotevře. Použijte ten, kterým byl zašifrován.',
        prf: 'Tento přístupový klíč neumí zašifrovat klíč. Nic se nezměnilo. Zkuste jiné zařízení nebo správce hesel.',
        damaged:
          'Zašifrovaný klíč je poškozený. Použijte soubor s klíčem či list a zašifrujte ho znovu.',
        elsewhere: 'Přístupový klíč patří k jiné adrese: {site}. Otevřete stránku tam.',
        large:
          'To je na jeden přístupový klíč příliš mnoho soukromých klíčů. Nic nebylo vytvořeno. Načtěte jich méně.',
        full: 'Tento prohlížeč pro tuto stránku nic neuchovává. Uložte zašifrovaný klíč jako soubor.',
      },
    },
    item: {
      sealed: '{size}, zašifrováno',
      opening: 'Otevírá se · {percent}',
      openingName: 'Otevírá se {name}',
      turn: 'Čeká, až přijde na řadu',
      waiting: 'Čeká na soukromý klíč',
      unknownKind: 'Neznámý druh',
      intact: 'Beze změny od zašifrování.',
      intactOnly: 'To neříká, kdo ho zašifroval: může to každý, kdo má vašeho příjemce (age1…).',
      whole: 'Otevřeno celé.',
      noRecord: 'Nic neříká, jak se jmenoval, ani co to bylo, když byl zašifrován.',
      damaged: 'Samotný dokument vypadá poškozeně: {why}.',
      otherwise: 'Prohlížeč odesílatele uvádí něco jiného. {what}:',
      download: 'Stáhnout',
      show: 'Zobrazit obrázek',
      print: 'Vytisknout doklad',
      viewer: { zoomIn: 'Přiblížit', zoomOut: 'Oddálit', close: 'Zavřít' },
      tooLarge:
        'Tento obrázek je příliš velký, než aby se tu dal zobrazit. Stáhněte ho a prohlédněte si ho.',
      claims: 'Co uvádí prohlížeč odesílatele a co zjistila tato stránka',
      details: 'Podrobnosti',
      size: 'Velikost',
      from: 'Otevřeno z',
    },
    proof: {
      heading: 'Doklad o otevření',
      same: 'Porovnáno s tím, co bylo zašifrováno spolu s ním: totéž.',
      opened: 'Otevřeno',
      by: 'Otevřeno pomocí',
    },
    table: {
      name: 'Údaje a zjištění: {name}',
      says: 'Prohlížeč odesílatele uvádí',
      finds: 'Tato stránka zjistila',
      saysShort: 'Uvádí:',
      findsShort: 'Zjištěno:',
      differs: 'liší se',
      row: {
        name: 'Název',
        kind: 'Druh',
        checked: 'Zkontrolováno',
        remarks: 'Poznámky',
        size: 'Velikost, SHA-256',
        sealed: 'Zašifrováno',
        by: 'Zašifrováno pomocí',
      },
      nothing: 'Nic',
      unknowable: 'Zde nelze zjistit',
      same: 'Totéž',
      unknownKind: 'Zde není známo',
      whole: 'Celý',
      damaged: 'Poškozený: {why}',
      unchecked: 'Neprozkoumáno: není to {types}',
    },
    trouble: {
      damaged:
        'Poškozeno. Soubor byl po zašifrování oříznut nebo změněn, nebo to, co o sobě uvádí, není pravda. Nic z něj se nevydá. Požádejte o nové zaslání.',
      'no-identity':
        'Nic z toho, co jste zadali výše, ho neotevře: byl zašifrován pro někoho jiného. Přidejte správný soukromý klíč a zkusí se to znovu.',
      unsupported:
        'Není to zašifrovaný soubor: tato stránka otevírá, co bylo zašifrováno programem age.',
      'other-pdf':
        'PDF, ve kterém tato stránka nenašla zašifrovaný soubor. Možná bylo cestou orazítkováno nebo znovu uloženo: má-li přílohu, uložte ji a přidejte sem.',
      'too-slow':
        'Heslo vyžaduje více výpočtů, než tato stránka dělá: na několik sekund by se zastavila. Otevřete soubor příkazem age: age -d.',
      hardware:
        'Otevře ho jen soukromý klíč v zařízení, například bezpečnostní klíč, který tato stránka nemůže použít. Otevřete soubor příkazem: npx sealdrop open.',
      unreadable: 'Soubor se nepodařilo přečíst. Možná je to složka, nebo byl přesunut či smazán.',
      failed: 'Soubor se nepodařilo otevřít. Možná je pro tento prohlížeč příliš velký.',
    },
    remark: {
      'name-mismatch': 'Název neodpovídá druhu souboru.',
      encrypted: 'Toto PDF je chráněné. Zdá se, že se otevře bez hesla.',
      'password-needed': 'Toto PDF vyžaduje heslo. Sdělit ho může jen odesílatel.',
      'certificate-needed': 'Toto PDF se otevře jen s certifikátem, pro který bylo zašifrováno.',
      'no-end-marker': 'Tomuto PDF možná chybí konec. Zkontrolujte, zda v něm je poslední stránka.',
      'location-data': 'V této fotce je uloženo, kde byla pořízena.',
      'location-removed': 'Tato fotka byla odeslána bez polohy a dalších skrytých údajů.',
      'leading-data': 'Před dokumentem je ještě něco jiného. Otevřete ho jen v prohlížeči PDF.',
      'trailing-data':
        'V tomto souboru je za dokumentem ještě něco jiného, nebo je jeho poslední změna neúplná. Zkontrolujte, zda nic nechybí.',
      'not-shown': 'Prohlížeč neumí tento obrázek zobrazit.',
      'near-limit': 'Velikost tohoto souboru se blíží nejvyšší povolené.',
    },
    check: {
      size: 'Velikost.',
      type: 'Druh, podle obsahu.',
      structure: 'Zda je celý.',
    },
    caution: {
      program: 'Toto je program. Nespouštějte ho.',
      script:
        'Toto je {format}, který může při otevření spouštět skripty. Otevřete ho jen v textovém editoru.',
      other: 'Toto není {types}, ale {format}. Otevřete ho, jen pokud jste ho čekali.',
      unknown: 'Toto není {types}. Otevřete ho, jen pokud jste ho čekali.',
    },
    pair: {
      heading: 'Vytvořit pár klíčů',
      halves:
        'Pár má dvě poloviny. *Příjemce* (age1…) je veřejný: dokumenty se šifrují pro něj. *Soukromý klíč* (AGE-SECRET-KEY-1…) je tajný: otevírá je.',
      advice:
        '*Používejte dva příjemce:* svého, a příjemce kolegy nebo zálohy uložené jinde. Ztratí-li se soukromý klíč, je ztracen každý dokument zašifrovaný jen pro něj.',
      make: 'Vytvořit pár klíčů',
      another: 'Vytvořit další pár klíčů',
      made: 'Pár klíčů byl vytvořen. Uložte teď soukromý klíč.',
      save: 'Uložit soukromý klíč',
      saved: 'Soukromý klíč byl uložen jako soubor. Dobře ho uschovejte.',
      keep: 'Je jen na této stránce a po jejím zavření zmizí. Uschovejte soubor tam, kde ho můžete číst jen vy.',
      show: 'Zobrazit',
      recipients: 'Příjemci',
      own: 'Váš',
      added: 'Přidán',
      remove: 'Odebrat',
      only: 'Zatím jen jeden příjemce. Ztratí-li se tento soukromý klíč, jsou ztraceny všechny dokumenty.',
      backup:
        'Tento příjemce je zálohou vašeho přístupového klíče. Než ho odeberete, uložte soukromý klíč.',
      several: {
        one: '{n} příjemce. Dokumenty otevře jeho soukromý klíč.',
        few: '{n} příjemci. Dokumenty otevře kterýkoli z jejich soukromých klíčů.',
        many: '{n} příjemce. Dokumenty otevře kterýkoli z jejich soukromých klíčů.',
        other: '{n} příjemců. Dokumenty otevře kterýkoli z jejich soukromých klíčů.',
      },
      fingerprint:
        'Otisk slouží k porovnání, třeba po telefonu: pole pro nahrávání na vašem webu ukazuje stejný.',
      field: 'Další příjemce (age1…)',
      add: 'Přidat',
      put: 'Vložte toto na svůj web',
      placeholders:
        'Místo /upload uveďte adresu svého serveru a soubory SealDrop umístěte pod /sealdrop/.',
      documents: 'Dokumenty',
      copy: {
        recipient: {
          button: 'Kopírovat příjemce',
          done: 'Příjemce byl zkopírován.',
          selected:
            'Tento prohlížeč nedovolí stránce kopírovat. Příjemce je označen: zkopírujte ho teď.',
        },
        snippet: {
          button: 'Kopírovat kód',
          done: 'Kód byl zkopírován.',
          selected:
            'Tento prohlížeč nedovolí stránce kopírovat. Kód je označen: zkopírujte ho teď.',
        },
      },
      wasAdded: 'Příjemce byl přidán.',
      wasRemoved: 'Příjemce byl odebrán.',
      trouble: {
        secret:
          'To je soukromý klíč, tajná polovina páru. Pole bylo vymazáno a nic nebylo použito. Zadejte polovinu, která začíná na age1.',
        known: 'Tento příjemce už v seznamu je.',
        postQuantum: 'Toto je postkvantový příjemce. Nemůže být vedle vašeho.',
        none: 'Toto není příjemce. Začíná na age1 a má 62 malých písmen a číslic; některé možná chybí, nebo je chybné.',
      },
    },
  },
}
