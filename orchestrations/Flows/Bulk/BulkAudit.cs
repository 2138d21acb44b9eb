using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>The audit entries of a bulk case beside those of its steps.</summary>
internal static class BulkAudit
{
    public static AuditEvent Entry(CaseId caseId, string key, string kind, string actor, string summary, params (string Name, string? Value)[] facts)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
        {
            if (!string.IsNullOrEmpty(value))
                named[name] = value;
        }

        return new AuditEvent(caseId, key, kind, actor, summary, named);
    }

    public static (string Name, string? Value)[] Counts(BulkTally tally) =>
    [
        ("done", Text(tally.Done)), ("already-so", Text(tally.AlreadySo)), ("failed", Text(tally.Failed)),
        ("undone", Text(tally.Undone)), ("skipped", Text(tally.Skipped)), ("busy", Text(tally.Busy)),
    ];

    public static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
