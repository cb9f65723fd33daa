import type { Language, NamedPlural } from './strings.ts'

const again = 'Zkuste to prosím znovu.'
const owner = 'Informujte prosím provozovatele tohoto webu.'

/** A participle without its ending, with one file by its name, and with several. */
const said = (participle: string, after = '.', afterOne = after): NamedPlural => ({
  single: `${participle}o: {name}${afterOne}`,
  few: `${participle}y {n} soubory${after}`,
  other: `${participle}o {n} souborů${after}`,
})

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'cs',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Nahrávání souborů',
    hint: {
      one: '{types}, nejvýše {size}',
      each: '{types}, každý nejvýše {size}',
      some: '{types}, každý nejvýše {size}, počet souborů nejvýše {n}',
    },
    atOnce: 'Soubory se odešlou, jakmile je vyberete.',
    drop: { one: 'Přetáhněte sem dokument, nebo', several: 'Přetáhněte sem dokumenty, nebo' },
    choose: { one: 'Vybrat soubor', several: 'Vybrat soubory' },
    locked: 'Nyní nelze nic přidat.',
    required: 'Povinné.',
    missing: 'Přidejte prosím dokument.',
    unfinished: {
      one: 'Počkejte prosím, až bude váš dokument doručen.',
      several: 'Počkejte prosím, až budou vaše dokumenty doručeny.',
    },
    sealedFor: 'Zašifrováno ve vašem prohlížeči pro {recipient}',
    fault: {
      'insecure-context':
        'Dokumenty se odesílají jen přes zabezpečené připojení. Otevřete tuto stránku přes https.',
      unsupported: 'Tento prohlížeč neumí šifrovat dokumenty. Aktualizujte ho, nebo použijte jiný.',
      misconfigured: `Toto nahrávání není správně nastaveno. ${owner}`,
    },
    unloaded: 'Připojení bylo přerušeno. Až se obnoví, vaše soubory se přidají.',
    recipient: 'příjemce',
  },
  fileStrings: {
    zone: {
      more: 'Přetáhněte sem další',
      letGo: {
        one: 'Uvolněním přidáte {n} soubor',
        few: 'Uvolněním přidáte {n} soubory',
        other: 'Uvolněním přidáte {n} souborů',
      },
      letGoUncounted: 'Uvolněním přidáte své soubory',
      letGoReplacing: 'Uvolněním nahradíte soubor',
      another: 'Soubor nahradíte tím, že sem přetáhnete jiný',
      chooseAnother: 'Vybrat jiný soubor',
      full: {
        other: 'Přidán je už nejvyšší počet souborů ({n}). Chcete-li vybrat jiný, jeden odeberte.',
      },
      left: { one: 'ještě {n} soubor', few: 'ještě {n} soubory', other: 'ještě {n} souborů' },
    },
    folders: 'Složky nelze přidat. Otevřete složku a přidejte soubory, které v ní jsou.',
    list: 'Soubory',
    seal: {
      only: 'Tuto stránku opouštějí jen zašifrovaná data určená pro {recipient}',
      fingerprints: 'Jen tyto klíče otevřou to, co odesíláte. Porovnejte jejich otisky:',
      untrusted: 'Klíče příjemce se nepodařilo ověřit. Bez nich se nic neodešle.',
      unreachable: 'Klíče příjemce nejsou právě dostupné. Bez nich se nic neodešle.',
    },
    status: {
      waiting: 'Čeká',
      checking: 'Kontroluje se',
      checkingLate: 'Kontroluje se · je-li soubor ještě v cloudu, musí se nejdříve stáhnout',
      ready: {
        auto: 'Zkontrolováno · čeká, až přijde na řadu',
        submit: 'Zkontrolováno · odešle se s formulářem',
        manual: 'Zkontrolováno · připraveno k odeslání',
      },
      sealing: 'Zkontrolováno · šifruje se',
      preparing: 'Zkontrolováno · připravuje se',
      sending: 'Odesílá se, zašifrováno',
      sendingOpen: 'Odesílá se',
      sendingLate: '{status} · server kontroluje',
      confirming: 'Odesláno · čeká se na odpověď',
      confirmingLate: 'Odesláno · server kontroluje',
      paused: 'Pozastaveno na {percent}',
      offer: 'Odesílání nedokončeno · čeká na vás',
      retrying: '{why} · nový pokus',
      offline: 'Jste offline · bude pokračovat, až se připojení obnoví',
      seemsOffline: '{status} · zdá se, že jste offline',
      delivered: 'Dorazilo · čeká na ostatní',
      committing: 'Dorazilo · dokončuje se',
      done: 'Doručeno',
      expires: 'Doručeno · vyprší: {when}',
      cancelled: 'Zrušeno',
      cancelledLate: 'Zrušeno. Soubor už možná dorazil.',
      removed: 'Odebráno',
    },
    moment: '{day} {time}',
    counting: { share: ' · {percent}', slow: ' · může trvat ještě {time}', wait: ' za {time}' },
    unnamed: {
      chosen: {
        today: 'Dokument vybraný dnes ({time})',
        earlier: 'Dokument vybraný {day} ({time})',
      },
      sent: {
        today: 'Dokument odeslaný dnes ({time})',
        earlier: 'Dokument odeslaný {day} ({time})',
      },
    },
    action: {
      pause: 'Pozastavit {name}',
      resume: 'Pokračovat: {name}',
      retry: 'Zkusit znovu {name}',
      sendAgain: 'Odeslat znovu {name}',
      cancel: 'Zrušit {name}',
      remove: 'Odebrat {name}',
      dismiss: 'Skrýt {name}',
      pauseAll: 'Pozastavit vše',
      resumeAll: 'Pokračovat se všemi',
      goOn: 'Pokračovat',
      notMine: 'Není můj',
      undo: 'Vrátit zpět',
      view: 'Zobrazit {name}',
    },
    tip: {
      pause: 'Pozastavit',
      resume: 'Pokračovat',
      retry: 'Zkusit znovu',
      sendAgain: 'Odeslat znovu',
      cancel: 'Zrušit',
      remove: 'Odebrat',
      dismiss: 'Skrýt',
    },
    viewer: { zoomIn: 'Přiblížit', zoomOut: 'Oddálit', close: 'Zavřít' },
    summary: {
      delivered: { other: 'Doručeno {n} z {total}' },
      failed: { other: 'neúspěšné: {n}' },
      unconfirmed: { other: 'možná dorazilo: {n}' },
    },
    said: {
      added: said('Přidán'),
      refused: {
        single: 'Nebylo přidáno: {name}. {why}',
        few: '{n} soubory nebyly přidány.',
        other: '{n} souborů nebylo přidáno.',
      },
      replaced: said('Nahrazen'),
      restored: {
        single: '{name} je stále součástí tohoto formuláře.',
        few: '{n} soubory jsou stále součástí tohoto formuláře.',
        other: '{n} souborů je stále součástí tohoto formuláře.',
      },
      offered: {
        single:
          '{name}: odesílání nebylo dokončeno. Pokračujte v něm, nebo uveďte, že soubor není váš.',
        other:
          'U {n} souborů nebylo odesílání dokončeno. Pokračujte v něm, nebo uveďte, že soubory nejsou vaše.',
      },
      removed: said('Odebrán'),
      withdrawn: said('Odebrán', '. Chvíli to lze vrátit zpět.'),
      putBack: {
        single: 'Zpět v seznamu: {name}.',
        few: 'Zpět v seznamu: {n} soubory.',
        other: 'Zpět v seznamu: {n} souborů.',
      },
      cancelled: said('Zrušen'),
      cancelledLate: said('Zrušen', '. Možná už dorazily.', '. Soubor už možná dorazil.'),
      paused: said('Pozastaven'),
      resumed: {
        single: 'Pokračuje: {name}.',
        few: 'Pokračují {n} soubory.',
        other: 'Pokračuje {n} souborů.',
      },
      again: { single: 'Nový pokus: {name}.', other: 'Nový pokus u {n} souborů.' },
      unread: {
        single: 'Stále se čte {name}. Je-li soubor v cloudu, musí se nejdříve stáhnout.',
        few: 'Stále se čtou {n} soubory. Jsou-li v cloudu, musí se nejdříve stáhnout.',
        other: 'Stále se čte {n} souborů. Jsou-li v cloudu, musí se nejdříve stáhnout.',
      },
      late: {
        single: 'Server stále kontroluje {name}.',
        few: 'Server stále kontroluje {n} soubory.',
        other: 'Server stále kontroluje {n} souborů.',
      },
      retrying: { single: '{name}: {why}. Nový pokus.', other: 'Nový pokus u {n} souborů.' },
      failed: {
        single: 'Odeslání se nezdařilo: {name}. {why}',
        other: 'Odeslání {n} souborů se nezdařilo.',
      },
      unconfirmed: {
        single: '{name}: {why}',
        few: '{n} soubory možná dorazily.',
        other: '{n} souborů možná dorazilo.',
      },
      done: said('Doručen'),
    },
    gathered: {
      addedNot: {
        one: 'Přidán {n} soubor, nepřidáno: {not}.',
        few: 'Přidány {n} soubory, nepřidáno: {not}.',
        other: 'Přidáno {n} souborů, nepřidáno: {not}.',
      },
      seeList: 'Důvody jsou v seznamu.',
      remarked: { other: 'V seznamu jsou poznámky u {n} souborů.' },
      work: {
        single: 'Odesílá se {name}, potom formulář.',
        few: 'Odesílají se {n} soubory, potom formulář.',
        other: 'Odesílá se {n} souborů, potom formulář.',
      },
      sent: 'Odesláno {percent}.',
      summary: '{summary}.',
      between: ' ',
      offline: 'Zdá se, že jste offline. Odesílání bude pokračovat, až se připojení obnoví.',
      online: 'Připojení je obnoveno.',
    },
    undelivered: {
      single: 'Nebylo doručeno: {name}. Zkuste to znovu, nebo soubor odeberte.',
      few: '{n} soubory nebyly doručeny. Zkuste to znovu, nebo je odeberte.',
      other: '{n} souborů nebylo doručeno. Zkuste to znovu, nebo je odeberte.',
    },
    stopped: {
      single:
        'Pozastaveno: {name}. Pokračujte v odesílání, nebo ho zrušte, a potom odešlete formulář znovu.',
      few: '{n} soubory jsou pozastaveny. Pokračujte v odesílání, nebo ho zrušte, a potom odešlete formulář znovu.',
      other:
        '{n} souborů je pozastaveno. Pokračujte v odesílání, nebo ho zrušte, a potom odešlete formulář znovu.',
    },
    pressAgain: {
      named: 'Vše je připraveno. Stiskněte znovu „{button}“ a formulář se odešle.',
      unnamed: 'Vše je připraveno. Nyní odešlete formulář.',
    },
    unconfirmed: {
      single:
        '{name}: soubor možná dorazil, ale žádná odpověď to nepotvrzuje. Odešlete ho znovu, nebo ho odeberte.',
      few: '{n} soubory možná dorazily, ale žádná odpověď to nepotvrzuje. Odešlete je znovu, nebo je odeberte.',
      other:
        '{n} souborů možná dorazilo, ale žádná odpověď to nepotvrzuje. Odešlete je znovu, nebo je odeberte.',
      once: 'Tento soubor možná dorazil, ale žádná odpověď to nepotvrzuje. Při novém pokusu se neuloží dvakrát.',
      twice:
        'Tento soubor možná dorazil, ale žádná odpověď to nepotvrzuje. Když ho odešlete znovu, může se uložit dvakrát.',
    },
    error: {
      empty: 'Tento soubor je prázdný. Vyberte jiný.',
      'too-large': 'Tento soubor je příliš velký. Vyberte menší.',
      'wrong-type': 'Soubory tohoto druhu se zde nepřijímají. Vyberte jiný.',
      damaged:
        'Tento soubor je poškozený nebo neúplný. Uložte nebo naskenujte ho znovu a pak ho přidejte.',
      'too-many': 'Další soubory nelze přidat. Chcete-li přidat jiný, jeden odeberte.',
      duplicate: 'Tento soubor už v seznamu je.',
      unreadable:
        'Tento soubor se nepodařilo přečíst. Je-li ještě v cloudu, nejdříve ho stáhněte; byl-li přesunut nebo smazán, vyberte ho znovu.',
      changed: 'Tento soubor se změnil poté, co jste ho vybrali. Přidejte ho prosím znovu.',
      'bad-recipient': `Klíč příjemce není platný, proto se nic neodeslalo. ${owner}`,
      'keys-untrusted': `Klíče příjemce se nepodařilo ověřit, proto se nic neodeslalo. ${owner}`,
      'seal-failed': `Tento soubor se nepodařilo zašifrovat, proto nebyl odeslán. ${again}`,
      offline: 'Jste offline. Zkuste to znovu, až se připojení obnoví.',
      network: `Připojení bylo přerušeno. ${again}`,
      timeout: `Server neodpověděl včas. ${again}`,
      stalled: `Nahrávání se zastavilo. ${again}`,
      unauthorized: 'Už nejste přihlášeni. Načtěte stránku znovu a zkuste to ještě jednou.',
      forbidden: `Server toto nahrávání nepovoluje. ${owner}`,
      'not-found': `Server toto nahrávání nezná. ${owner}`,
      refused:
        'Server tento soubor nepřijal. Zkuste jiný, nebo informujte provozovatele tohoto webu.',
      'rate-limited': 'Právě probíhá příliš mnoho nahrávání. Zkuste to znovu za několik minut.',
      server: 'Na serveru nastal problém. Zkuste to znovu za několik minut.',
      protocol: `Odpověď serveru nedává smysl. ${owner}`,
      'keys-rotated': `Příjemce změnil klíče. ${again}`,
      mismatch:
        'Co dorazilo, není to, co bylo odesláno. Odeberte tento soubor a přidejte ho znovu.',
      'already-used': 'Server už tento soubor má. Není třeba ho odesílat znovu.',
      expired: 'Platnost tohoto nahrávání vypršela. Odeberte soubor a přidejte ho znovu.',
    },
    rechoose:
      'Příjemce změnil klíče, proto už tento dokument nelze odeslat. Vyberte ho prosím znovu.',
    quoted: '{why} Odpověď serveru: „{reason}“',
    reference: 'Referenční číslo: {id}',
    tooLarge: 'Tento soubor je příliš velký. Největší povolená velikost je {size}.',
    tooMany: {
      single: 'Lze přidat jen jeden soubor. Odeberte ho, nebo vyberte jiný, který ho nahradí.',
      few: 'Lze přidat jen {n} soubory. Chcete-li přidat jiný, jeden odeberte.',
      other: 'Lze přidat jen {n} souborů. Chcete-li přidat jiný, jeden odeberte.',
    },
    wrongType: {
      heic: 'Toto je fotka {found} z iPhonu. Exportujte ji jako JPG a přidejte ji znovu.',
      office: 'Toto je dokument {found}. Uložte ho jako PDF a přidejte ho znovu.',
      archive: 'Toto je archiv {found}. Rozbalte ho a přidejte soubory, které v něm jsou.',
      program: 'Toto je program, ne dokument. Přidat lze jen {types}.',
      page: 'Toto je webová stránka. Uložte ji jako PDF a přidejte ji znovu.',
      password: 'Toto PDF vyžaduje heslo. Přidejte kopii, která se otevře bez hesla.',
      certificate:
        'Toto PDF otevřou jen ti, pro které bylo zašifrováno. Přidejte kopii bez této ochrany.',
      signature:
        'Toto je podepsaný soubor ({found}). Uložte dokument, který je v něm, a ten přidejte, nebo přidejte nepodepsanou kopii.',
      other: 'Toto je soubor {found}. Přidat lze jen {types}.',
      unknown: 'Tento druh souboru zde není znám. Přidat lze jen {types}.',
    },
    hitch: {
      network: 'Připojení přerušeno',
      timeout: 'Žádná odpověď',
      stalled: 'Přenos se zastavil',
      server: 'Na serveru nastal problém',
      'rate-limited': 'Server je vytížený',
    },
    remark: {
      'name-mismatch': 'Název neodpovídá druhu souboru.',
      encrypted: 'Toto PDF je chráněné. Zdá se, že se otevře bez hesla.',
      'password-needed':
        'Toto PDF vyžaduje heslo. Sdělte ho příjemci, nebo přidejte kopii, která se otevře bez hesla.',
      'certificate-needed':
        'Toto PDF otevřou jen ti, pro které bylo zašifrováno. Není-li mezi nimi příjemce, přidejte kopii bez této ochrany.',
      'no-end-marker': 'Tomuto PDF možná chybí konec. Zkontrolujte, zda v něm je poslední stránka.',
      'location-data':
        'V této fotce je uloženo, kde byla pořízena. Nemá-li to příjemce vědět, odstraňte polohu v aplikaci s fotkami a přidejte fotku znovu.',
      'location-removed': 'Tato fotka se odešle bez polohy a dalších skrytých údajů.',
      'leading-data':
        'V tomto souboru je před dokumentem ještě něco jiného, proto ho některé programy možná neotevřou. Uložte ho znovu jako PDF.',
      'trailing-data':
        'V tomto souboru je za dokumentem ještě něco jiného, nebo je jeho poslední změna neúplná. Zkontrolujte, zda nic nechybí.',
      'not-shown': 'Váš prohlížeč neumí tento obrázek zobrazit. Zkontrolujte, zda se otevře.',
      'near-limit': 'Velikost tohoto souboru se blíží nejvyšší povolené.',
    },
  },
}
