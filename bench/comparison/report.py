"""Renders the measures as Markdown."""

import statistics


def spread(values, digits=0):
    """The median, with the least and the most."""
    values = sorted(values)
    middle, least, most = (f"{value:,.{digits}f}" for value in (statistics.median(values), values[0], values[-1]))
    return middle if len(values) == 1 else f"{middle} ({least}–{most})"


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def names(measures):
    return list(dict.fromkeys(one["contender"] for one in measures))


def ratios(measures, contender, base, of):
    """Of each round: this contender's figure by that of the base."""
    of_base = {one["round"]: of(one) for one in measures if one["contender"] == base}
    return [of(one) / of_base[one["round"]] for one in measures if one["contender"] == contender and of_base.get(one["round"])]


def closed(measures, base):
    rows = []
    for contender in names(measures):
        of = [one for one in measures if one["contender"] == contender]
        by_base = ratios(measures, contender, base, lambda one: one["perSecond"])
        rows.append([
            contender, spread([one["perSecond"] for one in of]), spread(by_base, 2) if by_base else "",
            " + ".join(f"{statistics.median(one[name] for one in of):,.0f}" for name in ("serviceMicroseconds", "databaseMicroseconds")),
            spread([one["p50"] for one in of], 2), spread([one["p99"] for one in of], 2), foreign(of)])
    return table(["", "requests/s", f"÷ {base}", "processor µs, service + database", "p50 ms", "p99 ms", "foreign load"], rows)


def foreign(measures):
    return spread([one["foreign"] * 100 for one in measures], 1) + " %"


def storm(measures):
    rows = []
    for contender in names(measures):
        of = [one for one in measures if one["contender"] == contender]
        rows.append([
            contender, spread([one["perSecond"] for one in of]), spread([one["logIns"] for one in of]),
            spread([one["quiet"]["p99"] for one in of], 2), spread([one["p99"] for one in of], 2),
            spread([one["p99"] / one["quiet"]["p99"] for one in of], 2), foreign(of)])
    return table(["", "reads/s", "log-ins/s", "p99 ms, quiet", "p99 ms, during the log-ins", "ratio", "foreign load"], rows)


def memory(starts, measures):
    rows = []
    for contender in names(starts):
        began = [one for one in starts if one["contender"] == contender]
        of = [one for one in measures if one["contender"] == contender]
        reading = [one["memory"] for one in of if one["scenario"] == "read-map"]
        kinds = []
        for kind in ("rss", "pss", "private"):
            most = (f"{max(one[kind] for one in loads):,.0f}" if loads else "" for loads in (reading, [one["memory"] for one in of]))
            kinds.append(" → ".join([spread([one[kind] for one in began]), *most]))
        rows.append([contender, spread([one["seconds"] * 1000 for one in began]), *kinds])
    return table(["", "ready after ms", "RSS MiB: idle → reading maps → at most", "PSS MiB", "private MiB"], rows)


def markdown(found):
    settings, measures = found["settings"], found["measures"]
    parts = [f"{settings['clients']:,} clients, {settings['rounds']} rounds of {settings['seconds']} s, {settings['at']}: "
             "medians, with the least and the most of the rounds"]
    for scenario in dict.fromkeys(one["scenario"] for one in measures):
        of = [one for one in measures if one["scenario"] == scenario]
        parts += [f"### {scenario}", storm(of) if scenario == "log-in-storm" else closed(of, settings["base"])]
    return "\n\n".join([*parts, "### Start and memory", memory(found["starts"], measures)])
