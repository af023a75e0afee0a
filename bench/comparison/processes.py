"""Processor time and memory of processes, read from /proc."""

import os
import resource
import threading
import time

TICK = os.sysconf("SC_CLK_TCK")


def stat(pid):
    """The parent of a process and its processor seconds, with those of its children that have ended."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return int(fields[1]), sum(map(int, fields[11:15])) / TICK


def all_processes():
    found = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                found[int(name)] = stat(name)
            except (FileNotFoundError, ProcessLookupError):
                continue
    return found


def tree(roots, processes=None):
    """These processes and all below them."""
    processes = processes or all_processes()
    within = {root for root in roots if root in processes}
    while more := {pid for pid, (parent, _) in processes.items() if parent in within} - within:
        within |= more
    return within


def seconds(roots):
    """Processor seconds of these and all below them since they began."""
    processes = all_processes()
    return sum(processes[pid][1] for pid in tree(roots, processes))


def memory(roots):
    """MiB resident, proportionally shared, and private, of these and all below them."""
    total = {"Rss": 0, "Pss": 0, "Private_Clean": 0, "Private_Dirty": 0}
    for pid in tree(roots):
        try:
            with open(f"/proc/{pid}/smaps_rollup") as file:
                lines = [line.split() for line in file]
        except (FileNotFoundError, ProcessLookupError):
            continue
        for name, *value in lines:
            if name.rstrip(":") in total:
                total[name.rstrip(":")] += int(value[0])
    private = total["Private_Clean"] + total["Private_Dirty"]
    return {name: round(kib / 1024, 1) for name, kib in (("rss", total["Rss"]), ("pss", total["Pss"]), ("private", private))}


def machine():
    """Seconds the machine's processors were at work, for whomever."""
    with open("/proc/stat") as file:
        user, nice, system, _, _, interrupts, soft, steal = map(int, file.readline().split()[1:9])
    return (user + nice + system + interrupts + soft + steal) / TICK


def own():
    """Our own processor seconds and those of the load generators that have ended."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


class Meter:
    """What a contender and its database took of the processors while a block ran, what others did, and its most memory."""

    def __init__(self, service, database):
        self.roots, self.ended, self.samples = (service, database), threading.Event(), []

    def now(self):
        return (*map(seconds, self.roots), own(), machine(), time.monotonic())

    def watch(self):
        while not self.ended.wait(0.5):
            self.samples.append(memory(self.roots[0]))

    @property
    def most(self):
        return max(self.samples, key=lambda one: one["pss"])

    def __enter__(self):
        self.watching = threading.Thread(target=self.watch)
        self.watching.start()
        self.before = self.now()
        return self

    def __exit__(self, *_):
        self.service, self.database, generator, busy, wall = (after - before for after, before in zip(self.now(), self.before))
        others = busy - self.service - self.database - generator
        self.foreign = max(0.0, others / (wall * os.cpu_count()))
        self.ended.set()
        self.watching.join()
        self.samples.append(memory(self.roots[0]))
