import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'fr',
    dir: 'ltr',
    between: ' ',
    quoted: '« {code} ».',
    page: {
      name: 'Page du destinataire',
      lead: 'Ouvrez ce qui a été chiffré pour vous. Tout se passe sur cette page : elle n’envoie rien et n’enregistre rien sans que vous le demandiez.',
    },
    open: {
      heading: 'Ouvrir des documents',
      identity: {
        heading: 'Votre clé privée',
        drop: 'Déposez votre fichier de clé ici, ou',
        more: 'Déposez-en un autre ici, ou',
        choose: 'Choisir le fichier de clé',
        hint: 'Un fichier texte qui contient AGE-SECRET-KEY-1',
        field: 'Ou collez une clé privée, ou saisissez un mot de passe',
        use: 'Utiliser',
        of: 'Clé privée de {recipient}',
        passphrase: 'Un mot de passe',
        forget: 'Oublier',
      },
      sealed: {
        heading: 'Fichiers chiffrés',
        drop: 'Déposez des fichiers chiffrés ici, ou',
        more: 'Déposez-en d’autres ici, ou',
        choose: 'Choisir des fichiers chiffrés',
        hint: 'Autant que vous voulez : des fichiers .age, ou le PDF qui les contient',
      },
      summary: {
        waiting: {
          one: '{n} fichier attend une clé privée.',
          other: '{n} fichiers attendent une clé privée.',
        },
        opening: { one: 'Ouverture de {n} fichier…', other: 'Ouverture de {n} fichiers…' },
        opened: { other: 'Ouverts : {n} sur {total}.' },
        failed: { one: '{n} n’a pas pu être ouvert.', other: '{n} n’ont pas pu être ouverts.' },
      },
      archive: 'Tout télécharger dans une archive',
      archiving: 'Création de l’archive…',
      clear: 'Vider la liste',
      list: {
        find: 'Rechercher dans la liste',
        sort: 'Trier par',
        added: 'Ordre d’ajout',
        only: 'Seulement avec des remarques',
        shown: { other: 'Affichés : {n} sur {total}.' },
        csv: 'Télécharger la liste (CSV)',
      },
      folder: {
        choose: 'Choisir un dossier',
        save: 'Tout enregistrer dans un dossier',
        saved: { other: 'Enregistrés dans le dossier : {n} sur {total}.' },
        refused:
          'Laissés de côté, car le navigateur refuse leurs noms. Téléchargez chacun séparément :',
        stopped:
          'Le navigateur n’a pas pu écrire dans le dossier. Ce qui a été enregistré jusque-là est entier.',
        empty: 'Il n’y a aucun fichier chiffré dans ce dossier.',
        unread: 'Le dossier n’a pas pu être lu.',
        partly: 'Le contenu du dossier n’a pas été lu en entier.',
      },
    },
    given: {
      empty: 'Rien n’a été saisi. Collez une clé privée, ou saisissez un mot de passe.',
      none: 'Il n’y a pas de clé privée dedans. Une clé privée commence par AGE-SECRET-KEY-1.',
      broken:
        'La clé privée est endommagée : une lettre manque ou est fausse. Rien n’a été retenu.',
      sealed:
        'Ce fichier de clé est lui-même chiffré par un mot de passe. Ouvrez-le d’abord avec age : age -d -o identity.txt.',
      known: 'Elle est déjà là.',
      loaded: 'Clé privée chargée.',
      unreadable: 'Le fichier n’a pas pu être lu.',
      passphrase: 'Le mot de passe est désormais utilisé.',
      forgotten: 'La clé privée et le mot de passe sont oubliés.',
    },
    passkey: {
      offer: 'Utiliser une clé d’accès',
      what: 'La clé privée est chiffrée avec une clé d’accès : cette page demande alors votre empreinte, votre visage ou le verrouillage de l’écran au lieu d’un fichier. Quiconque peut déverrouiller votre appareil peut ouvrir les documents.',
      backup:
        'Une clé d’accès peut se perdre, avec un appareil ou un compte, et tous les documents avec elle. Imprimez donc d’abord la clé privée.',
      print: 'Imprimer la clé privée',
      printed: 'Je l’ai imprimée et mise en lieu sûr',
      create: 'Créer une clé d’accès',
      made: 'La clé privée est chiffrée avec la clé d’accès. Enregistrez-la, ou conservez-la dans ce navigateur.',
      save: 'Enregistrer la clé chiffrée',
      keep: 'Conserver dans ce navigateur',
      kept: 'Ce navigateur conserve une clé privée, chiffrée avec une clé d’accès.',
      other: 'Ce navigateur conserve déjà une autre clé. Retirez-la d’abord.',
      given: 'Cette clé privée est chiffrée avec une clé d’accès.',
      open: 'Ouvrir avec la clé d’accès',
      remove: 'Retirer de ce navigateur',
      sure: 'La clé privée est-elle aussi ailleurs, dans un fichier ou sur papier ? Si celle-ci est la seule, ses documents sont perdus.',
      cancel: 'Annuler',
      removed:
        'La clé chiffrée a été retirée de ce navigateur. La clé d’accès elle-même se supprime dans les paramètres de votre appareil.',
      paper: {
        heading: 'Clé privée',
        what: 'Quiconque a cette feuille peut ouvrir les documents. Gardez-la là où vous seul pouvez la lire. Scannez le code ou tapez les caractères en dessous, et donnez-les à la page du destinataire.',
      },
      none: {
        file: 'Aucune clé d’accès ici, car cette page est un fichier sur le disque. La clé privée reste un fichier.',
        address:
          'Aucune clé d’accès à cette adresse. Il faut https et un nom, ou localhost, pas une adresse IP.',
        browser: 'Ce navigateur n’a pas de clés d’accès capables de chiffrer une clé.',
      },
      trouble: {
        cancelled:
          'La clé d’accès n’a pas été utilisée : annulé, trop long, ou elle n’existe plus. Rien n’est perdu : réessayez, ou utilisez le fichier de clé ou la feuille.',
        wrong:
          'Cette clé d’accès ne l’ouvre pas. Utilisez celle avec laquelle elle a été chiffrée.',
        prf: 'Cette clé d’accès ne peut pas chiffrer de clé. Rien n’a été modifié. Essayez un autre appareil ou gestionnaire de mots de passe.',
        damaged:
          'La clé chiffrée est endommagée. Utilisez le fichier de clé ou la feuille, et chiffrez-la à nouveau.',
        elsewhere: 'La clé d’accès est celle d’une autre adresse : {site}. Ouvrez la page là-bas.',
        large:
          'Ces clés privées sont trop nombreuses pour une seule clé d’accès. Rien n’a été créé. Chargez-en moins.',
        full: 'Ce navigateur ne conserve rien pour cette page. Enregistrez la clé chiffrée dans un fichier.',
      },
    },
    item: {
      sealed: '{size}, chiffré',
      opening: 'Ouverture · {percent}',
      openingName: 'Ouverture de {name}',
      turn: 'Attend son tour',
      waiting: 'Attend une clé privée',
      unknownKind: 'Type inconnu',
      intact: 'Inchangé depuis son chiffrement.',
      intactOnly:
        'Cela ne dit pas qui l’a chiffré : toute personne qui a votre destinataire (age1…) le peut.',
      whole: 'Ouvert en entier.',
      noRecord:
        'Rien n’indique comment il s’appelait, ni ce que c’était, au moment de son chiffrement.',
      damaged: 'Le document lui-même semble endommagé : {why}.',
      otherwise: 'Le navigateur de l’expéditeur dit autre chose. {what} :',
      download: 'Télécharger',
      show: 'Afficher l’image',
      print: 'Imprimer l’attestation',
      viewer: { zoomIn: 'Zoom avant', zoomOut: 'Zoom arrière', close: 'Fermer' },
      tooLarge: 'Cette image est trop grande pour être affichée ici. Téléchargez-la pour la voir.',
      claims: 'Ce que dit le navigateur de l’expéditeur, et ce que constate cette page',
      details: 'Détails',
      size: 'Taille',
      from: 'Ouvert à partir de',
    },
    proof: {
      heading: 'Attestation d’ouverture',
      same: 'Comparé à ce qui a été chiffré avec lui : identique.',
      opened: 'Ouvert le',
      by: 'Ouvert avec',
    },
    table: {
      name: 'Indications et constats sur {name}',
      says: 'Le navigateur de l’expéditeur dit',
      finds: 'Cette page constate',
      saysShort: 'Dit :',
      findsShort: 'Constaté :',
      differs: 'diffère',
      row: {
        name: 'Nom',
        kind: 'Type',
        checked: 'Vérifié',
        remarks: 'Remarques',
        size: 'Taille, SHA-256',
        sealed: 'Chiffré le',
        by: 'Chiffré avec',
      },
      nothing: 'Rien',
      unknowable: 'Impossible à savoir ici',
      same: 'Identique',
      unknownKind: 'Inconnu ici',
      whole: 'Entier',
      damaged: 'Endommagé : {why}',
      unchecked: 'Non examiné : ce n’est pas un fichier {types}',
    },
    trouble: {
      damaged:
        'Endommagé. Le fichier a été tronqué ou modifié après son chiffrement, ou ce qu’il dit de lui-même n’est pas vrai. Rien n’en est livré. Demandez qu’on vous le renvoie.',
      'no-identity':
        'Rien de ce que vous avez fourni ci-dessus ne l’ouvre : il a été chiffré pour quelqu’un d’autre. Ajoutez la bonne clé privée, et un nouvel essai sera fait.',
      unsupported:
        'Ce n’est pas un fichier chiffré : cette page ouvre ce qui a été chiffré avec age.',
      'other-pdf':
        'Un PDF dans lequel cette page ne trouve aucun fichier chiffré. Il a peut-être été tamponné ou réenregistré en route : s’il a une pièce jointe, enregistrez-la et ajoutez-la ici.',
      'too-slow':
        'Son mot de passe exige plus de calcul que n’en fait cette page : elle resterait figée plusieurs secondes. Ouvrez le fichier avec la commande age : age -d.',
      hardware:
        'Seule une clé privée placée dans un appareil l’ouvre, par exemple une clé de sécurité, que cette page ne peut pas utiliser. Ouvrez le fichier avec la commande : npx sealdrop open.',
      unreadable:
        'Le fichier n’a pas pu être lu. C’est peut-être un dossier, ou il a été déplacé ou supprimé.',
      failed:
        'Le fichier n’a pas pu être ouvert. Il est peut-être trop volumineux pour ce navigateur.',
    },
    remark: {
      'name-mismatch': 'Le nom ne correspond pas au type du fichier.',
      encrypted: 'Ce PDF est protégé. Il semble s’ouvrir sans mot de passe.',
      'password-needed':
        'Ce PDF demande un mot de passe. Seul l’expéditeur peut vous le communiquer.',
      'certificate-needed': 'Ce PDF ne s’ouvre qu’avec un certificat pour lequel il a été chiffré.',
      'no-end-marker': 'Ce PDF a peut-être été tronqué. Vérifiez que la dernière page est là.',
      'location-data': 'Cette photo indique où elle a été prise.',
      'location-removed': 'Cette photo a été envoyée sans sa position ni d’autres données cachées.',
      'leading-data':
        'Quelque chose précède le document. Ouvrez-le avec un lecteur de PDF, et avec rien d’autre.',
      'trailing-data':
        'Dans ce fichier, autre chose suit le document, ou sa dernière modification est incomplète. Vérifiez qu’il ne manque rien.',
      'not-shown': 'Un navigateur ne peut pas afficher cette image.',
      'near-limit': 'Ce fichier est proche de la taille maximale.',
    },
    check: {
      size: 'Sa taille.',
      type: 'Son type, d’après le contenu.',
      structure: 'S’il est entier.',
    },
    caution: {
      program: 'Ceci est un programme. Ne le lancez pas.',
      script:
        'Ceci est un fichier {format}, qui peut exécuter des scripts à l’ouverture. Ouvrez-le seulement dans un éditeur de texte.',
      other:
        'Ce n’est pas un fichier {types}, mais un fichier {format}. Ouvrez-le seulement si vous l’attendiez.',
      unknown: 'Ce n’est pas un fichier {types}. Ouvrez-le seulement si vous l’attendiez.',
    },
    pair: {
      heading: 'Créer une paire de clés',
      halves:
        'Une paire a deux moitiés. Le *destinataire* (age1…) est public : les documents sont chiffrés pour lui. La *clé privée* (AGE-SECRET-KEY-1…) est secrète : elle les ouvre.',
      advice:
        '*Utilisez deux destinataires :* le vôtre, et celui d’un collègue ou d’une sauvegarde conservée ailleurs. Une clé privée perdue, et tous les documents chiffrés pour elle seule sont perdus.',
      make: 'Créer une paire de clés',
      another: 'Créer une autre paire de clés',
      made: 'Une paire de clés a été créée. Enregistrez maintenant la clé privée.',
      save: 'Enregistrer la clé privée',
      saved: 'La clé privée a été enregistrée dans un fichier. Gardez-le en lieu sûr.',
      keep: 'Elle n’est nulle part ailleurs que sur cette page, et disparaît quand la page est fermée. Gardez le fichier là où vous seul pouvez le lire.',
      show: 'Afficher',
      recipients: 'Destinataires',
      own: 'Le vôtre',
      added: 'Ajouté',
      remove: 'Supprimer',
      only: 'Un seul destinataire pour l’instant. Si cette clé privée est perdue, tous les documents sont perdus.',
      backup:
        'Ce destinataire est la sauvegarde de votre clé d’accès. Enregistrez la clé privée avant de le supprimer.',
      several: { other: '{n} destinataires. Chacune de leurs clés privées ouvre les documents.' },
      fingerprint:
        'L’empreinte sert à comparer, par téléphone par exemple : le champ d’envoi de votre site affiche la même.',
      field: 'Autre destinataire (age1…)',
      add: 'Ajouter',
      put: 'Insérer ceci dans votre site',
      placeholders:
        'Mettez l’adresse de votre serveur à la place de /upload, et les fichiers de SealDrop sous /sealdrop/.',
      documents: 'Documents',
      copy: {
        recipient: {
          button: 'Copier le destinataire',
          done: 'Le destinataire a été copié.',
          selected:
            'Ce navigateur ne laisse pas la page copier. Le destinataire est sélectionné : copiez-le maintenant.',
        },
        snippet: {
          button: 'Copier le code',
          done: 'Le code a été copié.',
          selected:
            'Ce navigateur ne laisse pas la page copier. Le code est sélectionné : copiez-le maintenant.',
        },
      },
      wasAdded: 'Le destinataire a été ajouté.',
      wasRemoved: 'Le destinataire a été supprimé.',
      trouble: {
        secret:
          'C’est une clé privée, la moitié secrète d’une paire. Le champ a été vidé et rien n’a été utilisé. Indiquez la moitié qui commence par age1.',
        known: 'Ce destinataire est déjà dans la liste.',
        postQuantum:
          'C’est un destinataire post-quantique. Il ne peut pas figurer à côté du vôtre.',
        none: 'Ce n’est pas un destinataire. Il commence par age1 et compte 62 lettres minuscules et chiffres ; il en manque peut-être un, ou l’un d’eux est faux.',
      },
    },
  },
}
