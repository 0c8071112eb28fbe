#!/bin/sh
# 一次审核：检查、生成官方表格、与目标分支比较，打印评论；有令牌时贴到合并请求上。
#
# 用法：review.sh [目标分支]
#   GOALDSL_WHEELS   离线安装用的文件夹（里面是 .whl）；不写就用已装的 goaldsl
#   GOALDSL_OUT      输出的文件夹，默认 out
#   GOALDSL_GATE     门槛：draft、review、frozen、auto；不写就不拦
#   GOALDSL_TOKEN    令牌；没有就只打印，不联网
#   GOALDSL_COMMENT_URL  评论的接口地址；GitHub 和 GitLab 的流水线里自己算得出
# 状态：0 通过，1 有强制性问题或没有过门槛，2 做不成。
set -u

target=${1:-${GITHUB_BASE_REF:-${CI_MERGE_REQUEST_TARGET_BRANCH_NAME:-main}}}
out=${GOALDSL_OUT:-out}

if [ -n "${GOALDSL_WHEELS:-}" ]; then
  python3 -m pip install --quiet --no-index --find-links "$GOALDSL_WHEELS" goaldsl || exit 2
fi
command -v goaldsl >/dev/null 2>&1 || { echo "没有装 goaldsl" >&2; exit 2; }

status=0
worse() { [ "$1" -gt "$status" ] && status=$1; return 0; }

goaldsl check >&2
worse $?
goaldsl build -o "$out" --format html,json >&2
worse $?

base=$target
git rev-parse --verify --quiet "origin/$target^{commit}" >/dev/null 2>&1 && base="origin/$target"
comment=$(mktemp) || exit 2
trap 'rm -f "$comment"' EXIT
if [ -n "${GOALDSL_GATE:-}" ]; then
  goaldsl diff "$base...HEAD" --output-format markdown --gate "$GOALDSL_GATE" >"$comment"
else
  goaldsl diff "$base...HEAD" --output-format markdown >"$comment"
fi
worse $?
cat "$comment"

url=${GOALDSL_COMMENT_URL:-}
if [ -z "$url" ] && [ -n "${GITHUB_REPOSITORY:-}" ] && [ -n "${GOALDSL_PULL:-}" ]; then
  url="${GITHUB_API_URL:-https://api.github.com}/repos/$GITHUB_REPOSITORY/issues/$GOALDSL_PULL/comments"
fi
if [ -z "$url" ] && [ -n "${CI_MERGE_REQUEST_IID:-}" ]; then
  url="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
fi
if [ -n "${GOALDSL_TOKEN:-}" ] && [ -n "$url" ] && [ -s "$comment" ]; then
  python3 - "$url" "$comment" <<'PYTHON' || echo "评论没有贴上" >&2
import json, os, sys, urllib.request
url, path = sys.argv[1:]
body, token = open(path, encoding="utf-8").read(), os.environ["GOALDSL_TOKEN"]
marker = body.splitlines()[0]
heads = {"Content-Type": "application/json", "Authorization": f"Bearer {token}", "PRIVATE-TOKEN": token}
def ask(method, address, data=None):
    request = urllib.request.Request(address, json.dumps(data).encode() if data else None, heads, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)
mine = next((each for each in ask("GET", url + "?per_page=100") if marker in (each.get("body") or "")), None)
if mine is None:
    ask("POST", url, {"body": body})
elif "/notes" in url:
    ask("PUT", f"{url}/{mine['id']}", {"body": body})
else:
    ask("PATCH", mine["url"], {"body": body})
PYTHON
fi
exit "$status"
