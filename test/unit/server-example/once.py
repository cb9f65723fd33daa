import sqlite3


def once(db, user, key, store):
    upload = {"user": user, "key": key}
    try:  # CREATE TABLE answers (user, key, status, body, PRIMARY KEY (user, key))
        with db:
            db.execute("INSERT INTO answers (user, key) VALUES (:user, :key)", upload)
    except sqlite3.IntegrityError:
        first = "SELECT status, body FROM answers WHERE user = :user AND key = :key"
        status, body = db.execute(first, upload).fetchone() or (None, "")
        return (status, body) if status else (409, "")
    try:
        status, body = store()
    except BaseException:  # Nothing is stored: the next one with this key is the first again.
        with db:
            db.execute("DELETE FROM answers WHERE user = :user AND key = :key", upload)
        raise
    with db:
        update = "UPDATE answers SET status = :status, body = :body WHERE user = :user AND key = :key"
        db.execute(update, {**upload, "status": status, "body": body})
    return status, body
