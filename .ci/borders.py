"""Compares what each target of the package imports with what Package.swift says that it may: neither more nor less.

The compiler lets a target import whatever its dependencies depend on.
"""
import json
import pathlib
import re
import subprocess
import sys

package = json.loads(subprocess.run(["swift", "package", "dump-package"], capture_output=True, check=True).stdout)
targets = package["targets"]
ours = {target["name"] for target in targets}
faults = 0
for target in targets:
    declared = {next(iter(dependency.values()))[0] for dependency in target["dependencies"]}
    folder = pathlib.Path("Tests" if target["type"] == "test" else "Sources", target["name"])
    imported = set()
    for file in folder.rglob("*.swift"):
        imported |= set(re.findall(r"^(?:@\w+ )*import (\w+)", file.read_text(), re.MULTILINE)) & ours
    for name in sorted(imported ^ declared):
        faults += 1
        print(f"{target['name']} {'imports' if name in imported else 'does not import'} {name}")
print(f"borders: {len(targets)} targets, {faults} faults")
sys.exit(1 if faults else 0)
