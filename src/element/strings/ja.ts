import type { Language } from './strings.ts'

const again = 'もう一度お試しください。'
const owner = 'このサイトの運営者にお知らせください。'

export const language: Language = {
  reviewed: 'none',
  strings: {
    lang: 'ja',
    dir: 'ltr',
    about: '{text}: {name}',
    group: 'アップロード',
    hint: {
      one: '{types}、{size} まで',
      each: '{types}、1 件につき {size} まで',
      some: '{types}、1 件につき {size} まで、最大 {n} 件',
    },
    atOnce: 'ファイルは選択するとすぐに送信されます。',
    drop: {
      one: '書類をここにドロップするか、',
      several: '書類をここにドロップするか、',
    },
    choose: { one: 'ファイルを選択', several: 'ファイルを選択' },
    locked: '現在は何も追加できません。',
    required: '必須です。',
    missing: '書類を追加してください。',
    unfinished: {
      one: '書類が届くまでお待ちください。',
      several: '書類がすべて届くまでお待ちください。',
    },
    sealedFor: '{recipient} 宛てにブラウザー内で暗号化されます',
    fault: {
      'insecure-context':
        '書類は安全な接続でのみ送信されます。このページを https で開いてください。',
      unsupported:
        'このブラウザーでは書類を暗号化できません。更新するか、別のブラウザーをお使いください。',
      misconfigured: `このアップロードは正しく設定されていません。${owner}`,
    },
    unloaded: '接続が切れました。接続が戻るとファイルが追加されます。',
    recipient: '受信者',
  },
  fileStrings: {
    zone: {
      more: 'さらにここへドロップ',
      letGo: { other: 'ドロップして {n} 件のファイルを追加' },
      letGoUncounted: 'ドロップしてファイルを追加',
      letGoReplacing: 'ドロップしてファイルを置き換え',
      another: '置き換えるには別のファイルをここへドロップ',
      chooseAnother: '別のファイルを選択',
      full: {
        other:
          '上限の {n} 件に達しました。別のファイルを選択するには 1 件を一覧から削除してください。',
      },
      left: { other: 'あと {n} 件追加できます' },
    },
    folders: 'フォルダーは追加できません。フォルダーを開き、中のファイルを追加してください。',
    list: 'ファイル',
    seal: {
      only: 'このページから出るのは {recipient} 宛ての暗号化されたデータだけです',
      fingerprints:
        '送信した内容を開けるのはこれらの鍵だけです。フィンガープリントを照合してください。',
      untrusted: '受信者の鍵を検証できませんでした。鍵がなければ何も送信されません。',
      unreachable: '受信者の鍵を現在取得できません。鍵がなければ何も送信されません。',
    },
    status: {
      waiting: '待機中',
      checking: 'チェック中',
      checkingLate: 'チェック中 · クラウドにある場合は、先にダウンロードする必要があります',
      ready: {
        auto: 'チェック済み · 順番待ち',
        submit: 'チェック済み · フォームと一緒に送信されます',
        manual: 'チェック済み · 送信できます',
      },
      sealing: 'チェック済み · 暗号化中',
      preparing: 'チェック済み · 準備中',
      sending: '暗号化して送信中',
      sendingOpen: '送信中',
      sendingLate: '{status} · サーバーがチェック中',
      confirming: '送信済み · 応答待ち',
      confirmingLate: '送信済み · サーバーがチェック中',
      paused: '{percent} で一時停止中',
      offer: '送信が完了していません · 続行するか選択してください',
      retrying: '{why} · 再試行します',
      offline: 'オフラインです · 接続が戻ると再開します',
      seemsOffline: '{status} · オフラインのようです',
      delivered: '到着 · 他のファイルを待っています',
      committing: '到着 · 完了処理中',
      done: '届きました',
      expires: '届きました · 有効期限: {when}',
      cancelled: 'キャンセル済み',
      cancelledLate: 'キャンセルしました。すでに届いている可能性があります。',
      removed: '一覧から削除済み',
    },
    moment: '{day} {time}',
    counting: {
      share: ' · {percent}',
      slow: ' · あと {time} ほどかかりそうです',
      wait: ' ({time} 後)',
    },
    unnamed: {
      chosen: { today: '{time} に選択した書類', earlier: '{day} {time} に選択した書類' },
      sent: { today: '{time} に送信した書類', earlier: '{day} {time} に送信した書類' },
    },
    action: {
      pause: '{name} を一時停止',
      resume: '{name} を再開',
      retry: '{name} を再試行',
      sendAgain: '{name} をもう一度送信',
      cancel: '{name} をキャンセル',
      remove: '{name} を一覧から削除',
      dismiss: '{name} を非表示にする',
      pauseAll: 'すべて一時停止',
      resumeAll: 'すべて再開',
      goOn: '続行',
      notMine: '自分のファイルではない',
      undo: '元に戻す',
      view: '{name} を表示',
    },
    tip: {
      pause: '一時停止',
      resume: '再開',
      retry: '再試行',
      sendAgain: 'もう一度送信',
      cancel: 'キャンセル',
      remove: '一覧から削除',
      dismiss: '非表示',
    },
    viewer: { zoomIn: '拡大', zoomOut: '縮小', close: '閉じる' },
    summary: {
      delivered: { other: '{total} 件中 {n} 件が届きました' },
      failed: { other: '{n} 件失敗' },
      unconfirmed: { other: '{n} 件は届いている可能性あり' },
    },
    said: {
      added: { single: '{name} を追加しました。', other: '{n} 件のファイルを追加しました。' },
      refused: {
        single: '{name} は追加されませんでした。{why}',
        other: '{n} 件のファイルは追加されませんでした。',
      },
      replaced: {
        single: '{name} を置き換えました。',
        other: '{n} 件のファイルを置き換えました。',
      },
      restored: {
        single: '{name} は引き続きこのフォームに含まれます。',
        other: '{n} 件のファイルは引き続きこのフォームに含まれます。',
      },
      offered: {
        single:
          '{name} の送信は完了していません。続行するか、「自分のファイルではない」を選択してください。',
        other:
          '{n} 件のファイルの送信は完了していません。続行するか、「自分のファイルではない」を選択してください。',
      },
      removed: {
        single: '{name} を一覧から削除しました。',
        other: '{n} 件のファイルを一覧から削除しました。',
      },
      withdrawn: {
        single: '{name} を一覧から削除しました。しばらくの間は元に戻せます。',
        other: '{n} 件のファイルを一覧から削除しました。しばらくの間は元に戻せます。',
      },
      putBack: { single: '{name} を元に戻しました。', other: '{n} 件のファイルを元に戻しました。' },
      cancelled: {
        single: '{name} をキャンセルしました。',
        other: '{n} 件のファイルをキャンセルしました。',
      },
      cancelledLate: {
        single: '{name} をキャンセルしました。すでに届いている可能性があります。',
        other: '{n} 件のファイルをキャンセルしました。すでに届いている可能性があります。',
      },
      paused: {
        single: '{name} を一時停止しました。',
        other: '{n} 件のファイルを一時停止しました。',
      },
      resumed: { single: '{name} を再開しました。', other: '{n} 件のファイルを再開しました。' },
      again: { single: '{name} を再試行します。', other: '{n} 件のファイルを再試行します。' },
      unread: {
        single:
          '{name} をまだ読み込んでいます。クラウドにある場合は、先にダウンロードする必要があります。',
        other:
          '{n} 件のファイルをまだ読み込んでいます。クラウドにある場合は、先にダウンロードする必要があります。',
      },
      late: {
        single: 'サーバーが {name} をまだチェックしています。',
        other: 'サーバーが {n} 件のファイルをまだチェックしています。',
      },
      retrying: {
        single: '{name}: {why}。再試行します。',
        other: '{n} 件のファイルを再試行します。',
      },
      failed: {
        single: '{name} の送信に失敗しました。{why}',
        other: '{n} 件のファイルの送信に失敗しました。',
      },
      unconfirmed: {
        single: '{name}: {why}',
        other: '{n} 件のファイルは届いている可能性があります。',
      },
      done: {
        single: '{name} が届きました。',
        other: '{n} 件のファイルが届きました。',
      },
    },
    gathered: {
      addedNot: { other: '{n} 件のファイルを追加しました。{not} 件は追加されませんでした。' },
      seeList: '理由は一覧にあります。',
      remarked: { other: '{n} 件のファイルについての補足が一覧にあります。' },
      work: {
        single: '{name} を送信中です。その後フォームを送信します。',
        other: '{n} 件のファイルを送信中です。その後フォームを送信します。',
      },
      sent: '{percent} 送信しました。',
      summary: '{summary}。',
      between: '',
      offline: 'オフラインのようです。接続が戻るとファイルの送信を再開します。',
      online: '接続が戻りました。',
    },
    undelivered: {
      single: '{name} は届きませんでした。再試行するか、一覧から削除してください。',
      other: '{n} 件のファイルは届きませんでした。再試行するか、一覧から削除してください。',
    },
    stopped: {
      single:
        '{name} は一時停止中です。再開またはキャンセルしてから、もう一度フォームを送信してください。',
      other:
        '{n} 件のファイルは一時停止中です。再開またはキャンセルしてから、もう一度フォームを送信してください。',
    },
    pressAgain: {
      named: '準備ができました。フォームを送信するには、もう一度「{button}」を押してください。',
      unnamed: '準備ができました。フォームを送信してください。',
    },
    unconfirmed: {
      single:
        '{name} は届いている可能性がありますが、確認の応答がありません。もう一度送信するか、一覧から削除してください。',
      other:
        '{n} 件のファイルは届いている可能性がありますが、確認の応答がありません。もう一度送信するか、一覧から削除してください。',
      once: 'このファイルは届いている可能性がありますが、確認の応答がありません。再試行しても二重には保存されません。',
      twice:
        'このファイルは届いている可能性がありますが、確認の応答がありません。もう一度送信すると、二重に保存されることがあります。',
    },
    error: {
      empty: 'このファイルは空です。別のファイルを選択してください。',
      'too-large': 'このファイルは大きすぎます。より小さいファイルを選択してください。',
      'wrong-type': 'この種類のファイルは受け付けていません。別のファイルを選択してください。',
      damaged:
        'このファイルは壊れているか、不完全です。保存またはスキャンし直してから、追加してください。',
      'too-many':
        'これ以上ファイルを追加できません。別のファイルを追加するには 1 件を一覧から削除してください。',
      duplicate: 'このファイルはすでに一覧にあります。',
      unreadable:
        'このファイルを読み込めませんでした。まだクラウドにある場合は先にダウンロードし、移動または削除された場合は選択し直してください。',
      changed: 'このファイルは選択後に変更されました。もう一度追加してください。',
      'bad-recipient': `受信者の鍵が無効なため、何も送信されませんでした。${owner}`,
      'keys-untrusted': `受信者の鍵を検証できなかったため、何も送信されませんでした。${owner}`,
      'seal-failed': `このファイルを暗号化できなかったため、送信されませんでした。${again}`,
      offline: 'オフラインです。接続が戻ってから、もう一度お試しください。',
      network: `接続が切れました。${again}`,
      timeout: `サーバーからの応答が時間内にありませんでした。${again}`,
      stalled: `アップロードが止まりました。${again}`,
      unauthorized: 'ログイン状態が切れました。ページを再読み込みして、もう一度お試しください。',
      forbidden: `サーバーはこのアップロードを許可していません。${owner}`,
      'not-found': `サーバーにこのアップロードが見つかりません。${owner}`,
      refused:
        'サーバーはこのファイルを受け付けませんでした。別のファイルを試すか、このサイトの運営者にお知らせください。',
      'rate-limited': '現在アップロードが多すぎます。数分後にもう一度お試しください。',
      server: 'サーバーに問題が発生しています。数分後にもう一度お試しください。',
      protocol: `サーバーの応答を理解できませんでした。${owner}`,
      'keys-rotated': `受信者が鍵を変更しました。${again}`,
      mismatch:
        '届いた内容が送信した内容と異なります。このファイルを一覧から削除して、もう一度追加してください。',
      'already-used':
        'サーバーにはすでにこのファイルがあります。もう一度送信する必要はありません。',
      expired:
        'このアップロードは期限切れです。ファイルを一覧から削除して、もう一度追加してください。',
    },
    rechoose: '受信者が鍵を変更したため、この書類はもう送信できません。もう一度選択してください。',
    quoted: '{why}サーバーからのメッセージ:「{reason}」',
    reference: 'お問い合わせ番号: {id}',
    tooLarge: 'このファイルは大きすぎます。上限は {size} です。',
    tooMany: {
      single:
        '追加できるファイルは 1 件だけです。一覧から削除するか、別のファイルを選択して置き換えてください。',
      other:
        '追加できるファイルは {n} 件までです。別のファイルを追加するには 1 件を一覧から削除してください。',
    },
    wrongType: {
      heic: 'これは iPhone の {found} 写真です。JPG に書き出してから、もう一度追加してください。',
      office: 'これは {found} 文書です。PDF として保存してから、もう一度追加してください。',
      archive: 'これは {found} アーカイブです。展開して、中のファイルを追加してください。',
      program: 'これは書類ではなくプログラムです。追加できるのは {types} だけです。',
      page: 'これはウェブページです。PDF として保存してから、もう一度追加してください。',
      password:
        'この PDF にはパスワードが必要です。パスワードなしで開けるコピーを追加してください。',
      certificate:
        'この PDF を開けるのは、暗号化の際に指定された人だけです。この保護のないコピーを追加してください。',
      signature:
        'これは署名付きファイル ({found}) です。中の書類を保存して追加するか、署名のない書類を追加してください。',
      other: 'これは {found} ファイルです。追加できるのは {types} だけです。',
      unknown: 'このファイルの種類は判別できません。追加できるのは {types} だけです。',
    },
    hitch: {
      network: '接続が切れました',
      timeout: '応答がありません',
      stalled: '進んでいません',
      server: 'サーバーに問題があります',
      'rate-limited': 'サーバーが混み合っています',
    },
    remark: {
      'name-mismatch': 'ファイル名が実際の種類と一致していません。',
      encrypted: 'この PDF は保護されています。パスワードなしで開けるようです。',
      'password-needed':
        'この PDF にはパスワードが必要です。パスワードを受信者に伝えるか、パスワードなしで開けるコピーを追加してください。',
      'certificate-needed':
        'この PDF を開けるのは、暗号化の際に指定された人だけです。受信者が含まれていない場合は、この保護のないコピーを追加してください。',
      'no-end-marker':
        'この PDF は途中で切れている可能性があります。最後のページがあるか確認してください。',
      'location-data':
        'この写真には撮影場所が記録されています。受取人に知られたくない場合は、写真アプリで位置情報を削除してから、もう一度追加してください。',
      'location-removed': 'この写真は、位置情報などの隠れた情報を除いて送信されます。',
      'leading-data':
        '書類の前に別のデータがあるため、プログラムによっては開けないことがあります。もう一度 PDF として保存してください。',
      'trailing-data':
        '書類の後に別のデータがあるか、最後の変更が不完全です。内容がすべてそろっているか確認してください。',
      'not-shown':
        'お使いのブラウザーではこの画像を表示できません。開けるかどうか確認してください。',
      'near-limit': 'このファイルのサイズは上限に近いです。',
    },
  },
}
