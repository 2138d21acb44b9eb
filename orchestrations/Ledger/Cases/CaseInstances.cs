using System.Globalization;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>Names of the workflows that work on a case: the first has the case's own id, one that plans it again has a number.</summary>
public static class CaseInstances
{
    private const string Again = "-again-";

    /// <summary>The workflow that plans a case again for the n-th time.</summary>
    public static string IdFor(CaseId caseId, int number) => string.Create(CultureInfo.InvariantCulture, $"{caseId}{Again}{number}");

    /// <summary>The case of a workflow.</summary>
    public static CaseId CaseIdOf(string instanceId) => new(
        instanceId.LastIndexOf(Again, StringComparison.Ordinal) is > 0 and var at && int.TryParse(instanceId.AsSpan(at + Again.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? instanceId[..at]
            : instanceId);
}
