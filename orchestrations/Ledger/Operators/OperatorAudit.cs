using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Switches;

namespace HelpDesk.Orchestrations.Ledger.Operators;

/// <summary>Entries about what operators do to workflows: all in the one chain of operators' acts.</summary>
internal static class OperatorAudit
{
    public static AuditEvent Entry(string key, string instanceId, string by, string reason, string summary, params (string Name, string Value)[] facts)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["instance"] = instanceId, ["reason"] = reason };
        foreach (var (name, value) in facts)
            all[name] = value;
        return new AuditEvent(KillSwitch.AuditChain, key, AuditKinds.OperatorActed, by, summary, all);
    }
}

/// <summary>What became of an operator's act on a workflow or a dead letter.</summary>
public enum OperatorOutcome
{
    /// <summary>Done, or being done durably.</summary>
    Done,

    /// <summary>The workflow is not as the operator saw it: not suspended any more, or finished. Nothing was done.</summary>
    MovedOn,

    /// <summary>No workflow has that id.</summary>
    Unknown,
}
