"""OpenStack Swift with its S3 API, whole in one process: /usr/bin/python3 serve.py folder settings. It writes its origin to stream 3.

All that it writes is in the folder; its four servers listen on free ports. What answers is Debian's code, unchanged.
"""
import json, os, sys
from swift.common import utils
utils.eventlet_monkey_patch()
import eventlet, eventlet.wsgi
from swift.common import constraints, storage_policy
from swift.common.http_protocol import SwiftHttpProtocol
from swift.common.ring import RingBuilder
from swift.common.wsgi import loadapp

folder, asked = sys.argv[1], json.loads(sys.argv[2])
KINDS = ("account", "container", "object")

def write(name, text):
    with open(os.path.join(folder, name), "w") as file:
        file.write(text)

write("swift.conf", """[swift-hash]
swift_hash_path_suffix = of-the-tests
[storage-policy:0]
name = only
default = yes
""")
utils.set_swift_dir(folder)
storage_policy.reload_storage_policies()
constraints.reload_constraints()

COMMON = f"""[DEFAULT]
swift_dir = {folder}
devices = {folder}/devices
mount_check = false
fallocate_reserve = 0
"""

class Cache(dict):
    """In place of memcached: nobody else asks."""
    def __bool__(self): return True
    def get(self, key, *_, **__): return super().get(key)
    def set(self, key, value, *_, **__): self[key] = value
    def delete(self, key, *_, **__): self.pop(key, None)

cache = Cache()

def serve(kind, socket):
    loaded = loadapp(os.path.join(folder, f"{kind}.conf"))
    def app(environ, respond):
        return loaded(dict(environ, **{"swift.cache": cache}), respond)
    options = dict(protocol=SwiftHttpProtocol, capitalize_response_headers=False)
    eventlet.spawn(eventlet.wsgi.server, socket, app, utils.NullLogger(), **options)

os.makedirs(f"{folder}/devices/one")
sockets = {kind: eventlet.listen(("127.0.0.1", 0)) for kind in (*KINDS, "proxy")}
for kind in KINDS:
    port = sockets[kind].getsockname()[1]
    ring = RingBuilder(part_power=1, replicas=1, min_part_hours=0)
    ring.add_dev(dict(region=1, zone=1, ip="127.0.0.1", port=port, device="one", weight=1))
    ring.rebalance()
    ring.get_ring().save(f"{folder}/{kind}.ring.gz")
    write(f"{kind}.conf", f"""{COMMON}
[pipeline:main]
pipeline = {kind}-server
[app:{kind}-server]
use = egg:swift#{kind}
""")
write("proxy.conf", f"""{COMMON}
cors_allow_origin = {asked["origin"]}
[pipeline:main]
pipeline = catch_errors s3api tempauth slo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:s3api]
use = egg:swift#s3api
location = {asked["region"]}
cors_preflight_allow_origin = {asked["origin"]}
[filter:tempauth]
use = egg:swift#tempauth
user_{asked["accessKeyId"].replace(":", "_")} = {asked["secretAccessKey"]} .admin
[filter:slo]
use = egg:swift#slo
""")
for kind, socket in sockets.items():
    serve(kind, socket)
with open(3, "w") as told:
    told.write("http://%s:%s\n" % sockets["proxy"].getsockname())
while True:
    eventlet.sleep(3600)
