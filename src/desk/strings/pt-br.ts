import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'pt-BR',
    dir: 'ltr',
    between: ' ',
    quoted: '“{code}”.',
    page: {
      name: 'Página do destinatário',
      lead: 'Abra o que as pessoas criptografaram para você. Tudo acontece nesta página: ela não envia nada e não armazena nada que você não peça.',
    },
    open: {
      heading: 'Abrir documentos',
      identity: {
        heading: 'Sua chave privada',
        drop: 'Solte seu arquivo de chave aqui ou',
        more: 'Solte outro aqui ou',
        choose: 'Escolher o arquivo de chave',
        hint: 'Um arquivo de texto que contém AGE-SECRET-KEY-1',
        field: 'Ou cole uma chave privada, ou digite uma senha',
        use: 'Usar',
        of: 'Chave privada de {recipient}',
        passphrase: 'Uma senha',
        forget: 'Esquecer',
      },
      sealed: {
        heading: 'Arquivos criptografados',
        drop: 'Solte os arquivos criptografados aqui ou',
        more: 'Solte mais aqui ou',
        choose: 'Escolher arquivos criptografados',
        hint: 'Quantos você quiser: arquivos .age ou o PDF que os contém',
      },
      summary: {
        waiting: {
          one: '{n} arquivo aguarda uma chave privada.',
          other: '{n} arquivos aguardam uma chave privada.',
        },
        opening: { one: 'Abrindo {n} arquivo…', other: 'Abrindo {n} arquivos…' },
        opened: { other: 'Abertos: {n} de {total}.' },
        failed: { other: 'Não foi possível abrir: {n}.' },
      },
      archive: 'Baixar tudo em um arquivo compactado',
      archiving: 'Criando o arquivo compactado…',
      clear: 'Limpar a lista',
      list: {
        find: 'Buscar na lista',
        sort: 'Ordenar por',
        added: 'Ordem de inclusão',
        only: 'Somente com observações',
        shown: { other: 'Mostrando {n} de {total}.' },
        csv: 'Baixar a lista (CSV)',
      },
      folder: {
        choose: 'Escolher uma pasta',
        save: 'Salvar tudo em uma pasta',
        saved: { other: 'Salvos na pasta: {n} de {total}.' },
        refused:
          'Deixados de fora, porque o navegador recusa os nomes deles. Baixe cada um separadamente:',
        stopped:
          'O navegador não conseguiu gravar na pasta. O que foi salvo até então está inteiro.',
        empty: 'Não há nenhum arquivo criptografado nesta pasta.',
        unread: 'Não foi possível ler a pasta.',
        partly: 'Nem tudo o que há na pasta foi lido.',
      },
    },
    given: {
      empty: 'Nada foi informado. Cole uma chave privada ou digite uma senha.',
      none: 'Não há nenhuma chave privada nisso. Uma chave privada começa com AGE-SECRET-KEY-1.',
      broken:
        'A chave privada está danificada: falta uma letra ou há uma letra errada. Nada foi aceito.',
      sealed:
        'Este próprio arquivo de chave está criptografado com uma senha. Abra-o primeiro com o age: age -d -o identity.txt.',
      known: 'Já está aqui.',
      loaded: 'Chave privada carregada.',
      unreadable: 'Não foi possível ler o arquivo.',
      passphrase: 'A senha será usada a partir de agora.',
      forgotten: 'A chave privada e a senha foram esquecidas.',
    },
    passkey: {
      offer: 'Usar uma chave de acesso',
      what: 'A chave privada é criptografada com uma chave de acesso: esta página pede então sua digital, seu rosto ou o bloqueio de tela em vez de um arquivo. Quem puder desbloquear seu dispositivo pode abrir os documentos.',
      backup:
        'Uma chave de acesso pode se perder, com um dispositivo ou uma conta, e com ela todos os documentos. Imprima primeiro a chave privada.',
      print: 'Imprimir a chave privada',
      printed: 'Imprimi e guardei em um lugar seguro',
      create: 'Criar uma chave de acesso',
      made: 'A chave privada está criptografada com a chave de acesso. Salve-a, ou mantenha-a neste navegador.',
      save: 'Salvar a chave criptografada',
      keep: 'Manter neste navegador',
      kept: 'Este navegador mantém uma chave privada, criptografada com uma chave de acesso.',
      other: 'Este navegador já mantém outra chave. Remova essa primeiro.',
      given: 'Esta chave privada está criptografada com uma chave de acesso.',
      open: 'Abrir com a chave de acesso',
      remove: 'Remover deste navegador',
      sure: 'A chave privada está também em outro lugar, como arquivo ou em papel? Se esta for a única, os documentos dela se perdem.',
      cancel: 'Cancelar',
      removed:
        'A chave criptografada foi removida deste navegador. A própria chave de acesso pode ser excluída nas configurações do dispositivo.',
      paper: {
        heading: 'Chave privada',
        what: 'Quem tiver esta folha pode abrir os documentos. Guarde-a onde só você possa lê-la. Escaneie o código ou digite os caracteres abaixo dele, e informe-os à página do destinatário.',
      },
      none: {
        file: 'Aqui não há chaves de acesso, porque esta página é um arquivo no disco. A chave privada continua sendo um arquivo.',
        address:
          'Neste endereço não há chaves de acesso. É preciso https e um nome, ou localhost, não um endereço IP.',
        browser: 'Este navegador não tem chaves de acesso que possam criptografar uma chave.',
      },
      trouble: {
        cancelled:
          'A chave de acesso não foi usada: foi cancelada, demorou demais ou não existe mais. Nada se perdeu: tente de novo, ou use o arquivo da chave ou a folha.',
        wrong: 'Esta chave de acesso não a abre. Use aquela com que ela foi criptografada.',
        prf: 'Esta chave de acesso não pode criptografar uma chave. Nada foi alterado. Tente outro dispositivo ou gerenciador de senhas.',
        damaged:
          'A chave criptografada está danificada. Use o arquivo da chave ou a folha, e criptografe-a de novo.',
        elsewhere: 'A chave de acesso é de outro endereço: {site}. Abra a página lá.',
        large:
          'São chaves privadas demais para uma só chave de acesso. Nada foi criado. Carregue menos delas.',
        full: 'Este navegador não mantém nada para esta página. Salve a chave criptografada como arquivo.',
      },
    },
    item: {
      sealed: '{size}, criptografado',
      opening: 'Abrindo · {percent}',
      openingName: 'Abrindo {name}',
      turn: 'Aguardando a vez',
      waiting: 'Aguardando uma chave privada',
      unknownKind: 'Tipo desconhecido',
      intact: 'Sem alterações desde que foi criptografado.',
      intactOnly:
        'Isso não diz quem o criptografou: qualquer pessoa que tenha seu destinatário (age1…) pode fazer isso.',
      whole: 'Aberto por inteiro.',
      noRecord:
        'Não há nenhum registro nele, por isso nada indica como se chamava, ou o que era, quando foi criptografado.',
      damaged: 'O próprio documento parece danificado: {why}.',
      otherwise: 'O navegador do remetente diz outra coisa. {what}:',
      download: 'Baixar',
      show: 'Mostrar a imagem',
      print: 'Imprimir o comprovante',
      viewer: { zoomIn: 'Aumentar zoom', zoomOut: 'Diminuir zoom', close: 'Fechar' },
      tooLarge: 'Esta imagem é grande demais para ser mostrada aqui. Baixe-a para ver.',
      claims: 'O que diz o navegador do remetente e o que esta página encontra',
      details: 'Detalhes',
      size: 'Tamanho',
      from: 'Aberto a partir de',
    },
    proof: {
      heading: 'Comprovante de abertura',
      same: 'Comparado com o que foi criptografado com ele: o mesmo.',
      opened: 'Aberto em',
      by: 'Aberto com',
    },
    table: {
      name: 'Indicações e verificações sobre {name}',
      says: 'O navegador do remetente diz',
      finds: 'Esta página encontra',
      saysShort: 'Diz:',
      findsShort: 'Encontrado:',
      differs: 'diferente',
      row: {
        name: 'Nome',
        kind: 'Tipo',
        checked: 'Verificado',
        remarks: 'Observações',
        size: 'Tamanho, SHA-256',
        sealed: 'Criptografado',
        by: 'Criptografado com',
      },
      nothing: 'Nada',
      unknowable: 'Não é possível saber aqui',
      same: 'O mesmo',
      unknownKind: 'Não conhecido aqui',
      whole: 'Completo',
      damaged: 'Danificado: {why}',
      unchecked: 'Não examinado: não é {types}',
    },
    trouble: {
      damaged:
        'Danificado. O arquivo foi cortado ou alterado depois de criptografado, ou o que ele diz de si mesmo não é verdade. Nada dele é liberado. Peça que o enviem de novo.',
      'no-identity':
        'Nada do que você informou acima o abre: ele foi criptografado para outra pessoa. Adicione a chave privada certa e será feita uma nova tentativa.',
      unsupported:
        'Não é um arquivo criptografado: esta página abre o que foi criptografado com o age.',
      'other-pdf':
        'Um PDF em que esta página não encontra nenhum arquivo criptografado. Ele pode ter sido carimbado ou salvo de novo no caminho: se tiver um anexo, salve o anexo e adicione-o aqui.',
      'too-slow':
        'A senha exige mais cálculos do que esta página faz: ela ficaria parada por alguns segundos. Abra o arquivo com o comando age: age -d.',
      hardware:
        'Só uma chave privada em um dispositivo o abre, como uma chave de segurança, que esta página não pode usar. Abra o arquivo com o comando: npx sealdrop open.',
      unreadable:
        'Não foi possível ler o arquivo. Pode ser uma pasta, ou ele pode ter sido movido ou excluído.',
      failed: 'Não foi possível abrir o arquivo. Ele pode ser grande demais para este navegador.',
    },
    remark: {
      'name-mismatch': 'O nome não corresponde ao tipo do arquivo.',
      encrypted: 'Este PDF está protegido. Parece que abre sem senha.',
      'password-needed': 'Este PDF pede uma senha. Só o remetente pode informá-la.',
      'certificate-needed': 'Este PDF só abre com um certificado para o qual foi criptografado.',
      'no-end-marker': 'Este PDF pode ter sido cortado. Verifique se a última página está nele.',
      'location-data': 'Esta foto informa onde foi tirada.',
      'location-removed': 'A foto foi enviada sem a localização e outros detalhes ocultos.',
      'leading-data': 'Há algo antes do documento. Abra-o com um leitor de PDF e com mais nada.',
      'trailing-data':
        'Há algo depois do documento, ou a última alteração está incompleta. Verifique se ele está completo.',
      'not-shown': 'Um navegador não consegue mostrar esta imagem.',
      'near-limit': 'Este arquivo está perto do tamanho máximo.',
    },
    check: {
      size: 'O tamanho.',
      type: 'O tipo, pelo conteúdo.',
      structure: 'Se está completo.',
    },
    caution: {
      program: 'Isto é um programa. Não o inicie.',
      script:
        'Este é um arquivo {format}, que pode executar scripts ao ser aberto. Abra-o somente em um editor de texto.',
      other: 'Não é {types}, e sim {format}. Abra-o somente se você o esperava.',
      unknown: 'Não é {types}. Abra-o somente se você o esperava.',
    },
    pair: {
      heading: 'Criar um par de chaves',
      halves:
        'Um par tem duas metades. O *destinatário* (age1…) é público: os documentos são criptografados para ele. A *chave privada* (AGE-SECRET-KEY-1…) é secreta: ela os abre.',
      advice:
        '*Use dois destinatários:* o seu e o de um colega ou de um backup guardado em outro lugar. Se uma chave privada se perder, todos os documentos criptografados só para ela se perdem.',
      make: 'Criar um par de chaves',
      another: 'Criar outro par de chaves',
      made: 'Um par de chaves foi criado. Salve a chave privada agora.',
      save: 'Salvar a chave privada',
      saved: 'A chave privada foi salva em um arquivo. Guarde-o em um lugar seguro.',
      keep: 'Ela não está em nenhum outro lugar além desta página e some quando a página é fechada. Guarde o arquivo onde só você possa lê-lo.',
      show: 'Mostrar',
      recipients: 'Destinatários',
      own: 'O seu',
      added: 'Adicionado',
      remove: 'Remover',
      only: 'Por enquanto, só um destinatário. Se esta chave privada se perder, todos os documentos se perdem.',
      backup:
        'Este destinatário é a reserva da sua chave de acesso. Salve a chave privada antes de removê-lo.',
      several: {
        other: '{n} destinatários. Qualquer uma das chaves privadas deles abre os documentos.',
      },
      fingerprint:
        'A impressão digital serve para comparar, por telefone, por exemplo: o campo de envio do seu site mostra a mesma.',
      field: 'Outro destinatário (age1…)',
      add: 'Adicionar',
      put: 'Coloque isto no seu site',
      placeholders:
        'Coloque o endereço do seu servidor no lugar de /upload e os arquivos do SealDrop em /sealdrop/.',
      documents: 'Documentos',
      copy: {
        recipient: {
          button: 'Copiar o destinatário',
          done: 'O destinatário foi copiado.',
          selected:
            'Este navegador não deixa a página copiar. O destinatário está selecionado: copie-o agora.',
        },
        snippet: {
          button: 'Copiar o código',
          done: 'O código foi copiado.',
          selected:
            'Este navegador não deixa a página copiar. O código está selecionado: copie-o agora.',
        },
      },
      wasAdded: 'O destinatário foi adicionado.',
      wasRemoved: 'O destinatário foi removido.',
      trouble: {
        secret:
          'Isso é uma chave privada, a metade secreta de um par. O campo foi limpo e nada foi usado. Informe a metade que começa com age1.',
        known: 'Este destinatário já está na lista.',
        postQuantum: 'Este é um destinatário pós-quântico. Ele não pode ficar ao lado do seu.',
        none: 'Isto não é um destinatário. Um destinatário começa com age1 e tem 62 letras minúsculas e dígitos; pode faltar um, ou um pode estar errado.',
      },
    },
  },
}
