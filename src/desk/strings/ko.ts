import type { DeskLanguage } from './strings.ts'

export const language: DeskLanguage = {
  reviewed: 'none',
  strings: {
    lang: 'ko',
    dir: 'ltr',
    between: ' ',
    quoted: '“{code}”.',
    page: {
      name: '수신자 페이지',
      lead: '나를 위해 암호화된 것을 여세요. 모든 일이 이 페이지에서 이루어집니다. 네트워크에 연결하지 않으며 아무것도 저장하지 않습니다.',
    },
    open: {
      heading: '서류 열기',
      identity: {
        heading: '내 개인 키',
        drop: '키 파일을 여기에 놓거나',
        more: '하나 더 여기에 놓거나',
        choose: '키 파일 선택',
        hint: 'AGE-SECRET-KEY-1이 들어 있는 텍스트 파일',
        field: '또는 개인 키를 붙여넣거나 비밀번호를 입력하세요',
        use: '사용',
        of: '{recipient}의 개인 키',
        passphrase: '비밀번호',
        forget: '지우기',
      },
      sealed: {
        heading: '암호화된 파일',
        drop: '암호화된 파일을 여기에 놓거나',
        more: '여기에 더 놓거나',
        choose: '암호화된 파일 선택',
        hint: '개수 제한 없음: .age 파일 또는 그것이 들어 있는 PDF',
      },
      summary: {
        waiting: { other: '파일 {n}개가 개인 키를 기다리는 중입니다.' },
        opening: { other: '파일 {n}개를 여는 중…' },
        opened: { other: '{total}개 중 {n}개를 열었습니다.' },
        failed: { other: '{n}개를 열지 못했습니다.' },
      },
      archive: '모두 압축 파일로 다운로드',
      archiving: '압축 파일을 만드는 중…',
      clear: '목록 비우기',
    },
    given: {
      empty: '아무것도 입력하지 않았습니다. 개인 키를 붙여넣거나 비밀번호를 입력하세요.',
      none: '개인 키가 들어 있지 않습니다. 개인 키는 AGE-SECRET-KEY-1로 시작합니다.',
      broken:
        '개인 키가 손상되었습니다. 글자가 빠졌거나 잘못되었습니다. 아무것도 적용되지 않았습니다.',
      sealed:
        '이 키 파일 자체가 비밀번호로 암호화되어 있습니다. 먼저 age로 여세요: age -d -o identity.txt',
      known: '이미 있습니다.',
      loaded: '개인 키를 불러왔습니다.',
      unreadable: '파일을 읽을 수 없습니다.',
      passphrase: '이제부터 이 비밀번호를 사용합니다.',
      forgotten: '개인 키와 비밀번호를 지웠습니다.',
    },
    item: {
      sealed: '{size}, 암호화됨',
      opening: '여는 중 · {percent}',
      openingName: '{name} 여는 중',
      turn: '순서를 기다리는 중',
      waiting: '개인 키를 기다리는 중',
      unknownKind: '알 수 없는 종류',
      intact: '암호화된 뒤로 바뀌지 않았습니다.',
      intactOnly:
        '누가 암호화했는지는 알 수 없습니다. 내 수신자(age1…)를 가진 사람이면 누구나 할 수 있습니다.',
      whole: '전체를 열었습니다.',
      noRecord: '암호화될 때의 이름이나 종류를 알려 주는 정보가 없습니다.',
      damaged: '서류 자체가 손상된 것 같습니다: {why}',
      otherwise: '보낸 사람의 브라우저는 다르게 말합니다. {what}:',
      download: '다운로드',
      show: '이미지 표시',
      picture: '이미지 {name}',
      claims: '보낸 사람의 브라우저가 말하는 것과 이 페이지가 확인한 것',
      details: '자세히',
      size: '크기',
      from: '원본 파일',
    },
    table: {
      name: '{name}에 대한 주장과 확인 결과',
      says: '보낸 사람의 브라우저가 말하는 것',
      finds: '이 페이지가 확인한 것',
      saysShort: '주장:',
      findsShort: '확인:',
      differs: '다름',
      row: {
        name: '이름',
        kind: '종류',
        checked: '확인한 항목',
        remarks: '참고',
        size: '크기, SHA-256',
        sealed: '암호화 시각',
        by: '암호화 프로그램',
      },
      nothing: '없음',
      unknowable: '여기서는 알 수 없음',
      same: '같음',
      unknownKind: '여기서는 알 수 없는 종류',
      whole: '온전함',
      damaged: '손상됨: {why}',
      unchecked: '살펴보지 않음: {types}가 아님',
    },
    trouble: {
      damaged:
        '손상되었습니다. 암호화된 뒤에 잘렸거나 바뀌었거나, 파일이 스스로에 대해 말하는 내용이 사실이 아닙니다. 아무것도 꺼내지 않습니다. 다시 보내 달라고 요청하세요.',
      'no-identity':
        '위에 입력한 것으로는 열리지 않습니다. 다른 사람을 위해 암호화되었습니다. 올바른 개인 키를 추가하면 다시 시도합니다.',
      unsupported: '암호화된 파일이 아닙니다. 이 페이지는 age로 암호화된 것을 엽니다.',
      'other-pdf':
        '이 PDF에서 암호화된 파일을 찾지 못했습니다. 도중에 도장이 찍혔거나 다시 저장되었을 수 있습니다. 첨부 파일이 있으면 저장해서 여기에 추가하세요.',
      'too-slow':
        '이 비밀번호에는 이 페이지가 하는 것보다 많은 계산이 필요합니다. 페이지가 몇 초 동안 멈추게 됩니다. age 명령으로 여세요: age -d',
      unreadable: '파일을 읽을 수 없습니다. 폴더이거나, 이동했거나 지웠을 수 있습니다.',
      failed: '파일을 열 수 없습니다. 이 브라우저에는 너무 클 수 있습니다.',
    },
    remark: {
      'name-mismatch': '파일 이름이 실제 파일 종류와 맞지 않습니다.',
      encrypted: '이 PDF는 보호되어 있습니다. 비밀번호 없이 열리는 것 같습니다.',
      'password-needed': '이 PDF에는 비밀번호가 필요합니다. 보낸 사람만 알려 줄 수 있습니다.',
      'certificate-needed': '이 PDF는 암호화할 때 지정된 인증서로만 열립니다.',
      'no-end-marker': '이 PDF는 끝이 잘렸을 수 있습니다. 마지막 페이지가 있는지 확인하세요.',
      'location-data': '이 사진에는 촬영 장소가 기록되어 있습니다.',
      'location-removed': '이 사진은 위치 정보와 다른 숨은 정보 없이 전송되었습니다.',
      'leading-data': '서류 앞에 다른 데이터가 있습니다. PDF 리더로만 여세요.',
      'trailing-data':
        '서류 뒤에 다른 데이터가 있거나 마지막 변경 내용이 불완전합니다. 빠진 부분이 없는지 확인하세요.',
      'not-shown': '브라우저에서 이 이미지를 표시할 수 없습니다.',
      'near-limit': '이 파일은 최대 크기에 가깝습니다.',
    },
    check: {
      size: '크기.',
      type: '내용으로 본 종류.',
      structure: '온전한지 여부.',
    },
    caution: {
      program: '프로그램입니다. 실행하지 마세요.',
      script:
        '{format} 파일입니다. 열면 스크립트가 실행될 수 있습니다. 텍스트 편집기에서만 여세요.',
      other: '{types}가 아니라 {format}입니다. 받기로 한 것일 때만 여세요.',
      unknown: '{types}가 아닙니다. 받기로 한 것일 때만 여세요.',
    },
    pair: {
      heading: '키 쌍 만들기',
      halves:
        '키 쌍은 두 부분으로 되어 있습니다. *수신자*(age1…)는 공개됩니다. 서류는 수신자를 위해 암호화됩니다. *개인 키*(AGE-SECRET-KEY-1…)는 비밀입니다. 개인 키로 서류를 엽니다.',
      advice:
        '*수신자를 두 개 사용하세요.* 하나는 내 것, 다른 하나는 동료의 것이나 다른 곳에 보관하는 예비용입니다. 개인 키를 잃어버리면 그 키만을 위해 암호화된 서류를 모두 잃습니다.',
      make: '키 쌍 만들기',
      another: '다른 키 쌍 만들기',
      made: '키 쌍을 만들었습니다. 지금 개인 키를 저장하세요.',
      save: '개인 키 저장',
      saved: '개인 키를 파일로 저장했습니다. 안전하게 보관하세요.',
      keep: '개인 키는 이 페이지에만 있으며, 페이지를 닫으면 사라집니다. 나만 읽을 수 있는 곳에 파일을 보관하세요.',
      show: '표시',
      recipients: '수신자',
      own: '내 것',
      added: '추가됨',
      remove: '제거',
      only: '아직 수신자가 하나뿐입니다. 이 개인 키를 잃어버리면 모든 서류를 잃습니다.',
      several: { other: '수신자 {n}개. 그중 어느 개인 키로도 서류를 열 수 있습니다.' },
      fingerprint:
        '지문은 전화 등으로 비교하기 위한 것입니다. 사이트의 업로드 필드에도 같은 지문이 표시됩니다.',
      field: '다른 수신자(age1…)',
      add: '추가',
      put: '사이트에 넣기',
      placeholders: '/upload 자리에 서버 주소를 넣고, SealDrop 파일을 /sealdrop/ 아래에 두세요.',
      documents: '서류',
      copy: {
        recipient: {
          button: '수신자 복사',
          done: '수신자를 복사했습니다.',
          selected:
            '이 브라우저에서는 페이지가 복사할 수 없습니다. 수신자가 선택되어 있으니 지금 복사하세요.',
        },
        snippet: {
          button: '코드 복사',
          done: '코드를 복사했습니다.',
          selected:
            '이 브라우저에서는 페이지가 복사할 수 없습니다. 코드가 선택되어 있으니 지금 복사하세요.',
        },
      },
      wasAdded: '수신자를 추가했습니다.',
      wasRemoved: '수신자를 제거했습니다.',
      trouble: {
        secret:
          '개인 키, 즉 쌍의 비밀 부분입니다. 입력란을 비웠으며 아무것도 사용하지 않았습니다. age1로 시작하는 부분을 입력하세요.',
        known: '이 수신자는 이미 목록에 있습니다.',
        postQuantum: '양자 내성 수신자입니다. 내 수신자와 함께 쓸 수 없습니다.',
        none: '수신자가 아닙니다. 수신자는 age1로 시작하며 62자의 소문자와 숫자로 되어 있습니다. 글자가 빠졌거나 잘못되었을 수 있습니다.',
      },
    },
  },
}
