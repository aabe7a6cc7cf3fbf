#!/usr/bin/env python3
"""Hostile and broken files through the real binary: tests/bad_input.py GUANLAN [CASE…]

One folder with a good file among the bad ones goes through `guanlan add`. For each bad file: it is
named on stderr with its code and a hint, or it is read; nothing crashes, nothing takes more than
1 GB or hangs; the good file is stored; the exit status is 3. Python's own modules and qpdf only.
"""
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile

GIGABYTE = 1 << 20  # KiB, as ru_maxrss counts
HANGS = 300  # seconds: the product gives up after 10; only a hang takes this long, however busy the machine

NOTICE = "示例省通信管理局通报3款应用\n\n4月12日，示例省通信管理局通报3款侵害用户权益的应用。（来源：示例网）\n"


def pdf(pages, text="Page"):
    """A PDF of small pages, each with a line of text."""
    out = [b"%PDF-1.4\n"]
    offsets = []
    size = len(out[0])

    def add(number, body):
        nonlocal size
        data = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        offsets.append(size)
        out.append(data)
        size += len(data)

    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(pages))
    add(1, b"<</Type/Catalog/Pages 2 0 R>>")
    add(2, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages))
    add(3, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    for i in range(pages):
        stream = b"BT /F1 12 Tf 20 20 Td (%s %d of a report.) Tj ET" % (text.encode(), i + 1)
        add(4 + 2 * i, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 50]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % (5 + 2 * i))
        add(5 + 2 * i, b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    count = len(offsets) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % count
    table += b"".join(b"%010d 00000 n \n" % o for o in offsets)
    out.append(table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, size))
    return b"".join(out)


def office(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z:
        for name, content in members:
            if isinstance(content, int):  # that many bytes of blanks inside the markup
                with z.open(name, "w", force_zip64=True) as f:
                    f.write(members_head(name))
                    block = b" " * (1 << 20)
                    for _ in range(content >> 20):
                        f.write(block)
            else:
                z.writestr(name, content)


def members_head(name):
    return b'<?xml version="1.0"?><a>'


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def types(part, kind):
    return ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'content-types"><Override PartName="/{part}" ContentType="{kind}"/></Types>')


def rels(part):
    return ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/'
            f'2006/relationships"><Relationship Id="r1" Type="{REL}" Target="{part}"/></Relationships>')


def docx(path, document):
    office(path, [("[Content_Types].xml", types("word/document.xml", WORD)),
                  ("_rels/.rels", rels("word/document.xml")), ("word/document.xml", document)])


def xlsx(path, sheet):
    book = ('<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
            '2006/main"><sheets><sheet name="S" sheetId="1" r:id="r1" xmlns:r="http://schemas.'
            'openxmlformats.org/officeDocument/2006/relationships"/></sheets></workbook>')
    office(path, [("[Content_Types].xml", types("xl/workbook.xml", SHEET)),
                  ("_rels/.rels", rels("xl/workbook.xml")), ("xl/workbook.xml", book),
                  ("xl/_rels/workbook.xml.rels", rels("worksheets/sheet1.xml").replace(
                      "officeDocument\"", "worksheet\"")),
                  ("xl/worksheets/sheet1.xml", sheet)])


def laughs():
    entities = "".join(f'<!ENTITY a{i} "{("&a%d;" % (i - 1)) * 10}">' for i in range(1, 10))
    return ('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "哈">' + entities +
            ']><rss version="2.0"><channel><item><title>&a9;</title></item></channel></rss>')


