namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>All faults of all files, gathered before anybody is told, so that a file is mended in one go.</summary>
public sealed class ConfigurationReport
{
    private readonly HashSet<ConfigurationError> _faults = [];

    /// <summary>Every fault once, by file and line.</summary>
    public IReadOnlyList<ConfigurationError> Faults =>
        [.. _faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.What, StringComparer.Ordinal)];

    /// <summary>True when nothing is wrong.</summary>
    public bool IsClean => _faults.Count == 0;

    /// <summary>Adds a fault; the same fault twice is one.</summary>
    public void Add(string file, int line, string what, string remedy) => _faults.Add(new ConfigurationError(file, Math.Max(1, line), what, remedy));

    /// <summary>Refuses to go on with faulty files.</summary>
    /// <exception cref="ConfigurationException">There is at least one fault; the message lists all.</exception>
    public void ThrowIfFaulty()
    {
        if (!IsClean)
            throw new ConfigurationException(this);
    }

    /// <summary>One fault a line.</summary>
    public override string ToString() => string.Join('\n', Faults);
}

/// <summary>One fault in a runbook or policy file, told so that whoever edits the file can mend it.</summary>
/// <param name="File">The file as people name it: <c>runbooks/lost-device.yaml</c>.</param>
/// <param name="Line">From 1.</param>
/// <param name="What">What is wrong, as a sentence.</param>
/// <param name="Remedy">What to do, as a sentence.</param>
public sealed record ConfigurationError(string File, int Line, string What, string Remedy)
{
    /// <summary><c>file:line: what remedy</c>, the form editors make clickable.</summary>
    public override string ToString() => $"{File}:{Line}: {What} {Remedy}";
}

/// <summary>Runbook or policy files are faulty and the start is refused.</summary>
public sealed class ConfigurationException(ConfigurationReport report)
    : Exception($"The app cannot start with these runbook and policy files ({report.Faults.Count} error(s)):\n{report}")
{
    /// <summary>Every fault.</summary>
    public ConfigurationReport Report { get; } = report;
}
