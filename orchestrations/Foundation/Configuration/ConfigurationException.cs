namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>Runbook or policy files are faulty and the start is refused.</summary>
public sealed class ConfigurationException(ConfigurationReport report)
    : Exception($"The runbook and policy files do not allow a start ({report.Faults.Count} fault(s)):\n{report}")
{
    /// <summary>Every fault.</summary>
    public ConfigurationReport Report { get; } = report;
}
