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