# name → (writer(path), must: "fails" – named with code and hint; "read" – stored, its repair named;
# "any" – either)
def cases():
    def of(data):
        return lambda path: write(path, data)

    rnd = random.Random(7)
    wide = "<worksheet><sheetData>" + "".join(
        f'<row r="{r}"><c r="XFD{r}"><v>1</v></c></row>' for r in range(1, 3000)) + \
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    huge = "9" * 5000
    return {
        "empty.txt": (of(b""), "fails"),
        "random.bin": (of(rnd.randbytes(300_000)), "fails"),
        "random.pdf": (of(b"%PDF-1.7\n" + rnd.randbytes(100_000)), "fails"),
        "half.pdf": (of(pdf(40)[:len(pdf(40)) // 2]), "any"),
        "stub.pdf": (of(pdf(40)[:300]), "fails"),
        "locked.pdf": (locked, "fails"),
        "pages.pdf": (of(pdf(10_000)), "read"),
        "bomb.docx": (lambda p: docx(p, 600 << 20), "fails"),
        "half.docx": (half_docx, "fails"),
        "bomb.xlsx": (lambda p: xlsx(p, 600 << 20), "fails"),
        "wide.xlsx": (lambda p: xlsx(p, wide), "any"),
        "many.docx": (lambda p: office(p, [(f"word/{i}.xml", "x") for i in range(20_000)] +
                                       [("[Content_Types].xml", types("word/document.xml", WORD))]),
                      "fails"),
        "deep.html": (of(b"<html><body>" + b"<div>" * 100_000 + NOTICE.encode() +
                         b"</div>" * 100_000), "any"),
        "deep-formatting.html": (of(b"<html><body>" + b"<p><b><i><a href=x>" * 30_000), "any"),
        "deep-table.html": (of(b"<html><body>" + b"<table><tr><td>" * 30_000 + b"x"), "any"),
        "deep-list.html": (of(b"<html><body>" + b"<ul><li>" * 50_000 + b"x"), "any"),
        "spans.html": (of(b"<table>" + b'<tr><td colspan="1000" rowspan="65534">x</td></tr>' * 2000 +
                          b"</table>"), "any"),
        "laughs.xml": (of(laughs().encode()), "fails"),
        "outside.xml": (of(b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/'
                           b'passwd">]><rss version="2.0"><channel><item><title>&x;</title></item>'
                           b"</channel></rss>"), "fails"),
        "deep.xml": (of(b'<?xml version="1.0"?><rss version="2.0"><channel>' + b"<item>" * 200_000),
                     "fails"),
        "ill-formed.xml": (of('<?xml version="1.0"?><rss version="2.0"><channel><item><title>一</item>'
                              "</channel>".encode()), "fails"),
        "line.txt": (one_line, "fails"),
        "mixed.txt": (of((NOTICE * 20).encode() + (NOTICE * 20).encode("gb18030")), "read"),
        "invalid.txt": (of((NOTICE * 20).encode() + b"\xff\xfe\xfd" * 9 + NOTICE.encode()), "read"),
        "nul.txt": (of(NOTICE.encode().replace("通报".encode(), "通\0报".encode())), "read"),
        "nuls.txt": (of(b"\0" * 100_000), "fails"),
        "bidi.txt": (of(NOTICE.replace("应用", "\u202e应用\u2066").encode()), "read"),
        "surrogates.txt": (of(b"\xff\xfe" + NOTICE.encode("utf-16-le") + b"\x00\xd8\x41\x00\x00\xdc" +
                              NOTICE.encode("utf-16-le")), "read"),
        "numbers.txt": (of((NOTICE + f"共{huge}款，{huge}.{huge}%，第{huge}条，{huge}年{huge}月{huge}日，"
                            + "亿" * 5000 + "元，" + "百" * 5000 + "款，一" + "万亿" * 3000 + "个。\n" +
                            "（" * 20_000 + "《" * 20_000 + "“" * 20_000 + "\n" + "1." * 20_000 + "\n" +
                            "第" * 20_000 + "\n").encode()), "any"),
        "newlines.txt": (of(b"\n" * 3_000_000), "any"),
        "tabs.csv": (of(b"a,b\n" + b"\"" * 1_000_001), "any"),
        "mime.eml": (of(("From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed;"
                         " boundary=a\n\n" + "".join(
                             f"--a\nContent-Type: message/rfc822\n\nFrom: a@b.example\nMIME-Version: 1.0\n"
                             f"Content-Type: multipart/mixed; boundary=a\n\n" for _ in range(2000)) +
                         "--a\n\nx\n").encode()), "any"),
        "picture.png": (of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff\xff\xff\0\xff\xff\xff\x08\x02\0\0\0" +
                           bytes(1000)), "fails"),
    }


def write(path, data):
    with open(path, "wb") as f:
        f.write(data)


def locked(path):
    write(path + ".plain", pdf(3))
    subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--", path + ".plain", path], check=True)
    os.remove(path + ".plain")


def half_docx(path):
    docx(path, '<?xml version="1.0"?><w:document/>' + " " * 5000)
    with open(path, "rb") as f:
        data = f.read()
    write(path, data[:len(data) * 2 // 3])


def one_line(path):
    block = "数据安全管理办法，".encode() * 1000
    with open(path, "wb") as f:
        while f.tell() < 200 << 20:
            f.write(block)


class Run:
    def __init__(self, binary, folder, database):
        began = time.monotonic()
        environment = dict(os.environ, LC_ALL="C.UTF-8", XDG_DATA_HOME=os.path.dirname(database))
        process = subprocess.Popen([binary, "add", folder, "--db", database], env=environment,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            out, err = process.communicate(timeout=HANGS)
            self.status = process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            self.status = "hangs"
        self.seconds = time.monotonic() - began
        self.out = out.decode("utf-8", "replace")
        self.err = err.decode("utf-8", "replace")
        self.memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


def complaint(err, name):
    """The lines that name the file: its code and hint."""
    lines = err.splitlines()
    for i, line in enumerate(lines):
        if line.startswith("guanlan: [") and name in line:
            code = line[len("guanlan: ["):].split("]")[0]
            hint = i + 1 < len(lines) and lines[i + 1].startswith("  hint: ")
            return code, hint, line
    return None, False, ""


def judge(name, must, run, stored):
    problems = []
    if run.status == "hangs" or not isinstance(run.status, int) or run.status < 0:
        problems.append(f"ended with {run.status}")
    code, hint, line = complaint(run.err, name)
    known = ("not_found", "invalid", "unsupported", "damaged", "conflict", "io")
    if code is not None and code not in known:
        problems.append(f"no such code: {code}")
    if must in ("fails", "read") and code is None:
        problems.append("is not named on stderr")
    if code is not None and not hint:
        problems.append(f"has no hint: {line}")
    if must == "fails" and name in stored:
        problems.append("was stored")
    if must == "read" and name not in stored:
        problems.append("was not stored")
    if code is None and name not in stored:
        problems.append("neither stored nor named")
    if code is not None and run.status != 3:
        problems.append(f"exit status {run.status}")
    if "good.txt" not in stored:
        problems.append("the good file was not stored")
    if run.memory > GIGABYTE and "GUANLAN_ANY_MEMORY" not in os.environ:
        problems.append(f"took {run.memory >> 10} MB")
    return problems


def stored_in(database):
    connection = sqlite3.connect(database)
    ok = connection.execute("PRAGMA integrity_check").fetchone()[0]
    names = {row[0] for row in connection.execute("SELECT name FROM documents")}
    connection.close()
    return names if ok == "ok" else set()


def one(binary, name, case):
    writer, must = case
    folder = tempfile.mkdtemp(prefix="guanlan-bad-")
    try:
        inbox = os.path.join(folder, "in")
        os.mkdir(inbox)
        writer(os.path.join(inbox, name))
        write(os.path.join(inbox, "good.txt"), NOTICE.encode())
        database = os.path.join(folder, "x.db")
        run = Run(binary, inbox, database)
        problems = judge(name, must, run, stored_in(database) if os.path.exists(database) else set())
        return run, problems
    finally:
        shutil.rmtree(folder)


def main(binary, wanted):
    failed = 0
    for name, case in cases().items():
        if wanted and name not in wanted:
            continue
        child = os.fork()  # ru_maxrss is a maximum over all children: a process for each case
        if child == 0:
            run, problems = one(binary, name, case)
            said = complaint(run.err, name)[2] or "read without remark"
            print(f"{name:22} {run.seconds:6.1f} s {run.memory >> 10:5} MB  {said[:110]}", flush=True)
            for problem in problems:
                print(f"  FAILED: {problem}", flush=True)
            os._exit(1 if problems else 0)
        failed += os.waitpid(child, 0)[1] != 0
    print(f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), set(sys.argv[2:])))
