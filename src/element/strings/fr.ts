import type { Language } from './strings.ts'

const again = 'Veuillez réessayer.'
const owner = 'Veuillez prévenir le responsable de ce site.'

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'fr',
    dir: 'ltr',
    about: '{text} : {name}',
    group: 'Envoi de fichiers',
    hint: {
      one: '{types}, {size} au maximum',
      each: '{types}, {size} au maximum chacun',
      some: '{types}, {size} au maximum chacun, {n} fichiers au plus',
    },
    atOnce: 'Les fichiers sont envoyés dès que vous les choisissez.',
    drop: { one: 'Déposez votre document ici, ou', several: 'Déposez vos documents ici, ou' },
    choose: { one: 'Choisir un fichier', several: 'Choisir des fichiers' },
    locked: 'Rien ne peut être ajouté pour le moment.',
    required: 'Obligatoire.',
    missing: 'Veuillez ajouter un document.',
    unfinished: {
      one: 'Veuillez attendre que votre document soit livré.',
      several: 'Veuillez attendre que vos documents soient livrés.',
    },
    sealedFor: 'Chiffré dans votre navigateur pour {recipient}',
    fault: {
      'insecure-context':
        'Les documents ne sont envoyés que par une connexion sécurisée. Ouvrez cette page avec https.',
      unsupported:
        'Ce navigateur ne peut pas chiffrer de documents. Mettez-le à jour ou utilisez-en un autre.',
      misconfigured: `L’envoi de fichiers n’est pas configuré correctement ici. ${owner}`,
    },
    unloaded: 'La connexion a été perdue. Vos fichiers seront ajoutés quand elle sera rétablie.',
    recipient: 'le destinataire',
  },
  fileStrings: {
    zone: {
      more: 'Déposez-en d’autres ici',
      letGo: {
        one: 'Relâchez pour ajouter {n} fichier',
        other: 'Relâchez pour ajouter {n} fichiers',
      },
      letGoUncounted: 'Relâchez pour ajouter vos fichiers',
      letGoReplacing: 'Relâchez pour remplacer le fichier',
      another: 'Déposez-en un autre ici pour le remplacer',
      chooseAnother: 'Choisir un autre fichier',
      full: {
        other: 'La limite de {n} fichiers est atteinte. Retirez-en un pour en choisir un autre.',
      },
      left: { one: 'encore {n} fichier', other: 'encore {n} fichiers' },
    },
    folders:
      'Les dossiers ne peuvent pas être ajoutés. Ouvrez le dossier et ajoutez les fichiers qu’il contient.',
    list: 'Fichiers',
    seal: {
      only: 'Seules des données chiffrées pour {recipient} quittent cette page',
      fingerprints: 'Seules ces clés ouvrent ce que vous envoyez. Comparez leurs empreintes :',
      untrusted:
        'Les clés du destinataire n’ont pas pu être confirmées. Rien n’est envoyé sans elles.',
      unreachable:
        'Les clés du destinataire sont inaccessibles pour le moment. Rien n’est envoyé sans elles.',
    },
    status: {
      waiting: 'En attente',
      checking: 'Vérification',
      checkingLate:
        'Vérification · si le fichier est encore dans le cloud, il doit d’abord être téléchargé',
      ready: {
        auto: 'Vérifié · attend son tour',
        submit: 'Vérifié · partira avec le formulaire',
        manual: 'Vérifié · prêt à être envoyé',
      },
      sealing: 'Vérifié · chiffrement',
      preparing: 'Vérifié · préparation',
      sending: 'Envoi en cours, chiffré',
      sendingOpen: 'Envoi en cours',
      sendingLate: '{status} · le serveur vérifie',
      confirming: 'Envoyé · en attente de la réponse',
      confirmingLate: 'Envoyé · le serveur vérifie',
      paused: 'En pause à {percent}',
      offer: 'Envoi inachevé · attend votre décision',
      retrying: '{why} · nouvelle tentative',
      offline: 'Vous êtes hors ligne · reprise au retour de la connexion',
      seemsOffline: '{status} · vous semblez être hors ligne',
      delivered: 'Arrivé · attend les autres',
      committing: 'Arrivé · finalisation',
      done: 'Livré',
      expires: 'Livré · expire : {when}',
      cancelled: 'Annulé',
      cancelledLate: 'Annulé. Le fichier est peut-être déjà arrivé.',
      removed: 'Retiré',
    },
    moment: '{day}, {time}',
    counting: {
      share: ' · {percent}',
      slow: ' · peut encore durer {time}',
      wait: ' dans {time}',
    },
    unnamed: {
      chosen: {
        today: 'Un document choisi à {time}',
        earlier: 'Un document choisi : {day}, {time}',
      },
      sent: {
        today: 'Un document envoyé à {time}',
        earlier: 'Un document envoyé : {day}, {time}',
      },
    },
    action: {
      pause: 'Mettre {name} en pause',
      resume: 'Reprendre l’envoi de {name}',
      retry: 'Réessayer {name}',
      sendAgain: 'Envoyer {name} de nouveau',
      cancel: 'Annuler {name}',
      remove: 'Retirer {name}',
      dismiss: 'Masquer {name}',
      pauseAll: 'Tout mettre en pause',
      resumeAll: 'Tout reprendre',
      goOn: 'Continuer',
      notMine: 'Ce n’est pas à moi',
      undo: 'Annuler le retrait',
      view: 'Voir {name}',
    },
    tip: {
      pause: 'Mettre en pause',
      resume: 'Reprendre',
      retry: 'Réessayer',
      sendAgain: 'Envoyer de nouveau',
      cancel: 'Annuler',
      remove: 'Retirer',
      dismiss: 'Masquer',
    },
    viewer: { zoomIn: 'Zoom avant', zoomOut: 'Zoom arrière', close: 'Fermer' },
    summary: {
      delivered: { one: '{n} livré sur {total}', other: '{n} livrés sur {total}' },
      failed: { one: '{n} échec', other: '{n} échecs' },
      unconfirmed: { one: '{n} peut-être arrivé', other: '{n} peut-être arrivés' },
    },
    said: {
      added: { single: '{name} ajouté.', other: '{n} fichiers ajoutés.' },
      refused: {
        single: '{name} n’a pas été ajouté. {why}',
        other: '{n} fichiers n’ont pas été ajoutés.',
      },
      replaced: { single: '{name} a été remplacé.', other: '{n} fichiers ont été remplacés.' },
      restored: {
        single: '{name} fait toujours partie de ce formulaire.',
        other: '{n} fichiers font toujours partie de ce formulaire.',
      },
      offered: {
        single:
          'L’envoi de {name} est inachevé. Continuez, ou indiquez que ce fichier n’est pas à vous.',
        other:
          'L’envoi de {n} fichiers est inachevé. Continuez, ou indiquez qu’ils ne sont pas à vous.',
      },
      removed: { single: '{name} retiré.', other: '{n} fichiers retirés.' },
      withdrawn: {
        single: '{name} retiré. Le retrait peut être annulé pendant un court moment.',
        other: '{n} fichiers retirés. Le retrait peut être annulé pendant un court moment.',
      },
      putBack: { single: '{name} est de retour.', other: '{n} fichiers sont de retour.' },
      cancelled: { single: '{name} annulé.', other: '{n} fichiers annulés.' },
      cancelledLate: {
        single: '{name} annulé. Le fichier est peut-être déjà arrivé.',
        other: '{n} fichiers annulés. Ils sont peut-être déjà arrivés.',
      },
      paused: { single: '{name} en pause.', other: '{n} fichiers en pause.' },
      resumed: { single: '{name} reprend.', other: '{n} fichiers reprennent.' },
      again: {
        single: 'Nouvelle tentative pour {name}.',
        other: 'Nouvelle tentative pour {n} fichiers.',
      },
      unread: {
        single:
          '{name} est encore en cours de lecture. S’il est dans le cloud, il doit d’abord être téléchargé.',
        other:
          '{n} fichiers sont encore en cours de lecture. S’ils sont dans le cloud, ils doivent d’abord être téléchargés.',
      },
      late: {
        single: 'Le serveur n’a pas fini de vérifier {name}.',
        other: 'Le serveur n’a pas fini de vérifier {n} fichiers.',
      },
      retrying: {
        single: '{name} : {why}. Nouvelle tentative.',
        other: 'Nouvelle tentative pour {n} fichiers.',
      },
      failed: { single: 'Échec pour {name}. {why}', other: 'Échec pour {n} fichiers.' },
      unconfirmed: {
        single: '{name} : {why}',
        other: '{n} fichiers sont peut-être arrivés.',
      },
      done: { single: '{name} livré.', other: '{n} fichiers livrés.' },
    },
    gathered: {
      addedNot: {
        one: '{n} fichier ajouté, {not} non.',
        other: '{n} fichiers ajoutés, {not} non.',
      },
      seeList: 'La liste dit pourquoi.',
      remarked: { other: 'Des remarques sur {n} fichiers figurent dans la liste.' },
      work: {
        single: 'Envoi de {name}, puis du formulaire.',
        other: 'Envoi de {n} fichiers, puis du formulaire.',
      },
      sent: '{percent} envoyés.',
      summary: '{summary}.',
      between: ' ',
      offline: 'Vous semblez être hors ligne. Les fichiers reprendront au retour de la connexion.',
      online: 'La connexion est revenue.',
    },
    undelivered: {
      single: '{name} n’a pas été livré. Réessayez ou retirez-le.',
      other: '{n} fichiers n’ont pas été livrés. Réessayez ou retirez-les.',
    },
    stopped: {
      single:
        '{name} est en pause. Reprenez ou annulez son envoi, puis envoyez de nouveau le formulaire.',
      other:
        '{n} fichiers sont en pause. Reprenez ou annulez leur envoi, puis envoyez de nouveau le formulaire.',
    },
    pressAgain: {
      named: 'Tout est prêt. Appuyez de nouveau sur « {button} » pour envoyer le formulaire.',
      unnamed: 'Tout est prêt. Envoyez maintenant le formulaire.',
    },
    unconfirmed: {
      single:
        '{name} est peut-être arrivé, mais aucune réponse ne le confirme. Envoyez-le de nouveau ou retirez-le.',
      other:
        '{n} fichiers sont peut-être arrivés, mais aucune réponse ne le confirme. Envoyez-les de nouveau ou retirez-les.',
      once: 'Ce fichier est peut-être arrivé, mais aucune réponse ne le confirme. Réessayer ne l’enregistre pas deux fois.',
      twice:
        'Ce fichier est peut-être arrivé, mais aucune réponse ne le confirme. Si vous l’envoyez de nouveau, il sera peut-être enregistré en double.',
    },
    error: {
      empty: 'Ce fichier est vide. Choisissez-en un autre.',
      'too-large': 'Ce fichier est trop volumineux. Choisissez-en un plus petit.',
      'wrong-type': 'Ce type de fichier n’est pas accepté ici. Choisissez un autre fichier.',
      damaged:
        'Ce fichier est endommagé ou incomplet. Enregistrez-le ou numérisez-le de nouveau, puis ajoutez-le.',
      'too-many':
        'Aucun autre fichier ne peut être ajouté. Retirez-en un pour en ajouter un autre.',
      duplicate: 'Ce fichier est déjà dans la liste.',
      unreadable:
        'Ce fichier n’a pas pu être lu. S’il est encore dans le cloud, téléchargez-le d’abord ; s’il a été déplacé ou supprimé, choisissez-le de nouveau.',
      changed:
        'Ce fichier a été modifié après que vous l’avez choisi. Veuillez l’ajouter de nouveau.',
      'bad-recipient': `La clé du destinataire n’est pas valide, rien n’a donc été envoyé. ${owner}`,
      'keys-untrusted': `Les clés du destinataire n’ont pas pu être confirmées, rien n’a donc été envoyé. ${owner}`,
      'seal-failed': `Ce fichier n’a pas pu être chiffré, il n’a donc pas été envoyé. ${again}`,
      offline: 'Vous êtes hors ligne. Réessayez au retour de la connexion.',
      network: `La connexion a été perdue. ${again}`,
      timeout: `Le serveur n’a pas répondu à temps. ${again}`,
      stalled: `L’envoi s’est arrêté. ${again}`,
      unauthorized: 'Votre session a pris fin. Actualisez la page et réessayez.',
      forbidden: `Le serveur n’autorise pas cet envoi. ${owner}`,
      'not-found': `Le serveur ne connaît pas cet envoi. ${owner}`,
      refused:
        'Le serveur n’a pas accepté ce fichier. Essayez-en un autre ou prévenez le responsable de ce site.',
      'rate-limited': 'Il y a trop d’envois en ce moment. Réessayez dans quelques minutes.',
      server: 'Le serveur rencontre un problème. Réessayez dans quelques minutes.',
      protocol: `Le serveur a donné une réponse incompréhensible. ${owner}`,
      'keys-rotated': `Le destinataire a changé de clés. ${again}`,
      mismatch:
        'Ce qui est arrivé n’est pas ce qui a été envoyé. Retirez ce fichier et ajoutez-le de nouveau.',
      'already-used':
        'Le serveur a déjà ce fichier. Il n’est pas nécessaire de l’envoyer de nouveau.',
      expired: 'Cet envoi a expiré. Retirez le fichier et ajoutez-le de nouveau.',
    },
    rechoose:
      'Le destinataire a changé de clés, ce document ne peut donc plus être envoyé. Veuillez le choisir de nouveau.',
    quoted: '{why} Message du serveur : « {reason} »',
    reference: 'Numéro de référence : {id}',
    tooLarge: 'Ce fichier est trop volumineux. Le maximum est de {size}.',
    tooMany: {
      single:
        'Un seul fichier peut être ajouté. Retirez-le, ou choisissez-en un autre pour le remplacer.',
      other: 'Seuls {n} fichiers peuvent être ajoutés. Retirez-en un pour en ajouter un autre.',
    },
    wrongType: {
      heic: 'Ceci est une photo {found} d’iPhone. Exportez-la en JPG et ajoutez-la de nouveau.',
      office:
        'Ceci est un document {found}. Enregistrez-le au format PDF et ajoutez-le de nouveau.',
      archive:
        'Ceci est une archive {found}. Décompressez-la et ajoutez les fichiers qu’elle contient.',
      program: 'Ceci est un programme, pas un document. Fichiers acceptés : {types}.',
      page: 'Ceci est une page web. Enregistrez-la au format PDF et ajoutez-la de nouveau.',
      password: 'Ce PDF demande un mot de passe. Ajoutez une copie qui s’ouvre sans mot de passe.',
      certificate:
        'Ce PDF ne s’ouvre que pour ceux pour qui il a été chiffré. Ajoutez une copie sans cette protection.',
      signature:
        'Ceci est un fichier signé ({found}). Enregistrez le document qu’il contient et ajoutez ce document, ou ajoutez une copie non signée.',
      other: 'Ceci est un fichier {found}. Fichiers acceptés : {types}.',
      unknown: 'Ce type de fichier n’est pas connu ici. Fichiers acceptés : {types}.',
    },
    hitch: {
      network: 'Connexion perdue',
      timeout: 'Pas de réponse',
      stalled: 'Aucune progression',
      server: 'Le serveur rencontre un problème',
      'rate-limited': 'Le serveur est très sollicité',
    },
    remark: {
      'name-mismatch': 'Le nom ne correspond pas au type du fichier.',
      encrypted: 'Ce PDF est protégé. Il semble s’ouvrir sans mot de passe.',
      'password-needed':
        'Ce PDF demande un mot de passe. Communiquez-le au destinataire, ou ajoutez une copie qui s’ouvre sans mot de passe.',
      'certificate-needed':
        'Ce PDF ne s’ouvre que pour ceux pour qui il a été chiffré. Si le destinataire n’en fait pas partie, ajoutez une copie sans cette protection.',
      'no-end-marker': 'Ce PDF a peut-être été tronqué. Vérifiez que la dernière page est là.',
      'location-data':
        'Cette photo indique où elle a été prise. Si le destinataire ne doit pas le savoir, supprimez la position dans votre application de photos et ajoutez de nouveau la photo.',
      'location-removed': 'Cette photo est envoyée sans sa position ni d’autres données cachées.',
      'leading-data':
        'Dans ce fichier, autre chose précède le document : certains logiciels risquent de ne pas l’ouvrir. Enregistrez-le de nouveau au format PDF.',
      'trailing-data':
        'Dans ce fichier, autre chose suit le document, ou sa dernière modification est incomplète. Vérifiez qu’il ne manque rien.',
      'not-shown': 'Votre navigateur ne peut pas afficher cette image. Vérifiez qu’elle s’ouvre.',
      'near-limit': 'Ce fichier est proche de la taille maximale.',
    },
  },
}
