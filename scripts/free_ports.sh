#!/usr/bin/env bash
# Ports of 127.0.0.1 that nobody listens on, on one line: as many as asked for, one by default, no two the same.
set -euo pipefail
python3 - "${1:-1}" << 'PYTHON'
import socket, sys
sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(int(sys.argv[1]))]
print(*(one.getsockname()[1] for one in sockets))
PYTHON
