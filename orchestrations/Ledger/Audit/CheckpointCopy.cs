using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Records;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>A checkpoint outside of the store: its line, then its pages, each ended by LF, as in an export.</summary>
public static class CheckpointCopy
{
    /// <summary>Name of the copy in an archive; begins with the tenant, and sorts by number.</summary>
    public static string NameOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{Tenant.Default}/{number:D19}.jsonl");

    /// <summary>Its text; the same for the same checkpoint, always.</summary>
    public static string Of(AuditCheckpointText checkpoint) => string.Concat(checkpoint.Pages.Prepend(checkpoint.Text).Select(static line => $"{line}\n"));
}
