import type { Language } from './strings.ts'

const again = 'Por favor, tente novamente.'
const owner = 'Por favor, informe o responsável por este site.'
const only = 'Só são aceites ficheiros {types}.'

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'pt',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Envio de ficheiros',
    hint: {
      one: '{types}, até {size}',
      each: '{types}, até {size} cada',
      some: '{types}, até {size} cada, {n} ficheiros no máximo',
    },
    atOnce: 'Os ficheiros são enviados assim que os escolhe.',
    drop: { one: 'Largue aqui o seu documento, ou', several: 'Largue aqui os seus documentos, ou' },
    choose: { one: 'Escolher ficheiro', several: 'Escolher ficheiros' },
    locked: 'De momento, não é possível adicionar nada.',
    required: 'Obrigatório.',
    missing: 'Por favor, adicione um documento.',
    unfinished: {
      one: 'Por favor, aguarde até que o seu documento seja entregue.',
      several: 'Por favor, aguarde até que os seus documentos sejam entregues.',
    },
    sealedFor: 'Encriptado no seu navegador para {recipient}',
    fault: {
      'insecure-context':
        'Os documentos só são enviados através de uma ligação segura. Abra esta página com https.',
      unsupported: 'Este navegador não consegue encriptar documentos. Atualize-o ou utilize outro.',
      misconfigured: `O envio de ficheiros não está configurado corretamente aqui. ${owner}`,
    },
    unloaded: 'A ligação perdeu-se. Os seus ficheiros serão adicionados quando a ligação voltar.',
    recipient: 'o destinatário',
  },
  fileStrings: {
    zone: {
      more: 'Largue mais aqui',
      letGo: {
        one: 'Solte para adicionar {n} ficheiro',
        other: 'Solte para adicionar {n} ficheiros',
      },
      letGoUncounted: 'Solte para adicionar os seus ficheiros',
      letGoReplacing: 'Solte para substituir o ficheiro',
      another: 'Largue aqui outro para o substituir',
      chooseAnother: 'Escolher outro ficheiro',
      full: { other: 'Foi atingido o máximo de {n} ficheiros. Remova um para escolher outro.' },
      left: { one: 'mais {n} ficheiro', other: 'mais {n} ficheiros' },
    },
    folders:
      'Não é possível adicionar pastas. Abra a pasta e adicione os ficheiros que estão dentro dela.',
    list: 'Ficheiros',
    seal: {
      only: 'Desta página só saem dados encriptados, para {recipient}',
      fingerprints: 'Só estas chaves abrem o que envia. Compare as impressões digitais delas:',
      untrusted: 'Não foi possível confirmar as chaves do destinatário. Sem elas, nada é enviado.',
      unreachable:
        'As chaves do destinatário não estão acessíveis de momento. Sem elas, nada é enviado.',
    },
    status: {
      waiting: 'Em espera',
      checking: 'A verificar',
      checkingLate:
        'A verificar · se ainda estiver na nuvem, tem de ser transferido primeiro para o dispositivo',
      ready: {
        auto: 'Verificado · aguarda a vez',
        submit: 'Verificado · segue com o formulário',
        manual: 'Verificado · pronto a enviar',
      },
      sealing: 'Verificado · a encriptar',
      preparing: 'Verificado · a preparar',
      sending: 'A enviar, encriptado',
      sendingOpen: 'A enviar',
      sendingLate: '{status} · o servidor está a verificar',
      confirming: 'Enviado · a aguardar a resposta',
      confirmingLate: 'Enviado · o servidor está a verificar',
      paused: 'Em pausa aos {percent}',
      offer: 'Envio por concluir · à espera da sua decisão',
      retrying: '{why} · nova tentativa',
      offline: 'Sem ligação à Internet · continua quando a ligação voltar',
      seemsOffline: '{status} · parece não haver ligação à Internet',
      delivered: 'Chegou · à espera dos outros',
      committing: 'Chegou · a concluir',
      done: 'Entregue',
      expires: 'Entregue · expira: {when}',
      cancelled: 'Cancelado',
      cancelledLate: 'Cancelado. Pode já ter chegado.',
      removed: 'Removido',
    },
    moment: '{day}, {time}',
    counting: {
      share: ' · {percent}',
      slow: ' · pode demorar mais {time}',
      wait: ' dentro de {time}',
    },
    unnamed: {
      chosen: {
        today: 'Um documento escolhido hoje ({time})',
        earlier: 'Um documento escolhido ({day}, {time})',
      },
      sent: {
        today: 'Um documento enviado hoje ({time})',
        earlier: 'Um documento enviado ({day}, {time})',
      },
    },
    action: {
      pause: 'Pausar {name}',
      resume: 'Retomar {name}',
      retry: 'Tentar novamente {name}',
      sendAgain: 'Enviar novamente {name}',
      cancel: 'Cancelar {name}',
      remove: 'Remover {name}',
      dismiss: 'Ocultar {name}',
      pauseAll: 'Pausar tudo',
      resumeAll: 'Retomar tudo',
      goOn: 'Continuar',
      notMine: 'Não é meu',
      undo: 'Desfazer',
      view: 'Ver {name}',
    },
    tip: {
      pause: 'Pausar',
      resume: 'Retomar',
      retry: 'Tentar novamente',
      sendAgain: 'Enviar novamente',
      cancel: 'Cancelar',
      remove: 'Remover',
      dismiss: 'Ocultar',
    },
    viewer: { zoomIn: 'Ampliar', zoomOut: 'Reduzir', close: 'Fechar' },
    summary: {
      delivered: { one: '{n} de {total} entregue', other: '{n} de {total} entregues' },
      failed: { one: '{n} falhou', other: '{n} falharam' },
      unconfirmed: { one: '{n} pode ter chegado', other: '{n} podem ter chegado' },
    },
    said: {
      added: { single: '{name} adicionado.', other: '{n} ficheiros adicionados.' },
      refused: {
        single: '{name} não foi adicionado. {why}',
        other: '{n} ficheiros não foram adicionados.',
      },
      replaced: { single: '{name} foi substituído.', other: '{n} ficheiros foram substituídos.' },
      restored: {
        single: '{name} continua a fazer parte deste formulário.',
        other: '{n} ficheiros continuam a fazer parte deste formulário.',
      },
      offered: {
        single:
          '{name} não foi enviado até ao fim. Continue o envio, ou indique que o ficheiro não é seu.',
        other:
          '{n} ficheiros não foram enviados até ao fim. Continue o envio, ou indique que não são seus.',
      },
      removed: { single: '{name} removido.', other: '{n} ficheiros removidos.' },
      withdrawn: {
        single: '{name} removido. Durante algum tempo, pode ser reposto.',
        other: '{n} ficheiros removidos. Durante algum tempo, podem ser repostos.',
      },
      putBack: { single: '{name} foi reposto.', other: '{n} ficheiros foram repostos.' },
      cancelled: { single: '{name} cancelado.', other: '{n} ficheiros cancelados.' },
      cancelledLate: {
        single: '{name} cancelado. Pode já ter chegado.',
        other: '{n} ficheiros cancelados. Podem já ter chegado.',
      },
      paused: { single: '{name} em pausa.', other: '{n} ficheiros em pausa.' },
      resumed: { single: '{name} foi retomado.', other: '{n} ficheiros foram retomados.' },
      again: {
        single: 'Nova tentativa com {name}.',
        other: 'Nova tentativa com {n} ficheiros.',
      },
      unread: {
        single:
          '{name} ainda está a ser lido. Se estiver na nuvem, tem de ser transferido primeiro para o dispositivo.',
        other:
          '{n} ficheiros ainda estão a ser lidos. Se estiverem na nuvem, têm de ser transferidos primeiro para o dispositivo.',
      },
      late: {
        single: 'O servidor ainda está a verificar {name}.',
        other: 'O servidor ainda está a verificar {n} ficheiros.',
      },
      retrying: {
        single: '{name}: {why}. Nova tentativa.',
        other: 'Nova tentativa com {n} ficheiros.',
      },
      failed: { single: '{name} falhou. {why}', other: '{n} ficheiros falharam.' },
      unconfirmed: { single: '{name}: {why}', other: '{n} ficheiros podem ter chegado.' },
      done: { single: '{name} entregue.', other: '{n} ficheiros entregues.' },
    },
    gathered: {
      addedNot: {
        one: '{n} ficheiro adicionado, {not} não.',
        other: '{n} ficheiros adicionados, {not} não.',
      },
      seeList: 'A lista diz porquê.',
      remarked: { other: 'Há observações sobre {n} ficheiros na lista.' },
      work: {
        single: 'A enviar {name} e, depois, o formulário.',
        other: 'A enviar {n} ficheiros e, depois, o formulário.',
      },
      sent: 'Enviado: {percent}.',
      summary: '{summary}.',
      between: ' ',
      offline:
        'Parece não haver ligação à Internet. O envio dos ficheiros continua quando a ligação voltar.',
      online: 'A ligação voltou.',
    },
    undelivered: {
      single: '{name} não foi entregue. Tente novamente ou remova-o.',
      other: '{n} ficheiros não foram entregues. Tente novamente ou remova-os.',
    },
    stopped: {
      single:
        '{name} está em pausa. Retome-o ou cancele-o e, depois, envie o formulário novamente.',
      other:
        '{n} ficheiros estão em pausa. Retome-os ou cancele-os e, depois, envie o formulário novamente.',
    },
    pressAgain: {
      named: 'Está tudo pronto. Prima “{button}” novamente para enviar o formulário.',
      unnamed: 'Está tudo pronto. Já pode enviar o formulário.',
    },
    unconfirmed: {
      single:
        '{name} pode ter chegado, mas nenhuma resposta o confirma. Envie-o novamente ou remova-o.',
      other:
        '{n} ficheiros podem ter chegado, mas nenhuma resposta o confirma. Envie-os novamente ou remova-os.',
      once: 'Este ficheiro pode ter chegado, mas nenhuma resposta o confirma. Se tentar novamente, não fica guardado duas vezes.',
      twice:
        'Este ficheiro pode ter chegado, mas nenhuma resposta o confirma. Se o enviar novamente, pode ficar guardado duas vezes.',
    },
    error: {
      empty: 'Este ficheiro está vazio. Escolha outro.',
      'too-large': 'Este ficheiro é demasiado grande. Escolha um mais pequeno.',
      'wrong-type': 'Este tipo de ficheiro não é aceite aqui. Escolha outro ficheiro.',
      damaged:
        'Este ficheiro está danificado ou incompleto. Guarde-o ou digitalize-o de novo e, depois, adicione-o.',
      'too-many': 'Não é possível adicionar mais ficheiros. Remova um para adicionar outro.',
      duplicate: 'Este ficheiro já está na lista.',
      unreadable:
        'Não foi possível ler este ficheiro. Se ainda estiver na nuvem, transfira-o primeiro para o dispositivo; se foi movido ou eliminado, escolha-o de novo.',
      changed:
        'Este ficheiro foi alterado depois de o ter escolhido. Por favor, adicione-o de novo.',
      'bad-recipient': `A chave do destinatário não é válida, por isso nada foi enviado. ${owner}`,
      'keys-untrusted': `Não foi possível confirmar as chaves do destinatário, por isso nada foi enviado. ${owner}`,
      'seal-failed': `Não foi possível encriptar este ficheiro, por isso não foi enviado. ${again}`,
      offline: 'Não há ligação à Internet. Tente novamente quando a ligação voltar.',
      network: `A ligação perdeu-se. ${again}`,
      timeout: `O servidor não respondeu a tempo. ${again}`,
      stalled: `O envio parou. ${again}`,
      unauthorized: 'Já não tem sessão iniciada. Recarregue a página e tente novamente.',
      forbidden: `O servidor não permite este envio. ${owner}`,
      'not-found': `O servidor não reconhece este envio. ${owner}`,
      refused:
        'O servidor não aceitou este ficheiro. Experimente outro, ou informe o responsável por este site.',
      'rate-limited':
        'Há demasiados envios neste momento. Tente novamente dentro de alguns minutos.',
      server: 'O servidor tem um problema. Tente novamente dentro de alguns minutos.',
      protocol: `O servidor deu uma resposta que não faz sentido. ${owner}`,
      'keys-rotated': `O destinatário mudou as chaves. ${again}`,
      mismatch: 'O que chegou não é o que foi enviado. Remova este ficheiro e adicione-o de novo.',
      'already-used': 'O servidor já tem este ficheiro. Não é preciso enviá-lo de novo.',
      expired: 'Este envio expirou. Remova o ficheiro e adicione-o de novo.',
    },
    rechoose:
      'O destinatário mudou as chaves, por isso este documento já não pode ser enviado. Por favor, escolha-o de novo.',
    quoted: '{why} O servidor respondeu: “{reason}”',
    reference: 'Número de referência: {id}',
    tooLarge: 'Este ficheiro é demasiado grande. O tamanho máximo é de {size}.',
    tooMany: {
      single: 'Só é possível adicionar um ficheiro. Remova-o, ou escolha outro para o substituir.',
      other: 'Só é possível adicionar {n} ficheiros. Remova um para adicionar outro.',
    },
    wrongType: {
      heic: 'Esta é uma fotografia {found} tirada com um iPhone. Exporte-a como JPG e adicione-a de novo.',
      office: 'Este é um documento {found}. Guarde-o como PDF e adicione-o de novo.',
      archive:
        'Este é um ficheiro comprimido {found}. Descomprima-o e adicione os ficheiros que contém.',
      program: `Isto é um programa, não um documento. ${only}`,
      page: 'Esta é uma página Web. Guarde-a como PDF e adicione-a de novo.',
      password: 'Este PDF pede uma palavra-passe. Adicione uma cópia que abra sem palavra-passe.',
      certificate:
        'Este PDF só pode ser aberto por aqueles para quem foi encriptado. Adicione uma cópia sem essa proteção.',
      signature:
        'Este é um ficheiro assinado ({found}). Guarde o documento que está dentro dele e adicione-o, ou adicione o documento sem assinatura.',
      other: `Este é um ficheiro {found}. ${only}`,
      unknown: `Este tipo de ficheiro não é conhecido aqui. ${only}`,
    },
    hitch: {
      network: 'Ligação perdida',
      timeout: 'Sem resposta',
      stalled: 'Sem progresso',
      server: 'O servidor tem um problema',
      'rate-limited': 'O servidor está ocupado',
    },
    remark: {
      'name-mismatch': 'O nome não corresponde ao tipo do ficheiro.',
      encrypted: 'Este PDF está protegido. Parece abrir sem palavra-passe.',
      'password-needed':
        'Este PDF pede uma palavra-passe. Comunique-a ao destinatário, ou adicione uma cópia que abra sem palavra-passe.',
      'certificate-needed':
        'Este PDF só pode ser aberto por aqueles para quem foi encriptado. Se o destinatário não for um deles, adicione uma cópia sem essa proteção.',
      'no-end-marker': 'Este PDF pode ter sido cortado. Verifique se a última página está lá.',
      'location-data':
        'Esta fotografia indica onde foi tirada. Se o destinatário não o deve saber, remova a localização na sua aplicação de fotografias e adicione a fotografia de novo.',
      'location-removed': 'Esta fotografia é enviada sem a localização e outros dados ocultos.',
      'leading-data':
        'Há algo antes do documento, por isso alguns programas podem não o abrir. Guarde-o de novo como PDF.',
      'trailing-data':
        'Há algo depois do documento, ou a última alteração está incompleta. Verifique se está completo.',
      'not-shown': 'O seu navegador não consegue mostrar esta imagem. Verifique se ela abre.',
      'near-limit': 'Este ficheiro está perto do tamanho máximo.',
    },
  },
}
