import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'es',
    dir: 'ltr',
    between: ' ',
    quoted: '«{code}».',
    page: {
      name: 'Página del destinatario',
      lead: 'Abra lo que se ha cifrado para usted. Todo ocurre en esta página: no envía nada y no guarda nada que usted no le pida.',
    },
    open: {
      heading: 'Abrir documentos',
      identity: {
        heading: 'Su clave privada',
        drop: 'Arrastre aquí su archivo de clave, o',
        more: 'Arrastre otro aquí, o',
        choose: 'Elegir el archivo de clave',
        hint: 'Un archivo de texto que contiene AGE-SECRET-KEY-1',
        field: 'O pegue una clave privada, o escriba una contraseña',
        use: 'Usar',
        of: 'Clave privada de {recipient}',
        passphrase: 'Una contraseña',
        forget: 'Olvidar',
      },
      sealed: {
        heading: 'Archivos cifrados',
        drop: 'Arrastre aquí los archivos cifrados, o',
        more: 'Arrastre más aquí, o',
        choose: 'Elegir archivos cifrados',
        hint: 'Tantos como quiera: archivos .age, o el PDF que los contiene',
      },
      summary: {
        waiting: {
          one: '{n} archivo espera una clave privada.',
          other: '{n} archivos esperan una clave privada.',
        },
        opening: { one: 'Abriendo {n} archivo…', other: 'Abriendo {n} archivos…' },
        opened: { other: 'Abiertos: {n} de {total}.' },
        failed: { other: 'No se han podido abrir: {n}.' },
      },
      archive: 'Descargar todo en un archivo comprimido',
      archiving: 'Creando el archivo comprimido…',
      clear: 'Vaciar la lista',
      list: {
        find: 'Buscar en la lista',
        sort: 'Ordenar por',
        added: 'Orden de llegada',
        only: 'Solo con observaciones',
        shown: { other: 'Se muestran {n} de {total}.' },
        csv: 'Descargar la lista (CSV)',
      },
      folder: {
        choose: 'Elegir una carpeta',
        save: 'Guardar todo en una carpeta',
        saved: { other: 'Guardados en la carpeta: {n} de {total}.' },
        refused:
          'Omitidos, porque el navegador rechaza sus nombres. Descargue cada uno por separado:',
        stopped:
          'El navegador no pudo escribir en la carpeta. Lo que se guardó hasta entonces está completo.',
        empty: 'No hay ningún archivo cifrado en esta carpeta.',
        unread: 'No se pudo leer la carpeta.',
        partly: 'No se leyó todo lo que hay en la carpeta.',
      },
    },
    given: {
      empty: 'No se ha indicado nada. Pegue una clave privada o escriba una contraseña.',
      none: 'No contiene ninguna clave privada. Una clave privada empieza por AGE-SECRET-KEY-1.',
      broken:
        'La clave privada está dañada: falta una letra o es incorrecta. No se ha aceptado nada.',
      sealed:
        'Este archivo de clave está a su vez cifrado con una contraseña. Ábralo primero con age: age -d -o identity.txt.',
      known: 'Ya está aquí.',
      loaded: 'Clave privada cargada.',
      unreadable: 'No se ha podido leer el archivo.',
      passphrase: 'La contraseña se usa a partir de ahora.',
      forgotten: 'La clave privada y la contraseña se han olvidado.',
    },
    passkey: {
      offer: 'Usar una llave de acceso',
      what: 'La clave privada se cifra con una llave de acceso: esta página pide entonces su huella, su cara o el bloqueo de pantalla en lugar de un archivo. Quien pueda desbloquear su dispositivo puede abrir los documentos.',
      backup:
        'Una llave de acceso puede perderse, con un dispositivo o una cuenta, y con ella todos los documentos. Imprima primero la clave privada.',
      print: 'Imprimir la clave privada',
      printed: 'La he impreso y guardado en un lugar seguro',
      create: 'Crear una llave de acceso',
      made: 'La clave privada está cifrada con la llave de acceso. Guárdela, o consérvela en este navegador.',
      save: 'Guardar la clave cifrada',
      keep: 'Conservar en este navegador',
      kept: 'Este navegador conserva una clave privada, cifrada con una llave de acceso.',
      other: 'Este navegador ya conserva otra clave. Quítela primero.',
      given: 'Esta clave privada está cifrada con una llave de acceso.',
      open: 'Abrir con la llave de acceso',
      remove: 'Quitar de este navegador',
      sure: '¿Está la clave privada también en otro lugar, como archivo o en papel? Si esta es la única, sus documentos se pierden.',
      cancel: 'Cancelar',
      removed:
        'La clave cifrada se ha quitado de este navegador. La llave de acceso se elimina en los ajustes de su dispositivo.',
      paper: {
        heading: 'Clave privada',
        what: 'Quien tenga esta hoja puede abrir los documentos. Guárdela donde solo usted pueda leerla. Escanee el código o escriba los caracteres que hay debajo, y délos a la página del destinatario.',
      },
      none: {
        file: 'Aquí no hay llaves de acceso, porque esta página es un archivo del disco. La clave privada sigue siendo un archivo.',
        address:
          'En esta dirección no hay llaves de acceso. Hace falta https y un nombre, o localhost, no una dirección IP.',
        browser: 'Este navegador no tiene llaves de acceso que puedan cifrar una clave.',
      },
      trouble: {
        cancelled:
          'La llave de acceso no se ha usado: se canceló, tardó demasiado o ya no existe. No se ha perdido nada: inténtelo de nuevo, o use el archivo de clave o la hoja.',
        wrong: 'Esta llave de acceso no la abre. Use aquella con la que se cifró.',
        prf: 'Esta llave de acceso no puede cifrar una clave. No ha cambiado nada. Pruebe con otro dispositivo o gestor de contraseñas.',
        damaged:
          'La clave cifrada está dañada. Use el archivo de clave o la hoja, y cífrela de nuevo.',
        elsewhere: 'La llave de acceso es de otra dirección: {site}. Abra la página allí.',
        large:
          'Son demasiadas claves privadas para una sola llave de acceso. No se ha creado nada. Cargue menos.',
        full: 'Este navegador no conserva nada para esta página. Guarde la clave cifrada como archivo.',
      },
    },
    item: {
      sealed: '{size}, cifrado',
      opening: 'Abriendo · {percent}',
      openingName: 'Abriendo {name}',
      turn: 'Espera su turno',
      waiting: 'Espera una clave privada',
      unknownKind: 'Tipo desconocido',
      intact: 'Sin cambios desde que se cifró.',
      intactOnly:
        'Eso no dice quién lo cifró: puede hacerlo cualquiera que tenga su destinatario (age1…).',
      whole: 'Abierto por completo.',
      noRecord: 'Nada indica cómo se llamaba, ni qué era, cuando se cifró.',
      damaged: 'El propio documento parece dañado: {why}.',
      otherwise: 'El navegador del remitente dice otra cosa. {what}:',
      download: 'Descargar',
      show: 'Mostrar la imagen',
      print: 'Imprimir el justificante',
      viewer: { zoomIn: 'Acercar', zoomOut: 'Alejar', close: 'Cerrar' },
      tooLarge: 'Esta imagen es demasiado grande para mostrarla aquí. Descárguela para verla.',
      claims: 'Lo que dice el navegador del remitente y lo que encuentra esta página',
      details: 'Detalles',
      size: 'Tamaño',
      from: 'Abierto a partir de',
    },
    proof: {
      heading: 'Justificante de apertura',
      same: 'Comparado con lo que se cifró junto con él: lo mismo.',
      opened: 'Abierto el',
      by: 'Abierto con',
    },
    table: {
      name: 'Datos y comprobaciones de {name}',
      says: 'El navegador del remitente dice',
      finds: 'Esta página encuentra',
      saysShort: 'Dice:',
      findsShort: 'Encontrado:',
      differs: 'difiere',
      row: {
        name: 'Nombre',
        kind: 'Tipo',
        checked: 'Comprobado',
        remarks: 'Observaciones',
        size: 'Tamaño, SHA-256',
        sealed: 'Cifrado',
        by: 'Cifrado con',
      },
      nothing: 'Nada',
      unknowable: 'No se puede saber aquí',
      same: 'Lo mismo',
      unknownKind: 'No se conoce aquí',
      whole: 'Completo',
      damaged: 'Dañado: {why}',
      unchecked: 'No examinado: no es {types}',
    },
    trouble: {
      damaged:
        'Dañado. El archivo se cortó o se modificó después de cifrarlo, o lo que dice de sí mismo no es cierto. No se entrega nada de él. Pida que se lo envíen de nuevo.',
      'no-identity':
        'Nada de lo que ha indicado arriba lo abre: se cifró para otra persona. Añada la clave privada correcta y se intentará de nuevo.',
      unsupported: 'No es un archivo cifrado: esta página abre lo que se ha cifrado con age.',
      'other-pdf':
        'Un PDF en el que esta página no encuentra ningún archivo cifrado. Puede que se haya sellado o guardado de nuevo por el camino: si tiene un archivo adjunto, guárdelo y añádalo aquí.',
      'too-slow':
        'Su contraseña exige más cálculo del que hace esta página: se quedaría parada varios segundos. Abra el archivo con el comando age: age -d.',
      hardware:
        'Solo lo abre una clave privada guardada en un dispositivo, como una llave de seguridad, que esta página no puede usar. Abra el archivo con el comando: npx sealdrop open.',
      unreadable:
        'No se ha podido leer el archivo. Puede que sea una carpeta, o que se haya movido o eliminado.',
      failed:
        'No se ha podido abrir el archivo. Puede que sea demasiado grande para este navegador.',
    },
    remark: {
      'name-mismatch': 'El nombre no corresponde al tipo de archivo.',
      encrypted: 'Este PDF está protegido. Parece que se abre sin contraseña.',
      'password-needed': 'Este PDF pide una contraseña. Solo el remitente puede comunicársela.',
      'certificate-needed': 'Este PDF solo se abre con un certificado para el que se cifró.',
      'no-end-marker':
        'Es posible que a este PDF le falte el final. Compruebe que está la última página.',
      'location-data': 'Esta foto contiene el lugar donde se hizo.',
      'location-removed': 'Esta foto se envió sin la ubicación ni otros datos ocultos.',
      'leading-data':
        'Hay algo delante del documento. Ábralo con un lector de PDF, y con nada más.',
      'trailing-data':
        'En este archivo hay algo más después del documento, o su último cambio está incompleto. Compruebe que no falta nada.',
      'not-shown': 'Un navegador no puede mostrar esta imagen.',
      'near-limit': 'Este archivo está cerca del tamaño máximo.',
    },
    check: {
      size: 'Su tamaño.',
      type: 'Su tipo, por el contenido.',
      structure: 'Que está completo.',
    },
    caution: {
      program: 'Esto es un programa. No lo inicie.',
      script:
        'Este es un archivo {format}, que puede ejecutar scripts al abrirse. Ábralo solo en un editor de texto.',
      other: 'No es {types}, sino {format}. Ábralo solo si lo esperaba.',
      unknown: 'No es {types}. Ábralo solo si lo esperaba.',
    },
    pair: {
      heading: 'Crear un par de claves',
      halves:
        'Un par tiene dos mitades. El *destinatario* (age1…) es público: los documentos se cifran para él. La *clave privada* (AGE-SECRET-KEY-1…) es secreta: los abre.',
      advice:
        '*Use dos destinatarios:* el suyo, y el de un compañero o el de una copia de seguridad guardada en otro lugar. Si se pierde una clave privada, se pierden todos los documentos cifrados solo para ella.',
      make: 'Crear un par de claves',
      another: 'Crear otro par de claves',
      made: 'Se ha creado un par de claves. Guarde ahora la clave privada.',
      save: 'Guardar la clave privada',
      saved: 'La clave privada se ha guardado en un archivo. Consérvelo en un lugar seguro.',
      keep: 'No está en ningún otro sitio más que en esta página, y desaparece al cerrarla. Conserve el archivo donde solo usted pueda leerlo.',
      show: 'Mostrar',
      recipients: 'Destinatarios',
      own: 'El suyo',
      added: 'Añadido',
      remove: 'Quitar',
      only: 'Por ahora, un solo destinatario. Si se pierde esta clave privada, se pierden todos los documentos.',
      backup:
        'Este destinatario es la copia de seguridad de su llave de acceso. Guarde la clave privada antes de quitarlo.',
      several: {
        other: '{n} destinatarios. Cualquiera de sus claves privadas abre los documentos.',
      },
      fingerprint:
        'La huella digital sirve para comparar, por teléfono por ejemplo: el campo de envío de su sitio muestra la misma.',
      field: 'Otro destinatario (age1…)',
      add: 'Añadir',
      put: 'Ponga esto en su sitio web',
      placeholders:
        'Ponga la dirección de su servidor en lugar de /upload, y los archivos de SealDrop en /sealdrop/.',
      documents: 'Documentos',
      copy: {
        recipient: {
          button: 'Copiar el destinatario',
          done: 'El destinatario se ha copiado.',
          selected:
            'Este navegador no deja copiar a la página. El destinatario está seleccionado: cópielo ahora.',
        },
        snippet: {
          button: 'Copiar el código',
          done: 'El código se ha copiado.',
          selected:
            'Este navegador no deja copiar a la página. El código está seleccionado: cópielo ahora.',
        },
      },
      wasAdded: 'El destinatario se ha añadido.',
      wasRemoved: 'El destinatario se ha quitado.',
      trouble: {
        secret:
          'Eso es una clave privada, la mitad secreta de un par. El campo se ha vaciado y no se ha usado nada. Indique la mitad que empieza por age1.',
        known: 'Este destinatario ya está en la lista.',
        postQuantum: 'Este es un destinatario poscuántico. No puede estar junto al suyo.',
        none: 'Esto no es un destinatario. Empieza por age1 y tiene 62 letras minúsculas y cifras; puede que falte una o que sea incorrecta.',
      },
    },
  },
}
