import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'pt',
    dir: 'ltr',
    between: ' ',
    quoted: '“{code}”.',
    page: {
      name: 'Página do destinatário',
      lead: 'Abra o que foi encriptado para si. Tudo acontece nesta página: não envia nada e não guarda nada que não lhe peça.',
    },
    open: {
      heading: 'Abrir documentos',
      identity: {
        heading: 'A sua chave privada',
        drop: 'Largue aqui o seu ficheiro de chave, ou',
        more: 'Largue aqui outro, ou',
        choose: 'Escolher o ficheiro de chave',
        hint: 'Um ficheiro de texto que contém AGE-SECRET-KEY-1',
        field: 'Ou cole uma chave privada, ou escreva uma palavra-passe',
        use: 'Utilizar',
        of: 'Chave privada de {recipient}',
        passphrase: 'Uma palavra-passe',
        forget: 'Esquecer',
      },
      sealed: {
        heading: 'Ficheiros encriptados',
        drop: 'Largue aqui os ficheiros encriptados, ou',
        more: 'Largue mais aqui, ou',
        choose: 'Escolher ficheiros encriptados',
        hint: 'Quantos quiser: ficheiros .age, ou o PDF que os contém',
      },
      summary: {
        waiting: {
          one: '{n} ficheiro aguarda uma chave privada.',
          other: '{n} ficheiros aguardam uma chave privada.',
        },
        opening: { one: 'A abrir {n} ficheiro…', other: 'A abrir {n} ficheiros…' },
        opened: { other: 'Abertos: {n} de {total}.' },
        failed: { other: 'Não foi possível abrir: {n}.' },
      },
      archive: 'Transferir tudo num arquivo',
      archiving: 'A criar o arquivo…',
      clear: 'Limpar a lista',
      list: {
        find: 'Procurar na lista',
        sort: 'Ordenar por',
        added: 'Ordem de adição',
        only: 'Apenas com observações',
        shown: { other: 'A mostrar {n} de {total}.' },
        csv: 'Transferir a lista (CSV)',
      },
      folder: {
        choose: 'Escolher uma pasta',
        save: 'Guardar tudo numa pasta',
        saved: { other: 'Guardados na pasta: {n} de {total}.' },
        refused:
          'Deixados de fora, porque o navegador recusa os seus nomes. Transfira cada um à parte:',
        stopped:
          'O navegador não conseguiu escrever na pasta. O que foi guardado até então está inteiro.',
        empty: 'Não há nenhum ficheiro encriptado nesta pasta.',
        unread: 'Não foi possível ler a pasta.',
        partly: 'Nem tudo o que está na pasta foi lido.',
      },
    },
    given: {
      empty: 'Não foi indicado nada. Cole uma chave privada ou escreva uma palavra-passe.',
      none: 'Não contém nenhuma chave privada. Uma chave privada começa por AGE-SECRET-KEY-1.',
      broken: 'A chave privada está danificada: falta uma letra ou está errada. Nada foi aceite.',
      sealed:
        'Este ficheiro de chave está ele próprio encriptado com uma palavra-passe. Abra-o primeiro com o age: age -d -o identity.txt.',
      known: 'Já está aqui.',
      loaded: 'Chave privada carregada.',
      unreadable: 'Não foi possível ler o ficheiro.',
      passphrase: 'A palavra-passe é utilizada a partir de agora.',
      forgotten: 'A chave privada e a palavra-passe foram esquecidas.',
    },
    passkey: {
      offer: 'Utilizar uma chave de acesso',
      what: 'A chave privada é encriptada com uma chave de acesso: esta página pede então a sua impressão digital, o rosto ou o bloqueio de ecrã em vez de um ficheiro. Quem puder desbloquear o seu dispositivo pode abrir os documentos.',
      backup:
        'Uma chave de acesso pode perder-se, com um dispositivo ou uma conta, e com ela todos os documentos. Imprima primeiro a chave privada.',
      print: 'Imprimir a chave privada',
      printed: 'Imprimi-a e guardei-a num lugar seguro',
      create: 'Criar uma chave de acesso',
      made: 'A chave privada está encriptada com a chave de acesso. Guarde-a, ou mantenha-a neste navegador.',
      save: 'Guardar a chave encriptada',
      keep: 'Manter neste navegador',
      kept: 'Este navegador mantém uma chave privada, encriptada com uma chave de acesso.',
      other: 'Este navegador já mantém outra chave. Remova-a primeiro.',
      given: 'Esta chave privada está encriptada com uma chave de acesso.',
      open: 'Abrir com a chave de acesso',
      remove: 'Remover deste navegador',
      sure: 'A chave privada está também noutro lugar, como ficheiro ou em papel? Se esta for a única, os documentos dela perdem-se.',
      cancel: 'Cancelar',
      removed:
        'A chave encriptada foi removida deste navegador. A própria chave de acesso elimina-se nas definições do dispositivo.',
      paper: {
        heading: 'Chave privada',
        what: 'Quem tiver esta folha pode abrir os documentos. Guarde-a onde só você a possa ler. Digitalize o código ou escreva os caracteres por baixo dele, e dê-os à página do destinatário.',
      },
      none: {
        file: 'Aqui não há chaves de acesso, porque esta página é um ficheiro no disco. A chave privada continua a ser um ficheiro.',
        address:
          'Neste endereço não há chaves de acesso. É preciso https e um nome, ou localhost, não um endereço IP.',
        browser: 'Este navegador não tem chaves de acesso que possam encriptar uma chave.',
      },
      trouble: {
        cancelled:
          'A chave de acesso não foi usada: foi cancelada, demorou demasiado ou já não existe. Nada se perdeu: tente de novo, ou use o ficheiro da chave ou a folha.',
        wrong: 'Esta chave de acesso não a abre. Use aquela com que foi encriptada.',
        prf: 'Esta chave de acesso não pode encriptar uma chave. Nada foi alterado. Tente outro dispositivo ou gestor de palavras-passe.',
        damaged:
          'A chave encriptada está danificada. Use o ficheiro da chave ou a folha, e encripte-a de novo.',
        elsewhere: 'A chave de acesso é de outro endereço: {site}. Abra a página aí.',
        large:
          'São demasiadas chaves privadas para uma só chave de acesso. Nada foi criado. Carregue menos.',
        full: 'Este navegador não mantém nada para esta página. Guarde a chave encriptada como ficheiro.',
      },
    },
    item: {
      sealed: '{size}, encriptado',
      opening: 'A abrir · {percent}',
      openingName: 'A abrir {name}',
      turn: 'Aguarda a vez',
      waiting: 'Aguarda uma chave privada',
      unknownKind: 'Tipo desconhecido',
      intact: 'Sem alterações desde que foi encriptado.',
      intactOnly:
        'Isso não diz quem o encriptou: pode fazê-lo qualquer pessoa que tenha o seu destinatário (age1…).',
      whole: 'Aberto por inteiro.',
      noRecord: 'Nada indica como se chamava, ou o que era, quando foi encriptado.',
      damaged: 'O próprio documento parece danificado: {why}.',
      otherwise: 'O navegador do remetente diz outra coisa. {what}:',
      download: 'Transferir',
      show: 'Mostrar a imagem',
      print: 'Imprimir o comprovativo',
      viewer: { zoomIn: 'Ampliar', zoomOut: 'Reduzir', close: 'Fechar' },
      tooLarge: 'Esta imagem é demasiado grande para ser mostrada aqui. Transfira-a para a ver.',
      claims: 'O que diz o navegador do remetente e o que encontra esta página',
      details: 'Detalhes',
      size: 'Tamanho',
      from: 'Aberto a partir de',
    },
    proof: {
      heading: 'Comprovativo de abertura',
      same: 'Comparado com o que foi encriptado com ele: o mesmo.',
      opened: 'Aberto em',
      by: 'Aberto com',
    },
    table: {
      name: 'Indicações e verificações sobre {name}',
      says: 'O navegador do remetente diz',
      finds: 'Esta página encontra',
      saysShort: 'Diz:',
      findsShort: 'Encontrado:',
      differs: 'difere',
      row: {
        name: 'Nome',
        kind: 'Tipo',
        checked: 'Verificado',
        remarks: 'Observações',
        size: 'Tamanho, SHA-256',
        sealed: 'Encriptado',
        by: 'Encriptado com',
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
        'Danificado. O ficheiro foi cortado ou alterado depois de encriptado, ou o que diz de si próprio não é verdade. Nada dele é disponibilizado. Peça que lho enviem de novo.',
      'no-identity':
        'Nada do que indicou acima o abre: foi encriptado para outra pessoa. Adicione a chave privada certa e será feita nova tentativa.',
      unsupported: 'Não é um ficheiro encriptado: esta página abre o que foi encriptado com o age.',
      'other-pdf':
        'Um PDF em que esta página não encontra nenhum ficheiro encriptado. Pode ter sido carimbado ou guardado de novo pelo caminho: se tiver um anexo, guarde-o e adicione-o aqui.',
      'too-slow':
        'A palavra-passe exige mais cálculo do que esta página faz: ficaria parada durante segundos. Abra o ficheiro com o comando age: age -d.',
      hardware:
        'Só uma chave privada num dispositivo o abre, como uma chave de segurança, que esta página não pode usar. Abra o ficheiro com o comando: npx sealdrop open.',
      unreadable:
        'Não foi possível ler o ficheiro. Pode ser uma pasta, ou ter sido movido ou eliminado.',
      failed: 'Não foi possível abrir o ficheiro. Pode ser demasiado grande para este navegador.',
    },
    remark: {
      'name-mismatch': 'O nome não corresponde ao tipo do ficheiro.',
      encrypted: 'Este PDF está protegido. Parece abrir sem palavra-passe.',
      'password-needed': 'Este PDF pede uma palavra-passe. Só o remetente a pode comunicar.',
      'certificate-needed': 'Este PDF só abre com um certificado para o qual foi encriptado.',
      'no-end-marker': 'Este PDF pode ter sido cortado. Verifique se a última página está lá.',
      'location-data': 'Esta fotografia indica onde foi tirada.',
      'location-removed': 'Esta fotografia foi enviada sem a localização e outros dados ocultos.',
      'leading-data': 'Há algo antes do documento. Abra-o com um leitor de PDF, e com mais nada.',
      'trailing-data':
        'Há algo depois do documento, ou a última alteração está incompleta. Verifique se está completo.',
      'not-shown': 'Um navegador não consegue mostrar esta imagem.',
      'near-limit': 'Este ficheiro está perto do tamanho máximo.',
    },
    check: {
      size: 'O tamanho.',
      type: 'O tipo, pelo conteúdo.',
      structure: 'Se está completo.',
    },
    caution: {
      program: 'Isto é um programa. Não o inicie.',
      script:
        'Este é um ficheiro {format}, que pode executar scripts ao ser aberto. Abra-o apenas num editor de texto.',
      other: 'Não é {types}, mas sim {format}. Abra-o apenas se estava à espera dele.',
      unknown: 'Não é {types}. Abra-o apenas se estava à espera dele.',
    },
    pair: {
      heading: 'Criar um par de chaves',
      halves:
        'Um par tem duas metades. O *destinatário* (age1…) é público: os documentos são encriptados para ele. A *chave privada* (AGE-SECRET-KEY-1…) é secreta: abre-os.',
      advice:
        '*Utilize dois destinatários:* o seu, e o de um colega ou o de uma cópia de segurança guardada noutro lugar. Se uma chave privada se perder, perdem-se todos os documentos encriptados só para ela.',
      make: 'Criar um par de chaves',
      another: 'Criar outro par de chaves',
      made: 'Foi criado um par de chaves. Guarde agora a chave privada.',
      save: 'Guardar a chave privada',
      saved: 'A chave privada foi guardada num ficheiro. Conserve-o em lugar seguro.',
      keep: 'Não está em mais lado nenhum senão nesta página, e desaparece quando a página for fechada. Conserve o ficheiro onde mais ninguém o possa ler.',
      show: 'Mostrar',
      recipients: 'Destinatários',
      own: 'O seu',
      added: 'Adicionado',
      remove: 'Remover',
      only: 'Por enquanto, só um destinatário. Se esta chave privada se perder, perdem-se todos os documentos.',
      backup:
        'Este destinatário é a reserva da sua chave de acesso. Guarde a chave privada antes de o remover.',
      several: {
        other: '{n} destinatários. Qualquer uma das suas chaves privadas abre os documentos.',
      },
      fingerprint:
        'A impressão digital serve para comparar, por telefone por exemplo: o campo de envio do seu site mostra a mesma.',
      field: 'Outro destinatário (age1…)',
      add: 'Adicionar',
      put: 'Ponha isto no seu site',
      placeholders:
        'Ponha o endereço do seu servidor no lugar de /upload, e os ficheiros do SealDrop em /sealdrop/.',
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
          'Isso é uma chave privada, a metade secreta de um par. O campo foi limpo e nada foi utilizado. Indique a metade que começa por age1.',
        known: 'Este destinatário já está na lista.',
        postQuantum: 'Este é um destinatário pós-quântico. Não pode estar ao lado do seu.',
        none: 'Isto não é um destinatário. Começa por age1 e tem 62 letras minúsculas e algarismos; pode faltar um ou estar errado.',
      },
    },
  },
}
