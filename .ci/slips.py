"""Plants slips in published numbers and asks the program where they come from.

The right numbers of a file, and those of the same file with another convention written into its text, come from the
program as right numbers of lines that print nothing but zeros; what is looked for is never told. Then the wrong
numbers are printed among right ones in the unchanged file, and the report must name what was planted. Numbers made
wrong by dice must hardly ever get a reason.
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

INSTANCES, NAMED = 50, 0.9
DICE, FALSE_ALARMS = 2000, 1 / 200


def read(folder, name):
    """A walkthrough without its published lines and remarks."""
    text = (folder / name / f"{name}.walk").read_text()
    text = re.split(r"^published", text, maxsplit=1, flags=re.M)[0]
    return re.sub(r"^note:.*\n(?:[ \t]+.*\n)*", "", text, flags=re.M)


class Program:
    def __init__(self, path, folder):
        self.path, self.folder, self.seconds = path, folder, []

    def report(self, text):
        file = self.folder / "planted.walk"
        file.write_text(text)
        start = time.perf_counter()
        run = subprocess.run([self.path, "check", "--to", "json", "-o", "-", file], capture_output=True, text=True)
        self.seconds.append(time.perf_counter() - start)
        if run.returncode > 1 or not run.stdout:
            raise SystemExit(f"the program ended with {run.returncode}:\n{text}\n{run.stderr}")
        return json.loads(run.stdout)["reports"][0]["claims"]

    def right(self, text, claims, decimals):
        """The right numbers of claims under their headings, with so many decimals."""
        zero = "9" * 3 + "." + "0" * decimals
        return [claim["right"] for claim in self.report(text + published(claims, [zero] * len(claims)))]


def published(claims, numbers):
    return "".join(f"published {heading}:\n  {claim} = {number}\n" for (heading, claim), number in zip(claims, numbers))


def names(text, directive):
    """The givens of one directive; entries of matrices one by one are named by their caller."""
    found = re.search(rf"^{directive}:((?:.*\n)(?:[ \t]+.*\n)*)", text, flags=re.M)
    return re.findall(r"([A-Za-z]\w*) = ", found.group(1)) if found else []


def computed(text):
    return re.findall(r"^([A-Za-z]\w*) = ", text, flags=re.M)


class Lesson:
    """A walkthrough with lines that a document about it could print."""

    def __init__(self, text, objective, values, moved, heading=""):
        self.text, self.objective = text, objective
        self.values = [(heading, name) for name in values]
        self.slopes = [(heading, f"d{objective}/d{name}") for name in moved]
        self.news = [] if heading else [("", f"new {name}") for name in moved]
        self.claims = self.values + self.slopes + self.news


def lessons(folder):
    def scalar(name, objective):
        text = read(folder, name)
        return Lesson(text, objective, computed(text), names(text, "weights") + names(text, "biases"))

    entries = lambda name, rows, columns: [f"{name}[{i + 1}, {j + 1}]" for i in range(rows) for j in range(columns)]
    toy = read(folder, "toy-network-in-matrices").replace("epochs: 200\n", "")
    # Scores above zero, so that shares without exp have logarithms.
    softmax = read(folder, "softmax-classifier").replace("b = [0.1, 0, -0.1]", "b = [2.1, 2, 1.9]")
    weights = entries("W", 2, 2) + entries("V", 2, 2)

    def of_two_examples(text):
        made = Lesson(text, "L", [], weights)
        for example in (1, 2):
            part = Lesson(text, "L", [f"{n}[1, {k}]" for n in ("H_in", "H", "Y_in", "Y") for k in (1, 2)] + ["L"],
                          weights, f"example {example}")
            made.values += part.values
            made.slopes += part.slopes
        made.claims = made.values + made.slopes + made.news
        return made

    def of_shares(text):
        return Lesson(text, "L", [f"{n}[{k}]" for n in "zp" for k in (1, 2, 3)] + ["L"],
                      entries("W", 3, 3) + [f"b[{k}]" for k in (1, 2, 3)])

    return {
        "two-two-two": scalar("two-two-two", "E_total"),
        "learning-biases": scalar("two-two-two-learning-biases", "E_total"),
        "two-three-three-two": scalar("two-three-three-two", "E"),
        "toy": of_two_examples(toy),
        "toy, averaged": of_two_examples(toy.replace("summed over", "averaged over")),
        "softmax": of_shares(softmax),
        "softmax, decimal": of_shares(softmax.replace("ln(p)", "ln(p)/ln(10)")),
    }


def swap(old, new):
    return lambda text: text.replace(old, new) if old in text else None


def given(text, dice):
    """Another plain value for one of the givens that are numbers."""
    found = [m for m in re.finditer(r"(\b[A-Za-z]\w* = )(0\.\d+)(?=[,\n])", text)] + [
        m for m in re.finditer(r"(^rate: \w+ = )(0\.\d+)", text, flags=re.M)]
    match = dice.choice(found)
    other = f"{float(match.group(2)) + dice.choice([-0.05, 0.05, 0.1, 0.15, 0.2]):.2f}"
    if float(other) <= 0:
        return None
    return text[: match.start(2)] + other + text[match.end(2):]


# By kind: the text of a file whose author worked that way, and the words for it that a report may use.
WORLDS = {
    "reused-weights": (lambda t, d: None if "examples:" in t else t + "update: reusing new weights\n", {"reused-weights"}),
    "half-missing": (lambda t, d: swap("1/2*(", "(")(t), {"half-missing"}),
    "half-doubled": (lambda t, d: swap("1/2*(", "1/4*(")(t), {"half-doubled"}),
    "half-added": (lambda t, d: swap("L = sum(E.^2)", "L = 1/2*sum(E.^2)")(t), {"half-added", "slopes-halved", "mean-for-sum"}),
    "mean-for-sum": (lambda t, d: swap("summed over", "averaged over")(t), {"mean-for-sum", "slopes-halved"}),
    "sum-for-mean": (lambda t, d: swap("averaged over", "summed over")(t), {"sum-for-mean", "slopes-doubled"}),
    "biases": (lambda t, d: swap("fixed: b1", "biases: b1")(t) or swap("biases: b1", "fixed: b1")(t),
               {"biases-updated", "biases-kept"}),
    "ascent-for-descent": (lambda t, d: swap("minimize:", "maximize:")(t), {"opposite-sense"}),
    "logarithm": (lambda t, d: swap("ln(p)/ln(10)", "ln(p)")(t) or swap("ln(p)", "ln(p)/ln(10)")(t),
                  {"decimal-logarithm", "natural-logarithm"}),
    "softmax-without-exp": (lambda t, d: swap("softmax(z)", "z./sum(z, rows)")(t), {"softmax-without-exp"}),
    "given": (given, {"given"}),
}


def transposed(number, dice):
    places = [i for i in range(len(number) - 1) if number[i : i + 2].isdigit() and number[i] != number[i + 1]]
    if not places:
        return None
    i = dice.choice(places)
    return number[:i] + number[i + 1] + number[i] + number[i + 2:]


def dropped(number, dice):
    start = number.index(".") + 1
    places = [i for i in range(start, len(number) - 1) if number[i] != number[i + 1]]
    i = dice.choice(places) if places else None
    return None if i is None else number[:i] + number[i + 1:]


SLIPS = {
    "sign-lost": lambda n, d: n[1:] if n[0] == "-" else "-" + n,
    "exponent-lost": lambda n, d: f"{float(n) * 10.0 ** d.choice([-2, -1, 1, 2]):.12f}".rstrip("0"),
    "digits-transposed": transposed,
    "digit-dropped": dropped,
}


def significant(number):
    return len(number.lstrip("-0.").replace(".", ""))


def judge(program, lesson, claims, numbers, rights, wrong, words):
    """How many planted numbers were named, of how many, and whether all right numbers are given."""
    report = program.report(lesson.text + published(claims, numbers))
    named = sum((report[i]["reason"] or {}).get("kind") in words for i in wrong)
    places = lambda number: len(number.partition(".")[2])
    given = all(float(report[i]["right"]) == float(rights[i]) for i in wrong if places(numbers[i]) == places(rights[i]))
    return named, len(wrong), given, [(claims[i], numbers[i], rights[i], report[i]["reason"]) for i in wrong]


def worlds(program, every, kind, dice, decimals):
    change, words = WORLDS[kind]
    fitting = [l for l in every.values() if change(l.text, random.Random(1)) or kind == "given"]
    while True:
        lesson = dice.choice(fitting)
        other = change(lesson.text, dice)
        claims = dice.sample(lesson.claims, min(len(lesson.claims), dice.randint(12, 24)))
        if kind in ("biases", "reused-weights"):  # what a second pass, or the hidden layer, would show
            claims = claims[:12] + [("after 3 steps" if kind == "biases" else "", c) for _, c in lesson.values[:6]]
            claims = [claim for claim in claims + lesson.news if not claim[1].startswith("new b")]
        if other is None:
            continue
        rights, numbers = program.right(lesson.text, claims, decimals), program.right(other, claims, decimals)
        wrong = [i for i in range(len(claims)) if rights[i] != numbers[i] and None not in (rights[i], numbers[i])]
        if kind == "given" and len(wrong) < 2 or not wrong:
            continue
        yield judge(program, lesson, claims, numbers, rights, wrong, words)


def signs_of_delta(program, every, dice, decimals):
    while True:
        lesson = dice.choice(list(every.values()))
        claims = dice.sample(lesson.values, min(6, len(lesson.values))) + dice.sample(lesson.slopes, 4)
        claims += dice.sample(lesson.news, min(4, len(lesson.news)))
        rights = program.right(lesson.text, claims, decimals)
        ascent = program.right(lesson.text.replace("minimize:", "maximize:"), claims, decimals)
        numbers = [SLIPS["sign-lost"](n, dice) if c in lesson.slopes else a for c, n, a in zip(claims, rights, ascent)]
        wrong = [i for i in range(len(claims)) if float(rights[i]) != float(numbers[i])]
        yield judge(program, lesson, claims, numbers, rights, wrong, {"sign-of-delta"})


def scaled_slopes(program, every, kind, dice, decimals):
    """Derivatives of the error twice, or half, of what they are, and the updates that follow."""
    factor = {"slopes-doubled": "2", "slopes-halved": "0.5"}[kind]
    while True:
        lesson = dice.choice(list(every.values()))
        slopes, news = dice.sample(lesson.slopes, 4), dice.sample(lesson.news, min(4, len(lesson.news)))
        values = [claim for claim in lesson.values if claim[1][0] in "EL"]
        made = [(h, f"{factor}*{c}") for h, c in slopes]
        made += [(h, f"{c[4:]} + {factor}*({c} - {c[4:]})") for h, c in news]
        rights = program.right(lesson.text, slopes + news + values, decimals)
        numbers = program.right(lesson.text, made, decimals) + rights[len(made):]
        wrong = [i for i in range(len(made)) if rights[i] != numbers[i]]
        yield judge(program, lesson, slopes + news + values, numbers, rights, wrong, {kind})


def slips(program, every, kind, dice, decimals):
    while True:
        lesson = dice.choice(list(every.values()))
        claims = dice.sample(lesson.claims, min(len(lesson.claims), 20))
        rights = program.right(lesson.text, claims, decimals)
        i = dice.randrange(len(claims))
        number = SLIPS[kind](rights[i], dice)
        places = len(rights[i].partition(".")[2]) if number is None else len(number.partition(".")[2])
        short = f"{float(rights[i]):.{places}f}"
        if kind == "digit-dropped" and number and (
                sorted(short) == sorted(number) or number.strip("-0.") == rights[i].strip("-0.")):
            continue  # the same as rounding, as exchanging digits, or as another power of ten
        if number is None or float(number) == float(rights[i]) or significant(rights[i]) < 6 or float(rights[i]) == 0:
            continue
        numbers = rights[:i] + [number] + rights[i + 1:]
        yield judge(program, lesson, claims, numbers, rights, [i], {kind})


def neighbours(program, every, dice, decimals):
    while True:
        lesson = dice.choice(list(every.values()))
        kind = dice.choice([k for k in (lesson.values, lesson.slopes, lesson.news) if len(k) > 1])
        claims = dice.sample(kind, min(len(kind), 10))
        rights = program.right(lesson.text, claims, decimals)
        i, j = dice.sample(range(len(claims)), 2)
        if rights[i].strip("-") == rights[j].strip("-") or claims[i][0] != claims[j][0]:
            continue
        numbers = rights[:i] + [rights[j]] + rights[i + 1:]
        yield judge(program, lesson, claims, numbers, rights, [i], {"neighbour"})


def other_headings(program, every, kind, dice, decimals):
    """The numbers of another example, or of an update earlier or later."""
    while True:
        lesson = dice.choice([every["toy"], every["toy, averaged"]]) if kind == "another-example" else dice.choice(list(every.values()))
        names_ = [c for h, c in lesson.values + lesson.slopes if kind == "another-example" or not h]
        if not names_:
            continue
        steps = dice.randint(2, 200)
        own, other = ("example 1", "example 2") if kind == "another-example" else (
            f"after {steps} steps", f"after {steps + dice.choice([-1, 1])} steps")
        chosen = dice.sample(sorted(set(names_)), min(len(set(names_)), dice.randint(1, 6)))
        claims = [(own, c) for c in chosen] + lesson.values[:6]
        rights = program.right(lesson.text, claims, decimals)
        others = program.right(lesson.text, [(other, c) for c in chosen], decimals)
        numbers = others + rights[len(chosen):]
        wrong = [i for i in range(len(chosen)) if rights[i] != others[i] and significant(others[i]) > 5]
        if not wrong:
            continue
        yield judge(program, lesson, claims, numbers, rights, wrong, {kind})


def false_alarms(program, every, dice):
    """Of six-digit numbers made wrong by dice, the share that gets a reason."""
    alarms, count, examples = 0, 0, []
    while count < DICE:
        lesson = dice.choice(list(every.values()))
        claims = dice.sample(lesson.claims, min(len(lesson.claims), 30))
        rights = program.right(lesson.text, claims, 6)
        numbers = list(rights)
        for i in dice.sample(range(len(claims)), len(claims) // 2):
            if dice.random() < 0.5:
                number = f"{float(rights[i]) * (1 + dice.uniform(-0.1, 0.1)):.6g}"
            else:
                number = f"0.{dice.randint(100_000, 999_999)}"
            if significant(number) == 6 and "e" not in number:
                numbers[i] = number
        report = program.report(lesson.text + published(claims, numbers))
        wrong = [i for i in range(len(claims)) if numbers[i] != rights[i] and report[i]["fault"]]
        found = [i for i in wrong if report[i]["reason"]]
        count, alarms = count + len(wrong), alarms + len(found)
        examples += [(claims[i], numbers[i], rights[i], report[i]["reason"]["text"]) for i in found]
    return alarms, count, examples


def main(path, folder, instances):
    dice = random.Random(20)
    faults = 0
    with tempfile.TemporaryDirectory() as scratch:
        program = Program(path, pathlib.Path(scratch))
        every = lessons(pathlib.Path(folder))
        sources = {kind: worlds(program, every, kind, dice, 7) for kind in WORLDS}
        sources["sign-of-delta"] = signs_of_delta(program, every, dice, 7)
        for kind in ("slopes-doubled", "slopes-halved"):
            sources[kind] = scaled_slopes(program, every, kind, dice, 7)
        sources.update({kind: slips(program, every, kind, dice, 7) for kind in SLIPS})
        sources["neighbour"] = neighbours(program, every, dice, 7)
        sources.update({k: other_headings(program, every, k, dice, 7) for k in ("another-example", "another-epoch")})
        for kind, source in sources.items():
            results = [next(source) for _ in range(instances)]
            named, planted = sum(r[0] for r in results), sum(r[1] for r in results)
            whole = sum(r[0] == r[1] for r in results)
            rights = all(r[2] for r in results)
            fine = named >= NAMED * planted and rights
            faults += not fine
            print(f"{kind:20} {instances} instances, {planted:4} numbers: {named / planted:6.1%} named, "
                  f"{whole} instances whole{'' if rights else ', right number missing'}{'' if fine else '  FAULT'}")
            if not fine or "-v" in sys.argv:
                for result in results:
                    if result[0] < result[1]:
                        print("   ", *result[3][:3], sep="\n      ")
        alarms, count, examples = false_alarms(program, every, dice)
        faults += alarms >= FALSE_ALARMS * count
        print(f"false alarms: {alarms} of {count} random wrong numbers of six digits got a reason")
        for example in examples[:8]:
            print("   ", example)
        hundred = every["two-two-two"]
        claims = (hundred.claims * 5)[:100]
        rights = program.right(hundred.text, claims, 7)
        wrong = [SLIPS["digits-transposed"](n, dice) or n for n in rights]
        program.seconds.clear()
        program.report(hundred.text + published(claims, wrong))
        print(f"a hundred claims on a 2-2-2 network, all wrong: {program.seconds[0]:.3f} s")
        faults += program.seconds[0] > 1
    print(f"slips: {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 and sys.argv[3].isdigit() else INSTANCES))
