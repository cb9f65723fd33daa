import type { Language } from './strings.ts'

const again = '다시 시도해 주세요.'
const owner = '이 사이트의 운영자에게 알려 주세요.'

// A word such as "파일" follows each name, because the particle would have to match the name's last sound.
export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'ko',
    dir: 'ltr',
    about: '{text}: {name}',
    group: '업로드',
    hint: {
      one: '{types}, 최대 {size}',
      each: '{types}, 파일당 최대 {size}',
      some: '{types}, 파일당 최대 {size}, 최대 {n}개',
    },
    atOnce: '파일은 선택하면 바로 전송됩니다.',
    drop: { one: '서류를 여기에 놓거나', several: '서류를 여기에 놓거나' },
    choose: { one: '파일 선택', several: '파일 선택' },
    locked: '지금은 아무것도 추가할 수 없습니다.',
    required: '필수 항목입니다.',
    missing: '서류를 추가해 주세요.',
    unfinished: {
      one: '서류가 전달될 때까지 기다려 주세요.',
      several: '서류가 모두 전달될 때까지 기다려 주세요.',
    },
    sealedFor: '{recipient}만 열 수 있도록 브라우저에서 암호화됩니다',
    fault: {
      'insecure-context': '서류는 보안 연결로만 전송됩니다. 이 페이지를 https로 열어 주세요.',
      unsupported:
        '이 브라우저에서는 서류를 암호화할 수 없습니다. 업데이트하거나 다른 브라우저를 사용해 주세요.',
      misconfigured: `이 업로드가 올바르게 설정되지 않았습니다. ${owner}`,
    },
    unloaded: '연결이 끊겼습니다. 연결이 복구되면 파일이 추가됩니다.',
    recipient: '수신자',
  },
  fileStrings: {
    zone: {
      more: '여기에 더 놓을 수 있습니다',
      letGo: { other: '놓으면 파일 {n}개가 추가됩니다' },
      letGoUncounted: '놓으면 파일이 추가됩니다',
      letGoReplacing: '놓으면 파일이 교체됩니다',
      another: '교체하려면 다른 파일을 여기에 놓으세요',
      chooseAnother: '다른 파일 선택',
      full: {
        other: '최대 개수인 {n}개가 추가되었습니다. 다른 파일을 선택하려면 하나를 제거하세요.',
      },
      left: { other: '{n}개 더 추가할 수 있음' },
    },
    folders: '폴더는 추가할 수 없습니다. 폴더를 열고 안에 있는 파일을 추가하세요.',
    list: '파일',
    seal: {
      only: '이 페이지에서 나가는 것은 {recipient}만 열 수 있는 암호화된 데이터뿐입니다',
      fingerprints: '보내는 내용은 이 키로만 열 수 있습니다. 키의 지문을 비교해 보세요.',
      untrusted: '수신자의 키를 검증하지 못했습니다. 키가 없으면 아무것도 전송되지 않습니다.',
      unreachable:
        '지금은 수신자의 키를 가져올 수 없습니다. 키가 없으면 아무것도 전송되지 않습니다.',
    },
    status: {
      waiting: '대기 중',
      checking: '검사 중',
      checkingLate: '검사 중 · 아직 클라우드에 있다면 먼저 다운로드되어야 합니다',
      ready: {
        auto: '검사 완료 · 순서를 기다리는 중',
        submit: '검사 완료 · 양식과 함께 전송됩니다',
        manual: '검사 완료 · 보낼 준비 완료',
      },
      sealing: '검사 완료 · 암호화 중',
      preparing: '검사 완료 · 준비 중',
      sending: '암호화하여 전송 중',
      sendingOpen: '전송 중',
      sendingLate: '{status} · 서버에서 검사 중',
      confirming: '전송됨 · 응답을 기다리는 중',
      confirmingLate: '전송됨 · 서버에서 검사 중',
      paused: '{percent}에서 일시중지됨',
      offer: '끝까지 전송되지 않음 · 계속할지 선택하세요',
      retrying: '{why} · 다시 시도합니다',
      offline: '오프라인 상태입니다 · 연결이 복구되면 계속됩니다',
      seemsOffline: '{status} · 오프라인 상태인 것 같습니다',
      delivered: '도착함 · 다른 파일을 기다리는 중',
      committing: '도착함 · 마무리 중',
      done: '전달 완료',
      expires: '전달 완료 · 만료: {when}',
      cancelled: '취소됨',
      cancelledLate: '취소되었습니다. 이미 도착했을 수 있습니다.',
      removed: '제거됨',
    },
    moment: '{day} {time}',
    counting: { share: ' · {percent}', slow: ' · {time} 더 걸릴 수 있음', wait: ' ({time} 후)' },
    unnamed: {
      chosen: { today: '{time}에 선택한 서류', earlier: '{day} {time}에 선택한 서류' },
      sent: { today: '{time}에 보낸 서류', earlier: '{day} {time}에 보낸 서류' },
    },
    action: {
      pause: '{name} 일시중지',
      resume: '{name} 재개',
      retry: '{name} 다시 시도',
      sendAgain: '{name} 다시 보내기',
      cancel: '{name} 취소',
      remove: '{name} 제거',
      dismiss: '{name} 숨기기',
      pauseAll: '모두 일시중지',
      resumeAll: '모두 재개',
      goOn: '계속',
      notMine: '내 파일 아님',
      undo: '실행 취소',
      view: '{name} 보기',
    },
    tip: {
      pause: '일시중지',
      resume: '재개',
      retry: '다시 시도',
      sendAgain: '다시 보내기',
      cancel: '취소',
      remove: '제거',
      dismiss: '숨기기',
    },
    viewer: { zoomIn: '확대', zoomOut: '축소', close: '닫기' },
    summary: {
      delivered: { other: '{total}개 중 {n}개 전달 완료' },
      failed: { other: '{n}개 실패' },
      unconfirmed: { other: '{n}개는 도착했을 수 있음' },
    },
    said: {
      added: { single: '{name} 파일이 추가되었습니다.', other: '파일 {n}개가 추가되었습니다.' },
      refused: {
        single: '{name} 파일이 추가되지 않았습니다. {why}',
        other: '파일 {n}개가 추가되지 않았습니다.',
      },
      replaced: {
        single: '{name} 파일이 교체되었습니다.',
        other: '파일 {n}개가 교체되었습니다.',
      },
      restored: {
        single: '{name} 파일은 여전히 이 양식에 포함되어 있습니다.',
        other: '파일 {n}개는 여전히 이 양식에 포함되어 있습니다.',
      },
      offered: {
        single: '{name} 파일이 끝까지 전송되지 않았습니다. 계속하거나 “내 파일 아님”을 선택하세요.',
        other: '파일 {n}개가 끝까지 전송되지 않았습니다. 계속하거나 “내 파일 아님”을 선택하세요.',
      },
      removed: { single: '{name} 파일이 제거되었습니다.', other: '파일 {n}개가 제거되었습니다.' },
      withdrawn: {
        single: '{name} 파일이 제거되었습니다. 잠시 동안 되돌릴 수 있습니다.',
        other: '파일 {n}개가 제거되었습니다. 잠시 동안 되돌릴 수 있습니다.',
      },
      putBack: {
        single: '{name} 파일이 복원되었습니다.',
        other: '파일 {n}개가 복원되었습니다.',
      },
      cancelled: {
        single: '{name} 파일 전송이 취소되었습니다.',
        other: '파일 {n}개의 전송이 취소되었습니다.',
      },
      cancelledLate: {
        single: '{name} 파일 전송이 취소되었습니다. 이미 도착했을 수 있습니다.',
        other: '파일 {n}개의 전송이 취소되었습니다. 이미 도착했을 수 있습니다.',
      },
      paused: {
        single: '{name} 파일 전송이 일시중지되었습니다.',
        other: '파일 {n}개의 전송이 일시중지되었습니다.',
      },
      resumed: {
        single: '{name} 파일 전송을 재개합니다.',
        other: '파일 {n}개의 전송을 재개합니다.',
      },
      again: {
        single: '{name} 파일 전송을 다시 시도합니다.',
        other: '파일 {n}개의 전송을 다시 시도합니다.',
      },
      unread: {
        single: '{name} 파일을 아직 읽고 있습니다. 클라우드에 있다면 먼저 다운로드되어야 합니다.',
        other: '파일 {n}개를 아직 읽고 있습니다. 클라우드에 있다면 먼저 다운로드되어야 합니다.',
      },
      late: {
        single: '서버에서 {name} 파일을 아직 검사하고 있습니다.',
        other: '서버에서 파일 {n}개를 아직 검사하고 있습니다.',
      },
      retrying: {
        single: '{name}: {why}. 다시 시도합니다.',
        other: '파일 {n}개의 전송을 다시 시도합니다.',
      },
      failed: {
        single: '{name} 파일을 전송하지 못했습니다. {why}',
        other: '파일 {n}개를 전송하지 못했습니다.',
      },
      unconfirmed: { single: '{name}: {why}', other: '파일 {n}개는 도착했을 수 있습니다.' },
      done: { single: '{name} 파일이 전달되었습니다.', other: '파일 {n}개가 전달되었습니다.' },
    },
    gathered: {
      addedNot: { other: '파일 {n}개가 추가되었고, {not}개는 추가되지 않았습니다.' },
      seeList: '이유는 목록에 있습니다.',
      remarked: { other: '파일 {n}개에 대한 참고 사항이 목록에 있습니다.' },
      work: {
        single: '{name} 파일을 전송한 다음 양식을 전송합니다.',
        other: '파일 {n}개를 전송한 다음 양식을 전송합니다.',
      },
      sent: '{percent} 전송되었습니다.',
      summary: '{summary}.',
      between: ' ',
      offline: '오프라인 상태인 것 같습니다. 연결이 복구되면 파일 전송이 계속됩니다.',
      online: '연결이 복구되었습니다.',
    },
    undelivered: {
      single: '{name} 파일이 전달되지 않았습니다. 다시 시도하거나 제거하세요.',
      other: '파일 {n}개가 전달되지 않았습니다. 다시 시도하거나 제거하세요.',
    },
    stopped: {
      single:
        '{name} 파일 전송이 일시중지되어 있습니다. 재개하거나 취소한 다음 양식을 다시 보내세요.',
      other:
        '파일 {n}개의 전송이 일시중지되어 있습니다. 재개하거나 취소한 다음 양식을 다시 보내세요.',
    },
    pressAgain: {
      named: '모두 준비되었습니다. 양식을 보내려면 “{button}” 버튼을 다시 누르세요.',
      unnamed: '모두 준비되었습니다. 이제 양식을 보내세요.',
    },
    unconfirmed: {
      single:
        '{name} 파일은 도착했을 수 있지만, 이를 확인하는 응답이 없습니다. 다시 보내거나 제거하세요.',
      other:
        '파일 {n}개는 도착했을 수 있지만, 이를 확인하는 응답이 없습니다. 다시 보내거나 제거하세요.',
      once: '이 파일은 도착했을 수 있지만, 이를 확인하는 응답이 없습니다. 다시 시도해도 두 번 저장되지 않습니다.',
      twice:
        '이 파일은 도착했을 수 있지만, 이를 확인하는 응답이 없습니다. 다시 보내면 두 번 저장될 수 있습니다.',
    },
    error: {
      empty: '이 파일은 비어 있습니다. 다른 파일을 선택하세요.',
      'too-large': '이 파일은 너무 큽니다. 더 작은 파일을 선택하세요.',
      'wrong-type': '이 종류의 파일은 여기에 추가할 수 없습니다. 다른 파일을 선택하세요.',
      damaged: '이 파일은 손상되었거나 불완전합니다. 다시 저장하거나 스캔한 다음 추가하세요.',
      'too-many': '파일을 더 추가할 수 없습니다. 다른 파일을 추가하려면 하나를 제거하세요.',
      duplicate: '이 파일은 이미 목록에 있습니다.',
      unreadable:
        '이 파일을 읽을 수 없습니다. 아직 클라우드에 있다면 먼저 다운로드하고, 이동하거나 지웠다면 다시 선택하세요.',
      changed: '이 파일은 선택된 뒤에 변경되었습니다. 다시 추가해 주세요.',
      'bad-recipient': `수신자의 키가 올바르지 않아 아무것도 전송되지 않았습니다. ${owner}`,
      'keys-untrusted': `수신자의 키를 검증하지 못해 아무것도 전송되지 않았습니다. ${owner}`,
      'seal-failed': `이 파일은 암호화할 수 없어 전송되지 않았습니다. ${again}`,
      offline: '오프라인 상태입니다. 연결이 복구되면 다시 시도하세요.',
      network: `연결이 끊겼습니다. ${again}`,
      timeout: `서버가 제때 응답하지 않았습니다. ${again}`,
      stalled: `업로드가 멈췄습니다. ${again}`,
      unauthorized: '로그아웃되었습니다. 페이지를 새로고침한 다음 다시 시도하세요.',
      forbidden: `서버가 이 업로드를 허용하지 않습니다. ${owner}`,
      'not-found': `서버에서 이 업로드를 찾을 수 없습니다. ${owner}`,
      refused:
        '서버가 이 파일을 거부했습니다. 다른 파일로 시도하거나 이 사이트의 운영자에게 알려 주세요.',
      'rate-limited': '지금은 업로드가 너무 많습니다. 몇 분 후에 다시 시도하세요.',
      server: '서버에 문제가 있습니다. 몇 분 후에 다시 시도하세요.',
      protocol: `서버의 응답을 이해할 수 없습니다. ${owner}`,
      'keys-rotated': `수신자가 키를 변경했습니다. ${again}`,
      mismatch: '도착한 내용이 보낸 내용과 다릅니다. 이 파일을 제거하고 다시 추가하세요.',
      'already-used': '서버에 이미 이 파일이 있습니다. 다시 보낼 필요가 없습니다.',
      expired: '이 업로드는 만료되었습니다. 파일을 제거하고 다시 추가하세요.',
    },
    rechoose: '수신자가 키를 변경하여 이 서류를 더 이상 보낼 수 없습니다. 다시 선택해 주세요.',
    quoted: '{why} 서버 메시지: “{reason}”',
    reference: '참조 번호: {id}',
    tooLarge: '이 파일은 너무 큽니다. 최대 {size}까지 추가할 수 있습니다.',
    tooMany: {
      single:
        '파일을 하나만 추가할 수 있습니다. 그 파일을 제거하거나, 다른 파일을 선택하여 교체하세요.',
      other: '파일을 {n}개까지만 추가할 수 있습니다. 다른 파일을 추가하려면 하나를 제거하세요.',
    },
    wrongType: {
      heic: 'iPhone의 {found} 사진입니다. JPG로 내보낸 다음 다시 추가하세요.',
      office: '{found} 문서입니다. PDF로 저장한 다음 다시 추가하세요.',
      archive: '{found} 압축 파일입니다. 압축을 풀고 안에 있는 파일을 추가하세요.',
      program: '서류가 아니라 프로그램입니다. {types} 파일만 추가할 수 있습니다.',
      page: '웹페이지입니다. PDF로 저장한 다음 다시 추가하세요.',
      password: '이 PDF에는 비밀번호가 필요합니다. 비밀번호 없이 열리는 사본을 추가하세요.',
      certificate:
        '이 PDF는 암호화할 때 지정된 사람만 열 수 있습니다. 이 보호가 없는 사본을 추가하세요.',
      signature:
        '서명된 파일({found})입니다. 안에 있는 서류를 저장하여 추가하거나, 서명되지 않은 서류를 추가하세요.',
      other: '{found} 파일입니다. {types} 파일만 추가할 수 있습니다.',
      unknown: '알 수 없는 종류의 파일입니다. {types} 파일만 추가할 수 있습니다.',
    },
    hitch: {
      network: '연결 끊김',
      timeout: '응답 없음',
      stalled: '진행되지 않음',
      server: '서버에 문제가 있음',
      'rate-limited': '서버가 혼잡함',
    },
    remark: {
      'name-mismatch': '파일 이름이 실제 파일 종류와 맞지 않습니다.',
      encrypted: '이 PDF는 보호되어 있습니다. 비밀번호 없이 열리는 것 같습니다.',
      'password-needed':
        '이 PDF에는 비밀번호가 필요합니다. 수신자에게 비밀번호를 알려 주거나, 비밀번호 없이 열리는 사본을 추가하세요.',
      'certificate-needed':
        '이 PDF는 암호화할 때 지정된 사람만 열 수 있습니다. 수신자가 포함되어 있지 않다면 이 보호가 없는 사본을 추가하세요.',
      'no-end-marker': '이 PDF는 끝이 잘렸을 수 있습니다. 마지막 페이지가 있는지 확인하세요.',
      'location-data':
        '이 사진에는 촬영 장소가 기록되어 있습니다. 수신자가 알면 안 되는 경우 사진 앱에서 위치 정보를 삭제한 후 사진을 다시 추가하세요.',
      'location-removed': '이 사진은 위치 정보와 다른 숨은 정보 없이 전송됩니다.',
      'leading-data':
        '서류 앞에 다른 데이터가 있어, 일부 프로그램에서는 이 서류가 열리지 않을 수 있습니다. PDF로 다시 저장하세요.',
      'trailing-data':
        '서류 뒤에 다른 데이터가 있거나 마지막 변경 내용이 불완전합니다. 빠진 부분이 없는지 확인하세요.',
      'not-shown':
        '이 브라우저에서는 이 이미지를 표시할 수 없습니다. 이미지가 열리는지 확인하세요.',
      'near-limit': '이 파일은 최대 크기에 가깝습니다.',
    },
  },
}
