"""Drives a page in headless Chromium with the standard library alone: DevTools commands over a pair of pipes."""
import base64
import json
import os
import subprocess
import tempfile
import time

KEY_CODES = {
    "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, "Tab": 9, "Enter": 13, "Escape": 27, " ": 32,
    "Home": 36, "End": 35,
}
COMPLAINTS = ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
REQUEST = "Network.requestWillBeSent"
# However busy the machine is, what a page does comes sooner than this.
SECONDS = 30
# Types values into givens, by their places, and waits for the numbers that follow and, if wanted, the pictures.
GIVE = """(async (values, isDrawn, seconds) => {
  const heard = name => new Promise((resolve, reject) => {
    document.addEventListener(name, resolve, { once: true });
    setTimeout(reject, 1000 * seconds, new Error(`never ${name}`));
  });
  const fields = [...document.querySelectorAll('#givens input[type=text]')];
  for (const [place, value] of values) {
    fields[place].value = value;
    fields[place].dispatchEvent(new Event('input'));
  }
  if (values.some(([place]) => !fields[place].hasAttribute('aria-invalid'))) {
    await heard('live');
    if (isDrawn) await heard('drawn');
  }
  return document.querySelector('.live-note').textContent;
})"""


class Browser:
    """One browser with one tab, which goes from page to page."""

    def __init__(self, size=(1280, 900), program="chromium"):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        commands_read, self.commands = os.pipe()
        answers, answers_write = os.pipe()
        for end in (commands_read, answers_write):
            os.set_inheritable(end, True)

        def connect():  # Chromium reads commands from 3 and writes answers to 4
            first, second = os.dup(commands_read), os.dup(answers_write)
            os.dup2(first, 3)
            os.dup2(second, 4)

        arguments = [
            program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe",
            f"--window-size={size[0]},{size[1]}", f"--user-data-dir={self.profile.name}", "about:blank",
        ]
        self.process = subprocess.Popen(arguments, close_fds=False, preexec_fn=connect, stderr=subprocess.DEVNULL)
        os.close(commands_read)
        os.close(answers_write)
        self.answers, self.buffer, self.events, self.number, self.session = answers, b"", [], 0, None
        tab = next(t for t in self.command("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self.session = self.command("Target.attachToTarget", targetId=tab["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.command(f"{domain}.enable")
        self.resize(*size)

    def _receive(self):
        while b"\0" not in self.buffer:
            data = os.read(self.answers, 1 << 16)
            if not data:
                raise EOFError("the browser ended")
            self.buffer += data
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def command(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.commands, data):]
        while True:
            answer = self._receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, path, address=""):
        """Opens a file, or a part of it, anew; what was complained of and asked for before is kept until it is forgotten."""
        self.command("Page.navigate", url="about:blank")
        self._wait("Page.loadEventFired")
        self.events = [event for event in self.events if event.get("method") in (*COMPLAINTS, REQUEST)]
        self.command("Page.navigate", url="file://" + os.path.abspath(path) + address)
        self._wait("Page.loadEventFired")

    def _wait(self, name):
        while not any(event.get("method") == name for event in self.events):
            self.events.append(self._receive())
        self.events = [event for event in self.events if event.get("method") != name]

    def js(self, expression):
        result = self.command("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"])
        return result["result"].get("value")

    def until(self, expression, expected=True):
        """Waits until an expression is what is expected, and returns what it is."""
        deadline = time.time() + SECONDS
        while (found := self.js(expression)) != expected and time.time() < deadline:
            time.sleep(0.02)
        return found

    def give(self, values, is_drawn=True):
        """Gives other values (pairs of place and value, not all of them the printed ones); returns what the page says of them."""
        return self.js(f"{GIVE}({json.dumps(values)}, {json.dumps(is_drawn)}, {SECONDS})")

    def key(self, key):
        text = {"Enter": "\r", " ": " "}.get(key, key if len(key) == 1 else "")
        code = KEY_CODES.get(key, ord(key.upper()) if len(key) == 1 else 0)
        for kind in ("keyDown", "keyUp"):
            extra = {"text": text} if text and kind == "keyDown" else {}
            self.command("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **extra)

    def resize(self, width, height):
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def prefer(self, scheme):
        """`light` or `dark`."""
        features = [{"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}]
        self.command("Emulation.setEmulatedMedia", features=features)

    def complaints(self):
        """What the page wrote to the console, or threw."""
        self.js("0")
        return [event for event in self.events if event.get("method") in COMPLAINTS]

    def requests(self):
        """The addresses that were asked for since the page was opened; data are in the page itself."""
        events = [event["params"]["request"]["url"] for event in self.events if event.get("method") == REQUEST]
        return [address for address in events if not address.startswith(("data:", "about:"))]

    def forget(self):
        self.events.clear()

    def screenshot(self, path, whole=False):
        with open(path, "wb") as file:
            shot = self.command("Page.captureScreenshot", captureBeyondViewport=whole)
            file.write(base64.b64decode(shot["data"]))

    def pdf(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.command("Page.printToPDF", printBackground=False, preferCSSPageSize=True)["data"]))

    def close(self):
        try:
            self.session = None
            self.command("Browser.close")
        except EOFError:
            pass
        self.process.wait(10)
        self.profile.cleanup()
