import type { Language } from './strings.ts'

const again = 'Tente novamente.'
const owner = 'Avise o responsável por este site.'
const only = 'Só são aceitos arquivos {types}.'

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'pt-BR',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'Envio de arquivos',
    hint: {
      one: '{types}, até {size}',
      each: '{types}, até {size} cada',
      some: '{types}, até {size} cada, no máximo {n} arquivos',
    },
    atOnce: 'Os arquivos são enviados assim que você os escolhe.',
    drop: { one: 'Solte seu documento aqui ou', several: 'Solte seus documentos aqui ou' },
    choose: { one: 'Escolher arquivo', several: 'Escolher arquivos' },
    locked: 'No momento, não é possível adicionar nada.',
    required: 'Obrigatório.',
    missing: 'Adicione um documento.',
    unfinished: {
      one: 'Aguarde até que seu documento seja entregue.',
      several: 'Aguarde até que seus documentos sejam entregues.',
    },
    sealedFor: 'Criptografado no seu navegador para {recipient}',
    fault: {
      'insecure-context':
        'Os documentos só são enviados por uma conexão segura. Abra esta página com https.',
      unsupported:
        'Este navegador não consegue criptografar documentos. Atualize o navegador ou use outro.',
      misconfigured: `O envio de arquivos não está configurado corretamente aqui. ${owner}`,
    },
    unloaded: 'A conexão foi perdida. Seus arquivos serão adicionados quando ela voltar.',
    recipient: 'o destinatário',
  },
  fileStrings: {
    zone: {
      more: 'Solte mais aqui',
      letGo: {
        one: 'Solte para adicionar {n} arquivo',
        other: 'Solte para adicionar {n} arquivos',
      },
      letGoUncounted: 'Solte para adicionar seus arquivos',
      letGoReplacing: 'Solte para substituir o arquivo',
      another: 'Solte outro aqui para substituí-lo',
      chooseAnother: 'Escolher outro arquivo',
      full: { other: 'O limite de {n} arquivos foi atingido. Remova um para escolher outro.' },
      left: { one: 'mais {n} arquivo', other: 'mais {n} arquivos' },
    },
    folders: 'Não é possível adicionar pastas. Abra a pasta e adicione os arquivos que estão nela.',
    list: 'Arquivos',
    seal: {
      only: 'Desta página só saem dados criptografados, para {recipient}',
      fingerprints:
        'Somente estas chaves abrem o que você envia. Compare as impressões digitais delas:',
      untrusted: 'Não foi possível confirmar as chaves do destinatário. Nada é enviado sem elas.',
      unreachable:
        'Não é possível acessar as chaves do destinatário no momento. Nada é enviado sem elas.',
    },
    status: {
      waiting: 'Aguardando',
      checking: 'Verificando',
      checkingLate:
        'Verificando · se o arquivo ainda estiver na nuvem, primeiro é preciso baixá-lo',
      ready: {
        auto: 'Verificado · aguardando a vez',
        submit: 'Verificado · será enviado com o formulário',
        manual: 'Verificado · pronto para enviar',
      },
      sealing: 'Verificado · criptografando',
      preparing: 'Verificado · preparando',
      sending: 'Enviando, criptografado',
      sendingOpen: 'Enviando',
      sendingLate: '{status} · o servidor está verificando',
      confirming: 'Enviado · aguardando a resposta',
      confirmingLate: 'Enviado · o servidor está verificando',
      paused: 'Pausado em {percent}',
      offer: 'Envio não concluído · aguardando sua decisão',
      retrying: '{why} · tentando novamente',
      offline: 'Você está off-line · continua quando a conexão voltar',
      seemsOffline: '{status} · parece que você está off-line',
      delivered: 'Chegou · aguardando os outros',
      committing: 'Chegou · finalizando',
      done: 'Entregue',
      expires: 'Entregue · expira: {when}',
      cancelled: 'Cancelado',
      cancelledLate: 'Cancelado. Pode já ter chegado.',
      removed: 'Removido',
    },
    moment: '{day}, {time}',
    counting: {
      share: ' · {percent}',
      slow: ' · pode levar mais {time}',
      wait: ' em {time}',
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
      dismiss: 'Dispensar {name}',
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
      dismiss: 'Dispensar',
    },
    viewer: { zoomIn: 'Aumentar zoom', zoomOut: 'Diminuir zoom', close: 'Fechar' },
    summary: {
      delivered: { one: '{n} de {total} entregue', other: '{n} de {total} entregues' },
      failed: { one: '{n} falhou', other: '{n} falharam' },
      unconfirmed: { one: '{n} pode ter chegado', other: '{n} podem ter chegado' },
    },
    said: {
      added: { single: '{name} adicionado.', other: '{n} arquivos adicionados.' },
      refused: {
        single: '{name} não foi adicionado. {why}',
        other: '{n} arquivos não foram adicionados.',
      },
      replaced: { single: '{name} foi substituído.', other: '{n} arquivos foram substituídos.' },
      restored: {
        single: '{name} continua fazendo parte deste formulário.',
        other: '{n} arquivos continuam fazendo parte deste formulário.',
      },
      offered: {
        single: '{name} não foi enviado até o fim. Continue o envio ou indique que não é seu.',
        other:
          '{n} arquivos não foram enviados até o fim. Continue o envio ou indique que não são seus.',
      },
      removed: { single: '{name} removido.', other: '{n} arquivos removidos.' },
      withdrawn: {
        single: '{name} removido. Por algum tempo, ainda é possível desfazer.',
        other: '{n} arquivos removidos. Por algum tempo, ainda é possível desfazer.',
      },
      putBack: { single: '{name} está de volta.', other: '{n} arquivos estão de volta.' },
      cancelled: { single: '{name} cancelado.', other: '{n} arquivos cancelados.' },
      cancelledLate: {
        single: '{name} cancelado. Pode já ter chegado.',
        other: '{n} arquivos cancelados. Podem já ter chegado.',
      },
      paused: { single: '{name} pausado.', other: '{n} arquivos pausados.' },
      resumed: { single: '{name} foi retomado.', other: '{n} arquivos foram retomados.' },
      again: {
        single: 'Nova tentativa com {name}.',
        other: 'Nova tentativa com {n} arquivos.',
      },
      unread: {
        single: '{name} ainda está sendo lido. Se estiver na nuvem, primeiro é preciso baixá-lo.',
        other:
          '{n} arquivos ainda estão sendo lidos. Se estiverem na nuvem, primeiro é preciso baixá-los.',
      },
      late: {
        single: 'O servidor ainda está verificando {name}.',
        other: 'O servidor ainda está verificando {n} arquivos.',
      },
      retrying: {
        single: '{name}: {why}. Nova tentativa.',
        other: 'Nova tentativa com {n} arquivos.',
      },
      failed: { single: '{name} falhou. {why}', other: '{n} arquivos falharam.' },
      unconfirmed: { single: '{name}: {why}', other: '{n} arquivos podem ter chegado.' },
      done: { single: '{name} entregue.', other: '{n} arquivos entregues.' },
    },
    gathered: {
      addedNot: {
        one: '{n} arquivo adicionado, {not} não.',
        other: '{n} arquivos adicionados, {not} não.',
      },
      seeList: 'A lista diz o motivo.',
      remarked: { other: 'Há observações sobre {n} arquivos na lista.' },
      work: {
        single: 'Enviando {name} e, depois, o formulário.',
        other: 'Enviando {n} arquivos e, depois, o formulário.',
      },
      sent: 'Enviado: {percent}.',
      summary: '{summary}.',
      between: ' ',
      offline:
        'Parece que você está off-line. O envio dos arquivos continua quando a conexão voltar.',
      online: 'A conexão voltou.',
    },
    undelivered: {
      single: '{name} não foi entregue. Tente novamente ou remova-o.',
      other: '{n} arquivos não foram entregues. Tente novamente ou remova-os.',
    },
    stopped: {
      single: '{name} está pausado. Retome ou cancele e depois envie o formulário novamente.',
      other:
        '{n} arquivos estão pausados. Retome ou cancele e depois envie o formulário novamente.',
    },
    pressAgain: {
      named: 'Está tudo pronto. Pressione “{button}” novamente para enviar o formulário.',
      unnamed: 'Está tudo pronto. Agora, envie o formulário.',
    },
    unconfirmed: {
      single: '{name} pode ter chegado, mas nenhuma resposta confirma. Envie novamente ou remova.',
      other:
        '{n} arquivos podem ter chegado, mas nenhuma resposta confirma. Envie novamente ou remova.',
      once: 'Este arquivo pode ter chegado, mas nenhuma resposta confirma. Se você tentar novamente, ele não será armazenado duas vezes.',
      twice:
        'Este arquivo pode ter chegado, mas nenhuma resposta confirma. Se você o enviar novamente, ele poderá ser armazenado duas vezes.',
    },
    error: {
      empty: 'Este arquivo está vazio. Escolha outro.',
      'too-large': 'Este arquivo é grande demais. Escolha um menor.',
      'wrong-type': 'Este tipo de arquivo não é aceito aqui. Escolha outro arquivo.',
      damaged:
        'Este arquivo está danificado ou incompleto. Salve ou digitalize de novo e depois adicione.',
      'too-many': 'Não é possível adicionar mais arquivos. Remova um para adicionar outro.',
      duplicate: 'Este arquivo já está na lista.',
      unreadable:
        'Não foi possível ler este arquivo. Se ele ainda estiver na nuvem, baixe-o primeiro; se foi movido ou excluído, escolha-o de novo.',
      changed: 'Este arquivo foi alterado depois que você o escolheu. Adicione-o de novo.',
      'bad-recipient': `A chave do destinatário não é válida, por isso nada foi enviado. ${owner}`,
      'keys-untrusted': `Não foi possível confirmar as chaves do destinatário, por isso nada foi enviado. ${owner}`,
      'seal-failed': `Não foi possível criptografar este arquivo, por isso ele não foi enviado. ${again}`,
      offline: 'Você está off-line. Tente novamente quando a conexão voltar.',
      network: `A conexão foi perdida. ${again}`,
      timeout: `O servidor não respondeu a tempo. ${again}`,
      stalled: `O envio parou. ${again}`,
      unauthorized: 'Sua sessão foi encerrada. Recarregue a página e tente novamente.',
      forbidden: `O servidor não permite este envio. ${owner}`,
      'not-found': `O servidor não reconhece este envio. ${owner}`,
      refused:
        'O servidor não aceitou este arquivo. Tente outro ou avise o responsável por este site.',
      'rate-limited': 'Há envios demais no momento. Tente novamente em alguns minutos.',
      server: 'O servidor está com um problema. Tente novamente em alguns minutos.',
      protocol: `O servidor deu uma resposta que não faz sentido. ${owner}`,
      'keys-rotated': `O destinatário trocou as chaves. ${again}`,
      mismatch: 'O que chegou não é o que foi enviado. Remova este arquivo e adicione-o de novo.',
      'already-used': 'O servidor já tem este arquivo. Não é preciso enviá-lo de novo.',
      expired: 'Este envio expirou. Remova o arquivo e adicione-o de novo.',
    },
    rechoose:
      'O destinatário trocou as chaves, por isso este documento não pode mais ser enviado. Escolha-o de novo.',
    quoted: '{why} O servidor respondeu: “{reason}”',
    reference: 'Número de referência: {id}',
    tooLarge: 'Este arquivo é grande demais. O tamanho máximo é {size}.',
    tooMany: {
      single: 'Só é possível adicionar um arquivo. Remova-o ou escolha outro para substituí-lo.',
      other: 'Só é possível adicionar {n} arquivos. Remova um para adicionar outro.',
    },
    wrongType: {
      heic: 'Esta é uma foto {found} de iPhone. Exporte como JPG e adicione de novo.',
      office: 'Este é um documento {found}. Salve como PDF e adicione de novo.',
      archive:
        'Este é um arquivo compactado {found}. Descompacte e adicione os arquivos que estão nele.',
      program: `Isto é um programa, não um documento. ${only}`,
      page: 'Esta é uma página da Web. Salve como PDF e adicione de novo.',
      password: 'Este PDF pede uma senha. Adicione uma cópia que abra sem senha.',
      certificate:
        'Este PDF só abre para as pessoas para quem foi criptografado. Adicione uma cópia sem essa proteção.',
      signature:
        'Este é um arquivo assinado ({found}). Salve o documento que está nele e adicione-o, ou adicione o documento sem assinatura.',
      other: `Este é um arquivo {found}. ${only}`,
      unknown: `Este tipo de arquivo não é conhecido aqui. ${only}`,
    },
    hitch: {
      network: 'Conexão perdida',
      timeout: 'Sem resposta',
      stalled: 'Sem progresso',
      server: 'O servidor está com um problema',
      'rate-limited': 'O servidor está ocupado',
    },
    remark: {
      'name-mismatch': 'O nome não corresponde ao tipo do arquivo.',
      encrypted: 'Este PDF está protegido. Parece que abre sem senha.',
      'password-needed':
        'Este PDF pede uma senha. Informe-a ao destinatário ou adicione uma cópia que abra sem senha.',
      'certificate-needed':
        'Este PDF só abre para as pessoas para quem foi criptografado. Se o destinatário não for uma delas, adicione uma cópia sem essa proteção.',
      'no-end-marker': 'Este PDF pode ter sido cortado. Verifique se a última página está nele.',
      'location-data':
        'Esta foto informa onde foi tirada. Se o destinatário não deve saber disso, remova a localização no seu app de fotos e adicione a foto de novo.',
      'location-removed': 'Esta foto é enviada sem a localização e outros detalhes ocultos.',
      'leading-data':
        'Há algo antes do documento, por isso alguns programas podem não abri-lo. Salve-o de novo como PDF.',
      'trailing-data':
        'Há algo depois do documento, ou a última alteração está incompleta. Verifique se ele está completo.',
      'not-shown': 'Seu navegador não consegue mostrar esta imagem. Verifique se ela abre.',
      'near-limit': 'Este arquivo está perto do tamanho máximo.',
    },
  },
}
