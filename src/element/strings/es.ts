import type { Language } from './strings.ts'

const again = 'Inténtelo de nuevo.'
const owner = 'Informe al responsable de este sitio.'

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'es',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Envío de archivos',
    hint: {
      one: '{types}, hasta {size}',
      each: '{types}, hasta {size} cada uno',
      some: '{types}, hasta {size} cada uno, {n} archivos como máximo',
    },
    atOnce: 'Los archivos se envían en cuanto los elige.',
    drop: { one: 'Arrastre aquí su documento, o', several: 'Arrastre aquí sus documentos, o' },
    choose: { one: 'Elegir un archivo', several: 'Elegir archivos' },
    locked: 'Ahora no se puede añadir nada.',
    required: 'Obligatorio.',
    missing: 'Añada un documento.',
    unfinished: {
      one: 'Espere a que se entregue su documento.',
      several: 'Espere a que se entreguen sus documentos.',
    },
    sealedFor: 'Cifrado en su navegador para {recipient}',
    fault: {
      'insecure-context':
        'Los documentos solo se envían por una conexión segura. Abra esta página con https.',
      unsupported: 'Este navegador no puede cifrar documentos. Actualícelo o use otro.',
      misconfigured: `El envío de archivos no está bien configurado aquí. ${owner}`,
    },
    unloaded: 'Se ha perdido la conexión. Sus archivos se añadirán cuando se restablezca.',
    recipient: 'el destinatario',
  },
  fileStrings: {
    zone: {
      more: 'Arrastre más aquí',
      letGo: { other: 'Suelte para añadir los archivos ({n})' },
      letGoUncounted: 'Suelte para añadir sus archivos',
      letGoReplacing: 'Suelte para reemplazar el archivo',
      another: 'Arrastre otro aquí para reemplazarlo',
      chooseAnother: 'Elegir otro archivo',
      full: { other: 'Se ha alcanzado el límite de {n} archivos. Quite uno para elegir otro.' },
      left: { one: '{n} archivo más', many: '{n} archivos más', other: '{n} archivos más' },
    },
    folders: 'No se pueden añadir carpetas. Abra la carpeta y añada los archivos que contiene.',
    list: 'Archivos',
    seal: {
      only: 'De esta página solo salen datos cifrados, para {recipient}',
      fingerprints: 'Solo estas claves abren lo que envía. Compare sus huellas digitales:',
      untrusted:
        'No se han podido confirmar las claves del destinatario. Sin ellas no se envía nada.',
      unreachable:
        'No se puede acceder ahora a las claves del destinatario. Sin ellas no se envía nada.',
    },
    status: {
      waiting: 'En espera',
      checking: 'Comprobando',
      checkingLate: 'Comprobando · si aún está en la nube, primero hay que descargarlo',
      ready: {
        auto: 'Comprobado · espera su turno',
        submit: 'Comprobado · se envía con el formulario',
        manual: 'Comprobado · listo para enviar',
      },
      sealing: 'Comprobado · cifrando',
      preparing: 'Comprobado · preparando',
      sending: 'Enviando, cifrado',
      sendingOpen: 'Enviando',
      sendingLate: '{status} · el servidor está comprobando',
      confirming: 'Enviado · esperando la respuesta',
      confirmingLate: 'Enviado · el servidor está comprobando',
      paused: 'En pausa al {percent}',
      offer: 'No se envió por completo · le espera',
      retrying: '{why} · intentándolo de nuevo',
      offline: 'No hay conexión · continúa cuando se restablezca',
      seemsOffline: '{status} · parece que no hay conexión',
      delivered: 'Ha llegado · espera a los demás',
      committing: 'Ha llegado · terminando',
      done: 'Entregado',
      expires: 'Entregado · caduca: {when}',
      cancelled: 'Cancelado',
      cancelledLate: 'Cancelado. Es posible que haya llegado.',
      removed: 'Quitado',
    },
    moment: '{day}, {time}',
    counting: {
      share: ' · {percent}',
      slow: ' · puede tardar {time} más',
      wait: ' dentro de {time}',
    },
    unnamed: {
      chosen: {
        today: 'Un documento elegido hoy ({time})',
        earlier: 'Un documento elegido: {day}, {time}',
      },
      sent: {
        today: 'Un documento enviado hoy ({time})',
        earlier: 'Un documento enviado: {day}, {time}',
      },
    },
    action: {
      pause: 'Pausar {name}',
      resume: 'Reanudar {name}',
      retry: 'Reintentar {name}',
      sendAgain: 'Enviar {name} de nuevo',
      cancel: 'Cancelar {name}',
      remove: 'Quitar {name}',
      dismiss: 'Ocultar {name}',
      pauseAll: 'Pausar todo',
      resumeAll: 'Reanudar todo',
      goOn: 'Continuar',
      notMine: 'No es mío',
      undo: 'Deshacer',
      view: 'Ver {name}',
    },
    tip: {
      pause: 'Pausar',
      resume: 'Reanudar',
      retry: 'Reintentar',
      sendAgain: 'Enviar de nuevo',
      cancel: 'Cancelar',
      remove: 'Quitar',
      dismiss: 'Ocultar',
    },
    viewer: { zoomIn: 'Acercar', zoomOut: 'Alejar', close: 'Cerrar' },
    summary: {
      delivered: { other: 'Entregados: {n} de {total}' },
      failed: { other: 'Fallidos: {n}' },
      unconfirmed: { other: 'Quizá han llegado: {n}' },
    },
    said: {
      added: { single: 'Se ha añadido {name}.', other: 'Se han añadido {n} archivos.' },
      refused: {
        single: 'No se ha añadido {name}. {why}',
        other: 'No se han añadido {n} archivos.',
      },
      replaced: {
        single: 'Se ha reemplazado {name}.',
        other: 'Se han reemplazado {n} archivos.',
      },
      restored: {
        single: '{name} sigue formando parte de este formulario.',
        other: '{n} archivos siguen formando parte de este formulario.',
      },
      offered: {
        single: '{name} no se envió por completo. Continúe, o indique que no es suyo.',
        other: '{n} archivos no se enviaron por completo. Continúe, o indique que no son suyos.',
      },
      removed: { single: 'Se ha quitado {name}.', other: 'Se han quitado {n} archivos.' },
      withdrawn: {
        single: 'Se ha quitado {name}. Puede deshacerlo durante un momento.',
        other: 'Se han quitado {n} archivos. Puede deshacerlo durante un momento.',
      },
      putBack: { single: '{name} está de vuelta.', other: '{n} archivos están de vuelta.' },
      cancelled: { single: 'Se ha cancelado {name}.', other: 'Se han cancelado {n} archivos.' },
      cancelledLate: {
        single: 'Se ha cancelado {name}. Es posible que haya llegado.',
        other: 'Se han cancelado {n} archivos. Es posible que hayan llegado.',
      },
      paused: { single: '{name} está en pausa.', other: '{n} archivos están en pausa.' },
      resumed: { single: '{name} continúa.', other: '{n} archivos continúan.' },
      again: {
        single: 'Se intenta de nuevo con {name}.',
        other: 'Se intenta de nuevo con {n} archivos.',
      },
      unread: {
        single: '{name} aún se está leyendo. Si está en la nube, primero hay que descargarlo.',
        other:
          '{n} archivos aún se están leyendo. Si están en la nube, primero hay que descargarlos.',
      },
      late: {
        single: 'El servidor aún está comprobando {name}.',
        other: 'El servidor aún está comprobando {n} archivos.',
      },
      retrying: {
        single: '{name}: {why}. Se intenta de nuevo.',
        other: 'Se intenta de nuevo con {n} archivos.',
      },
      failed: {
        single: 'No se ha podido enviar {name}. {why}',
        other: 'No se han podido enviar {n} archivos.',
      },
      unconfirmed: {
        single: '{name}: {why}',
        other: 'Es posible que hayan llegado {n} archivos.',
      },
      done: { single: 'Se ha entregado {name}.', other: 'Se han entregado {n} archivos.' },
    },
    gathered: {
      addedNot: { other: 'Añadidos: {n}. No añadidos: {not}.' },
      seeList: 'La lista dice por qué.',
      remarked: { other: 'La lista contiene observaciones sobre {n} archivos.' },
      work: {
        single: 'Se envía {name}, y después el formulario.',
        other: 'Se envían {n} archivos, y después el formulario.',
      },
      sent: '{percent} enviado.',
      summary: '{summary}.',
      between: ' ',
      offline: 'Parece que no hay conexión. El envío continúa cuando se restablezca.',
      online: 'Ha vuelto la conexión.',
    },
    undelivered: {
      single: '{name} no se ha entregado. Inténtelo de nuevo o quítelo.',
      other: '{n} archivos no se han entregado. Inténtelo de nuevo o quítelos.',
    },
    stopped: {
      single: '{name} está en pausa. Reanúdelo o cancélelo y envíe de nuevo el formulario.',
      other: '{n} archivos están en pausa. Reanúdelos o cancélelos y envíe de nuevo el formulario.',
    },
    pressAgain: {
      named: 'Todo está listo. Pulse otra vez «{button}» para enviar el formulario.',
      unnamed: 'Todo está listo. Ahora envíe el formulario.',
    },
    unconfirmed: {
      single:
        'Es posible que {name} haya llegado, pero ninguna respuesta lo confirma. Envíelo de nuevo o quítelo.',
      other:
        'Es posible que {n} archivos hayan llegado, pero ninguna respuesta lo confirma. Envíelos de nuevo o quítelos.',
      once: 'Es posible que este archivo haya llegado, pero ninguna respuesta lo confirma. Si lo intenta de nuevo, no se guardará dos veces.',
      twice:
        'Es posible que este archivo haya llegado, pero ninguna respuesta lo confirma. Si lo envía de nuevo, puede que se guarde dos veces.',
    },
    error: {
      empty: 'Este archivo está vacío. Elija otro.',
      'too-large': 'Este archivo es demasiado grande. Elija uno más pequeño.',
      'wrong-type': 'Aquí no se acepta este tipo de archivo. Elija otro archivo.',
      damaged:
        'Este archivo está dañado o incompleto. Guárdelo o escanéelo de nuevo y luego añádalo.',
      'too-many': 'No se pueden añadir más archivos. Quite uno para añadir otro.',
      duplicate: 'Este archivo ya está en la lista.',
      unreadable:
        'No se ha podido leer este archivo. Si aún está en la nube, descárguelo primero; si se ha movido o eliminado, elíjalo de nuevo.',
      changed: 'Este archivo se ha modificado después de que lo eligiera. Añádalo de nuevo.',
      'bad-recipient': `La clave del destinatario no es válida, así que no se ha enviado nada. ${owner}`,
      'keys-untrusted': `No se han podido confirmar las claves del destinatario, así que no se ha enviado nada. ${owner}`,
      'seal-failed': `No se ha podido cifrar este archivo, así que no se ha enviado. ${again}`,
      offline: 'No hay conexión. Inténtelo de nuevo cuando se restablezca.',
      network: `Se ha perdido la conexión. ${again}`,
      timeout: `El servidor no ha respondido a tiempo. ${again}`,
      stalled: `El envío se ha detenido. ${again}`,
      unauthorized: 'Su sesión se ha cerrado. Recargue la página e inténtelo de nuevo.',
      forbidden: `El servidor no permite este envío. ${owner}`,
      'not-found': `El servidor no conoce este envío. ${owner}`,
      refused:
        'El servidor no ha aceptado este archivo. Pruebe con otro o informe al responsable de este sitio.',
      'rate-limited': 'Hay demasiados envíos ahora mismo. Inténtelo de nuevo en unos minutos.',
      server: 'El servidor tiene un problema. Inténtelo de nuevo en unos minutos.',
      protocol: `El servidor ha dado una respuesta incomprensible. ${owner}`,
      'keys-rotated': `El destinatario ha cambiado las claves. ${again}`,
      mismatch: 'Lo que ha llegado no es lo que se envió. Quite este archivo y añádalo de nuevo.',
      'already-used': 'El servidor ya tiene este archivo. No hace falta enviarlo de nuevo.',
      expired: 'Este envío ha caducado. Quite el archivo y añádalo de nuevo.',
    },
    rechoose:
      'El destinatario ha cambiado las claves, así que este documento ya no se puede enviar. Elíjalo de nuevo.',
    quoted: '{why} El servidor ha dicho: «{reason}»',
    reference: 'Número de referencia: {id}',
    tooLarge: 'Este archivo es demasiado grande. El máximo es {size}.',
    tooMany: {
      single: 'Solo se puede añadir un archivo. Quítelo o elija otro para reemplazarlo.',
      other: 'Solo se pueden añadir {n} archivos. Quite uno para añadir otro.',
    },
    wrongType: {
      heic: 'Esta es una foto {found} de iPhone. Expórtela como JPG y añádala de nuevo.',
      office: 'Este es un documento de {found}. Guárdelo como PDF y añádalo de nuevo.',
      archive: 'Este es un archivo comprimido {found}. Extraiga los archivos y añádalos.',
      program: 'Esto es un programa, no un documento. Solo se puede añadir {types}.',
      page: 'Esta es una página web. Guárdela como PDF y añádala de nuevo.',
      password: 'Este PDF pide una contraseña. Añada una copia que se abra sin ella.',
      certificate:
        'Este PDF solo lo pueden abrir aquellos para quienes se cifró. Añada una copia sin esa protección.',
      signature:
        'Este es un archivo firmado ({found}). Guarde el documento que contiene y añádalo, o añada una copia sin firmar.',
      other: 'Este es un archivo {found}. Solo se puede añadir {types}.',
      unknown: 'Aquí no se conoce este tipo de archivo. Solo se puede añadir {types}.',
    },
    hitch: {
      network: 'Conexión perdida',
      timeout: 'Sin respuesta',
      stalled: 'Sin avance',
      server: 'El servidor tiene un problema',
      'rate-limited': 'El servidor está ocupado',
    },
    remark: {
      'name-mismatch': 'El nombre no corresponde al tipo de archivo.',
      encrypted: 'Este PDF está protegido. Parece que se abre sin contraseña.',
      'password-needed':
        'Este PDF pide una contraseña. Comuníquesela al destinatario o añada una copia que se abra sin ella.',
      'certificate-needed':
        'Este PDF solo lo pueden abrir aquellos para quienes se cifró. Si el destinatario no está entre ellos, añada una copia sin esa protección.',
      'no-end-marker':
        'Es posible que a este PDF le falte el final. Compruebe que está la última página.',
      'location-data':
        'Esta foto contiene el lugar donde se hizo. Si el destinatario no debe saberlo, quite la ubicación en su aplicación de fotos y añada la foto de nuevo.',
      'location-removed': 'Esta foto se envía sin la ubicación ni otros datos ocultos.',
      'leading-data':
        'En este archivo hay algo más antes del documento, así que es posible que algunos programas no lo abran. Guárdelo de nuevo como PDF.',
      'trailing-data':
        'En este archivo hay algo más después del documento, o su último cambio está incompleto. Compruebe que no falta nada.',
      'not-shown': 'Su navegador no puede mostrar esta imagen. Compruebe que se abre.',
      'near-limit': 'Este archivo está cerca del tamaño máximo.',
    },
  },
}
